//! The files of datasets and figures: their values are those of the page, to the digit.

use std::collections::BTreeMap;
use std::io::Cursor;

use baspa::site_path::SitePath;
use calamine::{Data, Reader, Xlsx};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use crate::html::{Child, Element, Page};
use crate::{Built, EVERY, folder};

/// The bytes of a file of the site.
fn bytes(built: &Built, path: &str) -> Vec<u8> {
    let made = built.site.made(&SitePath::presume(path));
    made.unwrap_or_else(|| panic!("no {path}")).into_owned()
}

/// A file as JSON.
pub(crate) fn json(built: &Built, path: &str) -> Value {
    serde_json::from_slice(&bytes(built, path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The head and the rows of a CSV file.
pub(crate) fn csv(built: &Built, path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = bytes(built, path);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    (head, reader.records().map(|record| row(record.unwrap())).collect())
}

/// The head and the rows of a sheet as wide as `width`.
fn sheet(built: &Built, path: &str, name: &str, width: usize) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes(built, path))).unwrap();
    assert_eq!(book.sheet_names(), ["data", "metadata"], "{path}");
    let range = book.worksheet_range(name).unwrap();
    let (height, _) = range.get_size();
    let cell = |row: usize, at: usize| {
        range.get_value((row as u32, at as u32)).cloned().unwrap_or_default()
    };
    (0..height).map(|row| (0..width).map(|at| cell(row, at)).collect()).collect()
}

/// A cell of a table of a page: its words without the mark of a unit, why it has no value,
/// and the codes of the flags of its value.
struct Shown {
    words: String,
    reason: Option<String>,
    flags: Option<String>,
}

/// The rows of the table below `element`, without its head.
fn table(page: &Page, element: &Element) -> Vec<Vec<Shown>> {
    let below = page.below(element);
    let table = below.iter().find(|own| own.name == "table").expect("a table");
    let rows = page.below(table).into_iter().filter(|own| own.name == "tr").skip(1);
    let cells = |row: &Element| {
        let cells = page.below(row).into_iter();
        let cells = cells.filter(|own| own.name == "td" || own.name == "th");
        cells.map(|cell| shown(page, cell)).collect()
    };
    rows.map(cells).collect()
}

fn shown(page: &Page, cell: &Element) -> Shown {
    let mut shown = Shown { words: String::new(), reason: None, flags: None };
    for child in &cell.children {
        let own = match child {
            Child::Words(words) => {
                shown.words += words;
                continue;
            }
            Child::Element(at) => &page.elements[*at],
        };
        match own {
            own if own.has_class("hidden") => {
                shown.reason = Some(plain(&page.words(own)))
            }
            own if own.has_class("flag") => {
                let below = page.below(own);
                let codes = below.iter().find(|own| own.get("aria-hidden").is_some());
                shown.flags = codes.map(|own| page.words(own));
            }
            own if own.has_class("unit") => {}
            own => shown.words += &page.words(own),
        }
    }
    shown.words = plain(shown.words.trim());
    assert_eq!(shown.reason.is_some(), cell.has_class("m"));
    shown
}

fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

/// A number that a language wrote, with the decimals that it has.
fn number(words: &str, lang: &str) -> Decimal {
    let groups = |sign: char| match lang {
        "en" => sign == ',',
        _ => sign.is_whitespace(),
    };
    let digits: String = words.chars().filter(|sign| !groups(*sign)).collect();
    let digits = digits.replace('\u{2212}', "-").replace(',', ".");
    digits.parse().unwrap_or_else(|_| panic!("`{words}` is no number in {lang}"))
}

/// That the page shows `exact`, rounded to the decimals that it shows.
fn assert_shows(shown: &Shown, exact: Decimal, lang: &str, place: &str) {
    let on_page = number(&shown.words, lang);
    let rounding = RoundingStrategy::MidpointAwayFromZero;
    let rounded = exact.round_dp_with_strategy(on_page.scale(), rounding);
    assert_eq!(on_page, rounded, "{place}: the page and the files");
}

/// That the page shows these words; or a date, which it writes in words, by its year.
fn assert_words(shown: &Shown, words: &str, place: &str) {
    let year = words.get(..4).filter(|own| own.parse::<u16>().is_ok());
    assert!(shown.words.contains(year.unwrap_or(words)), "{place}: {words}");
}

