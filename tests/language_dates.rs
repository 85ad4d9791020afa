//! The dates of `fixtures/lang/dates.csv`, row by row, as an author asks for them.

use baspa::expr::{Expression, Scope};
use baspa::lang::Lang;
use baspa::locale::{Case, Kind, Locale, MonthForm, Quantity};
use baspa::source::{Input, Span};

/// What an expression shows in a sentence of the language.
fn written(locale: &Locale, text: &str) -> String {
    let input = Input::new([("a.md".to_owned(), text.as_bytes().to_vec())]);
    let span = Span::new(input.find("a.md").unwrap(), 0, text.len());
    let expression = Expression::parse(text, span).unwrap();
    let scope = Scope { locale: Some(locale), ..Scope::new(&[]) };
    let value = expression.evaluate(&scope);
    let value = value.unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"));
    let phrase = value.write(locale).unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"));
    phrase.plain()
}

fn common_spaces(text: &str) -> String {
    text.replace(char::is_whitespace, " ")
}

#[test]
fn every_date_is_written_as_its_language_wants() {
    let mut reader = csv::Reader::from_path("tests/fixtures/lang/dates.csv").unwrap();
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let [lang, kind, input, _, expected] = [1, 2, 3, 4, 5].map(|at| &row[at]);
        let locale = Locale::new(Lang::parse(lang).unwrap());
        let made = common_spaces(&date(&locale, kind, input));
        if made != common_spaces(expected) {
            wrong.push(format!("{} {lang} {kind}: {made}, not {expected}", &row[0]));
        }
        rows += 1;
    }
    assert!(rows > 200 && wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A date of the table in the form of the table.
fn date(locale: &Locale, kind: &str, input: &str) -> String {
    let month = || input.parse().unwrap();
    match kind {
        "year-digits-abl" => {
            let (kind, case) = (Kind::Year, Case::Ablative);
            let year = Quantity { kind, case, ..Quantity::new(input.parse().unwrap()) };
            locale.write(&year).unwrap()
        }
        // In a head, where Kazakh has a capital, and after a day.
        "month-standalone" => locale.month(month(), MonthForm::Alone).unwrap(),
        "month-format" => locale.month(month(), MonthForm::OfDay).unwrap(),
        _ => written(locale, &expression(kind, input)),
    }
}

/// How an author asks for it.
fn expression(kind: &str, input: &str) -> String {
    let year = input.get(..4).unwrap_or(input);
    let month = input.get(..7).unwrap_or(input);
    let of_month = |form: &str| format!("date(\"2019-{input:0>2}\").month(\"{form}\")");
    let of_date = |method: &str| format!("date(\"{input}\"){method}");
    let of_month_of_year = |method: &str| format!("date(\"{month}\"){method}");
    let of_years = |method: &str| {
        let (from, to) = input.split_once('/').unwrap();
        format!("period({from}, {to}){method}")
    };
    match kind {
        "date-full" => of_date(".full()"),
        "date-long" => of_date(".long()"),
        "date-medium" => of_date(".medium()"),
        "date-short" => of_date(".short()"),
        "date-official" | "date-dmy" => of_date(""),
        "date-official-loc" => of_date(".when()"),
        "date-official-gen" => of_date(".gen()"),
        "date-official-abl" => of_date(".since()"),
        "month-day" => of_date(".month_day()"),
        "month-year" | "month-year-nom" => of_month_of_year(".long()"),
        "month-year-official" => of_month_of_year(""),
        "month-year-short" => of_month_of_year(".medium()"),
        "month-year-loc" | "month-year-prep" => of_month_of_year(".when()"),
        "month-short" => of_month("short"),
        "month-gen" => of_month("gen"),
        "month-dat" => of_month("dat"),
        "month-loc" => of_month("loc"),
        "month-abl" => of_month("abl"),
        "month-prep (в …)" => of_month("prep"),
        "year" => format!("date(\"{year}\")"),
        "year-bare" => of_date(".nom()"),
        "year-abbr" => of_date(".short()"),
        "in-year" => of_date(".when()"),
        "of-year" => of_date(".of()"),
        "since-year" => of_date(".since()"),
        "until-year" => of_date(".until()"),
        "year-range" | "year-range-noun" => of_years(""),
        "year-range-abbr" => of_years(".short()"),
        "in-year-range" => of_years(".when()"),
        "of-year-range" => of_years(".of()"),
        "from-to" => of_years(".from_to()"),
        "range-long" => {
            let (from, to) = input.split_once('/').unwrap();
            format!("period(date(\"{from}\"), date(\"{to}\")).long()")
        }
        "quarter" => {
            let (year, quarter) = input.split_once("-Q").unwrap();
            format!("quarter({year}, {quarter})")
        }
        other => panic!("no kind `{other}`"),
    }
}
