//! What every format says of a work.

use serde_json::{Value, json};

use super::{bibtex, cff, csl, ris};
use crate::edition::{Creator, Work};
use crate::lang::Lang;
use crate::locale::Date;
use crate::study::KnownLicence;

fn creator(name: &str, parts: Option<(&str, &str)>) -> Creator {
    Creator {
        name: name.to_owned(),
        parts: parts.map(|(family, given)| (family.to_owned(), given.to_owned())),
        orcid: None,
        affiliations: Vec::new(),
    }
}

/// A work of which all is known.
fn article() -> Work {
    let some = |words: &str| Some(words.to_owned());
    let mut first = creator("Ә. Қасым", Some(("Қасым", "Ә.")));
    first.orcid = some("0000-0002-1825-0097");
    first.affiliations = vec!["Алматы \"қаласы\"".to_owned()];
    Work {
        lang: Lang::presume("kk"),
        title: "Көші-қон: 50% & {қала}".to_owned(),
        authors: vec![first, creator("Saulesh Yessenova", None)],
        journal: some("Хабаршы"),
        publisher: some("Баспа"),
        volume: some("64"),
        issue: some("4/1"),
        pages: Some(("661".to_owned(), "679".to_owned())),
        issn: some("0378-5955"),
        doi: some("10.1000/182_a"),
        issued: Date::parse("2005-10-31").ok(),
        online: None,
        keywords: vec!["қала".to_owned(), "көші-қон, ішкі".to_owned()],
        summary: "Қысқаша: #1 ~ a_b \\ ^.".to_owned(),
        licence: some("CC BY 4.0"),
        known_licence: KnownLicence::named("CC BY 4.0"),
        version: Some(("v1".to_owned(), Date::parse("2026-11-01").ok())),
        address: some("https://example.org/v1/kk/"),
    }
}

/// A work of which only the title is known.
fn page() -> Work {
    Work {
        lang: Lang::presume("en"),
        title: "Three alphabets".to_owned(),
        authors: Vec::new(),
        journal: None,
        publisher: None,
        volume: None,
        issue: None,
        pages: None,
        issn: None,
        doi: None,
        issued: None,
        online: None,
        keywords: Vec::new(),
        summary: String::new(),
        licence: None,
        known_licence: None,
        version: None,
        address: None,
    }
}

#[test]
fn bibtex_is_read_as_it_was_meant() {
    let work = article();
    let library = hayagriva::io::from_biblatex_str(&bibtex::bibtex(&work)).unwrap();
    let entry = library.nth(0).unwrap();
    assert_eq!(entry.key(), "qasym2005-kk");
    assert_eq!(entry.title().unwrap().value.to_string(), work.title);
    let authors: Vec<_> = entry.authors().unwrap().iter().collect();
    assert_eq!(
        (authors[0].name.as_str(), authors[0].given_name.as_deref()),
        ("Қасым", Some("Ә."))
    );
    assert_eq!(
        (authors[1].name.as_str(), authors[1].given_name.as_deref()),
        ("Saulesh Yessenova", None)
    );
    let date = entry.date().unwrap();
    assert_eq!((date.year, date.month), (2005, Some(9)));
    assert_eq!(entry.page_range().unwrap().to_string(), "661-679");
    assert_eq!(entry.doi(), work.doi.as_deref());
    let journal = &entry.parents()[0];
    assert_eq!(journal.title().unwrap().value.to_string(), "Хабаршы");
    assert_eq!(journal.volume().unwrap().to_string(), "64");
    assert_eq!(journal.issue().unwrap().to_string(), "4/1");
    let page = hayagriva::io::from_biblatex_str(&bibtex::bibtex(&page())).unwrap();
    assert_eq!(page.nth(0).unwrap().key(), "study-en");
}

#[test]
fn no_letter_of_words_is_a_sign_of_tex() {
    let text = bibtex::bibtex(&article());
    let line = text.lines().find(|line| line.contains("abstract =")).unwrap();
    assert_eq!(
        line.trim(),
        "abstract = {Қысқаша: \\#1 {\\textasciitilde} a\\_b {\\textbackslash} \
         {\\textasciicircum}.},"
    );
    // Nothing else ends a field.
    assert_eq!(text.matches('{').count(), text.matches('}').count());
    assert!(text.contains("keywords = {қала, көші-қон; ішкі},"), "{text}");
    assert!(text.contains("doi = {10.1000/182_a},"), "{text}");
}

