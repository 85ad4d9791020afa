//! Where a study appeared: the parts of a reference that have a form of their own.

use super::decode::Decoder;
use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;

/// The first and the last page; of a single one, it twice.
pub(super) fn pages(
    given: &Spanned<String>,
    decoder: &mut Decoder<'_>,
) -> Option<(String, String)> {
    let good = |page: &&str| {
        let page = page.trim();
        !page.is_empty() && page.chars().all(char::is_alphanumeric)
    };
    let parts: Vec<_> = given.value.split(['-', '–']).collect();
    let (first, last) = match parts.as_slice() {
        [first, last] => (*first, *last),
        [single] => (*single, *single),
        _ => ("", ""),
    };
    if good(&first) && good(&last) {
        return Some((first.trim().to_owned(), last.trim().to_owned()));
    }
    let message = format!("`{}` are no pages", given.value);
    decoder.report(
        Diagnostic::new(Code::BadValue, given.span, message)
            .help("write the first page and the last one: `41-54`"),
    );
    None
}

/// An ISSN whose check sign is right.
pub(super) fn issn(given: Spanned<String>, decoder: &mut Decoder<'_>) -> Option<String> {
    if is_issn(&given.value) {
        return Some(given.value);
    }
    let message = format!("`{}` is no ISSN", given.value);
    decoder.report(
        Diagnostic::new(Code::BadValue, given.span, message)
            .help("write eight digits in groups of four; the last one is a check sign"),
    );
    None
}

/// By ISO 3297: the weights are 8 to 2, modulo 11, and X is ten.
fn is_issn(text: &str) -> bool {
    let digits =
        text.split_once('-').filter(|(one, other)| one.len() == 4 && other.len() == 4);
    let Some(digits) = digits.map(|(one, other)| format!("{one}{other}")) else {
        return false;
    };
    let value = |(at, digit): (usize, char)| match digit {
        'X' if at == 7 => Some(10),
        digit => digit.to_digit(10),
    };
    let values: Option<Vec<u32>> = digits.chars().enumerate().map(value).collect();
    let Some(values) = values.filter(|values| values.len() == 8) else { return false };
    let sum: u32 =
        values.iter().zip((1..=8).rev()).map(|(value, weight)| value * weight).sum();
    sum.is_multiple_of(11)
}

/// A DOI without an address before it.
pub(super) fn doi(given: Spanned<String>, decoder: &mut Decoder<'_>) -> Option<String> {
    let doi = &given.value;
    if is_doi(doi) {
        return Some(given.value);
    }
    let message = format!("`{doi}` is no DOI");
    decoder.report(
        Diagnostic::new(Code::BadValue, given.span, message)
            .help("write it without an address before it: `10.1000/182`"),
    );
    None
}

/// Whether the text is a DOI that an address can hold as it is.
fn is_doi(text: &str) -> bool {
    let parts = text.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    let good = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}%#?".contains(c);
    parts.is_some_and(|(registrant, rest)| {
        let digits = registrant.chars().all(|c| c.is_ascii_digit() || c == '.');
        !registrant.is_empty() && digits && !rest.is_empty() && rest.chars().all(good)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_doi, is_issn};

    #[test]
    fn an_issn_has_a_check_sign() {
        for good in ["0378-5955", "2434-561X", "1991-3494"] {
            assert!(is_issn(good), "{good}");
        }
        for bad in
            ["0378-5954", "03785955", "2434-56X1", "", "-", "0378-595", "ж378-5955"]
        {
            assert!(!is_issn(bad), "{bad}");
        }
    }

    #[test]
    fn a_doi_has_a_registrant_and_a_name() {
        for good in ["10.1000/182", "10.32014/2021.2518-1467.66"] {
            assert!(is_doi(good), "{good}");
        }
        for bad in
            ["https://doi.org/10.1000/182", "10.1000", "10./182", "10.1000/", "10.1/a b"]
        {
            assert!(!is_doi(bad), "{bad}");
        }
    }
}
