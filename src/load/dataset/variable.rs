//! The variables of a dataset.

use super::{Units, bad_identifier, names_variable};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::{Decoder, Named};
use crate::load::format::{LevelFile, LevelOrLabel, TypeFile, VariableFile};
use crate::source::Spanned;
use crate::study::{Level, LevelWord, Variable, VariableKind};

/// The variables in the order of their columns.
pub(super) fn variables(
    files: Named<VariableFile>,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<Variable>> {
    let made: Vec<_> = files
        .0
        .into_iter()
        .map(|(id, file)| variable(&id, file, units, decoder))
        .collect();
    made.into_iter().collect()
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
    let kind = match file.r#type.value {
        TypeFile::Year => VariableKind::Year,
        TypeFile::Date => VariableKind::Date,
        TypeFile::Count => VariableKind::Count,
        TypeFile::Number => VariableKind::Number,
        TypeFile::Percent => VariableKind::Percent,
        TypeFile::Category => VariableKind::Category,
        TypeFile::Text => VariableKind::Text,
    };
    let with_unit = matches!(kind, VariableKind::Count | VariableKind::Number);
    let refusal = match (&file.unit, file.levels.0.is_empty()) {
        (None, _) if with_unit => {
            Some(("a `count` or `number` has a unit", "add `unit:`"))
        }
        (Some(_), _) if !with_unit => {
            Some(("only a `count` or `number` has a unit", "remove `unit`"))
        }
        (_, true) if kind == VariableKind::Category => {
            Some(("a `category` has levels", "add `levels:` with an id and a label each"))
        }
        (_, false) if kind != VariableKind::Category => {
            Some(("only a `category` has levels", "remove `levels`"))
        }
        _ => None,
    };
    if let Some((message, help)) = refusal {
        let at = file.r#type.span;
        decoder.report(Diagnostic::new(Code::BadValue, at, message).help(help));
        return None;
    }
    let unit = match file.unit {
        Some(unit) => Some(known_unit(&unit, units, decoder)?.into()),
        None => None,
    };
    let levels = file.levels.0.into_iter();
    let levels: Vec<_> =
        levels.map(|(id, LevelOrLabel(file))| level(id, file, decoder)).collect();
    let levels = levels.into_iter().collect::<Option<_>>()?;
    Some(Variable {
        id: id.value.clone(),
        kind,
        unit,
        decimals: file.decimals,
        label: file.label,
        short: file.short,
        levels,
        formula: file.formula,
    })
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
    decoder.report(
        Diagnostic::new(
            Code::UnknownReference,
            unit.span,
            format!("there is no unit `{}`", unit.value),
        )
        .suggest(&unit.value, units.keys().map(String::as_str))
        .help("declare it in `content/units.yaml`"),
    );
    None
}
