//! The reference of the file formats, made from their declarations.

use super::format;

/// The tables of keys of every YAML file, as Markdown.
pub fn format_reference() -> String {
    let mut page = String::new();
    for (text, keys) in format::reference() {
        page.push_str(&format!("### {}\n\n", text.trim_end_matches('.')));
        page.push_str("| key | takes | |\n|---|---|---|\n");
        for key in keys {
            let about = if key.required {
                format!("**Required.** {}", key.text)
            } else {
                key.text
            };
            page.push_str(&format!("| `{}` | {} | {about} |\n", key.name, key.shape));
        }
        page.push('\n');
    }
    page
}
