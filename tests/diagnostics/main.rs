//! One folder for each diagnostic: what an author may write wrong, and what is said of it.
//!
//! `tests/diagnostics/CODE/CASE/` holds the files that differ from the study in
//! `tests/diagnostics/base/`, which builds without a remark; `REMOVED` lists files and folders of it
//! that the case does not have; `NAME.xlsx.sheets` is a workbook as text. `expected.txt` is all that a terminal shows,
//! `expected-draft.txt`, where there is one, the same with `--draft`, and `expected.json`
//! what a program is told. `UPDATE_EXPECTED=1` writes them anew.
#![allow(clippy::print_stderr, reason = "a test says what it wrote")]

mod mutations;
mod project;
#[path = "../support/workbook.rs"]
mod workbook;
mod workbooks;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use baspa::diag::{self, Code};
use baspa::source::Input;
use baspa::{BuildOptions, Outcome};
use libtest_mimic::{Arguments, Failed, Trial};

use project::{BASE, cases, files, folders, name, project, root};

/// A folder that is about no single code: many faults in many files.
const MANY: &str = "many";

/// Codes that no files of a study can provoke, because they are about the disk or about
/// what comes back from a translator: the file with
/// their test, and the test's name.
const ELSEWHERE: [(Code, &str, &str); 8] = [
    (Code::LinkRefused, "src/load/read/tests.rs", "no_link_is_followed"),
    (Code::FileTooLarge, "src/load/read/tests.rs", "a_file_over_the_cap_is_not_read"),
    (
        Code::InputOutput,
        "src/project/mod.rs",
        "a_file_that_cannot_be_read_prevents_the_site",
    ),
    (
        Code::BadExchange,
        "src/translation/exchange/tests.rs",
        "what_is_no_file_of_a_translator_is_refused",
    ),
    (
        Code::Placeholder,
        "src/translation/exchange/tests.rs",
        "a_spoilt_placeholder_is_refused_with_its_unit_and_line",
    ),
    (
        Code::StaleUnit,
        "src/translation/exchange/tests.rs",
        "what_was_translated_from_another_wording_is_left_out",
    ),
    (Code::OutputRefused, "src/site/write/tests.rs", "the_project_is_no_output"),
    (
        Code::VersionDiffers,
        "src/project/freeze/tests.rs",
        "other_bytes_than_those_that_were_published_are_refused",
    ),
];

/// Endings of the files whose line ends and mark do not count.
const TEXTS: [&str; 5] = [".md", ".yaml", ".csv", ".geojson", ".html"];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = vec![
        Trial::test("the base builds without a remark", base_is_clean),
        Trial::test("every code has a folder or a test elsewhere", every_code),
        Trial::test("every code says what to do", every_explanation),
        Trial::test("no mutation of a study makes a build panic", mutations::survived),
        Trial::test("rows are the same from any file", workbooks::same_rows),
        Trial::test("a wide table is read like a long one", workbooks::wide_and_long),
        Trial::test("a sheet holds what its reader sees", workbooks::formats),
        Trial::test("no damaged workbook makes a build panic", workbooks::survived),
        Trial::test("a workbook that unpacks to too much is refused", workbooks::bombs),
    ];
    for case in cases() {
        let name = case.strip_prefix(root()).unwrap_or(&case).display().to_string();
        let (all, same) = (case.clone(), case);
        trials.push(Trial::test(name.clone(), move || told(&all)));
        trials.push(Trial::test(format!("{name} with CRLF and a mark"), move || {
            told_alike(&same)
        }));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn base_is_clean() -> Result<(), Failed> {
    let input = Input::new(files(&root().join(BASE)));
    let Outcome { site, diagnostics, .. } =
        baspa::build(&input, &BuildOptions::default());
    let text = diag::human(&diagnostics, &input, false);
    if site.is_some() && text.is_empty() { Ok(()) } else { Err(text.into()) }
}

/// An explanation is more than the title of a problem.
fn every_explanation() -> Result<(), Failed> {
    for code in Code::ALL {
        let text = code.explanation();
        let (title, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        if !title.ends_with('.') || title.contains('\n') || body.is_empty() {
            return Err(format!("{code:?}: {text}").into());
        }
    }
    Ok(())
}

/// Both ways: no code without a case, and no folder without a code.
fn every_code() -> Result<(), Failed> {
    let mut wanted: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    for (code, file, test) in ELSEWHERE {
        wanted.remove(code.name());
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))?;
        let body = text.split(&format!("fn {test}()")).nth(1);
        let body = body.and_then(|rest| rest.split("#[test]").next());
        if !body.is_some_and(|body| body.contains(&format!("Code::{code:?}"))) {
            return Err(format!("`{file}` has no test `{test}` of {code:?}").into());
        }
    }
    let given: BTreeSet<String> =
        folders(&root()).iter().map(|path| name(path)).collect();
    let given: BTreeSet<&str> = given.iter().map(String::as_str).collect();
    let wanted: BTreeSet<&str> = wanted.into_iter().chain([BASE, MANY]).collect();
    let missing: Vec<_> = wanted.difference(&given).collect();
    let foreign: Vec<_> = given.difference(&wanted).collect();
    if missing.is_empty() && foreign.is_empty() {
        return Ok(());
    }
    Err(format!("without a folder: {missing:?}; folders of no code: {foreign:?}").into())
}

