//! Charts of the study in three languages at many widths.

mod broken;
mod exact;
mod flagged;
mod golden;
mod invariants;
mod mapped;
mod mapped_invariants;
mod panel_samples;
mod panels;
mod region_names;
mod regions;
mod row_bars;
mod row_invariants;
mod row_samples;
mod samples;
mod sound;
mod upright;
mod upright_samples;
#[path = "../support/weight.rs"]
mod weight;
