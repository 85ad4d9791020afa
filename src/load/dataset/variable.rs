//! The variables of a dataset.

use super::{Units, bad_identifier, names_variable};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::{Decode, Decoder, Named};
use crate::load::figure::power;
use crate::load::format::{LevelFile, LevelOrLabel, TypeFile, VariableFile};
use crate::locale::{Currency, Scale};
use crate::source::Spanned;
use crate::study::{Dataset, Level, LevelWord, Texts, Variable, VariableKind};

/// The variables in the order of their columns.
pub(super) fn variables(
    files: Named<VariableFile>,
    units: &Units,
    source: Option<&Dataset>,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<Variable>> {
    let made: Vec<_> = files
        .0
        .into_iter()
        .map(|(id, file)| match source.filter(|_| file.formula.is_none()) {
            Some(source) => taken_over(&id, file, source, decoder),
            None => variable(&id, file, units, decoder),
        })
        .collect();
    made.into_iter().collect()
}

/// A variable of a derived dataset that is the source's: its values are the same, and its
/// labels too, where it has none of its own.
fn taken_over(
    id: &Spanned<String>,
    file: VariableFile,
    source: &Dataset,
    decoder: &mut Decoder<'_>,
) -> Option<Variable> {
    let Some(at) = source.variable(&id.value) else {
        let message = format!("`{}` has no variable `{}`", source.id, id.value);
        decoder.report(
            Diagnostic::new(Code::UnknownReference, id.span, message)
                .suggest(&id.value, source.variables.iter().map(|own| own.id.as_str()))
                .help("what is taken over is named alike; all else has a `formula`"),
        );
        return None;
    };
    let own = [
        file.r#type.is_some(),
        file.unit.is_some(),
        file.currency.is_some(),
        file.scale.is_some(),
        !file.levels.0.is_empty(),
    ];
    if own.contains(&true) {
        let message =
            format!("`{}` is taken over from `{}` as it is there", id.value, source.id);
        decoder.report(
            Diagnostic::new(Code::BadValue, id.span, message)
                .help("give it `label`, `short` and `decimals` alone, or a `formula`"),
        );
        return None;
    }
    let taken = source.variables[at].clone();
    let renamed = file.label.is_some();
    Some(Variable {
        label: file.label.unwrap_or(taken.label),
        short: if renamed { file.short } else { file.short.or(taken.short) },
        decimals: file.decimals.or(taken.decimals),
        scale: Scale::One,
        formula: None,
        ..taken
    })
}

fn variable(
    id: &Spanned<String>,
    file: VariableFile,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Variable> {
    if !names_variable(&id.value) {
        decoder.report(bad_identifier(id, "variable"));
        return None;
    }
    let (Some(given), Some(label)) = (file.r#type.as_ref(), file.label.clone()) else {
        let missing = match file.r#type {
            None => ("type", TypeFile::shape()),
            Some(_) => ("label", Texts::shape()),
        };
        let message = format!("the key `{}` is missing", missing.0);
        decoder.report(
            Diagnostic::new(Code::MissingKey, id.span, message)
                .help(format!("add `{}:` with {}", missing.0, missing.1)),
        );
        return None;
    };
    let (kind, at) = (kind(given.value), given.span);
    if let Some((message, help)) = refusal(kind, &file) {
        decoder.report(Diagnostic::new(Code::BadValue, at, message).help(help));
        return None;
    }
    let unit = match (&file.unit, &file.currency) {
        (Some(unit), _) => Some(known_unit(unit, units, decoder)?.into()),
        (None, Some(code)) => Some(currency(code, decoder)?.code().into()),
        (None, None) => None,
    };
    let scale = file.scale.map_or(Scale::One, |scale| power(scale.value));
    let levels = file.levels.0.into_iter();
    let levels: Vec<_> =
        levels.map(|(id, LevelOrLabel(file))| level(id, file, decoder)).collect();
    let levels = levels.into_iter().collect::<Option<_>>()?;
    Some(Variable {
        id: id.value.clone(),
        kind,
        unit,
        scale,
        decimals: file.decimals,
        label,
        short: file.short,
        levels,
        formula: file.formula,
    })
}

fn kind(file: TypeFile) -> VariableKind {
    match file {
        TypeFile::Year => VariableKind::Year,
        TypeFile::Period => VariableKind::Period,
        TypeFile::Date => VariableKind::Date,
        TypeFile::Count => VariableKind::Count,
        TypeFile::Number => VariableKind::Number,
        TypeFile::Percent => VariableKind::Percent,
        TypeFile::Share => VariableKind::Share,
        TypeFile::Ratio => VariableKind::Ratio,
        TypeFile::Currency => VariableKind::Currency,
        TypeFile::Category => VariableKind::Category,
        TypeFile::Text => VariableKind::Text,
    }
}

/// Why a variable of a kind cannot have these keys, and what to do.
fn refusal(
    kind: VariableKind,
    file: &VariableFile,
) -> Option<(&'static str, &'static str)> {
    let with_unit = matches!(kind, VariableKind::Count | VariableKind::Number);
    let money = kind == VariableKind::Currency;
    let category = kind == VariableKind::Category;
    match (file.unit.is_some(), file.currency.is_some(), !file.levels.0.is_empty()) {
        (false, ..) if with_unit => {
            Some(("a `count` or `number` has a unit", "add `unit:`"))
        }
        (true, ..) if !with_unit => {
            Some(("only a `count` or `number` has a unit", "remove `unit`"))
        }
        (_, false, _) if money => Some((
            "a `currency` says which",
            "add `currency:` with its code, such as `KZT`",
        )),
        (_, true, _) if !money => {
            Some(("only a `currency` has the code of one", "remove `currency`"))
        }
        (.., false) if category => {
            Some(("a `category` has levels", "add `levels:` with an id and a label each"))
        }
        (.., true) if !category => {
            Some(("only a `category` has levels", "remove `levels`"))
        }
        _ if file.scale.is_some() && !with_unit && !money => Some((
            "only a `count`, `number` or `currency` is written in thousands or millions",
            "remove `scale`",
        )),
        _ if file.scale.is_some() && file.formula.is_some() => {
            Some(("a derived variable is in the unit of its formula", "remove `scale`"))
        }
        _ => None,
    }
}

fn currency(code: &Spanned<String>, decoder: &mut Decoder<'_>) -> Option<Currency> {
    let known = Currency::of(&code.value);
    if known.is_none() {
        let message = format!("there is no currency `{}`", code.value);
        decoder.report(
            Diagnostic::new(Code::BadValue, code.span, message)
                .suggest(&code.value, Currency::codes()),
        );
    }
    known
}

fn level(
    id: Spanned<String>,
    file: LevelFile,
    decoder: &mut Decoder<'_>,
) -> Option<Level> {
    let word = match (file.place, file.noun) {
        (Some(place), None) => Some(LevelWord::Place(place)),
        (None, noun) => noun.map(LevelWord::Noun),
        (Some(_), Some(noun)) => {
            let message = format!("the level `{}` is both a place and a noun", id.value);
            decoder.report(
                Diagnostic::new(Code::BadValue, noun.span, message)
                    .help("remove `place` or `noun`"),
            );
            return None;
        }
    };
    Some(Level {
        code: file.code.unwrap_or_else(|| id.value.clone()),
        id: id.value,
        label: file.label,
        short: file.short,
        word,
    })
}

/// The id of a unit, if there is one.
pub(super) fn known_unit<'a>(
    unit: &'a Spanned<String>,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<&'a str> {
    if units.contains_key(&unit.value) {
        return Some(&unit.value);
    }
    if decoder.unreadable.units || decoder.unreadable.ids.contains(&unit.value) {
        return None;
    }
    let file = decoder.input.place("content/units.yaml");
    decoder.report(
        Diagnostic::new(
            Code::UnknownReference,
            unit.span,
            format!("there is no unit `{}`", unit.value),
        )
        .suggest(&unit.value, units.keys().map(String::as_str))
        .help(format!("declare it in `{file}`")),
    );
    None
}
