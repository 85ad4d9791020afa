//! The examples of `fixtures/lang/typography.csv`, and what holds of any line.

use super::*;
use crate::lang::Lang;

fn locale(tag: &str) -> Locale {
    Locale::new(Lang::parse(tag).unwrap())
}

/// Stretches of a line: `{…}` is one that is fixed, `|` a border between two.
fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches = vec![Stretch { text: String::new(), fixed: false }];
    for letter in text.chars() {
        let fixed = match letter {
            '{' => true,
            '|' | '}' => false,
            _ => {
                stretches.last_mut().unwrap().text.push(letter);
                continue;
            }
        };
        stretches.push(Stretch { text: String::new(), fixed });
    }
    stretches
}

/// A line without its borders, and with `_` for a space that holds.
fn shown(texts: &[String]) -> String {
    texts.concat().replace('\u{a0}', "_")
}

#[test]
fn every_example_is_set_as_its_language_wants() {
    let path = "tests/fixtures/lang/typography.csv";
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let [lang, rule, input, expected] = [0, 1, 2, 3].map(|column| &row[column]);
        let input = input.replace('_', "\u{a0}");
        let set = shown(&locale(lang).typeset(stretches(&input)));
        if set != expected {
            wrong.push(format!("{lang} {rule}: {set}, not {expected}"));
        }
        rows += 1;
    }
    assert!(rows > 100 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_language_is_left_as_it_is() {
    let text = "\"Wort\" - 5 km...";
    assert_eq!(locale("de").typeset_words(text), text);
}

/// Parts of lines, joined at random by the tests below.
const PARTS: [&str; 56] = [
    " ",
    " ",
    " ",
    " ",
    " ",
    "\u{a0}",
    "\"",
    "\"",
    "\"",
    "'",
    "'",
    "«",
    "»",
    "„",
    "“",
    "”",
    "‘",
    "’",
    "-",
    "-",
    "--",
    "---",
    "–",
    "—",
    "...",
    "..",
    ".",
    ",",
    "(",
    ")",
    "%",
    "№",
    "§",
    "₸",
    "5",
    "10",
    "1991",
    "1,5",
    "07",
    "слово",
    "Слово",
    "А.",
    "т.е.",
    "т.",
    "е.",
    "г.",
    "гг.",
    "в",
    "И",
    "бы",
    "тыс.",
    "жылы",
    "км",
    "Table",
    "https://a.kz/1-2",
    "s",
];

/// Lines of up to a dozen parts; the numbers are those of a linear congruential
/// generator, the same each time.
fn lines() -> Vec<Vec<Stretch>> {
    let mut seed = 1_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    };
    let mut line = |_| {
        let length = 1 + next(14);
        (0..length)
            .map(|_| Stretch {
                text: PARTS[next(PARTS.len())].to_owned(),
                fixed: next(6) == 0,
            })
            .collect()
    };
    (0..6_000).map(&mut line).collect()
}

/// The same stretches with other texts.
fn again(line: &[Stretch], texts: &[String]) -> Vec<Stretch> {
    let texts = line.iter().zip(texts);
    texts.map(|(own, text)| Stretch { text: text.clone(), fixed: own.fixed }).collect()
}

#[test]
fn what_is_set_already_stays() {
    for tag in ["en", "kk", "ru"] {
        let locale = locale(tag);
        for line in lines() {
            let once = locale.typeset(line.clone());
            let twice = locale.typeset(again(&line, &once));
            assert_eq!(once, twice, "{tag}: {line:?}");
        }
    }
}

#[test]
fn only_quotation_marks_dashes_spaces_and_dots_change() {
    let rest = |text: &str| {
        let dots = text.replace('…', "...");
        dots.replace(
            |sign: char| sign.is_whitespace() || "\"'«»“”„‘’-–—".contains(sign),
            "",
        )
    };
    for tag in ["en", "kk", "ru"] {
        let locale = locale(tag);
        for line in lines() {
            let set = locale.typeset(line.clone());
            let whole: String = line.iter().map(|own| own.text.as_str()).collect();
            assert_eq!(rest(&whole), rest(&set.concat()), "{tag}: {line:?}");
            for (own, text) in line.iter().zip(&set).filter(|(own, _)| own.fixed) {
                assert_eq!(own.text, *text, "{tag}: {line:?}");
            }
        }
    }
}

#[test]
fn a_line_as_long_as_a_book_ends_soon() {
    for part in ["\"a", "a\" ", "» ", "1-2 ", "- ", "'", "«\"a» ", "т.е. ", "5 % "] {
        let line = part.repeat(20_000);
        let set = locale("ru").typeset_words(&line);
        assert!(set.chars().count() >= line.chars().count() / 2);
    }
}
