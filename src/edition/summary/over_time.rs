//! Series over time: where they begin and end, and how far they moved.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::locale::{Phrase, Quantity};

use super::change::Change;
use super::spread::Spread;
use super::subject::{CategoryKind, Row, Subject};
use super::voice::Voice;

/// Most series of which each is told; of more, those that stand out.
const MAX_SERIES: usize = 4;

/// The sentence.
pub(super) fn say(voice: &Voice<'_>, subject: &Subject<'_>) -> Phrase {
    let mut courses: Vec<_> = subject.rows.iter().filter_map(Course::of).collect();
    courses.sort_by_key(|course| Reverse(course.last.1.value));
    match courses.as_slice() {
        [] => voice.say("no_data", &[]),
        [course] if subject.rows.len() == 1 => {
            one(voice, subject, &voice.head(course.row), course.row)
        }
        courses if courses.len() > MAX_SERIES => outstanding(voice, subject, courses),
        [leader, rest @ ..] => {
            let told = full(voice, subject, &voice.quoted_head(leader.row), leader);
            let rest = rest.iter().map(|own| brief(voice, subject, leader, own));
            rest.fold(told, |told, next| told.then("; ", next))
        }
    }
}

/// All that is to be said of one series; `head` names it.
fn one(voice: &Voice<'_>, subject: &Subject<'_>, head: &Phrase, row: &Row<'_>) -> Phrase {
    let (Some(course), Some(spread)) = (Course::of(row), Spread::of(row.known())) else {
        return voice.say("summary_none", &[("head", head.into())]);
    };
    let told = full(voice, subject, head, &course);
    if spread.count < 3 {
        return told;
    }
    if spread.is_even() {
        return even(voice, subject, head, &course);
    }
    let ends = [course.first.0, course.last.0];
    let mut extremes = [spread.most.at.as_slice(), spread.least.at.as_slice()].concat();
    extremes.sort_unstable();
    let more = match extremes == ends {
        true => voice.say("summary_between", &[]),
        false => voice.extremes("summary_extremes", &spread, &[], |at| {
            voice.categories(subject, at)
        }),
    };
    told.then("; ", more)
}

/// Where the series begins and ends; `head` names it.
pub(super) fn ends(
    voice: &Voice<'_>,
    subject: &Subject<'_>,
    head: &Phrase,
    row: &Row<'_>,
) -> Phrase {
    match Course::of(row) {
        Some(course) => full(voice, subject, head, &course),
        None => voice.say("summary_none", &[("head", head.into())]),
    }
}

