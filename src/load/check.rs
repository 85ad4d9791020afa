//! Holds the datasets against their checks.

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Expression, Failure, Record, Records, Scope};
use crate::study::{Check, Condition, Dataset, Finding, Inline, Mark, Unreadable};

/// What the checks found.
#[derive(Default)]
pub(super) struct Checked {
    /// Checks that fail and are disputed.
    pub(super) disputed: Vec<Finding>,
    /// Checks that fail and are not.
    pub(super) failing: Vec<Finding>,
}

/// Runs every check. What fails is an error at its row, unless it is disputed. What is
/// unreadable was reported already.
pub(super) fn run(
    datasets: &[Dataset],
    unreadable: &Unreadable,
    found: &mut Diagnostics,
) -> Checked {
    let all: Vec<&dyn Records> = datasets.iter().map(|d| d as &dyn Records).collect();
    let mut checked = Checked::default();
    for dataset in datasets {
        for (at, check) in dataset.checks.iter().enumerate() {
            message(dataset, check, found);
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
                    report(dataset, check, &rows, &scope, found);
                    checked.failing.push(finding(rows));
                }
                (Some(rows), Some(_)) => checked.disputed.push(finding(rows)),
            }
        }
    }
    checked
}

/// Reports names in a check's message that its rows do not have: it would fail only on
/// the day when it is needed.
fn message(dataset: &Dataset, check: &Check, found: &mut Diagnostics) {
    if !matches!(check.condition, Condition::Each(_)) {
        return;
    }
    for (_, text) in check.message.iter() {
        values(&text.content, &mut |expression| {
            for (name, span) in expression.members_of("row") {
                if dataset.variable(name).is_none() {
                    let message = format!("`{}` has no variable `{name}`", dataset.id);
                    found.push(
                        Diagnostic::new(Code::ExpressionFailed, span, message)
                            .suggest(name, dataset.variables()),
                    );
                }
            }
        });
    }
}

fn values(content: &[Inline], see: &mut impl FnMut(&Expression)) {
    for inline in content {
        match inline {
            Inline::Mark(Mark::Value(expression)) => see(expression),
            other => values(other.children(), see),
        }
    }
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
