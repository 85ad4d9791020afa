//! The reference of the file formats, made from their declarations.

use super::decode::Chapter;
use super::{format, references};

/// The tables of keys of every YAML file, as Markdown.
pub fn format_reference() -> String {
    let mut page = String::new();
    for Chapter { title, text, keys } in format::reference() {
        page.push_str(&format!("### {title}\n\n{text}\n\n"));
        page.push_str("| key | takes | |\n|---|---|---|\n");
        for key in keys {
            let shape = linked(&key.shape);
            let text = match key.required {
                true => format!("**Required.** {}", key.text),
                false => key.text,
            };
            page.push_str(&format!("| `{}` | {shape} | {text} |\n", key.name));
        }
        page.push('\n');
    }
    page.push_str("### Reference\n\n");
    let keys: Vec<_> = references::keys().map(|key| format!("`{key}`")).collect();
    page.push_str("An entry of `content/references.yaml` has these keys: ");
    page.push_str(&keys.join(", "));
    page.push_str(".\n");
    page
}

/// `(see Author)` as a link to what the page says of it.
fn linked(shape: &str) -> String {
    let Some((before, rest)) = shape.split_once("(see ") else { return shape.to_owned() };
    let Some((title, after)) = rest.split_once(')') else { return shape.to_owned() };
    format!("{before}([{title}](#{})){after}", title.to_lowercase())
}
