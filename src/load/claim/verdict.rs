//! What the data say of claims, and what is told at the words that they refute.

use std::collections::BTreeMap;

use super::place::places;
use crate::diag::{Code, Diagnostic, nearest};
use crate::expr::{Expression, Records, Scope};
use crate::load::check::{self, Checked};
use crate::load::decode::Decoder;
use crate::load::failed;
use crate::load::refutation::Refutation;
use crate::source::Span;
use crate::study::{
    Claim, ClaimKind, ClaimPlace, ClaimState, Claimed, Dataset, TranslationFile, Variant,
};

/// What claims are held against.
pub(in crate::load) struct Against<'a> {
    pub(in crate::load) datasets: &'a [Dataset],
    pub(in crate::load) checked: &'a Checked,
}

/// What the data say of a claim, and why they refute it.
struct Verdict {
    state: ClaimState,
    /// Of a claim that fails, the beginning of its diagnostics.
    refuted: Option<Told>,
}

/// What is told of words that the data do not bear out.
#[derive(Clone)]
struct Told {
    message: String,
    refutation: Refutation,
    /// The places of the conditions, and what is to be said of each.
    conditions: Vec<(Span, String)>,
    help: &'static str,
}

impl Against<'_> {
    /// Holds the claims, and the checks that texts name, against the data. What the data
    /// refute is an error at each of the words, unless it is disputed.
    pub(in crate::load) fn claims(
        &self,
        claims: &[Claim],
        texts: &[TranslationFile],
        decoder: &mut Decoder<'_>,
    ) -> Vec<Claimed> {
        let mut named = places(texts, decoder);
        let mut claimed = Vec::new();
        for claim in claims {
            let places = named.remove(&claim.id).unwrap_or_default();
            let Some(verdict) = self.verdict(claim, decoder) else { continue };
            if places.is_empty() && !is_meant(&claim.id, &named) {
                decoder.report(unused(claim));
            }
            let given = matches!(verdict.state, ClaimState::Chosen(_))
                || matches!(claim.kind, ClaimKind::Variants(_));
            claimed.push(told(&claim.id, verdict, places, given, decoder));
        }
        for (name, places) in named {
            match self.check(&name) {
                Some(verdict) => {
                    claimed.push(told(&name, verdict, places, false, decoder));
                }
                None => self.unknown(&name, &places, claims, decoder),
            }
        }
        claimed.sort_by(|one, other| one.name.cmp(&other.name));
        claimed
    }

    /// What the data say of a claim; `None` where an error is reported.
    fn verdict(&self, claim: &Claim, decoder: &mut Decoder<'_>) -> Option<Verdict> {
        let records: Vec<&dyn Records> =
            self.datasets.iter().map(|own| own as &dyn Records).collect();
        let scope = Scope { tolerance: claim.tolerance, ..Scope::new(&records) };
        match &claim.kind {
            ClaimKind::Holds { condition, disputed, .. } => {
                let holds = holds(condition, &scope, decoder)?;
                Some(match (holds, disputed) {
                    (Some(true), None) => Verdict::of(ClaimState::Holds),
                    (Some(true), Some(_)) => {
                        decoder.report(settled(claim));
                        Verdict::of(ClaimState::Holds)
                    }
                    (_, Some(_)) => Verdict::of(ClaimState::Disputed),
                    (_, None) => self.refuted(claim, condition, holds, &scope),
                })
            }
            ClaimKind::Variants(variants) => {
                for (at, variant) in variants.iter().enumerate() {
                    let chosen = match &variant.when {
                        Some(when) => holds(when, &scope, decoder)? == Some(true),
                        None => true,
                    };
                    if chosen {
                        return Some(Verdict::of(ClaimState::Chosen(at)));
                    }
                }
                Some(self.none_of(claim, variants, &scope))
            }
        }
    }

    /// A claim of which no variant is true.
    fn none_of(&self, claim: &Claim, variants: &[Variant], scope: &Scope<'_>) -> Verdict {
        let conditions = variants.iter().filter_map(|own| own.when.as_ref());
        let numbers = |when: &Expression| {
            Refutation::of(&when.refuted(scope), None, self.datasets).numbers
        };
        let refuted = Told {
            message: format!("no variant of the claim `{}` is true", claim.id),
            refutation: Refutation::default(),
            conditions: conditions.map(|when| (when.span(), numbers(when))).collect(),
            help: "add a variant for what the data say now; the last may do without `when`",
        };
        Verdict { state: ClaimState::Fails, refuted: Some(refuted) }
    }

    fn refuted(
        &self,
        claim: &Claim,
        condition: &Expression,
        holds: Option<bool>,
        scope: &Scope<'_>,
    ) -> Verdict {
        let (message, help) = match holds {
            None => (
                format!("the claim `{}` is not decided: a value is missing", claim.id),
                "leave out the rows without a value, `has(r.total)`, or reword the text",
            ),
            Some(_) => (
                format!("the data refute the claim `{}`", claim.id),
                "correct the words in every language, or the claim, or declare it `disputed` with a reason",
            ),
        };
        let refutation = Refutation::of(&condition.refuted(scope), None, self.datasets);
        let conditions = vec![(condition.span(), "the condition".to_owned())];
        let refuted = Some(Told { message, refutation, conditions, help });
        Verdict { state: ClaimState::Fails, refuted }
    }

    /// What the data say of a check, by the name that a text has for it.
    fn check(&self, name: &str) -> Option<Verdict> {
        let (dataset, id) = name.split_once('.')?;
        let dataset = self.datasets.iter().find(|own| own.id == dataset)?;
        let at = dataset.checks.iter().position(|check| check.id == id)?;
        let own = |finding: &&crate::study::Finding| {
            finding.dataset == dataset.id && finding.check == at
        };
        if self.checked.disputed.iter().any(|finding| own(&finding)) {
            return Some(Verdict::of(ClaimState::Disputed));
        }
        let Some(finding) = self.checked.failing.iter().find(own) else {
            return Some(Verdict::of(ClaimState::Holds));
        };
        let condition = dataset.checks[at].condition.expression().span();
        let refuted = Told {
            message: format!(
                "the data refute the check `{name}`, which these words claim"
            ),
            refutation: check::refuted(self.datasets, finding)?,
            conditions: vec![(condition, "the condition".to_owned())],
            help: "correct the words in every language, or the data, or declare the check `disputed` with a reason",
        };
        Some(Verdict { state: ClaimState::Fails, refuted: Some(refuted) })
    }

    fn unknown(
        &self,
        name: &str,
        places: &[ClaimPlace],
        claims: &[Claim],
        decoder: &mut Decoder<'_>,
    ) {
        let dataset = name.split_once('.').map(|(dataset, _)| dataset);
        let unreadable = &decoder.unreadable;
        let unread = match dataset {
            Some(dataset) => unreadable.ids.contains(dataset),
            None => unreadable.claims,
        };
        if unread {
            return;
        }
        let checks = self.datasets.iter().flat_map(|own| {
            own.checks.iter().map(|check| format!("{}.{}", own.id, check.id))
        });
        let known: Vec<String> = match dataset {
            Some(_) => checks.collect(),
            None => claims.iter().map(|claim| claim.id.clone()).collect(),
        };
        let file = decoder.input.place("content/claims.yaml");
        for place in places {
            let message = format!("there is no claim `{name}`");
            decoder.report(
                Diagnostic::new(Code::UnknownReference, place.span, message)
                    .suggest(name, known.iter().map(String::as_str))
                    .help(format!(
                        "declare it in `{file}`, or name a check: `dataset.check`"
                    )),
            );
        }
    }
}

