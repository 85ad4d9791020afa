//! The archive that a workbook is: how much is in it, before anybody reads it.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

/// Most bytes that the members of a workbook may unpack to, all together: ten times what
/// a large yearbook has.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;

/// Most members.
const MAX_MEMBERS: usize = 10_000;

/// An archive whose members were all unpacked once, so that they are known to be whole and
/// not too large.
pub(super) struct Archive<'a> {
    members: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Opens the archive; or says why not. The sizes that its directory tells are held
    /// against what comes out, because a directory can lie.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err("it is protected by a password, or an old `.xls` file".to_owned());
        }
        let members = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| "it is no workbook, or a spoilt one".to_owned())?;
        let mut archive = Self { members };
        if archive.members.len() > MAX_MEMBERS {
            return Err(format!("it has more than {MAX_MEMBERS} members"));
        }
        let mut told = 0_u64;
        let mut unpacked = 0_u64;
        for at in 0..archive.members.len() {
            let member = archive.members.by_index(at).map_err(spoilt)?;
            told = told.saturating_add(member.size());
            if told > MAX_UNPACKED {
                return Err(too_large());
            }
            let mut member = member.take(MAX_UNPACKED - unpacked + 1);
            unpacked += io::copy(&mut member, &mut io::sink()).map_err(spoilt)?;
            if unpacked > MAX_UNPACKED {
                return Err(too_large());
            }
        }
        Ok(archive)
    }

    /// The text of a member; `None` where it is not there.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let Ok(mut member) = self.members.by_name(name) else { return Ok(None) };
        let mut text = String::new();
        member.read_to_string(&mut text).map_err(spoilt)?;
        Ok(Some(text))
    }

    /// The names of its members, as far as they are text.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.members.file_names().flatten();
        names.map(std::borrow::Cow::into_owned).collect()
    }
}

fn too_large() -> String {
    format!("it unpacks to more than {} MiB", MAX_UNPACKED / (1024 * 1024))
}

fn spoilt(error: impl std::fmt::Display) -> String {
    format!("it is spoilt: {error}")
}
