//! Holds the documents against the program: what is generated is compared, what is an
//! example is built, what is a command is run. `UPDATE_EXPECTED=1` rewrites what is
//! generated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use baspa::diag::{Code, Severity, human};
use baspa::edition;
use baspa::expr::{Expression, FUNCTIONS, METHODS, Scope};
use baspa::lang::Lang;
use baspa::load::{self, format_reference};
use baspa::locale::{Alphabet, Flag, Messages};
use baspa::source::{Input, Span};
use baspa::study::{Reason, UnitLabel, built_in_units};
use baspa::translation::state::fingerprint;
use baspa::{BuildOptions, build};

const PAGES: [&str; 17] = [
    "README.md",
    "ARCHITECTURE.md",
    "docs/README.md",
    "docs/how-to/add-a-language.md",
    "docs/how-to/publish.md",
    "docs/how-to/update-data.md",
    "docs/why.md",
    "docs/writing.md",
    "docs/agreement.md",
    "docs/charts.md",
    "docs/checks.md",
    "docs/reference.md",
    "docs/search.md",
    "docs/studies.md",
    "docs/diagnostics.md",
    "docs/translation.md",
    "docs/updates.md",
];

const LANGS: [&str; 3] = ["en", "kk", "ru"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

// --- What is generated ---

/// Compares what stands between the marks of `part` with what `make` makes of it, or
/// rewrites it.
fn generated(name: &str, part: &str, make: impl FnOnce(&str) -> String) {
    let text = page(name);
    let start = format!("<!-- generated: {part} -->\n");
    let (before, rest) = text.split_once(&start).unwrap_or_else(|| panic!("no {start}"));
    let (is, after) = rest.split_once("<!-- end -->").expect("an end");
    let should = format!("{}\n", make(is).trim_end());
    if is == should {
        return;
    }
    assert!(
        std::env::var_os("UPDATE_EXPECTED").is_some(),
        "{name}: `{part}` is out of date; UPDATE_EXPECTED=1 rewrites it.\n{}",
        similar::TextDiff::from_lines(is, &should).unified_diff()
    );
    // Other parts of the page may be rewritten by other tests at the same time.
    let _one_at_a_time = LOCK.lock().unwrap();
    assert_eq!(page(name), text, "{name} has changed meanwhile: run the tests again");
    let written = format!("{before}{start}{should}<!-- end -->{after}");
    fs::write(root().join(name), written).unwrap();
}

static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());

#[test]
fn the_reference_is_what_the_program_takes() {
    let name = "docs/reference.md";
    generated(name, "keys", |_| {
        format_reference().replace("\n### ", "\n#### ").replacen("### ", "#### ", 1)
    });
    generated(name, "units", |_| units());
    generated(name, "flags", |_| flags());
    generated(name, "missing", |_| missing());
    generated(name, "examples", examples);
    generated(name, "messages", |_| messages());
    let text = page(name);
    assert_eq!(calls(&text, "| Function |"), FUNCTIONS.map(str::to_owned).into());
    assert_eq!(calls(&text, "| Method |"), METHODS.map(str::to_owned).into());
}

#[test]
fn the_list_of_diagnostics_is_that_of_the_program() {
    generated("docs/diagnostics.md", "diagnostics", |_| {
        let entry = |code: &Code| {
            let severity = match code.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            format!(
                "## {}\n\n*{severity}.* {}\n\n",
                code.name(),
                code.explanation().trim()
            )
        };
        Code::ALL.iter().map(entry).collect()
    });
}

fn units() -> String {
    let english = Messages::built_in(lang("en"));
    let row = |(id, unit): (String, baspa::study::Unit)| {
        let UnitLabel::BuiltIn(key) = unit.label else { panic!("`{id}` is built in") };
        let of = unit
            .multiple
            .map(|multiple| format!("{} × `{}`", multiple.times, multiple.of));
        format!("| `{id}` | {} | {} |\n", english.get(key), of.unwrap_or_default())
    };
    let rows: String = built_in_units().into_iter().map(row).collect();
    format!("| Unit | Its words | It is |\n|---|---|---|\n{rows}")
}

fn flags() -> String {
    let rows = Flag::ALL.map(|flag| (flag.code().to_string(), flag.key()));
    coded("Flag", &rows)
}

