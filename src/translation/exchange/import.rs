//! Holds what came back from a translator against the study, and makes the files of the
//! study anew.

use std::collections::BTreeMap;
use std::ops::Range;

use super::export::pairs;
use super::pieces::{self, joined};
use super::yaml::{self, Edit};
use super::{Code as Placeholder, Piece, Returned, ReturnedUnit, markdown};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::load;
use crate::source::{FileId, Input, Span};
use crate::study::{Role, Study, TranslationFile, TranslationUnit};

/// What an import changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The files that change, whole: path from the project's root, and text.
    pub files: BTreeMap<String, String>,
    /// How many units have another text now.
    pub changed: usize,
    /// How many units came back as they are.
    pub unchanged: usize,
    /// How many units have no translation yet.
    pub untranslated: usize,
}

/// Takes over translations into the files of `study`, which was read from `input`.
/// Nothing is taken over where an error is found.
pub fn import(
    study: &Study,
    input: &Input,
    returned: &[(Lang, Returned)],
    found: &mut Diagnostics,
) -> Imported {
    let mut made = Imported::default();
    let mut changes = Vec::new();
    for (target, returned) in returned {
        let known = Known::new(study, *target);
        for unit in &returned.units {
            match known.change(unit, &mut made, found) {
                Some(change) => changes.push(change),
                None => continue,
            }
        }
    }
    made.changed = changes.len();
    let places = Files { study, input }.edit(&changes, &mut made.files, found);
    if !found.has_errors() {
        prove(input, &made.files, &places, found);
    }
    made
}

/// The texts of the study in a language and its source, by file and key.
struct Known<'a> {
    target: Lang,
    units: BTreeMap<(&'a str, &'a str), Twins<'a>>,
}

#[derive(Clone, Copy)]
struct Twins<'a> {
    file: &'a TranslationFile,
    source: &'a TranslationUnit,
    target: Option<&'a TranslationUnit>,
}

/// A unit that gets another text.
struct Change<'a> {
    lang: Lang,
    twins: Twins<'a>,
    /// What the translator wrote.
    pieces: Vec<Piece>,
    /// The same as Markdown.
    text: String,
    /// Where it stands in the file that came back.
    span: Span,
}

impl<'a> Known<'a> {
    fn new(study: &'a Study, target: Lang) -> Self {
        let units = study.translations.iter().flat_map(|file| {
            pairs(file, study.source_language, target).into_iter().filter_map(
                move |pair| {
                    let source = pair.source?;
                    let twins = Twins { file, source, target: pair.target };
                    Some(((file.id.as_str(), source.key.as_str()), twins))
                },
            )
        });
        Self { target, units: units.collect() }
    }

    /// What a unit that came back changes; `None` where it changes nothing, or where a
    /// diagnostic says why it cannot be taken over.
    fn change(
        &self,
        unit: &ReturnedUnit,
        made: &mut Imported,
        found: &mut Diagnostics,
    ) -> Option<Change<'a>> {
        let Some(pieces) = &unit.target else {
            made.untranslated += 1;
            return None;
        };
        let Some(twins) = self.units.get(&(unit.file.as_str(), unit.key.as_str())) else {
            found.push(stale(unit, "is no longer a text of the study"));
            return None;
        };
        let (source, mut codes) = pieces::of_source(twins.source);
        let own = twins.target.map(|target| pieces::of_target(target, &mut codes));
        if even(&unit.source) != even(&source) {
            let diagnostic = stale(unit, "was translated from an older wording");
            found.push(diagnostic.also(twins.source.span, "the wording now"));
            return None;
        }
        let pieces = trimmed(pieces);
        let (current, own) = own.unwrap_or_default();
        if pieces == trimmed(&current) {
            made.unchanged += 1;
            return None;
        }
        let models = [Some(&source), twins.target.map(|_| &current)];
        let spoilt =
            spoilt(&pieces, &codes, &models.into_iter().flatten().collect::<Vec<_>>());
        let refused = refused_words(&pieces);
        if !spoilt.is_empty() || refused.is_some() {
            let told = spoilt.into_iter().map(|message| {
                Diagnostic::new(Code::Placeholder, unit.span, format!("{}: {message}", named(unit)))
                    .also(twins.source.span, "the source")
                    .help("each placeholder of the source stands once in the translation, as it is")
            });
            found.extend(told);
            found.extend(refused.map(|message| {
                super::returned::bad(unit.span, format!("{}: {message}", named(unit)))
            }));
            return None;
        }
        let mut written: BTreeMap<usize, Placeholder> = (1..).zip(codes).collect();
        written.extend(own);
        let text = match twins.source.role {
            Role::Plain => plain(&pieces),
            _ => markdown::write(&pieces, &written),
        };
        Some(Change { lang: self.target, twins: *twins, pieces, text, span: unit.span })
    }
}

