//! The index as scripts, which a browser loads from a folder as from a server.
//!
//! Each script calls `baspaIndex(part, data)`. The part `head` has the rules of the
//! language and what the other parts hold: `t0`, `t1` … stems and their entries, `r0`,
//! `r1` … the entries themselves. The parts of a small index stand in one file; of a large
//! one the head stands alone, and a search loads the few parts that it needs.

use serde_json::{Value, json};

use super::postings::{LARGEST, Postings, postings};
use super::{Entry, Grammar, Place};
use crate::lang::Lang;

/// The part that is loaded first.
const HEAD: &str = "head";
/// How many bytes an index has at most as one file.
const ONE_FILE: usize = 512 * 1024;
/// How many bytes of stems a part has, about.
const STEMS_OF_PART: usize = 32 * 1024;
/// How many entries a part has: as many as a page of results may be far apart.
const ENTRIES_OF_PART: usize = 16;
/// The base of the numbers of the postings.
const BASE: usize = 36;

/// A script of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexFile {
    /// The part that it holds, `head` of the script that is loaded first.
    pub part: String,
    /// Its text.
    pub text: String,
}

/// The scripts that find `entries` of the edition in `lang`, with the addresses that `link` gives their places.
pub fn index(
    lang: Lang,
    grammar: &Grammar,
    entries: &[Entry],
    link: impl Fn(&Place) -> String,
) -> Vec<IndexFile> {
    let (firsts, stems) = stem_parts(&postings(grammar, entries));
    let rows: Vec<_> = entries.iter().map(|own| row(lang, own, &link)).collect();
    let rows = rows.chunks(ENTRIES_OF_PART).map(|own| json!(own).to_string());
    let mut head = grammar.rules();
    head["count"] = entries.len().into();
    head["weights"] = (LARGEST + 1).into();
    head["stems"] = firsts.into();
    head["size"] = ENTRIES_OF_PART.into();
    let first = call(HEAD, &head.to_string());
    let stems = stems.iter().enumerate().map(|(at, own)| (format!("t{at}"), own.clone()));
    let rows = rows.enumerate().map(|(at, own)| (format!("r{at}"), own));
    let parts: Vec<_> =
        stems.chain(rows).map(|(part, data)| (call(&part, &data), part)).collect();
    if parts.iter().map(|(text, _)| text.len()).sum::<usize>() <= ONE_FILE {
        let parts = parts.into_iter().map(|(text, _)| text);
        let text = std::iter::once(first).chain(parts).collect();
        return vec![IndexFile { part: HEAD.to_owned(), text }];
    }
    let parts = parts.into_iter().map(|(text, part)| IndexFile { part, text });
    let first = IndexFile { part: HEAD.to_owned(), text: first };
    std::iter::once(first).chain(parts).collect()
}

/// The call that hands over a part. No text of an author looks like markup in it.
fn call(part: &str, data: &str) -> String {
    format!("baspaIndex(\"{part}\",{});\n", data.replace('<', "\\u003c"))
}

/// What is shown of an entry: its address, label, title and text, and the language of both
/// where it is not that of the edition.
fn row(lang: Lang, entry: &Entry, link: &impl Fn(&Place) -> String) -> Value {
    let mut row = vec![link(&entry.place), entry.label.clone(), entry.title.clone()];
    row.push(entry.text());
    row.extend((entry.lang != lang).then(|| entry.lang.to_string()));
    json!(row)
}

/// The parts of the stems in the order of their code units, each a text with a line for a
/// stem, and the first stem of each part.
fn stem_parts(postings: &Postings) -> (Vec<String>, Vec<String>) {
    let mut stems: Vec<_> = postings.iter().collect();
    // As a script compares them.
    stems.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    let (mut firsts, mut parts) = (Vec::new(), Vec::<String>::new());
    for (stem, entries) in stems {
        let line = format!("{stem} {}", write(entries));
        match parts.last_mut() {
            Some(part) if part.len() + line.len() <= STEMS_OF_PART => {
                part.push('\n');
                part.push_str(&line);
            }
            _ => {
                firsts.push(stem.clone());
                parts.push(line);
            }
        }
    }
    (firsts, parts.iter().map(|own| json!(own).to_string()).collect())
}

/// Entries as differences, each together with the weight in one number.
fn write(entries: &[(usize, usize)]) -> String {
    let mut last = 0;
    let numbers = entries.iter().map(|(entry, weight)| {
        let number = (entry - last) * (LARGEST + 1) + weight;
        last = *entry;
        digits(number)
    });
    numbers.collect::<Vec<_>>().join(" ")
}

/// A number in the base.
fn digits(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(
            u32::try_from(number % BASE).ok().and_then(|own| char::from_digit(own, 36)),
        );
        number /= BASE;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_a_script_reads_it() {
        assert_eq!([0, 35, 36, 1330].map(digits), ["0", "z", "10", "10y"]);
    }

    #[test]
    fn entries_are_written_as_differences() {
        assert_eq!(write(&[(0, 3), (2, 31), (3, 1)]), "3 2n x");
    }
}
