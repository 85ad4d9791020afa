//! What the colours of all themes must hold, for any eye.

use super::*;

const SERIES: [Hue; 5] = [Hue::Solo, Hue::Nth(0), Hue::Nth(1), Hue::Nth(2), Hue::Nth(3)];
const LEVELS: [&str; 5] = ["q1", "q2", "q3", "q4", "q5"];

/// Red, green and blue, each 0.0..=1.0.
type Rgb = [f64; 3];
type Matrix = [[f64; 3]; 3];

/// Normal sight, and what is left without one of the three kinds of cones: G. M. Machado,
/// M. M. Oliveira, L. A. F. Fernandes (2009), severity 1.0, on linear colours.
const EYES: [(&str, Matrix); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deutan",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritan",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn parse(colour: &str) -> Rgb {
    let digits = colour.trim_start_matches('#');
    let step = digits.len() / 3;
    [0, 1, 2].map(|part| {
        let part = &digits[part * step..(part + 1) * step];
        let doubled = if step == 1 { part.repeat(2) } else { part.to_owned() };
        f64::from(u8::from_str_radix(&doubled, 16).unwrap()) / 255.0
    })
}

fn linear(colour: Rgb) -> Rgb {
    colour.map(|part| match part {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    })
}

fn times(matrix: &Matrix, [x, y, z]: Rgb) -> Rgb {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// Contrast as WCAG 2.2 defines it.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let light = |colour| {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

/// B. Ottosson's OKLab of a linear colour.
fn oklab(colour: Rgb) -> Rgb {
    const CONES: Matrix = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ];
    const LAB: Matrix = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ];
    times(&LAB, times(&CONES, colour).map(f64::cbrt))
}

/// The distance of two colours in hundredths of OKLab for the eye that tells them apart
/// worst, and which that is.
fn difference(one: Rgb, other: Rgb) -> (f64, &'static str) {
    let seen = |eye: &Matrix, colour| {
        oklab(times(eye, linear(colour)).map(|part| part.clamp(0.0, 1.0)))
    };
    let distance = |eye: &Matrix| {
        let (one, other) = (seen(eye, one), seen(eye, other));
        let squares = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b));
        100.0 * squares.sum::<f64>().sqrt()
    };
    let worst = EYES.iter().map(|(name, eye)| (distance(eye), *name));
    worst.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

/// `part` of `colour` over `ground`.
fn over(ground: Rgb, colour: Rgb, part: f64) -> Rgb {
    [0, 1, 2].map(|at| part * colour[at] + (1.0 - part) * ground[at])
}

/// The colours of one theme, by the names of their variables.
struct Look {
    name: &'static str,
    sheet: &'static str,
}

impl Look {
    fn colour(&self, name: &str) -> Rgb {
        let (_, value) = self.sheet.split_once(&format!("--{name}: ")).unwrap();
        parse(value.split_once(';').unwrap().0)
    }

    fn ground(&self) -> Rgb {
        self.colour("halo")
    }

    /// Asserts a contrast.
    fn apart(&self, one: &str, other: &str, least: f64) {
        let found = contrast(self.colour(one), self.colour(other));
        assert!(found >= least, "{}: {one} and {other}: {found:.2}", self.name);
    }

    /// Asserts that no eye takes one colour for the other.
    fn told_apart(&self, one: &str, other: &str) {
        let (found, eye) = difference(self.colour(one), self.colour(other));
        assert!(found >= 10.0, "{}, {eye}: {one} and {other}: {found:.1}", self.name);
    }
}

fn looks() -> [Look; 3] {
    let sheet = include_str!("../../../static/chart.css");
    let (light, rest) = sheet.split_once("@media screen").unwrap();
    let (dark, rest) = rest.split_once("@media print").unwrap();
    let (print, _) = rest.split_once("@media (forced").unwrap();
    [("light", light), ("dark", dark), ("print", print)]
        .map(|(name, sheet)| Look { name, sheet })
}

/// The looks that have colours.
fn screens() -> [Look; 2] {
    let [light, dark, _] = looks();
    [light, dark]
}

#[test]
fn the_difference_of_colours_is_that_of_their_definition() {
    let (black, white) = ([0.0; 3], [1.0; 3]);
    assert!((difference(black, white).0 - 100.0).abs() < 0.1);
    assert_eq!(difference(white, white).0, 0.0);
    let (red, green) = (parse("#b00000"), parse("#4e5a00"));
    assert!(difference(red, green).0 < 10.0 && difference(red, green).1 != "normal");
}

#[test]
fn the_style_sheet_begins_with_the_colours_of_the_drawings() {
    let [light, ..] = looks();
    let one = [Paint::Ink, Paint::Mute, Paint::Grid, Paint::Axis, Paint::Band];
    let hues = SERIES.into_iter().chain([Hue::Muted]);
    for paint in one
        .into_iter()
        .chain(hues.clone().map(Paint::Series))
        .chain(hues.map(Paint::On))
        .chain((0..5).map(Paint::Level))
        .chain((0..5).map(Paint::OnLevel))
    {
        let Colour { class, light: colour } = colour(paint);
        assert_eq!(light.colour(class), parse(colour), "{class}");
    }
    assert_eq!(light.ground(), parse(HALO.light));
}