/// Words that are no Markdown.
fn plain(pieces: &[Piece]) -> String {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(words.as_str()),
        _ => None,
    });
    words.collect()
}

fn named(unit: &ReturnedUnit) -> String {
    format!("`{}#{}`", unit.file, unit.key)
}

fn stale(unit: &ReturnedUnit, what: &str) -> Diagnostic {
    let message = format!("{} {what}: it is left out", named(unit));
    Diagnostic::new(Code::StaleUnit, unit.span, message)
        .help("export anew, and translate it again")
}

/// Pieces with runs of white space as one space: programs break lines as they like.
fn even(pieces: &[Piece]) -> Vec<Piece> {
    let even = |words: &str| {
        let mut out = String::new();
        for sign in words.chars() {
            match sign.is_ascii_whitespace() {
                true if out.ends_with(' ') => {}
                true => out.push(' '),
                false => out.push(sign),
            }
        }
        out
    };
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Words(words) => Piece::Words(even(words)),
        other => other.clone(),
    });
    joined(pieces)
}

/// The same without white space at either end.
fn trimmed(pieces: &[Piece]) -> Vec<Piece> {
    let mut pieces = even(pieces);
    if let Some(Piece::Words(first)) = pieces.first_mut() {
        *first = first.trim_start_matches(' ').to_owned();
    }
    if let Some(Piece::Words(last)) = pieces.last_mut() {
        *last = last.trim_end_matches(' ').to_owned();
    }
    joined(pieces)
}

/// What is wrong with the placeholders of a translation. Each must stand as often as in
/// one of the `models`: the source, and the translation that there is.
fn spoilt(
    pieces: &[Piece],
    codes: &[Placeholder],
    models: &[&Vec<Piece>],
) -> Vec<String> {
    let mut wrong = unbalanced(pieces, codes);
    let counts = count(pieces, codes);
    let of_models: Vec<_> = models.iter().map(|model| count(model, codes)).collect();
    for (number, code) in (1..).zip(codes) {
        let first = codes.iter().position(|other| other.same == code.same);
        if first != Some(number - 1) {
            continue;
        }
        let of = |counts: &BTreeMap<&str, usize>| *counts.get(&*code.same).unwrap_or(&0);
        let (fewest, most) = of_models
            .iter()
            .map(of)
            .fold((usize::MAX, 0), |(low, high), n| (low.min(n), high.max(n)));
        let sign = &code.opening;
        match of(&counts) {
            n if n < fewest => {
                wrong.push(format!("placeholder {number} (`{sign}`) is lost"))
            }
            n if n > most => {
                wrong.push(format!("placeholder {number} (`{sign}`) stands too often"))
            }
            _ => {}
        }
    }
    wrong
}

