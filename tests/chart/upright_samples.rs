//! Lines, areas and columns to be drawn with all that may stand beside their data. Those
//! of migration, population and the survey are data of the study in `content/`; regions,
//! rates with intervals, prices and the balance are made up.

use baspa::edition::{
    Along, Annotation, Axis, Chart, ChartKind, Interval, ReferenceMark,
};
use rust_decimal::Decimal;

use crate::samples::{
    self, BETWEEN_REGIONS, LANGS, Sample, THOUSAND_PEOPLE, TOTAL, WITHIN_REGIONS, Words,
    category, chart, in_thousands, percent, series, written,
};

/// Every one of these charts in every language.
pub(crate) fn all() -> Vec<Sample> {
    let kinds = [
        told, interval, highlight, ratios, cut, area, area_alone, area_gaps, area_share,
        columns, motives, schools, balance,
    ];
    let in_each = |at: usize| {
        kinds.map(|kind| {
            let (name, chart) = kind(at);
            Sample { name, chart, lang: LANGS[at] }
        })
    };
    (0..LANGS.len()).flat_map(in_each).collect()
}

/// Words at the point of a series and a category.
pub(crate) fn annotation(series: usize, category: usize, text: &str) -> Annotation {
    Annotation { category, series, text: text.to_owned() }
}

/// A line, or a span, along an axis.
pub(crate) fn reference(along: Along, from: i64, to: i64, text: &str) -> ReferenceMark {
    ReferenceMark { along, from: from.into(), to: to.into(), text: text.to_owned() }
}

fn years(from: i32, to: i32) -> Vec<baspa::edition::Category> {
    (from..=to).map(|year| category(&year.to_string(), &year.to_string())).collect()
}

fn values(values: &[u32]) -> Vec<String> {
    values.iter().map(u32::to_string).collect()
}

fn known(values: &[String]) -> Vec<Option<&str>> {
    values.iter().map(|value| Some(value.as_str())).collect()
}

/// Lines with words at points, a line and a span to compare with.
fn told(at: usize) -> (&'static str, Chart) {
    let mut chart = samples::migration(at, &[]);
    let lowest =
        ["lowest in 23 years", "23 жылдағы ең төмен деңгей", "минимум за 23 года"];
    let move_of_capital = [
        "the capital moves to Akmola",
        "елорда Ақмолаға көшірілді",
        "столица переведена в Акмолу",
    ];
    let mean =
        ["mean of 1991–2013", "1991–2013 жылдардағы орташа", "среднее за 1991–2013"];
    let crisis = ["crisis", "дағдарыс", "кризис"];
    chart.annotations =
        vec![annotation(0, 6, lowest[at]), annotation(2, 8, move_of_capital[at])];
    chart.references = vec![
        reference(Along::Y, 304_000, 304_000, mean[at]),
        reference(Along::X, 2007, 2009, crisis[at]),
    ];
    ("line-told", chart)
}

/// A rate with the ends of its intervals, one of which stands alone.
fn interval(at: usize) -> (&'static str, Chart) {
    let values = ["12.1", "13.4", "12.8", "11", "10.2", "9.9", "9.1", "8.7", "9.4"];
    let mut known: Vec<Option<&str>> = values.iter().copied().map(Some).collect();
    known[1] = None;
    let name = ["unemployment rate", "жұмыссыздық деңгейі", "уровень безработицы"];
    let mut chart = chart(
        ChartKind::Line,
        years(2001, 2009),
        vec![series(name[at], &known, percent(at), LANGS[at])],
    );
    for datum in chart.series.iter_mut().flat_map(|series| &mut series.data) {
        let Some(value) = datum.value else { continue };
        let half = Decimal::new(15, 1);
        let text = format!(
            "{}–{}",
            written(value - half, LANGS[at]),
            written(value + half, LANGS[at])
        );
        datum.interval = Some(Interval {
            low: value - half,
            high: value + half,
            text: text + percent(at),
        });
    }
    chart.form.decimals = Some(1);
    chart.unit = "%".to_owned();
    chart.interval = Some(
        [
            "95% confidence interval",
            "95%-дық сенімділік интервалы",
            "95-процентный доверительный интервал",
        ][at]
            .to_owned(),
    );
    ("line-interval", chart)
}

