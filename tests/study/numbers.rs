//! Numbers: those of the source, as it prints them, and none that is typed by hand.

use std::fs;
use std::path::{Path, PathBuf};

use crate::html::Page;
use crate::{BUILT, LANGS, root};

/// Table 1 of the source, line by line: year, total, interregional, intraregional.
const TABLE_1: &str = "
    1991 431262 155766 275496, 1992 361356 136094 225262, 1993 347652 134445 213207,
    1994 327323 131002 196321, 1995 304959 123383 181576, 1996 236957 97524 139433,
    1997 204569 81060 123509, 1998 228610 96973 131637, 1999 232427 131815 100612,
    2000 276699 145903 130796, 2001 271728 136390 135338, 2002 269092 103868 165224,
    2003 291758 107646 184112";

/// Table 2 of the source.
const TABLE_2: &str = "
    2003 291758 107646 184112, 2004 317928 127474 190454, 2005 298627 131012 167615,
    2006 295057 131303 163754, 2007 311740 139542 172198, 2008 344373 157974 186399,
    2009 364655 171871 192784, 2010 366037 173266 192771, 2011 364638 175057 189581,
    2012 337841 146419 191422, 2013 337267 146157 191110";

/// Table 3 of the source: year, total, urban, rural, shares of urban and rural. Its first
/// two lines are printed in thousands.
const TABLE_3: &str = "
    1991 16451.7 9366.9 6991.3 57.3 42.7, 2002 14823 8365 6458 56.4 43.6,
    2010 16210144 8726907 7483237 58.8 41.2, 2020 18809210 11087503 7721707 59 41";

/// The cells of a table of the page, as the numbers that they show, without the marks of
/// units.
fn table(page: &Page, id: &str, lang: &str) -> Vec<Vec<String>> {
    let figure = page.by_id(id).unwrap_or_else(|| panic!("no {id}"));
    let rows = page.below(figure).into_iter().filter(|own| own.name == "tr");
    rows.skip(1)
        .map(|row| {
            let cells = page.below(row).into_iter();
            cells
                .filter(|own| own.name == "td" || own.name == "th")
                .map(|cell| {
                    let marks: String = page
                        .below(cell)
                        .into_iter()
                        .filter(|own| own.has_class("unit"))
                        .map(|own| page.words(own))
                        .collect();
                    plain(page.words(cell).trim_end_matches(&marks), lang)
                })
                .collect()
        })
        .collect()
}

/// A number as a language writes it, without the signs of that language.
fn plain(text: &str, lang: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_end_matches('%');
    match lang {
        "en" => text.replace(',', ""),
        _ => text.replace(',', "."),
    }
}

fn lines(table: &str) -> Vec<Vec<String>> {
    let lines = table.split(',');
    lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn the_tables_of_the_source_stand_as_printed() {
    for lang in LANGS {
        let page = BUILT.study(lang);
        assert_eq!(table(page, "migration-1991-2003", lang), lines(TABLE_1), "{lang}");
        assert_eq!(table(page, "migration-2003-2013", lang), lines(TABLE_2), "{lang}");
        assert_eq!(table(page, "population-1991-2020", lang), lines(TABLE_3), "{lang}");
    }
}

#[test]
fn digits_are_grouped_as_the_language_does() {
    let cell = |lang: &str| {
        let page = BUILT.study(lang);
        let cells = page.all("td").map(|cell| page.words(cell));
        cells.into_iter().find(|words| plain(words, lang) == "431262").unwrap()
    };
    let nbsp = "431\u{a0}262";
    assert_eq!(LANGS.map(cell), ["431,262", nbsp, nbsp, nbsp]);
}

/// What a language calls a month, a page and a name that has a number.
struct Allowed {
    lang: &'static str,
    months: [&'static str; 3],
    before: &'static [&'static str],
    after: &'static [&'static str],
}

