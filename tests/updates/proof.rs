//! Each cell of the study gets another value, one at a time; the site is built before and
//! after; and what `diff` tells of it is held against the bytes of both.
//!
//! - The files that differ are the files that it names, and something that it lists
//!   accounts for each.
//! - Without the elements of the parts that it names, both versions of a page are the same
//!   byte for byte, and each part that it names is another in at least one page.
//! - A cell that refutes a check or a claim is told as one that fails. The bytes are compared
//!   all the same, with `true` for its condition in both projects.
//!
//! A cell that names a row may leave a study that cannot be read, whatever else stands in
//! it: a text speaks of the row, or there is one of that name. There is nothing to compare
//! then, and `diff` refuses it with the diagnostics. Of any other cell that is a fault.
//!
//! By default some cells are tried, from all over the study; `EVERY_CELL=1` tries all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use baspa::diag::{Code, Severity};
use baspa::diff::{Change, Diff, diff};
use baspa::record::{Kind, Record, State};
use baspa::site::{Content, Site};
use baspa::site_path::{Home, SitePath};
use baspa::source::Input;
use baspa::{Before, BuildOptions, Outcome, rebuild};
use rayon::prelude::*;

use crate::cells::{Mutation, content, lenient, mutations, paged};
use crate::shown::{Key, Which, shown};
use crate::tree::Tree;

/// Every how many cells one is tried by default.
const STRIDE: usize = 23;

/// The same where each section has a page.
const PAGED_STRIDE: usize = 79;

/// What became of a cell.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tried {
    /// The site was built, and told and seen are the same.
    Proven,
    /// The same, with checks and claims that fail made to hold.
    Softened,
    /// The study could not be read.
    Refused,
}

#[test]
fn what_is_told_of_a_changed_cell_is_what_the_bytes_of_two_builds_say() {
    prove_all(&content(), STRIDE);
}

#[test]
fn the_same_holds_where_each_section_has_a_page() {
    prove_all(&paged(), PAGED_STRIDE);
}

fn prove_all(input: &Input, stride: usize) {
    let all = mutations(input);
    let stride = if std::env::var_os("EVERY_CELL").is_some() { 1 } else { stride };
    let chosen: Vec<_> = all.iter().step_by(stride).collect();
    let before = built(input);
    let tried = chosen.par_iter().map(|mutation| prove(input, &before, mutation));
    let mut counts: BTreeMap<Tried, usize> = BTreeMap::new();
    for result in tried.collect::<Vec<_>>() {
        *counts.entry(result).or_default() += 1;
    }
    let count = |tried| counts.get(&tried).copied().unwrap_or(0);
    eprintln!("{} of {} cells: {counts:?}", chosen.len(), all.len());
    assert!(all.len() > 150, "{} cells are found", all.len());
    assert!(count(Tried::Proven) + count(Tried::Softened) >= chosen.len() / 2);
    assert!(count(Tried::Softened) > 0, "no cell is refuted by a check");
}

#[test]
fn a_part_that_were_withheld_would_be_found() {
    let input = content();
    let all = mutations(&input);
    let own =
        all.iter().find(|own| own.name.starts_with("youth_arrivals share")).unwrap();
    let (before, after) = (built(&input), built(&own.apply(&input, &own.values[0])));
    let whole = diff(&before.record, &after.record, Home::TOP);
    let (old, new) = (site(&before), site(&after));
    assert_eq!(faults(&whole, old, new), [""; 0]);
    for edition in 0..whole.editions.len() {
        for at in 0..whole.editions[edition].parts.len() {
            let mut less = whole.clone();
            let part = less.editions[edition].parts.remove(at);
            assert_ne!(faults(&less, old, new), [""; 0], "{part:?}");
        }
    }
    let mut more = whole.clone();
    let mut part = more.editions[0].parts[0].clone();
    part.anchor = "dynamics".to_owned();
    part.number = 1;
    more.editions[0].parts.push(part);
    assert_ne!(faults(&more, old, new), [""; 0]);
    for at in 0..whole.files.len() {
        let mut less = whole.clone();
        less.files.remove(at);
        assert_ne!(faults(&less, old, new), [""; 0]);
    }
}

struct Built {
    outcome: Outcome,
    record: Record,
}

/// What was drawn for other cells is not drawn again.
static BEFORE: LazyLock<Before> = LazyLock::new(Before::default);

fn built(input: &Input) -> Built {
    let mut outcome = rebuild(input, &BuildOptions::default(), &BEFORE, None);
    let kept = outcome.records.remove(&Home::TOP).expect("a record");
    Built { outcome, record: kept.now }
}

fn site(built: &Built) -> &Site {
    built.outcome.site.as_ref().expect("a site")
}

