//! A project of several studies: what they share, and which they are.

use std::collections::BTreeMap;

use super::decode::{Decode, Decoder};
use super::format::{SiteFile, percent_word};
use super::interface::messages;
use super::kazakh_latin::kazakh_latin;
use super::layout::{MESSAGES, STUDY, Translations, is_known_folder};
use super::study::{base_url, languages};
use super::translations::Taken;
use super::{look, narrative, yaml};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::{Lang, PerLang};
use crate::locale::{KazakhLatin, Locale};
use crate::site_path::Home;
use crate::source::{CONTENT, FileId, Input, Span};
use crate::study::{Collection, Line, Unreadable};

/// What makes a project one of several studies.
pub(super) const SITE: &str = "content/site.yaml";

/// Folders that the site has for all studies, or every language, beside those of languages.
const RESERVED: [&str; 4] = ["assets", "data", "keywords", "versions"];

/// Whether a project has several studies: it declares what they share, or has a study in a
/// folder and none of its own.
pub fn has_several(input: &Input) -> bool {
    let is_study = |path: &str| {
        path.ends_with("/study.yaml") && path[CONTENT.len()..].matches('/').count() == 1
    };
    let mut paths = input.under(CONTENT).map(|(_, file)| file.path.as_str());
    input.find(SITE).is_some() || (input.find(STUDY).is_none() && paths.any(is_study))
}

/// Where the studies of a project live, in the order of their names, if it has several; none
/// if it has one. Folders that cannot be studies are left out: `collection` reports them.
pub fn studies(input: &Input) -> Vec<Home> {
    if !has_several(input) {
        return Vec::new();
    }
    let mut unheard = Diagnostics::new();
    match collection(input, true, &mut unheard) {
        Some(collection) => collection.studies,
        None => files(input, &[], None, &mut unheard).studies,
    }
}

/// The collection of a project of several studies; `None` where so much is wrong that its
/// studies cannot be read.
pub fn collection(
    input: &Input,
    draft: bool,
    found: &mut Diagnostics,
) -> Option<Collection> {
    let Some(file) = input.find(SITE) else {
        let message = format!("there is no `{SITE}`, which several studies need");
        let help = "it says the title and the languages of the site";
        found.push(Diagnostic::global(Code::MissingFile, message).help(help));
        return None;
    };
    let root = yaml::parse(input, file, found)?;
    let (languages, source_language) = languages(&root, &SiteFile::keys(), input, found)?;
    let mut decoder = Decoder {
        input,
        languages: &languages,
        source_language,
        draft,
        unreadable: Unreadable::default(),
        taken: Taken::default(),
        found,
    };
    let file = SiteFile::decode(&root, &mut decoder)?;
    let look = file.theme.map(|own| look::look(own, &mut decoder)).unwrap_or_default();
    let latin = file.kazakh_latin.and_then(|own| kazakh_latin(own, &mut decoder));
    let percent_word = percent_word(file.percent_word);
    let base_url = base_url(file.base_url.as_ref(), &mut decoder);
    let files = files(input, &languages, latin.as_ref(), decoder.found);
    narrative::refuse_unknown(&files.messages, SITE, &mut decoder);
    let messages = messages(&files.messages, latin.as_ref(), percent_word, &mut decoder);
    Some(Collection {
        title: in_each(file.title, latin.as_ref()),
        description: in_each(file.description, latin.as_ref()),
        languages,
        source_language,
        base_url,
        look,
        kazakh_latin: latin,
        percent_word,
        messages,
        studies: files.studies,
    })
}

/// A line of each language as a typesetter sets it, and that in Latin letters.
fn in_each(lines: PerLang<Line>, latin: Option<&KazakhLatin>) -> PerLang<Line> {
    let set = lines.map(|_, Line { lang, words }| Line {
        lang: *lang,
        words: Locale::new(*lang).typeset_words(words),
    });
    let Some(latin) = latin else { return set };
    let Line { lang, words } = set.get(latin.from()).clone();
    let written = match lang == latin.from() {
        true => Line { lang: latin.to(), words: latin.write(&words) },
        false => Line { lang, words },
    };
    set.with(latin.to(), written)
}

/// The files of the project that belong to no study, and the folders of those that do.
struct Files {
    messages: Translations,
    studies: Vec<Home>,
}

fn files(
    input: &Input,
    languages: &[Lang],
    latin: Option<&KazakhLatin>,
    found: &mut Diagnostics,
) -> Files {
    let mut messages = Translations::new();
    let mut folders: BTreeMap<&str, FileId> = BTreeMap::new();
    for (file, entry) in input.under(CONTENT) {
        let path = &entry.path[CONTENT.len()..];
        let message = entry.path.strip_prefix(MESSAGES);
        match (path.split_once('/'), message.and_then(|name| name.strip_suffix(".yaml")))
        {
            (_, Some(lang)) => drop(messages.insert(lang.to_owned(), file)),
            (None, _) if path == "site.yaml" => {}
            (Some((folder, _)), _) if folder != "messages" => {
                folders.entry(folder).or_insert(file);
            }
            _ => found.push(stray(&entry.path, file)),
        }
    }
    let languages = languages.iter().copied().chain(latin.map(KazakhLatin::to));
    let languages: Vec<_> =
        languages.map(|lang| lang.as_str().to_ascii_lowercase()).collect();
    let mut studies = Vec::new();
    for (folder, first) in folders {
        let declared = input.find(&format!("{CONTENT}{folder}/study.yaml"));
        match home(folder, &languages) {
            Ok(home) => studies.push(home),
            Err(wrong) => {
                let at = Span::start_of(declared.unwrap_or(first));
                let help = "rename its folder: the letters a to z, digits and `-`";
                found.push(Diagnostic::new(Code::BadId, at, wrong).help(help));
            }
        }
    }
    if studies.is_empty() && !found.has_errors() {
        let message = "the project has no study";
        let help = "a study is a folder of `content/` with a file `study.yaml`";
        found.push(Diagnostic::global(Code::MissingFile, message).help(help));
    }
    Files { messages, studies }
}

/// Where the study in `folder` lives, or why it cannot have this name.
fn home(folder: &str, languages: &[String]) -> Result<Home, String> {
    let is_language = |name: &str| languages.iter().any(|lang| lang == name);
    let is_pair = languages.iter().any(|first| {
        let rest = folder.strip_prefix(first.as_str());
        let second = rest.and_then(|rest| rest.strip_prefix('-'));
        second.is_some_and(|second| is_language(second.trim_start_matches('-')))
    });
    let taken = RESERVED.contains(&folder) || is_known_folder(folder);
    if taken || is_language(folder) || is_pair {
        return Err(format!("a study cannot be named `{folder}`: that is taken"));
    }
    Home::of(folder).ok_or_else(|| format!("`{folder}` cannot be the name of a study"))
}

fn stray(path: &str, file: FileId) -> Diagnostic {
    let at = Span::start_of(file);
    let unknown = |message| Diagnostic::new(Code::UnknownFile, at, message);
    match path == STUDY {
        true => unknown(format!("`{STUDY}` stands beside `{SITE}`")).help(
            "one study has `study.yaml` and no `site.yaml`; of several, each has a folder",
        ),
        false => unknown(format!("`{path}` belongs to no study"))
            .help("move it into the folder of a study"),
    }
}
