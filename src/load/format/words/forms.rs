//! The forms of a noun, read as its language has them.

use std::collections::BTreeMap;

use super::{
    Decode, Decoder, GenderFile, HarmonyFile, KazakhFile, Node, RussianFile, Six, Tree,
    value,
};
use crate::diag::{Code, Diagnostic};
use crate::lang::Lang;
use crate::load::decode::wrong_type;
use crate::locale::{
    Declension, Forms, Gender, Harmony, KazakhNoun, PluralCategory, RussianNoun, Tongue,
};

/// The forms of a noun.
pub(super) fn noun(lang: Lang, node: &Node, decoder: &mut Decoder<'_>) -> Option<Forms> {
    match Tongue::of(lang) {
        Tongue::English => english(node, decoder),
        Tongue::Kazakh => kazakh(node, decoder).map(Forms::Kazakh),
        Tongue::Russian => russian(node, decoder).map(Forms::Russian),
        Tongue::Other => other(node, decoder).map(Forms::Other),
    }
}

/// The name of a place, of which there is one.
pub(super) fn place(lang: Lang, node: &Node, decoder: &mut Decoder<'_>) -> Option<Forms> {
    Some(match (Tongue::of(lang), &node.tree) {
        (Tongue::English, _) => {
            Forms::English { one: String::decode(node, decoder)?, several: None }
        }
        (Tongue::Kazakh, _) => Forms::Kazakh(kazakh(node, decoder)?),
        (Tongue::Russian, Tree::List(_)) => {
            Forms::Russian(RussianNoun::place(Six::decode(node, decoder)?.0))
        }
        (Tongue::Russian, _) => {
            Forms::Russian(RussianNoun::unchanging(&String::decode(node, decoder)?))
        }
        (Tongue::Other, _) => Forms::Other(only(String::decode(node, decoder)?)),
    })
}

/// One of it, or a list of one and several.
fn english(node: &Node, decoder: &mut Decoder<'_>) -> Option<Forms> {
    let Tree::List(_) = &node.tree else {
        return Some(Forms::English {
            one: String::decode(node, decoder)?,
            several: None,
        });
    };
    let forms = Vec::<String>::decode(node, decoder)?;
    let count = forms.len();
    match <[String; 2]>::try_from(forms) {
        Ok([one, several]) => Some(Forms::English { one, several: Some(several) }),
        Err(_) => {
            let message = format!("two forms are wanted, not {count}");
            decoder.report(
                Diagnostic::new(Code::BadValue, node.span, message)
                    .help("one of it and several: `[person, people]`"),
            );
            None
        }
    }
}

fn kazakh(node: &Node, decoder: &mut Decoder<'_>) -> Option<KazakhNoun> {
    let Tree::Map(_) = &node.tree else {
        return Some(KazakhNoun::regular(String::decode(node, decoder)?));
    };
    let file = KazakhFile::decode(node, decoder)?;
    let harmony = file.harmony.map(|harmony| match harmony {
        HarmonyFile::Back => Harmony::Back,
        HarmonyFile::Front => Harmony::Front,
    });
    Some(KazakhNoun {
        form: file.form,
        possessive: file.possessive,
        plural: file.plural,
        possessed: file.possessed.unwrap_or(false),
        harmony,
    })
}

fn russian(node: &Node, decoder: &mut Decoder<'_>) -> Option<RussianNoun> {
    match &node.tree {
        Tree::List(_) => counted(node, decoder),
        Tree::Map(_) => {
            let file = RussianFile::decode(node, decoder)?;
            let gender = file.gender.map(|gender| match gender {
                GenderFile::Masculine => Gender::Masculine,
                GenderFile::Feminine => Gender::Feminine,
                GenderFile::Neuter => Gender::Neuter,
                GenderFile::Plural => Gender::Plural,
            });
            Some(RussianNoun::Declined(Box::new(Declension {
                gender,
                animate: file.animate.unwrap_or(false),
                singular: file.singular.0,
                plural: file.plural.map(|six| six.0),
                counted: file.counted.map(|six| six.0),
                few: file.few,
                locative: file.locative,
            })))
        }
        _ => {
            decoder.report(wrong_type(node, "a map of cases, or a list of forms").help(
                "such as `[школа, школы, школ]`, or a map with `gender` and `singular`",
            ));
            None
        }
    }
}

/// The forms after 1, 2, 5 and a fraction.
fn counted(node: &Node, decoder: &mut Decoder<'_>) -> Option<RussianNoun> {
    let mut forms = Vec::<String>::decode(node, decoder)?;
    if let [_, few, _] = forms.as_slice() {
        forms.push(few.clone());
    }
    let count = forms.len();
    match <[String; 4]>::try_from(forms) {
        Ok(forms) => Some(RussianNoun::Counted(forms)),
        Err(_) => {
            let message = format!("three or four forms are wanted, not {count}");
            decoder.report(
                Diagnostic::new(Code::BadValue, node.span, message).help(
                    "after 1, 2 and 5, and after a fraction: `[школа, школы, школ]`",
                ),
            );
            None
        }
    }
}

/// The categories of CLDR by name.
const CATEGORIES: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

fn other(
    node: &Node,
    decoder: &mut Decoder<'_>,
) -> Option<BTreeMap<PluralCategory, String>> {
    let Tree::Map(_) = &node.tree else {
        return String::decode(node, decoder).map(only);
    };
    let entries = decoder.entries(node, "a map of forms")?;
    let names: Vec<_> = CATEGORIES.iter().map(|(name, _)| (*name).to_owned()).collect();
    decoder.refuse_unknown(&entries, &names);
    let mut forms = BTreeMap::new();
    for (name, category) in CATEGORIES {
        if let Some(form) = value(&entries, name) {
            forms.insert(category, String::decode(form, decoder)?);
        }
    }
    if !forms.contains_key(&PluralCategory::Other) {
        let message = "the key `other` is missing";
        decoder.report(
            Diagnostic::new(Code::MissingKey, node.span, message)
                .help("add the form that stands after every number that has none"),
        );
        return None;
    }
    Some(forms)
}

/// A form that no number changes.
fn only(form: String) -> BTreeMap<PluralCategory, String> {
    [(PluralCategory::Other, form)].into()
}
