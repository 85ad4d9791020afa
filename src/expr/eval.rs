//! The value of an expression.

use std::cmp::Ordering;
use std::rc::Rc;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, LiteralValue, operators};
use rust_decimal::Decimal;

use super::arithmetic::{Operator, compare, compute};
use super::value::{Number, Record, Records, Value};
use super::{Expression, Failure, methods};
use crate::diag::nearest;
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
        Evaluation { expression: self, scope, variables: Vec::new() }.value(self.root())
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
            other => Err(Failure {
                message: format!(
                    "a condition is true or false, this is {}",
                    other.kind()
                ),
                help: vec!["compare it with something: `==`, `<=`, `>`".into()],
                span: self.span(),
            }),
        }
    }

    /// The two sides of the outermost comparison with their values, for the message of a
    /// failing check: `row.total = 431262`.
    pub fn sides(&self, scope: &Scope<'_>) -> Vec<String> {
        let Expr::Call(call) = &self.root().expr else { return Vec::new() };
        if comparison(&call.func_name).is_none() {
            return Vec::new();
        }
        let mut evaluation =
            Evaluation { expression: self, scope, variables: Vec::new() };
        let text = |node: &IdedExpr| {
            let (mut start, mut end) = (usize::MAX, 0);
            super::visit(node, &mut |part| {
                let span = self.span_of(part);
                start = start.min(span.start as usize);
                end = end.max(span.end as usize);
            });
            let offset = self.span().start as usize;
            self.text().get(start - offset..end - offset).unwrap_or("").trim().to_owned()
        };
        call.args
            .iter()
            .filter(|side| !matches!(side.expr, Expr::Literal(_)))
            .filter_map(|side| {
                Some(format!("{} = {:?}", text(side), evaluation.value(side).ok()?))
            })
            .collect()
    }
}

/// An evaluation under way.
pub(super) struct Evaluation<'e, 'a> {
    expression: &'e Expression,
    pub(super) scope: &'e Scope<'a>,
    variables: Vec<(&'e str, Value<'a>)>,
}

type Evaluated<'a> = Result<Value<'a>, Failure>;

