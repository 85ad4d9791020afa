//! Versions of the study that a site has, by the style sheets that lie beside them.

use std::collections::BTreeSet;

use super::{Change, VersionChange};
use crate::record::Record;
use crate::site_path::Home;

/// The versions that only one of the two sites has.
pub(super) fn versions(old: &Record, new: &Record, home: Home) -> Vec<VersionChange> {
    let (before, now) = (names(old, home), names(new, home));
    let differ = before.symmetric_difference(&now);
    let change = |name: &String| {
        let has = now.contains(name);
        let folder = format!("{}/", home.within(name));
        let of = if has { new } else { old };
        VersionChange {
            version: name.clone(),
            change: Change::of(!has, has),
            files: of.files.keys().filter(|path| path.starts_with(&folder)).count(),
        }
    };
    differ.map(change).collect()
}

fn names(record: &Record, home: Home) -> BTreeSet<String> {
    let folder = format!("{}/", home.below("versions"));
    let paths = record.files.keys();
    let own = paths.filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(".css"));
    own.map(str::to_owned).collect()
}
