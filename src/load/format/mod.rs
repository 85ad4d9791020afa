//! What authors may write: every map of the YAML files of a study.
//!
//! These declarations are the format. The reference in `docs/reference.md` is made from
//! them.

use rust_decimal::Decimal;

mod claim;
mod figure;
mod front;
mod revision;
mod rows;
mod site;
mod words;

pub(in crate::load) use claim::*;
pub(in crate::load) use figure::*;
pub(in crate::load) use front::*;
pub(in crate::load) use revision::*;
pub(in crate::load) use rows::*;
pub(in crate::load) use site::*;
pub(in crate::load) use words::*;

use super::decode::{
    Chapter, Decode, Decoder, Key, Named, OneOrMore, authored, authored_choice, key_of,
    title_of, wrong_type,
};
use super::yaml::{Node, Tree};
use crate::expr::Expression;
use crate::lang::{Lang, PerLang};
use crate::locale::{Date, Period};
use crate::source::Spanned;
use crate::study::Texts;

authored! {
    /// `content/study.yaml`: the study as a whole.
    struct StudyFile {
        /// The languages, in the order in which the site offers them.
        languages: Vec<Lang>,
        /// The language that the others are translated from; one of `languages`.
        source_language: Lang,
        /// Where the site is published, such as `https://example.org/study/`. `--base-url` overrides it. This and `theme`, `kazakh-latin` and `percent-word` stand in `content/site.yaml` where a project has several studies.
        base_url: Option<Spanned<String>>,
        /// Which languages stand beside each other on a page of their own, such as `[[en, kk], [kk, ru]]`: the first of a pair stands first. Every pair in the order of `languages`, if it is not given; none for `false`.
        side_by_side: Option<SideBySideFile>,
        /// On how many pages the text stands: on one, or each section on a page of its own, with links to those before and after it. `single`, if it is not given.
        layout: Option<LayoutFile>,
        /// Whether quotation marks, dashes and spaces are set as the language of a text wants them; they are if this is not given.
        typography: Option<bool>,
        /// How many digits stand before the first group of a number in a Russian text: with 2, «1234» is not grouped and «12 345» is; 1 if it is not given.
        min_grouping: Option<Spanned<u32>>,
        /// The title.
        title: Texts,
        /// A second line of the title.
        subtitle: Option<Texts>,
        /// One sentence for search engines and link previews.
        description: Texts,
        /// The authors in their order.
        authors: Vec<AuthorFile>,
        /// Where the authors work: ids and names.
        affiliations: Named<Texts>,
        /// The keywords.
        keywords: PerLang<Vec<Spanned<String>>>,
        /// The journal that the study appeared in.
        journal: Option<Texts>,
        /// When it appeared.
        issued: Option<Date>,
        /// The volume of the journal.
        volume: Option<Spanned<String>>,
        /// The issue of the journal.
        issue: Option<Spanned<String>>,
        /// The pages in the journal: `41-54`.
        pages: Option<Spanned<String>>,
        /// The ISSN of the journal: `1234-5679`.
        issn: Option<Spanned<String>>,
        /// Who publishes the journal, or the study itself.
        publisher: Option<Texts>,
        /// The DOI of the article, without an address before it: `10.1000/182`.
        doi: Option<Spanned<String>>,
        /// The licence of the text.
        licence: Option<Texts>,
        /// The editorial note in one or two sentences, shown at the head of the study.
        notice: Option<Texts>,
        /// What the front of the study shows beside title, authors and abstract.
        front: Option<FrontFile>,
        /// Colours, fonts and logo of the site.
        theme: Option<ThemeFile>,
        /// Asks for one more edition, `kk-Latn`: that in `kk` in Latin letters.
        kazakh_latin: Option<Spanned<KazakhLatinFile>>,
        /// The Kazakh word that `%` is read as, which decides its endings, `41%-дан` or `41%-тен`; `пайыз` if it is not given.
        percent_word: Option<PercentWordFile>,
    }
}

