//! Charts: what they say, and digests of what they draw.

use crate::digest::digest;
use crate::edition::{Chart, Datum, Series, said};

/// How many digits of a digest tell two drawings apart.
const DIGITS: usize = 16;

/// A digest of what each of the drawings draws, whatever it is named by.
pub(super) fn drawn(svgs: &[String]) -> Vec<String> {
    let content = svgs.iter().map(|svg| svg.split_once('>').map_or("", |(_, own)| own));
    content.map(|own| digest(own.as_bytes())[..DIGITS].to_owned()).collect()
}

/// What a chart says, each thing on a line of its own.
pub(super) fn words(chart: &Chart) -> String {
    let mut lines = Vec::new();
    say(chart, "", &mut lines);
    for panel in &chart.panels {
        say(&panel.chart, &format!("{}: ", panel.label), &mut lines);
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn say(chart: &Chart, of: &str, lines: &mut Vec<String>) {
    if of.is_empty() {
        lines.push(chart.unit.clone());
        lines.extend(
            chart.across.iter().map(|own| format!("{}, {}", own.label, own.unit)),
        );
        lines.extend(chart.interval.clone());
        lines.extend(chart.references.iter().map(|own| own.text.clone()));
    }
    for series in &chart.series {
        let values = series.data.iter().zip(&chart.categories);
        let several = chart.series.len() > 1;
        let said = values.filter(|(datum, _)| !datum.text.is_empty());
        lines.extend(said.map(|(datum, category)| {
            let name = if several { named(series) } else { String::new() };
            format!("{of}{name}{}: {}", category.label, written(datum))
        }));
    }
    lines.extend(chart.annotations.iter().map(|own| own.text.clone()));
    lines.extend(chart.trend.iter().map(|own| own.sentence.clone()));
}

fn named(series: &Series) -> String {
    format!("{}, ", series.label)
}

fn written(datum: &Datum) -> String {
    let text = said(&datum.text, &datum.meaning);
    match &datum.interval {
        Some(interval) => format!("{text} ({})", interval.text),
        None => text,
    }
}
