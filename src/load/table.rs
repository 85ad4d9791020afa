//! Tables, and what they share with figures.

use super::decode::Decoder;
use super::format::{FormFile, TableFile};
use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study::{Dataset, Table, TableForm};

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

/// The dataset of this name; one that is not known is reported.
pub(super) fn dataset<'a>(
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

/// The position of the variable of this name; one that is not known is reported.
pub(super) fn variable(
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
