//! From a YAML tree to what authors may write, with every problem reported at once.
//!
//! The macros [`authored!`] and [`authored_choice!`] declare the format: each struct is
//! at once the type that is read, its strict reading, and its page in the reference.

use std::collections::BTreeSet;

mod apart;
mod languages;
mod number;
#[cfg(test)]
mod tests;
mod values;

pub(super) use languages::InSource;
pub(super) use number::decimal;
pub(super) use values::{Named, OneOrMore, bad_date, bad_language};

use super::translations::Taken;
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic, Diagnostics, nearest};
use crate::lang::Lang;
use crate::source::{Input, Span, Spanned};
use crate::study::Unreadable;

/// What decoding needs beside the tree.
pub(super) struct Decoder<'a> {
    pub(super) input: &'a Input,
    /// The languages that every text is given in.
    pub(super) languages: &'a [Lang],
    pub(super) source_language: Lang,
    /// Whether a missing text is softened to a warning.
    pub(super) draft: bool,
    pub(super) unreadable: Unreadable,
    /// What is translated of the files that were read.
    pub(super) taken: Taken,
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
        self.report(wrong_type(node, wanted));
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

    /// The entries of a map with these keys, without those that are `refused`, each of
    /// which has a reason.
    pub(super) fn fields<'n>(
        &mut self,
        node: &'n Node,
        known: &[String],
        refused: &[(&str, &str)],
    ) -> Option<Fields<'n>> {
        let mut entries = self.entries(node, "a map")?;
        entries.retain(|(key, _)| {
            let found = refused.iter().find(|(name, _)| *name == key.value);
            if let Some((name, why)) = found {
                self.report(not_offered(name, why, key.span));
            }
            found.is_none()
        });
        let meant = self.refuse_unknown(&entries, known);
        Some(Fields { entries, meant, start: Span { end: node.span.start, ..node.span } })
    }

    /// Reports keys that are none of `known`, and gives those that they were probably
    /// meant to be.
    pub(super) fn refuse_unknown(
        &mut self,
        entries: &[&(Spanned<String>, Node)],
        known: &[String],
    ) -> BTreeSet<String> {
        let mut meant = BTreeSet::new();
        for (key, _) in entries {
            if !known.contains(&key.value) {
                let near = nearest(&key.value, known.iter().map(String::as_str));
                meant.extend(near.map(str::to_owned));
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
        meant
    }

    /// What `read` makes of the value of `key`.
    fn under<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.taken.enter(key);
        let made = read(self);
        self.taken.leave();
        made
    }

    /// The value of `key`. One that is missing is reported, unless a misspelt key was
    /// reported in its place.
    pub(super) fn field<T: Decode>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
    ) -> Option<T> {
        match fields.entries.iter().find(|(own, _)| own.value == key) {
            Some((_, value)) => self.under(key, |decoder| T::decode(value, decoder)),
            None if fields.meant.contains(key) => T::absent(),
            None => T::absent().or_else(|| {
                let message = format!("the key `{key}` is missing");
                self.report(
                    Diagnostic::new(Code::MissingKey, fields.start, message)
                        .help(format!("add `{key}:` with {}", T::shape())),
                );
                None
            }),
        }
    }
}

/// The entries of a map whose keys are known.
pub(super) struct Fields<'n> {
    entries: Vec<&'n (Spanned<String>, Node)>,
    /// Keys that unknown ones were probably meant to be.
    meant: BTreeSet<String>,
    /// The beginning of the map.
    start: Span,
}

/// A diagnostic about a value of another kind than `wanted`.
pub(super) fn wrong_type(node: &Node, wanted: &str) -> Diagnostic {
    let message = format!("expected {wanted}, found {}", node.kind());
    Diagnostic::new(Code::WrongType, node.span, message)
}

/// The key of a field in a file: `source-language` of `source_language`.
pub(super) fn key_of(field: &str) -> String {
    field.trim_start_matches("r#").replace('_', "-")
}

/// The name of a map in the reference: `Author` of `AuthorFile`.
pub(super) fn title_of(name: &str) -> &str {
    name.trim_end_matches("File")
}

/// A map of a format, for the reference.
pub(super) struct Chapter {
    /// What it describes: `Author`.
    pub(super) title: String,
    /// What it is and where it stands.
    pub(super) text: String,
    /// Its keys in their order.
    pub(super) keys: Vec<Key>,
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

/// Declares a map that authors write: a struct, its strict reading, and its reference;
/// keys that are refused have a reason.
macro_rules! authored {
    (
        $(#[doc = $text:literal])+
        struct $name:ident {
            $($(#[doc = $about:literal])+ $field:ident: $type:ty,)+
        }
        $(refused { $($refused:literal => $why:expr,)+ })?
    ) => {
        $(#[doc = $text])+
        #[derive(Debug)]
        #[allow(dead_code, reason = "the languages are read before all the rest")]
        pub(in crate::load) struct $name {
            $($(#[doc = $about])+ pub(in crate::load) $field: $type,)+
        }

        impl Decode for $name {
            fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
                let refused: &[(&str, &str)] = &[$($(($refused, $why)),+)?];
                let fields = decoder.fields(node, &Self::keys(), refused)?;
                $(let $field = decoder.field::<$type>(
                    &fields,
                    &key_of(stringify!($field)),
                );)+
                Some(Self { $($field: $field?,)+ })
            }

            fn shape() -> String {
                format!("a map (see {})", title_of(stringify!($name)))
            }
        }

        impl $name {
            /// Its keys.
            pub(in crate::load) fn keys() -> Vec<String> {
                vec![$(key_of(stringify!($field))),+]
            }

            /// Its page in the reference.
            pub(in crate::load) fn reference() -> Chapter {
                let title = title_of(stringify!($name)).to_owned();
                let text = [$($text),+].map(str::trim).join(" ");
                let keys = vec![$(Key {
                    name: key_of(stringify!($field)),
                    shape: <$type as Decode>::shape(),
                    required: <$type as Decode>::absent().is_none(),
                    text: [$($about),+].map(str::trim).join(" "),
                }),+];
                Chapter { title, text, keys }
            }
        }
    };
}

/// A diagnostic about what other programs have and this one does not, and why.
pub(super) fn not_offered(word: &str, why: &str, span: Span) -> Diagnostic {
    let message = format!("`{word}` is not offered");
    Diagnostic::new(Code::NotOffered, span, message).help(why)
}

/// Declares a choice of words that authors write; those that are refused have a reason.
macro_rules! authored_choice {
    (
        $(#[doc = $text:literal])+
        enum $name:ident { $($word:literal => $variant:ident,)+ }
        $(refused { $($refused:literal => $why:expr,)+ })?
    ) => {
        $(#[doc = $text])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::load) enum $name { $(#[doc = $word] $variant,)+ }

        impl Decode for $name {
            fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
                let word = decoder.scalar(node, &Self::shape())?;
                match word {
                    $($word => Some(Self::$variant),)+
                    $($($refused => {
                        decoder.report(not_offered(word, $why, node.span));
                        None
                    })+)?
                    _ => {
                        decoder.report(
                            $crate::diag::Diagnostic::new(
                                $crate::diag::Code::BadValue,
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
