//! From the texts of a study to what a translator is given.

use super::pieces::{self, CodeKind};
use super::{Code, Exchange, ExchangeFile, ExchangeUnit};
use crate::diag::place;
use crate::expr::{Expression, Records, Scope};
use crate::lang::Lang;
use crate::locale::Locale;
use crate::source::{Input, Span};
use crate::study::{Role, Study, TranslationFile, TranslationUnit};
use crate::translation::{Pair, align};

/// The texts of the study for a translator to `target`: those whose ids are in `only`, or
/// all of them if it is empty.
pub fn export(study: &Study, input: &Input, target: Lang, only: &[String]) -> Exchange {
    let records = study.records();
    let locale = study.locale(study.source_language);
    let source = Values { records: &records, locale: &locale };
    let wanted = |file: &&TranslationFile| only.is_empty() || only.contains(&file.id);
    let files = study
        .translations
        .iter()
        .filter(wanted)
        .map(|file| ExchangeFile {
            id: file.id.clone(),
            units: units(file, study.source_language, target, input)
                .map(|unit| source.fill(unit))
                .collect(),
        })
        .filter(|file| !file.units.is_empty())
        .collect();
    Exchange { source: study.source_language, target, files }
}

/// The units of a file that have something to translate.
pub(super) fn units<'a>(
    file: &'a TranslationFile,
    source: Lang,
    target: Lang,
    input: &'a Input,
) -> impl Iterator<Item = ExchangeUnit> + 'a {
    pairs(file, source, target).into_iter().filter_map(|pair| {
        let source = pair.source?;
        let (pieces, mut codes) = pieces::of_source(source);
        let target = pair.target.map(|unit| pieces::of_target(unit, &mut codes).0);
        Some(ExchangeUnit {
            key: source.key.clone(),
            what: what(source),
            place: place(input, source.span),
            span: source.span,
            source: pieces,
            target,
            codes,
        })
    })
}

/// The units of the source that have something to translate, with their twins.
pub(super) fn pairs(file: &TranslationFile, source: Lang, target: Lang) -> Vec<Pair<'_>> {
    let of = |lang| file.units.get(lang).as_deref().unwrap_or_default();
    let pairs = align(of(source), of(target)).into_iter();
    pairs.filter(|pair| pair.source.is_some_and(TranslationUnit::has_words)).collect()
}

fn what(unit: &TranslationUnit) -> String {
    match &unit.role {
        Role::Title => "title".to_owned(),
        Role::Heading(level) => format!("heading of level {level}"),
        Role::Paragraph => "paragraph".to_owned(),
        Role::Item { .. } => "item of a list".to_owned(),
        Role::Quote => "quotation".to_owned(),
        Role::Cell => "cell of a table".to_owned(),
        Role::Note(label) => format!("footnote {label}"),
        Role::Line | Role::Plain => unit.key.clone(),
        Role::Placed(_) | Role::Code | Role::Rule => String::new(),
    }
}

/// What values read as in the source language.
struct Values<'a> {
    records: &'a [&'a dyn Records],
    locale: &'a Locale,
}

impl Values<'_> {
    fn fill(&self, mut unit: ExchangeUnit) -> ExchangeUnit {
        for code in &mut unit.codes {
            code.shown = self.shown(code, unit.span);
        }
        unit
    }

    /// What a reader sees; `None` where that depends on more than the datasets.
    fn shown(&self, code: &Code, span: Span) -> Option<String> {
        if code.kind != CodeKind::Value {
            return None;
        }
        let text = code.opening.strip_prefix("{{")?.strip_suffix("}}")?.trim();
        let expression = Expression::parse(text, span).ok()?;
        let scope = Scope { locale: Some(self.locale), ..Scope::new(self.records) };
        expression.evaluate(&scope).ok()?.write(self.locale).ok().map(|own| own.plain())
    }
}
