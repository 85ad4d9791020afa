//! Where the parts of an expression stand.

use std::ops::Range;

use cel::IdedExpr;
use cel::common::ast::{Expr, operators};

use super::Expression;
use crate::source::Span;

impl Expression {
    /// The place of a node of this expression, as an author would point at it: of a
    /// member or a call its name, of an item the brackets, of an operator its sign; of
    /// the whole where the parser knows none.
    pub(super) fn span_of(&self, node: &IdedExpr) -> Span {
        match self.range_of(node) {
            Some(range) => self.place.part(range),
            None => self.span(),
        }
    }

    /// The text before and after the outermost operator.
    pub(super) fn operands(&self) -> Option<(&str, &str)> {
        let sign = self.range_of(self.root())?;
        let (before, after) = (self.text.get(..sign.start)?, self.text.get(sign.end..)?);
        Some((before.trim(), after.trim()))
    }

    fn range_of(&self, node: &IdedExpr) -> Option<Range<usize>> {
        let (start, last) = self.program.source_info().offset_for(node.id)?;
        let (start, end) = (start as usize, last as usize + 1);
        let written = self.text.get(start..end)?;
        let rest = &self.text[start..];
        let named = |name: &str| {
            let at = start + rest.find(name)?;
            Some(at..at + name.len())
        };
        let refined = match &node.expr {
            Expr::Select(select) if written == "." => named(&select.field),
            Expr::Call(call) if call.func_name == operators::INDEX => {
                Some(start..start + closing_bracket(rest))
            }
            Expr::Call(call) if written == "(" => {
                let before = self.text[..start].trim_end();
                let name = before.ends_with(&call.func_name);
                name.then(|| before.len() - call.func_name.len()..before.len())
            }
            _ => None,
        };
        Some(refined.unwrap_or(start..end))
    }
}

/// How long the brackets are that `text` begins with.
fn closing_bracket(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '[') => depth += 1,
            (None, ']') if depth <= 1 => return at + 1,
            (None, ']') => depth -= 1,
            _ => {}
        }
    }
    1
}
