//! Figures, tables and editorial notes.

use serde::Serialize;

use super::TextView;
use super::citation::figure_citation;
use super::grid::{CaptionView, GridView, grid_view};
use crate::chart::{self, FigureIds, PAGE_WIDTHS};
use crate::edition::{Figure, Finding, Table};
use crate::html::markup::Html;
use crate::html::page::Page;
use crate::html::paths::{self, PageKind};
use crate::html::prose::Prose;
use crate::locale::Kind;
use crate::site_path::SitePath;

/// How many sentences of an editorial note are shown before the rest is folded.
const SHOWN_MESSAGES: usize = 2;

/// What the foot of a figure and of a table has.
#[derive(Debug, Clone, Serialize)]
struct Provenance {
    /// What flagged values look like in a drawing, and what their flags mean.
    legend: Option<LegendView>,
    notes: Option<TextView>,
    source: TextView,
    /// What the values of a figure are counted in.
    unit: Option<String>,
    /// The time that a figure shows.
    period: Option<Html>,
    /// The address of the dataset's page.
    dataset: String,
    /// The files of the figure, or of the dataset that a table shows.
    downloads: DownloadsView,
    findings: Vec<FindingView>,
}

#[derive(Debug, Clone, Serialize)]
struct LegendView {
    what: String,
    flags: String,
}

/// A numbered figure.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct FigureView {
    id: String,
    #[serde(flatten)]
    ids: FigureIds,
    label: String,
    title: TextView,
    subtitle: TextView,
    alt: TextView,
    /// Where it says more than the alt text.
    summary: Option<TextView>,
    /// What the drawings say to those who do not see them.
    description: Vec<TextView>,
    /// The drawn chart in its widths, widest first.
    charts: Vec<DrawingView>,
    grid: GridView,
    /// The parts of the reference by which the figure is cited.
    citation: Vec<TextView>,
    #[serde(flatten)]
    provenance: Provenance,
}

/// The most px that a figure has in one of two columns: `.side .figure` in the style sheet.
const COLUMN: u32 = 576;

impl FigureView {
    /// Whether a drawing is shown, and not the table alone.
    pub(in crate::html) fn has_charts(&self) -> bool {
        !self.charts.is_empty()
    }

    /// The id of its title.
    pub(in crate::html) fn title_id(&self) -> &str {
        &self.ids.title_id
    }

    /// The same for a column of a page, where drawings wider than that are never shown.
    pub(in crate::html) fn in_column(mut self) -> Self {
        let fits =
            |class| PAGE_WIDTHS.iter().any(|own| own.1 == class && own.0 <= COLUMN);
        self.charts.retain(|chart| fits(chart.class));
        self
    }
}

/// The addresses of files.
#[derive(Debug, Clone, Serialize)]
struct DownloadsView {
    svg: Option<String>,
    /// `None` too where the figure cannot be drawn with the bundled font.
    png: Option<String>,
    csv: String,
    xlsx: String,
    json: String,
}

/// A drawing at one width.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DrawingView {
    class: &'static str,
    svg: Html,
}

/// A numbered table.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct TableView {
    id: String,
    grid: GridView,
    #[serde(flatten)]
    provenance: Provenance,
}

impl TableView {
    /// Takes the caption away, to stand apart.
    pub(in crate::html) fn take_caption(&mut self) -> CaptionView {
        self.grid.take_caption()
    }

    /// The table without what stands below it.
    pub(in crate::html) fn grid(&self) -> &GridView {
        &self.grid
    }
}

/// An editorial note.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct FindingView {
    /// An id where the note has not been shown before on this page.
    id: Option<String>,
    /// The first sentences.
    shown: Vec<TextView>,
    /// The others, and all where the note was shown before.
    folded: Vec<TextView>,
    reason: TextView,
}

