//! What an expression says, whatever form its number is written in.

/// Methods that give a number another form and leave its value.
pub(super) const FORMS: [&str; 17] = [
    "abl",
    "acc",
    "article",
    "billions",
    "dat",
    "decimals",
    "gen",
    "ins",
    "loc",
    "millions",
    "nom",
    "ordinal",
    "percent",
    "poss",
    "prep",
    "thousands",
    "words",
];

/// The expression without the methods that only give a number another form, and without
/// spaces that mean nothing: `a.b` of `a . b.thousands()`. A text in quotes stays as it
/// is.
pub fn identity(expression: &str) -> String {
    let mut said = String::new();
    let mut rest = expression.trim();
    while let Some(next) = rest.chars().next() {
        if matches!(next, '"' | '\'') {
            let end = quoted(rest);
            said.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if next.is_whitespace() {
            rest = rest.trim_start();
            if parts_words(&said, rest) {
                said.push(' ');
            }
        } else if let Some(end) = form(rest) {
            rest = &rest[end..];
        } else {
            said.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    said
}

/// Whether a space between the two keeps words apart.
fn parts_words(before: &str, after: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | '\'');
    before.ends_with(word) && after.starts_with(word)
}

/// The length of the text in quotes that `rest` begins with.
fn quoted(rest: &str) -> usize {
    let mut signs = rest.char_indices();
    let quote = signs.next().map(|(_, quote)| quote);
    let mut escaped = false;
    for (at, sign) in signs {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if Some(sign) == quote => return at + sign.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The length of the call of a form that `rest` begins with: of `.percent(1)`.
fn form(rest: &str) -> Option<usize> {
    let after_dot = rest.strip_prefix('.')?.trim_start();
    let end = after_dot.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let (name, after_name) = after_dot.split_at(end);
    let arguments = after_name.trim_start();
    if !FORMS.contains(&name) || !arguments.starts_with('(') {
        return None;
    }
    let start = rest.len() - arguments.len();
    let mut open = 0;
    let mut at = 0;
    while let Some(sign) = arguments[at..].chars().next() {
        match sign {
            '"' | '\'' => {
                at += quoted(&arguments[at..]);
                continue;
            }
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        at += sign.len_utf8();
        if open == 0 {
            return Some(start + at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::METHODS;

    #[test]
    fn every_form_is_a_method() {
        assert!(FORMS.iter().all(|form| METHODS.contains(form)));
    }

    #[test]
    fn the_form_of_a_number_is_left_out_wherever_it_stands() {
        for (expression, said) in [
            ("a[1991].total", "a[1991].total"),
            ("a[1991].total.thousands().abl()", "a[1991].total"),
            (" ( a - b ) . percent ( 1 ) ", "(a-b)"),
            ("range(a.thousands(), b.decimals((1)))", "range(a,b)"),
            ("a.plural(\"one .gen() \", 'a (b')", "a.plural(\"one .gen() \",'a (b')"),
            ("a in b", "a in b"),
            ("a in  [ 'x' ]", "a in['x']"),
            ("rows . filter(r, r.gen > 1)", "rows.filter(r,r.gen>1)"),
            ("size(a)", "size(a)"),
            ("a.size()", "a.size()"),
        ] {
            assert_eq!(identity(expression), said, "{expression}");
        }
    }

    #[test]
    fn what_is_never_closed_is_kept() {
        for text in ["a.percent(1", "a.percent(\")", "\"a", "a.percent", "'\\", ".", "қ."]
        {
            assert_eq!(identity(text), text);
        }
    }
}
