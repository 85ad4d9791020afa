//! The names of lines and areas: beside their ends, or upon the drawing.

use crate::edition::Chart;

use super::annotate::{CAPITAL, words};
use super::clear::{Obstacles, grown, letters};
use super::dodge::{Wish, dodge};
use super::frame;
use super::hue;
use super::layers::{BODY, Layers, SMALL, centred, height, room, text};
use super::metrics::Weight;
use super::scene::{Anchor, Hue, Overflow, Paint, Point, Rect, Shape, Text, TextRole};
use super::wrap::{Fit, Room, fit};

/// From this width on names stand beside the ends.
pub(super) const WIDE: f64 = 560.0;
/// The part of the width that names beside the ends may take.
const ASIDE: f64 = 0.28;
/// From the last point to its name in px.
const TO_NAME: f64 = 9.0;
/// How much further a name is that had to move away from its end, in px.
const LEADER: f64 = 16.0;
/// Up to so many names stand there together with those of grey lines.
const MANY: usize = 6;
/// From a line to the name upon the drawing in px.
const NEAR: f64 = 6.0;
/// From one place that is tried to the next in px.
const STEP: f64 = 8.0;
/// How steep a line may be along its name, from its lowest to its highest point in px:
/// flat places are tried first.
const STEEP: [f64; 2] = [24.0, 70.0];
/// The space to other lines beyond a name in px, so that it is seen whose it is.
const BEYOND: f64 = 7.0;

/// The series that are named at their lines: of many, not those in grey.
pub(super) fn named(chart: &Chart) -> Vec<usize> {
    let all = 0..chart.series.len();
    let muted = |at: &usize| chart.series.get(*at).is_some_and(|series| series.muted);
    match chart.series.len() {
        0 | 1 => Vec::new(),
        count if count <= MANY => all.collect(),
        _ => all.filter(|at| !muted(at)).collect(),
    }
}

/// The other series, if there is more than one.
pub(super) fn unnamed(chart: &Chart) -> Vec<usize> {
    let named = named(chart);
    (0..chart.series.len())
        .filter(|at| !named.is_empty() && !named.contains(at))
        .collect()
}

/// Names that stand beside the ends.
pub(super) struct Ends {
    names: Vec<(usize, Fit)>,
}

impl Ends {
    /// Those of `series`, if the chart is wide enough for them.
    pub(super) fn new(chart: &Chart, series: &[usize], width: f64) -> Option<Self> {
        let bold = Room { weight: Weight::Bold, ..room(width * ASIDE - TO_NAME, 3) };
        let name = |at: &usize| {
            let own = chart.series.get(*at)?;
            Some((*at, fit(&own.label, own.short.as_deref(), bold)))
        };
        let names: Vec<(usize, Fit)> = series.iter().filter_map(name).collect();
        let good = |(_, name): &(usize, Fit)| name.excess == 0.0 && name.lines.len() <= 3;
        let high: f64 = names.iter().map(|(_, name)| name_height(name)).sum();
        let room = frame::height_of(width * (1.0 - ASIDE));
        let fits = width >= WIDE && !names.is_empty() && names.iter().all(good);
        (fits && high <= room).then_some(Self { names })
    }

    /// The room that they take beside the grid, in px; more if one has to move away from
    /// its end.
    pub(super) fn room(&self, moved: bool) -> f64 {
        let widest = self.names.iter().map(|(_, name)| name.width).fold(0.0, f64::max);
        widest + TO_NAME + if moved { LEADER } else { 0.0 }
    }

    /// Whether a name has to move away from its end, with ends where `end` says.
    pub(super) fn are_moved(&self, end: impl Fn(usize) -> Point, plot: Rect) -> bool {
        let middles = self.middles(&end, plot);
        let mut names = self.names.iter().zip(middles);
        names.any(|((at, name), middle)| is_moved(name, end(*at).y, middle))
    }

    fn middles(&self, end: impl Fn(usize) -> Point, plot: Rect) -> Vec<f64> {
        let wish = |(at, name): &(usize, Fit)| Wish {
            middle: end(*at).y,
            height: name_height(name),
        };
        let wishes: Vec<Wish> = self.names.iter().map(wish).collect();
        dodge(&wishes, plot.top - 4.0, plot.bottom + 6.0)
    }