/// The value of a cell of a workbook as CSV has it.
fn as_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => panic!("a cell of another type: {other:?}"),
    }
}

/// That two files say the same: numbers by their value, words by their letters.
fn assert_same(one: &str, other: &str, place: &str) {
    match (one.parse::<Decimal>(), other.parse::<Decimal>()) {
        (Ok(one), Ok(other)) => assert_eq!(one, other, "{place}"),
        _ => assert_eq!(one, other, "{place}"),
    }
}

/// The text of a value of JSON, where it is there.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(_) => None,
        other => panic!("a value of another type: {other}"),
    }
}

/// The ids of the datasets of a site.
pub(crate) fn datasets(built: &Built) -> Vec<String> {
    let paths = built.site.iter().map(|(path, _)| path.as_str());
    let csvs = paths.filter_map(|path| path.strip_prefix("data/")?.strip_suffix(".csv"));
    csvs.map(str::to_owned).collect()
}

#[test]
fn every_value_of_a_dataset_is_the_same_in_all_files_and_on_its_page() {
    let mut compared = 0;
    for built in EVERY.map(|built| &**built) {
        for id in datasets(built) {
            let own = json(built, &format!("data/{id}.json"));
            let (head, rows) = csv(built, &format!("data/{id}.csv"));
            let sheet = sheet(built, &format!("data/{id}.xlsx"), "data", head.len());
            let on_sheet: Vec<_> = sheet[0].iter().map(as_text).collect();
            assert_eq!(on_sheet, head, "{id}");
            assert_eq!(sheet.len(), rows.len() + 1, "{id}");
            let columns: BTreeMap<_, _> =
                head.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
            for (row, cells) in rows.iter().enumerate() {
                for (at, cell) in cells.iter().enumerate() {
                    let place = format!("{id}, row {row}, {}", head[at]);
                    assert_same(&as_text(&sheet[row + 1][at]), cell, &place);
                }
            }
            for lang in built.languages() {
                let page = &built.pages[&format!("{}/data/{id}.html", folder(lang))];
                let section = page.by_id("rows").unwrap().parent.unwrap();
                let table = table(page, &page.elements[section]);
                assert_eq!(table.len(), rows.len(), "{id}");
                for (row, shown) in table.iter().enumerate() {
                    compared += 1;
                    let row = Row { id: &id, row, columns: &columns, csv: &rows[row] };
                    row.assert_shown(&own, shown, lang);
                }
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

/// A row of a dataset's CSV.
struct Row<'r> {
    id: &'r str,
    row: usize,
    columns: &'r BTreeMap<&'r str, usize>,
    csv: &'r [String],
}

impl Row<'_> {
    /// That the page in `lang` shows the row, and JSON has it.
    fn assert_shown(&self, json: &Value, shown: &[Shown], lang: &str) {
        let variables = json["variables"].as_array().unwrap();
        assert_eq!(shown.len(), variables.len(), "{}", self.id);
        for (variable, shown) in variables.iter().zip(shown) {
            let name = variable["id"].as_str().unwrap();
            let place = format!("{}, row {}, {name}, {lang}", self.id, self.row);
            let value = &json["rows"][self.row][name];
            let written = &self.csv[self.columns[name]];
            let Some(own) = text(value) else {
                let code = value["missing"].as_str().unwrap();
                let reasons = self.columns[format!("{name}_flag").as_str()];
                assert_eq!((written.as_str(), self.csv[reasons].as_str()), ("", code));
                let reason = json["missing"][code][lang].as_str();
                assert_eq!(shown.reason.as_deref(), reason, "{place}");
                continue;
            };
            assert_same(&own, written.strip_prefix('\'').unwrap_or(written), &place);
            let flags = self.columns.get(format!("{name}_flag").as_str());
            let flags =
                flags.map(|at| self.csv[*at].as_str()).filter(|own| !own.is_empty());
            assert_eq!(shown.flags.as_deref(), flags, "{place}");
            match (&variable["levels"][&own][lang], own.parse::<Decimal>()) {
                (Value::String(label), _) => assert_eq!(&shown.words, label, "{place}"),
                (_, Ok(number)) => assert_shows(shown, number, lang, &place),
                _ => assert_words(shown, &own, &place),
            }
        }
    }
}

#[test]
fn every_value_of_a_figure_is_the_same_in_all_files_and_in_its_table() {
    let mut compared = 0;
    for built in EVERY.map(|built| &**built) {
        for lang in built.languages() {
            let page = built.study(lang);
            for figure in page.all("figure").filter(|own| own.has_class("figure")) {
                let id = figure.get("id").unwrap();
                let path = format!("{}/figures/{id}", folder(lang));
                let own = json(built, &format!("{path}.json"));
                let (head, rows) = csv(built, &format!("{path}.csv"));
                let sheet = sheet(built, &format!("{path}.xlsx"), "data", head.len());
                let table = table(page, figure);
                assert_eq!(sheet.len(), rows.len() + 1, "{path}");
                assert_eq!(table.len(), rows.len(), "{path}");
                for (row, shown) in table.iter().enumerate() {
                    for (at, shown) in shown.iter().enumerate() {
                        compared += 1;
                        let place = format!("{path}, row {row}, column {at}");
                        let cell = &rows[row][at];
                        assert_same(&as_text(&sheet[row + 1][at]), cell, &place);
                        assert_cell(&own["rows"][row][at], cell, shown, lang, &place);
                    }
                }
            }
        }
    }
    assert!(compared > 2000, "{compared}");
}

/// That a cell of a figure's table is what JSON and CSV have.
fn assert_cell(own: &Value, csv: &str, shown: &Shown, lang: &str, place: &str) {
    match own {
        Value::Object(flagged) if flagged.contains_key("value") => {
            assert_cell(&flagged["value"], csv, shown, lang, place);
            assert_eq!(flagged["flags"].as_str(), shown.flags.as_deref(), "{place}");
        }
        Value::Object(missing) => {
            assert_eq!(csv, "", "{place}");
            assert_eq!(missing["missing"].as_str(), shown.reason.as_deref(), "{place}");
        }
        Value::Number(number) => {
            let number: Decimal = number.to_string().parse().unwrap();
            assert_eq!(csv.parse::<Decimal>().unwrap(), number, "{place}");
            assert_shows(shown, number, lang, place);
        }
        Value::String(words) => {
            assert_same(words, csv.strip_prefix('\'').unwrap_or(csv), place);
            assert_words(shown, words, place);
        }
        other => panic!("{place}: a value of another type: {other}"),
    }
}

#[test]
fn the_sheet_beside_the_data_describes_them_in_every_language() {
    for built in EVERY.map(|built| &**built) {
        let languages = built.languages();
        for id in datasets(built) {
            let own = json(built, &format!("data/{id}.json"));
            let path = format!("data/{id}.xlsx");
            let rows = sheet(built, &path, "metadata", 3 + languages.len());
            let rows: Vec<Vec<_>> =
                rows.iter().map(|row| row.iter().map(as_text).collect()).collect();
            let said = |part: &str, of: &str, property: &str, lang: &str| {
                let at = rows[0].iter().position(|head| head == lang).unwrap();
                let mut rows = rows.iter();
                let row = rows.find(|row| row[..3] == [part, of, property]);
                row.unwrap_or_else(|| panic!("{id}: {part} {of} {property}"))[at].clone()
            };
            for lang in languages.iter().copied() {
                assert_eq!(said("dataset", &id, "title", lang), own["title"][lang]);
                for variable in own["variables"].as_array().unwrap() {
                    let of = variable["id"].as_str().unwrap();
                    assert_eq!(
                        said("variable", of, "label", lang),
                        variable["label"][lang]
                    );
                    for (level, label) in variable["levels"].as_object().unwrap() {
                        let of = format!("{of} = {level}");
                        assert_eq!(said("level", &of, "label", lang), label[lang]);
                    }
                }
                for (code, reason) in own["missing"].as_object().unwrap() {
                    assert_eq!(said("missing", code, "label", lang), reason[lang]);
                }
            }
        }
    }
}

#[test]
fn lines_of_csv_end_as_rfc_4180_has_them() {
    for built in EVERY.map(|built| &**built) {
        let csvs = built.site.iter().filter(|(path, _)| path.as_str().ends_with(".csv"));
        for (path, content) in csvs {
            let text = std::str::from_utf8(content.bytes().unwrap()).unwrap();
            assert!(text.ends_with("\r\n") && !text.starts_with('\u{feff}'), "{path}");
            let bare = text.replace("\r\n", "").contains(['\r', '\n']);
            assert!(!bare || text.contains('"'), "{path}");
        }
    }
}
