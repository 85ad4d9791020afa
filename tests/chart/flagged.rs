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

#[test]
fn a_flagged_part_is_hollow_and_a_flagged_area_has_a_hollow_sign_on_its_edge() {
    for kind in [
        ChartKind::Stacked { share: false },
        ChartKind::Stacked { share: true },
        ChartKind::Area { share: false },
        ChartKind::Area { share: true },
    ] {
        let mut chart = with_flag(kind);
        let plain = series("homes", &[Some("8"), Some("8")], "", LANGS[0]);
        chart.series.push(plain);
        let svg = sample("flagged", chart).draw(480.0).svg;
        let marks: Vec<&str> =
            svg.split('<').filter(|tag| tag.contains("data-y=")).collect();
        assert_eq!(marks.len(), 4, "{kind:?}");
        let hollow: Vec<_> =
            marks.iter().filter(|tag| tag.contains("class=\"hollow s1\"")).collect();
        assert_eq!(hollow.len(), 1, "{kind:?}: {marks:?}");
        assert!(hollow[0].contains("data-y=\"9\""), "{kind:?}: {}", hollow[0]);
        assert!(svg.contains("9 (preliminary)"), "{kind:?}: {svg}");
    }
}

#[test]
fn where_the_filling_is_the_value_the_flag_is_in_the_name_of_the_mark() {
    let mapped = crate::mapped::all(0);
    for name in ["heatmap", "sankey", "tile-map", "choropleth"] {
        let (_, mut chart) = mapped.iter().find(|(own, _)| *own == name).unwrap().clone();
        let data = chart.series.iter_mut().flat_map(|own| &mut own.data);
        let datum = data.into_iter().find(|own| own.value.is_some()).unwrap();
        datum.flags = Flags::NONE.with(Flag::Preliminary);
        datum.meaning = "preliminary".to_owned();
        let said = format!("{} (preliminary)", datum.exact);
        let svg = sample("flagged", chart).draw(720.0).svg;
        assert!(svg.contains(&said), "{name}: {said}");
    }
}
