//! What lies over a page in the preview: the diagnostics, how the editions stand, and which
//! texts of the page are meant.

use std::fmt::Write;

use super::mark::{Mark, marks};
use crate::Outcome;
use crate::diag::{Severity, human};
use crate::lang::Lang;
use crate::source::Input;
use crate::translation::state::{Standing, State};

/// What the last build found, for all pages.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    /// The diagnostics, as the terminal shows them.
    text: String,
    count: usize,
    /// Whether the site that is shown is not the one on the disk.
    pub(super) errors: bool,
    marks: Vec<Mark>,
    editions: Vec<Edition>,
}

/// How an edition stands.
#[derive(Debug)]
struct Edition {
    standing: Standing,
    /// How many diagnostics its own files have.
    problems: usize,
}

impl Overlay {
    /// Of the last build.
    pub(super) fn new(outcome: &Outcome, input: &Input) -> Self {
        let found = &outcome.diagnostics;
        let of = |lang: Lang| {
            let own = format!("/{lang}.md");
            let labels = found.iter().filter_map(|found| found.labels.first());
            labels
                .filter(|label| input.file(label.span.file).path.ends_with(&own))
                .count()
        };
        let edition = |standing: &Standing| Edition {
            standing: standing.clone(),
            problems: of(standing.lang),
        };
        Self {
            text: human(found, input, false).trim_end().to_owned(),
            count: found.len(),
            errors: found.iter().any(|found| found.severity == Severity::Error),
            marks: marks(found, input),
            editions: outcome.standings.iter().map(edition).collect(),
        }
    }

    /// The elements at the end of the page at `path`. They fold without a script.
    pub(super) fn html(&self, path: &str) -> String {
        let (severity, open) = match self.errors {
            true => ("error", " open"),
            false if self.count > 0 => ("warning", ""),
            false => ("none", ""),
        };
        let mut html = format!(
            "<link rel=\"stylesheet\" href=\"/__baspa/preview.css\">\n\
             <details id=\"baspa-preview\" lang=\"en\" dir=\"ltr\" \
             data-severity=\"{severity}\"{open}>\n<summary>{}</summary>\n",
            self.summary()
        );
        if !self.text.is_empty() {
            let _ = writeln!(html, "<pre>{}</pre>", escaped(&self.text));
        }
        html.push_str(&self.table(path));
        let _ = write!(
            html,
            "</details>\n<script type=\"application/json\" id=\"baspa-marks\">{}</script>\n",
            self.marks_of(path)
        );
        html
    }

    /// In a line: `2 problems · kk: 1 outdated`.
    fn summary(&self) -> String {
        let s = if self.count == 1 { "" } else { "s" };
        let remark =
            if self.errors { ": this page does not show the last change" } else { "" };
        let problems =
            (self.count > 0).then(|| format!("{} problem{s}{remark}", self.count));
        let behind = self.editions.iter().filter_map(Edition::behind);
        let mut parts: Vec<_> = problems.into_iter().chain(behind).collect();
        if parts.is_empty() {
            parts.push("No problems".to_owned());
        }
        parts.join(" · ")
    }

    /// A row for each edition, with this page in it.
    fn table(&self, path: &str) -> String {
        if self.editions.is_empty() {
            return String::new();
        }
        let rows: String = self
            .editions
            .iter()
            .map(|edition| edition.row(&self.editions, path))
            .collect();
        format!(
            "<table>\n<thead><tr><th scope=\"col\">Edition</th>\
             <th scope=\"col\">Texts</th><th scope=\"col\">Passages behind</th>\
             <th scope=\"col\">Problems in its texts</th></tr></thead>\n\
             <tbody>\n{rows}</tbody>\n</table>\n"
        )
    }

    /// JSON that is safe inside a script element.
    fn marks_of(&self, path: &str) -> String {
        let lang = language(path);
        let on_page = |mark: &&Mark| mark.lang.as_deref().is_none_or(|own| own == lang);
        let marks: Vec<_> = self.marks.iter().filter(on_page).collect();
        let json = serde_json::to_string(&marks).unwrap_or_default();
        json.replace('<', "\\u003c")
    }

    /// What makes pages different that have another one of it.
    pub(super) fn essence(&self) -> String {
        let Self { text, editions, .. } = self;
        format!("{text}{editions:?}")
    }
}

