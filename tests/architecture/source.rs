//! What the source says: its files, what they import, and its packages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::scanner::{code, is_name};
use crate::{read, root};

/// A source file and the module of the first floor that it belongs to.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) module: String,
    /// Tokens of what is not a test.
    pub(crate) tokens: Vec<String>,
    pub(crate) lines: usize,
}

pub(crate) fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join("src"), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter_map(|path| {
            let relative = path.strip_prefix(root().join("src")).unwrap();
            let relative = relative.to_str().unwrap().replace('\\', "/");
            let is_test = relative.split('/').any(|p| p == "tests.rs" || p == "tests");
            let first = relative.split('/').next().unwrap();
            (!is_test).then(|| {
                let code = code(&fs::read_to_string(&path).unwrap());
                Source {
                    module: first.trim_end_matches(".rs").to_owned(),
                    path: relative.clone(),
                    lines: code.lines().filter(|l| !l.trim().is_empty()).count(),
                    tokens: tokens(&code),
                }
            })
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// Names, `::`, and every other sign by itself.
pub(crate) fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if is_name(first) {
            rest.find(|c| !is_name(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            tokens.push(rest[..length].to_owned());
        }
        rest = &rest[length..];
    }
    tokens
}

/// The names that follow `start::`, also those of a group in braces.
pub(crate) fn members<'a>(tokens: &'a [String], start: &str) -> BTreeSet<&'a str> {
    let mut members = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let leads = at == 0 || tokens[at - 1] != "::";
        if token == start && leads && tokens.get(at + 1).is_some_and(|t| t == "::") {
            members.extend(group(&tokens[at + 2..]));
        }
    }
    members
}

/// `a` of `a…`, or `a` and `b` of `{a::x, b}`.
pub(crate) fn group(tokens: &[String]) -> Vec<&str> {
    if tokens.first().is_some_and(|t| t != "{") {
        return tokens.first().map(String::as_str).into_iter().collect();
    }
    let mut names = Vec::new();
    let mut depth = 0;
    let mut fresh = false;
    for token in tokens {
        match token.as_str() {
            "{" => (depth, fresh) = (depth + 1, depth == 0),
            "}" => depth -= 1,
            "," => fresh = depth == 1,
            name if fresh && depth == 1 => {
                names.push(name);
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// Whether a path begins with the package `name`.
pub(crate) fn uses_package(tokens: &[String], name: &str) -> bool {
    tokens.windows(2).enumerate().any(|(at, pair)| {
        let leads = at == 0 || !matches!(tokens[at - 1].as_str(), "::" | "." | "mod");
        leads && pair[0] == name && pair[1] == "::"
    })
}

/// The modules of the first floor that the code names by `crate::`; what lives in
/// `lib.rs` itself counts as the module `lib`.
pub(crate) fn imports(tokens: &[String], modules: &BTreeSet<String>) -> BTreeSet<String> {
    let own = |name: &str| match modules.contains(name) {
        true => name.to_owned(),
        false => "lib".to_owned(),
    };
    let by_crate = members(tokens, "crate").into_iter().map(own);
    let by_name = members(tokens, "baspa").into_iter().map(own);
    by_crate.chain(by_name).collect()
}

/// The packages of a section of `Cargo.toml`.
pub(crate) fn dependencies(section: &str) -> BTreeSet<String> {
    let manifest = read("Cargo.toml");
    let lines = manifest.lines().skip_while(|line| *line != format!("[{section}]"));
    lines
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect()
}

fn scanned(source: &str) -> Vec<String> {
    tokens(&code(source))
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_scanner_sees_every_form_of_import() {
    let modules = names(&["html", "load", "site", "study", "lang"]);
    let source = "
        use crate::html::{Theme, page};
        use crate::{load::{read, layout}, study, BuildOptions};
        fn f() -> crate::site::Site { crate :: lang :: Lang::default() }";
    let found = imports(&scanned(source), &modules);
    assert_eq!(found, names(&["html", "load", "study", "lib", "site", "lang"]));
}

#[test]
fn the_scanner_passes_over_comments_texts_and_tests() {
    let modules = names(&["html", "load", "site"]);
    let source = r####"
        //! See [`crate::html`].
        /* crate::load /* nested */ crate::site */
        const A: &str = "crate::html \" crate::load";
        const B: &str = r#"crate::site " crate::html"#;
        const C: [char; 3] = ['"', '\'', 'r'];
        const D: &[u8] = b"crate::html";
        fn f<'a>(x: &'a str) -> &'a str { x }
        #[cfg(test)]
        mod tests { use crate::load::x; fn g() { { crate::site::y(); } } }
        #[cfg(test)]
        mod more;
        use crate::real::Thing;
    "####;
    let found = imports(&scanned(source), &modules);
    assert_eq!(found, names(&["lib"]), "`real` alone, which is no module");
}

#[test]
fn the_scanner_tells_packages_from_members() {
    let uses = |source: &str, name: &str| uses_package(&scanned(source), name);
    assert!(uses("use tera::Tera;", "tera"));
    assert!(uses("fn f() -> tera::Tera { todo!() }", "tera"));
    assert!(uses("#[derive(clap::Parser)] struct A;", "clap"));
    assert!(!uses("use super::tera::Tera;", "tera"));
    assert!(!uses("// use tera::Tera;", "tera"));
    assert!(!uses("let tera = 1;", "tera"));
}

#[test]
fn the_scanner_sees_a_planted_disk() {
    for source in
        ["use std::fs;", "use std::{io, fs::File};", "fn f() { std::fs::read(p) }"]
    {
        assert!(members(&scanned(source), "std").contains("fs"), "{source}");
    }
    assert!(!members(&scanned("use std::io;"), "std").contains("fs"));
}
