//! What is written, what is read again, and what is refused.

use super::*;
use crate::diag::{self, Diagnostics};
use crate::load;

const STUDY: &str = "languages: [en, kk]\nsource-language: en\n\
    title: {en: 'A {{ 5 }} study', kk: '{{ 5 }} зерттеу'}\ndescription: {en: D, kk: С}\n\
    authors: [{name: {en: Ann, kk: Анна}}]\nkeywords: {en: [one, two], kk: [бір, екі]}\n";
const ENGLISH: &str = "# Title\n\nMore *than {{ 5 }}* of [a](https://b.c) [@k, p. 3], see \
    [](#x) and {a} R&D.[^n]\n\n- An item\n\n[^n]: Note.\n";
const KAZAKH: &str = "# Тақырып\n\n[Сілтеме](https://b.kz/kk) *{{ 5 }} астам* [@k, p. 3], \
    [{number}-суретте](#x) R&D.[^n]\n\n- Тармақ\n\n[^n]: Ескерту.\n";

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

fn input(files: &[(&str, &str)]) -> Input {
    let own = [("content/study.yaml", STUDY), ("content/sections/1-a/en.md", ENGLISH)];
    let files = own.iter().chain(files);
    Input::new(files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
}

fn exported(files: &[(&str, &str)], format: Format) -> String {
    let input = input(files);
    let study = load::study(&input, true).0.unwrap();
    write(&export(&study, &input, lang("kk"), &[]), format)
}

/// What an import of `text` makes of the study with `files`, and what is said of it.
fn imported(files: &[(&str, &str)], text: &str, format: Format) -> (Imported, String) {
    let name = format!("kk.{}", format.ending());
    let all: Vec<_> = files.iter().copied().chain([(name.as_str(), text)]).collect();
    let input = input(&all);
    let study = load::study(&input, true).0.unwrap();
    let mut found = Diagnostics::new();
    let file = input.find(&name).unwrap();
    let returned = read(&input, file, format, &mut found);
    let returned: Vec<_> =
        returned.into_iter().map(|read| (read.target.0.unwrap(), read)).collect();
    let made = import(&study, &input, &returned, &mut found);
    let told: Vec<_> = found
        .sorted()
        .iter()
        .map(|d| {
            let at = diag::place(&input, d.labels[0].span);
            format!("{at} {}: {}", d.code.name(), d.message)
        })
        .collect();
    (made, told.join("\n"))
}

const TRANSLATED: [(&str, &str); 1] = [("content/sections/1-a/kk.md", KAZAKH)];

#[test]
fn what_comes_back_unchanged_changes_nothing() {
    for format in [Format::Xliff, Format::Po] {
        let text = exported(&TRANSLATED, format);
        let (made, told) = imported(&TRANSLATED, &text, format);
        assert_eq!(told, "");
        let nothing = Imported { unchanged: 9, ..Imported::default() };
        assert_eq!(made, nothing, "{text}");
    }
}

#[test]
fn placeholders_stand_for_what_must_not_change() {
    let text = exported(&TRANSLATED, Format::Po);
    let unit = text.split("msgctxt \"sections/1-a#2\"\n").nth(1).unwrap();
    let lines: Vec<_> = unit.lines().take(2).collect();
    assert_eq!(
        lines,
        [
            "msgid \"More {1}than {2}{/1} of {3}a{/3} {4}, see {5}{/5} and {a} R&D.{6}\"",
            "msgstr \"{3}Сілтеме{/3} {1}{2} астам{/1} {4}, {5}{number}-суретте{/5} R&D.{6}\""
        ]
    );
}

#[test]
fn xliff_says_what_a_placeholder_stands_for_and_reads_as() {
    let text = exported(&TRANSLATED, Format::Xliff);
    let unit = text.split("name=\"2\"").nth(1).unwrap().split("</unit>").next().unwrap();
    assert!(
        unit.contains("<data id=\"d2\" xml:space=\"preserve\">{{ 5 }}</data>"),
        "{unit}"
    );
    assert!(unit.contains("disp=\"5\" dataRef=\"d2\"/></pc>"), "{unit}");
    assert!(unit.contains("<note category=\"location\">content/sections/1-a/en.md:3:1"));
}

#[test]
fn other_words_are_taken_over_with_their_signs() {
    for format in [Format::Xliff, Format::Po] {
        let text =
            exported(&TRANSLATED, format).replace("Тармақ", "1. *Жаңа* [тармақ] &amp;");
        let text = if format == Format::Po { text.replace("&amp;", "&") } else { text };
        let (made, told) = imported(&TRANSLATED, &text, format);
        assert_eq!(told, "");
        let file = &made.files["content/sections/1-a/kk.md"];
        assert_eq!(*file, KAZAKH.replace("Тармақ", "1\\. \\*Жаңа\\* \\[тармақ\\] &"));
        assert_eq!((made.changed, made.files.len()), (1, 1));
    }
}

#[test]
fn a_text_in_yaml_is_changed_in_its_place() {
    let text =
        exported(&[], Format::Po).replace("\"{1} зерттеу\"", "\"Жаңа: {1} зерттеу\"");
    let (made, told) = imported(&[], &text, Format::Po);
    assert_eq!(told, "");
    let file = &made.files["content/study.yaml"];
    assert_eq!(*file, STUDY.replace("'{{ 5 }} зерттеу'", "\"Жаңа: {{ 5 }} зерттеу\""));
}

#[test]
fn a_file_is_made_when_all_of_it_is_translated() {
    let whole = exported(&TRANSLATED, Format::Xliff);
    let (made, told) = imported(&[], &whole, Format::Xliff);
    assert_eq!(told, "");
    // A link of a language's own cannot be known before its text is.
    let wanted = KAZAKH.replace("https://b.kz/kk", "https://b.c");
    assert_eq!(made.files["content/sections/1-a/kk.md"], wanted);
    let part = whole.replace("<target xml:space=\"preserve\">Тармақ</target>", "");
    let (made, told) = imported(&[], &part, Format::Xliff);
    assert_eq!(made.files.len(), 0);
    assert!(
        told.contains("`sections/1-a` is not translated yet in `kk`: 1 of 4"),
        "{told}"
    );
}

#[test]
fn a_spoilt_placeholder_is_refused_with_its_unit_and_line() {
    let text = exported(&TRANSLATED, Format::Po);
    for (from, to, wanted) in [
        ("{1}{2} астам{/1}", "{1}астам{/1}", "placeholder 2 (`{{ 5 }}`) is lost"),
        ("{1}{2} астам{/1}", "{2} астам", "placeholder 1 (`*`) is lost"),
        ("{2} астам", "{2} астам {2}", "placeholder 2 (`{{ 5 }}`) stands too often"),
        ("{2} астам", "{2} астам {99}", "there is no placeholder 99"),
        ("{1}{2} астам{/1}", "{/1}{2} астам{1}", "ends where it has not begun"),
        ("{2} астам", "{2} {x.y} {{ 6 }}", "`{{` begins an expression"),
        ("{2} астам", "{2 астам", "is no placeholder"),
    ] {
        let target = text.rfind(from).unwrap();
        let spoilt = format!("{}{to}{}", &text[..target], &text[target + from.len()..]);
        let (made, told) = imported(&TRANSLATED, &spoilt, Format::Po);
        assert!(told.contains(wanted), "{to}: {told}");
        assert!(told.starts_with("kk.po:"), "{told}");
        let words = to.contains("{{");
        let code = if words { diag::Code::BadExchange } else { diag::Code::Placeholder };
        assert!(told.contains(&format!(" {}: ", code.name())), "{to}: {told}");
        assert_eq!(made.files.len(), 0, "{to}");
    }
}

#[test]
fn what_was_translated_from_another_wording_is_left_out() {
    let text = exported(&TRANSLATED, Format::Po)
        .replace("msgid \"An item\"", "msgid \"An old item\"")
        .replace("msgstr \"Тармақ\"", "msgstr \"Ескі\"")
        .replace("sections/1-a#4", "sections/1-a#44");
    let (made, told) = imported(&TRANSLATED, &text, Format::Po);
    let code = diag::Code::StaleUnit.name();
    let wanted =
        format!(" {code}: `sections/1-a#3` was translated from an older wording");
    assert!(told.contains(&wanted), "{told}");
    assert!(
        told.contains("`sections/1-a#44` is no longer a text of the study"),
        "{told}"
    );
    assert_eq!(made.files.len(), 0);
}

#[test]
fn what_is_no_file_of_a_translator_is_refused() {
    for (text, format, wanted) in [
        ("<xliff", Format::Xliff, "not XML"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><xliff/>", Format::Xliff, "not XML"),
        ("<xliff version='1.2'/>", Format::Xliff, "no XLIFF 2"),
        ("nonsense", Format::Po, "no meaning"),
        ("msgid \"a\nmsgstr \"\"", Format::Po, "double quotes"),
    ] {
        let (made, told) = imported(&[], text, format);
        assert!(told.contains(wanted), "{text}: {told}");
        assert!(told.contains(diag::Code::BadExchange.name()), "{told}");
        assert_eq!(made.files.len(), 0);
    }
}

#[test]
fn segments_of_a_program_are_joined() {
    let text = exported(&TRANSLATED, Format::Xliff).replace(
        "<source xml:space=\"preserve\">An item</source>\n        \
         <target xml:space=\"preserve\">Тармақ</target>\n      </segment>",
        "<source>An</source><target>Жаңа</target></segment><ignorable><source> </source>\
         </ignorable><segment><source>item</source><target>тармақ</target></segment>",
    );
    let (made, told) = imported(&TRANSLATED, &text, Format::Xliff);
    assert_eq!(told, "");
    assert_eq!(
        made.files["content/sections/1-a/kk.md"],
        KAZAKH.replace("Тармақ", "Жаңа тармақ")
    );
}

#[test]
fn the_words_of_a_claim_are_translated_and_its_name_is_not() {
    let english = "# T\n\n[Most *moved*](claim:peak), and it [](claim:trend).\n";
    let kazakh = "# Т\n\n[Көбі *көшті*](claim:peak), әрі [](claim:trend).\n";
    let files =
        [("content/sections/2-b/en.md", english), ("content/sections/2-b/kk.md", kazakh)];
    for format in [Format::Xliff, Format::Po] {
        let text = exported(&files, format);
        let (made, told) = imported(&files, &text, format);
        assert_eq!((made.files.len(), told.as_str()), (0, ""), "{text}");
        let new = exported(&files, format).replace("Көбі ", "Барлығы ");
        let (made, told) = imported(&files, &new, format);
        assert_eq!(told, "");
        let written = &made.files["content/sections/2-b/kk.md"];
        assert!(
            written.contains("[Барлығы *көшті*](claim:peak), әрі [](claim:trend)."),
            "{written}"
        );
    }
    assert!(exported(&files, Format::Xliff).contains("baspa:claim"));
}
