//! Gathers the translation units of all files.

use std::collections::BTreeMap;

use crate::lang::{Lang, PerLang};
use crate::source::{CONTENT, FileId, Input, Span};
use crate::study::{Part, Role, TranslationFile, TranslationUnit};

/// The units that were taken down while files were read.
#[derive(Default)]
pub(super) struct Taken {
    /// Of a text in Markdown by its folder, in each language that has it.
    texts: BTreeMap<String, BTreeMap<Lang, Vec<TranslationUnit>>>,
    /// Of a YAML file.
    lines: BTreeMap<FileId, BTreeMap<Lang, Vec<TranslationUnit>>>,
    /// The keys above the value at hand of a YAML file.
    keys: Vec<String>,
}

impl Taken {
    /// Takes down a text in Markdown.
    pub(super) fn text(&mut self, folder: &str, lang: Lang, units: Vec<TranslationUnit>) {
        self.texts.entry(folder.to_owned()).or_default().insert(lang, units);
    }

    /// Takes down a text in YAML.
    pub(super) fn line(&mut self, lang: Lang, role: Role, span: Span, parts: Vec<Part>) {
        let key = self.keys.join(".");
        let unit = TranslationUnit { key, role, span, parts };
        let own = self.lines.entry(span.file).or_default();
        own.entry(lang).or_default().push(unit);
    }

    /// Adds what was taken down while other files were read.
    pub(super) fn take_in(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.lines.extend(other.lines);
    }

    /// Goes down to the value of `key`.
    pub(super) fn enter(&mut self, key: impl Into<String>) {
        self.keys.push(key.into());
    }

    /// Comes back up.
    pub(super) fn leave(&mut self) {
        self.keys.pop();
    }

    /// All of it in the order in which a reader meets it.
    pub(super) fn files(self, input: &Input, languages: &[Lang]) -> Vec<TranslationFile> {
        let folder = input.place(CONTENT);
        let texts = self.texts.into_iter();
        let lines = self.lines.into_iter().map(|(file, mut units)| {
            for lang in languages {
                units.entry(*lang).or_default().sort_by_key(|unit| unit.span);
            }
            (id_of(&folder, &input.file(file).path), units)
        });
        let mut files: Vec<_> = texts
            .chain(lines)
            .map(|(id, mut units)| TranslationFile {
                id,
                units: PerLang::new(languages, |lang| units.remove(&lang)),
            })
            .collect();
        files.sort_by(|a, b| place(&a.id).cmp(&place(&b.id)));
        files
    }
}

/// The path below the study's folder without its ending.
fn id_of(folder: &str, path: &str) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_owned()
}

