//! What stands in a figure beside the data: its axis, words, lines and spans.

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::{
    AnnotationFile, AxisFile, DivisionFile, OutlinesFile, ReferenceBandFile,
    ReferenceLineFile,
};
use crate::load::outlines::OutlineFiles;
use crate::source::{Span, Spanned};
use crate::study::{
    Along, Annotation, Axis, Division, FigureKind, Ground, ReferenceMark, Texts,
};

const FROM_ZERO: &str = "a bar shows its value by its length, which is true only from zero: draw `dot` or `line`";

/// The axis of the values; `None` where a diagnostic says why it cannot be so.
pub(super) fn axis(
    kind: FigureKind,
    file: Option<&AxisFile>,
    decoder: &mut Decoder<'_>,
) -> Option<Axis> {
    let Some(file) = file else { return Some(Axis::PLAIN) };
    let log = file.log.as_ref().filter(|log| log.value);
    let cut = file.zero.as_ref().filter(|zero| !zero.value).map(|zero| zero.span);
    let high = file.from.as_ref().filter(|from| from.value > Decimal::ZERO);
    let cut = cut.or(high.map(|from| from.span)).or(log.map(|log| log.span));
    if let Some(span) = cut.filter(|_| kind.is_from_zero()) {
        let message = "bars and areas that do not begin at zero are not offered";
        decoder.report(Diagnostic::new(Code::NotOffered, span, message).help(FROM_ZERO));
        return None;
    }
    let mut refuse = |span: Span, message: &str, help: &str| {
        decoder.report(Diagnostic::new(Code::BadValue, span, message).help(help));
    };
    if let (Some(from), Some(to)) = (&file.from, &file.to)
        && from.value >= to.value
    {
        refuse(to.span, "the axis ends before it begins", "give a `to` above `from`");
        return None;
    }
    if let (Some(_), Some(from)) = (log, &file.from)
        && from.value <= Decimal::ZERO
    {
        refuse(from.span, "no ratio leads to zero or below", "begin above zero");
        return None;
    }
    Some(Axis {
        zero: log.is_none() && file.zero.as_ref().is_none_or(|zero| zero.value),
        log: log.is_some(),
        from: file.from.as_ref().map(|from| from.value),
        to: file.to.as_ref().map(|to| to.value),
    })
}

/// What a map shows its regions on; `None` where a diagnostic says what is wrong with it.
pub(super) fn ground(
    division: Option<Spanned<DivisionFile>>,
    outlines: Option<&OutlinesFile>,
    files: &mut OutlineFiles<'_>,
    decoder: &mut Decoder<'_>,
) -> Option<Option<Ground>> {
    let of = |word: DivisionFile| match word {
        DivisionFile::Of1997 => Division::Of1997,
        DivisionFile::Of2018 => Division::Of2018,
        DivisionFile::Of2022 => Division::Of2022,
    };
    match (division, outlines) {
        (_, Some(own)) => Some(Some(Ground::Outlines(files.find(own, decoder)?))),
        (Some(own), None) => {
            let own = Spanned { value: of(own.value), span: own.span };
            Some(Some(Ground::Division(own)))
        }
        (None, None) => Some(None),
    }
}

/// Words at points.
pub(super) fn annotations(files: Vec<AnnotationFile>) -> Vec<Annotation> {
    let made = files.into_iter().map(|file| Annotation {
        x: file.x,
        series: file.series,
        facet: file.facet,
        text: file.text,
    });
    made.collect()
}

/// Lines and spans; `None` where a diagnostic says what is wrong with one.
pub(super) fn references(
    lines: Vec<ReferenceLineFile>,
    bands: Vec<ReferenceBandFile>,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<ReferenceMark>> {
    let lines = lines.into_iter().map(|line| {
        let twice = |place: Spanned<Decimal>| Spanned {
            value: vec![place.value, place.value],
            span: place.span,
        };
        mark(line.x.map(twice), line.y.map(twice), line.text, decoder)
    });
    let mut made: Vec<Option<ReferenceMark>> = lines.collect();
    let bands = bands.into_iter();
    made.extend(bands.map(|band| mark(band.x, band.y, band.text, decoder)));
    made.into_iter().collect()
}

fn mark(
    x: Option<Spanned<Vec<Decimal>>>,
    y: Option<Spanned<Vec<Decimal>>>,
    text: Texts,
    decoder: &mut Decoder<'_>,
) -> Option<ReferenceMark> {
    let (along, place) = match (x, y) {
        (Some(x), None) => (Along::X, x),
        (None, Some(y)) => (Along::Y, y),
        (x, _) => {
            let own = text.iter().next().map(|(_, text)| text.span);
            let message = "what data are compared with stands at `x` or at `y`";
            let help = if x.is_some() { "remove one of them" } else { "add one of them" };
            let span = x.map(|x| x.span).or(own)?;
            decoder.report(Diagnostic::new(Code::BadValue, span, message).help(help));
            return None;
        }
    };
    match place.value.as_slice() {
        [from, to] if from <= to => {
            let (from, to) = (*from, *to);
            Some(ReferenceMark { span: place.span, along, from, to, text })
        }
        _ => {
            let message = "a span has two ends, the smaller one first";
            let wrong = Diagnostic::new(Code::BadValue, place.span, message);
            decoder.report(wrong.help("write `[2008, 2010]`"));
            None
        }
    }
}
