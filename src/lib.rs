//! Publishes a statistical study as a multilingual website.

pub mod diag;
pub mod edition;
pub mod html;
pub mod lang;
pub mod locale;
pub mod prose;
pub mod site_path;
pub mod source;
