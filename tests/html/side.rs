//! Two editions beside each other.

use std::collections::BTreeSet;

use baspa::edition::{Block, Edition, Inline, Passage};

use crate::page::{Pages, render, tags, texts};
use crate::sample;

const PAIRS: [[&str; 2]; 3] = [["en", "kk"], ["en", "ru"], ["kk", "ru"]];

fn pages(editions: &[Edition]) -> Pages {
    render(editions, Some("https://example.org/study/"))
}

fn side(pages: &Pages, [first, second]: [&str; 2]) -> String {
    pages[&format!("{first}-{second}/index.html")].clone()
}

fn edition(pages: &Pages, lang: &str) -> String {
    pages[&format!("{lang}/index.html")].clone()
}

/// What stands between two marks of a page.
fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
}

/// The page without what stands between the marks.
fn without(html: &str, start: &str, end: &str) -> String {
    let mut parts = html.split(start);
    let before = parts.next().unwrap().to_owned();
    parts.fold(before, |kept, part| kept + part.split_once(end).unwrap().1)
}

/// The page without what only the front of an edition has, and without the footnotes that
/// stand beside their places too.
fn without_front(html: &str) -> String {
    let parts = [
        ("<dl class=\"keys\">", "</dl>"),
        ("<figure class=\"telling\"", "</figure>"),
        ("<aside class=\"imprint\"", "</aside>"),
        ("<small class=\"aside\"", "</small>"),
    ];
    parts.iter().fold(html.to_owned(), |html, (start, end)| without(&html, start, end))
}

/// The words of the narrative in their order, each with its language, which is that of
/// the page where nothing says otherwise; without drawings.
fn narrative(html: &str, page: &str) -> Vec<(String, String)> {
    let html = between(html, "<div class=\"text\">", "<section class=\"matter\">");
    let html = without(&without_front(html), "<svg", "</svg>");
    let cited = "<details class=\"words\">\n<summary>How to cite this figure</summary>";
    let html = [
        "How to cite this figure",
        "Суретке сілтеме жасау үлгісі",
        "Как цитировать рисунок",
    ]
    .iter()
    .fold(html, |html, words| {
        without(&html, &cited.replace("How to cite this figure", words), "</details>")
    });
    let html = without(&html, "<details class=\"contents-fold\">", "</details>");
    let own = |lang: String| if lang.is_empty() { page.to_owned() } else { lang };
    let all =
        texts(&html).into_iter().map(|(lang, text)| (own(lang), text.trim().to_owned()));
    all.filter(|(_, text)| !text.is_empty() && text != "#").collect()
}

/// The languages of the cells of the row that has these words.
fn langs(html: &str, words: &str) -> Vec<String> {
    let rows = html.split("class=\"pair").skip(1);
    let found: Vec<_> = rows.filter(|row| row.contains(words)).collect();
    assert_eq!(found.len(), 1, "{words}: {found:?}");
    let cells = tags(found[0]).into_iter().filter(|tag| tag.get("dir").is_some());
    cells.map(|tag| tag.get("lang").unwrap().to_owned()).collect()
}

fn ids(html: &str) -> BTreeSet<String> {
    tags(html).iter().filter_map(|tag| tag.get("id").map(str::to_owned)).collect()
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(words.into())])
}

#[test]
fn every_two_languages_have_a_page_with_both_titles() {
    let pages = pages(&sample::editions());
    for pair in PAIRS {
        let html = side(&pages, pair);
        let titles = pair.map(|lang| {
            between(&edition(&pages, lang), "<title>", "</title>").to_owned()
        });
        assert_eq!(between(&html, "<title>", "</title>"), titles.join(" / "));
        let ([first, second], [one, other]) = (pair, titles);
        let heading = format!(
            "<h1 class=\"pair\"><span lang=\"{first}\" dir=\"ltr\">{one}</span>\
             <span lang=\"{second}\" dir=\"ltr\" class=\"twin\">{other}</span></h1>"
        );
        let heading = heading.replace("көші-қон", "<span class=\"held\">көші-қон</span>");
        assert!(html.contains(&heading), "{heading}");
        assert!(html.contains(&format!("<html lang=\"{first}\" dir=\"ltr\">")));
    }
}

#[test]
fn each_language_says_all_that_its_edition_says_in_the_same_order() {
    let pages = pages(&sample::editions());
    for pair in PAIRS {
        let both = narrative(&side(&pages, pair), pair[0]);
        for lang in pair {
            let own = narrative(&edition(&pages, lang), lang);
            assert!(own.len() > 100, "{} words", own.len());
            let beside = both.iter().filter(|(other, _)| other == lang);
            assert_eq!(beside.cloned().collect::<Vec<_>>(), own, "{pair:?}, {lang}");
        }
    }
}

#[test]
fn the_anchors_of_the_editions_lead_to_the_same_places() {
    let pages = pages(&sample::editions());
    for pair in PAIRS {
        let beside = ids(&side(&pages, pair));
        for lang in pair {
            let missing: Vec<_> = ids(&without_front(&edition(&pages, lang)))
                .difference(&beside)
                .cloned()
                .collect();
            assert_eq!(missing, [""; 0], "{pair:?}, {lang}");
        }
    }
}

