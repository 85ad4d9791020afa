//! The nouns and places that texts decline: those built in, and those of the study.
//!
//! Both are written in one format. `nouns.yaml` and `places.yaml` beside this file are
//! what every study has; `content/nouns.yaml` and `content/places.yaml` add to it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::decode::{Decode, Decoder};
use super::format::{NounFile, PlaceFile, WordFile};
use super::layout::Layout;
use super::markdown::is_anchor;
use super::translations::Taken;
use super::yaml::{self, Node};
use crate::diag::{Code, Diagnostic, Diagnostics, nearest};
use crate::lang::{Lang, PerLang};
use crate::locale::{Forms, KazakhNoun, Noun, PercentWord, Tongue, Words};
use crate::source::{FileId, Input};
use crate::study::{Dataset, LevelWord, Unreadable};

const NOUNS: &str = include_str!("nouns.yaml");
const PLACES: &str = include_str!("places.yaml");

/// The words of each language of the study.
pub(super) fn words(
    layout: &Layout,
    percent_word: PercentWord,
    decoder: &mut Decoder<'_>,
) -> PerLang<Words> {
    let nouns = own::<NounFile>(layout.nouns, "noun", |file| file.0, decoder);
    let places = own::<PlaceFile>(layout.places, "place", |file| file.0, decoder);
    PerLang::new(decoder.languages, |lang| {
        let mut words = built_in(lang);
        if percent_word == PercentWord::Protsent && Tongue::of(lang) == Tongue::Kazakh {
            read_as_protsent(&mut words);
        }
        insert(&mut words.nouns, &nouns, lang);
        insert(&mut words.places, &places, lang);
        let all = nouns.iter().map(|(id, _)| format!("noun {id}"));
        words.elsewhere =
            all.chain(places.iter().map(|(id, _)| format!("place {id}"))).collect();
        words
    })
}

/// The words built in for a language.
fn built_in(lang: Lang) -> Words {
    let [english, kazakh, russian] = &*BUILT_IN;
    match Tongue::of(lang) {
        Tongue::English => english.clone(),
        Tongue::Kazakh => kazakh.clone(),
        Tongue::Russian => russian.clone(),
        Tongue::Other => Words::default(),
    }
}

/// Begins to read the words built in, beside what is read of the study meanwhile.
pub(super) fn begin() {
    rayon::spawn(|| {
        LazyLock::force(&BUILT_IN);
    });
}

static BUILT_IN: LazyLock<[Words; 3]> = LazyLock::new(|| read_built_in().0);

/// The words built in for English, Kazakh and Russian, and what is wrong with them.
fn read_built_in() -> ([Words; 3], Diagnostics) {
    let files = [("nouns.yaml", NOUNS), ("places.yaml", PLACES)];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let input = Input::new(files);
    let languages = ["en", "kk", "ru"].map(|tag| Lang::parse(tag).expect("a tag"));
    let mut found = Diagnostics::new();
    let mut decoder = Decoder {
        input: &input,
        languages: &languages,
        source_language: languages[0],
        draft: false,
        unreadable: Unreadable::default(),
        taken: Taken::default(),
        found: &mut found,
    };
    let nouns = input.find("nouns.yaml");
    let nouns = own::<NounFile>(nouns, "noun", |file| file.0, &mut decoder);
    let places = input.find("places.yaml");
    let places = own::<PlaceFile>(places, "place", |file| file.0, &mut decoder);
    let words = languages.map(|lang| {
        let mut words = Words::default();
        insert(&mut words.nouns, &nouns, lang);
        insert(&mut words.places, &places, lang);
        words
    });
    (words, found)
}

