//! Numbers that were typed as text: with a decimal comma, or in groups of digits.
//!
//! What a cell means is decided where rows are read. Here its number gets a decimal point
//! and loses its groups, as the author declares; what stands behind it stays.

use std::borrow::Cow;

use super::value::of_percentage;
use super::{Entry, Stored, Table};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::{DecimalFile, GroupFile, RowSourceFile};
use crate::source::{CellKind, Spanned};

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    decimal: DecimalFile,
    group: Option<GroupFile>,
}

/// What a file may be written in that declares nothing, the simpler first.
const STYLES: [Style; 8] = {
    use DecimalFile::{Comma, Point};
    const fn style(decimal: DecimalFile, group: Option<GroupFile>) -> Style {
        Style { decimal, group }
    }
    [
        style(Point, None),
        style(Comma, None),
        style(Point, Some(GroupFile::Space)),
        style(Comma, Some(GroupFile::Space)),
        style(Point, Some(GroupFile::Comma)),
        style(Comma, Some(GroupFile::Point)),
        style(Point, Some(GroupFile::Apostrophe)),
        style(Comma, Some(GroupFile::Apostrophe)),
    ]
};

/// The table with the numbers of its numeric variables written plainly; `None` where a
/// diagnostic says why not.
pub(super) fn plain(
    mut table: Table,
    source: &RowSourceFile,
    stored: &Stored<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Table> {
    let style = Style {
        decimal: source.decimal.as_ref().map_or(DecimalFile::Point, |own| own.value),
        group: source.group.as_ref().map(|own| own.value),
    };
    if style.group.is_some_and(|group| group.has(style.decimal.sign())) {
        let span = source.group.as_ref().map_or(source.file.span, |group| group.span);
        let message = "the decimal sign cannot part groups of digits too";
        decoder.report(Diagnostic::new(Code::BadValue, span, message));
        return None;
    }
    let heads = table.head.iter().map(|head| head.text.value.as_str());
    let kinds: Vec<_> =
        heads.map(|head| (stored.is_number(head), stored.is_share(head))).collect();
    let mut good = true;
    for line in &mut table.rows {
        for (cell, (is_number, is_share)) in line.cells.iter_mut().zip(&kinds) {
            good &= expect_value(cell, decoder);
            match cell.kind {
                CellKind::Text if *is_number => good &= rewrite(cell, style, decoder),
                CellKind::Percentage if *is_number => {
                    let number = of_percentage(&cell.text.value, *is_share);
                    cell.text.value = number.unwrap_or_else(|| cell.text.value.clone());
                }
                _ => {}
            }
        }
    }
    good.then_some(table)
}

/// Whether the cell holds a value and no truth or error.
fn expect_value(cell: &Entry, decoder: &mut Decoder<'_>) -> bool {
    let text = &cell.text.value;
    let (message, help) = match cell.kind {
        CellKind::Text | CellKind::Exact | CellKind::Percentage => return true,
        CellKind::Error => (
            format!("the cell holds the error `{text}`"),
            "correct its formula, or write a declared code of a missing value",
        ),
        CellKind::Truth => (
            format!("the cell holds the truth value `{text}`"),
            "write a number or a text: a category has levels for yes and no",
        ),
    };
    decoder.report(Diagnostic::new(Code::BadCell, cell.text.span, message).help(help));
    false
}

/// Writes the number of a cell plainly. One that is not written as declared is reported;
/// where it can mean one number only it is rewritten all the same, so that the rest of the
/// row can be read.
fn rewrite(cell: &mut Entry, style: Style, decoder: &mut Decoder<'_>) -> bool {
    if let Some(plain) = in_style(&cell.text.value, style) {
        cell.text.value = plain.into_owned();
        return true;
    }
    match &readings(&cell.text.value)[..] {
        // Whatever it is, it is no number in any style.
        [] => true,
        [(other, plain)] => {
            decoder.report(undeclared(cell, *other, plain, style));
            cell.text.value.clone_from(plain);
            true
        }
        several => {
            let message = format!("`{}` can mean two numbers", cell.text.value);
            let bad = Diagnostic::new(Code::BadNumber, cell.text.span, message);
            decoder.report(several.iter().fold(bad, |bad, (other, plain)| {
                let keys = other.declared(style);
                bad.help(format!("it is {plain} if the map `rows` declares {keys}"))
            }));
            false
        }
    }
}

/// What the number of a text is in each style that it can be in, each number once.
fn readings(text: &str) -> Vec<(Style, String)> {
    let mut readings: Vec<(Style, String)> = Vec::new();
    for style in STYLES {
        let Some(plain) = in_style(text, style) else { continue };
        if readings.iter().all(|(_, known)| *known != plain) {
            readings.push((style, plain.into_owned()));
        }
    }
    readings
}

/// What is to be said of a number, plainly `plain`, that is in another style than `declared`.
fn undeclared(cell: &Entry, other: Style, plain: &str, declared: Style) -> Diagnostic {
    let Spanned { value, span } = &cell.text;
    let message =
        format!("`{value}` has {}, and the file declares none", other.signs(declared));
    Diagnostic::new(Code::BadNumber, *span, message)
        .help(format!("declare it in the map `rows`: {}", other.declared(declared)))
        .help(format!("or write `{}`", declared.written(plain)))
}

impl Style {
    /// The keys that declare this style where `own` is declared.
    fn declared(self, own: Self) -> String {
        let mut keys = Vec::new();
        if self.decimal != own.decimal {
            keys.push(format!("`decimal: \"{}\"`", self.decimal.sign()));
        }
        if self.group != own.group {
            keys.push(match self.group {
                Some(group) => format!("`group: {}`", group.word()),
                None => "no `group`".to_owned(),
            });
        }
        keys.join(", ")
    }

    /// The signs of this style where `own` is declared.
    fn signs(self, own: Self) -> String {
        let mut signs = Vec::new();
        if self.decimal != own.decimal {
            signs.push(match self.decimal {
                DecimalFile::Point => "a decimal point".to_owned(),
                DecimalFile::Comma => "a decimal comma".to_owned(),
            });
        }
        if let Some(group) = self.group.filter(|_| self.group != own.group) {
            signs.push(format!("{} between its groups", group.sign()));
        }
        signs.join(" and ")
    }

    /// A plain number in this style.
    fn written(self, plain: &str) -> String {
        plain.replace('.', &self.decimal.sign().to_string())
    }
}

impl DecimalFile {
    fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

impl GroupFile {
    /// Whether it is this sign that parts groups.
    fn has(self, sign: char) -> bool {
        match self {
            // The spaces that typesetters use: of a word, that no line breaks at, thin, and
            // both.
            Self::Space => matches!(sign, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'),
            Self::Apostrophe => matches!(sign, '\'' | '’'),
            Self::Point => sign == '.',
            Self::Comma => sign == ',',
        }
    }

    /// What a diagnostic calls it.
    fn sign(self) -> &'static str {
        match self {
            Self::Space => "a space",
            Self::Apostrophe => "an apostrophe",
            Self::Point => "a point",
            Self::Comma => "a comma",
        }
    }

    /// The word that declares it.
    fn word(self) -> &'static str {
        match self {
            Self::Space => "space",
            Self::Apostrophe => "apostrophe",
            Self::Point => "\".\"",
            Self::Comma => "\",\"",
        }
    }
}

/// The text with its number written plainly, where that is written in this style; a text
/// that does not begin with a number as it is.
fn in_style(text: &str, style: Style) -> Option<Cow<'_, str>> {
    let digits = text.trim_start_matches(['-', '\u{2212}']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(text.into());
    }
    let (number, behind) = digits.split_at(end_of_number(digits));
    let sign = &text[..text.len() - digits.len()];
    let (whole, fraction) = match number.rsplit_once(style.decimal.sign()) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let group = |sign: char| style.group.is_some_and(|group| group.has(sign));
    let groups: Vec<_> = whole.split(group).collect();
    let (first, others) = groups.split_first()?;
    let grouped = others.is_empty() || first.len() <= 3;
    let good = grouped
        && !first.is_empty()
        && is_digits(first)
        && others.iter().all(|part| part.len() == 3 && is_digits(part))
        && fraction.is_none_or(|part| !part.is_empty() && is_digits(part));
    good.then(|| match fraction {
        Some(fraction) => format!("{sign}{}.{fraction}{behind}", groups.concat()).into(),
        None if others.is_empty() => Cow::Borrowed(text),
        None => format!("{sign}{}{behind}", groups.concat()).into(),
    })
}

/// Where the number ends that a text begins with: behind its last digit that only signs of
/// numbers part from those before.
fn end_of_number(text: &str) -> usize {
    let mut end = 0;
    let mut signs = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            (end, signs) = (at + 1, 0);
        } else if parts_digits(c) && signs == 0 {
            signs += 1;
        } else {
            break;
        }
    }
    end
}

fn parts_digits(sign: char) -> bool {
    use GroupFile::{Apostrophe, Comma, Point, Space};
    [Space, Apostrophe, Point, Comma].into_iter().any(|group| group.has(sign))
}

#[cfg(test)]
mod tests;
