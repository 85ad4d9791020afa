//! Publishes a statistical study as a multilingual website.
//!
//! [`build()`] is the whole line, from bytes to bytes: [`source::Input`] → [`study::Study`] →
//! [`edition::Edition`] → pages → [`site::Site`].

mod build;
pub mod chart;
pub mod cli;
pub mod diag;
pub mod diff;
mod digest;
pub mod edition;
pub mod export;
pub mod expr;
pub mod geo;
pub mod html;
pub mod lang;
pub mod load;
pub mod locale;
pub mod memo;
pub mod picture;
pub mod project;
pub mod prose;
pub mod record;
pub mod scaffold;
pub mod search;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod site_path;
pub mod source;
pub mod study;
pub mod translation;

pub use build::{Before, BuildOptions, First, Kept, Outcome, build, rebuild};
