//! A small dataset, and expressions over it.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::expr::eval::Evaluation;
use crate::expr::{
    Expression, Failure, Number, PERCENT, Record, Records, Scope, Value, WordId,
};
use crate::lang::Lang;
use crate::locale::{
    Currency, Declension, Flag, Forms, Gender, KazakhNoun, Kind, Locale, Noun, Phrase,
    Piece, Quantity, RussianNoun, Time, Words,
};
use crate::source::{FileId, Input, Span};

/// Loans of books: year, total and a part of it, the share of the part in percent. The
/// part of the second year is missing. Of numbers that are more than numbers there is one
/// each: preliminary, estimated, rounded to zero, a part of a whole, money, a period.
pub(super) struct Loans {
    keys: Vec<Vec<String>>,
}

impl Loans {
    /// With `length` rows, from 2019 on.
    pub(super) fn of(length: usize) -> Self {
        Self { keys: (0..length).map(|row| vec![(2019 + row).to_string()]).collect() }
    }
}

impl Records for Loans {
    fn id(&self) -> &str {
        "loans"
    }

    fn variables(&self) -> Vec<&str> {
        vec!["year", "total", "part", "share", "readers", "town"]
    }

    fn key_length(&self) -> usize {
        1
    }

    fn length(&self) -> usize {
        self.keys.len()
    }

    fn value(&self, row: usize, variable: &str) -> Option<Value<'_>> {
        let number = |value: Decimal, unit: &str| {
            let quantity = Quantity::new(value);
            Value::Number(Number { quantity, unit: Some(unit.into()) })
        };
        let count = |value: usize, unit| number(Decimal::from(value), unit);
        Some(match variable {
            "year" => {
                let value = Decimal::from(2019 + row);
                let quantity = Quantity { kind: Kind::Year, ..Quantity::new(value) };
                Value::Number(Number { quantity, unit: None })
            }
            "total" => count(1000 + 250 * row, "book"),
            "part" if row == 1 => Value::Missing { reason: "not-counted".into() },
            "part" => count(250, "book"),
            "share" => {
                let value = Decimal::new(405 + row as i64, 1);
                let quantity = Quantity {
                    kind: Kind::Percent,
                    decimals: Some(1),
                    ..Quantity::new(value)
                };
                Value::Number(Number { quantity, unit: Some(PERCENT.into()) })
            }
            "readers" => count(100, "person"),
            "town" => Value::Level {
                records: self,
                variable: "town".into(),
                id: if row == 0 { "almaty" } else { "shymkent" }.into(),
            },
            "early" => flagged("500", "p", "book"),
            "guess" => flagged("40", "e", "book"),
            "trace" => flagged("0", "n", "book"),
            "portion" => {
                let value = Decimal::new(2505, 4);
                let quantity = Quantity { kind: Kind::Share, ..Quantity::new(value) };
                Value::Number(Number { quantity, unit: None })
            }
            "price" => money("1500", "KZT"),
            "cost" => money("3", "USD"),
            "term" => Value::Time(Time::parse("2019/20").unwrap()),
            _ => return None,
        })
    }

    fn key_of(&self, row: usize) -> &[String] {
        self.keys.get(row).map_or(&[], Vec::as_slice)
    }

    fn find(&self, key: &[String]) -> Option<usize> {
        self.keys.iter().position(|own| own == key)
    }

    fn level(&self, _: &str, level: &str, lang: Lang) -> String {
        match (level, lang.as_str()) {
            ("almaty", "kk") => "Алматы".into(),
            ("almaty", _) => "Almaty".into(),
            _ => level.to_owned(),
        }
    }

    fn word(&self, _: &str, level: &str) -> Option<WordId<'_>> {
        (level == "almaty").then_some(WordId::Place("almaty"))
    }
}

fn flagged<'a>(value: &str, codes: &str, unit: &str) -> Value<'a> {
    let flags = codes.chars().filter_map(Flag::of).collect();
    let quantity = Quantity { flags, ..Quantity::new(value.parse().unwrap()) };
    Value::Number(Number { quantity, unit: Some(unit.into()) })
}

fn money<'a>(value: &str, code: &str) -> Value<'a> {
    let currency = Currency::of(code);
    let quantity = Quantity { currency, ..Quantity::new(value.parse().unwrap()) };
    Value::Number(Number { quantity, unit: Some(code.into()) })
}

/// A noun that is a unit of the loans, and the town of the first.
fn words(lang: Lang) -> Words {
    let (book, almaty) = match lang.as_str() {
        "kk" => (kazakh("кітап"), kazakh("Алматы")),
        "ru" => (russian_book(), Forms::Russian(RussianNoun::unchanging("Алматы"))),
        _ => {
            let (one, several) = ("book".to_owned(), Some("books".to_owned()));
            let almaty = Forms::English { one: "Almaty".to_owned(), several: None };
            (Forms::English { one, several }, almaty)
        }
    };
    let one = |id: &str, forms, city| {
        let noun = Noun { forms, symbol: None, city };
        [(id.to_owned(), Arc::new(noun))].into()
    };
    let (nouns, places) = (one("book", book, false), one("almaty", almaty, true));
    Words { nouns, places, ..Words::default() }
}

