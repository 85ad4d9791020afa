//! The nouns of a study in all its languages: no syntax of files, no HTML.

mod acceptance;
mod claim;
mod collection;
mod dataset;
mod division;
mod figure;
mod identifier;
mod layout;
mod licence;
mod look;
mod name;
mod opening;
mod reason;
mod revision;
mod table;
mod text;
mod translation;
mod unit;
mod version;

pub use acceptance::*;
pub use claim::*;
pub use collection::*;
pub use dataset::*;
pub use division::*;
pub use figure::*;
pub use identifier::*;
pub use layout::*;
pub use licence::*;
pub use look::*;
pub use name::*;
pub use opening::*;
pub use reason::*;
pub use revision::*;
pub use table::*;
pub use text::*;
pub use translation::*;
pub use unit::*;
pub use version::*;

use std::collections::{BTreeMap, BTreeSet};

use crate::expr::Records;
use crate::lang::{Lang, PerLang};
use crate::locale::{Alphabet, Date, KazakhLatin, Locale, Messages, PercentWord, Words};
use crate::site_path::Home;
use crate::source::{Span, Spanned};

/// A study: everything its authors wrote, parsed and checked, in all languages.
#[derive(Debug)]
pub struct Study {
    /// Where it lives in the site.
    pub home: Home,
    /// The languages in the order of the language switcher.
    pub languages: Vec<Lang>,
    /// The language that the others are translated from.
    pub source_language: Lang,
    /// How the edition in Latin letters is made of the Kazakh one, where there is one.
    pub kazakh_latin: Option<KazakhLatin>,
    /// Whether the texts are set as a typesetter would, or as they are typed.
    pub typography: bool,
    /// How many digits stand before the first group in a Russian text, 1 or 2.
    pub min_grouping: u8,
    /// Where the site is published, ending in `/`.
    pub base_url: Option<String>,
    /// Which languages stand beside each other on a page of their own.
    pub side_by_side: Vec<(Lang, Lang)>,
    /// On how many pages the text stands.
    pub layout: PageLayout,
    /// Title, authors and all that stands before the text.
    pub front: FrontMatter,
    /// What the front shows beside them.
    pub opening: Opening,
    /// What the project changes of the look of its site.
    pub look: Look,
    /// The abstract.
    pub summary: PerLang<Passage>,
    /// The text of the page about the edition.
    pub about: PerLang<Passage>,
    /// The narrative.
    pub sections: Vec<Section>,
    /// The datasets in the order of their ids.
    pub datasets: Vec<Dataset>,
    /// The figures by id.
    pub figures: BTreeMap<String, Figure>,
    /// The tables by id.
    pub tables: BTreeMap<String, Table>,
    /// The reference list in its order.
    pub references: Vec<Reference>,
    /// The units by id.
    pub units: BTreeMap<String, Unit>,
    /// The nouns and places that texts decline.
    pub words: PerLang<Words>,
    /// The Kazakh word that `%` is read as.
    pub percent_word: PercentWord,
    /// The interface texts of each edition, with those that the study words anew.
    pub messages: PerLang<Messages>,
    /// All that is translated, in the order in which a reader meets it, the narrative
    /// first.
    pub translations: Vec<TranslationFile>,
    /// What translations were accepted for, by the names of the texts.
    pub accepted: Vec<AcceptedText>,
    /// What was changed after the study was first published, in the order of time.
    pub revisions: Vec<Revision>,
    /// What the checks of the datasets found and the study disputes.
    pub findings: Vec<Finding>,
    /// What they found and the study does not dispute: an error each.
    pub failing: Vec<Finding>,
    /// The claims in the order of their file.
    pub claims: Vec<Claim>,
    /// What the data say of each claim, and of each check that texts name, by its name.
    pub claimed: Vec<Claimed>,
    /// What could not be read.
    pub unreadable: Unreadable,
}

/// What could not be read and is reported: not to be reported a second time where it is
/// used.
#[derive(Debug, Clone, Default)]
pub struct Unreadable {
    /// Ids of datasets, figures, tables, units and works; of nouns and places with what
    /// they are, `noun person`.
    pub ids: BTreeSet<String>,
    /// Whether units may be missing whose ids are not known.
    pub units: bool,
    /// Whether nouns or places may be missing whose ids are not known.
    pub words: bool,
    /// Whether works may be missing whose keys are not known.
    pub references: bool,
    /// Whether claims may be missing whose ids are not known.
    pub claims: bool,
    /// Whether a section is missing with all that it places.
    pub sections: bool,
}

