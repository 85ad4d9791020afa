//! Parts of words that stay on one line: `1990-жылдары`, `1999–2001`, `көші-қон`.
//!
//! Browsers break a line behind every hyphen and en dash. Markup holds the parts together
//! and not a sign of the text, so what is found, copied and recorded is as it was.

use std::ops::Range;

use crate::edition::{Inline, Mark, plain};
use crate::html::markup::Html;
use crate::lang::Lang;

/// The most letters that hold together: a longer run would leave a hole in a narrow line.
const MOST: usize = 15;

/// The most letters of a part that looks lost alone: «сондай-ақ», «из-за».
const SHORT: usize = 4;

/// What may stand between two parts.
const SIGNS: [char; 2] = ['-', '–'];

/// The words that are written, and what stands beside them in the line.
#[derive(Debug, Clone, Copy)]
struct Words<'a> {
    /// Letters that the line has before them.
    before: &'a str,
    /// The words themselves.
    own: &'a str,
    /// Letters that the line has after them.
    after: &'a str,
    /// Whether compounds of short words hold together.
    pairs: bool,
}

/// Whether a language has compounds of short words: Kazakh pairs, particles of Russian.
pub(super) fn has_pairs(lang: Lang) -> bool {
    matches!(lang.language(), "kk" | "ru")
}

/// Writes a line whose words hold together, also with the values beside them; `other`
/// writes what is no words.
pub(super) fn write_line(
    html: &mut Html,
    line: &[Inline],
    pairs: bool,
    mut other: impl FnMut(&mut Html, &Inline),
) {
    let mut is_open = false;
    for (at, inline) in line.iter().enumerate() {
        let was_open = is_open;
        is_open = match inline {
            Inline::Text(own) | Inline::Mark(Mark::Words(own)) => {
                let (before, after) = beside(line, at, own);
                write(html, Words { before: &before, own, after, pairs })
            }
            _ => {
                other(html, inline);
                false
            }
        };
        if was_open {
            html.close("span");
        }
    }
}

/// What stands before and after the words at `at`, where that decides whether they hold.
/// After them it is a value, which is one line itself.
fn beside<'a>(line: &'a [Inline], at: usize, own: &str) -> (String, &'a str) {
    let before = at.checked_sub(1).filter(|_| own.starts_with(SIGNS));
    let before = before.map(|before| plain(&line[before..at]));
    let after = match line.get(at + 1) {
        Some(Inline::Mark(Mark::Value(value))) if own.ends_with(SIGNS) => value,
        _ => "",
    };
    (before.unwrap_or_default(), after)
}

/// Writes words beside which nothing stands.
pub(super) fn write_alone(html: &mut Html, own: &str, pairs: bool) {
    write(html, Words { before: "", own, after: "", pairs });
}

/// Writes words with their parts held together. The answer is whether the last are held
/// to what follows: then the element is left open for it.
fn write(html: &mut Html, words: Words<'_>) -> bool {
    let mut written = 0;
    for run in runs(words) {
        html.text(&words.own[written..run.start]);
        html.open("span", &[("class", "held")]);
        written = run.end.min(words.own.len());
        html.text(&words.own[run.start..written]);
        if run.end > words.own.len() {
            return true;
        }
        html.close("span");
    }
    html.text(&words.own[written..]);
    false
}

/// The parts of the words, in bytes, that hold together. The last may reach beyond them.
fn runs(words: Words<'_>) -> Vec<Range<usize>> {
    if !words.own.contains(SIGNS) {
        return Vec::new();
    }
    let after = words.after.split(char::is_whitespace).next().unwrap_or_default();
    let line = format!("{}{after}", words.own);
    let mut runs = Vec::new();
    let mut start = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let before = if start == 0 { words.before } else { "" };
        let own = of_word(word.trim_end(), before, words.pairs).into_iter();
        runs.extend(own.map(|run| start + run.start..start + run.end));
        start += word.len();
    }
    runs.retain(|run| run.start < words.own.len());
    runs
}

/// The same of what stands between two spaces.
fn of_word(word: &str, before: &str, pairs: bool) -> Vec<Range<usize>> {
    let begin = word.find(is_part).unwrap_or(word.len());
    let end = word.trim_end_matches(|sign| !is_part(sign)).len();
    let Some(core) = word.get(begin..end) else { return Vec::new() };
    let pair = pairs && is_short_pair(core);
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut run = begin..begin;
    let mut joined = false;
    for piece in core.split_inclusive(SIGNS) {
        let next = run.end..run.end + piece.len();
        let left = [before, &word[..next.start]].concat();
        let longer = word[run.start..next.end].chars().count() <= MOST;
        if longer && (pair || holds(&left, piece)) {
            joined |= !run.is_empty();
        } else {
            runs.extend(joined.then_some(run.clone()));
            (run.start, joined) = (next.start, false);
        }
        run.end = next.end;
    }
    runs.extend(joined.then_some(run));
    runs
}

