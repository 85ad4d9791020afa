//! Where the parts of an expression stand.

use std::ops::Range;

use cel::IdedExpr;
use cel::common::ast::{Expr, operators};

use super::{Expression, visit};
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

    /// The part of the text that a node is written as.
    pub(super) fn text_of(&self, node: &IdedExpr) -> &str {
        let mut extent: Option<Range<usize>> = None;
        visit(node, &mut |part| {
            if let Some(own) = self.range_of(part) {
                let all = extent.take().unwrap_or(own.clone());
                extent = Some(all.start.min(own.start)..all.end.max(own.end));
            }
        });
        let range = extent.map_or(0..self.text.len(), |own| balanced(&self.text, own));
        &self.text[range]
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

/// The range with the brackets and the names of calls that the parts in it belong to.
fn balanced(text: &str, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    let (mut open, mut missing) = (0_usize, 0_usize);
    for sign in outside_quotes(&text[start..end]) {
        match sign {
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => missing += 1,
            ')' | ']' => open -= 1,
            _ => {}
        }
    }
    for (at, sign) in text[end..].char_indices() {
        if open == 0 || !(sign.is_whitespace() || matches!(sign, ')' | ']')) {
            break;
        }
        open -= usize::from(!sign.is_whitespace());
        end = if sign.is_whitespace() { end } else { range.end + at + sign.len_utf8() };
    }
    for (at, sign) in text[..start].char_indices().rev() {
        let bracket = matches!(sign, '(' | '[');
        if missing == 0 || !(bracket || sign.is_whitespace()) {
            break;
        }
        missing -= usize::from(bracket);
        start = at;
    }
    if text[start..].starts_with('(') {
        let named = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        start = text[..start].trim_end_matches(named).len();
    }
    start..end
}

/// The signs of `text` that stand in no quoted text.
fn outside_quotes(text: &str) -> impl Iterator<Item = char> {
    let mut quote = None;
    text.chars().filter(move |sign| match (quote, sign) {
        (Some(open), sign) if open == *sign => {
            quote = None;
            false
        }
        (Some(_), _) => false,
        (None, '"' | '\'') => {
            quote = Some(*sign);
            false
        }
        (None, _) => true,
    })
}
