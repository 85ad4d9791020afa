//! The tables, read by the names of their columns.

use std::path::Path;

use baspa::locale::Case;

/// A row, read by the names of its columns.
pub(crate) struct Row {
    head: csv::StringRecord,
    cells: csv::StringRecord,
}

impl Row {
    pub(crate) fn get(&self, column: &str) -> &str {
        let position = self.head.iter().position(|name| name == column);
        &self.cells[position.unwrap_or_else(|| panic!("a column `{column}`"))]
    }

    pub(crate) fn case(&self) -> Case {
        let name = self.get("case");
        Case::named(name).unwrap_or_else(|| panic!("no case `{name}`"))
    }

    pub(crate) fn possessive(&self) -> bool {
        self.get("possessive3") == "1"
    }
}

/// The rows of a table, of which there is at least one.
pub(crate) fn table(name: &str) -> Vec<Row> {
    let path = Path::new("tests/fixtures/lang").join(name);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let head = reader.headers().unwrap().clone();
    let row = |cells: Result<_, _>| Row { head: head.clone(), cells: cells.unwrap() };
    let rows: Vec<_> = reader.records().map(row).collect();
    assert!(!rows.is_empty());
    rows
}
