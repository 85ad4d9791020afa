//! Versions: states of a study that stay as they are.

use crate::locale::Date;
use crate::site_path::Home;

/// A version of a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where the study lives that it is a version of.
    pub home: Home,
    /// Its name, such as `v2`: a folder of the site.
    pub name: String,
    /// Its place among the versions of the study, from 1; the newest has the greatest.
    pub number: u32,
    /// When it was made.
    pub date: Option<Date>,
    /// The version of baspa that made its files.
    pub program: String,
}

impl Version {
    /// Whether a version can have this name: `[a-z0-9][a-z0-9.-]*`.
    pub fn is_name(name: &str) -> bool {
        let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        name.bytes().next().is_some_and(good)
            && name.bytes().all(|b| good(b) || matches!(b, b'.' | b'-'))
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn a_name_is_a_folder_of_any_system() {
        for good in ["v1", "2026", "1.0-rc.2"] {
            assert!(Version::is_name(good), "{good}");
        }
        for bad in ["", "V1", ".v1", "-v1", "v 1", "v/1", "нұсқа", "v_1"] {
            assert!(!Version::is_name(bad), "{bad}");
        }
    }
}
