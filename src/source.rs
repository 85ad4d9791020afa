//! The files of a project as bytes, and places in their text.
//!
//! Nothing here touches the disk: [`Input`] is what the reading stage hands over and
//! what a test builds by hand.

mod place;
mod workbook;

use std::sync::{Arc, OnceLock};

use crate::site_path::Home;

pub use place::Place;
pub use workbook::{
    CellContent, CellKind, CellPlace, Grid, MAX_SHEET_BYTES, MAX_SHEET_CELLS, Sheet,
    SheetPlace, Workbook, address,
};

/// Largest text file that is taken in, in bytes: far above any study's section or
/// dataset, far below what could exhaust memory.
pub const MAX_TEXT_BYTES: usize = 32 * 1024 * 1024;

/// Endings of the files whose bytes are text that baspa parses.
const TEXT_ENDINGS: [&str; 8] =
    [".md", ".yaml", ".yml", ".csv", ".tsv", ".geojson", ".html", ".xml"];

/// Endings of workbooks, whose bytes say nothing to a reader.
const WORKBOOK_ENDINGS: [&str; 2] = [".xlsx", ".ods"];

/// A file of the project, by its position in [`Input`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in one file of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: start as u32, end: end.max(start) as u32 }
    }

    /// The beginning of `file`: the place of what a file lacks.
    pub fn start_of(file: FileId) -> Self {
        Self::new(file, 0, 0)
    }

    /// A range inside this one, given relative to its start.
    pub fn within(self, start: usize, end: usize) -> Self {
        Self::new(self.file, self.start as usize + start, self.start as usize + end)
    }
}

/// A value and the place where its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// One file of a project.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Path from the project's root, with `/` between names, in NFC.
    pub path: String,
    /// The bytes; of text files without a byte order mark and with `\n` line ends, so
    /// that the same text written on any system gives the same site.
    pub bytes: Arc<[u8]>,
    /// The same of a text file as text, if it is that.
    text: Option<Arc<str>>,
    /// What it says to a reader, once somebody knew how to read it.
    reading: OnceLock<Reading>,
}

/// The text of a file whose bytes are no UTF-8 text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A text in another encoding, which is named.
    Decoded {
        /// The text, with `\n` line ends.
        text: String,
        /// The name of the encoding.
        encoding: &'static str,
    },
    /// A workbook.
    Workbook(Workbook),
}

impl Reading {
    /// The whole text.
    pub fn text(&self) -> &str {
        match self {
            Self::Decoded { text, .. } => text,
            Self::Workbook(book) => book.text(),
        }
    }
}

/// The folder of a project that holds what its authors write.
pub const CONTENT: &str = "content/";

/// Every file of a project, sorted by path, and which of its studies is spoken of.
#[derive(Debug, Clone, Default)]
pub struct Input {
    files: Arc<Vec<InputFile>>,
    home: Home,
}

impl InputFile {
    fn new(path: String, bytes: Vec<u8>) -> Self {
        let reading = OnceLock::new();
        if !is_text(&path) {
            return Self { path, bytes: bytes.into(), text: None, reading };
        }
        match String::from_utf8(plain_text(bytes)) {
            Ok(text) => {
                let text: Arc<str> = text.into();
                let bytes = Arc::clone(&text).into();
                Self { path, bytes, text: Some(text), reading }
            }
            Err(other) => {
                let bytes = other.into_bytes().into();
                Self { path, bytes, text: None, reading }
            }
        }
    }
}

