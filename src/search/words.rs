//! What is a word of a text.
//!
//! `static/search.js` reads words by the same rules; a test holds the two to each other.

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Letters, as they are written.
    Letters(&'t str),
    /// A number, as it is written: `431 262`, `72,3`.
    Number(&'t str),
}

/// What may stand between groups of three digits.
const GROUPING: [char; 5] = [' ', ',', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The words of a text in their order. A hyphen parts words; a single letter is none.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            let length = number_length(rest);
            tokens.push(Token::Number(&rest[..length]));
            length
        } else if first.is_alphabetic() {
            let length = rest.find(|c| !belongs_to_word(c)).unwrap_or(rest.len());
            let letters = &rest[..length];
            if letters.chars().nth(1).is_some() {
                tokens.push(Token::Letters(letters));
            }
            length
        } else {
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// Letters, accents, and the soft hyphen within a word.
fn belongs_to_word(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// How many bytes of `text` are the number that it begins with: groups of digits, or
/// digits, with decimals.
fn number_length(text: &str) -> usize {
    let whole = grouped_length(text).unwrap_or_else(|| digits(text));
    let decimals = match text[whole..].chars().next() {
        Some('.' | ',') => digits(&text[whole + 1..]),
        _ => 0,
    };
    if decimals == 0 { whole } else { whole + 1 + decimals }
}

/// The same where the digits stand in groups: one to three, and threes after it.
fn grouped_length(text: &str) -> Option<usize> {
    let mut length = digits(text);
    if length > 3 || text.starts_with('0') {
        return None;
    }
    let first = length;
    while let Some(sign) = text[length..].chars().next()
        && GROUPING.contains(&sign)
    {
        let start = length + sign.len_utf8();
        if digits(&text[start..]) != 3 {
            break;
        }
        length = start + 3;
    }
    (length > first).then_some(length)
}

/// How many digits `text` begins with.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A number without grouping, its decimals after a point.
pub(super) fn plain_number(number: &str) -> String {
    let whole = grouped_length(number).unwrap_or_else(|| digits(number));
    let (whole, decimals) = number.split_at(whole);
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    whole + &decimals.replace(',', ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let word = |token: &Token<'_>| match token {
            Token::Letters(letters) => (*letters).to_owned(),
            Token::Number(number) => plain_number(number),
        };
        tokens(text).iter().map(word).collect()
    }

    #[test]
    fn a_number_is_one_word_whatever_groups_its_digits() {
        for written in ["431262", "431,262", "431 262", "431\u{a0}262", "431\u{202f}262"]
        {
            assert_eq!(read(written), ["431262"], "{written}");
        }
        assert_eq!(read("1 234 567,5 и 72,3%"), ["1234567.5", "72.3"]);
    }

    #[test]
    fn years_beside_each_other_are_two_numbers() {
        assert_eq!(read("1991 2003, 2010 431"), ["1991", "2003", "2010", "431"]);
        assert_eq!(read("in 2010, 431 moved"), ["in", "2010", "431", "moved"]);
        assert_eq!(read("2019/2020, 14–29"), ["2019", "2020", "14", "29"]);
    }

    #[test]
    fn a_hyphen_parts_words_and_a_single_letter_is_none() {
        assert_eq!(read("көші-қон в селе"), ["көші", "қон", "селе"]);
        assert_eq!(read("COVID-19"), ["COVID", "19"]);
        assert_eq!(read("ба\u{ad}рыс ста\u{301}нция"), ["ба\u{ad}рыс", "ста\u{301}нция"]);
    }
}
