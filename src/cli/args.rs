//! The arguments of each command, and the texts of `--help`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::BuildOptions;
use crate::lang::Lang;
use crate::locale::Date;
use crate::study;

/// Publishes a statistical study in several languages
#[derive(Debug, Parser)]
#[command(
    name = "baspa",
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = "Examples:
  baspa new my-study          make a small study to begin with
  baspa serve                 write with a preview that follows each change
  baspa build                 write the site to public/

Exit codes: 0 done, 1 the content is wrong, 2 the call is wrong"
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct Global {
    /// Folder of the project [default: the nearest one above with content/study.yaml or
    /// content/site.yaml]
    #[arg(long, value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub(super) project: Option<PathBuf>,
    /// How diagnostics are written: for people on stderr, or as a JSON array on stdout
    #[arg(long, value_enum, default_value_t, global = true)]
    pub(super) format: Format,
    /// Say nothing but what is wrong
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub(super) enum Format {
    #[default]
    Human,
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a small study in a new folder
    #[command(after_help = "Example:\n  baspa new my-study")]
    New {
        /// The folder to make; it must not exist or be empty
        #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
    /// Report everything that is wrong, and write nothing
    #[command(after_help = "Examples:\n  baspa check\n  baspa check --format json")]
    Check {
        #[command(flatten)]
        draft: Draft,
    },
    /// Write the site
    #[command(after_help = "Examples:
  baspa build
  baspa build --out docs --base-url https://example.org/study/

A failed build changes nothing. Only files that baspa wrote are ever replaced.")]
    Build {
        #[command(flatten)]
        study: Study,
        /// Folder to write to [default: public in the project]
        #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
        out: Option<PathBuf>,
    },
    /// Say what an update changes: cells, checks, and what readers of each language see
    #[command(after_help = "Examples:
  baspa diff
  baspa diff --against public
  baspa diff --page changes.html

Without --against the study is held against the last revision that `baspa data accept`
recorded. Nothing is written but the page that is asked for.")]
    Diff(Diff),
    /// Record what the data say now
    Data {
        #[command(subcommand)]
        command: Data,
    },
    /// Show the site in a browser and follow each change
    #[cfg(feature = "serve")]
    #[command(after_help = "Examples:\n  baspa serve\n  baspa serve --port 4000")]
    Serve {
        #[command(flatten)]
        draft: Draft,
        /// Port on 127.0.0.1 [default: 8000, or the next that is free]
        #[arg(long, value_name = "N")]
        port: Option<u16>,
    },
    /// Hand texts to a translator's program, and take them back
    Translate {
        #[command(subcommand)]
        command: Translate,
    },
    /// Keep the study as it is now, for good
    Version {
        #[command(subcommand)]
        command: VersionCommand,
    },
    /// Say which translations are missing, outdated or current
    #[command(after_help = "Examples:
  baspa status
  baspa status dynamics --lang kk --units
  baspa status --accept 50-dynamics kk ru --reviewed --by \"A. Karim\"
  baspa status --accept all kk

A translation is outdated when its original was worded anew since it was accepted. What was
accepted is written to content/translations.yaml.")]
    Status(Status),
    /// Explain a diagnostic, or list them all
    #[command(after_help = "Examples:\n  baspa explain\n  baspa explain missing-cell")]
    Explain {
        /// The name that stands in brackets, as in error[missing-cell]
        #[arg(value_name = "CODE")]
        code: Option<String>,
    },
    /// Print a script that completes commands in a shell
    #[command(
        after_help = "Example:\n  baspa completions bash > ~/.local/share/bash-completion/completions/baspa"
    )]
    Completions {
        /// The shell
        #[arg(value_name = "SHELL", value_enum)]
        shell: Shell,
    },
}

