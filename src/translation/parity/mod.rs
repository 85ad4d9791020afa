//! Whether every language says the same.
//!
//! Each text is compared with that of the source language, unit by unit: `structure` finds
//! the twins, `said` what a unit says, `signs` and `numbers` what differs, `typed` numbers
//! in the place of values; `finding` tells it. `unbound` looks at each language alone.

mod faults;
mod finding;
mod link;
mod numbers;
mod said;
mod signs;
mod structure;
#[cfg(test)]
mod tests;
mod typed;
mod unbound;
mod words;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::Diagnostics;
use crate::expr::Records;
use crate::lang::{Lang, PerLang};
use crate::locale::Locale;
use crate::source::Span;
use crate::study::{Study, TranslationFile, TranslationUnit};

use super::numeral::Notation;
use faults::Faults;
use finding::{Finding, What};
use said::Said;

/// How a language is read and written.
pub(super) struct Reader {
    lang: Lang,
    locale: Locale,
    notation: Notation,
}

/// Compares all languages of a study with its source language, and looks for numbers that
/// are neither bound nor declared. Units with an error among those `told` are left out:
/// they do not say what is meant.
pub fn check(study: &Study, told: &Diagnostics) -> Diagnostics {
    check_files(study, &study.translations, told)
}

/// The same for some texts of a study.
pub fn check_files(
    study: &Study,
    files: &[TranslationFile],
    told: &Diagnostics,
) -> Diagnostics {
    let readers = PerLang::new(&study.languages, |lang| {
        let locale = study.locale(lang);
        let notation = Notation::of(&locale);
        Reader { lang, locale, notation }
    });
    let check = Check {
        languages: &study.languages,
        source: study.source_language,
        readers: &readers,
        records: &study.records(),
        faults: Faults::of(told),
    };
    let found: Vec<Diagnostics> = files.par_iter().map(|file| check.file(file)).collect();
    let mut all = Diagnostics::new();
    found.into_iter().for_each(|found| all.append(found));
    all
}

/// What the check of a file needs beside it.
struct Check<'a> {
    languages: &'a [Lang],
    source: Lang,
    readers: &'a PerLang<Reader>,
    records: &'a [&'a dyn Records],
    faults: Faults,
}

impl Check<'_> {
    fn file(&self, file: &TranslationFile) -> Diagnostics {
        let mut found = Diagnostics::new();
        let units = |lang: Lang| file.units.get(lang).as_deref();
        let said = PerLang::new(self.languages, |lang| {
            let notation = &self.readers.get(lang).notation;
            let read = |unit| Said::of(unit, notation, self.faults.are_in(unit));
            units(lang).map(|units| units.iter().map(read).collect::<Vec<_>>())
        });
        let mut findings: Vec<Finding> = Vec::new();
        let mut others = 0;
        for (lang, own) in said.iter().filter(|(lang, _)| *lang != self.source) {
            let (Some(source), Some(own)) = (said.get(self.source), own) else {
                continue;
            };
            let both = [units(self.source), units(lang)].map(|own| own.unwrap_or(&[]));
            others += 1;
            findings.extend(self.languages(both, [source, own], lang));
        }
        let typed: BTreeSet<Span> = findings.iter().filter_map(typed_place).collect();
        found.extend(finding::told(findings, self.source, others));
        for (lang, own) in said.iter() {
            let reader = self.readers.get(lang);
            for said in own.iter().flatten() {
                found.extend(unbound::check(said, reader, &file.id, &typed));
            }
        }
        found
    }

    /// Compares the text of a language with that of the source language.
    fn languages(
        &self,
        units: [&[TranslationUnit]; 2],
        said: [&[Said<'_>]; 2],
        lang: Lang,
    ) -> Vec<Finding> {
        let readers = [self.readers.get(self.source), self.readers.get(lang)];
        let misread = units.iter().any(|units| self.faults.spoil(units));
        let comparison =
            signs::Comparison { readers, records: self.records, lang, misread };
        comparison.texts(units, said)
    }
}

/// Where a number is typed in the place of a value, which is told already.
fn typed_place(finding: &Finding) -> Option<Span> {
    match &finding.what {
        What::Typed { side, .. } => Some(finding.spans[*side as usize]),
        _ => None,
    }
}
