//! The rows of a dataset that stand in a file of their own.
//!
//! A file is read as a [`Table`] first, CSV and workbooks alike: `encoding`, `csv` and
//! `separator`, or `archive`, `xlsx`, `ods` and `sheet`. Then its columns get the names of
//! variables (`columns`), a wide one becomes long (`wide`), values get the names that the
//! dataset has for them (`labels`), and numbers that were typed as text a decimal point
//! (`numbers`). What is left are rows like those in YAML.

mod archive;
mod cells;
mod columns;
mod csv;
mod encoding;
mod labels;
mod numbers;
mod ods;
mod range;
mod separator;
mod sheet;
mod value;
mod wide;
mod xlsx;

use super::dataset::RawRow;
use super::decode::{Decoder, Named};
use super::format::{RowSourceFile, TypeFile, VariableFile};
use crate::diag::{Code, Diagnostic};
use crate::source::{CellKind, FileId, Span, Spanned};
use separator::Separator;

/// A table as it stands in a file.
struct Table {
    /// The heads of its columns.
    head: Vec<Entry>,
    /// Its rows, each with a cell for each column.
    rows: Vec<Line>,
}

/// A row of a table.
struct Line {
    cells: Vec<Entry>,
    span: Span,
}

/// A cell of a table.
#[derive(Debug, Clone)]
struct Entry {
    text: Spanned<String>,
    kind: CellKind,
}

/// The variables whose values stand in rows.
struct Stored<'a> {
    files: &'a Named<VariableFile>,
    /// Columns that are no variables and have a meaning all the same.
    beside: &'a [String],
}

impl Stored<'_> {
    /// Their ids.
    fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        let stored = self.files.0.iter().filter(|(_, file)| file.formula.is_none());
        stored.map(|(id, _)| id.value.as_str())
    }

    /// What a column may be: one of them, or one beside them.
    fn in_rows(&self) -> impl Iterator<Item = &str> {
        self.ids().chain(self.beside.iter().map(String::as_str))
    }

    /// Whether the values of this one are shares, from 0 to 1.
    fn is_share(&self, id: &str) -> bool {
        self.type_of(id) == Some(TypeFile::Share)
    }

    /// Whether the values of this one are numbers.
    fn is_number(&self, id: &str) -> bool {
        use TypeFile::{Category, Date, Period, Text};
        self.type_of(id)
            .is_some_and(|own| !matches!(own, Category | Date | Period | Text))
    }

    fn type_of(&self, id: &str) -> Option<TypeFile> {
        let own = self.files.0.iter().find(|(own, _)| own.value == id);
        Some(own?.1.r#type.as_ref()?.value)
    }
}

/// Rows with the names of their columns, each of which is a variable if all is well.
pub(super) struct NamedRows {
    pub(super) head: Vec<Spanned<String>>,
    pub(super) rows: Vec<RawRow>,
}

/// The rows of a file; `None` where a diagnostic says why not. `beside` names columns that
/// are no variables and have a meaning all the same.
pub(super) fn read(
    source: &RowSourceFile,
    dataset: FileId,
    variables: &Named<VariableFile>,
    beside: &[String],
    decoder: &mut Decoder<'_>,
) -> Option<NamedRows> {
    let stored = Stored { files: variables, beside };
    let Some(kind) = kind(&source.file.value) else {
        decoder.report(unknown_kind(&source.file));
        return None;
    };
    let file = file_of(&source.file, dataset, decoder)?;
    let table = match kind {
        Kind::Text(usual) => text_table(source, file, usual, decoder)?,
        Kind::Workbook => sheet::table(source, file, decoder)?,
    };
    let table = columns::named(table, source, &stored, decoder)?;
    let table = match &source.wide {
        Some(wide) => wide::long(table, wide, &stored, decoder)?,
        None => table,
    };
    let table = labels::resolved(table, source, &stored, decoder)?;
    let table = numbers::plain(table, source, &stored, decoder)?;
    let head: Vec<_> = table.head.into_iter().map(|head| head.text).collect();
    let rows = table.rows.into_iter().map(|line| {
        let cells = line.cells.into_iter().map(|cell| cell.text);
        RawRow { cells: head.iter().cloned().zip(cells).collect(), span: line.span }
    });
    Some(NamedRows { rows: rows.collect(), head })
}

/// The words of a head or a label: spaces and line breaks do not count.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a file is, by its ending.
enum Kind {
    /// CSV, with what usually parts its columns.
    Text(Separator),
    Workbook,
}

fn kind(name: &str) -> Option<Kind> {
    match name.rsplit_once('.')?.1 {
        "csv" => Some(Kind::Text(Separator::Comma)),
        "tsv" => Some(Kind::Text(Separator::Tab)),
        "xlsx" | "ods" => Some(Kind::Workbook),
        _ => None,
    }
}

/// Whether a dataset may have its rows in a file of this name.
pub(super) fn holds_rows(name: &str) -> bool {
    kind(name).is_some()
}

fn unknown_kind(name: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is no file that rows can be read from", name.value);
    let help = match name.value.rsplit_once('.') {
        Some((_, "xls" | "xlsm" | "xlsb")) => "save it as `.xlsx`, or as CSV in UTF-8",
        _ => "rows stand in `.csv`, `.tsv`, `.xlsx` or `.ods`",
    };
    Diagnostic::new(Code::BadValue, name.span, message).help(help)
}

/// The file of this name beside that of the dataset.
fn file_of(
    name: &Spanned<String>,
    dataset: FileId,
    decoder: &mut Decoder<'_>,
) -> Option<FileId> {
    let folder = &decoder.input.file(dataset).path;
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = format!("{folder}/{}", name.value);
    match decoder.input.find(&path) {
        Some(file) if !name.value.contains('/') => Some(file),
        _ => {
            let message = format!("there is no file `{}` beside this one", name.value);
            let missing = Diagnostic::new(Code::MissingFile, name.span, message);
            let prefix = format!("{folder}/");
            let beside = decoder.input.under(&prefix);
            let beside = beside.map(|(_, file)| &file.path[prefix.len()..]);
            let beside: Vec<_> = beside.filter(|path| holds_rows(path)).collect();
            decoder.report(match beside.is_empty() {
                true => missing.help("put the file in the same folder"),
                false => missing.suggest(&name.value, beside),
            });
            None
        }
    }
}

/// The table of a CSV file.
fn text_table(
    source: &RowSourceFile,
    file: FileId,
    usual: Separator,
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let of_workbooks = [("sheet", &source.sheet), ("range", &source.range)];
    for (key, given) in of_workbooks {
        if let Some(given) = given {
            decoder.report(meaningless(key, "a CSV file", given.span));
        }
    }
    let encoding = source.encoding.as_ref();
    let text = encoding::text(decoder.input, file, encoding, decoder.found)?;
    let separator = source.separator.as_ref().map_or(usual, |own| own.value);
    csv::table(decoder.input, file, text, separator, decoder.found)
}

/// A diagnostic about a key that says nothing of this kind of file.
fn meaningless(key: &str, what: &str, span: Span) -> Diagnostic {
    let message = format!("`{key}` has no meaning for {what}");
    Diagnostic::new(Code::BadValue, span, message).help("remove it")
}
