//! Checksums of files, as `sha256sum -c` reads them.

use std::borrow::Cow;

use crate::digest::digest;
use crate::site_path::SitePath;

/// The list of these files of the site for the file `at`, from whose folder it names them.
pub(super) fn checksums<'a>(
    at: &SitePath,
    files: impl Iterator<Item = (&'a SitePath, Cow<'a, [u8]>)>,
) -> Vec<u8> {
    let line = |(path, bytes): (&SitePath, Cow<'_, [u8]>)| {
        format!("{}  {}\n", digest(&bytes), at.link_to(path))
    };
    files.map(line).collect::<String>().into_bytes()
}