impl Unreadable {
    /// Whether what an expression names, a dataset by its id or a word as `noun person`,
    /// may be one that could not be read.
    pub fn has(&self, name: &str) -> bool {
        let word = name.starts_with("noun ") || name.starts_with("place ");
        (word && self.words) || self.ids.contains(name)
    }

    /// Adds what others could not read.
    pub(crate) fn take_in(&mut self, other: Self) {
        let Self { ids, units, words, references, claims, sections } = other;
        self.ids.extend(ids);
        self.units |= units;
        self.words |= words;
        self.references |= references;
        self.claims |= claims;
        self.sections |= sections;
    }
}

impl Study {
    /// The datasets as expressions see them.
    pub fn records(&self) -> Vec<&dyn Records> {
        self.datasets.iter().map(|dataset| dataset as &dyn Records).collect()
    }

    /// The Latin alphabet of Kazakh words: the study's own, or the latest draft.
    pub fn alphabet(&self) -> Alphabet {
        self.kazakh_latin.as_ref().map_or(Alphabet::Draft2021, KazakhLatin::alphabet)
    }

    /// How a language of the study writes.
    pub fn locale(&self, lang: Lang) -> Locale {
        Locale::new(lang)
            .with_percent_word(self.percent_word)
            .with_min_grouping(self.min_grouping)
            .with_words(self.words.get(lang).clone())
    }

    /// The dataset with this id.
    pub fn dataset(&self, id: &str) -> Option<&Dataset> {
        self.datasets
            .binary_search_by(|dataset| dataset.id.as_str().cmp(id))
            .ok()
            .map(|at| &self.datasets[at])
    }
}

/// Title, authors and all that stands before the text.
#[derive(Debug)]
pub struct FrontMatter {
    /// The title of the study.
    pub title: Texts,
    /// A second line of the title.
    pub subtitle: Option<Texts>,
    /// One sentence for search engines.
    pub description: Texts,
    /// The editorial note in one or two sentences.
    pub notice: Option<Texts>,
    /// The authors in their order.
    pub authors: Vec<Author>,
    /// Where the authors work, in the order of `study.yaml`.
    pub affiliations: Vec<Texts>,
    /// The keywords.
    pub keywords: PerLang<Vec<Spanned<String>>>,
    /// The journal that the study appeared in.
    pub journal: Option<Texts>,
    /// When it appeared.
    pub issued: Option<Date>,
    /// Where in the journal, and what else names it there.
    pub publication: PublicationDetails,
    /// The licence.
    pub licence: Option<Texts>,
}

/// What names a work beside its title, authors and journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicationDetails<T = Texts> {
    /// The volume of the journal.
    pub volume: Option<String>,
    /// The issue of the journal.
    pub issue: Option<String>,
    /// The first and the last page in the journal; the same for a single one.
    pub pages: Option<(String, String)>,
    /// The ISSN of the journal, with its hyphen.
    pub issn: Option<String>,
    /// Who publishes it.
    pub publisher: Option<T>,
    /// The DOI, which begins with `10.`.
    pub doi: Option<String>,
}

impl<T> PublicationDetails<T> {
    /// Of a work of which nothing is known.
    pub fn unknown() -> Self {
        Self {
            volume: None,
            issue: None,
            pages: None,
            issn: None,
            publisher: None,
            doi: None,
        }
    }
}

/// An author of the study.
#[derive(Debug)]
pub struct Author {
    /// The name.
    pub name: Texts,
    /// The part of the name that is the family name, where an author says which.
    pub family: Option<Texts>,
    /// The ORCID, sixteen digits in groups of four.
    pub orcid: Option<String>,
    /// Positions in [`FrontMatter::affiliations`].
    pub affiliations: Vec<usize>,
}

/// A section of the narrative.
#[derive(Debug)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its text in each language.
    pub translations: PerLang<Translation>,
}

/// A section in one language.
#[derive(Debug)]
pub struct Translation {
    /// The section's title.
    pub title: Text,
    /// The text below the title; its language differs from the edition's only in a draft.
    pub passage: Passage,
}

/// An entry of the reference list, not yet formatted.
#[derive(Debug)]
pub struct Reference {
    /// Its key and where it stands.
    pub key: Spanned<String>,
    /// The entry as a JSON object in the format of hayagriva, without its key.
    pub entry: String,
    /// Where the values of its keys stand; those of a parent as `parent.title`.
    pub places: BTreeMap<String, Span>,
    /// The language of the work.
    pub lang: Lang,
    /// Whether the source does not describe the work further.
    pub incomplete: bool,
}
