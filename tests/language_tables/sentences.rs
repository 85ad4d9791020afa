//! Whole sentences in the three languages, each written once for all its values.

use crate::say::{Study, assert_said, number};
use crate::table::{Row, table};

/// How an author writes the sentences of a template, in English, Kazakh and Russian. `N`
/// and `M` stand for the numbers of a row.
fn written(template: &str) -> [&'static str; 3] {
    match template {
        "took_part" => [
            "{{ N.noun() }} took part in the survey.",
            "Сауалнамаға {{ N.noun() }} қатысты.",
            "В опросе {{ N.plural(\"принял\", \"приняли\") }} участие {{ N.noun() }}.",
        ],
        "more_than" => [
            "More than {{ N.noun() }} took part.",
            "{{ N.abl() }} астам {{ noun(\"person\") }} қатысты.",
            "Участвовало более {{ N.gen().noun() }}.",
        ],
        "nearly" => [
            "Nearly {{ N.noun() }}.",
            "{{ N.dat() }} жуық {{ noun(\"person\") }}.",
            "Около {{ N.gen().noun() }}.",
        ],
        "n_of_m" => [
            "{{ N }} of {{ M.noun() }}.",
            "{{ M.gen().noun() }} {{ N.poss() }}.",
            "{{ N }} из {{ M.gen().noun() }}.",
        ],
        "see_table" => [
            "See Table {{ N }}.",
            "{{ N.ordinal().acc().noun(\"table\") }} қараңыз.",
            "См. {{ noun(\"table\").acc() }} {{ N }}.",
        ],
        "from_to" => [
            "The share changed from {{ N }} to {{ M }}.",
            "Үлес {{ N.abl() }} {{ M.dat() }} дейін өзгерді.",
            "Доля изменилась {{ N.gen().after(\"с\") }} до {{ M.gen() }}.",
        ],
        "share_of" => [
            "{{ N }} of {{ noun(\"respondent\").plural() }} agreed.",
            "{{ noun(\"respondent\").plural().gen().capital() }} {{ N.poss() }} келісті.",
            "Согласны {{ N }} {{ noun(\"respondent\").plural().gen() }}.",
        ],
        "rose_to" => [
            "The share rose to {{ N }}.",
            "Үлес {{ N.dat() }} жетті.",
            "Доля выросла до {{ N.gen() }}.",
        ],
        "rose_by" => [
            "It rose by {{ N }}.",
            "Ол {{ N.dat() }} өсті.",
            "Рост составил {{ N.acc() }}.",
        ],
        "increase_of" => [
            "{{ N.after(\"A\") }} increase was seen.",
            "{{ N.adj() }} өсім байқалды.",
            "Отмечен рост {{ N.acc().after(\"на\") }}.",
        ],
        "pp" => [
            "It rose by {{ N.noun() }}.",
            "Ол {{ N.dat().noun() }} өсті.",
            "Показатель вырос на {{ N.acc().noun() }}.",
        ],
        "in_year" => [
            "In {{ N }}, the survey was repeated.",
            "{{ N.poss().noun(\"year\") }} сауалнама қайта өткізілді.",
            "{{ N.loc().noun(\"year\").after(\"В\") }} опрос повторили.",
        ],
        "since_year" => [
            "Since {{ N }}, the share has grown.",
            "{{ N.abl().noun(\"year\") }} бастап үлес өсіп келеді.",
            "{{ N.gen().noun(\"year\").after(\"С\") }} доля растёт.",
        ],
        other => panic!("no template `{other}`"),
    }
}

/// What the numbers of a template are.
fn variable(template: &str) -> &'static str {
    match template {
        "from_to" | "share_of" | "rose_to" | "rose_by" | "increase_of" => "share",
        "pp" => "points",
        "in_year" | "since_year" => "year",
        _ => "people",
    }
}

/// The numbers of a row, of which the second may be the first again.
fn numbers(row: &Row) -> [String; 2] {
    let values = row.get("values");
    let ends = values.split_once(['/', '→']).unwrap_or((values, values));
    [ends.0.to_owned(), ends.1.to_owned()]
}

#[test]
fn sentences_agree_with_their_numbers() {
    let rows = table("sentences_golden.csv");
    let given: Vec<String> = rows.iter().flat_map(numbers).collect();
    for (at, tag) in ["en", "kk", "ru"].into_iter().enumerate() {
        let sentence = |(row, own): (usize, &Row)| {
            let template = own.get("template");
            let [first, second] =
                [2 * row, 2 * row + 1].map(|place| number(place, variable(template)));
            written(template)[at]
                .replace("{ N", &format!("{{ {first}"))
                .replace("{ M", &format!("{{ {second}"))
        };
        let sentences: Vec<_> = rows.iter().enumerate().map(sentence).collect();
        let expected: Vec<_> = rows.iter().map(|row| row.get(tag).to_owned()).collect();
        assert_said(&Study::of(tag, &given), &sentences, &expected);
    }
}

/// A row as `preposition`, `numeral`: what an author writes for it.
fn prepositional(numeral: &str) -> &'static str {
    match numeral {
        "2-м квартале" => "(2).ordinal().prep().noun(\"quarter\").after(\"в\")",
        "II квартале" => "(2).roman().prep().noun(\"quarter\").after(\"в\")",
        "12-м классе" => {
            "(12).ordinal().prep().after(\"в\") }} {{ lit(\"классе\")"
        }
        "2 регионах" => "(2).prep().noun(\"region\").after(\"в\")",
        "150 до 200" => "(150).gen().after(\"с\") }} до {{ (200).gen()",
        "20 до 30" => "(20).gen().after(\"с\") }} до {{ (30).gen()",
        "7 до 8" => "(7).gen().after(\"с\") }} до {{ (8).gen()",
        "2 случаях" => "(2).prep().noun(\"case\").after(\"о\")",
        "8 случаях" => "(8).prep().noun(\"case\").after(\"о\")",
        "3-му кварталу" => "(3).dat().ordinal().noun(\"quarter\").after(\"к\")",
        other => panic!("no expression for `{other}`"),
    }
}

#[test]
fn russian_prepositions_suit_their_numeral() {
    let rows = table("ru_prepositions.csv");
    let sentences: Vec<_> = rows
        .iter()
        .map(|row| format!("{{{{ {} }}}}", prepositional(row.get("numeral"))))
        .collect();
    let expected: Vec<_> =
        rows.iter().map(|row| row.get("expected").to_owned()).collect();
    assert_said(&Study::of("ru", &["1".to_owned()]), &sentences, &expected);
}
