//! Cells, found by their dataset, the key of their row, and their variable.

use std::collections::{BTreeMap, BTreeSet};

use super::CellChange;
use crate::record::{Cell, Dataset, Row};

type Rows<'a> = BTreeMap<&'a [String], &'a BTreeMap<String, Cell>>;

/// The cells that are not the same, in the order of the new rows; those of rows that are
/// gone stand last.
pub(super) fn cells(old: &[Dataset], new: &[Dataset]) -> Vec<CellChange> {
    let ids: BTreeSet<_> = old.iter().chain(new).map(|own| own.id.as_str()).collect();
    let of = |datasets: &'_ [Dataset], id: &str| -> Vec<Row> {
        let found = datasets.iter().find(|own| own.id == id);
        found.map(|own| own.rows.clone()).unwrap_or_default()
    };
    let dataset = |id: &str| of_dataset(id, &of(old, id), &of(new, id));
    ids.into_iter().flat_map(dataset).collect()
}

fn of_dataset(id: &str, old: &[Row], new: &[Row]) -> Vec<CellChange> {
    let (before, now) = (by_key(old), by_key(new));
    let gone = old.iter().filter(|row| !now.contains_key(row.key.as_slice()));
    let mut changes = Vec::new();
    for row in new.iter().chain(gone) {
        let key = row.key.as_slice();
        let (old, new) = (before.get(key), now.get(key));
        let variables: BTreeSet<_> =
            old.into_iter().chain(new).flat_map(|cells| cells.keys()).collect();
        for variable in variables {
            let cell = |cells: Option<&&BTreeMap<String, Cell>>| {
                cells.and_then(|cells| cells.get(variable)).cloned()
            };
            let (old, new) = (cell(old), cell(new));
            if old != new {
                changes.push(CellChange {
                    dataset: id.to_owned(),
                    row: row.key.clone(),
                    variable: variable.clone(),
                    old,
                    new,
                });
            }
        }
    }
    changes
}

fn by_key(rows: &[Row]) -> Rows<'_> {
    rows.iter().map(|row| (row.key.as_slice(), &row.cells)).collect()
}
