//! The parts of a person's name.

/// The family name and what is left of the name; `None` where `family` are no whole words
/// of it that follow each other. A comma beside the family name belongs to neither.
pub fn name_parts(name: &str, family: &str) -> Option<(String, String)> {
    let bare = |word: &str| word.trim_matches(',').to_owned();
    let words: Vec<_> = name.split_whitespace().collect();
    let family: Vec<_> = family.split_whitespace().map(bare).collect();
    if family.is_empty() {
        return None;
    }
    let is_family =
        |run: &[&str]| run.iter().map(|word| bare(word)).eq(family.iter().cloned());
    let at = words.windows(family.len()).position(is_family)?;
    let (before, rest) = words.split_at(at);
    let given = [before, &rest[family.len()..]].concat().join(" ");
    Some((family.join(" "), given))
}