pub(in crate::html) fn figure_view(
    page: &Page<'_>,
    prose: &mut Prose,
    figure: &Figure,
) -> FigureView {
    let classes = PAGE_WIDTHS.map(|(_, class)| class);
    let drawn = page.drawn.charts.get(&figure.id).map_or(&[][..], |own| &**own);
    let drawing = |(class, svg): (_, &String)| DrawingView {
        class,
        svg: Html::presume(svg.as_str()),
    };
    let caption = (figure.label.as_str(), prose.words(&figure.title));
    FigureView {
        id: figure.id.clone(),
        ids: FigureIds::new(page.edition.lang, figure),
        label: figure.label.clone(),
        title: prose.text(&figure.title),
        subtitle: prose.text(&figure.subtitle),
        alt: prose.text(&figure.alt),
        summary: figure.own_summary().map(|summary| prose.text(summary)),
        description: description(prose, figure),
        charts: classes.into_iter().zip(drawn).map(drawing).collect(),
        grid: grid_view(
            prose,
            page.interface.locale.decimal_sign(),
            &figure.grid,
            &format!("{}-data", figure.id),
            caption,
        ),
        citation: figure_citation(page, prose, figure),
        provenance: Provenance {
            legend: figure
                .legend(&page.interface.messages)
                .map(|(what, flags)| LegendView { what, flags }),
            notes: figure.notes.as_ref().map(|notes| prose.text(notes)),
            source: prose.text(&figure.source),
            unit: unit(figure),
            period: Some(prose.held(&figure.period)).filter(|period| !period.is_empty()),
            dataset: page.link(&PageKind::Dataset(figure.dataset.clone())),
            downloads: downloads(page, figure),
            findings: finding_views(prose, &figure.findings),
        },
    }
}

/// The drawings of a figure for the front, in the widths that a page has there.
pub(super) fn front_drawings(page: &Page<'_>, figure: &Figure) -> Vec<DrawingView> {
    let drawn = page.drawn.charts.get(&figure.id).map_or(&[][..], |own| &**own);
    let drawing = |((_, class), svg): ((u32, &'static str), &String)| DrawingView {
        class,
        svg: Html::presume(chart::for_front(svg, page.edition.lang, figure)),
    };
    PAGE_WIDTHS.into_iter().zip(drawn).map(drawing).collect()
}

/// What the drawings of a figure say to those who do not see them.
pub(super) fn description(prose: &Prose, figure: &Figure) -> Vec<TextView> {
    figure.described().map(|text| prose.heard(text)).collect()
}

/// What the values of a figure are counted in; a percentage has its sign in every number.
fn unit(figure: &Figure) -> Option<String> {
    let chart = &figure.chart;
    Some(chart.unit.clone())
        .filter(|unit| !unit.is_empty() && chart.form.kind != Kind::Percent)
}

fn downloads(page: &Page<'_>, figure: &Figure) -> DownloadsView {
    let link = |ending| {
        page.at.link_to(&paths::figure(
            page.edition.home,
            page.edition.lang,
            &figure.id,
            ending,
        ))
    };
    let drawn = page.drawn.files.get(&figure.id);
    DownloadsView {
        svg: drawn.map(|_| link("svg")),
        png: drawn.filter(|drawn| drawn.png.is_ok()).map(|_| link("png")),
        csv: link("csv"),
        xlsx: link("xlsx"),
        json: link("json"),
    }
}

fn table_downloads(page: &Page<'_>, table: &Table) -> DownloadsView {
    let link = |path: SitePath| page.at.link_to(&path);
    DownloadsView {
        svg: None,
        png: None,
        csv: link(paths::csv(page.edition.home, &table.dataset)),
        xlsx: link(paths::xlsx(page.edition.home, &table.dataset)),
        json: link(paths::json(page.edition.home, &table.dataset)),
    }
}

pub(in crate::html) fn table_view(
    page: &Page<'_>,
    prose: &mut Prose,
    table: &Table,
) -> TableView {
    let caption = (table.label.as_str(), prose.text(&table.title));
    TableView {
        id: table.id.clone(),
        grid: grid_view(
            prose,
            page.interface.locale.decimal_sign(),
            &table.grid,
            &format!("{}-caption", table.id),
            caption,
        ),
        provenance: Provenance {
            legend: None,
            notes: table.notes.as_ref().map(|notes| prose.text(notes)),
            source: prose.text(&table.source),
            unit: None,
            period: None,
            dataset: page.link(&PageKind::Dataset(table.dataset.clone())),
            downloads: table_downloads(page, table),
            findings: finding_views(prose, &table.findings),
        },
    }
}

pub(in crate::html) fn finding_views(
    prose: &mut Prose,
    findings: &[Finding],
) -> Vec<FindingView> {
    findings.iter().map(|finding| finding_view(prose, finding)).collect()
}

/// On a page of the text a long note is folded, and one that it has shown already is folded
/// but for its first sentence; elsewhere a note is shown in full.
pub(in crate::html) fn finding_view(prose: &mut Prose, finding: &Finding) -> FindingView {
    let id = prose.first_id(&finding.id);
    let mut shown: Vec<_> =
        finding.messages.iter().map(|message| prose.text(message)).collect();
    let most = match id {
        _ if !prose.is_of_text() => shown.len(),
        Some(_) => SHOWN_MESSAGES,
        None => 1,
    };
    let folded = shown.split_off(most.min(shown.len()));
    FindingView { id, shown, folded, reason: prose.text(&finding.reason) }
}
