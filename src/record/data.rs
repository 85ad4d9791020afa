//! The cells of datasets, and what checks found.

use std::collections::BTreeMap;

use super::{Cell, Check, Dataset, Row, State};
use crate::export;
use crate::study::{self, ClaimState, Finding, Study};

/// The cells of a dataset.
pub(super) fn dataset(dataset: &study::Dataset) -> Dataset {
    let row = |(row, key): (&study::Row, &Vec<String>)| {
        let cells = dataset.variables.iter().zip(&row.cells).enumerate();
        let values = cells.filter(|(at, _)| !dataset.key.contains(at));
        let cells =
            values.map(|(_, (variable, own))| (variable.id.clone(), cell(variable, own)));
        Row { key: key.clone(), cells: cells.collect::<BTreeMap<_, _>>() }
    };
    let rows = dataset.rows.iter().zip(&dataset.keys);
    Dataset { id: dataset.id.clone(), rows: rows.map(row).collect() }
}

fn cell(variable: &study::Variable, cell: &study::Cell) -> Cell {
    match cell {
        study::Cell::Number { value, printed, flags } => {
            let value = export::exact(*value).normalize().to_string();
            // What is computed was printed nowhere.
            let printed = variable.formula.is_none().then(|| printed.to_string());
            let printed = printed.filter(|printed| *printed != value);
            let flags = Some(flags.to_string()).filter(|flags| !flags.is_empty());
            match (printed, flags) {
                (None, None) => Cell::Value(value),
                (printed, flags) => Cell::Printed { value, printed, flags },
            }
        }
        study::Cell::Time(time) => Cell::Value(time.to_string()),
        study::Cell::Date(date) => Cell::Value(date.to_string()),
        study::Cell::Level(text) | study::Cell::Text(text) => Cell::Value(text.clone()),
        study::Cell::Missing(code) => Cell::Missing { missing: code.clone() },
    }
}

/// What every check of a study found.
pub(super) fn checks(study: &Study) -> Vec<Check> {
    let all = study.datasets.iter().flat_map(|dataset| {
        let checks = dataset.checks.iter().enumerate();
        checks.map(move |(at, check)| (dataset, at, check))
    });
    let check = |(dataset, at, check): (&study::Dataset, usize, &study::Check)| {
        let is = |own: &Finding| own.dataset == dataset.id && own.check == at;
        let state = if study.failing.iter().any(is) {
            State::Fails
        } else if study.findings.iter().any(is) {
            State::Disputed
        } else {
            State::Holds
        };
        Check { id: format!("{}.{}", dataset.id, check.id), state }
    };
    all.map(check).collect()
}

/// What the data say of every claim of a study.
pub(super) fn claims(study: &Study) -> Vec<Check> {
    let state = |state| match state {
        ClaimState::Holds => State::Holds,
        ClaimState::Chosen(variant) => State::Chosen(variant + 1),
        ClaimState::Disputed => State::Disputed,
        ClaimState::Fails => State::Fails,
    };
    let claims = study.claims.iter().filter_map(|own| {
        let found = study.claim_state(&own.id)?;
        Some(Check { id: own.id.clone(), state: state(found) })
    });
    claims.collect()
}
