//! Writes the pages of the sample edition to a folder, to be looked at in a browser:
//! `cargo run --example look -- /tmp/look`.
#![allow(missing_docs, reason = "an example")]

#[path = "../tests/html/sample.rs"]
mod sample;

use baspa::diag::Diagnostics;
use baspa::html::{Context, Theme, render_edition, render_site};
use baspa::source::Input;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/look".to_owned());
    let mut diagnostics = Diagnostics::new();
    let theme = Theme::load(&Input::default(), &mut diagnostics);
    let editions = sample::editions();
    let interfaces = sample::interfaces();
    let context = Context {
        theme: &theme,
        editions: &editions,
        interfaces: &interfaces,
        base_url: None,
    };
    let mut outputs = render_site(&context, &mut diagnostics);
    for edition in &editions {
        let charts = sample::charts(edition.lang);
        outputs.extend(render_edition(&context, edition, &charts, &mut diagnostics));
    }
    if let Some(diagnostic) = diagnostics.sorted().pop() {
        return Err(std::io::Error::other(diagnostic.message));
    }
    let pages = outputs.iter().map(|(path, text)| (path, text.as_bytes()));
    for (path, bytes) in pages.chain(theme.assets()) {
        let file = std::path::Path::new(&folder).join(path.as_str());
        std::fs::create_dir_all(file.parent().unwrap_or(&file))?;
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
