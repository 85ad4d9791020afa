//! Figures as files and the cards of pages.

use std::collections::BTreeSet;

use baspa::picture::Picture;
use baspa::site::{Content, Site};
use baspa::site_path::SitePath;
use baspa::source::Input;
use baspa::{Before, BuildOptions};
use read_fonts::{FontRef, TableProvider};
use resvg::usvg::roxmltree;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::html::{Element, Page};
use crate::{BASE, BUILT, LANGS, content, folder, site};

fn svgs() -> impl Iterator<Item = (&'static SitePath, &'static str)> {
    let files = BUILT.site.iter().filter(|(path, _)| path.as_str().ends_with(".svg"));
    files.map(|(path, file)| (path, std::str::from_utf8(file.bytes().unwrap()).unwrap()))
}

fn pictures(site: &Site) -> impl Iterator<Item = (&SitePath, &Picture)> {
    site.iter().filter_map(|(path, content)| match content {
        Content::Picture(picture) => Some((path, picture)),
        _ => None,
    })
}

/// Width and height of a PNG in dots.
fn size(png: &[u8]) -> (u32, u32) {
    let decoder = png::Decoder::new(std::io::Cursor::new(png));
    let reader = decoder.read_info().unwrap();
    (reader.info().width, reader.info().height)
}

/// The figures of a page with their ids.
fn figures(page: &Page) -> impl Iterator<Item = (&str, &Element)> {
    let figures = page.all("figure").filter(|figure| figure.has_class("figure"));
    figures.map(|figure| (figure.get("id").unwrap(), figure))
}

#[test]
fn every_figure_is_offered_as_a_picture_and_as_data() {
    for lang in LANGS {
        let page = BUILT.study(lang);
        assert!(figures(page).count() >= 6, "{lang}");
        for (id, figure) in figures(page) {
            let below = page.below(figure);
            let offered =
                below.iter().filter(|element| element.get("download").is_some());
            let links: Vec<_> =
                offered.filter_map(|element| element.get("href")).collect();
            let expected = ["svg", "png", "csv", "xlsx", "json"]
                .map(|e| format!("figures/{id}.{e}"));
            assert_eq!(links, expected, "{lang}");
        }
    }
}

#[test]
fn a_figure_needs_nothing_from_elsewhere() {
    let mut checked = 0;
    for (path, svg) in svgs() {
        let document = roxmltree::Document::parse(svg).unwrap();
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            for attribute in node.attributes() {
                let value = attribute.value();
                assert!(
                    attribute.name() != "href" && attribute.name() != "src",
                    "{path}"
                );
                assert!(!value.contains("url(") && !value.contains("var("), "{path}");
            }
        }
        for rest in svg.split("url(").skip(1) {
            assert!(rest.starts_with("\"data:font/ttf;base64,"), "{path}");
        }
        assert!(!svg.contains("var(") && !svg.contains("@import"), "{path}");
        checked += 1;
    }
    assert!(checked >= 24, "{checked} figures");
}

#[test]
fn a_figure_carries_every_letter_of_its_texts_and_no_other() {
    for (path, svg) in svgs() {
        let document = roxmltree::Document::parse(svg).unwrap();
        for (weight, bold) in [("400", false), ("700", true)] {
            let mut wanted: BTreeSet<char> = [' '].into();
            let texts = document.descendants().filter(|node| node.has_tag_name("text"));
            for text in
                texts.filter(|t| (t.attribute("font-weight") == Some("bold")) == bold)
            {
                let words = text.descendants().filter(roxmltree::Node::is_text);
                wanted.extend(words.flat_map(|t| t.text().unwrap().chars()));
            }
            let rule = format!("font-weight:{weight};");
            let (_, rest) = svg.split_once(&rule).unwrap();
            let (_, file) = rest.split_once("base64,").unwrap();
            let bytes = decode(file.split('"').next().unwrap());
            let font = FontRef::new(&bytes).unwrap();
            let found = letters(&font);
            assert_eq!(found, wanted, "{path}, {weight}");
            let names = font.maxp().unwrap().num_glyphs();
            assert!(usize::from(names) <= 2 * wanted.len() + 2, "{path}: {names} glyphs");
        }
    }
}

