//! Files that are decoded at the same time, each by a decoder of its own.

use rayon::prelude::*;

use super::Decoder;
use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::load::translations::Taken;
use crate::source::Input;
use crate::study::Unreadable;

/// What decoders that work at the same time share.
#[derive(Clone, Copy)]
struct Common<'a> {
    input: &'a Input,
    languages: &'a [Lang],
    source_language: Lang,
    draft: bool,
}

/// What a decoder took down beside what it made.
struct Found {
    unreadable: Unreadable,
    taken: Taken,
    found: Diagnostics,
}

impl Decoder<'_> {
    /// What the two make at the same time. Neither sees what the other finds.
    pub(in crate::load) fn both<A: Send, B: Send>(
        &mut self,
        one: impl FnOnce(&mut Decoder<'_>) -> A + Send,
        other: impl FnOnce(&mut Decoder<'_>) -> B + Send,
    ) -> (A, B) {
        let common = self.common();
        let (one, other) = rayon::join(|| common.apart(one), || common.apart(other));
        (self.take_in(one), self.take_in(other))
    }

    /// What `make` makes of each item, of all at the same time.
    pub(in crate::load) fn each<I: Send, T: Send>(
        &mut self,
        items: Vec<I>,
        make: impl Fn(I, &mut Decoder<'_>) -> T + Sync,
    ) -> Vec<T> {
        let common = self.common();
        let apart = |item| common.apart(|decoder| make(item, decoder));
        let made: Vec<_> = items.into_par_iter().map(apart).collect();
        made.into_iter().map(|made| self.take_in(made)).collect()
    }

    fn common(&self) -> Common<'_> {
        let Self { input, languages, source_language, draft, .. } = *self;
        Common { input, languages, source_language, draft }
    }

    fn take_in<T>(&mut self, (made, found): (T, Found)) -> T {
        self.unreadable.take_in(found.unreadable);
        self.taken.take_in(found.taken);
        self.found.append(found.found);
        made
    }
}

impl Common<'_> {
    fn apart<T>(self, make: impl FnOnce(&mut Decoder<'_>) -> T) -> (T, Found) {
        let Self { input, languages, source_language, draft } = self;
        let mut found = Diagnostics::new();
        let mut decoder = Decoder {
            input,
            languages,
            source_language,
            draft,
            unreadable: Unreadable::default(),
            taken: Taken::default(),
            found: &mut found,
        };
        let made = make(&mut decoder);
        let Decoder { unreadable, taken, .. } = decoder;
        (made, Found { unreadable, taken, found })
    }
}