impl<'e, 'a> Evaluation<'e, 'a> {
    fn value(&mut self, node: &'e IdedExpr) -> Evaluated<'a> {
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

    fn name(&mut self, name: &str, node: &IdedExpr) -> Evaluated<'a> {
        if let Some((_, value)) =
            self.variables.iter().rev().find(|(own, _)| *own == name)
        {
            return Ok(value.clone());
        }
        match (name, self.scope.row, self.scope.rows) {
            ("row", Some(record), _) => return Ok(Value::Row(record)),
            ("rows", _, Some(records)) => return Ok(list_of_rows(records, &[])),
            _ => {}
        }
        match self.scope.datasets.iter().find(|records| records.id() == name) {
            Some(records) => Ok(Value::Rows { records: *records, key: Vec::new() }),
            None => {
                let known: Vec<_> = self.scope.datasets.iter().map(|r| r.id()).collect();
                self.unknown(node, format!("there is no dataset `{name}`"), name, known)
            }
        }
    }

    fn member(&self, operand: &Value<'a>, name: &str, node: &IdedExpr) -> Evaluated<'a> {
        match operand {
            Value::Row(record) => match record.records.value(record.row, name) {
                Some(value) => Ok(value),
                None => {
                    let message =
                        format!("`{}` has no variable `{name}`", record.records.id());
                    self.unknown(node, message, name, record.records.variables())
                }
            },
            Value::Rows { records, key } if name == "rows" => {
                Ok(list_of_rows(*records, key))
            }
            Value::Rows { records, .. } => self.fail_with(
                node,
                format!("`{name}` is asked of a dataset, not of a row"),
                format!("name the row: `{}[…].{name}`", records.id()),
            ),
            Value::Missing { .. } => Ok(operand.clone()),
            other => self.fail(node, format!("{} has no member `{name}`", other.kind())),
        }
    }

    fn index(
        &self,
        operand: &Value<'a>,
        index: &Value<'a>,
        node: &IdedExpr,
    ) -> Evaluated<'a> {
        match operand {
            Value::Rows { records, key } => {
                let Some(part) = index.key_part() else {
                    return self.fail(node, format!("{} names no row", index.kind()));
                };
                let mut key = key.clone();
                key.push(part);
                if key.len() < records.key_length() {
                    return Ok(Value::Rows { records: *records, key });
                }
                match records.find(&key) {
                    Some(row) => Ok(Value::Row(Record { records: *records, row })),
                    None => self.fail(
                        node,
                        format!("`{}` has no row `{}`", records.id(), key.join(", ")),
                    ),
                }
            }
            Value::List(list) => {
                let at = match index {
                    Value::Number(n) => usize::try_from(n.quantity.value).ok(),
                    _ => None,
                };
                match at.and_then(|at| list.get(at)) {
                    Some(value) => Ok(value.clone()),
                    None => self.fail(node, format!("the list has no item {index:?}")),
                }
            }
            other => self.fail(node, format!("{} has no items", other.kind())),
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

    fn apply(
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
                Rc::make_mut(&mut joined).extend(b.iter().cloned());
                Ok(Value::List(joined))
            }
            (name, _) if arithmetic(name).is_some() => self.computed(name, &args, node),
            (name, _) => methods::function(name, &args)
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
                compute(operator, a, b)
                    .map(Value::Number)
                    .or_else(|message| self.fail(node, message))
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

    /// `a && b`, or `a || b` where `decisive` is true: the second is not evaluated where
    /// the first decides; a missing value decides nothing.
    fn both(
        &mut self,
        a: &'e IdedExpr,
        b: &'e IdedExpr,
        node: &IdedExpr,
        decisive: bool,
    ) -> Evaluated<'a> {
        let first = self.value(a)?;
        if matches!(first, Value::Bool(truth) if truth == decisive) {
            return Ok(first);
        }
        let second = self.value(b)?;
        match (first, second) {
            (_, Value::Bool(truth)) if truth == decisive => Ok(Value::Bool(truth)),
            (missing @ Value::Missing { .. }, Value::Bool(_) | Value::Missing { .. })
            | (Value::Bool(_), missing @ Value::Missing { .. }) => Ok(missing),
            (Value::Bool(_), Value::Bool(truth)) => Ok(Value::Bool(truth)),
            (a, b) => self
                .fail(node, format!("{} and {} are no conditions", a.kind(), b.kind())),
        }
    }

    /// `all`, `exists`, `exists_one`, `filter` and `map`, which the parser unfolds.
    fn comprehension(
        &mut self,
        all: &'e ComprehensionExpr,
        node: &IdedExpr,
    ) -> Evaluated<'a> {
        let range = self.value(&all.iter_range)?;
        let items = match &range {
            Value::List(items) => items.clone(),
            Value::Rows { records, key } => match list_of_rows(*records, key) {
                Value::List(items) => items,
                _ => Rc::default(),
            },
            other => return self.fail(node, format!("{} is no list", other.kind())),
        };
        let depth = self.variables.len();
        let start = self.value(&all.accu_init)?;
        let mut result = start;
        for item in items.iter() {
            self.variables.truncate(depth);
            self.variables.push((&all.accu_var, result));
            self.variables.push((&all.iter_var, item.clone()));
            if matches!(self.value(&all.loop_cond)?, Value::Bool(false)) {
                result = self.variables[depth].1.clone();
                break;
            }
            result = self.step(&all.loop_step, depth)?;
        }
        self.variables.truncate(depth);
        self.variables.push((&all.accu_var, result));
        let result = self.value(&all.result);
        self.variables.truncate(depth);
        result
    }

    /// One step of a comprehension. Where the step only appends to the list it has built,
    /// the list is moved and not copied, so that a `map` over n rows takes n steps.
    fn step(&mut self, step: &'e IdedExpr, accumulated: usize) -> Evaluated<'a> {
        match &step.expr {
            Expr::Call(call) if call.func_name == operators::CONDITIONAL => {
                let [condition, yes, _] = call.args.as_slice() else {
                    return self.value(step);
                };
                match self.value(condition)? {
                    Value::Bool(true) => self.step(yes, accumulated),
                    Value::Bool(false) | Value::Missing { .. } => {
                        Ok(self.take(accumulated))
                    }
                    other => self.fail(step, format!("{} is no condition", other.kind())),
                }
            }
            Expr::Call(call) if call.func_name == operators::ADD => {
                let [_, appended] = call.args.as_slice() else { return self.value(step) };
                if !matches!(self.variables[accumulated].1, Value::List(_)) {
                    return self.value(step);
                }
                let appended = self.value(appended)?;
                let list = self.take(accumulated);
                self.apply(operators::ADD, None, vec![list, appended], step)
            }
            _ => self.value(step),
        }
    }

    fn take(&mut self, at: usize) -> Value<'a> {
        std::mem::replace(&mut self.variables[at].1, Value::Bool(true))
    }

    fn fail<T>(&self, node: &IdedExpr, message: impl Into<String>) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        Err(Failure { message: message.into(), help: Vec::new(), span })
    }

    fn fail_with<T>(
        &self,
        node: &IdedExpr,
        message: String,
        help: String,
    ) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        Err(Failure { message, help: vec![help], span })
    }

    fn refuse<T>(
        &self,
        node: &IdedExpr,
        refusal: methods::Refusal,
    ) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        Err(Failure { message: refusal.message, help: refusal.help, span })
    }

    fn unknown<T>(
        &self,
        node: &IdedExpr,
        message: String,
        wrong: &str,
        known: Vec<&str>,
    ) -> Result<T, Failure> {
        let help = match nearest(wrong, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known: {}", known.join(", ")),
        };
        self.fail_with(node, message, help)
    }
}

fn list_of_rows<'a>(records: &'a dyn Records, key: &[String]) -> Value<'a> {
    let rows = (0..records.length()).map(|row| Record { records, row });
    let of_key = |record: &Record<'a>| {
        let own = record.records.key_of(record.row);
        own.iter().zip(key).all(|(own, given)| own == given)
    };
    Value::List(Rc::new(rows.filter(of_key).map(Value::Row).collect()))
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
