//! Why a condition is false: the rows that refute it, with the numbers in it.

use cel::IdedExpr;
use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, LiteralValue, operators};

use super::eval::{Evaluation, Scope};
use super::value::{Record, Value};
use super::{Expression, sequence, visit};

/// What refutes a condition.
#[derive(Clone)]
pub struct Refuted<'a> {
    /// The row; `None` for numbers that are of no one row.
    pub row: Option<Record<'a>>,
    /// What is compared there, with its values: `r.total = 431262`.
    pub numbers: Vec<String>,
}

impl Expression {
    /// What makes the condition false: of `all` the rows that do not meet it, of `&&` the
    /// parts that do not hold, of a comparison its two sides and the rows that they name.
    pub fn refuted<'a>(&self, scope: &Scope<'a>) -> Vec<Refuted<'a>> {
        let evaluation = Evaluation::new(self, scope);
        let mut search = Search { evaluation, row: scope.row, found: Vec::new() };
        search.why(self.root(), false);
        search.found
    }
}

/// A search for what refutes a condition.
struct Search<'e, 'a> {
    evaluation: Evaluation<'e, 'a>,
    /// The row at hand.
    row: Option<Record<'a>>,
    found: Vec<Refuted<'a>>,
}

impl<'e, 'a> Search<'e, 'a> {
    /// Why the value of `node` is `truth`.
    fn why(&mut self, node: &'e IdedExpr, truth: bool) {
        match &node.expr {
            Expr::Comprehension(all) => match quantifier(all) {
                Some((condition, decisive)) if decisive == truth => {
                    self.elements(all, condition, truth);
                }
                _ => self.add(self.row, Vec::new()),
            },
            Expr::Call(call) => self.call(call, node, truth),
            _ => self.add(self.row, Vec::new()),
        }
    }

