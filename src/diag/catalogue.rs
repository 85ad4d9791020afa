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
    MissingFile = "missing-file" Error;

    /// A file in `content/` that no rule of the format reads.
    ///
    /// It would be ignored in silence, and a misspelt name is easily overlooked. Rename
    /// it, or move it out of `content/`.
    UnknownFile = "unknown-file" Error;

    /// The file is not YAML.
    ///
    /// The most frequent causes: a text with `: ` in it, or one that begins with `[`,
    /// `{`, `*`, `&`, `!`, `%` or `@`, must stand in quotes; the lines of a block must be
    /// indented by the same number of spaces; tabs are not allowed.
    YamlSyntax = "yaml-syntax" Error;

    /// A key stands twice in the same place.
    ///
    /// One of the two values would be lost. Remove one of them.
    DuplicateKey = "duplicate-key" Error;

    /// A key that the format does not have.
    ///
    /// It would be ignored in silence. Most often it is misspelt.
    UnknownKey = "unknown-key" Error;

    /// A required key is not there.
    MissingKey = "missing-key" Error;

    /// The value is not of the type that this key takes.
    WrongType = "wrong-type" Error;

    /// The value is of the right type but not one that this key may have.
    BadValue = "bad-value" Error;

    /// A text is missing in one of the study's languages.
    ///
    /// Every text is given in each language of `study.yaml`. With `--draft` the text of
    /// the source language is shown in its place and marked.
    MissingLanguage = "missing-language" Error;

    /// A section lacks its file in one of the study's languages.
    ///
    /// With `--draft` the section is shown in the source language with a notice.
    MissingTranslation = "missing-translation" Error;

    /// Two things have the same id.
    ///
    /// Sections, headings, figures and tables share one namespace of anchors.
    DuplicateId = "duplicate-id" Error;

    /// An id that cannot be used in an address or an expression.
    BadId = "bad-id" Error;

    /// A number that is not written as a number.
    ///
    /// Write digits with a decimal point and without spaces: `9366.9` for the printed
    /// `9 366,9`. The site writes it as each language wants.
    BadNumber = "bad-number" Error;

    /// Two rows of a dataset have the same key.
    DuplicateRow = "duplicate-row" Error;

    /// A row has no value for a variable.
    ///
    /// A value that the source does not give is declared with a code of the dataset's
    /// `missing`, so that the reader learns why it is not there.
    MissingCell = "missing-cell" Error;

    /// A CSV file that cannot be read as rows of the dataset.
    CsvShape = "csv-shape" Error;

    /// A name that is not known in this place.
    UnknownReference = "unknown-reference" Error;

    /// The expression is not CEL.
    ExpressionSyntax = "expression-syntax" Error;

    /// The expression cannot be evaluated.
    ExpressionFailed = "expression-failed" Error;

    /// A value cannot be written as a number in a sentence.
    ///
    /// A missing value has no digits; a computed value needs to be told how many
    /// decimals to show: `.decimals(1)`.
    Unprintable = "unprintable" Error;

    /// The data do not hold what a check of the dataset demands.
    ///
    /// Correct the data, or the check; if the source itself is wrong, declare the check
    /// `disputed` with a reason: the reader then sees an editorial note.
    CheckFailed = "check-failed" Error;

    /// A check is declared disputed, but the data meet it.
    ///
    /// The editorial note has disappeared from the site. Remove `disputed`.
    DisputeSettled = "dispute-settled" Warning;

    /// Raw HTML in Markdown.
    ///
    /// Only `<sup>`, `<sub>`, `<strong>` and `<em>` are allowed, without attributes, so
    /// that nothing in a text can run in a reader's browser.
    RawHtml = "raw-html" Error;

    /// A link with a scheme other than `http`, `https`, `mailto` or `tel`.
    UnsafeLink = "unsafe-link" Error;

    /// Markdown that has no meaning in a study.
    BadMarkdown = "bad-markdown" Error;

    /// Emphasis marks that Markdown took for text.
    ///
    /// CommonMark does not close `**` between a quotation mark and a letter, as in
    /// `**«Қазақ»**ша`. Write `<strong>«Қазақ»</strong>ша`.
    LiteralEmphasis = "literal-emphasis" Warning;

    /// A section's headings do not correspond to those of the source language.
    ///
    /// Anchors are the same in every language, so that a reader who changes language
    /// stays at the same place: each heading has its twin, in the same order, at the
    /// same level.
    HeadingMismatch = "heading-mismatch" Error;

    /// A figure or a table is not placed in a section, or twice.
    Placement = "placement" Error;

    /// A figure's title is longer than ten words.
    ///
    /// A title states the finding. Measure, unit, place and period belong to the
    /// subtitle.
    LongTitle = "long-title" Warning;

    /// Texts or marks of a chart do not fit.
    ChartOverflow = "chart-overflow" Warning;

    /// An entry of `references.yaml` that cannot be read.
    BadReference = "bad-reference" Error;

    /// A template that cannot be used.
    TemplateFailed = "template-failed" Error;

    /// Two files have the same path.
    ///
    /// Names are compared without case and without regard to how a letter is stored (`й`
    /// as one character or as `и` and a mark), because some systems see one file there.
    /// Rename one of them.
    PathCollision = "path-collision" Error;

    /// A link inside the site that leads nowhere.
    BrokenLink = "broken-link" Error;

    /// The site cannot be written to this folder without harm.
    ///
    /// Only files that baspa wrote are ever replaced or removed: those that the folder's
    /// `baspa-manifest.txt` names, as long as they are unchanged. A folder with other
    /// files is refused, and so is one that is or contains the project, that baspa reads,
    /// or that is a symbolic link. Choose an empty or new folder, or one that an earlier
    /// build made.
    OutputRefused = "output-refused" Error;

    /// A file could not be read or written.
    InputOutput = "input-output" Error;
}
