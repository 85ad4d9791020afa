//! Versions of the study that a site has, by the style sheets that lie beside them.

use std::collections::BTreeSet;

use super::{Change, VersionChange};
use crate::record::Record;

/// The versions that only one of the two sites has.
pub(super) fn versions(old: &Record, new: &Record) -> Vec<VersionChange> {
    let (before, now) = (names(old), names(new));
    let differ = before.symmetric_difference(&now);
    let change = |name: &&str| {
        let has = now.contains(name);
        let folder = format!("{name}/");
        let of = if has { new } else { old };
        VersionChange {
            version: (*name).to_owned(),
            change: Change::of(!has, has),
            files: of.files.keys().filter(|path| path.starts_with(&folder)).count(),
        }
    };
    differ.map(change).collect()
}

fn names(record: &Record) -> BTreeSet<&str> {
    let paths = record.files.keys();
    let own =
        paths.filter_map(|path| path.strip_prefix("versions/")?.strip_suffix(".css"));
    own.collect()
}
