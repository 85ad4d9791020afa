//! What the units of one language have that those of another do not.

use std::collections::BTreeMap;

use crate::expr::Records;
use crate::lang::Lang;
use crate::study::{Role, TranslationUnit};

use super::Reader;
use super::finding::{Finding, Shown, Side, What};
use super::numbers;
use super::said::{Said, Sign, SignKind};
use super::structure::{Single, Structure, Twins, is_entry};
use super::typed::{self, Loose};
use super::words::head;
use crate::source::Span;

/// The comparison of two languages.
pub(super) struct Comparison<'c> {
    pub(super) readers: [&'c Reader; 2],
    pub(super) records: &'c [&'c dyn Records],
    /// The language that is not the source language.
    pub(super) lang: Lang,
    /// Whether the units of either may be others than are meant.
    pub(super) misread: bool,
}

/// A sign that one language has and the other does not, not yet told.
struct Left<'a> {
    side: Side,
    sign: Sign<'a>,
    /// How often the two units have it.
    counts: [usize; 2],
}

/// What is left of two units, or of units without a twin.
struct Place<'a> {
    /// The position of the unit of the source language.
    unit: usize,
    /// Where either unit is, for what it lacks.
    spans: [Span; 2],
    left: Vec<Left<'a>>,
    /// The units without a twin.
    single: Option<Single>,
    kind: PlaceKind,
}

/// Which other places may hold what a place lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlaceKind {
    /// Another paragraph of the same text.
    Text,
    /// Another entry of a list, which each language may sort in its own way.
    Entry,
    /// None: a text in YAML, which is one for itself.
    Line,
}

impl PlaceKind {
    fn of(unit: &TranslationUnit) -> Self {
        match unit.role {
            Role::Line | Role::Plain if is_entry(unit) => Self::Entry,
            Role::Line | Role::Plain => Self::Line,
            _ => Self::Text,
        }
    }
}

