//! The pages of a dataset and about the edition.

use serde::Serialize;

use super::citation::study_citation;
use super::figure::{FindingView, finding_views};
use super::front::{FrontView, front_view};
use super::grid::{GridView, grid_view};
use super::outdated::{OutdatedView, outdated_view};
use super::revision::{HistoryView, history};
use super::scholarly::{ReferenceFileView, reference_files};
use super::{LinkView, PassageView, TextView};
use crate::edition::{Check, Dataset, Variable};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::prose::{Placer, Prose};

/// The page of a dataset.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct DatasetView {
    id: String,
    title: TextView,
    description: TextView,
    source: TextView,
    period: Html,
    updated: Option<String>,
    next_update: Option<String>,
    licence: Option<LicenceView>,
    notes: Option<TextView>,
    variables: Vec<VariableView>,
    grid: GridView,
    findings: Vec<FindingView>,
    /// Figures and tables that show it.
    shown_in: Vec<LinkView>,
    /// Why values may be missing.
    missing: Vec<CodeView>,
    checks: Vec<CheckView>,
    /// The datasets that it is computed from.
    derived_from: Vec<LinkView>,
    /// The condition by which rows of the first are taken.
    filter: Option<String>,
    /// The labels of the variables by which they are grouped.
    grouped_by: Vec<TextView>,
    csv: String,
    json: String,
    history: Option<HistoryView>,
    xlsx: String,
    csvw: String,
    package: String,
    checksums: String,
}

#[derive(Debug, Clone, Serialize)]
struct LicenceView {
    name: TextView,
    url: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct VariableView {
    id: String,
    label: TextView,
    short: Option<TextView>,
    kind: String,
    unit: Option<String>,
    decimals: Option<u32>,
    levels: Vec<CodeView>,
    formula: Option<String>,
}

/// A code of the files, and what it stands for.
#[derive(Debug, Clone, Serialize)]
struct CodeView {
    code: String,
    label: TextView,
    short: Option<TextView>,
}

/// What the rows of a dataset must meet.
#[derive(Debug, Clone, Serialize)]
struct CheckView {
    id: String,
    /// Whether each row must meet it, and not the dataset as a whole.
    each: bool,
    condition: String,
    /// How far two numbers may differ, in a sentence.
    tolerance: Option<String>,
    /// Whether the data do not meet it.
    fails: bool,
}

/// The page about the edition.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct AboutView {
    front: FrontView,
    /// The reference by which the study is cited, in parts.
    citation: Vec<TextView>,
    /// The same as files.
    reference_files: Vec<ReferenceFileView>,
    about: PassageView,
    /// What a reader is told where it is behind the original.
    outdated: Option<OutdatedView>,
    /// The editorial notes of claims.
    claims: Vec<FindingView>,
    /// The editorial notes of each dataset that has some.
    findings: Vec<DatasetFindingsView>,
    /// How far each language is.
    translations: Vec<TranslationView>,
}

#[derive(Debug, Clone, Serialize)]
struct DatasetFindingsView {
    dataset: LinkView,
    findings: Vec<FindingView>,
}

#[derive(Debug, Clone, Serialize)]
struct TranslationView {
    lang: String,
    name: String,
    href: String,
    /// The sections that are not yet in this language, by their title.
    untranslated: Vec<TextView>,
    /// Those that are behind the original.
    outdated: Vec<TextView>,
}

