//! Derived variables.

use crate::diag::{Code, Diagnostic};
use crate::expr::{Failure, Record, Records, Scope, Value};
use crate::load::decode::Decoder;
use crate::load::failed;
use crate::study::{Cell, Dataset};

/// Computes the derived variables, each of which sees those above it.
pub(super) fn derive(dataset: &mut Dataset, decoder: &mut Decoder<'_>) -> Option<()> {
    let mut good = true;
    for at in 0..dataset.variables.len() {
        let Some(formula) = dataset.variables[at].formula.clone() else { continue };
        let later: Vec<_> =
            dataset.variables[at..].iter().map(|variable| variable.id.as_str()).collect();
        if let Some(name) =
            formula.selected().into_iter().find(|name| later.contains(name))
        {
            let message = format!("`{name}` is not computed yet");
            decoder.report(
                Diagnostic::new(Code::ExpressionFailed, formula.span(), message)
                    .help("a formula sees the variables above its own"),
            );
            return None;
        }
        for row in 0..dataset.rows.len() {
            let records: &dyn Records = dataset;
            let scope = Scope { row: Some(Record { records, row }), ..Scope::new(&[]) };
            let cell = match formula.evaluate(&scope) {
                Ok(Value::Number(number)) => {
                    let value = number.quantity.value;
                    Ok(Cell::Number { value, printed: value })
                }
                Ok(Value::Missing { reason }) => Ok(Cell::Missing(reason)),
                Ok(other) => {
                    let message =
                        format!("a formula gives a number, this is {}", other.kind());
                    Err(failed(&Failure::new(message, formula.span())))
                }
                Err(failure) => Err(failed(&failure)),
            };
            match cell {
                Ok(cell) => dataset.rows[row].cells[at] = cell,
                Err(diagnostic) => {
                    good = false;
                    decoder
                        .report(diagnostic.also(dataset.rows[row].span, "in this row"));
                    break;
                }
            }
        }
    }
    good.then_some(())
}
