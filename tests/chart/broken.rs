//! Charts that nobody should draw: they must not panic, and what has no room is told.

use baspa::chart::Scene;
use baspa::chart::scene::{Rect, Shape};
use baspa::edition::{Along, Chart, ChartKind, Map, MapRegion, MapShape, Series};
use baspa::geo::Position;
use rust_decimal::Decimal;

use crate::samples::{Sample, category, chart, sample, series};
use crate::upright_samples::{annotation, reference};

pub(crate) const KINDS: [ChartKind; 18] = [
    ChartKind::Line,
    ChartKind::Area { share: false },
    ChartKind::Area { share: true },
    ChartKind::Column,
    ChartKind::Bar,
    ChartKind::Grouped,
    ChartKind::Stacked { share: false },
    ChartKind::Stacked { share: true },
    ChartKind::Heatmap,
    ChartKind::Sankey,
    ChartKind::TileMap,
    ChartKind::Choropleth,
    ChartKind::BigNumber,
    ChartKind::Dot,
    ChartKind::Lollipop,
    ChartKind::Slope,
    ChartKind::Scatter,
    ChartKind::Pyramid,
];

fn each(series: Vec<Series>, categories: &[&str], check: impl Fn(&Sample, &Scene)) {
    for kind in KINDS {
        let categories = categories.iter().map(|label| category(label, label)).collect();
        let chart = chart(kind, categories, series.clone());
        let sample = sample("broken", Chart { map: map(&chart), ..chart });
        for width in [-5.0, 0.0, 200.0, 280.0, 480.0, 720.0, f64::NAN, f64::INFINITY] {
            let svg = sample.draw(width).svg;
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            check(&sample, &sample.scene(width));
        }
    }
}

/// A region for each category of a map, and one that the data do not have.
pub(crate) fn map(chart: &Chart) -> Option<Map> {
    let shape = |at: usize| {
        let (column, row) = ((at % 6) as u8, (at / 6) as u8);
        let (x, y) = (f64::from(column) / 6.0, f64::from(row) / 6.0);
        let corners = [(0.0, 0.0), (0.15, 0.0), (0.15, 0.15), (0.0, 0.15)];
        let ring = corners.map(|(dx, dy)| Position { x: x + dx, y: y + dy });
        match chart.kind {
            ChartKind::TileMap => MapShape::Tile { column, row },
            _ => MapShape::Outline(vec![ring.to_vec()]),
        }
    };
    let own = chart.categories.iter().map(|own| own.label.as_str());
    let regions = own.chain(["elsewhere"]).enumerate().map(|(at, label)| MapRegion {
        code: label.to_owned(),
        category: (at < chart.categories.len()).then_some(at),
        label: label.to_owned(),
        short: None,
        shape: shape(at),
    });
    let no_data = "no data".to_owned();
    chart.kind.is_map().then(|| Map { regions: regions.collect(), no_data })
}

/// What leaves the drawing or has no room is told.
pub(crate) fn told(sample: &Sample, scene: &Scene) {
    for text in scene.texts() {
        let rect = text.rect();
        let out = (-rect.left).max(rect.right - scene.width);
        let line = text.lines.join(" ");
        let told = scene.overflow.iter().any(|overflow| overflow.text == line);
        assert!(out <= 0.5 || told, "{:?}: {line} by {out}", sample.chart.kind);
    }
}

fn values(values: &[&str]) -> Series {
    let values: Vec<Option<&str>> = values.iter().copied().map(Some).collect();
    series("Series", &values, "", "en")
}

#[test]
fn a_chart_of_nothing_is_empty() {
    each(Vec::new(), &[], told);
    each(Vec::new(), &["1991"], told);
    each(vec![values(&[])], &[], told);
    each(vec![values(&[]), values(&["1"])], &["1991", "1992"], told);
}

#[test]
fn one_value_equal_values_and_zeros_are_drawn() {
    each(vec![values(&["7"])], &["1991"], told);
    each(vec![values(&["7"]), values(&["7"])], &["1991"], told);
    each(vec![values(&["5", "5", "5"])], &["1991", "1992", "1993"], told);
    each(vec![values(&["0", "0"]), values(&["0", "0"])], &["1991", "1992"], told);
    each(vec![values(&["0", "0"])], &["1991", "1991"], told);
}