#[test]
fn ris_has_a_line_for_each_value_and_ends() {
    let text = ris::ris(&article());
    let lines: Vec<_> = text.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "TY  - JOUR",
            "AU  - Қасым, Ә.",
            "AU  - Saulesh Yessenova",
            "TI  - Көші-қон: 50% & {қала}",
            "T2  - Хабаршы",
            "VL  - 64",
            "IS  - 4/1",
            "SP  - 661",
            "EP  - 679",
            "PY  - 2005",
            "DA  - 2005/10/31/",
            "PB  - Баспа",
            "SN  - 0378-5955",
            "DO  - 10.1000/182_a",
            "ET  - v1",
            "UR  - https://example.org/v1/kk/",
            "LA  - kk",
            "KW  - қала",
            "KW  - көші-қон, ішкі",
            "AB  - Қысқаша: #1 ~ a_b \\ ^.",
            "ER  - ",
            "",
        ]
    );
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    let page = ris::ris(&page());
    assert_eq!(page, "TY  - ELEC\r\nTI  - Three alphabets\r\nLA  - en\r\nER  - \r\n");
}

#[test]
fn csl_json_is_a_list_of_one_entry() {
    let own: Value = serde_json::from_str(&csl::csl(&article())).unwrap();
    let expected = json!([{
        "id": "qasym2005-kk",
        "type": "article-journal",
        "title": "Көші-қон: 50% & {қала}",
        "author": [{ "family": "Қасым", "given": "Ә." }, { "literal": "Saulesh Yessenova" }],
        "container-title": "Хабаршы",
        "publisher": "Баспа",
        "volume": "64",
        "issue": "4/1",
        "page": "661-679",
        "issued": { "date-parts": [[2005, 10, 31]] },
        "ISSN": "0378-5955",
        "DOI": "10.1000/182_a",
        "URL": "https://example.org/v1/kk/",
        "version": "v1",
        "language": "kk",
        "keyword": "қала, көші-қон, ішкі",
        "abstract": "Қысқаша: #1 ~ a_b \\ ^.",
    }]);
    assert_eq!(own, expected);
    let page: Value = serde_json::from_str(&csl::csl(&page())).unwrap();
    let only = json!({
        "id": "study-en", "type": "webpage", "title": "Three alphabets", "language": "en",
    });
    assert_eq!(page, json!([only]));
}

#[test]
fn a_citation_file_prefers_the_article() {
    let text = cff::cff(&article(), Some("https://example.org/v1/"));
    let own: Value = serde_yaml::from_str(&text).unwrap();
    let author = json!({
        "family-names": "Қасым", "given-names": "Ә.", "affiliation": "Алматы \"қаласы\"",
        "orcid": "https://orcid.org/0000-0002-1825-0097",
    });
    let authors = json!([author, { "name": "Saulesh Yessenova" }]);
    let expected = json!({
        "cff-version": "1.2.0",
        "message": "Please cite the study as described in preferred-citation.",
        "type": "dataset",
        "title": "Көші-қон: 50% & {қала}",
        "authors": authors,
        "abstract": "Қысқаша: #1 ~ a_b \\ ^.",
        "keywords": ["қала", "көші-қон, ішкі"],
        "license": "CC-BY-4.0",
        "version": "v1",
        "date-released": "2026-11-01",
        "url": "https://example.org/v1/",
        "preferred-citation": {
            "type": "article",
            "title": "Көші-қон: 50% & {қала}",
            "authors": authors,
            "journal": "Хабаршы",
            "volume": "64",
            "issue": "4/1",
            "start": "661",
            "end": "679",
            "year": 2005,
            "month": 10,
            "publisher": { "name": "Баспа" },
            "issn": "0378-5955",
            "doi": "10.1000/182_a",
            "url": "https://example.org/v1/kk/",
            "languages": ["kk"],
        },
    });
    assert_eq!(own, expected);
    let page: Value = serde_yaml::from_str(&cff::cff(&page(), None)).unwrap();
    assert_eq!(page["authors"], json!([{ "name": "Three alphabets" }]));
    assert_eq!(page["preferred-citation"]["type"], "website");
}
