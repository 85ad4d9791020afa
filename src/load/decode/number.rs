//! Exact decimals, as a source prints them.

use rust_decimal::Decimal;

use super::{Decode, Decoder};
use crate::diag::{Code, Diagnostic};
use crate::load::yaml::Node;
use crate::source::Span;

/// An exact decimal: digits, at most one point, and a sign before.
pub(in crate::load) fn decimal(text: &str) -> Result<Decimal, BadNumber> {
    let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let good = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if good(whole) && good(fraction) {
        return text.replace('\u{2212}', "-").parse().map_err(|_| {
            BadNumber(Diagnostic::global(
                Code::BadNumber,
                format!("`{text}` has more than 28 digits"),
            ))
        });
    }
    let bad = Diagnostic::global(Code::BadNumber, format!("`{text}` is not a number"));
    if let Some((dash, rest)) = dash_before(text)
        && decimal(rest).is_ok()
    {
        return Err(BadNumber(bad.help(format!(
            "its sign is U+{:04X} and no minus: write `-{rest}` or `−{rest}`",
            dash as u32
        ))));
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace(',', ".");
    Err(BadNumber(if plain != text && plain.parse::<Decimal>().is_ok() {
        bad.help(format!("write `{plain}`; the site writes it as each language wants"))
    } else {
        bad.help("write digits with a decimal point, without spaces: `9366.9`")
    }))
}

/// A sign that looks like a minus, and what stands behind it: hyphens, dashes and their
/// wide and small forms.
fn dash_before(text: &str) -> Option<(char, &str)> {
    let mut signs = text.chars();
    let dash = signs.next()?;
    let dashes =
        matches!(dash, '\u{2010}'..='\u{2015}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}');
    dashes.then_some((dash, signs.as_str()))
}

impl Decode for Decimal {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a number")?;
        decimal(text).map_err(|d| decoder.report(d.at(node.span))).ok()
    }

    fn shape() -> String {
        "a number".to_owned()
    }
}

/// What is wrong with a number, before its place is known.
pub(in crate::load) struct BadNumber(Diagnostic);

impl BadNumber {
    /// The diagnostic at its place.
    pub(in crate::load) fn at(self, span: Span) -> Diagnostic {
        let mut at = Diagnostic::new(Code::BadNumber, span, self.0.message);
        at.help = self.0.help;
        at
    }
}
