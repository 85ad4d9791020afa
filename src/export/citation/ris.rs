//! The entry of a work in RIS, the tagged format of reference managers.

use crate::edition::Work;
use crate::locale::Date;

/// The entry: an article of a journal, or else a page of the web. Lines end as the format
/// has them, with a carriage return and a line feed.
pub(super) fn ris(work: &Work) -> String {
    let mut text = String::new();
    let mut put = |tag: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            text.push_str(&format!("{tag}  - {value}\r\n"));
        }
    };
    put("TY", Some(if work.journal.is_some() { "JOUR" } else { "ELEC" }));
    for author in &work.authors {
        put("AU", Some(&author.inverted()));
    }
    put("TI", Some(&work.title));
    put("T2", work.journal.as_deref());
    put("VL", work.volume.as_deref());
    put("IS", work.issue.as_deref());
    put("SP", work.pages.as_ref().map(|(first, _)| first.as_str()));
    put("EP", work.pages.as_ref().map(|(_, last)| last.as_str()));
    put("PY", work.issued.map(|own| format!("{:04}", own.year())).as_deref());
    put("DA", work.issued.map(date).as_deref());
    put("PB", work.publisher.as_deref());
    put("SN", work.issn.as_deref());
    put("DO", work.doi.as_deref());
    put("ET", work.version.as_ref().map(|(name, _)| name.as_str()));
    put("UR", work.address.as_deref());
    put("LA", Some(work.lang.as_str()));
    for word in &work.keywords {
        put("KW", Some(word));
    }
    put("AB", Some(&work.summary));
    text.push_str("ER  - \r\n");
    text
}

/// Year, month and day with strokes behind them, also behind what is not known.
fn date(date: Date) -> String {
    let two = |part: Option<u8>| part.map(|own| format!("{own:02}")).unwrap_or_default();
    format!("{:04}/{}/{}/", date.year(), two(date.month()), two(date.day()))
}
