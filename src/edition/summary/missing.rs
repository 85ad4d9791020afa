//! What has no data.

use crate::locale::Phrase;

use super::subject::{CategoryKind, Row, Subject};
use super::voice::{MAX_NAMES, Voice};

/// The categories or the values that are missing; where they are many, how many. `None`
/// where nothing is missing.
pub(super) fn say(voice: &Voice<'_>, subject: &Subject<'_>) -> Option<Phrase> {
    let gaps = Gaps::of(subject);
    let by_category = gaps.cells.len() == gaps.empty.len() * subject.rows.len();
    let names: Vec<String> = match by_category {
        true => runs(subject, &gaps.empty),
        false => gaps.cells.iter().map(|cell| voice.cell(subject, *cell)).collect(),
    };
    if names.is_empty() {
        return None;
    }
    if names.len() > MAX_NAMES {
        let of = subject.categories.len() * subject.rows.len();
        let (n, of) = (voice.count(gaps.cells.len()), voice.count(of));
        let terms = [("n", (&n).into()), ("of", (&of).into())];
        return Some(voice.say("summary_missing_count", &terms));
    }
    let list = voice.locale.and(&names);
    let (key, name) = match (subject.kind, gaps.empty.len()) {
        (CategoryKind::Years, 1) if by_category => ("summary_missing_year", "years"),
        (CategoryKind::Years, _) if by_category => ("summary_missing_years", "years"),
        _ => ("summary_missing", "names"),
    };
    Some(voice.say(key, &[(name, list.as_str().into())]))
}

/// What is missing, by position.
struct Gaps {
    /// Series and category of each missing value.
    cells: Vec<[usize; 2]>,
    /// The categories that have no value at all.
    empty: Vec<usize>,
}

impl Gaps {
    fn of(subject: &Subject<'_>) -> Self {
        let gap = |at: usize, row: &Row<'_>| row.data.get(at).is_none_or(Option::is_none);
        let all = || 0..subject.categories.len();
        let rows = subject.rows.iter().enumerate();
        let cells = rows.flat_map(|(series, row)| {
            all().filter(move |at| gap(*at, row)).map(move |at| [series, at])
        });
        let empty = all().filter(|at| subject.rows.iter().all(|row| gap(*at, row)));
        Self { cells: cells.collect(), empty: empty.collect() }
    }
}

/// The labels of categories, three or more years on end as a range.
fn runs(subject: &Subject<'_>, positions: &[usize]) -> Vec<String> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for at in positions.iter().copied() {
        match runs.last_mut() {
            Some(run) if run.last() == at.checked_sub(1).as_ref() => run.push(at),
            _ => runs.push(vec![at]),
        }
    }
    let label = |at: &usize| subject.categories[*at].to_owned();
    let texts = runs.into_iter().map(|run| match run.as_slice() {
        [first, _, .., last] if subject.kind == CategoryKind::Years => {
            vec![format!("{}–{}", label(first), label(last))]
        }
        single => single.iter().map(label).collect(),
    });
    texts.flatten().collect()
}
