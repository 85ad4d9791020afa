//! The methods that give a number another form.

use rust_decimal::Decimal;

use super::eval::Scope;
use super::methods::METHODS;
use super::refusal::{Applied, Refusal, no_language, refuse, unknown};
use super::value::{Number, PER_MILLE, PERCENT, Value};
use super::{times, words};
use crate::locale::{
    Agreement, Case, Flags, Gender, Kind, PluralCategory, Quantity, Scale, Style,
};

/// `number.name(args)`.
pub(super) fn number_method<'a>(
    scope: &Scope<'a>,
    name: &str,
    mut number: Number,
    args: &[Value<'a>],
) -> Applied<'a> {
    let quantity = &mut number.quantity;
    match (name, args) {
        ("thousands", _) => scaled(quantity, Scale::Thousand, args)?,
        ("millions", _) => scaled(quantity, Scale::Million, args)?,
        ("billions", _) => scaled(quantity, Scale::Billion, args)?,
        ("decimals", [_]) => quantity.decimals = Some(decimals(args)?),
        ("percent", _) => return percent(number, args),
        ("permille", _) => return per_mille(number, args),
        ("short", []) => quantity.abbreviated = true,
        ("ordinal" | "words", _) => spelt(name, quantity, args)?,
        ("roman", []) => quantity.style = Style::Roman,
        ("noun" | "symbol", [] | [Value::Text(_)]) => {
            return words::counted(scope, name, number, args);
        }
        ("after" | "capital", _) => {
            return words::joined(scope, name, &Value::Number(number), args);
        }
        ("unflagged", []) => quantity.flags = Flags::NONE,
        ("poss", []) => quantity.possessive = true,
        ("abs", []) => quantity.value = quantity.value.abs(),
        ("plural", _) => return plural(scope, quantity, args),
        ("article", []) => {
            let locale = scope.locale.ok_or_else(no_language)?;
            let article =
                locale.article(quantity).map_err(|e| Refusal::of(e.to_string()))?;
            return Ok(Value::Text(article.to_owned()));
        }
        (_, []) if Case::named(name).is_some() => {
            quantity.case = Case::named(name).unwrap_or(Case::Nominative);
        }
        _ if times::is_method(name) => return times::refused(name),
        ("round", _) => return refuse("there is no method `round`", ROUND),
        _ if METHODS.contains(&name) => {
            return refuse(format!("`{name}` does not take these values"), usage(name));
        }
        _ => return unknown("method", name, &METHODS),
    }
    Ok(Value::Number(number))
}

fn scaled(
    quantity: &mut Quantity,
    scale: Scale,
    args: &[Value<'_>],
) -> Result<(), Refusal> {
    quantity.scale = scale;
    quantity.decimals = Some(if args.is_empty() { 0 } else { decimals(args)? });
    Ok(())
}

/// What is told who looks for a method that rounds.
const ROUND: &str = "a number is rounded where it is written: `.decimals(0)` to whole ones, `.thousands()`, `.millions()`";

/// Most decimals that a number can be shown with: more than any source prints.
const MAX_DECIMALS: u32 = 12;

fn decimals(args: &[Value<'_>]) -> Result<u32, Refusal> {
    let given = match args {
        [Value::Number(number)] => number.whole(),
        _ => None,
    };
    given.filter(|n| *n <= MAX_DECIMALS).ok_or_else(|| {
        Refusal::of(format!("decimals are a whole number from 0 to {MAX_DECIMALS}"))
    })
}

/// A ratio becomes a percentage; a percentage gets its decimals.
fn percent<'a>(number: Number, args: &[Value<'_>]) -> Applied<'a> {
    share(number, args, Kind::Percent, PERCENT)
}

/// A ratio becomes so many of a thousand.
fn per_mille<'a>(number: Number, args: &[Value<'_>]) -> Applied<'a> {
    share(number, args, Kind::PerMille, PER_MILLE)
}

