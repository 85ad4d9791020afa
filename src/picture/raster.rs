//! From an SVG document to a PNG file.

use std::sync::Arc;

use png::text_metadata::TEXtChunk;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::font;
use crate::chart::metrics::Weight;
use crate::digest::Digest;

/// What a PNG is drawn by. Another value makes every build draw all pictures anew: it
/// changes whenever the same document gives other bytes.
const RENDERER: &str =
    "resvg 0.49.0, tiny-skia 0.12.0, harfrust 0.12.0, png 0.18.1, zlib-rs 0.6.8";

/// The keyword of the text in a PNG that says what it was drawn from.
const SOURCE: &str = "baspa-source";

/// Dots to a metre of a picture at its natural size: 96 to an inch.
const DENSITY: f64 = 96.0 / 0.0254;

/// A PNG that is not drawn yet: the SVG document of which it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    svg: Arc<str>,
    /// Dots for each px of the document.
    scale: u16,
    /// SHA-256 of all that the bytes of the PNG depend on.
    digest: String,
}

impl Picture {
    /// A picture of a document of ours, with so many dots for each px.
    pub fn new(svg: String, scale: u16) -> Self {
        let digest = digest(&svg, scale);
        Self { svg: svg.into(), scale, digest }
    }

    /// The document.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// What stands for this picture and no other, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Whether `png` says that it was drawn of this very picture.
    pub fn is_source_of(&self, png: &[u8]) -> bool {
        source(png).is_some_and(|source| source == self.digest)
    }

    /// Draws the PNG.
    ///
    /// # Panics
    /// If the document is not SVG, or too large: our fault, never an author's.
    pub fn draw(&self) -> Vec<u8> {
        let options = Options {
            fontdb: font::database(),
            font_family: font::FAMILY.to_owned(),
            ..Options::default()
        };
        let tree = Tree::from_str(&self.svg, &options).expect("our document is SVG");
        let scale = f32::from(self.scale);
        let side = |px: f32| (px * scale).round() as u32;
        let (wide, high) = (side(tree.size().width()), side(tree.size().height()));
        let mut dots = Pixmap::new(wide, high).expect("our document has a good size");
        dots.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut dots.as_mut());
        self.encode(&dots).expect("memory can be written to")
    }

    /// The dots as a file, without their opacity, which is full.
    fn encode(&self, dots: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, dots.width(), dots.height());
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::Balanced);
        let density = (DENSITY * f64::from(self.scale)).round() as u32;
        let density = PixelDimensions { xppu: density, yppu: density, unit: Unit::Meter };
        encoder.set_pixel_dims(Some(density));
        encoder.add_text_chunk(SOURCE.to_owned(), self.digest.clone())?;
        let mut writer = encoder.write_header()?;
        let colours =
            dots.pixels().iter().flat_map(|dot| [dot.red(), dot.green(), dot.blue()]);
        writer.write_image_data(&colours.collect::<Vec<u8>>())?;
        writer.finish()?;
        Ok(file)
    }
}

fn digest(svg: &str, scale: u16) -> String {
    let scale = scale.to_string();
    let [regular, bold] = [Weight::Regular, Weight::Bold].map(font::face);
    let mut digest = Digest::default();
    for part in [RENDERER.as_bytes(), regular, bold, scale.as_bytes(), svg.as_bytes()] {
        digest.add_part(part);
    }
    digest.finish()
}

/// What a PNG says that it was drawn from.
fn source(png: &[u8]) -> Option<String> {
    let reader = Decoder::new(std::io::Cursor::new(png)).read_info().ok()?;
    let texts = &reader.info().uncompressed_latin1_text;
    let own = |text: &&TEXtChunk| text.keyword == SOURCE;
    texts.iter().find(own).map(|text| text.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words in both faces, strokes, fills and what only a renderer can get wrong.
    fn sample(words: &str) -> Picture {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"60\" \
             font-family=\"'Noto Sans', sans-serif\" font-size=\"13\">\
             <path d=\"M0 50.5L120 50.5\" stroke=\"#7a7a7a\" shape-rendering=\"crispEdges\"/>\
             <path d=\"M3 44L40 8L117 31\" fill=\"none\" stroke=\"#0e2e94\" \
             stroke-width=\"2.5\" stroke-linejoin=\"round\"/>\
             <circle cx=\"40\" cy=\"8\" r=\"4\" fill=\"#d4700a\" stroke=\"#fff\"/>\
             <text x=\"60\" y=\"46\" text-anchor=\"middle\">{words}</text>\
             <text x=\"2\" y=\"14\" font-weight=\"bold\">Қала 1</text></svg>"
        );
        Picture::new(svg, 2)
    }

    fn dots(png: &[u8]) -> (u32, u32, Vec<u8>) {
        let mut reader = Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut dots = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut dots).unwrap();
        (info.width, info.height, dots)
    }

    #[test]
    fn another_renderer_has_another_name() {
        let lock = include_str!("../../Cargo.lock");
        for package in RENDERER.split(", ") {
            let (name, version) = package.split_once(' ').unwrap();
            let locked = format!("name = \"{name}\"\nversion = \"{version}\"");
            assert!(lock.contains(&locked), "{package} is not what is locked");
        }
        // Where this differs, the same document gives other bytes than before: let
        // `RENDERER` say what has changed, so that no old PNG is taken for a new one.
        let found = crate::digest::digest(&sample("жылы").draw());
        assert_eq!(found[..16], *"72f8df7e4b85aff1");
    }

    #[test]
    fn a_png_says_what_it_was_drawn_from() {
        let picture = sample("жылы");
        let png = picture.draw();
        assert!(picture.is_source_of(&png));
        assert!(!sample("жыл").is_source_of(&png));
        assert!(!picture.is_source_of(&png[..40]));
        assert!(!picture.is_source_of(b"no PNG"));
        let larger = Picture::new(picture.svg().to_owned(), 1);
        assert!(!larger.is_source_of(&png), "the scale is a part of it");
    }

    #[test]
    fn a_picture_is_drawn_to_scale_on_white_with_letters_of_its_own() {
        let (width, height, with) = dots(&sample("жылы").draw());
        assert_eq!((width, height), (240, 120));
        assert_eq!(with[with.len() - 3..], [255, 255, 255]);
        let (_, _, without) = dots(&sample("").draw());
        assert_ne!(with, without, "the words are drawn");
        assert_eq!(sample("жылы").draw(), sample("жылы").draw());
    }
}
