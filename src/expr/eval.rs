//! The value of an expression.

use std::cmp::Ordering;
use std::rc::Rc;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue, operators};
use rust_decimal::Decimal;

use super::arithmetic::{Operator, advice, compare, compute};
use super::refusal::Refusal;
use super::value::{Number, Record, Records, Value};
use super::{Expression, Failure, functions, methods};
use crate::locale::Locale;

/// What an expression can see.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The datasets of the study.
    pub datasets: &'a [&'a dyn Records],
    /// The row that `row` names, in a check of each row, a formula or a filter.
    pub row: Option<Record<'a>>,
    /// The dataset whose rows `rows` names, in a check of the whole.
    pub rows: Option<&'a dyn Records>,
    /// How far two numbers may differ and still be equal.
    pub tolerance: Decimal,
    /// The language that forms of words are chosen for; `None` in conditions.
    pub locale: Option<&'a Locale>,
}

impl<'a> Scope<'a> {
    /// A scope of datasets alone, which are sorted by id.
    pub fn new(datasets: &'a [&'a dyn Records]) -> Self {
        Self { datasets, row: None, rows: None, tolerance: Decimal::ZERO, locale: None }
    }
}

impl Expression {
    /// The value of the expression.
    ///
    /// # Errors
    /// Why there is none, at the place inside the expression.
    pub fn evaluate<'a>(&self, scope: &Scope<'a>) -> Result<Value<'a>, Failure> {
        Evaluation::new(self, scope).value(self.root())
    }

    /// Whether the condition holds; a condition over missing values is not decided, and
    /// `None`.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn holds(&self, scope: &Scope<'_>) -> Result<Option<bool>, Failure> {
        match self.evaluate(scope)? {
            Value::Bool(truth) => Ok(Some(truth)),
            Value::Missing { .. } => Ok(None),
            other => {
                let message =
                    format!("a condition is true or false, this is {}", other.kind());
                Err(Failure::new(message, self.span())
                    .help("compare it with something: `==`, `<=`, `>`"))
            }
        }
    }
}

/// How many steps an evaluation may take, a second of work. A step is a part of the
/// expression that is evaluated, a row that is listed, or an item that is copied.
const MAX_STEPS: usize = 10_000_000;

/// An evaluation under way.
pub(super) struct Evaluation<'e, 'a> {
    pub(super) expression: &'e Expression,
    pub(super) scope: &'e Scope<'a>,
    pub(super) variables: Vec<(&'e str, Value<'a>)>,
    pub(super) steps: usize,
}

/// A value, or why there is none.
pub(super) type Evaluated<'a> = Result<Value<'a>, Failure>;

impl<'e, 'a> Evaluation<'e, 'a> {
    pub(super) fn new(expression: &'e Expression, scope: &'e Scope<'a>) -> Self {
        Self { expression, scope, variables: Vec::new(), steps: 0 }
    }