#[test]
fn missing_values_alone_are_drawn() {
    let missing = series("Series", &[None, None], "", "en");
    each(vec![missing.clone()], &["1991", "1992"], told);
    each(vec![missing.clone(), missing, values(&["1", "2"])], &["1991", "1992"], told);
}

#[test]
fn great_and_small_values_are_drawn() {
    let great = ["1000000000000", "79228162514264337593543950335"];
    each(vec![values(&great)], &["1991", "1992"], told);
    each(vec![values(&great), values(&great)], &["1991", "1992"], told);
    each(vec![values(&["0.0000000000000000000001", "1"])], &["1991", "1992"], told);
}

#[test]
fn values_below_zero_are_drawn() {
    let below = ["-3", "5"];
    each(vec![values(&below), values(&["-1", "-2"])], &["1991", "1992"], told);
    let lowest = ["-79228162514264337593543950335", "79228162514264337593543950335"];
    each(vec![values(&lowest), values(&lowest)], &["1991", "1992"], told);
}

#[test]
fn a_word_of_eighty_letters_is_told() {
    let word = "қ".repeat(80);
    let mut one = values(&["7", "9"]);
    one.label = word.clone();
    let mut two = values(&["3", "1"]);
    two.data[1].text = word.clone();
    each(vec![one, two], &[&word, "1992"], |sample, scene| {
        told(sample, scene);
        // On outlines a name without room is left to those who do not see the map.
        if scene.width < 700.0 && sample.chart.kind != ChartKind::Choropleth {
            assert!(scene.overflow.iter().any(|o| o.text == word && o.px > 1.0));
        }
    });
}

#[test]
fn twenty_series_are_drawn() {
    let many = (0..20).map(|at| values(&[&at.to_string(), "50"])).collect();
    each(many, &["1991", "1992"], told);
}

#[test]
fn years_without_order_are_drawn_from_left_to_right() {
    let chart = chart(
        ChartKind::Line,
        ["2002", "1991", "1995"].map(|year| category(year, year)).into(),
        vec![values(&["1", "2", "3"])],
    );
    let scene = sample("unsorted", chart).scene(480.0);
    let runs = scene.marks().find_map(|mark| match &mark.shape {
        baspa::chart::scene::Shape::Path(runs) => Some(runs.clone()),
        _ => None,
    });
    assert!(runs.unwrap()[0].is_sorted_by(|a, b| a.x < b.x));
}

#[test]
fn labels_are_texts_and_never_markup() {
    let chart = chart(
        ChartKind::Bar,
        vec![category("a\"b", "<script>alert('1')</script> & \"more\"")],
        vec![values(&["7"])],
    );
    let svg = sample("markup", chart).draw(480.0).svg;
    assert!(!svg.contains("<script>"));
    assert!(
        svg.contains("&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;more&quot;")
    );
    assert!(svg.contains("data-x=\"a&quot;b\""));
}

#[test]
fn more_than_a_hundred_marks_are_named_as_series() {
    let labels: Vec<String> = (1900..2010).map(|year| year.to_string()).collect();
    let categories = labels.iter().map(|year| category(year, year)).collect();
    let data: Vec<&str> = labels.iter().map(String::as_str).collect();
    let named = |chart: Chart| sample("many", chart).draw(720.0).svg;
    let many = named(chart(ChartKind::Line, categories, vec![values(&data)]));
    assert_eq!(many.matches("graphics-symbol").count(), 1);
    assert_eq!(many.matches("data-y").count(), 110);
    assert_eq!(many.matches("aria-label=").count(), 1);
    assert!(many.contains("data-x=\"1900\" data-y=\"1900\" data-name=\"1900\"/>"));
    let few =
        chart(ChartKind::Line, vec![category("1991", "1991")], vec![values(&["7"])]);
    assert!(named(few).contains("role=\"graphics-symbol img\" aria-label=\"1991: 7\""));
}

#[test]
fn a_form_in_thousands_has_no_tick_that_rounding_would_falsify() {
    let mut small = chart(
        ChartKind::Line,
        vec![category("1991", "1991"), category("1992", "1992")],
        vec![values(&["900", "1800"])],
    );
    small.form.scale = baspa::locale::Scale::Thousand;
    let scene = sample("small", small).scene(480.0);
    let ticks = scene.texts().filter(|t| t.role == baspa::chart::scene::TextRole::Tick);
    let ticks: Vec<Decimal> = ticks.map(|t| t.lines.concat().parse().unwrap()).collect();
    assert_eq!(ticks, [0, 1, 2].map(Decimal::from));
}

