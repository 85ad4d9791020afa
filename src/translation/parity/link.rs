//! Addresses that are the same but for their language.

/// What names a language in the addresses of sites, beside its tag.
const LANGUAGES: [&str; 12] = [
    "en", "eng", "kk", "kz", "kaz", "qaz", "ru", "rus", "en-us", "en-gb", "ru-ru",
    "kk-kz",
];

/// The address without the parts that name a language. Of a site that has another host for
/// each language, as Wikipedia does, only the host: its pages have titles of their own.
pub(super) fn anywhere(address: &str) -> String {
    let lower = address.to_lowercase();
    let Some((_, rest)) = lower.split_once("://") else { return lower };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.strip_prefix("www.").unwrap_or(host);
    if let Some((first, site)) = host.split_once('.')
        && LANGUAGES.contains(&first)
    {
        return format!("*.{site}");
    }
    let parts = path.split_inclusive(['/', '?', '&', '=', '#']);
    let parts = parts.map(|part| {
        let name = part.trim_end_matches(['/', '?', '&', '=', '#']);
        if LANGUAGES.contains(&name) { part.replace(name, "*") } else { part.to_owned() }
    });
    format!("{host}{}", parts.collect::<String>().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_an_address_says_nothing() {
        for (one, other) in [
            (
                "https://en.wikipedia.org/wiki/Almaty",
                "https://ru.wikipedia.org/wiki/Алма-Ата",
            ),
            ("https://adilet.zan.kz/rus/docs/P21", "https://adilet.zan.kz/kaz/docs/P21"),
            ("https://a.kz/?lang=en", "https://www.a.kz/?lang=ru"),
            ("http://a.kz/en", "https://a.kz/kz/"),
        ] {
            assert_eq!(anywhere(one), anywhere(other));
        }
    }

    #[test]
    fn another_page_is_another_address() {
        for (one, other) in [
            ("https://a.kz/docs/1", "https://a.kz/docs/2"),
            ("https://a.kz/en/1", "https://b.kz/ru/1"),
            ("mailto:a@b.kz", "mailto:c@b.kz"),
            ("https://stat.gov.kz/61/5", "https://stat.gov.kz/61/6"),
        ] {
            assert_ne!(anywhere(one), anywhere(other));
        }
    }
}
