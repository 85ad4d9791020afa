//! The pictures that somebody has asked the preview for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use crate::picture::Picture;
use crate::site::{Content, Site};

/// Drawn pictures by what stands for each: none is drawn before it is asked for, and none
/// twice.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Drawn {
    /// The PNG of a picture.
    pub(super) fn png(&self, picture: &Picture) -> Vec<u8> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let drawn = files.entry(picture.digest().to_owned());
        drawn.or_insert_with(|| picture.draw()).clone()
    }

    /// Forgets all but the pictures of `site`.
    pub(super) fn keep(&self, site: &Site) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let pictures = site.iter().filter_map(|(_, content)| match content {
            Content::Picture(picture) => Some(picture.digest()),
            _ => None,
        });
        let own: BTreeSet<_> = pictures.collect();
        files.retain(|digest, _| own.contains(digest.as_str()));
    }

    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.files.lock().unwrap().len()
    }
}
