//! The text of a file that may not be UTF-8.
//!
//! Nothing is guessed in silence: what is not UTF-8 is read only as the author declares.
//! What it looks like is named.

mod likeness;

use std::borrow::Cow;

use encoding_rs::{IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::load::format::EncodingFile as Encoding;
use crate::load::{refuse_bad_characters, text_of};
use crate::source::{FileId, Input, Reading, Span, Spanned};
use likeness::{first_word, likeness};

/// The bytes and letters by which KZ-1048, that is STRK1048-2002, differs from
/// Windows-1251: <https://www.unicode.org/Public/MAPPINGS/VENDORS/MISC/KZ1048.TXT>.
const KZ_1048: (&[u8], &str) = (
    b"\x8d\x8e\x9d\x9e\xa1\xa2\xa3\xa5\xaa\xaf\xb4\xba\xbc\xbd\xbe\xbf",
    "ҚҺқһҰұӘӨҒҮөғәҢңү",
);

/// The same of PT154, the Asian Cyrillic of ParaType:
/// <https://www.iana.org/assignments/charset-reg/PTCP154>.
const PT154: (&[u8], &str) = (
    b"\x80\x81\x82\x83\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x98\x99\x9a\x9b\x9c\
      \x9d\x9e\x9f\xa4\xa5\xa6\xaa\xad\xaf\xb1\xb4\xb5\xba\xbd\xbe\xbf",
    "ҖҒӮғҶҮҲүҠӢҢҚҺҸҗҳҷҡӣңқһҹӨҘҰӘӯҜұҙөәҪҫҝ",
);

/// Encodings of one byte, the more usual ones first.
const OF_ONE_BYTE: [Encoding; 6] = [
    Encoding::Windows1251,
    Encoding::Kz1048,
    Encoding::Pt154,
    Encoding::Koi8R,
    Encoding::Ibm866,
    Encoding::Windows1252,
];

/// How many bytes of a file are looked at to recognise its encoding.
const SAMPLE: usize = 64 * 1024;

impl Encoding {
    /// The word that declares it.
    fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Windows1251 => "windows-1251",
            Self::Kz1048 => "kz-1048",
            Self::Pt154 => "pt154",
            Self::Koi8R => "koi8-r",
            Self::Ibm866 => "ibm866",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// The text of a CSV file in the encoding that is declared; `None` where a diagnostic says
/// why not.
pub(super) fn text<'a>(
    input: &'a Input,
    file: FileId,
    declared: Option<&Spanned<Encoding>>,
    found: &mut Diagnostics,
) -> Option<&'a str> {
    let declared = declared.filter(|own| own.value != Encoding::Utf8);
    let bytes = &input.file(file).bytes;
    let utf8 = std::str::from_utf8(bytes).is_ok();
    match declared {
        None if utf8 && input.reading(file).is_none() => text_of(input, file, found),
        None => {
            found.push(undeclared(input, file));
            None
        }
        Some(own) if utf8 && (!bytes.is_ascii() || own.value == Encoding::Utf16) => {
            found.push(not_as_declared(input, file, own, "UTF-8"));
            None
        }
        Some(_) if utf8 => text_of(input, file, found),
        Some(own) => as_declared(input, file, own, found),
    }
}

/// Reads what is not UTF-8 as it is declared to be.
fn as_declared<'a>(
    input: &'a Input,
    file: FileId,
    declared: &Spanned<Encoding>,
    found: &mut Diagnostics,
) -> Option<&'a str> {
    let bytes = &input.file(file).bytes;
    let name = declared.value.name();
    if (declared.value == Encoding::Utf16) != has_mark_of_utf16(bytes) {
        let other = looks_like(bytes).map_or("another encoding", Encoding::name);
        found.push(not_as_declared(input, file, declared, other));
        return None;
    }
    match read(input, file, declared.value) {
        Reading::Decoded { encoding, .. } if *encoding != name => {
            let message = format!("another dataset reads this file as {encoding}");
            found.push(Diagnostic::new(Code::WrongEncoding, declared.span, message));
            return None;
        }
        _ => {}
    }
    let text = input.text(file).ok()?;
    if let Some((at, sign)) = text.char_indices().find(|(_, c)| is_no_letter(*c)) {
        let span = Span::new(file, at, at + sign.len_utf8());
        let message = format!("the file is not {name}: it has no letter of this byte");
        let spoilt = Diagnostic::new(Code::WrongEncoding, span, message)
            .also(declared.span, "declared here");
        found.push(match looks_like(bytes).filter(|other| *other != declared.value) {
            Some(other) => spoilt.help(declare(other)),
            None => spoilt,
        });
        return None;
    }
    if let Some(other) = looks_like(bytes)
        && declared.value != Encoding::Utf16
        && likeness_in(bytes, other) > likeness_in(bytes, declared.value)
    {
        let word = Span::new(file, first_word(text).start, first_word(text).end);
        let message = format!("the file looks like {} and not like {name}", other.name());
        found.push(
            Diagnostic::new(Code::WrongEncoding, word, message)
                .as_warning()
                .also(declared.span, "declared here")
                .help(declare(other)),
        );
    }
    refuse_bad_characters(text, file, found);
    Some(text)
}

