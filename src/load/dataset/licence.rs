//! The licence of a dataset.

use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::LicenceOrId;
use crate::study::{LICENCES, Licence};

/// The licence that a file names; the outer `None` where a diagnostic says what is wrong.
pub(super) fn licence(
    file: Option<LicenceOrId>,
    decoder: &mut Decoder<'_>,
) -> Option<Option<Licence>> {
    match file {
        None => Some(None),
        Some(LicenceOrId::Id(id)) => {
            let known = Licence::known(&id.value);
            if known.is_none() {
                let message =
                    format!("`{}` is no licence that is known by its id", id.value);
                decoder.report(
                    Diagnostic::new(Code::BadValue, id.span, message)
                        .suggest(&id.value, LICENCES.iter().map(|own| own.id))
                        .help(
                            "give any other licence a `name`, and a `url` if it has one",
                        ),
                );
            }
            known.map(Some)
        }
        Some(LicenceOrId::Own(own)) => {
            let url = match own.url {
                Some(url) if !is_address(&url.value) => {
                    let message = format!("`{}` is no address", url.value);
                    decoder.report(
                        Diagnostic::new(Code::BadValue, url.span, message)
                            .help("write it as `https://example.org/licence`"),
                    );
                    return None;
                }
                url => url.map(|url| url.value),
            };
            Some(Some(Licence::Own { name: own.name, url }))
        }
    }
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace)
    })
}
