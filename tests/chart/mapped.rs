//! Tables of colours, flows, maps and big numbers to be drawn. The series over years are
//! those of the study in `content/`; flows between regions, values of regions and the
//! outlines are made up.

use baspa::edition::{
    Category, Chart, ChartKind, Datum, Map, MapRegion, MapShape, Series, Trend,
};
use baspa::geo::{Position, Ring, project};
use baspa::locale::Scale;
use baspa::study::Division;

use crate::regions::{Region, region};
use crate::samples::{LANGS, THOUSAND_PEOPLE, TOTAL, category, chart, percent, series};

/// Whether a chart shows amounts otherwise than along an axis.
pub(crate) fn is_mapped(kind: ChartKind) -> bool {
    matches!(
        kind,
        ChartKind::Heatmap
            | ChartKind::Sankey
            | ChartKind::TileMap
            | ChartKind::Choropleth
            | ChartKind::BigNumber
    )
}

/// All samples: name, and the chart in a language.
pub(crate) fn all(at: usize) -> Vec<(&'static str, Chart)> {
    vec![
        ("heatmap", origins_and_destinations(at)),
        ("heatmap-years", years(at)),
        ("heatmap-words", motives_of_groups(at)),
        ("sankey", three_towns(at)),
        ("sankey-many", twelve_regions(at)),
        ("sankey-highlight", highlighted(at)),
        ("tile-map", tiles(at, Division::Of2022)),
        ("tile-map-1997", net_migration(at)),
        ("choropleth", outlines(at)),
        ("choropleth-narrow", narrow_regions(at)),
        ("big-number", big(at)),
        ("big-number-percent", big_percent(at)),
        ("big-number-one", one_value(at)),
    ]
}

fn reason(at: usize) -> String {
    ["not published", "жарияланбаған", "не опубликовано"][at].to_owned()
}

fn no_data(at: usize) -> String {
    ["no data", "деректер жоқ", "нет данных"][at].to_owned()
}

fn people(at: usize) -> String {
    ["people", "адам", "человек"][at].to_owned()
}

fn place(region: &Region, at: usize, abbreviated: bool) -> Category {
    let short = if abbreviated { region.abbreviation } else { region.short };
    Category {
        short: Some(short[at].to_owned()),
        code: region.code.to_owned(),
        position: None,
        ..category(region.code, region.names[at])
    }
}

fn strand(category: Category, data: Vec<Datum>) -> Series {
    let Category { id, label, short, .. } = category;
    Series { id, label, short, muted: false, data }
}

fn count(value: i64, at: usize) -> Datum {
    series("", &[Some(&value.to_string())], "", LANGS[at]).data.remove(0)
}

fn nothing(text: String) -> Datum {
    Datum::missing(text)
}

const OF_1997: [&str; 16] = [
    "11", "15", "19", "23", "27", "31", "35", "39", "43", "47", "51", "55", "59", "63",
    "71", "75",
];

/// Made up: more to the cities, less to what is far in the list.
fn moved(from: usize, to: usize) -> i64 {
    let pull = [14, 9, 8, 5, 6, 7, 12, 8, 7, 6, 9, 8, 7, 9, 60, 75][to % 16];
    let distance = from.abs_diff(to).max(1) as i64;
    pull * (30 + (from as i64 * 37 + to as i64 * 11) % 50) / (2 + distance)
}

/// Who moved within a region is in other data; one flow is not known.
fn origins_and_destinations(at: usize) -> Chart {
    let places: Vec<Category> =
        OF_1997.iter().map(|code| place(region(code), at, false)).collect();
    let rows = places.iter().enumerate().map(|(from, own)| {
        let datum = |to| match (from, to) {
            (from, to) if from == to => nothing(String::new()),
            (3, 9) => nothing(reason(at)),
            _ => count(moved(from, to), at),
        };
        strand(own.clone(), (0..16).map(datum).collect())
    });
    let rows = rows.collect();
    Chart { unit: people(at), ..chart(ChartKind::Heatmap, places, rows) }
}

/// Years across, groups down.
fn years(at: usize) -> Chart {
    let names = [
        ["All internal migration", "Ішкі көші-қон барлығы", "Вся внутренняя миграция"],
        ["Between regions", "Өңіраралық", "Межрегиональная"],
        ["Within a region", "Өңір ішіндегі", "Внутрирегиональная"],
    ];
    let years =
        (1991..=2013).map(|year: i32| category(&year.to_string(), &year.to_string()));
    let rows = names.iter().enumerate().map(|(row, name)| {
        let values = TOTAL.iter().enumerate().map(|(year, value)| {
            let part = [100, 36, 64][row];
            let thousands = i64::from(value * part / 100 / 1000);
            match (row, year) {
                (1, 8..=10) => nothing(reason(at)),
                _ => Datum {
                    value: Some((thousands * 1000).into()),
                    exact: (thousands * 1000).to_string(),
                    ..Datum::missing(thousands.to_string())
                },
            }
        });
        strand(category(name[0], name[at]), values.collect())
    });
    let mut chart = chart(ChartKind::Heatmap, years.collect(), rows.collect());
    chart.form.scale = Scale::Thousand;
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    chart
}

