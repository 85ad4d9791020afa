//! Tables of data, with numbers aligned by their decimals.

use serde::Serialize;

use super::TextView;
use crate::edition::{Cell, FlagMark, Grid, meanings};
use crate::html::markup::Html;
use crate::html::prose::Prose;
use crate::locale::Flag;

/// The most decimals by which a column is aligned: the style sheet knows no more.
const MAX_DECIMALS: usize = 6;

/// A table of data.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct GridView {
    /// The id of its caption.
    id: String,
    /// The number with the word, empty where the caption has none.
    label: String,
    /// The caption; `None` where it stands apart from the table.
    title: Option<TextView>,
    columns: Vec<ColumnView>,
    rows: Vec<Vec<CellView>>,
    missing: Vec<MissingView>,
    flags: Vec<FlagView>,
}

/// The caption of a table, apart from it.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct CaptionView {
    label: String,
    title_id: String,
    title: Option<TextView>,
    subtitle: Option<TextView>,
}

#[derive(Debug, Clone, Serialize)]
struct ColumnView {
    label: TextView,
    unit: Option<String>,
    class: String,
}

#[derive(Debug, Clone, Serialize)]
struct CellView {
    /// Whether the cell names the row.
    head: bool,
    text: Html,
    unit: Option<String>,
    class: String,
    /// Why there is no value.
    reason: Option<TextView>,
    /// The codes of its flags, and what they mean.
    flags: String,
    meaning: String,
}

#[derive(Debug, Clone, Serialize)]
struct FlagView {
    code: char,
    meaning: String,
}

#[derive(Debug, Clone, Serialize)]
struct MissingView {
    sign: String,
    reason: TextView,
}

/// The caption is `label` and `title`; its id is made from `wish`.
pub(in crate::html) fn grid_view(
    prose: &mut Prose,
    decimal_sign: char,
    grid: &Grid,
    wish: &str,
    (label, title): (&str, TextView),
) -> GridView {
    let missing: Vec<_> = grid
        .missing
        .iter()
        .map(|(sign, reason)| MissingView {
            sign: sign.clone(),
            reason: prose.text(reason),
        })
        .collect();
    let widths: Vec<_> =
        (0..grid.columns.len()).map(|i| Width::of(grid, i, decimal_sign)).collect();
    let cell = |(i, cell): (usize, &Cell)| CellView {
        head: i < grid.keys,
        text: prose.held(&cell.text),
        unit: cell.unit.clone(),
        class: widths.get(i).map_or(String::new(), |own| own.of_cell(cell, decimal_sign)),
        reason: missing
            .iter()
            .find(|known| cell.missing && known.sign == cell.text)
            .map(|known| known.reason.clone()),
        flags: cell.flags.to_string(),
        meaning: meaning(grid, cell),
    };
    let rows = grid.rows.iter().map(|row| row.iter().enumerate().map(cell).collect());
    GridView {
        rows: rows.collect(),
        id: prose.fresh_id(wish),
        label: label.to_owned(),
        title: Some(title),
        columns: columns(prose, grid, &widths),
        missing,
        flags: grid.flags.iter().map(flag).collect(),
    }
}

impl GridView {
    /// The table below the heading with this id, which is its caption.
    pub(super) fn below(mut self, heading: &str) -> Self {
        let _ = self.take_caption();
        heading.clone_into(&mut self.id);
        self
    }

    /// Takes the caption away, to stand apart.
    pub(super) fn take_caption(&mut self) -> CaptionView {
        CaptionView {
            label: std::mem::take(&mut self.label),
            title_id: self.id.clone(),
            title: self.title.take(),
            subtitle: None,
        }
    }
}

fn flag(flag: &FlagMark) -> FlagView {
    FlagView { code: flag.code, meaning: flag.meaning.clone() }
}

/// What the flags of a cell mean.
fn meaning(grid: &Grid, cell: &Cell) -> String {
    let own = grid
        .flags
        .iter()
        .filter(|own| Flag::of(own.code).is_some_and(|flag| cell.flags.has(flag)));
    meanings(&own.cloned().collect::<Vec<_>>())
}

fn columns(prose: &mut Prose, grid: &Grid, widths: &[Width]) -> Vec<ColumnView> {
    let column = |(column, width): (&crate::edition::Column, &Width)| ColumnView {
        label: prose.text(&column.label),
        unit: column.unit.clone(),
        class: match width.numeric {
            true => format!("n{}", width.room()),
            false => String::new(),
        },
    };
    grid.columns.iter().zip(widths).map(column).collect()
}

/// Most flags that a column keeps room for: the style sheet knows no more.
const MAX_FLAGS: usize = 3;

/// What the cells of a column need to stand with their decimal signs below each other.
struct Width {
    /// Whether they are numbers, and no keys.
    numeric: bool,
    /// The most decimals that one has.
    decimals: usize,
    /// The most flags, which stand behind the number.
    flags: usize,
}

impl Width {
    fn of(grid: &Grid, column: usize, sign: char) -> Self {
        let cells = || grid.rows.iter().filter_map(|row| row.get(column));
        let decimals = cells()
            .filter(|cell| !cell.missing)
            .map(|cell| count_decimals(&cell.text, sign));
        let flags = cells().map(|cell| cell.flags.iter().count());
        Self {
            numeric: grid.columns[column].numeric && column >= grid.keys,
            decimals: decimals.max().unwrap_or(0).min(MAX_DECIMALS),
            flags: flags.max().unwrap_or(0).min(MAX_FLAGS),
        }
    }

    /// ` f2` where cells have up to two flags.
    fn room(&self) -> String {
        match self.flags {
            0 => String::new(),
            most => format!(" f{most}"),
        }
    }

    /// `n` for a number, `f1` with room for a flag, `d2` where two decimals fewer than the
    /// column's are shown, `p` where the decimal sign is not there either, `m` for a missing
    /// value.
    fn of_cell(&self, cell: &Cell, sign: char) -> String {
        if !self.numeric {
            return if cell.missing { "m".into() } else { String::new() };
        }
        let room = self.room();
        if cell.missing {
            return format!("n m{room}");
        }
        let own = count_decimals(&cell.text, sign).min(MAX_DECIMALS);
        match self.decimals - own.min(self.decimals) {
            0 => format!("n{room}"),
            fewer if own == 0 => format!("n p d{fewer}{room}"),
            fewer => format!("n d{fewer}{room}"),
        }
    }
}

/// The digits after the last decimal sign of a number that a language wrote.
fn count_decimals(text: &str, sign: char) -> usize {
    text.rsplit_once(sign)
        .map_or(0, |(_, after)| after.chars().take_while(char::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::count_decimals;

    #[test]
    fn a_group_sign_is_no_decimal_sign() {
        assert_eq!(count_decimals("431,262", '.'), 0);
        assert_eq!(count_decimals("431 262", ','), 0);
        assert_eq!(count_decimals("9 366,9", ','), 1);
        assert_eq!(count_decimals("40,65 %", ','), 2);
        assert_eq!(count_decimals("1,000.25", '.'), 2);
    }
}
