//! Expressions over datasets: inline values, checks, formulas and filters.
//!
//! The language is CEL, the Common Expression Language, parsed by the `cel` crate. The
//! evaluator is our own, because a study needs what no interpreter of CEL gives: exact
//! decimals for every number, units that must agree, missing values, a tolerance for
//! comparisons, and the place of an error inside the expression.

mod arithmetic;
mod comprehension;
mod eval;
mod lookup;
mod methods;
mod value;

pub use eval::Scope;
pub use methods::{FUNCTIONS, METHODS};
pub use value::{Number, PERCENT, Record, Records, Value};

use std::collections::BTreeSet;
use std::sync::Arc;

use cel::IdedExpr;
use cel::common::ast::{EntryExpr, Expr};

use crate::source::Span;

/// Longest expression that is parsed, in bytes.
const MAX_BYTES: usize = 4_000;

/// Deepest nesting of brackets that is parsed: the parser recurses.
const MAX_NESTING: usize = 32;

/// A parsed expression and the place where it stands.
#[derive(Clone)]
pub struct Expression {
    text: String,
    span: Span,
    program: Arc<cel::Program>,
}

/// Why an expression has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong, one sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: Vec<String>,
    /// The place in the file.
    pub span: Span,
}

impl Expression {
    /// Parses `text`, which stands at `span`.
    ///
    /// # Errors
    /// Every syntax error of CEL, each at its place.
    pub fn parse(text: &str, span: Span) -> Result<Self, Vec<Failure>> {
        if let Some(message) = too_large(text) {
            return Err(vec![Failure { message, help: Vec::new(), span }]);
        }
        match cel::Program::compile(text) {
            Ok(program) => {
                Ok(Self { text: text.to_owned(), span, program: Arc::new(program) })
            }
            Err(errors) => {
                Err(errors.errors.iter().map(|e| syntax_failure(e, text, span)).collect())
            }
        }
    }

    /// The expression as it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Every name that it takes from a record: `total` of `row.total`.
    pub fn selected(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        visit(self.root(), &mut |node| {
            if let Expr::Select(select) = &node.expr {
                names.insert(select.field.as_str());
            }
        });
        names
    }

    fn root(&self) -> &IdedExpr {
        self.program.expression()
    }

    /// The place of a node of this expression; of the whole where the parser knows none.
    /// The parser gives the dot of a member and the bracket of a call: their names stand
    /// behind and before it.
    fn span_of(&self, node: &IdedExpr) -> Span {
        let Some((first, last)) = self.program.source_info().offset_for(node.id) else {
            return self.span;
        };
        let (first, last) = (first as usize, last as usize);
        let (start, end) = match &node.expr {
            Expr::Select(select) => (first + 1, first + 1 + select.field.len()),
            Expr::Call(call)
                if self.text[..first.min(self.text.len())].ends_with(&call.func_name) =>
            {
                (first - call.func_name.len(), first)
            }
            _ => (first, last + 1),
        };
        if self.text.get(start..end).is_some() {
            self.span.within(start, end)
        } else {
            self.span
        }
    }

    /// The text of a node with everything below it.
    fn text_of(&self, node: &IdedExpr) -> &str {
        let offset = self.span.start as usize;
        let (mut start, mut end) = (self.text.len(), 0);
        visit(node, &mut |part| {
            let span = self.span_of(part);
            if span != self.span {
                start = start.min(span.start as usize - offset);
                end = end.max(span.end as usize - offset);
            }
        });
        let count = |range, signs: [char; 2]| {
            self.text.get(range).map_or(1, |text: &str| text.matches(signs).count())
        };
        let (open, close) = (['(', '['], [')', ']']);
        while start > 0 && count(start..end, close) > count(start..end, open) {
            start -= 1;
        }
        while end < self.text.len() && count(start..end, open) > count(start..end, close)
        {
            end += 1;
        }
        self.text.get(start..end).unwrap_or("").trim()
    }
}

impl std::fmt::Debug for Expression {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Expression({})", self.text)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.span == other.span
    }
}

fn too_large(text: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'!' | b'-' | b'?' => deepest += usize::from(text.len() > 500),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if text.len() > MAX_BYTES {
        Some(format!("the expression is longer than {MAX_BYTES} bytes"))
    } else if deepest > MAX_NESTING {
        Some(format!("the expression is nested deeper than {MAX_NESTING} levels"))
    } else {
        None
    }
}

/// The parser's words without its list of every token that it would have taken.
fn syntax_failure(error: &cel::ParseError, text: &str, span: Span) -> Failure {
    let message = error.msg.strip_prefix("Syntax error: ").unwrap_or(&error.msg);
    let message = message.split(" expecting ").next().unwrap_or(message);
    let message = message.replace("'<EOF>'", "the end of the expression");
    let (line, column) = error.pos;
    let start = text
        .split_inclusive('\n')
        .take(usize::try_from(line - 1).unwrap_or(0))
        .map(str::len)
        .sum::<usize>()
        + usize::try_from(column - 1).unwrap_or(0);
    let start = start.min(text.len());
    let end = text[text.ceil_char_boundary(start)..]
        .chars()
        .next()
        .map_or(start, |c| start + c.len_utf8());
    Failure { message, help: Vec::new(), span: span.within(start, end.min(text.len())) }
}

/// Calls `see` for `node` and everything below it.
fn visit<'a>(node: &'a IdedExpr, see: &mut impl FnMut(&'a IdedExpr)) {
    see(node);
    match &node.expr {
        Expr::Call(call) => {
            call.target.iter().for_each(|target| visit(target, see));
            call.args.iter().for_each(|arg| visit(arg, see));
        }
        Expr::Comprehension(all) => {
            visit(&all.iter_range, see);
            visit(&all.loop_step, see);
            visit(&all.result, see);
        }
        Expr::List(list) => list.elements.iter().for_each(|item| visit(item, see)),
        Expr::Select(select) => visit(&select.operand, see),
        Expr::Map(map) => map.entries.iter().for_each(|entry| {
            if let EntryExpr::MapEntry(pair) = &entry.expr {
                visit(&pair.key, see);
                visit(&pair.value, see);
            }
        }),
        Expr::Ident(_) | Expr::Literal(_) | Expr::Struct(_) | Expr::Unspecified => {}
    }
}
