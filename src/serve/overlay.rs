//! What lies over a page in the preview: the diagnostics, how the editions stand, and which
//! texts of the page are meant.

use super::mark::{Mark, marks};
use crate::Outcome;
use crate::diag::{Severity, human};
use crate::html::Html;
use crate::site_path::Home;
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
    /// Whether a build is still to say what is wrong.
    is_unknown: bool,
}

/// How an edition stands.
#[derive(Debug, Clone)]
struct Edition {
    standing: Standing,
    /// How many diagnostics its own files have, where it is known.
    problems: Option<usize>,
}

impl Overlay {
    /// Of the last build.
    pub(super) fn new(outcome: &Outcome, input: &Input) -> Self {
        let found = &outcome.diagnostics;
        let of = |standing: &Standing| {
            let (folder, own) =
                (content_of(standing.home), format!("/{}.md", standing.lang));
            let labels = found.iter().filter_map(|found| found.labels.first());
            let paths = labels.map(|label| &input.file(label.span.file).path);
            paths.filter(|path| path.starts_with(&folder) && path.ends_with(&own)).count()
        };
        let edition = |standing: &Standing| Edition {
            standing: standing.clone(),
            problems: Some(of(standing)),
        };
        Self {
            text: human(found, input, false).trim_end().to_owned(),
            count: found.len(),
            errors: found.iter().any(|found| found.severity == Severity::Error),
            marks: marks(found, input),
            editions: outcome.standings.iter().map(edition).collect(),
            is_unknown: false,
        }
    }

    /// What is shown while the rest of a site is made, after a build that failed: how the
    /// editions stood, and nothing of what is wrong, which nobody knows.
    pub(super) fn unknown(&self) -> Self {
        let edition = |own: &Edition| Edition { problems: None, ..own.clone() };
        let editions = self.editions.iter().map(edition).collect();
        Self { editions, is_unknown: true, ..Self::default() }
    }

    /// The elements at the end of the page at `path`. They fold without a script.
    pub(super) fn html(&self, path: &str) -> String {
        let severity = match self {
            Self { errors: true, .. } => "error",
            Self { is_unknown: true, .. } => "unknown",
            Self { count: 1.., .. } => "warning",
            Self { .. } => "none",
        };
        let mut html = Html::new();
        html.open("link", &[("rel", "stylesheet"), ("href", "/__baspa/preview.css")]);
        let mut panel = vec![("id", "baspa-preview"), ("lang", "en"), ("dir", "ltr")];
        panel.push(("data-severity", severity));
        if self.errors {
            panel.push(("open", ""));
        }
        html.open("details", &panel);
        html.element("summary", &[], &Html::of(&self.summary()));
        if !self.text.is_empty() {
            html.element("pre", &[], &Html::of(&self.text));
        }
        if !self.editions.is_empty() {
            html.element("table", &[], &self.table(path));
        }
        html.close("details");
        let marks = [("type", "application/json"), ("id", "baspa-marks")];
        html.element("script", &marks, &self.marks_of(path));
        html.as_str().to_owned()
    }

    /// In a line: `2 problems · kk: 1 outdated`; the study too, where there are several.
    fn summary(&self) -> String {
        if self.is_unknown {
            return "Building the rest of the site".to_owned();
        }
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

    /// Whether the project has studies that are called by their names.
    fn is_of_several(&self) -> bool {
        self.editions.iter().any(|edition| edition.standing.home != Home::TOP)
    }

    /// A row for each edition, with this page in it.
    fn table(&self, path: &str) -> Html {
        let study = self.is_of_several().then_some("Study");
        let heads = ["Edition", "Texts", "Passages behind", "Problems in its texts"];
        let mut html = Html::new();
        html.open("thead", &[]);
        html.open("tr", &[]);
        for head in study.into_iter().chain(heads) {
            html.element("th", &[("scope", "col")], &Html::of(head));
        }
        html.close("tr");
        html.close("thead");
        html.open("tbody", &[]);
        for edition in &self.editions {
            html.element("tr", &[], &edition.row(&self.editions, path));
        }
        html.close("tbody");
        html
    }

    /// JSON that is safe inside a script element.
    fn marks_of(&self, path: &str) -> Html {
        let (lang, study) = (part(path, 0), part(path, 1));
        let on_page = |mark: &&Mark| {
            let is_own = mark.study.as_deref().is_none_or(|own| own == study);
            is_own && mark.lang.as_deref().is_none_or(|own| own == lang)
        };
        let marks: Vec<_> = self.marks.iter().filter(on_page).collect();
        let json = serde_json::to_string(&marks).unwrap_or_default();
        Html::presume(json.replace('<', "\\u003c"))
    }

    /// What makes pages different that have another one of it.
    pub(super) fn essence(&self) -> String {
        let Self { text, editions, is_unknown, .. } = self;
        format!("{text}{editions:?}{is_unknown}")
    }
}

impl Edition {
    /// `kk: 1 missing, 2 outdated`, where somebody has to do something; `towns kk: 1 outdated`
    /// where the study has a name.
    fn behind(&self) -> Option<String> {
        let open = [State::Missing, State::Draft, State::Outdated];
        let texts = self.standing.texts.iter().filter(|(state, _)| open.contains(state));
        let texts: Vec<_> = texts.map(counted).collect();
        let Standing { home, lang, .. } = &self.standing;
        let name =
            home.name().map_or(lang.to_string(), |study| format!("{study} {lang}"));
        (!texts.is_empty()).then(|| format!("{name}: {}", texts.join(", ")))
    }

