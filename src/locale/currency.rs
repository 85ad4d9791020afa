//! Amounts of money.

use super::{Locale, NBSP, Tongue, Unwritable};

/// A currency by its code in ISO 4217, of those that are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency(&'static Known);

/// What is known of a currency.
#[derive(Debug, PartialEq, Eq)]
struct Known {
    code: &'static str,
    /// In Kazakh and Russian, after the number.
    symbol: &'static str,
    /// In English, before the number.
    english: &'static str,
    /// How the symbol is read in Kazakh, which decides its endings.
    reading: &'static str,
}

const fn known(
    code: &'static str,
    symbol: &'static str,
    english: &'static str,
    reading: &'static str,
) -> Known {
    Known { code, symbol, english, reading }
}

/// Symbols are those of CLDR 48; Russian as in Kazakhstan, where the tenge has its sign.
const ALL: [Known; 18] = [
    known("AZN", "AZN", "AZN", "манат"),
    known("BYN", "BYN", "BYN", "рубль"),
    known("CHF", "CHF", "CHF", "франк"),
    known("CNY", "CN¥", "CN¥", "юань"),
    known("EUR", "€", "€", "еуро"),
    known("GBP", "£", "£", "стерлинг"),
    known("GEL", "GEL", "GEL", "лари"),
    known("KGS", "KGS", "KGS", "сом"),
    known("KZT", "₸", "KZT", "теңге"),
    known("MNT", "MNT", "MNT", "төгрік"),
    known("PLN", "PLN", "PLN", "злотый"),
    known("RUB", "₽", "RUB", "рубль"),
    known("TJS", "TJS", "TJS", "сомони"),
    known("TMT", "TMT", "TMT", "манат"),
    known("TRY", "TRY", "TRY", "лира"),
    known("UAH", "UAH", "UAH", "гривна"),
    known("USD", "$", "$", "доллар"),
    known("UZS", "UZS", "UZS", "сум"),
];

impl Currency {
    /// The currency of a code, such as `KZT`.
    pub fn of(code: &str) -> Option<Self> {
        ALL.iter().find(|own| own.code == code).map(Self)
    }

    /// The codes of all currencies that are known.
    pub fn codes() -> impl Iterator<Item = &'static str> + Clone {
        ALL.iter().map(|own| own.code)
    }

    /// Its code in ISO 4217.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// How its symbol is read in Kazakh.
    pub(super) fn reading(self) -> &'static str {
        self.0.reading
    }
}

impl Locale {
    /// The symbol of a currency where the language has it, else its code.
    pub fn symbol(&self, currency: Currency) -> &'static str {
        match self.tongue {
            Tongue::English => currency.0.english,
            Tongue::Kazakh | Tongue::Russian => currency.0.symbol,
            Tongue::Other => currency.0.code,
        }
    }

    /// An amount that is written already, with the symbol of its currency where the
    /// language has it: `$99.5`, «99,5 $».
    pub(super) fn money(
        &self,
        amount: &str,
        currency: Currency,
    ) -> Result<String, Unwritable> {
        let Currency(known) = currency;
        match self.tongue {
            Tongue::English => Ok(english(amount, known.english)),
            Tongue::Kazakh | Tongue::Russian => {
                Ok(format!("{amount}{NBSP}{}", known.symbol))
            }
            Tongue::Other => Err(self.unknown()),
        }
    }
}

/// The symbol before the number and after its sign; letters stand apart.
fn english(amount: &str, symbol: &str) -> String {
    let number = amount.trim_start_matches(['+', '\u{2212}']);
    let (sign, _) = amount.split_at(amount.len() - number.len());
    let gap = if symbol.ends_with(char::is_alphabetic) { "\u{a0}" } else { "" };
    format!("{sign}{symbol}{gap}{number}")
}
