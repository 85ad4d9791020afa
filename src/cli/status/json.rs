//! The states for programs.

use serde_json::{Map, Value, json};

use super::Report;
use crate::source::{Input, Span};
use crate::translation::state::{State, TextState, TranslationState, UnitState};

/// One object with everything: `docs/translation.md` describes it.
pub(super) fn json(report: &Report<'_>) -> Value {
    let study = report.read.study;
    let totals = report.standings.iter().map(|own| {
        let states = State::ALL
            .iter()
            .map(|state| (state.name().to_owned(), Value::from(own.count(*state))));
        (own.lang.to_string(), states.collect::<Map<_, _>>().into())
    });
    let tags: Vec<_> = report.languages.iter().map(|lang| lang.as_str()).collect();
    let texts: Vec<_> = report.texts.iter().map(|own| text(report, own)).collect();
    let mut all = json!({
        "original": study.source_language.as_str(),
        "languages": tags,
        "texts": texts,
        "totals": totals.collect::<Map<_, _>>(),
    });
    if let Some(name) = study.home.name() {
        all["study"] = name.into();
    }
    all
}

/// As the standard output has it.
pub(super) fn written(value: &Value) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default())
}

fn text(report: &Report<'_>, text: &TextState<'_>) -> Value {
    let told =
        text.translations.iter().filter(|own| report.languages.contains(&own.lang));
    let translations: Vec<_> =
        told.map(|own| translation(report.read.input, own)).collect();
    json!({ "text": text.file.id, "translations": translations })
}

fn translation(input: &Input, own: &TranslationState<'_>) -> Value {
    let how = own.acceptance;
    let units: Vec<_> = own.units.iter().map(|own| unit(input, own)).collect();
    json!({
        "language": own.lang.as_str(),
        "state": own.state.name(),
        "behind": own.behind(),
        "reviewed": how.is_some_and(|how| how.reviewed),
        "date": how.and_then(|how| how.date).map(|date| date.to_string()),
        "by": how.and_then(|how| how.by.as_deref()),
        "units": units,
    })
}

fn unit(input: &Input, own: &UnitState<'_>) -> Value {
    let key = own.source.or(own.target).map(|unit| unit.key.as_str());
    json!({
        "key": key,
        "state": own.kind.name(),
        "original": own.source.map(|unit| place(input, unit.span)),
        "translation": own.target.map(|unit| place(input, unit.span)),
        "old": own.accepted,
        "new": own.source.map(|_| own.wording()),
    })
}

fn place(input: &Input, span: Span) -> Value {
    let (line, column) = input.position(span);
    json!({ "file": input.file(span.file).path, "line": line, "column": column })
}