impl Input {
    /// Takes files in any order; of two with the same path the last one counts.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let by_path: std::collections::BTreeMap<_, _> = files.into_iter().collect();
        let files = by_path
            .into_iter()
            .map(|(path, bytes)| InputFile::new(path, bytes))
            .collect();
        Self { files: Arc::new(files), home: Home::TOP }
    }

    /// The same project, with these files in the place of those of their paths.
    #[must_use]
    pub fn with(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let own = self.files.iter().map(|file| (file.path.clone(), file.bytes.to_vec()));
        Self { home: self.home, ..Self::new(own.chain(files)) }
    }

    /// The same files, of which those of one study are spoken of: places in them stay as
    /// they are.
    #[must_use]
    pub fn of_study(&self, home: Home) -> Self {
        Self { files: Arc::clone(&self.files), home }
    }

    /// Where the study lives that is spoken of.
    pub fn home(&self) -> Home {
        self.home
    }

    /// Where the study that is spoken of has what a project of one study has at `path`:
    /// `content/trade/study.yaml` for `content/study.yaml`.
    pub fn place(&self, path: &str) -> String {
        match path.split_once('/') {
            Some((folder, rest)) => format!("{}/{rest}", self.home.below(folder)),
            None => path.to_owned(),
        }
    }

    /// All files in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &InputFile)> {
        self.files.iter().enumerate().map(|(i, file)| (FileId(i as u32), file))
    }

    /// The files below `folder` (which ends in `/`), in the order of their paths.
    pub fn under<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (FileId, &'a InputFile)> {
        let first = self.files.partition_point(|file| file.path.as_str() < folder);
        self.files[first..]
            .iter()
            .take_while(move |file| file.path.starts_with(folder))
            .enumerate()
            .map(move |(i, file)| (FileId((first + i) as u32), file))
    }

    /// The file at `path`.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let found = self.files.binary_search_by(|file| file.path.as_str().cmp(path));
        found.ok().map(|i| FileId(i as u32))
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &InputFile {
        &self.files[id.0 as usize]
    }

    /// What a file says that is no UTF-8 text, if it was read.
    pub fn reading(&self, id: FileId) -> Option<&Reading> {
        self.file(id).reading.get()
    }

    /// What a file says that is no UTF-8 text, as `read` reads it, unless it was read
    /// before: places in the text of a file are always places in the same text.
    pub fn read_as(&self, id: FileId, read: impl FnOnce() -> Reading) -> &Reading {
        self.file(id).reading.get_or_init(read)
    }

    /// The text of a file, or the offset of its first byte that is not UTF-8.
    pub fn text(&self, id: FileId) -> Result<&str, usize> {
        let InputFile { bytes, text, reading, .. } = self.file(id);
        match (reading.get(), text) {
            (Some(reading), _) => Ok(reading.text()),
            (None, Some(text)) => Ok(text),
            (None, None) => std::str::from_utf8(bytes).map_err(|e| e.valid_up_to()),
        }
    }

    /// The text of a file up to the first byte that is not UTF-8.
    pub fn readable_text(&self, id: FileId) -> &str {
        let InputFile { path, bytes, reading, .. } = self.file(id);
        if reading.get().is_none() && has_ending(path, &WORKBOOK_ENDINGS) {
            return "";
        }
        match self.text(id) {
            Ok(text) => text,
            Err(good) => std::str::from_utf8(&bytes[..good]).unwrap_or(""),
        }
    }

    /// The text at `span`, `""` where the file is not text.
    pub fn slice(&self, span: Span) -> &str {
        let text = self.text(span.file).unwrap_or("");
        text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// Where `span` stands in the sheets of a workbook; `None` in any other file.
    pub fn sheet_place(&self, span: Span) -> Option<SheetPlace> {
        match self.file(span.file).reading.get() {
            Some(Reading::Workbook(book)) => book.place(span),
            _ => None,
        }
    }

    /// Line and column of the start of `span`, both from 1, columns in characters; in a
    /// workbook the row and the column of the sheet.
    pub fn position(&self, span: Span) -> (usize, usize) {
        if let Some(place) = self.sheet_place(span) {
            return (place.row, place.column);
        }
        let file = self.file(span.file);
        let bytes = file.reading.get().map_or(&*file.bytes, |own| own.text().as_bytes());
        let before = &bytes[..(span.start as usize).min(bytes.len())];
        let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        let column = String::from_utf8_lossy(&before[line_start..]).chars().count() + 1;
        (line, column)
    }
}

fn is_text(path: &str) -> bool {
    has_ending(path, &TEXT_ENDINGS)
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| path.ends_with(ending))
}

/// The bytes without a byte order mark and with `\n` line ends. In UTF-16, whose signs take
/// two bytes, a byte tells nothing of line ends.
fn plain_text(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return bytes;
    }
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut text = Vec::with_capacity(body.len());
    let mut rest = body.iter().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'\r' if rest.peek() == Some(&&b'\n') => {}
            b'\r' => text.push(b'\n'),
            other => text.push(*other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_the_same_with_any_line_end_and_mark() {
        let files = ["a\nb\n", "a\r\nb\r\n", "\u{feff}a\nb\n", "a\rb\r"];
        for text in files {
            let input = Input::new([("a.md".into(), text.as_bytes().to_vec())]);
            assert_eq!(input.text(input.find("a.md").unwrap()), Ok("a\nb\n"));
        }
    }

    #[test]
    fn columns_count_characters() {
        let input = Input::new([("a.md".into(), "бір\nекі үш".as_bytes().to_vec())]);
        let file = input.find("a.md").unwrap();
        let start = "бір\nекі ".len();
        assert_eq!(input.position(Span::new(file, start, start + 1)), (2, 5));
    }

    #[test]
    fn a_folder_holds_only_its_own_files() {
        let paths = ["a/x.md", "a/y.md", "a-b/x.md", "b.md"];
        let input = Input::new(paths.map(|p| (p.to_owned(), Vec::new())));
        let found: Vec<_> =
            input.under("a/").map(|(_, file)| file.path.as_str()).collect();
        assert_eq!(found, ["a/x.md", "a/y.md"]);
    }
}