fn missing() -> String {
    let rows: Vec<_> = Reason::codes()
        .map(|code| match Reason::built_in(code) {
            Some(Reason::BuiltIn(key)) => (code.to_owned(), key),
            _ => panic!("`{code}` is built in"),
        })
        .collect();
    coded("Code", &rows)
}

/// A table of codes with their words in each language.
fn coded(head: &str, rows: &[(String, &str)]) -> String {
    let texts = LANGS.map(|tag| Messages::built_in(lang(tag)));
    let row = |(code, key): &(String, &str)| {
        let texts: Vec<_> = texts.iter().map(|texts| cell(texts.get(key))).collect();
        format!("| `{code}` | {} |\n", texts.join(" | "))
    };
    let rows: String = rows.iter().map(row).collect();
    format!("| {head} | en | kk | ru |\n|---|---|---|---|\n{rows}")
}

fn messages() -> String {
    let texts = LANGS.map(|tag| Messages::built_in(lang(tag)));
    let row = |key: &str| {
        let texts: Vec<_> = texts.iter().map(|texts| cell(texts.get(key))).collect();
        format!("| `{key}` | {} |\n", texts.join(" | "))
    };
    let rows: String = Messages::keys().map(row).collect();
    format!("| Key | en | kk | ru |\n|---|---|---|---|\n{rows}")
}

#[test]
fn the_letters_of_the_reference_are_those_of_the_alphabets() {
    let text = page("docs/reference.md");
    let table = text.lines().skip_while(|line| !line.starts_with("| | `2021`")).skip(2);
    let mut letters = 0;
    for row in table.take_while(|line| line.starts_with('|')) {
        let cells: Vec<Vec<_>> = row
            .trim_matches('|')
            .split('|')
            .map(|c| c.split_whitespace().collect())
            .collect();
        let alphabets = [Alphabet::Draft2021, Alphabet::Decree2018, Alphabet::Bgn];
        for (alphabet, column) in alphabets.into_iter().zip(&cells[1..]) {
            let written = cells[0].iter().map(|letter| match &*alphabet.write(letter) {
                "" => "–".to_owned(),
                written => written.to_owned(),
            });
            assert_eq!(written.collect::<Vec<_>>(), *column, "{row}");
        }
        letters += cells[0].len();
    }
    assert!(letters > 20, "{letters} letters");
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\u{a0}', '\n'], " ")
}

/// The rows of the table with what their expressions give.
fn examples(table: &str) -> String {
    let (study, found) = load::study(&content(), false);
    assert_eq!(found.sorted(), []);
    let study = study.unwrap();
    let records = study.records();
    let mut lines = table.lines();
    let mut made: Vec<_> = lines.by_ref().take(2).map(str::to_owned).collect();
    for line in lines {
        let text = line.split('`').nth(1).expect("an expression between backticks");
        let file = content().find("content/study.yaml").unwrap();
        let expression = Expression::parse(text, Span::start_of(file))
            .unwrap_or_else(|failures| panic!("{text}: {failures:?}"));
        let forms = LANGS.map(|tag| {
            let locale = study.locale(lang(tag));
            let scope = Scope { locale: Some(&locale), ..Scope::new(&records) };
            let value =
                expression.evaluate(&scope).unwrap_or_else(|f| panic!("{text}: {f:?}"));
            match value.write(&locale) {
                Ok(phrase) => cell(&phrase.plain()),
                Err(_) => "–".to_owned(),
            }
        });
        made.push(format!("| `{text}` | {} |", forms.join(" | ")));
    }
    made.join("\n")
}

/// A row of a table of sentences: its language, and the sentence as it is written.
fn sentence(line: &str) -> Option<(&str, &str)> {
    let tag = line.split('|').nth(1)?.trim();
    let written = line.split('`').nth(1)?;
    LANGS.contains(&tag).then_some((tag, written))
}

