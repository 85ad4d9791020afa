//! What translations were accepted for.

use super::decode::{Decode, Decoder, Named, bad_language};
use super::format::{AcceptanceFile, AcceptedPassageFile, AcceptedTextFile};
use super::layout::Layout;
use super::yaml;
use crate::lang::Lang;
use crate::source::Spanned;
use crate::study::{Acceptance, AcceptedPassage, AcceptedText};

/// The texts of `translations.yaml`.
pub(super) fn accepted(layout: &Layout, decoder: &mut Decoder<'_>) -> Vec<AcceptedText> {
    let root = layout.accepted.and_then(|file| {
        let root = yaml::parse(decoder.input, file, decoder.found)?;
        Named::<AcceptedTextFile>::decode(&root, decoder)
    });
    let texts = root.into_iter().flat_map(|root| root.0);
    texts
        .map(|(name, file)| AcceptedText {
            name,
            acceptances: acceptances(file.accepted.0, decoder),
            passages: file.passages.into_iter().map(passage).collect(),
        })
        .collect()
}

fn acceptances(
    files: Vec<(Spanned<String>, AcceptanceFile)>,
    decoder: &mut Decoder<'_>,
) -> Vec<Acceptance> {
    let mut acceptances = Vec::new();
    for (tag, file) in files {
        let Some(lang) = Lang::parse(&tag.value) else {
            decoder.report(bad_language(&tag.value, tag.span));
            continue;
        };
        acceptances.push(Acceptance {
            lang: Spanned { value: lang, span: tag.span },
            reviewed: file.reviewed.unwrap_or(false),
            date: file.date,
            by: file.by,
        });
    }
    acceptances
}

fn passage(file: AcceptedPassageFile) -> AcceptedPassage {
    let AcceptedPassageFile { hash, languages, wording } = file;
    AcceptedPassage { hash, languages, wording }
}
