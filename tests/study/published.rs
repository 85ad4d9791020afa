//! What describes the data to programs: Frictionless Data Package, CSVW, schema.org, and
//! checksums. Each is held against the files that it describes.

use std::collections::BTreeSet;

use baspa::BuildOptions;
use baspa::locale::Date;
use baspa::site_path::SitePath;
use baspa::source::Input;
use rust_decimal::Decimal;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::html::Page;
use crate::reuse::{csv, datasets, json};
use crate::{BASE, BUILT, EVERY, content, folder, site};

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The texts of a list.
fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|own| own.as_str().unwrap()).collect()
}

/// Whether a written value is of a type of Table Schema, or of XML Schema.
fn is_of(written: &str, kind: &str) -> bool {
    let date = |dashes: usize| {
        Date::parse(written).is_ok() && written.matches('-').count() == dashes
    };
    match kind {
        "year" | "gYear" => written.len() == 4 && date(0),
        "yearmonth" | "gYearMonth" => date(1),
        "date" => date(2),
        "integer" => written.parse::<i128>().is_ok(),
        "number" | "decimal" => written.parse::<Decimal>().is_ok(),
        "string" => true,
        other => panic!("the type `{other}`"),
    }
}

/// That no two rows have the same values in the columns of the key.
fn assert_key(key: &[&str], head: &[String], rows: &[Vec<String>], id: &str) {
    let at = |name: &&str| head.iter().position(|own| own == name).unwrap();
    let at: Vec<_> = key.iter().map(at).collect();
    let mut seen = BTreeSet::new();
    for row in rows {
        let key: Vec<_> = at.iter().map(|at| row[*at].as_str()).collect();
        assert!(key.iter().all(|part| !part.is_empty()), "{id}: {key:?}");
        assert!(seen.insert(key), "{id}");
    }
}

