//! Kazakh in Latin letters, made of Kazakh in Cyrillic ones.

use super::{Alphabet, nfc};
use crate::lang::Lang;

/// How Kazakh texts are written in Latin letters: by an alphabet, but for words that are
/// kept or spelt another way.
///
/// Grammar comes first: numbers, dates and lists are written in Cyrillic letters, with
/// their endings, and the finished text is what [`KazakhLatin::write`] takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KazakhLatin {
    alphabet: Alphabet,
    /// The longest first, so that a name wins over its first word.
    exceptions: Vec<Exception>,
}

/// A word that is not written by the alphabet.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Exception {
    /// How it begins in Cyrillic letters: endings may follow.
    begins: String,
    /// What stands for that; `None` for a word that stays as it is, with its ending.
    spelling: Option<String>,
}

impl KazakhLatin {
    /// By this alphabet alone.
    pub fn new(alphabet: Alphabet) -> Self {
        Self { alphabet, exceptions: Vec::new() }
    }

    /// The same but for words that begin so: they stay in Cyrillic letters to their end.
    pub fn keep(self, begins: &str) -> Self {
        self.except(begins, None)
    }

    /// The same but for words that begin so: that much of them is spelt this way, and the
    /// ending by the alphabet.
    pub fn spell(self, begins: &str, spelling: &str) -> Self {
        self.except(begins, Some(nfc(spelling)))
    }

    fn except(mut self, begins: &str, spelling: Option<String>) -> Self {
        if !begins.is_empty() {
            self.exceptions.push(Exception { begins: nfc(begins), spelling });
        }
        self.exceptions.sort_by_key(|own| std::cmp::Reverse(own.begins.len()));
        self
    }

    /// The language that it writes anew.
    pub fn from(&self) -> Lang {
        Lang::presume("kk")
    }

    /// The language that it writes.
    pub fn to(&self) -> Lang {
        Lang::presume("kk-Latn")
    }

    /// Its alphabet.
    pub fn alphabet(&self) -> Alphabet {
        self.alphabet
    }

    /// A finished text in Latin letters.
    pub fn write(&self, text: &str) -> String {
        if self.exceptions.is_empty() {
            return self.alphabet.write(text);
        }
        let text = nfc(text);
        let mut written = String::with_capacity(text.len());
        // What lies between the two is by the alphabet.
        let (mut start, mut at) = (0, 0);
        let mut in_word = false;
        while let Some(letter) = text[at..].chars().next() {
            let exception = self.exception(&text[at..]).filter(|_| !in_word);
            let Some(exception) = exception else {
                in_word = letter.is_alphanumeric();
                at += letter.len_utf8();
                continue;
            };
            written.push_str(&self.alphabet.write(&text[start..at]));
            let begins = exception.begins.as_str();
            at += begins.len();
            match &exception.spelling {
                Some(spelling) => written.push_str(spelling),
                None => {
                    let ending = letters_at_start(&text[at..]);
                    written.push_str(begins);
                    written.push_str(ending);
                    at += ending.len();
                }
            }
            start = at;
            in_word = begins.ends_with(char::is_alphanumeric);
        }
        written.push_str(&self.alphabet.write(&text[start..]));
        written
    }

    fn exception(&self, text: &str) -> Option<&Exception> {
        self.exceptions.iter().find(|own| text.starts_with(own.begins.as_str()))
    }
}

/// The letters that a text begins with.
fn letters_at_start(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> KazakhLatin {
        KazakhLatin::new(Alphabet::Draft2021)
    }

    #[test]
    fn a_word_spelt_another_way_takes_its_endings() {
        let own = draft().spell("Қилыбаев", "Kilybayev");
        assert_eq!(
            own.write("Т. Қилыбаев пен Қилыбаевтың мақаласы"),
            "T. Kilybayev pen Kilybayevtyñ maqalasy"
        );
        assert_eq!(own.write("БҚилыбаев"), "BQilybaev", "a word begins so");
    }

    #[test]
    fn a_word_that_is_kept_is_kept_with_its_ending() {
        let own = draft().keep("Курсив");
        assert_eq!(
            own.write("«Курсив» пен Курсивтің саны"),
            "«Курсив» pen Курсивтің sany"
        );
    }

    #[test]
    fn the_longest_exception_wins() {
        let own = draft().spell("Ұлттық", "Ulttyq").spell("Ұлттық банк", "NBK");
        assert_eq!(own.write("Ұлттық банкте, ұлттық, Ұлттық"), "NBKte, ūlttyq, Ulttyq");
    }

    #[test]
    fn a_text_in_latin_letters_is_not_written_twice() {
        let own = draft().spell("Алматы", "Almaty");
        let once = own.write("Алматыға 41%-ға көп ИІС көшті");
        assert_eq!(own.write(&once), once);
    }
}
