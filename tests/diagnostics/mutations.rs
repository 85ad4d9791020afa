//! Files of real studies, damaged at random: a build says what is wrong and never panics.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use baspa::source::Input;
use baspa::{BuildOptions, diag};
use libtest_mimic::Failed;

use crate::project::{BASE, Files, files, root};

/// How many damaged projects are built: the same on every machine.
const ROUNDS: u64 = 200;

/// What is put into files: signs that mean something in YAML, Markdown, CEL or CSV, and
/// letters that are written in unusual ways.
const PIECES: [&str; 45] = [
    "{{",
    "}}",
    "{{ loans[2021].total }}",
    "[^1]",
    "[^",
    "![](figure:",
    "![](check:a.b)",
    "[@",
    "[@yearbook, p. ",
    "](#",
    "<sup>",
    "</em>",
    "<div>",
    "**",
    "```",
    "# ",
    "- ",
    "> ",
    "| a | b |\n|--|--|\n",
    "\"",
    "'",
    "\\",
    ": ",
    "? ",
    "&a ",
    "*a",
    "|-\n",
    ">\n",
    "\t",
    "\0",
    "\u{feff}",
    "\r",
    "и\u{306}",
    "\u{f8ff}",
    "🙂",
    "99999999999999999999999999999",
    "-0.0",
    ".percent(13)",
    "rows.all(r, r",
    "1/0",
    ".noun(\"tome\").dat()",
    ".ordinal(\"plural\").words()",
    ".roman().symbol()",
    "place(\"arna\").city().after(\"о\")",
    "fraction(2, 3)",
];

/// The words that the damaged study declines.
const WORDS: [(&str, &str); 2] = [
    (
        "content/nouns.yaml",
        "tome:\n  en: [tome, tomes]\n  kk: {form: том, plural: томдар}\n  symbol: {en: vol., kk: т.}\n",
    ),
    ("content/places.yaml", "arna:\n  en: Arna\n  kk: Арна\n  city: true\n"),
];

/// Builds damaged projects, each a function of its number alone.
pub(crate) fn survived() -> Result<(), Failed> {
    let mut base = files(&root().join(BASE));
    for (path, text) in WORDS {
        base.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    let study = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    for round in 0..ROUNDS {
        let damaged = damaged(&base, &study, &mut Dice(round + 1));
        let built = catch_unwind(AssertUnwindSafe(|| {
            let input = Input::new(damaged.clone());
            let options =
                BuildOptions { draft: round % 2 == 0, ..BuildOptions::default() };
            let outcome = baspa::build(&input, &options);
            diag::human(&outcome.diagnostics, &input, false);
            diag::json(&outcome.diagnostics, &input).len()
        }));
        if built.is_err() {
            return Err(report(round, &base, &damaged).into());
        }
    }
    Ok(())
}

fn report(round: u64, base: &Files, damaged: &Files) -> String {
    let changed = damaged.iter().filter(|(path, bytes)| base.get(*path) != Some(bytes));
    let changed = changed
        .map(|(path, bytes)| format!("--- {path}\n{}", String::from_utf8_lossy(bytes)));
    format!("round {round} panics:\n{}", changed.collect::<Vec<_>>().join("\n"))
}

/// The base with one to three of its files damaged, or a damaged file of the real study
/// in the place of one of the same kind.
fn damaged(base: &Files, study: &Files, dice: &mut Dice) -> Files {
    let mut project = base.clone();
    for _ in 0..=dice.below(3) {
        let Some((path, own)) = pick(base, |_| true, dice) else { continue };
        let ending = path.rsplit('.').next().unwrap_or("");
        let folder = path.split('/').nth(1).unwrap_or("");
        let alike = |other: &str| other.starts_with(folder) && other.ends_with(ending);
        let bytes = match dice.below(2) {
            0 => pick(study, alike, dice).map_or(own, |(_, bytes)| bytes),
            _ => own,
        };
        project.insert(path, hurt(bytes, dice));
    }
    project
}

fn pick(
    files: &Files,
    wanted: impl Fn(&str) -> bool,
    dice: &mut Dice,
) -> Option<(String, Vec<u8>)> {
    let all: Vec<_> = files.iter().filter(|(path, _)| wanted(path)).collect();
    let (path, bytes) = all.get(dice.below(all.len()))?;
    Some(((*path).clone(), (*bytes).clone()))
}

/// The bytes with a few of them taken away, doubled, moved or replaced.
pub(crate) fn hurt(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        let piece = PIECES[dice.below(PIECES.len())].as_bytes();
        match dice.below(7) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            2 => bytes.truncate(at),
            3 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
            4 => {
                let many = piece.repeat(1 + dice.below(60));
                bytes.splice(at..at, many);
            }
            _ => drop(bytes.splice(at..end, piece.iter().copied())),
        }
    }
    bytes
}

/// Numbers that look random and are the same in every run: Marsaglia's xorshift.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        for _ in 0..3 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
        }
        if end == 0 { 0 } else { (self.0 % end as u64) as usize }
    }
}
