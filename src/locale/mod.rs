//! How a language writes numbers, dates, ranges and lists, sorts, and agrees with a
//! numeral.

mod quantity;

pub use quantity::*;