    fn call(&mut self, call: &'e CallExpr, node: &'e IdedExpr, truth: bool) {
        match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::LOGICAL_AND | operators::LOGICAL_OR, parts) => {
                for part in parts {
                    if self.is(part, truth) {
                        self.why(part, truth);
                    }
                }
            }
            (operators::LOGICAL_NOT, [inner]) => self.why(inner, !truth),
            (operators::CONDITIONAL, [condition, yes, no]) => {
                let branch = if self.is(condition, true) { yes } else { no };
                self.why(branch, truth);
            }
            _ => self.compared(call, node),
        }
    }

    fn is(&mut self, node: &'e IdedExpr, truth: bool) -> bool {
        matches!(self.evaluation.value(node), Ok(Value::Bool(own)) if own == truth)
    }

    /// The items for which `condition` is `truth`.
    fn elements(
        &mut self,
        all: &'e ComprehensionExpr,
        condition: &'e IdedExpr,
        truth: bool,
    ) {
        let Ok(items) = self.evaluation.items(&all.iter_range, condition) else { return };
        let outer = self.row;
        for item in items.iter() {
            self.evaluation.variables.push((&all.iter_var, item.clone()));
            if self.is(condition, truth) {
                if let Value::Row(row) = item {
                    self.row = Some(*row);
                }
                self.why(condition, truth);
                self.row = outer;
            }
            self.evaluation.variables.pop();
        }
    }

    /// The values that are compared, and the rows that they are taken from.
    fn compared(&mut self, call: &'e CallExpr, node: &'e IdedExpr) {
        let sides: Vec<&'e IdedExpr> =
            call.target.iter().map(|target| &**target).chain(&call.args).collect();
        let numbers = sides.iter().filter_map(|side| self.number(side)).collect();
        self.add(self.row, numbers);
        if self.row.is_none() {
            sides.iter().for_each(|side| self.extremes(side));
            self.named(node);
            self.breaks(call);
        }
    }

    fn number(&mut self, side: &'e IdedExpr) -> Option<String> {
        if matches!(side.expr, Expr::Literal(_)) {
            return None;
        }
        let value = self.evaluation.value(side).ok()?;
        if matches!(value, Value::List(_)) {
            return None;
        }
        Some(format!("{} = {value:?}", self.evaluation.expression.text_of(side)))
    }

    /// The rows that the values below `node` are taken from by their keys.
    fn named(&mut self, node: &'e IdedExpr) {
        let mut members = Vec::new();
        visit(node, &mut |part| {
            if let Expr::Select(select) = &part.expr
                && matches!(&select.operand.expr, Expr::Call(call) if call.func_name == operators::INDEX)
            {
                members.push((part, &*select.operand));
            }
        });
        for (member, operand) in members {
            if let Ok(Value::Row(row)) = self.evaluation.value(operand) {
                let number = self.number(member);
                self.add(Some(row), number.into_iter().collect());
            }
        }
    }

    /// The rows whose value is the one that `max` or `min` gives: `max(rows.map(r, r.total))`.
    fn extremes(&mut self, side: &'e IdedExpr) {
        let Expr::Call(call) = &side.expr else { return };
        let [list] = call.args.as_slice() else { return };
        let Expr::Comprehension(all) = &list.expr else { return };
        let (true, Some(mapped)) =
            (matches!(call.func_name.as_str(), "max" | "min"), mapped(all))
        else {
            return;
        };
        let Ok(extreme) = self.evaluation.value(side) else { return };
        let Ok(items) = self.evaluation.items(&all.iter_range, list) else { return };
        for item in items.iter() {
            let Value::Row(row) = item else { continue };
            self.evaluation.variables.push((&all.iter_var, item.clone()));
            let number = self.number(mapped);
            let own = self.evaluation.value(mapped);
            self.evaluation.variables.pop();
            if own.is_ok_and(|own| own.key_part() == extreme.key_part()) {
                self.add(Some(*row), number.into_iter().collect());
            }
        }
    }

    /// The rows at which a list is not as `unique`, `ascending` or `consecutive` demands, and
    /// those that they stand behind.
    fn breaks(&mut self, call: &'e CallExpr) {
        let [list] = call.args.as_slice() else { return };
        let Expr::Comprehension(all) = &list.expr else { return };
        let Some(mapped) = mapped(all) else { return };
        let Ok(Value::List(values)) = self.evaluation.value(list) else { return };
        let Ok(items) = self.evaluation.items(&all.iter_range, list) else { return };
        let name = call.func_name.as_str();
        let known = matches!(name, "unique" | "ascending" | "consecutive");
        if !known || items.len() != values.len() {
            return;
        }
        for pair in sequence::breaks(name, &values).unwrap_or_default() {
            for at in pair {
                let Value::Row(row) = &items[at] else { continue };
                let text = self.evaluation.expression.text_of(mapped);
                let number = format!("{text} = {:?}", values[at]);
                self.add(Some(*row), vec![number]);
            }
        }
    }

    /// Adds numbers to those of the row that stands last, if it is the same.
    fn add(&mut self, row: Option<Record<'a>>, numbers: Vec<String>) {
        let place = |row: Option<Record<'a>>| row.map(|own| (own.records.id(), own.row));
        match self.found.last_mut() {
            Some(last) if place(last.row) == place(row) => {
                for number in numbers {
                    if !last.numbers.contains(&number) {
                        last.numbers.push(number);
                    }
                }
            }
            _ if row.is_none() && numbers.is_empty() => {}
            _ => self.found.push(Refuted { row, numbers }),
        }
    }
}

/// The condition of `all` or `exists`, and the truth of it that decides: false of `all`,
/// true of `exists`.
fn quantifier(all: &ComprehensionExpr) -> Option<(&IdedExpr, bool)> {
    let Expr::Literal(LiteralValue::Boolean(start)) = &all.accu_init.expr else {
        return None;
    };
    match &all.loop_step.expr {
        Expr::Call(step) => Some((step.args.get(1)?, !*start.inner())),
        _ => None,
    }
}

/// What `map` makes of each item.
fn mapped(all: &ComprehensionExpr) -> Option<&IdedExpr> {
    let Expr::List(_) = &all.accu_init.expr else { return None };
    let mut step = &all.loop_step;
    loop {
        let Expr::Call(call) = &step.expr else { return None };
        match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::CONDITIONAL, [_, yes, _]) => step = yes,
            (operators::ADD, [_, appended]) => {
                let Expr::List(list) = &appended.expr else { return None };
                return list.elements.first();
            }
            _ => return None,
        }
    }
}
