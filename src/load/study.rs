//! Gathers the files of a project into a study.

use std::collections::BTreeMap;

use super::collection::collection;
use super::dataset::datasets;
use super::decode::{Decode, Decoder};
use super::format::{FigureFile, LayoutFile, StudyFile, TableFile, percent_word};
use super::front::{self, front};
use super::kazakh_latin::kazakh_latin;
use super::layout::{Layout, STUDY, layout};
use super::markdown::{self, is_anchor};
use super::outlines::OutlineFiles;
use super::translations::Taken;
use super::unit::units;
use super::yaml::{self, Node};
use super::{
    accepted, check, claim, figure, interface, look, narrative, opening, references,
    revisions, shared, side_by_side, table, words,
};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::locale::ascii_name;
use crate::site_path::Home;
use crate::source::{FileId, Input, Span, Spanned};
use crate::study::{Collection, PageLayout, Reference, Section, Study, Unreadable};

/// Parses and checks the study of a project that is spoken of, and what it shares with others
/// where it has some. `None` where so much is wrong that nothing can be said of the rest.
pub fn study(input: &Input, draft: bool) -> (Option<Study>, Diagnostics) {
    let mut found = Diagnostics::new();
    let site = match input.home() {
        Home::TOP => None,
        _ => collection(input, draft, &mut found),
    };
    let (study, of_study) = study_in(input, draft, site.as_ref());
    found.append(of_study);
    (study, found)
}

/// The same of one of several studies, whose `site` was read already.
pub fn study_in(
    input: &Input,
    draft: bool,
    site: Option<&Collection>,
) -> (Option<Study>, Diagnostics) {
    let mut found = Diagnostics::new();
    let layout = layout(input, &mut found);
    let root = root(input, &layout, &mut found);
    let keys = StudyFile::keys();
    let languages =
        root.as_ref().and_then(|root| languages(root, &keys, input, &mut found));
    if let (Some(root), Some(site)) = (&root, site) {
        shared::check(root, site, &mut found);
    }
    let (Some(root), Some((languages, source_language))) = (root, languages) else {
        syntax(input, &layout, &mut found);
        return (None, found);
    };
    let mut decoder = Decoder {
        input,
        languages: &languages,
        source_language,
        draft,
        unreadable: Unreadable::default(),
        taken: Taken::default(),
        found: &mut found,
    };
    let mut study = gather(&root, &layout, site, &mut decoder);
    if let Some(site) = site {
        shared::share(site, &mut study);
    }
    (Some(study), found)
}

/// Checks what can be checked of the other files while the languages are not known: that
/// they are YAML and good Markdown.
fn syntax(input: &Input, layout: &Layout, found: &mut Diagnostics) {
    for file in layout.yaml_files() {
        yaml::parse(input, file, found);
    }
    for (tag, file) in layout.markdown_files() {
        if let Some(lang) = Lang::parse(tag) {
            markdown::document(input, file, lang, None, found);
        }
    }
}

fn root(input: &Input, layout: &Layout, found: &mut Diagnostics) -> Option<Node> {
    match layout.study {
        Some(file) => yaml::parse(input, file, found),
        None => {
            found.push(
                Diagnostic::global(
                    Code::MissingFile,
                    format!("there is no `{}`", input.place(STUDY)),
                )
                .help("name the project's folder by `--project DIR`, or begin one by `baspa new DIR`"),
            );
            None
        }
    }
}

/// The languages, which decide how all the rest is read.
pub(super) fn languages(
    root: &Node,
    keys: &[String],
    input: &Input,
    found: &mut Diagnostics,
) -> Option<(Vec<Lang>, Lang)> {
    let mut none = Diagnostics::new();
    let mut probe = Decoder {
        input,
        languages: &[],
        source_language: Lang::parse("en")?,
        draft: false,
        unreadable: Unreadable::default(),
        taken: Taken::default(),
        found: &mut none,
    };
    let fields = probe.fields(root, keys, &[]);
    let fields = fields.as_ref();
    let languages =
        fields.and_then(|fields| probe.field::<Vec<Spanned<Lang>>>(fields, "languages"));
    let source =
        fields.and_then(|fields| probe.field::<Spanned<Lang>>(fields, "source-language"));
    let (Some(languages), Some(source)) = (languages, source) else {
        found.append(none);
        return None;
    };
    let mut unique: BTreeMap<Lang, Span> = BTreeMap::new();
    for lang in &languages {
        if let Some(first) = unique.insert(lang.value, lang.span) {
            let message = format!("the language `{}` stands twice", lang.value);
            found.push(
                Diagnostic::new(Code::BadValue, lang.span, message)
                    .also(first, "first here"),
            );
            return None;
        }
    }
    if !unique.contains_key(&source.value) {
        let message = format!("`{}` is not one of `languages`", source.value);
        found.push(
            Diagnostic::new(Code::BadValue, source.span, message)
                .help("name the language that the others are translated from"),
        );
        return None;
    }
    Some((languages.into_iter().map(|lang| lang.value).collect(), source.value))
}