/// One region among others, which are grey.
fn highlight(at: usize) -> (&'static str, Chart) {
    let names: [Words; 8] = [
        ["Akmola region", "Ақмола облысы", "Акмолинская область"],
        ["Aktobe region", "Ақтөбе облысы", "Актюбинская область"],
        ["Almaty region", "Алматы облысы", "Алматинская область"],
        ["Atyrau region", "Атырау облысы", "Атырауская область"],
        [
            "East Kazakhstan region",
            "Шығыс Қазақстан облысы",
            "Восточно-Казахстанская область",
        ],
        ["Almaty city", "Алматы қаласы", "город Алматы"],
        ["Zhambyl region", "Жамбыл облысы", "Жамбылская область"],
        ["Karaganda region", "Қарағанды облысы", "Карагандинская область"],
    ];
    let lines = names.iter().enumerate().map(|(nth, name)| {
        let value = |year: usize| match nth {
            5 => 14 + year * year / 3,
            nth => 8 + (nth * 7 + year * (nth + 3)) % 11,
        };
        let values: Vec<String> = (0..10).map(|year| value(year).to_string()).collect();
        let mut line = series(name[at], &known(&values), "", LANGS[at]);
        line.muted = nth != 5;
        line
    });
    let mut chart = chart(ChartKind::Line, years(2004, 2013), lines.collect());
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    ("line-highlight", chart)
}

/// Prices on a scale of ratios.
fn ratios(at: usize) -> (&'static str, Chart) {
    let name = ["price of a flat", "пәтер бағасы", "цена квартиры"];
    let values = ["3", "5", "9", "22", "41", "180", "960", "2300"];
    let values: Vec<Option<&str>> = values.iter().copied().map(Some).collect();
    let mut chart = chart(
        ChartKind::Line,
        years(1993, 2000),
        vec![series(name[at], &values, "", LANGS[at])],
    );
    chart.axis = Axis { zero: false, log: true, ..Axis::PLAIN };
    chart.unit = ["thousand tenge", "мың теңге", "тысяч тенге"][at].to_owned();
    ("line-ratios", chart)
}

/// An axis that does not begin at zero.
fn cut(at: usize) -> (&'static str, Chart) {
    let names: [Words; 2] =
        [["women", "әйелдер", "женщины"], ["men", "ерлер", "мужчины"]];
    let data = [
        ["70.4", "71.1", "71.5", "72.4", "73.3"],
        ["59.8", "60.4", "61.9", "63.5", "64.6"],
    ];
    let lines = names
        .iter()
        .zip(data)
        .map(|(name, values)| series(name[at], &values.map(Some), "", LANGS[at]));
    let mut chart = chart(ChartKind::Line, years(2002, 2006), lines.collect());
    chart.axis = Axis { zero: false, ..Axis::PLAIN };
    chart.form.decimals = Some(1);
    chart.unit = ["years", "жас", "лет"][at].to_owned();
    ("line-cut", chart)
}

fn parts(at: usize, missing: &[usize]) -> Chart {
    let names: [Words; 2] = [
        ["Between regions", "Өңіраралық", "Межрегиональная"],
        ["Within a region", "Өңір ішіндегі", "Внутрирегиональная"],
    ];
    let data = [BETWEEN_REGIONS, WITHIN_REGIONS];
    let areas = names.iter().zip(data).map(|(name, data)| {
        let data = values(&data);
        let mut data = known(&data);
        missing.iter().for_each(|year| data[*year] = None);
        series(name[at], &data, "", LANGS[at])
    });
    let kind = ChartKind::Area { share: false };
    let mut chart = chart(kind, years(1991, 2013), areas.collect());
    in_thousands(&mut chart);
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    chart
}

/// Areas that add up, with words at a point and a year to compare with.
fn area(at: usize) -> (&'static str, Chart) {
    let mut chart = parts(at, &[]);
    let capital = ["capital moves", "елорда көшірілді", "перенос столицы"];
    let peak = ["a second peak", "екінші шарықтау", "второй пик"];
    chart.references = vec![reference(Along::X, 1997, 1997, capital[at])];
    chart.annotations = vec![annotation(1, 19, peak[at])];
    ("area", chart)
}

/// One area.
fn area_alone(at: usize) -> (&'static str, Chart) {
    let name =
        ["All internal migration", "Ішкі көші-қон барлығы", "Вся внутренняя миграция"];
    let total = values(&TOTAL);
    let kind = ChartKind::Area { share: false };
    let one = series(name[at], &known(&total), "", LANGS[at]);
    let mut chart = chart(kind, years(1991, 2013), vec![one]);
    in_thousands(&mut chart);
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    ("area-alone", chart)
}

