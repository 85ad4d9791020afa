//! Figures: from what an author wrote to what is drawn of which variables.

mod check;
mod parts;

use super::dataset::{Units, extended};
use super::decode::Decoder;
use super::format::{FigureFile, FigureTypeFile, OrderFile, PowerFile};
use super::outlines::OutlineFiles;
use super::table;
use crate::diag::{Code, Diagnostic};
use crate::locale::Scale;
use crate::source::Spanned;
use crate::study::{Dataset, Figure, FigureKind, Interval, Order};

/// Longest title of a figure, in words.
const MAX_TITLE_WORDS: usize = 10;

/// Makes the figure of its file; `None` where a diagnostic says why not.
pub(super) fn figure(
    id: Spanned<String>,
    file: FigureFile,
    datasets: &[Dataset],
    units: &Units,
    outlines: &mut OutlineFiles<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Figure> {
    warn_of_long_title(&file, decoder);
    let misplaced = check::misplaced(&file, decoder) | check::groundless(&file, decoder);
    let base = table::dataset(&file.dataset, datasets, decoder)?;
    let derived = match file.variables.0.is_empty() {
        true => None,
        false => Some(extended(base, file.variables, units, datasets, decoder)?),
    };
    let kind = kind(file.r#type.value, file.share.is_some_and(|share| share.value));
    let axis = parts::axis(kind, file.scale.as_ref(), decoder);
    let number = file.number;
    let scale = number.as_ref().and_then(|number| number.r#in.clone());
    let references = parts::references(
        file.reference_lines.unwrap_or_default(),
        file.reference_bands.unwrap_or_default(),
        decoder,
    );
    let ground = parts::ground(file.division, file.outlines.as_ref(), outlines, decoder);
    let interval = file.interval.map(|own| Interval {
        low: own.low,
        high: own.high,
        label: own.label,
    });
    let figure = Figure {
        id,
        dataset: file.dataset,
        kind,
        x: file.x,
        y: file.y.0,
        series: file.series,
        facet: file.facet,
        interval,
        filter: file.r#where,
        order: order(file.order.map(|order| order.value)),
        axis: axis?,
        scale: scale.as_ref().map_or(Scale::One, |scale| power(scale.value)),
        decimals: number.and_then(|number| number.decimals),
        highlights: file.highlight.map_or(Vec::new(), |own| own.0),
        annotations: parts::annotations(file.annotations.unwrap_or_default()),
        references: references?,
        ground: ground?,
        derived,
        title: file.title,
        subtitle: file.subtitle,
        alt: file.alt,
        summary: file.summary,
        notes: file.notes,
        source: file.source,
    };
    let dataset = figure.derived.as_ref().unwrap_or(base);
    let good = check::drawable(&figure, scale.map(|scale| scale.span), dataset, decoder);
    (good && !misplaced).then_some(figure)
}

fn kind(word: FigureTypeFile, share: bool) -> FigureKind {
    match word {
        FigureTypeFile::Line => FigureKind::Line,
        FigureTypeFile::Area => FigureKind::Area { share },
        FigureTypeFile::Bar => FigureKind::Bar,
        FigureTypeFile::Column => FigureKind::Column,
        FigureTypeFile::Grouped => FigureKind::Grouped,
        FigureTypeFile::Stacked => FigureKind::Stacked { share },
        FigureTypeFile::Dot => FigureKind::Dot,
        FigureTypeFile::Lollipop => FigureKind::Lollipop,
        FigureTypeFile::Slope => FigureKind::Slope,
        FigureTypeFile::Scatter => FigureKind::Scatter,
        FigureTypeFile::Heatmap => FigureKind::Heatmap,
        FigureTypeFile::Pyramid => FigureKind::Pyramid,
        FigureTypeFile::TileMap => FigureKind::TileMap,
        FigureTypeFile::Choropleth => FigureKind::Choropleth,
        FigureTypeFile::Sankey => FigureKind::Sankey,
        FigureTypeFile::BigNumber => FigureKind::BigNumber,
    }
}

fn order(word: Option<OrderFile>) -> Order {
    match word {
        None | Some(OrderFile::Given) => Order::Given,
        Some(OrderFile::Ascending) => Order::Ascending,
        Some(OrderFile::Descending) => Order::Descending,
    }
}

/// The power that a word means.
pub(super) fn power(word: PowerFile) -> Scale {
    match word {
        PowerFile::Thousands => Scale::Thousand,
        PowerFile::Millions => Scale::Million,
        PowerFile::Billions => Scale::Billion,
    }
}

fn warn_of_long_title(file: &FigureFile, decoder: &mut Decoder<'_>) {
    for (_, title) in file.title.iter() {
        let words = crate::study::plain(&title.content, "0");
        let words =
            words.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric));
        let words = words.count();
        if words > MAX_TITLE_WORDS {
            let message = format!("the title has {words} words");
            decoder.report(Diagnostic::new(Code::LongTitle, title.span, message).help(
                format!(
                    "state the finding in at most {MAX_TITLE_WORDS} words; measure, unit, place and period belong to the subtitle"
                ),
            ));
        }
    }
}