fn two_lines(label: &str) -> Chart {
    let mut one = values(&["7", "9"]);
    one.label = label.to_owned();
    let years = ["1991", "1992"].map(|year| category(year, year)).into();
    chart(ChartKind::Line, years, vec![one, values(&["3", "1"])])
}

/// The name of a line, and the lowest of its marks.
fn name_and_lowest(scene: &Scene, name: &str) -> (Rect, f64) {
    let text = scene.texts().find(|text| text.lines == [name]).unwrap();
    let signs = scene.marks().filter_map(|mark| match mark.shape {
        Shape::Sign { at, .. } if mark.datum.is_some() => Some(at.y),
        _ => None,
    });
    (text.rect(), signs.fold(0.0, f64::max))
}

#[test]
fn names_without_room_at_the_ends_of_lines_stand_along_them_or_in_the_key() {
    let word = "ауылшаруашылығымамандандырылған";
    let long = sample("long", two_lines(word)).scene(720.0);
    assert_eq!(long.overflow, []);
    let (name, lowest) = name_and_lowest(&long, word);
    assert!(name.bottom < lowest && (300.0..712.0).contains(&name.right));
    let near = sample("short", two_lines("ауыл")).scene(720.0);
    assert!(name_and_lowest(&near, "ауыл").0.left > 500.0);
    let zigzag = |even: &str, odd: &str| {
        values(
            &(0..30).map(|at| if at % 2 == 0 { even } else { odd }).collect::<Vec<_>>(),
        )
    };
    let years: Vec<String> = (1990..2020).map(|year| year.to_string()).collect();
    let years = years.iter().map(|year| category(year, year)).collect();
    let mut lines = vec![zigzag("9", "0"), zigzag("0", "9")];
    lines[1].label = "ауыл".to_owned();
    let dense = sample("dense", chart(ChartKind::Line, years, lines)).scene(280.0);
    assert_eq!(dense.overflow, []);
    let (name, _) = name_and_lowest(&dense, "ауыл");
    assert!(name.left < 40.0 && name.top < 5.0);
}

#[test]
fn labels_without_room_beside_bars_go_above_them() {
    let word = "ауылшаруашылығымамандандырылған";
    let bars = chart(ChartKind::Bar, vec![category("a", word)], vec![values(&["7"])]);
    let scene = sample("long", bars).scene(480.0);
    assert_eq!(scene.overflow, []);
    let bar = scene.marks().find_map(|mark| match mark.shape {
        baspa::chart::scene::Shape::Bar(rect) => Some(rect),
        _ => None,
    });
    assert_eq!(bar.unwrap().left, 0.0);
}

#[test]
fn a_period_with_holes_keeps_its_distances() {
    let years = ["1990", "1991", "2010"].map(|year| category(year, year)).into();
    let chart = chart(ChartKind::Line, years, vec![values(&["1", "2", "3"])]);
    let scene = sample("holes", chart).scene(720.0);
    let at = |mark: &baspa::chart::scene::Mark| match mark.shape {
        baspa::chart::scene::Shape::Sign { at, .. } => mark.datum.is_some().then_some(at),
        _ => None,
    };
    let signs: Vec<f64> = scene.marks().filter_map(at).map(|at| at.x).collect();
    let year = signs[1] - signs[0];
    assert!((signs[2] - signs[1] - 19.0 * year).abs() < 1.0, "{signs:?}");
}

#[test]
fn as_many_small_multiples_as_there_are_towns_are_drawn() {
    for kind in KINDS {
        for count in [1, 2, 5, 40] {
            let labels: Vec<String> = (0..count).map(|at| format!("Town {at}")).collect();
            let rows: [&[Option<&str>]; 2] =
                [&[Some("7"), None], &[Some("0"), Some("9")]];
            let data: Vec<_> =
                labels.iter().map(|label| (label.as_str(), &rows[..])).collect();
            let years = vec![category("1991", "1991"), category("1992", "1992")];
            let whole = chart(kind, years, vec![values(&[]), values(&[])]);
            let many = crate::panel_samples::panels(whole, "", "en", &data);
            let sample = sample("many", many);
            for width in [-5.0, 200.0, 280.0, 480.0, 720.0, f64::NAN, f64::INFINITY] {
                let svg = sample.draw(width).svg;
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
                told(&sample, &sample.scene(width));
            }
        }
    }
}

