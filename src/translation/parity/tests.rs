//! What is said of texts in three languages.

use crate::diag::{Code, Diagnostics};
use crate::load;
use crate::source::Input;

/// A study of one dataset in English, Kazakh and Russian, with this abstract.
fn study(texts: [&str; 3]) -> Input {
    let study = "languages: [en, kk, ru]\nsource-language: en\n\
        title: {en: T, kk: Т, ru: Т}\ndescription: {en: D, kk: С, ru: О}\n\
        authors: [{name: {en: A, kk: А, ru: А}}]\n\
        keywords: {en: [one], kk: [бір], ru: [один]}\n";
    let data = "title: {en: T, kk: Т, ru: Т}\ndescription: {en: D, kk: С, ru: О}\n\
        source: {en: S, kk: Д, ru: И}\nperiod: 2020\nkey: year\n\
        variables:\n  year: {type: year, label: {en: Year, kk: Жыл, ru: Год}}\n  \
        n: {type: count, unit: person, label: {en: N, kk: Н, ru: Н}}\n  \
        p: {type: percent, decimals: 1, label: {en: P, kk: П, ru: П}}\n\
        rows:\n  - {year: 2019, n: 3, p: 12.5}\n  - {year: 2020, n: 431262, p: 41.0}\n";
    let files = [("content/study.yaml", study), ("content/data/d.yaml", data)];
    let paths =
        ["content/abstract/en.md", "content/abstract/kk.md", "content/abstract/ru.md"];
    let files = files.into_iter().chain(paths.into_iter().zip(texts));
    Input::new(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())))
}

/// What is found in texts, each with the file and the line of its main place.
fn found(texts: [&str; 3]) -> Vec<String> {
    let input = study(texts);
    let (study, _) = load::study(&input, false);
    let found = super::check(&study.unwrap(), &Diagnostics::new()).sorted();
    let found = found.into_iter().filter(|found| found.code != Code::UnboundNumber);
    found
        .map(|found| {
            let (line, _) = input.position(found.labels[0].span);
            let path = &input.file(found.labels[0].span.file).path;
            let file = path.trim_start_matches("content/abstract/");
            format!("{file}:{line} {}: {}", found.code.name(), found.message)
        })
        .collect()
}

#[test]
fn what_is_only_worded_otherwise_is_no_difference() {
    for texts in [
        // Forms, order, words that agree.
        [
            "{{ d[2020].n }} people in 2020, {{ d[2019].n.words() }} before.",
            "Бұрын {{ d[2019].n }}, 2020 жылы {{ d[2020].n.abl() }} астам адам.",
            "До того {{ d[2019].n.words().gen() }}, в 2020 году {{ d[2020].n }} {{ d[2020].n.plural(\"человек\", \"человека\", \"человек\") }}.",
        ],
        // Words for digits.
        ["Three of ten.", "10 адамның 3-еуі.", "3 из 10."],
        ["Two decades.", "20 жыл.", "Двадцать лет."],
        [
            "In the year 2019.",
            "Екі мың он тоғызыншы жыл.",
            "В две тысячи девятнадцатом году: 2019.",
        ],
        ["The 21st century.", "XXI ғасыр.", "XXI век."],
        ["In Q1 of 2020.", "2020 жылғы I тоқсанда.", "В I квартале 2020 года."],
        ["A third, half.", "1/3, 50%.", "Треть и 50 %."],
        // Units and scales.
        ["1.2 million.", "1,2 миллион.", "1 200 000."],
        ["5–7 thousand.", "5 мыңнан 7 мыңға дейін.", "От 5 до 7 тысяч."],
        ["41 per cent.", "41%-ға.", "41 %."],
        ["An area of 5 km².", "5 км<sup>2</sup> аумақ.", "Площадь 5 км<sup>2</sup>."],
        // Dates.
        ["On July 14, 2006.", "2006 жылғы 14 шілдеде.", "14.07.2006."],
        ["2019/20, 1991–93.", "2019/2020, 1991–1993.", "2019/2020, 1991–1993."],
        ["In the 1990s.", "1990-жылдары.", "В 90-х годах."],
        // A year that is repeated, a name that is not.
        ["From 2019 on.", "2019 жылы, 2019 жылдан бері.", "С 2019 года."],
        [
            "COVID-19 came; COVID-19 went.",
            "COVID-19 келді де кетті.",
            "COVID-19 пришёл и ушёл.",
        ],
        // Pages of the language.
        [
            "[Almaty](https://en.wikipedia.org/wiki/Almaty)",
            "[Алматы](https://kk.wikipedia.org/wiki/Алматы)",
            "[Алматы](https://ru.wikipedia.org/wiki/Алма-Ата)",
        ],
        ["In [@k, p. 3].", "[@k, 3-б.].", "В [@k, с. 3]."],
    ] {
        assert_eq!(found(texts), [""; 0], "{texts:?}");
    }
}

