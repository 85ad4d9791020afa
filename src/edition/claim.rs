//! Claims: words that the data bear out stand as they are; disputed ones have a sign, and
//! an editorial note stands after the block that has them, once on each page.

use std::collections::BTreeSet;

use crate::study::{self, ClaimKind, ClaimState};

use super::context::{Context, Setting};
use super::{Block, Finding, Inline, Mark, Placed, finding, prose, typography};

/// The editorial notes of claims on the page at hand.
#[derive(Default)]
pub(super) struct Notes {
    /// The names of those that the page has, or will have.
    told: BTreeSet<String>,
    /// Those that wait for the end of their block, in the order of the words.
    waiting: Vec<String>,
}

impl Notes {
    /// Of a page on which these notes stand where authors placed them.
    pub(super) fn new(placed: BTreeSet<String>) -> Self {
        Self { told: placed, waiting: Vec::new() }
    }
}

/// The words of a claim: the author's, or those that the claim gives.
pub(super) fn words<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    name: &str,
    content: &'a [study::Inline],
) -> Vec<Inline> {
    if content.is_empty() {
        return given(cx, setting, name);
    }
    let mut words = prose::inlines(cx, setting, content);
    if cx.common.study.claim_state(name) == Some(ClaimState::Disputed) {
        if cx.claims.told.insert(name.to_owned()) {
            cx.claims.waiting.push(name.to_owned());
        }
        words.push(Inline::Mark(Mark::Disputed { note: finding::id(name) }));
    }
    words
}

/// The words that a claim gives.
pub(super) fn given<'a>(
    cx: &mut Context<'a>,
    setting: Setting<'a>,
    name: &str,
) -> Vec<Inline> {
    match cx.common.study.claim_words(name, setting.lang) {
        // The texts of a claim make no claims: that is reported, and ends here.
        Some(text) if !setting.in_claim => {
            let own = Setting { lang: text.lang, in_claim: true, ..setting };
            let words = prose::inlines(cx, own, &text.content);
            if text.lang == setting.lang {
                return words;
            }
            let content = typography::set(cx, text.lang, words);
            vec![Inline::Mark(Mark::Foreign { lang: text.lang, content })]
        }
        _ => Vec::new(),
    }
}

/// The notes that wait, which from now on stand on the page.
pub(super) fn waiting(cx: &mut Context<'_>) -> Vec<Finding> {
    let mut notes = Vec::new();
    while !cx.claims.waiting.is_empty() {
        for name in std::mem::take(&mut cx.claims.waiting) {
            notes.extend(note(cx, &name));
        }
    }
    notes
}

/// The same as blocks.
pub(super) fn blocks(cx: &mut Context<'_>) -> Vec<Block> {
    let notes = waiting(cx).into_iter();
    notes.map(|note| Block::Placed(Placed::Finding(Box::new(note)))).collect()
}

/// The notes of all disputed claims that texts make.
pub(super) fn all(cx: &mut Context<'_>) -> Vec<Finding> {
    let study = cx.common.study;
    let made = study.claimed.iter().filter(|own| !own.places.is_empty());
    let own = made.filter_map(|own| study.claim(&own.name));
    own.filter_map(|claim| note(cx, &claim.id)).collect()
}

/// The note of a disputed claim or check.
fn note(cx: &mut Context<'_>, name: &str) -> Option<Finding> {
    let study = cx.common.study;
    if let Some((dataset, check)) = name.split_once('.') {
        return finding::of_check(cx, dataset, check);
    }
    if study.claim_state(name) != Some(ClaimState::Disputed) {
        return None;
    }
    let ClaimKind::Holds { message, disputed: Some(reason), .. } =
        &study.claim(name)?.kind
    else {
        return None;
    };
    Some(Finding {
        id: finding::id(name),
        messages: vec![prose::own(cx, message)],
        reason: prose::own(cx, reason),
    })
}
