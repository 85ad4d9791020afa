//! What holds of every page.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use baspa::edition::{Block, Inline, Mark, Passage, Placed, Text};
use baspa::site_path::SitePath;
use sha2::{Digest as _, Sha256};

use crate::page::{Pages, render, tags, texts};
use crate::sample;

fn pages() -> Pages {
    render(&sample::editions(), Some("https://example.org/study/"))
}

fn ids(html: &str) -> Vec<String> {
    tags(html).iter().filter_map(|tag| tag.get("id").map(str::to_owned)).collect()
}

#[test]
fn every_id_is_unique_on_its_page() {
    for (path, html) in pages() {
        let all = ids(&html);
        let unique: BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), unique.len(), "{path}: {all:?}");
    }
}

#[test]
fn every_link_of_an_edition_leads_somewhere() {
    let pages = pages();
    let all: BTreeMap<_, BTreeSet<_>> = pages
        .iter()
        .map(|(path, html)| (path.as_str(), ids(html).into_iter().collect()))
        .collect();
    let made_elsewhere = |target: &str| {
        let below_edition = target.split_once('/').map_or("", |(_, rest)| rest);
        target.starts_with("data/")
            || target.starts_with("assets/")
            || below_edition.starts_with("figures/")
            || below_edition.starts_with("citation.")
            || target == "citation.cff"
    };
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        for href in tags(html).iter().filter_map(|tag| tag.get("href").map(str::to_owned))
        {
            if href.contains(':') || href.starts_with('/') {
                continue;
            }
            let (file, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let target = resolve(path, file);
            if made_elsewhere(&target) {
                continue;
            }
            let found = all.get(target.as_str());
            let ids = found.unwrap_or_else(|| panic!("{path}: no page at {href}"));
            assert!(anchor.is_empty() || ids.contains(anchor), "{path}: no {href}");
        }
    }
}

