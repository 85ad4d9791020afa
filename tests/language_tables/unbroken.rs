//! Where a line may break: never inside a number with its sign, ending or symbol, nor
//! between it and what stands by it.

use baspa::edition::{Inline, Mark};

use crate::say::Study;

/// Expressions with what stays in one piece of each, and all that readers see.
const KAZAKH: [(&str, &str, &str); 14] = [
    ("(1234567).abl()", "1 234 567-ден", "1 234 567-ден"),
    ("given[\"r0\"].share.dat()", "63,5%-ға", "63,5%-ға"),
    ("given[\"r0\"].share.poss().abl()", "63,5%-ынан", "63,5%-ынан"),
    ("given[\"r0\"].share.adj()", "63,5%-дық", "63,5%-дық"),
    ("fraction(2, 3).poss()", "2/3-сі", "2/3-сі"),
    ("range(10, 15).abl()", "10–15-тен", "10–15-тен"),
    ("range(-5, -3).dat()", "−5 – −3-ке", "−5 – −3-ке"),
    ("(431262).thousands().abl()", "431 мыңнан", "431 мыңнан"),
    ("(20300000).millions(1).short().abl()", "20,3 млн-нан", "20,3 млн-нан"),
    ("(5).dat().symbol(\"kilometre\")", "5 км-ге", "5 км-ге"),
    ("(2).ordinal().loc().noun(\"table\")", "2-кестеде", "2-кестеде"),
    ("(2).ordinal().abl()", "2-шіден", "2-шіден"),
    ("(5).dat().noun(\"household\")", "5", "5 үй шаруашылығына"),
    ("(2).roman().loc().noun(\"quarter\")", "II", "II тоқсанда"),
];

const RUSSIAN: [(&str, &str, &str); 7] = [
    ("given[\"r0\"].share", "63,5 %", "63,5 %"),
    ("(2000).thousands().dat()", "2 тысячам", "2 тысячам"),
    ("(2).noun(\"percentage-point\")", "2", "2 процентных пункта"),
    ("given[\"r0\"].points.symbol()", "63,5 п. п.", "63,5 п. п."),
    ("(100).gen().after(\"с\")", "100", "со 100"),
    ("(3).ordinal().prep().noun(\"table\").after(\"в\")", "3-й", "в 3-й таблице"),
    ("(1000).short().symbol(\"tenge\")", "1 000 ₸", "1 000 ₸"),
];

fn hold(tag: &'static str, forms: &[(&str, &str, &str)]) {
    let study = Study::of(tag, &["63.5".to_owned()]);
    let sentences: Vec<_> =
        forms.iter().map(|(expression, ..)| format!("{{{{ {expression} }}}}")).collect();
    for (line, (expression, number, all)) in study.lines(&sentences).iter().zip(forms) {
        let mut seen = String::new();
        for part in line {
            match part {
                Inline::Mark(Mark::Value(text)) => {
                    assert_eq!(text.replace('\u{a0}', " "), *number, "{expression}");
                    seen.push_str(text);
                }
                Inline::Mark(Mark::Words(words)) => {
                    let (first, last) =
                        (words.starts_with('\u{a0}'), words.ends_with('\u{a0}'));
                    let glued = if seen.is_empty() { last } else { first };
                    assert!(glued, "{expression}: a line may break by {words:?}");
                    seen.push_str(words);
                }
                other => panic!("{expression}: {other:?}"),
            }
        }
        assert_eq!(seen.replace('\u{a0}', " "), *all, "{expression}");
    }
}

#[test]
fn a_number_and_what_stands_by_it_are_never_parted() {
    hold("kk", &KAZAKH);
    hold("ru", &RUSSIAN);
}

#[test]
fn a_study_chooses_the_word_that_a_percentage_is_read_as() {
    let endings = |study: &Study| {
        let forms = ["abl", "dat", "poss", "ins"];
        let written = forms.map(|form| format!("{{{{ given[\"r0\"].share.{form}() }}}}"));
        study.say(&written).join(" ")
    };
    let study = || Study::of("kk", &["41".to_owned()]);
    assert_eq!(endings(&study()), "41%-дан 41%-ға 41%-ы 41%-бен");
    let other = study().with("percent-word: процент\n");
    assert_eq!(endings(&other), "41%-тен 41%-ке 41%-і 41%-пен");
}