/// The study, with nothing in the place of what cannot be read, so that all the rest is
/// checked too.
fn gather(
    root: &Node,
    layout: &Layout,
    site: Option<&Collection>,
    decoder: &mut Decoder<'_>,
) -> Study {
    let mut file = StudyFile::decode(root, decoder);
    let latin = file.as_mut().and_then(|file| file.kazakh_latin.take());
    let latin = latin.and_then(|file| kazakh_latin(file, decoder));
    words::begin();
    let ((summary, about, sections), (units, datasets)) = decoder.both(
        |decoder| {
            let summary = narrative::passages("abstract", &layout.summary, decoder);
            let about = narrative::passages("about", &layout.about, decoder);
            (summary, about, sections(layout, decoder))
        },
        |decoder| {
            let units = units(layout, decoder);
            let datasets = datasets(layout, &units, decoder);
            (units, datasets)
        },
    );
    let percent_word = match site {
        Some(site) => site.percent_word,
        None => percent_word(file.as_ref().and_then(|file| file.percent_word)),
    };
    let words = words::words(layout, percent_word, decoder);
    words::check_levels(&datasets, &words, decoder);
    let mut outlines = OutlineFiles::new(&layout.outlines);
    let figures = objects(&layout.figures, decoder, |id, file: FigureFile, decoder| {
        figure::figure(id, file, &datasets, &units, &mut outlines, decoder)
    });
    if figures.len() == layout.figures.len() {
        outlines.unused(decoder);
    }
    let tables = objects(&layout.tables, decoder, |id, file: TableFile, decoder| {
        table::table(id, file, &datasets, decoder)
    });
    let of_front = file.as_mut().and_then(|file| file.front.take());
    let opening = of_front
        .map(|own| opening::opening(own, &figures, &datasets, decoder))
        .unwrap_or_default();
    let of_theme = file.as_mut().and_then(|file| file.theme.take());
    let look = of_theme.map(|own| look::look(own, decoder)).unwrap_or_default();
    let references = references(layout, decoder);
    let latin = match site {
        Some(site) => shared::latin(site, decoder.languages),
        None => latin,
    };
    let messages = match site {
        Some(site) => shared::messages(site, decoder.languages, latin.as_ref()),
        None => {
            narrative::refuse_unknown(&layout.messages, STUDY, decoder);
            interface::messages(&layout.messages, latin.as_ref(), percent_word, decoder)
        }
    };
    let accepted = accepted::accepted(layout, decoder);
    let revisions = revisions::revisions(layout, decoder);
    let claims = claim::claims(layout, decoder);
    let checked = check::run(&datasets, &decoder.unreadable, decoder.found);
    let base_url =
        file.as_ref().and_then(|file| base_url(file.base_url.as_ref(), decoder));
    let given = file.as_ref().and_then(|file| file.side_by_side.as_ref());
    let side_by_side = side_by_side::pairs(given, decoder);
    let pages = page_layout(file.as_ref());
    let typography = file.as_ref().and_then(|file| file.typography).unwrap_or(true);
    let min_grouping = file.as_ref().and_then(|file| file.min_grouping.as_ref());
    let min_grouping = min_grouping.map_or(1, |given| self::min_grouping(given, decoder));
    let languages = match &file {
        Some(file) => (file.languages.clone(), file.source_language),
        None => (decoder.languages.to_vec(), decoder.source_language),
    };
    let translations =
        std::mem::take(&mut decoder.taken).files(decoder.input, decoder.languages);
    let against = claim::Against { datasets: &datasets, checked: &checked };
    let claimed = against.claims(&claims, &translations, decoder);
    let front = match file {
        Some(file) => front(file, decoder),
        None => front::nothing(root.span, decoder),
    };
    Study {
        home: decoder.input.home(),
        languages: languages.0,
        source_language: languages.1,
        kazakh_latin: latin,
        typography,
        min_grouping,
        base_url,
        side_by_side,
        layout: pages,
        front,
        opening,
        look,
        summary: summary.unwrap_or_else(|| narrative::nothing(root.span, decoder)),
        about: about.unwrap_or_else(|| narrative::nothing(root.span, decoder)),
        sections,
        datasets,
        figures,
        tables,
        references,
        units,
        words,
        percent_word,
        messages,
        translations,
        accepted,
        revisions,
        findings: checked.disputed,
        failing: checked.failing,
        claims,
        claimed,
        unreadable: std::mem::take(&mut decoder.unreadable),
    }
}

