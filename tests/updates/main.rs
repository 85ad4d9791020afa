//! What an update changes is exactly what two builds show otherwise.
#![allow(missing_docs, reason = "tests are named as sentences")]

mod cells;
mod proof;
mod shown;
mod tree;
