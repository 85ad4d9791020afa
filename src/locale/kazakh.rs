//! What a numeral decides in Kazakh, written in Cyrillic letters.
//!
//! A case or possessive ending follows the word that is spoken last: its vowels decide
//! between back and front (`6-ға`, `5-ке`), its last sound between the variants of a
//! consonant (`6-дан`, `5-тен`, `10-нан`). Sources: the vowel harmony and assimilation of
//! any Kazakh grammar; hyphens after digits by the orthography of 2018, §44; decimals,
//! read «бүтін оннан …», by §24.

use rust_decimal::Decimal;

use super::{Case, PercentWord, Scale};

/// The ending that a case, and before it the possessive of the third person, adds to
/// `reading`: the last of its words as it is spoken, `дан` for «қырық бір пайыз». Empty
/// for the nominative, and for the prepositional, which Kazakh does not have.
///
/// It is meant for numerals and units. Nouns at large lose vowels, borrow stems and hide
/// possessives (халқы, орны, облысында), which letters alone do not tell.
pub fn suffix(reading: &str, case: Case, possessive: bool) -> String {
    let sounds = Sounds::of(reading);
    if possessive {
        format!("{}{}", sounds.possessive(), sounds.case_after_possessive(case))
    } else {
        sounds.case(case).to_owned()
    }
}

/// The word with its ending. Before a vowel its last қ, к or п is voiced: «қырығы».
pub fn inflect(word: &str, case: Case, possessive: bool) -> String {
    let ending = suffix(word, case, possessive);
    let voiced = [('қ', 'ғ'), ('к', 'г'), ('п', 'б')]
        .into_iter()
        .find_map(|(hard, soft)| Some((word.strip_suffix(hard)?, soft)));
    match voiced {
        Some((stem, soft)) if possessive => format!("{stem}{soft}{ending}"),
        _ => format!("{word}{ending}"),
    }
}

/// The word of a numeral that is spoken last. After a decimal comma the decimals are read
/// as a number: «бес» of `0,5`, «елу» of `0,50`, «нөл» of `2,0`.
pub fn last_word(number: Decimal) -> &'static str {
    let digits = number.mantissa().unsigned_abs();
    match number.scale() {
        0 => last_word_of_whole(digits),
        places => last_word_of_whole(digits % 10_u128.pow(places)),
    }
}

/// By the last digit that is not zero, and its place.
fn last_word_of_whole(number: u128) -> &'static str {
    let mut rest = number;
    let mut zeros = 0;
    while rest != 0 && rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    let digit = (rest % 10) as usize;
    let word = match zeros {
        0 => UNITS.split(' ').nth(digit),
        1 => TENS.split(' ').nth(digit - 1),
        2 => Some("жүз"),
        _ => THOUSANDS.split(' ').nth(zeros / 3 - 1),
    };
    word.unwrap_or_default()
}

const UNITS: &str = "нөл бір екі үш төрт бес алты жеті сегіз тоғыз";
const TENS: &str = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан";
/// As far as decimals of 28 digits go.
const THOUSANDS: &str = "мың миллион миллиард триллион квадриллион квинтиллион \
    секстиллион септиллион октиллион";

pub(super) fn scale_word(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "мың",
        Scale::Million => "миллион",
        Scale::Billion => "миллиард",
    }
}

/// The word for a number from 0 to 10, with its ending.
pub(super) fn word(number: usize, case: Case, possessive: bool) -> Option<String> {
    let word = if number == 10 { "он" } else { UNITS.split(' ').nth(number)? };
    Some(inflect(word, case, possessive))
}

/// The ending of an ordinal in digits that stands alone: `1-ші`, `6-шыдан`. Before a noun
/// the hyphen alone makes the ordinal («5-сынып»), which an author writes as it is.
pub(super) fn ordinal(number: Decimal, case: Case, possessive: bool) -> String {
    let ending = match Sounds::of(last_word(number)).back {
        true => "шы",
        false => "ші",
    };
    format!("-{ending}{}", suffix(ending, case, possessive))
}

impl PercentWord {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Payiz => "пайыз",
            Self::Protsent => "процент",
        }
    }
}

