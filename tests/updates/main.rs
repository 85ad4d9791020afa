//! What an update changes is exactly what two builds show otherwise.
#![allow(missing_docs, reason = "tests are named as sentences")]
#![allow(clippy::print_stderr, reason = "the proof says how much it tried")]

mod cells;
mod proof;
mod shown;
mod tree;
