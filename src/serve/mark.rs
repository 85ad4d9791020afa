//! Where on a page the text stands that a diagnostic is about.
//!
//! A page does not know the lines that it was made of, and need not: the words around a
//! place in the source are those around it on the page. `preview.js` looks them up.

use serde::Serialize;

use crate::diag::{Code, Diagnostic, Severity};
use crate::load;
use crate::source::{Input, Span};

/// Longest text that is marked, in characters: more is a passage, which needs no finger.
const LONGEST: usize = 120;

/// How much of the source is kept on either side of the text, in characters.
const AROUND: usize = 40;

/// Signs that Markdown and expressions are written with: what stands beyond them is not on
/// the page as it is in the source.
const SYNTAX: [char; 13] =
    ['{', '}', '[', ']', '(', ')', '*', '_', '`', '|', '<', '>', '\\'];

/// A text that a diagnostic is about, and what it stands between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Mark {
    /// The language of the pages that it may stand on; `None` for all of them.
    #[serde(skip)]
    pub(super) lang: Option<String>,
    /// The study of these pages, where there are several; `None` for all of them.
    #[serde(skip)]
    pub(super) study: Option<String>,
    code: &'static str,
    severity: &'static str,
    /// What is wrong, and the file and the line.
    message: String,
    before: String,
    text: String,
    after: String,
}

/// The marks of what was found, in its order.
pub(super) fn marks(found: &[Diagnostic], input: &Input) -> Vec<Mark> {
    let several = load::has_several(input);
    let mark = |found: &Diagnostic| {
        let (path, mark) = mark(found, input)?;
        let study = study_of(path, input).filter(|_| several).map(str::to_owned);
        Some(Mark { study, ..mark })
    };
    found.iter().filter_map(mark).collect()
}

/// The name of the study that a file belongs to, where there are several.
fn study_of<'p>(path: &'p str, input: &Input) -> Option<&'p str> {
    let (study, _) = path.strip_prefix("content/")?.split_once('/')?;
    input.find(&format!("content/{study}/study.yaml")).map(|_| study)
}

/// What is marked of any study, and the file that it stands in.
fn mark<'i>(diagnostic: &Diagnostic, input: &'i Input) -> Option<(&'i str, Mark)> {
    let span = diagnostic.labels.first()?.span;
    let path = &input.file(span.file).path;
    let narrative = path.strip_suffix(".md");
    // What is said of a key of YAML is about no text that a reader sees.
    if narrative.is_none() && diagnostic.code != Code::UnboundNumber {
        return None;
    }
    let text = input.slice(span);
    let is_words = !text.trim().is_empty() && !text.contains(['\n', '{', '}']);
    if !is_words || text.chars().count() > LONGEST {
        return None;
    }
    let (before, after) = around(input.readable_text(span.file), span);
    let (line, _) = input.position(span);
    let mark = Mark {
        study: None,
        lang: narrative.and_then(|path| path.rsplit('/').next()).map(str::to_owned),
        code: diagnostic.code.name(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: format!("{} ({path}:{line})", diagnostic.message),
        before,
        text: text.to_owned(),
        after,
    };
    Some((path, mark))
}

/// The words before and after a place, as far as no syntax comes between.
fn around(text: &str, span: Span) -> (String, String) {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let mut words: Vec<_> = near(before.chars().rev()).collect();
    words.reverse();
    (words.into_iter().collect(), near(after.chars()).collect())
}

/// The next signs up to syntax or the end of a paragraph, with a space for a line end.
fn near(signs: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut last = ' ';
    let goes_on = move |sign: &char| {
        let blank_line = *sign == '\n' && last == '\n';
        last = *sign;
        !blank_line && !SYNTAX.contains(sign)
    };
    let shown = |sign| if sign == '\n' { ' ' } else { sign };
    signs.take_while(goes_on).map(shown).take(AROUND)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "content/sections/10-a/kk.md";

    fn marked(path: &str, text: &str, wrong: &str, code: Code) -> Vec<Mark> {
        let input = Input::new([(path.to_owned(), text.as_bytes().to_vec())]);
        let start = text.find(wrong).unwrap();
        let span = Span::new(input.find(path).unwrap(), start, start + wrong.len());
        marks(&[Diagnostic::new(code, span, "wrong")], &input)
    }

    #[test]
    fn a_mark_has_the_words_around_it_up_to_syntax_or_another_paragraph() {
        let text = "# Т\n\nБір *екі* үш\n14 қала [x] болды.\n";
        let [mark] = marked(PATH, text, "14", Code::UnboundNumber).try_into().unwrap();
        assert_eq!((mark.before.as_str(), mark.after.as_str()), (" үш ", " қала "));
        assert_eq!(mark.lang.as_deref(), Some("kk"));
        assert_eq!(mark.message, format!("wrong ({PATH}:4)"));
        let text = "Бір.\n\n14 қала.\n\nҮш.";
        let [mark] = marked(PATH, text, "14", Code::UnboundNumber).try_into().unwrap();
        assert_eq!((mark.before.as_str(), mark.after.as_str()), (" ", " қала. "));
    }

    #[test]
    fn a_key_of_yaml_is_not_marked_but_a_number_in_its_text_is() {
        let (path, text) = ("content/study.yaml", "title: 14 towns\n");
        assert!(marked(path, text, "title", Code::UnknownKey).is_empty());
        let [mark] = marked(path, text, "14", Code::UnboundNumber).try_into().unwrap();
        assert_eq!(mark.lang, None);
    }

    #[test]
    fn an_expression_is_not_on_the_page() {
        assert!(marked(PATH, "a {{ b }}", "{{ b }}", Code::UnboundNumber).is_empty());
    }
}
