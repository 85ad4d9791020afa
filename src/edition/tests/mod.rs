//! What editions hold, on small studies.

mod claims;
mod data;
mod findings;
mod latin;
mod maps;
mod marks;
mod places;
mod plan;
mod sample;
mod typography;
mod work;