    /// The folder of its pages, as addresses begin with it.
    fn folder(&self) -> String {
        format!("/{}/", self.standing.home.below(self.standing.lang.as_str()))
    }

    /// The page at `path` in this edition, or its front where that is no page of its study.
    fn twin(&self, all: &[Self], path: &str) -> String {
        let same_study = |own: &&Self| own.standing.home == self.standing.home;
        let mut others = all.iter().filter(same_study);
        let rest = others.find_map(|own| path.strip_prefix(&own.folder()));
        format!("{}{}", self.folder(), rest.unwrap_or_default())
    }

    /// The cells of its row.
    fn row(&self, all: &[Self], path: &str) -> Html {
        let Standing { home, lang, texts, behind, .. } = &self.standing;
        let states = match texts.as_slice() {
            [] => "original".to_owned(),
            texts => texts.iter().map(counted).collect::<Vec<_>>().join(", "),
        };
        let problems = self.problems.map_or("…".to_owned(), |count| count.to_string());
        let mut html = Html::new();
        if let Some(study) = home.name() {
            html.element("td", &[], &Html::of(study));
        }
        html.open("th", &[("scope", "row")]);
        let href = self.twin(all, path);
        html.element("a", &[("href", &href)], &Html::of(lang.as_str()));
        html.close("th");
        for cell in [states, behind.to_string(), problems] {
            html.element("td", &[], &Html::of(&cell));
        }
        html
    }
}

fn counted((state, count): &(State, usize)) -> String {
    format!("{count} {}", state.name())
}

/// A name of a path: the first is the language, where the page belongs to an edition, the
/// second the study, where there are several.
fn part(path: &str, at: usize) -> &str {
    path.trim_start_matches('/').split('/').nth(at).unwrap_or_default()
}

/// The folder of a study's own files.
fn content_of(home: Home) -> String {
    format!("{}/", home.below("content"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Diagnostic};
    use crate::lang::Lang;
    use crate::source::Span;

    fn standing(lang: &str, texts: &[(State, usize)], behind: usize) -> Standing {
        let (home, lang) = (Home::TOP, Lang::parse(lang).unwrap());
        Standing { home, lang, texts: texts.to_vec(), behind, units: 9 }
    }

    /// The overlay of a project of two studies, whose Kazakh editions are behind.
    fn of_several(diagnostics: Vec<Diagnostic>, input: &Input) -> Overlay {
        let editions = [("towns", "en", 0), ("towns", "kk", 1), ("wells", "kk", 2)];
        let standings = editions.map(|(study, lang, outdated)| Standing {
            home: Home::of(study).unwrap(),
            ..standing(lang, &[(State::Outdated, outdated)][..outdated.min(1)], 0)
        });
        let standings = standings.into();
        let outcome = Outcome { standings, diagnostics, ..Outcome::default() };
        Overlay::new(&outcome, input)
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
        assert!(error.contains("data-severity=\"error\" open=\"\">"), "{error}");
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
    fn editions_of_several_studies_have_the_names_of_their_studies() {
        let html = of_several(Vec::new(), &Input::default()).html("/en/towns/about.html");
        let summary = "<summary>towns kk: 1 outdated · wells kk: 2 outdated</summary>";
        assert!(html.contains(summary), "{html}");
        assert!(html.contains("<tr><th scope=\"col\">Study</th>"), "{html}");
        for (study, page) in [("towns", "/kk/towns/about.html"), ("wells", "/kk/wells/")]
        {
            let row = format!(
                "<tr><td>{study}</td><th scope=\"row\"><a href=\"{page}\">kk</a></th>"
            );
            assert!(html.contains(&row), "no {row} in {html}");
        }
        let html = of_several(Vec::new(), &Input::default()).html("/en/keywords/");
        assert!(html.contains("<a href=\"/kk/towns/\">kk</a>"), "{html}");
    }

    #[test]
    fn a_page_has_the_marks_and_the_problems_of_its_study_only() {
        let path = "content/towns/sections/10-a/kk.md";
        let files = [(path, "14 қала"), ("content/towns/study.yaml", "title: a\n")];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let input = Input::new(files);
        let span = Span::new(input.find(path).unwrap(), 0, 2);
        let found = Diagnostic::new(Code::UnboundNumber, span, "a number").as_warning();
        let overlay = of_several(vec![found], &input);
        let html = overlay.html("/kk/towns/");
        assert!(html.contains("\"text\":\"14\""), "{html}");
        assert!(html.contains("kk</a></th><td>1 outdated</td><td>0</td><td>1</td>"));
        assert!(html.contains("kk</a></th><td>2 outdated</td><td>0</td><td>0</td>"));
        for path in ["/kk/wells/", "/kk/", "/en/towns/"] {
            assert!(overlay.html(path).contains("id=\"baspa-marks\">[]</script>"));
        }
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
