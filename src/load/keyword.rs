//! The keywords of all studies of a project.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, PerLang};
use crate::locale::{Locale, ascii_name};
use crate::site_path::Home;
use crate::source::Spanned;
use crate::study::{Collection, Keyword, Line, Study};

/// A keyword as the studies have it.
#[derive(Default)]
struct Found<'a> {
    /// The first that is said of it in each language.
    words: BTreeMap<Lang, &'a Spanned<String>>,
    studies: BTreeMap<Home, Vec<usize>>,
}

/// The keywords of the studies, those that are one in the language of the original once;
/// reports where two studies translate one differently.
///
/// A study that does not have the site's language has those that it says alike in its own.
pub fn keywords(
    site: &Collection,
    studies: &[Study],
    found: &mut Diagnostics,
) -> Vec<Keyword> {
    let mut all: BTreeMap<(Lang, String), Found<'_>> = BTreeMap::new();
    let source = site.source_language;
    let mut others = Vec::new();
    for study in studies {
        let Some(words) = written(study, source) else {
            others.push(study);
            continue;
        };
        for (at, word) in words.iter().enumerate() {
            let key = (source, word.value.to_lowercase());
            all.entry(key).or_default().add(study, at, found);
        }
    }
    for study in others {
        let own = study.source_language;
        for (at, word) in study.front.keywords.get(own).iter().enumerate() {
            let folded = word.value.to_lowercase();
            let known = all.iter().find(|(_, known)| known.says(own, &folded));
            let key = known.map_or((own, folded.clone()), |(key, _)| key.clone());
            all.entry(key).or_default().add(study, at, found);
        }
    }
    let mut taken = BTreeSet::new();
    let keyword = |((lang, folded), own): ((Lang, String), Found<'_>)| Keyword {
        name: name(&folded, lang, &mut taken),
        words: words(site, lang, &own.words),
        studies: own.studies,
    };
    all.into_iter().map(keyword).collect()
}

/// The keywords that a study writes in a language; `None` where it has none in it. In a
/// draft those of its source language stand in their place.
fn written(study: &Study, lang: Lang) -> Option<&[Spanned<String>]> {
    let words = study.front.keywords.find(lang)?;
    let source = study.front.keywords.get(study.source_language);
    let place = |words: &[Spanned<String>]| words.first().map(|word| word.span);
    let is_stand_in = lang != study.source_language && place(words) == place(source);
    (!is_stand_in).then_some(words)
}

impl<'a> Found<'a> {
    /// Whether it is said so in a language.
    fn says(&self, lang: Lang, folded: &str) -> bool {
        self.words.get(&lang).is_some_and(|word| word.value.to_lowercase() == folded)
    }

    /// Adds the keyword at this place of a study.
    fn add(&mut self, study: &'a Study, at: usize, found: &mut Diagnostics) {
        self.studies.entry(study.home).or_default().push(at);
        for lang in &study.languages {
            let words = written(study, *lang).unwrap_or_default();
            let Some(word) = words.get(at) else { continue };
            let first = *self.words.entry(*lang).or_insert(word);
            if first.value.to_lowercase() == word.value.to_lowercase() {
                continue;
            }
            let (own, other) = (&word.value, &first.value);
            let message = format!("a keyword is `{own}` here and `{other}` elsewhere");
            let help = "translate it in the same way in all studies";
            found.push(
                Diagnostic::new(Code::KeywordMismatch, word.span, message)
                    .also(first.span, "the other study")
                    .help(help),
            );
        }
    }
}

/// A name in ASCII that no other keyword has.
fn name(word: &str, lang: Lang, taken: &mut BTreeSet<String>) -> String {
    let name = match ascii_name(word, lang) {
        // The list of keywords lives there.
        name if name.is_empty() || name == "index" => format!("keyword-{name}"),
        name => name,
    };
    let name = name.trim_end_matches('-').to_owned();
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut wishes = std::iter::once(name.clone()).chain(numbered);
    wishes.find(|wish| taken.insert(wish.clone())).unwrap_or(name)
}

/// The keyword in each language of the site; in that of the original where no study has it
/// in another.
fn words(
    site: &Collection,
    original: Lang,
    words: &BTreeMap<Lang, &Spanned<String>>,
) -> PerLang<Line> {
    let line = |lang: Lang| {
        let own = words.get(&lang).map(|word| (lang, *word));
        let own = own.or_else(|| Some((original, *words.get(&original)?)));
        let (lang, word) = own.map_or((original, ""), |(lang, w)| (lang, &w.value));
        Line { lang, words: Locale::new(lang).typeset_words(word) }
    };
    PerLang::new(&site.indexed(), |lang| match &site.kazakh_latin {
        Some(latin) if latin.to() == lang => line(latin.from()).in_latin(latin),
        _ => line(lang),
    })
}
