//! Charts of the study in three languages at many widths.

mod broken;
mod golden;
mod invariants;
mod samples;
