//! The front of the study: all that stands before its text.
//!
//! It needs nothing of the page around it, so that it can be a page of its own.

use serde::Serialize;

use super::TextView;
use super::citation::study_citation;
use super::figure::{DrawingView, description, front_drawings};
use super::index::{KeywordView, keyword_views};
use super::revision::{DayView, updated};
use super::scholarly::{ReferenceFileView, reference_files};
use crate::chart::{FigureIds, small_line};
use crate::edition::{Edition, Figure, KeyFigure, SmallLine, Text};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::prose::Prose;
use crate::lang::Lang;
use crate::locale::{Direction, Messages};
use crate::site_path::SitePath;
use crate::study::orcid_address;

/// The front of the study.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct OpeningView {
    front: FrontView,
    keywords: Vec<KeywordView>,
    key_figures: Vec<KeyFigureView>,
    figure: Option<TellingView>,
    /// The reference by which the study is cited, in parts.
    citation: Vec<TextView>,
    /// The same as files.
    reference_files: Vec<ReferenceFileView>,
    languages: Vec<LanguageView>,
    /// How many editorial notes the edition has.
    findings: usize,
    /// The address of the page about the edition.
    about: String,
    /// The address of the description of all datasets, where there are some.
    package: Option<String>,
    versions: Option<NewestView>,
}

/// Title, authors and all that stands before the text.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct FrontView {
    title: TextView,
    subtitle: Option<TextView>,
    notice: Option<TextView>,
    authors: Vec<AuthorView>,
    affiliations: Vec<AffiliationView>,
    journal: Option<TextView>,
    issued: Option<String>,
    /// When the reader of the study saw something else for the last time.
    updated: Option<DayView>,
    licence: Option<TextView>,
}

#[derive(Debug, Clone, Serialize)]
struct AuthorView {
    name: TextView,
    /// The address of the ORCID.
    orcid: Option<String>,
    /// Numbers of affiliations, where there are several to choose from.
    affiliations: Vec<usize>,
}

#[derive(Debug, Clone, Serialize)]
struct AffiliationView {
    number: Option<usize>,
    name: TextView,
}

/// A number that stands large.
#[derive(Debug, Clone, Serialize)]
struct KeyFigureView {
    value: TextView,
    label: TextView,
    change: Option<String>,
    line: Option<SmallLineView>,
}

/// A small line with the times of its ends.
#[derive(Debug, Clone, Serialize)]
struct SmallLineView {
    svg: Html,
    from: String,
    to: String,
}

/// The figure that tells most, drawn a second time: it leads to its place in the text.
#[derive(Debug, Clone, Serialize)]
struct TellingView {
    href: String,
    #[serde(flatten)]
    ids: FigureIds,
    label: String,
    title: TextView,
    subtitle: TextView,
    description: Vec<TextView>,
    source: TextView,
    charts: Vec<DrawingView>,
}

/// The newest version, and the list of all.
#[derive(Debug, Clone, Serialize)]
struct NewestView {
    name: String,
    href: String,
}

/// An edition of the study, and how far its translation is.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct LanguageView {
    lang: String,
    dir: &'static str,
    name: String,
    href: String,
    state: String,
    current: bool,
}

/// The front of the page's edition.
pub(in crate::html) fn opening_view(page: &Page<'_>, prose: &mut Prose) -> OpeningView {
    let edition = page.edition;
    let opening = &edition.opening;
    let figures = edition.figures();
    let telling = opening.figure.as_ref().and_then(|id| {
        let figure = figures.into_iter().find(|figure| figure.id == *id)?;
        Some(telling(page, prose, figure))
    });
    let newest = page.context.versions.last();
    OpeningView {
        front: front_view(prose, edition),
        keywords: keyword_views(page),
        key_figures: opening
            .key_figures
            .iter()
            .map(|own| key_figure(prose, own))
            .collect(),
        figure: telling,
        citation: study_citation(page, prose),
        reference_files: reference_files(page),
        languages: page.context.editions.iter().map(|own| language(page, own)).collect(),
        findings: findings(edition),
        about: page.link(&PageKind::About),
        package: (!edition.datasets.is_empty())
            .then(|| page.at.link_to(&paths::data_package(edition.home))),
        versions: newest.map(|own| NewestView {
            href: page.link(&PageKind::Versions),
            name: own.version.name.clone(),
        }),
    }
}

