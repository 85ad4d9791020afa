//! Gaps that hold in English.

use super::word::{closed, is_day};
use super::{Gap, has, has_last};

const UNITS: &str = "km km² m m² m³ cm mm ha kg g t l ml kW MW GW kWh MWh GWh TWh h min \
    °C °F K pp pp. USD KZT EUR RUB ₸";

const MONTHS: &str = "January February March April May June July August September October \
    November December";

/// Words that a number belongs to.
const NAMES: &str = "Table Tables Figure Figures Fig. Figs. Section Sections Chapter Part \
    Appendix Box Map Equation Eq. Note No. Nos. Vol. Art. table tables figure figures fig. \
    figs. section sections chapter appendix equation eq. note no. nos. vol. art. p. pp. \
    ch. sec. para. № № § §§";

pub(super) fn holds(gap: &Gap<'_>) -> bool {
    gap.after_number().is_some_and(|unit| has_last(UNITS, per(unit)))
        || gap.after_day().is_some_and(|month| has_last(MONTHS, month))
        || gap.before_number().is_some_and(|name| has(NAMES, name))
        || has(MONTHS, gap.before) && is_day(closed(gap.after).trim_end_matches('.'))
        || gap.follows_initial() && gap.before != "I."
}

/// The unit that is divided: `km` of `km/h`.
fn per(unit: &str) -> &str {
    unit.split('/').next().unwrap_or_default()
}
