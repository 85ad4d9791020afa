//! Claims, read from their file; `verdict` holds them against the data, at the places where
//! texts name them.

mod place;
mod verdict;

pub(super) use verdict::Against;

use rust_decimal::Decimal;

use super::decode::{Decode, Decoder, Named};
use super::format::{ClaimFile, VariantFile};
use super::layout::Layout;
use super::markdown::is_anchor;
use super::yaml;
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::study::{Claim, ClaimKind, Variant};

/// The claims of `content/claims.yaml`.
pub(super) fn claims(layout: &Layout, decoder: &mut Decoder<'_>) -> Vec<Claim> {
    let Some(file) = layout.claims else { return Vec::new() };
    let own = yaml::parse(decoder.input, file, decoder.found)
        .and_then(|root| Named::<ClaimFile>::decode(&root, decoder));
    decoder.unreadable.claims = own.is_none();
    let mut claims = Vec::new();
    for (id, file) in own.map_or(Vec::new(), |named| named.0) {
        match claim(id, file) {
            Ok(claim) => claims.push(claim),
            Err(diagnostic) => {
                decoder.unreadable.claims = true;
                decoder.report(diagnostic);
            }
        }
    }
    claims
}

fn claim(id: Spanned<String>, file: ClaimFile) -> Result<Claim, Diagnostic> {
    let wrong = |code, message: String, help| {
        Err(Diagnostic::new(code, id.span, message).help(help))
    };
    if !is_anchor(&id.value) {
        let message = format!("`{}` is no id of a claim", id.value);
        return wrong(
            Code::BadId,
            message,
            "write small Latin letters, digits and hyphens",
        );
    }
    let name = &id.value;
    let kind = match (file.holds, file.message, file.variants) {
        (Some(condition), Some(message), None) => {
            ClaimKind::Holds { condition, message, disputed: file.disputed }
        }
        (Some(_), None, None) => {
            let message = format!("the claim `{name}` has no message");
            let help = "add `message:`, what the data say instead, in each language";
            return wrong(Code::MissingKey, message, help);
        }
        (None, None, Some(variants)) if file.disputed.is_none() => {
            ClaimKind::Variants(self::variants(name, id.span, variants)?)
        }
        (None, _, None) => {
            let message = format!("the claim `{name}` has no condition");
            let help = "give it `holds` and `message`, or else `variants`";
            return wrong(Code::MissingKey, message, help);
        }
        (_, _, Some(_)) => {
            let message = format!("the claim `{name}` has a condition and variants");
            let help =
                "give it `variants` alone, or else `holds`, `message` and `disputed`";
            return wrong(Code::BadValue, message, help);
        }
    };
    let tolerance = file.tolerance.unwrap_or(Decimal::ZERO);
    Ok(Claim { id: id.value, span: id.span, tolerance, kind })
}

/// The variants, of which none stands after one that is always written.
fn variants(
    name: &str,
    span: Span,
    files: Vec<VariantFile>,
) -> Result<Vec<Variant>, Diagnostic> {
    let otherwise = files.iter().position(|own| own.when.is_none());
    let message = match otherwise {
        None if files.is_empty() => format!("the claim `{name}` has no variants"),
        Some(at) if at + 1 < files.len() => {
            format!("variant {} of the claim `{name}` has no `when`", at + 1)
        }
        _ => {
            let variants = files.into_iter();
            let variant =
                |file: VariantFile| Variant { when: file.when, text: file.text };
            return Ok(variants.map(variant).collect());
        }
    };
    Err(Diagnostic::new(Code::BadValue, span, message)
        .help("each variant has `when`, a condition; the last may do without"))
}
