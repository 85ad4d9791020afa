//! Units of measurement, built in and of the study.

use super::dataset::Units;
use super::decode::{Decode, Decoder, Named};
use super::format::UnitFile;
use super::layout::Layout;
use super::markdown::is_anchor;
use super::yaml;
use crate::diag::{Code, Diagnostic};
use crate::study::{Multiple, Unit, UnitLabel, built_in_units};

/// The units by id.
pub(super) fn units(layout: &Layout, decoder: &mut Decoder<'_>) -> Units {
    let mut units = built_in_units();
    let Some(file) = layout.units else { return units };
    let own = yaml::parse(decoder.input, file, decoder.found)
        .and_then(|root| Named::<UnitFile>::decode(&root, decoder));
    decoder.unreadable.units = own.is_none();
    let own = own.map_or(Vec::new(), |named| named.0);
    let multiples: Vec<_> = own
        .iter()
        .filter_map(|(id, unit)| Some((id.value.clone(), unit.of.clone()?)))
        .collect();
    for (id, unit) in own {
        let multiple = match (unit.of, unit.times) {
            (None, None) => None,
            (Some(of), Some(times)) if times > rust_decimal::Decimal::ZERO => {
                Some(Multiple { of: of.value, times })
            }
            _ => {
                decoder.report(
                    Diagnostic::new(
                        Code::BadValue,
                        id.span,
                        format!("`{}` is half a multiple", id.value),
                    )
                    .help("a multiple has both `of`, another unit, and `times`, above 0"),
                );
                decoder.unreadable.ids.insert(id.value);
                continue;
            }
        };
        if !is_anchor(&id.value) {
            let message = format!("`{}` is no id of a unit", id.value);
            decoder.report(
                Diagnostic::new(Code::BadId, id.span, message)
                    .help("write small Latin letters, digits and hyphens"),
            );
        }
        units.insert(id.value, Unit { label: UnitLabel::Own(unit.label), multiple });
    }
    for (id, of) in multiples {
        if !units.contains_key(&of.value) && !decoder.unreadable.ids.contains(&of.value) {
            units.remove(&id);
            decoder.unreadable.ids.insert(id);
            decoder.report(
                Diagnostic::new(
                    Code::UnknownReference,
                    of.span,
                    format!("there is no unit `{}`", of.value),
                )
                .suggest(&of.value, units.keys().map(String::as_str)),
            );
        }
    }
    units
}
