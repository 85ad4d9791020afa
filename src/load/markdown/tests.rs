//! What the tree of a text is, and where its parts stand.

use super::{Document, document, line};
use crate::diag::{Diagnostic, Diagnostics, place};
use crate::lang::Lang;
use crate::source::{Input, Span};
use crate::study::{Block, Inline, Mark, Placed};

fn read(text: &str) -> (Document, Vec<Diagnostic>, Input) {
    let input = Input::new([("a.md".to_owned(), text.as_bytes().to_vec())]);
    let mut found = Diagnostics::new();
    let file = input.find("a.md").unwrap();
    let lang = Lang::parse("kk").unwrap();
    let document = document(&input, file, lang, None, &mut found).unwrap();
    (document, found.sorted(), input)
}

/// The tree of a text in which nothing is wrong, a block a line.
#[track_caller]
fn tree(text: &str) -> String {
    let (document, found, _) = read(text);
    assert_eq!(found, [], "{text}");
    blocks(&document.passage.blocks).join("\n")
}

/// The places and messages of what is wrong.
fn wrong(text: &str) -> Vec<String> {
    let (_, found, input) = read(text);
    found
        .iter()
        .map(|d| format!("{} {}", place(&input, d.labels[0].span), d.message))
        .collect()
}

fn blocks(all: &[Block]) -> Vec<String> {
    all.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, id, content } => {
            format!("h{level}#{id} {}", inlines(content))
        }
        Block::Paragraph(content) => format!("p {}", inlines(content)),
        Block::List { start, items } => {
            let items: Vec<_> = items.iter().map(|item| blocks(item).join(" ")).collect();
            let kind = start.map_or("ul".to_owned(), |start| format!("ol{start}"));
            format!("{kind}[{}]", items.join("; "))
        }
        Block::Quote(inner) => format!("q[{}]", blocks(inner).join(" ")),
        Block::Code(text) => format!("code {text:?}"),
        Block::Grid { aligns, head, rows } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(" | ")
            };
            let rows: Vec<_> = rows.iter().map(row).collect();
            format!("grid {aligns:?} {} / {}", row(head), rows.join(" / "))
        }
        Block::Rule => "hr".to_owned(),
        Block::Placed(Placed::Figure(id)) => format!("figure {}", id.value),
        Block::Placed(Placed::Table(id)) => format!("table {}", id.value),
        Block::Placed(Placed::Finding { dataset, check, .. }) => {
            format!("note {dataset} {check}")
        }
    }
}

fn inlines(all: &[Inline]) -> String {
    all.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    let inside = || inlines(inline.children());
    match inline {
        Inline::Text(words) => words.clone(),
        Inline::Emphasis(_) => format!("<em {}>", inside()),
        Inline::Strong(_) => format!("<strong {}>", inside()),
        Inline::Superscript(_) => format!("<sup {}>", inside()),
        Inline::Subscript(_) => format!("<sub {}>", inside()),
        Inline::Struck(_) => format!("<del {}>", inside()),
        Inline::Code(text) => format!("<code {text}>"),
        Inline::Link { href, .. } => format!("<a {href} {}>", inside()),
        Inline::Break => "<br>".to_owned(),
        Inline::Mark(Mark::Value(expression)) => format!("<= {}>", expression.text()),
        Inline::Mark(Mark::Reference { target, content }) => {
            format!("<ref {} {}>", target.value, inlines(content))
        }
        Inline::Mark(Mark::Claim { name, content }) => {
            format!("<claim {name} {}>", inlines(content))
        }
        Inline::Mark(Mark::Number) => "<n>".to_owned(),
        Inline::Mark(Mark::Citation(works)) => {
            let works = works.iter().map(|work| match &work.locator {
                Some(locator) => format!("{}@{locator}", work.key.value),
                None => work.key.value.clone(),
            });
            format!("<cite {}>", works.collect::<Vec<_>>().join("; "))
        }
        Inline::Mark(Mark::Note(label)) => format!("<note {}>", label.value),
    }
}

