//! Names, members and items of expressions.

use std::rc::Rc;

use cel::IdedExpr;

use super::Failure;
use super::eval::{Evaluated, Evaluation};
use super::value::{Record, Records, Value};
use crate::diag::nearest;

impl<'e, 'a> Evaluation<'e, 'a> {
    pub(super) fn name(&mut self, name: &str, node: &IdedExpr) -> Evaluated<'a> {
        if let Some((_, value)) =
            self.variables.iter().rev().find(|(own, _)| *own == name)
        {
            return Ok(value.clone());
        }
        match (name, self.scope.row, self.scope.rows) {
            ("row", Some(record), _) => return Ok(Value::Row(record)),
            ("rows", _, Some(records)) => {
                return self.rows(records, &[]).map(Value::List);
            }
            _ => {}
        }
        match self.scope.datasets.iter().find(|records| records.id() == name) {
            Some(records) => Ok(Value::Rows { records: *records, key: Vec::new() }),
            None if matches!(name, "row" | "rows") => self.fail_with(
                node,
                format!("there is no `{name}` here"),
                "`row` is known in `each`, `formula` and `where`, `rows` in `whole` and in formulas of groups"
                    .into(),
            ),
            None => {
                let known: Vec<_> = self.scope.datasets.iter().map(|r| r.id()).collect();
                self.unknown(node, format!("there is no dataset `{name}`"), name, known)
                    .map_err(|failure| Failure {
                        unknown: Some(name.to_owned()),
                        ..failure
                    })
            }
        }
    }

    pub(super) fn member(
        &mut self,
        operand: &Value<'a>,
        name: &str,
        node: &IdedExpr,
    ) -> Evaluated<'a> {
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
                self.rows(*records, key).map(Value::List)
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

    pub(super) fn index(
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
                    None => {
                        let message =
                            format!("`{}` has no row `{}`", records.id(), key.join(", "));
                        let wrong = key.last().map_or("", String::as_str);
                        if records.variables().contains(&wrong) {
                            let help =
                                format!("name the row: `{}[…].{wrong}`", records.id());
                            return self.fail_with(node, message, help);
                        }
                        let known = siblings(*records, &key);
                        // Of another row, another row may be there.
                        let of_values = self.asks_of_row();
                        self.unknown(node, message, wrong, known)
                            .map_err(|failure| Failure { of_values, ..failure })
                    }
                }
            }
            Value::List(list) => {
                let at = match index {
                    Value::Number(number) => number.whole(),
                    _ => None,
                };
                match at.and_then(|at| list.get(at as usize)) {
                    Some(value) => Ok(value.clone()),
                    None => self
                        .fail(node, format!("the list has no item {index:?}"))
                        .map_err(|failure| Failure {
                            of_values: list.is_empty(),
                            ..failure
                        }),
                }
            }
            Value::Row(record) => {
                let message = "a variable of a row stands behind a dot";
                let name = index.key_part().unwrap_or_default();
                let known = record.records.variables();
                if known.contains(&name.as_str()) {
                    return self.fail_with(
                        node,
                        message.into(),
                        format!("write `.{name}`"),
                    );
                }
                self.unknown(node, message.into(), &name, known)
            }
            other => self.fail(node, format!("{} has no items", other.kind())),
        }
    }

    /// Whether the expression asks anything of the row at hand.
    fn asks_of_row(&self) -> bool {
        self.scope.row.is_some()
            && self.expression.names().iter().any(|(name, _)| *name == "row")
    }

    /// The rows of a dataset that a key begins with.
    pub(super) fn rows(
        &mut self,
        records: &'a dyn Records,
        key: &[String],
    ) -> Result<Rc<Vec<Value<'a>>>, Failure> {
        self.spend(records.length())?;
        let of_key = |row: &usize| {
            records.key_of(*row).iter().zip(key).all(|(own, given)| own == given)
        };
        let rows = (0..records.length()).filter(of_key);
        Ok(Rc::new(rows.map(|row| Value::Row(Record { records, row })).collect()))
    }

    fn unknown<T>(
        &self,
        node: &IdedExpr,
        message: String,
        wrong: &str,
        known: Vec<&str>,
    ) -> Result<T, Failure> {
        let span = self.expression.span_of(node);
        let help = match nearest(wrong, known.iter().copied()) {
            Some(near) => vec![format!("did you mean `{near}`?")],
            None if known.is_empty() => Vec::new(),
            None => vec![format!("known: {}", known.join(", "))],
        };
        Err(Failure { help, ..Failure::new(message, span) })
    }
}

/// Most rows that are named to an author who asked for one that is not there.
const MAX_NAMED: usize = 20;

/// What stands in the last place of the keys that otherwise begin as `key` does.
fn siblings<'a>(records: &'a dyn Records, key: &[String]) -> Vec<&'a str> {
    let last = key.len().saturating_sub(1);
    let mut names = Vec::new();
    for row in 0..records.length() {
        let own = records.key_of(row);
        if own.get(..last) == key.get(..last)
            && let Some(name) = own.get(last)
            && names.len() < MAX_NAMED
        {
            names.push(name.as_str());
        }
    }
    names
}
