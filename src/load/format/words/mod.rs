//! What authors may write of the nouns and places that their texts decline.

mod forms;

use std::collections::BTreeMap;

use super::{
    Chapter, Decode, Decoder, Key, Node, Tree, authored, authored_choice, key_of,
    title_of,
};
use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::locale::Forms;
use crate::source::Spanned;

authored! {
    /// A noun in Kazakh, where its letters do not tell all its endings. Else it is one text, its nominative.
    struct KazakhFile {
        /// Its nominative.
        form: String,
        /// Its possessive of the third person, where the noun loses a vowel: `халқы` of `халық`.
        possessive: Option<String>,
        /// Several of it.
        plural: Option<String>,
        /// Whether the nominative has a possessive in it, such as `үй шаруашылығы`: its cases are then `үй шаруашылығына`, `үй шаруашылығында`.
        possessed: Option<bool>,
        /// Whether its endings are back or front, where a borrowed word hides it.
        harmony: Option<HarmonyFile>,
    }
}

authored_choice! {
    /// The vowels of Kazakh endings.
    enum HarmonyFile {
        "back" => Back,
        "front" => Front,
    }
}

authored! {
    /// A noun in Russian with all its cases. A noun that is only counted may be a list instead: its forms after 1, 2 and 5, and after a fraction, if that is not the second; they tell nominative and genitive.
    struct RussianFile {
        /// Its gender, which ordinals and numbers in words agree with.
        gender: Option<GenderFile>,
        /// Whether it names somebody; it does not if this is not given.
        animate: Option<bool>,
        /// One of it.
        singular: Six,
        /// Several of it.
        plural: Option<Six>,
        /// Several of it after a numeral, where that is another word: `лет` beside `годов`.
        counted: Option<Six>,
        /// Its nominative after 2, where that is not the genitive singular: `учащихся`.
        few: Option<String>,
        /// Its form for a place after `в` and `на`, where that is not the prepositional: `году`.
        locative: Option<String>,
    }
}

authored_choice! {
    /// The gender of a Russian noun.
    enum GenderFile {
        "masculine" => Masculine,
        "feminine" => Feminine,
        "neuter" => Neuter,
        "plural" => Plural,
    }
}

/// The cases of a noun or name in Russian.
#[derive(Debug)]
pub(in crate::load) struct Six(pub(in crate::load) [String; 6]);

impl Decode for Six {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let forms = Vec::<String>::decode(node, decoder)?;
        let count = forms.len();
        match <[String; 6]>::try_from(forms) {
            Ok(forms) => Some(Self(forms)),
            Err(_) => {
                let message = format!("six cases are wanted, not {count}");
                decoder.report(Diagnostic::new(Code::BadValue, node.span, message).help(
                    "in the order nominative, genitive, dative, accusative, instrumental, prepositional",
                ));
                None
            }
        }
    }

    fn shape() -> String {
        "a list of six texts: nominative, genitive, dative, accusative, instrumental, prepositional".to_owned()
    }
}

/// A noun or a place: what it is called in each language that gives it, and more.
#[derive(Debug)]
pub(in crate::load) struct WordFile {
    pub(in crate::load) forms: Vec<(Lang, Forms)>,
    /// The symbol of a noun by language.
    pub(in crate::load) symbols: BTreeMap<Lang, String>,
    /// Whether a place is a city.
    pub(in crate::load) city: bool,
}

/// A noun in `content/nouns.yaml`.
#[derive(Debug)]
pub(in crate::load) struct NounFile(pub(in crate::load) WordFile);

/// A place in `content/places.yaml`.
#[derive(Debug)]
pub(in crate::load) struct PlaceFile(pub(in crate::load) WordFile);

impl Decode for NounFile {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let entries = known_entries(node, "symbol", decoder)?;
        let forms = in_languages(&entries, forms::noun, decoder);
        let symbols = match value(&entries, "symbol") {
            Some(node) => symbols(node, decoder)?,
            None => BTreeMap::new(),
        };
        Some(Self(WordFile { forms: forms?, symbols, city: false }))
    }

    fn shape() -> String {
        "a map (see Noun)".to_owned()
    }
}

impl Decode for PlaceFile {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let entries = known_entries(node, "city", decoder)?;
        let forms = in_languages(&entries, forms::place, decoder);
        let city = match value(&entries, "city") {
            Some(node) => bool::decode(node, decoder)?,
            None => false,
        };
        Some(Self(WordFile { forms: forms?, symbols: BTreeMap::new(), city }))
    }

    fn shape() -> String {
        "a map (see Place)".to_owned()
    }
}

