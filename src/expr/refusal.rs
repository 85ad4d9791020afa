//! Why a function or a method has no value.

use super::value::Value;
use crate::diag::nearest;

/// Why a function or method has no value.
#[derive(Default)]
pub(super) struct Refusal {
    pub(super) message: String,
    pub(super) help: Vec<String>,
    /// The noun or place that there is not, where that is what is wrong.
    pub(super) unknown: Option<String>,
    /// Whether it is only the values that stand in the way.
    pub(super) of_values: bool,
}

/// A value, or why there is none.
pub(super) type Applied<'a> = Result<Value<'a>, Refusal>;

impl Refusal {
    pub(super) fn of(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }
}

pub(super) fn refuse<T>(
    message: impl Into<String>,
    help: impl Into<String>,
) -> Result<T, Refusal> {
    Err(Refusal { help: vec![help.into()], ..Refusal::of(message) })
}

/// Refuses values that are of the right kind, where others would do.
pub(super) fn refuse_values<T>(
    message: impl Into<String>,
    help: impl Into<String>,
) -> Result<T, Refusal> {
    let help = vec![help.into()];
    Err(Refusal { help, of_values: true, ..Refusal::of(message) })
}

/// Refuses a name that is none of `known`.
pub(super) fn unknown<T>(
    what: &str,
    name: &str,
    known: &[&'static str],
) -> Result<T, Refusal> {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known: {}", known.join(", ")),
    };
    refuse(format!("there is no {what} `{name}`"), help)
}

pub(super) fn no_language() -> Refusal {
    Refusal::of("forms of words can be chosen in texts only, not in conditions")
}
