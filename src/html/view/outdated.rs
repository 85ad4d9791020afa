//! What a reader is told of a text that is behind its original.

use serde::Serialize;

use crate::edition::{Outdated, Passage};
use crate::html::Interface;
use crate::html::page::Page;
use crate::html::paths::PageKind;
use crate::locale::{PluralCategory, Quantity, Term};

/// A notice that a text follows an earlier version of its original.
#[derive(Debug, Clone, Serialize)]
pub(in crate::html) struct OutdatedView {
    /// How much of the text is behind; `None` where it only lacks something.
    text: Option<String>,
    /// How much of the original it lacks.
    missing: Option<String>,
    /// The address of the original.
    href: String,
    /// The language of the original.
    lang: String,
}

/// The notice of a passage, if it is behind: it stands at `anchor` of pages of its kind, in
/// what the message `place` names.
pub(in crate::html) fn outdated_view(
    page: &Page<'_>,
    passage: &Passage,
    anchor: Option<&str>,
    place: &str,
) -> Option<OutdatedView> {
    let outdated = passage.outdated?;
    let kind = match (&page.kind, anchor) {
        (PageKind::About, _) => &PageKind::About,
        (_, Some(anchor)) => page.context.places(outdated.original).page(anchor),
        (_, None) => &PageKind::Study,
    };
    let original = page.at.link_to(&kind.path(outdated.original));
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    Some(OutdatedView {
        text: text(page.interface, &outdated, place),
        missing: missing(page.interface, &outdated),
        href: format!("{original}{anchor}"),
        lang: outdated.original.to_string(),
    })
}

fn text(interface: &Interface, outdated: &Outdated, place: &str) -> Option<String> {
    if outdated.lines == 0 {
        return None;
    }
    let lines = count(outdated.lines);
    let pattern = match interface.locale.plural(&lines) {
        _ if outdated.lines == outdated.of => "outdated_all",
        PluralCategory::One => "outdated_one",
        PluralCategory::Few => "outdated_few",
        _ => "outdated_many",
    };
    let place = interface.messages.get(place);
    let of = count(outdated.of);
    let terms = [
        ("place", Term::Words(place)),
        ("n", Term::Number(&lines)),
        ("of", Term::Number(&of)),
    ];
    Some(sentence(interface, pattern, &terms))
}

fn missing(interface: &Interface, outdated: &Outdated) -> Option<String> {
    let missing = count(outdated.missing);
    let terms = [("n", Term::Number(&missing))];
    (outdated.missing > 0).then(|| sentence(interface, "outdated_missing", &terms))
}

fn sentence(interface: &Interface, key: &str, terms: &[(&str, Term<'_>)]) -> String {
    let pattern = interface.messages.get(key);
    interface.locale.phrase(pattern, terms).plain()
}

fn count(n: usize) -> Quantity {
    Quantity::new(n.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::html::Theme;
    use crate::lang::Lang;
    use crate::locale::{Locale, Messages};
    use crate::source::Input;

    /// What a reader in this language is told of `lines` of 42.
    fn told(tag: &str, lines: usize) -> String {
        let lang = Lang::parse(tag).unwrap();
        let (locale, messages) = (Locale::new(lang), Messages::built_in(lang));
        let outdated = Outdated { original: lang, lines, of: 42, missing: 0 };
        let theme = Theme::load(&Input::default(), &mut Diagnostics::new());
        let interface = Interface { locale, messages, theme };
        let text = text(&interface, &outdated, "outdated_in_section").unwrap();
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn the_words_agree_with_their_number() {
        let start = |tag, lines, end: &str| {
            let told = told(tag, lines);
            told.split_once(end).unwrap_or_else(|| panic!("{told}")).0.to_owned()
        };
        let english = |lines, verb| start("en", lines, verb);
        assert_eq!(english(1, " follows an "), "In this section 1 passage of 42");
        assert_eq!(english(21, " follow an "), "In this section 21 passages of 42");
        let russian = |lines, verb| start("ru", lines, verb);
        assert_eq!(russian(1, " соответствует "), "В этом разделе 1 фрагмент из 42");
        assert_eq!(russian(21, " соответствует "), "В этом разделе 21 фрагмент из 42");
        assert_eq!(russian(3, " соответствуют "), "В этом разделе 3 фрагмента из 42");
        assert_eq!(russian(12, " соответствуют "), "В этом разделе 12 фрагментов из 42");
        let kazakh = |lines| start("kk", lines, " түпнұсқаның ");
        assert_eq!(kazakh(1), "Бұл бөлімдегі 42 үзіндінің 1-і");
        assert_eq!(kazakh(6), "Бұл бөлімдегі 42 үзіндінің 6-сы");
        assert_eq!(kazakh(40), "Бұл бөлімдегі 42 үзіндінің 40-ы");
    }

    #[test]
    fn where_all_is_behind_no_number_is_told() {
        for tag in ["en", "kk", "ru"] {
            assert!(!told(tag, 42).contains(char::is_numeric), "{}", told(tag, 42));
        }
    }
}