fn prove(input: &Input, before: &Built, mutation: &Mutation) -> Tried {
    let name = &mutation.name;
    let mut tried = mutation.values.iter().map(|value| {
        let changed = mutation.apply(input, value);
        prove_one(input, before, &format!("{name} is {value}"), &changed)
    });
    let found = tried.find(|tried| *tried != Tried::Refused);
    assert!(
        found.is_some() || mutation.is_key,
        "{name}: with nothing else is it a study"
    );
    found.unwrap_or(Tried::Refused)
}

fn prove_one(input: &Input, before: &Built, name: &str, changed: &Input) -> Tried {
    let after = built(changed);
    let errors = after.outcome.diagnostics.iter();
    let errors: Vec<_> = errors.filter(|own| own.severity == Severity::Error).collect();
    let told = diff(&before.record, &after.record, Home::TOP);
    assert!(!told.cells.is_empty(), "{name}: no cell is told");
    if errors.is_empty() {
        compare(name, &told, before, &after);
        return Tried::Proven;
    }
    let of_data = [Code::CheckFailed, Code::ClaimFailed];
    if errors.iter().any(|own| !of_data.contains(&own.code)) {
        return Tried::Refused;
    }
    let told = told.checks.iter().chain(&told.claims);
    let failing = told.filter(|own| own.new == Some(State::Fails));
    let failing: Vec<_> = failing.map(|own| own.check.clone()).collect();
    for error in &errors {
        let is_told = names(&error.message).iter().any(|own| failing.contains(own));
        assert!(is_told, "{name}: {} is not told", error.message);
    }
    let before = built(&lenient(input, &failing));
    let after = built(&lenient(changed, &failing));
    let told = diff(&before.record, &after.record, Home::TOP);
    compare(name, &told, &before, &after);
    Tried::Softened
}

/// What a message may name: a claim, or a check of a dataset.
fn names(message: &str) -> Vec<String> {
    let quoted: Vec<_> = message.split('`').skip(1).step_by(2).collect();
    let checks = quoted.windows(2).map(|pair| format!("{}.{}", pair[1], pair[0]));
    quoted.iter().map(|own| (*own).to_owned()).chain(checks).collect()
}

fn compare(name: &str, told: &Diff, before: &Built, after: &Built) {
    let faults = faults(told, site(before), site(after));
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
}

/// What `told` says and the bytes do not, and the other way about.
fn faults(told: &Diff, old: &Site, new: &Site) -> Vec<String> {
    let mut faults = Vec::new();
    let named: BTreeSet<_> = told.files.iter().map(|own| own.file.as_str()).collect();
    let is_record = |path: &str| path == baspa::record::FILE;
    let paths: BTreeSet<_> = old.iter().chain(new.iter()).map(|(path, _)| path).collect();
    let mut seen = BTreeSet::new();
    for path in paths {
        let differs = differ(old, new, path);
        let own = path.as_str();
        if differs != named.contains(own) && !is_record(own) {
            faults.push(format!("{own} differs: {differs}"));
        }
        // The index repeats what the other pages say.
        if !differs || !own.ends_with(".html") || own.contains("/search/") {
            continue;
        }
        let text = |site: &'_ Site| -> String {
            let bytes = site.bytes(path).expect("a page").to_vec();
            String::from_utf8(bytes).expect("UTF-8")
        };
        faults.extend(of_page(told, own, &text(old), &text(new), &mut seen));
    }
    for own in told.files.iter().filter(|own| !own.explained) {
        faults.push(format!("nothing accounts for {}", own.file));
    }
    for (at, (lang, part)) in parts(told).enumerate() {
        if !seen.contains(&at) {
            let (page, anchor) = (&part.page, &part.anchor);
            let (kind, number) = (part.kind.name(), part.number);
            faults.push(format!("{lang}: {page}#{anchor} {kind} {number} is the same"));
        }
    }
    faults
}

/// Whether a file has other bytes. What is not made yet is held against what it is made of.
fn differ(old: &Site, new: &Site, path: &SitePath) -> bool {
    match (old.get(path), new.get(path)) {
        (Some(Content::Checksums(own)), Some(Content::Checksums(others))) => {
            own != others || own.iter().any(|path| differ(old, new, path))
        }
        (own, other) => own != other,
    }
}

fn parts(told: &Diff) -> impl Iterator<Item = (&str, &baspa::diff::PartChange)> {
    let editions = told.editions.iter();
    editions.flat_map(|own| own.parts.iter().map(|part| (own.language.as_str(), part)))
}

