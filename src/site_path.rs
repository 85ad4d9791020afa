//! Where an output lives: paths inside the site, links between them, and the part of it that
//! a study has.

use std::borrow::Cow;
use std::fmt;

/// The path of an output inside the site, such as `kk/data/migration.html`: lower-case
/// ASCII names joined by `/`, so that no two outputs differ by case alone and none can
/// leave the output folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// Checks that each name of `path` is made of `[a-z0-9._-]`, does not begin with a
    /// dot, and is not empty.
    pub fn parse(path: &str) -> Option<Self> {
        let good_name = |name: &str| {
            !name.is_empty()
                && !name.starts_with('.')
                && name
                    .bytes()
                    .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-'))
        };
        path.split('/').all(good_name).then(|| Self(path.to_owned()))
    }

    /// A path that this program made itself.
    ///
    /// # Panics
    /// If it is not a good path: our fault, never an author's.
    pub fn presume(path: impl AsRef<str>) -> Self {
        let path = path.as_ref();
        Self::parse(path).unwrap_or_else(|| panic!("`{path}` is no site path"))
    }

    /// The path as text, without a leading slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The link from the page at this path to `other`: relative, and naming the file, so
    /// that it works on any server, under any base URL, and from a plain folder.
    pub fn link_to(&self, other: &Self) -> String {
        let own: Vec<_> = self.0.split('/').collect();
        let theirs: Vec<_> = other.0.split('/').collect();
        let folders = own.len().min(theirs.len()) - 1;
        let shared = (0..folders).take_while(|i| own[*i] == theirs[*i]).count();
        let up = "../".repeat(own.len() - 1 - shared);
        format!("{up}{}", theirs[shared..].join("/"))
    }

    /// The public address: `base` (which ends in `/`) and this path, where a folder
    /// stands for its `index.html`.
    pub fn url(&self, base: &str) -> String {
        let path = match self.0.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &self.0,
        };
        format!("{base}{path}")
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a study lives in its site: at the top, or, where there are several, in a folder of
/// its name below every other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Home {
    bytes: [u8; Self::MAX],
    len: u8,
}

impl Home {
    /// Longest name that is taken, in bytes: as long as an address stays readable.
    const MAX: usize = 40;

    /// That of the only study of a site.
    pub const TOP: Self = Self { bytes: [0; Self::MAX], len: 0 };

    /// That of a study among others by its name: lower-case letters, digits and hyphens,
    /// a letter first.
    pub fn of(name: &str) -> Option<Self> {
        let good = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        let letter = name.starts_with(|first: char| first.is_ascii_lowercase());
        if !letter || name.len() > Self::MAX || !name.bytes().all(good) {
            return None;
        }
        let mut bytes = [0; Self::MAX];
        bytes[..name.len()].copy_from_slice(name.as_bytes());
        Some(Self { bytes, len: name.len() as u8 })
    }

    /// The name of the study; `None` at the top.
    pub fn name(&self) -> Option<&str> {
        let name = std::str::from_utf8(&self.bytes[..usize::from(self.len)]).ok()?;
        Some(name).filter(|name| !name.is_empty())
    }

    /// What this study has of a folder of the site, such as `en`, `data` or `versions`.
    pub fn below(&self, folder: &str) -> String {
        match self.name() {
            Some(name) => format!("{folder}/{name}"),
            None => folder.to_owned(),
        }
    }

    /// Where what belongs to no such folder lives: `path` in the folder of the study.
    pub fn within(&self, path: &str) -> String {
        match self.name() {
            Some(name) => format!("{name}/{path}"),
            None => path.to_owned(),
        }
    }

    /// Where a file of this study would live if the study were alone: its path without what
    /// `below` or `within` put there.
    pub fn without<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let (Some(name), Some((first, rest))) = (self.name(), path.split_once('/'))
        else {
            return Cow::Borrowed(path);
        };
        if first == name {
            return Cow::Borrowed(rest);
        }
        match rest.strip_prefix(name).and_then(|rest| rest.strip_prefix('/')) {
            Some(rest) => Cow::Owned(format!("{first}/{rest}")),
            None => Cow::Borrowed(path),
        }
    }
}

impl Default for Home {
    fn default() -> Self {
        Self::TOP
    }
}

impl fmt::Debug for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name().unwrap_or("/"))
    }
}

/// The address of a site, ending in `/`; `None` for what is no address of `http` or
/// `https` with a host, or has a query or a fragment.
pub fn base_url(text: &str) -> Option<String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let good = |c: char| c.is_ascii_alphanumeric() || "-._~:/%[]".contains(c);
    let named = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
    if !named || !host.chars().all(good) {
        return None;
    }
    Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_the_file() {
        let link = |from, to| SitePath::presume(from).link_to(&SitePath::presume(to));
        assert_eq!(link("en/index.html", "kk/index.html"), "../kk/index.html");
        assert_eq!(link("en/data/a.html", "en/index.html"), "../index.html");
        assert_eq!(link("index.html", "en/index.html"), "en/index.html");
        assert_eq!(link("en/data/a.html", "en/data/b.html"), "b.html");
        assert_eq!(link("en/index.html", "en/index.html"), "index.html");
    }

    #[test]
    fn a_study_among_others_has_a_part_of_every_folder() {
        assert_eq!(Home::TOP.below("en"), "en");
        let trade = Home::of("trade-2").unwrap();
        assert_eq!(trade.below("en"), "en/trade-2");
        assert_eq!(trade.within("v1/en"), "trade-2/v1/en");
        for wrong in ["", "2-trade", "-a", "Trade", "a/b", "a.b", "қ", &"a".repeat(41)] {
            assert_eq!(Home::of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_file_of_a_study_among_others_has_its_place_in_one_alone() {
        let trade = Home::of("trade").unwrap();
        for alone in ["en/index.html", "data/trade.csv"] {
            let (folder, file) = alone.split_once('/').unwrap();
            assert_eq!(trade.without(&format!("{}/{file}", trade.below(folder))), alone);
        }
        assert_eq!(trade.without(&trade.within("citation.cff")), "citation.cff");
        assert_eq!(trade.without("assets/style.css"), "assets/style.css");
        assert_eq!(trade.without("en/trade.html"), "en/trade.html");
        assert_eq!(Home::TOP.without("en/trade/a.html"), "en/trade/a.html");
    }

    #[test]
    fn paths_cannot_leave_the_site() {
        for wrong in ["", "/a", "a//b", "../a", "a/..", ".git/x", "A.html", "a b", "қ"] {
            assert_eq!(SitePath::parse(wrong), None, "{wrong}");
        }
    }
}
