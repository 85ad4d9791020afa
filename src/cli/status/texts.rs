//! Which texts and languages a call names.

use super::Wrong;
use crate::diag::nearest;
use crate::lang::Lang;
use crate::study::{Study, TranslationFile};

/// The texts that `name` names, all without one or with `all`.
pub(super) fn named<'a>(
    study: &'a Study,
    name: Option<&str>,
) -> Result<Vec<&'a TranslationFile>, Wrong> {
    let files = || study.translations.iter();
    let Some(name) = name.filter(|name| *name != "all") else {
        return Ok(files().collect());
    };
    // As a shell completes it.
    let path = name.strip_prefix("content/").unwrap_or(name).trim_end_matches('/');
    let path = path.strip_suffix(".yaml").unwrap_or(path);
    let full: Vec<_> =
        files().filter(|file| file.id == path || file.name() == path).collect();
    if let [file] = full.as_slice() {
        return Ok(vec![file]);
    }
    let short: Vec<_> = files().filter(|file| last(file).contains(&path)).collect();
    match short.as_slice() {
        [file] => Ok(vec![file]),
        [] => Err(unknown(study, name)),
        several => {
            let ids: Vec<_> =
                several.iter().map(|file| format!("`{}`", file.id)).collect();
            let help = format!("name one of {}", ids.join(", "));
            Err(Wrong {
                message: format!("several texts are named `{name}`"),
                help: Some(help),
            })
        }
    }
}

/// The last names of a text: `50-dynamics` and `dynamics`.
fn last(file: &TranslationFile) -> Vec<&str> {
    let last = file.id.rsplit('/').next();
    last.into_iter().chain(file.section()).collect()
}

fn unknown(study: &Study, name: &str) -> Wrong {
    let files = study.translations.iter();
    let names = files.flat_map(|file| last(file).into_iter().chain([file.id.as_str()]));
    let help = match nearest(name, names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`baspa status` lists them all".to_owned(),
    };
    Wrong { message: format!("the study has no text `{name}`"), help: Some(help) }
}

/// The languages, if the study is translated into them.
pub(super) fn languages(study: &Study, languages: &[Lang]) -> Result<Vec<Lang>, Wrong> {
    for lang in languages {
        if *lang == study.source_language {
            let message = format!("`{lang}` is the language of the original");
            return Err(Wrong { message, help: None });
        }
        if !study.languages.contains(lang) {
            let message = format!("`{lang}` is no language of the study");
            let tags: Vec<_> =
                super::translated(study).iter().map(Lang::to_string).collect();
            let help = format!("it is translated into {}", tags.join(", "));
            return Err(Wrong { message, help: Some(help).filter(|_| !tags.is_empty()) });
        }
    }
    let own = super::translated(study).into_iter();
    Ok(own.filter(|lang| languages.contains(lang)).collect())
}
