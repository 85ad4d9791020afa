//! Values that their source flags.

use baspa::edition::{Chart, ChartKind, Datum};
use baspa::locale::{Flag, Flags};

use crate::samples::{LANGS, category, chart, sample, series};

/// A chart of two values, the second preliminary.
fn with_flag(kind: ChartKind) -> Chart {
    let mut own = series("people", &[Some("7"), Some("9")], "", LANGS[0]);
    let plain = own.data.remove(1);
    own.data.push(Datum {
        text: "9\u{a0}p".to_owned(),
        flags: Flags::NONE.with(Flag::Preliminary),
        meaning: "preliminary".to_owned(),
        ..plain
    });
    chart(kind, vec![category("a", "A"), category("b", "B")], vec![own])
}

#[test]
fn a_flagged_value_has_a_hollow_mark_and_the_others_do_not() {
    for kind in [ChartKind::Bar, ChartKind::Grouped, ChartKind::Dot, ChartKind::Lollipop]
    {
        let svg = sample("flagged", with_flag(kind)).draw(480.0).svg;
        let marks: Vec<&str> =
            svg.split('<').filter(|tag| tag.contains("data-y=")).collect();
        assert_eq!(marks.len(), 2, "{kind:?}");
        assert!(!marks[0].contains("hollow"), "{kind:?}: {}", marks[0]);
        assert!(marks[1].contains("class=\"hollow solo\""), "{kind:?}: {}", marks[1]);
    }
}

#[test]
fn a_flagged_value_is_written_with_its_code_and_named_with_its_meaning() {
    let svg = sample("flagged", with_flag(ChartKind::Bar)).draw(480.0).svg;
    assert!(svg.contains(">9\u{a0}p</text>"), "{svg}");
    assert!(svg.contains("aria-label=\"B: 9 (preliminary)\""), "{svg}");
    assert!(svg.contains("aria-label=\"A: 7\""), "{svg}");
}
