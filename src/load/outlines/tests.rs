use super::geojson::{Region, Wanted, regions};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{Input, Span};

/// What is read of a file, and what is said of it.
fn read(text: &str) -> (Option<Vec<Region>>, Vec<Diagnostic>, Input) {
    let input =
        Input::new([("content/figures/a.geojson".into(), text.as_bytes().to_vec())]);
    let file = input.find("content/figures/a.geojson").unwrap();
    let wanted = Wanted { property: "code", named: Span::start_of(file) };
    let mut found = Diagnostics::new();
    let read = regions(&input, file, wanted, &mut found);
    (read, found.sorted(), input)
}

fn collection(feature: &str) -> String {
    format!("{{\"type\": \"FeatureCollection\",\n\"features\": [\n{feature}]}}")
}

/// The first message about a collection of these features, with its line and column.
fn said(feature: &str) -> String {
    let (read, found, input) = read(&collection(feature));
    assert!(read.is_none());
    let (line, column) = input.position(found[0].labels[0].span);
    format!("{line}:{column} {}", found[0].message)
}

const SQUARE: &str = "[[[70, 50], [71, 50], [71, 51], [70, 50]]]";

fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        "{{\"type\": \"Feature\", \"properties\": {{\"code\": {code}}}, \
         \"geometry\": {{\"type\": \"{kind}\", \"coordinates\": {coordinates}}}}}"
    )
}

#[test]
fn polygons_and_groups_of_them_are_read_with_their_codes() {
    let two = [
        feature("\"10\"", "Polygon", SQUARE),
        feature("11", "MultiPolygon", &format!("[{SQUARE}, {SQUARE}]")),
    ];
    let (read, found, _) = read(&collection(&two.join(",\n")));
    assert_eq!(found, []);
    let read = read.unwrap();
    let shapes: Vec<_> = read
        .iter()
        .map(|region| (region.code.as_str(), region.rings.len(), region.rings[0].len()))
        .collect();
    assert_eq!(shapes, [("10", 1, 3), ("11", 2, 3)]);
}

#[test]
fn a_height_is_left_aside() {
    let high =
        feature("1", "Polygon", "[[[70, 50, 9], [71, 50, 9], [71, 51, 9], [70, 50, 9]]]");
    assert_eq!(read(&collection(&high)).1, []);
}

#[test]
fn a_mistake_is_told_at_its_line_and_column() {
    let far = "[[[70, 50],\n[71, 500], [71, 51], [70, 50]]]";
    assert_eq!(
        said(&feature("1", "Polygon", far)),
        "4:1 the position is not on the Earth"
    );
    assert_eq!(said("{\"type\": 3,,}"), "3:12 not GeoJSON: key must be a string");
    assert_eq!(
        said(&feature("1", "Point", "[70, 50]")),
        "3:60 `Point` is no outline of a region"
    );
    assert_eq!(
        said(&feature("1", "Polygon", "[[[70, 50], [71, 50], [71, 51], [7, 5]]]")),
        "3:127 the ring is not closed"
    );
    assert_eq!(
        said(&feature("1", "Polygon", "[[[70], [71, 50], [71, 51], [70, 50]]]")),
        "3:97 the position lacks a number"
    );
    assert_eq!(
        said(&feature("[1]", "Polygon", SQUARE)),
        "3:44 `code` is neither text nor number"
    );
}

#[test]
fn numbers_that_are_none_are_refused() {
    for none in ["NaN", "Infinity", "1e999", "null", "\"70\""] {
        let ring = format!("[[[{none}, 50], [71, 50], [71, 51], [70, 50]]]");
        assert!(read(&collection(&feature("1", "Polygon", &ring))).0.is_none(), "{none}");
    }
}

#[test]
fn deep_nesting_and_broken_files_are_survived() {
    let deep = "[".repeat(200_000);
    assert!(read(&deep).0.is_none());
    let deep =
        collection(&feature("1", "Polygon", &format!("{deep}{}", "]".repeat(200_000))));
    assert!(read(&deep).0.is_none());
    let whole = collection(&feature("1", "Polygon", SQUARE));
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).0.is_none());
    }
}
