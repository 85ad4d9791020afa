//! A reader of the tutorial with a shell, an editor and a browser.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::blocks::Block;

/// Where the tutorial publishes; the reader's git goes to a folder of the test instead.
const REMOTE: &str = "https://github.com/your-name/moving.git";

/// Installs the program, which the test has already.
const INSTALL: &str = "cargo install --locked --path .\n";

pub(crate) struct Reader {
    home: TempDir,
    /// The folder in which the next command runs.
    at: PathBuf,
}

impl Reader {
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let at = home.path().join("desk");
        fs::create_dir(&at).unwrap();
        let made = Self { home, at };
        made.shell("git init -q --bare -b main ../published", &made.at);
        made
    }

    /// Does what a block says. What its commands show is returned.
    pub(crate) fn take(&mut self, step: &Block) -> String {
        match (step.info.split(' ').next(), step.path()) {
            (Some("diff"), Some(path)) => self.edit(path, &step.text),
            (_, Some(path)) => self.write(path, &step.text),
            (Some("text"), None) => {}
            (Some("sh"), None) if step.text == INSTALL => {}
            (Some("sh"), None) if step.text.starts_with("baspa serve") => {
                return self.serve(step.text.trim_end());
            }
            (Some("sh"), None) => return self.run(&step.text),
            _ => panic!("what is a block of `{}`?", step.info),
        }
        String::new()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.at.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces the lines that a difference takes away, between those that it keeps, by
    /// those that it brings.
    fn edit(&self, path: &str, difference: &str) {
        let side = |sign: char| -> String {
            let lines = difference.lines().filter(|line| line.starts_with([' ', sign]));
            lines.map(|line| format!("{}\n", &line[1..])).collect()
        };
        let (old, new) = (side('-'), side('+'));
        let path = self.at.join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(&old).count(), 1, "{}: {old}\n{text}", path.display());
        fs::write(path, text.replace(&old, &new)).unwrap();
    }

    /// Runs commands. They fail where they say an error, and nowhere else.
    fn run(&mut self, commands: &str) -> String {
        let end = self.home.path().join("end");
        let script = format!("set -e\n{commands}\npwd > {}", end.display());
        let (said, success) = self.shell(&script, &self.at);
        let error = said.lines().any(|line| line.starts_with("error"));
        assert_eq!(success, !error, "{commands}\n{said}");
        if success {
            self.at = fs::read_to_string(end).unwrap().trim_end().into();
        }
        said
    }

    /// What commands write to both streams, and whether they succeed.
    fn shell(&self, script: &str, at: &Path) -> (String, bool) {
        let output = self.command(script, at).output().unwrap();
        assert!(output.stderr.is_empty(), "{script}");
        (String::from_utf8(output.stdout).unwrap(), output.status.success())
    }

    /// A shell with `baspa` and a git of its own.
    fn command(&self, script: &str, at: &Path) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_baspa"));
        let published = self.home.path().join("published");
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("exec 2>&1\nPATH=\"$PROGRAM:$PATH\"\n{script}")])
            .current_dir(at)
            .env("PROGRAM", program.parent().unwrap())
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_COUNT", "1")
            .env("GIT_CONFIG_KEY_0", format!("url.{}.insteadOf", published.display()))
            .env("GIT_CONFIG_VALUE_0", REMOTE);
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "A. Reader");
            command.env(format!("GIT_{who}_EMAIL"), "reader@example.org");
        }
        command
    }

    /// Starts the preview, looks at a page, and stops it. The port is another where the
    /// usual one is taken.
    fn serve(&self, command: &str) -> String {
        let mut command = self.command(&format!("exec {command}"), &self.at);
        let mut server = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let host = lines.by_ref().find_map(|line| {
            let line = line.unwrap();
            said += &format!("{line}\n");
            let (_, rest) = line.split_once("http://")?;
            Some(rest.split('/').next().unwrap().to_owned())
        });
        let host = host.unwrap_or_else(|| panic!("no address: {said}"));
        let page = get(&host, "/en/");
        server.kill().unwrap();
        server.wait().unwrap();
        assert!(page.contains("200 OK") && page.contains("<html lang=\"en\""), "{page}");
        said.replace(&host, "127.0.0.1:8000")
    }

    /// Holds what the last step has sent away against the folder that it was made of.
    pub(crate) fn has_published(&self) {
        self.shell("git clone -q ../published ../seen", &self.home.path().join("desk"));
        let seen = self.home.path().join("seen");
        for lang in ["en", "kk", "ru"] {
            let page = fs::read_to_string(seen.join(format!("docs/{lang}/index.html")));
            assert!(page.unwrap().contains("https://your-name.github.io/moving/"));
        }
        assert!(seen.join("docs/404.html").is_file());
    }

    /// The files of `content/` that the tutorial shares with the study that it leads to,
    /// so that it can show what the reader sees.
    pub(crate) fn files_that_stand_in(&self, tutorial: &Path) -> Vec<(String, String)> {
        let shared =
            ["claims.yaml", "data/moves.csv", "data/moves.yaml", "references.yaml"];
        let drawn = ["figures/moves-by-year.yaml", "tables/all-moves.yaml"];
        let names = shared.into_iter().chain(drawn);
        let text = |folder: &Path, name: &str| {
            let path = folder.join("content").join(name);
            fs::read_to_string(&path).unwrap_or_else(|e| panic!("{name}: {e}"))
        };
        names.map(|name| (text(tutorial, name), text(&self.at, name))).collect()
    }
}

/// What a server answers.
fn get(host: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Whether a page shows what was said. A line `…` stands for any lines, and spaces at the
/// end of a line are no matter.
pub(crate) fn is_shown(said: &str, shown: &str) -> bool {
    let trimmed =
        |text: &str| text.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let (said, shown): (String, String) = (trimmed(said), trimmed(shown));
    let mut parts = shown.split("…\n");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = said.strip_prefix(first) else { return false };
    let parts: Vec<_> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}
