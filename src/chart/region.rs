//! The regions of a map with the data that are drawn of them.

use rust_decimal::Decimal;

use crate::edition::{Chart, MapRegion};

use super::classes::Classes;
use super::naming::Label;
use super::scene::{Datum, Mark, Paint, Shape};

/// A region with its value.
#[derive(Debug, Clone)]
pub(super) struct ValuedRegion<'c> {
    /// The region of the map.
    pub(super) mapped: &'c MapRegion,
    /// Its code in the data, else on the map.
    pub(super) id: &'c str,
    /// Its value; `None` where there is none.
    pub(super) value: Option<Decimal>,
    /// The value as it is written, or why there is none.
    pub(super) text: &'c str,
    /// The value in full with what its flags mean, or why there is none.
    said: String,
    /// The step of colour of its value.
    pub(super) step: Option<usize>,
    /// Whether it is highlighted.
    pub(super) framed: bool,
}

/// All regions of the map of a chart.
pub(super) fn regions<'c>(chart: &'c Chart, classes: &Classes) -> Vec<ValuedRegion<'c>> {
    let Some(map) = &chart.map else { return Vec::new() };
    let data = chart.series.first().map_or(&[][..], |series| series.data.as_slice());
    let any = chart.categories.iter().any(|category| category.muted);
    let valued = |mapped: &'c MapRegion| {
        let category = mapped.category.and_then(|at| chart.categories.get(at));
        let datum = mapped.category.and_then(|at| data.get(at));
        let datum = datum.filter(|own| own.value.is_some() || !own.text.is_empty());
        let value = datum.and_then(|datum| datum.value);
        ValuedRegion {
            mapped,
            id: category.map_or(&mapped.code, |own| &own.id),
            value,
            text: datum.map_or(&map.no_data, |datum| &datum.text),
            said: datum.map_or(map.no_data.clone(), |datum| match datum.value {
                Some(_) => datum.said(),
                None => datum.text.clone(),
            }),
            step: value.map(|value| classes.step(value)),
            framed: any && category.is_some_and(|own| !own.muted),
        }
    };
    map.regions.iter().map(valued).collect()
}

impl<'c> ValuedRegion<'c> {
    /// What it is called.
    pub(super) fn names(&self) -> Label<'c> {
        (&self.mapped.label, self.mapped.short.as_deref())
    }

    /// What is drawn of it in the form of `shape`.
    pub(super) fn mark(&self, shape: Shape) -> Mark {
        let datum = Datum {
            label: self.mapped.label.clone(),
            to: None,
            written: self.said.clone(),
            x: self.id.to_owned(),
            y: self.value.map_or(String::new(), |own| own.normalize().to_string()),
        };
        let paint = self.step.map_or(Paint::NoData, Paint::Level);
        Mark { shape, paint, datum: Some(datum) }
    }

    /// What words upon it are painted with.
    pub(super) fn on(&self) -> Paint {
        self.step.map_or(Paint::Note, Paint::OnLevel)
    }
}