/// What an ending hears of a word.
#[derive(Debug, Clone, Copy)]
struct Sounds {
    /// Whether its vowels are back (а о ұ ы), else front (ә е ө ү і).
    back: bool,
    last: LastSound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LastSound {
    Vowel,
    /// м н ң
    Nasal,
    /// л р й, and у и as glides: «елу» takes `-ді`, not `-ні`.
    Sonorant,
    /// ж з
    Voiced,
    /// All other consonants: б в г д of borrowed words sound voiceless at the end.
    Voiceless,
}

impl Sounds {
    fn of(reading: &str) -> Self {
        let word = reading.trim_end_matches('ь');
        Self { back: is_back(word), last: LastSound::of(word) }
    }

    /// One of a back and a front form.
    fn choose(self, back: &'static str, front: &'static str) -> &'static str {
        if self.back { back } else { front }
    }

    fn possessive(self) -> &'static str {
        match self.last {
            LastSound::Vowel => self.choose("сы", "сі"),
            _ => self.choose("ы", "і"),
        }
    }

    fn case_after_possessive(self, case: Case) -> &'static str {
        match case {
            Case::Nominative | Case::Prepositional => "",
            Case::Genitive => self.choose("ның", "нің"),
            Case::Dative => self.choose("на", "не"),
            Case::Accusative => "н",
            Case::Locative => self.choose("нда", "нде"),
            Case::Ablative => self.choose("нан", "нен"),
            Case::Instrumental => "мен",
        }
    }

    fn case(self, case: Case) -> &'static str {
        match case {
            Case::Nominative | Case::Prepositional => "",
            Case::Genitive => self.genitive(),
            Case::Dative => self.voiced_or_not(["ға", "ге"], ["қа", "ке"]),
            Case::Accusative => self.accusative(),
            Case::Locative => self.voiced_or_not(["да", "де"], ["та", "те"]),
            Case::Ablative => self.ablative(),
            Case::Instrumental => self.instrumental(),
        }
    }

    fn voiced_or_not(
        self,
        voiced: [&'static str; 2],
        voiceless: [&'static str; 2],
    ) -> &'static str {
        let [back, front] =
            if self.last == LastSound::Voiceless { voiceless } else { voiced };
        self.choose(back, front)
    }

    fn genitive(self) -> &'static str {
        match self.last {
            LastSound::Vowel | LastSound::Nasal => self.choose("ның", "нің"),
            LastSound::Sonorant | LastSound::Voiced => self.choose("дың", "дің"),
            LastSound::Voiceless => self.choose("тың", "тің"),
        }
    }

    fn accusative(self) -> &'static str {
        match self.last {
            LastSound::Vowel => self.choose("ны", "ні"),
            _ => self.voiced_or_not(["ды", "ді"], ["ты", "ті"]),
        }
    }

    fn ablative(self) -> &'static str {
        match self.last {
            LastSound::Nasal => self.choose("нан", "нен"),
            _ => self.voiced_or_not(["дан", "ден"], ["тан", "тен"]),
        }
    }

    fn instrumental(self) -> &'static str {
        match self.last {
            LastSound::Voiced => "бен",
            LastSound::Voiceless => "пен",
            _ => "мен",
        }
    }
}

/// By the last vowel that tells: у and и stand in words of either kind.
fn is_back(word: &str) -> bool {
    let vowel = |letter: &char| "аоұыёюяәеөүіэ".contains(*letter);
    word.chars().rev().find(vowel).is_none_or(|letter| "аоұыёюя".contains(letter))
}

impl LastSound {
    fn of(word: &str) -> Self {
        match word.chars().next_back() {
            Some(
                'а' | 'ә' | 'е' | 'ё' | 'о' | 'ө' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'ю'
                | 'я',
            ) => Self::Vowel,
            Some('м' | 'н' | 'ң') => Self::Nasal,
            Some('л' | 'р' | 'й' | 'у' | 'и') => Self::Sonorant,
            Some('ж' | 'з') => Self::Voiced,
            _ => Self::Voiceless,
        }
    }
}
