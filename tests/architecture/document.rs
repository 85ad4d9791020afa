//! What `ARCHITECTURE.md` says.

use std::collections::BTreeSet;

use crate::read;

pub(crate) fn document() -> String {
    read("ARCHITECTURE.md")
}

/// A row of the table of modules: its name and the packages that it may use.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) module: String,
    pub(crate) packages: BTreeSet<String>,
}

/// The rows of the table whose first head is `Module`, in their order.
pub(crate) fn rows(document: &str) -> Vec<Row> {
    let table = document.lines().skip_while(|line| !line.starts_with("| Module "));
    table
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split('|').collect();
            let [module, _, packages] = cells[..] else { panic!("three cells: {line}") };
            let module = quoted(module).into_iter().next().expect("a module's name");
            Row { module, packages: quoted(packages).into_iter().collect() }
        })
        .collect()
}

/// What stands between backticks.
pub(crate) fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The words in backticks at the beginning of the items below `heading`.
pub(crate) fn items(document: &str, heading: &str) -> BTreeSet<String> {
    let below = document.lines().skip_while(|line| *line != heading).skip(1);
    below
        .take_while(|line| !line.starts_with('#'))
        .filter_map(|line| line.strip_prefix("- "))
        .flat_map(|item| quoted(item.split(':').next().unwrap_or(item)))
        .collect()
}

#[test]
fn the_table_is_read_row_by_row() {
    let table = "text\n| Module | It | Packages |\n|---|---|---|\n| `a` | says | `x`, `y-z` |\n\n| `b` | no | `x` |";
    let row =
        Row { module: "a".into(), packages: ["x", "y-z"].map(str::to_owned).into() };
    assert_eq!(rows(table), [row]);
}