#[test]
fn the_first_heading_is_the_title_and_the_others_have_ids() {
    let (document, found, input) =
        read("# Тақырып\n\n## Екінші {#second}\n\n### Ішкі көші-қон\n");
    assert_eq!(found, []);
    assert_eq!(inlines(&document.title.unwrap().content), "Тақырып");
    assert_eq!(
        blocks(&document.passage.blocks),
        ["h2#second Екінші", "h3#ishki-koshi-qon Ішкі көші-қон"]
    );
    let headings = document.passage.headings.iter();
    let places: Vec<_> = headings.map(|own| input.slice(own.span)).collect();
    assert_eq!(places, ["## Екінші {#second}", "### Ішкі көші-қон"]);
}

#[test]
fn blocks_stand_inside_each_other() {
    assert_eq!(
        tree("- a\n  - б\n\n    в\n- > q\n\n3. x\n4. y\n\n---\n\n    code {{ x }}\n"),
        "ul[p a ul[p б p в]; q[p q]]\nol3[p x; p y]\nhr\ncode \"code {{ x }}\\n\""
    );
    assert_eq!(tree("```yaml\na: {{ b }}\n```"), "code \"a: {{ b }}\\n\"");
}

#[test]
fn a_line_holds_emphasis_code_breaks_and_allowed_tags() {
    assert_eq!(
        tree("*a* **б** ~~в~~ `{{ x }}` km<sup>2</sup> H<sub>2</sub>O\\\nnext\nline"),
        "p <em a> <strong б> <del в> <code {{ x }}> km<sup 2> H<sub 2>O<br>next line"
    );
    assert_eq!(
        tree("<strong>«Қазақ»</strong>ша <em>a <sup>b</sup></em>"),
        "p <strong «Қазақ»>ша <em a <sup b>>"
    );
}

#[test]
fn values_and_citations_stand_where_markdown_has_no_say() {
    assert_eq!(
        tree(
            "**{{ a[\"*x*\"].b }}** [@k, p. 3; @l] {{ x == \"}}\" ? 1 : 2 }}[^1]\n\n[^1]: Note {{ y }}."
        ),
        "p <strong <= a[\"*x*\"].b>> <cite k@p. 3; l> <= x == \"}}\" ? 1 : 2><note 1>"
    );
    let (document, _, input) = read("Сілтеме {{ x }}.[^ә]\n\n[^ә]: Ескерту.\n");
    let note = &document.passage.notes["ә"];
    assert_eq!(blocks(&note.blocks), ["p Ескерту."]);
    assert_eq!(input.slice(note.span), "[^ә]:");
}

