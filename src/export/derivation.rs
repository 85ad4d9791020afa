//! How a dataset is computed from others, for programs.

use serde_json::{Map, Value, json};

use crate::html::paths;
use crate::site_path::{Home, SitePath};
use crate::study::Dataset;

/// The ids of the datasets that it is computed from, the condition by which rows of the
/// first are taken, and the ids of the variables by which they are grouped; `None` where
/// its rows are its own. The formulas stand with the variables.
pub(super) fn derivation(dataset: &Dataset) -> Option<Value> {
    let from = dataset.derived_from();
    if from.is_empty() {
        return None;
    }
    let mut own = Map::new();
    own.insert("from".to_owned(), from.into());
    if let Some(first) = &dataset.derivation {
        own.extend(first.filter.as_ref().map(|f| ("where".to_owned(), f.text().into())));
        if !first.by.is_empty() {
            own.insert("by".to_owned(), first.by.clone().into());
        }
    }
    Some(Value::Object(own))
}

/// The CSV of each dataset that it is computed from, as it is found from `at`.
pub(super) fn files(
    home: Home,
    dataset: &Dataset,
    at: &SitePath,
) -> Vec<(String, String)> {
    let from = dataset.derived_from().into_iter();
    from.map(|id| (id.to_owned(), at.link_to(&paths::csv(home, id)))).collect()
}

/// The same as the Provenance Ontology of the W3C has it: <https://www.w3.org/TR/prov-o/>.
pub(super) fn provenance(home: Home, dataset: &Dataset, at: &SitePath) -> Option<Value> {
    let files: Vec<_> = files(home, dataset, at)
        .into_iter()
        .map(|(_, file)| json!({ "@id": file }))
        .collect();
    (!files.is_empty()).then(|| files.into())
}
