//! Reads GeoJSON (RFC 7946): a collection of features that are polygons, in degrees, with
//! the place of every mistake.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::geo::{Position, Ring};
use crate::source::{FileId, Input, Span};

/// Largest file in bytes: the borders of all states of the Earth at a scale that a page
/// can show are smaller.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// Most features of a file.
const MAX_FEATURES: usize = 1000;
/// Most positions of a file.
const MAX_POSITIONS: usize = 500_000;

const TOO_LARGE: &str =
    "simplify the outlines, or leave out what is not drawn: a chart shows half a px";

/// A region: its code and its rings in degrees.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) code: String,
    pub(super) rings: Vec<Ring>,
}

/// The property that holds the codes, and where a figure names it.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'w> {
    pub(super) property: &'w str,
    pub(super) named: Span,
}

/// The regions of a file in its order; `None` where diagnostics say why not.
pub(super) fn regions(
    input: &Input,
    file: FileId,
    wanted: Wanted<'_>,
    found: &mut Diagnostics,
) -> Option<Vec<Region>> {
    let size = input.file(file).bytes.len();
    if size > MAX_BYTES {
        let message =
            format!("`{}` is larger than {} MiB", input.file(file).path, MAX_BYTES >> 20);
        found.push(
            Diagnostic::new(Code::BadOutlines, Span::start_of(file), message)
                .help(TOO_LARGE),
        );
        return None;
    }
    let text = crate::load::text_of(input, file, found)?;
    let mut reading = Reading { text, file, wanted, positions: 0, far: false, found };
    let collection: Collection<'_> = reading.parse(text, "not GeoJSON")?;
    let features = reading.features(&collection)?;
    let read: Vec<Option<(Span, Region)>> =
        features.iter().map(|feature| reading.feature(feature)).collect();
    let read: Vec<(Span, Region)> = read.into_iter().collect::<Option<_>>()?;
    reading.distinct(&read)?;
    Some(read.into_iter().map(|(_, region)| region).collect())
}

#[derive(Deserialize)]
struct Collection<'t> {
    #[serde(borrow, default)]
    r#type: Option<Cow<'t, str>>,
    #[serde(borrow, default)]
    features: Option<Vec<&'t RawValue>>,
}

#[derive(Deserialize)]
struct Feature<'t> {
    #[serde(borrow, default)]
    properties: Option<BTreeMap<String, &'t RawValue>>,
    #[serde(borrow, default)]
    geometry: Option<&'t RawValue>,
}

#[derive(Deserialize)]
struct Geometry<'t> {
    #[serde(borrow, default)]
    r#type: Option<Cow<'t, str>>,
    #[serde(borrow, default)]
    coordinates: Option<&'t RawValue>,
}

/// The positions of a ring, each still as it is written.
type Written<'t> = Vec<&'t RawValue>;

struct Reading<'t, 'f> {
    text: &'t str,
    file: FileId,
    wanted: Wanted<'t>,
    /// How many were read so far.
    positions: usize,
    /// Whether one was not on the Earth.
    far: bool,
    found: &'f mut Diagnostics,
}

