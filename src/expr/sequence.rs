//! What can be asked of the items of a list in their order.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rust_decimal::Decimal;

use super::arithmetic::compare;
use super::refusal::{Applied, Refusal, refuse};
use super::value::Value;

/// `unique(list)`, `ascending(list)` and `consecutive(list)`: whether no item stands twice,
/// none is smaller than the one before, each whole number is one more than the one before.
/// With a missing item that is not decided.
pub(super) fn holds<'a>(name: &str, list: &[Value<'a>]) -> Applied<'a> {
    if let Some(missing) = list.iter().find(|item| matches!(item, Value::Missing { .. }))
    {
        return Ok(missing.clone());
    }
    Ok(Value::Bool(breaks(name, list)?.is_empty()))
}

/// Two items by their positions, of which the second should not stand where it does.
pub(super) type Break = [usize; 2];

/// Where the list is not as `name` demands: an item that stands a second time, with the
/// first; one that does not follow the one before, with that one.
pub(super) fn breaks(name: &str, list: &[Value<'_>]) -> Result<Vec<Break>, Refusal> {
    if name == "unique" {
        return repeated(list);
    }
    let mut found = Vec::new();
    for (at, pair) in list.windows(2).enumerate() {
        let [before, item] = pair else { continue };
        let follows = match name {
            "ascending" => {
                compare(before, item, Decimal::ZERO).map_err(Refusal::of)?
                    != Ordering::Greater
            }
            _ => next_to(before, item)?,
        };
        if !follows {
            found.push([at, at + 1]);
        }
    }
    Ok(found)
}

fn repeated(list: &[Value<'_>]) -> Result<Vec<Break>, Refusal> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, item) in list.iter().enumerate() {
        let Some(key) = item.key_part() else {
            return refuse(
                format!("{} cannot be compared with another", item.kind()),
                "give it numbers, dates, levels or texts: `unique(rows.map(r, r.name))`",
            );
        };
        match first.entry(key) {
            Entry::Vacant(free) => drop(free.insert(at)),
            Entry::Occupied(taken) => found.push([*taken.get(), at]),
        }
    }
    Ok(found)
}

fn next_to(before: &Value<'_>, item: &Value<'_>) -> Result<bool, Refusal> {
    match (before, item) {
        (Value::Number(before), Value::Number(item)) => {
            let (before, item) = (before.quantity.value, item.quantity.value);
            Ok(item.checked_sub(before) == Some(Decimal::ONE))
        }
        (Value::Number(_), other) | (other, _) => refuse(
            format!("{} has no number before it", other.kind()),
            "give it years or whole numbers: `consecutive(rows.map(r, r.year))`",
        ),
    }
}
