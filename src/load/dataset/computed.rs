//! What formulas give, as the values of their variables.

use rust_decimal::Decimal;

use crate::expr::{Expression, Failure, Number, PERCENT, Value};
use crate::study::{Cell, Variable, VariableKind};

/// The value of a formula as a cell of its variable.
///
/// # Errors
/// Where it is another kind of value, or in another unit.
pub(super) fn cell(
    value: &Value<'_>,
    variable: &Variable,
    formula: &Expression,
) -> Result<Cell, Failure> {
    let wanted = match variable.kind {
        VariableKind::Date => "a date",
        VariableKind::Period => "a period",
        VariableKind::Category => "a level of a category",
        VariableKind::Text => "text",
        _ => "a number",
    };
    Ok(match (value, variable.kind) {
        (Value::Missing { reason }, _) => Cell::Missing(reason.clone()),
        (Value::Number(number), kind)
            if kind.is_quantity() || kind == VariableKind::Year =>
        {
            number_cell(number, variable, formula)?
        }
        (Value::Date(date), VariableKind::Date) => Cell::Date(*date),
        (Value::Time(time), VariableKind::Period) => Cell::Time(*time),
        (Value::Level { id, .. } | Value::Text(id), VariableKind::Category) => {
            level(id, variable, formula)?
        }
        (Value::Text(text), VariableKind::Text) => Cell::Text(text.clone()),
        (other, _) => {
            let message =
                format!("a formula gives {wanted} here, this is {}", other.kind());
            return Err(Failure::new(message, formula.span()));
        }
    })
}

fn level(id: &str, variable: &Variable, formula: &Expression) -> Result<Cell, Failure> {
    if variable.levels.iter().any(|own| own.id == id) {
        return Ok(Cell::Level(id.to_owned()));
    }
    let message = format!("`{id}` is no level of `{}`", variable.id);
    let known: Vec<_> =
        variable.levels.iter().map(|own| format!("`{}`", own.id)).collect();
    Err(Failure::new(message, formula.span())
        .help(format!("known: {}", known.join(", "))))
}

fn number_cell(
    number: &Number,
    variable: &Variable,
    formula: &Expression,
) -> Result<Cell, Failure> {
    let wrong = |message: String, help: &str| {
        Err(Failure::new(message, formula.span()).help(help))
    };
    if let Some((message, help)) = other_unit(number, variable) {
        return wrong(message, help);
    }
    let (value, flags) = (number.quantity.value, number.quantity.flags);
    let whole = matches!(variable.kind, VariableKind::Count | VariableKind::Year);
    if whole && !value.fract().is_zero() {
        let message = format!("`{}` holds whole numbers, this is {value}", variable.id);
        return wrong(message, "declare it a `number`, or compute whole numbers");
    }
    let of_whole = (Decimal::ZERO..=Decimal::ONE).contains(&value);
    if variable.kind == VariableKind::Share && !of_whole {
        let message = format!("a share is from 0 to 1, this is {value}");
        return wrong(message, "divide a part by its whole");
    }
    Ok(Cell::Number { value, printed: value, flags })
}

/// Why a number is not in the unit of its variable, and what to do. A plain number goes
/// with any unit, but is no percentage.
fn other_unit(number: &Number, variable: &Variable) -> Option<(String, &'static str)> {
    let declared = match variable.kind {
        VariableKind::Percent => Some(PERCENT),
        _ => variable.unit.as_deref(),
    };
    let id = &variable.id;
    match (number.unit.as_deref(), declared) {
        (Some(own), Some(unit)) if own == unit => None,
        (None, Some(PERCENT)) if variable.kind == VariableKind::Percent => Some((
            format!("`{id}` is a percentage, its formula gives a plain number"),
            "make a ratio a percentage: `share(row.part, row.total)`, or `.percent(1)`",
        )),
        (None, _) => None,
        (Some(own), Some(unit)) => Some((
            format!("`{id}` is in `{unit}`, its formula gives `{own}`"),
            "declare the unit that the formula gives, or correct the formula",
        )),
        (Some(own), None) => Some((
            format!("`{id}` has no unit, its formula gives `{own}`"),
            "declare a `number` or `count` with this unit, or divide by it",
        )),
    }
}
