//! The pages that somebody looks at.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::site_path::SitePath;

/// How many pages are remembered: an author has a few windows open.
const REMEMBERED: usize = 3;

/// The pages that were asked for last, the newest first.
#[derive(Debug, Default)]
pub(super) struct Looked {
    places: Mutex<VecDeque<SitePath>>,
}

impl Looked {
    /// Somebody looks at this page.
    pub(super) fn at(&self, place: SitePath) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.retain(|own| *own != place);
        places.push_front(place);
        places.truncate(REMEMBERED);
    }

    /// The pages now.
    pub(super) fn places(&self) -> Vec<SitePath> {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_pages_are_remembered_once_each() {
        let looked = Looked::default();
        for place in ["a.html", "b.html", "c.html", "b.html", "d.html"] {
            looked.at(SitePath::presume(place));
        }
        let places = looked.places();
        let names: Vec<_> = places.iter().map(SitePath::as_str).collect();
        assert_eq!(names, ["d.html", "b.html", "c.html"]);
    }
}
