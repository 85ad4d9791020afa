//! Flags of numbers, as they are written: `1234 p`, or in a column of their own.

use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::locale::{Flag, Flags};
use crate::source::{Span, Spanned};
use crate::study::{Dataset, Reason, Variable, VariableKind, flag_column};

/// Whether a column holds the flags of a variable whose values stand in rows.
pub(super) fn is_flag_column(name: &str, variables: &[Variable]) -> bool {
    variables.iter().any(|variable| {
        let flagged = variable.kind.is_quantity() && variable.formula.is_none();
        flagged && flag_column(&variable.id) == name
    })
}

/// Reports a variable whose name is that of the flags of another.
pub(super) fn refuse_taken_names<'n>(
    names: impl Iterator<Item = &'n Spanned<String>>,
    variables: &[Variable],
    decoder: &mut Decoder<'_>,
) -> Option<()> {
    let mut good = true;
    for name in names.filter(|name| is_flag_column(&name.value, variables)) {
        good = false;
        let message = format!("`{}` is the column of flags of a variable", name.value);
        decoder.report(
            Diagnostic::new(Code::BadId, name.span, message)
                .help("give the variable another name, or leave it out"),
        );
    }
    good.then_some(())
}

/// The code of the reason why the value of a cell is missing, and where it stands: in the
/// cell, or beside an empty one in the column of flags, which may also tell more exactly
/// why. `None` for a value; the inner `None` for what is reported.
pub(super) fn missing(
    written: &Spanned<String>,
    column: Option<&Spanned<String>>,
    variable: &Variable,
    dataset: &Dataset,
    decoder: &mut Decoder<'_>,
) -> Option<Option<String>> {
    let is_code = |text: &str| {
        let built_in =
            !matches!(variable.kind, VariableKind::Category | VariableKind::Text);
        dataset.missing.contains_key(text)
            || (built_in && Reason::built_in(text).is_some())
    };
    let column = column.filter(|column| !column.value.is_empty());
    let in_cell = is_code(&written.value);
    match column {
        Some(column)
            if is_code(&column.value) && (in_cell || written.value.is_empty()) =>
        {
            Some(Some(column.value.clone()))
        }
        Some(column) if in_cell => {
            let message = "a missing value has no flags".to_owned();
            let help = "write the code of the reason alone";
            decoder
                .report(Diagnostic::new(Code::BadFlag, column.span, message).help(help));
            Some(None)
        }
        _ => in_cell.then(|| Some(written.value.clone())),
    }
}

/// A number without its flags, and its flags: those in the cell and those in the column
/// of flags.
pub(super) fn number<'t>(
    written: &'t Spanned<String>,
    column: Option<&Spanned<String>>,
    variable: &Variable,
    decoder: &mut Decoder<'_>,
) -> Option<(&'t str, Flags)> {
    let text = written.value.as_str();
    let (number, codes) = match text.rsplit_once(char::is_whitespace) {
        Some((number, codes)) if codes.starts_with(char::is_alphabetic) => {
            (number.trim_end(), codes)
        }
        _ => (text, ""),
    };
    if let Some(wrong) = misplaced(number, written.span) {
        decoder.report(wrong);
        return None;
    }
    let mut all = flags(codes, written.span, decoder)?;
    if let Some(column) = column {
        all = all.and(flags(&column.value, column.span, decoder)?);
    }
    if !all.is_empty() && !variable.kind.is_quantity() {
        let message = format!("`{}` holds years, which have no flags", variable.id);
        let help = "give the flag to the number that is not final";
        decoder.report(Diagnostic::new(Code::BadFlag, written.span, message).help(help));
        return None;
    }
    Some((number, all))
}

/// What is wrong with flags that stand alone or at the number.
fn misplaced(number: &str, span: Span) -> Option<Diagnostic> {
    let digits = number.trim_end_matches(|sign| Flag::of(sign).is_some());
    let codes = &number[digits.len()..];
    if codes.is_empty() {
        return None;
    }
    if digits.is_empty() {
        let message = format!("`{codes}` is a flag without a number");
        return Some(Diagnostic::new(Code::BadFlag, span, message).help(
            "write the number before it; for a value that is not known `:`, or a reason that the dataset declares under `missing`",
        ));
    }
    let number = digits.ends_with(|sign: char| sign.is_ascii_digit());
    number.then(|| {
        let message = format!("the flag `{codes}` stands at the number");
        Diagnostic::new(Code::BadFlag, span, message)
            .help(format!("put a space between them: `{digits} {codes}`"))
    })
}

/// The flags of their codes, `pe`.
fn flags(codes: &str, span: Span, decoder: &mut Decoder<'_>) -> Option<Flags> {
    let mut flags = Flags::NONE;
    for code in codes.chars().filter(|code| !code.is_whitespace()) {
        match Flag::of(code) {
            Some(flag) if !flags.has(flag) => flags = flags.with(flag),
            Some(_) => {
                let message = format!("the flag `{code}` stands twice");
                let once = Diagnostic::new(Code::BadFlag, span, message);
                decoder.report(once.help("write it once"));
                return None;
            }
            None => {
                decoder.report(unknown(code, span));
                return None;
            }
        }
    }
    Some(flags)
}

fn unknown(code: char, span: Span) -> Diagnostic {
    let known: Vec<_> =
        Flag::ALL.iter().map(|flag| format!("`{}`", flag.code())).collect();
    let wrong =
        Diagnostic::new(Code::BadFlag, span, format!("there is no flag `{code}`"))
            .help(format!("known: {}", known.join(", ")));
    match Reason::built_in(&code.to_string()) {
        Some(_) => wrong
            .help(format!("`{code}` stands alone, in place of a value that is missing")),
        None => wrong,
    }
}

/// What is wrong with a zero: a sign, or a flag of a zero at another number.
pub(super) fn wrong_zero(
    number: &str,
    is_zero: bool,
    flags: Flags,
    span: Span,
) -> Option<Diagnostic> {
    if is_zero && number.starts_with(['-', '\u{2212}']) {
        let message = format!("`{number}` is a zero with a sign");
        return Some(Diagnostic::new(Code::BadNumber, span, message).help(
            "write `0` for nothing, and `0 n` for a number that is rounded to zero",
        ));
    }
    (!is_zero && flags.has(Flag::Negligible)).then(|| {
        let message =
            format!("`{number}` is no zero, and `n` is the flag of a rounded zero");
        Diagnostic::new(Code::BadFlag, span, message)
            .help("write `0 n` for a number that is rounded to zero")
    })
}
