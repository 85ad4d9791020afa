//! The words of units.

use rust_decimal::Decimal;

use crate::expr::PERCENT;
use crate::locale::{Currency, Scale};
use crate::study::{Study, Unit, UnitLabel, Variable, VariableKind};

use super::context::Context;
use super::prose;

/// The id of a variable's unit.
pub(super) fn id(variable: &Variable) -> Option<&str> {
    match variable.kind {
        VariableKind::Percent | VariableKind::Share => Some(PERCENT),
        _ => variable.unit.as_deref(),
    }
}

/// The words of the unit with this id.
pub(super) fn label(cx: &mut Context<'_>, id: &str) -> String {
    match cx.common.study.units.get(id).map(|unit| &unit.label) {
        Some(UnitLabel::BuiltIn(key)) => cx.messages().get(key).to_owned(),
        Some(UnitLabel::Own(texts)) => prose::words(cx, texts),
        None => match Currency::of(id) {
            Some(currency) => cx.locale().symbol(currency).to_owned(),
            None => id.to_owned(),
        },
    }
}

/// The words of a unit whose numbers are shown in thousands or millions: those of the
/// multiple that the study declares, else the language's wording.
pub(super) fn scaled(cx: &mut Context<'_>, id: &str, scale: Scale) -> String {
    let key = match scale {
        Scale::One => return label(cx, id),
        Scale::Thousand => "thousand_of",
        Scale::Million => "million_of",
        Scale::Billion => "billion_of",
    };
    match multiple(cx.common.study, id, scale) {
        Some(multiple) => label(cx, multiple),
        None => {
            let unit = label(cx, id);
            cx.messages().format(key, &[("unit", &unit)])
        }
    }
}

/// The id of the unit that is ten to the power of `scale` of the unit `of`.
fn multiple<'a>(study: &'a Study, of: &str, scale: Scale) -> Option<&'a str> {
    let times = Decimal::from(10_i64.checked_pow(scale.exponent())?);
    let is_it = |unit: &&Unit| {
        unit.multiple.as_ref().is_some_and(|own| own.of == of && own.times == times)
    };
    let found = study.units.iter().find(|(_, unit)| is_it(unit));
    found.map(|(id, _)| id.as_str())
}
