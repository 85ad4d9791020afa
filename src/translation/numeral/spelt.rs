//! Numbers in words, as far as a word alone tells them.
//!
//! A word that only may be a number, such as «бір», which is also “a”, counts as one: what
//! is read here explains digits of another language and asks for none.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::Tongue;

/// English words with the numbers that they say.
const ENGLISH: &[(&str, u64)] = &[
    ("zero", 0),
    ("one", 1),
    ("first", 1),
    ("once", 1),
    ("two", 2),
    ("second", 2),
    ("twice", 2),
    ("both", 2),
    ("double", 2),
    ("doubled", 2),
    ("half", 2),
    ("halves", 2),
    ("halved", 2),
    ("three", 3),
    ("third", 3),
    ("thirds", 3),
    ("triple", 3),
    ("tripled", 3),
    ("four", 4),
    ("fourth", 4),
    ("fourths", 4),
    ("quarter", 4),
    ("quarters", 4),
    ("five", 5),
    ("fifth", 5),
    ("fifths", 5),
    ("six", 6),
    ("sixth", 6),
    ("seven", 7),
    ("seventh", 7),
    ("eight", 8),
    ("eighth", 8),
    ("nine", 9),
    ("ninth", 9),
    ("ten", 10),
    ("tenth", 10),
    ("tenths", 10),
    ("decade", 10),
    ("decades", 10),
    ("eleven", 11),
    ("eleventh", 11),
    ("twelve", 12),
    ("twelfth", 12),
    ("dozen", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("twentieth", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("century", 100),
    ("centuries", 100),
    ("thousand", 1000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

/// Beginnings of Russian words with the numbers that they say and the longest ending, in
/// letters; of two beginnings the longer one counts.
const RUSSIAN: &[(&str, u64, usize)] = &[
    ("нол", 0, 3),
    ("нул", 0, 3),
    ("один", 1, 0),
    ("одн", 1, 3),
    ("перв", 1, 3),
    ("два", 2, 0),
    ("две", 2, 0),
    ("двух", 2, 0),
    ("двум", 2, 1),
    ("двое", 2, 0),
    ("двоих", 2, 0),
    ("оба", 2, 0),
    ("обе", 2, 0),
    ("обоих", 2, 0),
    ("вдвое", 2, 0),
    ("втор", 2, 3),
    ("половин", 2, 2),
    ("три", 3, 0),
    ("трёх", 3, 0),
    ("трех", 3, 0),
    ("трём", 3, 0),
    ("трем", 3, 1),
    ("трое", 3, 0),
    ("троих", 3, 0),
    ("втрое", 3, 0),
    ("трет", 3, 4),
    ("четыр", 4, 3),
    ("четверо", 4, 1),
    ("четверт", 4, 3),
    ("пять", 5, 1),
    ("пяти", 5, 0),
    ("пятый", 5, 0),
    ("пятая", 5, 0),
    ("пятого", 5, 0),
    ("пятой", 5, 0),
    ("шест", 6, 3),
    ("семь", 7, 0),
    ("семи", 7, 0),
    ("седьм", 7, 3),
    ("восем", 8, 2),
    ("восьм", 8, 3),
    ("девят", 9, 3),
    ("десят", 10, 3),
    ("десятилет", 10, 3),
    ("одиннадцат", 11, 3),
    ("двенадцат", 12, 3),
    ("тринадцат", 13, 3),
    ("четырнадцат", 14, 3),
    ("пятнадцат", 15, 3),
    ("шестнадцат", 16, 3),
    ("семнадцат", 17, 3),
    ("восемнадцат", 18, 3),
    ("девятнадцат", 19, 3),
    ("двадцат", 20, 3),
    ("тридцат", 30, 3),
    ("сорок", 40, 3),
    ("пятьдесят", 50, 2),
    ("пятидесят", 50, 3),
    ("шестьдесят", 60, 2),
    ("семьдесят", 70, 2),
    ("восемьдесят", 80, 2),
    ("девяност", 90, 2),
    ("столет", 100, 3),
    ("тысяч", 1000, 3),
    ("миллион", 1_000_000, 3),
    ("миллиард", 1_000_000_000, 3),
];

/// Kazakh words, which take endings, with the numbers that they say.
const KAZAKH: &[(&str, u64)] = &[
    ("нөл", 0),
    ("бір", 1),
    ("біреу", 1),
    ("екі", 2),
    ("екеу", 2),
    ("жарты", 2),
    ("үш", 3),
    ("үшеу", 3),
    ("төрт", 4),
    ("төртеу", 4),
    ("ширек", 4),
    ("ширег", 4),
    ("бес", 5),
    ("бесеу", 5),
    ("алты", 6),
    ("алтау", 6),
    ("жеті", 7),
    ("жетеу", 7),
    ("сегіз", 8),
    ("тоғыз", 9),
    ("он", 10),
    ("онжылдық", 10),
    ("онжылдығ", 10),
    ("жиырма", 20),
    ("отыз", 30),
    ("қырық", 40),
    ("қырығ", 40),
    ("елу", 50),
    ("алпыс", 60),
    ("жетпіс", 70),
    ("сексен", 80),
    ("тоқсан", 90),
    ("жүз", 100),
    ("мың", 1000),
    ("мыңда", 1000),
    ("миллион", 1_000_000),
    ("миллионда", 1_000_000),
    ("миллиард", 1_000_000_000),
    ("миллиардта", 1_000_000_000),
];

/// Endings that a Kazakh numeral may take, one after another.
const KAZAKH_ENDINGS: &str = "нші ншы інші ыншы і ы сі сы ін ын сін сын ге ға ке қа не на \
    де да те та нде нда ден дан тен тан нен нан ді ды ті ты ні ны н дің дың тің тың нің \
    ның мен бен пен дей дай тей тай лік лық дік дық тік тық гі ғы дегі дағы тегі тағы \
    ндегі ндағы ған ген лар лер дар дер тар тер";

/// Words that look like numerals with endings and are none: “for”, “there”, “it”, “gold”.
const NO_NUMERALS: [&str; 4] = ["үшін", "онда", "оны", "алтын"];

/// What stands for a power of ten after digits, without its ending.
const SCALES: &[(&str, u64)] = &[
    ("thousand", 1000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("тыс", 1000),
    ("мың", 1000),
    ("млн", 1_000_000),
    ("миллион", 1_000_000),
    ("млрд", 1_000_000_000),
    ("миллиард", 1_000_000_000),
    ("трлн", 1_000_000_000_000),
    ("триллион", 1_000_000_000_000),
    ("bn", 1_000_000_000),
];

/// Words that are multiplied by the number before them, though they are no powers of a
/// thousand: “two decades”.
const MULTIPLIED: [&str; 5] = ["decade", "десятилет", "столет", "centur", "онжылд"];

/// What a word after digits multiplies them by.
pub(super) fn scale(word: &str) -> Option<Decimal> {
    let word = lower(word);
    let found = SCALES.iter().find(|(name, _)| word.starts_with(name));
    found.map(|(_, times)| Decimal::from(*times))
}

/// The numbers that the words of a text may say: each word for itself, and words side by
/// side together, «екі мың он тоғыз» 2019.
pub(super) fn read(text: &str, tongue: Tongue) -> Vec<Decimal> {
    let mut found = Vec::new();
    let mut sum = Sum::default();
    let mut end = 0;
    for (range, word) in words(text) {
        let word = lower(word);
        let Some(value) = value(&word, tongue) else { continue };
        let between = text.get(end..range.start).unwrap_or("x");
        if !between.chars().all(|c| super::is_gap(c) || c == '-') {
            sum = Sum::default();
        }
        let multiplied = MULTIPLIED.iter().any(|name| word.starts_with(name));
        sum.add(value, multiplied);
        found.push(Decimal::from(value));
        found.extend(Some(sum.total()).filter(|n| *n != value).map(Decimal::from));
        end = range.end;
    }
    found
}

/// What words side by side say together.
#[derive(Default)]
struct Sum {
    /// Whole thousands.
    thousands: u64,
    /// What is below the next scale word.
    rest: u64,
}

impl Sum {
    /// Adds the value of a word, which multiplies what stands before it if it is a scale
    /// word or `multiplied`. A value that cannot follow begins anew.
    fn add(&mut self, value: u64, multiplied: bool) {
        match value {
            1000.. => {
                self.thousands =
                    self.thousands.saturating_add(self.rest.max(1).saturating_mul(value));
                self.rest = 0;
            }
            _ if multiplied => self.rest = self.rest.max(1).saturating_mul(value),
            100 => self.rest = self.rest.max(1).saturating_mul(100),
            _ if fits(self.rest, value) => self.rest += value,
            _ => *self = Self { thousands: 0, rest: value },
        }
    }

    fn total(&self) -> u64 {
        self.thousands.saturating_add(self.rest)
    }
}

/// Whether a value below a hundred can follow another: units tens, both hundreds.
fn fits(before: u64, value: u64) -> bool {
    before.is_multiple_of(100)
        || before % 100 >= 20 && before.is_multiple_of(10) && value < 10
        || before % 100 == 10 && value < 10
}

fn value(word: &str, tongue: Tongue) -> Option<u64> {
    match tongue {
        Tongue::English => {
            let singular = word.strip_suffix('s').unwrap_or(word);
            let known = |name: &str| name == word || name == singular;
            ENGLISH.iter().find(|(name, _)| known(name)).map(|(_, value)| *value)
        }
        Tongue::Russian => {
            let fits = |(begin, _, longest): &&(&str, u64, usize)| {
                let ending = word.strip_prefix(begin);
                ending.is_some_and(|ending| ending.chars().count() <= *longest)
            };
            let best = RUSSIAN.iter().filter(fits).max_by_key(|(begin, ..)| begin.len());
            best.map(|(_, value, _)| *value)
        }
        Tongue::Kazakh if NO_NUMERALS.contains(&word) => None,
        Tongue::Kazakh => {
            let fits = |(stem, _): &&(&str, u64)| {
                word.strip_prefix(stem).is_some_and(kazakh_ending)
            };
            let best = KAZAKH.iter().filter(fits).max_by_key(|(stem, _)| stem.len());
            best.map(|(_, value)| *value)
        }
        Tongue::Other => None,
    }
}

/// Whether letters are endings of Kazakh nouns and numerals, at most three.
pub(super) fn kazakh_ending(letters: &str) -> bool {
    fn ends(letters: &str, most: usize) -> bool {
        letters.is_empty()
            || most > 0
                && KAZAKH_ENDINGS.split_whitespace().any(|ending| {
                    letters.strip_prefix(ending).is_some_and(|rest| ends(rest, most - 1))
                })
    }
    ends(letters, 3)
}

/// The words of a text: letters side by side.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        let rest = &text[start..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        at = start + end;
        Some((start..at, &text[start..at]))
    })
}

/// In small letters.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    match word.chars().any(char::is_uppercase) {
        true => word.to_lowercase().into(),
        false => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that a text says, in their order.
    fn said(text: &str, tongue: Tongue) -> Vec<u64> {
        read(text, tongue).into_iter().map(|n| n.try_into().unwrap()).collect()
    }

    #[test]
    fn numbers_in_words_are_read() {
        assert_eq!(said("Three of the ten; a third", Tongue::English), [3, 10, 3]);
        assert_eq!(said("Двух из десяти, третья", Tongue::Russian), [2, 10, 3]);
        assert_eq!(said("он адамның үшеуі, екінші", Tongue::Kazakh), [10, 3, 2]);
    }

    #[test]
    fn words_that_belong_together_are_read_together() {
        assert_eq!(said("twenty-one", Tongue::English), [20, 1, 21]);
        assert_eq!(said("two million", Tongue::English), [2, 1_000_000, 2_000_000]);
        assert_eq!(said("three decades", Tongue::English), [3, 10, 30]);
        assert_eq!(
            said("двадцать пять тысяч", Tongue::Russian),
            [20, 5, 25, 1000, 25000]
        );
        assert_eq!(said("отыз бес мыңнан", Tongue::Kazakh), [30, 5, 35, 1000, 35000]);
        assert_eq!(said("one, hundred", Tongue::English), [1, 100]);
        let year = said("екі мың он тоғызыншы жыл", Tongue::Kazakh);
        assert_eq!(year.last(), Some(&2019));
    }

    #[test]
    fn words_that_only_begin_alike_are_no_numbers() {
        assert_eq!(said("tenant, oneself, often", Tongue::English), [0; 0]);
        assert_eq!(said("пятно, двор, столица, семья", Tongue::Russian), [0; 0]);
        assert_eq!(said("бірақ, бірнеше, онлайн, үшін, онда", Tongue::Kazakh), [0; 0]);
    }

    #[test]
    fn a_scale_word_is_known_in_any_form() {
        for (word, exponent) in
            [("тысяч", 3), ("тыс", 3), ("мыңнан", 3), ("Million", 6), ("млрд", 9)]
        {
            assert_eq!(scale(word), Some(Decimal::from(10_u64.pow(exponent))), "{word}");
        }
        assert_eq!(scale("people"), None);
    }
}
