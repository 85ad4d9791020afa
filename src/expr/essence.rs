//! What an expression says, apart from the form that a language gives it.

use std::fmt;

use cel::IdedExpr;
use cel::common::ast::operators;
use cel::common::ast::{CallExpr, ComprehensionExpr, EntryExpr, Expr, LiteralValue};

use super::Expression;

/// What a method does with the value that it is called on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodKind {
    /// Chooses the form that a sentence wants: a case, an ordinal, words.
    Form,
    /// Gives only a word that agrees with the value.
    Word,
    /// Rounds the value, or writes it in a larger unit.
    Rounding,
    /// Gives another value.
    Value,
}

/// What an expression says in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Essence {
    /// A value.
    Value {
        /// The expression without forms and roundings, written one way.
        value: String,
        /// The methods that round it, in their order.
        rounding: String,
    },
    /// Only a word that agrees with a value, which stands elsewhere.
    Word {
        /// The expression of the value; `None` where a condition chooses the word.
        of: Option<String>,
    },
    /// A text as it is: `lit("14")`.
    Literal(String),
}

impl MethodKind {
    /// The kind of the method with this name; `None` where there is none.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "abl" | "about" | "acc" | "adj" | "after" | "and" | "capital" | "city"
            | "dat" | "from_to" | "full" | "gen" | "ins" | "loc" | "long" | "medium"
            | "month" | "month_day" | "nom" | "noun" | "of" | "or" | "ordinal"
            | "poss" | "prep" | "roman" | "short" | "since" | "sorted" | "symbol"
            | "unflagged" | "until" | "when" | "words" => Self::Form,
            "article" | "plural" => Self::Word,
            "billions" | "decimals" | "millions" | "percent" | "permille"
            | "thousands" => Self::Rounding,
            "abs" | "approx" | "currency" | "get" | "signed" | "size" => Self::Value,
            _ => return None,
        })
    }
}

impl fmt::Display for Essence {
    /// Two expressions that say the same are written alike; roundings are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { value, .. } => f.write_str(value),
            Self::Word { of } => write!(f, "word of {}", of.as_deref().unwrap_or("it")),
            Self::Literal(text) => write!(f, "lit({text:?})"),
        }
    }
}

impl Expression {
    /// What it says in any language.
    pub fn essence(&self) -> Essence {
        let mut node = self.root();
        let mut rounding = Vec::new();
        loop {
            match &node.expr {
                Expr::Literal(LiteralValue::String(text)) => {
                    return Essence::Literal(text.inner().to_owned());
                }
                Expr::Call(call) if call.func_name == "lit" && call.target.is_none() => {
                    if let [IdedExpr { expr: Expr::Literal(text), .. }] =
                        call.args.as_slice()
                        && let LiteralValue::String(text) = text
                    {
                        return Essence::Literal(text.inner().to_owned());
                    }
                    break;
                }
                // A noun or the name of a place is a word, which another language may write.
                Expr::Call(call)
                    if call.target.is_none()
                        && matches!(call.func_name.as_str(), "noun" | "place") =>
                {
                    return Essence::Word { of: None };
                }
                Expr::Call(call) if chooses_word(call) => {
                    return Essence::Word { of: None };
                }
                Expr::Call(call) => match (method(call), call.target.as_deref()) {
                    (Some(MethodKind::Word), Some(target)) => {
                        return Essence::Word { of: Some(value_of(target)) };
                    }
                    (Some(MethodKind::Rounding), Some(target)) => {
                        rounding.push(format!(".{}", Writer::default().called(call)));
                        node = target;
                    }
                    (Some(MethodKind::Form), Some(target)) => node = target,
                    _ => break,
                },
                _ => break,
            }
        }
        rounding.reverse();
        let value = Writer::default().node(node);
        Essence::Value { value, rounding: rounding.concat() }
    }
}

fn method(call: &CallExpr) -> Option<MethodKind> {
    call.target.as_ref().and_then(|_| MethodKind::of(&call.func_name))
}

