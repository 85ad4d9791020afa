//! Editorial notes: what the disputed checks of the datasets found.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::{Record, Records};
use crate::source::Span;
use crate::study::{self, Check, Condition, Dataset, Study};

use super::context::{Context, Setting};
use super::numbering::{Numbering, source};
use super::placement::placed as places;
use super::selection::{Selection, Selections};
use super::{Finding, claim, prose};

/// A disputed check that fails, with the failing rows that are to be told; none for a
/// check of the whole.
pub(super) struct Found<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) check: &'a Check,
    pub(super) rows: Vec<usize>,
}

/// Gives each table the notes on what it shows, and each figure those that stand neither
/// at a table nor where the author placed them. A note on the whole that the author
/// placed stands there alone.
pub(super) fn attach<'a>(
    study: &'a Study,
    numbering: &Numbering<'_>,
    selections: &mut Selections<'a>,
) {
    let by_hand = by_hand(study);
    for found in study.findings.iter().filter_map(|finding| found(study, finding)) {
        let placed = by_hand.contains(found.name().as_str());
        if placed && matches!(found.check.condition, Condition::Whole(_)) {
            continue;
        }
        let mut told: BTreeSet<usize> = BTreeSet::new();
        for (id, selection) in &mut selections.tables {
            let rows = concerned(&found, selection);
            if numbering.tables.contains(id) {
                told.extend(rows.iter().flatten().copied());
            }
            give(selection, &found, rows);
        }
        for drawn in selections.figures.values_mut().filter(|_| !placed) {
            let selection = &mut drawn.selection;
            let rows = concerned(&found, selection).map(|mut rows| {
                rows.retain(|row| !told.contains(row));
                rows
            });
            give(selection, &found, rows.filter(|rows| !rows.is_empty()));
        }
    }
}

impl Found<'_> {
    fn name(&self) -> String {
        name(&self.dataset.id, &self.check.id)
    }
}

/// The name that texts have for a check.
fn name(dataset: &str, check: &str) -> String {
    format!("{dataset}.{check}")
}

/// The id on a page of the editorial note of a claim or a check.
pub(super) fn id(name: &str) -> String {
    match name.split_once('.') {
        Some((dataset, check)) => format!("note-{dataset}-{check}"),
        None => format!("claim-{name}"),
    }
}

/// The names of the checks whose notes the source language places.
pub(super) fn by_hand(study: &Study) -> BTreeSet<String> {
    let sections = (0..study.sections.len()).map(|at| source(study, at));
    let placed = sections.flat_map(|passage| places(&passage.blocks));
    placed
        .filter_map(|placed| match placed {
            study::Placed::Finding { dataset, check, .. } => Some(name(dataset, check)),
            _ => None,
        })
        .collect()
}

/// What a check of the whole tells of, in the place of a row.
const WHOLE: usize = usize::MAX;

/// Which failing rows of `found` are shown; `None` where it does not concern the
/// selection at all.
fn concerned(found: &Found<'_>, selection: &Selection<'_>) -> Option<Vec<usize>> {
    if found.dataset.id != selection.dataset.id || !names(found, selection) {
        return None;
    }
    let rows: Vec<usize> = match found.check.condition {
        Condition::Whole(_) => vec![WHOLE],
        Condition::Each(_) => {
            let shown = |row: &&usize| selection.rows.contains(row);
            found.rows.iter().filter(shown).copied().collect()
        }
    };
    Some(rows).filter(|rows| !rows.is_empty())
}

/// Whether one of the variables that the check is about is shown. Those that only name
/// the row say nothing, unless the check is about nothing else.
fn names(found: &Found<'_>, selection: &Selection<'_>) -> bool {
    let selected = found.check.condition.expression().selected();
    let variables = selected.iter().filter_map(|id| found.dataset.variable(id));
    let about: Vec<usize> =
        variables.filter(|at| !found.dataset.key.contains(at)).collect();
    about.is_empty() || about.iter().any(|at| selection.variables.contains(at))
}

fn give<'a>(selection: &mut Selection<'a>, found: &Found<'a>, rows: Option<Vec<usize>>) {
    if let Some(mut rows) = rows {
        rows.retain(|row| *row != WHOLE);
        let Found { dataset, check, .. } = *found;
        selection.findings.push(Found { dataset, check, rows });
    }
}