authored! {
    /// How the edition in `kk-Latn` is made of that in `kk`; `{}` will do.
    struct KazakhLatinFile {
        /// The alphabet: the draft of April 2021, if it is not given; that of the decree of 2018; or BGN/PCGN.
        alphabet: Option<AlphabetFile>,
        /// Words that stay in Cyrillic letters, by how they begin.
        keep: Option<Vec<Spanned<String>>>,
        /// Words that are spelt another way than the alphabet has it: how each begins, and its spelling. Endings follow the alphabet.
        words: Named<Spanned<String>>,
    }
}

authored_choice! {
    /// A Latin alphabet for Kazakh.
    enum AlphabetFile {
        "2021" => Y2021,
        "2018" => Y2018,
        "bgn" => Bgn,
    }
}

authored_choice! {
    /// On how many pages the text stands.
    enum LayoutFile {
        "single" => Single,
        "paged" => Paged,
    }
}

authored_choice! {
    /// The Kazakh word that `%` is read as.
    enum PercentWordFile {
        "пайыз" => Payiz,
        "процент" => Protsent,
    }
}

/// The pairs of languages that stand beside each other.
#[derive(Debug)]
pub(in crate::load) struct SideBySideFile(
    pub(in crate::load) Vec<Spanned<Vec<Spanned<Lang>>>>,
);

impl Decode for SideBySideFile {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.tree {
            Tree::List(_) => Decode::decode(node, decoder).map(Self),
            Tree::Typed(word) if word == "false" => Some(Self(Vec::new())),
            _ => {
                let wanted = "a list of pairs, or `false`";
                decoder.report(
                    wrong_type(node, wanted)
                        .help("name pairs of `languages`: `[[en, kk], [en, ru]]`"),
                );
                None
            }
        }
    }

    fn shape() -> String {
        "a list of pairs of language tags, or `false`".to_owned()
    }
}

authored! {
    /// An author in `study.yaml`.
    struct AuthorFile {
        /// The name, as each language spells it.
        name: Texts,
        /// The family name, as it stands in `name`; where all else there is initials, as in `D. B. Grigg`, it is known. Without it, reference managers are given the name as a whole.
        family: Option<Texts>,
        /// Ids of `affiliations`.
        affiliations: Option<Vec<Spanned<String>>>,
        /// The ORCID: `0000-0002-1825-0097`.
        orcid: Option<Spanned<String>>,
    }
}

authored! {
    /// A unit in `content/units.yaml`, which maps ids to units. Built in are `person`, `thousand-person`, `million-person`, `percent`, `percentage-point` and `per-mille`.
    struct UnitFile {
        /// Its words, as they stand under the head of a column.
        label: Texts,
        /// For a multiple: the id of the unit that it is a multiple of.
        of: Option<Spanned<String>>,
        /// For a multiple: how many of that unit it is.
        times: Option<Decimal>,
    }
}

authored! {
    /// `content/data/ID.yaml`: a dataset. Its id is the file's name, an identifier of CEL: `[a-z][a-z0-9_]*`.
    struct DatasetFile {
        /// The title.
        title: Texts,
        /// What the data are and whom they count.
        description: Texts,
        /// Where they come from, with citations.
        source: Texts,
        /// The time they speak of. It does not follow the rows, not of a derived dataset either: when they gain a year, it stands behind them until it is changed.
        period: Period,
        /// The day on which the source published the data, or on which they were taken from it.
        updated: Option<Date>,
        /// When the source will publish newer ones.
        next_update: Option<Date>,
        /// What others may do with the data.
        licence: Option<LicenceOrId>,
        /// Notes.
        notes: Option<Texts>,
        /// The variable, or the variables, whose values name a row. Required, but where `by` names them.
        key: Option<OneOrMore<Spanned<String>>>,
        /// Codes that may stand in a cell in place of a value, each with the reason why the value is missing. `:` not available, `c` confidential, `x` suppressed and `z` not applicable need not be declared.
        missing: Named<Texts>,
        /// The variables by id, in the order of their columns.
        variables: Named<VariableFile>,
        /// The rows, each a map from variables to values; or the name of a CSV file beside this one, whose first line names the variables; or a map for a file that is not so plain, or a sheet of a workbook. `printed-in` names the unit that the source printed the numbers of a row in. Flags stand behind a number, `1234 p`, or under `VARIABLE_flag`. Required, but where they are derived `from` another dataset.
        rows: Option<Spanned<RowsFile>>,
        /// In place of `rows`: the id of the dataset that the rows are derived from; [checks.md](checks.md#derived-datasets) shows how.
        from: Option<Spanned<String>>,
        /// With `from`: which of its rows are taken, a condition over `row`.
        r#where: Option<Expression>,
        /// With `from`: the variable, or the variables, by whose values its rows are grouped; they name the rows.
        by: Option<OneOrMore<Spanned<String>>>,
        /// What the rows must meet, by id.
        checks: Named<CheckFile>,
    }
}

