//! Claims: what sentences say of the data, and whether the data bear it out.

use rust_decimal::Decimal;

use crate::expr::Expression;
use crate::lang::Lang;
use crate::source::Span;

use super::{Study, Text, Texts};

/// A claim that texts can name.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// How far two numbers may differ and still be equal.
    pub tolerance: Decimal,
    /// What it is.
    pub kind: ClaimKind,
}

/// What a claim is.
#[derive(Debug, Clone)]
pub enum ClaimKind {
    /// A condition that must hold.
    Holds {
        /// The condition.
        condition: Expression,
        /// What the data say instead.
        message: Texts,
        /// Why words that the data refute are published all the same.
        disputed: Option<Texts>,
    },
    /// Words of which the data choose.
    Variants(Vec<Variant>),
}

/// Words that a claim writes where a condition holds.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The condition; `None` for what is written otherwise.
    pub when: Option<Expression>,
    /// The words.
    pub text: Texts,
}

/// A claim, or a check that texts name as one, held against the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The claim's id, or that of the dataset with the check's: `migration.parts-add-up`.
    pub name: String,
    /// What the data say of it.
    pub state: ClaimState,
    /// Every text that names it, in the order of the study.
    pub places: Vec<ClaimPlace>,
}

/// What the data say of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimState {
    /// They bear it out.
    Holds,
    /// They bear out the variant at this position.
    Chosen(usize),
    /// They refute it, and the study says why its words are published all the same.
    Disputed,
    /// They refute it.
    Fails,
}

/// Words that name a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimPlace {
    /// The language of the text.
    pub lang: Lang,
    /// Where the words stand, or the brackets that the claim fills.
    pub span: Span,
    /// Whether the words are left to the claim.
    pub is_empty: bool,
}

impl Study {
    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// What the data say of a claim or of a check that a text names.
    pub fn claim_state(&self, name: &str) -> Option<ClaimState> {
        let at = self.claimed.binary_search_by(|own| own.name.as_str().cmp(name)).ok()?;
        Some(self.claimed[at].state)
    }

    /// The words that the claim `id` writes in a language, where it gives them.
    pub fn claim_words(&self, id: &str, lang: Lang) -> Option<&Text> {
        let Some(ClaimState::Chosen(at)) = self.claim_state(id) else { return None };
        match &self.claim(id)?.kind {
            ClaimKind::Variants(variants) => Some(variants.get(at)?.text.get(lang)),
            ClaimKind::Holds { .. } => None,
        }
    }
}