/// Columns with long names that no row has.
fn motives_of_groups(at: usize) -> Chart {
    let motives = [
        ["search for a job", "жұмыс іздеу", "поиск работы"],
        [
            "need for qualified medical care",
            "білікті медициналық көмекке деген қажеттілік",
            "потребность в квалифицированной медицинской помощи",
        ],
        ["family", "отбасы", "семья"],
        ["access to education", "білім алу мүмкіндігі", "доступ к образованию"],
        ["marriage", "тұрмыс құру", "вступление в брак"],
        [
            "return to the historical homeland",
            "тарихи отанға оралу",
            "возвращение на историческую родину",
        ],
        ["business", "кәсіпкерлік", "предпринимательство"],
    ];
    let groups = [
        ["men", "ерлер", "мужчины"],
        ["women", "әйелдер", "женщины"],
        ["younger than 30", "30 жасқа дейінгілер", "моложе 30 лет"],
    ];
    let columns = motives
        .iter()
        .map(|own| Category { position: None, ..category(own[0], own[at]) })
        .collect();
    let values = [
        ["41.2", "19.8", "15.1", "12.4", "4.2", "7.9", "10.6"],
        ["31.4", "29.3", "22.8", "15.7", "12.9", "8.6", "5"],
        ["38.5", "12.4", "17.6", "27.3", "11.8", "3.1", "6.2"],
    ];
    let rows = groups.iter().zip(values).map(|(name, values)| {
        series(name[at], &values.map(Some), percent(at), LANGS[at])
    });
    let mut chart = chart(ChartKind::Heatmap, columns, rows.collect());
    chart.form.decimals = Some(1);
    chart.unit = ["per cent", "пайыз", "процентов"][at].to_owned();
    chart
}

fn flows(
    at: usize,
    origins: &[&str],
    destinations: &[&str],
    value: impl Fn(usize, usize) -> Datum,
) -> Chart {
    let from = origins.iter().map(|code| place(region(code), at, false)).collect();
    let to = destinations.iter().enumerate().map(|(to, code)| {
        let data = (0..origins.len()).map(|from| value(from, to)).collect();
        strand(place(region(code), at, false), data)
    });
    let to = to.collect();
    Chart { unit: people(at), ..chart(ChartKind::Sankey, from, to) }
}

/// To three cities; one flow is zero, one is not known and one is not in the data.
fn three_towns(at: usize) -> Chart {
    let values = [
        [Some(5210), Some(1830), Some(0)],
        [Some(940), Some(6120), Some(310)],
        [Some(1105), Some(2870), None],
        [Some(460), None, Some(3990)],
        [Some(35), Some(720), Some(1240)],
    ];
    flows(at, &["11", "19", "31", "61", "63"], &["71", "75", "79"], |from, to| {
        match (values[from][to], to) {
            (Some(value), _) => count(value, at),
            (None, 1) => nothing(String::new()),
            (None, _) => nothing(reason(at)),
        }
    })
}

fn twelve_regions(at: usize) -> Chart {
    let all = &OF_1997[4..];
    flows(at, all, all, |from, to| match from == to {
        true => nothing(String::new()),
        false => count(moved(from + 4, to + 4), at),
    })
}

fn highlighted(at: usize) -> Chart {
    let mut chart = flows(
        at,
        &["11", "19", "31", "35", "39", "61", "63"],
        &["71", "75", "79", "19"],
        |from, to| count(120 + ((from * 7 + to * 5) % 11) as i64 * 130, at),
    );
    for category in &mut chart.categories {
        category.muted = category.id != "31";
    }
    chart
}

fn map(at: usize, categories: &[Category], shapes: Vec<(&str, MapShape)>) -> Map {
    let regions = shapes.into_iter().map(|(code, shape)| {
        let category = categories.iter().position(|own| own.code == code);
        let (label, short) = match category {
            Some(at) => (categories[at].label.clone(), categories[at].short.clone()),
            None => (
                region(code).names[at].to_owned(),
                Some(region(code).abbreviation[at].to_owned()),
            ),
        };
        MapRegion { code: code.to_owned(), category, label, short, shape }
    });
    Map { regions: regions.collect(), no_data: no_data(at) }
}

fn tile_shapes(division: Division) -> Vec<(&'static str, MapShape)> {
    let mut regions: Vec<_> = division.regions().iter().collect();
    regions.sort_by_key(|own| (own.row, own.column));
    let shape =
        |own: &baspa::study::Region| MapShape::Tile { column: own.column, row: own.row };
    regions.into_iter().map(|own| (own.code, shape(own))).collect()
}