/// Which study of a project that has several.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// The study, where the project has several: the name of its folder in content/
    #[arg(long = "study", value_name = "NAME")]
    pub(super) study_name: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    #[command(flatten)]
    pub(super) which: Which,
    #[command(flatten)]
    pub(super) study: Study,
    /// Folder that was built before, or its baspa-record.json [default: the last accepted
    /// revision]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::AnyPath)]
    pub(super) against: Option<PathBuf>,
    /// Write a page with old and new side by side instead
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) page: Option<PathBuf>,
    /// End with 1 where something has changed
    #[arg(long)]
    pub(super) exit_code: bool,
}

/// What is done with data.
#[derive(Debug, Subcommand)]
pub(super) enum Data {
    /// Record a revision: its date, its reason, the cells and what readers see of them
    #[command(after_help = "Examples:
  baspa data accept --date 2026-03-01 -m \"First publication\"
  baspa data accept --date 2026-06-12 -m \"The bureau corrected 1991\" -m \"kk=…\"

`baspa diff` shows beforehand what is recorded. It is written to content/revisions.yaml and
content/record.json, which belong to the project.")]
    Accept(Accept),
}

#[derive(Debug, Args)]
pub(super) struct Accept {
    #[command(flatten)]
    pub(super) which: Which,
    /// Why: in the language of the original, or as LANG=TEXT; may be given several times
    #[arg(long, short, value_name = "TEXT", required = true)]
    pub(super) message: Vec<String>,
    /// Day of the publication: 2026-03-01 [default: when the changed data were `updated`]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) date: Option<Date>,
}

#[derive(Debug, Args)]
pub(super) struct Status {
    #[command(flatten)]
    pub(super) which: Which,
    /// Only this text: a section's folder or id, abstract, study, figures/ID [default: all]
    #[arg(value_name = "TEXT")]
    pub(super) text: Option<String>,
    /// Only this language; may be given several times
    #[arg(long, value_name = "LANG", value_parser = lang)]
    pub(super) lang: Vec<Lang>,
    /// List each passage that is behind, with the old and the new wording of the original
    #[arg(long, short = 'v', visible_alias = "verbose")]
    pub(super) units: bool,
    /// Fail where a translation is missing or outdated
    #[arg(long)]
    pub(super) check: bool,
    /// Accept translations for what the original says now: a text, or all, and languages
    #[arg(
        long,
        num_args = 2..,
        value_names = ["TEXT", "LANG"],
        conflicts_with_all = ["text", "lang", "units", "check"]
    )]
    pub(super) accept: Vec<String>,
    /// Record that they were reviewed
    #[arg(long, requires = "accept")]
    pub(super) reviewed: bool,
    /// Record when they were accepted: 2026-11-01
    #[arg(long, requires = "accept", value_name = "DATE", value_parser = date)]
    pub(super) date: Option<Date>,
    /// Record who accepted them
    #[arg(long, requires = "accept", value_name = "NAME", value_parser = name)]
    pub(super) by: Option<String>,
}

/// What is done with versions.
#[derive(Debug, Subcommand)]
pub(super) enum VersionCommand {
    /// Freeze the study as a version, which every later build publishes as it is
    #[command(after_help = "Examples:
  baspa version new v1 --date 2026-11-01
  baspa version new v2

What the version is made of, and the checksums of its files, are written to versions/NAME/.
It is published in the folder NAME of the site.")]
    New {
        /// Its name, such as v1: the letters a to z, digits, . and -
        #[arg(value_name = "NAME", value_parser = version_name)]
        name: String,
        /// Its date, which references to it have: 2026-11-01
        #[arg(long, value_name = "DATE", value_parser = date)]
        date: Option<Date>,
        #[command(flatten)]
        which: Which,
    },
}