fn share<'a>(
    mut number: Number,
    args: &[Value<'_>],
    kind: Kind,
    unit: &str,
) -> Applied<'a> {
    let quantity = &mut number.quantity;
    let whole = if kind == Kind::Percent { 100 } else { 1000 };
    match (quantity.kind, number.unit.as_deref()) {
        (own, _) if own == kind => {}
        (Kind::Share, _) if kind == Kind::Percent => {
            *quantity = quantity.clone().as_percent()
        }
        (Kind::Number | Kind::Share, None) => {
            let share = quantity.value.checked_mul(Decimal::from(whole));
            quantity.value =
                share.ok_or_else(|| Refusal::of("the number has more than 28 digits"))?;
            quantity.kind = kind;
        }
        (_, unit) => {
            let what = unit.unwrap_or("year");
            return refuse(
                format!("a quantity of `{what}` is no share"),
                "divide it by the whole first: `(row.part / row.whole).percent(1)`",
            );
        }
    }
    if !args.is_empty() {
        quantity.decimals = Some(decimals(args)?);
    }
    number.unit = Some(unit.into());
    Ok(Value::Number(number))
}

/// `.ordinal()` and `.words()`, in either order, with the gender that they agree with.
fn spelt(name: &str, quantity: &mut Quantity, args: &[Value<'_>]) -> Result<(), Refusal> {
    quantity.style = match (name, quantity.style) {
        ("ordinal", Style::Words) | ("words", Style::Ordinal) => Style::OrdinalWords,
        ("ordinal", _) => Style::Ordinal,
        _ => Style::Words,
    };
    match args {
        [] => {}
        [Value::Text(text)] => {
            let gender = gender(text)?;
            if gender == Gender::People && quantity.style != Style::Words {
                let message = "people are counted together in words, not in their order";
                return refuse(message, "`.words(\"people\")`");
            }
            quantity.agreement = Some(Agreement { gender, animate: false });
        }
        _ => {
            return refuse(format!("`{name}` does not take these values"), usage(name));
        }
    }
    Ok(())
}

fn gender(name: &str) -> Result<Gender, Refusal> {
    match Gender::named(name) {
        Some(gender) => Ok(gender),
        None => unknown("gender", name, &Gender::NAMES),
    }
}

/// The form for the displayed number: one, other in English; one, few, many, other in
/// Russian, where the last is that of fractions and may be left out if it is the second.
fn plural<'a>(scope: &Scope<'a>, quantity: &Quantity, args: &[Value<'a>]) -> Applied<'a> {
    let locale = scope.locale.ok_or_else(no_language)?;
    let forms: Option<Vec<_>> = args
        .iter()
        .map(|arg| match arg {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let form = match (locale.plural(quantity), forms.as_deref()) {
        (_, Some([only])) => only,
        (PluralCategory::One, Some([one, ..])) => one,
        (_, Some([_, other])) => other,
        (PluralCategory::Few, Some([_, few, _, ..])) => few,
        (PluralCategory::Many, Some([_, _, many, ..])) => many,
        (_, Some([_, few, _])) => few,
        (_, Some([_, _, _, other])) => other,
        _ => return refuse("`plural` takes one to four texts", usage("plural")),
    };
    Ok(Value::Text((*form).to_owned()))
}

fn usage(name: &str) -> &'static str {
    match name {
        "decimals" => "`.decimals(1)`",
        "plural" => {
            "`.plural(\"person\", \"people\")`; in Russian one, few, many and, for fractions, other"
        }
        "ordinal" => "`.ordinal()` or `.ordinal(\"feminine\")`",
        "words" => "`.words()` or `.words(\"feminine\")`",
        "noun" => "`.noun(\"person\")`, or `.noun()` for the noun of the unit",
        "symbol" => "`.symbol(\"kilometre\")`, or `.symbol()` for that of the unit",
        "after" => "give it what stands before: `.after(\"с\")`",
        _ => "it takes nothing between its brackets",
    }
}