/// Areas with years missing: of both series and of the upper one alone.
fn area_gaps(at: usize) -> (&'static str, Chart) {
    let mut chart = parts(at, &[4, 5, 7]);
    for year in [12, 13] {
        chart.series[1].data[year].value = None;
        chart.series[1].data[year].exact.clear();
    }
    ("area-gaps", chart)
}

/// Parts of a hundred per cent.
fn area_share(at: usize) -> (&'static str, Chart) {
    let parts: [(Words, [&str; 5]); 3] = [
        (
            ["urban population", "қала халқы", "городское население"],
            ["57.3", "56.4", "58.8", "59", "61.5"],
        ),
        (
            ["rural population", "ауыл халқы", "сельское население"],
            ["39.7", "38.6", "36.2", "35.5", "34.5"],
        ),
        (["not known", "белгісіз", "не определено"], ["3", "5", "5", "5.5", "4"]),
    ];
    let areas = parts
        .iter()
        .map(|(name, data)| series(name[at], &data.map(Some), percent(at), LANGS[at]));
    let years = [1991, 2002, 2010, 2014, 2020];
    let years =
        years.iter().map(|year: &i32| category(&year.to_string(), &year.to_string()));
    let kind = ChartKind::Area { share: true };
    let mut chart = chart(kind, years.collect(), areas.collect());
    chart.references =
        vec![reference(Along::Y, 50, 50, ["half", "жартысы", "половина"][at])];
    ("area-share", chart)
}

/// Columns over many years, one of which is missing.
fn columns(at: usize) -> (&'static str, Chart) {
    let total = values(&TOTAL);
    let mut total = known(&total);
    total[9] = None;
    let name =
        ["All internal migration", "Ішкі көші-қон барлығы", "Вся внутренняя миграция"];
    let one = series(name[at], &total, "", LANGS[at]);
    let mut chart = chart(ChartKind::Column, years(1991, 2013), vec![one]);
    in_thousands(&mut chart);
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    for year in &mut chart.categories {
        year.muted = year.id != "1997";
    }
    let mean = ["mean", "орташа", "среднее"];
    chart.references = vec![reference(Along::Y, 304_000, 304_000, mean[at])];
    ("column-years", chart)
}

/// Columns with long labels.
fn motives(at: usize) -> (&'static str, Chart) {
    let (_, chart) = samples::motives(at);
    ("column-labels", Chart { kind: ChartKind::Column, ..chart })
}

/// A few columns, with words at one.
fn schools(at: usize) -> (&'static str, Chart) {
    let years = [
        ("a", ["2010/11 academic year", "2010/11 оқу жылы", "2010/11 учебный год"]),
        ("b", ["2011/12 academic year", "2011/12 оқу жылы", "2011/12 учебный год"]),
        ("c", ["2019/20 academic year", "2019/20 оқу жылы", "2019/20 учебный год"]),
    ];
    let categories = years.iter().map(|(id, label)| category(id, label[at])).collect();
    let name = ["institutions", "оқу орындары", "учебные заведения"];
    let one = series(name[at], &["149", "146", "131"].map(Some), "", LANGS[at]);
    let mut chart = chart(ChartKind::Column, categories, vec![one]);
    let merged = ["after mergers", "біріктіруден кейін", "после слияний"];
    chart.annotations = vec![annotation(0, 2, merged[at])];
    ("column-few", chart)
}

/// Columns on both sides of zero, a true zero and a missing value.
fn balance(at: usize) -> (&'static str, Chart) {
    let names: [(&str, Words); 5] = [
        ("almaty", ["Almaty", "Алматы", "Алматы"]),
        ("astana", ["Astana", "Астана", "Астана"]),
        ("zhambyl", ["Zhambyl region", "Жамбыл облысы", "Жамбылская область"]),
        ("aktobe", ["Aktobe region", "Ақтөбе облысы", "Актюбинская область"]),
        ("atyrau", ["Atyrau region", "Атырау облысы", "Атырауская область"]),
    ];
    let categories = names.iter().map(|(id, label)| category(id, label[at])).collect();
    let values = [Some("31.4"), Some("26.2"), Some("-17.9"), Some("0"), None];
    let name = ["balance", "сальдо", "сальдо"];
    let one = series(name[at], &values, "", LANGS[at]);
    let mut chart = chart(ChartKind::Column, categories, vec![one]);
    chart.form.decimals = Some(1);
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    ("column-balance", chart)
}
