//! The pages of the site that belong to no edition.

use super::view::{self, Head};
use super::{Context, PastVersion, RenderedPage, Theme, paths};
use crate::diag::Diagnostics;
use crate::edition::Edition;
use crate::site_path::SitePath;

/// The pages of the site that belong to no edition: the one that offers the languages,
/// the one for addresses that do not exist, and what search engines ask for.
pub fn render_site(
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<RenderedPage> {
    // Of several studies, the site has these pages once for all.
    if context.collection.is_some() {
        return version_styles(context);
    }
    let Some(first) = context.editions.first() else { return Vec::new() };
    let theme = &context.interface(first.lang).theme;
    let root = paths::root();
    let near = |path: &SitePath| root.link_to(path);
    let far = |path: &SitePath| from_anywhere(context.base_url, path);
    let mut pages =
        vec![(paths::root(), choices(context, theme, first, "root", &near, diagnostics))];
    // Addresses that do not exist, and what search engines ask for, are those of the whole
    // site.
    if context.version.is_some() {
        return pages;
    }
    let not_found = choices(context, theme, first, "not-found", &far, diagnostics);
    pages.push((paths::not_found(), not_found));
    pages.push((paths::robots(), robots(context.base_url)));
    pages.extend(version_styles(context));
    if context.base_url.is_some() {
        let entries = view::sitemap(context);
        let sitemap = theme.page("sitemap.xml", &[("entries", &entries)], diagnostics);
        pages.push((paths::sitemap(), sitemap));
    }
    pages
}

/// What shows on the pages of each version that a newer one exists.
fn version_styles(context: &Context<'_>) -> Vec<RenderedPage> {
    let newest = context.versions.last().map(|own| own.version.number);
    let style = |own: &PastVersion<'_>| {
        let style = match Some(own.version.number) == newest {
            true => "/* This is the newest version. */\n",
            false => ".newer[hidden] { display: block }\n",
        };
        (paths::version_style(context.home(), &own.version.name), style.to_owned())
    };
    context.versions.iter().map(style).collect()
}

/// A page that offers the languages.
fn choices(
    context: &Context<'_>,
    theme: &Theme,
    first: &Edition,
    kind: &'static str,
    link: &dyn Fn(&SitePath) -> String,
    diagnostics: &mut Diagnostics,
) -> String {
    let head = Head::of_site(context, first, kind, link);
    let choices = view::language_choices(context, link);
    let views: [(_, &dyn super::theme::View); 2] =
        [("page", &head), ("choices", &choices)];
    theme.page(&format!("{kind}.html"), &views, diagnostics)
}

/// A link that works from any address of the site: the page of addresses that do not
/// exist is shown in the place of any of them.
pub(super) fn from_anywhere(base_url: Option<&str>, path: &SitePath) -> String {
    let base = base_url.unwrap_or("/");
    let after_host = base
        .split_once("://")
        .map_or(base, |(_, rest)| rest.find('/').map_or("/", |slash| &rest[slash..]));
    format!("{after_host}{path}")
}

pub(super) fn robots(base_url: Option<&str>) -> String {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = base_url {
        text.push_str(&format!("Sitemap: {}\n", paths::sitemap().url(base)));
    }
    text
}
