//! The study as a cited work.

use super::sample::*;
use crate::edition::Work;

#[test]
fn a_volume_and_an_issue_are_one_line_for_programs() {
    let mut study = study();
    study.front.publication.volume = Some("64,\npart\u{a0}2".to_owned());
    study.front.publication.issue = Some(" 4\u{2060}/\u{2060}1 ".to_owned());
    let work = Work::of(&study.editions()["kk"], None, None);
    assert_eq!(work.volume.as_deref(), Some("64, part 2"));
    assert_eq!(work.issue.as_deref(), Some("4/1"));
}
