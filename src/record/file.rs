//! The record as a file: canonical JSON, a part to a line, so that the difference between
//! two of them reads well.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::{Check, Dataset, Edition, Page, PairPage, Record};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::site_path::{Home, SitePath};
use crate::source::{FileId, Input, Span};

/// The record's path in the output folder, of a study alone.
pub const FILE: &str = "baspa-record.json";

/// The path of a study's record in the output folder.
pub fn path(home: Home) -> SitePath {
    SitePath::presume(home.within(FILE))
}

/// Where a project of one study keeps the record of its last accepted revision.
pub const ACCEPTED: &str = "content/record.json";

/// The version of the format that is written, and read.
const VERSION: u32 = 1;

/// The record of the last accepted revision of a project, if it has one; one that cannot
/// be read is reported.
pub fn accepted(input: &Input, found: &mut Diagnostics) -> Option<Record> {
    match parse(input, input.find(&input.place(ACCEPTED))?) {
        Ok(record) => Some(record),
        Err(wrong) => {
            found.push(wrong.help("take the file as it was committed"));
            None
        }
    }
}

/// The record in a file of the project, or of a folder that was built.
///
/// # Errors
/// Why it is none.
pub fn parse(input: &Input, file: FileId) -> Result<Record, Diagnostic> {
    let text =
        input.text(file).map_err(|offset| Diagnostic::not_utf8(input, file, offset))?;
    read(text).map_err(|Unreadable { place, why }| {
        let span = match place {
            Some(place) => span(text, file, place),
            None => Span::start_of(file),
        };
        let message = format!("this is no record of a build: {why}");
        Diagnostic::new(Code::BadRecord, span, message)
    })
}

/// The place of a line and a column of bytes, from 1.
fn span(text: &str, file: FileId, (line, column): (usize, usize)) -> Span {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start = before.map(str::len).sum::<usize>();
    let at = text.floor_char_boundary(start + column.saturating_sub(1));
    Span::new(file, at, at)
}

/// Why a text is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unreadable {
    /// Line and column of the place, from 1; none where the whole is meant.
    place: Option<(usize, usize)>,
    why: String,
}

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "baspa-record")]
    version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    #[serde(rename = "baspa-record")]
    _version: u32,
    datasets: Vec<Dataset>,
    checks: Vec<Check>,
    claims: Vec<Check>,
    editions: Vec<Edition>,
    pairs: Vec<PairPage>,
    files: BTreeMap<String, String>,
}

fn read(text: &str) -> Result<Record, Unreadable> {
    let head: Head = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    if head.version != VERSION {
        let why =
            format!("its format is {}, and this baspa reads {VERSION}", head.version);
        return Err(Unreadable { place: None, why });
    }
    let whole: Whole = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let Whole { datasets, checks, claims, editions, pairs, files, .. } = whole;
    Ok(Record { datasets, checks, claims, editions, pairs, files })
}

fn unreadable(error: &serde_json::Error) -> Unreadable {
    let why = error.to_string();
    // The place is told apart.
    let why = why.split(" at line ").next().unwrap_or(&why).to_owned();
    Unreadable { place: Some((error.line(), error.column().max(1))), why }
}

impl Record {
    /// The record as [`parse`] reads it.
    pub fn text(&self) -> String {
        let mut text = format!("{{\"baspa-record\":{VERSION},\n\"datasets\":");
        list(&mut text, &self.datasets, |text, own| {
            let _ = write!(text, "{{\"id\":{},\"rows\":", json(&own.id));
            list(text, &own.rows, |text, row| text.push_str(&json(row)));
            text.push('}');
        });
        text.push_str(",\n\"checks\":");
        list(&mut text, &self.checks, |text, own| text.push_str(&json(own)));
        text.push_str(",\n\"claims\":");
        list(&mut text, &self.claims, |text, own| text.push_str(&json(own)));
        text.push_str(",\n\"editions\":");
        list(&mut text, &self.editions, |text, own| {
            let _ = write!(text, "{{\"lang\":{},\"pages\":", json(&own.lang));
            list(text, &own.pages, page);
            text.push('}');
        });
        text.push_str(",\n\"pairs\":");
        list(&mut text, &self.pairs, |text, own| text.push_str(&json(own)));
        text.push_str(",\n\"files\":{");
        for (at, (path, digest)) in self.files.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            let _ = write!(text, "{comma}\n{}:{}", json(path), json(digest));
        }
        text.push_str("\n}}\n");
        text
    }
}

