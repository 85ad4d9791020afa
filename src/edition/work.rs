//! The study as a cited work: what its pages, and the files for reference managers, say of
//! it to programs.

use super::{Author, Block, Edition, FrontMatter, Passage, Text, plain};
use crate::lang::Lang;
use crate::locale::Date;
use crate::study::{self, KnownLicence, Version, name_parts};

/// An edition of the study as others cite it. All words have the spaces that programs know.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// The language of the edition.
    pub lang: Lang,
    /// The title of the study.
    pub title: String,
    /// The authors in their order.
    pub authors: Vec<Creator>,
    /// The journal that it appeared in.
    pub journal: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The volume of the journal.
    pub volume: Option<String>,
    /// The issue of the journal.
    pub issue: Option<String>,
    /// The first and the last page in the journal.
    pub pages: Option<(String, String)>,
    /// The ISSN of the journal.
    pub issn: Option<String>,
    /// The DOI, which begins with `10.`.
    pub doi: Option<String>,
    /// When it appeared, or else when it was first published on the site.
    pub issued: Option<Date>,
    /// When it was first published on the site.
    pub online: Option<Date>,
    /// The keywords.
    pub keywords: Vec<String>,
    /// The abstract in one line; empty where it is not in the language of the edition.
    pub summary: String,
    /// The licence of the text, as the study calls it.
    pub licence: Option<String>,
    /// The same, where it is one of those that are known by their id.
    pub known_licence: Option<&'static KnownLicence>,
    /// The name and the date of the version that is cited.
    pub version: Option<(String, Option<Date>)>,
    /// The public address of the edition.
    pub address: Option<String>,
}

/// An author of a cited work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Creator {
    /// The name as a page shows it.
    pub name: String,
    /// The family name and what is left of the name, where it is known which is which.
    pub parts: Option<(String, String)>,
    /// The ORCID, sixteen digits in groups.
    pub orcid: Option<String>,
    /// Where the author works.
    pub affiliations: Vec<String>,
}

impl Work {
    /// The work that an edition is, found at `address`, in this `version`.
    pub fn of(
        edition: &Edition,
        version: Option<&Version>,
        address: Option<String>,
    ) -> Self {
        let front = &edition.front;
        let optional = |text: &Option<Text>| text.as_ref().map(words);
        let licence = optional(&front.licence);
        let publication = &front.publication;
        Self {
            lang: edition.lang,
            title: words(&front.title),
            authors: front.authors.iter().map(|own| creator(front, own)).collect(),
            journal: optional(&front.journal),
            publisher: optional(&publication.publisher),
            volume: publication.volume.as_deref().map(clean),
            issue: publication.issue.as_deref().map(clean),
            pages: publication.pages.clone(),
            issn: publication.issn.clone(),
            doi: publication.doi.clone(),
            issued: edition.issued(),
            online: edition.revisions.first().map(|first| first.date),
            keywords: front.keywords.iter().map(|word| clean(word)).collect(),
            summary: summary(edition.lang, &edition.summary),
            known_licence: licence.as_deref().and_then(KnownLicence::named),
            licence,
            version: version.map(|own| (own.name.clone(), own.date)),
            address,
        }
    }

    /// The address of the DOI.
    pub fn doi_address(&self) -> Option<String> {
        self.doi.as_deref().map(study::doi_address)
    }
}

impl Creator {
    /// `Family, Given` where it is known which is which, else the name as it is.
    pub fn inverted(&self) -> String {
        match &self.parts {
            Some((family, given)) => format!("{family}, {given}"),
            None => self.name.clone(),
        }
    }

    /// The address of the ORCID.
    pub fn orcid_address(&self) -> Option<String> {
        self.orcid.as_deref().map(study::orcid_address)
    }
}

