//! What is read of the texts of three languages.

use super::*;

fn notation(tag: &str) -> Notation {
    Notation::of(&Locale::new(Lang::parse(tag).unwrap()))
}

/// What is read: `d` marks a part of a date, `n` of a name, `p` a place in a work, `?`
/// what the language does not write so.
fn read(tag: &str, text: &str) -> String {
    let found = notation(tag).read(text);
    let shown = found.digits.iter().map(|numeral| {
        let mut shown = match numeral.role {
            NumeralRole::Amount => String::new(),
            NumeralRole::Date => "d".to_owned(),
            NumeralRole::Name => "n".to_owned(),
            NumeralRole::Place => "p".to_owned(),
        };
        shown += &numeral.value.to_string();
        if let Some(decimals @ 1..) = numeral.decimals {
            shown += &format!("({decimals})");
        }
        if let Some(denominator) = numeral.denominator {
            shown += &format!("/{denominator}");
        }
        shown += if numeral.percent { "%" } else { "" };
        shown += if numeral.otherwise.is_some() { "?" } else { "" };
        shown
    });
    let months = found.months.iter().map(|month| format!("m{}", month.number));
    shown.chain(months).collect::<Vec<_>>().join(" ")
}

/// The same reading of a text in English, Kazakh and Russian.
#[track_caller]
fn all(texts: [&str; 3], expected: &str) {
    for (tag, text) in ["en", "kk", "ru"].into_iter().zip(texts) {
        assert_eq!(read(tag, text), expected, "{text}");
    }
}

#[test]
fn numbers_are_read_as_the_language_writes_them() {
    all(
        ["150,788.351 and 12.5", "150 788,351 және 12,5", "150\u{a0}788,351 и 12,5"],
        "150788.351(3) 12.5(1)",
    );
    all(["431,262", "431\u{202f}262", "431 262"], "431262");
    all(["−5 and 0.50", "−5 және 0,50", "-5 и 0,50"], "-5 0.5(2)");
    assert_eq!(read("en", "In 2006 150 people"), "d2006 150");
    assert_eq!(read("en", "1999, 2000 and 2001"), "d1999 d2000 d2001");
}

#[test]
fn what_another_language_would_write_so_is_told() {
    assert_eq!(read("ru", "150,788.351"), "150788.351(3)?");
    assert_eq!(read("kk", "12.5"), "12.5(1)?");
    assert_eq!(read("en", "1 234,5"), "1 234.5(1)?");
    assert_eq!(read("ru", "150,788"), "150.788(3)");
    assert_eq!(read("en", "12,34"), "12.34(2)?");
    let odd = notation("ru").read("150.788").digits.remove(0);
    let whole = Decimal::from(150_788);
    assert_eq!(odd.otherwise, Some(vec!["150.788".parse().unwrap(), whole]));
}

#[test]
fn a_scale_word_is_part_of_the_number() {
    all(["431 thousand", "431\u{a0}мыңнан", "431 тыс."], "431000");
    all(["1.5 million", "1,5 миллионға", "1,5 млн"], "1500000");
    all(["5–7 million", "5-тен 7 млн-ға", "от 5 до 7 миллионов"], "5000000 7000000");
}

#[test]
fn percent_is_a_sign_or_a_word() {
    all(["41%", "41%-ға", "41\u{a0}%"], "41%");
    all(["41 per cent", "41 пайыздан", "41 процента"], "41%");
    all(["25–30%", "25–30%-дан", "25–30 %"], "25% 30%");
}

#[test]
fn dates_are_known_by_what_stands_beside_them() {
    assert_eq!(read("en", "14 July 2006"), "d14 d2006 m7");
    assert_eq!(read("ru", "14 июля 2006 года"), "d14 d2006 m7");
    assert_eq!(read("kk", "2006 жылғы 14 шілдеде"), "d2006 d14 m7");
    assert_eq!(read("en", "July 14, 2006"), "d14 d2006 m7");
    assert_eq!(read("en", "2006-07-14"), "d2006 d14 m7");
    all(["14.07.2006", "14.07.2006", "14.07.2006"], "d14 d2006 m7");
    all(["July 2009", "2009 жылғы шілдеде", "в июле 2009 года"], "d2009 m7");
    all(["on 7 and 14 July", "7 және 14 шілдеде", "7 и 14 июля"], "d7 d14 m7");
    all(["5–20 March", "5–20 наурыз", "5–20 марта"], "d5 d20 m3");
    assert_eq!(read("en", "the May of 14 men"), "14");
}

