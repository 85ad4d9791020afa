//! Publishes a statistical study as a multilingual website.

pub mod chart;
pub mod diag;
pub mod edition;
pub mod expr;
pub mod html;
pub mod lang;
pub mod load;
pub mod locale;
pub mod prose;
pub mod site_path;
pub mod source;
pub mod study;
