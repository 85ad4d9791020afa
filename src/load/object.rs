//! Figures and tables.

use super::decode::Decoder;
use super::format::{
    FigureFile, FigureTypeFile, FormFile, OrderFile, ScaleFile, TableFile,
};
use crate::diag::{Code, Diagnostic};
use crate::locale::Scale;
use crate::source::Spanned;
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
    let refusal = match (kind, &file.share, &file.order) {
        (FigureKind::Stacked { .. }, _, None) | (_, None, None) => None,
        (FigureKind::Bar, None, Some(_)) => None,
        (_, Some(share), _) if !matches!(kind, FigureKind::Stacked { .. }) => {
            Some((share.span, "only a `stacked` figure has `share`"))
        }
        (_, _, Some(order)) => Some((order.span, "only a `bar` figure has `order`")),
        _ => None,
    };
    if let Some((span, message)) = refusal {
        decoder.report(Diagnostic::new(Code::BadValue, span, message).help("remove it"));
        return None;
    }
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
        scale: match file.scale {
            None => Scale::One,
            Some(ScaleFile::Thousands) => Scale::Thousand,
            Some(ScaleFile::Millions) => Scale::Million,
        },
        title: file.title,
        subtitle: file.subtitle,
        alt: file.alt,
        notes: file.notes,
        source: file.source,
    };
    drawable(&figure, datasets, decoder).then_some(figure)
}

fn warn_of_long_title(file: &FigureFile, decoder: &mut Decoder<'_>) {
    for (_, title) in file.title.iter() {
        let words = crate::prose::plain(&title.content, &mut |_| "0".to_owned());
        let words =
            words.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric));
        let words = words.count();
        if words > MAX_TITLE_WORDS {
            decoder.report(Diagnostic::new(
                Code::LongTitle,
                title.span,
                format!("the title has {words} words"),
            ));
        }
    }
}

/// Whether the dataset has what the figure draws.
fn drawable(figure: &Figure, datasets: &[Dataset], decoder: &mut Decoder<'_>) -> bool {
    let Some(dataset) = dataset(&figure.dataset, datasets, decoder) else { return false };
    let x = variable(&figure.x, dataset, decoder);
    let y: Vec<_> =
        figure.y.iter().map(|name| variable(name, dataset, decoder)).collect();
    let Some(y) = y.into_iter().collect::<Option<Vec<_>>>() else { return false };
    let Some(x) = x else { return false };
    let mut refuse = |name: &Spanned<String>, message: String, help: &str| {
        decoder.report(Diagnostic::new(Code::BadValue, name.span, message).help(help));
        false
    };
    let kind_of = |at: usize| dataset.variables[at].kind;
    if figure.kind == FigureKind::Line && kind_of(x) != VariableKind::Year {
        let message = format!("`{}` holds no years", figure.x.value);
        return refuse(&figure.x, message, "a line runs over years: choose `bar`");
    }
    if kind_of(x).is_quantity() {
        let message = format!("`{}` names no bars", figure.x.value);
        return refuse(&figure.x, message, "choose a year, a date, a category or a text");
    }
    for (name, at) in figure.y.iter().zip(&y) {
        if !kind_of(*at).is_quantity() {
            let message = format!("`{}` holds no quantities", name.value);
            return refuse(name, message, "draw a count, a number or a percentage");
        }
        let unit = |at: usize| {
            (&dataset.variables[at].unit, kind_of(at) == VariableKind::Percent)
        };
        if unit(*at) != unit(y[0]) {
            let message = format!("`{}` is in another unit", name.value);
            return refuse(name, message, "a chart has one scale: draw two figures");
        }
    }
    match (figure.kind, figure.y.as_slice()) {
        (_, []) => {
            refuse(&figure.x, "no series is drawn".into(), "name a variable in `y`")
        }
        (FigureKind::Bar, [_, second, ..]) => {
            let message = "a `bar` figure draws one series".to_owned();
            refuse(second, message, "choose `grouped` or `stacked`")
        }
        (_, [_, _, _, _, fifth, ..]) => {
            let message = "more than four series cannot be told apart".to_owned();
            refuse(fifth, message, "draw two figures")
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
    if found.is_none() && !decoder.unreadable.contains(&name.value) {
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