/// The value that a word agrees with.
fn value_of(mut node: &IdedExpr) -> String {
    while let Expr::Call(call) = &node.expr
        && matches!(method(call), Some(MethodKind::Form | MethodKind::Rounding))
        && let Some(target) = call.target.as_deref()
    {
        node = target;
    }
    Writer::default().node(node)
}

/// Whether it is a condition between words: `n == 1 ? "is" : "are"`.
fn chooses_word(call: &CallExpr) -> bool {
    let word = |node: &IdedExpr| match &node.expr {
        Expr::Literal(LiteralValue::String(_)) => true,
        Expr::Call(call) => chooses_word(call) || method(call) == Some(MethodKind::Word),
        _ => false,
    };
    match (call.func_name.as_str(), call.args.as_slice()) {
        (operators::CONDITIONAL, [_, yes, no]) => word(yes) && word(no),
        _ => false,
    }
}

/// Writes an expression one way, whatever its spaces, quotes, brackets and names of
/// variables, and without the forms of words.
#[derive(Default)]
struct Writer<'e> {
    /// The variables of the macros around, which are written by their depth.
    variables: Vec<&'e str>,
}

impl<'e> Writer<'e> {
    fn node(&mut self, node: &'e IdedExpr) -> String {
        match &node.expr {
            Expr::Ident(name) => {
                let depth = self.variables.iter().rposition(|own| own == name);
                depth.map_or_else(|| name.clone(), |depth| format!("${depth}"))
            }
            Expr::Literal(literal) => written(literal),
            Expr::Select(select) => {
                let operand = self.node(&select.operand);
                match select.test {
                    true => format!("has({operand}.{})", select.field),
                    false => format!("{operand}.{}", select.field),
                }
            }
            Expr::Call(call) => self.call(call),
            Expr::Comprehension(all) => self.comprehension(all),
            Expr::List(list) => format!("[{}]", self.list(&list.elements)),
            Expr::Map(map) => {
                let mut pairs = Vec::new();
                for entry in &map.entries {
                    if let EntryExpr::MapEntry(pair) = &entry.expr {
                        let (key, value) = (self.node(&pair.key), self.node(&pair.value));
                        pairs.push(format!("{key}: {value}"));
                    }
                }
                format!("{{{}}}", pairs.join(", "))
            }
            Expr::Struct(_) | Expr::Unspecified => String::new(),
        }
    }

    fn call(&mut self, call: &'e CallExpr) -> String {
        if let (Some(MethodKind::Form), Some(target)) = (method(call), &call.target) {
            return self.node(target);
        }
        match (call.func_name.as_str(), call.args.as_slice(), &call.target) {
            (operators::INDEX, [of, at], _) => {
                format!("{}[{}]", self.node(of), self.node(at))
            }
            // The order of what is added or multiplied says nothing.
            (sign @ (operators::ADD | operators::MULTIPLY), [a, b], _) => {
                let mut sides = [self.node(a), self.node(b)];
                sides.sort();
                format!("({})", sides.join(sign.trim_matches('_')))
            }
            (sign, [a, b], None) if sign.starts_with('_') => {
                let (a, b) = (self.node(a), self.node(b));
                format!("({a}{}{b})", sign.trim_matches('_'))
            }
            (_, _, Some(target)) => {
                format!("{}.{}", self.node(target), self.called(call))
            }
            _ => self.called(call),
        }
    }

    /// A call without what it is called on.
    fn called(&mut self, call: &'e CallExpr) -> String {
        format!("{}({})", call.func_name, self.list(&call.args))
    }

    fn list(&mut self, nodes: &'e [IdedExpr]) -> String {
        let written: Vec<_> = nodes.iter().map(|node| self.node(node)).collect();
        written.join(", ")
    }

    fn comprehension(&mut self, all: &'e ComprehensionExpr) -> String {
        let (range, start) = (self.node(&all.iter_range), self.node(&all.accu_init));
        let depth = self.variables.len();
        self.variables.extend([all.accu_var.as_str(), all.iter_var.as_str()]);
        let steps = [&all.loop_cond, &all.loop_step, &all.result];
        let steps = steps.map(|step| self.node(step)).join("; ");
        self.variables.truncate(depth);
        format!("each({range}; {start}; {steps})")
    }
}

