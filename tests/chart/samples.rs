//! Charts to be drawn. The data are those of the study in `content/`: the article's
//! Tables 1 to 3, the survey of 2006 and the institutions of higher education.

use baspa::chart::{Drawing, Scene, ToldBy, compose, draw};
use baspa::edition::{Axis, Category, Chart, ChartKind, Datum, Series};
use baspa::lang::Lang;
use baspa::locale::{Locale, Quantity, Scale};
use rust_decimal::Decimal;

use crate::row_samples;

/// English, Kazakh and Russian.
pub(crate) const LANGS: [&str; 3] = ["en", "kk", "ru"];

/// A word in English, Kazakh and Russian.
pub(crate) type Words = [&'static str; 3];

/// Makes a chart in one of the languages, and names it.
pub(crate) type Make = fn(usize) -> (&'static str, Chart);

/// A chart and what the languages call it.
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) chart: Chart,
    pub(crate) lang: &'static str,
}

impl Sample {
    pub(crate) fn scene(&self, width: f64) -> Scene {
        compose(&self.chart, &|quantity| self.locale().digits(quantity), width)
    }

    pub(crate) fn draw(&self, width: f64) -> Drawing {
        let lang = Lang::parse(self.lang).unwrap();
        let told_by = ToldBy { name: "title", description: "alt", lang };
        draw(&self.chart, told_by, &|quantity| self.locale().digits(quantity), width)
    }

    fn locale(&self) -> Locale {
        Locale::new(Lang::parse(self.lang).unwrap())
    }
}

/// Every kind of chart in every language.
pub(crate) fn all() -> Vec<Sample> {
    let kinds: [Make; 9] =
        [lines, gaps, one, close, motives, origins, institutions, population, shares];
    let kinds = || kinds.iter().chain(&row_samples::KINDS);
    LANGS
        .iter()
        .enumerate()
        .flat_map(|(at, lang)| {
            let own = kinds().map(move |kind| kind(at));
            let charts = own.chain(crate::mapped::all(at));
            charts.map(|(name, chart)| Sample { name, chart, lang }).collect::<Vec<_>>()
        })
        .chain(crate::upright_samples::all())
        .collect()
}

/// The same, and small multiples.
pub(crate) fn with_panels() -> Vec<Sample> {
    let mut all = all();
    all.extend(crate::panel_samples::all());
    all.extend(row_samples::panelled());
    all
}

/// A chart of `kind` in English.
pub(crate) fn sample(name: &'static str, chart: Chart) -> Sample {
    Sample { name, chart, lang: "en" }
}

