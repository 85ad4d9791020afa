//! The cells of a sheet as they are read, and no more of them than a sheet may have.

use crate::source::{CellContent, CellKind, MAX_SHEET_BYTES, MAX_SHEET_CELLS};

/// Cells that are not empty.
#[derive(Default)]
pub(super) struct Cells {
    cells: Vec<CellContent>,
    /// How long their texts are together, in bytes.
    bytes: usize,
}

impl Cells {
    /// Adds a cell, unless it is empty; or says that there are too many.
    pub(super) fn push(
        &mut self,
        at: (u32, u32),
        text: String,
        kind: CellKind,
    ) -> Result<(), String> {
        if text.is_empty() {
            return Ok(());
        }
        self.bytes += text.len();
        if self.cells.len() >= MAX_SHEET_CELLS || self.bytes > MAX_SHEET_BYTES {
            return Err("its cells hold too much".to_owned());
        }
        self.cells.push(CellContent { at, text, kind });
        Ok(())
    }

    /// All of them.
    pub(super) fn all(self) -> Vec<CellContent> {
        self.cells
    }
}