fn written(literal: &LiteralValue) -> String {
    match literal {
        LiteralValue::Boolean(truth) => truth.inner().to_string(),
        LiteralValue::Int(int) => int.inner().to_string(),
        LiteralValue::UInt(int) => int.inner().to_string(),
        LiteralValue::Double(double) => double.inner().to_string(),
        LiteralValue::String(text) => format!("{:?}", text.inner()),
        LiteralValue::Bytes(_) => "b".to_owned(),
        LiteralValue::Null => "null".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::METHODS;
    use crate::source::{Input, Span};

    fn essence(text: &str) -> Essence {
        let input = Input::new([("a.yaml".to_owned(), text.as_bytes().to_vec())]);
        let span = Span::new(input.find("a.yaml").unwrap(), 0, text.len());
        Expression::parse(text, span).unwrap().essence()
    }

    fn value(value: &str, rounding: &str) -> Essence {
        Essence::Value { value: value.to_owned(), rounding: rounding.to_owned() }
    }

    #[test]
    fn every_method_has_a_kind() {
        let without = METHODS.iter().filter(|name| MethodKind::of(name).is_none());
        assert_eq!(without.collect::<Vec<_>>(), [&""; 0]);
    }

    #[test]
    fn forms_of_words_do_not_count() {
        for text in
            ["a[1].b", "a[1].b.gen()", "a[ 1 ].b.poss().abl()", "(a[1].b.words())"]
        {
            assert_eq!(essence(text), value("a[1].b", ""), "{text}");
        }
        assert_eq!(essence("a['x'].b.dat()"), essence("a[\"x\"].b"));
        assert_eq!(essence("a.b.gen() > 3 ? a.b : a.c.gen()"), essence("a.b>3?a.b:a.c"));
    }

    #[test]
    fn roundings_are_told_apart_from_the_value() {
        assert_eq!(essence("a.b.thousands().abl()"), value("a.b", ".thousands()"));
        assert_eq!(
            essence("(a.b / a.c).gen().percent(1)"),
            value("(a.b/a.c)", ".percent(1)")
        );
        assert_eq!(
            essence("a.b.percent(1).decimals(2)"),
            value("a.b", ".percent(1).decimals(2)")
        );
    }

    #[test]
    fn another_value_is_another_value() {
        assert_eq!(essence("abs(a.b)"), value("abs(a.b)", ""));
        assert_eq!(essence("a.b.abs().gen()"), value("a.b.abs()", ""));
        assert_ne!(essence("a.b - a.c"), essence("a.c - a.b"));
        assert_eq!(essence("a.b + a.c"), essence("a.c+a.b"));
        assert_ne!(essence("a.b + a.c"), essence("a.b * a.c"));
        assert_ne!(essence("-a.b"), essence("a.b"));
    }

    #[test]
    fn the_name_of_a_variable_says_nothing() {
        assert_eq!(
            essence("sum(a.rows.map(r, r.b))"),
            essence("sum(a.rows.map(row1, row1.b))")
        );
        assert_ne!(
            essence("sum(a.rows.map(r, r.b))"),
            essence("sum(a.rows.map(r, r.c))")
        );
        assert_ne!(
            essence("size(a.rows.filter(r, r.b > 1))"),
            essence("size(a.rows.filter(r, r.b > 2))")
        );
    }

    #[test]
    fn a_word_is_no_value() {
        let of = Some("a.b".to_owned());
        assert_eq!(essence("a.b.plural('x', 'y')"), Essence::Word { of: of.clone() });
        assert_eq!(essence("a.b.thousands().article()"), Essence::Word { of });
        for text in
            ["a.b == 1 ? 'is' : 'are'", "place(\"almaty\").loc()", "noun('region')"]
        {
            assert_eq!(essence(text), Essence::Word { of: None }, "{text}");
        }
    }

    #[test]
    fn a_literal_is_its_text() {
        assert_eq!(essence("lit(\"14\")"), Essence::Literal("14".to_owned()));
        assert_eq!(essence("'14'"), Essence::Literal("14".to_owned()));
    }
}
