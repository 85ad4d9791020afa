//! The outlines of regions that figures name: files of GeoJSON beside them.

mod geojson;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::decode::Decoder;
use super::format::OutlinesFile;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::geo;
use crate::source::{FileId, Span};
use crate::study::{Outline, Outlines};

/// Points that are nearer to each other than this part of a map's width are not told
/// apart on any page: a quarter of a px in 1000.
const FINEST: f64 = 0.000_25;

/// The files of outlines of a study, each read once for each property that names its
/// regions.
pub(super) struct OutlineFiles<'l> {
    files: &'l BTreeMap<String, FileId>,
    named: BTreeSet<String>,
    read: BTreeMap<(String, String), Option<Arc<[Outline]>>>,
}

impl<'l> OutlineFiles<'l> {
    /// The files by name; none is read yet.
    pub(super) fn new(files: &'l BTreeMap<String, FileId>) -> Self {
        Self { files, named: BTreeSet::new(), read: BTreeMap::new() }
    }

    /// The outlines that a figure names; `None` where a diagnostic says why not.
    pub(super) fn find(
        &mut self,
        own: &OutlinesFile,
        decoder: &mut Decoder<'_>,
    ) -> Option<Outlines> {
        let (name, property) = (&own.file, &own.property);
        self.named.insert(name.value.clone());
        let Some(file) = self.files.get(&name.value) else {
            let message = format!("there is no file `{}` here", name.value);
            let known = self.files.keys().map(String::as_str);
            let place = decoder.input.place("content/figures/name.geojson");
            decoder.report(
                Diagnostic::new(Code::UnknownReference, name.span, message)
                    .suggest(&name.value, known)
                    .help(format!("outlines are a file `{place}`")),
            );
            return None;
        };
        let key = (name.value.clone(), property.value.clone());
        let regions = self.read.entry(key).or_insert_with(|| {
            let wanted =
                geojson::Wanted { property: &property.value, named: property.span };
            let regions = geojson::regions(decoder.input, *file, wanted, decoder.found)?;
            drawn(regions, *file, decoder.found)
        });
        let path = decoder.input.file(*file).path.clone();
        Some(Outlines { path, span: name.span, regions: regions.clone()? })
    }

    /// Reports the files that no figure names.
    pub(super) fn unused(&self, decoder: &mut Decoder<'_>) {
        for (name, file) in self.files {
            if !self.named.contains(name) {
                let message = format!("no figure draws the outlines of `{name}`");
                let unused =
                    Diagnostic::new(Code::UnknownFile, Span::start_of(*file), message);
                decoder.report(unused.help(format!(
                    "write `outlines: {{file: {name}, property: …}}` in a `choropleth` figure, or move the file away"
                )));
            }
        }
    }
}

/// The outlines on a map, with the points that can be seen.
fn drawn(
    regions: Vec<geojson::Region>,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Arc<[Outline]>> {
    let (codes, rings): (Vec<_>, Vec<_>) =
        regions.into_iter().map(|region| (region.code, region.rings)).unzip();
    let rings = geo::thin(&geo::project(&rings), FINEST);
    if rings.iter().all(Vec::is_empty) {
        let message = "the outlines have no extent";
        found.push(
            Diagnostic::new(Code::BadOutlines, Span::start_of(file), message)
                .help("all of them are points or lines: export the regions again"),
        );
        return None;
    }
    let outlines = codes.into_iter().zip(rings);
    Some(outlines.map(|(code, rings)| Outline { code, rings }).collect())
}
