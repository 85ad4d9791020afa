//! Rows from workbooks: the same as from CSV, and no harm from a bad file.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use baspa::source::Input;
use baspa::{BuildOptions, Outcome, diag};
use libtest_mimic::Failed;

use crate::mutations::{Dice, hurt};
use crate::project::{BASE, Files, files, root};
use crate::workbook::{archive, document, ods, xlsx};

/// How many damaged workbooks are built.
const ROUNDS: u64 = 400;

/// The towns of the base, below a title and beside a column of notes.
const TOWNS: &str = "== Contents
Towns
== Table 1
Loans of towns

 | Town | Loans | Remarks |  Checked
 | almaty | 900 | үлкен | 2022-03-01
 | shymkent | 700 | small | 2022-03-02
 | Source: yearbook
";

const FROM_SHEET: &str = "rows:
  file: FILE
  sheet: Table 1
  range: B3:E5
  columns: {town: Town, total: Loans, note: Remarks}
  left-out: [Checked]
";

/// The base with other rows of its towns: `rows` of the dataset, and a file beside it.
fn project(rows: &str, file: &str, bytes: Vec<u8>) -> Files {
    let mut project = files(&root().join(BASE));
    project.remove("content/data/towns.csv");
    let path = "content/data/towns.yaml";
    let towns = String::from_utf8_lossy(&project[path]).into_owned();
    let towns = towns.replace("rows: towns.csv\n", &rows.replace("FILE", file));
    project.insert(path.to_owned(), towns.into_bytes());
    project.insert(format!("content/data/{file}"), bytes);
    project
}

/// What a build says, and the data that it publishes.
fn built(project: Files) -> (String, Option<Vec<u8>>) {
    let input = Input::new(project);
    let Outcome { site, diagnostics, .. } =
        baspa::build(&input, &BuildOptions::default());
    let data = site.and_then(|site| {
        let mut files =
            site.iter().filter(|(path, _)| path.as_str().ends_with("towns.csv"));
        files.next().and_then(|(_, content)| content.bytes().map(<[u8]>::to_vec))
    });
    (diag::human(&diagnostics, &input, false), data)
}

pub(crate) fn same_rows() -> Result<(), Failed> {
    let plain = b"town,total,note\nalmaty,900,\xd2\xaf\xd0\xbb\xd0\xba\xd0\xb5\xd0\xbd\nshymkent,700,small\n";
    let (said, wanted) = built(project("rows: FILE\n", "towns.csv", plain.to_vec()));
    assert!(wanted.is_some(), "{said}");
    let columns = "  columns: {town: Town, total: Loans, note: Remarks}\n";
    let semicolons =
        format!("rows:\n  file: FILE\n{columns}  separator: ';'\n  encoding: kz-1048\n");
    let old = b"Town;Loans;Remarks\r\nalmaty;900;\xbf\xeb\xea\xe5\xed\r\nshymkent;700;small\r\n";
    let others = [
        (FROM_SHEET, "towns.xlsx", xlsx(TOWNS)),
        (FROM_SHEET, "towns.ods", ods(TOWNS)),
        (&semicolons, "towns.csv", old.to_vec()),
    ];
    for (rows, file, bytes) in others {
        let given = built(project(rows, file, bytes));
        assert_eq!(given, (String::new(), wanted.clone()), "{file}");
    }
    Ok(())
}

pub(crate) fn wide_and_long() -> Result<(), Failed> {
    let long = "town,total,note\nalmaty,900,a\nshymkent,1250.5,a\n";
    let (said, wanted) = built(with_numbers("rows: FILE\n", "towns.csv", long.into()));
    assert!(wanted.is_some(), "{said}");
    let wide = "rows:\n  file: FILE\n  wide: {into: town, values: total}\n  labels: {town: {almaty: Big one}}\n";
    let csv = "note\tBig  one\tshymkent\na\t900\t1250.5\n";
    let sheet = "== Sheet 1\nnote | Big one | shymkent\n\na | 900 | 1250.5\n";
    let others = [
        ("towns.tsv", csv.into()),
        ("towns.xlsx", xlsx(sheet)),
        ("towns.ods", ods(sheet)),
    ];
    for (file, bytes) in others {
        let given = built(with_numbers(wide, file, bytes));
        assert_eq!(given, (String::new(), wanted.clone()), "{file}");
    }
    let flagged = "town,total,total_flag,note\nalmaty,900,p,a\nshymkent,1250.5,,a\n";
    let (said, flagged) =
        built(with_numbers("rows: {file: FILE}\n", "towns.csv", flagged.into()));
    assert!(flagged.is_some() && flagged != wanted, "{said}");
    let sheet =
        "== Sheet 1\nnote | Big one | Big one_flag | shymkent\n\na | 900 | p | 1250.5\n";
    let given = built(with_numbers(wide, "towns.xlsx", xlsx(sheet)));
    assert_eq!(given, (String::new(), flagged));
    let comma = format!("{wide}  separator: ';'\n  decimal: ','\n  group: space\n");
    let csv = "note;Big one;shymkent\na;900;1\u{a0}250,5\n";
    let given = built(with_numbers(&comma, "towns.csv", csv.into()));
    assert_eq!(given, (String::new(), wanted));
    Ok(())
}

