//! Sentences as an author writes them, on the way of every text of a study: loaded,
//! resolved, and read as the words of a page.

use baspa::diag::human;
use baspa::edition::{self, Block, Inline, plain};
use baspa::load;
use baspa::source::Input;

/// A study in one language with a dataset `given`, whose rows `r0`, `r1` and on hold a
/// number each: as `people`, as percentage `points`, as a `share` in per cent and, where it
/// may be one, as a `year`; and the level of a category `site`, which is a place.
pub(crate) struct Study {
    tag: &'static str,
    options: &'static str,
    numbers: Vec<String>,
}

impl Study {
    /// With these numbers, as a source prints them, with a decimal point.
    pub(crate) fn of(tag: &'static str, numbers: &[String]) -> Self {
        Self { tag, options: "", numbers: numbers.to_vec() }
    }

    /// The same with more lines of `study.yaml`.
    pub(crate) fn with(self, options: &'static str) -> Self {
        Self { options, ..self }
    }

    /// What readers see of each sentence, with common spaces.
    pub(crate) fn say(&self, sentences: &[String]) -> Vec<String> {
        let lines = self.lines(sentences);
        lines.iter().map(|line| plain(line).replace('\u{a0}', " ")).collect()
    }

    /// Each sentence, its numbers told apart from its words.
    pub(crate) fn lines(&self, sentences: &[String]) -> Vec<Vec<Inline>> {
        let input = self.input(sentences);
        let (study, found) = load::study(&input, false);
        let found = found.sorted();
        assert!(found.is_empty(), "{}", human(&found, &input, false));
        let resolved = edition::resolve(&study.expect("a study"));
        let (editions, found) = (resolved.editions, resolved.problems);
        let found = found.sorted();
        assert!(found.is_empty(), "{}", human(&found, &input, false));
        let lines = editions[0].about.blocks.iter().map(|block| match block {
            Block::Paragraph(content) => content.clone(),
            other => panic!("{other:?} is no sentence"),
        });
        let lines: Vec<_> = lines.collect();
        assert_eq!(lines.len(), sentences.len());
        lines
    }

    fn input(&self, sentences: &[String]) -> Input {
        let (tag, options) = (self.tag, self.options);
        let text = format!("{{{tag}: x}}");
        let study = format!(
            "languages: [{tag}]\nsource-language: {tag}\ntitle: {text}\n\
             description: {text}\nauthors: [{{name: {text}}}]\n\
             keywords: {{{tag}: [x]}}\n{options}"
        );
        let files = [
            ("content/study.yaml".to_owned(), study),
            ("content/data/given.yaml".to_owned(), self.data(&text)),
            (format!("content/abstract/{tag}.md"), "x".to_owned()),
            (format!("content/about/{tag}.md"), sentences.join("\n\n")),
            (format!("content/sections/10-x/{tag}.md"), "# x\n\nx".to_owned()),
        ];
        Input::new(files.map(|(path, text)| (path, text.into_bytes())))
    }

    fn data(&self, text: &str) -> String {
        let row = |(at, number): (usize, &String)| {
            let whole = number.len() == 4 && !number.contains('.');
            let year = if whole { number } else { "none" };
            format!(
                "  - {{id: r{at}, site: here, people: {number}, points: {number}, \
                 share: {number}, year: {year}}}\n"
            )
        };
        let rows: String = self.numbers.iter().enumerate().map(row).collect();
        format!(
            "title: {text}\ndescription: {text}\nsource: {text}\nperiod: 2020\nkey: id\n\
             missing: {{none: {text}}}\nvariables:\n  \
               id: {{type: text, label: {text}}}\n  \
               site: {{type: category, label: {text}, levels: \
                 {{here: {{label: {text}, place: akmola-region}}}}}}\n  \
               people: {{type: number, unit: person, label: {text}}}\n  \
               points: {{type: number, unit: percentage-point, label: {text}}}\n  \
               share: {{type: percent, label: {text}}}\n  \
               year: {{type: year, label: {text}}}\nrows:\n{rows}"
        )
    }
}

/// The number of a row as an expression: `given["r3"].people`.
pub(crate) fn number(at: usize, variable: &str) -> String {
    format!("given[\"r{at}\"].{variable}")
}

/// Holds each sentence against what is expected of it, all at once.
#[track_caller]
pub(crate) fn assert_said(study: &Study, sentences: &[String], expected: &[String]) {
    assert_eq!(sentences.len(), expected.len());
    assert!(!sentences.is_empty());
    let said = study.say(sentences);
    let wrong: Vec<_> = sentences
        .iter()
        .zip(said.iter().zip(expected))
        .filter(|(_, (said, expected))| **said != expected.replace('\u{a0}', " "))
        .map(|(sentence, (said, expected))| {
            format!("{sentence}\n    said     {said}\n    expected {expected}")
        })
        .collect();
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}
