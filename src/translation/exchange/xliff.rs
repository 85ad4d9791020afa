//! Writes XLIFF 2.1. Source: XLIFF Version 2.1, OASIS Standard, 13 February 2018, §4.2.

use std::fmt::Write;

use super::pieces::CodeKind;
use super::{Code, Exchange, ExchangeFile, ExchangeUnit, Piece};

/// The namespace of the core, which 2.1 has in common with 2.0.
pub(super) const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// The exchange as XLIFF.
pub(super) fn write(exchange: &Exchange) -> String {
    let (source, target) = (exchange.source, exchange.target);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <xliff xmlns=\"{NAMESPACE}\" version=\"2.1\" srcLang=\"{source}\" trgLang=\"{target}\">\n"
    );
    for file in &exchange.files {
        write_file(&mut out, file);
    }
    out.push_str("</xliff>\n");
    out
}

fn write_file(out: &mut String, file: &ExchangeFile) {
    let id = file.id.replace('/', ".");
    let _ = writeln!(
        out,
        "  <file id=\"{}\" original=\"{}\">",
        quoted(&id),
        quoted(&file.id)
    );
    for (unit, number) in file.units.iter().zip(1..) {
        write_unit(out, unit, number);
    }
    out.push_str("  </file>\n");
}

fn write_unit(out: &mut String, unit: &ExchangeUnit, number: usize) {
    let name = quoted(&unit.key);
    let _ = writeln!(out, "    <unit id=\"u{number}\" name=\"{name}\">");
    out.push_str("      <notes>\n");
    for (category, note) in [("location", &unit.place), ("description", &unit.what)] {
        let note = escaped(note);
        let _ = writeln!(out, "        <note category=\"{category}\">{note}</note>");
    }
    out.push_str("      </notes>\n");
    write_codes(out, &unit.codes);
    let state = if unit.target.is_some() { "translated" } else { "initial" };
    let _ = writeln!(out, "      <segment state=\"{state}\">");
    write_text(out, "source", &unit.source, &unit.codes);
    if let Some(target) = &unit.target {
        write_text(out, "target", target, &unit.codes);
    }
    out.push_str("      </segment>\n    </unit>\n");
}

/// What the placeholders stand for: `d1` of the first, `e1` of the sign that closes it.
fn write_codes(out: &mut String, codes: &[Code]) {
    if codes.is_empty() {
        return;
    }
    out.push_str("      <originalData>\n");
    let mut data = |id: String, text: &str| {
        let _ = writeln!(
            out,
            "        <data id=\"{id}\" xml:space=\"preserve\">{}</data>",
            escaped(text)
        );
    };
    for (code, number) in codes.iter().zip(1..) {
        data(format!("d{number}"), &code.opening);
        if let Some(closing) = &code.closing {
            data(format!("e{number}"), closing);
        }
    }
    out.push_str("      </originalData>\n");
}

fn write_text(out: &mut String, tag: &str, pieces: &[Piece], codes: &[Code]) {
    let _ = write!(out, "        <{tag} xml:space=\"preserve\">");
    for piece in pieces {
        match piece {
            Piece::Words(words) => out.push_str(&escaped(words)),
            Piece::Alone(number) => write_placeholder(out, *number, &codes[number - 1]),
            Piece::Open(number) => {
                let kind = kind(codes[number - 1].kind);
                let _ = write!(
                    out,
                    "<pc id=\"{number}\" {kind} canCopy=\"no\" canDelete=\"no\" \
                     dataRefStart=\"d{number}\" dataRefEnd=\"e{number}\">"
                );
            }
            Piece::Close(_) => out.push_str("</pc>"),
        }
    }
    let _ = writeln!(out, "</{tag}>");
}

fn write_placeholder(out: &mut String, number: usize, code: &Code) {
    let shown = code.shown.as_deref().unwrap_or(&code.opening);
    let _ = write!(
        out,
        "<ph id=\"{number}\" {} canCopy=\"no\" canDelete=\"no\" disp=\"{}\" \
         dataRef=\"d{number}\"/>",
        kind(code.kind),
        quoted(shown)
    );
}

/// The attributes for the kind of a placeholder (§4.3.1.36).
fn kind(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Value => "type=\"other\" subType=\"baspa:value\"",
        CodeKind::Citation => "type=\"other\" subType=\"baspa:citation\"",
        CodeKind::Note => "type=\"other\" subType=\"baspa:note\"",
        CodeKind::Code => "type=\"other\" subType=\"baspa:code\"",
        CodeKind::Break => "type=\"fmt\" subType=\"xlf:lb\"",
        CodeKind::Emphasis => "type=\"fmt\"",
        CodeKind::Link => "type=\"link\"",
        CodeKind::Reference => "type=\"link\" subType=\"baspa:reference\"",
        CodeKind::Claim => "type=\"other\" subType=\"baspa:claim\"",
    }
}

/// A text between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text between double quotes, in which no line end may be lost.
fn quoted(text: &str) -> String {
    escaped(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}
