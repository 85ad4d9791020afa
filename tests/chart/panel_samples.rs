//! Small multiples to be drawn. Internal migration and the reasons of 2006 are data of the
//! study in `content/`; arrivals and departures of regions, and the reasons of other
//! years, are made up.

use baspa::edition::{Chart, ChartKind, Panel, Series};

use crate::samples::{LANGS, Sample, Words, category, chart, percent, series};

/// Every kind of small multiples in every language.
pub(crate) fn all() -> Vec<Sample> {
    let kinds = [kinds_of_migration, regions, reasons, schools, parts, sums];
    let in_each = |at: usize| {
        kinds.map(|kind| {
            let (name, chart) = kind(at);
            Sample { name, chart, lang: LANGS[at] }
        })
    };
    (0..LANGS.len()).flat_map(in_each).collect()
}

/// A chart whose panels hold `data`: for each panel its label and the values of each
/// series; `None` is missing.
pub(crate) fn panels(
    whole: Chart,
    unit: &str,
    lang: &str,
    data: &[(&str, &[&[Option<&str>]])],
) -> Chart {
    let panel = |(label, values): &(&str, &[&[Option<&str>]])| {
        let filled = |(own, values): (&Series, &&[Option<&str>])| {
            let data = series(&own.label, values, unit, lang).data;
            Series { data, ..own.clone() }
        };
        let series = whole.series.iter().zip(*values).map(filled).collect();
        let chart = Chart { series, ..whole.clone() };
        Panel { label: (*label).to_owned(), short: None, chart }
    };
    let mut panels: Vec<Panel> = data.iter().map(panel).collect();
    let amounts = || panels.iter().flat_map(|panel| panel.chart.amounts());
    let extent = amounts().min().zip(amounts().max());
    panels.iter_mut().for_each(|panel| panel.chart.extent = extent);
    Chart { panels, ..whole }
}

fn empty(names: &[Words], at: usize) -> Vec<Series> {
    names.iter().map(|name| series(name[at], &[], "", LANGS[at])).collect()
}

fn years(years: impl IntoIterator<Item = i32>) -> Vec<baspa::edition::Category> {
    years.into_iter().map(|year| category(&year.to_string(), &year.to_string())).collect()
}

fn kinds_of_migration(at: usize) -> (&'static str, Chart) {
    let name: Words = ["migrants", "мигранттар", "мигранты"];
    let mut whole =
        chart(ChartKind::Line, years([1991, 1997, 2003, 2010, 2013]), empty(&[name], at));
    whole.form.scale = baspa::locale::Scale::Thousand;
    whole.unit = ["thousand people", "мың адам", "тысяч человек"][at].to_owned();
    let labels: [Words; 3] = [
        ["All internal migration", "Ішкі көші-қон барлығы", "Вся внутренняя миграция"],
        ["Between regions", "Өңіраралық", "Межрегиональная"],
        ["Within a region", "Өңір ішіндегі", "Внутрирегиональная"],
    ];
    let values = [
        ["431262", "204569", "291758", "366037", "337267"].map(Some),
        ["155766", "81060", "107646", "173266", "146157"].map(Some),
        ["275496", "123509", "184112", "192771", "191110"].map(Some),
    ];
    let data = [[&values[0][..]], [&values[1]], [&values[2]]];
    let data: Vec<_> =
        labels.iter().zip(&data).map(|(label, own)| (label[at], &own[..])).collect();
    ("panels-line", panels(whole, "", LANGS[at], &data))
}

fn regions(at: usize) -> (&'static str, Chart) {
    let names: [Words; 2] =
        [["Arrivals", "Келгендер", "Прибывшие"], ["Departures", "Кеткендер", "Выбывшие"]];
    let mut whole = chart(ChartKind::Line, years(2009..=2013), empty(&names, at));
    whole.unit = ["thousand people", "мың адам", "тысяч человек"][at].to_owned();
    let labels: [Words; 7] = [
        ["Akmola region", "Ақмола облысы", "Акмолинская область"],
        ["Almaty region", "Алматы облысы", "Алматинская область"],
        [
            "East Kazakhstan region",
            "Шығыс Қазақстан облысы",
            "Восточно-Казахстанская область",
        ],
        ["Zhambyl region", "Жамбыл облысы", "Жамбылская область"],
        [
            "South Kazakhstan region",
            "Оңтүстік Қазақстан облысы",
            "Южно-Казахстанская область",
        ],
        ["Astana city", "Астана қаласы", "Город Астана"],
        ["Almaty city", "Алматы қаласы", "Город Алматы"],
    ];
    let one = |first: i32, step: i32| -> Vec<String> {
        (0..5).map(|year| (first + year * step).to_string()).collect()
    };
    let all: Vec<[Vec<String>; 2]> = (0..7)
        .map(|nth| [one(12 + 4 * nth, nth - 2), one(30 - 3 * nth, 3 - nth)])
        .collect();
    let some = |values: &[String], nth: usize| -> Vec<Option<String>> {
        let kept = |(year, value): (usize, &String)| {
            (nth != 2 || year != 3).then(|| value.clone())
        };
        values.iter().enumerate().map(kept).collect()
    };
    let all: Vec<[Vec<Option<String>>; 2]> = all
        .iter()
        .enumerate()
        .map(|(nth, own)| [some(&own[0], nth), some(&own[1], nth)])
        .collect();
    let borrowed: Vec<[Vec<Option<&str>>; 2]> = all
        .iter()
        .map(|own| [0, 1].map(|s: usize| own[s].iter().map(Option::as_deref).collect()))
        .collect();
    let rows: Vec<[&[Option<&str>]; 2]> =
        borrowed.iter().map(|own| [&own[0][..], &own[1][..]]).collect();
    let data: Vec<_> =
        labels.iter().zip(&rows).map(|(label, own)| (label[at], &own[..])).collect();
    ("panels-line-series", panels(whole, "", LANGS[at], &data))
}

