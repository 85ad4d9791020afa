//! Writes into a project, for commands by which an author asks for it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Ends the name of a file that is not in its place yet; names that begin with a dot are
/// passed over when a project is read.
const STAGED: &str = ".baspa-new";

/// Writes texts below `content/` of the project at `root`: all of them beside their
/// places first, so that a full disk leaves none half-written, then each in its place.
///
/// # Errors
/// Where a path leads out of `content/`, or through a link, or cannot be written.
pub fn write<'a>(
    root: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<()> {
    let mut staged = Vec::new();
    let made = files.into_iter().try_for_each(|(path, bytes)| {
        let place = place(root, path)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let beside = place.with_file_name(format!(".{name}{STAGED}"));
        staged.push((beside.clone(), place));
        fs::write(&beside, bytes).map_err(|error| named(&beside, &error))
    });
    let made = made.and_then(|()| {
        staged.iter().try_for_each(|(beside, place)| {
            fs::rename(beside, place).map_err(|error| named(place, &error))
        })
    });
    if made.is_err() {
        for (beside, _) in &staged {
            // What was staged is of no use to anyone.
            let _ = fs::remove_file(beside);
        }
    }
    made
}

/// Where `path` of the project is on the disk; its folder is made.
fn place(root: &Path, path: &str) -> io::Result<PathBuf> {
    let refused = |why: &str| {
        io::Error::new(io::ErrorKind::InvalidInput, format!("`{path}` {why}"))
    };
    let mut names: Vec<_> = path.split('/').collect();
    let plain = |name: &&str| !name.is_empty() && !matches!(*name, "." | "..");
    if names.first() != Some(&"content") || !names.iter().all(plain) {
        return Err(refused("is no file of a study"));
    }
    let file = names.pop().unwrap_or_default();
    let mut folder = root.to_owned();
    for name in names {
        folder.push(name);
        match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(refused("stands in no folder, or behind a link")),
            Err(_) => fs::create_dir(&folder).map_err(|error| named(&folder, &error))?,
        }
    }
    let place = folder.join(file);
    match fs::symlink_metadata(&place) {
        Ok(found) if !found.is_file() => Err(refused("is no regular file")),
        _ => Ok(place),
    }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("`{}` cannot be written: {error}", path.display()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_and_nothing_else_is_left() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        let files = [("content/a.yaml", &b"a"[..]), ("content/new/kk.md", b"b")];
        write(root.path(), files).unwrap();
        write(root.path(), [("content/a.yaml", &b"c"[..])]).unwrap();
        assert_eq!(fs::read(root.path().join("content/a.yaml")).unwrap(), b"c");
        assert_eq!(fs::read(root.path().join("content/new/kk.md")).unwrap(), b"b");
        assert_eq!(fs::read_dir(root.path().join("content")).unwrap().count(), 2);
    }

    #[test]
    fn nothing_is_written_where_one_file_cannot_be() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("content/taken")).unwrap();
        for wrong in ["content/taken", "content/../b", "b", "content//b", "content/./b"] {
            let files = [("content/a.yaml", &b"a"[..]), (wrong, b"b")];
            assert!(write(root.path(), files).is_err(), "{wrong}");
            assert_eq!(fs::read_dir(root.path().join("content")).unwrap().count(), 1);
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        symlink(outside.path(), root.path().join("content/data")).unwrap();
        symlink(outside.path().join("x"), root.path().join("content/a.md")).unwrap();
        for path in ["content/data/b.yaml", "content/a.md"] {
            assert!(write(root.path(), [(path, &b"a"[..])]).is_err(), "{path}");
        }
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}
