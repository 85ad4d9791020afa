use super::*;

const RUSSIAN: &str = "регион,Население\nАлматинская область,«Всего» № 1\nг. Алматы,1\n";
const KAZAKH: &str = "өңір,Халық саны\nҚызылорда облысы,1\nҮшарал қаласы,ғұл һәм іс\n";

/// The bytes of a text in an encoding of one byte.
fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let letters: Vec<_> = (0..=255_u8)
        .map(|byte| (decoded(&[byte], encoding).chars().next().unwrap(), byte))
        .collect();
    let byte = |c| letters.iter().find(|(own, _)| *own == c).unwrap().1;
    text.chars().map(byte).collect()
}

/// What is read of the bytes, and what is said of them.
fn read_as(bytes: Vec<u8>, declared: Option<Encoding>) -> (Option<String>, Vec<String>) {
    let input = Input::new([
        ("content/data/a.csv".to_owned(), bytes),
        ("content/data/a.yaml".to_owned(), b"encoding: x".to_vec()),
    ]);
    let yaml = input.find("content/data/a.yaml").unwrap();
    let declared = declared.map(|value| Spanned { value, span: Span::new(yaml, 0, 8) });
    let file = input.find("content/data/a.csv").unwrap();
    let mut found = Diagnostics::new();
    let text = text(&input, file, declared.as_ref(), &mut found).map(str::to_owned);
    (text, found.sorted().into_iter().map(|d| d.message).collect())
}

#[test]
fn the_tables_are_those_of_the_standards() {
    for (bytes, letters) in [KZ_1048, PT154] {
        assert_eq!(bytes.len(), letters.chars().count());
        assert!(bytes.is_sorted());
    }
    // The same row of the tables that iconv has of RK1048 and PT154.
    let row: Vec<u8> = (0xa0..=0xaf).collect();
    assert_eq!(decoded(&row, Encoding::Kz1048), "\u{a0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{ad}®Ү");
    assert_eq!(decoded(&row, Encoding::Pt154), "\u{a0}ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ");
}

#[test]
fn an_encoding_is_recognised_by_what_it_makes_of_words() {
    for encoding in [Encoding::Windows1251, Encoding::Koi8R] {
        assert_eq!(looks_like(&encoded("Всего по Казахстану", encoding)), Some(encoding));
        assert_eq!(looks_like(&encoded("область, всего", encoding)), Some(encoding));
        assert_eq!(looks_like(&encoded("ЖАМБЫЛСКАЯ область", encoding)), Some(encoding));
    }
    let bytes = encoded(RUSSIAN, Encoding::Windows1251);
    assert_eq!(looks_like(&bytes), Some(Encoding::Windows1251));
    let bytes = encoded("Всего по Казахстану, область", Encoding::Ibm866);
    assert_eq!(looks_like(&bytes), Some(Encoding::Ibm866));
    for encoding in [Encoding::Kz1048, Encoding::Pt154] {
        assert_eq!(looks_like(&encoded(KAZAKH, encoding)), Some(encoding));
    }
    let bytes = encoded("résumé, Straße, façade", Encoding::Windows1252);
    assert_eq!(looks_like(&bytes), Some(Encoding::Windows1252));
    assert_eq!(looks_like(b"\xff\xfea\0"), Some(Encoding::Utf16));
    assert_eq!(looks_like(b"1,2\x81"), None);
}

#[test]
fn what_is_declared_is_read() {
    for encoding in [Encoding::Windows1251, Encoding::Koi8R] {
        let russian = "Всего по Казахстану\n";
        let read = read_as(encoded(russian, encoding), Some(encoding));
        assert_eq!(read, (Some(russian.to_owned()), vec![]));
    }
    for encoding in [Encoding::Kz1048, Encoding::Pt154] {
        let read = read_as(encoded(KAZAKH, encoding), Some(encoding));
        assert_eq!(read, (Some(KAZAKH.to_owned()), vec![]));
    }
    let windows = KAZAKH.replace('\n', "\r\n");
    let units = format!("\u{feff}{windows}");
    let units = units.encode_utf16();
    let little = units.clone().flat_map(u16::to_le_bytes).collect();
    let big = units.flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let read = read_as(bytes, Some(Encoding::Utf16));
        assert_eq!(read, (Some(KAZAKH.to_owned()), vec![]));
    }
}

#[test]
fn what_is_not_declared_is_named() {
    let looks = |name: &str| {
        (None, vec![format!("`content/data/a.csv` is not UTF-8; it looks like {name}")])
    };
    let bytes = encoded(RUSSIAN, Encoding::Windows1251);
    assert_eq!(read_as(bytes, None), looks("windows-1251"));
    assert_eq!(read_as(encoded(KAZAKH, Encoding::Kz1048), None), looks("kz-1048"));
    assert_eq!(read_as(b"\xff\xfea\0".to_vec(), None), looks("utf-16"));
    let said = ["`content/data/a.csv` is not UTF-8 from byte 3 on".to_owned()];
    assert_eq!(read_as(b"a,\x81".to_vec(), None), (None, said.to_vec()));
}

#[test]
fn what_is_declared_wrongly_is_told() {
    let said = |bytes: Vec<u8>, declared| read_as(bytes, Some(declared)).1;
    let utf8 = RUSSIAN.as_bytes().to_vec();
    let message = "`content/data/a.csv` is declared as windows-1251, but it is UTF-8";
    assert_eq!(said(utf8, Encoding::Windows1251), [message]);
    let message = "the file is not windows-1251: it has no letter of this byte";
    assert_eq!(said(b"a,\x98\n".to_vec(), Encoding::Windows1251), [message]);
    let bytes = encoded(KAZAKH, Encoding::Kz1048);
    let message = "the file looks like kz-1048 and not like windows-1251";
    assert_eq!(said(bytes.clone(), Encoding::Windows1251), [message]);
    let message = "`content/data/a.csv` is declared as utf-16, but it is kz-1048";
    assert_eq!(said(bytes, Encoding::Utf16), [message]);
    let message = "`content/data/a.csv` is declared as koi8-r, but it is utf-16";
    assert_eq!(said(b"\xff\xfea\0".to_vec(), Encoding::Koi8R), [message]);
    assert_eq!(said(b"a,b\n".to_vec(), Encoding::Windows1251), [""; 0]);
}
