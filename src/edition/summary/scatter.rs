//! Pairs of values: how many there are, and the ranges of both variables.

use crate::locale::Phrase;

use super::spread::Spread;
use super::subject::Subject;
use super::voice::Voice;

/// The sentence. Only a pair of which both values are known is a point.
pub(super) fn say(voice: &Voice<'_>, subject: &Subject<'_>) -> Phrase {
    let point = |at: &usize| {
        subject.rows.iter().all(|row| matches!(row.data.get(*at), Some(Some(_))))
    };
    let points: Vec<usize> = (0..subject.categories.len()).filter(point).collect();
    let count = voice.count(points.len());
    let told = voice.say("summary_points", &[("n", (&count).into())]);
    let ranges = subject.rows.iter().filter_map(|row| {
        let values = row.known().filter(|(at, _)| points.binary_search(at).is_ok());
        let spread = Spread::of(values)?;
        let head = voice.head(row);
        if spread.is_even() {
            let text =
                voice.say("summary_all_same", &[("value", spread.most.value.into())]);
            return Some(voice.about(&head, &text));
        }
        let terms = [
            ("head", (&head).into()),
            ("min", spread.least.value.into()),
            ("max", spread.most.value.into()),
        ];
        Some(voice.say("summary_range", &terms))
    });
    ranges.fold(told, |told, next| told.then("; ", next))
}
