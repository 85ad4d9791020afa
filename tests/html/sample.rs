//! A rich edition in three languages, made in code. Its words and numbers are those of
//! Asanbayev and Kilybayev, "Moving to a big city: internal migration in Kazakhstan".

use std::collections::BTreeMap;

use baspa::chart::Drawings;
use baspa::edition::*;
use baspa::html::{Interface, Pair, Theme};
use baspa::lang::{Lang, PerLang};
use baspa::locale::{Date, Flag, Flags, Messages, Period, Quantity};
use baspa::study::PublicationDetails;

pub(crate) const LANGUAGES: [&str; 3] = ["en", "kk", "ru"];

/// Words in English, Kazakh and Russian.
type Words<'a> = [&'a str; 3];

pub(crate) fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

pub(crate) fn editions() -> Vec<Edition> {
    LANGUAGES.iter().map(|tag| Writer { lang: lang(tag) }.edition()).collect()
}

pub(crate) fn interfaces(theme: &Theme) -> PerLang<Interface> {
    Interface::of(&PerLang::new(&LANGUAGES.map(lang), Messages::built_in), theme)
}

/// Every two languages.
pub(crate) fn pairs() -> Vec<Pair> {
    let pairs = [["en", "kk"], ["en", "ru"], ["kk", "ru"]];
    let pairs = pairs.map(|[first, second]| (lang(first), lang(second)));
    Pair::all(baspa::site_path::Home::TOP, &LANGUAGES.map(lang), &pairs)
}

/// Stands in for the drawn charts.
pub(crate) fn charts(lang: Lang) -> Drawings {
    let svgs = [720, 480, 280].map(|width| chart(lang, width));
    BTreeMap::from([("migration-by-year".to_owned(), svgs.into())])
}

fn index(lang: Lang) -> usize {
    LANGUAGES.iter().position(|tag| *tag == lang.as_str()).unwrap()
}

const MIGRATION: [(u32, &str, &str, &str); 13] = [
    (1991, "431262", "155766", "275496"),
    (1992, "361356", "136094", "225262"),
    (1993, "347652", "134445", "213207"),
    (1994, "327323", "131002", "196321"),
    (1995, "304959", "123383", "181576"),
    (1996, "236957", "97524", "139433"),
    (1997, "204569", "81060", "123509"),
    (1998, "228610", "96973", "131637"),
    (1999, "232427", "131815", "100612"),
    (2000, "276699", "145903", "130796"),
    (2001, "271728", "136390", "135338"),
    (2002, "269092", "103868", "165224"),
    (2003, "291758", "107646", "184112"),
];

fn chart(lang: Lang, width: u32) -> String {
    let height = if width > 500 { 380 } else { 280 };
    let x = |i: usize| 52.0 + (f64::from(width) - 72.0) * i as f64 / 12.0;
    let y = |people: &str| {
        let people: f64 = people.parse().unwrap();
        f64::from(height - 36) - people / 450_000.0 * f64::from(height - 60)
    };
    let mut lines = String::new();
    for (colour, pick) in [("#0e2e94", 1), ("#d4700a", 2), ("#24a4ac", 3)] {
        let points: Vec<_> = MIGRATION
            .iter()
            .enumerate()
            .map(|(i, row)| {
                format!("{:.1},{:.1}", x(i), y([row.1, row.1, row.2, row.3][pick]))
            })
            .collect();
        lines += &format!(
            "<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" points=\"{}\"/>",
            points.join(" ")
        );
    }
    for (i, row) in MIGRATION.iter().enumerate().step_by(if width > 500 { 2 } else { 6 })
    {
        lines += &format!(
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\" font-size=\"13\" fill=\"currentColor\" font-family=\"Noto Sans\">{}</text>",
            x(i),
            height - 12,
            row.0
        );
    }
    for tick in [0, 100, 200, 300, 400] {
        let y = y(&format!("{}", tick * 1000));
        lines += &format!(
            "<line x1=\"52\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"currentColor\" stroke-opacity=\".15\"/><text x=\"44\" y=\"{:.1}\" text-anchor=\"end\" font-size=\"13\" fill=\"currentColor\" font-family=\"Noto Sans\">{tick}</text>",
            width - 20,
            y + 4.5
        );
    }
    let title = ["Line chart", "Сызықтық диаграмма", "Линейный график"][index(lang)];
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{title}\">{lines}</svg>"
    )
}

/// Writes in one language.
struct Writer {
    lang: Lang,
}

