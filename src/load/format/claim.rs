//! What sentences claim of the data.

use rust_decimal::Decimal;

use crate::expr::Expression;
use crate::load::decode::{Chapter, Decode, Decoder, Key, authored, key_of, title_of};
use crate::load::yaml::Node;
use crate::study::Texts;

authored! {
    /// A claim in `content/claims.yaml`, which maps ids to claims; [checks.md](checks.md) shows how texts name them. It has `holds` and `message`, or else `variants`.
    struct ClaimFile {
        /// The condition that the data must meet.
        holds: Option<Expression>,
        /// How far two numbers may differ and still count as equal; 0 if it is not given.
        tolerance: Option<Decimal>,
        /// What the data say instead; shown where the claim is disputed.
        message: Option<Texts>,
        /// Why the words are published though the data refute them. The reader then sees the message and this reason as an editorial note.
        disputed: Option<Texts>,
        /// Words of which the data choose: the first whose condition is true.
        variants: Option<Vec<VariantFile>>,
    }
}

authored! {
    /// A variant of a claim's words.
    struct VariantFile {
        /// The condition under which it is written; the last variant may do without.
        when: Option<Expression>,
        /// The words.
        text: Texts,
    }
}
