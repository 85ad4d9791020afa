//! Values by the names that the dataset has for them, where a file calls them otherwise.

use super::{Stored, Table, words};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::RowSourceFile;

/// Writes the values that the author names in the place of what the file calls them;
/// `None` where a diagnostic says why not.
pub(super) fn resolved(
    mut table: Table,
    source: &RowSourceFile,
    stored: &Stored<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let mut good = true;
    for (variable, labels) in &source.labels.0 {
        let heads = || table.head.iter().map(|head| head.text.value.as_str());
        let Some(at) = heads().position(|head| head == variable.value) else {
            let message = format!("no column holds values of `{}`", variable.value);
            decoder.report(
                Diagnostic::new(Code::UnknownReference, variable.span, message)
                    .suggest(&variable.value, stored.ids()),
            );
            good = false;
            continue;
        };
        let written: Vec<_> =
            table.rows.iter().map(|line| words(&line.cells[at].text.value)).collect();
        for (value, label) in &labels.0 {
            let wanted = words(&label.value);
            let mut found = false;
            for (line, _) in
                table.rows.iter_mut().zip(&written).filter(|(_, own)| **own == wanted)
            {
                line.cells[at].text.value.clone_from(&value.value);
                found = true;
            }
            if !found {
                let message = format!("no cell of `{}` is `{wanted}`", variable.value);
                decoder.report(
                    Diagnostic::new(Code::UnknownReference, label.span, message)
                        .suggest(&wanted, written.iter().map(String::as_str)),
                );
                good = false;
            }
        }
    }
    good.then_some(table)
}
