//! What takes long to make, kept from one build to the next.
//!
//! A preview builds the whole study again after each change, and most of what it draws is
//! what it drew before. A value is kept under its name together with all that it was made
//! of: it is taken again only if that is equal, so that nothing can be out of date.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Values of one kind by their names.
#[derive(Debug)]
pub struct Memo<I, O> {
    kept: Mutex<BTreeMap<String, (I, O)>>,
    made: AtomicUsize,
}

impl<I, O> Default for Memo<I, O> {
    fn default() -> Self {
        Self { kept: Mutex::default(), made: AtomicUsize::new(0) }
    }
}

impl<I: Clone + PartialEq, O: Clone> Memo<I, O> {
    /// The value `name`: the one that is kept, if it was made of `from` too, or else what
    /// `make` makes of it now.
    pub fn get(&self, name: &str, from: &I, make: impl FnOnce(&I) -> O) -> O {
        if let Some(kept) = self.known(name, from) {
            return kept;
        }
        let made = make(from);
        self.made.fetch_add(1, Ordering::Relaxed);
        self.lock().insert(name.to_owned(), (from.clone(), made.clone()));
        made
    }

    /// How many values were made: what the builds until now have cost.
    pub fn made(&self) -> usize {
        self.made.load(Ordering::Relaxed)
    }

    fn known(&self, name: &str, from: &I) -> Option<O> {
        let kept = self.lock();
        let (made_of, made) = kept.get(name)?;
        (made_of == from).then(|| made.clone())
    }

    /// What one thread has put here is whole, whatever befell it later.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, (I, O)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_again_only_of_something_else() {
        let memo = Memo::default();
        let double = |name: &str, from: u32| memo.get(name, &from, |from| from * 2);
        assert_eq!([double("a", 1), double("a", 1), double("b", 1)], [2, 2, 2]);
        assert_eq!(memo.made(), 2);
        assert_eq!([double("a", 3), double("a", 1)], [6, 2]);
        assert_eq!(memo.made(), 4);
    }
}