#[test]
fn what_one_translation_says_otherwise_is_told_there() {
    let ru = "\n\nВ 2020 году {{ d[2020].n }} человек.";
    let texts =
        ["\n\n{{ d[2020].n }} in 2020.", "\n\n2002 жылы {{ d[2020].n }} адам.", ru];
    assert_eq!(
        found(texts),
        ["kk.md:3 number-mismatch: `2002` stands in `kk` where `en` has `2020`"]
    );
}

#[test]
fn where_the_translations_agree_the_source_language_is_named() {
    let texts = [
        "In 2002 {{ d[2020].n }}.",
        "2020 жылы {{ d[2020].n }}.",
        "В 2020 {{ d[2020].n }}.",
    ];
    assert_eq!(
        found(texts),
        [
            "en.md:1 number-mismatch: `2002` stands in `en` where the other languages have `2020`"
        ]
    );
    let texts =
        ["In 2020.", "2020 жылы {{ d[2020].n }}.", "В 2020 году {{ d[2020].n }}."];
    assert_eq!(
        found(texts),
        [
            "en.md:1 value-mismatch: {{ d[2020].n }} of the other languages is missing in `en`"
        ]
    );
    let texts = ["A.\n\nIn 2020.", "А.\n\n2020 жылы.\n\nБ.", "А.\n\nВ 2020 году.\n\nБ."];
    assert_eq!(
        found(texts),
        [
            "en.md:3 structure-mismatch: a paragraph of the other languages is missing in `en`"
        ]
    );
}

#[test]
fn a_number_in_the_place_of_a_value_is_told_in_any_form() {
    for (typed, text) in [
        ("`431 262`", "Қазір 431 262 адам."),
        ("`431`", "Қазір 431 мыңнан астам адам."),
        ("`413 262`", "Қазір 413 262 адам."),
        ("the number 3 in words", "Қазір үш адам."),
    ] {
        let value = match typed {
            "the number 3 in words" => "{{ d[2019].n }}",
            "`431`" => "{{ d[2020].n.thousands() }}",
            _ => "{{ d[2020].n }}",
        };
        let other = format!("Now {value}.");
        let texts = [other.as_str(), text, other.as_str()];
        let message = format!("{typed} is typed in `kk` where `en` has {value}");
        assert_eq!(found(texts), [format!("kk.md:1 typed-value: {message}")], "{text}");
    }
}

#[test]
fn the_same_number_by_another_rounding_is_the_same() {
    let texts = [
        "{{ d[2020].p }}",
        "{{ d[2020].p.decimals(1) }}",
        "{{ d[2020].p.percent(1).gen() }}",
    ];
    assert_eq!(found(texts), [""; 0]);
    let texts = ["{{ d[2020].p }}", "{{ d[2020].p.decimals(0) }}", "{{ d[2020].p }}"];
    assert_eq!(
        found(texts),
        ["kk.md:1 rounding-mismatch: {{ d[2020].p.decimals(0) }} of `kk` is rounded by \
          `.decimals(0)`, in `en` not at all"]
    );
}

#[test]
fn a_unit_with_an_error_is_not_compared() {
    let input = study(["In 2020.", "2002 жылы [@nobody].", "В 2020 году."]);
    let outcome = crate::build(&input, &crate::BuildOptions::default());
    let said = outcome.diagnostics.iter().map(|found| found.code);
    let said: Vec<Code> =
        said.filter(|code| code.name().ends_with("-mismatch")).collect();
    assert_eq!(said, []);
    assert!(outcome.diagnostics.iter().any(|found| found.code == Code::UnknownReference));
}