/// What readers see of each of the sentences, which stand on the page "about" of the
/// study in the place of its text.
fn read(sentences: &[(&str, &str)]) -> BTreeMap<(String, String), String> {
    let own = |tag| sentences.iter().filter(move |(own, _)| *own == tag);
    let about = LANGS.map(|tag| {
        let written: Vec<_> = own(tag).map(|(_, written)| *written).collect();
        (format!("content/about/{tag}.md"), written.join("\n\n").into_bytes())
    });
    let content = content();
    let files = content.files().map(|(_, file)| (file.path.clone(), file.bytes.to_vec()));
    let input = Input::new(files.chain(about));
    let (study, found) = load::study(&input, false);
    assert_eq!(found.sorted(), []);
    let resolved = edition::resolve(&study.unwrap());
    let (editions, found) = (resolved.editions, resolved.problems);
    let found = found.sorted();
    assert!(found.is_empty(), "{}", human(&found, &input, false));
    let mut read = BTreeMap::new();
    for tag in LANGS {
        let edition = editions.iter().find(|own| own.lang == lang(tag)).unwrap();
        for (block, (_, written)) in edition.about.blocks.iter().zip(own(tag)) {
            let edition::Block::Paragraph(content) = block else {
                panic!("{written} is no sentence");
            };
            let shown = cell(&edition::plain(content));
            read.insert((tag.to_owned(), (*written).to_owned()), shown);
        }
    }
    read
}

#[test]
fn the_sentences_of_the_page_on_agreement_are_what_readers_see() {
    let name = "docs/agreement.md";
    let text = page(name);
    let sentences: Vec<_> = text.lines().filter_map(sentence).collect();
    assert!(sentences.len() > 30);
    let read = read(&sentences);
    let parts = text.split("<!-- generated: ").skip(1);
    for part in parts.filter_map(|rest| rest.split(" -->").next()) {
        generated(name, part, |table| {
            let line = |line: &str| match sentence(line) {
                Some((tag, written)) => {
                    let shown = &read[&(tag.to_owned(), written.to_owned())];
                    format!("| {tag} | `{written}` | {shown} |")
                }
                None => line.to_owned(),
            };
            table.lines().map(line).collect::<Vec<_>>().join("\n")
        });
    }
}

/// The names that the first column of a table calls: `abs` of `abs(x)`.
fn calls(text: &str, head: &str) -> BTreeSet<String> {
    let table = text.lines().skip_while(|line| !line.starts_with(head)).skip(2);
    table
        .take_while(|line| line.starts_with('|'))
        .flat_map(|line| {
            let first = line.split('|').nth(1).unwrap();
            let called = first.split('`').skip(1).step_by(2);
            called.map(|call| {
                call.trim_start_matches('.').split('(').next().unwrap().to_owned()
            })
        })
        .collect()
}

/// The study of the repository.
fn content() -> Input {
    let (input, found) = baspa::load::read::read(root());
    assert_eq!(found.sorted(), []);
    input
}

// --- What is an example ---

/// A block between fences: what stands after the first fence, and its lines.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let inner: Vec<_> =
                lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push((info.to_owned(), inner.join("\n") + "\n"));
        }
    }
    blocks
}

/// The files of the walk-through: blocks that name a path after their language.
fn walk_through() -> BTreeMap<String, String> {
    files_of("docs/writing.md")
}

/// The files that the blocks of a page are.
fn files_of(name: &str) -> BTreeMap<String, String> {
    let named = blocks(&page(name)).into_iter();
    named
        .filter_map(|(info, text)| {
            let path = info.split_once(' ')?.1.to_owned();
            Some((path, text))
        })
        .collect()
}

fn input(files: BTreeMap<String, String>) -> Input {
    Input::new(files.into_iter().map(|(path, text)| (path, text.into_bytes())))
}

#[test]
fn the_study_of_the_walk_through_builds_without_a_remark() {
    let files = walk_through();
    assert!(files.len() > 10, "{:?}", files.keys());
    let input = input(files);
    let outcome = build(&input, &BuildOptions::default());
    assert_eq!(outcome.diagnostics, [], "{}", human(&outcome.diagnostics, &input, false));
    assert!(outcome.site.is_some());
}

