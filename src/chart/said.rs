//! What a drawing says of each mark beside its numbers. Up to a hundred marks are named one
//! by one; above, a series is one thing to those who do not see it, and the script that
//! reads marks puts their names together of parts that are written once.

use std::collections::BTreeMap;

use super::scene::{Datum, Scene};

/// Up to this many marks are named one by one.
const NAMED_MARKS: usize = 100;

/// What is written at a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words<'s> {
    /// Its name.
    Name,
    /// What its name is put together of, where that is not known yet.
    Parts {
        /// Its label, unless the first mark at its category has the same.
        label: Option<&'s str>,
        /// Its value as it is written, unless that is as it is computed with.
        written: Option<&'s str>,
    },
}

/// What is said of the marks of a drawing, from the first to the last.
pub(super) struct Said<'s> {
    /// Whether each mark is named.
    pub(super) named: bool,
    /// The label of the first mark at each category.
    labels: BTreeMap<&'s str, &'s str>,
}

impl<'s> Said<'s> {
    /// Before the first mark of a scene.
    pub(super) fn of(scene: &'s Scene) -> Self {
        let marks = scene.marks().filter(|mark| mark.datum.is_some()).count();
        Self { named: marks <= NAMED_MARKS, labels: BTreeMap::new() }
    }

    /// What is written at the next mark.
    pub(super) fn words(&mut self, datum: Option<&'s Datum>) -> Words<'s> {
        let Some(Datum { label, written, x, y, .. }) = datum.filter(|_| !self.named)
        else {
            return Words::Name;
        };
        let known = self.labels.get(x.as_str()) == Some(&label.as_str());
        self.labels.entry(x).or_insert(label);
        let label = (!known).then_some(label.as_str());
        Words::Parts { label, written: (written != y).then_some(written.as_str()) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Group, GroupRole, Item, Mark, Paint, Point, Shape};
    use super::*;

    fn scene(data: &[[&str; 4]]) -> Scene {
        let point = Point { x: 0.0, y: 0.0 };
        let mark = |[label, written, x, y]: &[&str; 4]| {
            let [label, written, x, y] =
                [label, written, x, y].map(|own| own.to_string());
            let datum = Some(Datum { label, to: None, written, x, y });
            Item::Mark(Mark {
                shape: Shape::Rule(point, point),
                paint: Paint::Axis,
                datum,
            })
        };
        let items = data.iter().map(mark).collect();
        let role = GroupRole::Series("people".to_owned());
        let groups = vec![Group { role, panel: None, items }];
        Scene { width: 100.0, height: 100.0, groups, overflow: Vec::new() }
    }

    fn parts<'s>(label: Option<&'s str>, written: Option<&'s str>) -> Words<'s> {
        Words::Parts { label, written }
    }

    #[test]
    fn each_of_a_hundred_marks_has_its_name() {
        let scene = scene(&[["1991", "7", "1991", "7"]; 100]);
        let mut said = Said::of(&scene);
        for mark in scene.marks() {
            assert_eq!(said.words(mark.datum.as_ref()), Words::Name);
        }
    }

    #[test]
    fn of_more_marks_labels_are_written_once_and_values_where_they_differ() {
        let mut data = vec![
            ["North", "1,234", "n", "1234"],
            ["North", "7", "n", "7"],
            ["South", "7%", "s", "7"],
            ["Elsewhere", "8", "n", "8"],
        ];
        data.resize(101, ["North", "9", "n", "9"]);
        let scene = scene(&data);
        let mut said = Said::of(&scene);
        let words: Vec<Words<'_>> =
            scene.marks().map(|mark| said.words(mark.datum.as_ref())).collect();
        assert_eq!(words[0], parts(Some("North"), Some("1,234")));
        assert_eq!(words[1], parts(None, None));
        assert_eq!(words[2], parts(Some("South"), Some("7%")));
        assert_eq!(words[3], parts(Some("Elsewhere"), None));
        assert_eq!(words[100], parts(None, None));
    }
}
