//! The heads of pages that belong to a site of several studies and to none of them.

use super::Head;
use super::description::beginning;
use super::head::{AlternateView, fonts, look_view};
use super::index::site_feed_link;
use super::structured::structured_list;
use crate::html::index::Index;
use crate::html::paths::{self, IndexKind};
use crate::html::prose::Prose;
use crate::lang::Lang;
use crate::locale::Direction;
use crate::site_path::SitePath;

impl Head {
    /// The head of the list in `lang` that is this page, of this title, which holds these
    /// pages by their names.
    pub(in crate::html) fn of_index(
        index: &Index<'_>,
        lang: Lang,
        kind: &IndexKind,
        title: &str,
        listed: &[(String, SitePath)],
    ) -> Self {
        let at = kind.path(lang);
        let site = &index.collection.title.get(lang).words;
        let description = description(index, lang, kind, title, listed);
        let words = [title, description.as_str()];
        Self {
            structured: structured_list(index, lang, kind, words, listed),
            description,
            title: match kind {
                IndexKind::Studies => site.clone(),
                _ => format!("{title} – {site}"),
            },
            canonical: Some(index.address(&at, &at)),
            alternates: index_alternates(index, &at, kind, Some(lang)),
            fallback: Some(index.fallback(&at, kind)),
            feed: site_feed_link(index, lang, &at),
            ..Self::of_collection(index, lang, "studies", &|path| at.link_to(path))
        }
    }

    /// The head of a page of no language; `link` gives the address of a page as it is found
    /// from there.
    pub(in crate::html) fn of_collection(
        index: &Index<'_>,
        first: Lang,
        kind: &'static str,
        link: &dyn Fn(&SitePath) -> String,
    ) -> Self {
        let interface = index.interfaces.get(first);
        let title = index.collection.title.get(first);
        let look = &index.collection.look;
        let root = paths::root();
        let is_root = kind == "root";
        let address = is_root.then(|| index.address(&root, &root));
        let alternates = index_alternates(index, &root, &IndexKind::Studies, None);
        let others = index.collection.indexed().into_iter().filter(|own| *own != first);
        let locale = |lang: Lang| index.interfaces.get(lang).locale.open_graph();
        Self {
            lang: first.to_string(),
            dir: Direction::of(first).as_str(),
            kind,
            site_name: title.words.clone(),
            title: match kind {
                "not-found" => {
                    let missing = interface.messages.get("page_not_found");
                    format!("{missing} – {}", title.words)
                }
                _ => title.words.clone(),
            },
            description: index.collection.description.get(first).words.clone(),
            canonical: address.clone(),
            alternates: if is_root { alternates } else { Vec::new() },
            previous: None,
            next: None,
            original: None,
            fallback: address,
            style: link(&paths::style()),
            scripted: false,
            search_script: None,
            fonts: fonts(look, false, link),
            look: look_view(look, link),
            root: link(&root),
            collection: None,
            home: link(&IndexKind::Studies.path(first)),
            about: None,
            search: None,
            study_title: Prose::silent(first).plain(title.lang, &title.words),
            datasets: Vec::new(),
            pairs: Vec::new(),
            licence: None,
            og_locale: interface.locale.open_graph(),
            og_alternates: others.filter_map(locale).collect(),
            card: None,
            published: None,
            modified: None,
            feed: None,
            public: index.base_url.is_some(),
            metadata: Vec::new(),
            relations: Vec::new(),
            structured: Vec::new(),
            version: None,
            versions: None,
        }
    }
}

/// What search engines and link previews say of the list of this `title`: no two lists of a
/// language have the same description.
fn description(
    index: &Index<'_>,
    lang: Lang,
    kind: &IndexKind,
    title: &str,
    listed: &[(String, SitePath)],
) -> String {
    let messages = &index.interfaces.get(lang).messages;
    let site = &index.collection.title.get(lang).words;
    let words = match kind {
        IndexKind::Studies => index.collection.description.get(lang).words.clone(),
        IndexKind::Keywords => messages.format("describe_keywords", &[("title", site)]),
        IndexKind::Keyword(_) => {
            let studies = listed.iter().map(|(title, _)| title.as_str());
            let studies = studies.collect::<Vec<_>>().join("; ");
            let values = [("title", title), ("studies", &studies)];
            messages.format("describe_keyword", &values)
        }
    };
    beginning(&words)
}

/// The list that is this page in every language, as the page at `from` names it.
pub(in crate::html) fn index_alternates(
    index: &Index<'_>,
    from: &SitePath,
    kind: &IndexKind,
    current: Option<Lang>,
) -> Vec<AlternateView> {
    let alternate = |lang: Lang| {
        let path = kind.path(lang);
        AlternateView {
            lang: lang.to_string(),
            dir: Direction::of(lang).as_str(),
            name: index.interfaces.get(lang).messages.get("own_name").to_owned(),
            href: from.link_to(&path),
            address: index.address(from, &path),
            current: Some(lang) == current,
        }
    };
    index.collection.indexed().into_iter().map(alternate).collect()
}

impl Index<'_> {
    /// The address of `to` for search engines, as the page at `from` gives it.
    pub(in crate::html) fn address(&self, from: &SitePath, to: &SitePath) -> String {
        self.base_url.map_or_else(|| from.link_to(to), |base| to.url(base))
    }

    /// The list that is this page for readers of any other language: of the studies, the
    /// page that offers the languages; of all else, that in the first language.
    pub(in crate::html) fn fallback(&self, from: &SitePath, kind: &IndexKind) -> String {
        let first = self.collection.languages.first();
        let first = first.filter(|_| *kind != IndexKind::Studies);
        self.address(from, &first.map_or_else(paths::root, |lang| kind.path(*lang)))
    }
}