    /// Counts steps, and ends an evaluation that takes too many.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Failure> {
        self.steps += steps;
        if self.steps <= MAX_STEPS {
            return Ok(());
        }
        let message = "the expression takes too long";
        Err(Failure::new(message, self.expression.span()).help(
            "lists inside lists take as many steps as their lengths multiplied: compute what is needed once, in a variable with a `formula`",
        ))
    }

    pub(super) fn value(&mut self, node: &'e IdedExpr) -> Evaluated<'a> {
        self.spend(1)?;
        match &node.expr {
            Expr::Literal(literal) => self.literal(literal, node),
            Expr::Ident(name) => self.name(name, node),
            Expr::Select(select) => {
                let operand = self.value(&select.operand)?;
                let value = self.member(&operand, &select.field, node)?;
                Ok(if select.test {
                    Value::Bool(!matches!(value, Value::Missing { .. }))
                } else {
                    value
                })
            }
            Expr::Call(call) => self.call(call, node),
            Expr::Comprehension(all) => self.comprehension(all, node),
            Expr::List(list) => {
                let items: Result<_, _> =
                    list.elements.iter().map(|item| self.value(item)).collect();
                Ok(Value::List(Rc::new(items?)))
            }
            Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                self.fail(node, "maps and messages have no use in a study")
            }
        }
    }

    fn literal(&self, literal: &LiteralValue, node: &IdedExpr) -> Evaluated<'a> {
        let number = |value| Ok(Value::Number(Number::plain(value)));
        match literal {
            LiteralValue::Boolean(truth) => Ok(Value::Bool(*truth.inner())),
            LiteralValue::String(text) => Ok(Value::Text(text.inner().to_owned())),
            LiteralValue::Int(int) => number(Decimal::from(*int.inner())),
            LiteralValue::UInt(int) => number(Decimal::from(*int.inner())),
            // The shortest text of a double is the literal as it was written.
            LiteralValue::Double(double) => match double.inner().to_string().parse() {
                Ok(value) => number(value),
                Err(_) => self.fail(node, "the number has more than 28 digits"),
            },
            LiteralValue::Bytes(_) | LiteralValue::Null => {
                self.fail(node, "bytes and null have no use in a study")
            }
        }
    }

    fn call(&mut self, call: &'e CallExpr, node: &'e IdedExpr) -> Evaluated<'a> {
        match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::LOGICAL_AND, [a, b]) => self.both(a, b, node, false),
            (operators::LOGICAL_OR, [a, b]) => self.both(a, b, node, true),
            (operators::CONDITIONAL, [condition, yes, no]) => {
                match self.value(condition)? {
                    Value::Bool(true) => self.value(yes),
                    Value::Bool(false) => self.value(no),
                    missing @ Value::Missing { .. } => Ok(missing),
                    other => self.fail(node, format!("{} is no condition", other.kind())),
                }
            }
            (name, args) => {
                let target = call.target.as_deref().map(|target| self.value(target));
                let target = target.transpose()?;
                let args: Result<Vec<_>, _> =
                    args.iter().map(|arg| self.value(arg)).collect();
                self.apply(name, target, args?, node)
            }
        }
    }

    pub(super) fn apply(
        &mut self,
        name: &str,
        target: Option<Value<'a>>,
        mut args: Vec<Value<'a>>,
        node: &IdedExpr,
    ) -> Evaluated<'a> {
        if let Some(target) = target {
            return methods::method(self.scope, name, target, &args)
                .or_else(|refusal| self.refuse(node, refusal));
        }
        if let (Some(accepts), [a, b]) = (comparison(name), args.as_slice()) {
            return self.compared(a, b, accepts, node);
        }
        match (name, args.as_mut_slice()) {
            (operators::INDEX, [operand, index]) => self.index(operand, index, node),
            (operators::LOGICAL_NOT, [Value::Bool(truth)]) => Ok(Value::Bool(!*truth)),
            (operators::NOT_STRICTLY_FALSE, [value]) => {
                Ok(Value::Bool(!matches!(value, Value::Bool(false))))
            }
            (operators::IN, [item, Value::List(list)]) => {
                let same = |other| {
                    compare(item, other, self.scope.tolerance) == Ok(Ordering::Equal)
                };
                Ok(Value::Bool(list.iter().any(same)))
            }
            (operators::NEGATE, [Value::Number(number)]) => {
                let mut number = number.clone();
                number.quantity.value = -number.quantity.value;
                Ok(Value::Number(number))
            }
            (operators::ADD, [Value::List(a), Value::List(b)]) => {
                let mut joined = std::mem::take(a);
                // A list that something else holds too is copied.
                let copied = if Rc::strong_count(&joined) > 1 { joined.len() } else { 0 };
                self.spend(copied + b.len())?;
                Rc::make_mut(&mut joined).extend(b.iter().cloned());
                Ok(Value::List(joined))
            }
            (name, _) if arithmetic(name).is_some() => self.computed(name, &args, node),
            (name, _) => functions::function(self.scope, name, &args)
                .or_else(|refusal| self.refuse(node, refusal)),
        }
    }

    fn computed(&self, name: &str, args: &[Value<'a>], node: &IdedExpr) -> Evaluated<'a> {
        match (arithmetic(name), args) {
            (
                _,
                [missing @ Value::Missing { .. }, _]
                | [_, missing @ Value::Missing { .. }],
            ) => Ok(missing.clone()),
            (Some(operator), [Value::Number(a), Value::Number(b)]) => {
                let by_zero = matches!(operator, Operator::Divide | Operator::Modulo)
                    && b.quantity.value.is_zero();
                compute(operator, a, b).map(Value::Number).map_err(|message| Failure {
                    of_values: by_zero,
                    help: advice(operator, a, b).map(str::to_owned).into_iter().collect(),
                    ..Failure::new(message, self.expression.span_of(node))
                })
            }
            (_, [a, b]) => {
                let kinds = format!("{} and {}", a.kind(), b.kind());
                self.fail(node, format!("{kinds} cannot be computed with"))
            }
            _ => self.fail(node, "an operator takes two values"),
        }
    }

    fn compared(
        &self,
        a: &Value<'a>,
        b: &Value<'a>,
        accepts: fn(Ordering) -> bool,
        node: &IdedExpr,
    ) -> Evaluated<'a> {
        match (a, b) {
            (missing @ Value::Missing { .. }, _)
            | (_, missing @ Value::Missing { .. }) => Ok(missing.clone()),
            _ => match compare(a, b, self.scope.tolerance) {
                Ok(ordering) => Ok(Value::Bool(accepts(ordering))),
                Err(message) => self.fail(node, message),
            },
        }
    }

    pub(super) fn fail<T>(
        &self,
        node: &IdedExpr,
        message: impl Into<String>,
    ) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        Err(Failure::new(message, span))
    }

    pub(super) fn fail_with<T>(
        &self,
        node: &IdedExpr,
        message: String,
        help: String,
    ) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        Err(Failure::new(message, span).help(help))
    }

    fn refuse<T>(&self, node: &IdedExpr, refusal: Refusal) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        let Refusal { message, help, unknown, of_values } = refusal;
        Err(Failure { help, unknown, of_values, ..Failure::new(message, span) })
    }
}

