//! A workbook as text, so that a cell has a place like a word of any other file.

use std::ops::Range;

use super::Span;

/// What stands between two cells of a row.
const BETWEEN: &str = " | ";

/// Most cells of a sheet from its first used one to its last, the empty ones between them
/// included: far above any table of a study, far below what could exhaust memory.
pub const MAX_SHEET_CELLS: usize = 1_000_000;

/// Most cells of all sheets together.
const MAX_CELLS_OF_ALL: usize = 4_000_000;

/// Longest text of a workbook, in bytes.
pub const MAX_SHEET_BYTES: usize = 64 * 1024 * 1024;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// What was typed as text; or nothing.
    Text,
    /// A number or a date, which the program that wrote the file knew as one.
    Exact,
    /// A number that is shown in per cent, with the sign.
    Percentage,
    /// A truth value.
    Truth,
    /// The error that a formula gave, such as `#REF!`.
    Error,
}

/// A cell that is not empty, before it has a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellContent {
    /// Row and column, both from 0.
    pub at: (u32, u32),
    /// What it shows, on one line.
    pub text: String,
    /// What that is.
    pub kind: CellKind,
}

/// Sheets with their texts one after the other: a line for each row, its cells parted by
/// ` | `.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workbook {
    text: String,
    sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells, or why they cannot be read.
    pub grid: Result<Grid, String>,
}

/// The cells of a sheet from the first row and column that are used to the last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// The first row and the first column, both from 0.
    first: (u32, u32),
    /// How many columns.
    width: u32,
    /// Row by row.
    cells: Vec<CellPlace>,
}

/// Where a cell stands in the text of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellPlace {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// What it holds.
    pub kind: CellKind,
}

/// A place of the text in words that the author knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPlace {
    /// The sheet and the cell, or the cells of a row: `Table 1!C7`, `Table 1!A7:F7`.
    pub address: String,
    /// The row, from 1.
    pub row: usize,
    /// The column, from 1.
    pub column: usize,
    /// The bytes of the row in the text.
    pub line: Range<usize>,
}

impl Workbook {
    /// The text of all sheets.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The sheets in their order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Adds a sheet with its cells in any order, or with what is wrong with it.
    pub fn add(&mut self, name: String, cells: Result<Vec<CellContent>, String>) {
        let grid = cells.and_then(|cells| self.written(cells));
        self.sheets.push(Sheet { name, grid });
    }

    /// Writes the cells of a sheet into the text. Of two at the same place the last one
    /// counts.
    fn written(&mut self, mut cells: Vec<CellContent>) -> Result<Grid, String> {
        cells.sort_by_key(|cell| cell.at);
        let (Some(top), Some(bottom)) = (cells.first(), cells.last()) else {
            return Ok(Grid::default());
        };
        let (top, bottom) = (top.at.0, bottom.at.0);
        let columns = || cells.iter().map(|cell| cell.at.1);
        let (left, right) = (columns().min().unwrap_or(0), columns().max().unwrap_or(0));
        let (height, width) = (u64::from(bottom - top) + 1, u64::from(right - left) + 1);
        let before: usize = self.grids().map(|grid| grid.cells.len()).sum();
        let bytes: usize = cells.iter().map(|cell| cell.text.len()).sum();
        let count = height.saturating_mul(width);
        if count > MAX_SHEET_CELLS as u64
            || before + count as usize > MAX_CELLS_OF_ALL
            || self.text.len() + bytes + count as usize * BETWEEN.len() > MAX_SHEET_BYTES
        {
            let used = format!("{}:{}", address(top, left), address(bottom, right));
            return Err(format!("its used cells {used} are too many"));
        }
        let mut grid = Grid { first: (top, left), width: width as u32, cells: vec![] };
        let mut cells = cells.into_iter().peekable();
        for row in top..=bottom {
            for column in left..=right {
                let mut kind = CellKind::Text;
                let start = self.text.len();
                while let Some(cell) = cells.next_if(|cell| cell.at == (row, column)) {
                    self.text.truncate(start);
                    self.text.push_str(&cell.text);
                    kind = cell.kind;
                }
                let end = self.text.len();
                self.text.push_str(if column == right { "\n" } else { BETWEEN });
                let (start, end) = (start as u32, end as u32);
                grid.cells.push(CellPlace { start, end, kind });
            }
        }
        Ok(grid)
    }

    fn grids(&self) -> impl Iterator<Item = &Grid> {
        self.sheets.iter().filter_map(|sheet| sheet.grid.as_ref().ok())
    }