#[test]
fn every_row_has_cells_in_both_languages() {
    let html = side(&pages(&sample::editions()), ["en", "kk"]);
    let rows: Vec<_> = html.split("class=\"pair").skip(1).collect();
    assert!(rows.len() > 40, "{} rows", rows.len());
    for row in rows {
        // The footer names languages too.
        let row = row.split("</article>").next().unwrap();
        let cells = tags(row).into_iter().filter(|tag| tag.get("dir").is_some());
        let cells: Vec<_> = cells
            .map(|tag| {
                (tag.get("lang").unwrap().to_owned(), tag.get("dir").unwrap().to_owned())
            })
            .collect();
        let both = ["en", "kk"].map(|lang| (lang.to_owned(), "ltr".to_owned()));
        assert_eq!(cells, both, "{row}");
    }
}

#[test]
fn a_paragraph_more_stands_alone_and_headings_stay_beside_their_twins() {
    let mut editions = sample::editions();
    let kazakh = &mut editions[1].sections[1].body.blocks;
    let heading = kazakh.iter().position(|block| matches!(block, Block::Heading { .. }));
    kazakh.insert(heading.unwrap(), paragraph("Артық абзац."));
    let pages = pages(&editions);
    let html = side(&pages, ["en", "kk"]);
    assert_eq!(langs(&html, "Артық абзац."), ["kk"]);
    assert_eq!(langs(&html, "<h3 id=\"decline\">"), ["en", "kk"]);
    assert_eq!(langs(&html, "A decline to the end of the century</h3>"), ["en", "kk"]);
    let beside = narrative(&html, "en").into_iter().filter(|(lang, _)| lang == "kk");
    assert_eq!(beside.collect::<Vec<_>>(), narrative(&edition(&pages, "kk"), "kk"));
}

#[test]
fn a_text_that_is_not_translated_is_shown_once_and_the_reader_told_so() {
    let mut editions = sample::editions();
    let english = sample::lang("en");
    let blocks = vec![
        Block::Heading {
            level: 2,
            id: "aim".into(),
            content: vec![Inline::Text("Aim".into())],
        },
        paragraph("Only in English."),
    ];
    for edition in &mut editions[..2] {
        edition.sections[0].body =
            Passage { lang: english, blocks: blocks.clone(), outdated: None };
    }
    let blocks = vec![
        Block::Heading {
            level: 2,
            id: "aim".into(),
            content: vec![Inline::Text("Цель".into())],
        },
        paragraph("Первый."),
        paragraph("Второй."),
    ];
    editions[2].sections[0].body =
        Passage { lang: sample::lang("ru"), blocks, outdated: None };
    let pages = pages(&editions);
    let told = "Бұл бөлім әлі аударылмаған";
    let html = side(&pages, ["en", "kk"]);
    assert_eq!(langs(&html, "Only in English."), ["en"]);
    assert_eq!(langs(&html, "<h3 id=\"aim\">"), ["en", "en"]);
    assert_eq!(html.matches(told).count(), 1);
    let html = side(&pages, ["kk", "ru"]);
    assert_eq!(langs(&html, "Only in English."), ["en", "ru"]);
    assert_eq!(langs(&html, "Второй."), ["ru"]);
    assert_eq!(html.matches(told).count(), 1);
}

#[test]
fn footnotes_stand_beside_their_twins_whatever_their_numbers() {
    let mut editions = sample::editions();
    editions[1].notes.swap(0, 1);
    let html = side(&pages(&editions), ["en", "kk"]);
    for (own, twin) in [(1, 2), (2, 1)] {
        let row = html
            .split("class=\"pair")
            .find(|row| row.contains(&format!("<li id=\"fn-{own}\"")));
        let beside = format!("<li id=\"kk.fn-{twin}\" value=\"{twin}\"");
        assert!(row.unwrap().contains(&beside), "{row:?}");
    }
    assert!(
        html.contains("href=\"#kk.fn-1\"") && html.contains("href=\"#kk.fn-1-ref-1\"")
    );
}

#[test]
fn search_engines_are_sent_to_the_editions() {
    let pages = pages(&sample::editions());
    for pair in PAIRS {
        let html = side(&pages, pair);
        let links = tags(&html).into_iter().filter(|tag| tag.name == "link");
        let links: Vec<_> = links
            .filter(|link| matches!(link.get("rel"), Some("canonical" | "alternate")))
            .map(|link| link.get("href").unwrap().to_owned())
            .collect();
        let url = |folder: &str| format!("https://example.org/study/{folder}");
        let own = format!("{}/", pair[0]);
        let all = [own.as_str(), "en/", "kk/", "ru/", ""].map(url);
        assert_eq!(links, all);
        assert!(!html.contains("noindex"));
        assert!(!pages["sitemap.xml"].contains(&format!("{}-{}", pair[0], pair[1])));
    }
}

#[test]
fn editions_and_the_pages_beside_lead_to_each_other() {
    let pages = pages(&sample::editions());
    let footer = |html: &str| -> Vec<String> {
        let links = tags(between(html, "<footer", "</footer>"));
        let links = links.iter().filter_map(|tag| tag.get("href").map(str::to_owned));
        links.filter(|href| href.contains('-') || href == "index.html").collect()
    };
    let data = &pages["kk/data/migration.html"];
    assert_eq!(footer(data), ["../../en-kk/index.html", "../../kk-ru/index.html"]);
    let html = side(&pages, ["kk", "ru"]);
    assert_eq!(
        footer(&html),
        ["../en-kk/index.html", "../en-ru/index.html", "index.html"]
    );
    for lang in ["kk", "ru"] {
        let link = format!("<a href=\"../{lang}/index.html\" hreflang=\"{lang}\">");
        assert!(between(&html, "names\">", "<header").contains(&link), "{link}");
    }
}
