//! The values of expressions.

use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::locale::{
    Date, Flags, Frame, Kind, Locale, Phrase, Quantity, Time, Unwritable, Word,
};

/// A dataset as expressions see it. The study implements it.
pub trait Records: Sync {
    /// The dataset's id.
    fn id(&self) -> &str;
    /// The ids of its variables.
    fn variables(&self) -> Vec<&str>;
    /// How many values name a row.
    fn key_length(&self) -> usize;
    /// How many rows there are.
    fn length(&self) -> usize;
    /// The value of a variable in a row; `None` where there is no such variable.
    fn value(&self, row: usize, variable: &str) -> Option<Value<'_>>;
    /// The key of a row, each part as text.
    fn key_of(&self, row: usize) -> &[String];
    /// The row with this key.
    fn find(&self, key: &[String]) -> Option<usize>;
    /// The label of a category's level.
    fn level(&self, variable: &str, level: &str, lang: Lang) -> String;
    /// The noun or place that a category's level is declined as, if it is one.
    fn word(&self, variable: &str, level: &str) -> Option<WordId<'_>>;
}

/// What a level of a category is declined as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordId<'a> {
    /// A noun.
    Noun(&'a str),
    /// A place.
    Place(&'a str),
}

/// A row of a dataset.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The dataset.
    pub records: &'a dyn Records,
    /// The row's position, from 0.
    pub row: usize,
}

/// The code of the reason why a value is missing whose row is not there.
pub const NOT_AVAILABLE: &str = ":";

/// The id of the unit of percentages.
pub const PERCENT: &str = "percent";

/// The id of the unit of parts in a thousand.
pub const PER_MILLE: &str = "per-mille";

/// A number with its unit and the form it is to be written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// The number and its form.
    pub quantity: Quantity,
    /// The id of its unit; `None` for a plain number, which goes with any unit.
    pub unit: Option<Arc<str>>,
}

impl Number {
    /// A plain number.
    pub fn plain(value: Decimal) -> Self {
        Self { quantity: Quantity::new(value), unit: None }
    }

    /// The number, if it is whole and not negative.
    pub(super) fn whole(&self) -> Option<u32> {
        let value = self.quantity.value;
        if value.fract().is_zero() { u32::try_from(value).ok() } else { None }
    }
}

/// A value of an expression.
#[derive(Clone)]
pub enum Value<'a> {
    /// A number.
    Number(Number),
    /// True or false.
    Bool(bool),
    /// Words.
    Text(String),
    /// A noun or a place, alone or counted.
    Word(Word<'a>),
    /// Words that are in their last form.
    Phrase(Phrase),
    /// A calendar date.
    Date(Date),
    /// A period, an academic year, a decade or a quarter.
    Time(Time),
    /// A level of a category.
    Level {
        /// The dataset that declares it.
        records: &'a dyn Records,
        /// The variable that declares it.
        variable: String,
        /// The level's id.
        id: String,
    },
    /// A value that the source does not give.
    Missing {
        /// The code of the reason.
        reason: String,
    },
    /// Values in order.
    List(Rc<Vec<Self>>),
    /// A row.
    Row(Record<'a>),
    /// A dataset of which the first parts of a key are given.
    Rows {
        /// The dataset.
        records: &'a dyn Records,
        /// The parts of the key that are given.
        key: Vec<String>,
    },
}

impl Value<'_> {
    /// What it is, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Number(_) => "a number",
            Self::Bool(_) => "true or false",
            Self::Text(_) => "text",
            Self::Word(_) => "a noun or place",
            Self::Phrase(_) => "a phrase",
            Self::Date(_) => "a date",
            Self::Time(_) => "a time",
            Self::Level { .. } => "a level of a category",
            Self::Missing { .. } => "a missing value",
            Self::List(_) => "a list",
            Self::Row(_) => "a row",
            Self::Rows { .. } => "a dataset",
        }
    }

    /// The value as a part of a key, as text; `None` for what can name no row.
    pub fn key_part(&self) -> Option<String> {
        match self {
            Self::Number(number) => Some(number.quantity.value.normalize().to_string()),
            Self::Text(text) => Some(text.clone()),
            Self::Level { id, .. } => Some(id.clone()),
            Self::Date(date) => Some(date.to_string()),
            Self::Time(time) => Some(time.to_string()),
            _ => None,
        }
    }

    /// The value as a sentence of `locale` shows it. Numbers and dates are in one piece.
    ///
    /// # Errors
    /// Why it cannot be shown, and what to do.
    pub fn write(&self, locale: &Locale) -> Result<Phrase, (String, String)> {
        match self {
            Self::Number(number) => {
                let written = write_number(&number.quantity, locale)?;
                Ok(Phrase::of_number(written).flagged(number.quantity.flags))
            }
            Self::Text(text) => Ok(Phrase::of_words(text)),
            Self::Word(word) => write_word(word, locale),
            Self::Phrase(phrase) => Ok(phrase.clone()),
            Self::Date(date) => Ok(Phrase::of_number(locale.date(date))),
            Self::Time(time) => {
                let written = locale.time(time, Frame::Plain).map_err(unwritable)?;
                Ok(Phrase::of_words(&written))
            }
            Self::Level { records, variable, id } => {
                Ok(Phrase::of_words(&records.level(variable, id, locale.lang())))
            }
            Self::Missing { reason } => Err((
                format!("the value is missing: `{reason}`"),
                "say in words that it is not known".into(),
            )),
            Self::Bool(_) => Err((
                format!("{} cannot stand in a sentence", self.kind()),
                "choose words by it: `row.total > 5 ? \"many\" : \"few\"`".into(),
            )),
            Self::List(_) | Self::Row(_) | Self::Rows { .. } => Err((
                format!("{} cannot stand in a sentence", self.kind()),
                "take one value of it, such as `.total`".into(),
            )),
        }
    }
}

