//! The command line: arguments to options, diagnostics to text and exit codes.
//!
//! Results go to the standard output, everything else to the standard error. With
//! `--format json` the standard output is one array of diagnostics and nothing else.

mod args;
mod build;
mod data;
mod diff;
mod explain;
mod progress;
#[cfg(feature = "serve")]
mod serve;
mod status;
mod terminal;
mod translate;
mod version;
mod wordings;

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use clap_complete::Shell;

use crate::project::{self, Project};
use crate::site_path::Home;
use crate::{load, scaffold};
use args::{Cli, Command, Data, Translate, VersionCommand, Which};
use terminal::Terminal;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: what was asked for is done.
    Done,
    /// 1: the content is wrong; the diagnostics say where.
    Content,
    /// 2: the call is wrong, or cannot be carried out here: an argument, a folder that is
    /// refused, a port that is taken, a full disk.
    Call,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Content => 1,
            Exit::Call => 2,
        })
    }
}

/// Carries out the command in `args`, of which the first is the program's name. The
/// streams may get colours; leaving them out is for the streams.
pub fn run(
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    match Cli::try_parse_from(args) {
        Ok(cli) => {
            let mut terminal = Terminal::new(out, err, &cli.global);
            dispatch(cli, &mut terminal)
        }
        Err(error) => {
            let wrong = error.use_stderr();
            let text = error.render().ansi().to_string();
            // Nobody is left to tell when a stream is closed.
            let _ = if wrong {
                err.write_all(text.as_bytes())
            } else {
                out.write_all(text.as_bytes())
            };
            if wrong { Exit::Call } else { Exit::Done }
        }
    }
}

fn dispatch(cli: Cli, terminal: &mut Terminal<'_>) -> Exit {
    let named = cli.global.project.as_deref();
    match cli.command {
        Command::New { dir } => new(&dir, terminal),
        Command::Check { draft } => in_project(named, terminal, |project, terminal| {
            build::check(project, draft, terminal)
        }),
        Command::Build { study, out } => {
            in_project(named, terminal, |project, terminal| {
                let out = out.unwrap_or_else(|| project.join("public"));
                let out: PathBuf = out.components().collect();
                build::build(project, &shown(&out), &study.into(), terminal)
            })
        }
        #[cfg(feature = "serve")]
        Command::Serve { draft, port } => {
            in_project(named, terminal, |project, terminal| {
                serve::serve(project, draft, port, terminal)
            })
        }
        Command::Data { command: Data::Accept(args) } => {
            in_study(named, &args.which, terminal, |project, terminal| {
                data::accept(project, &args, terminal)
            })
        }
        Command::Diff(args) => {
            in_study(named, &args.which, terminal, |project, terminal| {
                diff::tell(project, &args, terminal)
            })
        }
        Command::Version { command: VersionCommand::New { name, date, which } } => {
            in_study(named, &which, terminal, |project, terminal| {
                version::new(project, &name, date, terminal)
            })
        }
        Command::Status(args) => in_project(named, terminal, |project, terminal| {
            status::status(Project::read(project), &args, terminal)
        }),
        Command::Translate {
            command: Translate::Export { lang, file_format: format, output, only, which },
        } => in_study(named, &which, terminal, |project, terminal| {
            let asked = translate::Export { lang, format, output, only };
            translate::export(project, &asked, terminal)
        }),
        Command::Translate { command: Translate::Import { files, which } } => {
            in_study(named, &which, terminal, |project, terminal| {
                translate::import(project, &files, terminal)
            })
        }
        Command::Explain { code } => explain::explain(code.as_deref(), terminal),
        Command::Completions { shell } => completions(shell, terminal),
    }
}