/// Warns of notes that no reader of the text sees.
pub(super) fn unseen(
    study: &Study,
    numbering: &Numbering<'_>,
    selections: &Selections<'_>,
    diagnostics: &mut Diagnostics,
) {
    let tables = numbering.tables.iter().filter_map(|id| selections.tables.get(id));
    let figures = numbering.figures.iter().filter_map(|id| selections.figures.get(id));
    let figures = figures.map(|drawn| &drawn.selection);
    let shown = tables.chain(figures).flat_map(|selection| &selection.findings);
    let mut seen = by_hand(study);
    seen.extend(shown.map(Found::name));
    seen.extend(study.claimed.iter().map(|claimed| claimed.name.clone()));
    for found in study.findings.iter().filter_map(|finding| found(study, finding)) {
        let name = found.name();
        if !seen.contains(&name) {
            let message =
                format!("the editorial note `{name}` stands on the dataset's page only");
            let help = format!("place it where the text needs it: `![](check:{name})`");
            let warning = Diagnostic::new(Code::Placement, found.check.span, message);
            diagnostics.push(warning.help(help).as_warning());
        }
    }
}

fn found<'a>(study: &'a Study, finding: &study::Finding) -> Option<Found<'a>> {
    let dataset = study.dataset(&finding.dataset)?;
    let check = dataset.checks.get(finding.check)?;
    Some(Found { dataset, check, rows: finding.rows.clone() })
}

/// The notes of a selection, and of the claims that the texts around it make.
pub(super) fn all<'a>(cx: &mut Context<'a>, found: &'a [Found<'a>]) -> Vec<Finding> {
    let mut notes: Vec<Finding> = found.iter().filter_map(|own| write(cx, own)).collect();
    notes.extend(claim::waiting(cx));
    notes
}

/// All notes on a dataset, and of the claims that its texts make.
pub(super) fn of_dataset<'a>(cx: &mut Context<'a>, dataset: &Dataset) -> Vec<Finding> {
    let study = cx.common.study;
    let own = study.findings.iter().filter(|finding| finding.dataset == dataset.id);
    let mut notes: Vec<Finding> =
        own.filter_map(|finding| write(cx, &found(study, finding)?)).collect();
    notes.extend(claim::waiting(cx));
    notes
}

fn write<'a>(cx: &mut Context<'a>, found: &Found<'a>) -> Option<Finding> {
    let Found { dataset, check, .. } = *found;
    let reason = check.disputed.as_ref()?;
    let message = check.message.get(cx.lang);
    let records: &'a dyn Records = dataset;
    let setting = Setting::of(cx.lang);
    let messages = match check.condition {
        Condition::Whole(_) => {
            vec![prose::text(cx, Setting { rows: Some(records), ..setting }, message)]
        }
        Condition::Each(_) => {
            let record = |row: &usize| Some(Record { records, row: *row });
            let settings =
                found.rows.iter().map(|row| Setting { row: record(row), ..setting });
            settings.map(|setting| prose::text(cx, setting, message)).collect()
        }
    };
    Some(Finding {
        id: id(&name(&dataset.id, &check.id)),
        messages,
        reason: prose::own(cx, reason),
    })
}

/// The note that an author places. One whose data have been corrected since disappears:
/// the settled dispute is reported where the check stands.
pub(super) fn placed(
    cx: &mut Context<'_>,
    dataset: &str,
    check: &str,
    span: Span,
) -> Option<Finding> {
    let study = cx.common.study;
    let Some(own) = study.dataset(dataset) else {
        if !study.unreadable.ids.contains(dataset) {
            let known = study.datasets.iter().map(|own| own.id.as_str());
            let message = format!("there is no dataset `{dataset}`");
            let unknown = Diagnostic::new(Code::UnknownReference, span, message);
            cx.diagnostics.push(unknown.suggest(dataset, known));
        }
        return None;
    };
    let Some(at) = own.checks.iter().position(|own| own.id == check) else {
        let known = own.checks.iter().map(|own| own.id.as_str());
        let message = format!("`{dataset}` has no check `{check}`");
        let unknown = Diagnostic::new(Code::UnknownReference, span, message);
        cx.diagnostics.push(unknown.suggest(check, known));
        return None;
    };
    if own.checks[at].disputed.is_none() {
        let message = format!("the check `{dataset}.{check}` is not disputed");
        cx.diagnostics.push(
            Diagnostic::new(Code::BadValue, span, message)
                .also(own.checks[at].span, "declared here")
                .help("only a disputed check has an editorial note"),
        );
        return None;
    }
    of_check(cx, dataset, check)
}

/// The note of a disputed check that fails.
pub(super) fn of_check(
    cx: &mut Context<'_>,
    dataset: &str,
    check: &str,
) -> Option<Finding> {
    let study = cx.common.study;
    let mut all = study.findings.iter().filter_map(|finding| found(study, finding));
    let own = all.find(|own| own.dataset.id == dataset && own.check.id == check)?;
    write(cx, &own)
}
