//! Parsed programs by their text. Every language of a study says the same expressions,
//! and a preview reads most of them again after each change: parsing takes longer than
//! evaluating.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cel::{ParseErrors, Program};

/// How many programs are kept. A study of three thousand sections has about fifty
/// thousand expressions.
const KEPT: usize = 100_000;

static PROGRAMS: Mutex<Option<HashMap<String, Arc<Program>>>> = Mutex::new(None);

/// The program of `text`, which is parsed once.
///
/// # Errors
/// Every syntax error of CEL.
pub(super) fn program(text: &str) -> Result<Arc<Program>, ParseErrors> {
    if let Some(known) = with(|programs| programs.get(text).cloned()) {
        return Ok(known);
    }
    let program = Arc::new(Program::compile(text)?);
    with(|programs| {
        if programs.len() >= KEPT {
            programs.clear();
        }
        programs.insert(text.to_owned(), Arc::clone(&program));
    });
    Ok(program)
}

fn with<T>(work: impl FnOnce(&mut HashMap<String, Arc<Program>>) -> T) -> T {
    let mut programs = PROGRAMS.lock().unwrap_or_else(PoisonError::into_inner);
    work(programs.get_or_insert_default())
}
