//! What is wrong with a template, and where.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Input, Span};

/// The templates of a project by their names.
#[derive(Debug, Clone, Default)]
pub(super) struct Templates {
    files: BTreeMap<String, TemplateFile>,
}

#[derive(Debug, Clone)]
struct TemplateFile {
    id: FileId,
    text: Arc<str>,
}

impl Templates {
    /// The templates in `folder`.
    pub(super) fn find(
        input: &Input,
        folder: &str,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut files = BTreeMap::new();
        for (id, file) in input.under(folder) {
            let name = file.path.strip_prefix(folder).unwrap_or(&file.path).to_owned();
            match input.text(id) {
                Ok(text) => {
                    files.insert(name, TemplateFile { id, text: text.into() });
                }
                Err(at) => diagnostics.push(Diagnostic::not_utf8(input, id, at)),
            }
        }
        Self { files }
    }

    /// Whether the project has a template with this name.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Names and texts.
    pub(super) fn texts<'a>(&'a self, input: &'a Input) -> Vec<(&'a str, &'a str)> {
        let text = |file: &TemplateFile| input.text(file.id).unwrap_or_default();
        self.files.iter().map(|(name, file)| (name.as_str(), text(file))).collect()
    }

    /// Forgets the template that `error` is about; all of them where it names none, so
    /// that the default theme remains.
    pub(super) fn drop_faulty(&mut self, error: &Error) {
        let faulty = reports(error).first().map(|report| report.template.clone());
        if faulty.and_then(|name| self.files.remove(&name)).is_none() {
            assert!(!self.files.is_empty(), "the default theme is faulty: {error}");
            self.files.clear();
        }
    }

    fn span(&self, report: &Report) -> Option<Span> {
        let file = self.files.get(&report.template)?;
        let start = file.byte(report.line, report.column);
        let end = (start + report.width).min(file.text.len());
        Some(Span::new(file.id, start, end))
    }
}

impl TemplateFile {
    /// The byte of the character at `column`, from 0, of `line`, from 1.
    fn byte(&self, line: usize, column: usize) -> usize {
        let before = self.text.split_inclusive('\n').take(line.saturating_sub(1));
        let start = before.map(str::len).sum::<usize>();
        let signs = self.text[start..].char_indices().nth(column);
        signs.map_or(self.text.len(), |(at, _)| start + at)
    }
}

/// The diagnostic for an error of the template `name`.
pub(super) fn diagnose(own: &Templates, name: &str, error: &Error) -> Diagnostic {
    let reports = reports(error);
    let Some(report) = reports.first() else {
        let message = error.to_string();
        return Diagnostic::global(Code::TemplateFailed, format!("`{name}`: {message}"));
    };
    let message = sentence(&report.message);
    match own.span(report) {
        Some(span) => Diagnostic::new(Code::TemplateFailed, span, message),
        None => Diagnostic::global(
            Code::TemplateFailed,
            format!("`{}`: {message}", report.template),
        )
        .help("a template of the project that it includes or extends may be the cause"),
    }
}

/// One place that the engine complains about.
struct Report {
    message: String,
    template: String,
    /// From 1.
    line: usize,
    /// In characters, from 0.
    column: usize,
    width: usize,
}

impl Report {
    fn of_file(template: &str, message: String) -> Self {
        Self { message, template: template.to_owned(), line: 1, column: 0, width: 0 }
    }
}

/// What the engine says as data where it has some; what it says as text only, a
/// `error: MESSAGE` with ` --> FILE:LINE:COLUMN` below, is read back from it.
fn reports(error: &Error) -> Vec<Report> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![Report {
                message: report.message().to_owned(),
                template: report.filename().to_owned(),
                line: report.span().start_line,
                column: report.span().start_col,
                width: report.span().range.len(),
            }]
        }
        ErrorKind::MissingParent { current: name, parent: other } => {
            vec![Report::of_file(name, format!("there is no template `{other}`"))]
        }
        ErrorKind::CircularExtend { tpl, .. }
        | ErrorKind::CircularInclude { tpl, .. } => {
            vec![Report::of_file(tpl, "the template leads back to itself".into())]
        }
        ErrorKind::Msg(text) => text.split("\n\n").filter_map(read_report).collect(),
        _ => Vec::new(),
    }
}

fn read_report(text: &str) -> Option<Report> {
    let mut lines = text.lines();
    let message = lines.next()?.strip_prefix("error: ")?.to_owned();
    let place = lines.next()?.trim_start().strip_prefix("--> ")?;
    let (rest, column) = place.rsplit_once(':')?;
    let (template, line) = rest.rsplit_once(':')?;
    let carets = text.bytes().filter(|byte| *byte == b'^').count();
    Some(Report {
        message,
        template: template.to_owned(),
        line: line.parse().ok()?,
        column: column.parse::<usize>().ok()?.saturating_sub(1),
        width: carets,
    })
}

/// Diagnostics are sentences without a full stop that begin with a small letter.
fn sentence(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut letters = message.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
