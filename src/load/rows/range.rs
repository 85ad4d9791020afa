//! Ranges of cells in A1 notation.

/// The cells of a sheet between two corners, rows and columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellRange {
    /// The row and the column of the first cell.
    pub(super) first: (u32, u32),
    /// The row and the column of the last.
    pub(super) last: (u32, u32),
}

impl CellRange {
    /// Reads `B4:H24`, also with signs of absolute cells, `$B$4:$H$24`; `None` where it is
    /// no range, or one from the end to the beginning.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.replace('$', "");
        let (first, last) = text.split_once(':')?;
        let (first, last) = (cell(first)?, cell(last)?);
        let forward = first.0 <= last.0 && first.1 <= last.1;
        forward.then_some(Self { first, last })
    }
}

/// Row and column of `C7`, no further than Excel's last cell, `XFD1048576`.
fn cell(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at(letters);
    if !(1..=3).contains(&letters) || !row.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let column = column
        .bytes()
        .fold(0, |sum, byte| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = row.parse().ok()?;
    let exists = (1..=1_048_576).contains(&row) && column <= 16_384;
    exists.then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_goes_from_one_cell_to_another() {
        let range = |first, last| Some(CellRange { first, last });
        assert_eq!(CellRange::parse("B4:H24"), range((3, 1), (23, 7)));
        assert_eq!(CellRange::parse("$aa$1:AB1"), range((0, 26), (0, 27)));
        assert_eq!(CellRange::parse("A1:XFD1048576"), range((0, 0), (1_048_575, 16_383)));
    }

    #[test]
    fn anything_else_is_no_range() {
        for text in [
            "",
            "B4",
            "B4:",
            ":H24",
            "4:24",
            "B:H",
            "H24:B4",
            "B0:C1",
            "XFE1:XFF1",
            "A1:A1048577",
            "A1:A99999999999",
            "A1:B2:C3",
            "ә1:B2",
            "A1;B2",
            "AAAA1:B2",
        ] {
            assert_eq!(CellRange::parse(text), None, "{text}");
        }
    }
}