/// The words of a file by id; those that cannot be read are left out and noted.
fn own<F: Decode>(
    file: Option<FileId>,
    what: &str,
    word: fn(F) -> WordFile,
    decoder: &mut Decoder<'_>,
) -> Vec<(String, WordFile)> {
    let Some(file) = file else { return Vec::new() };
    let root = yaml::parse(decoder.input, file, decoder.found);
    let entries = root.as_ref().and_then(|root| decoder.entries(root, "a map"));
    let Some(entries) = entries else {
        decoder.unreadable.words = true;
        return Vec::new();
    };
    let mut words = Vec::new();
    for (id, node) in entries {
        if !is_anchor(&id.value) {
            let message = format!("`{}` is no id of a {what}", id.value);
            decoder.report(
                Diagnostic::new(Code::BadId, id.span, message)
                    .help("write small Latin letters, digits and hyphens"),
            );
            continue;
        }
        match read(node, word, decoder) {
            Some(word) => words.push((id.value.clone(), word)),
            None => drop(decoder.unreadable.ids.insert(format!("{what} {}", id.value))),
        }
    }
    words
}

fn read<F: Decode>(
    node: &Node,
    word: fn(F) -> WordFile,
    decoder: &mut Decoder<'_>,
) -> Option<WordFile> {
    F::decode(node, decoder).map(word)
}

fn insert(
    known: &mut BTreeMap<String, Arc<Noun>>,
    own: &[(String, WordFile)],
    lang: Lang,
) {
    for (id, word) in own {
        let given = word.forms.iter().find(|(own, _)| *own == lang);
        let Some((_, forms)) = given else { continue };
        let before = known.get(id).and_then(|noun| noun.symbol.clone());
        let symbol = word.symbols.get(&lang).cloned().or(before);
        let noun = Noun { forms: forms.clone(), symbol, city: word.city };
        known.insert(id.clone(), Arc::new(noun));
    }
}

/// Where `%` is read «процент», so are its words.
fn read_as_protsent(words: &mut Words) {
    for (id, form) in [("percent", "процент"), ("percentage-point", "проценттік тармақ")]
    {
        if let Some(noun) = words.nouns.get_mut(id) {
            let forms = Forms::Kazakh(KazakhNoun::regular(form));
            *noun = Arc::new(Noun { forms, ..Noun::clone(noun) });
        }
    }
}

/// Reports levels of categories that are to be declined as a word that there is not.
pub(super) fn check_levels(
    datasets: &[Dataset],
    words: &PerLang<Words>,
    decoder: &mut Decoder<'_>,
) {
    let levels = datasets
        .iter()
        .flat_map(|dataset| &dataset.variables)
        .flat_map(|variable| &variable.levels);
    for word in levels.filter_map(|level| level.word.as_ref()) {
        let (what, id) = match word {
            LevelWord::Noun(id) => ("noun", id),
            LevelWord::Place(id) => ("place", id),
        };
        let known: Vec<&str> = words
            .iter()
            .flat_map(|(_, words)| match word {
                LevelWord::Noun(_) => words.nouns.keys(),
                LevelWord::Place(_) => words.places.keys(),
            })
            .map(String::as_str)
            .collect();
        let unreadable = &decoder.unreadable;
        let told =
            unreadable.words || unreadable.ids.contains(&format!("{what} {}", id.value));
        if told || known.contains(&id.value.as_str()) {
            continue;
        }
        let message = format!("there is no {what} `{}`", id.value);
        let help = match nearest(&id.value, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let file = decoder.input.place(&format!("content/{what}s.yaml"));
                format!("give its forms in `{file}`")
            }
        };
        decoder
            .report(Diagnostic::new(Code::UnknownReference, id.span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_built_in_are_good_and_in_three_languages() {
        let (words, found) = read_built_in();
        assert_eq!(found.sorted(), []);
        let [english, kazakh, russian] = words.map(|words| {
            let names: Vec<_> = words.nouns.into_keys().collect();
            (names, words.places.into_keys().collect::<Vec<_>>())
        });
        assert!(english.0.len() > 100 && english.1.len() > 35);
        assert_eq!(english, kazakh);
        assert_eq!(english, russian);
    }
}
