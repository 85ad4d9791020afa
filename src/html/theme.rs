//! The theme: templates and assets, each of which a project may replace by a file of the
//! same name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Kwargs, State, Tera};

use super::failure::{Templates, diagnose};
use super::look;
use super::markup::{Html, escape_into};
use super::minify::minify;
use super::paths;
use super::script::Script;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::locale::{Messages, fill};
use crate::site_path::SitePath;
use crate::source::{FileId, Input, Span};
use crate::study::Look;

/// The folder of a project that holds its own templates.
const TEMPLATES: &str = "templates/";
/// The folder of a project that holds its own assets.
const STATIC: &str = "static/";

macro_rules! embedded {
    ($read:ident $folder:literal $($name:literal)+) => {
        [$(($name, $read!(concat!("../../", $folder, "/", $name)))),+]
    };
}

/// The templates of the default theme. A page is a template, a part of a page is a
/// component.
const DEFAULT_TEMPLATES: [(&str, &str); 23] = embedded!(include_str "templates"
    "base.html" "study.html" "section.html" "side.html" "dataset.html" "about.html" "root.html"
    "not-found.html" "front.html" "sitemap.xml" "figure.html" "table.html" "grid.html" "provenance.html"
    "finding.html" "contents.html" "parts.html" "outdated.html" "versions.html" "revisions.html"
    "search.html" "feed.xml" "studies.html");

/// The assets of the default theme.
const DEFAULT_ASSETS: [(&str, &[u8]); 14] = embedded!(include_bytes "static"
    "style.css" "chart.css" "chart.js" "reading.js" "search.js" "fonts/OFL.txt"
    "fonts/noto-sans.woff2" "fonts/noto-serif-regular.woff2"
    "fonts/noto-serif-italic.woff2" "fonts/noto-serif-bold.woff2"
    "fonts/noto-sans-extended.woff2" "fonts/noto-serif-regular-extended.woff2"
    "fonts/noto-serif-italic-extended.woff2" "fonts/noto-serif-bold-extended.woff2");

/// The assets that are no files of the site: pages of text and charts hold them.
const SCRIPT: [&str; 2] = ["reading.js", "chart.js"];

/// Templates and assets.
#[derive(Debug, Clone)]
pub struct Theme {
    tera: Tera,
    own: Templates,
    assets: Arc<BTreeMap<SitePath, Cow<'static, [u8]>>>,
    script: Arc<Script>,
}

impl Theme {
    /// The default theme with the files of the project in place of its own; a template
    /// that cannot be used is reported, and the default one taken.
    pub fn load(input: &Input, diagnostics: &mut Diagnostics) -> Self {
        refuse_unused(input, diagnostics);
        let own = Templates::find(input, TEMPLATES, diagnostics);
        let tera = parse_templates(input, own.clone(), diagnostics);
        let mut assets = assets(input, diagnostics);
        let parts = SCRIPT.map(|name| assets.remove(&SitePath::presume(asset(name))));
        let script = Arc::new(Script::of(parts.iter().flatten()));
        Self { tera, own, assets: Arc::new(assets), script }
    }

    /// The theme's files and where they live in the site, `assets/style.css` first of
    /// all.
    pub fn assets(&self) -> impl Iterator<Item = (&SitePath, &[u8])> {
        self.assets.iter().map(|(path, bytes)| (path, bytes.as_ref()))
    }

    /// The theme with the colours and fonts of a project.
    #[must_use]
    pub fn with_look(mut self, look: &Look) -> Self {
        let own = look::style(look, asset_name);
        let assets = Arc::make_mut(&mut self.assets);
        assets
            .entry(paths::style())
            .or_default()
            .to_mut()
            .extend_from_slice(own.as_bytes());
        self
    }

