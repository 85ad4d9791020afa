//! How heavy a drawing may be on its way to a reader.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Most bytes of a drawing of up to a hundred marks.
const BYTES: usize = 20_000;
/// The same once it is packed.
const PACKED: usize = 4_096;
/// How many bytes each further mark may add: its place, its numbers and its value as it is
/// written.
const A_MARK: usize = 150;
/// The same once it is packed.
const A_PACKED_MARK: usize = 20;

/// By how much a drawing is too heavy, if it is.
pub(crate) fn excess(svg: &str) -> Option<String> {
    let further = svg.matches(" data-y=\"").count().saturating_sub(100);
    let (most, most_packed) =
        (BYTES + further * A_MARK, PACKED + further * A_PACKED_MARK);
    let (bytes, packed) = (svg.len(), packed(svg));
    (bytes > most || packed > most_packed)
        .then(|| format!("{bytes} bytes of {most}, packed {packed} of {most_packed}"))
}

fn packed(svg: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(svg.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}