/// Whether a word may begin or end with the sign, brackets and stops aside.
fn is_part(sign: char) -> bool {
    sign.is_alphanumeric() || SIGNS.contains(&sign)
}

/// Whether what ends with a hyphen or a dash holds to what follows: a number to its
/// ending, a name to its number, a number to another.
fn holds(left: &str, right: &str) -> bool {
    let mut back = left.chars().rev();
    let (sign, last) = (back.next(), back.next());
    let is_digit = |letter: char| letter.is_ascii_digit();
    let last = last.filter(|letter| letter.is_alphanumeric());
    let (Some(last), Some(first)) = (last, right.chars().next()) else { return false };
    match sign {
        Some('-') if is_digit(last) => first.is_alphanumeric(),
        Some('-') => is_digit(first),
        Some('–') => is_digit(last) && is_digit(first),
        _ => false,
    }
}

/// Whether it is two words with a hyphen, of which one is short.
fn is_short_pair(word: &str) -> bool {
    let Some((one, other)) = word.split_once('-') else { return false };
    let count = |part: &str| part.chars().count();
    let are_words = [one, other]
        .iter()
        .all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic));
    are_words && count(one).min(count(other)) <= SHORT
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words with what is held together in brackets.
    fn shown(lang: &str, own: &str) -> String {
        let mut html = Html::new();
        write_alone(&mut html, own, has_pairs(Lang::presume(lang)));
        let open = html.as_str().replace("<span class=\"held\">", "[");
        open.replace("</span>", "]")
    }

    #[test]
    fn a_number_holds_its_ending() {
        let line = "1990-жылдары, 16-бетте және (16-кестеде), 2000-жылдардағы";
        let held = "[1990-жылдары], [16-бетте] және ([16-кестеде]), [2000-жылдардағы]";
        assert_eq!(shown("kk", line), held);
        assert_eq!(shown("ru", "в 2010-м и 1990-х"), "в [2010-м] и [1990-х]");
        assert_eq!(
            shown("en", "the 1990-s, a 16-year-old"),
            "the [1990-s], a [16-year-]old"
        );
    }

    #[test]
    fn a_range_holds_together() {
        assert_eq!(shown("ru", "в 1999–2001 гг."), "в [1999–2001] гг.");
        assert_eq!(shown("en", "pp. 661–679, 10–15%"), "pp. [661–679], [10–15]%");
        assert_eq!(shown("kk", "1991–1995-жж."), "[1991–1995-жж].");
    }

    #[test]
    fn a_name_holds_its_number() {
        assert_eq!(shown("en", "COVID-19 in Shanyrak-1"), "[COVID-19] in [Shanyrak-1]");
    }

    #[test]
    fn a_compound_of_short_words_holds_together_in_kazakh_and_russian() {
        let line = "көші-қонның, сондай-ақ әлеуметтік-экономикалық";
        let held = "[көші-қонның], [сондай-ақ] әлеуметтік-экономикалық";
        assert_eq!(shown("kk", line), held);
        assert_eq!(shown("kk-Latn", "köşı-qon"), "[köşı-qon]");
        assert_eq!(shown("ru", "из-за"), "[из-за]");
        assert_eq!(shown("en", "a long-term one"), "a long-term one");
    }

    #[test]
    fn what_is_long_may_break() {
        assert_eq!(shown("kk", "1990-жылдарындағылардың"), "1990-жылдарындағылардың");
        assert_eq!(shown("kk", "1999–2001-жылдардағы"), "[1999–2001-]жылдардағы");
        assert_eq!(shown("en", "978-601-04-0001-5"), "[978-601-04-][0001-5]");
    }

    #[test]
    fn a_dash_between_words_and_a_dash_alone_may_break() {
        for line in ["Алматы–Астана", "бұл – сол", "–", "- 5", "2001 – 2003", "-"]
        {
            assert_eq!(shown("kk", line), line);
        }
    }

    #[test]
    fn words_are_held_to_what_stands_beside_them() {
        let write = |before, own, after| {
            let mut html = Html::new();
            let open = write(&mut html, Words { before, own, after, pairs: true });
            (html.as_str().to_owned(), open)
        };
        let held = "<span class=\"held\">-жылдары</span> өсті".to_owned();
        assert_eq!(write("1990", "-жылдары өсті", ""), (held, false));
        let open = "<span class=\"held\">–".to_owned();
        assert_eq!(write("1990", "–", "1995"), (open, true));
        let open = "в <span class=\"held\">1990–".to_owned();
        assert_eq!(write("", "в 1990–", "1995 гг."), (open, true));
        assert_eq!(write("x", "–", "1995"), ("–".to_owned(), false));
    }
}