#[test]
fn code_is_shown_as_it_is() {
    assert_eq!(tree("`{{ a }}` `[@k]`"), "p <code {{ a }}> <code [@k]>");
    assert_eq!(tree("```\n{{ a }} {{ b\n```"), r#"code "{{ a }} {{ b\n""#);
    assert_eq!(tree("`{{`"), "p <code {{>");
    assert_eq!(wrong("`{{`\n\n{{ x"), ["a.md:3:1 `{{` without `}}`"]);
}

#[test]
fn links_lead_out_or_to_an_anchor() {
    assert_eq!(
        tree("[](#id) [{number}-сурет](#fig) [a](https://b.kz/?x=1) <mail@a.kz>"),
        "p <ref id > <ref fig <n>-сурет> <a https://b.kz/?x=1 a> <a mailto:mail@a.kz mail@a.kz>"
    );
}

#[test]
fn what_is_placed_stands_alone() {
    assert_eq!(
        tree("![](figure:a-b)\n\n- a\n\n  ![](table:t)\n\n> ![](check:d_x.c-y)"),
        "figure a-b\nul[p a table t]\nq[note d_x c-y]"
    );
}

#[test]
fn a_table_has_a_head_and_rows() {
    assert_eq!(
        tree("| а | {{ x }} |\n|:-:|--:|\n| **1** | [@k] |\n| 2 |"),
        "grid [Center, End] а | <= x> / <strong 1> | <cite k> / 2 | "
    );
}

#[test]
fn what_is_wrong_is_reported_at_its_place() {
    assert_eq!(wrong("Қазақ {{ x + }} ә"), ["a.md:1:13 the expression ends too early"]);
    assert_eq!(wrong("Қазақ {{ x"), ["a.md:1:7 `{{` without `}}`"]);
    assert_eq!(wrong("ә [@a; b]"), ["a.md:1:7 `b` is no citation"]);
    assert_eq!(wrong("ә <i>x</i>"), ["a.md:1:3 raw HTML: `<i>`"]);
    assert_eq!(wrong("ә <sup>x"), ["a.md:1:3 `<sup>` without `</sup>`"]);
    assert_eq!(wrong("ә x</sup>"), ["a.md:1:4 raw HTML: `</sup>`"]);
    assert_eq!(wrong("ә [x](ftp://a)"), ["a.md:1:3 `ftp://a` cannot be linked to"]);
    assert_eq!(
        wrong("ә\n\n# T"),
        [
            "a.md:3:1 a heading of the first level is the title, and stands once at the top"
        ]
    );
    assert_eq!(wrong("а [^б]"), ["a.md:1:3 there is no footnote `[^б]`"]);
    assert_eq!(
        wrong("**«а»**б"),
        ["a.md:1:1 these signs are shown to the reader as they are"]
    );
}

#[test]
fn nesting_has_an_end() {
    let deep = "> ".repeat(200) + "x";
    assert_eq!(wrong(&deep), ["a.md:1:49 nested too deeply"]);
    let deep = "*a _b ".repeat(60) + &"_ *".repeat(60);
    assert!(wrong(&deep).iter().all(|message| message.ends_with("nested too deeply")));
    let tags = "<sup>".repeat(60) + &"</sup>".repeat(60);
    assert!(!wrong(&tags).is_empty());
}

/// The tree of a text of one line in YAML, and the places of what is wrong.
fn scalar(written: &str, text: &str) -> (String, Vec<String>) {
    let file = format!("ә: {written}\n");
    let input = Input::new([("a.yaml".to_owned(), file.clone().into_bytes())]);
    let mut found = Diagnostics::new();
    let span = Span::new(input.find("a.yaml").unwrap(), "ә: ".len(), file.len() - 1);
    let (content, _) = line(text, Lang::presume("kk"), span, &input, &mut found);
    let found = found.sorted();
    let wrong = found
        .iter()
        .map(|d| format!("{} {}", input.slice(d.labels[0].span), d.message))
        .collect();
    (inlines(&content), wrong)
}

#[test]
fn a_text_in_yaml_is_one_line() {
    let (tree, wrong) = scalar("a *б* {{ x }}", "a *б* {{ x }}");
    assert_eq!((tree.as_str(), wrong), ("a <em б> <= x>", Vec::new()));
    for text in ["# a", "- a", "a\n\nb", "![](figure:x)", "> a"] {
        let (_, wrong) = scalar(&format!("{text:?}"), text);
        assert_eq!(wrong.len(), 1, "{text}: {wrong:?}");
        assert!(wrong[0].contains("is one paragraph"), "{wrong:?}");
    }
}

#[test]
fn places_in_escaped_and_folded_texts_are_those_of_the_file() {
    let (_, wrong) =
        scalar(r#""\"ә\": {{ x \"} }} [@a b]""#, "\"ә\": {{ x \"} }} [@a b]");
    assert_eq!(wrong[0], "{{ `{{` without `}}`");
    let (_, wrong) = scalar("ә\n   б [@a b]", "ә б [@a b]");
    assert_eq!(wrong, ["@a b `@a b` is no citation"]);
    let (_, wrong) = scalar("'it''s <i>'", "it's <i>");
    assert_eq!(wrong, ["<i> raw HTML: `<i>`"]);
}

#[test]
fn words_make_a_claim() {
    let text = "# T\n\n[In *{{ a.b }}* [@k] most](claim:peak)[](claim:d.c).\n\n\
        ## [Most moved](claim:peak)\n";
    let (document, found, _) = read(text);
    assert_eq!(found, []);
    assert_eq!(
        blocks(&document.passage.blocks),
        [
            "p <claim peak In <em <= a.b>> <cite k> most><claim d.c >.",
            "h2#most-moved <claim peak Most moved>"
        ]
    );
}
