//! What the preview shows at one moment, and the answer to a path.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::drawn::Drawn;
use super::inject;
use super::overlay::Overlay;
use crate::Outcome;
use crate::digest::Digest;
use crate::html::RenderedPage;
use crate::site::{Content, Site};
use crate::site_path::SitePath;
use crate::source::Input;

/// The type of a page.
pub(super) const HTML: &str = "text/html; charset=utf-8";
/// The script that is added to each page.
const SCRIPT: &str = include_str!("preview.js");
/// The look of what lies over a page.
const STYLE: &str = include_str!("preview.css");

/// The last good site and what the last build found.
#[derive(Debug)]
pub(super) struct Preview {
    site: Option<Arc<Site>>,
    /// Pages that are newer than the site: the rest of theirs is still being made.
    first: BTreeMap<SitePath, Vec<u8>>,
    /// What the last build found.
    overlay: Arc<Overlay>,
    drawn: Arc<Drawn>,
    /// What all pages share: another style sheet makes each of them another.
    shared: String,
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) content_type: &'static str,
    /// What the page allows itself, with what the preview adds to it.
    pub(super) policy: Option<String>,
    /// Where to look instead.
    pub(super) location: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Preview {
    /// Before the first build.
    pub(super) fn empty() -> Self {
        let (drawn, first) = (Arc::default(), BTreeMap::new());
        let overlay = Arc::new(Overlay::default().unknown());
        Self { site: None, first, overlay, drawn, shared: String::new() }
    }

    /// What is shown after a build: its site, or this one where it made none.
    pub(super) fn next(
        &self,
        site: Option<Site>,
        outcome: &Outcome,
        input: &Input,
    ) -> Self {
        let overlay = Arc::new(Overlay::new(outcome, input));
        let site = site.map(Arc::new).or_else(|| self.site.clone());
        let drawn = Arc::clone(&self.drawn);
        site.iter().for_each(|site| drawn.keep(site));
        let shared = site.as_deref().map_or(String::new(), shared);
        Self { site, first: BTreeMap::new(), overlay, drawn, shared }
    }

    /// What is shown as soon as these pages are made, beside those that were made before
    /// them. What the last build warned of is said until it is known whether it still holds;
    /// after one that failed nothing is known.
    pub(super) fn with_first(&self, pages: Vec<RenderedPage>) -> Self {
        let pages = pages.into_iter().map(|(path, page)| (path, page.into_bytes()));
        let first = self.first.clone().into_iter().chain(pages).collect();
        let overlay = match self.overlay.errors {
            true => Arc::new(self.overlay.unknown()),
            false => Arc::clone(&self.overlay),
        };
        Self {
            site: self.site.clone(),
            first,
            overlay,
            drawn: Arc::clone(&self.drawn),
            shared: self.shared.clone(),
        }
    }

    /// Where the page stands that is shown at `path`, which begins with `/`.
    pub(super) fn place(path: &str) -> Option<SitePath> {
        let asked = path.strip_prefix('/').unwrap_or(path);
        match asked.is_empty() || asked.ends_with('/') {
            true => SitePath::parse(&format!("{asked}index.html")),
            false => SitePath::parse(asked),
        }
    }

    /// Different whenever the page at `path` would show something else.
    pub(super) fn version(&self, path: &str) -> String {
        let page = Self::place(path).and_then(|place| self.page_at(&place));
        let mut digest = Digest::default();
        digest.add_part(page.or_else(|| self.missing()).unwrap_or_default());
        digest.add_part(self.shared.as_bytes());
        digest.add(self.overlay.essence().as_bytes());
        digest.finish()
    }

    /// The text of a page.
    fn page_at(&self, place: &SitePath) -> Option<&[u8]> {
        let first = self.first.get(place).map(Vec::as_slice);
        first.or_else(|| self.site.as_ref()?.bytes(place))
    }

    /// The page for addresses that do not exist.
    fn missing(&self) -> Option<&[u8]> {
        self.site.as_ref()?.bytes(&SitePath::presume("404.html"))
    }

    /// The answer to a request for `path`, which begins with `/`, from the server at
    /// `origin`, such as `http://127.0.0.1:8000`.
    pub(super) fn reply(&self, path: &str, origin: &str) -> Reply {
        match path {
            "/__baspa/preview.js" => return Reply::plain(200, "a.js", SCRIPT.into()),
            "/__baspa/preview.css" => return Reply::plain(200, "a.css", STYLE.into()),
            _ => {}
        }
        let place = Self::place(path);
        if let Some(page) = place.as_ref().and_then(|place| self.first.get(place)) {
            return self.page(200, path, page, origin);
        }
        let Some(site) = &self.site else {
            return self.page(503, path, inject::BARE_PAGE.as_bytes(), origin);
        };
        if let Some((place, found)) = place.and_then(|p| Some((p.clone(), site.get(&p)?)))
        {
            return match found {
                Content::Bytes(bytes) if place.as_str().ends_with(".html") => {
                    self.page(200, path, bytes, origin)
                }
                Content::Bytes(bytes) => {
                    Reply::plain(200, place.as_str(), bytes.to_vec())
                }
                Content::Picture(picture) => {
                    Reply::plain(200, place.as_str(), self.drawn.png(picture))
                }
                Content::Workbook(_) | Content::Checksums(_) => {
                    let made = site.made(&place).unwrap_or_default();
                    Reply::plain(200, place.as_str(), made.into_owned())
                }
                Content::Archived(_) => {
                    let made = site.made(&place).unwrap_or_default();
                    match place.as_str().ends_with(".html") {
                        true => self.page(200, path, &made, origin),
                        false => Reply::plain(200, place.as_str(), made.into_owned()),
                    }
                }
            };
        }
        let folder = format!("{path}/");
        if Self::place(&folder).is_some_and(|page| site.get(&page).is_some()) {
            return Reply::moved(folder);
        }
        let page = self.missing().unwrap_or(inject::BARE_PAGE.as_bytes());
        self.page(404, path, page, origin)
    }

    fn page(&self, status: u16, path: &str, bytes: &[u8], origin: &str) -> Reply {
        let Ok(html) = std::str::from_utf8(bytes) else {
            return Reply::plain(status, "a.html", bytes.to_owned());
        };
        let (html, policy) = inject::take_policy(html, origin);
        let body = inject::preview(&html, path, &self.version(path), &self.overlay);
        Reply { policy, ..Reply::plain(status, "a.html", body.into_bytes()) }
    }
}