authored! {
    /// A variable of a dataset.
    struct VariableFile {
        /// What its values are. Required, but where the variable is taken over from another dataset.
        r#type: Option<Spanned<TypeFile>>,
        /// Its label. Required, but where the variable is taken over from another dataset.
        label: Option<Texts>,
        /// A shorter label for narrow charts and heads of columns.
        short: Option<Texts>,
        /// The id of its unit; required for `count` and `number`.
        unit: Option<Spanned<String>>,
        /// For `currency`: the code of the currency in ISO 4217, such as `KZT`.
        currency: Option<Spanned<String>>,
        /// The power of a thousand that its numbers are written in here: `1.5` in `thousands` is 1500. A row that has `printed-in` for its unit is in that.
        scale: Option<Spanned<PowerFile>>,
        /// How many decimals its values are shown with, of a share those of its percentage; as many as they have, if it is not given.
        decimals: Option<u32>,
        /// The levels of a category in their order: ids, each with a label, or a map with more.
        levels: Named<LevelOrLabel>,
        /// For a derived variable: an expression over `row`, which sees the values of the row and the derived variables above it, and over the datasets.
        formula: Option<Expression>,
    }
}

authored! {
    /// A licence that is not known by its id.
    struct LicenceFile {
        /// What it is called.
        name: Texts,
        /// Where its text is.
        url: Option<Spanned<String>>,
    }
}

/// A licence: its id, or a map.
#[derive(Debug)]
pub(super) enum LicenceOrId {
    /// Its id in the SPDX licence list.
    Id(Spanned<String>),
    /// Its name and address.
    Own(LicenceFile),
}

impl Decode for LicenceOrId {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.tree {
            Tree::Map(_) => LicenceFile::decode(node, decoder).map(Self::Own),
            _ => Spanned::<String>::decode(node, decoder).map(Self::Id),
        }
    }

    fn shape() -> String {
        "an id of the SPDX licence list, such as `CC-BY-4.0`, or a map (see Licence)"
            .to_owned()
    }
}

authored! {
    /// A level of a category, where it has more than a label.
    struct LevelFile {
        /// Its label.
        label: Texts,
        /// A shorter label for narrow charts.
        short: Option<Texts>,
        /// Its code on a map, if not its id: of a region in a division of the country, or of a feature in a file of outlines.
        code: Option<String>,
        /// The id of the place that it is, whose cases a value of it then has.
        place: Option<Spanned<String>>,
        /// The id of the noun that it is, whose cases a value of it then has.
        noun: Option<Spanned<String>>,
    }
}

/// A level: its label alone, or a map.
#[derive(Debug)]
pub(super) struct LevelOrLabel(pub(super) LevelFile);

impl Decode for LevelOrLabel {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let full = match &node.tree {
            Tree::Map(entries) => entries.iter().any(|(key, _)| key.value == "label"),
            _ => false,
        };
        if full {
            return LevelFile::decode(node, decoder).map(Self);
        }
        let label = Texts::decode(node, decoder)?;
        let (short, code, place, noun) = (None, None, None, None);
        Some(Self(LevelFile { label, short, code, place, noun }))
    }

    fn shape() -> String {
        format!("{}, or a map (see Level)", Texts::shape())
    }
}

authored_choice! {
    /// What the values of a variable are.
    enum TypeFile {
        "year" => Year,
        "period" => Period,
        "date" => Date,
        "count" => Count,
        "number" => Number,
        "percent" => Percent,
        "share" => Share,
        "ratio" => Ratio,
        "currency" => Currency,
        "category" => Category,
        "text" => Text,
    }
}