fn key_figure(prose: &mut Prose, own: &KeyFigure) -> KeyFigureView {
    let line = |line: &SmallLine| SmallLineView {
        svg: Html::presume(small_line(line)),
        from: line.from.clone(),
        to: line.to.clone(),
    };
    KeyFigureView {
        value: prose.text(&own.value),
        label: prose.text(&own.label),
        change: own.change.clone(),
        line: own.line.as_ref().map(line),
    }
}

fn telling(page: &Page<'_>, prose: &mut Prose, figure: &Figure) -> TellingView {
    let charts = front_drawings(page, figure);
    page.shows_charts.set(page.shows_charts.get() || !charts.is_empty());
    TellingView {
        href: prose.to(&figure.id),
        ids: FigureIds::on_front(page.edition.lang, figure),
        label: figure.label.clone(),
        title: prose.words(&figure.title),
        subtitle: prose.words(&figure.subtitle),
        description: description(prose, figure),
        source: prose.text(&figure.source),
        charts,
    }
}

/// An edition as the others name it.
fn language(page: &Page<'_>, edition: &Edition) -> LanguageView {
    let name = page.context.interface(edition.lang).messages.get("own_name");
    let (original, messages) = (page.context.original, &page.interface.messages);
    let view = language_view(&page.at, edition, original, name, messages);
    LanguageView { current: edition.lang == page.edition.lang, ..view }
}

/// The edition of this `name` as the page at `at` names it, whose words `messages` has.
pub(in crate::html) fn language_view(
    at: &SitePath,
    edition: &Edition,
    original: Lang,
    name: &str,
    messages: &Messages,
) -> LanguageView {
    let behind = edition.sections.iter().any(|own| own.body.outdated.is_some());
    let state = match edition {
        own if own.lang == original => "state_original",
        own if own.derived_from.is_some() => "state_derived",
        own if !own.untranslated.is_empty() => "state_incomplete",
        _ if behind || edition.summary.outdated.is_some() => "state_outdated",
        _ => "state_translated",
    };
    LanguageView {
        lang: edition.lang.to_string(),
        dir: Direction::of(edition.lang).as_str(),
        name: name.to_owned(),
        href: at.link_to(&PageKind::Study.path(edition.home, edition.lang)),
        state: messages.get(state).to_owned(),
        current: false,
    }
}

/// The front matter of the page's edition.
pub(in crate::html) fn front_view(prose: &mut Prose, edition: &Edition) -> FrontView {
    let front = &edition.front;
    let several = front.affiliations.len() > 1;
    let authors = front.authors.iter().map(|author| AuthorView {
        name: prose.text(&author.name),
        orcid: author.orcid.as_deref().map(orcid_address),
        affiliations: if several {
            author.affiliations.iter().map(|i| i + 1).collect()
        } else {
            Vec::new()
        },
    });
    let authors = authors.collect();
    let affiliation = |(i, name): (usize, &Text)| AffiliationView {
        number: several.then_some(i + 1),
        name: prose.text(name),
    };
    let affiliations = front.affiliations.iter().enumerate().map(affiliation).collect();
    let mut optional = |text: &Option<Text>| text.as_ref().map(|text| prose.text(text));
    FrontView {
        authors,
        affiliations,
        subtitle: optional(&front.subtitle),
        notice: optional(&front.notice),
        journal: optional(&front.journal),
        licence: optional(&front.licence),
        title: prose.text(&front.title),
        issued: front.issued.clone(),
        updated: updated(edition, &PageKind::Study),
    }
}

/// How many editorial notes the edition has.
pub(in crate::html) fn findings(edition: &Edition) -> usize {
    let of_datasets = edition.datasets.iter().map(|dataset| dataset.findings.len());
    of_datasets.sum::<usize>() + edition.claims.len()
}