fn kazakh(form: &str) -> Forms {
    Forms::Kazakh(KazakhNoun::regular(form))
}

fn russian_book() -> Forms {
    let six = |forms: &str| {
        let forms: Vec<_> = forms.split(' ').map(str::to_owned).collect();
        forms.try_into().unwrap()
    };
    Forms::Russian(RussianNoun::Declined(Box::new(Declension {
        gender: Some(Gender::Feminine),
        animate: false,
        singular: six("книга книги книге книгу книгой книге"),
        plural: Some(six("книги книг книгам книги книгами книгах")),
        counted: None,
        few: None,
        locative: None,
    })))
}

/// The file that expressions of tests stand in.
pub(super) fn file(text: &str) -> (Input, FileId) {
    let input = Input::new([("a.md".to_owned(), text.as_bytes().to_vec())]);
    let file = input.find("a.md").unwrap();
    (input, file)
}

fn expression(text: &str) -> Expression {
    let (_, file) = file(text);
    Expression::parse(text, Span::new(file, 0, text.len()))
        .unwrap_or_else(|failures| panic!("{text}: {failures:?}"))
}

/// What `text` yields, as the messages of failing checks show it, or why it fails.
/// `row` is the row of 2019.
pub(super) fn value(text: &str) -> Result<String, Failure> {
    let loans = Loans::of(3);
    let datasets: [&dyn Records; 1] = [&loans];
    let record = Record { records: &loans, row: 0 };
    let scope = Scope { row: Some(record), rows: Some(&loans), ..Scope::new(&datasets) };
    expression(text).evaluate(&scope).map(|value| format!("{value:?}"))
}

/// The message of an expression that fails.
#[track_caller]
pub(super) fn failure(text: &str) -> String {
    value(text).expect_err(text).message
}

/// Whether the condition holds for 2019 with a tolerance; `None` where it is undecided.
#[track_caller]
pub(super) fn holds(text: &str, tolerance: &str) -> Option<bool> {
    let loans = Loans::of(3);
    let datasets: [&dyn Records; 1] = [&loans];
    let record = Record { records: &loans, row: 0 };
    let scope = Scope {
        row: Some(record),
        tolerance: tolerance.parse().unwrap(),
        ..Scope::new(&datasets)
    };
    expression(text).holds(&scope).unwrap()
}

/// What refutes the condition: rows of the loans by their position, with numbers.
pub(super) fn refuted(text: &str) -> Vec<(Option<usize>, Vec<String>)> {
    let loans = Loans::of(3);
    let datasets: [&dyn Records; 1] = [&loans];
    let record = text.contains("row.").then_some(Record { records: &loans, row: 0 });
    let scope = Scope { row: record, ..Scope::new(&datasets) };
    let condition = expression(text);
    assert_eq!(condition.holds(&scope), Ok(Some(false)), "{text}");
    let found = condition.refuted(&scope).into_iter();
    found.map(|own| (own.row.map(|row| row.row), own.numbers)).collect()
}

/// What a sentence shows, with common spaces.
pub(super) fn written(tag: &str, text: &str) -> Result<String, String> {
    phrase(tag, text).map(|shown| shown.plain().replace(['\u{a0}', '\u{202f}'], " "))
}

/// The same with flags behind `^`.
pub(super) fn marked(tag: &str, text: &str) -> String {
    let phrase = phrase(tag, text).unwrap();
    let pieces = phrase.pieces().iter().map(|piece| match piece {
        Piece::Words(text) | Piece::Number(text) => text.replace('\u{a0}', " "),
        Piece::Flags(flags) => format!("^{flags}"),
    });
    pieces.collect()
}

fn phrase(tag: &str, text: &str) -> Result<Phrase, String> {
    let loans = Loans::of(3);
    let datasets: [&dyn Records; 1] = [&loans];
    let lang = Lang::parse(tag).unwrap();
    let locale = Locale::new(lang).with_words(words(lang));
    let scope = Scope { locale: Some(&locale), ..Scope::new(&datasets) };
    let value = expression(text).evaluate(&scope).map_err(|failure| failure.message)?;
    value.write(&locale).map_err(|(message, _)| message)
}

/// How many steps `text` takes over that many rows.
pub(super) fn steps(text: &str, rows: usize) -> usize {
    let loans = Loans::of(rows);
    let datasets: [&dyn Records; 1] = [&loans];
    let scope = Scope { rows: Some(&loans), ..Scope::new(&datasets) };
    let expression = expression(text);
    let mut evaluation = Evaluation::new(&expression, &scope);
    evaluation.value(expression.root()).unwrap();
    evaluation.steps
}
