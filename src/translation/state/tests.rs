//! States of whole texts: accepted, changed, accepted again.

use super::*;
use crate::diag::Diagnostics;
use crate::load;
use crate::source::Input;

/// A project of which a section is at hand, in English, Kazakh and Russian.
#[derive(Clone)]
struct Project {
    files: Vec<(String, String)>,
}

const STUDY: &str = "languages: [en, kk, ru]\nsource-language: en\n\
    title: {en: Trees, kk: Ағаштар, ru: Деревья}\ndescription: {en: D, kk: С, ru: О}\n\
    authors: [{name: {en: A, kk: А, ru: А}}]\n\
    keywords: {en: [tree, town], kk: [ағаш, қала], ru: [дерево, город]}\n";

const SECTION: &str = "content/sections/10-a/";

fn project(english: &str, kazakh: &str) -> Project {
    let files = [("content/study.yaml", STUDY)];
    let mut project = Project { files: Vec::new() };
    files.iter().for_each(|(path, text)| project.put(path, text));
    project.put(&format!("{SECTION}en.md"), english);
    project.put(&format!("{SECTION}kk.md"), kazakh);
    project.put(&format!("{SECTION}ru.md"), "# Т\n\nПервый.\n\nВторой.\n\nТретий.\n");
    project
}

/// Three paragraphs in both languages.
fn three() -> Project {
    project(
        "# T\n\nOne tall tree.\n\nTwo small bushes.\n\nThree old stumps.\n",
        "# Т\n\nБір ағаш.\n\nЕкі бұта.\n\nҮш томар.\n",
    )
}

impl Project {
    fn put(&mut self, path: &str, text: &str) {
        self.files.retain(|(own, _)| own != path);
        self.files.push((path.to_owned(), text.to_owned()));
    }

    fn with(&self, path: &str, text: &str) -> Self {
        let mut other = self.clone();
        other.put(path, text);
        other
    }

    /// The same with this English text of the section.
    fn worded(&self, text: &str) -> Self {
        self.with(&format!("{SECTION}en.md"), text)
    }

    fn study(&self) -> Study {
        let files = self.files.iter();
        let input = Input::new(
            files.map(|(path, text)| (path.clone(), text.clone().into_bytes())),
        );
        load::study(&input, true).0.unwrap()
    }

    /// The same with every text accepted in these languages.
    fn accepted(&self, tags: &[&str]) -> Self {
        let study = self.study();
        let accept = Accept {
            files: study.translations.iter().collect(),
            languages: tags.iter().map(|tag| lang(tag)).collect(),
            reviewed: false,
            date: None,
            by: None,
        };
        let record = super::accept(&study, &accept);
        self.with("content/translations.yaml", &record)
    }

    fn record(&self) -> &str {
        let own = self.files.iter().find(|(path, _)| path == "content/translations.yaml");
        &own.unwrap().1
    }

    /// The state of a text in Kazakh, and where its units are not current, how they stand:
    /// the place of the unit in the original, in the translation, and its kind.
    fn state(&self, id: &str) -> String {
        let study = self.study();
        let states = states(&study);
        let text = states.iter().find(|text| text.file.id == id).unwrap();
        let kazakh = text.translation(lang("kk")).unwrap();
        let place = |unit: Option<&TranslationUnit>| {
            unit.map_or("-".to_owned(), |unit| unit.key.clone())
        };
        let units = kazakh.units.iter().filter(|unit| unit.kind != UnitKind::Current);
        let units = units.map(|unit| {
            let (source, target) = (place(unit.source), place(unit.target));
            format!("; {source}:{target} {}", unit.kind.name())
        });
        let (behind, of) = (kazakh.behind(), kazakh.units.len());
        format!("{} {behind}/{of}{}", kazakh.state.name(), units.collect::<String>())
    }

