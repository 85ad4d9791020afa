//! What is wrong with the record of what translations were accepted for.

use super::wording::fingerprint;
use crate::diag::{Code, Diagnostic, Diagnostics, nearest};
use crate::lang::Lang;
use crate::source::Spanned;
use crate::study::{AcceptedPassage, AcceptedText, Study};

/// Reports what the record of acceptances cannot mean, and what it says of texts that are
/// no more.
pub fn check(study: &Study, found: &mut Diagnostics) {
    let names: Vec<_> = study.translations.iter().map(|file| file.name()).collect();
    // A text that cannot be read is not gone.
    let are_known = !found.has_errors();
    for text in &study.accepted {
        if are_known && !names.contains(&text.name.value) {
            found.push(no_text(&text.name, &names));
        }
        for acceptance in &text.acceptances {
            language(&acceptance.lang, study, found);
        }
        for passage in &text.passages {
            self::passage(passage, text, found);
        }
    }
}

fn no_text(name: &Spanned<String>, names: &[String]) -> Diagnostic {
    let message = format!("the study has no text `{}`", name.value);
    let diagnostic = Diagnostic::new(Code::UnusedAcceptance, name.span, message);
    match nearest(&name.value, names.iter().map(String::as_str)) {
        Some(near) => diagnostic.help(format!(
            "if it was renamed to `{near}`, rename it here; else delete what stands here"
        )),
        None => diagnostic.help("delete what stands here"),
    }
}

fn language(lang: &Spanned<Lang>, study: &Study, found: &mut Diagnostics) {
    if lang.value == study.source_language {
        let message = format!("`{}` is the language of the original", lang.value);
        found.push(
            Diagnostic::new(Code::BadAcceptance, lang.span, message)
                .help("only translations are accepted: delete it here"),
        );
    } else if !study.languages.contains(&lang.value) {
        let message = format!("`{}` is no language of the study", lang.value);
        let content = study.home.below("content");
        let help =
            format!("delete it here, or add it to `languages` in `{content}/study.yaml`");
        found
            .push(Diagnostic::new(Code::UnusedAcceptance, lang.span, message).help(help));
    }
}

fn passage(passage: &AcceptedPassage, text: &AcceptedText, found: &mut Diagnostics) {
    let wanted = fingerprint(&passage.wording.value);
    if passage.hash.value != wanted {
        let message = format!("`{}` is not the hash of this wording", passage.hash.value);
        found.push(
            Diagnostic::new(Code::BadAcceptance, passage.hash.span, message)
                .also(passage.wording.span, "its hash is another")
                .help("undo the change, or delete the text here and accept its translations anew"),
        );
    }
    for lang in &passage.languages {
        if text.acceptance(lang.value).is_none() {
            let message = format!("`{}` is not among `accepted`", lang.value);
            found.push(
                Diagnostic::new(Code::BadAcceptance, lang.span, message)
                    .also(text.name.span, "of this text")
                    .help("undo the change, or delete the text here and accept its translations anew"),
            );
        }
    }
}
