//! The font that pictures are drawn with: the one that the pages load and charts are
//! measured by, as files that a renderer reads.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use read_fonts::FontRef;
use read_fonts::collections::IntSet;
use resvg::usvg::fontdb::Database;
use skera::{Plan, SubsetFlags, subset_font};

use crate::chart::metrics::{self, Weight};
use crate::chart::scene::Text;

/// The family of both faces.
pub(super) const FAMILY: &str = "Noto Sans";

/// The file of a face. It has no kerning, by which charts are not measured either.
pub(super) fn face(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("fonts/noto-sans-regular.ttf"),
        Weight::Bold => include_bytes!("fonts/noto-sans-bold.ttf"),
    }
}

/// Both faces and no other: no font of the machine is ever looked for.
pub(super) fn database() -> Arc<Database> {
    static DATABASE: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut database = Database::new();
        for weight in [Weight::Regular, Weight::Bold] {
            database.load_font_data(face(weight).to_vec());
        }
        Arc::new(database)
    };
    Arc::clone(DATABASE.get_or_init(load))
}

/// The first character of the texts that a face lacks.
pub(super) fn lacking<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Option<char> {
    let lines = texts.into_iter().flat_map(|text| &text.lines);
    lines.flat_map(|line| line.chars()).find(|own| !metrics::has(*own))
}

/// The style rules by which a document carries the letters of `texts` itself.
pub(super) fn rules(texts: &[&Text]) -> String {
    let rule = |weight: Weight, number: u16| {
        let of_weight = texts.iter().filter(|text| text.weight == weight);
        let lines = of_weight.flat_map(|text| &text.lines);
        let characters: BTreeSet<char> = lines.flat_map(|line| line.chars()).collect();
        if characters.is_empty() {
            return String::new();
        }
        let file = STANDARD.encode(subset(weight, &characters));
        format!(
            "@font-face{{font-family:\"{FAMILY}\";font-weight:{number};\
             src:url(\"data:font/ttf;base64,{file}\") format(\"truetype\")}}\n"
        )
    };
    rule(Weight::Regular, 400) + &rule(Weight::Bold, 700)
}

/// A font file with these characters of a face, the space, and no others.
///
/// # Panics
/// If the bundled font is broken: our fault, never an author's.
fn subset(weight: Weight, characters: &BTreeSet<char>) -> Vec<u8> {
    let font = FontRef::new(face(weight)).expect("the bundled font can be read");
    let mut kept: IntSet<u32> = IntSet::empty();
    kept.insert(u32::from(' '));
    kept.extend_unsorted(characters.iter().map(|character| u32::from(*character)));
    let none = IntSet::empty();
    let names = [1, 2].map(read_fonts::types::NameId::new).into_iter().collect();
    let languages = std::iter::once(0x409).collect();
    let flags = SubsetFlags::SUBSET_FLAGS_NO_BIDI_CLOSURE;
    let (glyphs, tables, scripts) = (IntSet::empty(), IntSet::empty(), IntSet::empty());
    let plan = Plan::new(
        &glyphs, &kept, &font, flags, &tables, &scripts, &none, &names, &languages,
    );
    subset_font(&font, &plan).expect("the bundled font can be cut")
}