fn page_layout(file: Option<&StudyFile>) -> PageLayout {
    match file.and_then(|file| file.layout) {
        Some(LayoutFile::Paged) => PageLayout::Paged,
        None | Some(LayoutFile::Single) => PageLayout::Single,
    }
}

fn references(layout: &Layout, decoder: &mut Decoder<'_>) -> Vec<Reference> {
    let Some(file) = layout.references else { return Vec::new() };
    match parse(file, decoder) {
        Some(root) => references::references(&root, decoder),
        None => {
            decoder.unreadable.references = true;
            Vec::new()
        }
    }
}

/// The YAML of a file.
pub(super) fn parse(file: FileId, decoder: &mut Decoder<'_>) -> Option<Node> {
    yaml::parse(decoder.input, file, decoder.found)
}

fn objects<F: Decode + Send, T>(
    files: &BTreeMap<String, FileId>,
    decoder: &mut Decoder<'_>,
    mut make: impl FnMut(Spanned<String>, F, &mut Decoder<'_>) -> Option<T>,
) -> BTreeMap<String, T> {
    let found = decoder.each(files.iter().collect(), |(id, file), decoder| {
        let name = Spanned { value: id.clone(), span: Span::start_of(*file) };
        if !is_anchor(id) {
            let good = ascii_name(id, decoder.source_language);
            decoder.report(
                Diagnostic::new(
                    Code::BadId,
                    name.span,
                    format!("`{id}` is no id of a figure or table"),
                )
                .help("small Latin letters, digits and hyphens make an id")
                .help(format!("rename the file to `{good}.yaml`")),
            );
            decoder.unreadable.ids.insert(good);
            return None;
        }
        let file = parse(*file, decoder).and_then(|root| F::decode(&root, decoder));
        if file.is_none() {
            decoder.unreadable.ids.insert(id.clone());
        }
        Some((name, file?))
    });
    let mut objects = BTreeMap::new();
    for (name, file) in found.into_iter().flatten() {
        let id = name.value.clone();
        match make(name, file, decoder) {
            Some(object) => drop(objects.insert(id, object)),
            None => drop(decoder.unreadable.ids.insert(id)),
        }
    }
    objects
}

fn sections(layout: &Layout, decoder: &mut Decoder<'_>) -> Vec<Section> {
    let folders = narrative::in_order(&layout.sections, decoder);
    let sections = decoder.each(folders, |(folder, files), decoder| {
        let section = narrative::section(folder, files, decoder);
        decoder.unreadable.sections |= section.is_none();
        section
    });
    if layout.sections.is_empty() {
        decoder.unreadable.sections = true;
        let folder = decoder.input.place("content/sections/10-introduction/");
        decoder.report(
            Diagnostic::global(Code::MissingFile, "the study has no sections")
                .help(format!("write `{folder}` with a file for each language")),
        );
    }
    sections.into_iter().flatten().collect()
}

/// 1 or 2, as CLDR has it.
fn min_grouping(given: &Spanned<u32>, decoder: &mut Decoder<'_>) -> u8 {
    match given.value {
        1 => 1,
        2 => 2,
        other => {
            let message = format!("`{other}` is no way to group digits");
            decoder.report(
                Diagnostic::new(Code::BadValue, given.span, message)
                    .help("write 1 for «1 234», 2 for «1234» and «12 345»"),
            );
            1
        }
    }
}

pub(super) fn base_url(
    given: Option<&Spanned<String>>,
    decoder: &mut Decoder<'_>,
) -> Option<String> {
    let given = given?;
    match crate::site_path::base_url(&given.value) {
        Some(url) => Some(url),
        None => {
            decoder.report(
                Diagnostic::new(
                    Code::BadValue,
                    given.span,
                    format!("`{}` is no address of a site", given.value),
                )
                .help("write it as `https://example.org/study/`"),
            );
            None
        }
    }
}
