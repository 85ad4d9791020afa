//! Whether a map and the data that are drawn on it have the same regions.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;
use crate::study::{Dataset, Division, Figure, Ground, Level, Outlines};

use super::map::levels;
use super::plan::Plan;

/// Reports regions that a map or its data lack; whether the map can be drawn.
pub(super) fn check(
    figure: &Figure,
    dataset: &Dataset,
    plan: &Plan,
    diagnostics: &mut Diagnostics,
) -> bool {
    let levels = levels(figure, dataset);
    let drawn: Vec<&Level> = plan
        .categories
        .iter()
        .filter_map(|group| levels.iter().find(|level| level.id == group.id))
        .collect();
    let own = Own { figure, levels, drawn };
    let mut found: Vec<Diagnostic> = own.twice().into_iter().collect();
    match &figure.ground {
        Some(Ground::Division(division)) => {
            found.extend(own.foreign(division));
            found.extend(own.unnamed(division));
            let good = found.is_empty();
            found.extend(own.without_rows(division).filter(|_| good));
        }
        Some(Ground::Outlines(outlines)) => found.extend(own.without_outline(outlines)),
        None => {}
    }
    let good = found.iter().all(|own| own.severity != crate::diag::Severity::Error);
    found.into_iter().for_each(|diagnostic| diagnostics.push(diagnostic));
    good
}

struct Own<'a> {
    figure: &'a Figure,
    levels: &'a [Level],
    /// The levels that have a row.
    drawn: Vec<&'a Level>,
}

impl Own<'_> {
    fn wrong(&self, code: Code, message: String) -> Diagnostic {
        Diagnostic::new(code, self.figure.x.span, message)
    }

    /// Two levels that are one region.
    fn twice(&self) -> Option<Diagnostic> {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        self.drawn.iter().find_map(|level| {
            let first = seen.insert(&level.code, &level.id)?;
            let message = format!(
                "the levels `{first}` and `{}` have one code, `{}`",
                level.id, level.code
            );
            Some(self.wrong(Code::BadValue, message).help("a code names one region"))
        })
    }

    /// Levels whose code the division does not have.
    fn foreign(&self, division: &Spanned<Division>) -> Vec<Diagnostic> {
        let year = division.value.year();
        let foreign =
            self.drawn.iter().filter(|own| division.value.find(&own.code).is_none());
        let told = foreign.map(|level| {
            let elsewhere: Vec<&str> = Division::ALL
                .iter()
                .filter(|other| other.find(&level.code).is_some())
                .map(|other| other.year())
                .collect();
            let message = format!(
                "the division of {year} has no region with the code `{}` of `{}`",
                level.code, level.id
            );
            let found = self
                .wrong(Code::BadValue, message)
                .also(division.span, "the division is chosen here");
            match elsewhere.as_slice() {
                [] => found.help(
                    "give each level the first two digits of its KATO code: `code: \"63\"`",
                ),
                years => found.help(format!(
                    "it is a region of the division of {}",
                    years.join(" and of ")
                )),
            }
        });
        told.collect()
    }

    /// Regions of the division that no level names.
    fn unnamed(&self, division: &Spanned<Division>) -> Option<Diagnostic> {
        let named = |code: &str| self.levels.iter().any(|level| level.code == code);
        let regions = division.value.regions().iter();
        let unnamed = regions.filter(|region| !named(region.code));
        let unnamed: Vec<String> =
            unnamed.map(|own| format!("{} {}", own.code, own.name)).collect();
        if unnamed.is_empty() {
            return None;
        }
        let message = format!(
            "`{}` has no level for {} of the division of {}",
            self.figure.x.value,
            unnamed.join(", "),
            division.value.year()
        );
        Some(
            self.wrong(Code::BadValue, message)
                .also(division.span, "the division is chosen here")
                .help("give each region a level with its `code`, which names its tile"),
        )
    }

    /// Regions of the division that no row speaks of: drawn, but as a hole in the data.
    fn without_rows(&self, division: &Spanned<Division>) -> Option<Diagnostic> {
        let lacking = self.levels.iter().filter(|level| {
            let drawn = self.drawn.iter().any(|own| own.code == level.code);
            !drawn && division.value.find(&level.code).is_some()
        });
        let lacking: Vec<&str> = lacking.map(|level| level.id.as_str()).collect();
        if lacking.is_empty() {
            return None;
        }
        let message = format!(
            "no row speaks of `{}`, regions of the division of {}",
            lacking.join("`, `"),
            division.value.year()
        );
        Some(
            self.wrong(Code::BadValue, message)
                .as_warning()
                .help("they are drawn without data: a row with a missing value says why"),
        )
    }

    /// Levels that the file of outlines does not have.
    fn without_outline(&self, outlines: &Outlines) -> Vec<Diagnostic> {
        let codes: Vec<&str> =
            outlines.regions.iter().map(|own| own.code.as_str()).collect();
        let lacking = self.drawn.iter().filter(|own| !codes.contains(&own.code.as_str()));
        let told = lacking.map(|level| {
            let message = format!(
                "`{}` has no outline with the code `{}` of `{}`",
                outlines.path, level.code, level.id
            );
            self.wrong(Code::BadOutlines, message)
                .suggest(&level.code, codes.iter().copied())
                .also(outlines.span, "the file is named here")
        });
        told.collect()
    }
}
