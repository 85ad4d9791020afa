//! Charts of dots, stems, slopes, points and pyramids to be drawn. All data are made up;
//! their sizes are those of such data.

use baspa::edition::{
    Across, Along, Annotation, Chart, ChartKind, Interval, Panel, ReferenceMark, Series,
};
use baspa::locale::{Kind, Quantity, Scale};
use rust_decimal::Decimal;

use crate::samples::{
    LANGS, Make, Sample, Words, category, chart, percent, series, written,
};

/// Each of these charts in one language.
pub(crate) const KINDS: [Make; 15] = [
    highlighted,
    halves,
    dots,
    pairs,
    surveys,
    ratios,
    stems,
    slopes,
    many_slopes,
    points,
    few_points,
    pyramid,
    ages,
    long_pyramid,
    one_dot,
];

/// Small multiples of some of these charts: each panel has the values of the chart, the
/// second in the opposite order.
pub(crate) fn panelled() -> Vec<Sample> {
    let kinds: [(&str, Make); 9] = [
        ("panels-scatter-compared", compared_points),
        ("panels-bar-compared", highlighted),
        ("panels-share-compared", halves),
        ("panels-dot", dots),
        ("panels-dot-pairs", pairs),
        ("panels-lollipop", stems),
        ("panels-slope", slopes),
        ("panels-scatter", few_points),
        ("panels-pyramid", long_pyramid),
    ];
    let labels: [Words; 2] =
        [["cities", "қалалар", "города"], ["villages", "ауылдар", "сёла"]];
    let in_each = |at: usize| {
        kinds.map(|(name, kind)| {
            let (_, whole) = kind(at);
            let panel = |(nth, label): (usize, &Words)| {
                let mut chart = whole.clone();
                if nth == 1 {
                    chart.series.iter_mut().for_each(|own| own.data.reverse());
                }
                let amounts = chart.amounts();
                chart.extent =
                    amounts.iter().copied().min().zip(amounts.iter().copied().max());
                Panel { label: label[at].to_owned(), short: None, chart }
            };
            let panels = labels.iter().enumerate().map(panel).collect();
            let mut chart = Chart { panels, ..whole.clone() };
            chart.series.iter_mut().for_each(|own| own.data.clear());
            Sample { name, chart, lang: LANGS[at] }
        })
    };
    (0..LANGS.len()).flat_map(in_each).collect()
}

const CITIES: [(&str, Words); 6] = [
    ("almaty", ["Almaty", "Алматы", "Алматы"]),
    ("astana", ["Astana", "Астана", "Астана"]),
    ("shymkent", ["Shymkent", "Шымкент", "Шымкент"]),
    (
        "small",
        [
            "towns with fewer than 50,000 people",
            "халқы 50 000 адамнан аз қалалар",
            "города с населением менее 50 000 человек",
        ],
    ),
    ("oskemen", ["Oskemen", "Өскемен", "Усть-Каменогорск"]),
    ("villages", ["villages", "ауылдар", "сёла"]),
];

/// Regions with what each is named after and two amounts: per cent of urban people, and
/// average wage in thousand tenge.
const REGIONS: [(&str, Words, &str, &str); 16] = [
    ("akmola", ["Akmola", "Ақмола", "Акмолинская"], "47.1", "214"),
    ("aktobe", ["Aktobe", "Ақтөбе", "Актюбинская"], "70.4", "241"),
    ("almaty-region", ["Almaty region", "Алматы облысы", "Алматинская"], "22.9", "206"),
    ("atyrau", ["Atyrau", "Атырау", "Атырауская"], "54.2", "480"),
    (
        "west",
        ["West Kazakhstan", "Батыс Қазақстан", "Западно-Казахстанская"],
        "53.6",
        "255",
    ),
    ("zhambyl", ["Zhambyl", "Жамбыл", "Жамбылская"], "40.2", "188"),
    ("karaganda", ["Karaganda", "Қарағанды", "Карагандинская"], "79.6", "262"),
    ("kostanay", ["Kostanay", "Қостанай", "Костанайская"], "54.7", "212"),
    ("kyzylorda", ["Kyzylorda", "Қызылорда", "Кызылординская"], "45.1", "219"),
    ("mangystau", ["Mangystau", "Маңғыстау", "Мангистауская"], "40.0", "402"),
    ("pavlodar", ["Pavlodar", "Павлодар", "Павлодарская"], "70.7", "247"),
    (
        "north",
        ["North Kazakhstan", "Солтүстік Қазақстан", "Северо-Казахстанская"],
        "46.1",
        "196",
    ),
    ("turkestan", ["Turkestan", "Түркістан", "Туркестанская"], "19.8", "190"),
    (
        "east",
        ["East Kazakhstan", "Шығыс Қазақстан", "Восточно-Казахстанская"],
        "62.4",
        "233",
    ),
    ("astana", ["Astana", "Астана", "Астана"], "100", "354"),
    ("almaty", ["Almaty", "Алматы", "Алматы"], "100", "321"),
];