pub(in crate::html) fn dataset_view(
    page: &Page<'_>,
    prose: &mut Prose,
    dataset: &Dataset,
) -> DatasetView {
    let caption = ("", prose.words(&dataset.title));
    let shown_in = dataset.shown_in.iter().map(|(anchor, label)| LinkView {
        href: prose.to(anchor),
        title: prose.plain(page.edition.lang, label),
        detail: None,
        current: false,
    });
    let shown_in: Vec<_> = shown_in.collect();
    let missing = dataset.missing.iter().map(|(code, reason)| CodeView {
        code: code.clone(),
        label: prose.text(reason),
        short: None,
    });
    let missing: Vec<_> = missing.collect();
    DatasetView {
        history: history(page, dataset),
        id: dataset.id.clone(),
        shown_in,
        derived_from: dataset
            .derivation
            .from
            .iter()
            .map(|(id, title)| LinkView {
                href: page.link(&PageKind::Dataset(id.clone())),
                title: prose.words(title),
                detail: None,
                current: false,
            })
            .collect(),
        filter: dataset.derivation.filter.clone(),
        grouped_by: dataset.derivation.by.iter().map(|own| prose.words(own)).collect(),
        title: prose.text(&dataset.title),
        description: prose.text(&dataset.description),
        source: prose.text(&dataset.source),
        period: prose.held(&dataset.period),
        updated: dataset.updated.clone(),
        next_update: dataset.next_update.clone(),
        licence: dataset
            .licence
            .as_ref()
            .map(|own| LicenceView { name: prose.text(&own.name), url: own.url.clone() }),
        notes: dataset.notes.as_ref().map(|notes| prose.text(notes)),
        variables: dataset.variables.iter().map(|v| variable(prose, v)).collect(),
        missing,
        checks: dataset.checks.iter().map(|own| check(page, own)).collect(),
        grid: grid_view(
            prose,
            page.interface.locale.decimal_sign(),
            &dataset.grid,
            "rows",
            caption,
        )
        .below("rows"),
        findings: finding_views(prose, &dataset.findings),
        csv: page.at.link_to(&paths::csv(page.edition.home, &dataset.id)),
        json: page.at.link_to(&paths::json(page.edition.home, &dataset.id)),
        xlsx: page.at.link_to(&paths::xlsx(page.edition.home, &dataset.id)),
        csvw: page.at.link_to(&paths::csvw(page.edition.home, &dataset.id)),
        package: page.at.link_to(&paths::data_package(page.edition.home)),
        checksums: page.at.link_to(&paths::data_checksums(page.edition.home)),
    }
}

fn check(page: &Page<'_>, check: &Check) -> CheckView {
    let tolerance =
        |number: &String| page.interface.messages.format("tolerance", &[("n", number)]);
    CheckView {
        id: check.id.clone(),
        each: check.each,
        condition: check.condition.clone(),
        tolerance: check.tolerance.as_ref().map(tolerance),
        fails: check.fails,
    }
}

fn variable(prose: &mut Prose, variable: &Variable) -> VariableView {
    let levels = variable.levels.iter().map(|level| CodeView {
        code: level.id.clone(),
        label: prose.text(&level.label),
        short: level.short.as_ref().map(|short| prose.text(short)),
    });
    VariableView {
        levels: levels.collect(),
        short: variable.short.as_ref().map(|short| prose.text(short)),
        decimals: variable.decimals,
        id: variable.id.clone(),
        label: prose.text(&variable.label),
        kind: variable.kind.clone(),
        unit: variable.unit.clone(),
        formula: variable.formula.clone(),
    }
}

pub(in crate::html) fn about_view(
    page: &Page<'_>,
    prose: &mut Prose,
    place: &mut Placer<'_>,
) -> AboutView {
    let edition = page.edition;
    AboutView {
        front: front_view(prose, edition),
        citation: study_citation(page, prose),
        reference_files: reference_files(page),
        about: prose.passage(&edition.about, 0, place),
        outdated: outdated_view(page, &edition.about, None, "outdated_in_text"),
        claims: finding_views(prose, &edition.claims),
        findings: edition
            .datasets
            .iter()
            .filter(|dataset| !dataset.findings.is_empty())
            .map(|dataset| dataset_findings(page, prose, dataset))
            .collect(),
        translations: translations(page, prose),
    }
}

fn dataset_findings(
    page: &Page<'_>,
    prose: &mut Prose,
    dataset: &Dataset,
) -> DatasetFindingsView {
    DatasetFindingsView {
        dataset: LinkView {
            href: page.link(&PageKind::Dataset(dataset.id.clone())),
            title: prose.words(&dataset.title),
            detail: None,
            current: false,
        },
        findings: finding_views(prose, &dataset.findings),
    }
}

fn translations(page: &Page<'_>, prose: &Prose) -> Vec<TranslationView> {
    let state = |edition: &crate::edition::Edition| {
        let missing = edition
            .sections
            .iter()
            .filter(|section| edition.untranslated.contains(&section.id));
        let behind =
            edition.sections.iter().filter(|section| section.body.outdated.is_some());
        TranslationView {
            lang: edition.lang.to_string(),
            name: page
                .context
                .interface(edition.lang)
                .messages
                .get("own_name")
                .to_owned(),
            href: page.at.link_to(&PageKind::About.path(edition.home, edition.lang)),
            untranslated: missing.map(|section| prose.words(&section.title)).collect(),
            outdated: behind.map(|section| prose.words(&section.title)).collect(),
        }
    };
    page.context.editions.iter().map(state).collect()
}
