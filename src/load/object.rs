//! Figures and tables.

use super::decode::Decoder;
use super::format::{
    FigureFile, FigureTypeFile, FormFile, OrderFile, ScaleFile, TableFile,
};
use crate::diag::{Code, Diagnostic};
use crate::locale::Scale;
use crate::source::{Span, Spanned};
use crate::study::{Dataset, Figure, FigureKind, Order, Table, TableForm, VariableKind};

/// Longest title of a figure, in words.
const MAX_TITLE_WORDS: usize = 10;

/// Makes the figure of its file; `None` where a diagnostic says why not.
pub(super) fn figure(
    id: Spanned<String>,
    file: FigureFile,
    datasets: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<Figure> {
    warn_of_long_title(&file, decoder);
    let share = file.share.as_ref().is_some_and(|share| share.value);
    let kind = match file.r#type.value {
        FigureTypeFile::Line => FigureKind::Line,
        FigureTypeFile::Bar => FigureKind::Bar,
        FigureTypeFile::Grouped => FigureKind::Grouped,
        FigureTypeFile::Stacked => FigureKind::Stacked { share },
    };
    let stacked = matches!(kind, FigureKind::Stacked { .. });
    let share = file.share.as_ref().filter(|_| !stacked);
    let share = share.map(|own| (own.span, "only a `stacked` figure has `share`"));
    let order = file.order.as_ref().filter(|_| kind != FigureKind::Bar);
    let order = order.map(|own| (own.span, "only a `bar` figure has `order`"));
    let refusals: Vec<_> = share.into_iter().chain(order).collect();
    for (span, message) in &refusals {
        decoder
            .report(Diagnostic::new(Code::BadValue, *span, *message).help("remove it"));
    }
    let scale_span = file.scale.as_ref().map(|scale| scale.span);
    let figure = Figure {
        id,
        dataset: file.dataset,
        kind,
        x: file.x,
        y: file.y.0,
        filter: file.r#where,
        order: match file.order.map(|order| order.value) {
            None | Some(OrderFile::Given) => Order::Given,
            Some(OrderFile::Ascending) => Order::Ascending,
            Some(OrderFile::Descending) => Order::Descending,
        },
        scale: match file.scale.map(|scale| scale.value) {
            None => Scale::One,
            Some(ScaleFile::Thousands) => Scale::Thousand,
            Some(ScaleFile::Millions) => Scale::Million,
        },
        title: file.title,
        subtitle: file.subtitle,
        alt: file.alt,
        summary: file.summary,
        notes: file.notes,
        source: file.source,
    };
    let good = drawable(&figure, scale_span, datasets, decoder);
    (good && refusals.is_empty()).then_some(figure)
}

fn warn_of_long_title(file: &FigureFile, decoder: &mut Decoder<'_>) {
    for (_, title) in file.title.iter() {
        let words = crate::prose::plain(&title.content, &mut |_| "0".to_owned());
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

/// Whether the dataset has what the figure draws.
fn drawable(
    figure: &Figure,
    scale: Option<Span>,
    datasets: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> bool {
    let Some(dataset) = dataset(&figure.dataset, datasets, decoder) else { return false };
    let x = variable(&figure.x, dataset, decoder);
    let y: Vec<_> =
        figure.y.iter().map(|name| variable(name, dataset, decoder)).collect();
    let Some(y) = y.into_iter().collect::<Option<Vec<_>>>() else { return false };
    let Some(x) = x else { return false };
    let mut refuse = |span: Span, message: String, help: &str| {
        decoder.report(Diagnostic::new(Code::BadValue, span, message).help(help));
        false
    };
    let kind_of = |at: usize| dataset.variables[at].kind;
    let over_time = matches!(kind_of(x), VariableKind::Year | VariableKind::Date);
    if figure.kind == FigureKind::Line && !over_time {
        let message = format!("`{}` is neither a year nor a date", figure.x.value);
        return refuse(figure.x.span, message, "a line is drawn over time: choose `bar`");
    }
    if kind_of(x).is_quantity() {
        let message = format!("`{}` names no bars", figure.x.value);
        return refuse(
            figure.x.span,
            message,
            "choose a year, a date, a category or a text",
        );
    }
    for (name, at) in figure.y.iter().zip(&y) {
        if !kind_of(*at).is_quantity() {
            let message = format!("`{}` holds no quantities", name.value);
            return refuse(name.span, message, "draw a count, a number or a percentage");
        }
        let unit = |at: usize| {
            (&dataset.variables[at].unit, kind_of(at) == VariableKind::Percent)
        };
        if unit(*at) != unit(y[0]) {
            let message = format!("`{}` is in another unit", name.value);
            return refuse(name.span, message, "a chart has one scale: draw two figures");
        }
    }
    let percent = y.first().is_some_and(|at| kind_of(*at) == VariableKind::Percent);
    if let Some(span) = scale.filter(|_| percent) {
        let message = "percentages are not shown in thousands or millions".to_owned();
        return refuse(span, message, "remove it");
    }
    match (figure.kind, figure.y.as_slice()) {
        (_, []) => {
            refuse(figure.x.span, "no series is drawn".into(), "name a variable in `y`")
        }
        (FigureKind::Bar, [_, second, ..]) => {
            let message = "a `bar` figure draws one series".to_owned();
            refuse(second.span, message, "choose `grouped` or `stacked`")
        }
        (_, [_, _, _, _, fifth, ..]) => {
            let message = "more than four series cannot be told apart".to_owned();
            refuse(fifth.span, message, "draw two figures")
        }
        _ => true,
    }
}

/// Makes the table of its file; `None` where a diagnostic says why not.
pub(super) fn table(
    id: Spanned<String>,
    file: TableFile,
    datasets: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let dataset = dataset(&file.dataset, datasets, decoder)?;
    let columns: Vec<_> =
        file.columns.iter().map(|name| variable(name, dataset, decoder)).collect();
    columns.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Table {
        id,
        dataset: file.dataset,
        columns: file.columns,
        filter: file.r#where,
        form: match file.form {
            Some(FormFile::Printed) => TableForm::Printed,
            None | Some(FormFile::Normalised) => TableForm::Normalised,
        },
        title: file.title,
        notes: file.notes,
        source: file.source,
    })
}

fn dataset<'a>(
    name: &Spanned<String>,
    datasets: &'a [Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<&'a Dataset> {
    let found = datasets.iter().find(|dataset| dataset.id == name.value);
    if found.is_none() && !decoder.unreadable.ids.contains(&name.value) {
        decoder.report(
            Diagnostic::new(
                Code::UnknownReference,
                name.span,
                format!("there is no dataset `{}`", name.value),
            )
            .suggest(&name.value, datasets.iter().map(|dataset| dataset.id.as_str())),
        );
    }
    found
}

fn variable(
    name: &Spanned<String>,
    dataset: &Dataset,
    decoder: &mut Decoder<'_>,
) -> Option<usize> {
    let found = dataset.variable(&name.value);
    if found.is_none() {
        decoder.report(
            Diagnostic::new(
                Code::UnknownReference,
                name.span,
                format!("`{}` has no variable `{}`", dataset.id, name.value),
            )
            .suggest(&name.value, dataset.variables.iter().map(|v| v.id.as_str())),
        );
    }
    found
}
