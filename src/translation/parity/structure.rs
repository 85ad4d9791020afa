//! Which units are compared with which, and which have no twin.

use std::collections::BTreeMap;

use crate::source::Span;
use crate::study::{Role, TranslationUnit};

use super::finding::Side;
use super::said::Said;
use super::words::head;
use crate::translation::align::{Pair, align};

/// The units of two languages beside each other.
pub(super) struct Structure {
    /// Twins, in the order of the text.
    pub(super) twins: Vec<Twins>,
    /// Units without a twin: runs of one role.
    pub(super) single: Vec<Single>,
}

/// Two units that say the same: their positions.
pub(super) struct Twins {
    pub(super) at: [usize; 2],
    /// What each is, where that differs.
    pub(super) roles: Option<[&'static str; 2]>,
}

/// Units of one language without a twin, one after another.
pub(super) struct Single {
    pub(super) side: Side,
    /// What they are: `paragraph`.
    pub(super) name: &'static str,
    /// Their positions.
    pub(super) units: Vec<usize>,
    /// Behind which unit of the other language they belong.
    pub(super) behind: Option<usize>,
}

impl Structure {
    /// Aligns the units of two languages.
    pub(super) fn of(source: &[TranslationUnit], target: &[TranslationUnit]) -> Self {
        let places = [source, target].map(|units| {
            let keys = units.iter().map(|unit| unit.key.as_str());
            keys.zip(0..).collect::<BTreeMap<_, usize>>()
        });
        let place = |side: usize, unit: Option<&TranslationUnit>| {
            unit.and_then(|unit| places[side].get(unit.key.as_str()).copied())
        };
        let units = [source, target];
        let mut structure = Self { twins: Vec::new(), single: Vec::new() };
        let mut open = Open::default();
        for Pair { source, target } in align(source, target) {
            match [place(0, source), place(1, target)] {
                [Some(one), Some(other)] => {
                    structure.close(&mut open, units);
                    open.last = [Some(one), Some(other)];
                    structure.twins.push(Twins::of([one, other], units));
                }
                [one, other] => {
                    open.units[0].extend(one);
                    open.units[1].extend(other);
                }
            }
        }
        structure.close(&mut open, units);
        structure
    }

    /// Takes up the units without a twin since the last twins: what stands in one place
    /// in both is compared though it is of two roles, all other units are single.
    fn close(&mut self, open: &mut Open, units: [&[TranslationUnit]; 2]) {
        let mut rest = [Vec::new(), Vec::new()];
        let [sources, targets] = std::mem::take(&mut open.units);
        let mut targets = targets.into_iter().peekable();
        for one in sources {
            let role = |side: usize, at: usize| &units[side][at].role;
            match targets.peek() {
                Some(other) if comparable(role(0, one), role(1, *other)) => {
                    self.twins.push(Twins::of([one, *other], units));
                    targets.next();
                }
                _ => rest[0].push(one),
            }
        }
        rest[1].extend(targets);
        for side in Side::BOTH {
            let units = units[side as usize];
            let behind = open.last[side.other() as usize];
            for at in std::mem::take(&mut rest[side as usize]) {
                let name = name(&units[at].role);
                match self.single.last_mut() {
                    Some(last)
                        if last.side == side
                            && last.name == name
                            && last.units.last() == at.checked_sub(1).as_ref()
                            && last.behind == behind =>
                    {
                        last.units.push(at);
                    }
                    _ => self.single.push(Single { side, name, units: vec![at], behind }),
                }
            }
        }
    }
}

impl Twins {
    fn of(at: [usize; 2], units: [&[TranslationUnit]; 2]) -> Self {
        let roles = [0, 1].map(|side| &units[side][at[side]].role);
        let names = roles.map(name);
        Self { at, roles: Some(names).filter(|_| roles[0] != roles[1]) }
    }
}

/// What has no twin since the last units that have one.
#[derive(Default)]
struct Open {
    units: [Vec<usize>; 2],
    last: [Option<usize>; 2],
}

/// Whether two units in one place are probably twins though their roles differ.
fn comparable(one: &Role, other: &Role) -> bool {
    let text = |role: &Role| {
        matches!(
            role,
            Role::Title
                | Role::Heading(_)
                | Role::Paragraph
                | Role::Item { .. }
                | Role::Quote
                | Role::Cell
        )
    };
    let placed = |role: &Role| matches!(role, Role::Placed(_));
    text(one) && text(other) || placed(one) && placed(other)
}

/// What a unit is called.
fn name(role: &Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Heading(_) => "heading",
        Role::Paragraph => "paragraph",
        Role::Item { first: true, depth: 1 } => "list item",
        Role::Item { first: true, .. } => "item of an inner list",
        Role::Item { first: false, .. } => "paragraph of a list item",
        Role::Quote => "quotation",
        Role::Cell => "table cell",
        Role::Note(_) => "paragraph of a footnote",
        Role::Placed(_) => "figure or table",
        Role::Code => "block of code",
        Role::Rule => "break between paragraphs",
        Role::Line | Role::Plain => "text",
    }
}

/// Whether a text in YAML is one of a list, such as a keyword: `keywords.1`.
pub(super) fn is_entry(unit: &TranslationUnit) -> bool {
    let last = unit.key.rsplit('.').next().unwrap_or("");
    !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

impl Single {
    /// Where it is in its language, and where it belongs in the other.
    pub(super) fn spans(&self, said: [&[Said<'_>]; 2]) -> Option<[Span; 2]> {
        let own = said[self.side as usize].get(*self.units.first()?)?;
        let there = said[self.side.other() as usize];
        let neighbour = there.get(self.behind.unwrap_or(0))?;
        let mut spans = [head(own.unit); 2];
        spans[self.side.other() as usize] = head(neighbour.unit);
        Some(spans)
    }

    /// Whether its absence is told elsewhere: headings and missing texts by the reader of
    /// files, footnotes by their marks, figures as signs.
    pub(super) fn is_told_elsewhere(&self, said: [&[Said<'_>]; 2]) -> bool {
        let there = said[self.side.other() as usize];
        let own = said[self.side as usize];
        let Some(first) = self.units.first().and_then(|at| own.get(*at)) else {
            return true;
        };
        match &first.unit.role {
            Role::Title | Role::Heading(_) | Role::Placed(_) => true,
            Role::Note(_) => there.iter().all(|other| other.unit.role != first.unit.role),
            // A list of texts, such as keywords, of which the other has some.
            Role::Line | Role::Plain => {
                let list =
                    |key: &str| key.rsplit_once('.').map(|(list, _)| list.to_owned());
                !is_entry(first.unit)
                    || there
                        .iter()
                        .all(|other| list(&other.unit.key) != list(&first.unit.key))
            }
            _ => false,
        }
    }
}
