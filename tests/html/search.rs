//! The page of search: an index of the study, and what its script looks words up in.

use baspa::locale::Locale;

use crate::page::{Pages, Tag, render, tags};
use crate::sample;

fn pages() -> Pages {
    render(&sample::editions(), None)
}

fn links(html: &str) -> Vec<String> {
    let links = tags(html).into_iter().filter(|tag| tag.name == "a");
    links.filter_map(|tag| tag.get("href").map(str::to_owned)).collect()
}

/// What stands between `start` and `end`, wherever it does.
fn between<'h>(html: &'h str, start: &str, end: &str) -> Vec<&'h str> {
    html.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

#[test]
fn the_index_leads_to_every_heading_figure_table_and_dataset() {
    let pages = pages();
    for lang in sample::LANGUAGES {
        let index = links(&pages[&format!("{lang}/search/index.html")]);
        let study = tags(&pages[&format!("{lang}/index.html")]);
        let is_listed = |tag: &&Tag| {
            matches!(tag.name.as_str(), "h2" | "h3")
                || tag.get("class").is_some_and(|own| {
                    own.split(' ').any(|own| own == "figure" || own == "table")
                })
        };
        let matter = ["data", "flags", "notes", "references"];
        let ids = study.iter().filter(is_listed).filter_map(|tag| tag.get("id"));
        let mut count = 0;
        for id in ids.filter(|id| !matter.contains(id)) {
            let link = format!("../index.html#{id}");
            assert!(index.contains(&link), "{lang}: {link}");
            count += 1;
        }
        assert!(count > 5, "{lang}");
        let datasets = pages.keys().filter_map(|path| {
            let name = path.strip_prefix(&format!("{lang}/data/"))?;
            (!name.contains("revisions")).then(|| format!("../data/{name}"))
        });
        for link in datasets {
            assert!(index.contains(&link), "{lang}: {link}");
        }
    }
}

#[test]
fn the_words_stand_in_the_order_of_their_alphabet() {
    let pages = pages();
    for lang in sample::LANGUAGES {
        let html = &pages[&format!("{lang}/search/index.html")];
        let words = between(html, "<dt>", "</dt>");
        let locale = Locale::new(baspa::lang::Lang::presume(lang));
        assert!(words.len() > 5, "{lang}: {words:?}");
        assert!(words.is_sorted_by(|a, b| locale.compare(a, b).is_le()), "{lang}");
        let letters = between(html, "<h3>", "</h3>");
        assert!(letters.is_sorted_by(|a, b| locale.compare(a, b).is_lt()), "{letters:?}");
    }
}

#[test]
fn every_page_leads_to_the_search_of_its_language() {
    for (path, html) in pages().iter().filter(|(path, _)| path.ends_with(".html")) {
        let folders: Vec<_> = path.split('/').collect();
        let [_, rest @ ..] = folders.as_slice() else { continue };
        if rest.is_empty() {
            continue;
        }
        let found =
            links(html).into_iter().any(|link| link.ends_with("search/index.html"));
        assert!(found || path.contains("search/"), "{path}");
    }
}

#[test]
fn the_page_of_search_alone_has_its_script_and_no_hatches() {
    let pages = pages();
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let searches = path.ends_with("search/index.html");
        assert_eq!(html.contains("assets/search.js"), searches, "{path}");
        if searches {
            assert!(html.contains("script-src 'self'"), "{path}");
            assert!(
                !html.contains("chart-hatch") && !html.contains("<script>"),
                "{path}"
            );
        }
    }
    for lang in sample::LANGUAGES {
        let index = &pages[&format!("{lang}/search/head.js")];
        assert!(index.lines().all(|line| line.starts_with("baspaIndex(\"")), "{lang}");
    }
}
