//! The files of datasets, each read once those are that it needs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Units, bad_identifier, dataset, in_order, names_dataset};
use crate::diag::{Code, Diagnostic};
use crate::load::decode::{Decode, Decoder};
use crate::load::format::{DatasetFile, RowsFile};
use crate::load::layout::Layout;
use crate::load::study::parse;
use crate::source::{FileId, Span, Spanned};
use crate::study::Dataset;

/// The datasets of a study; a table that none of them has its rows in is reported.
pub(in crate::load) fn datasets(
    layout: &Layout,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Vec<Dataset> {
    let mut files: BTreeMap<String, DatasetFile> = BTreeMap::new();
    let mut tables: BTreeSet<String> = BTreeSet::new();
    let mut all_read = true;
    let found = decoder.each(layout.datasets.iter().collect(), dataset_file);
    for (id, file) in layout.datasets.keys().zip(found) {
        let Some(file) = file else {
            all_read = false;
            continue;
        };
        if let Some(RowsFile::Source(source)) = file.rows.as_ref().map(|rows| &rows.value)
        {
            let name = &source.file.value;
            all_read &= layout.tables_of_data.contains_key(name);
            tables.insert(name.clone());
        }
        files.insert(id.clone(), file);
    }
    let datasets = made(files, layout, units, decoder);
    for (name, file) in layout.tables_of_data.iter().filter(|_| all_read) {
        if !tables.contains(name) {
            decoder.report(unused_table(name, *file));
        }
    }
    datasets
}

fn dataset_file(
    (id, path): (&String, &FileId),
    decoder: &mut Decoder<'_>,
) -> Option<DatasetFile> {
    if !names_dataset(id) {
        let id = Spanned { value: id.clone(), span: Span::start_of(*path) };
        decoder.report(bad_identifier(&id, "dataset"));
        decoder.unreadable.ids.insert(id.value.to_lowercase().replace('-', "_"));
        return None;
    }
    let file = parse(*path, decoder).and_then(|root| Decode::decode(&root, decoder));
    if file.is_none() {
        decoder.unreadable.ids.insert(id.clone());
    }
    file
}

/// The datasets of these files in the order of their ids, made each after those that it
/// needs.
fn made(
    mut files: BTreeMap<String, DatasetFile>,
    layout: &Layout,
    units: &Units,
    decoder: &mut Decoder<'_>,
) -> Vec<Dataset> {
    let mut datasets: Vec<Dataset> = Vec::new();
    for id in in_order(&files, decoder) {
        let (Some(file), Some(path)) = (files.remove(&id), layout.datasets.get(&id))
        else {
            continue;
        };
        let span = Span::start_of(*path);
        match dataset(&id, file, span, units, &datasets, decoder) {
            Some(dataset) => datasets.push(dataset),
            None => drop(decoder.unreadable.ids.insert(id)),
        }
    }
    datasets.sort_by(|one, other| one.id.cmp(&other.id));
    datasets
}

fn unused_table(name: &str, file: FileId) -> Diagnostic {
    let message = format!("no dataset has its rows in `{name}`");
    Diagnostic::new(Code::UnknownFile, Span::start_of(file), message)
        .help(format!("write `rows: {name}` in the dataset, or move the file away"))
}