#[test]
fn years_ranges_and_decades() {
    all(["1991–2003", "1991–2003 жылдары", "1991–2003 годы"], "d1991 d2003");
    all(["2019/20", "2019/2020 оқу жылы", "2019/2020 учебный год"], "d2019 d2020");
    all(["the 1990s", "1990-жылдар", "1990-е"], "d1990");
    all(["the 90s", "90-жылдары", "в 90-х"], "d1990");
    all(["mid-1990s", "1990-жылдар", "1990-ми"], "d1990");
    all(["21st century", "21-ғасыр", "21-й век"], "d21");
    all(["1991%", "1991%", "1991 %"], "1991%");
    assert_eq!(read("ru", "в 1996-м и 2011-м"), "d1996 d2011");
}

#[test]
fn digits_of_names_places_and_addresses_are_no_amounts() {
    all(["COVID-19", "COVID-19", "COVID-19"], "n19");
    all(["Shanyrak-1", "Шаңырақ-1", "Шаныраке-1"], "n1");
    all(["№ 82, 5G, H1N1", "№ 82, 5G, H1N1", "№82, 5G, H1N1"], "n82 n5 n1 n1");
    all(
        ["ISO 9001, CC BY 4.0", "ISO 9001, CC BY 4.0", "ISO 9001, CC BY 4.0"],
        "n9001 n40",
    );
    all(["(p. 16)", "(16-бет)", "(с. 16)"], "p16");
    assert_eq!(read("ru", "с 6,9 % до 10,1 %"), "6.9(1)% 10.1(1)%");
    assert_eq!(read("en", "https://a.b/61 stat.gov.kz/61/5, doi 10.32014/2022.x"), "");
    assert_eq!(read("en", "(stat.gov.kz/61) 5"), "5");
}

#[test]
fn fractions_and_times() {
    all(["2/3", "2/3-сі", "2/3"], "2/3");
    assert_eq!(read("en", "24/7"), "24 7");
    assert_eq!(read("en", "at 10:30"), "d10 d30");
}

/// Every number that the program writes is read back.
#[test]
fn what_is_written_is_read() {
    use crate::locale::{Kind, Scale};
    let numbers = ["0", "5", "12.5", "999", "1234", "-40.6", "150788.351", "431262"];
    for tag in ["en", "kk", "ru", "de"] {
        let locale = Locale::new(Lang::parse(tag).unwrap());
        let notation = Notation::of(&locale);
        for number in numbers {
            let value: Decimal = number.parse().unwrap();
            let plain = Quantity::new(value);
            let percent = Quantity { kind: Kind::Percent, ..plain.clone() };
            let scaled = Quantity { scale: Scale::Thousand, ..plain.clone() };
            for quantity in [plain, percent, scaled] {
                let Ok(written) = locale.write(&quantity) else { continue };
                let read = notation.read(&written).digits;
                assert_eq!(read.len(), 1, "{written}");
                assert_eq!(read[0].value, value, "{written}");
                assert_eq!(read[0].otherwise, None, "{written}");
                assert_eq!(read[0].percent, quantity.kind == Kind::Percent, "{written}");
            }
        }
    }
}

/// No text makes the reader panic.
#[test]
fn odd_texts_are_read_too() {
    let pieces = [
        "1",
        "99999999999999999999",
        ",",
        ".",
        " ",
        "\u{a0}",
        "-",
        "–",
        "/",
        ":",
        "%",
        "ж",
        "№",
        "s",
        "\u{fffc}",
        "’",
    ];
    let mut state = 7_u64;
    let notations = ["en", "kk", "ru"].map(notation);
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..8 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text += pieces[(state >> 33) as usize % pieces.len()];
        }
        for notation in &notations {
            for numeral in notation.read(&text).digits {
                assert!(text.get(numeral.range).is_some(), "{text}");
            }
        }
    }
}
