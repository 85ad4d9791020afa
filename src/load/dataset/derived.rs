//! Datasets that are derived from others: rows that are taken over, or grouped.

use std::collections::BTreeMap;

use super::derive::{Columns, Origin};
use super::{explain, index, key_part};
use crate::diag::{Code, Diagnostic};
use crate::expr::{Record, Records, Scope};
use crate::load::decode::Decoder;
use crate::load::failed;
use crate::source::Span;
use crate::study::{Cell, Dataset, Row};

use super::computed::cell;

/// Fills a dataset with the rows that are derived from `source`; `None` where a diagnostic
/// says why not. `at` is where the dataset names its source.
pub(super) fn fill(
    dataset: &mut Dataset,
    source: &Dataset,
    made: &[Dataset],
    at: Span,
    decoder: &mut Decoder<'_>,
) -> Option<()> {
    let taken = taken(dataset, source, made, decoder)?;
    if taken.is_empty() {
        let message = format!("no row of `{}` is taken", source.id);
        decoder.report(
            Diagnostic::new(Code::BadValue, at, message)
                .help("a dataset holds at least one: widen `where`"),
        );
        return None;
    }
    let grouped = dataset.derivation.as_ref().is_some_and(|own| !own.by.is_empty());
    let origin = if grouped {
        Origin::Group(source, groups(dataset, source, made, &taken, decoder)?)
    } else {
        take_over(dataset, source, &taken);
        Origin::Row(source, taken)
    };
    let ready = dataset.variables.iter().enumerate();
    let ready = ready
        .map(|(at, own)| own.formula.is_none() || (grouped && dataset.key.contains(&at)));
    let ready = ready.collect();
    let (key, all) =
        (dataset.key.clone(), (0..dataset.variables.len()).collect::<Vec<_>>());
    let mut columns = Columns { dataset, origin, made, ready };
    columns.compute(&key, decoder)?;
    index(columns.dataset, decoder)?;
    columns.compute(&all, decoder)?;
    explain(dataset, made);
    Some(())
}

/// The positions of the rows of the source that are taken.
fn taken(
    dataset: &Dataset,
    source: &Dataset,
    made: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<Vec<usize>> {
    let filter = dataset.derivation.as_ref().and_then(|own| own.filter.as_ref());
    let Some(filter) = filter else { return Some((0..source.rows.len()).collect()) };
    let datasets: Vec<&dyn Records> =
        made.iter().map(|own| own as &dyn Records).collect();
    let mut taken = Vec::new();
    for row in 0..source.rows.len() {
        let scope =
            Scope { row: Some(Record { records: source, row }), ..Scope::new(&datasets) };
        match filter.holds(&scope) {
            Ok(holds) => taken.extend((holds == Some(true)).then_some(row)),
            Err(failure) => {
                let in_row = failed(&failure).also(source.rows[row].span, "in this row");
                decoder.report(in_row);
                return None;
            }
        }
    }
    Some(taken)
}

/// Gives the dataset a row for each that is taken, with the values that are the same.
fn take_over(dataset: &mut Dataset, source: &Dataset, taken: &[usize]) {
    let from: Vec<Option<usize>> = dataset
        .variables
        .iter()
        .map(|own| if own.formula.is_none() { source.variable(&own.id) } else { None })
        .collect();
    let row = |at: &usize| Row {
        cells: from
            .iter()
            .map(|from| from.map_or_else(empty, |from| same(source, *at, from)))
            .collect(),
        printed_in: None,
        span: source.rows[*at].span,
    };
    dataset.rows = taken.iter().map(row).collect();
}

/// The value of a cell that is not computed yet.
fn empty() -> Cell {
    Cell::Missing(String::new())
}

/// A value of the source, which is printed in the unit of its variable here.
fn same(source: &Dataset, row: usize, variable: usize) -> Cell {
    match &source.rows[row].cells[variable] {
        Cell::Number { value, flags, .. } => {
            Cell::Number { value: *value, printed: *value, flags: *flags }
        }
        other => other.clone(),
    }
}

/// Gives the dataset a row for each group, with the values that name it, in the order in
/// which the groups first occur; and says which rows of the source are in each.
fn groups(
    dataset: &mut Dataset,
    source: &Dataset,
    made: &[Dataset],
    taken: &[usize],
    decoder: &mut Decoder<'_>,
) -> Option<Vec<Vec<usize>>> {
    let datasets: Vec<&dyn Records> =
        made.iter().map(|own| own as &dyn Records).collect();
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for at in taken {
        let mut cells: Vec<Cell> = dataset.variables.iter().map(|_| empty()).collect();
        for own in &dataset.key {
            cells[*own] = group_part(dataset, *own, source, *at, &datasets, decoder)?;
        }
        let key: Vec<_> = dataset.key.iter().map(|own| key_part(&cells[*own])).collect();
        let group = *known.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            let span = source.rows[*at].span;
            rows.push(Row { cells, printed_in: None, span });
            groups.len() - 1
        });
        groups[group].push(*at);
    }
    dataset.rows = rows;
    Some(groups)
}

/// A value that names the group of a row of the source.
fn group_part(
    dataset: &Dataset,
    variable: usize,
    source: &Dataset,
    row: usize,
    datasets: &[&dyn Records],
    decoder: &mut Decoder<'_>,
) -> Option<Cell> {
    let own = &dataset.variables[variable];
    let Some(formula) = &own.formula else {
        return Some(same(source, row, source.variable(&own.id)?));
    };
    let scope =
        Scope { row: Some(Record { records: source, row }), ..Scope::new(datasets) };
    let value = formula.evaluate(&scope);
    match value.and_then(|value| cell(&value, own, formula)) {
        Ok(cell) => Some(cell),
        Err(failure) => {
            let in_row = failed(&failure).also(source.rows[row].span, "in this row");
            decoder.report(in_row);
            None
        }
    }
}