#[test]
fn the_checks_and_claims_of_their_page_build_without_a_remark() {
    let mut files = walk_through();
    files.extend(files_of("docs/checks.md"));
    let input = input(files);
    let outcome = build(&input, &BuildOptions::default());
    assert_eq!(outcome.diagnostics, [], "{}", human(&outcome.diagnostics, &input, false));
    let site = outcome.site.unwrap();
    let about = site.iter().find(|(path, _)| path.as_str() == "en/about.html");
    let about = about.and_then(|(_, content)| content.bytes()).unwrap();
    let about = String::from_utf8_lossy(about);
    assert!(about.contains("South Lake has hardly changed, and"), "{about}");
    assert!(about.contains("the years before 2015"), "{about}");
}

/// A value of the study of that page, the change of it, and the check that then fails.
const SPOILT: [(&str, &str, &str, &str); 7] = [
    ("visits", "children: 100, total: 400", "children: 101, total: 400", "total"),
    ("visits", "adults: 240, children: 80", "adults: 70, children: 250", "range"),
    ("visits", "- {year: 2020, lake: south", "- {year: 2017, lake: south", "order"),
    ("visits", "- {year: 2019, lake: north", "- {year: 2021, lake: north", "continuity"),
    ("answers", "share: 21.3", "share: 20.3", "hundred"),
    ("gates", "name: Forest", "name: Pier", "unique"),
    ("report", "{year: 2020, total: 798}", "{year: 2020, total: 790}", "agreement"),
];

#[test]
fn each_check_of_their_page_finds_its_mistake() {
    let mut files = walk_through();
    files.extend(files_of("docs/checks.md"));
    let mut checks = 0;
    for (dataset, from, to, check) in SPOILT {
        let mut files = files.clone();
        let data = files.get_mut(&format!("content/data/{dataset}.yaml")).unwrap();
        checks += usize::from(data.contains(&format!("  {check}:\n")));
        assert!(data.contains(from), "{from}");
        *data = data.replace(from, to);
        let input = input(files);
        let found = build(&input, &BuildOptions::default()).diagnostics;
        let said = format!("the check `{check}` of `{dataset}` fails");
        let failed = found.iter().find(|own| own.message == said);
        let failed = failed.unwrap_or_else(|| panic!("{}", human(&found, &input, false)));
        let rows = failed.labels.iter().filter(|label| !label.text.is_empty());
        assert!(rows.count() >= 2, "{}", human(&found, &input, false));
    }
    assert_eq!(checks, SPOILT.len());
}

#[test]
fn the_derived_data_of_their_page_are_what_it_says() {
    let mut files = walk_through();
    files.extend(files_of("docs/checks.md"));
    let (study, _) = load::study(&input(files), false);
    let study = study.unwrap();
    let values = |id: &str, variable: &str| {
        let dataset = study.dataset(id).unwrap();
        let at = dataset.variable(variable).unwrap();
        let rows = 0..dataset.rows.len();
        let shown = rows.map(|row| match dataset.amount(row, at) {
            Some(amount) => amount.round_dp(2).normalize().to_string(),
            None => "–".to_owned(),
        });
        shown.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(values("visits_by_year", "year"), "2018 2019 2020");
    assert_eq!(values("visits_by_year", "total"), "1000 1150 800");
    assert_eq!(values("visits_by_year", "since_year_before"), "– 15 -30.43");
    assert_eq!(values("visits_by_year", "to_2018"), "100 115 80");
    assert_eq!(values("visits_by_year", "for_each_resident"), "– 0.5 0.32");
    assert_eq!(values("north_visits", "total"), "400 500 320");
    assert_eq!(values("north_visits", "of_children"), "25 30 25");
}

#[test]
fn the_mistake_of_the_walk_through_is_found() {
    generated("docs/writing.md", "mistake", |_| {
        let mut files = walk_through();
        let data = files.get_mut("content/data/lakes.yaml").unwrap();
        assert!(data.contains("south: 81.0"));
        *data = data.replace("south: 81.0", "south: 810.0");
        let input = input(files);
        let outcome = build(&input, &BuildOptions::default());
        assert!(outcome.site.is_none());
        assert_eq!(outcome.diagnostics.len(), 1);
        let said = human(&outcome.diagnostics, &input, false);
        format!("```text\n{}\n```", said.trim_end())
    });
}

#[test]
fn every_block_of_yaml_in_the_documents_is_yaml() {
    for name in PAGES {
        for (info, text) in blocks(&page(name)) {
            if info.split(' ').next() == Some("yaml") {
                let path = "content/messages/en.yaml".to_owned();
                let input = Input::new([(path, text.clone().into_bytes())]);
                let found = build(&input, &BuildOptions::default()).diagnostics;
                let syntax = found.iter().find(|d| d.code == Code::YamlSyntax);
                assert_eq!(syntax, None, "{name}:\n{text}");
            }
        }
    }
}

#[test]
fn the_record_in_the_documents_is_one_of_the_wording() {
    let text = page("docs/translation.md");
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("- {hash: \""));
    let mut seen = 0;
    for line in lines {
        let (hash, rest) = line.split_once('"').unwrap();
        let (_, wording) = rest.split_once("wording: \"").unwrap();
        assert_eq!(hash, fingerprint(wording.strip_suffix("\"}").unwrap()));
        seen += 1;
    }
    assert!(seen > 0);
}

