//! Faults planted in every text of the real study, in every language: each is found, where
//! it is. A mutant is read by `load` and compared by `translation`, as in a build.
//!
//! `faults` plants them in units, `typed` makes a study without expressions, whose numbers
//! all stand in digits, and plants them there, `whole` takes away and changes units.
//! `cargo test --test parity -- --nocapture` shows how many there are of each kind.
#![allow(missing_docs, reason = "tests are named as sentences")]
#![allow(clippy::print_stdout, reason = "a test says what it counted")]

mod faults;
mod project;
mod typed;
mod whole;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use baspa::diag::{Diagnostic, Diagnostics};
use baspa::lang::{Lang, PerLang};
use baspa::source::{FileId, Input, Span};
use baspa::study::{Study, TranslationFile, TranslationUnit};
use baspa::{load, translation};

pub(crate) const LANGS: [&str; 3] = ["en", "kk", "ru"];

/// The study of this repository, read once.
pub(crate) struct Real {
    pub(crate) input: Input,
    pub(crate) study: Study,
}

pub(crate) static REAL: LazyLock<Real> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (input, found) = load::read::read(root);
    assert_eq!(found.sorted(), []);
    let (study, found) = load::study(&input, false);
    assert_eq!(found.sorted(), []);
    Real { input, study: study.expect("a study") }
});

pub(crate) fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

/// A unit of the real study beside its twins.
pub(crate) struct Unit<'a> {
    pub(crate) file: &'a str,
    pub(crate) twins: PerLang<&'a TranslationUnit>,
}

/// All units; in the real study each has its twins at the same place.
pub(crate) fn units(study: &Study) -> Vec<Unit<'_>> {
    let mut units = Vec::new();
    for file in &study.translations {
        let of =
            |tag| file.units.get(lang(tag)).as_ref().expect("a text in each language");
        let count = of("en").len();
        for tag in LANGS {
            assert_eq!(of(tag).len(), count, "{}", file.id);
        }
        for at in 0..count {
            let twins = PerLang::new(&study.languages, |lang| {
                &file.units.get(lang).as_ref().expect("a text in each language")[at]
            });
            units.push(Unit { file: &file.id, twins });
        }
    }
    units
}

/// What is said of files of units, all compared at once.
pub(crate) fn said(files: &[TranslationFile]) -> Vec<Diagnostic> {
    let found = translation::check_files(&REAL.study, files, &Diagnostics::new());
    found.iter().cloned().collect()
}

/// A planted fault.
pub(crate) struct Mutant {
    /// What kind of fault it is.
    pub(crate) kind: &'static str,
    pub(crate) lang: Lang,
    /// Where it is planted, to be shown.
    pub(crate) place: String,
    /// The text with the fault.
    pub(crate) text: String,
}

/// How many faults there are of each kind, and those that were not found.
#[derive(Default)]
pub(crate) struct Tally {
    kinds: BTreeMap<&'static str, (usize, usize)>,
    missed: Vec<String>,
}

impl Tally {
    pub(crate) fn count(&mut self, mutant: &Mutant, found: bool) {
        let (planted, hit) = self.kinds.entry(mutant.kind).or_default();
        *planted += 1;
        *hit += usize::from(found);
        if !found {
            let Mutant { kind, lang, place, text } = mutant;
            self.missed.push(format!("{kind}, {lang}, {place}: {text}"));
        }
    }

    /// Shows the table, and fails where a fault was not found, or a kind was not planted.
    pub(crate) fn settle(self, name: &str, kinds: &[&str]) {
        println!("{name}:");
        for (kind, (planted, hit)) in &self.kinds {
            println!("  {kind}: {hit} of {planted}");
        }
        for kind in kinds {
            assert!(self.kinds.contains_key(kind), "nothing of the kind `{kind}`");
        }
        let missed = self.missed.join("\n");
        assert!(self.missed.is_empty(), "{} not found:\n{missed}", self.missed.len());
    }
}

/// Whether one of the places of a diagnostic is in the file of a mutant.
pub(crate) fn is_at(diagnostic: &Diagnostic, file: FileId) -> bool {
    diagnostic.labels.iter().any(|label| label.span.file == file)
}

/// Whether one of the places of a diagnostic is inside `span`.
pub(crate) fn is_in(diagnostic: &Diagnostic, span: Span) -> bool {
    diagnostic.labels.iter().any(|label| {
        let own = label.span;
        own.file == span.file && own.start >= span.start && own.end <= span.end
    })
}

#[test]
fn the_study_says_the_same_in_every_language() {
    let found = translation::check(&REAL.study, &Diagnostics::new()).sorted();
    let text = baspa::diag::human(&found, &REAL.input, false);
    assert!(found.is_empty(), "{text}");
}