/// A value for each region but one, which the data do not have, and one that is missing;
/// one region is highlighted. Abbreviations fit into narrow tiles.
fn tiles(at: usize, division: Division) -> Chart {
    let codes =
        division.regions().iter().map(|own| own.code).filter(|code| *code != "62");
    let mut categories: Vec<Category> =
        codes.map(|code| place(region(code), at, true)).collect();
    for category in &mut categories {
        category.muted = category.code != "75";
    }
    let datum = |(index, category): (usize, &Category)| match category.code.as_str() {
        "47" => nothing(reason(at)),
        _ => {
            let value = (612_000 + index as i64 * 83_417) % 2_050_000;
            Datum { text: (value / 1000).to_string(), ..count(value, at) }
        }
    };
    let data = categories.iter().enumerate().map(datum).collect();
    let own = strand(category("people", &people(at)), data);
    let map = map(at, &categories, tile_shapes(division));
    let mut chart = chart(ChartKind::TileMap, categories, vec![own]);
    chart.form.scale = Scale::Thousand;
    chart.unit = THOUSAND_PEOPLE[at].to_owned();
    Chart { map: Some(map), ..chart }
}

/// Values of both signs; names that do not fit into narrow tiles.
fn net_migration(at: usize) -> Chart {
    let categories: Vec<Category> =
        OF_1997.iter().map(|code| place(region(code), at, false)).collect();
    let data = (0..16).map(|index: i64| match index {
        14 => count(31_204, at),
        15 => count(27_960, at),
        _ => count((index * 4_211) % 9_700 - 9_950, at),
    });
    let own = strand(category("net", &people(at)), data.collect());
    let map = map(at, &categories, tile_shapes(Division::Of1997));
    let chart = chart(ChartKind::TileMap, categories, vec![own]);
    Chart { map: Some(map), unit: people(at), ..chart }
}

/// A made-up country: five regions and a city that one of them surrounds.
fn outlines(at: usize) -> Chart {
    let ring = |points: &[(f64, f64)]| -> Ring {
        points.iter().map(|&(x, y)| Position { x, y }).collect()
    };
    let wave = |y: f64, from: f64, to: f64| -> Vec<(f64, f64)> {
        (0..=40)
            .map(|step| {
                let part = f64::from(step) / 40.0;
                let bend = (part * 19.0).sin() * 0.25 + (part * 7.0).cos() * 0.3;
                (from + part * (to - from), y + bend)
            })
            .collect()
    };
    let back =
        |line: &[(f64, f64)]| -> Vec<(f64, f64)> { line.iter().rev().copied().collect() };
    let (north, middle, south) =
        (wave(54.0, 50.0, 80.0), wave(49.0, 50.0, 80.0), wave(43.0, 50.0, 80.0));
    let cut = |line: &[(f64, f64)], from: usize, to: usize| line[from..=to].to_vec();
    let between = |below: &[(f64, f64)], above: &[(f64, f64)], from: usize, to: usize| {
        ring(&[cut(below, from, to), back(&cut(above, from, to))].concat())
    };
    let city: Vec<(f64, f64)> = (0..24)
        .map(|step| {
            let angle = f64::from(step) * std::f64::consts::TAU / 24.0;
            (69.0 + 1.6 * angle.cos(), 51.6 + 0.9 * angle.sin())
        })
        .collect();
    let regions = [
        ("27", vec![between(&middle, &north, 0, 14)]),
        ("11", vec![between(&middle, &north, 14, 40), ring(&city)]),
        ("71", vec![ring(&back(&city))]),
        ("43", vec![between(&south, &middle, 0, 9)]),
        ("35", vec![between(&south, &middle, 9, 24)]),
        (
            "63",
            vec![
                between(&south, &middle, 24, 40),
                ring(&[(81.5, 44.0), (82.5, 44.0), (82.0, 45.0)]),
            ],
        ),
    ];
    let rings: Vec<Vec<Ring>> = regions.iter().map(|(_, rings)| rings.clone()).collect();
    let shapes = regions.iter().zip(project(&rings));
    let shapes = shapes.map(|((code, _), rings)| (*code, MapShape::Outline(rings)));
    let mut categories: Vec<Category> = ["27", "11", "71", "35", "63"]
        .iter()
        .map(|code| place(region(code), at, false))
        .collect();
    for category in &mut categories {
        category.muted = category.code != "71";
    }
    let values = [Some("12.4"), Some("38.1"), Some("21"), None, Some("30.9")];
    let own = series("%", &values, percent(at), LANGS[at]);
    let map = map(at, &categories, shapes.collect());
    let mut chart = chart(ChartKind::Choropleth, categories, vec![own]);
    chart.form.decimals = Some(1);
    chart.unit = ["per cent", "пайыз", "процентов"][at].to_owned();
    Chart { map: Some(map), ..chart }
}

