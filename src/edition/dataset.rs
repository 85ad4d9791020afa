//! Datasets as their pages show them.

use crate::diag::{Code, Diagnostic};
use crate::locale::Quantity;
use crate::study::{self, Condition, TableForm, VariableKind};

use super::context::Context;
use super::grid::{self, Layout, MAX_DECIMALS};
use super::selection::Selection;
use super::{
    Check, Dataset, Derivation, Grid, Inline, Level, Licence, Text, Variable, claim,
    figure, finding, prose, table, unit,
};

/// A dataset with all its rows.
pub(super) fn dataset<'a>(cx: &mut Context<'a>, own: &'a study::Dataset) -> Dataset {
    cx.claims = claim::Notes::default();
    Dataset {
        id: own.id.clone(),
        title: prose::own(cx, &own.title),
        description: prose::own(cx, &own.description),
        source: prose::own(cx, &own.source),
        period: cx.locale().period(&own.period),
        updated: own.updated.as_ref().map(|date| cx.locale().date(date)),
        modified: own.updated,
        next_update: own.next_update.as_ref().map(|date| cx.locale().date(date)),
        licence: own.licence.as_ref().map(|own| licence(cx, own)),
        time: own.period,
        notes: own.notes.as_ref().map(|notes| prose::own(cx, notes)),
        variables: own.variables.iter().map(|variable| entry(cx, variable)).collect(),
        missing: own
            .missing
            .iter()
            .map(|(code, reason)| (code.clone(), grid::explained(cx, reason)))
            .collect(),
        grid: grid(cx, own),
        checks: own.checks.iter().enumerate().map(|(at, _)| check(cx, own, at)).collect(),
        findings: finding::of_dataset(cx, own),
        shown_in: shown_in(cx, own),
        derivation: derivation(cx, own),
    }
}

fn derivation<'a>(cx: &mut Context<'a>, own: &'a study::Dataset) -> Derivation {
    let study = cx.common.study;
    let first = own.derivation.as_ref();
    let from = own.derived_from().into_iter().filter_map(|id| study.dataset(id));
    let from = from.map(|from| (from.id.clone(), prose::own(cx, &from.title))).collect();
    let by = first.iter().flat_map(|own| &own.by);
    let by = by.filter_map(|id| Some(&own.variables[own.variable(id)?].label));
    Derivation {
        from,
        filter: first.and_then(|own| Some(own.filter.as_ref()?.text().to_owned())),
        by: by.map(|label| prose::own(cx, label)).collect(),
    }
}

fn licence<'a>(cx: &mut Context<'a>, own: &'a study::Licence) -> Licence {
    let name = match own {
        study::Licence::Own { name, .. } => prose::own(cx, name),
        study::Licence::Known(known) => {
            Text { lang: cx.lang, content: vec![Inline::Text(known.name.to_owned())] }
        }
    };
    Licence { name, url: own.url().map(str::to_owned) }
}

fn entry<'a>(cx: &mut Context<'a>, variable: &'a study::Variable) -> Variable {
    let short = variable.short.as_ref();
    Variable {
        id: variable.id.clone(),
        label: prose::own(cx, &variable.label),
        short: short.map(|short| prose::own(cx, short)),
        kind: cx.messages().get(type_key(variable.kind)).to_owned(),
        unit: unit::id(variable).map(|id| unit::label(cx, id)),
        decimals: variable.decimals.filter(|_| variable.kind.is_quantity()),
        levels: variable.levels.iter().map(|own| level(cx, own)).collect(),
        formula: variable.formula.as_ref().map(|formula| formula.text().to_owned()),
    }
}

fn level<'a>(cx: &mut Context<'a>, own: &'a study::Level) -> Level {
    Level {
        id: own.id.clone(),
        label: prose::own(cx, &own.label),
        short: own.short.as_ref().map(|short| prose::own(cx, short)),
    }
}

fn check(cx: &Context<'_>, dataset: &study::Dataset, at: usize) -> Check {
    let own = &dataset.checks[at];
    let mut found = cx.common.study.findings.iter();
    let tolerance = Some(own.tolerance).filter(|tolerance| !tolerance.is_zero());
    Check {
        id: own.id.clone(),
        each: matches!(own.condition, Condition::Each(_)),
        condition: own.condition.expression().text().to_owned(),
        tolerance: tolerance.map(|number| cx.locale().digits(&Quantity::new(number))),
        fails: found.any(|found| found.dataset == dataset.id && found.check == at),
    }
}

fn type_key(kind: VariableKind) -> &'static str {
    match kind {
        VariableKind::Year => "type_year",
        VariableKind::Period => "type_period",
        VariableKind::Date => "type_date",
        VariableKind::Count => "type_count",
        VariableKind::Number => "type_number",
        VariableKind::Percent => "type_percent",
        VariableKind::Share => "type_share",
        VariableKind::Ratio => "type_ratio",
        VariableKind::Currency => "type_currency",
        VariableKind::Category => "type_category",
        VariableKind::Text => "type_text",
    }
}

fn grid<'a>(cx: &mut Context<'a>, own: &'a study::Dataset) -> Grid {
    for variable in 0..own.variables.len() {
        endless(cx, own, variable);
    }
    let variables: Vec<usize> = (0..own.variables.len()).collect();
    let rows: Vec<usize> = (0..own.rows.len()).collect();
    let in_key = variables.iter().take_while(|at| own.key.contains(at));
    let keys = in_key.count();
    let form = TableForm::Normalised;
    let layout = Layout { dataset: own, variables: &variables, rows: &rows, form, keys };
    grid::grid(cx, layout)
}

/// Reports a derived variable whose values have more decimals than anyone reads.
fn endless(cx: &mut Context<'_>, own: &study::Dataset, at: usize) {
    let variable = &own.variables[at];
    let Some(formula) = variable.formula.as_ref() else { return };
    let longest = (0..own.rows.len()).filter_map(|row| own.quantity(row, at));
    let longest = longest
        .map(|number| number.decimals.unwrap_or(number.value.normalize().scale()))
        .max();
    if let Some(decimals) = longest.filter(|decimals| *decimals > MAX_DECIMALS) {
        let message = format!("the values of `{}` have {decimals} decimals", variable.id);
        cx.diagnostics.push(
            Diagnostic::new(Code::Unprintable, formula.span(), message)
                .help("say how many are shown: `decimals: 1`"),
        );
    }
}

fn shown_in(cx: &Context<'_>, own: &study::Dataset) -> Vec<(String, String)> {
    let common = cx.common;
    let shows = |selection: Option<&Selection<'_>>| {
        selection.is_some_and(|selection| selection.dataset.id == own.id)
    };
    let figures = common.numbering.figures.iter();
    let figures = figures
        .filter(|id| {
            shows(common.selections.figures.get(**id).map(|drawn| &drawn.selection))
        })
        .filter_map(|id| Some(((*id).to_owned(), figure::label(cx, id)?)));
    let tables = common.numbering.tables.iter();
    let tables = tables
        .filter(|id| shows(common.selections.tables.get(**id)))
        .filter_map(|id| Some(((*id).to_owned(), table::label(cx, id)?)));
    figures.chain(tables).collect()
}