    fn section(&self) -> String {
        self.state("sections/10-a")
    }
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

#[test]
fn a_text_that_nobody_accepted_is_a_draft() {
    assert_eq!(three().section(), "draft 0/4; 1:1 new; 2:2 new; 3:3 new; 4:4 new");
    let without = three().accepted(&["ru"]);
    assert!(without.section().starts_with("draft 0/4"), "{}", without.section());
}

#[test]
fn a_text_that_is_not_there_is_missing() {
    let mut project = three();
    project.files.retain(|(path, _)| path != "content/sections/10-a/kk.md");
    assert!(project.section().starts_with("missing 4/4"), "{}", project.section());
    let empty = three().with("content/sections/10-a/kk.md", "");
    assert!(empty.section().starts_with("missing 4/4"), "{}", empty.section());
}

#[test]
fn an_accepted_text_is_current_until_its_original_is_worded_anew() {
    let project = three().accepted(&["kk", "ru"]);
    assert_eq!(project.section(), "current 0/4");
    let changed = project
        .worded("# T\n\nOne tall tree.\n\nTwo large bushes.\n\nThree old stumps.\n");
    assert_eq!(changed.section(), "outdated 1/4; 3:3 changed");
    let study = changed.study();
    let states = states(&study);
    let text = states.iter().find(|text| text.file.id == "sections/10-a").unwrap();
    let unit = &text.translation(lang("kk")).unwrap().units[2];
    assert_eq!(unit.accepted, Some("Two small bushes."));
    assert_eq!(unit.wording(), "Two large bushes.");
    assert_eq!(changed.accepted(&["kk"]).section(), "current 0/4");
}

#[test]
fn what_is_no_wording_leaves_a_translation_current() {
    let text = "# T\n\n“In {{ 1 + 1 }} towns” – more\nthan *one* tree.\n";
    let project = project(text, "# Т\n\nБір ағаш.\n").accepted(&["kk"]);
    let other = "# T\n\n\"In  {{ 1+1 }} towns\"—more than one **tree**.\n";
    assert_eq!(project.worded(other).section(), "current 0/2");
    let wordy = "# T\n\n“In {{ 1 + 2 }} towns” – more than one tree.\n";
    assert_eq!(project.worded(wordy).section(), "outdated 1/2; 2:2 changed");
}

#[test]
fn a_paragraph_that_was_moved_stays_current() {
    let moved = three()
        .accepted(&["kk"])
        .worded("# T\n\nThree old stumps.\n\nOne tall tree.\n\nTwo small bushes.\n");
    assert_eq!(moved.section(), "current 0/4");
}

#[test]
fn a_paragraph_that_was_inserted_is_the_only_one_behind() {
    let text = "# T\n\nA new beginning.\n\nOne tall tree.\n\nTwo small bushes.\n\nThree old stumps.\n";
    let inserted = three().accepted(&["kk"]).worded(text);
    assert_eq!(inserted.section(), "outdated 1/5; 2:- missing");
    let translated = inserted.with(
        "content/sections/10-a/kk.md",
        "# Т\n\nЖаңа бастау.\n\nБір ағаш.\n\nЕкі бұта.\n\nҮш томар.\n",
    );
    assert_eq!(translated.section(), "outdated 1/5; 2:2 new");
    assert_eq!(translated.accepted(&["kk"]).section(), "current 0/5");
}

#[test]
fn a_paragraph_that_the_original_has_no_more_is_behind_until_it_is_removed() {
    let removed =
        three().accepted(&["kk"]).worded("# T\n\nOne tall tree.\n\nThree old stumps.\n");
    assert_eq!(removed.section(), "outdated 1/4; -:3 removed");
    let followed =
        removed.with("content/sections/10-a/kk.md", "# Т\n\nБір ағаш.\n\nҮш томар.\n");
    assert_eq!(followed.section(), "current 0/3");
}

#[test]
fn a_paragraph_that_replaces_another_elsewhere_is_told_from_it() {
    let text = "# T\n\nOne tall tree.\n\nThree old stumps.\n\nA new end.\n";
    let replaced = three().accepted(&["kk"]).worded(text);
    assert_eq!(replaced.section(), "outdated 2/5; -:3 removed; 4:- missing");
}

#[test]
fn signs_between_paragraphs_do_not_shift_them() {
    let english = "# T\n\nOne.\n\n![](figure:f)\n\nTwo.\n";
    let kazakh = "# Т\n\nБір.\n\nЕкі.\n\n![](figure:f)\n";
    let project = project(english, kazakh).accepted(&["kk"]);
    assert_eq!(project.section(), "current 0/3");
    let changed = project.worded("# T\n\nOne.\n\n![](figure:f)\n\nTwo more.\n");
    assert_eq!(changed.section(), "outdated 1/3; 4:3 changed");
}

#[test]
fn a_text_in_yaml_is_found_by_its_key() {
    let project = three().accepted(&["kk", "ru"]);
    let changed = STUDY.replace("en: Trees", "en: Old trees").replace("town", "city");
    let changed = project.with("content/study.yaml", &changed);
    assert_eq!(
        changed.state("study"),
        "outdated 2/5; title:title changed; keywords.2:keywords.2 changed"
    );
    let longer =
        STUDY.replace("en: [tree", "en: [bush, tree").replace("[ағаш", "[бұта, ағаш");
    let longer = project.with("content/study.yaml", &longer);
    assert_eq!(longer.state("study"), "outdated 1/6; keywords.1:keywords.1 new");
    let without = STUDY.replace("kk: Ағаштар, ", "");
    let without = project.with("content/study.yaml", &without);
    assert_eq!(without.state("study"), "outdated 1/5; title:- missing");
}

#[test]
fn a_wording_that_was_another_text_before_is_not_taken_for_its_own() {
    let project = three().accepted(&["kk"]);
    let swapped = STUDY.replace("[tree, town]", "[tree, tree]");
    let swapped = project.with("content/study.yaml", &swapped);
    assert_eq!(swapped.state("study"), "outdated 1/5; keywords.2:keywords.2 changed");
}

#[test]
fn a_section_with_another_number_stays_current() {
    let mut project = three().accepted(&["kk"]);
    for (path, _) in &mut project.files {
        *path = path.replace("10-a", "7-a");
    }
    assert_eq!(project.state("sections/7-a"), "current 0/4");
}

#[test]
fn a_review_is_remembered() {
    let study = three().study();
    let accept = Accept {
        files: study.translations.iter().collect(),
        languages: vec![lang("kk")],
        reviewed: true,
        date: crate::locale::Date::parse("2026-11-01").ok(),
        by: Some("А. «Ә» \"B\"".to_owned()),
    };
    let record = super::accept(&study, &accept);
    let project = three().with("content/translations.yaml", &record);
    assert_eq!(project.section(), "reviewed 0/4");
    let study = project.study();
    let states = states(&study);
    let how = states[0].translation(lang("kk")).unwrap().acceptance.unwrap();
    assert_eq!(how.by.as_deref(), Some("А. «Ә» \"B\""));
    assert_eq!(how.date.unwrap().to_string(), "2026-11-01");
    assert_eq!(project.accepted(&["kk"]).section(), "current 0/4");
}

#[test]
fn the_record_has_a_line_for_each_wording_that_languages_share() {
    let project = three().accepted(&["kk", "ru"]);
    let changed =
        project.worded("# T\n\nThree old stumps.\n\nOne tall tree.\n\nTwo bushes.\n");
    let accepted = changed.accepted(&["kk"]);
    let (_, section) = accepted.record().split_once("sections/a:\n").unwrap();
    let (section, _) = section.split_once("study:\n").unwrap();
    let hash = |wording: &str| fingerprint(wording);
    let line = |languages: &str, wording: &str| {
        let hash = hash(wording);
        format!(
            "    - {{hash: \"{hash}\", languages: [{languages}], wording: \"{wording}\"}}\n"
        )
    };
    let lines = [
        line("kk, ru", "T"),
        line("ru", "One tall tree."),
        line("ru", "Two small bushes."),
        line("kk, ru", "Three old stumps."),
        line("kk", "One tall tree."),
        line("kk", "Two bushes."),
    ];
    let head = "  accepted:\n    kk: {}\n    ru: {}\n  passages:\n".to_owned();
    assert_eq!(section, head + &lines.concat());
}

#[test]
fn accepting_again_what_is_accepted_changes_nothing() {
    let project = three().accepted(&["kk", "ru"]);
    for tags in [&["kk", "ru"][..], &["ru", "kk"], &["ru"]] {
        assert_eq!(project.accepted(tags).record(), project.record());
    }
}

#[test]
fn any_wording_survives_the_record() {
    assert_eq!(fingerprint("Internal migration in Kazakhstan by type"), "34462e850507");
    let strange = "# \"T\"\n\nA \\\\ back: #slash 'and' {{ lit(\"\\\"x\\\"\") }} & - [x] ₸ 𝒳.\n\n\
        Internal migration in Kazakhstan by type\n";
    let project = project(strange, "# Т\n\nМәтін.\n\nКөші-қон.\n").accepted(&["kk"]);
    assert_eq!(project.section(), "current 0/3");
    let study = project.study();
    let mut found = Diagnostics::new();
    check(&study, &mut found);
    assert_eq!(found.sorted(), []);
}

#[test]
fn no_damage_to_the_record_is_fatal() {
    let project =
        three().accepted(&["kk", "ru"]).worded("# T\n\nThree.\n\nTwo bushes.\n");
    let lines: Vec<_> = project.record().lines().collect();
    for gone in 0..lines.len() {
        for doubled in [false, true] {
            let mut damaged = lines.clone();
            match doubled {
                true => damaged.insert(gone, lines[gone]),
                false => drop(damaged.remove(gone)),
            }
            let study =
                project.with("content/translations.yaml", &damaged.join("\n")).study();
            let mut found = Diagnostics::new();
            check(&study, &mut found);
            assert_eq!(states(&study).len(), study.translations.len());
        }
    }
}
