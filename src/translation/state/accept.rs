//! Accepting translations: the record of what their translators had before them.

use std::collections::BTreeMap;

use super::common::common;
use super::wording::{fingerprint, wording};
use crate::lang::Lang;
use crate::locale::Date;
use crate::study::{Acceptance, AcceptedPassage, AcceptedText, Study, TranslationFile};

/// What is accepted, and what is to be remembered of it.
#[derive(Debug, Clone)]
pub struct Accept<'a> {
    /// The texts.
    pub files: Vec<&'a TranslationFile>,
    /// The languages of the translations.
    pub languages: Vec<Lang>,
    /// Whether they were reviewed.
    pub reviewed: bool,
    /// When that was.
    pub date: Option<Date>,
    /// Who did it.
    pub by: Option<String>,
}

/// Stands at the head of the record.
const HEAD: &str = "\
# What the translators had before them when their translations were accepted.
# `baspa status --accept` writes this file.
";

/// The record of the study, as YAML, with these translations accepted for what the
/// original says now.
pub fn accept(study: &Study, accept: &Accept<'_>) -> String {
    let mut records: BTreeMap<String, Record> = study
        .accepted
        .iter()
        .map(|text| (text.name.value.clone(), text.into()))
        .collect();
    for file in &accept.files {
        let own = records.entry(file.name()).or_default();
        let units = file.units.get(study.source_language).as_deref();
        let wordings = units.unwrap_or_default().iter().map(wording);
        own.accept(accept, wordings.filter(|wording| !wording.is_empty()).collect());
    }
    let mut text = HEAD.to_owned();
    for (name, record) in &records {
        record.write(name, &mut text);
    }
    text
}

/// A text of the record.
#[derive(Default)]
struct Record {
    acceptances: BTreeMap<Lang, (bool, Option<Date>, Option<String>)>,
    passages: Vec<Passage>,
}

/// A passage of the record. One that stands at different places in what two translators
/// had before them is there twice.
struct Passage {
    hash: String,
    languages: Vec<Lang>,
    wording: String,
}

impl From<&AcceptedText> for Record {
    fn from(text: &AcceptedText) -> Self {
        let acceptance =
            |own: &Acceptance| (own.lang.value, (own.reviewed, own.date, own.by.clone()));
        let passage = |own: &AcceptedPassage| Passage {
            hash: own.hash.value.clone(),
            languages: own.languages.iter().map(|lang| lang.value).collect(),
            wording: own.wording.value.clone(),
        };
        Self {
            acceptances: text.acceptances.iter().map(acceptance).collect(),
            passages: text.passages.iter().map(passage).collect(),
        }
    }
}

impl Record {
    /// Accepts the translations into the languages of `accept` for an original that says
    /// `wordings`.
    fn accept(&mut self, accept: &Accept<'_>, wordings: Vec<String>) {
        for lang in &accept.languages {
            let how = (accept.reviewed, accept.date, accept.by.clone());
            self.acceptances.insert(*lang, how);
        }
        for passage in &mut self.passages {
            passage.languages.retain(|lang| !accept.languages.contains(lang));
        }
        self.passages.retain(|passage| !passage.languages.is_empty());
        let old = std::mem::take(&mut self.passages);
        let new = wordings.into_iter().map(|wording| Passage {
            hash: fingerprint(&wording),
            languages: accept.languages.clone(),
            wording,
        });
        self.passages = merged(old, new.collect());
        self.passages.iter_mut().for_each(|passage| passage.languages.sort_unstable());
    }

    fn write(&self, name: &str, text: &mut String) {
        text.push_str(&format!("{}:\n  accepted:\n", plain(name)));
        for (lang, (reviewed, date, by)) in &self.acceptances {
            let reviewed = reviewed.then(|| "reviewed: true".to_owned());
            let date = date.map(|date| format!("date: {date}"));
            let by = by.as_ref().map(|by| format!("by: {}", quoted(by)));
            let how: Vec<_> = [reviewed, date, by].into_iter().flatten().collect();
            text.push_str(&format!("    {lang}: {{{}}}\n", how.join(", ")));
        }
        match self.passages.is_empty() {
            true => text.push_str("  passages: []\n"),
            false => text.push_str("  passages:\n"),
        }
        for Passage { hash, languages, wording } in &self.passages {
            let languages: Vec<_> = languages.iter().map(Lang::as_str).collect();
            // In quotes, for `34462e850507` would be a number.
            text.push_str(&format!(
                "    - {{hash: {}, languages: [{}], wording: {}}}\n",
                quoted(hash),
                languages.join(", "),
                quoted(wording)
            ));
        }
    }
}

/// Both sequences in one, in which each keeps its order.
fn merged(old: Vec<Passage>, new: Vec<Passage>) -> Vec<Passage> {
    let hashes = |passages: &[Passage]| {
        passages.iter().map(|own| own.hash.clone()).collect::<Vec<_>>()
    };
    let pairs = common(&hashes(&old), &hashes(&new));
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    let (mut i, mut j) = (0, 0);
    let mut passages = Vec::new();
    for (same_old, same_new) in pairs {
        passages.extend(old.by_ref().take(same_old - i));
        passages.extend(new.by_ref().take(same_new - j));
        if let (Some(mut both), Some(own)) = (old.next(), new.next()) {
            both.languages.extend(own.languages);
            passages.push(both);
        }
        (i, j) = (same_old + 1, same_new + 1);
    }
    passages.extend(old);
    passages.extend(new);
    passages
}

/// A text between double quotes, as JSON and YAML have it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A name that needs no quotes stands without them.
fn plain(name: &str) -> String {
    let harmless = |c: char| c.is_ascii_alphanumeric() || "/_-".contains(c);
    match name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(harmless)
    {
        true => name.to_owned(),
        false => quoted(name),
    }
}
