//! Holds the source against `ARCHITECTURE.md`: which modules there are, which a module
//! may import, which packages, files and streams it may use.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of more lines of code than this has a reason in `ARCHITECTURE.md`.
const LONG_FILE: usize = 500;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn document() -> String {
    read("ARCHITECTURE.md")
}

// --- What the document says ---

/// A row of the table of modules: its name and the packages that it may use.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    module: String,
    packages: BTreeSet<String>,
}

/// The rows of the table whose first head is `Module`, in their order.
fn rows(document: &str) -> Vec<Row> {
    let table = document.lines().skip_while(|line| !line.starts_with("| Module "));
    table
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split('|').collect();
            let [module, _, packages] = cells[..] else { panic!("three cells: {line}") };
            let module = quoted(module).into_iter().next().expect("a module's name");
            Row { module, packages: quoted(packages).into_iter().collect() }
        })
        .collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The words in backticks at the beginning of the items below `heading`.
fn items(document: &str, heading: &str) -> BTreeSet<String> {
    let below = document.lines().skip_while(|line| *line != heading).skip(1);
    below
        .take_while(|line| !line.starts_with('#'))
        .filter_map(|line| line.strip_prefix("- "))
        .flat_map(|item| quoted(item.split(':').next().unwrap_or(item)))
        .collect()
}

// --- What the source says ---

/// A source file and the module of the first floor that it belongs to.
struct Source {
    path: String,
    module: String,
    /// Tokens of what is not a test.
    tokens: Vec<String>,
    lines: usize,
}

