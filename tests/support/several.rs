//! What holds of the site of several studies, `tests/sites/several`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use baspa::cli::{self, Exit};
use baspa::diag::Code;
use baspa::site::Site;
use baspa::site_path::{Home, SitePath};
use baspa::source::Input;
use baspa::{Before, BuildOptions, First, Outcome, build, rebuild};
use libtest_mimic::{Failed, Trial};
use serde_json::Value;
use similar::TextDiff;
use tempfile::TempDir;

/// The trials of this file.
pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("the language switcher keeps the keyword", switcher),
        Trial::test("several studies live below any address", subpath),
        Trial::test("a change in one study keeps the bytes of the others", change),
        Trial::test("a title that is not translated is shown in a draft", draft),
        Trial::test("a keyword that is not translated is no translation", untranslated),
        Trial::test("each entry of the news has its own authors and words", news),
        Trial::test("a command that speaks of one study asks for its name", which),
        Trial::test("the states of all studies are one array for programs", states),
        Trial::test("a version of one study has a folder of its own", version),
        Trial::test("a change in one study draws nothing of the others", drawn),
        Trial::test("pages of several studies are shown first", first),
        Trial::test("no two pages of a language are described alike", described),
        Trial::test("a command that speaks of one study changes no other", alone),
        Trial::test("what is wrong with a study is told as if it were alone", wrong),
        Trial::test("what changes in a study accounts for its files", accounted),
        Trial::test("the record of a study has no files of another", recorded),
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

/// The project with `old` written as `new` in one of its files.
fn edited(path: &str, old: &str, new: &str) -> Result<Input, Failed> {
    let input = input();
    let file = input.files().find(|(_, file)| file.path == path).ok_or("a file")?.1;
    let text = String::from_utf8_lossy(&file.bytes);
    if !text.contains(old) {
        return Err(format!("no {old} in {path}").into());
    }
    let text = text.replace(old, new).into_bytes();
    Ok(input.with([(path.to_owned(), text)]))
}

fn untranslated() -> Result<(), Failed> {
    // The first of the two that have it, whose words would hold for both.
    let path = "content/letters/study.yaml";
    let input = edited(path, "  en: [alphabet,", "  en: [town,")?;
    let study = input.files().find(|(_, file)| file.path == path).ok_or("a study")?.1;
    let study = String::from_utf8_lossy(&study.bytes);
    let kazakh = "  kk: [әліпби, әріп, кирилл жазуы, латын жазуы]\n";
    let study = study.replace(kazakh, "").into_bytes();
    let input = input.with([(path.to_owned(), study)]);
    let outcome = build(&input, &BuildOptions { draft: true, ..BuildOptions::default() });
    let mut found = outcome.diagnostics.iter();
    let translated = |own: &&baspa::diag::Diagnostic| own.code == Code::KeywordMismatch;
    let messages: Vec<_> = found.by_ref().filter(translated).collect();
    if messages.iter().any(|own| own.message.contains("`қала`")) {
        return Err(format!("{messages:?}").into());
    }
    let site = outcome.site.ok_or("a site")?;
    expect(&text(&site, "kk/keywords/town.html"), "<h1>қала</h1>")
}

fn news() -> Result<(), Failed> {
    let revisions = "- {date: 2026-01-01, reason: {kk: Алғашқы жарияланым., ru: Первая.}}\n\
                     - date: 2026-02-01\n  reason: {kk: Анықталды., ru: Уточнено.}\n  \
                     pages: [kk/wells/index.html, ru/wells/index.html]\n";
    let path = "content/wells/revisions.yaml".to_owned();
    let site = made(&input().with([(path, revisions.into())]), &BuildOptions::default())?;
    let feed = text(&site, "en/feed.xml").replace('\u{a0}', " ");
    let (head, _) = feed.split_once("<entry").ok_or("entries")?;
    if head.contains("<author>") {
        return Err(format!("authors of all entries: {head}").into());
    }
    let entries: Vec<_> = feed.split("</entry>").collect();
    for (title, author) in [
        ("Three alphabets", "C. Author"),
        ("Two towns", "A. Author"),
        ("Үш құдық – 2-жаңарту", "Б. Автор"),
    ] {
        let title = format!("<title>{title}</title>");
        let own = entries.iter().find(|own| own.contains(&title));
        let own = own.ok_or_else(|| format!("no {title} in {feed}"))?;
        expect(own, &format!("<author><name>{author}</name></author>"))?;
        if own.matches("<author>").count() != 1 {
            return Err(own.to_string().into());
        }
    }
    let feed = text(&site, "en/towns/feed.xml").replace('\u{a0}', " ");
    expect(&feed, "<author><name>A. Author</name></author>")
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
    if exit != Exit::Done {
        return Err(said.into());
    }
    // What cannot be a study is not offered as one.
    let folder = copied()?;
    fs::create_dir(folder.path().join("content/data"))?;
    let study = "content/wells/study.yaml";
    fs::copy(folder.path().join(study), folder.path().join("content/data/study.yaml"))?;
    let (_, said) = run(folder.path(), &["diff"]);
    expect(&said, "its studies are `letters`, `towns`, `wells`")
}

