//! Charts of the study in three languages at many widths.

mod broken;
mod golden;
mod invariants;
mod panel_samples;
mod panels;
mod samples;
mod upright;
mod upright_samples;