/// How often each placeholder stands.
fn count<'c>(pieces: &[Piece], codes: &'c [Placeholder]) -> BTreeMap<&'c str, usize> {
    let mut counts = BTreeMap::new();
    for piece in pieces {
        if let Piece::Alone(number) | Piece::Open(number) = piece
            && let Some(code) = codes.get(number - 1)
        {
            *counts.entry(code.same.as_str()).or_default() += 1;
        }
    }
    counts
}

/// Placeholders that the unit does not have, and pairs that do not match.
fn unbalanced(pieces: &[Piece], codes: &[Placeholder]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut open = Vec::new();
    for piece in pieces {
        let (Piece::Alone(number) | Piece::Open(number) | Piece::Close(number)) = piece
        else {
            continue;
        };
        let Some(code) = codes.get(number - 1) else {
            wrong.push(format!("there is no placeholder {number}"));
            continue;
        };
        match piece {
            Piece::Close(_) => {
                if open.pop() != Some(*number) {
                    wrong.push(format!(
                        "placeholder {number} ends where it has not begun"
                    ));
                }
                continue;
            }
            Piece::Open(_) => open.push(*number),
            Piece::Alone(_) | Piece::Words(_) => {}
        }
        if matches!(piece, Piece::Open(_)) != code.closing.is_some() {
            wrong.push(format!("placeholder {number} (`{}`) was changed", code.opening));
        }
    }
    wrong.extend(open.iter().map(|number| format!("placeholder {number} does not end")));
    wrong
}

/// Why the words of a translation cannot stand in a text.
fn refused_words(pieces: &[Piece]) -> Option<String> {
    let words = || {
        pieces.iter().filter_map(|piece| match piece {
            Piece::Words(words) => Some(words.as_str()),
            _ => None,
        })
    };
    if let Some(sign) = words().flat_map(str::chars).find(|c| c.is_control()) {
        return Some(format!(
            "the character U+{:04X} cannot stand in a text",
            sign as u32
        ));
    }
    if words().any(|words| words.contains("{{")) {
        return Some(
            "`{{` begins an expression, which a translation cannot hold".to_owned(),
        );
    }
    pieces.is_empty().then(|| "the translation is empty".to_owned())
}

/// The files that change.
struct Files<'a> {
    study: &'a Study,
    input: &'a Input,
}

/// Where a change must be read again: language, file, and the unit by its place among
/// those of the language, or by its key.
struct Proof<'c, 'a> {
    change: &'c Change<'a>,
    key: String,
}

