//! The study's data in the forms that others read.

mod csv;
mod figure;
mod json;

use rayon::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

pub use figure::figure_csvs;

use crate::edition::Edition;
use crate::study::Study;

/// The files of one dataset.
pub struct Export {
    /// The dataset's id.
    pub dataset: String,
    /// Its rows, with the ids of variables as heads: RFC 4180, UTF-8.
    pub csv: String,
    /// Its description in every language, and its rows.
    pub json: String,
}

/// The files of every dataset.
pub fn export(study: &Study, editions: &[Edition]) -> Vec<Export> {
    study
        .datasets
        .par_iter()
        .enumerate()
        .map(|(at, dataset)| Export {
            dataset: dataset.id.clone(),
            csv: csv::csv(dataset),
            json: json::json(dataset, at, editions),
        })
        .collect()
}

/// Words as files give them: with spaces that programs know, for no line breaks there.
fn words(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Most decimals of a computed number in a file: a double holds them, and no source
/// prints as many.
const DECIMALS: u32 = 10;

/// A number as files give it: as the source prints it, or computed to so many decimals.
pub(crate) fn exact(value: Decimal) -> Decimal {
    if value.scale() <= DECIMALS {
        return value;
    }
    let rounding = RoundingStrategy::MidpointAwayFromZero;
    value.round_dp_with_strategy(DECIMALS, rounding).normalize()
}