#[test]
fn the_data_package_says_of_each_csv_what_holds_of_it() {
    let mut checked = 0;
    for built in EVERY.map(|built| &**built) {
        let package = json(built, "data/datapackage.json");
        let resources = package["resources"].as_array().unwrap();
        let paths: Vec<_> =
            resources.iter().map(|own| own["path"].as_str().unwrap()).collect();
        let ids = datasets(built);
        assert_eq!(paths, ids.iter().map(|id| format!("{id}.csv")).collect::<Vec<_>>());
        for (resource, id) in resources.iter().zip(&ids) {
            let path = SitePath::presume(format!("data/{id}.csv"));
            let bytes = built.site.bytes(&path).unwrap();
            assert_eq!(resource["bytes"], bytes.len(), "{id}");
            assert_eq!(resource["hash"], format!("sha256:{}", sha256(bytes)), "{id}");
            let (head, rows) = csv(built, path.as_str());
            let schema = &resource["schema"];
            let fields = schema["fields"].as_array().unwrap();
            let names: Vec<_> =
                fields.iter().map(|own| own["name"].as_str().unwrap()).collect();
            assert_eq!(names, head, "{id}");
            assert_key(&texts(&schema["primaryKey"]), &head, &rows, id);
            for (at, field) in fields.iter().enumerate() {
                for row in &rows {
                    assert_field(field, &row[at], id);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 1000, "{checked}");
}

/// That a written value is one that a field of a Table Schema allows.
fn assert_field(field: &Value, written: &str, id: &str) {
    let name = field["name"].as_str().unwrap();
    let constraints = &field["constraints"];
    if written.is_empty() {
        assert_ne!(constraints["required"], true, "{id}, {name}");
        return;
    }
    let kind = field["type"].as_str().unwrap();
    assert!(is_of(written, kind), "{id}, {name}: `{written}` is no {kind}");
    if let Some(codes) = constraints["enum"].as_array() {
        assert!(codes.contains(&written.into()), "{id}, {name}: {written}");
        let mut labelled = field["categories"].as_array().unwrap().iter();
        assert!(labelled.any(|own| own["value"] == written), "{id}, {name}: {written}");
    }
}

#[test]
fn csvw_says_of_each_csv_what_holds_of_it() {
    for built in EVERY.map(|built| &**built) {
        for id in datasets(built) {
            let own = json(built, &format!("data/{id}.csv-metadata.json"));
            assert_eq!(own["@context"][0], "http://www.w3.org/ns/csvw");
            assert_eq!(own["url"], format!("{id}.csv"));
            let (head, rows) = csv(built, &format!("data/{id}.csv"));
            let schema = &own["tableSchema"];
            let columns = schema["columns"].as_array().unwrap();
            assert_eq!(columns.len(), head.len(), "{id}");
            assert_key(&texts(&schema["primaryKey"]), &head, &rows, &id);
            for (at, column) in columns.iter().enumerate() {
                // The head of the file is in no language.
                assert_eq!(column["titles"]["und"], head[at], "{id}");
                assert_eq!(column["name"], head[at], "{id}");
                for row in &rows {
                    assert_column(column, &row[at], &id);
                }
            }
        }
    }
}

/// That a written value is one that a column of CSVW allows.
fn assert_column(column: &Value, written: &str, id: &str) {
    if texts(&column["null"]).contains(&written) {
        assert_ne!(column["required"], true, "{id}");
        return;
    }
    let datatype = &column["datatype"];
    let base = datatype["base"].as_str().or(datatype.as_str()).unwrap();
    assert!(is_of(written, base), "{id}: `{written}` is no {base}");
    if let Some(format) = datatype["format"].as_str() {
        let codes = format.strip_prefix("^(").unwrap().strip_suffix(")$").unwrap();
        let mut codes = codes.split('|').map(|code| code.replace('\\', ""));
        assert!(codes.any(|code| code == written), "{id}: {written}");
    }
}

#[test]
fn descriptions_name_variables_and_levels_in_every_language() {
    for built in EVERY.map(|built| &**built) {
        let package = json(built, "data/datapackage.json");
        let source = package["languages"][0].as_str().unwrap();
        for resource in package["resources"].as_array().unwrap() {
            let id = resource["name"].as_str().unwrap();
            let own = json(built, &format!("data/{id}.json"));
            let csvw = json(built, &format!("data/{id}.csv-metadata.json"));
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let columns = csvw["tableSchema"]["columns"].as_array().unwrap();
            for lang in built.languages() {
                let in_lang = |object: &Value, key: &str| match lang == source {
                    true => object[key].clone(),
                    false => object["translations"][lang][key].clone(),
                };
                assert_eq!(in_lang(resource, "title"), own["title"][lang], "{id}");
                for variable in own["variables"].as_array().unwrap() {
                    let at = fields.iter().position(|f| f["name"] == variable["id"]);
                    let (field, column) = (&fields[at.unwrap()], &columns[at.unwrap()]);
                    let label = &variable["label"][lang];
                    assert_eq!(&in_lang(field, "title"), label, "{id}");
                    assert_eq!(&column["titles"][lang], label, "{id}");
                    for (level, label) in variable["levels"].as_object().unwrap() {
                        let mut codes = field["categories"].as_array().unwrap().iter();
                        let code = codes.find(|own| own["value"] == *level).unwrap();
                        assert_eq!(in_lang(code, "label"), label[lang], "{id}");
                    }
                }
            }
        }
    }
}

#[test]
fn checksums_are_those_of_the_files() {
    for built in EVERY.map(|built| &**built) {
        let mut lists = built
            .site
            .iter()
            .filter(|(path, _)| path.as_str().ends_with("/sha256sums.txt"));
        let mut checked = 0;
        lists.by_ref().for_each(|(list, _)| {
            let (folder, _) = list.as_str().rsplit_once('/').unwrap();
            let text = built.site.made(list).unwrap().into_owned();
            for line in String::from_utf8(text).unwrap().lines() {
                let (digest, name) = line.split_once("  ").unwrap();
                let path = SitePath::presume(format!("{folder}/{name}"));
                let bytes = built.site.made(&path).unwrap();
                assert_eq!(sha256(&bytes), digest, "{path}");
                checked += 1;
            }
        });
        let data = [".csv", ".json", ".xlsx"];
        // The record of the build, at the top, is none of the study's data; nor are the
        // references to it.
        let is_data = |path: &str| {
            let of_study = path.contains('/') && !path.ends_with("/citation.json");
            of_study && data.iter().any(|ending| path.ends_with(ending))
        };
        let files = built.site.iter().filter(|(path, _)| is_data(path.as_str())).count();
        assert_eq!(checked, files);
    }
}

/// What a page says of itself to search engines.
fn structured(page: &Page) -> Option<Value> {
    let mut scripts = page.all("script");
    let own = scripts.find(|own| own.get("type") == Some("application/ld+json"))?;
    Some(serde_json::from_str(&page.words(own)).unwrap())
}

#[test]
fn a_datasets_page_tells_search_engines_what_it_shows() {
    let mut files = 0;
    for built in EVERY.map(|built| &**built) {
        for lang in built.languages() {
            for id in datasets(built) {
                let path = format!("{}/data/{id}.html", folder(lang));
                let page = &built.pages[&path];
                let own = structured(page).unwrap_or_else(|| panic!("{path}"));
                assert_eq!(own["@context"], "https://schema.org");
                assert_eq!(own["@type"], "Dataset");
                assert_eq!(own["inLanguage"], lang);
                let json = json(built, &format!("data/{id}.json"));
                assert_eq!(own["name"], json["title"][lang], "{path}");
                assert_eq!(own["temporalCoverage"], json["period"], "{path}");
                let measured = own["variableMeasured"].as_array().unwrap();
                for (own, variable) in
                    measured.iter().zip(json["variables"].as_array().unwrap())
                {
                    assert_eq!(own["name"], variable["label"][lang], "{path}");
                }
                for file in own["distribution"].as_array().into_iter().flatten() {
                    let url = file["contentUrl"].as_str().unwrap();
                    let path = SitePath::presume(url.strip_prefix(BASE).unwrap());
                    assert!(built.site.get(&path).is_some(), "{url}");
                    files += 1;
                }
            }
        }
    }
    assert!(files > 100, "{files}");
}

#[test]
fn the_studys_page_names_its_datasets_to_search_engines() {
    for lang in BUILT.languages() {
        let own = structured(BUILT.study(lang)).unwrap();
        let parts = own["hasPart"].as_array().unwrap();
        assert_eq!(parts.len(), datasets(&BUILT).len());
        for part in parts {
            let url = part["url"].as_str().unwrap().strip_prefix(BASE).unwrap();
            assert!(BUILT.pages.contains_key(url), "{url}");
        }
    }
}

#[test]
fn without_a_public_address_no_address_is_given() {
    let project = content();
    let files = project.files().map(|(_, file)| {
        let text = String::from_utf8_lossy(&file.bytes).replace("base-url:", "# ");
        match file.path.as_str() {
            "content/study.yaml" => (file.path.clone(), text.into_bytes()),
            _ => (file.path.clone(), file.bytes.to_vec()),
        }
    });
    let files: Vec<_> = files.collect();
    let site = site(&Input::new(files), &BuildOptions::default());
    let bytes = |path: &str| {
        let bytes = site.bytes(&SitePath::presume(path)).unwrap();
        std::str::from_utf8(bytes).unwrap().to_owned()
    };
    let page = Page::parse("page", &bytes("kk/data/migration.html"));
    let own = structured(&page).unwrap();
    assert_eq!(own["url"], Value::Null);
    assert_eq!(own["distribution"], Value::Null);
    let package: Value = serde_json::from_str(&bytes("data/datapackage.json")).unwrap();
    assert_eq!(package["homepage"], Value::Null);
}
