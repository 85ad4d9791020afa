//! Texts that nobody reads until data change: the messages of checks and claims that hold,
//! and the words that no variant chooses. What cannot be written in them is reported now,
//! and not on the day when they are needed.

use std::collections::BTreeSet;

use crate::expr::{Expression, Record, Records, Value};
use crate::source::Span;
use crate::study::{self, ClaimKind, Condition, Dataset, Inline};

use super::context::{Context, Setting, report};
use super::mark;

/// For how many rows the message of a check is written, so that long datasets load fast.
const MOST_ROWS: usize = 100;

/// Writes every text of a check or claim in the edition's language, and keeps nothing.
pub(super) fn check(cx: &mut Context<'_>) {
    let study = cx.common.study;
    for dataset in &study.datasets {
        of_dataset(cx, dataset);
    }
    for claim in &study.claims {
        let texts: Vec<_> = match &claim.kind {
            ClaimKind::Holds { message, disputed, .. } => {
                std::iter::once(message).chain(disputed).collect()
            }
            ClaimKind::Variants(all) => all.iter().map(|own| &own.text).collect(),
        };
        for texts in texts {
            let setting = Setting { in_claim: true, ..Setting::of(cx.lang) };
            write(cx, setting, texts.get(cx.lang), &mut BTreeSet::new());
        }
    }
}

fn of_dataset<'a>(cx: &mut Context<'a>, dataset: &'a Dataset) {
    let records: &'a dyn Records = dataset;
    for check in &dataset.checks {
        let message = check.message.get(cx.lang);
        let setting = Setting::of(cx.lang);
        let mut done = BTreeSet::new();
        match check.condition {
            Condition::Whole(_) => {
                let setting = Setting { rows: Some(records), ..setting };
                write(cx, setting, message, &mut done);
            }
            Condition::Each(_) => {
                for row in 0..dataset.rows.len().min(MOST_ROWS) {
                    let row = Some(Record { records, row });
                    write(cx, Setting { row, ..setting }, message, &mut done);
                }
            }
        }
        if let Some(reason) = &check.disputed {
            write(cx, setting, reason.get(cx.lang), &mut done);
        }
    }
}

/// Writes the marks of a text. One that is wrong is told of once, whatever the row, and one
/// that is the same in all rows is written once: those are `done`.
fn write<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    text: &'a study::Text,
    done: &mut BTreeSet<Span>,
) {
    let setting = Setting { lang: text.lang, ..setting };
    marks(cx, setting, &text.content, done);
}

fn marks<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    content: &'a [Inline],
    done: &mut BTreeSet<Span>,
) {
    for inline in content {
        match inline {
            Inline::Mark(study::Mark::Value(expression)) => {
                let span = expression.span();
                if done.contains(&span) {
                    continue;
                }
                if !is_written(cx, setting, expression) || !asks_row(expression) {
                    done.insert(span);
                }
            }
            Inline::Mark(study::Mark::Claim { content, .. }) => {
                marks(cx, setting, content, done);
            }
            Inline::Mark(other) => {
                mark::mark(cx, setting, other);
            }
            other => marks(cx, setting, other.children(), done),
        }
    }
}

/// Whether another row may give another value.
fn asks_row(expression: &Expression) -> bool {
    expression.names().iter().any(|(name, _)| *name == "row")
}

/// Writes a value; a fault of the text is reported. A value that is missing, or that only
/// these data do not have, is none: the condition keeps the text from being read then.
fn is_written<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    expression: &Expression,
) -> bool {
    match cx.value_of(setting, expression) {
        Err(failure) if failure.of_values => return true,
        Err(failure) => report(cx.common.study, failure, &mut cx.diagnostics),
        Ok(Value::Missing { .. }) => return true,
        Ok(value) => match value.write(&cx.common.tongue(setting.lang).locale) {
            Ok(_) => return true,
            Err(why) => cx.diagnostics.push(mark::unprintable(expression, why)),
        },
    }
    false
}