fn cities(at: usize) -> Vec<baspa::edition::Category> {
    CITIES.iter().map(|(id, label)| category(id, label[at])).collect()
}

fn percents(mut chart: Chart, at: usize) -> Chart {
    chart.form.kind = Kind::Percent;
    chart.form.decimals = Some(1);
    chart.unit = ["per cent", "пайыз", "процентов"][at].to_owned();
    chart
}

/// A series of percentages, each with an interval.
fn with_intervals(
    label: &str,
    values: &[Option<(&str, &str, &str)>],
    at: usize,
) -> Series {
    let own: Vec<Option<&str>> =
        values.iter().map(|value| value.map(|value| value.1)).collect();
    let mut series = series(label, &own, percent(at), LANGS[at]);
    for (datum, value) in series.data.iter_mut().zip(values) {
        datum.interval = value.map(|(low, _, high)| {
            let (low, high): (Decimal, Decimal) =
                (low.parse().unwrap(), high.parse().unwrap());
            let words = |value| written(value, LANGS[at]);
            let text = format!("{}–{}{}", words(low), words(high), percent(at));
            Interval { low, high, text }
        });
    }
    series
}

const INTERVAL: Words = [
    "95% confidence interval",
    "95%-дық сенім аралығы",
    "95-процентный доверительный интервал",
];

fn reference(along: Along, from: &str, to: &str, text: &str) -> ReferenceMark {
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    ReferenceMark { along, from, to, text: text.to_owned() }
}

/// Bars of which one is highlighted, compared with a value and a span.
fn highlighted(at: usize) -> (&'static str, Chart) {
    let values = ["41.5", "35.2", "28.4", "22", "18.9", "9.3"].map(Some);
    let share = series("%", &values, percent(at), LANGS[at]);
    let mut chart = percents(chart(ChartKind::Bar, cities(at), vec![share]), at);
    for category in &mut chart.categories {
        category.muted = category.id != "shymkent";
    }
    let words = ["average of the country", "ел бойынша орташа", "в среднем по стране"];
    let goal = ["goal for 2030", "2030 жылға арналған мақсат", "цель на 2030 год"];
    chart.references = vec![
        reference(Along::Y, "26.1", "26.1", words[at]),
        reference(Along::Y, "32", "36", goal[at]),
    ];
    ("bar-highlight", chart)
}

/// Shares of two parts, compared with one half.
fn halves(at: usize) -> (&'static str, Chart) {
    let years = ["1991", "2002", "2010", "2020"];
    let years = years.iter().map(|year| category(year, year)).collect();
    let urban = ["57.3", "56.4", "53.8", "58.9"].map(Some);
    let rural = ["42.7", "43.6", "46.2", "41.1"].map(Some);
    let names = [
        ["urban population", "қала халқы", "городское население"],
        ["rural population", "ауыл халқы", "сельское население"],
    ];
    let parts = vec![
        series(names[0][at], &urban, percent(at), LANGS[at]),
        series(names[1][at], &rural, percent(at), LANGS[at]),
    ];
    let mut chart = percents(chart(ChartKind::Stacked { share: true }, years, parts), at);
    let half = ["half", "жартысы", "половина"][at];
    chart.references = vec![reference(Along::Y, "50", "50", half)];
    ("share-half", chart)
}

