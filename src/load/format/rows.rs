//! Where the rows of a dataset stand.

use super::*;

authored! {
    /// The file that `rows` of a dataset are read from, where there is more to say of it than its name. Of a key that is not given the file must be a plain one: UTF-8, columns parted by commas, heads that are ids of variables, numbers such as `9366.9`.
    struct RowSourceFile {
        /// The name of a file beside this one: `.csv`, `.tsv`, `.xlsx` or `.ods`.
        file: Spanned<String>,
        /// The sheet of a workbook, by its name; required where there are several.
        sheet: Option<Spanned<String>>,
        /// The cells of the sheet, such as `B4:H24`, the first row of which holds the heads; all that are used, if it is not given.
        range: Option<Spanned<String>>,
        /// The heads of columns that have another head than the id of their variable: ids of variables, each to a head.
        columns: Named<Spanned<String>>,
        /// What the file calls values, in cells and in heads of a wide table: by variable, ids of levels or other values, each to the words of the file.
        labels: Named<Named<Spanned<String>>>,
        /// The heads of columns that are not read. Any other column that is no variable is an error.
        left_out: Option<Vec<Spanned<String>>>,
        /// For a table with a column for each value of a variable, such as each year.
        wide: Option<Spanned<WideFile>>,
        /// The encoding of a CSV file.
        encoding: Option<Spanned<EncodingFile>>,
        /// What parts the columns of a CSV file: a comma, if it is not given, and in `.tsv` a tab.
        separator: Option<Spanned<SeparatorFile>>,
        /// The decimal sign of numbers that were typed as text: a point, if it is not given.
        decimal: Option<Spanned<DecimalFile>>,
        /// What stands between groups of three digits in numbers that were typed as text: nothing, if it is not given. `space` is any space, also one that no line breaks at.
        group: Option<Spanned<GroupFile>>,
    }
}

authored! {
    /// How a wide table becomes a long one: every column that is no variable holds values of `values`, and its head is the value of `into`; a column `HEAD_flag` holds the flags of those of `HEAD`.
    struct WideFile {
        /// The variable whose values are the heads.
        into: Spanned<String>,
        /// The variable whose values the cells are.
        values: Spanned<String>,
    }
}

authored_choice! {
    /// The encoding of a text file.
    enum EncodingFile {
        "utf-8" => Utf8,
        "utf-16" => Utf16,
        "windows-1251" => Windows1251,
        "kz-1048" => Kz1048,
        "pt154" => Pt154,
        "koi8-r" => Koi8R,
        "ibm866" => Ibm866,
        "windows-1252" => Windows1252,
    }
}

authored_choice! {
    /// What parts the columns of a CSV file.
    enum SeparatorFile {
        "," => Comma,
        ";" => Semicolon,
        "tab" => Tab,
        "bar" => Bar,
    }
}

authored_choice! {
    /// The decimal sign.
    enum DecimalFile {
        "." => Point,
        "," => Comma,
    }
}

authored_choice! {
    /// What stands between groups of digits.
    enum GroupFile {
        "space" => Space,
        "apostrophe" => Apostrophe,
        "." => Point,
        "," => Comma,
    }
}

/// The rows of a dataset before its variables are known.
#[derive(Debug)]
pub(in crate::load) enum RowsFile {
    /// Maps from variables to values.
    Inline(Vec<Node>),
    /// A file beside the dataset's.
    Source(Box<RowSourceFile>),
}

impl Decode for RowsFile {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.tree {
            Tree::List(rows) => Some(Self::Inline(rows.clone())),
            Tree::Text(name) => {
                let name = Spanned { value: name.clone(), span: node.span };
                Some(Self::Source(Box::new(RowSourceFile::plain(name))))
            }
            Tree::Map(_) => {
                RowSourceFile::decode(node, decoder).map(Box::new).map(Self::Source)
            }
            _ => {
                let wanted = "rows, or the name of a file";
                decoder.report(wrong_type(node, wanted));
                None
            }
        }
    }

    fn shape() -> String {
        let named = RowSourceFile::shape();
        format!("a list of maps, the name of a CSV file, or {named}")
    }
}

impl RowSourceFile {
    /// A file of which nothing but its name is said.
    fn plain(file: Spanned<String>) -> Self {
        Self {
            file,
            sheet: None,
            range: None,
            columns: Named(Vec::new()),
            labels: Named(Vec::new()),
            left_out: None,
            wide: None,
            encoding: None,
            separator: None,
            decimal: None,
            group: None,
        }
    }
}