    /// The place of `span` in the sheets.
    pub fn place(&self, span: Span) -> Option<SheetPlace> {
        let sheet = self.sheets.iter().rfind(|sheet| {
            let grid = sheet.grid.as_ref().ok();
            grid.and_then(|grid| grid.cells.first())
                .is_some_and(|first| first.start <= span.start)
        })?;
        let grid = sheet.grid.as_ref().ok()?;
        let first = grid.cell_at(span.start)?;
        let last = grid.cell_at(span.end.max(span.start))?.max(first);
        let (row, column) = grid.position(first);
        let mut address = format!("{}!{}", sheet.name, self::address(row, column));
        if last != first {
            let (row, column) = grid.position(last);
            address.push(':');
            address.push_str(&self::address(row, column));
        }
        let line = grid.row(row)?;
        let line = line.first()?.start as usize..line.last()?.end as usize;
        let (row, column) = (row as usize + 1, column as usize + 1);
        Some(SheetPlace { address, row, column, line })
    }
}

impl Grid {
    /// Rows and columns that are used: from the first to before the last, all from 0;
    /// empty where the sheet is.
    pub fn used(&self) -> (Range<u32>, Range<u32>) {
        let height =
            self.cells.len().checked_div(self.width as usize).unwrap_or(0) as u32;
        let (top, left) = self.first;
        (top..top + height, left..left + self.width)
    }

    /// The cells of the row, from 0 in the sheet; `None` where it is not used.
    pub fn row(&self, row: u32) -> Option<&[CellPlace]> {
        let width = self.width as usize;
        let start = row.checked_sub(self.first.0)? as usize * width;
        self.cells.get(start..start + width)
    }

    /// Which cell begins at the byte `at` of the text or last before it.
    fn cell_at(&self, at: u32) -> Option<usize> {
        self.cells.partition_point(|cell| cell.start <= at).checked_sub(1)
    }

    /// Row and column in the sheet, both from 0.
    fn position(&self, cell: usize) -> (u32, u32) {
        let (row, column) = (cell as u32 / self.width, cell as u32 % self.width);
        (self.first.0 + row, self.first.1 + column)
    }
}

/// The address of a cell, such as `C7`, of its row and column, both from 0.
pub fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let letters = letters.into_iter().rev().map(char::from);
    format!("{}{}", letters.collect::<String>(), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn cell(row: u32, column: u32, text: &str) -> CellContent {
        CellContent { at: (row, column), text: text.to_owned(), kind: CellKind::Text }
    }

    fn book() -> Workbook {
        let mut book = Workbook::default();
        book.add("Бір".into(), Ok(vec![cell(3, 1, "қала"), cell(4, 3, "12")]));
        book.add("empty".into(), Ok(vec![]));
        book.add("broken".into(), Err("why".into()));
        book.add("Two".into(), Ok(vec![cell(0, 27, "x")]));
        book
    }

    /// The place of the first `text`.
    fn at(book: &Workbook, text: &str) -> SheetPlace {
        let start = book.text().find(text).unwrap();
        let input = crate::source::Input::new([("a".to_owned(), Vec::new())]);
        let file = input.find("a").unwrap();
        book.place(Span::new(file, start, start + text.len())).unwrap()
    }

    #[test]
    fn each_row_is_a_line_and_each_cell_has_its_address() {
        let book = book();
        assert_eq!(book.text(), "қала |  | \n |  | 12\nx\n");
        let place = at(&book, "12");
        assert_eq!((place.row, place.column), (5, 4));
        assert_eq!(place.address, "Бір!D5");
        assert_eq!(&book.text()[place.line], " |  | 12");
        assert_eq!(at(&book, "қала").address, "Бір!B4");
        assert_eq!(at(&book, "қала |  | ").address, "Бір!B4:D4");
        assert_eq!(at(&book, "x").address, "Two!AB1");
    }

    #[test]
    fn an_empty_cell_has_a_place_of_its_own() {
        let book = book();
        let grid = book.sheets()[0].grid.as_ref().unwrap();
        assert_eq!(grid.used(), (3..5, 1..4));
        let empty = grid.row(4).unwrap()[1];
        assert_eq!(empty.start, empty.end);
        let input = crate::source::Input::new([("a".to_owned(), Vec::new())]);
        let span =
            Span { file: input.find("a").unwrap(), start: empty.start, end: empty.end };
        assert_eq!(book.place(span).unwrap().address, "Бір!C5");
        assert_eq!(grid.row(5), None);
        assert_eq!(grid.row(2), None);
    }

    #[test]
    fn two_cells_far_apart_do_not_make_a_sheet_of_all_between() {
        let mut book = Workbook::default();
        let far = vec![cell(0, 0, "a"), cell(1_048_575, 16_383, "b")];
        book.add("x".into(), Ok(far));
        let why = book.sheets()[0].grid.clone().unwrap_err();
        assert_eq!(why, "its used cells A1:XFD1048576 are too many");
        assert_eq!(book.text(), "");
    }

    #[test]
    fn columns_are_counted_in_letters() {
        let columns = [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")];
        for (column, wanted) in columns {
            assert_eq!(address(0, column), wanted);
        }
        assert_eq!(address(u32::MAX, 0), "A4294967296");
    }
}
