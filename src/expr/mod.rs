//! Expressions over datasets: inline values, checks, formulas and filters.
//!
//! The language is CEL, the Common Expression Language, parsed by the `cel` crate. The
//! evaluator is our own, because a study needs what no interpreter of CEL gives: exact
//! decimals for every number, units that must agree, missing values, a tolerance for
//! comparisons, and the place of an error inside the expression.

mod arithmetic;
mod comprehension;
mod dress;
mod essence;
mod eval;
mod forms;
mod functions;
mod growth;
mod lists;
mod lookup;
mod methods;
mod place;
mod programs;
mod refusal;
mod refuted;
mod sequence;
mod syntax;
#[cfg(test)]
mod tests;
mod times;
mod value;
mod words;

pub use essence::{Essence, MethodKind};
pub use eval::Scope;
pub use functions::FUNCTIONS;
pub use methods::METHODS;
pub use refuted::Refuted;
pub use value::{
    NOT_AVAILABLE, Number, PER_MILLE, PERCENT, Record, Records, Value, WordId,
};

use std::collections::BTreeSet;
use std::sync::Arc;

use cel::IdedExpr;
use cel::common::ast::{EntryExpr, Expr};

use crate::source::{Place, Span};

/// Names that no dataset can have: the grammar of CEL keeps most of them for itself, and
/// `row` and `rows` are what a check or a formula looks at.
pub const RESERVED_NAMES: [&str; 19] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "namespace",
    "package",
    "return",
    "row",
    "rows",
    "var",
    "void",
    "while",
];

/// Names that can stand nowhere, not even behind a dot.
pub const RESERVED_MEMBERS: [&str; 4] = ["false", "in", "null", "true"];

/// A parsed expression and the place where it stands.
#[derive(Clone)]
pub struct Expression {
    text: String,
    place: Place,
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
    /// What the scope does not have, where that is what is wrong: the id of a dataset, or
    /// `noun person`, `place almaty`.
    pub unknown: Option<String>,
    /// Whether it is only the values that stand in the way, as in a division by zero: with
    /// others the expression has a value.
    pub of_values: bool,
}

impl Failure {
    /// A failure without help.
    pub fn new(message: impl Into<String>, span: Span) -> Self {
        Self {
            message: message.into(),
            help: Vec::new(),
            span,
            unknown: None,
            of_values: false,
        }
    }

    /// Adds a next step.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }
}

impl Expression {
    /// Parses `text`, which stands at `place`.
    ///
    /// # Errors
    /// Every syntax error of CEL, each at its place.
    pub fn parse(text: &str, place: impl Into<Place>) -> Result<Self, Vec<Failure>> {
        let place = place.into();
        if let Some(message) = syntax::too_large(text) {
            return Err(vec![Failure::new(message, place.span())]);
        }
        match programs::program(text) {
            Ok(program) => Ok(Self { text: text.to_owned(), place, program }),
            Err(errors) => Err(syntax::failures(&errors.errors, text, &place)),
        }
    }

    /// The expression as it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.place.span()
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

    /// The names that are not its own, such as those of datasets, and where they stand.
    pub fn names(&self) -> Vec<(&str, Span)> {
        let mut own = BTreeSet::new();
        let mut names = Vec::new();
        visit(self.root(), &mut |node| match &node.expr {
            Expr::Comprehension(all) => {
                own.extend([all.iter_var.as_str(), all.accu_var.as_str()]);
            }
            Expr::Ident(name) => names.push((name.as_str(), self.span_of(node))),
            _ => {}
        });
        names.retain(|(name, _)| !own.contains(name));
        names
    }

    /// Every name that it takes from a record, and where it stands.
    pub fn members(&self) -> Vec<(&str, Span)> {
        let mut names = Vec::new();
        visit(self.root(), &mut |node| {
            if let Expr::Select(select) = &node.expr {
                names.push((select.field.as_str(), self.span_of(node)));
            }
        });
        names
    }

    /// The names that it takes from `record`, such as `row`, and where they stand.
    pub fn members_of(&self, record: &str) -> Vec<(&str, Span)> {
        let mut names = Vec::new();
        visit(self.root(), &mut |node| {
            if let Expr::Select(select) = &node.expr
                && matches!(&select.operand.expr, Expr::Ident(name) if name == record)
            {
                names.push((select.field.as_str(), self.span_of(node)));
            }
        });
        names
    }

    fn root(&self) -> &IdedExpr {
        self.program.expression()
    }
}

impl std::fmt::Debug for Expression {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Expression({})", self.text)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.place == other.place
    }
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
