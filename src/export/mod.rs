//! The study's data in the forms that others read.

mod citation;
mod csv;
mod csvw;
mod dataset_book;
mod derivation;
mod fields;
mod figure;
mod figure_book;
mod figure_json;
mod json;
mod package;
mod schema;
mod words;
mod workbook;

use std::collections::BTreeMap;

use rayon::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use words::Described;
pub use workbook::Workbook;

use crate::edition::{Edition, Figure};
use crate::html::paths::PageKind;
use crate::lang::Lang;
use crate::locale::{Locale, Messages};
use crate::site_path::{Home, SitePath};
use crate::study::{Study, Version};

/// The files of all datasets.
pub struct Export {
    /// Those of each dataset.
    pub datasets: Vec<DatasetFiles>,
    /// The description of all of them as a Frictionless Data Package.
    pub package: String,
    /// The references to the study for reference managers.
    pub citations: Citations,
}

/// Files with their places.
pub type Citations = Vec<(SitePath, String)>;

/// The files of one dataset.
pub struct DatasetFiles {
    /// The dataset's id.
    pub dataset: String,
    /// Its rows, with the ids of variables as heads: RFC 4180, UTF-8.
    pub csv: String,
    /// Its description in every language, and its rows.
    pub json: String,
    /// Its rows, and its description in every language.
    pub workbook: Workbook,
    /// The description of the CSV in every language: CSVW, the Tabular Metadata of the W3C.
    pub csvw: String,
}

/// The files of one figure, in the words of its edition.
#[derive(Debug)]
pub struct FigureFiles {
    /// What it draws: RFC 4180, UTF-8.
    pub csv: String,
    /// The same with its description.
    pub json: String,
    /// The same as a workbook.
    pub workbook: Workbook,
}

/// The files of every dataset, and the references to the study, in this `version` of it;
/// `base_url` is the public address of the site.
pub fn export(
    study: &Study,
    editions: &[Edition],
    version: Option<&Version>,
    base_url: Option<&str>,
) -> Export {
    let datasets = study.datasets.par_iter().enumerate();
    let datasets = datasets.map(|(at, dataset)| {
        let words = Described { at, editions, messages: &study.messages };
        DatasetFiles {
            dataset: dataset.id.clone(),
            csv: csv::csv(dataset),
            json: json::json(dataset, words),
            workbook: dataset_book::workbook(dataset, words),
            csvw: csvw::csvw(study, dataset, words),
        }
    });
    let datasets: Vec<_> = datasets.collect();
    let package = package::package(study, editions, base_url, &datasets);
    let original = study.source_language;
    let citations = citation::citations(editions, original, version, base_url);
    Export { datasets, package, citations }
}

/// The public address of a study as a whole: that of its site, which begins with `base`, or,
/// where others share the site, of its edition in the language of the original.
fn homepage(home: Home, original: Lang, base: &str) -> String {
    match home {
        Home::TOP => base.to_owned(),
        _ => PageKind::Study.path(home, original).url(base),
    }
}

/// The files of every figure of an edition by its id.
pub fn figure_files(
    edition: &Edition,
    locale: &Locale,
    messages: &Messages,
) -> BTreeMap<String, FigureFiles> {
    let files = |figure: &Figure| {
        let files = FigureFiles {
            csv: figure::csv(&figure.grid, messages),
            json: figure_json::json(figure, edition),
            workbook: figure_book::workbook(figure, edition, locale, messages),
        };
        (figure.id.clone(), files)
    };
    edition.figures().into_iter().map(files).collect()
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

/// The double that holds a number to its last digit, where one does.
fn double(value: Decimal) -> Option<f64> {
    let digits = value.normalize().to_string();
    digits.parse::<f64>().ok().filter(|double| double.to_string() == digits)
}
