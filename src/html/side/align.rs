//! What stands beside what: the blocks of two languages aligned by their place in the text.
//!
//! Headings and what is placed have the same ids in every language, so they are found
//! first; between them blocks are aligned by their kind. What has no twin stands alone,
//! and nothing is left out.

use crate::edition::{Block, Placed};

/// How many blocks ahead a twin is looked for, so that texts of any length are aligned soon.
const AHEAD: usize = 32;

/// The same in two languages, or what one of them has alone.
pub(super) type Twins<T> = [Option<T>; 2];

/// What stands beside each other.
#[derive(Debug, PartialEq)]
pub(super) enum Row<'e> {
    /// Blocks that hold no others.
    Blocks(Twins<&'e Block>),
    /// What is placed between paragraphs.
    Placed(Twins<&'e Placed>),
    /// A list, aligned item by item.
    List {
        /// The number of the first item; `None` for a list without numbers.
        start: Option<u64>,
        /// The rows of each item.
        items: Vec<Vec<Row<'e>>>,
    },
    /// A quotation.
    Quote(Vec<Row<'e>>),
}

/// Every block of both languages in rows.
pub(super) fn align<'e>(first: &'e [Block], second: &'e [Block]) -> Vec<Row<'e>> {
    let mut rows = Vec::new();
    by_name(first, second, heading, &mut |first, second| {
        by_name(first, second, placed, &mut |first, second| {
            by_kind(first, second, &mut rows);
        });
    });
    rows
}

/// Hands `fill` the parts between the blocks that have the same name in both languages, in
/// their order; each of those blocks is a part of its own.
fn by_name<'e, N: PartialEq>(
    first: &'e [Block],
    second: &'e [Block],
    name: impl Fn(&'e Block) -> Option<N>,
    fill: &mut dyn FnMut(&'e [Block], &'e [Block]),
) {
    let (mut from, mut beside) = (0, 0);
    for (at, block) in first.iter().enumerate() {
        let Some(own) = name(block) else { continue };
        let same = |other: &'e Block| name(other).is_some_and(|other| other == own);
        let Some(ahead) = second[beside..].iter().position(same) else { continue };
        let twin = beside + ahead;
        fill(&first[from..at], &second[beside..twin]);
        fill(&first[at..=at], &second[twin..=twin]);
        (from, beside) = (at + 1, twin + 1);
    }
    fill(&first[from..], &second[beside..]);
}

fn heading(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { id, .. } => Some(id),
        _ => None,
    }
}

fn placed(block: &Block) -> Option<&str> {
    match block {
        Block::Placed(Placed::Figure(figure)) => Some(&figure.id),
        Block::Placed(Placed::Table(table)) => Some(&table.id),
        Block::Placed(Placed::Finding(own)) => Some(&own.id),
        _ => None,
    }
}

/// Where the kinds differ, the language goes ahead that has the kind of the other sooner, or
/// else has more to say.
fn by_kind<'e>(first: &'e [Block], second: &'e [Block], rows: &mut Vec<Row<'e>>) {
    let (mut first, mut second) = (first, second);
    while let ([one, after @ ..], [other, beyond @ ..]) = (first, second) {
        if is_alike(one, other) {
            rows.push(row([Some(one), Some(other)]));
            (first, second) = (after, beyond);
            continue;
        }
        let ahead = after.iter().take(AHEAD).position(|block| is_alike(block, other));
        let behind = beyond.iter().take(AHEAD).position(|block| is_alike(one, block));
        let first_waits = match (ahead, behind) {
            (Some(ahead), Some(behind)) if ahead == behind => second.len() > first.len(),
            (Some(ahead), Some(behind)) => behind < ahead,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if first_waits {
            rows.push(row([None, Some(other)]));
            second = beyond;
        } else {
            rows.push(row([Some(one), None]));
            first = after;
        }
    }
    rows.extend(first.iter().map(|block| row([Some(block), None])));
    rows.extend(second.iter().map(|block| row([None, Some(block)])));
}

fn is_alike(one: &Block, other: &Block) -> bool {
    match (one, other) {
        (Block::Heading { id, .. }, Block::Heading { id: twin, .. }) => id == twin,
        (Block::Placed(_), Block::Placed(_)) => placed(one) == placed(other),
        (Block::List { start, .. }, Block::List { start: twin, .. }) => {
            start.is_some() == twin.is_some()
        }
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// The row of blocks that are alike.
fn row(twins: Twins<&Block>) -> Row<'_> {
    match twins[0].or(twins[1]) {
        Some(Block::List { start, .. }) => {
            let lists = twins.map(|own| own.map_or(&[][..], list));
            Row::List { start: *start, items: items(lists) }
        }
        Some(Block::Quote(_)) => {
            let [first, second] = twins.map(|own| own.map_or(&[][..], quoted));
            Row::Quote(align(first, second))
        }
        Some(Block::Placed(_)) => Row::Placed(twins.map(|own| own.and_then(thing))),
        _ => Row::Blocks(twins),
    }
}

fn items<'e>([first, second]: [&'e [Vec<Block>]; 2]) -> Vec<Vec<Row<'e>>> {
    let item =
        |list: &'e [Vec<Block>], at: usize| list.get(at).map_or(&[][..], Vec::as_slice);
    let count = first.len().max(second.len());
    (0..count).map(|at| align(item(first, at), item(second, at))).collect()
}

fn list(block: &Block) -> &[Vec<Block>] {
    match block {
        Block::List { items, .. } => items,
        _ => &[],
    }
}

fn quoted(block: &Block) -> &[Block] {
    match block {
        Block::Quote(blocks) => blocks,
        _ => &[],
    }
}

fn thing(block: &Block) -> Option<&Placed> {
    match block {
        Block::Placed(placed) => Some(placed),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