/// Dots with intervals, one missing, compared with a value.
fn dots(at: usize) -> (&'static str, Chart) {
    let values = [
        Some(("29", "31.4", "33.8")),
        Some(("24.1", "27.2", "30.3")),
        None,
        Some(("17.5", "23.9", "30.3")),
        Some(("18.8", "22.6", "26.4")),
        Some(("10.7", "12.5", "14.3")),
    ];
    let share = with_intervals("%", &values, at);
    let mut chart = percents(chart(ChartKind::Dot, cities(at), vec![share]), at);
    chart.interval = Some(INTERVAL[at].to_owned());
    let words = ["average of the country", "ел бойынша орташа", "в среднем по стране"];
    chart.references = vec![reference(Along::Y, "21.3", "21.3", words[at])];
    ("dot", chart)
}

/// Two dots in each row, on an axis that does not begin at zero.
fn pairs(at: usize) -> (&'static str, Chart) {
    let before = ["68.1", "66.9", "64.2", "61.5", "62.8", "60.7"].map(Some);
    let after =
        [Some("75.9"), Some("76.2"), Some("73.1"), Some("70.4"), None, Some("72.2")];
    let names = [
        ["1999 census", "1999 жылғы санақ", "перепись 1999 года"],
        ["2021 census", "2021 жылғы санақ", "перепись 2021 года"],
    ];
    let all = vec![
        series(names[0][at], &before, "", LANGS[at]),
        series(names[1][at], &after, "", LANGS[at]),
    ];
    let mut chart = chart(ChartKind::Dot, cities(at), all);
    chart.form.decimals = Some(1);
    chart.axis.zero = false;
    chart.unit = ["years", "жыл", "лет"][at].to_owned();
    ("dot-pairs", chart)
}

/// Dots of three series with intervals, below each other.
fn surveys(at: usize) -> (&'static str, Chart) {
    let names = [
        ["women", "әйелдер", "женщины"],
        ["men", "ерлер", "мужчины"],
        ["not stated", "көрсетілмеген", "не указано"],
    ];
    let values = [
        [("40.2", "44.1", "48"), ("35", "38.8", "42.6"), ("30.9", "36.4", "41.9")],
        [("38.8", "43.2", "47.6"), ("36.2", "40.1", "44"), ("31.5", "37.5", "43.5")],
        [("20.6", "35.6", "50.6"), ("14", "30", "46"), ("10.1", "28.3", "46.5")],
    ];
    let all = names.iter().zip(values).enumerate().map(|(nth, (name, values))| {
        let mut values = values.map(Some);
        if nth == 2 {
            values[1] = None;
        }
        with_intervals(name[at], &values, at)
    });
    let places = cities(at).into_iter().take(3).collect();
    let mut chart = percents(chart(ChartKind::Dot, places, all.collect()), at);
    chart.interval = Some(INTERVAL[at].to_owned());
    ("dot-groups", chart)
}

/// Dots on a scale of ratios.
fn ratios(at: usize) -> (&'static str, Chart) {
    let values = ["2030000", "1350000", "1190000", "34000", "330000", "1200"].map(Some);
    let people = series("people", &values, "", LANGS[at]);
    let mut chart = chart(ChartKind::Dot, cities(at), vec![people]);
    chart.axis.log = true;
    chart.axis.zero = false;
    chart.unit = ["people", "адам", "человек"][at].to_owned();
    ("dot-log", chart)
}

/// A single dot.
fn one_dot(at: usize) -> (&'static str, Chart) {
    let places = cities(at).into_iter().take(1).collect();
    let share = with_intervals("%", &[Some(("29", "31.4", "33.8"))], at);
    let mut chart = percents(chart(ChartKind::Dot, places, vec![share]), at);
    chart.axis.zero = false;
    chart.interval = Some(INTERVAL[at].to_owned());
    ("dot-one", chart)
}

/// Dots on stems, some below zero, one at zero, one missing.
fn stems(at: usize) -> (&'static str, Chart) {
    let values = [Some("12.4"), Some("9.1"), None, Some("0"), Some("-3.8"), Some("-7.6")];
    let share = series("%", &values, percent(at), LANGS[at]);
    let mut chart = percents(chart(ChartKind::Lollipop, cities(at), vec![share]), at);
    for category in &mut chart.categories {
        category.muted = category.id != "almaty" && category.id != "villages";
    }
    ("lollipop", chart)
}

