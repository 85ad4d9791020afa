//! `&&`, `||`, and the macros `all`, `exists`, `exists_one`, `filter` and `map`.

use std::rc::Rc;

use cel::IdedExpr;
use cel::common::ast::{ComprehensionExpr, Expr, operators};

use super::Failure;
use super::eval::{Evaluated, Evaluation};
use super::value::Value;

impl<'e, 'a> Evaluation<'e, 'a> {
    /// `a && b`, or `a || b` where `decisive` is true: the second is not evaluated where
    /// the first decides; a missing value decides nothing.
    pub(super) fn both(
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
    pub(super) fn comprehension(
        &mut self,
        all: &'e ComprehensionExpr,
        node: &IdedExpr,
    ) -> Evaluated<'a> {
        let items = self.items(&all.iter_range, node)?;
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

    /// The items of the list that a comprehension, `node`, goes through.
    pub(super) fn items(
        &mut self,
        range: &'e IdedExpr,
        node: &IdedExpr,
    ) -> Result<Rc<Vec<Value<'a>>>, Failure> {
        match self.value(range)? {
            Value::List(items) => Ok(items),
            Value::Rows { records, key } => self.rows(records, &key),
            other => self.fail(node, format!("{} is no list", other.kind())),
        }
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
}
