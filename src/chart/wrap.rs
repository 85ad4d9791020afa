//! Breaks labels into lines.

use super::metrics::{Weight, width};

/// A label in lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fit {
    /// The lines.
    pub(crate) lines: Vec<String>,
    /// Width of the widest line in px.
    pub(crate) width: f64,
    /// How many px the widest line is too wide, or zero.
    pub(crate) excess: f64,
}

/// The room for a label and the letters it is set in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// Width in px.
    pub(crate) width: f64,
    /// How many lines are welcome.
    pub(crate) lines: usize,
    /// Size of the letters in px.
    pub(crate) size: f64,
    /// Their face.
    pub(crate) weight: Weight,
}

/// The label in full if it fits the room, else the shorter one if that fits, else in full
/// with as many lines as it takes; what is then too wide is told, never cut.
pub(crate) fn fit(label: &str, short: Option<&str>, room: Room) -> Fit {
    let full = wrap(label, room);
    if fits(&full, room) {
        return full;
    }
    match short.map(|short| wrap(short, room)) {
        Some(short) if fits(&short, room) => short,
        Some(short) if short.excess < full.excess => short,
        _ => full,
    }
}

fn fits(fit: &Fit, room: Room) -> bool {
    fit.excess == 0.0 && fit.lines.len() <= room.lines
}

/// Lines of about one width, as few as the room allows.
fn wrap(label: &str, room: Room) -> Fit {
    let words = words(label);
    let first = fill(&words, room.width, room);
    let (mut narrow, mut wide) = (0.0, room.width);
    for _ in 0..12 {
        let middle = (narrow + wide) / 2.0;
        let tried = fill(&words, middle, room);
        let same = tried.len() == first.len() && widest(&tried, room) <= middle;
        if same { wide = middle } else { narrow = middle }
    }
    let balanced = fill(&words, wide, room);
    let lines = if balanced.len() == first.len() { balanced } else { first };
    let width = widest(&lines, room);
    Fit { excess: (width - room.width).max(0.0), width, lines }
}

/// Puts as many words into each line as `limit` px allow.
fn fill(words: &[Word<'_>], limit: f64, room: Room) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut spaced = false;
    for word in words {
        let joined = lines.last().map(|line| match spaced {
            true => format!("{line} {}", word.text),
            false => format!("{line}{}", word.text),
        });
        match (joined, lines.last_mut()) {
            (Some(joined), Some(line))
                if width(&joined, room.size, room.weight) <= limit =>
            {
                *line = joined;
            }
            _ => lines.push(word.text.to_owned()),
        }
        spaced = word.space;
    }
    lines
}

fn widest(lines: &[String], room: Room) -> f64 {
    lines.iter().map(|line| width(line, room.size, room.weight)).fold(0.0, f64::max)
}

/// What stays in one line, and whether a space follows it.
#[derive(Debug, PartialEq)]
struct Word<'a> {
    text: &'a str,
    space: bool,
}

/// Cuts a label where a line may end: at a space, but not inside a number nor after a
/// word of one letter (a Russian preposition or conjunction), and after a hyphen between
/// letters.
fn words(label: &str) -> Vec<Word<'_>> {
    let characters: Vec<(usize, char)> = label.char_indices().collect();
    let mut words = Vec::new();
    let mut start = 0;
    for (at, &(byte, character)) in characters.iter().enumerate() {
        let around = Around { characters: &characters, at };
        if character == ' ' && around.space_breaks() {
            push(&mut words, label.get(start..byte), true);
            start = byte + 1;
        } else if character == '-' && around.hyphen_breaks() {
            push(&mut words, label.get(start..byte + 1), false);
            start = byte + 1;
        }
    }
    push(&mut words, label.get(start..), false);
    words
}

fn push<'a>(words: &mut Vec<Word<'a>>, text: Option<&'a str>, space: bool) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        words.push(Word { text, space });
    }
}

/// The characters around one of a label.
struct Around<'a> {
    characters: &'a [(usize, char)],
    at: usize,
}

impl Around<'_> {
    fn letter(&self, distance: isize) -> Option<char> {
        let at = self.at.checked_add_signed(distance)?;
        self.characters.get(at).map(|entry| entry.1)
    }

    fn is(&self, distance: isize, class: fn(char) -> bool) -> bool {
        self.letter(distance).is_some_and(class)
    }

    fn space_breaks(&self) -> bool {
        let number = self.is(-1, char::is_numeric) && self.is(1, char::is_numeric);
        let one_letter =
            self.is(-1, char::is_alphabetic) && !self.is(-2, |c| !c.is_whitespace());
        !number && !one_letter
    }

    fn hyphen_breaks(&self) -> bool {
        [-3, -2, -1, 1, 2, 3]
            .iter()
            .all(|&distance| self.is(distance, char::is_alphabetic))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(width: f64, lines: usize) -> Room {
        Room { width, lines, size: 13.0, weight: Weight::Regular }
    }

    fn lines(label: &str, width: f64) -> Vec<String> {
        fit(label, None, room(width, 9)).lines
    }

    #[test]
    fn lines_are_of_about_one_width() {
        assert_eq!(
            lines("білікті медициналық көмекке деген қажеттілік", 240.0),
            ["білікті медициналық", "көмекке деген қажеттілік"]
        );
    }

    #[test]
    fn a_number_is_never_broken() {
        assert_eq!(lines("всего 431 262 чел.", 40.0), ["всего", "431 262", "чел."]);
        assert_eq!(lines("всего 431\u{a0}262 чел.", 40.0)[1], "431\u{a0}262");
    }

    #[test]
    fn a_word_of_one_letter_stays_with_the_next() {
        assert_eq!(lines("жизнь в городе", 80.0), ["жизнь", "в городе"]);
        assert_eq!(lines("в городе и селе", 70.0), ["в городе", "и селе"]);
    }

    #[test]
    fn a_compound_may_break_after_its_hyphen() {
        assert_eq!(lines("мәдени-білімдік", 80.0), ["мәдени-", "білімдік"]);
        assert_eq!(lines("COVID-19", 20.0), ["COVID-19"]);
    }

    #[test]
    fn the_short_label_serves_where_the_full_one_does_not_fit() {
        let narrow = room(80.0, 1);
        let fit = fit("Kazakhstan and neighbours", Some("Kazakhstan"), narrow);
        assert_eq!((fit.lines, fit.excess), (vec!["Kazakhstan".to_owned()], 0.0));
    }

    #[test]
    fn a_word_too_long_for_the_room_is_told_and_not_cut() {
        let long = "қ".repeat(80);
        let fit = fit(&long, None, room(100.0, 3));
        assert_eq!(fit.lines, [long]);
        assert!(fit.excess > 300.0);
    }

    #[test]
    fn an_empty_label_has_no_lines() {
        assert_eq!(fit("", None, room(100.0, 1)).lines, Vec::<String>::new());
    }
}
