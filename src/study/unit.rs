//! Units of measurement.

use rust_decimal::Decimal;

use super::Texts;

/// A unit of measurement.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its words, as they stand under the head of a column: `thousand people`.
    pub label: UnitLabel,
    /// For a multiple: the unit that it is of and how many of them it is.
    pub multiple: Option<Multiple>,
}

/// The words of a unit.
#[derive(Debug, Clone)]
pub enum UnitLabel {
    /// The key of an interface text.
    BuiltIn(&'static str),
    /// Words of the study.
    Own(Texts),
}

/// A unit that is a multiple of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiple {
    /// The id of the other unit.
    pub of: String,
    /// How many of it.
    pub times: Decimal,
}

/// A unit that every study has.
pub struct BuiltInUnit {
    /// Its id.
    pub id: &'static str,
    /// The key of the interface text that names it.
    pub label: &'static str,
    /// The id of the unit that it is a multiple of, and how many of it.
    pub multiple: Option<(&'static str, i64)>,
}

/// The units that every study has.
pub const BUILT_IN_UNITS: [BuiltInUnit; 5] = [
    unit("person", "unit_person", None),
    unit("thousand-person", "unit_thousand_person", Some(("person", 1_000))),
    unit("million-person", "unit_million_person", Some(("person", 1_000_000))),
    unit("percent", "unit_percent", None),
    unit("percentage-point", "unit_percentage_point", None),
];

const fn unit(
    id: &'static str,
    label: &'static str,
    multiple: Option<(&'static str, i64)>,
) -> BuiltInUnit {
    BuiltInUnit { id, label, multiple }
}