impl<'t> Reading<'t, '_> {
    fn report(&mut self, span: Span, message: impl Into<String>, help: &str) {
        self.found.push(Diagnostic::new(Code::BadOutlines, span, message).help(help));
    }

    /// Where a part of the text stands.
    fn span(&self, part: &str) -> Span {
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let start = start.min(self.text.len());
        // A whole feature is long: its first line says which it is.
        let first = part.lines().next().unwrap_or("").len();
        Span::new(self.file, start, (start + first.min(80)).min(self.text.len()))
    }

    /// A part of the text as JSON of a form; what is wrong is reported at its place.
    fn parse<T: Deserialize<'t>>(&mut self, part: &'t str, what: &str) -> Option<T> {
        match serde_json::from_str(part) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                let lines =
                    part.split_inclusive('\n').take(error.line().saturating_sub(1));
                let at = lines.map(str::len).sum::<usize>() + error.column().max(1) - 1;
                let base = self.span(part).start as usize;
                let at = (base + at).min(self.text.len());
                let message = error.to_string();
                let message = message.split(" at line ").next().unwrap_or_default();
                self.report(
                    Span::new(self.file, at, at),
                    format!("{what}: {message}"),
                    "a file of outlines is GeoJSON (RFC 7946), as geographic programs export it",
                );
                None
            }
        }
    }

    fn features(&mut self, collection: &Collection<'t>) -> Option<Vec<&'t RawValue>> {
        let start = Span::start_of(self.file);
        let features = collection.features.as_deref().unwrap_or_default();
        if collection.r#type.as_deref() != Some("FeatureCollection") {
            let help = "export the regions as a `FeatureCollection`, each a feature with its properties";
            self.report(start, "the file is no collection of features", help);
            return None;
        }
        if features.is_empty() {
            self.report(
                start,
                "the collection has no features",
                "export the regions again",
            );
            return None;
        }
        if features.len() > MAX_FEATURES {
            let message = format!("the file has {} features", features.len());
            self.report(start, format!("{message}, more than {MAX_FEATURES}"), TOO_LARGE);
            return None;
        }
        Some(features.to_vec())
    }

    fn feature(&mut self, raw: &'t RawValue) -> Option<(Span, Region)> {
        let feature: Feature<'_> = self.parse(raw.get(), "not a feature of GeoJSON")?;
        let span = self.span(raw.get());
        let code = self.code(span, feature.properties.unwrap_or_default());
        let rings = self.rings(span, feature.geometry);
        Some((span, Region { code: code?, rings: rings? }))
    }

    /// The code of a region: a text or a number.
    fn code(
        &mut self,
        span: Span,
        properties: BTreeMap<String, &'t RawValue>,
    ) -> Option<String> {
        let Wanted { property, named } = self.wanted;
        let Some(raw) = properties.get(property) else {
            let message = format!("the feature has no property `{property}`");
            self.found.push(
                Diagnostic::new(Code::BadOutlines, span, message)
                    .suggest(property, properties.keys().map(String::as_str))
                    .also(named, "named here"),
            );
            return None;
        };
        let written = raw.get();
        let number = written.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        let text = match number {
            true => Some(written.to_owned()),
            false => serde_json::from_str::<String>(written).ok(),
        };
        let text =
            text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if text.is_none() {
            let span = self.span(written);
            let help = "choose a property that holds the code of each region";
            self.report(span, format!("`{property}` is neither text nor number"), help);
        }
        text
    }

    fn rings(&mut self, span: Span, raw: Option<&'t RawValue>) -> Option<Vec<Ring>> {
        let Some(raw) = raw else {
            self.report(
                span,
                "the feature has no geometry",
                "remove it, or draw its outline",
            );
            return None;
        };
        let geometry: Geometry<'_> =
            self.parse(raw.get(), "not a geometry of GeoJSON")?;
        let span = self.span(raw.get());
        let kind = geometry.r#type.as_deref().unwrap_or("nothing");
        let coordinates = geometry.coordinates.map_or("null", RawValue::get);
        let polygons: Vec<Vec<Written<'_>>> = match kind {
            "Polygon" => vec![self.parse(coordinates, "not a polygon")?],
            "MultiPolygon" => self.parse(coordinates, "not polygons")?,
            other => {
                let message = format!("`{other}` is no outline of a region");
                self.report(span, message, "a region is a `Polygon` or a `MultiPolygon`");
                return None;
            }
        };
        let rings: Vec<&Written<'_>> = polygons.iter().flatten().collect();
        if rings.is_empty() {
            self.report(span, "the outline is empty", "remove the feature, or draw it");
            return None;
        }
        let read: Vec<_> = rings.into_iter().map(|ring| self.ring(span, ring)).collect();
        read.into_iter().collect()
    }

    fn ring(&mut self, span: Span, written: &Written<'t>) -> Option<Ring> {
        self.positions += written.len();
        if self.positions > MAX_POSITIONS {
            // Said once, where the limit is passed.
            if self.positions - written.len() <= MAX_POSITIONS {
                let message = format!("the file has more than {MAX_POSITIONS} positions");
                self.report(span, message, TOO_LARGE);
            }
            return None;
        }
        let positions = written.iter().map(|raw| self.position(raw));
        let mut ring: Ring = positions.collect::<Option<_>>()?;
        if ring.len() < 4 || ring.first() != ring.last() {
            let at = written.last().map_or(span, |raw| self.span(raw.get()));
            let help = "it has four positions or more, of which the last is the first";
            self.report(at, "the ring is not closed", help);
            return None;
        }
        ring.pop();
        Some(ring)
    }

    fn position(&mut self, raw: &'t RawValue) -> Option<Position> {
        let numbers: Vec<f64> = self.parse(raw.get(), "not a position")?;
        let [x, y, ..] = *numbers else {
            let help = "a position is `[east, north]`, in degrees";
            self.report(self.span(raw.get()), "the position lacks a number", help);
            return None;
        };
        if x.abs() > 180.0 || y.abs() > 90.0 {
            // All positions of a file are in one system: one says what all others would.
            if std::mem::replace(&mut self.far, true) {
                return None;
            }
            let help = "export the outlines in degrees of longitude and latitude (WGS 84, EPSG:4326)";
            self.report(self.span(raw.get()), "the position is not on the Earth", help);
            return None;
        }
        Some(Position { x, y })
    }

    /// No two features are one region.
    fn distinct(&mut self, regions: &[(Span, Region)]) -> Option<()> {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        let mut good = Some(());
        for (span, region) in regions {
            if let Some(first) = seen.insert(&region.code, *span) {
                let message = format!("two features have the code `{}`", region.code);
                self.found.push(
                    Diagnostic::new(Code::BadOutlines, *span, message)
                        .also(first, "first here")
                        .help("join the parts of a region into one `MultiPolygon`"),
                );
                good = None;
            }
        }
        good
    }
}