    /// Writes the names; a line leads to one that had to move away from its end.
    pub(super) fn write(
        self,
        chart: &Chart,
        end: impl Fn(usize) -> Point,
        plot: Rect,
        layers: &mut Layers,
    ) {
        let middles = self.middles(&end, plot);
        for ((at, name), middle) in self.names.into_iter().zip(middles) {
            let end = end(at);
            let mut x = end.x + TO_NAME;
            if is_moved(&name, end.y, middle) {
                x += LEADER;
                let from = Point { x: end.x + 6.0, y: end.y };
                let to = Point { x: x - 3.0, y: middle };
                layers.draw_above(Shape::Rule(from, to), Paint::Leader);
            }
            let place = Point { x, y: centred(name.lines.len(), middle, BODY) };
            let label = text(name.lines, place, Anchor::Start, TextRole::Series);
            let paint = Paint::Name(hue::of_series(chart, at));
            layers.write(Text { paint, weight: Weight::Bold, ..label });
        }
    }
}

fn name_height(name: &Fit) -> f64 {
    height(name.lines.len()) + 6.0
}

fn is_moved(name: &Fit, end: f64, middle: f64) -> bool {
    (end - middle).abs() > name_height(name) / 2.0 - 3.0
}

/// A line by the name of its series.
pub(super) struct Line<'c> {
    /// The name, and a shorter one.
    pub(super) label: &'c str,
    /// The shorter name.
    pub(super) short: Option<&'c str>,
    /// The colour.
    pub(super) hue: Hue,
    /// The points, in runs without gaps.
    pub(super) runs: &'c [Vec<Point>],
}

/// Writes names along their lines, where nothing is in the way; a name without a free
/// place is told.
pub(super) fn write_upon(lines: &[Line<'_>], plot: Rect, layers: &mut Layers) {
    let mut left: Vec<&Line<'_>> = lines.iter().collect();
    // Those with the fewest free places choose first.
    let crowd = Obstacles::of(layers);
    left.sort_by_cached_key(|line| {
        places(line, plot).iter().filter(|place| place.is_free(&crowd, plot)).count()
    });
    for line in left {
        let obstacles = Obstacles::of(layers);
        let places = places(line, plot);
        match places.into_iter().find(|place| place.is_free(&obstacles, plot)) {
            Some(place) => layers.write(place.text),
            None => {
                layers.lack(Overflow { text: line.label.to_owned(), px: WIDE });
            }
        }
    }
}

/// A place for a name, and the box that must be free of other lines.
struct Place {
    text: Text,
    beyond: Rect,
}

impl Place {
    fn is_free(&self, obstacles: &Obstacles, plot: Rect) -> bool {
        obstacles.has_room(&self.text, plot) && obstacles.free_of_lines(self.beyond)
    }
}

/// Where a name may stand: in full and else short, above its line or below it, from the
/// last point to the first.
fn places(line: &Line<'_>, plot: Rect) -> Vec<Place> {
    let wide = (plot.right - plot.left) * 0.7;
    let bold = |lines| Room { width: wide, lines, size: SMALL, weight: Weight::Bold };
    let mut names = vec![fit(line.label, None, bold(1))];
    names.extend(line.short.map(|short| fit(short, None, bold(1))));
    names.push(fit(line.label, None, bold(2)));
    let mut found: Vec<(usize, Place)> = Vec::new();
    for name in names.into_iter().filter(|name| name.excess == 0.0) {
        for right in rights(line.runs, name.width) {
            let Some((top, bottom)) = span(line.runs, right - name.width, right) else {
                continue;
            };
            let steep = STEEP.iter().position(|steep| bottom - top <= *steep);
            let Some(steep) = steep else { continue };
            found.push((steep, place(&name, line.hue, right, top, true)));
            found.push((steep, place(&name, line.hue, right, bottom, false)));
        }
    }
    found.sort_by_key(|(steep, _)| *steep);
    found.into_iter().map(|(_, place)| place).collect()
}

/// Where a name of this width may end along a line, from its last point to its first.
fn rights(runs: &[Vec<Point>], width: f64) -> impl Iterator<Item = f64> {
    let points = || runs.iter().flatten();
    let first = points().map(|point| point.x).fold(f64::INFINITY, f64::min);
    let last = points().map(|point| point.x).fold(f64::NEG_INFINITY, f64::max);
    let count = ((last - first - width) / STEP).clamp(-1.0, 500.0) as i32;
    (0..=count).map(move |step| last - f64::from(step) * STEP)
}

fn place(name: &Fit, hue: Hue, right: f64, y: f64, above: bool) -> Place {
    let high = height(name.lines.len()) * SMALL / BODY;
    let y = match above {
        true => y - NEAR - (high - CAPITAL),
        false => y + NEAR + CAPITAL,
    };
    let at = Point { x: right, y };
    let text = words(name.lines.clone(), at, Anchor::End, TextRole::Series);
    let text = Text { paint: Paint::Name(hue), weight: Weight::Bold, ..text };
    let rect = letters(&text);
    let beyond = match above {
        true => Rect { top: rect.top - BEYOND, bottom: rect.top, ..rect },
        false => Rect { bottom: rect.bottom + BEYOND, top: rect.bottom, ..rect },
    };
    Place { text, beyond: grown(beyond, 1.0) }
}

/// The highest and the lowest point of a line between two places, in px from the top.
fn span(runs: &[Vec<Point>], left: f64, right: f64) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    let pairs = runs.iter().flat_map(|run| run.windows(2));
    for pair in pairs {
        let [from, to] = pair else { continue };
        if to.x < left || from.x > right || to.x <= from.x {
            continue;
        }
        let y = |x: f64| from.y + (x - from.x) / (to.x - from.x) * (to.y - from.y);
        for y in [y(from.x.max(left)), y(to.x.min(right))] {
            let (top, bottom) = found.unwrap_or((y, y));
            found = Some((top.min(y), bottom.max(y)));
        }
    }
    found
}

