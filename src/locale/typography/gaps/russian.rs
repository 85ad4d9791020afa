//! Gaps that hold in Russian. Sources: the rules on what no line may end or begin with in
//! Мильчин, «Справочник издателя и автора».

use super::word::{closed, is_name, is_number, is_roman, opened};
use super::{Gap, has, has_last};

const UNITS: &str = "км км² м м² м³ см мм га кг г т ц л мл кВт МВт ГВт ч ч. мин мин. сек \
    сек. кв. куб. °C °С руб руб. коп. тг тг. тенге долл. евро ₸ ₽ $ € тыс. млн млрд трлн \
    чел. экз. шт. мес. нед. дн. г. гг. в. вв. с. п. пп. год года году годом годе годы \
    годов годам годами годах лет % ‰";

/// The beginnings of scale words, which are declined.
const SCALES: [&str; 3] = ["тысяч", "миллион", "миллиард"];

const MONTHS: &str = "января февраля марта апреля мая июня июля августа сентября октября \
    ноября декабря";

/// Words that a number belongs to.
const NAMES: &str = "№ №№ § §§ рис. табл. с. стр. гл. разд. прил. п. пп. ст. т. вып. кн. \
    ч. кв. д. см. раздел раздела разделе глава главы главе";

/// The beginnings of captions, which are declined.
const CAPTIONS: [&str; 2] = ["рисун", "таблиц"];

/// Abbreviations that a name belongs to.
const PLACES: &str = "г. гг. с. п. пос. ул. пр. просп. мкр. им. оз. р. о. м.";

/// Prepositions and conjunctions of one or two letters, and the particle «не».
const SHORT: &str = "а в и к о с у во до за из ко на об от по со но да не ни";

/// Particles that lean on the word before.
const PARTICLES: &str = "бы б же ж ли ль";

pub(super) fn holds(gap: &Gap<'_>) -> bool {
    gap.precedes_dash()
        || gap.after_number().is_some_and(is_unit)
        || gap.after_day().is_some_and(|month| has_last(MONTHS, month))
        || gap.before_number().is_some_and(is_caption)
        || is_short(gap)
        || has_last(PARTICLES, closed(gap.after))
        || is_abbreviated(gap)
        || is_roman(opened(gap.before)) && is_century(gap.after)
        || has(PLACES, gap.before) && is_name(gap.after) && !is_number(gap.earlier)
        || gap.follows_initial()
        || gap.precedes_initials()
}

fn is_unit(word: &str) -> bool {
    let divided = word.split('/').next().unwrap_or_default();
    has_last(UNITS, divided) || SCALES.iter().any(|scale| word.starts_with(scale))
}

fn is_caption(word: &str) -> bool {
    let small = word.to_lowercase();
    has(NAMES, &small) || CAPTIONS.iter().any(|caption| small.starts_with(caption))
}

fn is_century(word: &str) -> bool {
    word.starts_with("век") || has("в. вв.", closed(word))
}

/// A short word before another. A single capital is one only where a sentence begins:
/// elsewhere it is a name, as in «группа А».
fn is_short(gap: &Gap<'_>) -> bool {
    let word = opened(gap.before);
    if word.chars().nth(2).is_some() {
        return false;
    }
    let joins = gap
        .after
        .starts_with(|sign: char| sign.is_alphanumeric() || "«„(№§".contains(sign));
    let capital = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let begins = gap.earlier.is_empty()
        || word.len() < gap.before.len()
        || gap.earlier.ends_with(['.', '!', '?', '…', ':', '»', '—', '–']);
    joins && has(SHORT, &word.to_lowercase()) && (!capital || begins)
}

/// Inside «т. е.», «и т. д.», «до н. э.», «п. п.», and in «кв. км».
fn is_abbreviated(gap: &Gap<'_>) -> bool {
    match opened(gap.before) {
        "т." | "Т." => has("е. д. п. к. н. ч. о.", closed(gap.after)),
        "н." => closed(gap.after) == "э.",
        "п." => closed(gap.after) == "п.",
        "кв." | "куб." => has_last("км м см", closed(gap.after)),
        "тыс." | "млн" | "млрд" => {
            has_last("₸ руб. тг тенге км га т кв.", closed(gap.after))
        }
        _ => false,
    }
}
