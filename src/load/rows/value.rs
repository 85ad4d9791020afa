//! What a cell of a sheet shows, as the text of a cell.

use rust_decimal::Decimal;

/// A number as its author saw it: with the 15 significant digits that spreadsheet programs
/// show and take, so that the 0.30000000000000004 of 0.1 + 0.2 is 0.3.
pub(super) fn number(value: f64) -> String {
    decimal(value).map_or_else(|| value.to_string(), |value| value.to_string())
}

/// A number that is shown in per cent: `0.125` is shown as `12.5%`.
pub(super) fn percentage(value: f64) -> String {
    let shown = decimal(value).and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED));
    let shown = shown.map(|value| value.normalize().to_string());
    format!("{}%", shown.unwrap_or_else(|| number(value * 100.0)))
}

/// What a percentage is a number of: of hundredths, or, for a share, of one.
pub(super) fn of_percentage(shown: &str, is_share: bool) -> Option<String> {
    let number = shown.strip_suffix('%')?;
    if !is_share {
        return Some(number.to_owned());
    }
    let value: Decimal = number.parse().ok()?;
    Some(value.checked_div(Decimal::ONE_HUNDRED)?.normalize().to_string())
}

/// `None` where a decimal of 28 digits cannot hold it.
fn decimal(value: f64) -> Option<Decimal> {
    let digits = format!("{value:.14e}");
    Decimal::from_scientific(&digits).ok().map(|value| value.normalize())
}

/// The day of a moment at midnight; a moment with a time as it is.
pub(super) fn day(moment: &str) -> &str {
    match moment.split_once('T') {
        Some((day, time)) if time.trim_end_matches('Z').bytes().all(is_midnight) => day,
        _ => moment,
    }
}

fn is_midnight(sign: u8) -> bool {
    matches!(sign, b'0' | b':' | b'.')
}

/// The text of a cell on one line: line breaks and tabs are spaces.
pub(super) fn line(text: &str) -> String {
    let text = text.replace("\r\n", " ");
    text.trim().replace(['\n', '\r', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_its_author_saw() {
        let numbers = [
            (0.1 + 0.2, "0.3"),
            (431_262.0, "431262"),
            (-12.5, "-12.5"),
            (1e-7, "0.0000001"),
            (123_456_789_012_345.0, "123456789012345"),
            (1.1 * 1.1, "1.21"),
            (16_384.1, "16384.1"),
            (0.0, "0"),
        ];
        for (value, shown) in numbers {
            assert_eq!(number(value), shown);
        }
        assert_eq!(percentage(0.125), "12.5%");
        assert_eq!(percentage(0.07 * 3.0), "21%");
        assert_eq!(number(1e300), format!("1{}", "0".repeat(300)));
        assert_eq!(number(f64::NAN), "NaN");
    }

    #[test]
    fn a_percentage_is_a_number_of_hundredths_or_a_share() {
        assert_eq!(of_percentage("12.5%", false).as_deref(), Some("12.5"));
        assert_eq!(of_percentage("12.5%", true).as_deref(), Some("0.125"));
        assert_eq!(of_percentage("-7%", true).as_deref(), Some("-0.07"));
        assert_eq!(of_percentage("NaN%", true), None);
    }

    #[test]
    fn a_moment_at_midnight_is_a_day() {
        assert_eq!(day("2024-01-31T00:00:00"), "2024-01-31");
        assert_eq!(day("2024-01-31"), "2024-01-31");
        assert_eq!(day("2024-01-31T10:30:00"), "2024-01-31T10:30:00");
    }
}
