//! Endings, by the sounds of the word that they follow.

use super::Harmony;
use crate::locale::Case;

/// The ending that a case, and before it the possessive of the third person, adds to
/// `reading`: the last of its words as it is spoken, `дан` for «қырық бір пайыз». Empty
/// for the nominative, for the prepositional, which Kazakh does not have, and for «-лық»
/// after a possessive.
///
/// It is meant for numerals and units, and for nouns whose letters tell all: others lose
/// vowels, borrow stems and hide possessives (халқы, орны, облысында).
pub fn suffix(reading: &str, case: Case, possessive: bool) -> String {
    let sounds = Sounds::of(reading);
    if possessive { sounds.possessive_and(case) } else { sounds.case(case).to_owned() }
}

/// The word with its ending. Before a vowel its last қ, к or п is voiced: «қырығы».
pub fn inflect(word: &str, case: Case, possessive: bool) -> String {
    Sounds::of(word).inflect(word, case, possessive)
}

/// What an ending hears of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sounds {
    /// Whether its vowels are back (а о ұ ы), else front (ә е ө ү і).
    back: bool,
    last: LastSound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LastSound {
    Vowel,
    /// м н ң
    Nasal,
    /// л: apart from the others only before «-лар» and «-лық».
    Lateral,
    /// р й, and у и as glides: «елу» takes `-ді`, not `-ні`.
    Sonorant,
    /// ж з
    Voiced,
    /// All other consonants: б в г д of borrowed words sound voiceless at the end.
    Voiceless,
}

impl Sounds {
    pub(super) fn of(reading: &str) -> Self {
        let word = reading.trim_end_matches('ь');
        Self { back: is_back(word), last: LastSound::of(word) }
    }

    /// The same with vowels that the letters do not tell.
    pub(super) fn with(self, harmony: Option<Harmony>) -> Self {
        let back = harmony.map_or(self.back, |harmony| harmony == Harmony::Back);
        Self { back, ..self }
    }

    /// The word with its ending. Before a vowel its last қ, к or п is voiced.
    pub(super) fn inflect(self, word: &str, case: Case, possessive: bool) -> String {
        if !possessive {
            return format!("{word}{}", self.case(case));
        }
        let voiced = [('қ', 'ғ'), ('к', 'г'), ('п', 'б')]
            .into_iter()
            .find_map(|(hard, soft)| Some((word.strip_suffix(hard)?, soft)));
        let ending = self.possessive_and(case);
        match voiced {
            Some((stem, soft)) => format!("{stem}{soft}{ending}"),
            None => format!("{word}{ending}"),
        }
    }

    /// The possessive with the ending of a case behind it.
    pub(super) fn possessive_and(self, case: Case) -> String {
        format!("{}{}", self.possessive(), self.case_after_possessive(case))
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

    /// The ending of several.
    pub(super) fn plural(self) -> &'static str {
        match self.last {
            LastSound::Vowel | LastSound::Sonorant => self.choose("лар", "лер"),
            LastSound::Voiceless => self.choose("тар", "тер"),
            _ => self.choose("дар", "дер"),
        }
    }

    /// The ending of an ordinal in words, but for «жиырма» and «қырық».
    pub(super) fn ordinal(self) -> &'static str {
        match self.last {
            LastSound::Vowel => self.choose("ншы", "нші"),
            _ => self.choose("ыншы", "інші"),
        }
    }

    /// The ending of an ordinal in digits.
    pub(super) fn short_ordinal(self) -> &'static str {
        self.choose("шы", "ші")
    }

    pub(super) fn case_after_possessive(self, case: Case) -> &'static str {
        match case {
            Case::Nominative | Case::Prepositional | Case::Adjectival => "",
            Case::Genitive => self.choose("ның", "нің"),
            Case::Dative => self.choose("на", "не"),
            Case::Accusative => "н",
            Case::Locative => self.choose("нда", "нде"),
            Case::Ablative => self.choose("нан", "нен"),
            Case::Instrumental => "мен",
            Case::Similative => self.choose("ндай", "ндей"),
        }
    }

    pub(super) fn case(self, case: Case) -> &'static str {
        match case {
            Case::Nominative | Case::Prepositional => "",
            Case::Genitive => self.genitive(),
            Case::Dative => self.voiced_or_not(["ға", "ге"], ["қа", "ке"]),
            Case::Accusative => self.accusative(),
            Case::Locative => self.voiced_or_not(["да", "де"], ["та", "те"]),
            Case::Ablative => self.ablative(),
            Case::Instrumental => self.instrumental(),
            Case::Similative => self.voiced_or_not(["дай", "дей"], ["тай", "тей"]),
            Case::Adjectival => self.adjectival(),
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
            LastSound::Voiceless => self.choose("тың", "тің"),
            _ => self.choose("дың", "дің"),
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

    fn adjectival(self) -> &'static str {
        match self.last {
            LastSound::Vowel | LastSound::Sonorant => self.choose("лық", "лік"),
            LastSound::Voiceless => self.choose("тық", "тік"),
            _ => self.choose("дық", "дік"),
        }
    }
}

/// By the last vowel that tells: у and и stand in words of either kind.
fn is_back(word: &str) -> bool {
    let vowel = |letter: &char| "аоұыёюяәеөүіэ".contains(*letter);
    let mut letters = word.chars().rev().flat_map(char::to_lowercase);
    letters.find(vowel).is_none_or(|letter| "аоұыёюя".contains(letter))
}

impl LastSound {
    fn of(word: &str) -> Self {
        match word.chars().next_back() {
            Some(
                'а' | 'ә' | 'е' | 'ё' | 'о' | 'ө' | 'ұ' | 'ү' | 'ы' | 'і' | 'э' | 'ю'
                | 'я',
            ) => Self::Vowel,
            Some('м' | 'н' | 'ң') => Self::Nasal,
            Some('л') => Self::Lateral,
            Some('р' | 'й' | 'у' | 'и') => Self::Sonorant,
            Some('ж' | 'з') => Self::Voiced,
            _ => Self::Voiceless,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn about_so_many_and_of_so_many_follow_the_last_sound() {
        for (word, about, of) in [
            ("бес", "бестей", "бестік"),
            ("алты", "алтыдай", "алтылық"),
            ("он", "ондай", "ондық"),
            ("елу", "елудей", "елулік"),
            ("бір", "бірдей", "бірлік"),
            ("жыл", "жылдай", "жылдық"),
            ("пайыз", "пайыздай", "пайыздық"),
            ("процент", "проценттей", "проценттік"),
        ] {
            assert_eq!(inflect(word, Case::Similative, false), about);
            assert_eq!(inflect(word, Case::Adjectival, false), of);
        }
        assert_eq!(inflect("бала", Case::Similative, true), "баласындай");
    }
}
