//! How a language writes numbers, dates, ranges and lists, sorts, and agrees with a
//! numeral.

mod nfc;
mod quantity;

pub use nfc::nfc;
pub use quantity::*;
