//! Charts of the study in three languages at many widths.

mod broken;
mod golden;
mod invariants;
mod mapped;
mod mapped_invariants;
mod regions;
mod samples;
