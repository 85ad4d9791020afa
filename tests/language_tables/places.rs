//! The regions and cities of today in every case.

use crate::say::{Study, assert_said};
use crate::table::{Row, table};

/// A row as an expression: `Abai Region` as `place("abai-region")`, `Astana city` as
/// `place("astana").city()`.
fn place(row: &Row) -> String {
    let name = row.get("en");
    match name.strip_suffix(" city") {
        Some(city) => format!("place(\"{}\").city()", city.to_lowercase()),
        None => format!("place(\"{}\")", name.to_lowercase().replace(' ', "-")),
    }
}

/// The columns of a language with the methods that make them.
fn columns(tag: &str) -> &'static [(&'static str, &'static str)] {
    match tag {
        "en" => &[("en", "")],
        "kk" => &[
            ("kk_nom", ""),
            ("kk_gen", ".gen()"),
            ("kk_dat", ".dat()"),
            ("kk_acc", ".acc()"),
            ("kk_loc", ".loc()"),
            ("kk_abl", ".abl()"),
            ("kk_ins", ".ins()"),
        ],
        _ => &[
            ("ru_nom", ""),
            ("ru_gen", ".gen()"),
            ("ru_prep_phrase", ".loc().after(\"в\")"),
        ],
    }
}

#[test]
fn regions_and_cities_decline() {
    let rows = table("regions_kz_cases.csv");
    for tag in ["en", "kk", "ru"] {
        let (mut sentences, mut expected) = (Vec::new(), Vec::new());
        for row in &rows {
            for (column, form) in columns(tag) {
                sentences.push(format!("{{{{ {}{form} }}}}", place(row)));
                expected.push(row.get(column).to_owned());
            }
        }
        assert_said(&Study::of(tag, &["1".to_owned()]), &sentences, &expected);
    }
}

#[test]
fn the_level_of_a_category_declines_as_the_place_that_it_is() {
    let said = |tag, form: &str| {
        let sentence = format!("{{{{ given[\"r0\"].site{form} }}}}");
        Study::of(tag, &["1".to_owned()]).say(&[sentence]).remove(0)
    };
    assert_eq!(said("kk", ""), "x");
    assert_eq!(said("kk", ".abl()"), "Ақмола облысынан");
    assert_eq!(said("ru", ".prep().after(\"о\")"), "об Акмолинской области");
}
