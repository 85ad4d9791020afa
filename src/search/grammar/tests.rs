use std::collections::BTreeMap;

use super::*;

fn grammar(lang: &str) -> Grammar {
    Grammar::of(Lang::presume(lang), Alphabet::Draft2021)
}

fn fixture(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lang/");
    std::fs::read_to_string(format!("{folder}{name}")).unwrap()
}

/// The forms of each word that do not have the stem of its first one.
fn strays(grammar: &Grammar, words: &[Vec<String>]) -> (usize, Vec<String>) {
    let mut all = 0;
    let mut strays = Vec::new();
    for forms in words {
        all += forms.len();
        let stem = grammar.stem(&forms[0]);
        let astray = forms.iter().filter(|form| grammar.stem(form) != stem);
        strays.extend(astray.map(|form| {
            format!("{form}: {} not {stem} of {}", grammar.stem(form), forms[0])
        }));
    }
    (all, strays)
}

#[test]
fn what_a_keyboard_lacks_is_typed_by_the_table() {
    let table: serde_json::Value =
        serde_json::from_str(&fixture("search_fold.json")).unwrap();
    let map = table["map"].as_object().unwrap();
    let own: BTreeMap<_, _> =
        fold::KEYBOARD.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
    assert_eq!(map.len(), own.len());
    assert!(map.iter().all(|(from, to)| own[from] == to.as_str().unwrap()));
    for lang in ["kk", "kk-Latn", "ru"] {
        let grammar = grammar(lang);
        for pair in table["tests"].as_array().unwrap() {
            let [word, typed] = [0, 1].map(|at| pair[at].as_str().unwrap());
            assert_eq!(grammar.fold(word), grammar.fold(typed), "{lang}: {word}");
        }
    }
}

#[test]
fn kazakh_words_of_both_scripts_meet_in_every_alphabet() {
    use Alphabet::{Bgn, Decree2018, Draft2021, Iso9};
    let words = "жұмыссыздық көші-қон өңірлер Шаңырақ үлес ғылым әлеуметтік Бақай халқы қаһарман \
        шаруашылығы университеттер еңбекшіқазақ сауалнама орынға";
    for alphabet in [Draft2021, Decree2018, Bgn, Iso9] {
        let grammar = Grammar::of(Lang::presume("kk-Latn"), alphabet);
        for word in words.split_whitespace() {
            let latin = alphabet.write(word);
            assert_eq!(
                grammar.stems(&latin),
                grammar.stems(word),
                "{alphabet:?}: {latin}"
            );
        }
    }
    let draft = grammar("kk");
    for (typed, word) in [
        ("koshi", "көші"),
        ("jumys", "жұмыс"),
        ("Bakay", "Бақай"),
        ("Shanyrak", "Шаңырақ"),
    ] {
        assert_eq!(draft.fold(typed), draft.fold(word));
    }
}

#[test]
fn forms_of_kazakh_nouns_have_one_stem() {
    let rows = fixture("kk_noun_forms.csv");
    let row = |line: &str| -> Vec<String> {
        let fields: Vec<_> = line.split(',').collect();
        let forms = [0].into_iter().chain(3..17).map(|at| fields[at]);
        let last = forms.filter_map(|form| form.split_whitespace().last());
        last.map(str::to_owned).collect()
    };
    let words = rows.lines().skip(1).map(row);
    // A root of a consonant and a vowel is too short to be told from its endings.
    let words: Vec<_> = words.filter(|forms| forms[0] != "су").collect();
    let (all, strays) = strays(&grammar("kk"), &words);
    assert!(strays.is_empty(), "{} of {all}:\n{}", strays.len(), strays.join("\n"));
}

#[test]
fn forms_of_russian_nouns_have_one_stem() {
    let rows = fixture("ru_noun_cases.csv");
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in rows.lines().skip(1) {
        let fields: Vec<_> = line.split(',').collect();
        let forms = words.entry(fields[0].to_owned()).or_default();
        forms.extend(
            [fields[0], fields[3], fields[4], fields[5], fields[6]].map(str::to_owned),
        );
    }
    // Another word stands in for some forms: «год» – «лет», «ребёнок» – «дети».
    let initial = |form: &String| form.chars().next();
    for (noun, forms) in &mut words {
        forms.retain(|form| initial(form) == initial(noun));
    }
    let words: Vec<_> = words.into_values().collect();
    let (all, strays) = strays(&grammar("ru"), &words);
    assert!(strays.is_empty(), "{} of {all}:\n{}", strays.len(), strays.join("\n"));
}
