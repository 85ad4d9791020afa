//! The order in which datasets are computed: each after those that it is derived from and
//! those that its formulas ask.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::expr::Expression;
use crate::load::decode::Decoder;
use crate::load::format::DatasetFile;
use crate::source::Span;

/// The names that stand where a dataset may be asked, and where.
pub(super) fn asked(file: &DatasetFile) -> Vec<(String, Span)> {
    let variables = file.variables.0.iter();
    let formulas = variables.filter_map(|(_, variable)| variable.formula.as_ref());
    let formulas: Vec<&Expression> = formulas.chain(&file.r#where).collect();
    let names = formulas.into_iter().flat_map(|formula| formula.names());
    let names = names.map(|(name, span)| (name.to_owned(), span));
    names.filter(|(name, _)| !matches!(name.as_str(), "row" | "rows")).collect()
}

/// The ids of the datasets, each after those that it needs. Those that need themselves are
/// reported, and left out.
pub(in crate::load) fn in_order(
    files: &BTreeMap<String, DatasetFile>,
    decoder: &mut Decoder<'_>,
) -> Vec<String> {
    let mut needs: BTreeMap<&str, BTreeMap<String, Span>> = BTreeMap::new();
    for (id, file) in files {
        match needed(id, file, files, decoder) {
            Some(own) => drop(needs.insert(id, own)),
            None => drop(decoder.unreadable.ids.insert(id.clone())),
        }
    }
    let mut order: Vec<String> = Vec::new();
    let mut waiting: BTreeSet<&str> = needs.keys().copied().collect();
    while !waiting.is_empty() {
        let free: Vec<&str> = waiting
            .iter()
            .filter(|id| needs[**id].keys().all(|need| !waiting.contains(need.as_str())))
            .copied()
            .collect();
        for id in &free {
            waiting.remove(id);
            order.push((*id).to_owned());
        }
        if free.is_empty() {
            let cycle = cycle(&needs, &waiting);
            for id in &cycle {
                waiting.remove(id);
                decoder.unreadable.ids.insert((*id).to_owned());
            }
            decoder.report(told(&cycle, &needs));
        }
    }
    order
}

/// The other datasets that a file needs, and where it first names each; `None` where one of
/// them is not known, which is reported.
fn needed(
    id: &str,
    file: &DatasetFile,
    files: &BTreeMap<String, DatasetFile>,
    decoder: &mut Decoder<'_>,
) -> Option<BTreeMap<String, Span>> {
    let mut needs = BTreeMap::new();
    let mut good = true;
    let from = file.from.iter();
    let from = from.map(|from| (from.value.clone(), from.span, Code::UnknownReference));
    // A formula may ask its own dataset, which is no dataset that it is derived from.
    let formulas = asked(file).into_iter().filter(|(name, _)| name != id);
    let formulas = formulas.map(|(name, span)| (name, span, Code::ExpressionFailed));
    for (name, span, code) in from.chain(formulas) {
        if files.contains_key(&name) {
            needs.entry(name).or_insert(span);
            continue;
        }
        good = false;
        if !decoder.unreadable.ids.contains(&name) {
            let message = format!("there is no dataset `{name}`");
            let known = files.keys().map(String::as_str);
            let unknown = Diagnostic::new(code, span, message).suggest(&name, known);
            decoder.report(unknown);
        }
    }
    good.then_some(needs)
}

/// Datasets of which each needs the next and the last the first; all of `waiting` need
/// another of them.
fn cycle<'a>(
    needs: &'a BTreeMap<&'a str, BTreeMap<String, Span>>,
    waiting: &BTreeSet<&'a str>,
) -> Vec<&'a str> {
    let mut path: Vec<&str> = Vec::new();
    let mut next = waiting.first().copied();
    while let Some(id) = next {
        if let Some(start) = path.iter().position(|own| *own == id) {
            return path.split_off(start);
        }
        path.push(id);
        let needed = needs[id].keys().map(String::as_str);
        next = needed.into_iter().find(|need| waiting.contains(need));
    }
    path
}

fn told(cycle: &[&str], needs: &BTreeMap<&str, BTreeMap<String, Span>>) -> Diagnostic {
    let around: Vec<_> = cycle.iter().chain(cycle.first()).copied().collect();
    let names: Vec<_> = around.iter().map(|id| format!("`{id}`")).collect();
    let message = format!("{} is derived from itself: {}", names[0], names.join(" → "));
    let mut links = around.windows(2).filter_map(|pair| {
        let [id, need] = pair else { return None };
        Some((*needs[id].get(*need)?, format!("`{id}` needs `{need}`")))
    });
    let told = match links.next() {
        Some((span, text)) => {
            Diagnostic::new(Code::DerivationCycle, span, message).label(text)
        }
        None => Diagnostic::global(Code::DerivationCycle, message),
    };
    links.fold(told, |told, (span, text)| told.also(span, text)).help(
        "take the values from elsewhere, or put what is asked into a dataset of its own",
    )
}
