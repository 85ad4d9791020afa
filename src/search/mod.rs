//! Search without a server: what can be found in an edition, by which words, and the
//! scripts that a browser looks it up in.
//!
//! The rules of a language, how letters fold and which endings come off, are data: they
//! are applied here when the index is made, and go into it for the script of the page,
//! `static/search.js`, which applies them to what a reader types.

mod common;
mod endings;
mod entry;
mod fold;
mod grammar;
mod index;
mod index_terms;
mod passage;
mod postings;
mod words;

pub use entry::{Entry, EntryKind, Place, entries};
pub use grammar::Grammar;
pub use index::{IndexFile, index};
pub use index_terms::{IndexTerm, index_terms};