/// The path that `link` leads to from the page at `path`.
fn resolve(path: &str, link: &str) -> String {
    if link.is_empty() {
        return path.to_owned();
    }
    let mut parts: Vec<_> = path.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{path}: {link} leaves the site"),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[test]
fn a_figure_that_the_font_cannot_draw_is_offered_without_a_png() {
    let offered = |title: &str| {
        let mut editions = sample::editions();
        let mut blocks =
            editions[0].sections.iter_mut().flat_map(|section| &mut section.body.blocks);
        let figure = blocks.find_map(|block| match block {
            Block::Placed(Placed::Figure(figure)) => Some(figure),
            _ => None,
        });
        figure.unwrap().title.content = vec![Inline::Text(title.to_owned())];
        let html = &render(&editions, None)["en/index.html"];
        let links = tags(html).into_iter().filter(|tag| tag.get("download").is_some());
        let links = links.filter_map(|tag| tag.get("href").map(str::to_owned));
        let own = links.filter(|link| link.starts_with("figures/"));
        own.map(|link| link.rsplit('.').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(offered("More people move"), ["svg", "png", "csv", "xlsx", "json"]);
    assert_eq!(offered("人口"), ["svg", "csv", "xlsx", "json"]);
}

#[test]
fn ids_named_by_other_elements_exist() {
    for (path, html) in pages() {
        let ids = ids(&html);
        for tag in tags(&html) {
            for name in ["aria-labelledby", "aria-describedby"] {
                let named = tag.get(name).unwrap_or_default();
                for id in named.split(' ').filter(|id| !id.is_empty()) {
                    assert!(ids.iter().any(|known| known == id), "{path}: {name} {id}");
                }
            }
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_fetched_from_elsewhere() {
    for (path, html) in pages().iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(html.contains("default-src 'none'"), "{path}");
        for tag in tags(html) {
            let forbidden = ["iframe", "object", "embed", "img", "style", "base"];
            assert!(!forbidden.contains(&tag.name.as_str()), "{path}: {tag:?}");
            let src = tag.get("src");
            let is_own = src.is_none_or(|src| src.ends_with("assets/search.js"));
            // What is of this type is data, and no browser runs it.
            let own = is_own || tag.get("type") == Some("application/ld+json");
            assert!(tag.name != "script" || own, "{path}: {tag:?}");
            for (name, value) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{path}: {tag:?}");
                let fetched = tag.name == "link"
                    && matches!(tag.get("rel"), Some("stylesheet" | "icon"));
                assert!(
                    !(fetched && name == "href" && value.contains("://"))
                        || value.starts_with("data:"),
                    "{path}: {tag:?}"
                );
            }
        }
    }
}

#[test]
fn the_policy_names_the_script_that_a_page_holds_and_no_other() {
    for (path, html) in pages().iter().filter(|(path, _)| path.ends_with(".html")) {
        let held: Vec<_> = html.split("<script>").skip(1).collect();
        let named = html.matches("'sha256-").count();
        assert_eq!(held.len(), named, "{path}");
        assert!(!html.contains("unsafe-inline"), "{path}");
        for code in held {
            let (code, _) = code.split_once("</script>").unwrap();
            let hash = STANDARD.encode(Sha256::digest(code));
            assert!(html.contains(&format!("script-src 'sha256-{hash}';")), "{path}");
        }
    }
}

#[test]
fn pages_with_charts_alone_have_the_script_and_the_hatches() {
    let is_page = |path: &str| path.ends_with(".html") && !path.contains("/search/");
    for (path, html) in pages().iter().filter(|(path, _)| is_page(path)) {
        let charts = html.contains("<svg xmlns");
        assert_eq!(charts, path.ends_with("/index.html"), "{path}");
        for part in ["<script>", "script-src 'sha256-", "id=\"chart-hatch-2\""] {
            assert_eq!(html.contains(part), charts, "{path}: {part}");
        }
        assert_eq!(html.contains("role=\"status\""), charts, "{path}");
    }
}

#[test]
fn every_page_names_its_language_and_its_alternates() {
    let pages = pages();
    for lang in sample::LANGUAGES {
        for page in ["index.html", "about.html", "data/migration.html"] {
            let html = &pages[&format!("{lang}/{page}")];
            let tags = tags(html);
            let root = tags.iter().find(|tag| tag.name == "html").unwrap();
            assert_eq!((root.get("lang"), root.get("dir")), (Some(lang), Some("ltr")));
            let alternates: Vec<_> = tags
                .iter()
                .filter(|tag| tag.get("rel") == Some("alternate"))
                .map(|tag| (tag.get("hreflang").unwrap(), tag.get("href").unwrap()))
                .collect();
            let url = |lang: &str| {
                let path = SitePath::presume(format!("{lang}/{page}"));
                path.url("https://example.org/study/")
            };
            let urls = sample::LANGUAGES.map(|lang| (lang, url(lang)));
            let mut expected: Vec<_> =
                urls.iter().map(|(lang, url)| (*lang, url.as_str())).collect();
            let fallback = match page {
                "index.html" => "https://example.org/study/",
                _ => urls[0].1.as_str(),
            };
            expected.push(("x-default", fallback));
            assert_eq!(alternates, expected);
            let canonical = tags.iter().find(|tag| tag.get("rel") == Some("canonical"));
            assert_eq!(canonical.unwrap().get("href"), Some(url(lang).as_str()));
        }
    }
}

#[test]
fn words_in_another_language_say_so() {
    let mut editions = sample::editions();
    let english = Text {
        lang: sample::lang("en"),
        content: vec![Inline::Text("Untranslated".into())],
    };
    let kazakh = &mut editions[1];
    kazakh.front.title = english.clone();
    kazakh.front.authors[0].name = english.clone();
    kazakh.sections[0].title = english.clone();
    kazakh.sections[0].body =
        Passage { lang: sample::lang("en"), blocks: Vec::new(), outdated: None };
    kazakh.datasets[0].title = english.clone();
    kazakh.datasets[0].grid.columns[1].label = english.clone();
    kazakh.datasets[0].variables[0].label = english.clone();
    kazakh.datasets[0].findings[0].reason = english;
    for (path, html) in render(&editions, None) {
        if !path.starts_with("kk/") || path.ends_with(".js") {
            continue;
        }
        // In the head, words have no language of their own.
        let body = html.split_once("</head>").unwrap().1;
        let body = body.strip_suffix("\n</html>\n").unwrap();
        let all = texts(body).into_iter();
        let found: Vec<_> =
            all.filter(|(_, text)| text.contains("Untranslated")).collect();
        assert!(found.len() > 1, "{path}");
        assert!(found.iter().all(|(lang, _)| lang == "en"), "{path}: {found:?}");
    }
}

#[test]
fn every_element_is_closed_by_its_own_end_tag() {
    for (path, html) in pages().iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!texts(html).is_empty(), "{path}");
    }
}

#[test]
fn an_entry_of_the_reference_list_is_in_its_own_language() {
    let pages = pages();
    for lang in ["en", "kk"] {
        let html = &pages[&format!("{lang}/index.html")];
        assert!(html.contains("<span lang=\"ru\">Агентство Республики"), "{lang}");
    }
    assert!(pages["ru/index.html"].contains("<span>Агентство Республики"));
}

#[test]
fn a_citation_and_its_entry_lead_to_each_other() {
    let html = &pages()["en/index.html"];
    assert!(html.contains(
        "<span class=\"cite\">[<a href=\"#ref-yessenova2005\" id=\"cite-yessenova2005-1\">3\
         </a>, pp. <span class=\"held\">661–679</span>; <a href=\"#ref-agency2008\" id=\"cite-agency2008-2\">1</a>]</span>"
    ));
    let entry = html.split("id=\"ref-agency2008\"").nth(1).unwrap();
    let entry = entry.split("</li>").next().unwrap();
    for mention in [1, 2, 4] {
        assert!(
            entry.contains(&format!("href=\"#cite-agency2008-{mention}\"")),
            "{entry}"
        );
    }
}

#[test]
fn what_is_cited_elsewhere_leads_to_the_study() {
    let mut editions = sample::editions();
    let cite =
        Inline::Mark(Mark::Citation(vec![sample::cited(1, "agency2008", 9, None)]));
    editions[0].datasets[0].source.content.push(cite);
    let html = &render(&editions, None)["en/data/migration.html"];
    assert!(html.contains("[<a href=\"../index.html#ref-agency2008\">1</a>]"));
}

#[test]
fn a_value_does_not_break_across_lines() {
    let html = &pages()["kk/index.html"];
    assert!(html.contains("<span class=\"v\">431\u{a0}262\u{a0}адам</span>"));
}

#[test]
fn numbers_of_a_column_are_aligned_by_their_decimals() {
    let pages = pages();
    let russian = &pages["ru/data/population.html"];
    assert!(russian.contains("<td class=\"n\">16\u{a0}451,7</td>"));
    assert!(russian.contains("<td class=\"n p d1\">14\u{a0}823</td>"));
    let english = &pages["en/data/migration.html"];
    assert!(english.contains("<td class=\"n\">431,262</td>"));
}

#[test]
fn a_missing_value_gives_its_reason() {
    let html = &pages()["en/data/population.html"];
    assert!(html.contains(
        "<td class=\"n m\"><span aria-hidden=\"true\">…</span><span class=\"hidden\">\
         not printed in the source</span></td>"
    ));
    assert!(html.contains("<dt>…</dt><dd>not printed in the source</dd>"));
}

#[test]
fn the_sign_of_a_disputed_claim_leads_to_its_note_in_the_language_of_the_page() {
    let pages = pages();
    for (lang, name) in [
        ("en", "Editorial note"),
        ("kk", "Редакция ескертпесі"),
        ("ru", "Примечание редакции"),
    ] {
        let html = &pages[&format!("{lang}/index.html")];
        assert!(html.contains(&format!(
            "<sup class=\"disputed\"><a href=\"#claim-peak\" aria-label=\"{name}\" \
             title=\"{name}\">*</a></sup>"
        )));
        assert!(html.contains("role=\"note\" id=\"claim-peak\""));
        assert!(pages[&format!("{lang}/about.html")].contains("id=\"claim-peak\""));
    }
}

#[test]
fn a_derived_dataset_names_what_it_is_computed_from() {
    let html = &pages()["ru/data/population.html"];
    assert!(html.contains("<dt>Исходные данные</dt>"));
    assert!(html.contains("<li><a href=\"migration.html\">Переезды</a></li>"));
    assert!(
        html.contains(
            "<dt>Отобранные строки</dt><dd><code>row.year &lt; 2021</code></dd>"
        )
    );
    assert!(html.contains("<dt>Группировка</dt><dd><span>Год</span></dd>"));
}

#[test]
fn a_site_without_an_address_has_no_sitemap() {
    let pages = render(&sample::editions(), None);
    assert!(!pages.contains_key("sitemap.xml"));
    assert_eq!(pages["robots.txt"], "User-agent: *\nAllow: /\n");
    let html = &pages["en/data/migration.html"];
    assert!(html.contains("<link rel=\"canonical\" href=\"migration.html\">"));
}

#[test]
fn the_sitemap_lists_every_page_of_every_edition() {
    let pages = pages();
    let sitemap = &pages["sitemap.xml"];
    assert_eq!(sitemap.matches("<loc>").count(), 3 * (3 + 2));
    assert_eq!(sitemap.matches("hreflang=\"kk\"").count(), 15);
    assert!(sitemap.contains("<loc>https://example.org/study/kk/</loc>"));
    assert!(pages["robots.txt"].ends_with("https://example.org/study/sitemap.xml\n"));
}

#[test]
fn the_page_of_wrong_addresses_works_from_any_depth() {
    let html = &pages()["404.html"];
    assert!(html.contains("href=\"/study/assets/style.css\""));
    assert!(html.contains("href=\"/study/kk/index.html\""));
    let html = &render(&sample::editions(), None)["404.html"];
    assert!(html.contains("href=\"/kk/index.html\""));
}
