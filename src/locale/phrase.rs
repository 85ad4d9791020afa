//! Phrases from patterns: a number takes the ending that its place asks for, and the
//! words before it agree.

use super::messages::{Place, next_place};
use super::{Case, Flags, Locale, NBSP, Quantity, Tongue, Unwritable, english, russian};

/// A phrase that is made of a pattern. Its numbers are told apart, for a line must not
/// break inside them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    pieces: Vec<Piece>,
}

/// A part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words with the spaces around them.
    Words(String),
    /// A number with its sign and its ending.
    Number(String),
    /// The flags of the number before, which are no words.
    Flags(Flags),
}

/// What stands in a place of a pattern.
#[derive(Debug, Clone, Copy)]
pub enum Term<'a> {
    /// Words as they are.
    Words(&'a str),
    /// A number in the form that the place asks for.
    Number(&'a Quantity),
    /// A phrase that is made already.
    Phrase(&'a Phrase),
}

impl<'a> From<&'a str> for Term<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

impl<'a> From<&'a Quantity> for Term<'a> {
    fn from(quantity: &'a Quantity) -> Self {
        Self::Number(quantity)
    }
}

impl<'a> From<&'a Phrase> for Term<'a> {
    fn from(phrase: &'a Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// What a place may ask of its number after a dot, `{first.abl}`: the forms that methods
/// of expressions give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Case(Case),
    Possessive,
}

impl Form {
    /// The forms behind the name of a place, `poss.gen`; `None` where one is not known.
    pub(super) fn all(names: &str) -> Option<Vec<Self>> {
        let known = |name| match name {
            "poss" => Some(Self::Possessive),
            _ => Case::named(name).map(Self::Case),
        };
        names.split('.').filter(|name| !name.is_empty()).map(known).collect()
    }

    fn of(self, quantity: Quantity) -> Quantity {
        match self {
            Self::Case(case) => Quantity { case, ..quantity },
            Self::Possessive => Quantity { possessive: true, ..quantity },
        }
    }
}

impl Phrase {
    /// Words alone.
    pub fn of_words(words: &str) -> Self {
        let mut phrase = Self::default();
        phrase.words(words);
        phrase
    }

    /// A number alone.
    pub fn of_number(number: String) -> Self {
        Self { pieces: vec![Piece::Number(number)] }
    }

    /// The phrase with the flags of its number behind that.
    #[must_use]
    pub fn flagged(mut self, flags: Flags) -> Self {
        let number = |piece: &Piece| matches!(piece, Piece::Number(_));
        if !flags.is_empty() {
            let at = self
                .pieces
                .iter()
                .position(number)
                .map_or(self.pieces.len(), |at| at + 1);
            self.pieces.insert(at, Piece::Flags(flags));
        }
        self
    }

    /// The parts in their order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The phrase as words, without flags.
    pub fn plain(&self) -> String {
        let words = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words(text) | Piece::Number(text) => Some(text.as_str()),
            Piece::Flags(_) => None,
        });
        words.collect()
    }

    /// The phrase followed by the mark and the other phrase.
    pub fn then(mut self, mark: &str, other: Self) -> Self {
        self.words(mark);
        self.append(&other);
        self
    }

    pub(super) fn words(&mut self, more: &str) {
        match self.pieces.last_mut() {
            _ if more.is_empty() => {}
            Some(Piece::Words(words)) => words.push_str(more),
            _ => self.pieces.push(Piece::Words(more.to_owned())),
        }
    }

    fn append(&mut self, other: &Self) {
        for piece in &other.pieces {
            match piece {
                Piece::Words(words) => self.words(words),
                Piece::Number(_) | Piece::Flags(_) => self.pieces.push(piece.clone()),
            }
        }
    }
}

