//! No text of an author, of a dataset or of a reference can become markup.

use baspa::edition::*;

use crate::page::{render, tags};
use crate::sample;

/// The script that pages of text and charts hold.
const OWN_SCRIPT: &str = concat!(
    include_str!("../../static/reading.js"),
    include_str!("../../static/chart.js"),
);

/// The beginnings of the elements that are another script of ours, or data.
const OWN_ELEMENTS: [&str; 2] =
    ["<script src=\"../../assets/search.js\"", "<script type=\"application/ld+json\">"];

const HOSTILE: &str =
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)> & {{ x }}";

/// The page without the elements of ours, but for what they hold.
fn own_scripts_left_out(html: &str) -> String {
    let code = OWN_SCRIPT.lines().filter(|line| !line.trim_start().starts_with("//"));
    let script = format!("<script>{}\n</script>", code.collect::<Vec<_>>().join("\n"));
    let html = html.replace(&script, "");
    OWN_ELEMENTS.iter().fold(html, |html, own| html.replace(own, ""))
}

/// Puts the hostile text in the place of every text of the edition.
fn poison(edition: &mut Edition) {
    let front = &mut edition.front;
    for text in [&mut front.title, &mut front.description] {
        poison_text(text);
    }
    let optional =
        [&mut front.subtitle, &mut front.notice, &mut front.journal, &mut front.licence];
    for text in optional {
        *text = Some(hostile(edition.lang));
    }
    front.issued = Some(HOSTILE.into());
    front.keywords = vec![HOSTILE.into()];
    for author in &mut front.authors {
        poison_text(&mut author.name);
        author.orcid = Some(HOSTILE.into());
    }
    front.affiliations.iter_mut().for_each(poison_text);
    for passage in [&mut edition.summary, &mut edition.about] {
        poison_blocks(&mut passage.blocks);
    }
    for section in &mut edition.sections {
        poison_text(&mut section.title);
        poison_blocks(&mut section.body.blocks);
    }
    edition.notes.iter_mut().for_each(|note| poison_blocks(&mut note.body.blocks));
    edition.references.iter_mut().for_each(|reference| poison_text(&mut reference.text));
    edition.datasets.iter_mut().for_each(poison_dataset);
}

fn hostile(lang: baspa::lang::Lang) -> Text {
    sample::text(lang, HOSTILE)
}

fn poison_text(text: &mut Text) {
    text.content = vec![
        Inline::Text(HOSTILE.into()),
        Inline::Code(HOSTILE.into()),
        Inline::Link { href: "javascript:alert(1)".into(), content: Vec::new() },
        Inline::Link {
            href: format!("https://example.org/{HOSTILE}"),
            content: vec![Inline::Text(HOSTILE.into())],
        },
        Inline::Mark(Mark::Value(HOSTILE.into())),
        Inline::Mark(Mark::Citation(vec![Cited {
            locator: Some(HOSTILE.into()),
            ..sample::cited(1, "agency2008", 99, None)
        }])),
    ];
}

fn poison_blocks(blocks: &mut Vec<Block>) {
    for block in blocks.iter_mut() {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => {
                content.push(Inline::Text(HOSTILE.into()));
            }
            Block::Grid { head, .. } => head[0].push(Inline::Text(HOSTILE.into())),
            Block::Placed(Placed::Figure(figure)) => poison_figure(figure),
            Block::Placed(Placed::Table(table)) => {
                table.label = HOSTILE.into();
                poison_text(&mut table.title);
                poison_text(&mut table.source);
                poison_grid(&mut table.grid);
            }
            Block::Placed(Placed::Finding(finding)) => poison_finding(finding),
            _ => {}
        }
    }
    blocks.push(Block::Code(HOSTILE.into()));
}

fn poison_figure(figure: &mut Figure) {
    figure.label = HOSTILE.into();
    for text in
        [&mut figure.title, &mut figure.subtitle, &mut figure.alt, &mut figure.source]
    {
        poison_text(text);
    }
    figure.notes.iter_mut().for_each(poison_text);
    figure.findings.iter_mut().for_each(poison_finding);
    poison_grid(&mut figure.grid);
}

fn poison_finding(finding: &mut Finding) {
    finding.messages.iter_mut().for_each(poison_text);
    poison_text(&mut finding.reason);
}

fn poison_grid(grid: &mut Grid) {
    for column in &mut grid.columns {
        poison_text(&mut column.label);
        column.unit = Some(HOSTILE.into());
    }
    for cell in grid.rows.iter_mut().flatten() {
        cell.text = HOSTILE.into();
        cell.unit = Some(HOSTILE.into());
    }
    for (sign, reason) in &mut grid.missing {
        *sign = HOSTILE.into();
        poison_text(reason);
    }
}

fn poison_dataset(dataset: &mut Dataset) {
    for text in [&mut dataset.title, &mut dataset.description, &mut dataset.source] {
        poison_text(text);
    }
    dataset.notes.iter_mut().for_each(poison_text);
    dataset.period = HOSTILE.into();
    poison_grid(&mut dataset.grid);
    dataset.findings.iter_mut().for_each(poison_finding);
    dataset.shown_in.iter_mut().for_each(|(_, label)| *label = HOSTILE.into());
    for variable in &mut dataset.variables {
        poison_text(&mut variable.label);
        variable.id = HOSTILE.into();
        variable.kind = HOSTILE.into();
        variable.unit = Some(HOSTILE.into());
        variable.formula = Some(HOSTILE.into());
        let (label, short) = (hostile(dataset.title.lang), None);
        variable.levels = vec![Level { id: HOSTILE.into(), label, short }];
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let clean = render(&sample::editions(), Some("https://example.org/"));
    let mut editions = sample::editions();
    editions.iter_mut().for_each(poison);
    let pages = render(&editions, Some("https://example.org/"));
    for (path, html) in &pages {
        let html = &own_scripts_left_out(html);
        assert!(!html.contains("<script"), "{path}");
        assert!(!html.contains("<img"), "{path}");
        assert!(!html.contains("href=\"javascript"), "{path}");
        for tag in tags(html) {
            let runs = |name: &String| name.starts_with("on") || name == "style";
            assert!(!tag.attributes.keys().any(runs), "{path}: {tag:?}");
        }
        if path.ends_with("index.html") {
            assert!(html.matches("&lt;script&gt;").count() > 5, "{path}");
        }
    }
    assert_eq!(pages.keys().collect::<Vec<_>>(), clean.keys().collect::<Vec<_>>());
}