type Entry = (Spanned<String>, Node);

/// The entries of a word, whose keys are the languages of the study and `more`.
fn known_entries<'n>(
    node: &'n Node,
    more: &str,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<&'n Entry>> {
    let entries = decoder.entries(node, "a map of languages")?;
    let languages = decoder.languages.iter().map(Lang::to_string);
    let known: Vec<_> = languages.chain([more.to_owned()]).collect();
    decoder.refuse_unknown(&entries, &known);
    let named =
        decoder.languages.iter().any(|lang| value(&entries, lang.as_str()).is_some());
    if !named {
        let message = "the word has a form in no language of the study";
        decoder.report(
            Diagnostic::new(Code::MissingKey, node.span, message)
                .help(format!("add `{}: …`", decoder.source_language)),
        );
        return None;
    }
    Some(entries)
}

fn value<'n>(entries: &[&'n Entry], key: &str) -> Option<&'n Node> {
    entries.iter().find(|(own, _)| own.value == key).map(|(_, node)| node)
}

/// What it is called in each language that gives it.
fn in_languages(
    entries: &[&Entry],
    read: fn(Lang, &Node, &mut Decoder<'_>) -> Option<Forms>,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<(Lang, Forms)>> {
    let languages = decoder.languages;
    let given = languages
        .iter()
        .filter_map(|lang| value(entries, lang.as_str()).map(|node| (*lang, node)));
    let read: Vec<_> =
        given.map(|(lang, node)| Some((lang, read(lang, node, decoder)?))).collect();
    read.into_iter().collect()
}

/// One symbol for all languages, or a map of them.
fn symbols(node: &Node, decoder: &mut Decoder<'_>) -> Option<BTreeMap<Lang, String>> {
    let languages = decoder.languages;
    let Tree::Map(_) = &node.tree else {
        let symbol = String::decode(node, decoder)?;
        return Some(languages.iter().map(|lang| (*lang, symbol.clone())).collect());
    };
    let entries = decoder.entries(node, "a map of languages")?;
    let known: Vec<_> = languages.iter().map(Lang::to_string).collect();
    decoder.refuse_unknown(&entries, &known);
    let mut symbols = BTreeMap::new();
    for lang in languages {
        if let Some(symbol) = value(&entries, lang.as_str()) {
            symbols.insert(*lang, String::decode(symbol, decoder)?);
        }
    }
    Some(symbols)
}

fn key(name: &str, shape: &str, text: &str) -> Key {
    let (name, shape, text) = (name.to_owned(), shape.to_owned(), text.to_owned());
    Key { name, shape, required: false, text }
}

impl NounFile {
    /// Its page in the reference.
    pub(in crate::load) fn reference() -> Chapter {
        Chapter {
            title: "Noun".to_owned(),
            text: "A noun in `content/nouns.yaml`, which maps ids to nouns; [agreement.md](agreement.md) shows how they are used. It has the languages that need it; those built in are in `src/load/words/nouns.yaml`, and a language that is given here takes the place of theirs. A language that is none of these three has one text, or its forms by CLDR's categories: `{one: …, other: …}`.".to_owned(),
            keys: vec![
                key("en", "a text, or a list of two: one of it and several", "Its forms in English."),
                key("kk", "a text, or a map (see Kazakh)", "Its forms in Kazakh."),
                key("ru", "a map (see Russian), or a list of three or four", "Its forms in Russian."),
                key("symbol", "a text, or a map of languages, each to a text", "What `.symbol()` writes for it: behind the number, or around it where `{n}` stands for that."),
            ],
        }
    }
}

impl PlaceFile {
    /// Its page in the reference.
    pub(in crate::load) fn reference() -> Chapter {
        Chapter {
            title: "Place".to_owned(),
            text: "A place in `content/places.yaml`, which maps ids to places. Those built in are in `src/load/words/places.yaml`. A language that is none of these three has one text.".to_owned(),
            keys: vec![
                key("en", "a text", "Its name in English."),
                key("kk", "a text, or a map (see Kazakh)", "Its name in Kazakh."),
                key("ru", "a list of six texts, or one text that no case changes", "Its name in Russian: nominative, genitive, dative, accusative, instrumental, prepositional."),
                key("city", "`true` or `false`", "Whether `.city()` puts the word for a city to it."),
            ],
        }
    }
}
