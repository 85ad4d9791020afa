//! How the preview adds to a page: where, and so that its policy allows it.
//!
//! A published page allows at most the site's own script, and what it asks the site for, by
//! its content security policy.
//! The preview takes the policy out of the page, allows what it adds itself, and sends it
//! as a header: the rest of the page stays under the policy that it is published with.

use std::fmt::Write;
use std::ops::Range;

use super::overlay::Overlay;

/// The page that stands in for one that there is not.
pub(super) const BARE_PAGE: &str = "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>baspa</title>
</head>
<body>
<p>There is no page here.</p>
</body>
</html>
";

/// The page at `path` with what lies over it and the script at its end.
pub(super) fn preview(
    html: &str,
    path: &str,
    version: &str,
    overlay: &Overlay,
) -> String {
    let end = find(html, "</body").last().unwrap_or(html.len());
    let mut page = html[..end].to_owned();
    page.push_str(&overlay.html(path));
    let _ = writeln!(
        page,
        "<script src=\"/__baspa/preview.js\" data-version=\"{version}\"></script>"
    );
    page.push_str(&html[end..]);
    page
}

/// The page without its policies, and these with the preview's own files allowed.
pub(super) fn take_policy(html: &str, origin: &str) -> (String, Option<String>) {
    let mut page = String::with_capacity(html.len());
    let mut policies = Vec::new();
    let mut rest = 0;
    for meta in policy_elements(html) {
        page.push_str(&html[rest..meta.start]);
        policies.extend(content(&html[meta.clone()]).map(|p| allow(&p, origin)));
        rest = meta.end;
    }
    page.push_str(&html[rest..]);
    (page, (!policies.is_empty()).then(|| policies.join(", ")))
}

fn policy_elements(html: &str) -> impl Iterator<Item = Range<usize>> {
    find(html, "<meta").filter_map(|start| {
        let end = start + html[start..].find('>')? + 1;
        let names_policy = find(&html[start..end], "content-security-policy").next();
        names_policy.map(|_| start..end)
    })
}

/// The value of the attribute `content`, in quotes.
fn content(element: &str) -> Option<String> {
    let value = &element[find(element, "content=").last()? + "content=".len()..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = value[1..].split(quote).next()?;
    let references = [("&#39;", "'"), ("&#x27;", "'"), ("&quot;", "\""), ("&amp;", "&")];
    let decoded = references
        .iter()
        .fold(value.to_owned(), |text, (reference, sign)| text.replace(reference, sign));
    decoded.bytes().all(|b| (b' '..=b'~').contains(&b)).then_some(decoded)
}

/// The policy with the preview's script, style and events allowed beside what it allows.
fn allow(policy: &str, origin: &str) -> String {
    let own = format!("{origin}/__baspa/");
    let mut directives: Vec<Vec<&str>> = policy
        .split(';')
        .map(|directive| directive.split_ascii_whitespace().collect())
        .filter(|words: &Vec<_>| !words.is_empty())
        .collect();
    let default = directives.iter().find(|words| words[0] == "default-src").cloned();
    for name in ["script-src", "style-src", "connect-src"] {
        if !directives.iter().any(|words| words[0] == name) {
            let Some(default) = &default else { continue };
            directives.push([&[name], &default[1..]].concat());
        }
        let element = format!("{name}-elem");
        for words in &mut directives {
            if words[0] == name || words[0] == element {
                words.retain(|word| *word != "'none'");
                words.push(&own);
            }
        }
    }
    directives.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join("; ")
}

/// The offsets of `wanted`, which is in lower case, whatever its case in `html`.
fn find(html: &str, wanted: &'static str) -> impl Iterator<Item = usize> {
    let bytes = html.as_bytes();
    let here = |window: &[u8]| window.eq_ignore_ascii_case(wanted.as_bytes());
    let windows = bytes.windows(wanted.len()).enumerate();
    windows.filter(move |(_, window)| here(window)).map(|(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        let none = Overlay::default();
        let page = preview("<body>а</BODY></html>", "/", "1f", &none);
        let script =
            "<script src=\"/__baspa/preview.js\" data-version=\"1f\"></script>\n";
        assert!(page.starts_with("<body>а<link"), "{page}");
        assert!(page.ends_with(&format!("{script}</BODY></html>")), "{page}");
        assert!(preview("no body", "/", "1f", &none).ends_with(script));
    }

    #[test]
    fn a_policy_allows_the_preview_and_nothing_else_new() {
        let html = "<head><META http-equiv=\"Content-Security-Policy\" \
                    content=\"default-src 'none'; style-src 'self'; img-src 'self'\"><p>";
        let (page, policy) = take_policy(html, "http://localhost:1");
        assert_eq!(page, "<head><p>");
        assert_eq!(
            policy.as_deref(),
            Some(
                "default-src 'none'; style-src 'self' http://localhost:1/__baspa/; \
                 img-src 'self'; script-src http://localhost:1/__baspa/; \
                 connect-src http://localhost:1/__baspa/"
            )
        );
    }

    #[test]
    fn a_page_without_a_policy_gets_none() {
        let html = "<meta charset=utf-8><meta name=description content=\"a\">";
        assert_eq!(take_policy(html, "http://localhost:1"), (html.to_owned(), None));
    }
}
