//! Names that stand in one column: all in full, or all by their short labels, so that like
//! is named alike.

/// A label in full and a shorter one, if there is one.
pub(super) type Label<'l> = (&'l str, Option<&'l str>);

/// The labels in full if each of them fits, else each by its short one where it has one.
pub(super) fn together<'l>(
    labels: &[Label<'l>],
    fits: impl Fn(&str) -> bool,
) -> Vec<&'l str> {
    let full = labels.iter().all(|(label, _)| fits(label));
    let name = |(label, short): &Label<'l>| match short {
        Some(short) if !full => *short,
        _ => *label,
    };
    labels.iter().map(name).collect()
}
