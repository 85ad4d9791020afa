//! One sentence on what a chart shows, made of its data.
//!
//! A chart is read as one of a few shapes: values over time, ranked categories, parts of a
//! whole, a matrix, points. Each has its own sentence. All words are patterns of the
//! interface texts; a label is never declined, so it stands where the nominative does: as
//! a subject, in quotation marks or in brackets. Numbers are those that the chart shows.

mod change;
mod matrix;
mod missing;
mod over_time;
mod parts;
mod ranked;
mod scatter;
mod spread;
mod subject;
#[cfg(test)]
mod tests;
mod voice;

pub(super) use subject::CategoryKind;

use crate::locale::{Locale, Messages, Phrase, Piece};

use super::{Chart, Inline, Mark, Text, flag};
use subject::{Shape, Subject};
use voice::Voice;

/// The sentence on a chart whose categories are of this kind.
pub(super) fn summary(
    locale: &Locale,
    messages: &Messages,
    chart: &Chart,
    kind: CategoryKind,
) -> Text {
    let subject = Subject::of(chart, kind, locale.decimal_sign());
    let sentence = sentence(&Voice { locale, messages }, &subject);
    let content = sentence.pieces().iter().map(|piece| match piece {
        Piece::Words(words) => Inline::Text(words.clone()),
        Piece::Number(number) => Inline::Mark(Mark::Value(number.clone())),
        Piece::Flags(flags) => Inline::Mark(Mark::Flags(flag::marks(messages, *flags))),
    });
    Text { lang: locale.lang(), content: content.collect() }
}

fn sentence(voice: &Voice<'_>, subject: &Subject<'_>) -> Phrase {
    let known = subject.rows.iter().any(|row| row.known().next().is_some());
    let said = match subject.shape {
        _ if !known => nothing(voice, subject),
        Shape::OverTime => over_time::say(voice, subject),
        Shape::Ranked => ranked::say(voice, subject),
        Shape::Parts { whole } => parts::say(voice, subject, whole),
        Shape::Matrix | Shape::Flows => matrix::say(voice, subject),
        Shape::Scatter => scatter::say(voice, subject),
    };
    let missing = match subject.shape {
        Shape::Flows => None,
        _ => missing::say(voice, subject).filter(|_| known),
    };
    voice.locale.sentence(match missing {
        Some(missing) => said.then("; ", missing),
        None => said,
    })
}

/// No value is known.
fn nothing(voice: &Voice<'_>, subject: &Subject<'_>) -> Phrase {
    match subject.rows.as_slice() {
        [row] => voice.say("summary_none", &[("head", (&voice.head(row)).into())]),
        _ => voice.say("no_data", &[]),
    }
}