impl Writer {
    fn pick<'a>(&self, words: Words<'a>) -> &'a str {
        words[index(self.lang)]
    }

    fn text(&self, words: Words<'_>) -> Text {
        text(self.lang, self.pick(words))
    }

    fn line(&self, words: Words<'_>) -> Vec<Inline> {
        vec![Inline::Text(self.pick(words).to_owned())]
    }

    fn paragraph(&self, words: Words<'_>) -> Block {
        Block::Paragraph(self.line(words))
    }

    fn passage(&self, blocks: Vec<Block>) -> Passage {
        Passage { lang: self.lang, blocks, outdated: None }
    }

    fn note(&self, (section, label): (usize, &str), blocks: Vec<Block>) -> Note {
        Note { key: (section, label.to_owned()), body: self.passage(blocks) }
    }

    /// A number as the language writes it, from digits with a decimal point.
    fn number(&self, digits: &str) -> String {
        let (whole, decimals) =
            digits.split_once('.').map_or((digits, None), |(w, d)| (w, Some(d)));
        let group = self.pick([",", "\u{a0}", "\u{a0}"]);
        let mut text = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                text += group;
            }
            text.push(digit);
        }
        if let Some(decimals) = decimals {
            text += self.pick([".", ",", ","]);
            text += decimals;
        }
        text
    }

    fn edition(&self) -> Edition {
        Edition {
            home: baspa::site_path::Home::TOP,
            lang: self.lang,
            derived_from: None,
            front: self.front(),
            opening: self.opening(),
            summary: self
                .passage(vec![self.paragraph(ABSTRACT), self.paragraph(ABSTRACT_2)]),
            about: self.passage(vec![self.paragraph(ABOUT)]),
            sections: vec![
                self.introduction(),
                self.dynamics(),
                self.reasons(),
                self.conclusion(),
            ],
            flags: vec![self.preliminary()],
            notes: vec![
                self.note((1, "a"), vec![self.paragraph(NOTE_1)]),
                self.note(
                    (2, "a"),
                    vec![Block::Paragraph(vec![
                        Inline::Text(self.pick(NOTE_2).to_owned()),
                        Inline::Text(" ".into()),
                        Inline::Mark(Mark::Citation(vec![cited(
                            1,
                            "agency2008",
                            4,
                            None,
                        )])),
                    ])],
                ),
            ],
            references: self.references(),
            datasets: vec![self.migration(), self.population()],
            claims: vec![self.claim()],
            untranslated: Vec::new(),
            revisions: Vec::new(),
        }
    }

    fn opening(&self) -> Opening {
        let points = [(1991, 431), (1997, 205), (2013, 337)];
        let points = points.map(|(at, value)| (at.into(), Some(value.into())));
        let value = Inline::Mark(Mark::Value(self.number("337267")));
        let key_figure = KeyFigure {
            value: Text { lang: self.lang, content: vec![value] },
            label: self.text([
                "People who moved within Kazakhstan, 2013",
                "Қазақстан ішінде көшкен адамдар саны, 2013 жыл",
                "Число переехавших внутри Казахстана, 2013 год",
            ]),
            change: Some(
                self.pick([
                    "−21.8% since 1991",
                    "1991\u{a0}жылға қарағанда −21,8%",
                    "−21,8\u{a0}% с\u{a0}1991\u{a0}года",
                ])
                .to_owned(),
            ),
            line: Some(SmallLine {
                points: points.to_vec(),
                from: "1991".into(),
                to: "2013".into(),
            }),
        };
        Opening {
            figure: Some("migration-by-year".into()),
            key_figures: vec![key_figure],
        }
    }

    fn front(&self) -> FrontMatter {
        FrontMatter {
            title: self.text(TITLE),
            subtitle: Some(self.text(SUBTITLE)),
            description: self.text(DESCRIPTION),
            notice: Some(self.text(NOTICE)),
            authors: vec![
                Author {
                    name: self.text(["M. B. Asanbayev", "М. Б. Асанбаев", "М. Б. Асанбаев"]),
                    family: None,
                    orcid: Some("0000-0002-1825-0097".into()),
                    affiliations: vec![0],
                },
                Author {
                    name: self.text(["T. Kilybayev", "Т. Қилыбаев", "Т. Килыбаев"]),
                    family: None,
                    orcid: None,
                    affiliations: vec![0],
                },
            ],
            affiliations: vec![self.text([
                "Abai Kazakh National Pedagogical University, Almaty, Kazakhstan",
                "Абай атындағы Қазақ ұлттық педагогикалық университеті, Алматы, Қазақстан",
                "Казахский национальный педагогический университет имени Абая, Алматы, Казахстан",
            ])],
            keywords: self
                .pick([
                    "Kazakhstan|Almaty|internal migration|laws of migration|unemployment|outskirts|conflict",
                    "Қазақстан|Алматы|ішкі көші-қон|көші-қон заңдылықтары|жұмыссыздық|қала шеті|қақтығыс",
                    "Казахстан|Алматы|внутренняя миграция|модели миграции|безработица|окраины городов|конфликт",
                ])
                .split('|')
                .map(str::to_owned)
                .collect(),
            journal: Some(self.text([
                "Bulletin of the National Academy of Sciences of the Republic of Kazakhstan",
                "Қазақстан Республикасы Ұлттық ғылым академиясының Хабаршысы",
                "Вестник Национальной академии наук Республики Казахстан",
            ])),
            issued: Some("2021".into()),
            issued_on: None,
            publication: PublicationDetails::unknown(),
            licence: None,
        }
    }

    fn introduction(&self) -> Section {
        let first = Block::Paragraph(vec![
            Inline::Text(self.pick(INTRO_1).into()),
            Inline::Mark(Mark::Value(
                self.pick([
                    "431,262 people",
                    "431\u{a0}262\u{a0}адам",
                    "431\u{a0}262\u{a0}человека",
                ])
                .into(),
            )),
            Inline::Mark(Mark::Flags(vec![self.preliminary()])),
            Inline::Text(self.pick(INTRO_2).into()),
            Inline::Mark(Mark::Citation(vec![cited(
                1,
                "agency2008",
                1,
                Some("p. 82–83"),
            )])),
            Inline::Text(self.pick(INTRO_3).into()),
            Inline::Mark(Mark::Reference {
                anchor: "migration-by-year".into(),
                content: self.line(["Figure 1", "1-сурет", "рисунок 1"]),
            }),
            Inline::Text(").".into()),
            Inline::Mark(Mark::Note { number: 1, mention: 1 }),
        ]);
        let second = Block::Paragraph(vec![
            Inline::Text(self.pick(INTRO_4).into()),
            Inline::Mark(Mark::Citation(vec![
                cited(3, "yessenova2005", 1, Some("pp. 661–679")),
                cited(1, "agency2008", 2, None),
            ])),
            Inline::Text(". ".into()),
            Inline::Emphasis(self.line(["Asar", "Асар", "Асар"])),
            Inline::Text(self.pick(INTRO_5).into()),
            Inline::Link {
                href: "https://stat.gov.kz/official/industry/61/statistic/5".into(),
                content: vec![Inline::Text("stat.gov.kz".into())],
            },
            Inline::Mark(Mark::Disputed { note: "claim-peak".into() }),
            Inline::Text(".".into()),
        ]);
        let claim = Block::Placed(Placed::Finding(Box::new(self.claim())));
        Section {
            id: "introduction".into(),
            number: 1,
            title: self.text(["Introduction", "Кіріспе", "Введение"]),
            body: self.passage(vec![first, second, claim]),
        }
    }

    fn dynamics(&self) -> Section {
        let note = Block::Paragraph(vec![
            Inline::Text(self.pick(DYNAMICS_2).into()),
            Inline::Mark(Mark::Note { number: 2, mention: 1 }),
            Inline::Text(" ".into()),
            Inline::Mark(Mark::Citation(vec![cited(2, "bns", 1, None)])),
        ]);
        Section {
            id: "dynamics".into(),
            number: 2,
            title: self.text([
                "The dynamics of internal migration",
                "Ішкі көші-қонның динамикасы",
                "Динамика внутренней миграции",
            ]),
            body: self.passage(vec![
                self.paragraph(DYNAMICS_1),
                Block::Placed(Placed::Figure(Box::new(self.figure()))),
                note,
                self.heading(
                    "decline",
                    [
                        "A decline to the end of the century",
                        "Ғасыр соңына қарай төмендеу",
                        "Спад к концу века",
                    ],
                ),
                self.paragraph(DYNAMICS_3),
                Block::Placed(Placed::Table(Box::new(self.table()))),
                self.heading(
                    "urban-and-rural",
                    [
                        "Urban and rural population",
                        "Қала және ауыл халқы",
                        "Городское и сельское население",
                    ],
                ),
                self.paragraph(DYNAMICS_4),
                Block::Placed(Placed::Table(Box::new(self.population_table()))),
            ]),
        }
    }

    fn reasons(&self) -> Section {
        let item = |words| vec![self.paragraph(words)];
        Section {
            id: "reasons".into(),
            number: 3,
            title: self.text([
                "What lies behind internal migration to the big cities",
                "Үлкен қалаларға ішкі көші-қонның артында не тұр",
                "Что стоит за внутренней миграцией в большие города",
            ]),
            body: self.passage(vec![
                self.paragraph(REASONS_1),
                Block::List {
                    start: None,
                    items: vec![
                        item(["the search for work;", "жұмыс табу;", "поиск работы;"]),
                        item([
                            "the need for qualified medical care;",
                            "білікті медициналық көмекке деген қажеттілік;",
                            "потребность в квалифицированной медицинской помощи;",
                        ]),
                        item([
                            "the cultural and educational potential of a big city.",
                            "үлкен қаланың мәдени-білімдік әлеуеті.",
                            "культурный и образовательный потенциал большого города.",
                        ]),
                    ],
                },
                Block::Quote(vec![self.paragraph(QUOTE)]),
                Block::Grid {
                    aligns: vec![baspa::prose::Align::Start, baspa::prose::Align::End],
                    head: vec![
                        self.line(["Settlement", "Елді мекен", "Посёлок"]),
                        self.line(["Year", "Жылы", "Год"]),
                    ],
                    rows: vec![
                        vec![
                            self.line(["Shanyrak-1", "Шаңырақ-1", "Шанырак-1"]),
                            self.line(["2006", "2006", "2006"]),
                        ],
                        vec![
                            self.line(["Nauryzbay", "Наурызбай", "Наурызбай"]),
                            self.line(["2014", "2014", "2014"]),
                        ],
                    ],
                },
                Block::Placed(Placed::Finding(Box::new(self.finding()))),
            ]),
        }
    }

    fn conclusion(&self) -> Section {
        Section {
            id: "conclusion".into(),
            number: 4,
            title: self.text(["Conclusion", "Қорытынды", "Заключение"]),
            body: self
                .passage(vec![self.paragraph(CONCLUSION), self.paragraph(ABSTRACT_2)]),
        }
    }

    fn heading(&self, id: &str, words: Words<'_>) -> Block {
        Block::Heading { level: 2, id: id.into(), content: self.line(words) }
    }

    fn source(&self) -> Text {
        self.text(SOURCE)
    }

    fn figure(&self) -> Figure {
        Figure {
            period: self
                .pick(["1991–2003", "1991–2003\u{a0}жылдар", "1991–2003\u{a0}годы"])
                .to_owned(),
            id: "migration-by-year".into(),
            label: self.pick(["Figure 1", "1-сурет", "Рисунок 1"]).into(),
            title: self.text([
                "Internal migration halved between 1991 and 1997",
                "1991–1997 жылдары ішкі көші-қон екі есе азайды",
                "С 1991 по 1997 год внутренняя миграция сократилась вдвое",
            ]),
            subtitle: self.text([
                "Internal migrants, thousand people, Kazakhstan, 1991–2003",
                "Ішкі мигранттар, мың адам, Қазақстан, 1991–2003 ж.",
                "Внутренние мигранты, тыс. человек, Казахстан, 1991–2003 гг.",
            ]),
            alt: self.text([
                "Three lines fall from 1991 to 1997 and then rise slowly; the total falls from 431 to 205 thousand people.",
                "Үш сызық 1991 жылдан 1997 жылға дейін төмендеп, кейін баяу өседі; жалпы саны 431 мыңнан 205 мың адамға дейін азаяды.",
                "Три линии снижаются с 1991 по 1997 год, затем медленно растут; общее число падает с 431 до 205 тыс. человек.",
            ]),
            summary: self.text([
                "The total fell from 431 thousand people in 1991 to 292 thousand in 2003.",
                "Жалпы саны 1991 жылғы 431 мың адамнан 2003 жылы 292 мың адамға дейін төмендеді.",
                "Общее число: снижение с 431 тыс. человек в 1991 году до 292 тыс. в 2003 году.",
            ]),
            notes: Some(self.text(FIGURE_NOTE)),
            source: self.source(),
            dataset: "migration".into(),
            chart: self.chart(),
            grid: self.migration_grid(),
            findings: vec![self.finding()],
        }
    }

    fn chart(&self) -> Chart {
        let category = |row: &(u32, &str, &str, &str)| Category {
            id: row.0.to_string(),
            label: row.0.to_string(),
            short: None,
            code: row.0.to_string(),
            position: Some(row.0.into()),
            muted: false,
        };
        let series = |id: &str,
                      label,
                      pick: fn(
            &(u32, &'static str, &'static str, &'static str),
        ) -> &'static str| Series {
            id: id.to_owned(),
            label: self.pick(label).to_owned(),
            short: None,
            muted: false,
            data: MIGRATION
                .iter()
                .map(|row| Datum {
                    value: pick(row).parse().ok(),
                    text: format!(
                        "{} {}",
                        self.number(pick(row)),
                        self.pick(["people", "адам", "человек"])
                    ),
                    exact: self.number(pick(row)),
                    flags: Flags::NONE,
                    meaning: String::new(),
                    interval: None,
                })
                .collect(),
        };
        Chart {
            kind: ChartKind::Line,
            categories: MIGRATION.iter().map(category).collect(),
            series: vec![
                series(
                    "total",
                    ["Internal migration", "Ішкі көші-қон", "Внутренняя миграция"],
                    |row| row.1,
                ),
                series(
                    "inter",
                    ["Between regions", "Өңіраралық", "Между регионами"],
                    |row| row.2,
                ),
                series(
                    "intra",
                    ["Within a region", "Өңір ішінде", "Внутри региона"],
                    |row| row.3,
                ),
            ],
            panels: Vec::new(),
            measure: String::new(),
            across: None,
            axis: Axis::PLAIN,
            extent: None,
            interval: None,
            annotations: Vec::new(),
            references: Vec::new(),
            map: None,
            trend: None,
            form: Quantity {
                scale: baspa::locale::Scale::Thousand,
                decimals: Some(0),
                ..Quantity::new(1.into())
            },
            unit: self.pick(["thousand people", "мың адам", "тыс. человек"]).into(),
        }
    }

    fn table(&self) -> Table {
        Table {
            id: "migration-1991-2003".into(),
            label: self.pick(["Table 1", "1-кесте", "Таблица 1"]).into(),
            title: self.text([
                "Dynamics of internal migration between 1991 and 2003",
                "1991–2003 жылдардағы ішкі көші-қон динамикасы",
                "Динамика внутренней миграции в 1991–2003 годах",
            ]),
            notes: None,
            source: self.source(),
            dataset: "migration".into(),
            grid: self.migration_grid(),
            findings: vec![self.finding()],
        }
    }

    fn migration_grid(&self) -> Grid {
        let unit = self.pick(["people", "адам", "человек"]);
        let row = |(year, total, inter, intra): &(u32, &str, &str, &str)| {
            let value = |digits: &str| cell(&self.number(digits));
            vec![cell(&year.to_string()), value(total), value(inter), value(intra)]
        };
        Grid {
            keys: 1,
            columns: vec![
                self.column(["Year", "Жыл", "Год"], None),
                self.column(
                    ["Internal migration", "Ішкі көші-қон", "Внутренняя миграция"],
                    Some(unit),
                ),
                self.column(
                    [
                        "Interregional migration",
                        "Өңіраралық көші-қон",
                        "Межрегиональная миграция",
                    ],
                    Some(unit),
                ),
                self.column(
                    [
                        "Intraregional migration",
                        "Өңірішілік көші-қон",
                        "Внутрирегиональная миграция",
                    ],
                    Some(unit),
                ),
            ],
            rows: MIGRATION.iter().map(row).map(flag_last).collect(),
            missing: Vec::new(),
            flags: vec![self.preliminary()],
        }
    }

    fn preliminary(&self) -> FlagMark {
        let meaning =
            self.pick(["preliminary", "алдын ала деректер", "предварительные данные"]);
        FlagMark { code: 'p', meaning: meaning.to_owned() }
    }

    fn column(&self, label: Words<'_>, unit: Option<&str>) -> Column {
        Column {
            label: self.text(label),
            unit: unit.map(str::to_owned),
            numeric: unit.is_some(),
        }
    }

    fn population_table(&self) -> Table {
        Table {
            id: "population-table".into(),
            label: self.pick(["Table 2", "2-кесте", "Таблица 2"]).into(),
            title: self.text([
                "The population of the Republic of Kazakhstan in 1991, 2002, 2010 and 2020",
                "Қазақстан Республикасының халқы, 1991, 2002, 2010 және 2020 жж.",
                "Население Республики Казахстан в 1991, 2002, 2010 и 2020 годах",
            ]),
            notes: Some(self.text(TABLE_NOTE)),
            source: self.source(),
            dataset: "population".into(),
            grid: self.population_grid(),
            findings: Vec::new(),
        }
    }

    fn population_grid(&self) -> Grid {
        let thousand = self.pick(["thousand people", "мың адам", "тыс. человек"]);
        let people = self.pick(["people", "адам", "человек"]);
        let printed = |digits: &str, unit: Option<&str>| Cell {
            unit: unit.map(str::to_owned),
            ..cell(&self.number(digits))
        };
        let missing = || Cell { missing: true, ..cell("…") };
        let month = self.pick(["October", "қазан", "октябрь"]);
        let head = |year| {
            cell(&if index(self.lang) == 1 {
                format!("{year} ж. {month}")
            } else {
                format!("{month} {year}")
            })
        };
        Grid {
            keys: 1,
            columns: vec![
                self.column(["Time", "Уақыты", "Время"], None),
                self.column(
                    ["Total population", "Барлық халық", "Всё население"],
                    Some(thousand),
                ),
                self.column(["Urban", "Қала халқы", "Городское"], Some(thousand)),
                self.column(["Rural", "Ауыл халқы", "Сельское"], Some(thousand)),
                self.column(
                    ["Urban, share", "Қала, үлесі", "Городское, доля"],
                    Some("%"),
                ),
                self.column(["Rural, share", "Ауыл, үлесі", "Сельское, доля"], Some("%")),
            ],
            rows: vec![
                vec![
                    head(1991),
                    printed("16451.7", None),
                    printed("9366.9", None),
                    printed("6991.3", None),
                    printed("57.3", None),
                    printed("42.7", None),
                ],
                vec![
                    head(2002),
                    printed("14823", None),
                    printed("8365", None),
                    printed("6458", None),
                    printed("56.4", None),
                    printed("43.6", None),
                ],
                vec![
                    head(2010),
                    printed("16210144", Some(people)),
                    printed("8726907", Some(people)),
                    printed("7483237", Some(people)),
                    printed("58.8", None),
                    printed("41.2", None),
                ],
                vec![
                    head(2020),
                    printed("18811.8", None),
                    missing(),
                    missing(),
                    printed("59", None),
                    printed("41", None),
                ],
            ],
            missing: vec![(
                "…".into(),
                self.text([
                    "not printed in the source",
                    "дереккөзде берілмеген",
                    "в источнике не приведено",
                ]),
            )],
            flags: Vec::new(),
        }
    }

    fn claim(&self) -> Finding {
        Finding {
            id: "claim-peak".into(),
            messages: vec![self.text(FINDING_2)],
            reason: self.text(FINDING_REASON),
        }
    }

    fn finding(&self) -> Finding {
        Finding {
            id: "note-migration-unit".into(),
            messages: vec![
                self.text(FINDING_1),
                self.text(FINDING_2),
                self.text(FINDING_3),
                self.text(FINDING_1),
            ],
            reason: self.text(FINDING_REASON),
        }
    }

    fn level(&self, id: &str, label: [&str; 3]) -> Level {
        Level { id: id.into(), label: self.text(label), short: None }
    }

    fn migration(&self) -> Dataset {
        Dataset {
            id: "migration".into(),
            title: self.text(["Internal migration", "Ішкі көші-қон", "Внутренняя миграция"]),
            description: self.text([
                "People who changed their place of residence within Kazakhstan, by year and kind of move.",
                "Қазақстан ішінде тұрғылықты жерін ауыстырған адамдар, жылдар және қоныс аудару түрі бойынша.",
                "Люди, сменившие место жительства внутри Казахстана, по годам и видам переезда.",
            ]),
            source: self.source(),
            period: "1991–2003".into(),
            updated: Some(self.pick(["2020", "2020", "2020"]).into()),
            modified: Some(Date::parse("2020").unwrap()),
            next_update: None,
            licence: Some(Licence {
                name: self.text(["CC BY 4.0"; 3]),
                url: Some("https://creativecommons.org/licenses/by/4.0/".into()),
            }),
            time: Period::parse("1991/2003").unwrap(),
            notes: Some(self.text(FIGURE_NOTE)),
            variables: vec![
                Variable {
                    id: "year".into(),
                    label: self.text(["Year", "Жыл", "Год"]),
                    short: None,
                    kind: self.pick(["year", "жыл", "год"]).into(),
                    unit: None,
                    decimals: None,
                    levels: Vec::new(),
                    formula: None,
                },
                Variable {
                    id: "total".into(),
                    label: self.text(["Internal migration", "Ішкі көші-қон", "Внутренняя миграция"]),
                    short: None,
                    kind: self.pick(["number", "сан", "число"]).into(),
                    unit: Some(self.pick(["people", "адам", "человек"]).into()),
                    decimals: None,
                    levels: Vec::new(),
                    formula: None,
                },
                Variable {
                    id: "inter_share".into(),
                    label: self.text(["Share of interregional migration", "Өңіраралық көші-қонның үлесі", "Доля межрегиональной миграции"]),
                    short: None,
                    kind: self.pick(["number", "сан", "число"]).into(),
                    unit: Some("%".into()),
                    decimals: None,
                    levels: Vec::new(),
                    formula: Some("inter / total * 100".into()),
                },
                Variable {
                    id: "kind".into(),
                    label: self.text(["Kind of move", "Қоныс аудару түрі", "Вид переезда"]),
                    short: None,
                    kind: self.pick(["category", "санат", "категория"]).into(),
                    unit: None,
                    decimals: None,
                    levels: vec![
                        self.level("inter", ["between regions", "өңіраралық", "между регионами"]),
                        self.level("intra", ["within a region", "өңір ішінде", "внутри региона"]),
                    ],
                    formula: None,
                },
            ],
            grid: self.migration_grid(),
            missing: Vec::new(),
            checks: vec![Check {
                id: "sum".into(),
                each: true,
                condition: "row.inter + row.intra == row.total".into(),
                tolerance: Some("0.5".into()),
                fails: true,
            }],
            findings: vec![self.finding()],
            derivation: Derivation::default(),
            shown_in: vec![
                ("migration-by-year".into(), self.pick(["Figure 1", "1-сурет", "Рисунок 1"]).into()),
                ("migration-1991-2003".into(), self.pick(["Table 1", "1-кесте", "Таблица 1"]).into()),
            ],
        }
    }

    fn population(&self) -> Dataset {
        Dataset {
            id: "population".into(),
            title: self.text(["Population", "Халық саны", "Численность населения"]),
            description: self.text([
                "Urban and rural population.",
                "Қала және ауыл халқы.",
                "Городское и сельское население.",
            ]),
            source: self.source(),
            period: "1991–2020".into(),
            updated: None,
            modified: None,
            next_update: None,
            licence: None,
            time: Period::parse("1991/2020").unwrap(),
            notes: None,
            variables: Vec::new(),
            grid: self.population_grid(),
            missing: Vec::new(),
            checks: Vec::new(),
            findings: Vec::new(),
            derivation: Derivation {
                from: vec![(
                    "migration".into(),
                    self.text(["Moves", "Көші-қон", "Переезды"]),
                )],
                filter: Some("row.year < 2021".into()),
                by: vec![self.text(["Year", "Жыл", "Год"])],
            },
            shown_in: vec![(
                "population-table".into(),
                self.pick(["Table 2", "2-кесте", "Таблица 2"]).into(),
            )],
        }
    }

    fn references(&self) -> Vec<Reference> {
        let agency = text(
            lang("ru"),
            "Агентство Республики Казахстан по статистике (2008). Казахстан: реформы и развитие, 1991–2007. Астана",
        );
        let bns = self.text([
            "Bureau of National Statistics. Demographic statistics: internal migration",
            "Ұлттық статистика бюросы. Демографиялық статистика: ішкі көші-қон",
            "Бюро национальной статистики. Демографическая статистика: внутренняя миграция",
        ]);
        let yessenova = Text {
            lang: lang("en"),
            content: vec![
                Inline::Text("Yessenova, S. (2005). “Routes and Roots” of Kazakh Identity: Urban Migration in Postsocialist Kazakhstan. ".into()),
                Inline::Emphasis(vec![Inline::Text("The Russian Review".into())]),
                Inline::Text(", 64(4), 661–679. ".into()),
                Inline::Link {
                    href: "https://doi.org/10.1111/j.1467-9434.2005.00380.x".into(),
                    content: vec![Inline::Text("doi:10.1111/j.1467-9434.2005.00380.x".into())],
                },
            ],
        };
        vec![
            reference(1, "agency2008", agency, false, 4),
            reference(2, "bns", bns, true, 1),
            reference(3, "yessenova2005", yessenova, false, 1),
        ]
    }
}

