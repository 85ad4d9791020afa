//! On how many pages the text of a study stands.

/// How the text of a study is laid out on pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PageLayout {
    /// All of it on the study's page.
    #[default]
    Single,
    /// The front on the study's page, each section on a page of its own, and the reference
    /// list on the last.
    Paged,
}