const ALLOWED: [Allowed; 3] = [
    Allowed {
        lang: "en",
        months: ["July", "November", "October"],
        before: &["COVID-", "Shanyrak-", "p. ", "p.\u{a0}"],
        after: &[],
    },
    Allowed {
        lang: "kk",
        months: ["шілде", "қараша", "қазан"],
        before: &["COVID-", "Шаңырақ-"],
        after: &["-бет"],
    },
    Allowed {
        lang: "ru",
        months: ["июля", "ноября", "октября"],
        before: &["COVID-", "Шанырак-", "Шаныраке-", "Шанырака-", "с. ", "с.\u{a0}"],
        after: &[],
    },
];

/// The digits in a text that are neither a year, a day of a month, a page nor a part of
/// a name.
fn typed_by_hand(text: &str, allowed: &Allowed) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i)
    {
        let rest = &text[start..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, after) = rest.split_at(length);
        let before = &text[..start];
        at = start + length;
        let single = |c: char| c == ',' || c == '.';
        let part_of_number = after
            .strip_prefix(single)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            || before
                .strip_suffix(single)
                .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
        let year =
            digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let percent = after.trim_start_matches([' ', '\u{a0}']).starts_with('%');
        let day = digits.len() <= 2
            && allowed.months.iter().any(|month| after.trim_start().starts_with(month));
        let name = allowed.before.iter().any(|own| before.ends_with(own))
            || allowed.after.iter().any(|own| after.starts_with(own));
        let good = !part_of_number && !percent && (year || day || name);
        if !good {
            let from = before.char_indices().rev().nth(20).map_or(0, |(i, _)| i);
            found.push(format!("…{}{digits}", &before[from..]));
        }
    }
    found
}

/// The text without expressions, citations, addresses of links and ids of headings.
fn words(text: &str) -> String {
    let cut = |text: &str, open: &str, close: &str| {
        let mut parts = text.split(open);
        let first = parts.next().unwrap_or("").to_owned();
        parts.fold(first, |kept, part| {
            kept + " " + part.split_once(close).map_or("", |(_, rest)| rest)
        })
    };
    let text = cut(text, "{{", "}}");
    let text = cut(&text, "[@", "]");
    let text = cut(&text, "](", ")");
    cut(&text, "{#", "}")
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_str().unwrap().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn no_statistical_number_is_typed_into_a_text() {
    for allowed in &ALLOWED {
        let texts = files(&root().join("content"), &format!("{}.md", allowed.lang));
        assert!(texts.len() >= 10, "{}", allowed.lang);
        for path in texts {
            let text = words(&fs::read_to_string(&path).unwrap());
            let typed = typed_by_hand(&text, allowed);
            assert!(typed.is_empty(), "{}: {typed:#?}", path.display());
        }
    }
}

#[test]
fn no_statistical_number_is_typed_into_a_figure_or_a_table() {
    let mut checked = 0;
    for folder in ["content/figures", "content/tables"] {
        for path in files(&root().join(folder), ".yaml") {
            let text = fs::read_to_string(&path).unwrap();
            for allowed in &ALLOWED {
                let start = format!("  {}: ", allowed.lang);
                for line in text.lines().filter_map(|line| line.strip_prefix(&start)) {
                    let typed = typed_by_hand(&words(line), allowed);
                    assert!(typed.is_empty(), "{}: {typed:#?}", path.display());
                    checked += 1;
                }
            }
        }
    }
    assert!(checked >= 60, "{checked} texts");
}

#[test]
fn a_number_that_is_typed_is_seen() {
    let typed = |text: &str| !typed_by_hand(&words(text), &ALLOWED[0]).is_empty();
    for bad in
        ["431,262 people", "35.8%", "2,019 people", "in 70 villages", "20 % of", "2019%"]
    {
        assert!(typed(bad), "{bad}");
    }
    let good = [
        "in 1991–2007 and the 1990s",
        "on 14 July 2006",
        "COVID-19 in Shanyrak-2",
        "{{ lit(\"14\") }} [@king2012, p. 3] [](#table-1)",
        "the academic year 2010/2011",
    ];
    for good in good {
        assert!(!typed(good), "{good}");
    }
}
