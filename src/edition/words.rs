//! Interface texts of one language.

use std::collections::BTreeMap;

use crate::lang::Lang;

/// The interface texts of a language with what the study words anew.
pub(super) struct Words<'a> {
    lang: Lang,
    own: &'a BTreeMap<String, String>,
}

impl<'a> Words<'a> {
    pub(super) fn new(lang: Lang, own: &'a BTreeMap<String, String>) -> Self {
        Self { lang, own }
    }

    /// The text of `key`.
    pub(super) fn get(&self, key: &str) -> String {
        match self.own.get(key) {
            Some(text) => text.clone(),
            None => built_in(self.lang.language(), key).to_owned(),
        }
    }

    /// The text of `key` with `value` in the place of `{name}`.
    pub(super) fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.get(key).replace(&format!("{{{name}}}"), value)
    }
}

fn built_in(lang: &str, key: &str) -> &'static str {
    let at = match lang {
        "kk" => 1,
        "ru" => 2,
        _ => 0,
    };
    let texts = match key {
        "figure_n" => ["Figure {n}", "{n}-сурет", "Рисунок {n}"],
        "table_n" => ["Table {n}", "{n}-кесте", "Таблица {n}"],
        "figure_ref" => ["Figure {n}", "{n}-сурет", "рисунок {n}"],
        "table_ref" => ["Table {n}", "{n}-кесте", "таблица {n}"],
        "section_ref" => ["Section {n}", "{n}-бөлім", "раздел {n}"],
        "page_one" => ["p. {n}", "{n}-б.", "с. {n}"],
        "page_many" => ["pp. {n}", "{n}-бб.", "с. {n}"],
        "type_year" => ["year", "жыл", "год"],
        "type_date" => ["date", "күн", "дата"],
        "type_count" => ["count", "сан", "количество"],
        "type_number" => ["number", "сан", "число"],
        "type_percent" => ["percentage", "пайыз", "процент"],
        "type_category" => ["category", "санат", "категория"],
        "type_text" => ["text", "мәтін", "текст"],
        "unit_person" => ["people", "адам", "человек"],
        "unit_thousand_person" => ["thousand people", "мың адам", "тысяч человек"],
        "unit_million_person" => ["million people", "миллион адам", "миллионов человек"],
        "unit_percent" => ["%", "%", "%"],
        "unit_percentage_point" => {
            ["percentage points", "пайыздық тармақ", "процентных пунктов"]
        }
        "thousand_of" => ["thousand {unit}", "мың {unit}", "тысяч {unit}"],
        "million_of" => ["million {unit}", "миллион {unit}", "миллионов {unit}"],
        _ => [""; 3],
    };
    texts[at]
}
