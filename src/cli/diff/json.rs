//! The changes for programs.

use serde_json::json;

use super::Report;

/// The version of the format.
const VERSION: u32 = 1;

/// One object with everything: `docs/updates.md` describes it.
pub(super) fn json(report: &Report<'_>) -> String {
    let all = json!({
        "version": VERSION,
        "against": report.against,
        "cells": report.diff.cells,
        "checks": report.diff.checks,
        "claims": report.diff.claims,
        "editions": report.diff.editions,
        "versions": report.diff.versions,
        "files": report.diff.files,
    });
    format!("{}\n", serde_json::to_string_pretty(&all).unwrap_or_default())
}
