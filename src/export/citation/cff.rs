//! How the study is cited in the Citation File Format, 1.2.0: as a dataset, and preferably as
//! the article that the study is.

use serde_json::Value;

use crate::edition::{Creator, Work};

/// The file; `study` is the public address of the study with its data.
pub(super) fn cff(work: &Work, study: Option<&str>) -> String {
    let mut file = Yaml::default();
    file.line(0, "cff-version", "1.2.0");
    file.line(0, "message", "Please cite the study as described in preferred-citation.");
    file.line(0, "type", "dataset");
    file.line(0, "title", &work.title);
    file.authors(0, work);
    file.maybe(0, "abstract", Some(work.summary.as_str()));
    file.list(0, "keywords", &work.keywords);
    file.maybe(0, "license", work.known_licence.map(|own| own.id));
    let version = work.version.as_ref();
    file.maybe(0, "version", version.map(|(name, _)| name.as_str()));
    let dated = version.and_then(|(_, date)| *date).filter(|date| date.day().is_some());
    file.maybe(0, "date-released", dated.map(|date| date.to_string()).as_deref());
    file.maybe(0, "url", study);
    file.head(0, "preferred-citation");
    preferred(&mut file, work);
    file.0
}

/// The study: an article of a journal, or else a page of the web.
fn preferred(file: &mut Yaml, work: &Work) {
    file.line(2, "type", if work.journal.is_some() { "article" } else { "website" });
    file.line(2, "title", &work.title);
    file.authors(2, work);
    file.maybe(2, "journal", work.journal.as_deref());
    file.maybe(2, "volume", work.volume.as_deref());
    file.maybe(2, "issue", work.issue.as_deref());
    file.maybe(2, "start", work.pages.as_ref().map(|(first, _)| first.as_str()));
    file.maybe(2, "end", work.pages.as_ref().map(|(_, last)| last.as_str()));
    file.number(2, "year", work.issued.map(|date| date.year().to_string()));
    let month = work.issued.and_then(|date| date.month());
    file.number(2, "month", month.map(|month| month.to_string()));
    if let Some(publisher) = &work.publisher {
        file.head(2, "publisher");
        file.line(4, "name", publisher);
    }
    file.maybe(2, "issn", work.issn.as_deref());
    file.maybe(2, "doi", work.doi.as_deref());
    file.maybe(2, "url", work.address.as_deref());
    file.list(2, "languages", &[work.lang.language().to_owned()]);
}

/// YAML whose every text is quoted.
#[derive(Default)]
struct Yaml(String);

impl Yaml {
    /// A key whose value follows, after this many spaces.
    fn head(&mut self, depth: usize, key: &str) {
        self.0.push_str(&format!("{}{key}:\n", " ".repeat(depth)));
    }

    fn line(&mut self, depth: usize, key: &str, value: &str) {
        self.0.push_str(&format!("{}{key}: {}\n", " ".repeat(depth), quoted(value)));
    }

    fn maybe(&mut self, depth: usize, key: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.line(depth, key, value);
        }
    }

    fn number(&mut self, depth: usize, key: &str, value: Option<String>) {
        if let Some(value) = value {
            self.0.push_str(&format!("{}{key}: {value}\n", " ".repeat(depth)));
        }
    }

    fn list(&mut self, depth: usize, key: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        self.head(depth, key);
        for value in values {
            self.0.push_str(&format!("{}- {}\n", " ".repeat(depth + 2), quoted(value)));
        }
    }

    /// The authors, of whom the format wants one at least.
    fn authors(&mut self, depth: usize, work: &Work) {
        self.head(depth, "authors");
        for author in &work.authors {
            self.author(depth + 2, author);
        }
        if work.authors.is_empty() {
            let nobody = work.publisher.as_deref().unwrap_or(&work.title);
            self.entry(depth + 2, &[("name", nobody)]);
        }
    }

    fn author(&mut self, depth: usize, own: &Creator) {
        let (orcid, places) = (own.orcid_address(), own.affiliations.join("; "));
        let mut keys: Vec<(&str, &str)> = match &own.parts {
            Some((family, given)) => {
                vec![("family-names", family), ("given-names", given)]
            }
            None => vec![("name", &own.name)],
        };
        // What is only named may be a person or not, and has no place where it works.
        if own.parts.is_some() && !places.is_empty() {
            keys.push(("affiliation", &places));
        }
        keys.extend(orcid.as_deref().map(|orcid| ("orcid", orcid)));
        self.entry(depth, &keys);
    }

    /// An entry of a list.
    fn entry(&mut self, depth: usize, keys: &[(&str, &str)]) {
        for (at, (key, value)) in keys.iter().enumerate() {
            let sign = if at == 0 { "- " } else { "  " };
            let spaces = " ".repeat(depth);
            self.0.push_str(&format!("{spaces}{sign}{key}: {}\n", quoted(value)));
        }
    }
}

/// A text in double quotes: what JSON writes, YAML reads.
fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