/// Percentages and days are what a reader of the sheet sees.
pub(crate) fn formats() -> Result<(), Failed> {
    let typed = |rows: &str, file: &str, bytes: Vec<u8>| {
        let mut project = project(rows, file, bytes);
        let towns = project.get_mut("content/data/towns.yaml").expect("the towns");
        let text = String::from_utf8_lossy(towns)
            .replace("total: {type: count, unit: book", "total: {type: percent")
            .replace("note: {type: text", "note: {type: date");
        *towns = text.into_bytes();
        built(project)
    };
    let csv = "town,total,note\nalmaty,12.5,2022-03-01\nshymkent,7,2022-03-02\n";
    let (said, wanted) = typed("rows: FILE\n", "towns.csv", csv.into());
    assert!(wanted.is_some(), "{said}");
    let sheet = "== Sheet 1\ntown | total | note\nalmaty | 12.5% | 2022-03-01\nshymkent | 7% | 2022-03-02\n";
    for (file, bytes) in [("towns.xlsx", xlsx(sheet)), ("towns.ods", ods(sheet))] {
        let given = typed("rows: {file: FILE}\n", file, bytes);
        assert_eq!(given, (String::new(), wanted.clone()), "{file}");
    }
    Ok(())
}

/// The same, where the totals need not be whole.
fn with_numbers(rows: &str, file: &str, bytes: Vec<u8>) -> Files {
    let mut project = project(rows, file, bytes);
    let towns = project.get_mut("content/data/towns.yaml").expect("the towns");
    let text = String::from_utf8_lossy(towns)
        .replace("total: {type: count", "total: {type: number");
    *towns = text.into_bytes();
    project
}

/// Builds damaged workbooks: every other one with its members damaged and packed anew.
pub(crate) fn survived() -> Result<(), Failed> {
    let files = [("towns.xlsx", xlsx(TOWNS)), ("towns.ods", ods(TOWNS))];
    for round in 0..ROUNDS {
        let dice = &mut Dice(round + 1);
        let (file, whole) = &files[dice.below(2)];
        let bytes = match dice.below(3) {
            0 => hurt(whole.clone(), dice),
            _ => hurt_inside(whole, dice),
        };
        let damaged = project(FROM_SHEET, file, bytes);
        let built = catch_unwind(AssertUnwindSafe(|| built(damaged)));
        if built.is_err() {
            return Err(format!("round {round} panics").into());
        }
    }
    Ok(())
}

fn hurt_inside(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut whole = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let victim = dice.below(whole.len());
    let mut members = Vec::new();
    for at in 0..whole.len() {
        let mut member = whole.by_index(at).expect("a member");
        let name = member.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("a member");
        if at == victim {
            bytes = hurt(bytes, dice);
        }
        members.push((name, bytes));
    }
    let members = members.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]));
    archive(members)
}

/// Files that are small and would be large in memory.
pub(crate) fn bombs() -> Result<(), Failed> {
    let cell = |attributes: &str, text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\" {attributes}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let table = |row: &str, cells: &str| {
        document(&format!(
            "<table:table table:name=\"Table 1\"><table:table-row {row}>{cells}</table:table-row></table:table>"
        ))
    };
    let often = "table:number-columns-repeated=\"4000000000\"";
    let rows = "table:number-rows-repeated=\"4000000000\"";
    let deep = "<text:span>".repeat(200_000);
    let many = "its cells hold too much";
    let cases = [
        ("towns.ods", table("", &cell(often, "a")), many),
        ("towns.ods", table(rows, &cell("", "a")), many),
        (
            "towns.ods",
            table(
                "",
                &cell("table:number-columns-repeated=\"900\"", &"a".repeat(100_000)),
            ),
            many,
        ),
        (
            "towns.ods",
            table("", &cell("", &"<text:s text:c=\"4000000000\"/>".repeat(9))),
            "the sheet is empty",
        ),
        ("towns.ods", table("", &cell("", &deep)), "cannot be read"),
        ("towns.ods", archive([("content.xml", &vec![b' '; 130 << 20][..])]), "128 MiB"),
        ("towns.xlsx", archive([("xl/a.xml", &vec![b' '; 130 << 20][..])]), "128 MiB"),
        (
            "towns.xlsx",
            archive([(
                "xl/sharedStrings.xml",
                &b"<sst uniqueCount=\"999999999999\">"[..],
            )]),
            "counts more texts",
        ),
        (
            "towns.xlsx",
            archive([(
                "xl/styles.xml",
                format!("<f n=\"{}\"/>{}", "a".repeat(1 << 20), "<xf/>".repeat(1000))
                    .as_bytes(),
            )]),
            "its styles are too many",
        ),
    ];
    for (file, bytes, why) in cases {
        let (said, site) = built(project(FROM_SHEET, file, bytes));
        if site.is_some() || !said.contains("bad-workbook") || !said.contains(why) {
            return Err(format!("{why}:\n{said}").into());
        }
    }
    Ok(())
}
