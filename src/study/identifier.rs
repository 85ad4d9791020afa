//! The public addresses of what has an identifier.

/// The address of a DOI, which begins with `10.`.
pub fn doi_address(doi: &str) -> String {
    format!("https://doi.org/{doi}")
}

/// The address of an ORCID, sixteen digits in groups.
pub fn orcid_address(orcid: &str) -> String {
    format!("https://orcid.org/{orcid}")
}