// --- What is a link or a command ---

#[test]
fn every_link_between_the_documents_leads_somewhere() {
    for name in PAGES {
        let folder = root().join(name).parent().unwrap().to_owned();
        let text = page(name);
        let prose: String = prose(&text);
        for link in prose.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if path.is_empty() { root().join(name) } else { folder.join(path) };
            assert!(target.is_file(), "{name} links to {link}");
            if !anchor.is_empty() {
                let known = anchors(&fs::read_to_string(&target).unwrap());
                assert!(known.contains(anchor), "{name} links to {link}");
            }
        }
    }
}

/// The page without blocks and code.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            lines.push(line.split('`').step_by(2).collect::<Vec<_>>().join(" "));
        }
    }
    lines.join("\n")
}

/// Anchors as GitHub makes them of headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept =
                words.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
            kept.collect::<String>().replace(' ', "-")
        })
        .collect()
}

#[test]
fn every_command_of_the_readme_works() {
    let folder = tempfile::tempdir().unwrap();
    let mut at = folder.path().to_owned();
    let mut ran = 0;
    for (info, text) in blocks(&page("README.md")) {
        for line in text.lines().filter(|_| info == "sh") {
            let words: Vec<_> = line.split_whitespace().collect();
            match words.as_slice() {
                ["cd", folder] => at = at.join(folder),
                // It serves until it is stopped; its arguments are checked all the same.
                ["baspa", "serve"] => run(&at, &["serve", "--help"]),
                ["baspa", arguments @ ..] => run(&at, arguments),
                ["cargo", "run", "--release", "--", arguments @ ..] => {
                    run(&at, &[arguments, &["--help"]].concat());
                }
                ["./test"] => assert!(page("README.md").contains("runs every test")),
                _ => panic!("README.md: what is `{line}`?"),
            }
            ran += 1;
        }
    }
    assert!(ran >= 6 && at.join("public/index.html").is_file());
}

fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baspa"));
    let output = command.current_dir(folder).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "baspa {arguments:?}: {said}");
}

#[test]
fn the_commands_of_the_readme_are_those_of_the_program() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baspa"));
    let output = command.arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let commands: BTreeSet<_> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect();
    let text = page("README.md");
    let table = text.lines().skip_while(|line| !line.starts_with("| Command |")).skip(2);
    let listed: BTreeSet<_> = table
        .take_while(|line| line.starts_with('|'))
        .filter_map(|line| line.split(['`', ' ']).nth(3).map(str::to_owned))
        .collect();
    assert_eq!(listed, commands);
}

#[test]
fn the_options_of_the_readme_are_those_of_the_program() {
    let help_of = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baspa"));
        let output = command.args([name, "--help"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    // A build is of all studies, a difference of one.
    let help = ["build", "diff"].map(help_of).concat();
    let text = page("README.md")
        .replace("cargo install --locked --path", "")
        .replace("-- build", "");
    for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let option = word
            .strip_prefix("--")
            .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        if option && !["--release", "--help"].contains(&word) {
            assert!(help.contains(word), "README.md names `{word}`");
        }
    }
}

#[test]
fn the_picture_of_the_readme_is_small() {
    let bytes = fs::metadata(root().join("docs/picture.png")).unwrap().len();
    assert!(bytes < 250_000, "{bytes} bytes");
}
