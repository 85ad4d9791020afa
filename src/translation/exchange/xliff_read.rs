//! Reads XLIFF 2.0 and 2.1, from whatever program they come.

use roxmltree::{Document, Node, ParsingOptions};

use super::pieces::joined;
use super::returned::{Returned, ReturnedUnit, bad};
use super::{Piece, xliff::NAMESPACE};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::source::{FileId, Span};

/// Most elements and texts that are read: far above any study's, far below what could
/// exhaust memory.
const MAX_NODES: u32 = 4_000_000;

/// What stands in `text`; `None` where a diagnostic says why it is no XLIFF.
pub(super) fn read(
    text: &str,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Returned> {
    // Entities could make a small file a huge one, so there are none.
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..Default::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            let at = offset(text, error.pos().row, error.pos().col);
            let message = format!("not XML: {error}");
            found.push(bad(Span::new(file, at, at), message));
            return None;
        }
    };
    let root = document.root_element();
    let reader = Reader { file };
    if !is(root, "xliff")
        || !root.attribute("version").is_some_and(|v| v.starts_with("2."))
    {
        found.push(
            bad(reader.span(root), "this is no XLIFF 2")
                .help("export it anew with `baspa translate export`: older versions of XLIFF are not read"),
        );
        return None;
    }
    let lang = root.attribute("trgLang").and_then(Lang::parse);
    let files = root.children().filter(|node| is(*node, "file"));
    let units = files.flat_map(|node| reader.file(node, found)).collect();
    Some(Returned { target: (lang, reader.span(root)), units })
}

/// Whether `node` is this element of XLIFF.
fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((NAMESPACE, name))
}

/// The byte of a line and a column, which count characters from 1.
fn offset(text: &str, row: u32, column: u32) -> usize {
    let before = text.split_inclusive('\n').take(row.saturating_sub(1) as usize);
    let start: usize = before.map(str::len).sum();
    let line = text.get(start..).unwrap_or("");
    let at = line.char_indices().nth(column.saturating_sub(1) as usize);
    start + at.map_or(0, |(at, _)| at)
}

struct Reader {
    file: FileId,
}

impl Reader {
    /// Where the opening tag of `node` stands.
    fn span(&self, node: Node<'_, '_>) -> Span {
        let text = node.document().input_text();
        let range = node.range();
        let line = text.get(range.clone()).and_then(|own| own.lines().next());
        let tag = line.map_or(0, |line| line.find('>').map_or(line.len(), |at| at + 1));
        Span::new(self.file, range.start, range.start + tag)
    }

    fn file(&self, node: Node<'_, '_>, found: &mut Diagnostics) -> Vec<ReturnedUnit> {
        let Some(id) = node.attribute("original") else {
            found.push(bad(self.span(node), "a `<file>` without `original`"));
            return Vec::new();
        };
        let units = node.descendants().filter(|node| is(*node, "unit"));
        units.filter_map(|unit| self.unit(id, unit, found)).collect()
    }

    fn unit(
        &self,
        file: &str,
        node: Node<'_, '_>,
        found: &mut Diagnostics,
    ) -> Option<ReturnedUnit> {
        let span = self.span(node);
        let Some(key) = node.attribute("name") else {
            found.push(bad(span, "a `<unit>` without `name`"));
            return None;
        };
        let mut unit = ReturnedUnit {
            file: file.to_owned(),
            key: key.to_owned(),
            source: Vec::new(),
            target: None,
            span,
        };
        // A program may have cut the text into several segments.
        for part in
            node.children().filter(|part| is(*part, "segment") || is(*part, "ignorable"))
        {
            self.segment(part, &mut unit, found)?;
        }
        unit.source = joined(unit.source);
        unit.target = unit.target.map(joined).filter(|target| !target.is_empty());
        Some(unit)
    }

    fn segment(
        &self,
        node: Node<'_, '_>,
        unit: &mut ReturnedUnit,
        found: &mut Diagnostics,
    ) -> Option<()> {
        let text = |name| node.children().find(|child| is(*child, name));
        let source =
            text("source").map_or(Some(Vec::new()), |text| self.pieces(text, found))?;
        let target = match text("target") {
            Some(text) => Some(self.pieces(text, found)?),
            // What stands between segments need not be translated.
            None if is(node, "ignorable") => {
                unit.target.is_some().then(|| source.clone())
            }
            None => None,
        };
        unit.source.extend(source);
        if let Some(target) = target {
            unit.target.get_or_insert_default().extend(target);
        }
        Some(())
    }

    /// The pieces of a source or a target; `None` where a diagnostic says what is wrong.
    fn pieces(&self, node: Node<'_, '_>, found: &mut Diagnostics) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        self.add(node, &mut pieces, found)?;
        Some(pieces)
    }

    fn add(
        &self,
        node: Node<'_, '_>,
        pieces: &mut Vec<Piece>,
        found: &mut Diagnostics,
    ) -> Option<()> {
        for child in node.children() {
            if let Some(words) = child.text().filter(|_| child.is_text()) {
                pieces.push(Piece::Words(words.to_owned()));
                continue;
            }
            if !child.is_element() {
                continue;
            }
            match child.tag_name().name() {
                "ph" => pieces.push(Piece::Alone(self.number(child, "id", found)?)),
                "pc" => {
                    let number = self.number(child, "id", found)?;
                    pieces.push(Piece::Open(number));
                    self.add(child, pieces, found)?;
                    pieces.push(Piece::Close(number));
                }
                "sc" => pieces.push(Piece::Open(self.number(child, "id", found)?)),
                "ec" => pieces.push(Piece::Close(self.number(child, "startRef", found)?)),
                // Marks of the program on words, which are kept.
                "mrk" => self.add(child, pieces, found)?,
                "sm" | "em" => {}
                other => {
                    let message = format!("`<{other}>` cannot stand in a translation");
                    found.push(bad(self.span(child), message));
                    return None;
                }
            }
        }
        Some(())
    }

    /// The number of a placeholder.
    fn number(
        &self,
        node: Node<'_, '_>,
        attribute: &str,
        found: &mut Diagnostics,
    ) -> Option<usize> {
        let id = node.attribute(attribute).unwrap_or("");
        let number = id.parse().ok().filter(|number| *number > 0);
        if number.is_none() {
            let message = format!("`{id}` is no placeholder of this unit");
            found.push(
                Diagnostic::new(Code::Placeholder, self.span(node), message)
                    .help("take the placeholders over from the source as they are"),
            );
        }
        number
    }
}