/// The characters that a font has a glyph for.
fn letters(font: &FontRef<'_>) -> BTreeSet<char> {
    let cmap = font.cmap().unwrap();
    let has = |c: &char| cmap.map_codepoint(*c).is_some();
    ('\u{20}'..='\u{fffd}').filter(has).collect()
}

fn decode(text: &str) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text).unwrap()
}

#[test]
fn a_figure_says_what_it_is_in_its_language() {
    for (path, svg) in svgs() {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        let lang = root.attribute("lang").map(folder);
        assert_eq!(lang.as_deref(), path.as_str().split('/').next(), "{path}");
        for (name, by) in [("title", "aria-labelledby"), ("desc", "aria-describedby")] {
            let own = root.children().find(|node| node.has_tag_name(name)).unwrap();
            assert!(own.text().is_some_and(|text| !text.is_empty()), "{path}: {name}");
            assert_eq!(root.attribute(by), own.attribute("id"), "{path}");
        }
    }
}

#[test]
fn a_png_has_two_dots_for_each_px_of_its_figure() {
    for lang in LANGS {
        let at = |ending| format!("{}/figures/survey-motives.{ending}", folder(lang));
        let svg = BUILT.site.bytes(&SitePath::presume(at("svg"))).unwrap();
        let document = roxmltree::Document::parse(std::str::from_utf8(svg).unwrap());
        let document = document.unwrap();
        let side = |name| document.root_element().attribute(name).unwrap();
        let side = |name| side(name).parse::<u32>().unwrap();
        let path = SitePath::presume(at("png"));
        let Some(Content::Picture(picture)) = BUILT.site.get(&path) else {
            panic!("{path} is no picture")
        };
        assert_eq!(size(&picture.draw()), (2 * side("width"), 2 * side("height")));
    }
}

#[test]
fn the_csv_of_a_figure_holds_what_its_table_shows() {
    for lang in LANGS {
        let page = BUILT.study(lang);
        for (id, figure) in figures(page) {
            let path = SitePath::presume(format!("{}/figures/{id}.csv", folder(lang)));
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(BUILT.site.bytes(&path).unwrap());
            let records: Vec<_> = reader.records().map(Result::unwrap).collect();
            let below = page.below(figure);
            let rows: Vec<_> = below.iter().filter(|row| row.name == "tr").collect();
            assert!(rows.len() > 2, "{path}");
            assert_eq!(records.len(), rows.len(), "{path}: rows");
            for (record, row) in records.iter().zip(rows) {
                let cells = page.below(row).into_iter();
                let cells = cells.filter(|cell| ["th", "td"].contains(&&*cell.name));
                let shown: Vec<_> = cells.map(|cell| page.words(cell)).collect();
                assert_eq!(record.len(), shown.len(), "{path}: columns");
                for (own, shown) in record.iter().zip(&shown) {
                    assert!(is_same(own, shown, lang), "{path}: `{own}`, but `{shown}`");
                }
            }
        }
    }
}

/// Whether a cell of a file and one of a page say the same: words but for the comma before
/// the unit, and a number to as many decimals as the page shows.
fn is_same(own: &str, shown: &str, lang: &str) -> bool {
    let Ok(number) = own.parse::<Decimal>() else {
        let words = |text: &str| text.replace('\u{a0}', " ").replace(", ", " ");
        return words(own) == words(shown);
    };
    let shown = shown.replace(['\u{a0}', ' '], "").replace('−', "-");
    let shown = match lang {
        "en" => shown.replace(',', ""),
        _ => shown.replace(',', "."),
    };
    let shown: Decimal = shown.parse().unwrap_or_else(|_| panic!("{shown}"));
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    number.round_dp_with_strategy(shown.scale(), half_up) == shown
}

fn meta<'p>(page: &'p Page, name: &str) -> Option<&'p str> {
    let own = |tag: &&Element| {
        tag.get("property").or(tag.get("name")).is_some_and(|own| own == name)
    };
    page.all("meta").find(own)?.get("content")
}

