//! From the project folder to a checked study.

pub mod read;
