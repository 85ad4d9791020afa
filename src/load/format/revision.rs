//! The log of revisions.

use super::{Chapter, Decode, Decoder, Key, Named, authored, key_of, title_of};
use crate::load::decode::InSource;
use crate::load::yaml::{Node, Tree};
use crate::locale::Date;
use crate::source::Spanned;

authored! {
    /// A revision in `content/revisions.yaml`, a list in the order of time. `baspa data accept` writes this file; docs/updates.md explains it.
    struct RevisionFile {
        /// The day of its publication: `2026-03-01`.
        date: Spanned<Date>,
        /// Why the data were changed. Another language than the original's may be missing: its readers see that of the original.
        reason: InSource,
        /// The cells that were changed, by the ids of the datasets.
        cells: Named<Vec<RevisedCellFile>>,
        /// The pages whose readers saw something else, by their paths in the site.
        pages: Option<Vec<String>>,
    }
}

authored! {
    /// A cell that a revision changed.
    struct RevisedCellFile {
        /// The values of the key of its row.
        row: Vec<String>,
        /// The variable.
        variable: String,
        /// What it held, if there was such a cell.
        old: Option<RevisedValueFile>,
        /// What it held then, if there was such a cell still.
        new: Option<RevisedValueFile>,
    }
}

authored! {
    /// A cell without a value.
    struct NoValueFile {
        /// The code of the reason.
        missing: String,
    }
}

/// A value, or the code of why there is none.
#[derive(Debug)]
pub(in crate::load) enum RevisedValueFile {
    Value(String),
    Missing(String),
}

impl Decode for RevisedValueFile {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.tree {
            Tree::Map(_) => {
                NoValueFile::decode(node, decoder).map(|file| Self::Missing(file.missing))
            }
            _ => String::decode(node, decoder).map(Self::Value),
        }
    }

    fn shape() -> String {
        format!("a value, or {}", NoValueFile::shape())
    }
}