fn comparison(name: &str) -> Option<fn(Ordering) -> bool> {
    Some(match name {
        operators::EQUALS => |o| o == Ordering::Equal,
        operators::NOT_EQUALS => |o| o != Ordering::Equal,
        operators::LESS => |o| o == Ordering::Less,
        operators::LESS_EQUALS => |o| o != Ordering::Greater,
        operators::GREATER => |o| o == Ordering::Greater,
        operators::GREATER_EQUALS => |o| o != Ordering::Less,
        _ => return None,
    })
}

fn arithmetic(name: &str) -> Option<Operator> {
    Some(match name {
        operators::ADD => Operator::Add,
        operators::SUBSTRACT => Operator::Subtract,
        operators::MULTIPLY => Operator::Multiply,
        operators::DIVIDE => Operator::Divide,
        operators::MODULO => Operator::Modulo,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Input, Span};

    #[test]
    fn an_expression_that_would_take_hours_ends() {
        let hundred = format!("[{}]", ["1"; 100].join(","));
        let text = format!(
            "{hundred}.all(a, {hundred}.all(b, {hundred}.all(c, {hundred}.all(d, a == b))))"
        );
        let input = Input::new([("a.yaml".to_owned(), text.as_bytes().to_vec())]);
        let span = Span::new(input.find("a.yaml").unwrap(), 0, text.len());
        let Ok(expression) = Expression::parse(&text, span) else { panic!("{text}") };
        let failure = expression.evaluate(&Scope::new(&[])).err().unwrap();
        assert!(failure.message.contains("too long"), "{}", failure.message);
    }
}
