//! Holds the how-to pages against the program: their commands are commands, the update that
//! they describe is carried out, and the files that they name are there and can be read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_yaml::from_str;

const PAGES: [&str; 4] = [
    "docs/README.md",
    "docs/how-to/add-a-language.md",
    "docs/how-to/publish.md",
    "docs/how-to/update-data.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The files that a host of sites needs.
fn files() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("docs/how-to/publish")).unwrap();
    let mut files: Vec<_> = folder.map(|own| own.unwrap().path()).collect();
    files.sort();
    files
}

/// The lines of a text that run the program, from its name on.
fn commands(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| match line.split_once("/bin/baspa") {
            Some((_, rest)) if rest.contains(['"', ' ']) => {
                let arguments = rest.trim_start_matches('"').trim_start();
                (!arguments.starts_with(['|', ']'])).then(|| format!("baspa {arguments}"))
            }
            _ => line.starts_with("baspa ").then(|| line.to_owned()),
        })
        .collect()
}

/// What hosts call the address that they publish at.
const ADDRESSES: [&str; 2] = ["CI_PAGES_URL", "URL"];

/// Runs a command as a shell would.
fn run(command: &str, folder: &Path) {
    let program = Path::new(env!("CARGO_BIN_EXE_baspa")).parent().unwrap();
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("PATH=\"$PROGRAM:$PATH\"\n{command}")]);
    shell.envs(ADDRESSES.map(|name| (name, "https://example.org/study")));
    let output = shell.current_dir(folder).env("PROGRAM", program).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {said}");
}

#[test]
fn every_command_that_a_page_or_a_file_has_is_one_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let pages = PAGES.map(|name| root().join(name));
    let mut ran = 0;
    for file in pages.into_iter().chain(files()) {
        for command in commands(&text(&file)) {
            run(&format!("{command} --help"), folder.path());
            ran += 1;
        }
    }
    assert!(ran > 20, "{ran} commands");
}

#[test]
fn the_update_of_its_page_is_one() {
    let folder = tempfile::tempdir().unwrap();
    run("baspa new .", folder.path());
    let data = folder.path().join("content/data/alphabets.yaml");
    let page = text(&root().join("docs/how-to/update-data.md"));
    for command in commands(&page) {
        if command == "baspa check" {
            let changed = text(&data).replace(
                "letters: 26, shared: 0, own: 26",
                "letters: 27, shared: 0, own: 27",
            );
            fs::write(&data, changed).unwrap();
        }
        run(&command, folder.path());
    }
    let log = text(&folder.path().join("content/revisions.yaml"));
    assert!(log.contains("The bureau corrected 1991"), "{log}");
    assert!(text(&folder.path().join("changes.html")).contains("27"));
    assert!(folder.path().join("public/en/data/alphabets-revisions.html").is_file());
}

#[test]
fn each_file_that_a_host_needs_is_named_by_its_page() {
    let page = text(&root().join("docs/how-to/publish.md"));
    let files = files();
    assert!(files.len() >= 6, "{files:?}");
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(page.contains(&format!("(publish/{name})")), "{name}");
    }
}

#[test]
fn what_is_written_in_yaml_is_yaml_and_names_the_version_of_each_action() {
    for file in files() {
        if file.extension().is_none_or(|own| own != "yml") {
            continue;
        }
        let text = text(&file);
        let read: Result<serde_json::Value, _> = from_str(&text);
        let read = read.unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        assert!(read.is_object(), "{}", file.display());
        for line in text.lines() {
            if let Some((_, action)) = line.split_once("uses: ") {
                let version = action.split_once("@v").map(|(_, version)| version);
                let pinned =
                    version.is_some_and(|version| version.parse::<u32>().is_ok());
                assert!(pinned, "{}: {action}", file.display());
            }
        }
    }
}

#[test]
fn headers_of_servers_say_what_a_page_cannot_and_nothing_else_of_its_policy() {
    let mut seen = 0;
    for file in files() {
        for line in text(&file).lines().filter(|line| !line.trim().starts_with('#')) {
            if let Some((_, policy)) = line.split_once("Content-Security-Policy") {
                assert!(policy.contains("\"frame-ancestors 'self'\""), "{line}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 2);
}
