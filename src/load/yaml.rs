//! YAML as a tree in which every value knows its place.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_yaml::{Location, Options};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Input, Span, Spanned};

/// Deepest nesting that is taken: far above the format's own, far below what could
/// exhaust the stack.
const MAX_DEPTH: usize = 32;

/// A value of a YAML file and its place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) tree: Tree,
    pub(super) span: Span,
}

/// What a YAML value is. Scalars keep the spelling of the file, so that no number loses a
/// digit on its way.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Null,
    /// Words.
    Text(String),
    /// What YAML takes for a number or a truth value.
    Typed(String),
    List(Vec<Node>),
    Map(Vec<(Spanned<String>, Node)>),
}

impl Node {
    /// What it is, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match &self.tree {
            Tree::Null => "nothing",
            Tree::Text(_) => "a text",
            Tree::Typed(_) => "a number or truth value",
            Tree::List(_) => "a list",
            Tree::Map(_) => "a map",
        }
    }
}

/// Parses the file; `None` with a diagnostic where it is not YAML.
pub(super) fn parse(
    input: &Input,
    file: FileId,
    found: &mut Diagnostics,
) -> Option<Node> {
    let text = super::text_of(input, file, found)?;
    // The parser would only call it an unexpected character.
    if text.contains(super::is_bad_character) {
        return None;
    }
    if text.trim().is_empty() {
        return Some(Node { tree: Tree::Map(Vec::new()), span: Span::start_of(file) });
    }
    match serde_yaml::from_str_with_options::<Option<serde_yaml::Spanned<Raw>>>(
        text,
        options(),
    ) {
        Ok(raw) => {
            let empty = Node { tree: Tree::Map(Vec::new()), span: Span::start_of(file) };
            Some(raw.map_or(empty, |raw| node(raw, text, file, found)))
        }
        Err(error) => {
            found.push(syntax_error(&error, text, file));
            None
        }
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.merge_keys = MergeKeyPolicy::AsOrdinary;
    options.with_snippet = false;
    options.alias_limits.max_total_replayed_events = 10_000;
    if let Some(budget) = &mut options.budget {
        budget.max_depth = MAX_DEPTH;
        budget.max_events = 20_000_000;
        budget.max_nodes = 10_000_000;
        budget.max_aliases = 100;
        budget.max_anchors = 100;
    }
    options
}

fn syntax_error(error: &serde_yaml::Error, text: &str, file: FileId) -> Diagnostic {
    let span = error.location().map_or(Span::start_of(file), |at| span(at, text, file));
    let message = error.to_string();
    let message = message.lines().next().unwrap_or("it is not YAML");
    let message = match message.find(" at line ").or_else(|| message.find(" (line ")) {
        Some(end) => &message[..end],
        None => message,
    };
    // The parser's words name functions of its own.
    if message.starts_with("multiple YAML documents") {
        let message = "a second YAML document in one file";
        return Diagnostic::new(Code::YamlSyntax, span, message)
            .help("delete the line `---`, or put what follows it in a file of its own");
    }
    Diagnostic::new(Code::YamlSyntax, span, format!("not YAML: {message}")).help(
        "a text with `: ` in it, or one that begins with a sign such as `[` or `*`, stands in quotes",
    )
}

/// The place that the parser names: by bytes where it knows them, else by line and column.
fn span(location: Location, text: &str, file: FileId) -> Span {
    let Some(start) = location.span().byte_offset() else {
        let (line, column) = (location.line() as usize, location.column() as usize);
        let before = text.split_inclusive('\n').take(line.saturating_sub(1));
        let line_start = before.map(str::len).sum::<usize>();
        let line = text[line_start..].lines().next().unwrap_or("");
        let at = line.char_indices().nth(column.saturating_sub(1));
        let start = line_start + at.map_or(line.len(), |(at, _)| at);
        return Span::new(file, start, start);
    };
    let start = (start as usize).min(text.len());
    let length = location.span().byte_len().map_or(0, |n| n as usize);
    Span::new(file, start, (start + length).min(text.len()))
}

fn node(
    raw: serde_yaml::Spanned<Raw>,
    text: &str,
    file: FileId,
    found: &mut Diagnostics,
) -> Node {
    let span = span(raw.defined, text, file);
    let tree = match raw.value {
        Raw::Null => Tree::Null,
        Raw::Words(words) => {
            found.extend(super::bad_character(&words, span));
            Tree::Text(words)
        }
        Raw::Typed => {
            let written = &text[span.start as usize..span.end as usize];
            Tree::Typed(written.trim().to_owned())
        }
        Raw::List(items) => Tree::List(
            items.into_iter().map(|item| node(item, text, file, found)).collect(),
        ),
        Raw::Map(entries) => Tree::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let key = node(key, text, file, found);
                    let name = match key.tree {
                        Tree::Text(name) | Tree::Typed(name) => name,
                        _ => String::new(),
                    };
                    (
                        Spanned { value: name, span: key.span },
                        node(value, text, file, found),
                    )
                })
                .collect(),
        ),
    };
    Node { tree, span }
}

/// A value as serde sees it. Numbers and truth values are taken from the file's own text.
enum Raw {
    Null,
    Words(String),
    Typed,
    List(Vec<serde_yaml::Spanned<Self>>),
    Map(Vec<(serde_yaml::Spanned<Self>, serde_yaml::Spanned<Self>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Words(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
        let input = Input::new([("a.yaml".to_owned(), text.as_bytes().to_vec())]);
        let mut found = Diagnostics::new();
        let node = parse(&input, input.find("a.yaml").unwrap(), &mut found);
        (node, found.sorted())
    }

    fn show(node: &Node, text: &str) -> String {
        let at = &text[node.span.start as usize..node.span.end as usize];
        match &node.tree {
            Tree::Null => "~".into(),
            Tree::Text(s) | Tree::Typed(s) => format!("{s}<{at}>"),
            Tree::List(l) => {
                format!(
                    "[{}]",
                    l.iter().map(|n| show(n, text)).collect::<Vec<_>>().join(", ")
                )
            }
            Tree::Map(m) => {
                let entries: Vec<_> = m
                    .iter()
                    .map(|(k, v)| format!("{}: {}", k.value, show(v, text)))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    #[test]
    fn scalars_keep_their_spelling_and_place() {
        let text = "a: 1.10\nб: [0123, no, \"қаз\", 123456789012345678901234]\nc:\n";
        let (node, found) = tree(text);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(
            show(&node.unwrap(), text),
            "{a: 1.10<1.10>, б: [0123<0123>, no<no>, қаз<\"қаз\">, \
             123456789012345678901234<123456789012345678901234>], c: ~}"
        );
    }

    #[test]
    fn keys_may_be_numbers_and_repeated_keys_are_kept() {
        let text = "1991: x\n1991: y\n<<: z\n";
        assert_eq!(
            show(&tree(text).0.unwrap(), text),
            "{1991: x<x>, 1991: y<y>, <<: z<z>}"
        );
    }

    #[test]
    fn hostile_files_are_refused_without_a_crash() {
        let deep = "[".repeat(20_000);
        let block: String = (0..200).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
        let bomb = (1..20).fold("a0: &a0 [x,x]\n".to_owned(), |text, i| {
            let alias = format!("*a{}", i - 1);
            format!("{text}a{i}: &a{i} [{}]\n", [alias.as_str(); 9].join(","))
        });
        for text in [deep, block, bomb, "a: b: c".into(), "a: 'x".into()] {
            let (node, found) = tree(&text);
            assert!(node.is_none(), "{}", &text[..text.len().min(60)]);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].code, Code::YamlSyntax);
        }
    }
}