impl<'a> Files<'a> {
    /// Makes all changes.
    fn edit<'c>(
        &self,
        changes: &'c [Change<'a>],
        files: &mut BTreeMap<String, String>,
        found: &mut Diagnostics,
    ) -> Vec<Proof<'c, 'a>> {
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        let mut new: BTreeMap<(&str, Lang), Vec<&'c Change<'a>>> = BTreeMap::new();
        let mut proofs = Vec::new();
        for change in changes {
            let Twins { file, source, target } = change.twins;
            let missing = file.units.get(change.lang).is_none();
            let edit = match target {
                Some(target) => self.replace(change, target),
                None if source.role.is_keyed() => self.insert(change),
                None if missing => {
                    new.entry((&file.id, change.lang)).or_default().push(change);
                    continue;
                }
                None => None,
            };
            let Some((id, edit)) = edit else {
                found.push(no_place(change));
                continue;
            };
            edits.entry(id).or_default().push(edit);
            let key = target.map_or(&source.key, |target| &target.key).clone();
            proofs.push(Proof { change, key });
        }
        for (id, mut edits) in edits {
            let text = yaml::apply(self.input.readable_text(id), &mut edits);
            files.insert(self.input.file(id).path.clone(), text);
        }
        for ((id, lang), changes) in new {
            if let Some(text) = self.skeleton(id, &changes, found) {
                files.insert(self.input.place(&format!("content/{id}/{lang}.md")), text);
                let key = |change: &&'c Change<'a>| change.twins.source.key.clone();
                proofs.extend(
                    changes.iter().map(|change| Proof { change, key: key(change) }),
                );
            }
        }
        proofs
    }

    fn replace(
        &self,
        change: &Change<'_>,
        target: &TranslationUnit,
    ) -> Option<(FileId, Edit)> {
        let range = range(target.span);
        let edit = match target.role {
            Role::Line | Role::Plain => yaml::replace(
                self.input.readable_text(target.span.file),
                range,
                &change.text,
            ),
            _ => Edit { range, text: change.text.clone() },
        };
        Some((target.span.file, edit))
    }

    fn insert(&self, change: &Change<'_>) -> Option<(FileId, Edit)> {
        let span = change.twins.source.span;
        let text = self.input.readable_text(span.file);
        let source = self.study.source_language;
        let edit = yaml::insert(text, range(span), source, change.lang, &change.text)?;
        Some((span.file, edit))
    }

    /// A new file: that of the source with every unit translated. One that is translated
    /// in part would be wrong in the rest, and is not made.
    fn skeleton(
        &self,
        id: &str,
        changes: &[&Change<'_>],
        found: &mut Diagnostics,
    ) -> Option<String> {
        let first = changes.first()?;
        let file = first.twins.file;
        let wanted = file.units.get(self.study.source_language).as_deref()?;
        let translated = |unit: &TranslationUnit| {
            changes.iter().any(|c| c.twins.source.key == unit.key)
        };
        let left =
            wanted.iter().filter(|unit| unit.has_words() && !translated(unit)).count();
        if left > 0 {
            let message = format!(
                "`{id}` is not translated yet in `{}`: {left} of {} texts are missing",
                first.lang,
                wanted.iter().filter(|unit| unit.has_words()).count()
            );
            found.push(
                Diagnostic::new(Code::StaleUnit, first.span, message)
                    .help("its file is made when all its texts are translated"),
            );
            return None;
        }
        let source = wanted.first()?.span.file;
        let mut edits: Vec<_> = changes
            .iter()
            .map(|change| Edit {
                range: range(change.twins.source.span),
                text: change.text.clone(),
            })
            .collect();
        Some(yaml::apply(self.input.readable_text(source), &mut edits))
    }
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn no_place(change: &Change<'_>) -> Diagnostic {
    let Twins { file, source, .. } = change.twins;
    let message = format!(
        "the text of `{}#{}` in `{}` has no place to stand",
        file.id, source.key, change.lang
    );
    Diagnostic::new(Code::StaleUnit, change.span, message)
        .also(source.span, "the source")
        .help("add its twin to the file by hand, in any words, and import again")
}

/// Reads the files again and holds what they say against what the translator wrote.
fn prove(
    input: &Input,
    files: &BTreeMap<String, String>,
    proofs: &[Proof<'_, '_>],
    found: &mut Diagnostics,
) {
    let new = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let (study, _) = load::study(&input.with(new), true);
    let mut read: BTreeMap<(&str, Lang, &str), &TranslationUnit> = BTreeMap::new();
    for file in study.iter().flat_map(|study| &study.translations) {
        for (lang, units) in file.units.iter() {
            for unit in units.iter().flatten() {
                read.insert((&file.id, lang, &unit.key), unit);
            }
        }
    }
    for Proof { change, key } in proofs {
        let id = change.twins.file.id.as_str();
        let unit = read.get(&(id, change.lang, key.as_str()));
        let same = unit.is_some_and(|unit| {
            let (_, mut codes) = pieces::of_source(change.twins.source);
            // Its own placeholders are numbered as they were when it was exported.
            if let Some(target) = change.twins.target {
                pieces::of_target(target, &mut codes);
            }
            trimmed(&pieces::of_known(unit, &codes)) == change.pieces
        });
        if !same {
            let message = format!("`{id}#{key}` would not read as it was translated");
            found.push(
                super::returned::bad(change.span, message)
                    .help("write it into the file by hand"),
            );
        }
    }
}