/// Carries out a command on the project that was named or found.
fn in_project(
    named: Option<&Path>,
    terminal: &mut Terminal<'_>,
    command: impl FnOnce(&Path, &mut Terminal<'_>) -> Exit,
) -> Exit {
    match project_folder(named) {
        Ok(project) => command(&project, terminal),
        Err(message) => terminal.wrong_call(&message, None),
    }
}

/// Carries out a command on a study of the project that was named or found.
fn in_study(
    named: Option<&Path>,
    which: &Which,
    terminal: &mut Terminal<'_>,
    command: impl FnOnce(&Project, &mut Terminal<'_>) -> Exit,
) -> Exit {
    in_project(named, terminal, |folder, terminal| {
        let project = Project::read(folder);
        match chosen(&load::studies(&project.input), which.study_name.as_deref()) {
            Ok(home) => command(&project.of_study(home), terminal),
            Err((message, help)) => terminal.wrong_call(&message, Some(&help)),
        }
    })
}

/// The study that a call names, of those that a project with several has; or why it names
/// none, and what to do.
fn chosen(studies: &[Home], name: Option<&str>) -> Result<Home, (String, String)> {
    let names = studies.iter().filter_map(Home::name);
    let all: Vec<_> = names.clone().map(|name| format!("`{name}`")).collect();
    let help = format!("its studies are {}", all.join(", "));
    match (name, studies) {
        (None, []) => Ok(Home::TOP),
        (None, _) => {
            let message = "the project has several studies: name one by `--study`";
            Err((message.to_owned(), help))
        }
        (Some(name), []) => {
            let message = format!("the project has no studies to choose `{name}` from");
            Err((message, "leave out `--study`: there is one study".to_owned()))
        }
        (Some(name), _) => {
            let home = Home::of(name).filter(|home| studies.contains(home));
            home.ok_or_else(|| {
                let near = crate::diag::nearest(name, names);
                let near = near.map(|near| format!("did you mean `{near}`?"));
                (format!("there is no study `{name}`"), near.unwrap_or(help))
            })
        }
    }
}

fn completions(shell: Shell, terminal: &mut Terminal<'_>) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "baspa", &mut script);
    terminal.result(&String::from_utf8_lossy(&script));
    Exit::Done
}

fn new(dir: &Path, terminal: &mut Terminal<'_>) -> Exit {
    match scaffold::create(dir) {
        Ok(()) => {
            // Without the slash that completion adds.
            let dir: PathBuf = dir.components().collect();
            let typed = typed(&dir.display().to_string());
            terminal.summary(&format!(
                "Made a small study in {}/ — next: cd {typed} && baspa serve",
                dir.display()
            ));
            Exit::Done
        }
        Err(error) => {
            let help = "name a folder that does not exist yet: `baspa new my-study`";
            terminal.wrong_call(&error.to_string(), Some(help))
        }
    }
}

/// The name as it is typed in a shell.
fn typed(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    match name.chars().all(plain) && !name.starts_with('-') {
        true => name.to_owned(),
        false if name.starts_with('-') => typed(&format!("./{name}")),
        false => format!("'{}'", name.replace('\'', r"'\''")),
    }
}

/// The project's folder, absolute: the one that was named, else the nearest with a study,
/// else this one.
fn project_folder(named: Option<&Path>) -> Result<PathBuf, String> {
    let here = env::current_dir()
        .map_err(|error| format!("the current folder cannot be found: {error}"))?;
    match named {
        Some(dir) if here.join(dir).is_dir() => Ok(here.join(dir)),
        Some(dir) => Err(format!("there is no folder `{}`", dir.display())),
        None => Ok(project::find(&here).unwrap_or(here)),
    }
}

/// The path as a person here would type it: relative where that is not longer.
fn shown(path: &Path) -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    let above = |up: usize| here.ancestors().nth(up);
    let relative = (0..=NEAR).find_map(|up| {
        let inside = path.strip_prefix(above(up)?).ok()?;
        inside.file_name()?;
        Some([".."].repeat(up).iter().collect::<PathBuf>().join(inside))
    });
    relative
        .filter(|short| short.as_os_str().len() <= path.as_os_str().len())
        .unwrap_or_else(|| path.to_owned())
}

/// How many folders up a path is still shown as a relative one.
const NEAR: usize = 3;

#[cfg(test)]
mod tests;