/// A made-up country of which some regions are too narrow for their names, two towns too
/// small for a number, and one of these is inside a region.
fn narrow_regions(at: usize) -> Chart {
    let lines = [50.0, 58.5, 60.0, 67.5, 69.0, 80.0];
    let parallels = [55.0, 51.5, 48.0, 44.5];
    let cell = |at: usize| -> Ring {
        let (column, row) = (at % 5, at / 5);
        let (left, right) = (lines[column], lines[column + 1]);
        let (top, bottom) = (parallels[row], parallels[row + 1]);
        let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
        corners.map(|(x, y)| Position { x, y }).to_vec()
    };
    let town = |x: f64, y: f64| -> Ring {
        let corners = (0..8).map(|step| {
            let angle = f64::from(step) * std::f64::consts::TAU / 8.0;
            Position { x: x + 0.3 * angle.cos(), y: y + 0.2 * angle.sin() }
        });
        corners.collect()
    };
    let rings: Vec<Vec<Ring>> = (0..14)
        .map(|at| vec![cell(at)])
        .chain([vec![town(63.5, 50.2)], vec![town(74.0, 47.9)]])
        .collect();
    let shapes = OF_1997.iter().zip(project(&rings));
    let shapes = shapes.map(|(code, rings)| (*code, MapShape::Outline(rings)));
    let categories: Vec<Category> =
        OF_1997.iter().map(|code| place(region(code), at, false)).collect();
    let datum = |index: i64| match index {
        9 => nothing(reason(at)),
        _ => count(612 + (index * 1_417) % 4_050, at),
    };
    let own = strand(category("people", &people(at)), (0..16).map(datum).collect());
    let map = map(at, &categories, shapes.collect());
    let chart = chart(ChartKind::Choropleth, categories, vec![own]);
    Chart { map: Some(map), unit: people(at), ..chart }
}

fn trend(changes: &[[&str; 3]], value: [&str; 3], at: usize) -> Option<Trend> {
    let changes: Vec<String> = changes.iter().map(|own| own[at].to_owned()).collect();
    let sentence = format!("{}; {}", value[at], changes.join("; "));
    Some(Trend { changes, sentence })
}

fn over_years(at: usize, values: &[Option<String>], first: i32, unit: &str) -> Chart {
    let years = (0..values.len() as i32).map(|step| (first + step).to_string());
    let years: Vec<Category> = years.map(|year| category(&year, &year)).collect();
    let values: Vec<Option<&str>> = values.iter().map(Option::as_deref).collect();
    let label = ["Internal migration", "Ішкі көші-қон", "Внутренняя миграция"][at];
    let own = series(label, &values, unit, LANGS[at]);
    chart(ChartKind::BigNumber, years, vec![own])
}

fn big(at: usize) -> Chart {
    let missing = |at: usize| at == 5;
    let values: Vec<Option<String>> = TOTAL
        .iter()
        .enumerate()
        .map(|(at, value)| (!missing(at)).then(|| value.to_string()))
        .collect();
    let chart = over_years(at, &values, 1991, "");
    let changes = [
        [
            "−574 (−0.2%) since 2012",
            "2012 жылға қарағанда −574 (−0,2%)",
            "−574 (−0,2 %) к 2012 году",
        ],
        [
            "−93,995 (−21.8%) since 1991",
            "1991 жылға қарағанда −93 995 (−21,8%)",
            "−93 995 (−21,8 %) к 1991 году",
        ],
    ];
    let value =
        ["2013, people: 337,267", "2013, адам: 337 267", "2013, человек: 337 267"];
    Chart { trend: trend(&changes, value, at), unit: people(at), ..chart }
}

fn big_percent(at: usize) -> Chart {
    let values = ["-3.1", "-1.2", "0", "1.4", "2.2"].map(|value| Some(value.to_owned()));
    let mut chart = over_years(at, &values, 2015, percent(at));
    chart.form.decimals = Some(1);
    let changes = [
        [
            "+0.8 pp since 2018",
            "2018 жылға қарағанда +0,8 п. т.",
            "+0,8 п. п. к 2018 году",
        ],
        [
            "+5.3 pp since 2015",
            "2015 жылға қарағанда +5,3 п. т.",
            "+5,3 п. п. к 2015 году",
        ],
    ];
    let value = ["2019: 2.2%", "2019: 2,2%", "2019: 2,2 %"];
    Chart { trend: trend(&changes, value, at), ..chart }
}

fn one_value(at: usize) -> Chart {
    let chart = over_years(at, &[Some("337267".to_owned())], 2013, "");
    Chart { unit: people(at), ..chart }
}
