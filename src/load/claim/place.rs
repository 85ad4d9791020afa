//! Where texts name claims.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::load::decode::Decoder;
use crate::source::Span;
use crate::study::{ClaimPlace, PartKind, TranslationFile, TranslationUnit, Wrap};

/// The id of the texts of claims, which can make no claims themselves.
const CLAIMS: &str = "claims";

/// Where texts name claims, by their names. A claim cannot make another.
pub(super) fn places(
    texts: &[TranslationFile],
    decoder: &mut Decoder<'_>,
) -> BTreeMap<String, Vec<ClaimPlace>> {
    let mut all: BTreeMap<String, Vec<ClaimPlace>> = BTreeMap::new();
    for file in texts {
        for (lang, units) in file.units.iter() {
            let own = units.iter().flatten().flat_map(|unit| in_unit(unit, lang));
            for (name, place) in own {
                if file.id == CLAIMS {
                    let message = format!("the text of a claim makes the claim `{name}`");
                    decoder.report(
                        Diagnostic::new(Code::BadMarkdown, place.span, message)
                            .help("make claims in the texts of the study alone"),
                    );
                } else {
                    all.entry(name.to_owned()).or_default().push(place);
                }
            }
        }
    }
    all
}

/// The claims that a unit makes, each with its words.
fn in_unit(unit: &TranslationUnit, lang: Lang) -> Vec<(&str, ClaimPlace)> {
    let mut found: Vec<(&str, ClaimPlace)> = Vec::new();
    let mut open: Vec<(Span, bool)> = Vec::new();
    for part in &unit.parts {
        match &part.kind {
            PartKind::Open(_) => {
                open.iter_mut().for_each(|(_, is_empty)| *is_empty = false);
                open.push((part.span, true));
            }
            PartKind::Close(wrap) => {
                let Some((start, is_empty)) = open.pop() else { continue };
                let Wrap::Claim(name) = wrap else { continue };
                let (outer, inner) =
                    ((start.start, part.span.end), (start.end, part.span.start));
                let (start, end) = if is_empty { outer } else { inner };
                let span = Span { start, end, ..part.span };
                found.push((name, ClaimPlace { lang, span, is_empty }));
            }
            _ => open.iter_mut().for_each(|(_, is_empty)| *is_empty = false),
        }
    }
    found
}
