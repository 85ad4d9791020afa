//! The tables of `fixtures/lang`, row by row.
//!
//! What an author would write for a row is written as an author would, and goes the way of
//! every text of a study (`say`); what no author writes is asked of `locale` itself.

mod kazakh;
mod nouns;
mod places;
mod say;
mod sentences;
mod table;
mod unbroken;

use baspa::lang::Lang;
use baspa::locale::{
    Agreement, Alphabet, Case, Currency, Gender, Kind, Locale, Messages, PluralCategory,
    Quantity, Scale, Style,
};
use rust_decimal::Decimal;

use say::{Study, assert_said};
use table::{Row, table};

fn locale(tag: &str) -> Locale {
    Locale::new(Lang::parse(tag).unwrap())
}

/// A number as a table writes it, in whichever of the three languages.
fn number(text: &str) -> Decimal {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    plain.replace(',', ".").replace('\u{2212}', "-").parse().unwrap()
}

fn quantity(text: &str) -> Quantity {
    Quantity::new(number(text))
}

fn common_spaces(text: &str) -> String {
    text.replace(|letter: char| letter.is_whitespace(), " ")
}

#[track_caller]
fn assert_written(locale: &Locale, quantity: &Quantity, expected: &str) {
    let written = locale.write(quantity).unwrap();
    assert_eq!(common_spaces(&written), common_spaces(expected), "{quantity:?}");
}

#[test]
fn numbers() {
    for row in table("numbers.csv") {
        let (locale, expected) = (locale(row.get("lang")), expected(&row));
        if let Some(said) = said(&locale, &row) {
            assert_eq!(common_spaces(&said), common_spaces(expected));
        } else if let Some(quantity) = number_of(&row, expected) {
            assert_written(&locale, &quantity, expected);
        }
    }
}

/// What is said of a number in words: a caption, a century.
fn said(locale: &Locale, row: &Row) -> Option<String> {
    let caption =
        |key, number| Messages::built_in(locale.lang()).format(key, &[("n", number)]);
    Some(match (row.get("kind"), row.get("input")) {
        ("caption", "Table 1") => caption("table_n", "1"),
        ("caption", "Figure 2") => caption("figure_n", "2"),
        // No number of a study is infinite: the sign is a word of its author.
        ("special", "Infinity") => locale.typeset_words("∞"),
        _ => return None,
    })
}

fn expected(row: &Row) -> &str {
    let recommended = row.get("recommended_if_different");
    if recommended.is_empty() { row.get("expected") } else { recommended }
}

/// The number of a row; `None` where a noun stands beside it.
fn number_of(row: &Row, expected: &str) -> Option<Quantity> {
    let input = row.get("input");
    let decimals = decimals(row, expected);
    let shown = |value| Quantity { decimals: Some(decimals), ..Quantity::new(value) };
    Some(match row.get("kind") {
        "integer" | "decimal" | "negative" => shown(number(input)),
        "percent" => percent(shown(number(input))),
        "sign-percent" => Quantity { signed: true, ..percent(shown(number(input))) },
        "currency" => {
            let (amount, code) = input.split_once(' ').unwrap();
            Quantity { currency: Currency::of(code), ..shown(number(amount)) }
        }
        "range" => {
            let (from, to) = input.split_once("..").unwrap();
            let range = Quantity { to: Some(number(to)), ..shown(number(from)) };
            if row.get("options").contains("percent") { percent(range) } else { range }
        }
        kind @ ("compact-long" | "compact-short") => {
            let value = number(input);
            let scale = [Scale::Billion, Scale::Million, Scale::Thousand]
                .into_iter()
                .find(|scale| value >= Decimal::from(10_u64.pow(scale.exponent())));
            let abbreviated = kind == "compact-short";
            Quantity { scale: scale.unwrap(), abbreviated, ..shown(value) }
        }
        "ordinal" | "ordinal-standalone" => ordinal(input),
        "ordinal-attributive" | "ordinal-roman" | "unit" => return None,
        other => panic!("no kind `{other}`"),
    })
}

