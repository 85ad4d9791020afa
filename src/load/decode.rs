//! From a YAML tree to what authors may write, with every problem reported at once.
//!
//! The macros [`authored!`] and [`authored_choice!`] declare the format: each struct is
//! at once the type that is read, its strict reading, and its page in the reference.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::markdown;
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::expr::Expression;
use crate::lang::{Lang, PerLang};
use crate::locale::{Date, Period};
use crate::source::{Input, Span, Spanned};
use crate::study::Text;

/// What decoding needs beside the tree.
pub(super) struct Decoder<'a> {
    pub(super) input: &'a Input,
    /// The languages that every text is given in.
    pub(super) languages: &'a [Lang],
    pub(super) source_language: Lang,
    /// Whether a missing text is softened to a warning.
    pub(super) draft: bool,
    /// Ids of what could not be read, not to be reported again where they are used.
    pub(super) unreadable: BTreeSet<String>,
    pub(super) found: &'a mut Diagnostics,
}

/// What can be read from a YAML tree.
pub(super) trait Decode: Sized {
    /// Reads `node`; `None` where a diagnostic says why not.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// The value of a key that is not there; `None` where it is required.
    fn absent() -> Option<Self> {
        None
    }

    /// How the reference describes it.
    fn shape() -> String;
}

/// What can be given once for each language.
pub(super) trait DecodeIn: Clone {
    fn decode_in(node: &Node, lang: Lang, decoder: &mut Decoder<'_>) -> Option<Self>;
    fn shape_in() -> String;
}

impl Decoder<'_> {
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    fn wrong_type(&mut self, node: &Node, wanted: &str) {
        self.report(Diagnostic::new(
            Code::WrongType,
            node.span,
            format!("expected {wanted}, found {}", node.kind()),
        ));
    }

    /// The scalar of a node.
    pub(super) fn scalar<'n>(&mut self, node: &'n Node, wanted: &str) -> Option<&'n str> {
        match &node.tree {
            Tree::Text(text) | Tree::Typed(text) => Some(text),
            _ => {
                self.wrong_type(node, wanted);
                None
            }
        }
    }

    /// The entries of a map, each key once.
    pub(super) fn entries<'n>(
        &mut self,
        node: &'n Node,
        wanted: &str,
    ) -> Option<Vec<&'n (Spanned<String>, Node)>> {
        let Tree::Map(entries) = &node.tree else {
            self.wrong_type(node, wanted);
            return None;
        };
        let mut kept: Vec<&(Spanned<String>, Node)> = Vec::with_capacity(entries.len());
        let mut seen = std::collections::BTreeMap::new();
        for entry in entries {
            match seen.insert(entry.0.value.as_str(), entry.0.span) {
                None => kept.push(entry),
                Some(first) => self.report(
                    Diagnostic::new(
                        Code::DuplicateKey,
                        entry.0.span,
                        format!("the key `{}` stands twice", entry.0.value),
                    )
                    .also(first, "first here"),
                ),
            }
        }
        Some(kept)
    }

    /// Reports keys that are none of `known`.
    pub(super) fn refuse_unknown(
        &mut self,
        entries: &[&(Spanned<String>, Node)],
        known: &[String],
    ) {
        for (key, _) in entries {
            if !known.contains(&key.value) {
                self.report(
                    Diagnostic::new(
                        Code::UnknownKey,
                        key.span,
                        format!("there is no key `{}` here", key.value),
                    )
                    .suggest(&key.value, known.iter().map(String::as_str)),
                );
            }
        }
    }

    /// The value of `key` among `entries` of `node`.
    pub(super) fn field<T: Decode>(
        &mut self,
        entries: &[&(Spanned<String>, Node)],
        key: &str,
        node: &Node,
    ) -> Option<T> {
        match entries.iter().find(|(own, _)| own.value == key) {
            Some((_, value)) => T::decode(value, self),
            None => T::absent().or_else(|| {
                let at = first_line(self.input, node.span);
                self.report(
                    Diagnostic::new(
                        Code::MissingKey,
                        at,
                        format!("the key `{key}` is missing"),
                    )
                    .help(format!("add `{key}:` with {}", T::shape())),
                );
                None
            }),
        }
    }
}

