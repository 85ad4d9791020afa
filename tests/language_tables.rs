//! The tables of `fixtures/lang`, row by row.

use std::path::Path;

use baspa::lang::Lang;
use baspa::locale::{
    Alphabet, Case, Currency, Kind, Locale, Messages, PercentWord, PluralCategory,
    Quantity, Scale, Style, kazakh,
};
use rust_decimal::Decimal;

/// A row, read by the names of its columns.
struct Row {
    head: csv::StringRecord,
    cells: csv::StringRecord,
}

impl Row {
    fn get(&self, column: &str) -> &str {
        let position = self.head.iter().position(|name| name == column);
        &self.cells[position.unwrap_or_else(|| panic!("a column `{column}`"))]
    }

    fn case(&self) -> Case {
        match self.get("case") {
            "nom" => Case::Nominative,
            "gen" => Case::Genitive,
            "dat" => Case::Dative,
            "acc" => Case::Accusative,
            "loc" => Case::Locative,
            "abl" => Case::Ablative,
            "ins" => Case::Instrumental,
            "prep" => Case::Prepositional,
            other => panic!("no case `{other}`"),
        }
    }

    fn possessive(&self) -> bool {
        self.get("possessive3") == "1"
    }
}

fn table(name: &str) -> Vec<Row> {
    let path = Path::new("tests/fixtures/lang").join(name);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let head = reader.headers().unwrap().clone();
    let row = |cells: Result<_, _>| Row { head: head.clone(), cells: cells.unwrap() };
    let rows: Vec<_> = reader.records().map(row).collect();
    assert!(!rows.is_empty());
    rows
}

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
    for row in table("numbers.csv").into_iter().filter(has_a_form) {
        let recommended = row.get("recommended_if_different");
        let expected =
            if recommended.is_empty() { row.get("expected") } else { recommended };
        let locale = locale(row.get("lang"));
        match said(&locale, &row) {
            Some(said) => assert_eq!(common_spaces(&said), common_spaces(expected)),
            None => assert_written(&locale, &number_of(&row, expected), expected),
        }
    }
}

/// Whether the product has the form: it abbreviates no scale word, has no units of
/// measurement, and its Russian ordinals are masculine.
fn has_a_form(row: &Row) -> bool {
    let (kind, input) = (row.get("kind"), row.get("input"));
    let gender = ["f)", "pl"].iter().any(|gender| input.contains(gender));
    !(matches!(kind, "compact-short" | "unit") || kind == "ordinal" && gender)
}

/// What is said of a number in words: a caption, a century.
fn said(locale: &Locale, row: &Row) -> Option<String> {
    let caption =
        |key, number| Messages::built_in(locale.lang()).format(key, &[("n", number)]);
    Some(match (row.get("kind"), row.get("input")) {
        ("ordinal-attributive", "1 кесте" | "1 таблица") => {
            caption("table_ref", "1")
        }
        ("caption", "Table 1") => caption("table_n", "1"),
        ("caption", "Figure 2") => caption("figure_n", "2"),
        ("ordinal-roman", century) => locale.typeset_words(century),
        // No number of a study is infinite: the sign is a word of its author.
        ("special", "Infinity") => locale.typeset_words("∞"),
        _ => return None,
    })
}

