//! Holds the source against `ARCHITECTURE.md`: which modules there are, which a module
//! may import, which packages, files and streams it may use.

mod document;
mod scanner;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use document::{document, items, rows};
use source::{dependencies, imports, members, sources, uses_package};

/// A file of more lines of code than this has a reason in `ARCHITECTURE.md`.
const LONG_FILE: usize = 500;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

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
    assert!(uses_package(&lib.tokens, "build"), "the scanner sees the line");
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