    /// The theme with the function `t(key="…")` of one language.
    pub(super) fn speaking(&self, messages: &Messages) -> Self {
        let mut theme = self.clone();
        let messages = messages.clone();
        theme.tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| {
            translate(&messages, &kwargs)
        });
        theme
    }

    /// The page that the template `name` makes of `views`; it has the script of pages of
    /// text and charts at hand.
    pub(super) fn page(
        &self,
        name: &str,
        views: &[(&'static str, &dyn View)],
        diagnostics: &mut Diagnostics,
    ) -> String {
        let script: (&'static str, &dyn View) = ("script", self.script.as_ref());
        let rendered = context(&[views, &[script]].concat())
            .and_then(|context| self.tera.render(name, &context));
        self.report(name, rendered, diagnostics)
    }

    /// The part of a page that the component `name` makes of `view`, which it knows
    /// under its own name.
    pub(super) fn part(
        &self,
        name: &'static str,
        view: &dyn View,
        diagnostics: &mut Diagnostics,
    ) -> Html {
        self.component(name, &[(name, view)], diagnostics)
    }

    /// The part of a page that the component `name` makes of `views`.
    pub(super) fn component(
        &self,
        name: &str,
        views: &[(&'static str, &dyn View)],
        diagnostics: &mut Diagnostics,
    ) -> Html {
        let rendered = context(views)
            .and_then(|context| self.tera.render_component(name, &context, None, true));
        Html::presume(self.report(name, rendered, diagnostics))
    }

    fn report(
        &self,
        name: &str,
        rendered: Result<String, tera::Error>,
        diagnostics: &mut Diagnostics,
    ) -> String {
        rendered.unwrap_or_else(|error| {
            diagnostics.push(diagnose(&self.own, name, &error));
            String::new()
        })
    }
}

/// What a template can see.
pub(super) trait View {
    /// The view as the template engine keeps it.
    fn value(&self) -> Result<tera::Value, tera::Error>;
}

impl<T: Serialize> View for T {
    fn value(&self) -> Result<tera::Value, tera::Error> {
        tera::Value::try_from_serializable(self)
    }
}

fn context(views: &[(&'static str, &dyn View)]) -> Result<tera::Context, tera::Error> {
    let mut context = tera::Context::new();
    for (name, view) in views {
        context.insert_value(*name, view.value()?);
    }
    Ok(context)
}

/// Reports templates of the project that nothing uses: the theme has none of that name,
/// no other template names them, and they hold no component.
fn refuse_unused(input: &Input, diagnostics: &mut Diagnostics) {
    let names = DEFAULT_TEMPLATES.map(|(name, _)| name);
    let is_named = |name: &str| {
        let quotes = [format!("\"{name}\""), format!("'{name}'"), format!("`{name}`")];
        input.under(TEMPLATES).any(|(id, _)| {
            let text = input.readable_text(id);
            quotes.iter().any(|quoted| text.contains(quoted))
        })
    };
    for (id, file) in input.under(TEMPLATES) {
        let name = file.path.strip_prefix(TEMPLATES).unwrap_or(&file.path);
        let has_component = input.readable_text(id).contains("component ");
        if !names.contains(&name) && !has_component && !is_named(name) {
            let message = format!("`{}` is no template of the theme", file.path);
            diagnostics.push(
                Diagnostic::new(Code::UnknownFile, Span::start_of(id), message)
                    .suggest(name, names),
            );
        }
    }
}

fn parse_templates(input: &Input, mut own: Templates, all: &mut Diagnostics) -> Tera {
    loop {
        let mut tera = Tera::new();
        tera.set_escape_fn(escape_into);
        tera.autoescape_on([".html", ".xml"]);
        // Only so that a call is known to exist: `speaking` gives it its words.
        tera.register_function("t", |_: Kwargs, _: &State<'_>| String::new());
        let replaced = own.texts(input);
        let defaults =
            DEFAULT_TEMPLATES.into_iter().filter(|(name, _)| !own.contains(name));
        match tera.add_raw_templates(defaults.chain(replaced)) {
            Ok(()) => return tera,
            Err(error) => {
                all.push(diagnose(&own, "templates", &error));
                own.drop_faulty(&error);
            }
        }
    }
}

fn translate(messages: &Messages, kwargs: &Kwargs) -> Result<String, tera::Error> {
    let key = kwargs.must_get::<&str>("key")?;
    let values: Vec<_> = kwargs
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value.to_string())))
        .filter(|(name, _)| name != "key")
        .collect();
    let values: Vec<_> = values.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    messages
        .find(key)
        .map(|text| fill(text, &values))
        .ok_or_else(|| tera::Error::message(format!("There is no message `{key}`")))
}

fn assets(
    input: &Input,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<SitePath, Cow<'static, [u8]>> {
    let defaults = DEFAULT_ASSETS.into_iter();
    let mut assets: BTreeMap<_, Cow<'static, [u8]>> = defaults
        .map(|(name, bytes)| (SitePath::presume(asset(name)), bytes.into()))
        .collect();
    let mut taken: BTreeMap<SitePath, FileId> = BTreeMap::new();
    for (id, file) in input.under(STATIC) {
        let name = file.path.strip_prefix(STATIC).unwrap_or(&file.path);
        match SitePath::parse(&asset(name)) {
            Some(path) => {
                if let Some(first) = taken.insert(path.clone(), id) {
                    diagnostics.push(same_asset(Span::start_of(id), name, first));
                }
                assets.insert(path, file.bytes.to_vec().into());
            }
            None => diagnostics.push(bad_asset_name(Span::start_of(id), name)),
        }
    }
    join(&mut assets, &paths::style(), "chart.css");
    if let Some(sheet) = assets.get_mut(&paths::style()) {
        *sheet = minify(sheet).into();
    }
    assets
}

/// Adds an asset to the end of another, so that a page asks for one file: the colours of
/// charts follow those of the page.
fn join(
    assets: &mut BTreeMap<SitePath, Cow<'static, [u8]>>,
    whole: &SitePath,
    part: &str,
) {
    let Some(part) = assets.remove(&SitePath::presume(asset(part))) else { return };
    let whole = assets.entry(whole.clone()).or_default().to_mut();
    if !whole.is_empty() {
        whole.push(b'\n');
    }
    whole.extend_from_slice(&part);
}

fn asset(name: &str) -> String {
    format!("assets/{}", asset_name(name))
}

/// Addresses are in small letters, so that no two of them differ by case alone.
pub(super) fn asset_name(name: &str) -> String {
    name.to_ascii_lowercase()
}

fn same_asset(span: Span, name: &str, first: FileId) -> Diagnostic {
    let message = format!("`{STATIC}{name}` differs from another file by case alone");
    Diagnostic::new(Code::PathCollision, span, message)
        .also(Span::start_of(first), "the other file")
        .help("rename one of them")
}

fn bad_asset_name(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(Code::BadId, span, format!("`{name}` cannot be an address"))
        .help("name it with the letters a to z, digits, `.`, `_` and `-` only")
}
