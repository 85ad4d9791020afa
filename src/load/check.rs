//! Holds the datasets against their checks.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Failure, Record, Records, Scope};
use crate::study::{Check, Condition, Dataset, Finding};

/// Runs every check. What fails is an error at its row, or, where it is disputed, a
/// finding. Datasets named in `unreadable` were reported already.
pub(super) fn run(
    datasets: &[Dataset],
    unreadable: &dyn Fn(&Failure) -> bool,
    found: &mut Diagnostics,
) -> Vec<Finding> {
    let all: Vec<&dyn Records> = datasets.iter().map(|d| d as &dyn Records).collect();
    let mut findings = Vec::new();
    for dataset in datasets {
        for (at, check) in dataset.checks.iter().enumerate() {
            let scope = Scope { tolerance: check.tolerance, ..Scope::new(&all) };
            let failing = match failing(dataset, check, &scope) {
                Ok(failing) => failing,
                Err(failure) => {
                    if !unreadable(&failure) {
                        found.push(super::failed(&failure));
                    }
                    continue;
                }
            };
            match (&failing, &check.disputed) {
                (None, None) => {}
                (None, Some(_)) => found.push(settled(dataset, check)),
                (Some(rows), None) => report(dataset, check, rows, &scope, found),
                (Some(rows), Some(_)) => findings.push(Finding {
                    dataset: dataset.id.clone(),
                    check: at,
                    rows: rows.clone(),
                }),
            }
        }
    }
    findings
}

/// The rows that fail; none of them for a check of the whole; `None` where it holds.
fn failing(
    dataset: &Dataset,
    check: &Check,
    scope: &Scope<'_>,
) -> Result<Option<Vec<usize>>, Failure> {
    match &check.condition {
        Condition::Whole(condition) => {
            let holds = condition.holds(&Scope { rows: Some(dataset), ..*scope })?;
            Ok((holds == Some(false)).then(Vec::new))
        }
        Condition::Each(condition) => {
            let mut rows = Vec::new();
            for row in 0..dataset.rows.len() {
                if condition.holds(&of_row(dataset, row, scope))? == Some(false) {
                    rows.push(row);
                }
            }
            Ok((!rows.is_empty()).then_some(rows))
        }
    }
}

fn of_row<'a>(dataset: &'a Dataset, row: usize, scope: &Scope<'a>) -> Scope<'a> {
    Scope { row: Some(Record { records: dataset, row }), ..*scope }
}

fn report(
    dataset: &Dataset,
    check: &Check,
    rows: &[usize],
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) {
    let condition = check.condition.expression();
    let message = format!("the check `{}` of `{}` fails", check.id, dataset.id);
    let failed = |span, sides: Vec<String>| {
        Diagnostic::new(Code::CheckFailed, span, &message)
            .label(sides.join(", "))
            .also(condition.span(), "the condition")
            .help("correct the data or the check, or declare it `disputed` with a reason")
    };
    if rows.is_empty() {
        let scope = Scope { rows: Some(dataset), ..*scope };
        found.push(failed(check.span, condition.sides(&scope)));
    }
    for row in rows {
        let sides = condition.sides(&of_row(dataset, *row, scope));
        found.push(failed(dataset.rows[*row].span, sides));
    }
}

fn settled(dataset: &Dataset, check: &Check) -> Diagnostic {
    let message = format!("the check `{}` of `{}` holds", check.id, dataset.id);
    Diagnostic::new(Code::DisputeSettled, check.span, message)
        .help("remove `disputed`: its editorial note is no longer shown")
}