/// A number as a language writes it.
pub(crate) fn written(number: Decimal, lang: &str) -> String {
    let (group, point) = if lang == "en" { (',', '.') } else { ('\u{a0}', ',') };
    let plain = number.abs().normalize().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits: Vec<char> = whole.chars().collect();
    let mut text = String::from(if number < Decimal::ZERO { "−" } else { "" });
    for (at, digit) in digits.iter().enumerate() {
        let left = digits.len() - at;
        if at > 0 && left.is_multiple_of(3) && digits.len() > 4 {
            text.push(group);
        }
        text.push(*digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A category.
pub(crate) fn category(id: &str, label: &str) -> Category {
    Category {
        id: id.to_owned(),
        label: label.to_owned(),
        short: None,
        code: id.to_owned(),
        position: id.parse().ok(),
        muted: false,
    }
}

/// A series of values, each written with `unit`; `None` is missing.
pub(crate) fn series(
    label: &str,
    values: &[Option<&str>],
    unit: &str,
    lang: &str,
) -> Series {
    let reason = match lang {
        "en" => "not stated in the source",
        "kk" => "дереккөзде көрсетілмеген",
        _ => "не указано в источнике",
    };
    let datum = |value: &Option<&str>| match value {
        Some(value) => {
            let value: Decimal = value.parse().unwrap();
            let text = written(value, lang) + unit;
            Datum { value: Some(value), exact: text.clone(), ..Datum::missing(text) }
        }
        None => Datum::missing(reason.to_owned()),
    };
    let data = values.iter().map(datum).collect();
    let id = label.to_owned();
    Series { label: id.clone(), id, short: None, muted: false, data }
}

/// A chart of `kind` with amounts in ones.
pub(crate) fn chart(
    kind: ChartKind,
    categories: Vec<Category>,
    series: Vec<Series>,
) -> Chart {
    let mut form = Quantity::new(Decimal::ZERO);
    form.decimals = Some(0);
    Chart {
        kind,
        categories,
        series,
        panels: Vec::new(),
        form,
        unit: String::new(),
        measure: String::new(),
        across: None,
        axis: Axis::PLAIN,
        extent: None,
        interval: None,
        annotations: Vec::new(),
        references: Vec::new(),
        map: None,
        trend: None,
    }
}

pub(crate) const TOTAL: [u32; 23] = [
    431262, 361356, 347652, 327323, 304959, 236957, 204569, 228610, 232427, 276699,
    271728, 269092, 291758, 317928, 298627, 295057, 311740, 344373, 364655, 366037,
    364638, 337841, 337267,
];
pub(crate) const BETWEEN_REGIONS: [u32; 23] = [
    155766, 136094, 134445, 131002, 123383, 97524, 81060, 96973, 131815, 145903, 136390,
    103868, 107646, 127474, 131012, 131303, 139542, 157974, 171871, 173266, 175057,
    146419, 146157,
];
pub(crate) const WITHIN_REGIONS: [u32; 23] = [
    275496, 225262, 213207, 196321, 181576, 139433, 123509, 131637, 100612, 130796,
    135338, 165224, 184112, 190454, 167615, 163754, 172198, 186399, 192784, 192771,
    189581, 191422, 191110,
];
pub(crate) const THOUSAND_PEOPLE: Words =
    ["thousand people", "мың адам", "тысяч человек"];

fn lines(at: usize) -> (&'static str, Chart) {
    ("line", migration(at, &[]))
}

/// The same with years missing: in the middle, alone between two others and at the end.
fn gaps(at: usize) -> (&'static str, Chart) {
    ("line-gaps", migration(at, &[3, 4, 5, 10, 12, 22]))
}

/// One line.
fn one(at: usize) -> (&'static str, Chart) {
    let years: Vec<String> = (1991..=2013).map(|year: i32| year.to_string()).collect();
    let share = |(part, whole): (&u32, &u32)| {
        (Decimal::from(part * 100) / Decimal::from(*whole)).round_dp(1).to_string()
    };
    let shares: Vec<String> = BETWEEN_REGIONS.iter().zip(&TOTAL).map(share).collect();
    let shares: Vec<Option<&str>> =
        shares.iter().map(|share| Some(share.as_str())).collect();
    let series = series("share", &shares, percent(at), LANGS[at]);
    let years = years.iter().map(|year| category(year, year)).collect();
    let mut chart = chart(ChartKind::Line, years, vec![series]);
    chart.unit = ["per cent", "пайыз", "процентов"][at].to_owned();
    ("line-one", chart)
}

/// Lines that end near each other, so that their names have to move.
fn close(at: usize) -> (&'static str, Chart) {
    let names: [Words; 4] = [
        ["Almaty city", "Алматы қаласы", "город Алматы"],
        [
            "Almaty region without the city",
            "Қаланы қоспағанда Алматы облысы",
            "Алматинская область без города",
        ],
        ["Zhambyl region", "Жамбыл облысы", "Жамбылская область"],
        [
            "South Kazakhstan region",
            "Оңтүстік Қазақстан облысы",
            "Южно-Казахстанская область",
        ],
    ];
    let values = [
        ["12.5", "14", "18.2", "20.4", "21"],
        ["24", "23.1", "22.8", "21.5", "20.6"],
        ["8", "9.5", "11", "15", "19.8"],
        ["-2", "-1", "1", "3.5", "4"],
    ];
    let years =
        (2015..=2019).map(|year: i32| category(&year.to_string(), &year.to_string()));
    let lines = names.iter().zip(values).map(|(name, values)| {
        series(name[at], &values.map(Some), percent(at), LANGS[at])
    });
    let mut chart = chart(ChartKind::Line, years.collect(), lines.collect());
    chart.unit = ["per cent", "пайыз", "процентов"][at].to_owned();
    ("line-close", chart)
}

pub(crate) fn migration(at: usize, missing: &[usize]) -> Chart {
    let names: [Words; 3] = [
        ["All internal migration", "Ішкі көші-қон барлығы", "Вся внутренняя миграция"],
        ["Between regions", "Өңіраралық", "Межрегиональная"],
        ["Within a region", "Өңір ішіндегі", "Внутрирегиональная"],
    ];
    let years =
        (1991..=2013).map(|year: i32| category(&year.to_string(), &year.to_string()));
    let data = [TOTAL, BETWEEN_REGIONS, WITHIN_REGIONS];
    let lines = names.iter().zip(data).map(|(name, values)| {
        let values: Vec<String> = values.iter().map(u32::to_string).collect();
        let values: Vec<Option<&str>> = values
            .iter()
            .enumerate()
            .map(|(year, value)| (!missing.contains(&year)).then_some(value.as_str()))
            .collect();
        series(name[at], &values, "", LANGS[at])
    });
    let mut chart = chart(ChartKind::Line, years.collect(), lines.collect());
    in_thousands(&mut chart);
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    chart
}

/// Shows the values of a chart in thousands; the names of its marks stay exact.
pub(crate) fn in_thousands(chart: &mut Chart) {
    chart.form.scale = Scale::Thousand;
    for datum in chart.series.iter_mut().flat_map(|series| &mut series.data) {
        if let Some(value) = datum.value {
            datum.text = (value / Decimal::from(1000)).round().to_string();
        }
    }
}

/// The sign of a percentage as a language joins it to a number.
pub(crate) fn percent(at: usize) -> &'static str {
    ["%", "%", "\u{a0}%"][at]
}

pub(crate) fn motives(at: usize) -> (&'static str, Chart) {
    let labels: [(&str, Words); 7] = [
        ("job", ["search for a job", "жұмыс іздеу", "поиск работы"]),
        (
            "health",
            [
                "need for qualified medical care",
                "білікті медициналық көмекке деген қажеттілік",
                "потребность в квалифицированной медицинской помощи",
            ],
        ),
        ("family", ["family", "отбасы", "семья"]),
        (
            "education",
            ["access to education", "білім алу мүмкіндігі", "доступ к образованию"],
        ),
        ("marriage", ["marriage", "тұрмыс құру", "вступление в брак"]),
        (
            "repatriation",
            [
                "return to the historical homeland",
                "тарихи отанға оралу",
                "возвращение на историческую родину",
            ],
        ),
        ("business", ["business", "кәсіпкерлік", "предпринимательство"]),
    ];
    let values = ["35.8", "25", "19.3", "14.2", "8.9", "8.3", "7.5"].map(Some);
    let categories = labels.iter().map(|(id, label)| category(id, label[at])).collect();
    let series = series("%", &values, percent(at), LANGS[at]);
    let mut chart = chart(ChartKind::Bar, categories, vec![series]);
    chart.form.decimals = Some(1);
    ("bar", chart)
}

fn origins(at: usize) -> (&'static str, Chart) {
    let labels: [(&str, Words); 5] = [
        (
            "other",
            [
                "other regions of Kazakhstan",
                "Қазақстанның басқа өңірлері",
                "другие регионы Казахстана",
            ],
        ),
        ("zhambyl", ["Zhambyl region", "Жамбыл облысы", "Жамбылская область"]),
        ("turkestan", ["Turkestan region", "Түркістан облысы", "Туркестанская область"]),
        ("almaty", ["Almaty region", "Алматы облысы", "Алматинская область"]),
        (
            "east",
            [
                "East Kazakhstan region",
                "Шығыс Қазақстан облысы",
                "Восточно-Казахстанская область",
            ],
        ),
    ];
    let values = [Some("40.6"), Some("22.8"), None, Some("0"), Some("-3.4")];
    let categories = labels.iter().map(|(id, label)| category(id, label[at])).collect();
    let series = series("%", &values, percent(at), LANGS[at]);
    let mut chart = chart(ChartKind::Bar, categories, vec![series]);
    chart.form.decimals = Some(1);
    ("bar-missing", chart)
}

fn institutions(at: usize) -> (&'static str, Chart) {
    let years = [
        ("2010", ["2010/11 academic year", "2010/11 оқу жылы", "2010/11 учебный год"]),
        ("2011", ["2011/12 academic year", "2011/12 оқу жылы", "2011/12 учебный год"]),
        ("2019", ["2019/20 academic year", "2019/20 оқу жылы", "2019/20 учебный год"]),
    ];
    let categories = years.iter().map(|(id, label)| category(id, label[at])).collect();
    let country = ["Kazakhstan", "Қазақстан", "Казахстан"][at];
    let almaty =
        ["of these in Almaty", "оның ішінде Алматыда", "в том числе в Алматы"][at];
    let series = vec![
        series(country, &[Some("149"), Some("146"), Some("131")], "", LANGS[at]),
        series(almaty, &[Some("52"), Some("47"), None], "", LANGS[at]),
    ];
    ("grouped", chart(ChartKind::Grouped, categories, series))
}

fn residents(at: usize, kind: ChartKind, none: bool) -> Chart {
    let years = ["1991", "2002", "2010", "2020"];
    let label = |year: &str| match LANGS[at] {
        "en" => format!("October {year}"),
        "kk" => format!("{year} жылғы қазан"),
        _ => format!("октябрь {year} года"),
    };
    let categories = years.iter().map(|year| category(year, &label(year))).collect();
    let urban = ["9366900", "8365000", "8726907", "11087503"].map(Some);
    let rural = ["6991300", "6458000", "7483237", "7721707"].map(Some);
    let rural = if none { [rural[0], None, rural[2], rural[3]] } else { rural };
    let (urban_name, rural_name) = (
        ["urban population", "қала халқы", "городское население"][at],
        ["rural population", "ауыл халқы", "сельское население"][at],
    );
    let series = vec![
        series(urban_name, &urban, "", LANGS[at]),
        series(rural_name, &rural, "", LANGS[at]),
    ];
    let mut chart = chart(kind, categories, series);
    chart.form.scale = Scale::Million;
    chart.form.decimals = Some(1);
    chart.unit = ["million people", "миллион адам", "миллионов человек"][at].to_owned();
    chart
}

fn population(at: usize) -> (&'static str, Chart) {
    ("stacked", residents(at, ChartKind::Stacked { share: false }, true))
}

fn shares(at: usize) -> (&'static str, Chart) {
    let kind = ChartKind::Stacked { share: true };
    let mut chart = residents(at, kind, false);
    let parts: [(Words, [&str; 4]); 4] = [
        (["urban", "қала", "город"], ["57.3", "56.4", "58.8", "59"]),
        (["rural", "ауыл", "село"], ["31.7", "32.6", "30.2", "29"]),
        (["town", "кент", "посёлок"], ["9", "8", "8.5", "10"]),
        (["not known", "белгісіз", "не определено"], ["2", "3", "2.5", "2"]),
    ];
    chart.series = parts
        .iter()
        .map(|(name, values)| series(name[at], &values.map(Some), percent(at), LANGS[at]))
        .collect();
    chart.form.scale = Scale::One;
    ("share", chart)
}