impl Edition {
    /// `kk: 1 missing, 2 outdated`, where somebody has to do something.
    fn behind(&self) -> Option<String> {
        let open = [State::Missing, State::Draft, State::Outdated];
        let texts = self.standing.texts.iter().filter(|(state, _)| open.contains(state));
        let texts: Vec<_> = texts.map(counted).collect();
        (!texts.is_empty())
            .then(|| format!("{}: {}", self.standing.lang, texts.join(", ")))
    }

    fn row(&self, all: &[Self], path: &str) -> String {
        let Standing { lang, texts, behind } = &self.standing;
        let own = language(path);
        let is_edition = all.iter().any(|other| other.standing.lang.as_str() == own);
        let rest = path.strip_prefix(&format!("/{own}")).filter(|_| is_edition);
        let href = escaped(&format!("/{lang}{}", rest.unwrap_or("/")));
        let states: Vec<_> = texts.iter().map(counted).collect();
        let states =
            if states.is_empty() { "original".to_owned() } else { states.join(", ") };
        format!(
            "<tr><th scope=\"row\"><a href=\"{href}\">{lang}</a></th><td>{states}</td>\
             <td>{behind}</td><td>{}</td></tr>\n",
            self.problems
        )
    }
}

fn counted((state, count): &(State, usize)) -> String {
    format!("{count} {}", state.name())
}

/// The first name of a path: the language, where the page belongs to an edition.
fn language(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

fn escaped(text: &str) -> String {
    let escape = |c| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&#39;".to_owned(),
        other => String::from(other),
    };
    text.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Diagnostic};
    use crate::source::Span;

    fn standing(lang: &str, texts: &[(State, usize)], behind: usize) -> Standing {
        Standing { lang: Lang::parse(lang).unwrap(), texts: texts.to_vec(), behind }
    }

    fn overlay(diagnostics: Vec<Diagnostic>, input: &Input) -> Overlay {
        let standings = vec![
            standing("en", &[], 0),
            standing("kk", &[(State::Current, 4), (State::Outdated, 1)], 2),
        ];
        let outcome = Outcome { standings, diagnostics, ..Outcome::default() };
        Overlay::new(&outcome, input)
    }

    #[test]
    fn only_errors_are_unfolded() {
        let wrong = Diagnostic::global(Code::BadValue, "<");
        let with = |found| overlay(found, &Input::default()).html("/en/");
        let error = with(vec![wrong.clone()]);
        assert!(error.contains("data-severity=\"error\" open>"), "{error}");
        assert!(error.contains("&lt;") && !error.contains(": <"), "{error}");
        assert!(with(vec![wrong.as_warning()]).contains("data-severity=\"warning\">"));
        assert!(with(Vec::new()).contains("data-severity=\"none\">"));
    }

    #[test]
    fn each_edition_is_listed_with_its_state_and_this_page() {
        let html = overlay(Vec::new(), &Input::default()).html("/en/data/a.html");
        assert!(html.contains("<summary>kk: 1 outdated</summary>"), "{html}");
        let row = "<a href=\"/kk/data/a.html\">kk</a></th>\
                   <td>4 current, 1 outdated</td><td>2</td><td>0</td>";
        assert!(html.contains(row), "{html}");
        assert!(
            html.contains("<a href=\"/en/data/a.html\">en</a></th><td>original</td>")
        );
        let html = overlay(Vec::new(), &Input::default()).html("/404.html");
        assert!(html.contains("<a href=\"/kk/\">kk</a>"), "{html}");
    }

    #[test]
    fn a_page_has_the_marks_of_its_language_and_no_end_of_script_in_them() {
        let path = "content/sections/10-a/kk.md";
        let text = "</script> 14 қала";
        let input = Input::new([(path.to_owned(), text.as_bytes().to_vec())]);
        let span = Span::new(input.find(path).unwrap(), 10, 12);
        let found = Diagnostic::new(Code::UnboundNumber, span, "</script>").as_warning();
        let overlay = overlay(vec![found], &input);
        let html = overlay.html("/kk/");
        assert!(html.contains("\"text\":\"14\""), "{html}");
        assert_eq!(html.matches("</script>").count(), 1, "{html}");
        assert!(html.contains("<td>2</td><td>1</td>"), "{html}");
        assert!(overlay.html("/en/").contains("id=\"baspa-marks\">[]</script>"));
    }
}
