//! A value for each pair of a series and a category, as in a heat map or a table of
//! flows: the largest cell and the smallest.

use crate::locale::Phrase;

use super::spread::Spread;
use super::subject::Subject;
use super::voice::Voice;

/// The sentence.
pub(super) fn say(voice: &Voice<'_>, subject: &Subject<'_>) -> Phrase {
    let wide = subject.categories.len();
    let rows = subject.rows.iter().enumerate();
    let cells = rows.flat_map(|(series, row)| {
        row.known().map(move |(at, value)| (series * wide + at, value))
    });
    let Some(spread) = Spread::of(cells) else { return voice.say("no_data", &[]) };
    let name = |cell: &usize| voice.cell(subject, [cell / wide, cell % wide]);
    let names =
        |cells: &[usize]| voice.names(&cells.iter().map(name).collect::<Vec<_>>());
    if spread.count == 1 || spread.is_even() {
        return voice.spread(&spread, names);
    }
    let among = match subject.rows.first().map_or("", |row| row.unit) {
        "" => voice.say("summary_among", &[]),
        unit => voice.say("summary_among_unit", &[("unit", unit.into())]),
    };
    voice.extremes("summary_cells", &spread, &[("among", (&among).into())], names)
}
