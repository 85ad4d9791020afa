//! What the parts of an edition share while it is made.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Expression, Failure, Record, Records, Scope, Value};
use crate::lang::{Lang, PerLang};
use crate::locale::{Flags, Locale, Messages};
use crate::study::Study;
use crate::translation::state::{TextState, states};

use super::claim;
use super::note::Notes;
use super::numbering::Numbering;
use super::outdated::{Lines, OutdatedTexts};
use super::reference::Entry;
use super::selection::Selections;
use super::{finding, placement, reference};

/// What all editions have in common.
pub(super) struct Common<'a> {
    pub(super) study: &'a Study,
    pub(super) records: &'a [&'a dyn Records],
    pub(super) numbering: Numbering<'a>,
    pub(super) selections: Selections<'a>,
    pub(super) entries: Vec<Entry>,
    pub(super) states: Vec<TextState<'a>>,
    tongues: PerLang<Tongue>,
}

/// How a language writes and what it calls things.
pub(super) struct Tongue {
    pub(super) locale: Locale,
    pub(super) messages: Messages,
}

impl<'a> Common<'a> {
    pub(super) fn new(
        study: &'a Study,
        records: &'a [&'a dyn Records],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let ((entries, found), (numbering, selections, also)) = rayon::join(
            || {
                let mut found = Diagnostics::new();
                (reference::entries(study, &mut found), found)
            },
            || {
                let mut found = Diagnostics::new();
                let numbering = Numbering::new(study, &mut found);
                placement::check(study, &mut found);
                let selections = Selections::new(study, records, &numbering, &mut found);
                finding::unseen(study, &numbering, &selections, &mut found);
                (numbering, selections, found)
            },
        );
        diagnostics.append(found);
        diagnostics.append(also);
        let tongues = PerLang::new(&study.languages, |lang| Tongue {
            locale: study.locale(lang),
            messages: study.messages.get(lang).clone(),
        });
        let states = states(study);
        Self { study, records, numbering, selections, entries, states, tongues }
    }

    /// How a language of the study writes.
    pub(super) fn tongue(&self, lang: Lang) -> &Tongue {
        self.tongues.get(lang)
    }
}

/// An edition in the making: what it shares with the others, and what is counted as the
/// text goes on.
pub(super) struct Context<'a> {
    pub(super) common: &'a Common<'a>,
    /// The edition's language. That of a text may differ in a draft.
    pub(super) lang: Lang,
    pub(super) diagnostics: Diagnostics,
    /// How often each reference was cited so far, by its position.
    pub(super) cited: BTreeMap<usize, usize>,
    pub(super) notes: Notes<'a>,
    /// The flags of the values in the texts so far.
    pub(super) flags: Flags,
    /// The editorial notes of claims on the page at hand.
    pub(super) claims: claim::Notes,
    /// Which texts are behind the original.
    pub(super) outdated: OutdatedTexts,
    /// The lines of the passage at hand.
    pub(super) lines: Lines,
}

impl<'a> Context<'a> {
    pub(super) fn new(common: &'a Common<'a>, lang: Lang) -> Self {
        Self {
            common,
            lang,
            diagnostics: Diagnostics::new(),
            cited: BTreeMap::new(),
            notes: Notes::default(),
            flags: Flags::NONE,
            claims: claim::Notes::new(finding::by_hand(common.study)),
            outdated: OutdatedTexts::new(common, lang),
            lines: Lines::default(),
        }
    }

    /// How the edition's language writes.
    pub(super) fn locale(&self) -> &'a Locale {
        &self.common.tongue(self.lang).locale
    }

    /// The interface texts of the edition's language.
    pub(super) fn messages(&self) -> &'a Messages {
        &self.common.tongue(self.lang).messages
    }

    /// The value of an expression in a text; a failure is reported.
    pub(super) fn evaluate(
        &mut self,
        setting: Setting<'a>,
        expression: &Expression,
    ) -> Option<Value<'a>> {
        match self.value_of(setting, expression) {
            Ok(value) => Some(value),
            Err(failure) => {
                report(self.common.study, failure, &mut self.diagnostics);
                None
            }
        }
    }

    /// The value of an expression in a text.
    pub(super) fn value_of(
        &self,
        setting: Setting<'a>,
        expression: &Expression,
    ) -> Result<Value<'a>, Failure> {
        let common = self.common;
        let scope = Scope {
            row: setting.row,
            rows: setting.rows,
            tolerance: Decimal::ZERO,
            locale: Some(&common.tongue(setting.lang).locale),
            ..Scope::new(common.records)
        };
        expression.evaluate(&scope)
    }
}

/// Reports why an expression has no value, but for a dataset, noun or place that could not
/// be read: that is reported already.
pub(super) fn report(study: &Study, failure: Failure, diagnostics: &mut Diagnostics) {
    if failure.unknown.as_deref().is_some_and(|name| study.unreadable.has(name)) {
        return;
    }
    let found = Diagnostic::new(Code::ExpressionFailed, failure.span, failure.message);
    diagnostics.push(failure.help.into_iter().fold(found, Diagnostic::help));
}

/// Where a text stands, which decides what its marks can name.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    /// The language of the words.
    pub(super) lang: Lang,
    /// What `row` names.
    pub(super) row: Option<Record<'a>>,
    /// What `rows` names.
    pub(super) rows: Option<&'a dyn Records>,
    /// What `{number}` stands for.
    pub(super) number: Option<usize>,
    /// Whether it is the text of a claim, which makes no claims.
    pub(super) in_claim: bool,
    /// The passage whose footnotes can be mentioned, by its number.
    pub(super) passage: Option<usize>,
}

impl Setting<'_> {
    /// A text on its own.
    pub(super) fn of(lang: Lang) -> Self {
        let (row, rows, number, passage) = (None, None, None, None);
        Self { lang, row, rows, number, in_claim: false, passage }
    }
}