impl Verdict {
    fn of(state: ClaimState) -> Self {
        Self { state, refuted: None }
    }
}

/// Whether a condition holds; `None`, and reported, where it has no value.
fn holds(
    condition: &Expression,
    scope: &Scope<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Option<bool>> {
    match condition.holds(scope) {
        Ok(holds) => Some(holds),
        Err(failure) => {
            let unknown = failure.unknown.as_deref();
            if !unknown.is_some_and(|name| decoder.unreadable.has(name)) {
                decoder.report(failed(&failure));
            }
            None
        }
    }
}

/// The claim with its verdict, which is told at every place that names it. `given` says
/// whether the claim gives the words.
fn told(
    name: &str,
    verdict: Verdict,
    places: Vec<ClaimPlace>,
    given: bool,
    decoder: &mut Decoder<'_>,
) -> Claimed {
    for place in &places {
        if place.is_empty != given {
            decoder.report(misused(name, place));
        }
        let Some(Told { message, refutation, conditions, help }) = &verdict.refuted
        else {
            continue;
        };
        let mut failed = Diagnostic::new(Code::ClaimFailed, place.span, message)
            .label(refutation.numbers.clone());
        for (span, text) in conditions {
            failed = failed.also(*span, text.clone());
        }
        decoder.report(refutation.shown(failed).help(*help));
    }
    Claimed { name: name.to_owned(), state: verdict.state, places }
}

/// Words where the claim gives them, or none where it does not.
fn misused(name: &str, place: &ClaimPlace) -> Diagnostic {
    let (message, help) = match place.is_empty {
        true => (
            format!("no words make the claim `{name}`"),
            format!("write them between the brackets: `[words](claim:{name})`"),
        ),
        false => (
            format!("the claim `{name}` gives its own words"),
            format!("leave the brackets empty: `[](claim:{name})`"),
        ),
    };
    Diagnostic::new(Code::BadMarkdown, place.span, message).help(help)
}

/// Whether a text probably means the claim `id` by a name that there is not.
fn is_meant(id: &str, named: &BTreeMap<String, Vec<ClaimPlace>>) -> bool {
    named.keys().any(|name| nearest(name, [id]).is_some())
}

fn unused(claim: &Claim) -> Diagnostic {
    let message = format!("no text makes the claim `{}`", claim.id);
    Diagnostic::new(Code::UnusedClaim, claim.span, message)
        .help(format!("make it where it is said: `[words](claim:{})`", claim.id))
}

fn settled(claim: &Claim) -> Diagnostic {
    let message = format!("the data bear out the claim `{}`", claim.id);
    Diagnostic::new(Code::DisputeSettled, claim.span, message)
        .help("remove `disputed`: its editorial note is no longer shown")
}
