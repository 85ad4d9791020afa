//! Holds the datasets against their checks.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Failure, Record, Records, Scope};
use crate::load::refutation::Refutation;
use crate::study::{Check, Condition, Dataset, Finding, Unreadable};

/// What the checks found.
pub(super) struct Checked {
    /// Of those that are disputed.
    pub(super) disputed: Vec<Finding>,
    /// Of the others, which are reported.
    pub(super) failing: Vec<Finding>,
}

/// Runs every check. What fails is an error at its row, or, where it is disputed, a
/// finding. What is unreadable was reported already.
pub(super) fn run(
    datasets: &[Dataset],
    unreadable: &Unreadable,
    found: &mut Diagnostics,
) -> Checked {
    let all: Vec<&dyn Records> = datasets.iter().map(|d| d as &dyn Records).collect();
    let mut checked = Checked { disputed: Vec::new(), failing: Vec::new() };
    for dataset in datasets {
        for (at, check) in dataset.checks.iter().enumerate() {
            let scope = Scope { tolerance: check.tolerance, ..Scope::new(&all) };
            let failing = match failing(dataset, check, &scope) {
                Ok(failing) => failing,
                Err(failure) => {
                    let unknown = failure.unknown.as_deref();
                    if !unknown.is_some_and(|name| unreadable.has(name)) {
                        found.push(super::failed(&failure));
                    }
                    continue;
                }
            };
            let finding = |rows| Finding { dataset: dataset.id.clone(), check: at, rows };
            match (failing, &check.disputed) {
                (None, None) => {}
                (None, Some(_)) => found.push(settled(dataset, check)),
                (Some(rows), None) => {
                    report(datasets, dataset, check, &rows, &scope, found);
                    checked.failing.push(finding(rows));
                }
                (Some(rows), Some(_)) => checked.disputed.push(finding(rows)),
            }
        }
    }
    checked
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

/// What refutes a check in a row, or as a whole.
fn refutation(
    datasets: &[Dataset],
    dataset: &Dataset,
    check: &Check,
    row: Option<usize>,
    scope: &Scope<'_>,
) -> Refutation {
    let scope = match row {
        Some(row) => of_row(dataset, row, scope),
        None => Scope { rows: Some(dataset), ..*scope },
    };
    let refuted = check.condition.expression().refuted(&scope);
    Refutation::of(&refuted, scope.row, datasets)
}

/// What refutes a check that a text names as a claim: every failing row.
pub(super) fn refuted(datasets: &[Dataset], finding: &Finding) -> Option<Refutation> {
    let all: Vec<&dyn Records> = datasets.iter().map(|d| d as &dyn Records).collect();
    let dataset = datasets.iter().find(|own| own.id == finding.dataset)?;
    let check = dataset.checks.get(finding.check)?;
    let scope = Scope { tolerance: check.tolerance, ..Scope::new(&all) };
    if finding.rows.is_empty() {
        return Some(refutation(datasets, dataset, check, None, &scope));
    }
    let mut whole = Refutation::default();
    for row in &finding.rows {
        let own = refutation(datasets, dataset, check, Some(*row), &scope);
        whole.and_row(dataset.rows[*row].span, own);
    }
    Some(whole)
}

fn report(
    datasets: &[Dataset],
    dataset: &Dataset,
    check: &Check,
    rows: &[usize],
    scope: &Scope<'_>,
    found: &mut Diagnostics,
) {
    let condition = check.condition.expression();
    let message = format!("the check `{}` of `{}` fails", check.id, dataset.id);
    let failed = |span, row| {
        let refutation = refutation(datasets, dataset, check, row, scope);
        let failed = Diagnostic::new(Code::CheckFailed, span, &message)
            .label(refutation.numbers.clone())
            .also(condition.span(), "the condition");
        refutation
            .shown(failed)
            .help("correct the data or the check, or declare it `disputed` with a reason")
    };
    if rows.is_empty() {
        found.push(failed(check.span, None));
    }
    found.extend(rows.iter().map(|row| failed(dataset.rows[*row].span, Some(*row))));
}

fn settled(dataset: &Dataset, check: &Check) -> Diagnostic {
    let message = format!("the check `{}` of `{}` holds", check.id, dataset.id);
    Diagnostic::new(Code::DisputeSettled, check.span, message)
        .help("remove `disputed`: its editorial note is no longer shown")
}
