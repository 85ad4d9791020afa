use super::*;

const PLAIN: Style = Style { decimal: DecimalFile::Point, group: None };
const COMMA: Style = Style { decimal: DecimalFile::Comma, group: None };

fn style(decimal: DecimalFile, group: GroupFile) -> Style {
    Style { decimal, group: Some(group) }
}

#[test]
fn a_number_loses_its_groups_and_gets_a_point() {
    let spaced = style(DecimalFile::Comma, GroupFile::Space);
    for text in ["1 234,5", "1\u{a0}234,5", "1\u{2009}234,5", "1\u{202f}234,5", "1234,5"]
    {
        assert_eq!(in_style(text, spaced).as_deref(), Some("1234.5"), "{text}");
    }
    let read = |text, style| in_style(text, style).map(Cow::into_owned);
    assert_eq!(read("−12 345 678", spaced), Some("−12345678".to_owned()));
    assert_eq!(read("1 234,50 p", spaced), Some("1234.50 p".to_owned()));
    assert_eq!(read("1,234", COMMA), Some("1.234".to_owned()));
    let german = style(DecimalFile::Comma, GroupFile::Point);
    assert_eq!(read("1.234,5", german), Some("1234.5".to_owned()));
    let swiss = style(DecimalFile::Point, GroupFile::Apostrophe);
    assert_eq!(read("1’234'567.5", swiss), Some("1234567.5".to_owned()));
    let english = style(DecimalFile::Point, GroupFile::Comma);
    assert_eq!(read("1,234.50", english), Some("1234.50".to_owned()));
}

#[test]
fn what_is_no_number_is_left_as_it_is() {
    for text in ["", "not-counted", "x 12,5", "-", ",5", "…"] {
        assert_eq!(in_style(text, PLAIN).as_deref(), Some(text));
    }
    for text in ["1234", "12.5", "1234 p", "12.5 (e)", "-7", "12."] {
        assert_eq!(in_style(text, PLAIN).as_deref(), Some(text));
    }
}

#[test]
fn a_number_in_another_style_is_none_in_this() {
    for text in ["12,5", "1 234", "1'234", "1.234.567"] {
        assert_eq!(in_style(text, PLAIN), None, "{text}");
    }
    let spaced = style(DecimalFile::Comma, GroupFile::Space);
    for text in ["12.5", "12 34", "1 2345", "1234 567", "1,2,3", "1,234 567"] {
        assert_eq!(in_style(text, spaced), None, "{text}");
    }
}

#[test]
fn what_declares_a_style_is_what_differs() {
    let spaced = style(DecimalFile::Comma, GroupFile::Space);
    assert_eq!(spaced.declared(PLAIN), "`decimal: \",\"`, `group: space`");
    assert_eq!(spaced.declared(COMMA), "`group: space`");
    assert_eq!(PLAIN.declared(spaced), "`decimal: \".\"`, no `group`");
    assert_eq!(COMMA.written("12.5"), "12,5");
}