fn states() -> Result<(), Failed> {
    let read = |args: &[&str]| -> Result<Value, Failed> {
        let args = [&["status", "--format", "json"], args].concat();
        Ok(serde_json::from_str(&done(&case(), &args)?)?)
    };
    let all = read(&[])?;
    let names = ["letters", "towns", "wells"];
    for (at, name) in names.into_iter().enumerate() {
        let alone = read(&["--study", name])?;
        if alone["study"] != name || alone != all[at] {
            return Err(format!("{alone} is not {}", all[at]).into());
        }
    }
    if all.as_array().map(Vec::len) != Some(names.len()) {
        return Err(format!("not three: {all}").into());
    }
    // What stands in the way is one array too.
    let folder = copied()?;
    for study in ["letters", "towns"] {
        let file = folder.path().join(format!("content/{study}/study.yaml"));
        fs::write(file, "languages: [\n")?;
    }
    let (exit, said) = run(folder.path(), &["status", "--format", "json"]);
    let mut told = serde_json::Deserializer::from_str(&said).into_iter::<Value>();
    let told = told.next().ok_or("nothing")??;
    match exit == Exit::Content && told.as_array().is_some_and(|told| told.len() == 2) {
        true => Ok(()),
        false => Err(said.into()),
    }
}

/// The project in a folder where it may be changed.
fn copied() -> Result<TempDir, Failed> {
    let folder = tempfile::tempdir()?;
    for (path, bytes) in super::files(&case(), "content") {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().ok_or("a folder")?)?;
        fs::write(file, bytes)?;
    }
    Ok(folder)
}

/// What a command says that succeeds.
fn done(project: &Path, args: &[&str]) -> Result<String, Failed> {
    let (exit, said) = run(project, args);
    match exit {
        Exit::Done => Ok(said),
        _ => Err(format!("{args:?}: {said}").into()),
    }
}

fn version() -> Result<(), Failed> {
    let folder = copied()?;
    done(folder.path(), &["version", "new", "v1", "--study", "wells"])?;
    let frozen = folder.path().join("versions/wells/v1/content");
    if frozen.join("towns").exists() || !frozen.join("wells/study.yaml").exists() {
        return Err("a version holds its study and no other".into());
    }
    done(folder.path(), &["build"])?;
    let read = |path: &str| fs::read_to_string(folder.path().join("public").join(path));
    let page = read("wells/v1/kk/index.html")?;
    expect(&page, "href=\"../../../kk/wells/versions.html\"")?;
    expect(&page, "https://example.org/studies/wells/v1/kk/")?;
    expect(&read("kk/wells/versions.html")?, "href=\"../../wells/v1/kk/index.html\"")
}

fn drawn() -> Result<(), Failed> {
    let (old, options, before) = (input(), BuildOptions::default(), Before::default());
    let cost = || {
        ["letters", "towns", "wells"].map(|study| {
            let own = before.of(Home::of(study).unwrap_or_default());
            [own.charts.made(), own.figures.made(), own.cards.made()]
        })
    };
    rebuild(&old, &options, &before, None).site.ok_or("a site")?;
    let [letters, towns, wells] = cost();
    if letters.contains(&0) || towns[2] == 0 || wells[2] == 0 {
        return Err(format!("too little is drawn: {:?}", cost()).into());
    }
    let path = "content/wells/study.yaml";
    let study = old.files().find(|(_, file)| file.path == path).ok_or("a study")?;
    let study = String::from_utf8_lossy(&study.1.bytes).replace("Три", "Пять");
    let new = old.with([(path.to_owned(), study.into_bytes())]);
    rebuild(&new, &options, &before, None).site.ok_or("a site")?;
    let again = cost();
    if again[..2] != [letters, towns] || again[2] == wells {
        return Err(format!("{:?} became {again:?}", [letters, towns, wells]).into());
    }
    Ok(())
}