/// Most decimals that a computed number may have before its author must choose.
const MAX_DECIMALS: u32 = 6;

fn write_number(
    quantity: &Quantity,
    locale: &Locale,
) -> Result<String, (String, String)> {
    check_decimals(quantity)?;
    locale.write(quantity).map_err(unwritable)
}

fn write_word(word: &Word<'_>, locale: &Locale) -> Result<Phrase, (String, String)> {
    word.number().map_or(Ok(()), check_decimals)?;
    let flags = word.number().map_or(Flags::NONE, |number| number.flags);
    let written = locale.write_word(word).map_err(|unwritable| {
        let help = match &unwritable {
            Unwritable::Ungiven { .. } => {
                "give it in `nouns.yaml` or `places.yaml`, or choose another form"
            }
            _ => "choose another form, or write it in words",
        };
        (unwritable.to_string(), help.into())
    })?;
    Ok(written.flagged(flags))
}

fn check_decimals(quantity: &Quantity) -> Result<(), (String, String)> {
    let endless = quantity.decimals.is_none() && quantity.value.scale() > MAX_DECIMALS;
    if endless {
        return Err((
            format!("the computed number has {} decimals", quantity.value.scale()),
            "say how many to show: `.decimals(1)`".into(),
        ));
    }
    Ok(())
}

fn unwritable(wrong: Unwritable) -> (String, String) {
    (wrong.to_string(), "choose another form, or write it in words".into())
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{}", number.quantity.value),
            Self::Bool(truth) => write!(f, "{truth}"),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Word(word) => write!(f, "\"{}\"", word.id),
            Self::Phrase(phrase) => write!(f, "\"{}\"", phrase.plain()),
            Self::Date(date) => write!(f, "{date}"),
            Self::Time(time) => write!(f, "{time}"),
            Self::Level { id, .. } => write!(f, "\"{id}\""),
            Self::Missing { reason } => write!(f, "missing ({reason})"),
            Self::List(list) => f.debug_list().entries(list.iter()).finish(),
            Self::Row(record) => {
                write!(f, "row {} of {}", record.row + 1, record.records.id())
            }
            Self::Rows { records, .. } => write!(f, "{}", records.id()),
        }
    }
}

/// A quantity of a plain number, a percentage or a year.
pub(super) fn plain_quantity(value: Decimal, kind: Kind) -> Quantity {
    Quantity { kind, ..Quantity::new(value) }
}