fn page(text: &mut String, page: &Page) {
    let _ = write!(text, "{{\"path\":{},\"parts\":", json(&page.path));
    list(text, &page.parts, |text, part| text.push_str(&json(part)));
    text.push('}');
}

/// A list with a line for each item.
fn list<T>(text: &mut String, items: &[T], mut write: impl FnMut(&mut String, &T)) {
    text.push('[');
    for (at, item) in items.iter().enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        write(text, item);
    }
    text.push_str("\n]");
}

/// No value of a record can fail to be written.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Cell, Kind, Part, Row, State};

    fn record() -> Record {
        let cells = [
            ("a", Cell::Value("1.5".into())),
            (
                "b",
                Cell::Printed {
                    value: "1500".into(),
                    printed: Some("1.50".into()),
                    flags: Some("p".into()),
                },
            ),
            ("c", Cell::Missing { missing: "none".into() }),
        ];
        let cells = cells.map(|(id, cell)| (id.to_owned(), cell)).into();
        let part = |kind, text: &str, drawn: &[&str]| Part {
            at: "a".into(),
            kind,
            name: "n".into(),
            text: text.into(),
            drawn: drawn.iter().map(|own| (*own).to_owned()).collect(),
        };
        let plain = Part {
            at: String::new(),
            name: String::new(),
            ..part(Kind::Title, "T", &[])
        };
        let parts = vec![plain, part(Kind::Chart, "a\t\"б\"\n", &["0", "1"])];
        Record {
            datasets: vec![Dataset {
                id: "d".into(),
                rows: vec![Row { key: vec!["2013".into()], cells }],
            }],
            checks: vec![Check { id: "d.sum".into(), state: State::Disputed }],
            claims: vec![Check { id: "c".into(), state: State::Chosen(2) }],
            editions: vec![Edition {
                lang: "en".into(),
                pages: vec![Page { path: "en/index.html".into(), parts }],
            }],
            pairs: vec![PairPage {
                path: "en-kk/index.html".into(),
                languages: ["en".into(), "kk".into()],
            }],
            files: [("index.html".to_owned(), "00".to_owned())].into(),
        }
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let text = record().text();
        assert_eq!(read(&text), Ok(record()), "{text}");
        assert_eq!(read(&Record::default().text()), Ok(Record::default()));
    }

    #[test]
    fn a_part_has_a_line_of_its_own() {
        let text = record().text();
        let line = "{\"at\":\"a\",\"kind\":\"chart\",\"name\":\"n\",\
                    \"text\":\"a\\t\\\"б\\\"\\n\",\"drawn\":[\"0\",\"1\"]}";
        assert!(text.lines().any(|own| own == line), "{text}");
        assert!(text.lines().any(|own| own == "{\"kind\":\"title\",\"text\":\"T\"},"));
    }

    #[test]
    fn whatever_is_no_record_is_refused_with_its_place() {
        let text = record().text();
        let place = |text: &str| read(text).unwrap_err().place;
        assert_eq!(place(""), Some((1, 1)));
        assert_eq!(place("[]"), Some((1, 2)));
        let line = 1 + text.lines().position(|line| line.contains("chart")).unwrap();
        let plot = place(&text.replace("chart", "plot")).unwrap();
        assert_eq!(plot.0, line);
        assert!(place(&"[".repeat(100_000)).is_some());
        let deep = format!("{{\"baspa-record\":1,\"x\":{}", "[".repeat(100_000));
        assert!(place(&deep).is_some());
        assert!(place(&text.replace("\"checks\"", "\"tests\"")).is_some());
        assert!(place(&text.replacen("\"id\"", "\"id\":\"\",\"id\"", 1)).is_some());
        let newer = text.replace("\"baspa-record\":1", "\"baspa-record\":2");
        let why = "its format is 2, and this baspa reads 1";
        assert_eq!(read(&newer), Err(Unreadable { place: None, why: why.to_owned() }));
        let bounds = text.char_indices().map(|(end, _)| end);
        for end in bounds.filter(|end| *end + 1 < text.len()) {
            assert!(read(&text[..end]).is_err(), "{end}");
        }
    }
}