#[test]
fn dark_charts_stand_on_the_ground_of_dark_pages() {
    let page = include_str!("../../../static/style.css");
    let (_, page) = page.split_once("prefers-color-scheme: dark").unwrap();
    let page = Look { name: "page", sheet: page };
    let [_, dark, _] = looks();
    assert_eq!(dark.ground(), page.colour("ground"));
}

#[test]
fn texts_have_a_contrast_of_four_and_a_half_in_every_theme() {
    for look in looks() {
        for ground in ["halo", "band"] {
            look.apart("ink", ground, 4.5);
            look.apart("mute", ground, 4.5);
        }
        for class in ["s1", "s2", "s3", "s4", "muted"].iter().chain(&LEVELS) {
            let text = format!("on{}", class.trim_start_matches('s'));
            look.apart(&text, class, 4.5);
        }
        look.apart("on", "solo", 4.5);
    }
}

#[test]
fn texts_upon_ribbons_are_readable_in_every_theme() {
    for look in looks() {
        for series in ["solo", "muted", "s1", "s2", "s3", "s4"] {
            let ribbon = over(look.ground(), look.colour(series), 0.25);
            let found = contrast(look.colour("ink"), ribbon);
            assert!(found >= 4.5, "{}: {series}: {found:.2}", look.name);
        }
    }
}

#[test]
fn series_have_a_contrast_of_three_to_the_page_and_to_their_neighbours_on_a_screen() {
    for look in screens() {
        for series in ["solo", "muted", "s1", "s2", "s3", "s4"] {
            look.apart(series, "halo", 3.0);
        }
        for (one, other) in [("s1", "s2"), ("s2", "s3"), ("s3", "s4")] {
            look.apart(one, other, 3.0);
        }
    }
}

/// The other two are hatched on paper, with lines of ink.
#[test]
fn series_that_paper_has_no_hatch_for_have_a_contrast_of_three_to_it() {
    let [.., print] = looks();
    for series in ["solo", "muted", "s1", "s3"] {
        print.apart(series, "halo", 3.0);
    }
}

#[test]
fn classes_have_a_contrast_of_three_to_the_page_by_themselves_or_by_their_outline() {
    for look in looks() {
        for (step, class) in LEVELS.iter().enumerate() {
            let seen = outline(Paint::Level(step)).map_or(*class, |line| line.class);
            look.apart(seen, "halo", 3.0);
        }
    }
}

#[test]
fn lines_that_are_not_data_are_seen_in_every_theme() {
    for look in looks() {
        look.apart("axis", "halo", 3.0);
        look.apart("none", "halo", 3.0);
    }
}

#[test]
fn every_eye_tells_four_series_apart_on_a_screen() {
    for look in screens() {
        let series = ["s1", "s2", "s3", "s4"];
        for (at, one) in series.iter().enumerate() {
            for other in &series[at + 1..] {
                look.told_apart(one, other);
            }
        }
    }
}

/// Grey is not shown beside the fourth series, which is a grey to some eyes.
#[test]
fn every_eye_tells_a_highlight_from_grey_series_on_a_screen() {
    for look in screens() {
        for highlight in ["solo", "s1", "s2", "s3"] {
            look.told_apart(highlight, "muted");
        }
    }
}

#[test]
fn the_higher_a_class_the_more_it_stands_out_for_every_eye() {
    for look in looks() {
        look.apart("q1", "halo", 1.3);
        for pair in LEVELS.windows(2) {
            let [lower, higher] = [0, 1].map(|at| look.colour(pair[at]));
            let ground = look.ground();
            assert!(contrast(higher, ground) > 1.3 * contrast(lower, ground));
            look.told_apart(pair[0], pair[1]);
        }
    }
}

/// A whisker on a bar is drawn upon a casing of the colour of the page.
#[test]
fn intervals_are_seen_upon_marks_by_their_casing() {
    for look in screens() {
        look.apart("ink", "halo", 3.0);
        for bar in ["solo", "muted", "s1", "s2", "s3", "s4"] {
            look.apart("halo", bar, 3.0);
        }
    }
}

/// A name has the colour of its series, or a darker one (in the dark a lighter one) where that is
/// too faint for letters.
#[test]
fn names_of_series_have_a_contrast_of_four_and_a_half_on_a_screen() {
    for paint in SERIES.into_iter().chain([Hue::Muted]).map(Paint::Name) {
        let Colour { class, light } = colour(paint);
        assert!(contrast(parse(light), parse(HALO.light)) >= 4.5, "{class}");
        let last = class.split(' ').next_back().unwrap();
        let [page, _] = screens();
        assert_eq!(page.colour(last), parse(light), "{class}");
        for look in screens() {
            look.apart(last, "halo", 4.5);
        }
    }
}