/// An area by the name of its series.
pub(super) struct Band<'c> {
    /// The name.
    pub(super) label: &'c str,
    /// A shorter name.
    pub(super) short: Option<&'c str>,
    /// The colour.
    pub(super) hue: Hue,
    /// The upper and the lower edge, in runs without gaps.
    pub(super) edges: Vec<Vec<(Point, Point)>>,
}

/// Writes names within their areas, where these are highest; a name without a place in its
/// own is told.
pub(super) fn write_within(bands: &[Band<'_>], layers: &mut Layers) {
    for band in bands {
        let obstacles = Obstacles::of(layers);
        let free = |place: &(f64, Text)| obstacles.free_of_lines(letters(&place.1));
        let places = within(band).into_iter().filter(free);
        match places.max_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((_, name)) => layers.write(name),
            None => layers.lack(Overflow { text: band.label.to_owned(), px: WIDE }),
        }
    }
}

/// Where a name may stand within its area, and the height of the area there in px.
fn within(band: &Band<'_>) -> Vec<(f64, Text)> {
    let bold = Room { width: WIDE, lines: 1, size: SMALL, weight: Weight::Bold };
    let edge = |side: fn(&(Point, Point)) -> Point| -> Vec<Vec<Point>> {
        band.edges.iter().map(|run| run.iter().map(side).collect()).collect()
    };
    let (upper, lower) = (edge(|edges| edges.0), edge(|edges| edges.1));
    for label in [Some(band.label), band.short].into_iter().flatten() {
        let name = fit(label, None, bold);
        let place = |right: f64| {
            let left = right - name.width;
            let gapless = band.edges.iter().any(|run| {
                let x = |at: Option<&(Point, Point)>| at.map_or(f64::NAN, |own| own.0.x);
                x(run.first()) <= left && x(run.last()) >= right
            });
            let (_, top) = span(&upper, left, right)?;
            let (bottom, _) = span(&lower, left, right)?;
            let at = Point { x: right, y: (top + bottom + CAPITAL) / 2.0 };
            let text = words(name.lines.clone(), at, Anchor::End, TextRole::Series);
            let text = Text { paint: Paint::On(band.hue), weight: Weight::Bold, ..text };
            let high = bottom - top;
            (gapless && high >= CAPITAL + 2.0 * NEAR).then_some((high, text))
        };
        let inner = |right: &f64| *right < f64::INFINITY;
        let places: Vec<(f64, Text)> = rights(&upper, name.width + 2.0 * NEAR)
            .filter(inner)
            .filter_map(|right| place(right - NEAR))
            .collect();
        if !places.is_empty() {
            return places;
        }
    }
    Vec::new()
}
