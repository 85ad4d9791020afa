//! What the front of the study shows before its text.

use std::collections::BTreeMap;

use super::decode::Decoder;
use super::format::{FrontFile, KeyFigureFile, LineFile};
use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study::{Comparison, Dataset, Figure, KeyFigure, LineSource, Opening};

/// What `front` of `study.yaml` asks for.
pub(super) fn opening(
    file: FrontFile,
    figures: &BTreeMap<String, Figure>,
    datasets: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Opening {
    let figure = file.figure.filter(|id| has_figure(id, figures, decoder));
    let key_figures = file.key_figures.unwrap_or_default();
    let key_figures =
        key_figures.into_iter().map(|own| key_figure(own, datasets, decoder)).collect();
    Opening { figure, key_figures }
}

fn has_figure(
    id: &Spanned<String>,
    figures: &BTreeMap<String, Figure>,
    decoder: &mut Decoder<'_>,
) -> bool {
    let known = figures.contains_key(&id.value);
    if !known && !decoder.unreadable.ids.contains(&id.value) {
        let message = format!("there is no figure `{}`", id.value);
        decoder.report(
            Diagnostic::new(Code::UnknownReference, id.span, message)
                .suggest(&id.value, figures.keys().map(String::as_str)),
        );
    }
    known
}

fn key_figure(
    file: KeyFigureFile,
    datasets: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> KeyFigure {
    KeyFigure {
        value: file.value,
        label: file.label,
        comparison: file
            .trend
            .map(|own| Comparison { from: own.from, period: own.period }),
        line: file.line.and_then(|own| line(&own, datasets, decoder)),
    }
}

/// The series of a small line, if its dataset has a time for each row and numbers.
fn line(
    file: &LineFile,
    datasets: &[Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<LineSource> {
    let id = &file.dataset;
    let Some(dataset) = datasets.iter().find(|own| own.id == id.value) else {
        if !decoder.unreadable.ids.contains(&id.value) {
            let message = format!("there is no dataset `{}`", id.value);
            decoder.report(
                Diagnostic::new(Code::UnknownReference, id.span, message)
                    .suggest(&id.value, datasets.iter().map(|own| own.id.as_str())),
            );
        }
        return None;
    };
    let time = match dataset.key.as_slice() {
        [own] if dataset.variables[*own].kind.is_time() => *own,
        _ => {
            let message = format!("the rows of `{}` are not named by a time", id.value);
            decoder
                .report(Diagnostic::new(Code::BadValue, id.span, message).help(
                    "a small line shows years, periods or dates, one row for each",
                ));
            return None;
        }
    };
    let variable = variable(&file.variable, dataset, decoder)?;
    Some(LineSource { dataset: id.value.clone(), time, variable })
}

fn variable(
    id: &Spanned<String>,
    dataset: &Dataset,
    decoder: &mut Decoder<'_>,
) -> Option<usize> {
    let numbers: Vec<&str> = dataset
        .variables
        .iter()
        .filter(|own| own.kind.is_quantity())
        .map(|own| own.id.as_str())
        .collect();
    if numbers.contains(&id.value.as_str()) {
        return dataset.variable(&id.value);
    }
    let message = format!("`{}` has no numbers `{}`", dataset.id, id.value);
    decoder.report(
        Diagnostic::new(Code::UnknownReference, id.span, message)
            .suggest(&id.value, numbers),
    );
    None
}