/// What is done with translations.
#[derive(Debug, Subcommand)]
pub(super) enum Translate {
    /// Write the texts of a language with their source, as XLIFF 2.1 or PO
    #[command(after_help = "Examples:
  baspa translate export --lang kk
  baspa translate export --lang ru --as po --output russian.po introduction")]
    Export {
        /// Language to translate to
        #[arg(long, value_name = "LANG", value_parser = lang)]
        lang: Lang,
        /// Format of the file
        #[arg(long = "as", value_name = "FORMAT", value_enum, default_value_t)]
        file_format: ExchangeFormat,
        /// File to write, or - for the standard output [default: LANG.xlf or LANG.po]
        #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
        /// Sections or files of content/ [default: all]
        #[arg(value_name = "NAME")]
        only: Vec<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Take translations over from files that came back
    #[command(after_help = "Example:
  baspa translate import kk.xlf

Nothing is written where a placeholder is lost or was changed.")]
    Import {
        /// The files, .xlf or .po
        #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        which: Which,
    },
}

/// Formats of translators' programs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub(super) enum ExchangeFormat {
    #[default]
    Xliff,
    Po,
}

#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Draft {
    /// Show a missing translation in the source language instead of failing
    #[arg(long)]
    pub(super) draft: bool,
}

#[derive(Debug, Clone, Args)]
pub(super) struct Study {
    #[command(flatten)]
    draft: Draft,
    /// Public address of the site [default: the study's own]
    #[arg(long, value_name = "URL", value_parser = base_url, value_hint = ValueHint::Url)]
    base_url: Option<String>,
}

impl From<Draft> for BuildOptions {
    fn from(draft: Draft) -> Self {
        Self { draft: draft.draft, ..Self::default() }
    }
}

impl From<Study> for BuildOptions {
    fn from(study: Study) -> Self {
        Self { base_url: study.base_url, ..study.draft.into() }
    }
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "write a tag of BCP 47, such as kk".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text)
        .map_err(|_| "write a year 2026, a month 2026-11 or a day 2026-11-01".to_owned())
}

fn version_name(name: &str) -> Result<String, String> {
    match study::Version::is_name(name) {
        true => Ok(name.to_owned()),
        false => Err("a name has the letters a to z, digits, `.` and `-`".to_owned()),
    }
}

/// The name of a person: it is written to a file of texts.
fn name(text: &str) -> Result<String, String> {
    let text = text.trim();
    match text.is_empty() || text.chars().any(char::is_control) {
        true => Err("a name has letters".to_owned()),
        false => Ok(text.to_owned()),
    }
}

/// Checks a public address and ends it in `/`.
fn base_url(text: &str) -> Result<String, String> {
    let (scheme, rest) = text.split_once("://").unwrap_or_default();
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Err("an address begins with https:// or http://".to_owned());
    }
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let good_name = !name.is_empty()
        && !name.starts_with(['.', '-'])
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b".-".contains(&b));
    if !good_name || port.parse::<u16>().is_err() {
        let wanted = "in ASCII letters, such as example.org";
        return Err(format!("`{host}` is no host name {wanted}"));
    }
    let allowed =
        |b: u8| b.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&b);
    if let Some(wrong) = path.chars().find(|c| !u8::try_from(*c).is_ok_and(allowed)) {
        return Err(format!("`{wrong}` cannot stand in the address of a site"));
    }
    let scheme = scheme.to_ascii_lowercase();
    let name = host.to_ascii_lowercase();
    let path = path.trim_end_matches('/');
    let end = if path.is_empty() { "" } else { "/" };
    Ok(format!("{scheme}://{name}/{path}{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_a_slash() {
        let good = |url: &str| base_url(url).unwrap();
        assert_eq!(good("https://example.org"), "https://example.org/");
        assert_eq!(good("https://example.org/"), "https://example.org/");
        assert_eq!(good("HTTP://Example.org:81/A/b"), "http://example.org:81/A/b/");
        assert_eq!(good("https://example.org/a//"), "https://example.org/a/");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://a b",
            "https://user@example.org",
            "https://example.org:port",
            "https://example.org/?a",
            "https://example.org/#a",
            "https://example.org/\"",
            "https://example.org/қ",
            "https://баспа.қаз",
        ] {
            assert!(base_url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_arguments_are_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