impl Comparison<'_> {
    /// Compares two texts.
    pub(super) fn texts(
        &self,
        units: [&[TranslationUnit]; 2],
        said: [&[Said<'_>]; 2],
    ) -> Vec<Finding> {
        let structure = Structure::of(units[0], units[1]);
        let mut findings = Vec::new();
        let mut places = Vec::new();
        for twins in &structure.twins {
            let both = [&said[0][twins.at[0]], &said[1][twins.at[1]]];
            if both.iter().all(|said| !said.faulty) {
                places.extend(self.twins(twins, both, &mut findings));
            }
        }
        let single = structure.single.into_iter().filter(|_| !self.misread);
        for single in single {
            places.extend(self.single(single, said));
        }
        self.elsewhere(&mut places, &mut findings);
        places.into_iter().for_each(|place| self.tell(place, said, &mut findings));
        findings
    }

    fn finding(&self, unit: usize, spans: [Span; 2], what: What) -> Finding {
        Finding { lang: self.lang, unit, spans, what }
    }

    /// Compares two units: tells what it is sure of, and gives what is left.
    fn twins<'a>(
        &self,
        twins: &Twins,
        said: [&Said<'a>; 2],
        findings: &mut Vec<Finding>,
    ) -> Option<Place<'a>> {
        let unit = twins.at[0];
        let heads = said.map(|said| head(said.unit));
        if let Some(names) = twins.roles.filter(|names| {
            names
                .iter()
                .all(|name| !["title", "heading", "figure or table"].contains(name))
        }) {
            findings.push(self.finding(unit, heads, What::Role { names }));
        }
        let mut loose = self.signs(unit, said, findings);
        let mut matched = numbers::matched(said);
        self.numbers(unit, said, &matched.pairs, findings);
        std::mem::swap(&mut loose.numbers, &mut matched.loose);
        for found in typed::take(&mut loose, said, self.readers, self.records) {
            findings.push(self.finding(unit, found.spans, found.what));
        }
        std::mem::swap(&mut loose.numbers, &mut matched.loose);
        let notations = self.readers.map(|reader| &reader.notation);
        matched.explain(said, notations);
        let months = numbers::loose_months(said, notations);
        let mut left = Vec::new();
        for (side, months) in Side::BOTH.into_iter().zip(months) {
            let numbers = matched.loose[side as usize].iter();
            let numbers = numbers.map(|at| numbers::sign(said[side as usize], *at));
            let signs = std::mem::take(&mut loose.signs[side as usize]);
            for sign in signs.into_iter().chain(numbers).chain(months) {
                let counts = said.map(|said| count(said, &sign));
                left.push(Left { side, sign, counts });
            }
        }
        let kind = PlaceKind::of(said[0].unit);
        (!left.is_empty()).then_some(Place {
            unit,
            spans: heads,
            left,
            single: None,
            kind,
        })
    }

    /// Matches the signs of two units. Those of one value or one work are matched first
    /// where they are rounded alike, or name the same place in it.
    fn signs<'a>(
        &self,
        unit: usize,
        said: [&Said<'a>; 2],
        findings: &mut Vec<Finding>,
    ) -> Loose<'a> {
        let mut groups: BTreeMap<(SignKind, &str), [Vec<&Sign<'a>>; 2]> = BTreeMap::new();
        for side in [0, 1] {
            for sign in &said[side].signs {
                let group = groups.entry((sign.kind, &sign.key)).or_default();
                group[side].push(sign);
            }
        }
        let mut loose = Loose { signs: Default::default(), numbers: Default::default() };
        for [mut sources, mut targets] in groups.into_values() {
            sources.retain(|one| {
                let twin = targets.iter().position(|other| other.detail == one.detail);
                twin.map(|at| targets.remove(at)).is_none()
            });
            let both = sources.len().min(targets.len());
            let (rest, more) = (sources.split_off(both), targets.split_off(both));
            for (one, other) in sources.into_iter().zip(targets) {
                if let Some(what) = self.details([one, other]) {
                    findings.push(self.finding(unit, [one.span, other.span], what));
                }
            }
            loose.signs[0].extend(rest.into_iter().cloned());
            loose.signs[1].extend(more.into_iter().cloned());
        }
        self.agreeing(unit, said, findings);
        loose
    }

    /// What differs in two signs of one key.
    fn details(&self, signs: [&Sign<'_>; 2]) -> Option<What> {
        if let [Some(one), Some(other)] = signs.map(|sign| sign.value) {
            let locales = self.readers.map(|reader| &reader.locale);
            if typed::shows_the_same([one, other], locales, self.records) {
                return None;
            }
            let roundings = signs.map(|sign| sign.detail.clone());
            let values = signs.map(|sign| sign.shown.clone());
            return Some(What::Rounding { values, roundings });
        }
        Some(What::Other {
            signs: signs.map(Shown::from),
            how: "another place in the work",
        })
    }

    /// Words that agree with values that neither unit has.
    fn agreeing(&self, unit: usize, said: [&Said<'_>; 2], findings: &mut Vec<Finding>) {
        for side in Side::BOTH {
            for (value, span) in &said[side as usize].agreeing {
                if said.iter().any(|said| said.has_value(value)) {
                    continue;
                }
                let mut spans = said.map(|said| head(said.unit));
                spans[side as usize] = *span;
                let word = format!("{{{{ {value} }}}}");
                findings.push(self.finding(unit, spans, What::Agrees { side, word }));
            }
        }
    }

    /// What differs in numbers that say the same.
    fn numbers(
        &self,
        unit: usize,
        said: [&Said<'_>; 2],
        pairs: &[[usize; 2]],
        findings: &mut Vec<Finding>,
    ) {
        let signs = |pair: [usize; 2]| [0, 1].map(|i| numbers::sign(said[i], pair[i]));
        for pair in numbers::rounded_otherwise(said, pairs) {
            let signs = signs(pair);
            let spans = [signs[0].span, signs[1].span];
            let shown = [Shown::from(&signs[0]), Shown::from(&signs[1])];
            let what = What::Other { signs: shown, how: "with other decimals" };
            findings.push(self.finding(unit, spans, what));
        }
        if let Some((pair, side)) = numbers::without_percent(said, pairs) {
            let signs = signs(pair);
            let spans = [signs[0].span, signs[1].span];
            let side = Side::BOTH[side];
            let number = signs[side as usize].shown.clone();
            findings.push(self.finding(unit, spans, What::Percent { side, number }));
        }
    }

    /// What units without a twin hold.
    fn single<'a>(&self, single: Single, said: [&[Said<'a>]; 2]) -> Option<Place<'a>> {
        let spans = single.spans(said)?;
        let own =
            single.units.iter().filter_map(|at| said[single.side as usize].get(*at));
        let own: Vec<&Said<'a>> = own.collect();
        if own.iter().any(|said| said.faulty) {
            return None;
        }
        let side = single.side;
        let numbers = own.iter().flat_map(|said| {
            (0..said.numerals.digits.len()).map(|at| numbers::sign(said, at))
        });
        let signs = own.iter().flat_map(|said| said.signs.iter().cloned());
        let left = signs.chain(numbers);
        let left = left.map(|sign| {
            let mut counts = [0; 2];
            counts[side as usize] = 1;
            Left { side, sign, counts }
        });
        let unit = match side {
            Side::Source => single.units[0],
            Side::Target => single.behind.unwrap_or(0),
        };
        let (left, kind) = (left.collect(), PlaceKind::of(own[0].unit));
        Some(Place { unit, spans, left, single: Some(single), kind })
    }

    /// Takes out what one place lacks and another has too much. It is told where the two
    /// places are units with a twin, or figures; other units without a twin are told.
    fn elsewhere(&self, places: &mut [Place<'_>], findings: &mut Vec<Finding>) {
        let mut lacking: BTreeMap<(SignKind, String, String), Vec<(usize, usize)>> =
            BTreeMap::new();
        let open = |place: &&mut Place<'_>| place.kind != PlaceKind::Line;
        let places: Vec<_> = places.iter_mut().filter(open).collect();
        for (at, place) in places.iter().enumerate() {
            for (i, left) in place.left.iter().enumerate() {
                if left.side == Side::Source {
                    lacking.entry(left.key()).or_default().push((at, i));
                }
            }
        }
        let mut gone: Vec<Vec<usize>> = places.iter().map(|_| Vec::new()).collect();
        for (at, place) in places.iter().enumerate() {
            for (i, left) in place.left.iter().enumerate() {
                if left.side == Side::Source {
                    continue;
                }
                let Some((from, j)) = lacking.get_mut(&left.key()).and_then(Vec::pop)
                else {
                    continue;
                };
                gone[at].push(i);
                gone[from].push(j);
                let other = &places[from];
                let paired = place.single.is_none() && other.single.is_none();
                if (paired || left.sign.kind == SignKind::Placed)
                    && place.kind == PlaceKind::Text
                {
                    let spans = [other.left[j].sign.span, left.sign.span];
                    let sign = Shown::from(&left.sign);
                    let what = What::Elsewhere { sign };
                    findings.push(self.finding(other.unit, spans, what));
                }
            }
        }
        for (place, gone) in places.into_iter().zip(gone) {
            let mut at = 0..;
            place.left.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
        }
    }

    /// Tells what is left in a place.
    fn tell(
        &self,
        place: Place<'_>,
        said: [&[Said<'_>]; 2],
        findings: &mut Vec<Finding>,
    ) {
        let Place { unit, spans, left, single, .. } = place;
        let behind = single.is_some();
        let (placed, left): (Vec<_>, Vec<_>) = left
            .into_iter()
            .partition(|left| single.is_none() || left.sign.kind == SignKind::Placed);
        if let Some(single) = single.filter(|single| !single.is_told_elsewhere(said)) {
            let held = left.iter().filter(|left| left.sign.kind != SignKind::Number);
            let mut holds: Vec<String> = Vec::new();
            for left in held {
                if !holds.contains(&left.sign.shown) {
                    holds.push(left.sign.shown.clone());
                }
            }
            let (side, count) = (single.side, single.units.len());
            let what = What::Units { side, name: single.name, count, holds };
            findings.push(self.finding(unit, spans, what));
        }
        let [mut sources, mut targets]: [Vec<Left<'_>>; 2] = Default::default();
        for left in placed {
            match left.side {
                Side::Source => sources.push(left),
                Side::Target => targets.push(left),
            }
        }
        for one in sources {
            let signs = |other: &Left<'_>| other.sign.kind == one.sign.kind;
            let told = |other: &Left<'_>| numbers::how(&one.sign, &other.sign);
            let near = targets.iter().position(|other| {
                signs(other)
                    && one.sign.kind == SignKind::Number
                    && !told(other).is_empty()
            });
            let Some(at) = near.or_else(|| targets.iter().position(signs)) else {
                findings.push(self.only(unit, spans, one, behind));
                continue;
            };
            let other = targets.remove(at);
            let how = match one.sign.kind {
                SignKind::Number => numbers::how(&one.sign, &other.sign),
                _ => "",
            };
            let shown = [Shown::from(&one.sign), Shown::from(&other.sign)];
            let spans = [one.sign.span, other.sign.span];
            findings.push(self.finding(unit, spans, What::Other { signs: shown, how }));
        }
        for other in targets {
            findings.push(self.only(unit, spans, other, behind));
        }
    }

    /// A sign that one language has; the other lacks it in the place of `spans`, or behind
    /// it.
    fn only(
        &self,
        unit: usize,
        mut spans: [Span; 2],
        left: Left<'_>,
        behind: bool,
    ) -> Finding {
        spans[left.side as usize] = left.sign.span;
        let sign = Shown::from(&left.sign);
        let what = What::Only { side: left.side, sign, counts: left.counts, behind };
        self.finding(unit, spans, what)
    }
}

impl Left<'_> {
    fn key(&self) -> (SignKind, String, String) {
        (self.sign.kind, self.sign.key.clone(), self.sign.detail.clone())
    }
}

/// How often a unit has a sign.
fn count(said: &Said<'_>, sign: &Sign<'_>) -> usize {
    match sign.kind {
        SignKind::Number => {
            let all = 0..said.numerals.digits.len();
            all.filter(|at| numbers::sign(said, *at).key == sign.key).count()
        }
        SignKind::Month => {
            let number = |month: u8| month.to_string() == sign.key;
            said.numerals.months.iter().filter(|month| number(month.number)).count()
        }
        kind => {
            let same = |own: &&Sign<'_>| own.kind == kind && own.key == sign.key;
            said.signs.iter().filter(same).count()
        }
    }
}
