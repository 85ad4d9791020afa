//! A hyphen from number to number is an en dash: `10–15`, `1991–2003`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Tongue;
use super::line::{Edit, Line, is_digit};

/// A single hyphen between two numbers that rise becomes an en dash. Codes, telephone
/// numbers and dates of ISO 8601 have more hyphens, letters, or numbers that fall.
pub(super) fn edits(line: &Line, tongue: Tongue) -> Vec<Edit> {
    let hyphens = line.find(|letter| letter == '-');
    let range = |at: &usize| {
        let (from, to) = (number_before(line, *at), number_after(line, at + 1));
        ends_well(line, to.end)
            && begins_well(line, from.start)
            && rises(&line.text(from), &line.text(to), tongue)
    };
    hyphens.filter(range).map(|at| Edit::of(at, "–")).collect()
}

/// The number that ends before `end`.
fn number_before(line: &Line, end: usize) -> Range<usize> {
    let mut start = end;
    while let Some(at) = start.checked_sub(1) {
        let inside = line.letter(at).is_some_and(is_separator) && start < end;
        let joined = inside && is_digit(line.before(at));
        if !is_digit(line.letter(at)) && !joined {
            break;
        }
        start = at;
    }
    start..end
}

/// The number that begins at `start`.
fn number_after(line: &Line, start: usize) -> Range<usize> {
    let mut end = start;
    while let Some(letter) = line.letter(end) {
        let joined =
            is_separator(letter) && end > start && is_digit(line.letter(end + 1));
        if !letter.is_ascii_digit() && !joined {
            break;
        }
        end += 1;
    }
    start..end
}

/// What stands between the digits of one number. Groups of digits are separated by spaces
/// that hold.
fn is_separator(letter: char) -> bool {
    ".,:\u{a0}\u{202f}".contains(letter)
}

/// Whether a range may begin here: not in a word or a code, nor after the name of a code.
fn begins_well(line: &Line, start: usize) -> bool {
    let joined =
        |sign: char| sign.is_alphanumeric() || "-–—/_#.,:\u{fffc}".contains(sign);
    if line.before(start).is_some_and(joined) {
        return false;
    }
    let name = line.text(line.word_before(start)).to_uppercase();
    let name = name.trim_matches(|sign: char| "():;,\"«".contains(sign));
    name.is_empty() || !CODES.split(' ').any(|code| code == name)
}

/// What is numbered by codes and not by quantities.
const CODES: &str = "№ NO NO. ISSN ISBN DOI ISO ИСО ГОСТ СТ ҚР UDC УДК ӘОЖ IRSTI МРНТИ \
    ҒТАХР ХҒТАР BIN БИН БСН IIN ИИН ЖСН TEL TEL. ТЕЛ ТЕЛ. PHONE FAX ФАКС КАТО KATO";

/// Whether a range may end here. A Kazakh or Russian ending may follow: `10-15-тен`.
fn ends_well(line: &Line, end: usize) -> bool {
    match line.letter(end) {
        Some('-') => line.letter(end + 1).is_some_and(char::is_alphabetic),
        Some(sign) => !sign.is_alphanumeric() && !"–—/_\u{fffc}".contains(sign),
        None => true,
    }
}

/// Whether both are numbers, or times of day, and the second is the larger; a short one
/// is the end of the first: `2019–20`, `661–79`.
fn rises(from: &str, to: &str, tongue: Tongue) -> bool {
    let (Some(low), Some(high)) = (value(from, tongue), value(to, tongue)) else {
        return false;
    };
    let whole = low.scale() == 0 && high.scale() == 0;
    let hundred = 10_i64.checked_pow(u32::try_from(to.len()).unwrap_or(u32::MAX));
    match hundred.filter(|_| whole && to.len() < from.len()) {
        Some(cut) => low % Decimal::from(cut) < high,
        None => low < high,
    }
}

/// The value of a number as the language writes it; `None` for what is none, or begins
/// with a zero as codes do.
fn value(text: &str, tongue: Tongue) -> Option<Decimal> {
    let padded = text.len() > 1 && text.starts_with('0');
    if let Some((hours, minutes)) = text.split_once(':') {
        let time = minutes.len() == 2 && hours.len() <= 2;
        return time.then(|| format!("{hours}{minutes}").parse().ok()).flatten();
    }
    if padded && !text.starts_with("0.") && !text.starts_with("0,") {
        return None;
    }
    let mut groups = text.split(['\u{a0}', '\u{202f}']);
    let mut plain = groups.next().unwrap_or_default().to_owned();
    for group in groups {
        let digits = group.split([',', '.']).next().unwrap_or_default();
        if digits.len() != 3 || plain.contains([',', '.']) {
            return None;
        }
        plain.push_str(group);
    }
    match tongue {
        Tongue::English => plain.replace(',', "").parse().ok(),
        _ if plain.contains('.') && plain.contains(',') => None,
        _ => plain.replace(',', ".").parse().ok(),
    }
}