/// `1 (gen f)` as an ordinal.
fn ordinal(input: &str) -> Quantity {
    let (digits, form) = input.split_once(" (").unwrap_or((input, ""));
    let mut ordinal = Quantity { style: Style::Ordinal, ..quantity(digits) };
    for word in form.trim_end_matches(')').split(' ') {
        let gender = match word {
            "m" => Gender::Masculine,
            "f" => Gender::Feminine,
            "pl" => Gender::Plural,
            "" | "years" => continue,
            case => {
                ordinal.case = Case::named(case).unwrap();
                continue;
            }
        };
        ordinal.agreement = Some(Agreement { gender, animate: false });
    }
    ordinal
}

/// What CLDR has and this product decides otherwise: it spells English as Britain does,
/// and abbreviates no months of time.
const OTHERWISE: [&str; 3] = ["5 kilometers", "2 mths", "2 мес."];

#[test]
fn numbers_with_a_noun_or_its_symbol() {
    for tag in ["en", "kk", "ru"] {
        let rows = table("numbers.csv").into_iter().filter(|row| row.get("lang") == tag);
        let counted = |row: &Row| {
            said(&locale(tag), row).is_none()
                && number_of(row, expected(row)).is_none()
                && !OTHERWISE.contains(&expected(row))
        };
        let rows: Vec<_> = rows.filter(counted).collect();
        let sentences: Vec<_> =
            rows.iter().map(|row| format!("{{{{ {} }}}}", with_noun(row))).collect();
        let expected: Vec<_> = rows.iter().map(|row| expected(row).to_owned()).collect();
        assert_said(&Study::of(tag, &["1".to_owned()]), &sentences, &expected);
    }
}

/// What an author writes for a row with a noun.
fn with_noun(row: &Row) -> String {
    let (number, noun) = row.get("input").split_once(' ').unwrap();
    let id = match noun {
        "kilometer" => "kilometre",
        "USD" => "dollar",
        other => other,
    };
    let short = row.get("options").contains("short") && id != "month";
    match (row.get("kind"), noun) {
        ("currency", _) => format!("({number}).symbol(\"{id}\")"),
        ("unit", _) if short => format!("({number}).symbol(\"{id}\")"),
        ("unit", _) => format!("({number}).noun(\"{id}\")"),
        (_, "кесте") => "(1).ordinal().noun(\"table\")".to_owned(),
        (_, "таблица") => "noun(\"table\") }} {{ (1)".to_owned(),
        (_, "век") => "(21).roman().noun(\"century\")".to_owned(),
        (kind, _) => panic!("no expression for {kind} of {noun}"),
    }
}

/// How many decimals the row shows.
fn decimals(row: &Row, expected: &str) -> u32 {
    let sign = if row.get("lang") == "en" { '.' } else { ',' };
    let after = expected.split_once(sign).map_or("", |(_, after)| after);
    after.chars().take_while(char::is_ascii_digit).count() as u32
}

/// A ratio of the table as a percentage.
fn percent(ratio: Quantity) -> Quantity {
    let hundred = Decimal::from(100);
    Quantity {
        value: ratio.value * hundred,
        to: ratio.to.map(|to| to * hundred),
        kind: Kind::Percent,
        ..ratio
    }
}

/// CLDR has a hyphen for a minus.
#[test]
fn a_thousand_numbers_at_random() {
    for row in table("random_numbers.csv") {
        let decimals = Some(row.get("decimals").parse().unwrap());
        let quantity = Quantity { decimals, ..quantity(row.get("value")) };
        for tag in ["en", "kk", "ru"] {
            let expected = row.get(tag).replace('-', "\u{2212}");
            let written = common_spaces(&locale(tag).digits(&quantity));
            assert_eq!(written, expected, "{} in {tag}", row.get("value"));
        }
    }
}

#[test]
fn plurals() {
    for row in table("plurals.csv") {
        let locale = locale(row.get("lang"));
        let quantity = quantity(row.get("value"));
        assert_eq!(name(locale.plural(&quantity)), row.get("cardinal"), "{quantity:?}");
        assert_written(&locale, &quantity, row.get("formatted"));
        for column in ["person", "year", "household", "region", "percentage point"] {
            let digits = locale.write(&quantity).unwrap();
            let noun = noun(row.get("lang"), column, locale.plural(&quantity));
            let counted = common_spaces(&format!("{digits} {noun}"));
            assert_eq!(counted, common_spaces(row.get(column)));
        }
        if row.get("lang") == "en" && !row.get("ordinal").is_empty() {
            let ordinal = Quantity { style: Style::Ordinal, ..quantity.clone() };
            let ending = match row.get("ordinal") {
                "one" => "st",
                "two" => "nd",
                "few" => "rd",
                _ => "th",
            };
            assert_written(&locale, &ordinal, &format!("{}{ending}", row.get("value")));
        }
        for (scale, column) in
            [(Scale::Thousand, "thousand"), (Scale::Million, "million")]
        {
            let scaled = scaled(&quantity, scale);
            assert_written(&locale, &scaled, row.get(column));
        }
    }
}

