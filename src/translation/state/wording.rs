//! What a unit of the original says: its words, with values by what they name.

use crate::digest::digest;
use crate::locale::nfc;
use crate::study::{Citation, Part, PartKind, TranslationUnit, Wrap};

/// How many digits of the hash make a fingerprint. That two of ten thousand wordings have
/// the same one has a chance of one in five million.
const FINGERPRINT_DIGITS: usize = 12;

/// The wording of a unit, empty for a figure and all else that has no words.
///
/// A value is its expression without the form of the number: what the data say, and how it
/// is rounded, is no wording. Signs of emphasis, the address of a link and the claim that
/// words make are left out, and any white space is one space.
pub fn wording(unit: &TranslationUnit) -> String {
    let parts = unit.parts.iter().enumerate();
    let text: String = parts
        .map(|(at, own)| match (&own.kind, unit.parts.get(at + 1)) {
            (PartKind::Open(Wrap::Claim(name)), Some(next))
                if matches!(next.kind, PartKind::Close(_)) =>
            {
                format!("[](claim:{name})")
            }
            _ => part(own),
        })
        .collect();
    spaced(&text)
}

fn part(part: &Part) -> String {
    match &part.kind {
        PartKind::Words => part.text.clone(),
        PartKind::Value(expression) => format!("{{{{ {} }}}}", expression.essence()),
        PartKind::Citation(works) => {
            let works: Vec<_> = works.iter().map(cited).collect();
            format!("[{}]", works.join("; "))
        }
        PartKind::Note(_) => "[^]".to_owned(),
        PartKind::Code(code) => format!("`{code}`"),
        PartKind::Break => " ".to_owned(),
        PartKind::Open(wrap) => opened(wrap).to_owned(),
        PartKind::Close(wrap) => closed(wrap),
    }
}

fn cited(work: &Citation) -> String {
    let key = &work.key.value;
    match &work.locator {
        Some(locator) => format!("@{key}, {locator}"),
        None => format!("@{key}"),
    }
}

fn opened(wrap: &Wrap) -> &'static str {
    match wrap {
        Wrap::Emphasis | Wrap::Strong | Wrap::Link(_) | Wrap::Claim(_) => "",
        Wrap::Struck => "~~",
        Wrap::Superscript => "<sup>",
        Wrap::Subscript => "<sub>",
        Wrap::Reference(_) => "[",
    }
}

fn closed(wrap: &Wrap) -> String {
    match wrap {
        Wrap::Emphasis | Wrap::Strong | Wrap::Link(_) | Wrap::Claim(_) => String::new(),
        Wrap::Struck => "~~".to_owned(),
        Wrap::Superscript => "</sup>".to_owned(),
        Wrap::Subscript => "</sub>".to_owned(),
        Wrap::Reference(anchor) => format!("](#{anchor})"),
    }
}

/// The text with one space in the place of any white space, and none around it.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two wordings have in common that differ in typography only: twelve hexadecimal
/// digits.
pub fn fingerprint(wording: &str) -> String {
    digest(plain(wording).as_bytes())[..FINGERPRINT_DIGITS].to_owned()
}

/// The wording with one sign in the place of all quotation marks, and one of all dashes,
/// without spaces around it.
fn plain(wording: &str) -> String {
    let mut plain = String::with_capacity(wording.len());
    for sign in nfc(wording).chars() {
        match sign {
            // Signs that nobody sees: they say where a word may be broken.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '…' => plain.push_str("..."),
            '"' | '\'' | '`' | '´' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}' =>
            {
                plain.push('\'');
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            other => plain.push(other),
        }
    }
    let parts: Vec<_> = plain.split('-').map(spaced).collect();
    parts.join("-")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::load;
    use crate::source::Input;

    /// The units of `text`, which is that of a section.
    pub(in crate::translation::state) fn units(text: &str) -> Vec<TranslationUnit> {
        let study = "languages: [en]\nsource-language: en\ntitle: {en: T}\n\
            description: {en: D}\nauthors: [{name: {en: A}}]\nkeywords: {en: [k]}\n";
        let input = Input::new([
            ("content/study.yaml".to_owned(), study.into()),
            ("content/sections/1-a/en.md".to_owned(), text.as_bytes().to_vec()),
        ]);
        let (study, _) = load::study(&input, false);
        let files = study.unwrap().translations;
        let file = files.into_iter().find(|file| file.id == "sections/1-a").unwrap();
        file.units.get(Lang::parse("en").unwrap()).clone().unwrap()
    }

    /// The wording of a paragraph.
    fn of(text: &str) -> String {
        wording(&units(&format!("{text}\n"))[0])
    }

    #[track_caller]
    fn same(one: &str, other: &str) {
        assert_eq!(fingerprint(&of(one)), fingerprint(&of(other)), "{one} | {other}");
    }

    #[track_caller]
    fn differ(one: &str, other: &str) {
        assert_ne!(fingerprint(&of(one)), fingerprint(&of(other)), "{one} | {other}");
    }

    #[test]
    fn a_value_is_what_it_names() {
        assert_eq!(
            of(
                "In {{  a[1991].total.thousands( ) }} cases [@k,  p. 3; @l] of\nlong *standing*."
            ),
            "In {{ a[1991].total }} cases [@k, p. 3; @l] of long standing."
        );
    }

    #[test]
    fn the_form_of_a_number_is_no_wording_but_what_it_names_is() {
        same("more than {{ a.b.thousands() }}", "more than {{ a.b.decimals(1) }}");
        differ("more than {{ a.b }}", "more than {{ a.c }}");
        differ("more than {{ a.b }}", "less than {{ a.b }}");
        differ("{{ lit(\"14\") }} towns", "{{ lit(\"15\") }} towns");
        differ("14 towns", "15 towns");
    }

    #[test]
    fn typography_is_no_wording() {
        same("a “quoted” word – his", "a \"quoted\"   word—his");
        same("a\nline, broken", "a line,\u{a0}broken");
        same("the first**st** and *last*", "the firstst and last");
        same("wait… now", "wait... now");
        same("a soft\u{ad}ly broken word", "a softly broken word");
        same("читаи\u{306}", "читай");
        same("a [link](https://a.example)", "a [link](https://b.example)");
        same("[most moved](claim:a) then", "most moved then");
    }

    #[test]
    fn what_a_reader_reads_otherwise_is_wording() {
        differ("one, two", "one two");
        differ("the North", "the north");
        differ("see [](#a)", "see [](#b)");
        differ("see [](claim:a)", "see [](claim:b)");
        differ("as found [@a]", "as found [@b]");
        differ("as found", "as found [@b]");
        differ("10<sup>2</sup>", "102");
        differ("it fell", "it ~~fell~~");
        differ("a note[^1]\n\n[^1]: N.", "a note");
    }

    #[test]
    fn the_label_of_a_footnote_is_no_wording() {
        same("a note[^1]\n\n[^1]: N.", "a note[^other]\n\n[^other]: N.");
    }

    #[test]
    fn what_has_no_words_has_no_wording() {
        let units = units("![](figure:f)\n\n---\n\n```\ncode\n```\n");
        assert!(units.iter().all(|unit| wording(unit).is_empty()), "{units:?}");
    }

    #[test]
    fn a_fingerprint_is_the_beginning_of_the_hash() {
        assert_eq!(fingerprint("abc"), "ba7816bf8f01");
    }
}