fn first() -> Result<(), Failed> {
    let places = ["ru/wells/index.html", "en/towns/about.html", "kk/index.html"];
    let places = places.map(SitePath::presume);
    let shown = Mutex::new(BTreeMap::new());
    let show = |pages| shown.lock().unwrap().extend(pages);
    let first = First { places: &places, show: &show };
    let outcome =
        rebuild(&input(), &BuildOptions::default(), &Before::default(), Some(first));
    let site = outcome.site.ok_or("a site")?;
    let shown = shown.into_inner()?;
    // The lists are of no study.
    if !shown.keys().eq([&places[1], &places[0]]) {
        return Err(format!("{:?} were shown", shown.keys()).into());
    }
    let same = |(path, page): (&SitePath, &String)| text(&site, path.as_str()) == *page;
    if shown.iter().all(same) { Ok(()) } else { Err("another page".into()) }
}

fn described() -> Result<(), Failed> {
    let site = made(&input(), &BuildOptions::default())?;
    let mut seen = BTreeSet::new();
    let mut pages = 0;
    let is_page = |path: &SitePath| path.as_str().ends_with(".html");
    for (path, content) in site.iter().filter(|(path, _)| is_page(path)) {
        let page = String::from_utf8_lossy(content.bytes().unwrap_or_default());
        let Some((lang, _)) = path.as_str().split_once('/') else { continue };
        for start in ["<title>", "<meta name=\"description\" content=\""] {
            let Some((_, rest)) = page.split_once(start) else { continue };
            let words = rest.split(['<', '"']).next().unwrap_or_default().to_owned();
            pages += 1;
            if words.is_empty() || !seen.insert((lang.to_owned(), start, words)) {
                return Err(format!("{path} is called as another page is").into());
            }
        }
    }
    if pages > 100 { Ok(()) } else { Err(format!("only {pages} were seen").into()) }
}

fn alone() -> Result<(), Failed> {
    let folder = copied()?;
    let project = folder.path();
    let file = project.join("letters.po");
    let file = file.to_str().ok_or("a path")?;
    let done = |args: &str| {
        let args: Vec<_> = args.split(' ').chain(["--study", "letters"]).collect();
        done(project, &args)
    };
    let first = "data accept --date 2026-08-01 -m First. -m kk=Алғашқы. -m ru=Первая.";
    expect(&done(first)?, "recorded in content/letters/revisions.yaml")?;
    expect(&done("diff")?, "Nothing has changed since content/letters/record.json")?;
    let rows = project.join("content/letters/data/alphabets.yaml");
    let changed = fs::read_to_string(&rows)?
        .replace("letters: 42, shared: 33, own: 9", "letters: 43, shared: 33, own: 10");
    fs::write(&rows, changed)?;
    let second = "data accept --date 2026-08-02 -m Again. -m kk=Тағы. -m ru=Снова.";
    expect(&done(second)?, "2 cells, 11 pages")?;
    let export = format!("translate export --lang ru --as po -o {file}");
    expect(&done(&export)?, "texts to")?;
    let messages = fs::read_to_string(file)?;
    expect(&messages, "msgstr \"Три алфавита\"")?;
    fs::write(file, messages.replace("Три алфавита", "Все три алфавита"))?;
    expect(&done(&format!("translate import {file}"))?, "Took over 1 text in 1 file")?;
    expect(&done("status --accept all kk")?, "content/letters/translations.yaml")?;
    expect(&done("version new v1")?, "versions/letters/v1/")?;
    let (exit, said) = run(project, &["check"]);
    if exit != Exit::Done {
        return Err(said.into());
    }
    for (path, bytes) in super::files(&case(), "content") {
        if !path.starts_with("content/letters/")
            && fs::read(project.join(&path))? != bytes
        {
            return Err(format!("{path} was changed").into());
        }
    }
    Ok(())
}

/// Writes something else in a file of a project.
fn edit(project: &Path, path: &str, old: &str, new: &str) -> Result<(), Failed> {
    let file = project.join(path);
    let text = fs::read_to_string(&file)?;
    expect(&text, old)?;
    Ok(fs::write(&file, text.replace(old, new))?)
}

