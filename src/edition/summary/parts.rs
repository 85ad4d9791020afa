//! Parts that add up in each category: the largest of them, as a share of their sum.

use rust_decimal::Decimal;

use crate::locale::{Kind, Phrase, Quantity};

use super::spread::Spread;
use super::subject::{CategoryKind, Row, Subject};
use super::voice::Voice;
use super::{matrix, over_time, ranked};

/// The sentence; with `whole` the sum is told too.
pub(super) fn say(voice: &Voice<'_>, subject: &Subject<'_>, whole: bool) -> Phrase {
    let percent = |(_, value): (usize, &Quantity)| value.kind == Kind::Percent;
    let printed = subject.rows.iter().all(|row| row.known().all(percent));
    let shares = if printed { subject.rows.clone() } else { shares(subject) };
    let parts = largest(voice, &with(subject, shares));
    let total =
        Some(()).filter(|()| whole && !printed).and_then(|()| total(voice, subject));
    match (total, parts) {
        (Some(total), Some(parts)) => total.then("; ", parts),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => matrix::say(voice, subject),
    }
}

/// The sums of all parts; `None` where none is known.
fn total(voice: &Voice<'_>, subject: &Subject<'_>) -> Option<Phrase> {
    let row = Row {
        label: voice.messages.get("total").into(),
        unit: subject.rows.first()?.unit,
        data: (0..subject.categories.len()).map(|at| sum(subject, at)).collect(),
    };
    row.known().next()?;
    let total = with(subject, vec![row]);
    Some(match subject.kind {
        CategoryKind::Years | CategoryKind::Dates => over_time::say(voice, &total),
        CategoryKind::Names => ranked::say(voice, &total),
    })
}

/// The same categories with other rows.
fn with<'a>(subject: &Subject<'a>, rows: Vec<Row<'a>>) -> Subject<'a> {
    Subject { rows, categories: subject.categories.clone(), ..*subject }
}

/// The values of a category; `None` where one is not known.
fn values<'s>(subject: &'s Subject<'_>, at: usize) -> Option<Vec<&'s Quantity>> {
    subject.rows.iter().map(|row| row.data.get(at)?.as_ref()).collect()
}

/// The sum of a category, where all its parts are known.
fn sum(subject: &Subject<'_>, at: usize) -> Option<Quantity> {
    let values = values(subject, at)?;
    let sum =
        values.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    let decimals = values.iter().map(|part| part.decimals).max()?;
    Some(Quantity { value: sum, decimals, ..(*values.first()?).clone() })
}

/// The parts as percentages of their sum, as the chart writes them. What is negative is no
/// part of a whole.
fn shares<'a>(subject: &Subject<'a>) -> Vec<Row<'a>> {
    let share = |row: &Row<'_>, at: usize| {
        let whole = sum(subject, at)?;
        let parts = values(subject, at)?;
        let negative = |part: &&Quantity| part.value < Decimal::ZERO;
        if whole.value <= Decimal::ZERO || parts.iter().any(negative) {
            return None;
        }
        Quantity::percent_of(row.data.get(at)?.as_ref()?.value, whole.value)
    };
    let rows = subject.rows.iter();
    rows.map(|row| Row {
        label: row.label.clone(),
        unit: "",
        data: (0..subject.categories.len()).map(|at| share(row, at)).collect(),
    })
    .collect()
}

/// The largest share: along time how it moved, else where it is largest. `None` where the
/// shares of no category are known.
fn largest(voice: &Voice<'_>, shares: &Subject<'_>) -> Option<Phrase> {
    let leaders: Vec<Leader<'_>> =
        (0..shares.categories.len()).filter_map(|at| Leader::of(shares, at)).collect();
    let (first, last) = (leaders.first()?, leaders.last()?);
    let alone =
        leaders.iter().all(|own| own.parts == first.parts && own.parts.len() == 1);
    let same = first.parts == last.parts && first.parts.len() == 1;
    Some(match shares.kind {
        _ if leaders.len() == 1 => within(voice, shares, first.at),
        CategoryKind::Names if alone && leaders.len() == shares.categories.len() => {
            everywhere(voice, shares, &shares.rows[first.parts[0]])
        }
        CategoryKind::Names => matrix::say(voice, shares),
        CategoryKind::Years | CategoryKind::Dates if same => {
            let row = &shares.rows[first.parts[0]];
            let series = voice.quoted(&row.label);
            let head = voice.say("summary_share_head", &[("series", (*series).into())]);
            over_time::ends(voice, shares, &head, row)
        }
        CategoryKind::Years | CategoryKind::Dates => {
            let [first, last] = [first, last].map(|own| own.say(voice, shares));
            let terms = [("first", (&first).into()), ("last", (&last).into())];
            voice.say("summary_share_ends", &terms)
        }
    })
}

/// The largest parts of a category all of whose parts are known.
struct Leader<'a> {
    at: usize,
    /// The series that share the largest value.
    parts: Vec<usize>,
    value: &'a Quantity,
}

impl<'a> Leader<'a> {
    fn of(shares: &'a Subject<'_>, at: usize) -> Option<Self> {
        let most = Spread::of(values(shares, at)?.into_iter().enumerate())?.most;
        Some(Self { at, parts: most.at, value: most.value })
    }

    /// When which parts are the largest.
    fn say(&self, voice: &Voice<'_>, shares: &Subject<'_>) -> Phrase {
        let label = shares.categories[self.at];
        let when = match shares.kind {
            CategoryKind::Years => {
                voice.messages.format("summary_in_year", &[("year", label)])
            }
            CategoryKind::Dates | CategoryKind::Names => label.to_owned(),
        };
        let parts = self.parts.iter().map(|part| voice.quoted(&shares.rows[*part].label));
        let names = voice.names(&parts.collect::<Vec<_>>());
        let terms = [
            ("when", (*when).into()),
            ("names", (*names).into()),
            ("value", self.value.into()),
        ];
        voice.say("summary_share_at", &terms)
    }
}

/// The largest and the smallest part of the only category whose parts are known.
fn within(voice: &Voice<'_>, shares: &Subject<'_>, at: usize) -> Phrase {
    let head = voice.locale.phrase("{at}", &[("at", shares.categories[at].into())]);
    let parts = values(shares, at).unwrap_or_default();
    let name = |parts: &[usize]| {
        let labels = parts.iter().map(|part| voice.quoted(&shares.rows[*part].label));
        voice.names(&labels.collect::<Vec<_>>())
    };
    match Spread::of(parts.into_iter().enumerate()) {
        Some(spread) => voice.about(&head, &voice.spread(&spread, name)),
        None => voice.say("summary_none", &[("head", (&head).into())]),
    }
}

/// A part that is the largest in every category.
fn everywhere(voice: &Voice<'_>, shares: &Subject<'_>, row: &Row<'_>) -> Phrase {
    let spread = Spread::of(row.known()).filter(|spread| !spread.is_even());
    let Some(spread) = spread else { return matrix::say(voice, shares) };
    let series = voice.quoted(&row.label);
    let more = [("series", (*series).into())];
    let name = |at: &[usize]| voice.categories(shares, at);
    voice.extremes("summary_share_everywhere", &spread, &more, name)
}
