//! The list of what baspa wrote: the proof that a file may be replaced or removed.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::draw::Files;
use crate::digest::{self, Digest};
use crate::site_path::SitePath;

/// The manifest's path in the output folder.
pub const MANIFEST: &str = "baspa-manifest.txt";

/// The first line: a comment to `sha256sum`, which can check the rest.
const HEAD: &str = "# baspa manifest 1 - check with: sha256sum -c baspa-manifest.txt";

/// SHA-256 of each file of a site, in hexadecimal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    digests: BTreeMap<SitePath, String>,
}

impl Manifest {
    pub(super) fn of(files: &Files<'_>) -> Self {
        let digest = |bytes: &[u8]| digest::digest(bytes);
        let digests = files.iter().map(|(path, bytes)| ((*path).clone(), digest(bytes)));
        Self { digests: digests.collect() }
    }

    /// Reads a manifest; `None` where a line is not as this program writes it. A path
    /// that could lead out of the folder is none that this program writes.
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix(HEAD)?.strip_prefix('\n')?;
        if !(body.is_empty() || body.ends_with('\n')) {
            return None;
        }
        let line = |line: &str| {
            let (digest, path) = line.split_once("  ")?;
            let good =
                digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
            good.then_some((SitePath::parse(path)?, digest.to_owned()))
        };
        body.lines().map(line).collect::<Option<_>>().map(|digests| Self { digests })
    }

    /// The manifest as a file.
    pub fn text(&self) -> String {
        let lines =
            self.digests.iter().map(|(path, digest)| format!("{digest}  {path}\n"));
        std::iter::once(format!("{HEAD}\n")).chain(lines).collect()
    }

    /// The paths that it names, in their order.
    pub fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.digests.keys()
    }

    pub(super) fn digest(&self, path: &SitePath) -> Option<&str> {
        self.digests.get(path).map(String::as_str)
    }

    pub(super) fn len(&self) -> usize {
        self.digests.len()
    }

    /// Whether a file of the manifest lies below `folder`.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        let below = |path: &SitePath| {
            path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        };
        self.digests.keys().any(below)
    }
}

impl FromIterator<(SitePath, String)> for Manifest {
    fn from_iter<T: IntoIterator<Item = (SitePath, String)>>(digests: T) -> Self {
        Self { digests: digests.into_iter().collect() }
    }
}

/// SHA-256 of what `reader` gives, in hexadecimal.
pub(super) fn digest(mut reader: impl Read) -> io::Result<String> {
    let mut digest = Digest::default();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match reader.read(&mut buffer)? {
            0 => return Ok(digest.finish()),
            length => digest.add(&buffer[..length]),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    /// The manifest of two files.
    fn manifest() -> Manifest {
        let files = [("index.html", "abc"), ("en/index.html", "")].map(|(path, text)| {
            (SitePath::presume(path), Cow::Borrowed(text.as_bytes()))
        });
        Manifest::of(&files.iter().map(|(path, text)| (path, text.clone())).collect())
    }

    #[test]
    fn a_manifest_is_what_sha256sum_reads() {
        let text = manifest().text();
        let lines: Vec<_> = text.lines().skip(1).collect();
        // Both digests are those of FIPS 180-2's examples.
        assert_eq!(
            lines,
            [
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  \
                 en/index.html",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  \
                 index.html",
            ]
        );
        assert_eq!(Manifest::parse(&text), Some(manifest()));
    }

    #[test]
    fn a_manifest_cannot_name_a_file_elsewhere() {
        let digest = "0".repeat(64);
        for path in ["../a", "/etc/passwd", "a/../../b", "A", ""] {
            assert_eq!(Manifest::parse(&format!("{HEAD}\n{digest}  {path}\n")), None);
        }
    }

    #[test]
    fn a_manifest_that_was_cut_off_is_none() {
        let text = manifest().text();
        let whole = text.len();
        for end in (0..whole).filter(|end| !text[..*end].ends_with('\n')) {
            assert_eq!(Manifest::parse(&text[..end]), None, "{end}");
        }
    }
}
