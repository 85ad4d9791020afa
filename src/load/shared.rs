//! What a study has of the project that it is one of several studies of.

use super::collection::SITE;
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, PerLang};
use crate::locale::{KazakhLatin, Messages};
use crate::study::{Collection, Study};

/// Keys of `study.yaml` that are of the site.
const OF_THE_SITE: [&str; 4] = ["base-url", "theme", "kazakh-latin", "percent-word"];

/// Reports what a study says of the site, and languages that the site does not have.
pub(super) fn check(root: &Node, site: &Collection, found: &mut Diagnostics) {
    let Tree::Map(entries) = &root.tree else { return };
    for (key, value) in entries {
        if OF_THE_SITE.contains(&key.value.as_str()) {
            let message = format!("`{}` is of the site and not of a study", key.value);
            let help = format!("move it to `{SITE}`: all studies of a project share it");
            found.push(Diagnostic::new(Code::KeyOfSite, key.span, message).help(help));
        }
        if let ("languages", Tree::List(languages)) = (key.value.as_str(), &value.tree) {
            languages.iter().for_each(|lang| expect_language(lang, site, found));
        }
    }
}

fn expect_language(node: &Node, site: &Collection, found: &mut Diagnostics) {
    let (Tree::Text(tag) | Tree::Typed(tag)) = &node.tree else { return };
    let Some(lang) = Lang::parse(tag).filter(|lang| !site.languages.contains(lang))
    else {
        return;
    };
    let message = format!("the site does not have the language `{lang}`");
    let help = format!("add it to `languages` in `{SITE}`, or remove it here");
    found.push(Diagnostic::new(Code::BadValue, node.span, message).help(help));
}

/// How the edition in Latin letters is made of the Kazakh one, where the study has that.
pub(super) fn latin(site: &Collection, languages: &[Lang]) -> Option<KazakhLatin> {
    let latin = site.kazakh_latin.clone();
    latin.filter(|own| languages.contains(&own.from()))
}

/// The interface texts of the study's languages, also of those that the site does not have.
pub(super) fn messages(
    site: &Collection,
    languages: &[Lang],
    latin: Option<&KazakhLatin>,
) -> PerLang<Messages> {
    let of = |lang: Lang| match site.messages.find(lang) {
        Some(messages) => messages.clone(),
        None => Messages::with_percent_word(lang, site.percent_word),
    };
    let messages = PerLang::new(languages, of);
    match latin.map(KazakhLatin::to) {
        Some(to) => messages.with(to, of(to)),
        None => messages,
    }
}

/// Gives the study what is of the site.
pub(super) fn share(site: &Collection, study: &mut Study) {
    study.base_url.clone_from(&site.base_url);
    study.look = site.look.clone();
}
