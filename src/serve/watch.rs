//! News of changes in the folders that are read.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

use super::Signal;
use crate::load::read::{FOLDERS, is_dropping};

/// How long the files must be still before they are read: an editor writes a file in
/// several steps, and a version control system writes many.
const STILL: Duration = Duration::from_millis(10);

/// Sends a signal for each change; ends when it is dropped.
pub(super) struct Watcher {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watcher {
    /// Watches the project at `project`: its own folder for folders that come and go, and
    /// those that are read for everything in them.
    pub(super) fn new(project: &Path, sender: Sender<Signal>) -> io::Result<Self> {
        let root = project.canonicalize()?;
        let told_root = root.clone();
        let tell = move |result: DebounceEventResult| {
            if let Some(signal) = signal(&told_root, &result) {
                // Nobody listens once the preview has ended.
                let _ = sender.send(signal);
            }
        };
        let debouncer = new_debouncer(STILL, None, tell).map_err(io::Error::other)?;
        let mut watcher = Self { root, debouncer };
        let root = watcher.root.clone();
        let watched = watcher.debouncer.watch(&root, RecursiveMode::NonRecursive);
        watched.map_err(io::Error::other)?;
        watcher.refresh();
        Ok(watcher)
    }

    /// Watches the folders that are there now.
    pub(super) fn refresh(&mut self) {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if path.symlink_metadata().is_ok_and(|found| found.is_dir()) {
                // A folder that is gone again is told of as a change of its parent.
                let _ = self.debouncer.watch(&path, RecursiveMode::Recursive);
            }
        }
    }
}

/// What a batch of events means: nothing unless a file that is read was made, changed or
/// removed. Reading is an event too and must not be one here.
fn signal(root: &Path, result: &DebounceEventResult) -> Option<Signal> {
    // Lost news may be any news.
    let Ok(events) = result else { return Some(Signal::FolderChanged) };
    events
        .iter()
        .filter_map(|event| event_signal(root, event))
        .max_by_key(|signal| u8::from(*signal == Signal::FolderChanged))
}

fn event_signal(root: &Path, event: &DebouncedEvent) -> Option<Signal> {
    if event.need_rescan() {
        return Some(Signal::FolderChanged);
    }
    let kind = event.kind;
    if !(kind.is_create() || kind.is_modify() || kind.is_remove()) {
        return None;
    }
    let read = event.paths.iter().filter_map(|path| path.strip_prefix(root).ok());
    let mut read = read.filter(|path| is_read(path)).peekable();
    read.peek()?;
    let whole_folder = read.any(|path| path.components().count() == 1);
    Some(if whole_folder { Signal::FolderChanged } else { Signal::Changed })
}

/// Whether the file at `path` in the project is read.
fn is_read(path: &Path) -> bool {
    let mut names = path.iter().map(|name| name.to_string_lossy());
    names.next().is_some_and(|first| FOLDERS.contains(&first.as_ref()))
        && !names.any(|name| is_dropping(&name))
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use notify_debouncer_full::notify::event::{
        AccessKind, CreateKind, EventKind, ModifyKind,
    };

    use super::*;

    fn told(kind: EventKind, path: &str) -> Option<Signal> {
        let event = notify_debouncer_full::notify::Event::new(kind)
            .add_path(Path::new("/project").join(path));
        let events = vec![DebouncedEvent::new(event, Instant::now())];
        signal(Path::new("/project"), &Ok(events))
    }

    #[test]
    fn only_changes_of_what_is_read_are_told() {
        let change = EventKind::Modify(ModifyKind::Any);
        assert_eq!(told(change, "content/study.yaml"), Some(Signal::Changed));
        assert_eq!(told(change, "static/a.css"), Some(Signal::Changed));
        let made = EventKind::Create(CreateKind::Folder);
        assert_eq!(told(made, "templates"), Some(Signal::FolderChanged));
        let read = EventKind::Access(AccessKind::Read);
        assert_eq!(told(read, "content/study.yaml"), None);
        for other in ["public/index.html", "Cargo.toml", "content/a.md~", "content/.#a"] {
            assert_eq!(told(change, other), None, "{other}");
        }
    }
}
