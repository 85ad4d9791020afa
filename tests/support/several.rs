//! What holds of the site of several studies, `tests/sites/several`.

use std::fs;
use std::path::{Path, PathBuf};

use baspa::cli::{self, Exit};
use baspa::diag::Code;
use baspa::site::Site;
use baspa::site_path::SitePath;
use baspa::source::Input;
use baspa::{Before, BuildOptions, Outcome, build, rebuild};
use libtest_mimic::{Failed, Trial};

/// The trials of this file.
pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("the language switcher keeps the keyword", switcher),
        Trial::test("several studies live below any address", subpath),
        Trial::test("a change in one study keeps the bytes of the others", change),
        Trial::test("a title that is not translated is shown in a draft", draft),
        Trial::test("a command that speaks of one study asks for its name", which),
        Trial::test("a version of one study has a folder of its own", version),
    ]
}

fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/several")
}

fn input() -> Input {
    Input::new(super::files(&case(), "content"))
}

fn made(input: &Input, options: &BuildOptions) -> Result<Site, Failed> {
    let Outcome { site, diagnostics, .. } = build(input, options);
    site.ok_or_else(|| baspa::diag::human(&diagnostics, input, false).into())
}

fn text(site: &Site, path: &str) -> String {
    let bytes = site.bytes(&SitePath::presume(path)).unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}

fn expect(text: &str, part: &str) -> Result<(), Failed> {
    if text.contains(part) { Ok(()) } else { Err(format!("no {part} in {text}").into()) }
}

fn switcher() -> Result<(), Failed> {
    let site = made(&input(), &BuildOptions::default())?;
    let page = text(&site, "en/keywords/town.html");
    for lang in ["kk", "ru", "kk-latn"] {
        expect(&page, &format!("href=\"../../{lang}/keywords/town.html\""))?;
        let there = text(&site, &format!("{lang}/keywords/town.html"));
        expect(&there, "/wells/index.html")?;
        expect(&there, "/towns/index.html")?;
    }
    expect(&page, "lang=\"kk\"")
}

fn subpath() -> Result<(), Failed> {
    let base_url = Some("https://example.net/a/b/".to_owned());
    let site = made(&input(), &BuildOptions { base_url, ..BuildOptions::default() })?;
    expect(&text(&site, "404.html"), "href=\"/a/b/kk/index.html\"")?;
    expect(&text(&site, "robots.txt"), "https://example.net/a/b/sitemap.xml")?;
    let map = text(&site, "sitemap.xml");
    for page in ["en/", "ru/keywords/town.html", "kk/wells/", "en/towns/data/towns.html"]
    {
        expect(&map, &format!("<loc>https://example.net/a/b/{page}</loc>"))?;
    }
    expect(&text(&site, "kk/feed.xml"), "<id>https://example.net/a/b/kk/feed.xml</id>")
}

fn change() -> Result<(), Failed> {
    let (old, options, before) = (input(), BuildOptions::default(), Before::default());
    let first = rebuild(&old, &options, &before, None).site.ok_or("a site")?;
    let path = "content/wells/abstract/ru.md";
    let new = old.with([(path.to_owned(), "Иначе.\n".into())]);
    let second = rebuild(&new, &options, &before, None).site.ok_or("a site")?;
    let anew = made(&new, &options)?;
    for (path, content) in second.iter() {
        let same =
            |site: &Site| content.bytes() == site.get(path).and_then(|c| c.bytes());
        if !same(&anew) || (path.as_str().contains("/letters/") && !same(&first)) {
            return Err(format!("{path} has other bytes").into());
        }
    }
    expect(&text(&second, "ru/wells/index.html"), "Иначе.")
}

fn draft() -> Result<(), Failed> {
    let site = "languages: [en, kk, ru]\nsource-language: en\n\
                title: {en: Samples, kk: Үлгілер}\n\
                description: {en: Samples., kk: Үлгілер., ru: Образцы.}\n";
    let input = input().with([("content/site.yaml".to_owned(), site.into())]);
    let refused = build(&input, &BuildOptions::default());
    if refused.site.is_some() || refused.diagnostics[0].code != Code::MissingLanguage {
        return Err("a missing title is no error".into());
    }
    let site = made(&input, &BuildOptions { draft: true, ..BuildOptions::default() })?;
    expect(&text(&site, "ru/index.html"), "<h1 lang=\"en\">Samples</h1>")
}

/// Runs a command in a project; how it ended, and what it said.
fn run(project: &Path, args: &[&str]) -> (Exit, String) {
    let folder = project.to_string_lossy();
    let all =
        ["baspa", "--project", folder.as_ref()].into_iter().chain(args.iter().copied());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::run(all, &mut out, &mut err);
    out.extend(err);
    (exit, String::from_utf8_lossy(&out).into_owned())
}

fn which() -> Result<(), Failed> {
    for args in [&["diff"][..], &["version", "new", "v1"], &["data", "accept", "-m", "x"]]
    {
        let (exit, said) = run(&case(), args);
        expect(&said, "its studies are `letters`, `towns`, `wells`")?;
        if exit != Exit::Call {
            return Err(said.into());
        }
    }
    let (_, said) = run(&case(), &["status", "--study", "well"]);
    expect(&said, "did you mean `wells`?")?;
    let (exit, said) = run(&case(), &["status"]);
    ["letters\n", "towns\n", "wells\n"].iter().try_for_each(|own| expect(&said, own))?;
    if exit == Exit::Done { Ok(()) } else { Err(said.into()) }
}

fn version() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    for (path, bytes) in super::files(&case(), "content") {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().ok_or("a folder")?)?;
        fs::write(file, bytes)?;
    }
    let (exit, said) = run(folder.path(), &["version", "new", "v1", "--study", "wells"]);
    if exit != Exit::Done {
        return Err(said.into());
    }
    let frozen = folder.path().join("versions/wells/v1/content");
    if frozen.join("towns").exists() || !frozen.join("wells/study.yaml").exists() {
        return Err("a version holds its study and no other".into());
    }
    let (exit, said) = run(folder.path(), &["build"]);
    if exit != Exit::Done {
        return Err(said.into());
    }
    let read = |path: &str| fs::read_to_string(folder.path().join("public").join(path));
    let page = read("wells/v1/kk/index.html")?;
    expect(&page, "href=\"../../../kk/wells/versions.html\"")?;
    expect(&page, "https://example.org/studies/wells/v1/kk/")?;
    expect(&read("kk/wells/versions.html")?, "href=\"../../wells/v1/kk/index.html\"")
}