impl Locale {
    /// The pattern with terms in its places; a place that has none stays as it is. A
    /// form that the language does not have is left out.
    pub fn phrase(&self, pattern: &str, terms: &[(&str, Term<'_>)]) -> Phrase {
        let mut phrase = Phrase::default();
        let mut rest = pattern;
        while let Some((before, place, after)) = next_place(rest) {
            let term = terms.iter().find(|(name, _)| *name == place.name);
            let mut before = before.to_owned();
            if let (Tongue::Russian, Some((_, Term::Number(next)))) = (self.tongue, term)
            {
                russian::ease(&mut before, next);
            }
            phrase.words(&before);
            match term {
                Some((_, Term::Words(words))) => phrase.words(words),
                Some((_, Term::Phrase(other))) => phrase.append(other),
                Some((_, Term::Number(quantity))) => {
                    let number = Phrase::of_number(self.form(quantity, &place));
                    phrase.append(&number.flagged(quantity.flags));
                }
                None => phrase.words(&format!("{{{}}}", place.text)),
            }
            rest = after;
        }
        phrase.words(rest);
        phrase
    }

    fn form(&self, quantity: &Quantity, place: &Place<'_>) -> String {
        let forms = Form::all(place.forms).unwrap_or_default();
        let asked = forms.iter().fold(quantity.clone(), |own, form| form.of(own));
        let written = self.write(&asked).or_else(|_| self.write(quantity));
        written.unwrap_or_else(|_| self.digits(quantity))
    }

    /// The phrase with a capital letter.
    pub fn capitalise(&self, mut phrase: Phrase) -> Phrase {
        if let Some(Piece::Words(first) | Piece::Number(first)) =
            phrase.pieces.first_mut()
        {
            *first = self.capitalise_first(first);
        }
        phrase
    }

    /// The phrase behind a preposition or an article, on one line with it: before `next`,
    /// a number, or else before its words. A Russian preposition is made easy to say, an
    /// English `a` is the article of the number.
    ///
    /// # Errors
    /// Where the English article depends on how a word sounds.
    pub fn behind(
        &self,
        words: &str,
        next: Option<&Quantity>,
        phrase: &Phrase,
    ) -> Result<Phrase, Unwritable> {
        let before = match (self.tongue, next) {
            (Tongue::Russian, Some(number)) => {
                russian::joined(words, russian::spoken(number))
            }
            (Tongue::Russian, None) => russian::joined(words, &phrase.plain()),
            (Tongue::English, _) if english::ends_in_article(words) => {
                let number = next.ok_or(Unwritable::ArticleOfWord)?;
                let an = self.article(number)? == "an";
                let (start, end) = (words.trim_end(), if an { "n" } else { "" });
                let start = start.strip_suffix(['n', 'N']).unwrap_or(start);
                format!("{start}{end}{NBSP}")
            }
            _ => format!("{}{NBSP}", words.trim_end()),
        };
        let mut joined = Phrase::of_words(&before);
        joined.append(phrase);
        Ok(joined)
    }

    /// The sentence that a phrase is: with a capital, and a full stop where it has none.
    pub fn sentence(&self, mut phrase: Phrase) -> Phrase {
        if let Some(Piece::Words(words)) = phrase.pieces.first_mut() {
            *words = self.capitalise_first(words);
        }
        if !phrase.plain().ends_with(['.', '…']) {
            phrase.words(".");
        }
        phrase
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn phrase(tag: &str, pattern: &str, number: &str) -> Phrase {
        let quantity = Quantity::new(number.parse().unwrap());
        let locale = Locale::new(Lang::parse(tag).unwrap());
        locale.phrase(pattern, &[("n", Term::Number(&quantity)), ("w", Term::Words("x"))])
    }

    fn plain(tag: &str, pattern: &str, number: &str) -> String {
        phrase(tag, pattern, number).plain().replace('\u{a0}', " ")
    }

    #[test]
    fn a_number_takes_the_ending_that_its_place_asks_for() {
        assert_eq!(plain("kk", "{n.abl} {n.dat} дейін", "205"), "205-тен 205-ке дейін");
        assert_eq!(plain("kk", "{n.poss.gen}", "7"), "7-сінің");
    }

    #[test]
    fn a_form_that_the_language_does_not_have_is_left_out() {
        assert_eq!(plain("en", "from {n.abl}", "1205"), "from 1,205");
    }

    #[test]
    fn the_russian_preposition_is_easier_to_say_before_a_hundred() {
        let from = |number| plain("ru", "Рост с {n} ({n})", number);
        assert_eq!(from("156"), "Рост со 156 (156)");
        assert_eq!(from("100.5"), "Рост со 100,5 (100,5)");
        assert_eq!(from("155766"), "Рост со 155 766 (155 766)");
        assert_eq!(from("1500"), "Рост с 1 500 (1 500)");
        assert_eq!(from("205"), "Рост с 205 (205)");
        assert_eq!(from("15"), "Рост с 15 (15)");
        assert_eq!(from("-156"), "Рост с −156 (−156)");
        assert_eq!(plain("ru", "Рост с\u{a0}{n}", "156"), "Рост со 156");
        assert_eq!(plain("ru", "нас {n}", "156"), "нас 156");
    }

    #[test]
    fn a_place_without_a_term_stays_as_it_is() {
        assert_eq!(plain("en", "{m.gen} {w} {n}", "1"), "{m.gen} x 1");
    }

    #[test]
    fn numbers_are_told_apart_from_words() {
        let pieces = phrase("ru", "{w} — {n}", "15").then("; ", phrase("ru", "{w}", "1"));
        let words = |text: &str| Piece::Words(text.to_owned());
        let expected = [words("x — "), Piece::Number("15".to_owned()), words("; x")];
        assert_eq!(pieces.pieces(), expected);
    }

    #[test]
    fn a_sentence_has_a_capital_and_one_full_stop() {
        let russian = Locale::new(Lang::parse("ru").unwrap());
        let sentence = |text: &str| russian.sentence(russian.phrase(text, &[])).plain();
        assert_eq!(sentence("рост, тыс."), "Рост, тыс.");
        assert_eq!(sentence("«рост»"), "«Рост».");
    }
}