/// The faults of one page; the parts whose elements differ in it are `seen`.
fn of_page(
    told: &Diff,
    path: &str,
    old: &str,
    new: &str,
    seen: &mut BTreeSet<usize>,
) -> Option<String> {
    let (old, new) = (Tree::parse(old), Tree::parse(new));
    let mut texts = [BTreeMap::new(), BTreeMap::new()];
    let mut rest = [String::new(), String::new()];
    for (at, tree) in [old, new].iter().enumerate() {
        let mut end = 0;
        for own in shown(path, tree) {
            let named: Vec<_> = named(told, &own.keys, at == 0);
            let text = &tree.text[own.range.clone()];
            if named.is_empty() && !own.keys.iter().any(|key| is_beside(told, key)) {
                continue;
            }
            rest[at].push_str(&tree.text[end..own.range.start]);
            end = own.range.end;
            if named.is_empty() {
                rest[at].push_str(&unaligned(text));
            }
            for part in named {
                let texts: &mut Vec<String> = texts[at].entry(part).or_default();
                texts.push(text.to_owned());
            }
        }
        rest[at].push_str(&tree.text[end..]);
    }
    let [before, after] = &texts;
    let differ = before.keys().chain(after.keys());
    seen.extend(differ.filter(|part| before.get(part) != after.get(part)));
    // What came or went leaves the ends of its lines, and rows without cells.
    let whole = |part: &baspa::diff::PartChange| part.change == Change::Changed;
    if !parts(told).all(|(_, part)| whole(part)) {
        rest = rest.map(|text| closed(&text));
    }
    let [before, after] = &rest;
    (before != after).then(|| format!("{path} is another at {}", first(before, after)))
}

/// A page without empty lines, without rows of two languages whose cells are empty, and
/// without headings that nothing stands under.
fn closed(page: &str) -> String {
    let is_cell = |cell: &str| {
        cell.strip_prefix("<div lang=\"").is_some_and(|rest| !rest.contains("><"))
    };
    let is_gap = |line: &str| {
        let row = line.strip_prefix("<div class=\"pair\">");
        let cells = row.and_then(|row| row.strip_suffix("</div></div>"));
        cells.is_some_and(|cells| cells.split("</div>").all(is_cell))
    };
    let is_heading = |line: &str| {
        line.starts_with("<h3>") || line.starts_with("<h2 id=\"editorial-notes\"")
    };
    let mut kept: Vec<&str> = Vec::new();
    for line in page.lines().filter(|line| !line.is_empty() && !is_gap(line)) {
        let closes = line == "</section>";
        while kept.last().is_some_and(|last| match closes {
            true => is_heading(last),
            false => line.starts_with("<h3>") && last.starts_with("<h3>"),
        }) {
            kept.pop();
        }
        match closes && kept.last() == Some(&"<section>") {
            true => drop(kept.pop()),
            false => kept.push(line),
        }
    }
    kept.join("\n")
}

/// The parts that are told and have one of these keys, in the old page or the new one.
fn named(told: &Diff, keys: &[Key], old: bool) -> Vec<usize> {
    let is = |lang: &str, part: &baspa::diff::PartChange, key: &Key| {
        let place = key.lang == lang && key.page == part.page && key.kind == part.kind;
        let own = match old {
            true => part.old_number,
            false => (part.change != Change::Removed).then_some(part.number),
        };
        place
            && match &key.which {
                Which::Name(name) => *name == part.name,
                Which::Number(number) => own == Some(*number) && key.at == part.anchor,
            }
    };
    let own = parts(told).enumerate();
    let own = own.filter(|(_, (lang, part))| keys.iter().any(|key| is(lang, part, key)));
    own.map(|(at, _)| at).collect()
}

/// Whether another row of the same table is told: numbers are aligned by the decimals of
/// their column, so that the class of its other cells may change too.
fn is_beside(told: &Diff, key: &Key) -> bool {
    let same = |lang: &str, part: &baspa::diff::PartChange| {
        lang == key.lang && part.page == key.page && part.anchor == key.at
    };
    key.kind == Kind::Row
        && parts(told).any(|(lang, part)| part.kind == Kind::Row && same(lang, part))
}

/// A row without the classes that align its numbers.
fn unaligned(row: &str) -> String {
    let mut text = String::new();
    let mut rest = row;
    while let Some((before, after)) = rest.split_once("<td class=\"") {
        text.push_str(before);
        text.push_str("<td>");
        rest = after.split_once("\">").expect("a whole tag").1;
    }
    text + rest
}

/// Where two texts part.
fn first(old: &str, new: &str) -> String {
    let at = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let cut = |text: &str| {
        let from = text.floor_char_boundary(at.saturating_sub(120));
        let to = text.floor_char_boundary((at + 120).min(text.len()));
        text[from..to].to_owned()
    };
    format!("byte {at}:\n  {}\n  {}", cut(old), cut(new))
}