/// The beginning of what `span` covers: a whole map is pointed at by its first key.
fn first_line(input: &Input, span: Span) -> Span {
    let text = input.slice(span);
    let length = text.find(['\n', ':']).unwrap_or(text.len());
    span.within(0, length)
}

/// The key of a field in a file: `source-language` of `source_language`.
pub(super) fn key_of(field: &str) -> String {
    field.trim_start_matches("r#").replace('_', "-")
}

/// A key of a format, for the reference.
pub(super) struct Key {
    /// The key.
    pub(super) name: String,
    /// What it takes.
    pub(super) shape: String,
    /// Whether it must be there.
    pub(super) required: bool,
    /// What it means.
    pub(super) text: String,
}

/// Declares a map that authors write: a struct, its strict reading, and its reference.
macro_rules! authored {
    (
        $(#[doc = $text:literal])+
        struct $name:ident {
            $($(#[doc = $about:literal])+ $field:ident: $type:ty,)+
        }
    ) => {
        $(#[doc = $text])+
        #[derive(Debug)]
        pub(super) struct $name {
            $($(#[doc = $about])+ pub(super) $field: $type,)+
        }

        impl Decode for $name {
            fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
                let known = [$(key_of(stringify!($field))),+];
                let entries = decoder.entries(node, "a map")?;
                decoder.refuse_unknown(&entries, &known);
                $(let $field = decoder.field::<$type>(
                    &entries,
                    &key_of(stringify!($field)),
                    node,
                );)+
                Some(Self { $($field: $field?,)+ })
            }

            fn shape() -> String {
                concat!("a map, see ", stringify!($name)).to_owned()
            }
        }

        impl $name {
            /// Its page in the reference.
            pub(super) fn reference() -> (String, Vec<Key>) {
                let text = [$($text),+].map(str::trim).join("\n");
                let keys = vec![$(Key {
                    name: key_of(stringify!($field)),
                    shape: <$type as Decode>::shape(),
                    required: <$type as Decode>::absent().is_none(),
                    text: [$($about),+].map(str::trim).join(" "),
                }),+];
                (text, keys)
            }
        }
    };
}

/// Declares a choice of words that authors write.
macro_rules! authored_choice {
    (
        $(#[doc = $text:literal])+
        enum $name:ident { $($word:literal => $variant:ident,)+ }
    ) => {
        $(#[doc = $text])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum $name { $(#[doc = $word] $variant,)+ }

        impl Decode for $name {
            fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
                let word = decoder.scalar(node, &Self::shape())?;
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => {
                        decoder.report(
                            Diagnostic::new(
                                Code::BadValue,
                                node.span,
                                format!("`{word}` is not one of the words that can stand here"),
                            )
                            .suggest(word, [$($word),+]),
                        );
                        None
                    }
                }
            }

            fn shape() -> String {
                [$(concat!("`", $word, "`")),+].join(", ")
            }
        }
    };
}

pub(super) use {authored, authored_choice};

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
            decoder.wrong_type(node, "a list");
            return None;
        };
        let read: Vec<_> = items.iter().map(|item| T::decode(item, decoder)).collect();
        read.into_iter().collect()
    }

    fn shape() -> String {
        format!("a list of {}", T::shape())
    }
}

/// One value, or a list of several.
#[derive(Debug)]
pub(super) struct OneOrMore<T>(pub(super) Vec<T>);

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
pub(super) struct Named<T>(pub(super) Vec<(Spanned<String>, T)>);

impl<T: Decode> Decode for Named<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let entries = decoder.entries(node, "a map")?;
        let read: Vec<_> = entries
            .into_iter()
            .map(|(key, value)| Some((key.clone(), T::decode(value, decoder)?)))
            .collect();
        read.into_iter().collect::<Option<_>>().map(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }

    fn shape() -> String {
        format!("a map from ids to {}", T::shape())
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

impl Decode for Decimal {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a number")?;
        decimal(text).map_err(|d| decoder.report(d.at(node.span))).ok()
    }

    fn shape() -> String {
        "a number".to_owned()
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
pub(super) fn bad_date(text: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadValue, span, format!("`{text}` is no date of the calendar"))
        .help("write a year `1991`, a month `1991-10` or a day `1991-10-31`")
}

impl Decode for Lang {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = decoder.scalar(node, "a language tag")?;
        Self::parse(text).or_else(|| {
            let mut diagnostic = Diagnostic::new(
                Code::BadValue,
                node.span,
                format!("`{text}` is no language tag"),
            );
            diagnostic =
                diagnostic.help("write a tag of BCP 47, such as `en`, `kk`, `ru`");
            decoder.report(diagnostic);
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
        // A folded scalar is not written as it reads: its whole place stands for it.
        let span = match written.find(&text) {
            Some(start) => node.span.within(start, start + text.len()),
            None => node.span,
        };
        match Self::parse(&text, span) {
            Ok(expression) => Some(expression),
            Err(failures) => {
                super::syntax_failures(failures, decoder.found);
                None
            }
        }
    }

    fn shape() -> String {
        "an expression".to_owned()
    }
}

impl<T: DecodeIn> Decode for PerLang<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Tree::Map(_) = &node.tree else {
            let message = format!("expected a map of languages, found {}", node.kind());
            let example: Vec<_> =
                decoder.languages.iter().map(|lang| format!("{lang}: …")).collect();
            decoder.report(
                Diagnostic::new(Code::WrongType, node.span, message).help(format!(
                    "give it in each language: `{{{}}}`",
                    example.join(", ")
                )),
            );
            return None;
        };
        let entries = decoder.entries(node, "a map of languages")?;
        let tags: Vec<_> = decoder.languages.iter().map(Lang::to_string).collect();
        decoder.refuse_unknown(&entries, &tags);
        let read = |lang: Lang, decoder: &mut Decoder<'_>| {
            let entry = entries.iter().find(|(key, _)| key.value == lang.as_str())?;
            Some(T::decode_in(&entry.1, lang, decoder))
        };
        let source_language = decoder.source_language;
        let source = read(source_language, decoder);
        PerLang::try_new(decoder.languages, |lang| {
            let own = match lang == source_language {
                true => source.clone(),
                false => read(lang, decoder),
            };
            own.unwrap_or_else(|| {
                decoder.report(missing_language(lang, node, decoder));
                source.clone().flatten().filter(|_| decoder.draft)
            })
        })
    }

    fn shape() -> String {
        format!("{} in each language", T::shape_in())
    }
}

fn missing_language(lang: Lang, node: &Node, decoder: &Decoder<'_>) -> Diagnostic {
    let at = first_line(decoder.input, node.span);
    let diagnostic = Diagnostic::new(
        Code::MissingLanguage,
        at,
        format!("the text in `{lang}` is missing"),
    );
    if decoder.draft { diagnostic.as_warning() } else { diagnostic }
}

impl DecodeIn for Text {
    fn decode_in(node: &Node, lang: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        let text = String::decode(node, decoder)?;
        let content = markdown::line(&text, node.span, decoder.input, decoder.found);
        Some(Self { lang, content, span: node.span })
    }

    fn shape_in() -> String {
        "a text".to_owned()
    }
}

impl DecodeIn for Vec<String> {
    fn decode_in(node: &Node, _: Lang, decoder: &mut Decoder<'_>) -> Option<Self> {
        Self::decode(node, decoder)
    }

    fn shape_in() -> String {
        "a list of texts".to_owned()
    }
}

/// What is wrong with a number, before its place is known.
pub(super) struct BadNumber(Diagnostic);

impl BadNumber {
    /// The diagnostic at its place.
    pub(super) fn at(self, span: Span) -> Diagnostic {
        let mut at = Diagnostic::new(Code::BadNumber, span, self.0.message);
        at.help = self.0.help;
        at
    }
}

/// An exact decimal: digits, at most one point, and a sign before.
pub(super) fn decimal(text: &str) -> Result<Decimal, BadNumber> {
    let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let good = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if good(whole) && good(fraction) {
        return text.replace('\u{2212}', "-").parse().map_err(|_| {
            BadNumber(Diagnostic::global(
                Code::BadNumber,
                format!("`{text}` has more than 28 digits"),
            ))
        });
    }
    let bad = Diagnostic::global(Code::BadNumber, format!("`{text}` is not a number"));
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace(',', ".");
    Err(BadNumber(if plain != text && plain.parse::<Decimal>().is_ok() {
        bad.help(format!("write `{plain}`; the site adds the signs of each language"))
    } else {
        bad.help("write digits with a decimal point, without spaces: `9366.9`")
    }))
}
