//! Every kind of diagnostic with its explanation.

use super::Severity;

/// Declares [`Code`] from one list, so that a code cannot lack a name, a severity or an
/// explanation.
macro_rules! catalogue {
    ($($(#[doc = $text:literal])+ $variant:ident = $name:literal $severity:ident;)+) => {
        /// A kind of diagnostic. Its documentation is what `baspa explain` prints.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $text])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name that is printed in brackets, in kebab-case.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The severity that it has unless a stage softens it.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What it means, why it matters, and what to do.
            pub fn explanation(self) -> String {
                let lines: &[&str] = match self { $(Self::$variant => &[$($text),+],)+ };
                lines.iter().map(|l| l.strip_prefix(' ').unwrap_or(l))
                    .collect::<Vec<_>>().join("\n")
            }
        }
    };
}

impl Code {
    /// The code with this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

catalogue! {
    /// The file is not UTF-8.
    ///
    /// baspa reads UTF-8 only, so that a Kazakh or Russian letter can never be shown as
    /// another one. Save the file as UTF-8: an older editor may have written it as
    /// Windows-1251.
    NotUtf8 = "not-utf8" Error;

    /// A file is in another encoding than its dataset declares.
    ///
    /// `encoding` in the map `rows` says how a CSV file that is not UTF-8 was written. Letters
    /// would be shown as others, `Рљ` for `К`, so bytes are held against what is declared. Only
    /// KZ-1048 and PT154 have the Kazakh letters; Windows-1251 has none of ә ғ қ ң ө ұ ү һ.
    /// Declare the encoding that the help names, or save the file as UTF-8.
    WrongEncoding = "wrong-encoding" Error;

    /// A character that no reader could see.
    ///
    /// Control characters, such as U+001B or U+0000, get into a text when it is pasted from a
    /// terminal or a PDF; U+202D and U+202E turn the letters around. None of them belongs in a
    /// page. Delete it, also where it is written as an escape such as `"\e"` or `&#27;`.
    BadCharacter = "bad-character" Error;

    /// A file is larger than 32 MiB.
    ///
    /// Split a dataset of this size, or leave out rows that nothing shows.
    FileTooLarge = "file-too-large" Error;

    /// A link in the project folder.
    ///
    /// A symbolic link could lead out of the project, so none is followed. Put the file
    /// itself in its place.
    LinkRefused = "link-refused" Error;

    /// A file that the project needs is not there.
    ///
    /// Every study has `content/study.yaml` and at least one section. A dataset whose rows
    /// stand in a CSV file names one in its own folder.
    MissingFile = "missing-file" Error;

    /// A file in `content/` that no rule of the format reads.
    ///
    /// It would be ignored in silence, and a misspelt name is easily overlooked: a folder that
    /// the format does not have, another ending, a language that the study does not have, a
    /// CSV file that no dataset names. Rename it, or move it out of `content/`. The same holds
    /// for a file in `templates/` that neither the theme nor another template knows.
    UnknownFile = "unknown-file" Error;

    /// The file is not YAML.
    ///
    /// The most frequent causes: a text with `: ` in it, or one that begins with `[`,
    /// `{`, `*`, `&`, `!`, `%` or `@`, must stand in quotes; the lines of a block must be
    /// indented by the same number of spaces; tabs are not allowed.
    YamlSyntax = "yaml-syntax" Error;

    /// A file of outlines cannot be drawn.
    ///
    /// Outlines of regions are GeoJSON (RFC 7946): one `FeatureCollection`, each feature a
    /// `Polygon` or a `MultiPolygon` in degrees east and north, with a property that holds
    /// the code of its region. Each region that the data speak of has one feature. Export
    /// the file anew from a geographic program, in WGS 84, simplified to what a page shows.
    BadOutlines = "bad-outlines" Error;

    /// A key stands twice in the same place.
    ///
    /// One of the two values would be lost. Remove one of them.
    DuplicateKey = "duplicate-key" Error;

    /// A key that the format does not have.
    ///
    /// It would be ignored in silence. Most often it is misspelt.
    UnknownKey = "unknown-key" Error;

    /// A required key is not there.
    ///
    /// The help says what it takes. A section has a title instead of a key: its file begins
    /// with `# Title`.
    MissingKey = "missing-key" Error;

    /// The value is not of the type that this key takes.
    ///
    /// Such as a single text where one in each language is needed, `{en: …, kk: …}`, or a text
    /// where a list is, `[one, two]`. The format reference lists what each key takes.
    WrongType = "wrong-type" Error;

    /// The value is of the right type but not one that this key may have.
    ///
    /// Such as a word that is no choice of this key, a date that no calendar has, an empty
    /// text, or two values that contradict each other: a `unit` of a category, a `bar` figure
    /// with two series, a filter that no row passes.
    BadValue = "bad-value" Error;

    /// A text is missing in one of the study's languages.
    ///
    /// Every text is given in each language of `study.yaml`. With `--draft` the text of
    /// the source language is shown in its place and marked; only a text in the source
    /// language itself is always needed.
    MissingLanguage = "missing-language" Error;

    /// A section lacks its file in one of the study's languages.
    ///
    /// So do abstract and page "about". With `--draft` the source language is shown with a
    /// notice; a file in the source language itself is always needed.
    MissingTranslation = "missing-translation" Error;

    /// A message of the interface has no words in one of the study's languages.
    ///
    /// Pages in English, Kazakh and Russian have all of theirs. For any other language the
    /// study words them in `content/messages/<language>.yaml`; what is not worded there is
    /// shown in English. The format reference lists the keys, and what must stand in braces.
    MissingMessage = "missing-message" Warning;

    /// Two things have the same id.
    ///
    /// Sections, headings (those of the abstract too), figures and tables share one namespace
    /// of anchors, so that a link can mean one thing only. A heading without an id of its own
    /// gets one from its words: give it another, `## Title {#id}`. The labels of footnotes are
    /// unique in their file, the numbers of sections in the study. Where no place is named, a
    /// template gives one id to two elements.
    DuplicateId = "duplicate-id" Error;

    /// An id that cannot be used in an address or an expression.
    ///
    /// Sections, headings, figures, tables, units, checks and codes of missing values are
    /// named by small Latin letters, digits and hyphens; datasets and variables by small Latin
    /// letters, digits and `_`, because expressions name them; works by letters, digits, `-`
    /// and `_`. Files of `static/` become addresses too. What has a meaning of its own in an
    /// expression, such as `in`, `if` or `row`, names no dataset.
    ///
    /// Some ids are reserved for parts of the page: `main`; what begins with `ref-`, `cite-`
    /// or `fn-`; the note of a check, `note-dataset-check`; on the page "about" also
    /// `how-to-cite`, `editorial-notes` and `translations`.
    BadId = "bad-id" Error;

    /// A key of the whole site in the file of one of its studies.
    ///
    /// Where a project has several studies, they share an address, a look and the spelling of
    /// Kazakh words, so that a reader who goes from one to another stays on one site. What
    /// they share stands in `content/site.yaml`, and in no `study.yaml`.
    KeyOfSite = "key-of-site" Error;

    /// Two studies translate the same keyword differently.
    ///
    /// Keywords that are the same in the language of the original have one page, which lists
    /// the studies with it. Its title can have one translation only: that of the first of
    /// them. Translate the keyword in the same way in all studies.
    KeywordMismatch = "keyword-mismatch" Warning;

    /// A number that is not written as a number.
    ///
    /// Write digits with a decimal point and without spaces: `9366.9` for the printed
    /// `9 366,9`. The site writes it as each language wants. A count or a year is whole; a row
    /// that was printed in thousands says so by `printed-in`.
    BadNumber = "bad-number" Error;

    /// A flag of a number cannot be understood.
    ///
    /// Flags stand behind a number, after a space, `1234 p`, or in the column
    /// `VARIABLE_flag`: `b` a break in the series, `d` another definition, `e` estimated,
    /// `f` a forecast, `i` imputed, `n` a rounded zero, `p` preliminary, `r` revised, `u` of
    /// low reliability. What stands in place of a number, `:` or `x`, has no flags.
    BadFlag = "bad-flag" Error;

    /// Two rows of a dataset have the same key.
    ///
    /// A row is named by its key, in expressions and in the table of the data. Correct one of
    /// the rows, or add a variable to `key`.
    DuplicateRow = "duplicate-row" Error;

    /// A row has no value for a variable.
    ///
    /// A value that the source does not give is declared with a code of the dataset's
    /// `missing`, so that the reader learns why it is not there.
    MissingCell = "missing-cell" Error;

    /// A CSV file or a sheet that cannot be read as rows of the dataset.
    ///
    /// The first line names every variable that has no formula, each once; every other line
    /// has as many cells. Cells are parted by commas, and one that holds a comma stands in
    /// quotes. Where a file has other heads or another separator, or a column for each year,
    /// the map `rows` says so: `columns`, `left-out`, `separator`, `wide`.
    CsvShape = "csv-shape" Error;

    /// A workbook whose sheet cannot be read.
    ///
    /// XLSX and ODS files are read as far as a table needs: no password, no `.xls`. The sheet
    /// is named as on its tab, and a range as `B4:H24`; its first row holds the heads. A file
    /// that is spoilt, or unpacks to more than a study can need, is refused.
    BadWorkbook = "bad-workbook" Error;

    /// A cell of a sheet that holds no value that a dataset can have.
    ///
    /// An error such as `#REF!` or `#DIV/0!`, or a truth value. Correct the formula in the
    /// workbook, or write one of the declared codes of missing values into the cell.
    BadCell = "bad-cell" Error;

    /// A name that is not known in this place.
    ///
    /// A dataset, a variable, a unit, a work, a figure, a footnote or an anchor of this name
    /// does not exist. Most often it is misspelt: the help gives the nearest name, or all of
    /// them.
    UnknownReference = "unknown-reference" Error;

    /// The record of accepted translations does not say what was accepted.
    ///
    /// `content/translations.yaml` is written by `baspa status --accept`. A wording whose hash
    /// is another was changed by hand, and so was a language that stands in one place only;
    /// the original is never accepted. Undo the change, or delete the text in that file and
    /// accept its translations anew.
    BadAcceptance = "bad-acceptance" Error;

    /// A translation was accepted of a text or into a language that the study does not have.
    ///
    /// The text was removed, or has another name now: rename it in `content/translations.yaml`
    /// too, so that its translations stay accepted, or delete what stands there. The number of
    /// a section's folder is no part of its name.
    UnusedAcceptance = "unused-acceptance" Warning;

    /// The expression is not CEL.
    ///
    /// The format reference describes expressions. Names are of Latin letters; texts stand in
    /// quotes; brackets and `{{ … }}` are closed in the same paragraph.
    ExpressionSyntax = "expression-syntax" Error;

    /// The expression cannot be evaluated.
    ///
    /// It is well written but has no value: it names a dataset, a row, a variable, a noun, a
    /// place, a function or a method that does not exist, computes with different units,
    /// divides by zero, or is no condition where one is needed. It is evaluated for every row:
    /// the first that fails is told. Nouns and places are declared in `content/nouns.yaml` and
    /// `content/places.yaml`, beside those built in.
    ExpressionFailed = "expression-failed" Error;

    /// A dataset is derived from itself.
    ///
    /// Datasets are computed one after another: those that a dataset is derived `from`, and those
    /// that its formulas ask, come before it. Here each of some datasets waits for the next, and the
    /// last for the first. Take the values from elsewhere, or put what is asked into a dataset of
    /// its own. A formula may ask its own dataset for other rows.
    DerivationCycle = "derivation-cycle" Error;

    /// A value cannot be written in a sentence.
    ///
    /// A missing value has no digits; a computed value needs to be told how many
    /// decimals to show: `.decimals(1)`. A number, a noun or a place can be asked for a form
    /// that its language does not have, such as a case in English, or that was not given, such
    /// as the plural of a noun that has none: choose another form, or give it.
    Unprintable = "unprintable" Error;

    /// The data do not hold what a check of the dataset demands.
    ///
    /// Correct the data, or the check; if the source itself is wrong, declare the check
    /// `disputed` with a reason: the reader then sees an editorial note.
    CheckFailed = "check-failed" Error;

    /// The data do not bear out what a sentence claims.
    ///
    /// The words name a claim of `content/claims.yaml`, or a check of a dataset, whose condition
    /// is false; or one of variants of which none is true. The rows that refute it are shown with
    /// their numbers. Correct the words in every language, or the data, or the condition; if
    /// the words are published as they are, declare the claim `disputed` with a reason: the reader
    /// then sees an editorial note.
    ClaimFailed = "claim-failed" Error;

    /// A claim that no text names.
    ///
    /// Nothing on the site depends on it. Name it where it is said, `[words](claim:id)`, or remove
    /// it from `content/claims.yaml`.
    UnusedClaim = "unused-claim" Warning;

    /// A check or a claim is declared disputed, but the data meet it.
    ///
    /// The editorial note has disappeared from the site. Remove `disputed`.
    DisputeSettled = "dispute-settled" Warning;

    /// Raw HTML in Markdown.
    ///
    /// Only `<sup>`, `<sub>`, `<strong>` and `<em>` are allowed, without attributes, so
    /// that nothing in a text can run in a reader's browser.
    RawHtml = "raw-html" Error;

    /// A link with a scheme other than `http`, `https`, `mailto` or `tel`.
    ///
    /// Other schemes can run programs in a reader's browser, and a path inside the site would
    /// break when the site moves. Link to a place of the study by its anchor, `[](#id)`. The
    /// `url` of a work is on the web: `https` or `http`.
    UnsafeLink = "unsafe-link" Error;

    /// Markdown that has no meaning in a study.
    ///
    /// Such as a second title, a figure inside a line, an image that is no figure, a list in a
    /// text of YAML, a footnote that nothing mentions, or a citation that is not written as
    /// `[@key, p. 3]`.
    BadMarkdown = "bad-markdown" Error;

    /// Emphasis marks that Markdown took for text.
    ///
    /// CommonMark does not close `**` between a quotation mark and a letter, as in
    /// `**«Қазақ»**ша`. Write `<strong>«Қазақ»</strong>ша`.
    LiteralEmphasis = "literal-emphasis" Warning;

    /// An expression in single braces.
    ///
    /// `{ loans[2021].total }` would be shown to the reader as it is, for an expression stands
    /// between two braces on either side: `{{ loans[2021].total }}`. Braces around what names
    /// no dataset are ordinary braces, and nothing is said of them.
    SingleBraces = "single-braces" Warning;

    /// A section's headings do not correspond to those of the source language.
    ///
    /// Anchors are the same in every language, so that a reader who changes language
    /// stays at the same place: each heading has its twin, in the same order, at the
    /// same level.
    HeadingMismatch = "heading-mismatch" Error;

    /// A text has other paragraphs than that of the source language.
    ///
    /// Paragraphs, items of lists, quotations and cells of tables correspond one to one, so
    /// that each can be compared with its twin. An error where values, citations or references
    /// would be lost with a paragraph. Translate what is missing, or join and part paragraphs
    /// as the source language does.
    StructureMismatch = "structure-mismatch" Error;

    /// A value stands in one language and not in another.
    ///
    /// Each paragraph has the same values in every language, each as often; their order and
    /// their forms may differ. Words that only agree with a value, as `.plural(…)` gives them,
    /// do not count. Where all other languages agree with one another, the source language is
    /// named. Write the value where it is missing, or take it out where it is too much.
    ValueMismatch = "value-mismatch" Error;

    /// A value is rounded in another way than in the source language.
    ///
    /// `431 thousand` and `431,262` are both true, but readers of two languages should be told
    /// the same. Give the value the same `.decimals(…)`, `.percent(…)`, `.thousands(…)` in
    /// every language.
    RoundingMismatch = "rounding-mismatch" Warning;

    /// A number is typed where another language takes it from a dataset.
    ///
    /// It will not change when the data do, and the languages will say different things.
    /// Write the same expression in its place, in the form that the sentence needs.
    TypedValue = "typed-value" Error;

    /// A work is cited in one language and not in another.
    ///
    /// Or with another place in the work. Each paragraph cites the same works in every
    /// language; the words of a place may be those of the language, `p. 3` and `с. 3`, its
    /// numbers may not differ.
    CitationMismatch = "citation-mismatch" Error;

    /// A link, a reference or a footnote stands in one language and not in another.
    ///
    /// Each paragraph has the same references, footnotes and links in every language. The
    /// address of a link may be that of a page in the language; one that leads elsewhere is a
    /// warning.
    ReferenceMismatch = "reference-mismatch" Error;

    /// A number or a date that is written out differs between languages.
    ///
    /// Numbers are read as each language writes them: `1,234.5` in English is `1 234,5` in
    /// Kazakh and Russian, and a number in words may be in digits elsewhere. A digit that was
    /// typed wrong, a lost separator and another rounding are found so. Find out which
    /// language is right.
    NumberMismatch = "number-mismatch" Warning;

    /// A number that is not written as its language writes numbers.
    ///
    /// Readers take `150,788.351` in a Russian text for two numbers or for a thousandth of
    /// what is meant. English writes `150,788.351`, Kazakh and Russian `150 788,351`, with a
    /// space that no line breaks at (U+00A0).
    NumberFormat = "number-format" Warning;

    /// A number in a text that comes from no dataset.
    ///
    /// It does not change when the data do, and nothing checks it. Take it from a dataset by
    /// an expression, or declare that it is none of the data: `{{ lit("14") }}`. Years, dates,
    /// parts of names such as COVID-19, pages and other places in works need neither.
    UnboundNumber = "unbound-number" Warning;

    /// A figure or a table is not placed in a section, or twice.
    ///
    /// Each has one place in the text, where it gets its number; every translation places it in
    /// the same section. Elsewhere refer to it: `[](#id)`. A warning, where the editorial note
    /// of a disputed check is shown on no page but the dataset's own.
    Placement = "placement" Error;

    /// A kind of chart that misleads, and that baspa does not draw.
    ///
    /// Two scales in one chart, bars that do not begin at zero, pies and depth make readers
    /// see what the data do not say. The help names what to draw in its place.
    NotOffered = "not-offered" Error;

    /// A figure's title is longer than ten words.
    ///
    /// A title states the finding. Measure, unit, place and period belong to the
    /// subtitle.
    LongTitle = "long-title" Warning;

    /// A colour of the theme that cannot be read on its ground.
    ///
    /// Links, numbers and headings have the colour `accent`, on white and on the ground of
    /// notes; in the dark, `accent-dark`. Letters need a contrast of 4.5 with their ground, as
    /// WCAG 2.2 measures it. Take a darker colour for light grounds, a lighter one for dark.
    LowContrast = "low-contrast" Error;

    /// Texts or marks of a chart do not fit.
    ///
    /// Charts are drawn for wide and narrow screens; on the one that is named, a text reaches
    /// beyond the drawing or over another one. Give the variable a `short` label, or the level
    /// a shorter one.
    ChartOverflow = "chart-overflow" Warning;

    /// A figure that cannot be offered as a PNG, or a page without a card.
    ///
    /// The bundled font lacks one of the letters, so that a reader would see a box in its place,
    /// or the figure is too high for a picture. The page shows the words and the figure all the
    /// same, and the SVG of the figure is offered; a social network shows the page without a
    /// picture.
    PictureLeftOut = "picture-left-out" Warning;

    /// An entry of `references.yaml` that cannot be read.
    ///
    /// Entries follow the format of hayagriva: each has a `type` and a `title`, and dates are
    /// written `2022`, `2022-05` or `2022-05-31`.
    BadReference = "bad-reference" Error;

    /// A template that cannot be used.
    ///
    /// The template of the theme is taken in its place, so that all the rest can be checked. A
    /// template of the project is written in the language of Tera 2 and sees what the default
    /// template of the same name sees.
    TemplateFailed = "template-failed" Error;

    /// Two files have the same path.
    ///
    /// Names are compared without case and without regard to how a letter is stored (`й`
    /// as one character or as `и` and a mark), because some systems see one file there.
    /// Rename one of them.
    PathCollision = "path-collision" Error;

    /// A link inside the site that leads nowhere.
    ///
    /// A template of the project links to a page, a file or an anchor that the site does not
    /// have. Links in texts are checked where they are written.
    BrokenLink = "broken-link" Error;

    /// A file from a translator that cannot be taken over.
    ///
    /// It is no XLIFF 2 or PO file as `baspa translate export` writes them, or it holds what
    /// cannot stand in a text. Nothing is taken over until every file can be.
    BadExchange = "bad-exchange" Error;

    /// A placeholder of a translation is lost or was changed.
    ///
    /// Values, citations, notes, links and references stand in a translation as placeholders,
    /// so that they cannot be misspelt. Each of the source stands once in the translation; their
    /// order is that of its language.
    Placeholder = "placeholder" Error;

    /// A translation of a text that is no longer what was translated.
    ///
    /// The source was reworded or taken away while the translator had it, or the text has no
    /// place in the file of its language. It is left out, and all others are taken over. Export
    /// the texts again, and have this one translated anew.
    StaleUnit = "stale-unit" Warning;

    /// A file that is no record of a build.
    ///
    /// A build writes what its readers see into `baspa-record.json`, and `baspa data accept`
    /// keeps that of the last accepted revision in `content/record.json`. Programs write these
    /// files, nobody edits them: take the file as it was committed, or build the older version
    /// anew with this baspa.
    BadRecord = "bad-record" Error;

    /// The site cannot be written to this folder without harm.
    ///
    /// Only files that baspa wrote are ever replaced or removed: those that the folder's
    /// `baspa-manifest.txt` names, as long as they are unchanged. A folder with other
    /// files is refused, and so is one that is or contains the project, that baspa reads,
    /// or that is a symbolic link. Choose an empty or new folder, or one that an earlier
    /// build made.
    OutputRefused = "output-refused" Error;

    /// A version of the study would not be published as it was.
    ///
    /// What was published under the address of a version stays as it is, byte for byte:
    /// others cite it. `published.txt` of the version names its files with their checksums,
    /// and what is made of its input now differs: its files were changed, or another version
    /// of baspa makes other pages of them. What an earlier build wrote to the output folder
    /// is kept while it is as it was published.
    VersionDiffers = "version-differs" Error;

    /// A file could not be read or written.
    ///
    /// The system says why: most often a missing permission, a full disk, or a file that is no
    /// regular file.
    InputOutput = "input-output" Error;
}
