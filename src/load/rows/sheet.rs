//! The table in a sheet of a workbook.

use super::range::CellRange;
use super::{Entry, Line, Table, meaningless, ods, xlsx};
use crate::diag::{Code, Diagnostic};
use crate::load::bad_character;
use crate::load::decode::Decoder;
use crate::load::format::RowSourceFile;
use crate::source::{
    CellPlace, FileId, Grid, Reading, Sheet, Span, Spanned, Workbook, address,
};

/// The table in the sheet and the range that are asked for; `None` where a diagnostic says
/// why not.
pub(super) fn table(
    source: &RowSourceFile,
    file: FileId,
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let of_text = [
        ("encoding", source.encoding.as_ref().map(|own| own.span)),
        ("separator", source.separator.as_ref().map(|own| own.span)),
    ];
    for (key, span) in of_text {
        if let Some(span) = span {
            decoder.report(meaningless(key, "a workbook", span));
        }
    }
    let made = workbook(source, file, decoder).and_then(|book| {
        let sheet = sheet(book, source)?;
        let grid = readable(sheet, source)?;
        let range = range(grid, source)?;
        rows(book, grid, range, file, source)
    });
    let table = made.map_err(|bad| decoder.report(*bad)).ok()?;
    let entries = table.rows.iter().flat_map(|line| &line.cells).chain(&table.head);
    let bad = entries.filter_map(|cell| bad_character(&cell.text.value, cell.text.span));
    let bad: Vec<_> = bad.collect();
    let good = bad.is_empty();
    decoder.found.extend(bad);
    good.then_some(table)
}

/// What is said, on the heap, because what is right is smaller.
type Said<T> = Result<T, Box<Diagnostic>>;

fn bad(span: Span, message: impl Into<String>) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::BadWorkbook, span, message))
}

/// The workbook, read once for all datasets that have their rows in it.
fn workbook<'a>(
    source: &RowSourceFile,
    file: FileId,
    decoder: &Decoder<'a>,
) -> Said<&'a Workbook> {
    let input = decoder.input;
    if input.reading(file).is_none() {
        let bytes = &input.file(file).bytes;
        let read = match source.file.value.ends_with(".ods") {
            true => ods::workbook(bytes),
            false => xlsx::workbook(bytes),
        };
        let book = read.map_err(|why| {
            let message = format!("`{}` cannot be read: {why}", source.file.value);
            let help = "open it in the program that wrote it and save it anew";
            Box::new(bad(source.file.span, message).help(help))
        })?;
        input.read_as(file, || Reading::Workbook(book));
    }
    match input.reading(file) {
        Some(Reading::Workbook(book)) => Ok(book),
        _ => Err(bad(source.file.span, "the file is no workbook")),
    }
}

/// The sheet that is asked for, or the only one.
fn sheet<'a>(book: &'a Workbook, source: &RowSourceFile) -> Said<&'a Sheet> {
    let names = || book.sheets().iter().map(|sheet| sheet.name.as_str());
    let file = &source.file;
    match (&source.sheet, book.sheets()) {
        (Some(name), sheets) => {
            let found = sheets.iter().find(|sheet| sheet.name.trim() == name.value);
            found.ok_or_else(|| {
                let message = format!("`{}` has no sheet `{}`", file.value, name.value);
                Box::new(bad(name.span, message).suggest(&name.value, names()))
            })
        }
        (None, [only]) => Ok(only),
        (None, []) => Err(bad(file.span, format!("`{}` has no sheet", file.value))),
        (None, sheets) => {
            let message = format!("`{}` has {} sheets", file.value, sheets.len());
            let names: Vec<_> = names().take(20).map(|n| format!("`{n}`")).collect();
            Err(Box::new(
                bad(file.span, message)
                    .help(format!("name one of them, `sheet: …`: {}", names.join(", "))),
            ))
        }
    }
}

fn readable<'a>(sheet: &'a Sheet, source: &RowSourceFile) -> Said<&'a Grid> {
    let name = source.sheet.as_ref().unwrap_or(&source.file);
    sheet.grid.as_ref().map_err(|why| {
        bad(name.span, format!("the sheet `{}` cannot be read: {why}", sheet.name))
    })
}

/// The range that is asked for, as far as it is used.
fn range(grid: &Grid, source: &RowSourceFile) -> Said<CellRange> {
    let (rows, columns) = grid.used();
    if rows.is_empty() {
        let name = source.sheet.as_ref().unwrap_or(&source.file);
        return Err(bad(name.span, "the sheet is empty"));
    }
    let used = CellRange {
        first: (rows.start, columns.start),
        last: (rows.end - 1, columns.end - 1),
    };
    let Some(asked) = &source.range else { return Ok(used) };
    let Some(range) = CellRange::parse(&asked.value) else {
        let message = format!("`{}` is no range of cells", asked.value);
        let help = "write its first cell and its last: `B4:H24`";
        return Err(Box::new(
            Diagnostic::new(Code::BadValue, asked.span, message).help(help),
        ));
    };
    let first = (range.first.0, range.first.1.max(used.first.1));
    let last = (range.last.0.min(used.last.0), range.last.1.min(used.last.1));
    if !rows.contains(&first.0) || last.0 < first.0 || last.1 < first.1 {
        let (first, last) = (used.first, used.last);
        let (first, last) = (address(first.0, first.1), address(last.0, last.1));
        return Err(Box::new(
            bad(asked.span, "the first row of the range is empty")
                .help(format!("the cells of the sheet that are used: `{first}:{last}`")),
        ));
    }
    Ok(CellRange { first, last })
}

/// The rows of the range that are not empty, the first of which holds the heads.
fn rows(
    book: &Workbook,
    grid: &Grid,
    range: CellRange,
    file: FileId,
    source: &RowSourceFile,
) -> Said<Table> {
    let left = grid.used().1.start;
    let columns = (range.first.1 - left) as usize..=(range.last.1 - left) as usize;
    let mut lines = (range.first.0..=range.last.0).filter_map(|row| {
        let cells = grid.row(row)?.get(columns.clone())?;
        line(cells, book, file)
    });
    let is_blank = |line: &Line| line.cells.iter().all(|cell| cell.text.value.is_empty());
    let name = source.range.as_ref().or(source.sheet.as_ref()).unwrap_or(&source.file);
    let Some(head) = lines.next().filter(|line| !is_blank(line)) else {
        return Err(bad(name.span, "the first row of the range is empty"));
    };
    let rows: Vec<_> = lines.filter(|line| !is_blank(line)).collect();
    if rows.is_empty() {
        return Err(bad(name.span, "there is no row below the heads"));
    }
    Ok(Table { head: head.cells, rows })
}

/// A row of these cells, if there are any.
fn line(cells: &[CellPlace], book: &Workbook, file: FileId) -> Option<Line> {
    let span = |first: &CellPlace, last: &CellPlace| {
        Span::new(file, first.start as usize, last.end as usize)
    };
    let entry = |cell: &CellPlace| {
        let value = book.text()[cell.start as usize..cell.end as usize].trim();
        let text = Spanned { value: value.to_owned(), span: span(cell, cell) };
        Entry { text, kind: cell.kind }
    };
    let whole = span(cells.first()?, cells.last()?);
    Some(Line { cells: cells.iter().map(entry).collect(), span: whole })
}