/// Whether a case says what is expected, in all three forms.
fn told(case: &Path) -> Result<(), Failed> {
    let input = Input::new(project(case)?);
    let built =
        |draft| baspa::build(&input, &BuildOptions { draft, ..BuildOptions::default() });
    let Outcome { diagnostics, .. } = built(false);
    let human = diag::human(&diagnostics, &input, false);
    let code = name(case.parent().unwrap_or(case));
    if code != MANY && !diagnostics.iter().any(|found| found.code.name() == code) {
        return Err(format!("nothing is said of `{code}`:\n{human}").into());
    }
    expect(&case.join("expected.txt"), &human)?;
    let draft = case.join("expected-draft.txt");
    if draft.exists() {
        expect(&draft, &diag::human(&built(true).diagnostics, &input, false))?;
    }
    let json = case.join("expected.json");
    if json.exists() {
        expect(&json, &diag::json(&diagnostics, &input))?;
    }
    Ok(())
}

/// Places do not depend on line ends or on a byte order mark.
fn told_alike(case: &Path) -> Result<(), Failed> {
    let files = project(case)?;
    let text = |path: &str| TEXTS.iter().any(|ending| path.ends_with(ending));
    let windows = files.iter().map(|(path, bytes)| {
        if !text(path) {
            return (path.clone(), bytes.clone());
        }
        let mut with_mark = b"\xEF\xBB\xBF".to_vec();
        for byte in bytes {
            if *byte == b'\n' {
                with_mark.push(b'\r');
            }
            with_mark.push(*byte);
        }
        (path.clone(), with_mark)
    });
    let said = |input: Input| {
        let outcome = baspa::build(&input, &BuildOptions::default());
        diag::human(&outcome.diagnostics, &input, false)
    };
    compare(&said(Input::new(files.clone())), &said(Input::new(windows)))
}

fn expect(file: &Path, given: &str) -> Result<(), Failed> {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(file, given)?;
        return Ok(());
    }
    let wanted = fs::read_to_string(file)
        .map_err(|error| format!("{}: {error}\n{given}", file.display()))?;
    compare(&wanted, given)
}

fn compare(wanted: &str, given: &str) -> Result<(), Failed> {
    if wanted == given {
        return Ok(());
    }
    let diff = similar::TextDiff::from_lines(wanted, given);
    Err(diff.unified_diff().header("expected", "given").to_string().into())
}
