//! The largest and the smallest of some values.

use rust_decimal::Decimal;

use crate::locale::{Phrase, Quantity, Term};

use super::voice::Voice;

/// Some values and where they stand: what is shown as equal is a tie.
pub(super) struct Spread<'a> {
    pub(super) most: Extreme<'a>,
    pub(super) least: Extreme<'a>,
    /// How many values there are.
    pub(super) count: usize,
}

/// The largest or the smallest value.
pub(super) struct Extreme<'a> {
    pub(super) value: &'a Quantity,
    /// Where it stands.
    pub(super) at: Vec<usize>,
}

impl<'a> Spread<'a> {
    /// Of values with their positions; `None` where there are none.
    pub(super) fn of(
        values: impl Iterator<Item = (usize, &'a Quantity)>,
    ) -> Option<Self> {
        let values: Vec<_> =
            values.map(|(at, value)| (at, value, value.shown())).collect();
        let (least, most) = (
            values.iter().map(|(.., shown)| *shown).min()?,
            values.iter().map(|(.., shown)| *shown).max()?,
        );
        let extreme = |wanted: Decimal| {
            let ties = || values.iter().filter(move |(.., shown)| *shown == wanted);
            let (_, value, _) = ties().next()?;
            Some(Extreme { value, at: ties().map(|(at, ..)| *at).collect() })
        };
        Some(Self { most: extreme(most)?, least: extreme(least)?, count: values.len() })
    }

    /// Whether all values are shown as one.
    pub(super) fn is_even(&self) -> bool {
        self.most.at.len() == self.count
    }
}

impl Voice<'_> {
    /// What values are like that have no order: `name` says where they stand.
    pub(super) fn spread(
        &self,
        spread: &Spread<'_>,
        name: impl Fn(&[usize]) -> String,
    ) -> Phrase {
        let Spread { most, count, .. } = spread;
        match count {
            1 => {
                let name = name(&most.at);
                let terms = [("value", most.value.into()), ("name", (*name).into())];
                self.say("summary_value", &terms)
            }
            _ if spread.is_even() => {
                self.say("summary_all_same", &[("value", most.value.into())])
            }
            _ => self.extremes("summary_extremes", spread, &[], name),
        }
    }

    /// The largest and the smallest value in the words of a message.
    pub(super) fn extremes(
        &self,
        key: &str,
        Spread { most, least, .. }: &Spread<'_>,
        more: &[(&str, Term<'_>)],
        name: impl Fn(&[usize]) -> String,
    ) -> Phrase {
        let names = [&most.at, &least.at].map(|at| name(at));
        let mut terms = vec![
            ("max", most.value.into()),
            ("most", names[0].as_str().into()),
            ("min", least.value.into()),
            ("least", names[1].as_str().into()),
        ];
        terms.extend_from_slice(more);
        self.say(key, &terms)
    }
}