fn sources() -> Vec<Source> {
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

/// The source without comments, the content of texts, and modules of tests.
fn code(source: &str) -> String {
    without_tests(&without_texts(source))
}

fn without_texts(source: &str) -> String {
    let letters: Vec<char> = source.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let skip = match rest {
            ['/', '/', ..] => rest.iter().take_while(|c| **c != '\n').count(),
            ['/', '*', ..] => block_comment(rest),
            ['r' | 'b', ..] if !kept.ends_with(is_name) => raw_text(rest).unwrap_or(0),
            ['"', ..] => quoted_text(rest),
            ['\'', ..] => letter(rest).unwrap_or(0),
            _ => 0,
        };
        if skip == 0 {
            kept.push(letters[at]);
            at += 1;
        } else {
            kept.extend(rest[..skip].iter().filter(|c| **c == '\n'));
            kept.push(' ');
            at += skip;
        }
    }
    kept
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn block_comment(rest: &[char]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match rest[at..] {
            ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
            ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`.
fn raw_text(rest: &[char]) -> Option<usize> {
    let prefix = rest.iter().take_while(|c| matches!(c, 'r' | 'b')).count();
    let raw = rest[..prefix].contains(&'r');
    let marks = rest[prefix..].iter().take_while(|c| **c == '#').count();
    let start = prefix + marks;
    if prefix > 2 || rest.get(start) != Some(&'"') || (!raw && marks > 0) {
        return None;
    }
    if !raw {
        return Some(start + quoted_text(&rest[start..]));
    }
    let end = |at: usize| {
        rest[at] == '"'
            && rest[at + 1..].iter().take(marks).filter(|c| **c == '#').count() == marks
    };
    (start + 1..rest.len()).find(|at| end(*at)).map(|at| at + 1 + marks)
}

fn quoted_text(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `'x'` or `'\n'`, and not the lifetime `'x`.
fn letter(rest: &[char]) -> Option<usize> {
    match rest {
        ['\'', '\\', _, tail @ ..] => {
            tail.iter().position(|c| *c == '\'').map(|end| end + 4)
        }
        ['\'', _, '\'', ..] => Some(3),
        _ => None,
    }
}

fn without_tests(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(start) = rest.find("#[cfg(test)]") {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = match (rest.find('{'), rest.find(';')) {
            (Some(open), semicolon) if semicolon.is_none_or(|at| open < at) => {
                open + block(&rest[open..])
            }
            (_, Some(semicolon)) => semicolon + 1,
            _ => rest.len(),
        };
        rest = &rest[end..];
    }
    kept + rest
}

/// The length of the block that `text` begins with.
fn block(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// Names, `::`, and every other sign by itself.
fn tokens(code: &str) -> Vec<String> {
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
fn members<'a>(tokens: &'a [String], start: &str) -> BTreeSet<&'a str> {
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
fn group(tokens: &[String]) -> Vec<&str> {
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
fn uses_package(tokens: &[String], name: &str) -> bool {
    tokens.windows(2).enumerate().any(|(at, pair)| {
        let leads = at == 0 || !matches!(tokens[at - 1].as_str(), "::" | "." | "mod");
        leads && pair[0] == name && pair[1] == "::"
    })
}

/// The modules of the first floor that the code names by `crate::`; what lives in
/// `lib.rs` itself counts as the module `lib`.
fn imports(tokens: &[String], modules: &BTreeSet<String>) -> BTreeSet<String> {
    let own = |name: &str| match modules.contains(name) {
        true => name.to_owned(),
        false => "lib".to_owned(),
    };
    let by_crate = members(tokens, "crate").into_iter().map(own);
    let by_name = members(tokens, "baspa").into_iter().map(own);
    by_crate.chain(by_name).collect()
}

/// The packages of a section of `Cargo.toml`.
fn dependencies(section: &str) -> BTreeSet<String> {
    let manifest = read("Cargo.toml");
    let lines = manifest.lines().skip_while(|line| *line != format!("[{section}]"));
    lines
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect()
}

// --- The rules ---

#[test]
fn the_table_names_the_modules_that_there_are() {
    let listed: BTreeSet<_> =
        rows(&document()).into_iter().map(|row| row.module).collect();
    let found: BTreeSet<_> = sources().into_iter().map(|source| source.module).collect();
    assert_eq!(listed, found);
}

#[test]
fn a_module_imports_only_what_stands_above_it() {
    let order: Vec<_> = rows(&document()).into_iter().map(|row| row.module).collect();
    let modules: BTreeSet<_> = order.iter().cloned().collect();
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.module != "lib") {
        for import in imports(&source.tokens, &modules) {
            if import != source.module && place(&import) >= place(&source.module) {
                wrong.push(format!("src/{} imports `{import}`", source.path));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn the_line_of_the_build_uses_only_what_stands_above_it() {
    let order: Vec<_> = rows(&document()).into_iter().map(|row| row.module).collect();
    let above: BTreeSet<_> =
        order.iter().take_while(|module| *module != "lib").map(String::as_str).collect();
    let lib = sources().into_iter().find(|source| source.path == "lib.rs").unwrap();
    for module in &order {
        let used = uses_package(&lib.tokens, module);
        assert!(!used || above.contains(module.as_str()), "lib.rs uses `{module}`");
    }
    assert!(uses_package(&lib.tokens, "load"), "the scanner sees the line");
}

#[test]
fn a_package_is_used_only_where_the_table_allows_it() {
    let document = document();
    let rows = rows(&document);
    let free = items(&document, "### Free packages");
    let mut used = BTreeMap::new();
    let mut wrong = Vec::new();
    for source in sources() {
        let row = rows.iter().find(|row| row.module == source.module).unwrap();
        for package in dependencies("dependencies") {
            if uses_package(&source.tokens, &package.replace('-', "_")) {
                used.entry((source.module.clone(), package.clone())).or_insert(());
                if !row.packages.contains(&package) && !free.contains(&package) {
                    wrong.push(format!("src/{} uses `{package}`", source.path));
                }
            }
        }
    }
    for row in &rows {
        for package in &row.packages {
            if !used.contains_key(&(row.module.clone(), package.clone())) {
                wrong.push(format!("`{}` does not use `{package}`", row.module));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_dependency_has_its_reason() {
    let document = document();
    for (section, heading) in [
        ("dependencies", "### Packages"),
        ("dev-dependencies", "### Packages of the tests"),
    ] {
        let mut reasons = items(&document, heading);
        if section == "dependencies" {
            reasons.extend(items(&document, "### Free packages"));
        }
        assert_eq!(reasons, dependencies(section), "{heading}");
    }
}

#[test]
fn only_the_rim_touches_the_disk() {
    let allowed = items(&document(), "### Who touches the disk");
    let mut touching = BTreeSet::new();
    for source in sources() {
        if members(&source.tokens, "std").contains("fs") {
            let whole = allowed.contains(&source.module);
            touching.insert(if whole { source.module } else { source.path });
        }
    }
    assert_eq!(touching, allowed);
}

#[test]
fn only_the_command_line_prints() {
    let prints = ["print", "println", "eprint", "eprintln", "dbg"];
    for source in sources() {
        let printed = source.tokens.windows(2).any(|pair| {
            prints.contains(&pair[0].as_str()) && pair[1] == "!"
                || ["stdout", "stderr"].contains(&pair[0].as_str()) && pair[1] == "("
        });
        let rim = ["main", "cli"].contains(&source.module.as_str());
        assert!(!printed || rim, "src/{} prints", source.path);
    }
}

#[test]
fn no_clock_environment_or_hash_order_reaches_the_site() {
    let rim = ["main", "cli", "serve"];
    for source in sources().iter().filter(|s| !rim.contains(&s.module.as_str())) {
        for name in ["SystemTime", "Instant", "HashMap", "HashSet", "RandomState"] {
            let found = source.tokens.iter().any(|token| token == name);
            assert!(!found, "src/{} uses `{name}`", source.path);
        }
        let environment = members(&source.tokens, "std").contains("env");
        assert!(!environment, "src/{} reads the environment", source.path);
    }
}

#[test]
fn a_long_file_has_a_reason() {
    let reasons = items(&document(), "### Long files");
    let long: BTreeSet<_> = sources()
        .into_iter()
        .filter(|source| source.lines > LONG_FILE)
        .map(|source| format!("src/{}", source.path))
        .collect();
    assert_eq!(long, reasons);
}

// --- The scanner itself ---

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

#[test]
fn the_table_is_read_row_by_row() {
    let table = "text\n| Module | It | Packages |\n|---|---|---|\n| `a` | says | `x`, `y-z` |\n\n| `b` | no | `x` |";
    let row = Row { module: "a".into(), packages: names(&["x", "y-z"]) };
    assert_eq!(rows(table), [row]);
}