fn reference(
    number: usize,
    key: &str,
    text: Text,
    incomplete: bool,
    mentions: usize,
) -> Reference {
    Reference { number, key: key.into(), text, incomplete, mentions }
}

pub(crate) fn text(lang: Lang, words: &str) -> Text {
    Text { lang, content: vec![Inline::Text(words.to_owned())] }
}

pub(crate) fn cell(text: &str) -> Cell {
    let (unit, missing, flags, exact) = (None, false, Flags::NONE, None);
    Cell { text: text.to_owned(), unit, missing, flags, exact }
}

/// The row with its last value preliminary.
fn flag_last(mut row: Vec<Cell>) -> Vec<Cell> {
    row.last_mut().unwrap().flags = Flags::NONE.with(Flag::Preliminary);
    row
}

pub(crate) fn cited(
    number: usize,
    key: &str,
    mention: usize,
    locator: Option<&str>,
) -> Cited {
    Cited { number, key: key.into(), mention, locator: locator.map(str::to_owned) }
}

const TITLE: Words<'_> = [
    "Moving to a big city: internal migration in Kazakhstan",
    "Үлкен қалаға көшу: Қазақстандағы ішкі көші-қон",
    "Переезд в большой город: внутренняя миграция в Казахстане",
];
const SUBTITLE: Words<'_> = [
    "Thirty years of moving from the village to the outskirts of Almaty",
    "Ауылдан Алматының шетіне көшудің отыз жылы",
    "Тридцать лет переезда из аула на окраины Алматы",
];
const DESCRIPTION: Words<'_> = [
    "How many people moved within Kazakhstan since 1991, why, and how they settled at the outskirts of Almaty.",
    "1991 жылдан бері Қазақстан ішінде қанша адам қоныс аударды, неге және Алматының шетіне қалай орналасты.",
    "Сколько людей переехало внутри Казахстана с 1991 года, почему и как они устроились на окраинах Алматы.",
];
const NOTICE: Words<'_> = [
    "These pages retell the article in our own words. The authors are responsible for the findings, the retelling is ours.",
    "Бұл беттерде мақала өз сөзімізбен баяндалады. Тұжырымдарға авторлар жауапты, баяндау біздікі.",
    "Эти страницы пересказывают статью своими словами. За выводы отвечают авторы, пересказ наш.",
];
const ABSTRACT: Words<'_> = [
    "The study looks at the nature of internal migration in Kazakhstan and its influence on the urbanisation of the country. Industry that survived in the big cities, their economic and social advantages and an ever deeper territorial division of labour draw people from the countryside.",
    "Зерттеуде Қазақстандағы ішкі көші-қонның сипаты және оның елдің урбандалуына әсері қарастырылады. Ірі қалаларда сақталған өнеркәсіп, олардың экономикалық және әлеуметтік артықшылықтары мен еңбектің аумақтық бөлінісінің тереңдеуі ауыл тұрғындарын қалаға тартады.",
    "В исследовании рассматривается природа внутренней миграции в Казахстане и её влияние на урбанизацию страны. Сохранившаяся в крупных городах промышленность, их экономические и социальные преимущества и углубление территориального разделения труда притягивают сельское население.",
];
const ABSTRACT_2: Words<'_> = [
    "The outbreak of COVID-19 worsened the economy of the big cities: less activity means more unemployment, and that may lead to social and political tension. The pressure on urban infrastructure is easily seen at the outskirts of Almaty.",
    "COVID-19 індеті ірі қалалардың экономикалық жағдайын нашарлатты: белсенділіктің төмендеуі жұмыссыздықты көбейтті, ал бұл әлеуметтік және саяси шиеленіске әкелуі мүмкін. Қалалық инфрақұрылымға түскен қысым Алматының шетінде анық көрінеді.",
    "Вспышка COVID-19 ухудшила экономическое положение больших городов: спад активности увеличил безработицу, а это может вызвать социальную и политическую напряжённость. Давление на городскую инфраструктуру хорошо видно на окраинах Алматы.",
];
const ABOUT: Words<'_> = [
    "This edition was made from one source together with its translations. Every number in its text comes from a dataset that can be downloaded.",
    "Бұл басылым аудармаларымен бірге бір бастапқы мәтіннен жасалған. Мәтіндегі әр сан жүктеп алуға болатын деректер жиынтығынан алынған.",
    "Это издание сделано из одного источника вместе с переводами. Каждое число в тексте взято из набора данных, который можно скачать.",
];
const INTRO_1: Words<'_> = [
    "When the planned economy collapsed in the 1990s, Kazakhstan met the same hardships of transition as other formerly communist countries. As agriculture shrank, people left for the towns in search of work. In 1991 alone ",
    "1990-жылдары жоспарлы экономика күйрегенде, Қазақстан басқа бұрынғы социалистік елдер сияқты өтпелі кезеңнің қиындықтарын бастан кешірді. Ауыл шаруашылығы құлдыраған сайын адамдар жұмыс іздеп қалаға кетті. 1991 жылдың өзінде ",
    "Когда в 1990-е годы рухнула плановая экономика, Казахстан столкнулся с теми же трудностями перехода, что и другие бывшие социалистические страны. Сельское хозяйство сжималось, и люди уезжали в города в поисках работы. Только в 1991 году ",
];
const INTRO_2: Words<'_> = [
    " took part in internal migration ",
    " ішкі көші-қонға қатысты ",
    " участвовали во внутренней миграции ",
];
const INTRO_3: Words<'_> = [
    ", the largest displacement of people within the country in its recent history. By 2019 the number had fallen to 70 thousand (see ",
    ", бұл елдің жаңа тарихындағы халықтың ең ірі ішкі қоныс аударуы болды. 2019 жылға қарай олардың саны 70 мыңға дейін азайды (қараңыз: ",
    " — крупнейшее перемещение населения внутри страны в её новейшей истории. К 2019 году число сократилось до 70 тысяч (см. ",
];
const INTRO_4: Words<'_> = [
    "Few empirical works are devoted to internal migration in Kazakhstan. The best known of them follows the “routes and roots” of Kazakh identity in the city ",
    "Қазақстандағы ішкі көші-қонға арналған эмпириялық еңбек аз. Олардың ең белгілісі қаладағы қазақ болмысының «жолдары мен тамырларын» зерттейді ",
    "Внутренней миграции в Казахстане посвящено немного эмпирических работ. Самая известная из них прослеживает «пути и корни» казахской идентичности в городе ",
];
const INTRO_5: Words<'_> = [
    ", the custom of building a house together, is what many newcomers lived by. The official figures are published at ",
    " – үйді бірлесіп салу дәстүрі – көп жаңа қоныстанушыға тірек болды. Ресми деректер мына жерде жарияланады: ",
    ", обычай строить дом сообща, помог устроиться многим новосёлам. Официальные данные публикуются на ",
];
const NOTE_1: Words<'_> = [
    "The figure for 2019 is rounded in the source.",
    "2019 жылғы көрсеткіш дереккөзде дөңгелектелген.",
    "Показатель за 2019 год в источнике округлён.",
];
const NOTE_2: Words<'_> = [
    "The yearbook of 2009 repeats these figures.",
    "2009 жылғы жылнамада осы көрсеткіштер қайталанады.",
    "Ежегодник 2009 года повторяет эти данные.",
];
const DYNAMICS_1: Words<'_> = [
    "Unregulated internal migration became a reality for Kazakhstan in the late 1980s, when life in the countryside began to get worse. The most difficult situation arose in 1991. Between 1992 and 1995 more than 300 thousand people moved every year; between 1996 and 2003 fewer than 300 thousand did.",
    "Реттелмеген ішкі көші-қон Қазақстан үшін 1980-жылдардың соңында, ауылдағы жағдай нашарлай бастағанда шындыққа айналды. Ең күрделі жағдай 1991 жылы қалыптасты. 1992–1995 жылдары жыл сайын 300 мыңнан астам адам, ал 1996–2003 жылдары 300 мыңға жетпейтін адам қоныс аударды.",
    "Нерегулируемая внутренняя миграция стала для Казахстана реальностью в конце 1980-х годов, когда жизнь на селе начала ухудшаться. Самое сложное положение сложилось в 1991 году. В 1992–1995 годах ежегодно переезжало более 300 тысяч человек, в 1996–2003 годах — менее 300 тысяч.",
];
const DYNAMICS_2: Words<'_> = [
    "New laws, such as the Land Code of 2003 with its private ownership of farm land, brought the next wave.",
    "2003 жылғы ауыл шаруашылығы жеріне жеке меншікті енгізген Жер кодексі сияқты жаңа заңдар келесі толқынға жол ашты.",
    "Новые законы, такие как Земельный кодекс 2003 года с частной собственностью на сельскохозяйственные земли, вызвали следующую волну.",
];
const DYNAMICS_3: Words<'_> = [
    "Most moves stay within a region; only in 1999 and 2000 did moves between regions outnumber them.",
    "Қоныс аударудың көбі өңір ішінде өтеді; тек 1999 және 2000 жылдары ғана өңіраралық көші-қон одан асып түсті.",
    "Большая часть переездов происходит внутри региона; лишь в 1999 и 2000 годах межрегиональных было больше.",
];
const DYNAMICS_4: Words<'_> = [
    "The share of the rural population has hardly changed in three decades, which suggests that it grew mostly by natural increase.",
    "Ауыл халқының үлесі отыз жыл ішінде дерлік өзгерген жоқ, демек ол негізінен табиғи өсім есебінен көбейген.",
    "Доля сельского населения за три десятилетия почти не изменилась: видимо, оно росло в основном за счёт естественного прироста.",
];
const REASONS_1: Words<'_> = [
    "What moves people from the village to a big city sounds quite ordinary:",
    "Адамдарды ауылдан үлкен қалаға көшуге итермелейтін себептер әдеттегідей:",
    "То, что побуждает людей переезжать из села в большой город, звучит вполне обыденно:",
];
const QUOTE: Words<'_> = [
    "Migration theories often bring about a huge amount of new information to our store of knowledge about migration.",
    "Көші-қон теориялары көші-қон туралы біліміміздің қорына жаңа мәліметтің үлкен көлемін әкеледі.",
    "Теории миграции часто приносят в запас наших знаний о миграции огромный объём новых сведений.",
];
const CONCLUSION: Words<'_> = [
    "The authorities should take measures for the development of agriculture and create new industries and jobs in the countryside. As long as the village does not become a better place, people will go on leaving it for a big city.",
    "Үкімет ауыл шаруашылығын дамыту шараларын қабылдап, ауылдық жерлерде жаңа өндіріс пен жұмыс орындарын ашуы керек. Ауыл жақсармайынша, адамдар оны үлкен қала үшін тастап кете береді.",
    "Властям следует принять меры для развития сельского хозяйства и создать новые производства и рабочие места на селе. Пока жизнь в ауле не станет лучше, люди будут уезжать из него в большой город.",
];
const SOURCE: Words<'_> = [
    "Agency of Statistics of the Republic of Kazakhstan (2008), Kazakhstan: reforms and development, 1991–2007. Astana, p. 112; Bureau of National Statistics, stat.gov.kz",
    "Қазақстан Республикасының Статистика агенттігі (2008), Қазақстан: реформалар және даму, 1991–2007. Астана, 112-б.; Ұлттық статистика бюросы, stat.gov.kz",
    "Агентство Республики Казахстан по статистике (2008), Казахстан: реформы и развитие, 1991–2007. Астана, с. 112; Бюро национальной статистики, stat.gov.kz",
];
const FIGURE_NOTE: Words<'_> = [
    "Moves within a settlement are not counted.",
    "Бір елді мекен ішіндегі қоныс аудару есептелмейді.",
    "Переезды внутри населённого пункта не учитываются.",
];
const TABLE_NOTE: Words<'_> = [
    "As printed; the year 2010 is printed in persons.",
    "Басылғандай берілген; 2010 жыл адам санымен басылған.",
    "Как напечатано; 2010 год напечатан в человеках.",
];
const FINDING_1: Words<'_> = [
    "The caption of Table 1 gives “in thousand”, but its numbers are persons: 431,262 thousand would be more than twenty times the population of the country.",
    "1-кестенің атауында «мың» деп көрсетілген, бірақ сандары адам саны: 431 262 мың ел халқынан жиырма еседен астам көп болар еді.",
    "В заголовке таблицы 1 указано «в тысячах», но числа в ней — люди: 431 262 тысячи более чем в двадцать раз превысили бы население страны.",
];
const FINDING_2: Words<'_> = [
    "1992: the parts add up to 361,356, as printed.",
    "1992: бөліктердің қосындысы басылғандай 361 356.",
    "1992: сумма частей равна 361 356, как напечатано.",
];
const FINDING_3: Words<'_> = [
    "1999: interregional migration exceeds intraregional migration.",
    "1999: өңіраралық көші-қон өңірішілік көші-қоннан асады.",
    "1999: межрегиональная миграция превышает внутрирегиональную.",
];
const FINDING_REASON: Words<'_> = [
    "the table is shown as the journal printed it",
    "кесте журнал басқан күйінде көрсетіледі",
    "таблица показана так, как её напечатал журнал",
];