/// Four slopes, two of which end near each other and one of which has no end.
fn slopes(at: usize) -> (&'static str, Chart) {
    let values = [
        [Some("31.4"), Some("44.2")],
        [Some("27.2"), Some("43.6")],
        [Some("23.9"), Some("18.1")],
        [Some("22.6"), None],
    ];
    let all = CITIES
        .iter()
        .zip(values)
        .map(|((_, name), values)| series(name[at], &values, percent(at), LANGS[at]));
    let years = ["2009", "2019"].map(|year| category(year, year)).into();
    let mut chart = percents(chart(ChartKind::Slope, years, all.collect()), at);
    chart.axis.zero = false;
    ("slope", chart)
}

/// Slopes of all regions, two of which are highlighted.
fn many_slopes(at: usize) -> (&'static str, Chart) {
    let all = REGIONS.iter().enumerate().map(|(nth, (id, name, urban, _))| {
        let before: Decimal = urban.parse().unwrap();
        let change = Decimal::new(i64::try_from(nth * 37 % 90).unwrap() - 40, 1);
        let after = (before + change).min(Decimal::ONE_HUNDRED).to_string();
        let mut one =
            series(name[at], &[Some(urban), Some(&after)], percent(at), LANGS[at]);
        one.muted = *id != "karaganda" && *id != "turkestan";
        one
    });
    let labels = [
        ["1999 census", "1999 жылғы санақ", "перепись 1999 года"],
        ["2021 census", "2021 жылғы санақ", "перепись 2021 года"],
    ];
    let years = labels.map(|label| category(&label[0][..4], label[at])).into();
    let chart = chart(ChartKind::Slope, years, all.collect());
    ("slope-many", percents(chart, at))
}

fn scattered(at: usize, regions: &[(&str, Words, &str, &str)]) -> Chart {
    let mut categories = Vec::new();
    let mut wages = Vec::new();
    for (id, label, urban, wage) in regions {
        let mut own = category(id, label[at]);
        own.position = Some(urban.parse().unwrap());
        categories.push(own);
        wages.push(Some(*wage));
    }
    let name = ["wage", "жалақы", "заработная плата"][at];
    let all = series(name, &wages, "", LANGS[at]);
    let mut chart = chart(ChartKind::Scatter, categories, vec![all]);
    chart.unit = ["thousand tenge", "мың теңге", "тысяч тенге"][at].to_owned();
    let places = || chart.categories.iter().filter_map(|own| own.position);
    let extent = (places().min().unwrap(), places().max().unwrap());
    let mut form = Quantity::new(Decimal::ZERO);
    form.kind = Kind::Percent;
    form.decimals = Some(1);
    chart.across = Some(Across {
        label: ["Urban people", "Қала тұрғындары", "Городские жители"][at].to_owned(),
        unit: ["per cent", "пайыз", "процентов"][at].to_owned(),
        form,
        extent,
    });
    chart.measure =
        ["Average wage", "Орташа жалақы", "Средняя заработная плата"][at].to_owned();
    chart
}

/// Points of two groups, some of which are highlighted, with words, lines and a span.
fn points(at: usize) -> (&'static str, Chart) {
    let mut chart = scattered(at, &REGIONS);
    let oil = |id: &str| ["atyrau", "mangystau", "aktobe", "west"].contains(&id);
    let groups = [
        ["oil regions", "мұнайлы өңірлер", "нефтяные регионы"],
        ["other regions", "басқа өңірлер", "другие регионы"],
    ];
    let ids: Vec<String> = chart.categories.iter().map(|own| own.id.clone()).collect();
    let one = chart.series.remove(0);
    chart.series = groups
        .iter()
        .enumerate()
        .map(|(nth, name)| {
            let mut own = Series { label: name[at].to_owned(), ..one.clone() };
            for (datum, id) in own.data.iter_mut().zip(&ids) {
                if oil(id) != (nth == 0) {
                    (datum.value, datum.text) = (None, String::new());
                }
            }
            own
        })
        .collect();
    for category in &mut chart.categories {
        category.muted =
            !["atyrau", "almaty", "turkestan"].contains(&category.id.as_str());
    }
    let text =
        ["many work in shifts", "көбі вахтамен жұмыс істейді", "многие работают вахтой"];
    let category = ids.iter().position(|id| id == "mangystau").unwrap();
    chart.annotations =
        vec![Annotation { category, series: 0, text: text[at].to_owned() }];
    let mean = ["average of the country", "ел бойынша орташа", "в среднем по стране"][at];
    let goal = ["goal for 2030", "2030 жылға арналған мақсат", "цель на 2030 год"][at];
    chart.references = vec![
        reference(Along::Y, "258", "258", mean),
        reference(Along::X, "66", "70", goal),
    ];
    ("scatter", chart)
}

