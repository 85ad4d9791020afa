//! The licences of data.

use super::Texts;

/// The licence of a dataset.
#[derive(Debug, Clone)]
pub enum Licence {
    /// One of the licences that are known by their id.
    Known(&'static KnownLicence),
    /// Any other.
    Own {
        /// What it is called.
        name: Texts,
        /// Where its text is.
        url: Option<String>,
    },
}

/// A licence of the SPDX licence list that data are published under.
#[derive(Debug, PartialEq, Eq)]
pub struct KnownLicence {
    /// Its id in the SPDX licence list.
    pub id: &'static str,
    /// Its name, which is the same in every language.
    pub name: &'static str,
    /// Where its publisher has its text.
    pub url: &'static str,
}

const fn known(id: &'static str, name: &'static str, url: &'static str) -> KnownLicence {
    KnownLicence { id, name, url }
}

/// The licences that are known by their id, by the SPDX licence list.
pub const LICENCES: [KnownLicence; 10] = [
    known("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    known(
        "CC-BY-NC-4.0",
        "CC BY-NC 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    known(
        "CC-BY-NC-ND-4.0",
        "CC BY-NC-ND 4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    ),
    known(
        "CC-BY-NC-SA-4.0",
        "CC BY-NC-SA 4.0",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    ),
    known(
        "CC-BY-ND-4.0",
        "CC BY-ND 4.0",
        "https://creativecommons.org/licenses/by-nd/4.0/",
    ),
    known(
        "CC-BY-SA-4.0",
        "CC BY-SA 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    known("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    known("ODC-By-1.0", "ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    known("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    known("PDDL-1.0", "PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
];

impl KnownLicence {
    /// The licence that words name by its id or its name.
    pub fn named(words: &str) -> Option<&'static Self> {
        LICENCES.iter().find(|own| own.id == words || own.name == words)
    }
}

impl Licence {
    /// The licence of an id, such as `CC-BY-4.0`.
    pub fn known(id: &str) -> Option<Self> {
        LICENCES.iter().find(|own| own.id == id).map(Self::Known)
    }

    /// Where its text is.
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Known(known) => Some(known.url),
            Self::Own { url, .. } => url.as_deref(),
        }
    }
}
