use super::*;
use crate::edition::{Finding, Inline, Text};
use crate::lang::Lang;

/// Blocks, each by a word: `h:id` a heading, `f:id` an editorial note, `-` a rule, `c…` a
/// text shown letter by letter, anything else a paragraph.
fn blocks(words: &str) -> Vec<Block> {
    words.split_whitespace().map(block).collect()
}

fn block(word: &str) -> Block {
    let content = vec![Inline::Text(word.to_owned())];
    match word.split_once(':') {
        Some(("h", id)) => Block::Heading { level: 2, id: id.to_owned(), content },
        Some(("f", id)) => Block::Placed(Placed::Finding(Box::new(finding(id)))),
        _ if word == "-" => Block::Rule,
        _ if word.starts_with('c') => Block::Code(word.to_owned()),
        _ => Block::Paragraph(content),
    }
}

fn finding(id: &str) -> Finding {
    let lang = Lang::parse("en").unwrap();
    let reason = Text { lang, content: Vec::new() };
    Finding { id: id.to_owned(), messages: Vec::new(), reason }
}

fn list(items: &[&str]) -> Block {
    Block::List { start: None, items: items.iter().map(|item| blocks(item)).collect() }
}

/// The rows of two texts as words: `one|two` for what stands beside each other.
fn aligned(first: &[Block], second: &[Block]) -> String {
    let rows: Vec<_> = align(first, second).iter().map(shown).collect();
    rows.join(" ")
}

fn shown(row: &Row<'_>) -> String {
    match row {
        Row::Blocks(twins) => pair(twins.map(|own| own.map(word))),
        Row::Placed(twins) => pair(twins.map(|own| own.map(check))),
        Row::List { items, .. } => {
            let items: Vec<_> = items.iter().map(|rows| all(rows)).collect();
            format!("[{}]", items.join("; "))
        }
        Row::Quote(rows) => format!("<{}>", all(rows)),
    }
}

fn all(rows: &[Row<'_>]) -> String {
    rows.iter().map(shown).collect::<Vec<_>>().join(" ")
}

fn pair([first, second]: Twins<String>) -> String {
    format!("{}|{}", first.unwrap_or_default(), second.unwrap_or_default())
}

fn word(block: &Block) -> String {
    match block {
        Block::Heading { id, .. } => format!("h:{id}"),
        Block::Code(word) => word.clone(),
        Block::Paragraph(content) => crate::edition::plain(content),
        _ => "-".to_owned(),
    }
}

fn check(placed: &Placed) -> String {
    match placed {
        Placed::Finding(finding) => format!("f:{}", finding.id),
        _ => String::new(),
    }
}

#[test]
fn blocks_are_aligned_by_names_then_by_kind() {
    for (first, second, rows) in [
        ("a b", "x y", "a|x b|y"),
        ("a b", "x", "a|x b|"),
        ("", "x y", "|x |y"),
        ("a h:s b", "x y h:s z", "a|x |y h:s|h:s b|z"),
        ("a b h:s", "h:s y z", "a| b| h:s|h:s |y |z"),
        ("h:s h:t a", "h:s x h:t", "h:s|h:s |x h:t|h:t a|"),
        ("a f:1 b", "x y f:1", "a|x |y f:1|f:1 b|"),
        ("f:1 f:2", "f:2 f:1", "|f:2 f:1|f:1 f:2|"),
        ("a c1 b", "x b c2 y", "a|x |b c1|c2 b|y"),
        ("a b c1", "x c2", "a|x b| c1|c2"),
        ("c1 - a", "x", "c1| -| a|x"),
        ("c1", "-", "c1| |-"),
    ] {
        assert_eq!(
            aligned(&blocks(first), &blocks(second)),
            rows,
            "{first} and {second}"
        );
    }
}

#[test]
fn lists_are_aligned_item_by_item_and_quotations_within() {
    let first = [list(&["a", "b c"]), Block::Quote(blocks("d e"))];
    let second = [list(&["x", "y", "z"]), Block::Quote(blocks("u"))];
    assert_eq!(aligned(&first, &second), "[a|x; b|y c|; |z] <d|u e|>");
    assert_eq!(aligned(&first[..1], &second[1..]), "[a|; b| c|] <|u>");
    let numbered = Block::List { start: Some(1), items: vec![blocks("x")] };
    assert_eq!(aligned(&first[..1], &[numbered]), "[a|; b| c|] [|x]");
}

#[test]
fn no_block_is_lost_and_none_stands_twice() {
    let kinds = ["a", "c", "-", "h:s", "h:t", "f:1", "f:2"];
    let text = |mut seed: usize| -> Vec<Block> {
        let mut words: Vec<_> = kinds.to_vec();
        let mut picked = Vec::new();
        while !words.is_empty() && seed > 0 {
            let word = words[seed % words.len()];
            // A name stands in a text once.
            words.retain(|own| *own != word || !word.contains(':'));
            picked.push(block(word));
            seed /= kinds.len();
        }
        picked
    };
    for seed in 0..4_000 {
        let (first, second) = (text(seed * 37), text(seed * 101 + 5));
        let mut found = [Vec::new(), Vec::new()];
        for row in align(&first, &second) {
            let cells = match &row {
                Row::Blocks(twins) => twins.map(|own| own.map(word)),
                Row::Placed(twins) => twins.map(|own| own.map(check)),
                _ => panic!("{row:?}"),
            };
            cells.into_iter().zip(&mut found).for_each(|(own, all)| all.extend(own));
        }
        let given = [first, second].map(|text| text.iter().map(any).collect::<Vec<_>>());
        assert_eq!(found, given);
    }
}

fn any(block: &Block) -> String {
    match block {
        Block::Placed(placed) => check(placed),
        block => word(block),
    }
}