fn reasons(at: usize) -> (&'static str, Chart) {
    let labels: [(&str, Words); 4] = [
        ("job", ["search for a job", "жұмыс іздеу", "поиск работы"]),
        ("family", ["family", "отбасы жағдайы", "семья"]),
        (
            "health",
            [
                "need for qualified medical care",
                "білікті медициналық көмекке деген қажеттілік",
                "потребность в квалифицированной медицинской помощи",
            ],
        ),
        ("business", ["business", "кәсіпкерлік", "предпринимательство"]),
    ];
    let categories = labels.iter().map(|(id, label)| category(id, label[at])).collect();
    let name: Words = ["share", "үлесі", "доля"];
    let mut whole = chart(ChartKind::Bar, categories, empty(&[name], at));
    whole.form.decimals = Some(1);
    let data: [(&str, &[&[Option<&str>]]); 3] = [
        ("2006", &[&[Some("35.8"), Some("19.3"), Some("25"), Some("7.5")]]),
        ("2011", &[&[Some("40.2"), Some("15"), None, Some("9.1")]]),
        ("2016", &[&[Some("28.4"), Some("21.7"), Some("0"), Some("-3.4")]]),
    ];
    ("panels-bar", panels(whole, percent(at), LANGS[at], &data))
}

fn schools(at: usize) -> (&'static str, Chart) {
    let names: [Words; 2] = [
        ["Kazakhstan", "Қазақстан", "Казахстан"],
        ["of these in Almaty", "оның ішінде Алматыда", "в том числе в Алматы"],
    ];
    let whole = chart(ChartKind::Grouped, years([2010, 2011, 2019]), empty(&names, at));
    let labels: [Words; 4] = [
        ["Universities", "Университеттер", "Университеты"],
        ["Colleges", "Колледждер", "Колледжи"],
        ["Schools", "Мектептер", "Школы"],
        ["Kindergartens", "Балабақшалар", "Детские сады"],
    ];
    let values: [[[Option<&str>; 3]; 2]; 4] = [
        [[Some("149"), Some("146"), Some("131")], [Some("52"), Some("47"), Some("44")]],
        [[Some("866"), Some("804"), Some("801")], [Some("71"), Some("69"), None]],
        [
            [Some("7576"), Some("7465"), Some("7393")],
            [Some("198"), Some("203"), Some("205")],
        ],
        [
            [Some("4781"), Some("6446"), Some("10314")],
            [Some("151"), Some("0"), Some("862")],
        ],
    ];
    let rows: Vec<[&[Option<&str>]; 2]> =
        values.iter().map(|own| [&own[0][..], &own[1][..]]).collect();
    let data: Vec<_> =
        labels.iter().zip(&rows).map(|(label, own)| (label[at], &own[..])).collect();
    ("panels-grouped", panels(whole, "", LANGS[at], &data))
}

fn homes(at: usize, share: bool) -> Chart {
    let names: [Words; 2] = [
        ["urban population", "қала халқы", "городское население"],
        ["rural population", "ауыл халқы", "сельское население"],
    ];
    let whole =
        chart(ChartKind::Stacked { share }, years([1991, 2010, 2020]), empty(&names, at));
    let labels: [Words; 2] = [
        ["Northern regions", "Солтүстік өңірлер", "Северные регионы"],
        ["Southern regions", "Оңтүстік өңірлер", "Южные регионы"],
    ];
    let values: [[[Option<&str>; 3]; 2]; 2] = [
        [[Some("61"), Some("64"), Some("66.5")], [Some("39"), Some("36"), Some("33.5")]],
        [[Some("44"), Some("47.1"), Some("52")], [Some("56"), Some("52.9"), Some("48")]],
    ];
    let rows: Vec<[&[Option<&str>]; 2]> =
        values.iter().map(|own| [&own[0][..], &own[1][..]]).collect();
    let data: Vec<_> =
        labels.iter().zip(&rows).map(|(label, own)| (label[at], &own[..])).collect();
    let unit = if share { percent(at) } else { "" };
    let mut chart = panels(whole, unit, LANGS[at], &data);
    let word = ["thousand people", "мың адам", "тысяч человек"][at];
    if !share {
        chart.unit = word.to_owned();
        chart.panels.iter_mut().for_each(|own| own.chart.unit = word.to_owned());
    }
    chart
}

fn parts(at: usize) -> (&'static str, Chart) {
    ("panels-share", homes(at, true))
}

fn sums(at: usize) -> (&'static str, Chart) {
    ("panels-stacked", homes(at, false))
}
