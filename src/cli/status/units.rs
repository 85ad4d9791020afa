//! Every passage that is behind, with what changed in its original.

use super::Report;
use super::table::{colour, state};
use crate::cli::terminal::{PLAIN, QUIET};
use crate::cli::wordings::wordings;
use crate::diag::{place, plain};
use crate::source::Input;
use crate::translation::state::{
    State, TextState, TranslationState, UnitKind, UnitState,
};

/// The passages that are behind, text by text.
pub(super) fn units(report: &Report<'_>) -> String {
    let behind = report
        .translations()
        .filter(|(_, own)| !matches!(own.state, State::Missing) && own.behind() > 0);
    behind.map(|(text, own)| of_text(report.read.input, text, own)).collect()
}

fn of_text(input: &Input, text: &TextState<'_>, own: &TranslationState<'_>) -> String {
    let (colour, state) = (colour(own.state), state(own));
    let head =
        format!("\n{}, {}: {colour}{state}{PLAIN}\n", plain(&text.file.id), own.lang);
    let told = |unit: &&UnitState<'_>| match own.state {
        State::Draft => unit.kind == UnitKind::Missing,
        _ => unit.kind != UnitKind::Current,
    };
    let units = own.units.iter().filter(told).map(|unit| of_unit(input, unit));
    head + &units.collect::<String>()
}

fn of_unit(input: &Input, unit: &UnitState<'_>) -> String {
    let at = |span| plain(&place(input, span));
    let places = match (unit.source, unit.target) {
        (Some(source), Some(target)) => {
            let translated = format!("{QUIET}translated at {}{PLAIN}", at(target.span));
            format!("{} {translated}", at(source.span))
        }
        (Some(own), None) | (None, Some(own)) => at(own.span),
        (None, None) => String::new(),
    };
    let mut text = format!("  {}: {places}\n", unit.kind.name());
    let (old, new) = (unit.accepted.unwrap_or_default(), unit.wording());
    let old = (unit.kind == UnitKind::Changed || new.is_empty()).then_some(old);
    let new = (!new.is_empty()).then_some(new.as_str());
    text.push_str(&wordings(old, new));
    text
}
