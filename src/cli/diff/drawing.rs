//! The drawings of a figure, old and new: its files in the site that an earlier build wrote,
//! and in the one that was built now. A record has only digests of them.

use std::path::Path;

use super::read;
use crate::diff::{Change, PartChange};
use crate::html::paths;
use crate::lang::Lang;
use crate::picture;
use crate::site::Site;
use crate::site_path::{Home, SitePath};

/// Where the drawings of both studies are.
pub(super) struct Drawings<'a> {
    /// Where the study lives.
    pub(super) home: Home,
    /// The folder that an earlier build wrote; `None` where only its record is at hand.
    pub(super) old: Option<&'a Path>,
    /// The site as it is now; `None` where checks or claims stand in its way.
    pub(super) new: Option<&'a Site>,
}

/// What is shown of a drawing.
pub(super) enum Shown {
    /// There is none.
    Nothing,
    /// Why it is not shown.
    Words(&'static str),
    /// Its address, which holds it.
    Picture(String),
}

impl Drawings<'_> {
    /// The old and the new drawing of the figure that a part belongs to.
    pub(super) fn of(&self, part: &PartChange, lang: &str) -> [Shown; 2] {
        let Some(lang) = Lang::parse(lang) else {
            return [Shown::Nothing, Shown::Nothing];
        };
        let file = paths::figure(self.home, lang, &part.anchor, "svg");
        [
            if part.change == Change::Added {
                Shown::Nothing
            } else {
                self.earlier(&file)
            },
            if part.change == Change::Removed { Shown::Nothing } else { self.now(&file) },
        ]
    }

    fn earlier(&self, file: &SitePath) -> Shown {
        let Some(folder) = self.old else {
            return Shown::Words(
                "A record has no drawings: name the folder of the earlier build by --against.",
            );
        };
        match read(&folder.join(file.as_str())) {
            Ok(svg) => Shown::Picture(picture::address(&svg)),
            Err(_) => Shown::Words("The folder does not have it."),
        }
    }

    fn now(&self, file: &SitePath) -> Shown {
        let Some(site) = self.new else {
            return Shown::Words("It is drawn as soon as the checks and claims hold.");
        };
        match site.bytes(file) {
            Some(svg) => Shown::Picture(picture::address(svg)),
            None => Shown::Nothing,
        }
    }
}
