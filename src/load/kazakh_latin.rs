//! The edition in Latin letters that a study asks for.

use super::decode::Decoder;
use super::format::{AlphabetFile, KazakhLatinFile};
use crate::diag::{Code, Diagnostic};
use crate::locale::{Alphabet, KazakhLatin};
use crate::source::{Span, Spanned};

/// How the Kazakh edition is written in Latin letters.
pub(super) fn kazakh_latin(
    file: Spanned<KazakhLatinFile>,
    decoder: &mut Decoder<'_>,
) -> Option<KazakhLatin> {
    let Spanned { value: file, span } = file;
    let alphabet = match file.alphabet {
        Some(AlphabetFile::Y2018) => Alphabet::Decree2018,
        Some(AlphabetFile::Bgn) => Alphabet::Bgn,
        Some(AlphabetFile::Y2021) | None => Alphabet::Draft2021,
    };
    let mut latin = KazakhLatin::new(alphabet);
    for word in file.keep.unwrap_or_default() {
        if is_written(alphabet, &word, decoder) {
            latin = latin.keep(&word.value);
        }
    }
    for (word, spelling) in file.words.0 {
        if is_written(alphabet, &word, decoder) && is_latin(alphabet, &spelling, decoder)
        {
            latin = latin.spell(&word.value, &spelling.value);
        }
    }
    is_possible(&latin, span, decoder).then_some(latin)
}

/// Whether there is an edition to be written anew, and none that was written by hand.
fn is_possible(latin: &KazakhLatin, span: Span, decoder: &mut Decoder<'_>) -> bool {
    let (from, to) = (latin.from(), latin.to());
    let (message, help) = if decoder.languages.contains(&to) {
        (
            format!("`{to}` is one of `languages`"),
            format!("remove it there, or remove `kazakh-latin`: it is made of `{from}`"),
        )
    } else if !decoder.languages.contains(&from) {
        (
            format!("`{from}` is not one of `languages`"),
            format!("add it, or remove `kazakh-latin`: `{to}` is made of it"),
        )
    } else {
        return true;
    };
    let at = Span { end: span.start, ..span };
    decoder.report(Diagnostic::new(Code::BadValue, at, message).help(help));
    false
}

/// Whether the alphabet would write the word at all; else the exception says nothing.
fn is_written(
    alphabet: Alphabet,
    word: &Spanned<String>,
    decoder: &mut Decoder<'_>,
) -> bool {
    let written = word.value.contains(|letter| alphabet.replaces(letter));
    if !written {
        let message = format!("`{}` has no Kazakh letter", word.value);
        decoder.report(Diagnostic::new(Code::BadValue, word.span, message).help(
            "give the word as it stands in the Kazakh text, in Cyrillic letters; \
             Latin ones stay as they are",
        ));
    }
    written
}

/// Whether a spelling has no Cyrillic letter that looks like a Latin one.
fn is_latin(
    alphabet: Alphabet,
    spelling: &Spanned<String>,
    decoder: &mut Decoder<'_>,
) -> bool {
    let cyrillic = spelling.value.chars().find(|letter| alphabet.replaces(*letter));
    if let Some(letter) = cyrillic {
        let message = format!("`{}` has the Cyrillic letter `{letter}`", spelling.value);
        decoder.report(
            Diagnostic::new(Code::BadValue, spelling.span, message)
                .help("spell the word in Latin letters, or list it under `keep`"),
        );
    }
    cyrillic.is_none()
}
