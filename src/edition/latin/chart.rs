//! The words of a chart in Latin letters.

use super::Anew;
use crate::edition::{
    Across, Annotation, Category, Chart, Datum, Interval, Map, MapRegion, Panel,
    ReferenceMark, Series, Trend,
};

impl Anew<'_> {
    pub(super) fn chart(&self, chart: &mut Chart) {
        let Chart {
            kind: _,
            categories,
            series,
            panels,
            form: _,
            unit,
            measure,
            across,
            axis: _,
            extent: _,
            interval,
            annotations,
            references,
            map,
            trend,
        } = chart;
        for Category { id: _, label, short, code: _, position: _, muted: _ } in categories
        {
            self.name(label, short);
        }
        series.iter_mut().for_each(|series| self.series(series));
        for Panel { label, short, chart } in panels {
            self.name(label, short);
            self.chart(chart);
        }
        self.words(unit);
        self.words(measure);
        if let Some(Across { label, unit, form: _, extent: _ }) = across {
            self.words(label);
            self.words(unit);
        }
        self.each(interval);
        for Annotation { category: _, series: _, text } in annotations {
            self.words(text);
        }
        for ReferenceMark { along: _, from: _, to: _, text } in references {
            self.words(text);
        }
        map.iter_mut().for_each(|map| self.map(map));
        if let Some(Trend { changes, sentence }) = trend {
            self.each(changes);
            self.words(sentence);
        }
    }

    fn series(&self, series: &mut Series) {
        let Series { id: _, label, short, muted: _, data } = series;
        self.name(label, short);
        for Datum { value: _, text, exact, flags: _, meaning, interval } in data {
            self.each([text, exact, meaning]);
            if let Some(Interval { low: _, high: _, text }) = interval {
                self.words(text);
            }
        }
    }

    fn map(&self, map: &mut Map) {
        let Map { regions, no_data } = map;
        for MapRegion { code: _, category: _, label, short, shape: _ } in regions {
            self.name(label, short);
        }
        self.words(no_data);
    }

    /// A label and the shorter one, where there is one.
    fn name(&self, label: &mut String, short: &mut Option<String>) {
        self.words(label);
        self.each(short);
    }
}
