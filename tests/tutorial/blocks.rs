//! The blocks between fences of a text in Markdown.

/// A block: a file to write, an edit, commands, or what they show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What stands behind the first fence: `sh`, `text`, `yaml PATH`, `diff PATH`.
    pub(crate) info: String,
    /// Its lines.
    pub(crate) text: String,
}

impl Block {
    /// The file that it writes or edits.
    pub(crate) fn path(&self) -> Option<&str> {
        self.info.split_once(' ').map(|(_, path)| path)
    }
}

/// The blocks of a text.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    with_words(text).into_iter().map(|(_, block)| block).collect()
}

/// The blocks of a text, each with the words between the one before and it.
pub(crate) fn with_words(text: &str) -> Vec<(String, Block)> {
    let mut blocks = Vec::new();
    let mut words = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some((fence, info)) = opening(line) {
            let inner = lines.by_ref().take_while(|line| *line != fence);
            let text = inner.map(|line| format!("{line}\n")).collect();
            blocks.push((words, Block { info: info.to_owned(), text }));
            words = String::new();
        } else {
            words += line;
            words += "\n";
        }
    }
    blocks
}

/// The text with other outputs in its blocks of `text`, in their order.
pub(crate) fn with_outputs(text: &str, outputs: &[String]) -> String {
    let mut outputs = outputs.iter();
    let mut made = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        made += &format!("{line}\n");
        let Some((fence, info)) = opening(line) else { continue };
        let inner = lines.by_ref().take_while(|line| *line != fence);
        let inner: String = inner.map(|line| format!("{line}\n")).collect();
        let output = (info == "text").then(|| outputs.next()).flatten();
        made += output.unwrap_or(&inner);
        made += &format!("{fence}\n");
    }
    made
}

/// The fence that begins a block, and what stands behind it.
fn opening(line: &str) -> Option<(&str, &str)> {
    line.starts_with("```").then(|| line.split_at(3))
}
