//! Where the rows of a dataset come from, and what names them.

use crate::diag::{Code, Diagnostic};
use crate::load::decode::{Decode, Decoder};
use crate::load::format::{DatasetFile, RowsFile};
use crate::source::{Span, Spanned};
use crate::study::{Dataset, Variable};

/// Where the rows of a dataset come from.
pub(super) enum RowsOf<'a> {
    /// They are given.
    File(Spanned<RowsFile>),
    /// They are derived from those of another, which is named here.
    Dataset(&'a Dataset, Span),
}

/// Where the rows of a dataset come from; `None` where a diagnostic says why nowhere.
pub(super) fn origin<'a>(
    id: &str,
    file: &mut DatasetFile,
    span: Span,
    made: &'a [Dataset],
    decoder: &mut Decoder<'_>,
) -> Option<RowsOf<'a>> {
    let chosen = file.r#where.is_some() || file.by.is_some();
    let wrong = match (file.rows.take(), file.from.take()) {
        (Some(rows), None) if !chosen => return Some(RowsOf::File(rows)),
        (None, Some(from)) => return source(&from, made),
        (Some(_), None) => {
            let message =
                format!("`{id}` has rows of its own, which no `where` or `by` chooses");
            Diagnostic::new(Code::BadValue, span, message)
                .help("remove it, or derive the rows `from` another dataset")
        }
        (Some(_), Some(from)) => {
            let message =
                format!("`{id}` has rows of its own and those of `{}`", from.value);
            Diagnostic::new(Code::BadValue, from.span, message)
                .help("remove `rows` or `from`")
        }
        (None, None) => {
            Diagnostic::new(Code::MissingKey, span, "the key `rows` is missing").help(
                format!(
                    "add `rows:` with {}, or `from:` with the id of a dataset",
                    RowsFile::shape()
                ),
            )
        }
    };
    decoder.report(wrong);
    None
}

/// The dataset that another is derived from; one that is not known is reported already.
fn source<'a>(from: &Spanned<String>, made: &'a [Dataset]) -> Option<RowsOf<'a>> {
    let source = made.iter().find(|own| own.id == from.value)?;
    Some(RowsOf::Dataset(source, from.span))
}

/// Why the rows of a dataset have no names, or have them twice.
pub(super) fn bad_key(twice: bool, span: Span) -> Diagnostic {
    match twice {
        true => {
            Diagnostic::new(Code::BadValue, span, "both `key` and `by` name the rows")
                .help("remove `key`: a group is named by what its rows have in common")
        }
        false => Diagnostic::new(Code::MissingKey, span, "the key `key` is missing")
            .help(
                "add `key:` with the variable, or the variables, whose values name a row",
            ),
    }
}

/// Refuses a variable of groups that is neither what they are grouped by nor computed;
/// `names` are those of the variables.
pub(super) fn computed_over_groups(
    dataset: &Dataset,
    names: &[Spanned<String>],
    decoder: &mut Decoder<'_>,
) -> Option<()> {
    let grouped = dataset.derivation.as_ref().is_some_and(|own| !own.by.is_empty());
    let mut variables = dataset.variables.iter().zip(names).enumerate();
    let loose = |(at, (own, _)): &(usize, (&Variable, _))| {
        own.formula.is_none() && !dataset.key.contains(at)
    };
    let Some((_, (own, name))) = variables.find(loose).filter(|_| grouped) else {
        return Some(());
    };
    let message = format!("`{}` is not the same in all rows of a group", own.id);
    decoder.report(Diagnostic::new(Code::BadValue, name.span, message).help(
        "compute it of the group: `formula: sum(rows.map(r, r.total))`, or group by it",
    ));
    None
}