/// A series from its first known value to its last.
struct Course<'a> {
    row: &'a Row<'a>,
    first: (usize, &'a Quantity),
    last: (usize, &'a Quantity),
}

impl<'a> Course<'a> {
    fn of(row: &'a Row<'a>) -> Option<Self> {
        let mut known = row.known();
        let first = known.next()?;
        Some(Self { row, first, last: known.next_back().unwrap_or(first) })
    }

    fn ends(&self) -> [&'a Quantity; 2] {
        [self.first.1, self.last.1]
    }

    fn times(&self) -> [usize; 2] {
        [self.first.0, self.last.0]
    }

    fn rise(&self) -> Decimal {
        let [first, last] = self.ends();
        last.value.checked_sub(first.value).unwrap_or_default()
    }

    /// Whether its ends are shown as one number.
    fn is_level(&self) -> bool {
        let [first, last] = self.ends();
        Change::between(first, last) == Change::None
    }
}

/// From when to when a series moved from what to what.
fn full(
    voice: &Voice<'_>,
    subject: &Subject<'_>,
    head: &Phrase,
    course: &Course<'_>,
) -> Phrase {
    let [start, end] = course.times();
    if start == end || (course.is_level() && subject.kind != CategoryKind::Years) {
        let value = ("value", course.last.1.into());
        let text = match subject.kind {
            CategoryKind::Years => {
                let year = subject.categories[start];
                voice.say("summary_value_year", &[value, ("year", year.into())])
            }
            CategoryKind::Dates | CategoryKind::Names => {
                let at = if start == end { vec![start] } else { vec![start, end] };
                let name = voice.categories(subject, &at);
                voice.say("summary_value", &[value, ("name", (*name).into())])
            }
        };
        return voice.about(head, &text);
    }
    let [start, end] = course.times().map(|at| subject.categories[at]);
    let times = [("start", start.into()), ("end", end.into())];
    if course.is_level() {
        let terms = [&times[..], &[("value", course.last.1.into())]].concat();
        return voice.about(head, &voice.say("summary_both_years", &terms));
    }
    voice.moved(head, &path(voice, subject, course), course.ends())
}

fn path(voice: &Voice<'_>, subject: &Subject<'_>, course: &Course<'_>) -> Phrase {
    let [start, end] = course.times().map(|at| subject.categories[at]);
    let [first, last] = course.ends();
    let key = match subject.kind {
        CategoryKind::Years => "summary_path_years",
        CategoryKind::Dates | CategoryKind::Names => "summary_path_times",
    };
    let terms = [
        ("first", first.into()),
        ("start", start.into()),
        ("last", last.into()),
        ("end", end.into()),
    ];
    voice.say(key, &terms)
}

/// The path without its times.
fn short_path(voice: &Voice<'_>, course: &Course<'_>) -> Phrase {
    let [first, last] = course.ends();
    voice.say("summary_path", &[("first", first.into()), ("last", last.into())])
}

/// A series whose values are all shown as one.
fn even(
    voice: &Voice<'_>,
    subject: &Subject<'_>,
    head: &Phrase,
    course: &Course<'_>,
) -> Phrase {
    let [start, end] = course.times().map(|at| subject.categories[at]);
    let value = ("value", course.last.1.into());
    let text = match subject.kind {
        CategoryKind::Years => voice.say(
            "summary_all_same_years",
            &[("start", start.into()), ("end", end.into()), value],
        ),
        CategoryKind::Dates | CategoryKind::Names => {
            voice.say("summary_all_same", &[value])
        }
    };
    voice.about(head, &text)
}

/// A further series, without the times where they are those of the leader.
fn brief(
    voice: &Voice<'_>,
    subject: &Subject<'_>,
    leader: &Course<'_>,
    course: &Course<'_>,
) -> Phrase {
    let head = voice.quoted_label(course.row);
    if course.times() != leader.times() || course.is_level() {
        return full(voice, subject, &head, course);
    }
    voice.moved(&head, &short_path(voice, course), course.ends())
}

/// Of many series those that rose and fell most, and the largest at the end.
fn outstanding(
    voice: &Voice<'_>,
    subject: &Subject<'_>,
    courses: &[Course<'_>],
) -> Phrase {
    let moved = || courses.iter().filter(|course| !course.is_level()).rev();
    let rise = moved().max_by_key(|course| course.rise());
    let rise = rise.filter(|course| course.rise() > Decimal::ZERO);
    let fall = moved().min_by_key(|course| course.rise());
    let fall = fall.filter(|course| course.rise() < Decimal::ZERO);
    let rise = rise.map(|course| ("summary_rise_most", course));
    let fall = fall.map(|course| ("summary_fall_most", course));
    let mut told: Vec<Phrase> = Vec::new();
    let mut times = None;
    for (key, course) in rise.into_iter().chain(fall) {
        let first = told.is_empty();
        let series = match first {
            true => voice.quoted_head(course.row),
            false => voice.quoted_label(course.row),
        };
        let path = match times == Some(course.times()) {
            true => short_path(voice, course),
            false => path(voice, subject, course),
        };
        let terms = [("series", (&series).into()), ("path", (&path).into())];
        told.push(voice.by(&voice.say(key, &terms), course.ends()));
        times = times.or(Some(course.times()));
    }
    told.extend(largest_at_end(voice, subject));
    let told = told.into_iter().reduce(|told, next| told.then("; ", next));
    told.unwrap_or_else(|| voice.say("no_data", &[]))
}

/// The largest value at the last time that has one.
fn largest_at_end(voice: &Voice<'_>, subject: &Subject<'_>) -> Option<Phrase> {
    let rows = || subject.rows.iter().enumerate();
    let end = rows().filter_map(|(_, row)| Some(row.known().next_back()?.0)).max()?;
    let values = rows().filter_map(|(at, row)| Some((at, row.data[end].as_ref()?)));
    let most = Spread::of(values)?.most;
    let names = most.at.iter().map(|at| voice.quoted(&subject.rows[*at].label));
    let names = voice.names(&names.collect::<Vec<_>>());
    let when = voice.when(subject, end);
    let terms = [
        ("when", (*when).into()),
        ("value", most.value.into()),
        ("names", (*names).into()),
    ];
    Some(voice.say("summary_largest_at", &terms))
}