#[test]
fn far_lines_with_long_words_are_drawn_through_rows_and_told() {
    let word = "қ".repeat(80);
    let places = [
        ("0.5", "0.5"),
        ("1", "9"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
    ];
    let own = |(from, to): (&str, &str)| baspa::edition::ReferenceMark {
        along: baspa::edition::Along::Y,
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        text: word.clone(),
    };
    for kind in KINDS {
        let years = ["1991", "1992"].map(|year| category(year, year)).into();
        let mut chart = chart(kind, years, vec![values(&["7", "9"])]);
        chart.references = places.map(own).into();
        if matches!(kind, ChartKind::Slope | ChartKind::Pyramid) {
            continue;
        }
        if kind == (ChartKind::Stacked { share: true }) {
            chart.references.pop();
        }
        let sample = sample("compared", chart);
        for width in [200.0, 280.0, 480.0, 720.0] {
            let scene = sample.scene(width);
            told(&sample, &scene);
            let svg = sample.draw(width).svg;
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}

/// The types beside whose data words may stand.
const WITH_WORDS: [ChartKind; 4] = [
    ChartKind::Line,
    ChartKind::Area { share: false },
    ChartKind::Area { share: true },
    ChartKind::Column,
];

#[test]
fn words_without_room_beside_the_data_are_told() {
    let word = "қ".repeat(80);
    for kind in WITH_WORDS {
        let years = ["1991", "1992"].map(|year| category(year, year)).into();
        let mut crowded = chart(kind, years, vec![values(&["7", "9"])]);
        crowded.annotations = vec![annotation(0, 1, &word)];
        crowded.references = vec![reference(Along::Y, 5, 5, &"ә".repeat(80))];
        for width in [200.0, 280.0, 480.0] {
            let scene = sample("crowded", crowded.clone()).scene(width);
            for wanted in [&word, &"ә".repeat(80)] {
                let told = scene.overflow.iter().any(|own| own.text == *wanted);
                assert!(told, "{kind:?} at {width}: {wanted}");
            }
        }
    }
}

#[test]
fn columns_that_lie_down_tell_the_words_that_they_have_no_place_for() {
    let labels = ["ауылшаруашылығы", "қызметкөрсету", "құрылысматериалдары"];
    let labels = labels.map(|label| category(label, label)).into();
    let mut lying = chart(ChartKind::Column, labels, vec![values(&["7", "9", "4"])]);
    lying.annotations = vec![annotation(0, 1, "peak")];
    let scene = sample("lying", lying).scene(280.0);
    assert!(scene.overflow.iter().any(|own| own.text == "peak"));
}

#[test]
fn words_at_nothing_and_lines_beyond_the_axis_do_no_harm() {
    for kind in WITH_WORDS {
        for log in [false, true] {
            let years = ["1991", "1992", "1993"].map(|year| category(year, year)).into();
            let mut odd = chart(kind, years, vec![values(&["7", "0", "-3"])]);
            odd.axis.log = log;
            odd.axis.zero = !log;
            odd.annotations = vec![annotation(9, 0, "a"), annotation(0, 9, "b")];
            odd.references = vec![
                reference(Along::X, 1800, 1850, "c"),
                reference(Along::X, 2100, 2100, "d"),
                reference(Along::Y, -1_000_000, 1_000_000, "e"),
            ];
            for width in [0.0, 200.0, 280.0, 720.0, f64::NAN] {
                let sample = sample("odd", odd.clone());
                let svg = sample.draw(width).svg;
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
                told(&sample, &sample.scene(width));
            }
        }
    }
}

#[test]
fn the_smallest_area_alone_is_seen() {
    let years = ["1991", "1992", "1993"].map(|year| category(year, year)).into();
    let alone = series("people", &[None, Some("5"), None], "", "en");
    let parts = vec![alone.clone(), alone];
    let kind = ChartKind::Area { share: false };
    let scene = sample("alone", chart(kind, years, parts)).scene(280.0);
    let bars = scene.marks().filter_map(|mark| match mark.shape {
        Shape::Bar(rect) => Some(rect.right - rect.left),
        _ => None,
    });
    assert!(bars.filter(|wide| *wide >= 3.0).count() >= 2);
}
