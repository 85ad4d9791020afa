//! Derived variables.

use crate::diag::{Code, Diagnostic};
use crate::expr::{Expression, Failure, Record, Scope, Value};
use crate::load::decode::Decoder;
use crate::load::failed;
use crate::study::{Cell, Dataset};

/// Computes the derived variables, each of which sees the rows and the derived variables
/// above it.
pub(super) fn derive(dataset: &mut Dataset, decoder: &mut Decoder<'_>) -> Option<()> {
    let mut good = true;
    for at in 0..dataset.variables.len() {
        let Some(formula) = dataset.variables[at].formula.clone() else { continue };
        if let Err(diagnostic) = fill(dataset, at, &formula) {
            decoder.report(diagnostic);
            good = false;
        }
    }
    good.then_some(())
}

/// Fills the column `at` with the values of its formula.
fn fill(
    dataset: &mut Dataset,
    at: usize,
    formula: &Expression,
) -> Result<(), Diagnostic> {
    let later = &dataset.variables[at..];
    for (name, span) in formula.members_of("row") {
        if later.iter().any(|own| own.id == name && own.formula.is_some()) {
            let message = format!("`{name}` is not computed yet");
            return Err(Diagnostic::new(Code::ExpressionFailed, span, message)
                .help("a formula sees those above its own"));
        }
    }
    for row in 0..dataset.rows.len() {
        match computed(dataset, row, formula) {
            Ok(cell) => dataset.rows[row].cells[at] = cell,
            Err(failure) => {
                let span = dataset.rows[row].span;
                return Err(failed(&failure).also(span, "in this row"));
            }
        }
    }
    Ok(())
}

fn computed(
    dataset: &Dataset,
    row: usize,
    formula: &Expression,
) -> Result<Cell, Failure> {
    let record = Record { records: dataset, row };
    match formula.evaluate(&Scope { row: Some(record), ..Scope::new(&[]) })? {
        Value::Number(number) => {
            let (value, flags) = (number.quantity.value, number.quantity.flags);
            Ok(Cell::Number { value, printed: value, flags })
        }
        Value::Missing { reason } => Ok(Cell::Missing(reason)),
        other => {
            let message = format!("a formula gives a number, this is {}", other.kind());
            Err(Failure::new(message, formula.span()))
        }
    }
}