/// A few points of one group, upwards on a scale of ratios.
fn few_points(at: usize) -> (&'static str, Chart) {
    let mut chart = scattered(at, &REGIONS[..5]);
    chart.axis.log = true;
    chart.axis.zero = false;
    ("scatter-log", chart)
}

/// The same on a scale of differences, compared with a value.
fn compared_points(at: usize) -> (&'static str, Chart) {
    let mut chart = scattered(at, &REGIONS[..5]);
    let mean = ["average of the country", "ел бойынша орташа", "в среднем по стране"][at];
    chart.references = vec![reference(Along::Y, "258", "258", mean)];
    ("scatter-compared", chart)
}

/// Men and women by age in thousands.
fn pyramid(at: usize) -> (&'static str, Chart) {
    let men = [
        1004, 968, 842, 661, 548, 640, 781, 762, 647, 582, 519, 470, 428, 322, 190, 98,
        64,
    ];
    let women = [
        948, 916, 798, 628, 529, 634, 789, 780, 677, 622, 570, 540, 522, 431, 289, 176,
        158,
    ];
    let age = |at: usize| match at {
        16 => "80+".to_owned(),
        at => format!("{}–{}", at * 5, at * 5 + 4),
    };
    let ages = (0..17).map(|at| category(&age(at), &age(at))).collect();
    let mut chart = chart(ChartKind::Pyramid, ages, sexes(&men, &women, at));
    chart.series[0].data[16].value = None;
    chart.series[0].data[16].text = [
        "not stated in the source",
        "дереккөзде көрсетілмеген",
        "не указано в источнике",
    ][at]
        .to_owned();
    chart.unit = ["thousand people", "мың адам", "тысяч человек"][at].to_owned();
    ("pyramid", chart)
}

/// The same by single years of age.
fn ages(at: usize) -> (&'static str, Chart) {
    let alive =
        |age: i64, lean: i64| 190_000 - age * 1_400 - (age % 7) * 3_000 - lean * age;
    let men: Vec<i64> = (0..=59).map(|age| alive(age, 300)).collect();
    let women: Vec<i64> = (0..=59).map(|age| alive(age, 60)).collect();
    let ages = (0..=59).map(|age: i32| category(&age.to_string(), &age.to_string()));
    let mut chart = chart(ChartKind::Pyramid, ages.collect(), sexes(&men, &women, at));
    chart.form.scale = Scale::Thousand;
    chart.unit = ["thousand people", "мың адам", "тысяч человек"][at].to_owned();
    ("pyramid-ages", chart)
}

/// Categories with long labels back to back.
fn long_pyramid(at: usize) -> (&'static str, Chart) {
    let men = [41, 35, 28, 22, 19, 9];
    let women = [38, 36, 31, 20, 22, 12];
    let all = sexes(&men, &women, at);
    ("pyramid-long", chart(ChartKind::Pyramid, cities(at), all))
}

fn sexes(men: &[i64], women: &[i64], at: usize) -> Vec<Series> {
    let names = [["men", "ерлер", "мужчины"], ["women", "әйелдер", "женщины"]];
    let all = names.iter().zip([men, women]).map(|(name, values)| {
        let values: Vec<String> = values.iter().map(i64::to_string).collect();
        let values: Vec<Option<&str>> =
            values.iter().map(|value| Some(value.as_str())).collect();
        series(name[at], &values, "", LANGS[at])
    });
    all.collect()
}