/// The form of a noun that goes with a category.
fn noun(lang: &str, noun: &str, category: PluralCategory) -> String {
    let forms = match (lang, noun) {
        ("en", "person") => "person people",
        ("en", "percentage point") => "percentage\u{a0}point percentage\u{a0}points",
        ("en", other) => &format!("{other} {other}s"),
        ("kk", "person") => "адам адам",
        ("kk", "year") => "жыл жыл",
        ("kk", "household") => "үй\u{a0}шаруашылығы үй\u{a0}шаруашылығы",
        ("kk", "region") => "өңір өңір",
        ("kk", "percentage point") => "пайыздық\u{a0}тармақ пайыздық\u{a0}тармақ",
        ("ru", "person") => "человек человека человек человека",
        ("ru", "year") => "год года лет года",
        ("ru", "household") => "домохозяйство домохозяйства домохозяйств домохозяйства",
        ("ru", "region") => "регион региона регионов региона",
        ("ru", "percentage point") => {
            "процентный\u{a0}пункт процентных\u{a0}пункта процентных\u{a0}пунктов \
             процентного\u{a0}пункта"
        }
        other => panic!("no noun {other:?}"),
    };
    let forms: Vec<_> = forms.split(' ').collect();
    let form = match (category, forms.len()) {
        (PluralCategory::One, _) => forms[0],
        (PluralCategory::Few, 4) => forms[1],
        (PluralCategory::Many, 4) => forms[2],
        _ => forms[forms.len() - 1],
    };
    form.to_owned()
}

/// The quantity in thousands or millions, with the same digits.
fn scaled(quantity: &Quantity, scale: Scale) -> Quantity {
    let decimals = Some(quantity.value.scale());
    let value = quantity.value * Decimal::from(10_u64.pow(scale.exponent()));
    Quantity { value, scale, decimals, ..quantity.clone() }
}

fn name(category: PluralCategory) -> String {
    format!("{category:?}").to_lowercase()
}

#[test]
fn lists() {
    for row in table("lists.csv") {
        let items: Vec<_> = "ABCD".chars().map(String::from).collect();
        let items = &items[..row.get("n").parse().unwrap()];
        let locale = locale(row.get("lang"));
        let list = match row.get("type") {
            "conjunction" => locale.and(items),
            "disjunction" => locale.or(items),
            other => panic!("no type `{other}`"),
        };
        assert_eq!(list, row.get("expected"));
    }
}

#[test]
fn collation() {
    for row in table("collation_pairs.csv") {
        for tag in ["kk", "ru"] {
            let order = locale(tag).compare(row.get("a"), row.get("b")) as i8;
            assert_eq!(
                order.to_string(),
                row.get(tag),
                "{} {}",
                row.get("a"),
                row.get("b")
            );
        }
    }
}

#[test]
fn english_articles() {
    for row in table("en_articles.csv") {
        let digits = row.get("numeral").trim_end_matches('%').replace(',', "");
        let article = locale("en").article(&quantity(&digits)).unwrap();
        assert_eq!(article, row.get("article"), "{}", row.get("numeral"));
        assert!(
            row.get("phrase").starts_with(&format!("{article} {}", row.get("numeral")))
        );
    }
}

#[test]
fn kazakh_in_latin_letters() {
    for row in table("translit.csv") {
        let word = row.get("cyrillic");
        for (alphabet, column) in [
            (Alphabet::Draft2021, "draft_2021"),
            (Alphabet::Decree2018, "decree_2018"),
            (Alphabet::Bgn, "bgn"),
            (Alphabet::Iso9, "iso9"),
        ] {
            assert_eq!(alphabet.write(word), row.get(column), "{word}, {column}");
        }
    }
}
