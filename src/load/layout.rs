//! Which file of a project is what.

use std::collections::BTreeMap;

use super::rows::holds_rows;
use crate::diag::{Code, Diagnostic, Diagnostics, nearest};
use crate::site_path::Home;
use crate::source::{CONTENT, FileId, Input, Span};

/// The file that declares the only study of a project.
pub(super) const STUDY: &str = "content/study.yaml";

/// The folder of the interface texts that a project words anew.
pub(super) const MESSAGES: &str = "content/messages/";

/// A file in each language, by the language's tag.
pub(super) type Translations = BTreeMap<String, FileId>;

/// The files of a study by what they are.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Whether the project has several studies, which share their interface texts.
    is_one_of_several: bool,
    pub(super) study: Option<FileId>,
    pub(super) units: Option<FileId>,
    pub(super) nouns: Option<FileId>,
    pub(super) places: Option<FileId>,
    pub(super) references: Option<FileId>,
    pub(super) claims: Option<FileId>,
    /// What translations were accepted for.
    pub(super) accepted: Option<FileId>,
    /// What was changed after the study was first published.
    pub(super) revisions: Option<FileId>,
    pub(super) summary: Translations,
    pub(super) about: Translations,
    /// None where the project has several studies: they share theirs.
    pub(super) messages: Translations,
    /// By the name of the section's folder.
    pub(super) sections: BTreeMap<String, Translations>,
    /// By id.
    pub(super) datasets: BTreeMap<String, FileId>,
    /// Files that hold rows by name.
    pub(super) tables_of_data: BTreeMap<String, FileId>,
    /// By id.
    pub(super) figures: BTreeMap<String, FileId>,
    /// Files of outlines by name.
    pub(super) outlines: BTreeMap<String, FileId>,
    /// By id.
    pub(super) tables: BTreeMap<String, FileId>,
}

/// Names of files and folders that `content/` may hold, for suggestions.
const KNOWN: [&str; 16] = [
    "study.yaml",
    "units.yaml",
    "nouns.yaml",
    "places.yaml",
    "references.yaml",
    "claims.yaml",
    "translations.yaml",
    "revisions.yaml",
    "record.json",
    "abstract",
    "about",
    "messages",
    "sections",
    "data",
    "figures",
    "tables",
];

/// Sorts the files below `content/`; reports those that no rule knows.
pub(super) fn layout(input: &Input, found: &mut Diagnostics) -> Layout {
    let is_one_of_several = input.home() != Home::TOP;
    let mut layout = Layout { is_one_of_several, ..Layout::default() };
    let folder = input.place(CONTENT);
    for (file, entry) in input.under(&folder) {
        let path = &entry.path[folder.len()..];
        if !layout.take(path, file) {
            let first = path.split('/').next().unwrap_or(path);
            let diagnostic = Diagnostic::new(
                Code::UnknownFile,
                Span::start_of(file),
                format!("`{}` is no file of a study", entry.path),
            );
            found.push(match KNOWN.contains(&first) {
                true => diagnostic.help(expected(first)),
                false => {
                    let stem = first.split('.').next().unwrap_or(first);
                    let near = nearest(first, KNOWN).or_else(|| nearest(stem, KNOWN));
                    diagnostic.suggest(near.unwrap_or(first), KNOWN)
                }
            });
        }
    }
    layout
}

/// Whether `content/` may hold a folder of this name in a project of one study.
pub(super) fn is_known_folder(folder: &str) -> bool {
    KNOWN.contains(&folder)
}

fn expected(folder: &str) -> &'static str {
    match folder {
        "sections" => {
            "a section is a folder with a file for each language: `sections/10-name/en.md`"
        }
        "data" => {
            "a dataset is `data/name.yaml`, its rows inside or beside it in `.csv`, `.tsv`, `.xlsx` or `.ods`"
        }
        "figures" => {
            "a figure is one YAML file, named by its id; outlines are `figures/name.geojson`"
        }
        "tables" => "a table is one YAML file, named by its id",
        "messages" => {
            "interface texts of a language are `content/messages/en.yaml`, of all studies of a project"
        }
        _ => "here stands a file for each language: `en.md`",
    }
}

impl Layout {
    /// Every YAML file but `study.yaml`.
    pub(super) fn yaml_files(&self) -> impl Iterator<Item = FileId> {
        let folders = [&self.datasets, &self.figures, &self.tables, &self.messages];
        let single = [
            self.units,
            self.nouns,
            self.places,
            self.references,
            self.claims,
            self.accepted,
            self.revisions,
        ];
        let single = single.into_iter().flatten();
        single.chain(folders.into_iter().flat_map(BTreeMap::values).copied())
    }

    /// Every Markdown file with the name of its language.
    pub(super) fn markdown_files(&self) -> impl Iterator<Item = (&str, FileId)> {
        let texts = [&self.summary, &self.about].into_iter();
        let texts = texts.chain(self.sections.values()).flatten();
        texts.map(|(tag, file)| (tag.as_str(), *file))
    }

    fn take(&mut self, path: &str, file: FileId) -> bool {
        let parts: Vec<_> = path.split('/').collect();
        match parts.as_slice() {
            ["study.yaml"] => self.study = Some(file),
            ["units.yaml"] => self.units = Some(file),
            ["nouns.yaml"] => self.nouns = Some(file),
            ["places.yaml"] => self.places = Some(file),
            ["references.yaml"] => self.references = Some(file),
            ["claims.yaml"] => self.claims = Some(file),
            ["translations.yaml"] => self.accepted = Some(file),
            ["revisions.yaml"] => self.revisions = Some(file),
            // Whoever compares builds reads it.
            ["record.json"] => {}
            ["abstract", name] => return put(&mut self.summary, name, ".md", file),
            ["about", name] => return put(&mut self.about, name, ".md", file),
            ["messages", name] if !self.is_one_of_several => {
                return put(&mut self.messages, name, ".yaml", file);
            }
            ["data", name] if holds_rows(name) => {
                self.tables_of_data.insert((*name).to_owned(), file);
            }
            ["data", name] => return put(&mut self.datasets, name, ".yaml", file),
            ["figures", name] if name.ends_with(".geojson") => {
                self.outlines.insert((*name).to_owned(), file);
            }
            ["figures", name] => return put(&mut self.figures, name, ".yaml", file),
            ["tables", name] => return put(&mut self.tables, name, ".yaml", file),
            ["sections", folder, name] => {
                let section = self.sections.entry((*folder).to_owned()).or_default();
                return put(section, name, ".md", file);
            }
            _ => return false,
        }
        true
    }
}

fn put(
    files: &mut BTreeMap<String, FileId>,
    name: &str,
    ending: &str,
    file: FileId,
) -> bool {
    match name.strip_suffix(ending) {
        Some(stem) => files.insert(stem.to_owned(), file).is_none(),
        None => false,
    }
}