/// Whether it stands for a byte that the encoding has no letter for.
fn is_no_letter(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | char::REPLACEMENT_CHARACTER)
}

fn read(input: &Input, file: FileId, encoding: Encoding) -> &Reading {
    input.read_as(file, || Reading::Decoded {
        text: decoded(&input.file(file).bytes, encoding).into_owned(),
        encoding: encoding.name(),
    })
}

/// What is to be said of a file that is not UTF-8, and of which nothing is declared.
fn undeclared(input: &Input, file: FileId) -> Diagnostic {
    let bytes = &input.file(file).bytes;
    let path = &input.file(file).path;
    let Some(encoding) = looks_like(bytes) else {
        let offset = input.text(file).err().unwrap_or_default();
        return Diagnostic::not_utf8(input, file, offset);
    };
    let text = read(input, file, encoding).text();
    let word = first_word(text);
    let name = encoding.name();
    let message = format!("`{path}` is not UTF-8; it looks like {name}");
    Diagnostic::new(Code::NotUtf8, Span::new(file, word.start, word.end), message)
        .label(format!("as it reads in {name}"))
        .help("save the file as UTF-8")
        .help(format!("or, if that reads well, {}", declare(encoding)))
}

fn declare(encoding: Encoding) -> String {
    format!(
        "declare it in the dataset, in the map `rows`: `encoding: {}`",
        encoding.name()
    )
}

fn not_as_declared(
    input: &Input,
    file: FileId,
    declared: &Spanned<Encoding>,
    found: &str,
) -> Diagnostic {
    let path = &input.file(file).path;
    let name = declared.value.name();
    let message = format!("`{path}` is declared as {name}, but it is {found}");
    let wrong = Diagnostic::new(Code::WrongEncoding, declared.span, message);
    match found {
        "UTF-8" => wrong.help("remove `encoding`"),
        _ => wrong,
    }
}

/// The encoding that the bytes are most like, if they are like any.
fn looks_like(bytes: &[u8]) -> Option<Encoding> {
    if has_mark_of_utf16(bytes) {
        return Some(Encoding::Utf16);
    }
    let like = OF_ONE_BYTE.map(|encoding| (likeness_in(bytes, encoding), encoding));
    // Of two that are as good, the first.
    let best = like.into_iter().rev().max_by_key(|(likeness, _)| *likeness)?;
    (best.0 > 0).then_some(best.1)
}

/// How much the bytes read like a text in this encoding.
fn likeness_in(bytes: &[u8], encoding: Encoding) -> i64 {
    likeness(&decoded(&bytes[..bytes.len().min(SAMPLE)], encoding))
}

/// Whether the bytes begin with the mark of UTF-16.
fn has_mark_of_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF")
}

/// The text of bytes in an encoding; what it has no letter for is [`is_no_letter`].
fn decoded(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let standard = match encoding {
        Encoding::Kz1048 => return Cow::Owned(like_windows_1251(bytes, KZ_1048)),
        Encoding::Pt154 => return Cow::Owned(like_windows_1251(bytes, PT154)),
        Encoding::Utf8 => return String::from_utf8_lossy(bytes),
        Encoding::Utf16 if bytes.starts_with(b"\xFE\xFF") => UTF_16BE,
        Encoding::Utf16 => UTF_16LE,
        Encoding::Windows1251 => WINDOWS_1251,
        Encoding::Koi8R => KOI8_R,
        Encoding::Ibm866 => IBM866,
        Encoding::Windows1252 => WINDOWS_1252,
    };
    let (text, _) = standard.decode_with_bom_removal(bytes);
    match encoding {
        Encoding::Utf16 => text.replace("\r\n", "\n").replace('\r', "\n").into(),
        _ => text,
    }
}

fn like_windows_1251(bytes: &[u8], (differing, letters): (&[u8], &str)) -> String {
    let mut table: [char; 256] = std::array::from_fn(|byte| {
        let byte = [byte as u8];
        let (letter, _) = WINDOWS_1251.decode_without_bom_handling(&byte);
        letter.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    for (byte, letter) in differing.iter().zip(letters.chars()) {
        table[usize::from(*byte)] = letter;
    }
    bytes.iter().map(|byte| table[usize::from(*byte)]).collect()
}

#[cfg(test)]
mod tests;