fn number_of(row: &Row, expected: &str) -> Quantity {
    let input = row.get("input");
    let decimals = decimals(row, expected);
    let shown = |value| Quantity { decimals: Some(decimals), ..Quantity::new(value) };
    match row.get("kind") {
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
        "compact-long" => {
            let value = number(input);
            let scale = [Scale::Billion, Scale::Million, Scale::Thousand]
                .into_iter()
                .find(|scale| value >= Decimal::from(10_u64.pow(scale.exponent())));
            Quantity { scale: scale.unwrap(), ..shown(value) }
        }
        "ordinal" | "ordinal-standalone" => {
            let case = match input.contains("prep") {
                true => Case::Prepositional,
                false => Case::Nominative,
            };
            let digits = input.split(' ').next().unwrap();
            Quantity { style: Style::Ordinal, case, ..quantity(digits) }
        }
        other => panic!("no kind `{other}`"),
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
fn russian_scale_words_decline_and_nouns_agree() {
    let russian = locale("ru");
    for row in table("ru_agreement.csv") {
        if row.get("category") == "scaled→many" {
            assert_eq!(name(russian.plural(&scaled_text(row.get("value")))), "many");
            continue;
        }
        let quantity = Quantity { case: row.case(), ..quantity(row.get("value")) };
        assert_eq!(name(russian.plural(&quantity)), row.get("category"));
        let scale = match row.get("noun") {
            "тысяча" => Scale::Thousand,
            "миллион" => Scale::Million,
            _ => continue,
        };
        let written = russian.write(&scaled(&quantity, scale)).unwrap();
        let (phrase, written) =
            (common_spaces(row.get("phrase")), common_spaces(&written));
        assert!(phrase.ends_with(&written), "{written}, not {phrase}");
    }
}

/// `2 тыс.`, `1,2 млн`, `1 тысяча`.
fn scaled_text(text: &str) -> Quantity {
    let (digits, word) = text.split_once(char::is_whitespace).unwrap();
    let scale = match word.chars().take(3).collect::<String>().as_str() {
        "тыс" => Scale::Thousand,
        "мил" | "млн" => Scale::Million,
        "млр" => Scale::Billion,
        other => panic!("no scale `{other}`"),
    };
    scaled(&quantity(digits), scale)
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
    }
}

#[test]
fn kazakh_numerals_take_their_endings() {
    let kazakh = locale("kk");
    for row in table("kk_numeral_suffix.csv") {
        let value = number(row.get("number"));
        let (case, possessive) = (row.case(), row.possessive());
        let ending = kazakh::suffix(row.get("reading"), case, possessive);
        assert_eq!(ending, row.get("suffix"), "{value}");
        assert_eq!(kazakh::last_word(value), row.get("last_word"));
        assert_eq!(
            kazakh::inflect(row.get("reading"), case, possessive),
            row.get("word_form")
        );
        let grouped = row.get("written").contains(char::is_whitespace);
        let kind = if grouped { Kind::Number } else { Kind::Year };
        let quantity = Quantity { case, possessive, kind, ..Quantity::new(value) };
        assert_written(&kazakh, &quantity, row.get("written"));
    }
}

#[test]
fn kazakh_percentages_decimals_ranges_and_units_take_their_endings() {
    for row in table("kk_suffix_special.csv") {
        let (case, possessive) = (row.case(), row.possessive());
        let ending = kazakh::suffix(row.get("reading"), case, possessive);
        assert_eq!(ending, row.get("suffix"), "{}", row.get("reading"));
        let word = match row.get("percent_word") {
            "процент" => PercentWord::Protsent,
            _ => PercentWord::Payiz,
        };
        if let Some(quantity) = special(row.get("kind"), row.get("numeral")) {
            let quantity = Quantity { case, possessive, ..quantity };
            let kazakh = locale("kk").with_percent_word(word);
            assert_written(&kazakh, &quantity, row.get("written"));
        }
    }
}

/// The quantity that is written so, if one can be: not a fraction, nor a unit that is no
/// scale word.
fn special(kind: &str, numeral: &str) -> Option<Quantity> {
    match kind {
        "percent" | "percent-protsent" => {
            let digits = numeral.trim_end_matches('%');
            Some(Quantity { kind: Kind::Percent, ..quantity(digits) })
        }
        "decimal" | "negative" => Some(quantity(numeral)),
        "range" => {
            let (from, to) = numeral.split_once('–').unwrap();
            let kind = if from.len() == 4 { Kind::Year } else { Kind::Number };
            Some(Quantity { to: Some(number(to)), kind, ..quantity(from) })
        }
        "unit" => {
            let digits = numeral.strip_suffix("мың")?;
            Some(scaled(&quantity(digits), Scale::Thousand))
        }
        "fraction" => None,
        other => panic!("no kind `{other}`"),
    }
}

#[test]
fn kazakh_ordinals() {
    for row in table("kk_ordinals.csv") {
        let ordinal = Quantity { style: Style::Ordinal, ..quantity(row.get("number")) };
        assert_written(&locale("kk"), &ordinal, row.get("ordinal_short"));
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
