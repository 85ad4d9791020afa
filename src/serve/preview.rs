//! What the preview shows at one moment, and the answer to a path.

use std::borrow::Cow;
use std::sync::Arc;

use super::drawn::Drawn;
use super::inject::{self, Problems};
use crate::diag::{Diagnostic, Severity, human};
use crate::digest::Digest;
use crate::site::{Content, Site};
use crate::site_path::SitePath;
use crate::source::Input;

/// The script that is added to each page.
const SCRIPT: &str = include_str!("preview.js");
/// The look of the diagnostics.
const STYLE: &str = include_str!("preview.css");

/// The last good site and the diagnostics of the last build.
#[derive(Debug)]
pub(super) struct Preview {
    site: Option<Arc<Site>>,
    problems: Option<Problems>,
    drawn: Arc<Drawn>,
    /// Different whenever a reader would see something else.
    pub(super) version: String,
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
        let drawn = Arc::default();
        Self { site: None, problems: None, drawn, version: version(None, None) }
    }

    /// What is shown after a build: its site, or this one where it made none.
    pub(super) fn next(
        &self,
        site: Option<Site>,
        found: &[Diagnostic],
        input: &Input,
    ) -> Self {
        let problems = (!found.is_empty()).then(|| Problems {
            text: human(found, input, false).trim_end().to_owned(),
            count: found.len(),
            errors: found.iter().any(|d| d.severity == Severity::Error),
        });
        let site = site.map(Arc::new).or_else(|| self.site.clone());
        let drawn = Arc::clone(&self.drawn);
        site.iter().for_each(|site| drawn.keep(site));
        let version = version(site.as_deref(), problems.as_ref());
        Self { version, site, problems, drawn }
    }

    /// The answer to a request for `path`, which begins with `/`, from the server at
    /// `origin`, such as `http://127.0.0.1:8000`.
    pub(super) fn reply(&self, path: &str, origin: &str) -> Reply {
        match path {
            "/__baspa/preview.js" => return Reply::plain(200, "a.js", SCRIPT.into()),
            "/__baspa/preview.css" => return Reply::plain(200, "a.css", STYLE.into()),
            _ => {}
        }
        let Some(site) = &self.site else {
            return self.page(503, inject::BARE_PAGE.as_bytes(), origin);
        };
        let asked = path.strip_prefix('/').unwrap_or(path);
        let index = |folder: &str| SitePath::parse(&format!("{folder}index.html"));
        let whole = if asked.is_empty() || asked.ends_with('/') {
            index(asked)
        } else {
            SitePath::parse(asked)
        };
        if let Some((path, found)) = whole.and_then(|p| Some((p.clone(), site.get(&p)?)))
        {
            return match found {
                Content::Bytes(bytes) => self.file(200, &path, bytes, origin),
                Content::Picture(picture) => {
                    Reply::plain(200, path.as_str(), self.drawn.png(picture))
                }
                Content::Workbook(_) | Content::Checksums(_) | Content::Archived(_) => {
                    let made = site.made(&path).unwrap_or_default();
                    self.file(200, &path, &made, origin)
                }
            };
        }
        if index(&format!("{asked}/")).is_some_and(|page| site.get(&page).is_some()) {
            return Reply::moved(format!("/{asked}/"));
        }
        let missing = SitePath::presume("404.html");
        let page = site.bytes(&missing).unwrap_or(inject::BARE_PAGE.as_bytes());
        self.page(404, page, origin)
    }

    fn file(&self, status: u16, path: &SitePath, bytes: &[u8], origin: &str) -> Reply {
        if path.as_str().ends_with(".html") {
            self.page(status, bytes, origin)
        } else {
            Reply::plain(status, path.as_str(), bytes.to_owned())
        }
    }

    fn page(&self, status: u16, bytes: &[u8], origin: &str) -> Reply {
        let Ok(html) = std::str::from_utf8(bytes) else {
            return Reply::plain(status, "a.html", bytes.to_owned());
        };
        let (html, policy) = inject::take_policy(html, origin);
        let body = inject::preview(&html, &self.version, self.problems.as_ref());
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
        "html" => "text/html; charset=utf-8",
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

fn version(site: Option<&Site>, problems: Option<&Problems>) -> String {
    let mut digest = Digest::default();
    for (path, content) in site.into_iter().flat_map(Site::iter) {
        let bytes = match content {
            Content::Bytes(bytes) => Cow::Borrowed(&**bytes),
            Content::Picture(picture) => Cow::Borrowed(picture.digest().as_bytes()),
            Content::Workbook(workbook) => Cow::Owned(workbook.digest().into_bytes()),
            Content::Archived(file) => Cow::Borrowed(file.digest().as_bytes()),
            // The files that they are of have changed with them.
            Content::Checksums(_) => Cow::Borrowed(&[][..]),
        };
        for part in [path.as_str().as_bytes(), &bytes] {
            digest.add_part(part);
        }
    }
    digest.add(problems.map_or("", |problems| &problems.text).as_bytes());
    digest.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;
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
        Preview::empty().next(Some(site), &[], &Input::default())
    }

    fn broken(last: &Preview, problem: &str) -> Preview {
        let found = Diagnostic::global(Code::BadValue, problem);
        last.next(None, &[found], &Input::default())
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
        assert_ne!(first.version, second.version);
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
        let first = Preview::empty().next(Some(with("a")), &[], &Input::default());
        assert_eq!(first.drawn.count(), 0);
        let reply = first.reply("/en/card.png", ORIGIN);
        assert_eq!((reply.status, reply.content_type), (200, "image/png"));
        assert!(reply.body.starts_with(b"\x89PNG"));
        assert_eq!(first.reply("/en/card.png", ORIGIN), reply);
        let second = first.next(Some(with("a")), &[], &Input::default());
        assert_eq!((second.drawn.count(), &second.version), (1, &first.version));
        let third = second.next(Some(with("b")), &[], &Input::default());
        assert_eq!(third.drawn.count(), 0, "what is not shown any more is forgotten");
        assert_ne!(third.version, second.version);
    }

    #[test]
    fn the_same_site_has_the_same_version() {
        assert_eq!(good().version, good().version);
    }
}
