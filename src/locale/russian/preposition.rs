//! The prepositions в, с, о and к, which have another form before some words. Source:
//! their choice by the first sounds of what is spoken next, in any guide to usage.

use rust_decimal::Decimal;

use crate::locale::{Kind, NBSP, Quantity, Style};

/// Makes the preposition at the end of `words` easier to say before a number: `со 156`,
/// `со 100 000`, `об 11`, but `с 1 560`.
pub(in crate::locale) fn ease(words: &mut String, next: &Quantity) {
    ease_before(words, spoken(next));
}

/// `words` before `next`, on one line, their preposition made easy to say before what is
/// `spoken` first.
pub(in crate::locale) fn joined(words: &str, spoken: &str) -> String {
    let mut words = words.trim_end().to_owned();
    ease_before(&mut words, spoken);
    words.push(NBSP);
    words
}

fn ease_before(words: &mut String, spoken: &str) {
    let end = words.trim_end().len();
    let own = |letter: &char| letter.is_alphanumeric();
    let mut letters = words[..end].chars().rev();
    let (Some(preposition), before) = (letters.next(), letters.next()) else { return };
    if before.is_some_and(|letter| own(&letter)) {
        return;
    }
    let preposition = preposition.to_lowercase().next().unwrap_or(preposition);
    if let Some(ending) = ending(preposition, &spoken.to_lowercase()) {
        words.insert(end, ending);
    }
}

/// What a preposition of one letter ends in before a word, if that is not itself.
fn ending(preposition: char, next: &str) -> Option<char> {
    let begins = |starts: &[&str]| starts.iter().any(|start| next.starts_with(start));
    let cluster = |first: &str| {
        let mut letters = next.chars();
        let opens = letters.next().is_some_and(|letter| first.contains(letter));
        opens && letters.next().is_some_and(is_consonant)
    };
    match preposition {
        'в' if cluster("вф") || begins(&["мн"]) => Some('о'),
        'с' if cluster("сзшж") || begins(&["щ", "вт", "вс", "мн"]) => {
            Some('о')
        }
        'к' if begins(&["вт", "вс", "мн"]) => Some('о'),
        'о' if next.starts_with(['а', 'о', 'у', 'э', 'и']) => Some('б'),
        _ => None,
    }
}

fn is_consonant(letter: char) -> bool {
    "бвгджзйклмнпрстфхцчшщ".contains(letter)
}

/// The beginning of what is spoken first of a number: as far as a preposition hears it.
pub(in crate::locale) fn spoken(quantity: &Quantity) -> &'static str {
    let number = quantity.shown();
    if number.is_sign_negative() {
        return "минус";
    }
    let by_order = quantity.kind == Kind::Year
        || matches!(quantity.style, Style::Ordinal | Style::OrdinalWords | Style::Roman);
    if number == Decimal::new(15, 1) {
        return "полутора";
    }
    let group = leading_group(number);
    match (group, by_order) {
        (Group::Alone(2), true) => "второго",
        (Group::Alone(1), true) => "первого",
        (Group::Alone(100), true) => "сотого",
        (Group::Alone(1), false) => "одного",
        (Group::Alone(11) | Group::More(11), _) => "одиннадцати",
        (Group::Alone(100..=199) | Group::More(100..=199), _) => "ста",
        // «тысяча», «два», «пять»: nothing that a preposition minds.
        _ => "два",
    }
}

/// The first group of digits of a number.
enum Group {
    /// All of it.
    Alone(u32),
    /// Before thousands or millions.
    More(u32),
}

fn leading_group(number: Decimal) -> Group {
    let digits = number.trunc().normalize().to_string();
    let length = (digits.len() + 2) % 3 + 1;
    let lead = digits.get(..length).and_then(|lead| lead.parse().ok()).unwrap_or(0);
    if digits.len() > 3 { Group::More(lead) } else { Group::Alone(lead) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(preposition: &str, word: &str) -> String {
        format!("{}{word}", joined(preposition, word)).replace(NBSP, " ")
    }

    #[test]
    fn the_first_letters_of_a_word_decide() {
        assert_eq!(before("о", "Алматы"), "об Алматы");
        assert_eq!(before("О", "области Абай"), "Об области Абай");
        assert_eq!(before("о", "Шымкенте"), "о Шымкенте");
        assert_eq!(before("о", "Европе"), "о Европе");
        assert_eq!(before("в", "Владимире"), "во Владимире");
        assert_eq!(before("в", "Восточно-Казахстанской"), "в Восточно-Казахстанской");
        assert_eq!(before("с", "школами"), "со школами");
        assert_eq!(before("с", "Шымкентом"), "с Шымкентом");
        assert_eq!(before("к", "второму"), "ко второму");
        assert_eq!(before("не более чем в", "2 регионах"), "не более чем в 2 регионах");
        assert_eq!(before("от", "Алматы"), "от Алматы");
    }

    #[test]
    fn the_first_word_of_a_number_decides() {
        let number = |text: &str| Quantity::new(text.parse().unwrap());
        let said = |quantity: &Quantity| spoken(quantity);
        assert_eq!(said(&number("100")), "ста");
        assert_eq!(said(&number("155766")), "ста");
        assert_eq!(said(&number("1")), "одного");
        assert_eq!(said(&number("1.2")), "одного");
        assert_eq!(said(&number("1.5")), "полутора");
        assert_eq!(said(&number("1000")), "два");
        assert_eq!(said(&number("11000")), "одиннадцати");
        let second = Quantity { style: Style::Ordinal, ..number("2") };
        assert_eq!(said(&second), "второго");
        assert_eq!(said(&Quantity { style: Style::Ordinal, ..number("22") }), "два");
        assert_eq!(said(&Quantity { kind: Kind::Year, ..number("1991") }), "два");
    }
}
