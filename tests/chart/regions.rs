//! The regions of Kazakhstan in three languages: code, name, short name, abbreviation.

/// A region: its code and, in English, Kazakh and Russian, its name, a short one and an
/// abbreviation.
pub(crate) struct Region {
    pub(crate) code: &'static str,
    pub(crate) names: [&'static str; 3],
    pub(crate) short: [&'static str; 3],
    pub(crate) abbreviation: [&'static str; 3],
}

macro_rules! regions {
    ($($code:literal: $en:literal $kk:literal $ru:literal; $sen:literal $skk:literal $sru:literal; $aen:literal $akk:literal $aru:literal;)+) => {
        &[$(Region {
            code: $code,
            names: [$en, $kk, $ru],
            short: [$sen, $skk, $sru],
            abbreviation: [$aen, $akk, $aru],
        }),+]
    };
}

/// All regions of all divisions in the order of their codes.
pub(crate) const REGIONS: &[Region] = regions![
    "10": "Abai Region" "Абай облысы" "область Абай"; "Abai" "Абай" "Абай"; "Abai" "Абай" "Абай";
    "11": "Akmola Region" "Ақмола облысы" "Акмолинская область"; "Akmola" "Ақмола" "Акмола"; "Akm." "Ақм." "Акм.";
    "15": "Aktobe Region" "Ақтөбе облысы" "Актюбинская область"; "Aktobe" "Ақтөбе" "Актобе"; "Akt." "Ақт." "Акт.";
    "19": "Almaty Region" "Алматы облысы" "Алматинская область"; "Almaty reg." "Алматы обл." "Алмат. обл."; "Alm. r." "Ал. о." "Ал. о.";
    "23": "Atyrau Region" "Атырау облысы" "Атырауская область"; "Atyrau" "Атырау" "Атырау"; "Atyr." "Атыр." "Атыр.";
    "27": "West Kazakhstan Region" "Батыс Қазақстан облысы" "Западно-Казахстанская область"; "West Kaz." "БҚО" "ЗКО"; "West" "БҚО" "ЗКО";
    "31": "Jambyl Region" "Жамбыл облысы" "Жамбылская область"; "Jambyl" "Жамбыл" "Жамбыл"; "Jamb." "Жам." "Жам.";
    "33": "Jetisu Region" "Жетісу облысы" "область Жетісу"; "Jetisu" "Жетісу" "Жетісу"; "Jet." "Жет." "Жет.";
    "35": "Karaganda Region" "Қарағанды облысы" "Карагандинская область"; "Karaganda" "Қарағанды" "Караганда"; "Kar." "Қар." "Кар.";
    "39": "Kostanay Region" "Қостанай облысы" "Костанайская область"; "Kostanay" "Қостанай" "Костанай"; "Kost." "Қост." "Кост.";
    "43": "Kyzylorda Region" "Қызылорда облысы" "Кызылординская область"; "Kyzylorda" "Қызылорда" "Кызылорда"; "Kyz." "Қыз." "Кыз.";
    "47": "Mangystau Region" "Маңғыстау облысы" "Мангистауская область"; "Mangystau" "Маңғыстау" "Мангистау"; "Mang." "Маңғ." "Манг.";
    "51": "South Kazakhstan Region" "Оңтүстік Қазақстан облысы" "Южно-Казахстанская область"; "South Kaz." "ОҚО" "ЮКО"; "South" "ОҚО" "ЮКО";
    "55": "Pavlodar Region" "Павлодар облысы" "Павлодарская область"; "Pavlodar" "Павлодар" "Павлодар"; "Pav." "Пав." "Пав.";
    "59": "North Kazakhstan Region" "Солтүстік Қазақстан облысы" "Северо-Казахстанская область"; "North Kaz." "СҚО" "СКО"; "North" "СҚО" "СКО";
    "61": "Turkistan Region" "Түркістан облысы" "Туркестанская область"; "Turkistan" "Түркістан" "Туркестан"; "Turk." "Түрк." "Турк.";
    "62": "Ulytau Region" "Ұлытау облысы" "область Ұлытау"; "Ulytau" "Ұлытау" "Ұлытау"; "Ulyt." "Ұлыт." "Ұлыт.";
    "63": "East Kazakhstan Region" "Шығыс Қазақстан облысы" "Восточно-Казахстанская область"; "East Kaz." "ШҚО" "ВКО"; "East" "ШҚО" "ВКО";
    "71": "Astana city" "Астана қаласы" "город Астана"; "Astana" "Астана" "Астана"; "Ast." "Аст." "Аст.";
    "75": "Almaty city" "Алматы қаласы" "город Алматы"; "Almaty" "Алматы" "Алматы"; "Alm." "Алм." "Алм.";
    "79": "Shymkent city" "Шымкент қаласы" "город Шымкент"; "Shymkent" "Шымкент" "Шымкент"; "Shym." "Шым." "Шым.";
];

/// The region with this code.
pub(crate) fn region(code: &str) -> &'static Region {
    REGIONS.iter().find(|region| region.code == code).unwrap()
}