#[test]
fn every_page_with_an_address_names_its_card() {
    let mut cards = BTreeSet::new();
    for (path, page) in &BUILT.pages {
        let meta = |name| meta(page, name);
        if path == "404.html" || path.contains("/search/") {
            assert_eq!(meta("og:image"), None);
            continue;
        }
        let address = meta("og:image").unwrap_or_else(|| panic!("{path} has no card"));
        let card = SitePath::presume(address.strip_prefix(BASE).unwrap());
        let Some(Content::Picture(picture)) = BUILT.site.get(&card) else {
            panic!("{path}: {card} is no picture")
        };
        assert!(picture.svg().contains("width=\"1200\" height=\"630\""), "{card}");
        assert_eq!(meta("og:image:width"), Some("1200"), "{path}");
        assert_eq!(meta("og:image:height"), Some("630"), "{path}");
        assert!(meta("og:image:alt").is_some_and(|alt| !alt.is_empty()), "{path}");
        assert_eq!(meta("twitter:card"), Some("summary_large_image"));
        cards.insert(card);
    }
    let made = pictures(&BUILT.site).map(|(path, _)| path.clone());
    let made: BTreeSet<_> = made.filter(|p| p.as_str().ends_with("-card.png")).collect();
    assert_eq!(cards, made, "every card is the card of a page");
    let (_, card) = pictures(&BUILT.site).find(|(path, _)| cards.contains(path)).unwrap();
    assert_eq!(size(&card.draw()), (1200, 630));
}

#[test]
fn a_site_without_an_address_has_no_cards() {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let files = content();
    let files = files.files().map(|(_, file)| match file.path.as_str() {
        "content/study.yaml" => {
            let without =
                text(&file.bytes).replace("base-url: https://baspa.example/\n", "");
            (file.path.clone(), without.into_bytes())
        }
        _ => (file.path.clone(), file.bytes.to_vec()),
    });
    let site = site(&Input::new(files.collect::<Vec<_>>()), &BuildOptions::default());
    assert!(pictures(&site).all(|(path, _)| path.as_str().contains("/figures/")));
    let index = site.bytes(&SitePath::presume("en/index.html")).unwrap();
    assert!(!text(index).contains("og:image"));
}

/// The study with another share of those who came for a job.
fn with_a_cell_changed() -> Input {
    let files = content();
    let changed = files.files().map(|(_, file)| {
        let mut bytes = file.bytes.to_vec();
        if file.path == "content/data/survey_motives.yaml" {
            let text = String::from_utf8(bytes).unwrap();
            let (before, after) = text.split_once("35.8").unwrap();
            bytes = format!("{before}35.7{after}").into_bytes();
        }
        (file.path.clone(), bytes)
    });
    Input::new(changed.collect::<Vec<_>>())
}

#[test]
fn a_changed_cell_changes_only_the_pictures_that_show_it() {
    let outcome = baspa::build(&with_a_cell_changed(), &BuildOptions::default());
    let site = outcome.site.unwrap();
    let before: Vec<_> = pictures(&BUILT.site).collect();
    let after: Vec<_> = pictures(&site).collect();
    assert_eq!(before.len(), after.len());
    let changed: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(old, new)| old.1.digest() != new.1.digest())
        .map(|(old, _)| old.0.as_str())
        .collect();
    let mut expected =
        LANGS.map(|lang| format!("{}/figures/survey-motives.png", folder(lang)));
    expected.sort();
    assert_eq!(changed, expected);
}

#[test]
fn a_build_after_another_draws_only_what_depends_on_the_changed_cell() {
    let (old, new) = (content(), with_a_cell_changed());
    let (options, before) = (BuildOptions::default(), Before::default());
    let cost = || [before.charts.made(), before.figures.made(), before.cards.made()];
    assert!(baspa::rebuild(&old, &options, &before, None).site.is_some());
    let [charts, figures, cards] = cost();
    assert!(charts > 20 && figures > 20 && cards > 20, "{charts} {figures} {cards}");
    let again = baspa::rebuild(&new, &options, &before, None).site.unwrap();
    let one_in_each = LANGS.len();
    assert_eq!(cost(), [charts + one_in_each, figures + one_in_each, cards]);
    let clean = baspa::build(&new, &options).site.unwrap();
    assert!(again.iter().eq(clean.iter()), "other bytes than those of a clean build");
}
