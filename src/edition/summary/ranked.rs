//! Categories that are compared: the largest and the smallest of each series.

use crate::locale::Phrase;

use super::matrix;
use super::spread::Spread;
use super::subject::Subject;
use super::voice::Voice;

/// Most series of which each is told; of more, the largest value of all.
const MAX_SERIES: usize = 4;

/// The sentence.
pub(super) fn say(voice: &Voice<'_>, subject: &Subject<'_>) -> Phrase {
    if subject.rows.len() > MAX_SERIES {
        return matrix::say(voice, subject);
    }
    let rows =
        subject.rows.iter().filter_map(|row| Some((row, Spread::of(row.known())?)));
    let told = rows.enumerate().map(|(at, (row, spread))| {
        let head = match (subject.rows.len(), at) {
            (1, _) => voice.head(row),
            (_, 0) => voice.quoted_head(row),
            _ => voice.quoted_label(row),
        };
        let text = voice.spread(&spread, |at| voice.categories(subject, at));
        voice.about(&head, &text)
    });
    let joined = told.reduce(|told, next| told.then("; ", next));
    joined.unwrap_or_else(|| voice.say("no_data", &[]))
}
