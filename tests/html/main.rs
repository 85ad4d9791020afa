//! The pages of a rich sample edition in three languages, and what must hold of any.
#![allow(missing_docs, reason = "tests are named as sentences")]

mod escaping;
mod page;
mod pages;
mod sample;
mod search;
mod side;
mod theme;