/// Where a reader meets a file: by its folder, then by the number of a section.
fn place(id: &str) -> (usize, usize, &str) {
    const ORDER: [&str; 7] =
        ["study", "abstract", "sections", "figures", "tables", "about", "data"];
    let (folder, name) = id.split_once('/').unwrap_or((id, ""));
    let folder = ORDER.iter().position(|own| *own == folder).unwrap_or(ORDER.len());
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let number = name[..digits].trim_start_matches('0').len();
    (folder, number, name.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::load;
    use crate::source::Input;
    use crate::study::{Part, PartKind, TranslationFile, TranslationUnit};

    /// The smallest study around `files`, in English and Kazakh.
    fn translations(files: &[(&str, &str)]) -> (Vec<TranslationFile>, Input) {
        let study = "languages: [en, kk]\nsource-language: en\n\
            title: {en: T, kk: Т}\ndescription: {en: D, kk: С}\n\
            authors: [{name: {en: A, kk: А}}]\nkeywords: {en: [one, two], kk: [бір, екі]}\n";
        let base = [("content/study.yaml", study)];
        let files = base.iter().chain(files);
        let input = Input::new(
            files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())),
        );
        let (study, _) = load::study(&input, true);
        (study.unwrap().translations, input)
    }

    fn of<'a>(files: &'a [TranslationFile], id: &str) -> &'a [TranslationUnit] {
        let file = files.iter().find(|file| file.id == id).unwrap();
        file.units.get(Lang::parse("en").unwrap()).as_ref().unwrap()
    }

    /// The parts of a unit, each with its kind and what stands at its place.
    fn show(unit: &TranslationUnit, input: &Input) -> String {
        let part = |part: &Part| {
            let at = input.slice(part.span);
            match &part.kind {
                PartKind::Words if part.text == at => format!("«{at}»"),
                PartKind::Words => format!("«{}»<{at}>", part.text),
                _ => {
                    assert_eq!(part.text, at);
                    format!("{{{at}}}")
                }
            }
        };
        unit.parts.iter().map(part).collect()
    }

    #[test]
    fn a_unit_holds_its_signs_apart_from_its_words() {
        let text = "# Title\n\nMore *than {{ 5 }}* of [a](https://b.c) [@k, p. 3],\nsee \
            [](#x) and [table {number}](#x) <sup>2</sup> `code`[^n] \\# R&amp;D.\n\n[^n]: Note.\n";
        let (files, input) = translations(&[("content/sections/1-a/en.md", text)]);
        let units = of(&files, "sections/1-a");
        let shown: Vec<_> = units.iter().map(|unit| show(unit, &input)).collect();
        assert_eq!(
            shown,
            [
                "«Title»",
                "«More »{*}«than »{{{ 5 }}}{*}« of »{[}«a»{](https://b.c)}« »\
                 {[@k, p. 3]}«,»« »<\n>«see »{[}{](#x)}« and »{[}«table {number}»{](#x)}« »\
                 {<sup>}«2»{</sup>}« »{`code`}{[^n]}« »«# R»«&»<&amp;>«D.»",
                "«Note.»"
            ]
        );
        assert_eq!(input.slice(units[1].span), text[9..text.len() - 14].trim_end());
    }

    #[test]
    fn a_unit_knows_its_role() {
        let text = "# T\n\n## H\n\nP\n\n- one\n\n  more\n- two\n  1. deep\n\n> Q\n\n\
            | a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n---\n\n![](figure:f)\n\n\\* P\n";
        let (files, input) = translations(&[("content/sections/1-a/en.md", text)]);
        let units = of(&files, "sections/1-a");
        let roles: Vec<_> = units
            .iter()
            .map(|unit| {
                format!("{} {:?} {:?}", unit.key, unit.role, input.slice(unit.span))
            })
            .collect();
        assert_eq!(
            roles.join("\n"),
            "1 Title \"T\"\n2 Heading(2) \"H\"\n3 Paragraph \"P\"\n\
             4 Item { depth: 1, first: true } \"one\"\n\
             5 Item { depth: 1, first: false } \"more\"\n\
             6 Item { depth: 1, first: true } \"two\"\n\
             7 Item { depth: 2, first: true } \"deep\"\n8 Quote \"Q\"\n\
             9 Cell \"a\"\n10 Cell \"b\"\n11 Cell \"c\"\n12 Cell \"d\"\n\
             13 Code \"```\\ncode\\n```\"\n14 Rule \"---\\n\"\n\
             15 Placed(\"figure:f\") \"![](figure:f)\"\n16 Paragraph \"\\\\* P\""
        );
    }

    #[test]
    fn a_text_in_yaml_is_named_by_the_keys_above_it() {
        let (files, input) = translations(&[]);
        let units = of(&files, "study");
        let shown: Vec<_> = units
            .iter()
            .map(|unit| format!("{} {}", unit.key, input.slice(unit.span)))
            .collect();
        assert_eq!(
            shown,
            [
                "title T",
                "description D",
                "authors.1.name A",
                "keywords.1 one",
                "keywords.2 two"
            ]
        );
    }

    #[test]
    fn files_stand_as_a_reader_meets_them() {
        let (files, _) = translations(&[
            ("content/sections/10-b/en.md", "# B\n"),
            ("content/sections/9-a/en.md", "# A\n"),
            ("content/sections/9-a/kk.md", "# А\n"),
            ("content/abstract/en.md", "A\n"),
        ]);
        let ids: Vec<_> = files.iter().map(|file| file.id.as_str()).collect();
        assert_eq!(ids, ["study", "abstract", "sections/9-a", "sections/10-b"]);
        let kazakh = Lang::parse("kk").unwrap();
        let has: Vec<_> =
            files.iter().map(|file| file.units.get(kazakh).is_some()).collect();
        assert_eq!(has, [true, false, true, false]);
    }
}
