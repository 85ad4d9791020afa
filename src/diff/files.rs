//! Files of the site, and whether what is listed of readers' texts accounts for them.

use std::collections::BTreeSet;

use super::{Change, Diff, EditionChanges, FileChange, PartChange};
use crate::record::{ABSTRACT, Kind, Record};
use crate::site_path::Home;

/// What one page has and others of its edition show too: titles in lists of links, notes,
/// numbers of figures.
const SHARED: [Kind; 17] = [
    Kind::Title,
    Kind::Description,
    Kind::Author,
    Kind::Affiliation,
    Kind::Journal,
    Kind::Issued,
    Kind::Imprint,
    Kind::Updated,
    Kind::Licence,
    Kind::Fact,
    Kind::Period,
    Kind::Behind,
    Kind::Heading,
    Kind::Figure,
    Kind::Table,
    Kind::Finding,
    Kind::Reason,
];

/// The files that have other bytes.
pub(super) fn files(
    old: &Record,
    new: &Record,
    diff: &Diff,
    home: Home,
) -> Vec<FileChange> {
    let causes = Causes { old, new, diff, home };
    let paths: BTreeSet<_> = old.files.keys().chain(new.files.keys()).collect();
    let folders = diff.versions.iter().map(|own| home.within(&own.version) + "/");
    let folders: Vec<_> = folders.collect();
    let is_of_version = |path: &str| folders.iter().any(|own| path.starts_with(own));
    let differ = paths
        .into_iter()
        .filter(|path| old.files.get(*path) != new.files.get(*path))
        .filter(|path| !is_of_version(path));
    let change = |path: &String| FileChange {
        file: path.clone(),
        change: Change::of(old.files.contains_key(path), new.files.contains_key(path)),
        explained: causes.account_for(path),
    };
    differ.map(change).collect()
}

struct Causes<'a> {
    old: &'a Record,
    new: &'a Record,
    diff: &'a Diff,
    home: Home,
}

impl Causes<'_> {
    fn account_for(&self, path: &str) -> bool {
        let alone = self.home.without(path);
        let mut names = alone.split('/');
        match (names.next(), names.next(), names.next()) {
            (Some("data"), Some(file), None) => self.data(file),
            (Some("versions"), Some(_), None)
            | (Some(_), Some("versions.html"), None) => !self.diff.versions.is_empty(),
            (Some(folder), Some("figures"), Some(file)) => self.figure(folder, file),
            (Some(folder), Some("search"), Some(_)) => self.index(folder),
            (Some("citation.cff"), None, None) => self.editions().any(is_cited),
            (Some(folder), Some(file), None) if file.starts_with("citation.") => {
                self.editions().any(|own| self.has_folder(own, folder) && is_cited(own))
            }
            (Some(folder), Some(_), _) => self.page(folder, path),
            _ => self.editions().any(is_shared),
        }
    }

    fn editions(&self) -> impl Iterator<Item = &EditionChanges> {
        self.diff.editions.iter()
    }

    /// A file of a dataset, or of all of them.
    fn data(&self, file: &str) -> bool {
        let name = file.split('.').next().unwrap_or(file);
        let page = format!("/data/{name}.html");
        let is_of = |id: &str| id.eq_ignore_ascii_case(name);
        let known = self.old.datasets.iter().chain(&self.new.datasets);
        let one = known.clone().any(|own| is_of(&own.id));
        let cells = self.diff.cells.iter().any(|own| !one || is_of(&own.dataset));
        let shown = |own: &EditionChanges| {
            let parts = own.parts.iter().map(|part| &part.page);
            let mut pages = parts.chain(own.pages.iter().map(|page| &page.page));
            pages.any(
                |own| if one { own.ends_with(&page) } else { own.contains("/data/") },
            )
        };
        cells || self.editions().any(shown)
    }

    /// A figure as a file: it shows the title of the study and the works of its source.
    fn figure(&self, folder: &str, file: &str) -> bool {
        let id = file.split('.').next().unwrap_or(file);
        let known = self.has_figure(id);
        let shows = |part: &PartChange| match part.kind {
            // A list of them all.
            _ if !known => true,
            Kind::Figure => part.name == id,
            Kind::Title | Kind::Reference => true,
            _ => part.anchor == id,
        };
        let mut own = self.editions().filter(|own| self.has_folder(own, folder));
        own.any(|own| own.parts.iter().any(shows))
    }

    /// What an edition is searched by has all that it says.
    fn index(&self, folder: &str) -> bool {
        let mut own = self.editions().filter(|own| self.has_folder(own, folder));
        own.any(|own| !own.parts.is_empty() || !own.pages.is_empty())
    }

    fn has_figure(&self, id: &str) -> bool {
        let editions = self.new.editions.iter().chain(&self.old.editions);
        let parts = editions.flat_map(|own| &own.pages).flat_map(|own| &own.parts);
        parts.filter(|part| part.kind == Kind::Figure).any(|part| part.name == id)
    }

    /// A page, or its card, of an edition or of two.
    fn page(&self, folder: &str, path: &str) -> bool {
        let path = match path.strip_suffix("-card.png") {
            Some(name) => format!("{name}.html"),
            None => path.to_owned(),
        };
        let pairs = self.old.pairs.iter().chain(&self.new.pairs);
        if let Some(pair) = pairs.clone().find(|pair| pair.path == path) {
            let mut both =
                self.editions().filter(|own| pair.languages.contains(&own.language));
            return both.any(|own| is_shared(own) || self.changes_study(own));
        }
        // The news of an edition tell what its histories do.
        let is_news = path.ends_with("/feed.xml");
        // The front shows a figure of a section.
        let is_front = path.ends_with("/index.html");
        let shows = |part: &PartChange| {
            part.page == path
                || (is_front && self.is_text(&part.page))
                || (is_news && part.page.ends_with("-revisions.html"))
        };
        let mut own = self.editions().filter(|own| self.has_folder(own, folder));
        own.any(|own| is_shared(own) || own.parts.iter().any(shows))
    }

    /// Whether a part of the study's text is not the same.
    fn changes_study(&self, own: &EditionChanges) -> bool {
        own.parts.iter().any(|part| self.is_text(&part.page))
    }

    /// Whether a page is one of the text of an edition.
    fn is_text(&self, page: &str) -> bool {
        let alone = self.home.without(page);
        let mut names = alone.split('/').skip(1);
        matches!(
            (names.next(), names.next()),
            (Some("index.html" | "references.html"), None) | (Some("sections"), Some(_))
        )
    }

    /// Whether the pages of the edition live in this folder.
    fn has_folder(&self, own: &EditionChanges, folder: &str) -> bool {
        let editions = self.new.editions.iter().chain(&self.old.editions);
        let pages = editions
            .filter(|edition| edition.lang == own.language)
            .filter_map(|edition| edition.pages.first());
        pages.map(|page| page.path.split('/').next()).any(|first| first == Some(folder))
    }
}

/// Whether something is not the same that a reference to the study has as a file: abstract
/// and keywords are among it.
fn is_cited(own: &EditionChanges) -> bool {
    let cited =
        |part: &PartChange| part.kind == Kind::Keywords || part.anchor == ABSTRACT;
    is_shared(own) || own.parts.iter().any(cited)
}

/// Whether something is not the same that several pages show.
fn is_shared(own: &EditionChanges) -> bool {
    !own.pages.is_empty() || own.parts.iter().any(|part| SHARED.contains(&part.kind))
}