authored! {
    /// A check of a dataset: it has `each` or `whole`.
    struct CheckFile {
        /// A condition that each row must meet, over `row`.
        each: Option<Expression>,
        /// A condition that the dataset must meet as a whole, over `rows`.
        whole: Option<Expression>,
        /// How far two numbers may differ and still count as equal; 0 if it is not given.
        tolerance: Option<Decimal>,
        /// What a reader is told where it fails; values of the failing `row` can stand in it.
        message: Texts,
        /// Why the data are published though they fail it. The reader then sees the message and this reason as an editorial note.
        disputed: Option<Texts>,
    }
}

authored! {
    /// `content/tables/ID.yaml`: a table. Its id is the file's name: `[a-z][a-z0-9-]*`.
    struct TableFile {
        /// The id of the dataset.
        dataset: Spanned<String>,
        /// The variables that are shown, one column each.
        columns: Vec<Spanned<String>>,
        /// Which rows are shown: a condition over `row`.
        r#where: Option<Expression>,
        /// Whether numbers stand in the unit of their variable, or as the source printed them.
        form: Option<FormFile>,
        /// The title.
        title: Texts,
        /// Notes on its rows.
        notes: Option<Texts>,
        /// Where the data come from, if not where the dataset does.
        source: Option<Texts>,
    }
}

authored_choice! {
    /// How the numbers of a table stand.
    enum FormFile {
        "normalised" => Normalised,
        "printed" => Printed,
    }
}

authored! {
    /// A text in `content/translations.yaml`, which maps texts to what their translations were accepted for. `baspa status --accept` writes this file; docs/translation.md explains it.
    struct AcceptedTextFile {
        /// The languages whose translations were accepted.
        accepted: Named<AcceptanceFile>,
        /// The passages of the original that the translators had before them, in the order of the text.
        passages: Vec<AcceptedPassageFile>,
    }
}

authored! {
    /// How a translation was accepted.
    struct AcceptanceFile {
        /// Whether it was reviewed.
        reviewed: Option<bool>,
        /// When it was accepted.
        date: Option<Date>,
        /// Who accepted it.
        by: Option<String>,
    }
}

authored! {
    /// A passage of the original that translations were accepted for.
    struct AcceptedPassageFile {
        /// The beginning of the SHA-256 of its wording, without what typography may change.
        hash: Spanned<String>,
        /// The languages whose translators had this wording before them.
        languages: Vec<Spanned<Lang>>,
        /// Its wording: every value by its expression, without its form.
        wording: Spanned<String>,
    }
}

authored! {
    /// `versions/NAME/version.yaml`: a version of the study. `baspa version new` writes this file; docs/versions.md explains it.
    struct VersionFile {
        /// Its place among the versions, from 1: the newest has the greatest.
        number: u32,
        /// When it was made.
        date: Option<Date>,
        /// The version of baspa that made its files.
        baspa: String,
    }
}

/// The reference of every map, in the order in which an author meets them.
pub(super) fn reference() -> Vec<Chapter> {
    vec![
        StudyFile::reference(),
        SiteFile::reference(),
        KazakhLatinFile::reference(),
        AuthorFile::reference(),
        FrontFile::reference(),
        KeyFigureFile::reference(),
        TrendFile::reference(),
        LineFile::reference(),
        ThemeFile::reference(),
        UnitFile::reference(),
        NounFile::reference(),
        KazakhFile::reference(),
        RussianFile::reference(),
        PlaceFile::reference(),
        DatasetFile::reference(),
        RowSourceFile::reference(),
        WideFile::reference(),
        LicenceFile::reference(),
        VariableFile::reference(),
        LevelFile::reference(),
        CheckFile::reference(),
        ClaimFile::reference(),
        VariantFile::reference(),
        FigureFile::reference(),
        IntervalFile::reference(),
        AxisFile::reference(),
        NumberFile::reference(),
        OutlinesFile::reference(),
        AnnotationFile::reference(),
        ReferenceLineFile::reference(),
        ReferenceBandFile::reference(),
        TableFile::reference(),
        AcceptedTextFile::reference(),
        AcceptanceFile::reference(),
        AcceptedPassageFile::reference(),
        RevisionFile::reference(),
        RevisedCellFile::reference(),
        NoValueFile::reference(),
        VersionFile::reference(),
    ]
}
