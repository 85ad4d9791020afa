//! Flags of observations: what an office says of a number that is not final, exact or
//! comparable.
//!
//! The codes are those that Eurostat publishes with its tables, which are the small
//! letters of the SDMX code list `CL_OBS_STATUS`: B, D, E, F, I, N, P and U; `r` for a
//! revised number is Eurostat's alone.

use std::fmt;

/// What an office says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// `b`: not comparable with the numbers before it, a break in the series.
    Break,
    /// `d`: by another definition than the rest.
    Definition,
    /// `e`: estimated.
    Estimated,
    /// `f`: a forecast.
    Forecast,
    /// `i`: imputed, in place of a number that was not collected.
    Imputed,
    /// `n`: a zero that is rounded, less than half of the last digit that is shown.
    Negligible,
    /// `p`: preliminary.
    Preliminary,
    /// `r`: revised since it was first published.
    Revised,
    /// `u`: of low reliability.
    Unreliable,
}

impl Flag {
    /// All flags in the order of their codes.
    pub const ALL: [Self; 9] = [
        Self::Break,
        Self::Definition,
        Self::Estimated,
        Self::Forecast,
        Self::Imputed,
        Self::Negligible,
        Self::Preliminary,
        Self::Revised,
        Self::Unreliable,
    ];

    /// The flag of a code.
    pub fn of(code: char) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.code() == code)
    }

    /// Its code.
    pub fn code(self) -> char {
        match self {
            Self::Break => 'b',
            Self::Definition => 'd',
            Self::Estimated => 'e',
            Self::Forecast => 'f',
            Self::Imputed => 'i',
            Self::Negligible => 'n',
            Self::Preliminary => 'p',
            Self::Revised => 'r',
            Self::Unreliable => 'u',
        }
    }

    /// The key of the interface text that says what it means.
    pub fn key(self) -> &'static str {
        match self {
            Self::Break => "flag_b",
            Self::Definition => "flag_d",
            Self::Estimated => "flag_e",
            Self::Forecast => "flag_f",
            Self::Imputed => "flag_i",
            Self::Negligible => "flag_n",
            Self::Preliminary => "flag_p",
            Self::Revised => "flag_r",
            Self::Unreliable => "flag_u",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The flags of a number: a set. Shown, it is their codes in order, `ep`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Flags(u16);

impl Flags {
    /// No flag: an exact and final number.
    pub const NONE: Self = Self(0);

    /// A written number with their codes, which a line does not part from it.
    pub fn behind(self, written: &str) -> String {
        match self.is_empty() {
            true => written.to_owned(),
            false => format!("{written}\u{a0}{self}"),
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a flag is among them.
    pub fn has(self, flag: Flag) -> bool {
        self.0 & flag.bit() != 0
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, flag: Flag) -> Self {
        Self(self.0 | flag.bit())
    }

    /// These but one.
    #[must_use]
    pub fn without(self, flag: Flag) -> Self {
        Self(self.0 & !flag.bit())
    }

    /// These and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Each in the order of its code.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter().filter(move |flag| self.has(*flag))
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Self {
        flags.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Display for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|flag| write!(f, "{}", flag.code()))
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flag_has_a_code_of_its_own_in_order() {
        let codes: Vec<char> = Flag::ALL.iter().map(|flag| flag.code()).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        for flag in Flag::ALL {
            assert_eq!(Flag::of(flag.code()), Some(flag));
            assert_eq!(flag.key(), format!("flag_{}", flag.code()));
        }
        assert_eq!(Flag::of('x'), None);
    }

    #[test]
    fn a_set_is_written_by_its_codes_in_order() {
        let set: Flags = [Flag::Preliminary, Flag::Estimated].into_iter().collect();
        assert_eq!(set.to_string(), "ep");
        assert_eq!(set.and(Flags::NONE.with(Flag::Break)).to_string(), "bep");
        assert_eq!(set.without(Flag::Estimated).to_string(), "p");
        assert!(set.has(Flag::Preliminary) && !set.has(Flag::Break));
        assert!(Flags::NONE.is_empty() && !set.is_empty());
    }
}
