//! Values of every kind: words, numbers, dates, lists, maps.

use super::{Decode, Decoder, wrong_type};
use crate::diag::{Code, Diagnostic};
use crate::expr::Expression;
use crate::lang::Lang;
use crate::load::yaml::{Node, Tree};
use crate::locale::{Date, Period};
use crate::source::{Place, Span, Spanned};

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        T::decode(node, decoder).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn shape() -> String {
        T::shape()
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Some(Self { value: T::decode(node, decoder)?, span: node.span })
    }

    fn shape() -> String {
        T::shape()
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Tree::List(items) = &node.tree else {
            decoder.report(
                wrong_type(node, "a list")
                    .help("a list stands in brackets: `[one, two]`"),
            );
            return None;
        };
        let read: Vec<_> = (1..)
            .zip(items)
            .map(|(place, item)| {
                decoder.under(&place.to_string(), |decoder| T::decode(item, decoder))
            })
            .collect();
        read.into_iter().collect()
    }

    fn shape() -> String {
        format!("a list, each item {}", T::shape())
    }
}

/// One value, or a list of several.
#[derive(Debug)]
pub(in crate::load) struct OneOrMore<T>(pub(in crate::load) Vec<T>);

impl<T: Decode> Decode for OneOrMore<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.tree {
            Tree::List(_) => Vec::decode(node, decoder).map(Self),
            _ => Some(Self(vec![T::decode(node, decoder)?])),
        }
    }

    fn shape() -> String {
        format!("{}, or a list of several", T::shape())
    }
}

/// A map from ids of the author's choice, in the order of the file.
#[derive(Debug)]
pub(in crate::load) struct Named<T>(pub(in crate::load) Vec<(Spanned<String>, T)>);

impl<T: Decode> Decode for Named<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let entries = decoder.entries(node, "a map")?;
        let read: Vec<_> = entries
            .into_iter()
            .map(|(key, value)| {
                let read = |decoder: &mut Decoder<'_>| T::decode(value, decoder);
                Some((key.clone(), decoder.under(&key.value, read)?))
            })
            .collect();
        read.into_iter().collect::<Option<_>>().map(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }

    fn shape() -> String {
        format!("a map from ids, each to {}", T::shape())
    }
}

impl Decode for String {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a text")?.trim();
        if text.is_empty() {
            decoder.report(Diagnostic::new(
                Code::BadValue,
                node.span,
                "the text is empty",
            ));
            return None;
        }
        Some(text.to_owned())
    }

    fn shape() -> String {
        "a text".to_owned()
    }
}

impl Decode for bool {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.scalar(node, "`true` or `false`")? {
            "true" => Some(true),
            "false" => Some(false),
            other => {
                let message = format!("`{other}` is neither `true` nor `false`");
                decoder.report(Diagnostic::new(Code::WrongType, node.span, message));
                None
            }
        }
    }

    fn shape() -> String {
        "`true` or `false`".to_owned()
    }
}

impl Decode for u32 {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a whole number")?;
        match text.parse::<Self>() {
            Ok(number) if number <= 12 => Some(number),
            _ => {
                let message = format!("`{text}` is not a whole number from 0 to 12");
                decoder.report(Diagnostic::new(Code::BadNumber, node.span, message));
                None
            }
        }
    }

    fn shape() -> String {
        "a whole number".to_owned()
    }
}

impl Decode for Date {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a date")?;
        Self::parse(text).map_err(|_| decoder.report(bad_date(text, node.span))).ok()
    }

    fn shape() -> String {
        "a date: `1991`, `1991-10` or `1991-10-31`".to_owned()
    }
}

impl Decode for Period {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a period")?;
        Self::parse(text).map_err(|_| decoder.report(bad_date(text, node.span))).ok()
    }

    fn shape() -> String {
        "a date, or two joined by a slash: `1991/2013`".to_owned()
    }
}

/// A diagnostic about a text that is no date.
pub(in crate::load) fn bad_date(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadValue, span, format!("`{text}` is no date of the calendar"))
        .help("write a year `1991`, a month `1991-10` or a day `1991-10-31`")
}

/// A diagnostic about a text that is no language tag.
pub(in crate::load) fn bad_language(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadValue, span, format!("`{text}` is no language tag"))
        .help("write a tag of BCP 47, such as `en`, `kk`, `ru`")
}

impl Decode for Lang {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a language tag")?;
        Self::parse(text).or_else(|| {
            decoder.report(bad_language(text, node.span));
            None
        })
    }

    fn shape() -> String {
        "a language tag, such as `kk`".to_owned()
    }
}

impl Decode for Expression {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "an expression")?.trim().to_owned();
        let written = decoder.input.slice(node.span);
        match Self::parse(&text, Place::of_scalar(&text, written, node.span)) {
            Ok(expression) => Some(expression),
            Err(failures) => {
                crate::load::syntax_failures(failures, decoder.found);
                None
            }
        }
    }

    fn shape() -> String {
        "an expression".to_owned()
    }
}