impl Reply {
    fn plain(status: u16, name: &str, body: Vec<u8>) -> Self {
        let content_type = content_type(name);
        Self { status, content_type, policy: None, location: None, body }
    }

    fn moved(location: String) -> Self {
        Self { location: Some(location), ..Self::plain(308, "a.txt", Vec::new()) }
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// What stands for the files that all pages of a site share.
fn shared(site: &Site) -> String {
    let mut digest = Digest::default();
    let assets = site.iter().filter(|(path, _)| path.as_str().starts_with("assets/"));
    for (path, content) in assets {
        digest.add_part(path.as_str().as_bytes());
        digest.add_part(content.bytes().unwrap_or_default());
    }
    digest.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Diagnostic};
    use crate::picture::{CardWords, draw_card};

    const ORIGIN: &str = "http://localhost:8000";

    fn good() -> Preview {
        let mut site = Site::new();
        for (path, text) in [
            ("index.html", "root"),
            ("404.html", "lost"),
            ("en/index.html", "english"),
            ("en/data.csv", "a,b"),
        ] {
            site.insert(SitePath::presume(path), Content::Bytes(text.as_bytes().into()))
                .unwrap();
        }
        Preview::empty().next(Some(site), &Outcome::default(), &Input::default())
    }

    fn broken(last: &Preview, problem: &str) -> Preview {
        let diagnostics = vec![Diagnostic::global(Code::BadValue, problem)];
        let outcome = Outcome { diagnostics, ..Outcome::default() };
        last.next(None, &outcome, &Input::default())
    }

    fn text(reply: &Reply) -> String {
        String::from_utf8(reply.body.clone()).unwrap()
    }

    #[test]
    fn a_folder_stands_for_its_index() {
        let preview = good();
        let get = |path| preview.reply(path, ORIGIN);
        assert!(text(&get("/")).starts_with("root"));
        assert!(text(&get("/en/")).starts_with("english"));
        assert_eq!(get("/en").location.as_deref(), Some("/en/"));
        assert_eq!(get("/en/data.csv").body, b"a,b");
        assert_eq!(get("/en/data.csv").content_type, "text/csv; charset=utf-8");
    }

    #[test]
    fn what_the_site_does_not_have_is_not_found() {
        for path in [
            "/kk/",
            "/../Cargo.toml",
            "/en/../index.html",
            "/%2e%2e/Cargo.toml",
            "//en/",
            "//evil.example/",
            "/EN/",
            "/en/data.csv/",
            "/\\..",
        ] {
            let reply = good().reply(path, ORIGIN);
            assert_eq!((reply.status, reply.location.as_ref()), (404, None), "{path}");
            assert!(text(&reply).starts_with("lost"), "{path}");
        }
    }

    #[test]
    fn a_broken_build_keeps_the_last_good_site_and_shows_what_is_wrong() {
        let first = good();
        let second = broken(&first, "no <b> here");
        let page = text(&second.reply("/en/", ORIGIN));
        assert!(page.starts_with("english"), "{page}");
        assert!(page.contains("no &lt;b&gt; here"), "{page}");
        assert_ne!(first.version("/en/"), second.version("/en/"));
    }

    #[test]
    fn a_first_build_that_fails_is_a_page_of_its_own() {
        let reply = broken(&Preview::empty(), "wrong").reply("/x", ORIGIN);
        assert_eq!(reply.status, 503);
        assert!(text(&reply).contains("wrong"));
        assert!(text(&reply).contains("/__baspa/preview.js"));
    }

    #[test]
    fn a_picture_is_drawn_when_it_is_asked_for_and_once() {
        let with = |title: &str| {
            let card = draw_card(&CardWords {
                lang: crate::lang::Lang::parse("en").unwrap(),
                language: "English".to_owned(),
                above: None,
                title: title.to_owned(),
                below: None,
                authors: String::new(),
                issued: None,
            });
            let mut site = Site::new();
            let path = SitePath::presume("en/card.png");
            site.insert(path, Content::Picture(card)).unwrap();
            site
        };
        let first = Preview::empty().next(
            Some(with("a")),
            &Outcome::default(),
            &Input::default(),
        );
        assert_eq!(first.drawn.count(), 0);
        let reply = first.reply("/en/card.png", ORIGIN);
        assert_eq!((reply.status, reply.content_type), (200, "image/png"));
        assert!(reply.body.starts_with(b"\x89PNG"));
        assert_eq!(first.reply("/en/card.png", ORIGIN), reply);
        let second = first.next(Some(with("a")), &Outcome::default(), &Input::default());
        assert_eq!(second.drawn.count(), 1);
        let third = second.next(Some(with("b")), &Outcome::default(), &Input::default());
        assert_eq!(third.drawn.count(), 0, "what is not shown any more is forgotten");
    }

    #[test]
    fn the_same_page_has_the_same_version_whatever_becomes_of_others() {
        let (one, mut site) = (good(), Site::new());
        for (path, text) in [("en/index.html", "english"), ("404.html", "gone")] {
            let bytes = Content::Bytes(text.as_bytes().into());
            site.insert(SitePath::presume(path), bytes).unwrap();
        }
        let other = one.next(Some(site), &Outcome::default(), &Input::default());
        assert_eq!(one.version("/en/"), other.version("/en/"));
        assert_ne!(one.version("/nowhere/"), other.version("/nowhere/"));
        assert_ne!(one.version("/en/"), broken(&one, "wrong").version("/en/"));
    }

    #[test]
    fn a_style_sheet_makes_each_page_another() {
        let with = |style: &str| {
            let mut site = Site::new();
            for (path, text) in [("index.html", "root"), ("assets/style.css", style)] {
                let bytes = Content::Bytes(text.as_bytes().into());
                site.insert(SitePath::presume(path), bytes).unwrap();
            }
            Preview::empty()
                .next(Some(site), &Outcome::default(), &Input::default())
                .version("/")
        };
        assert_ne!(with("a {}"), with("b {}"));
    }

    #[test]
    fn pages_that_are_made_first_stand_before_those_of_the_last_site() {
        let page = || vec![(SitePath::presume("en/index.html"), "newer".to_owned())];
        let one = good();
        let early = one.with_first(page());
        assert!(text(&early.reply("/en/", ORIGIN)).starts_with("newer"));
        assert!(text(&early.reply("/", ORIGIN)).starts_with("root"));
        assert_ne!(early.version("/en/"), one.version("/en/"));
        assert_eq!(early.version("/"), one.version("/"));
        let other = (SitePath::presume("kk/index.html"), "other".to_owned());
        let both = early.with_first(vec![other]);
        assert!(text(&both.reply("/en/", ORIGIN)).starts_with("newer"));
        assert!(text(&both.reply("/kk/", ORIGIN)).starts_with("other"));
        let over = broken(&early, "wrong");
        assert!(text(&over.reply("/en/", ORIGIN)).starts_with("english"));
    }

    #[test]
    fn nothing_is_said_of_a_page_before_its_site_is_made_after_a_failure() {
        let page = vec![(SitePath::presume("en/index.html"), "newer".to_owned())];
        let told = broken(&good(), "wrong").with_first(page);
        let shown = text(&told.reply("/en/", ORIGIN));
        assert!(shown.contains("<summary>Building the rest of the site</summary>"));
        assert!(shown.contains("data-severity=\"unknown\""), "{shown}");
        for unknown in ["wrong", "No problems"] {
            assert!(!shown.contains(unknown), "{unknown} in {shown}");
        }
    }
}