fn accounted() -> Result<(), Failed> {
    let folder = copied()?;
    let project = folder.path();
    let done = |args: &str| {
        let args: Vec<_> = args.split(' ').chain(["--study", "letters"]).collect();
        done(project, &args)
    };
    done("data accept --date 2026-08-01 -m First. -m kk=Алғашқы. -m ru=Первая.")?;
    let told = || -> Result<Value, Failed> {
        Ok(serde_json::from_str(&done("diff --format json")?)?)
    };
    let rows = "content/letters/data/alphabets.yaml";
    let (old, new) =
        ("letters: 42, shared: 33, own: 9", "letters: 43, shared: 33, own: 10");
    edit(project, rows, old, new)?;
    let text = "content/letters/about/kk.md";
    edit(project, text, ".\n", ". Тағы бір сөйлем.\n")?;
    let files = files_of(&told()?);
    if let Some((file, _)) = files.iter().find(|(_, explained)| !**explained) {
        return Err(format!("{file} is not accounted for").into());
    }
    let wanted = [
        "data/letters/alphabets.csv",
        "en/letters/figures/alphabet-sizes.svg",
        "en-kk/letters/index.html",
        "kk/letters/about.html",
    ];
    if let Some(path) = wanted.iter().find(|path| !files.contains_key(**path)) {
        return Err(format!("{path} is not among {files:?}").into());
    }
    done("data accept --date 2026-08-02 -m Again. -m kk=Тағы. -m ru=Снова.")?;
    let log = fs::read_to_string(project.join("content/letters/revisions.yaml"))?;
    expect(&log, "- en-kk/letters/index.html")?;
    done("version new v1")?;
    let told = told()?;
    if told["versions"][0]["version"] != "v1" {
        return Err(format!("{} are not v1", told["versions"]).into());
    }
    let files = files_of(&told);
    match files.get("versions/letters/v1.css") {
        Some(true) if files.keys().all(|path| !path.starts_with("letters/v1/")) => Ok(()),
        _ => Err(format!("{files:?} are not those beside a version").into()),
    }
}

/// The files of a difference, and whether something that is listed accounts for each.
fn files_of(told: &Value) -> BTreeMap<String, bool> {
    let files = told["files"].as_array().into_iter().flatten();
    let file = |file: &Value| {
        Some((file["file"].as_str()?.to_owned(), file["explained"] == true))
    };
    files.filter_map(file).collect()
}

fn recorded() -> Result<(), Failed> {
    let folder = copied()?;
    let project = folder.path();
    done(project, &["version", "new", "towns", "--study", "wells"])?;
    done(project, &["build"])?;
    let record = |study: &str| -> Result<Value, Failed> {
        let file = project.join(format!("public/{study}/{}", baspa::record::FILE));
        Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
    };
    let has = |record: &Value, path: &str| record["files"].get(path).is_some();
    let (wells, towns) = (record("wells")?, record("towns")?);
    let of_version = "wells/towns/ru/about.html";
    if !has(&wells, of_version) || has(&towns, of_version) {
        return Err("a version of one study is a file of another".into());
    }
    match has(&towns, "en/towns/index.html") && has(&towns, "assets/style.css") {
        true => Ok(()),
        false => Err(format!("{} lacks something", towns["files"]).into()),
    }
}

/// Faults in `letters`, by their place in a study: what a file says instead.
const FAULTS: [(&str, &str); 5] = [
    ("about/en.md", "{{ alphabets[\"kazakh\"].letters.noun(\"rune\") }}\n"),
    ("figures/alphabet-sizes.yaml", "type: [\n"),
    ("sections/10-comparison/kk.md", "# Әліпбилер\n\n# Тағы\n\n17 әріп.\n"),
    (
        "translations.yaml",
        "figures/alphabet-sizes:\n  accepted: {de: {}}\n  passages: []\n",
    ),
    ("units.yaml", "{}\n"),
];

/// A file of `letters` that is missing.
const MISSING: &str = "about/ru.md";

fn wrong() -> Result<(), Failed> {
    let home = "content/letters/";
    let all = super::files(&case(), "content");
    let spoilt = |mut files: super::Files, folder: &str| {
        let faults = FAULTS.map(|(path, text)| (format!("{folder}{path}"), text.into()));
        files.extend(faults);
        files.remove(&format!("{folder}{MISSING}"));
        let input = Input::new(files);
        let outcome = build(&input, &BuildOptions::default());
        baspa::diag::human(&outcome.diagnostics, &input, false)
    };
    let own = all.iter().filter_map(|(path, bytes)| {
        Some((format!("content/{}", path.strip_prefix(home)?), bytes.clone()))
    });
    let alone = spoilt(own.collect(), "content/").replace("content/", home);
    let several = spoilt(all.clone(), home);
    for told in ["yaml-syntax", "`content/letters/about/ru.md` is missing"] {
        expect(&several, told)?;
    }
    match alone == several {
        true => Ok(()),
        false => {
            let differ = TextDiff::from_lines(&alone, &several);
            Err(differ.unified_diff().header("alone", "of several").to_string().into())
        }
    }
}