fn creator(front: &FrontMatter, author: &Author) -> Creator {
    let name = words(&author.name);
    let family = author.family.as_ref().map(words);
    let places = author.affiliations.iter();
    let places = places.filter_map(|at| front.affiliations.get(*at));
    Creator {
        parts: parts(&name, family.as_deref()),
        name,
        orcid: author.orcid.clone(),
        affiliations: places.map(words).collect(),
    }
}

/// The family name and what is left: as the author says, or where all other words are
/// initials. Of two whole words either may be the family name, in these languages too.
fn parts(name: &str, family: Option<&str>) -> Option<(String, String)> {
    let known = match family {
        Some(family) => family,
        None => {
            let mut whole = name.split_whitespace().filter(|word| !are_initials(word));
            whole.next().filter(|_| whole.next().is_none())?
        }
    };
    name_parts(name, known).filter(|(_, given)| !given.is_empty())
}

/// Whether a word is made of initials: `M.`, `M.B.`, `Ю.-К.`
fn are_initials(word: &str) -> bool {
    let mut parts = word.split_inclusive('.').map(|part| part.trim_start_matches('-'));
    let is_initial =
        |part: &str| part.ends_with('.') && (2..=3).contains(&part.chars().count());
    parts.all(is_initial)
}

/// The paragraphs of the abstract.
fn summary(lang: Lang, passage: &Passage) -> String {
    if passage.lang != lang {
        return String::new();
    }
    let mut lines = Vec::new();
    collect(&passage.blocks, &mut lines);
    lines.join(" ")
}

fn collect(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                lines.push(clean(&plain(content)));
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| collect(item, lines));
            }
            Block::Quote(inner) => collect(inner, lines),
            Block::Code(_) | Block::Grid { .. } | Block::Rule | Block::Placed(_) => {}
        }
    }
}

fn words(text: &Text) -> String {
    clean(&text.plain())
}

/// Words in one line, without the signs that say where a line may break.
fn clean(words: &str) -> String {
    let seen = words.chars().filter(|sign| !matches!(sign, '\u{ad}' | '\u{2060}'));
    let seen: String = seen.collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(name: &str, family: Option<&str>) -> Option<String> {
        parts(name, family).map(|(family, given)| format!("{family}|{given}"))
    }

    #[test]
    fn a_family_name_among_initials_is_known() {
        for (name, known) in [
            ("M. B. Asanbayev", "Asanbayev|M. B."),
            ("Асанбаев М. Б.", "Асанбаев|М. Б."),
            ("Т. Қилыбаев", "Қилыбаев|Т."),
            ("Ли Ю.-К.", "Ли|Ю.-К."),
            ("M.B. Petrov-Vodkin", "Petrov-Vodkin|M.B."),
            ("Дж. Коннелл", "Коннелл|Дж."),
        ] {
            assert_eq!(split(name, None).as_deref(), Some(known));
        }
    }

    #[test]
    fn of_two_whole_words_an_author_says_which_is_the_family_name() {
        assert_eq!(split("Saulesh Yessenova", None), None);
        assert_eq!(split("Bureau", None), None);
        let said = split("Yessenova Saulesh", Some("Yessenova"));
        assert_eq!(said.as_deref(), Some("Yessenova|Saulesh"));
        let said = split("Ursula K. Le Guin", Some("Le Guin"));
        assert_eq!(said.as_deref(), Some("Le Guin|Ursula K."));
    }

    #[test]
    fn a_family_name_is_found_among_whole_words() {
        for (name, family, known) in [
            ("Анна Ан", Some("Ан"), Some("Ан|Анна")),
            ("Асанбаев, М. Б.", None, Some("Асанбаев|М. Б.")),
            ("Асанбаев, М. Б.", Some("Асанбаев"), Some("Асанбаев|М. Б.")),
            ("Martin Luther King, Jr.", Some("King"), Some("King|Martin Luther Jr.")),
            ("Анна Иванова", Some("ова"), None),
            ("Анна", Some("Анна"), None),
        ] {
            assert_eq!(split(name, family).as_deref(), known, "{name}");
        }
    }
}
