//! The nouns that every study has, in every case and after every number.

use baspa::lang::Lang;
use baspa::load;
use baspa::locale::{Forms, RussianNoun, Words};
use baspa::source::Input;

use crate::say::{Study, assert_said, number};
use crate::table::{Row, table};

/// The words of a language that every study has.
fn words(tag: &str) -> Words {
    let study = format!(
        "languages: [{tag}]\nsource-language: {tag}\ntitle: {{{tag}: x}}\n\
         description: {{{tag}: x}}\nauthors: []\nkeywords: {{{tag}: [x]}}\n"
    );
    let input = Input::new([("content/study.yaml".to_owned(), study.into_bytes())]);
    let (study, _) = load::study(&input, false);
    study.unwrap().words.get(Lang::parse(tag).unwrap()).clone()
}

/// The noun whose nominative is `form`, as an expression.
fn noun(words: &Words, form: &str) -> String {
    let is_it = |forms: &Forms| match forms {
        Forms::Kazakh(noun) => noun.form == form,
        Forms::Russian(RussianNoun::Declined(own)) => own.singular[0] == form,
        Forms::English { one, several } => {
            one == form || several.as_deref() == Some(form)
        }
        _ => false,
    };
    let place = form.strip_suffix(" қаласы").unwrap_or(form);
    let named =
        |forms: &Forms| matches!(forms, Forms::Kazakh(noun) if noun.form == place);
    if let Some((id, _)) = words.nouns.iter().find(|(_, noun)| is_it(&noun.forms)) {
        return format!("noun(\"{id}\")");
    }
    let found = words.places.iter().find(|(_, noun)| named(&noun.forms));
    let (id, _) = found.unwrap_or_else(|| panic!("no noun `{form}`"));
    let city = if place == form { "" } else { ".city()" };
    format!("place(\"{id}\"){city}")
}

fn braces(expression: &str) -> String {
    format!("{{{{ {expression} }}}}")
}

/// An English number, written by the tables with a point or a comma.
fn plain(text: &str) -> String {
    text.replace(',', ".")
}

#[test]
fn russian_nouns_agree_in_every_case() {
    let words = words("ru");
    let numbers = ["1", "2", "3", "4", "5", "11", "1.5"].map(str::to_owned);
    let (mut sentences, mut expected) = (Vec::new(), Vec::new());
    for row in table("ru_noun_cases.csv") {
        let noun = noun(&words, row.get("noun"));
        let id = noun.split('"').nth(1).unwrap();
        let columns = ["one", "few", "few", "few", "many", "many", "other"];
        for (at, column) in columns.into_iter().enumerate() {
            let counted = number(at, "people");
            let case = row.get("case");
            sentences.push(braces(&format!("{counted}.{case}().noun(\"{id}\")")));
            expected.push(format!(
                "{} {}",
                numbers[at].replace('.', ","),
                row.get(column)
            ));
        }
    }
    assert_said(&Study::of("ru", &numbers), &sentences, &expected);
}

/// How an author writes a number of the table: `2 тыс.`, `1,2 млн`, `1 тысяча`.
fn scaled(value: &str) -> (String, &'static str) {
    let Some((digits, word)) = value.split_once(char::is_whitespace) else {
        return (plain(value), "");
    };
    let form = match (word, digits.contains(',')) {
        ("тыс.", _) => (3, ".thousands().short()"),
        ("млн", false) => (6, ".millions().short()"),
        ("млн", true) => (6, ".millions(1).short()"),
        ("млрд", _) => (9, ".billions(1).short()"),
        ("тысяча", _) => (3, ".thousands()"),
        ("миллиона", _) => (6, ".millions(1)"),
        other => panic!("no scale {other:?}"),
    };
    let tenths = digits.split_once(',').map_or(0, |(_, tenths)| tenths.len());
    let zeros = "0".repeat(form.0 - tenths);
    (format!("{}{zeros}", digits.replace(',', "")), form.1)
}

#[test]
fn russian_nouns_agree_with_numbers_of_every_kind() {
    let words = words("ru");
    let rows = table("ru_agreement_golden.csv");
    let given: Vec<_> = rows.iter().map(|row| scaled(row.get("value")).0).collect();
    let sentence = |(at, row): (usize, &Row)| {
        let noun = noun(&words, row.get("noun"));
        let id = noun.split('"').nth(1).unwrap();
        let (case, form) = (row.get("case"), scaled(row.get("value")).1);
        let counted = format!("{}.{case}(){form}.noun(\"{id}\")", number(at, "people"));
        let before = match case {
            "gen" => "более ",
            "dat" => "к ",
            "prep" => "в ",
            _ => "",
        };
        format!("{before}{}", braces(&counted))
    };
    let sentences: Vec<_> = rows.iter().enumerate().map(sentence).collect();
    let expected: Vec<_> = rows.iter().map(|row| row.get("phrase").to_owned()).collect();
    assert_said(&Study::of("ru", &given), &sentences, &expected);
}

#[test]
fn kazakh_nouns_decline_with_and_without_a_possessive() {
    let words = words("kk");
    let (mut sentences, mut expected) = (Vec::new(), Vec::new());
    let mut protsent = (Vec::new(), Vec::new());
    for row in table("kk_noun_forms.csv") {
        let other = row.get("noun") == "процент";
        let noun = match other {
            true => "noun(\"percent\")".to_owned(),
            false => noun(&words, row.get("noun")),
        };
        let (sentences, expected) = match other {
            true => (&mut protsent.0, &mut protsent.1),
            false => (&mut sentences, &mut expected),
        };
        let cases = ["gen", "dat", "acc", "loc", "abl", "ins"];
        for case in cases {
            sentences.push(braces(&format!("{noun}.{case}()")));
            expected.push(row.get(case).to_owned());
            sentences.push(braces(&format!("{noun}.poss().{case}()")));
            expected.push(row.get(&format!("px3_{case}")).to_owned());
        }
        sentences.push(braces(&format!("{noun}.poss()")));
        expected.push(row.get("px3_nom").to_owned());
        if !row.get("pl").is_empty() {
            sentences.push(braces(&format!("{noun}.plural()")));
            expected.push(row.get("pl").to_owned());
        }
    }
    let one = ["1".to_owned()];
    assert_said(&Study::of("kk", &one), &sentences, &expected);
    let study = Study::of("kk", &one).with("percent-word: процент\n");
    assert_said(&study, &protsent.0, &protsent.1);
}

#[test]
fn nouns_stand_behind_their_numbers_in_three_languages() {
    let columns = [
        ("person", "person"),
        ("year", "year"),
        ("household", "household"),
        ("region", "region"),
        ("percentage point", "percentage-point"),
    ];
    for tag in ["en", "kk", "ru"] {
        let rows = table("plurals.csv");
        let rows: Vec<_> =
            rows.into_iter().filter(|row| row.get("lang") == tag).collect();
        let given: Vec<_> = rows.iter().map(|row| row.get("value").to_owned()).collect();
        let (mut sentences, mut expected) = (Vec::new(), Vec::new());
        for (at, row) in rows.iter().enumerate() {
            for (column, id) in columns {
                let counted = number(at, "people");
                sentences.push(braces(&format!("{counted}.noun(\"{id}\")")));
                expected.push(row.get(column).to_owned());
            }
        }
        assert_said(&Study::of(tag, &given), &sentences, &expected);
    }
}
