//! Whether a dataset has what a figure draws, and whether a type has what it is given.

use crate::diag::{Code, Diagnostic};
use crate::load::decode::Decoder;
use crate::load::format::{FigureFile, FigureTypeFile as Type};
use crate::load::table::variable;
use crate::source::{Span, Spanned};
use crate::study::{Dataset, Figure, FigureKind, MAX_HUES, Variable, VariableKind};

/// Whether a key is given that this type of figure does not have; each is reported.
pub(super) fn misplaced(file: &FigureFile, decoder: &mut Decoder<'_>) -> bool {
    let kind = file.r#type.value;
    let mut any = false;
    for (span, types, message) in rules(file) {
        if let Some(span) = span.filter(|_| !types.contains(&kind)) {
            let wrong = Diagnostic::new(Code::BadValue, span, message);
            decoder.report(wrong.help("remove it"));
            any = true;
        }
    }
    any
}

/// Where a key stands that not every type of figure has, the types that have it, and what
/// is said to the others.
type Rule = (Option<Span>, &'static [Type], &'static str);

fn rules(file: &FigureFile) -> [Rule; 10] {
    let kind = file.r#type.value;
    [
        (
            file.share.as_ref().map(|own| own.span),
            &[Type::Stacked, Type::Area],
            "only a `stacked` or `area` figure has `share`",
        ),
        (
            file.order.as_ref().map(|own| own.span),
            &[Type::Bar, Type::Column, Type::Lollipop, Type::Dot],
            "only a `bar`, `column`, `lollipop` or `dot` figure has `order`",
        ),
        (
            file.interval.as_ref().map(|own| own.low.span),
            &[Type::Line, Type::Dot],
            "only a `line` or `dot` figure has `interval`",
        ),
        (
            file.annotations.iter().flatten().next().map(|own| own.x.span),
            &[Type::Line, Type::Area, Type::Column, Type::Scatter],
            "only a `line`, `area`, `column` or `scatter` figure has `annotations`",
        ),
        (
            references(file),
            &[
                Type::Line,
                Type::Area,
                Type::Column,
                Type::Scatter,
                Type::Dot,
                Type::Bar,
                Type::Grouped,
                Type::Stacked,
                Type::Lollipop,
            ],
            "this type of figure has no lines or spans to compare with",
        ),
        (
            file.division.as_ref().map(|own| own.span),
            &[Type::TileMap],
            "only a `tile-map` figure has `division`",
        ),
        (
            file.outlines.as_ref().map(|own| own.file.span),
            &[Type::Choropleth],
            "only a `choropleth` figure has `outlines`",
        ),
        (
            file.series.as_ref().filter(|_| is_single(kind)).map(|own| own.span),
            &[],
            "this type of figure draws one series",
        ),
        (
            axis(file).filter(|_| !has_axis(kind)),
            &[],
            "this type of figure has no axis of values",
        ),
        (
            highlight(file).filter(|_| kind == Type::BigNumber),
            &[],
            "a `big-number` figure has one mark",
        ),
    ]
}

/// Whether a map lacks what it shows its regions on; that is reported.
pub(super) fn groundless(file: &FigureFile, decoder: &mut Decoder<'_>) -> bool {
    let (key, help) = match file.r#type.value {
        Type::TileMap if file.division.is_none() => {
            ("division", "add `division:` with `1997`, `2018` or `2022`")
        }
        Type::Choropleth if file.outlines.is_none() => {
            ("outlines", "add `outlines: {file: regions.geojson, property: code}`")
        }
        _ => return false,
    };
    let message = format!("the key `{key}` is missing");
    let span = file.r#type.span;
    decoder.report(Diagnostic::new(Code::MissingKey, span, message).help(help));
    true
}

fn references(file: &FigureFile) -> Option<Span> {
    let places = |x: Option<Span>, y: Option<Span>| x.or(y);
    let lines = file.reference_lines.iter().flatten();
    let lines = lines.filter_map(|l| {
        places(l.x.as_ref().map(|p| p.span), l.y.as_ref().map(|p| p.span))
    });
    let bands = file.reference_bands.iter().flatten();
    let bands = bands.filter_map(|b| {
        places(b.x.as_ref().map(|p| p.span), b.y.as_ref().map(|p| p.span))
    });
    lines.chain(bands).next()
}

/// Where the axis of the values is described.
fn axis(file: &FigureFile) -> Option<Span> {
    let own = file.scale.as_ref()?;
    let words = [&own.zero, &own.log].into_iter().flatten().map(|word| word.span);
    let ends = [&own.from, &own.to].into_iter().flatten().map(|end| end.span);
    words.chain(ends).next()
}

/// Whether lengths or places show the values, and not colours or digits.
fn has_axis(kind: Type) -> bool {
    !matches!(
        kind,
        Type::Heatmap | Type::TileMap | Type::Choropleth | Type::Sankey | Type::BigNumber
    )
}

fn highlight(file: &FigureFile) -> Option<Span> {
    let first = file.highlight.as_ref().and_then(|own| own.0.first());
    first.map(|own| own.span)
}

fn is_single(kind: Type) -> bool {
    matches!(
        kind,
        Type::Bar
            | Type::Column
            | Type::Lollipop
            | Type::TileMap
            | Type::Choropleth
            | Type::BigNumber
    )
}

/// Whether the dataset has what the figure draws; what it lacks is reported.
pub(super) fn drawable(
    figure: &Figure,
    power: Option<Span>,
    dataset: &Dataset,
    decoder: &mut Decoder<'_>,
) -> bool {
    let mut find = |name: &Spanned<String>| variable(name, dataset, decoder);
    let x = find(&figure.x);
    let y: Vec<_> = figure.y.iter().map(&mut find).collect();
    let groups: Vec<_> = figure
        .series
        .iter()
        .chain(&figure.facet)
        .map(|name| (name, find(name)))
        .collect();
    let ends: Vec<_> =
        figure.interval.iter().flat_map(|own| [&own.low, &own.high]).collect();
    let ends: Vec<_> = ends.into_iter().map(|name| (name, find(name))).collect();
    let (Some(x), Some(y)) = (x, y.into_iter().collect::<Option<Vec<_>>>()) else {
        return false;
    };
    let known = groups.iter().chain(&ends).all(|(_, at)| at.is_some());
    let mut amounts: Vec<(&Spanned<String>, usize)> = figure.y.iter().zip(y).collect();
    amounts.extend(ends.into_iter().filter_map(|(name, at)| Some((name, at?))));
    let groups = groups.into_iter().filter_map(|(name, at)| Some((name, at?)));
    let wrong = wrong_axis(figure, &dataset.variables[x])
        .or_else(|| wrong_groups(groups, dataset))
        .or_else(|| wrong_amounts(&amounts, power, dataset))
        .or_else(|| wrong_count(figure));
    match wrong {
        Some((span, message, help)) => {
            decoder.report(Diagnostic::new(Code::BadValue, span, message).help(help));
            false
        }
        None => known,
    }
}

/// Where something is wrong, what, and what to do.
type Wrong = (Span, String, &'static str);

fn wrong_axis(figure: &Figure, x: &Variable) -> Option<Wrong> {
    let span = figure.x.span;
    let over_time = x.kind.is_time();
    let name = &figure.x.value;
    if figure.kind.is_over_time() && !over_time {
        let help = "a line is drawn over time: choose `bar`";
        return Some((
            span,
            format!("`{name}` is neither a year, a period nor a date"),
            help,
        ));
    }
    if figure.kind.is_map() && x.kind != VariableKind::Category {
        let help = "choose a category, each of whose levels has the `code` of its region";
        return Some((span, format!("`{name}` names no regions"), help));
    }
    if figure.kind == FigureKind::Scatter {
        let help = "choose a count, a number or a percentage";
        let wrong = (span, format!("`{name}` holds no quantities"), help);
        return Some(wrong).filter(|_| !x.kind.is_quantity());
    }
    let help = "choose a year, a date, a period, a category or a text";
    let wrong = (span, format!("`{name}` names no bars"), help);
    Some(wrong).filter(|_| x.kind.is_quantity())
}

fn wrong_groups<'f>(
    mut groups: impl Iterator<Item = (&'f Spanned<String>, usize)>,
    dataset: &Dataset,
) -> Option<Wrong> {
    let (name, _) = groups.find(|(_, at)| dataset.variables[*at].kind.is_quantity())?;
    let help = "choose a category, a text or a year";
    Some((name.span, format!("`{}` names no groups", name.value), help))
}

/// What is drawn: quantities, all in one unit.
fn wrong_amounts(
    amounts: &[(&Spanned<String>, usize)],
    power: Option<Span>,
    dataset: &Dataset,
) -> Option<Wrong> {
    let (_, first) = amounts.first()?;
    let first = &dataset.variables[*first];
    let percent = |variable: &Variable| variable.kind.is_percentage();
    let share = |variable: &Variable| variable.kind == VariableKind::Share;
    for (name, at) in amounts {
        let own = &dataset.variables[*at];
        if !own.kind.is_quantity() {
            let help = "draw a count, a number or a percentage";
            return Some((
                name.span,
                format!("`{}` holds no quantities", name.value),
                help,
            ));
        }
        // A percentage and a share are shown alike, but an axis has the ends of one.
        if (&own.unit, percent(own), share(own))
            != (&first.unit, percent(first), share(first))
        {
            let help = "a chart has one scale: draw two figures";
            return Some((
                name.span,
                format!("`{}` is in another unit", name.value),
                help,
            ));
        }
    }
    let message = "percentages are not shown in thousands or millions".to_owned();
    power.filter(|_| percent(first)).map(|span| (span, message, "remove it"))
}

/// How many series a type draws, as far as the variables tell it.
fn wrong_count(figure: &Figure) -> Option<Wrong> {
    let span = figure.x.span;
    let Some(first) = figure.y.first() else {
        return Some((span, "no series is drawn".into(), "name a variable in `y`"));
    };
    let second = figure.y.get(1);
    if let (Some(series), Some(second)) = (&figure.series, second) {
        let message = format!("`{}` names the series already", series.value);
        return Some((
            second.span,
            message,
            "draw one variable in `y`, or leave out `series`",
        ));
    }
    if let (Some(_), Some(second)) = (&figure.interval, second) {
        let message = "an interval belongs to one variable".to_owned();
        return Some((
            second.span,
            message,
            "draw one variable in `y`, with `series` for several",
        ));
    }
    wrong_count_of_type(figure, first, second)
}

/// The same, for what is peculiar to a type; `first` and `second` are of `y`.
fn wrong_count_of_type(
    figure: &Figure,
    first: &Spanned<String>,
    second: Option<&Spanned<String>>,
) -> Option<Wrong> {
    match figure.kind {
        FigureKind::Bar => second.map(|second| {
            let message = "a `bar` figure draws one series".to_owned();
            (second.span, message, "choose `grouped` or `stacked`")
        }),
        FigureKind::Column
        | FigureKind::Lollipop
        | FigureKind::Scatter
        | FigureKind::TileMap
        | FigureKind::Choropleth
        | FigureKind::Sankey
        | FigureKind::BigNumber
            if second.is_some() =>
        {
            let message = "this type of figure draws one variable".to_owned();
            second.map(|second| {
                (second.span, message, "draw the others in figures of their own")
            })
        }
        FigureKind::Sankey if figure.series.is_none() => {
            let message =
                "a `sankey` figure leads from origins to destinations".to_owned();
            Some((
                first.span,
                message,
                "name the variable of the destinations in `series`",
            ))
        }
        FigureKind::Pyramid if figure.series.is_none() && figure.y.len() != 2 => {
            let message = "a `pyramid` figure draws two series".to_owned();
            Some((
                first.span,
                message,
                "name two variables in `y`, or `series` with two values",
            ))
        }
        _ => too_many(figure),
    }
}

/// More series than can be told apart. Lines and slopes may be more where some are
/// highlighted; the rows of a heatmap any number.
fn too_many(figure: &Figure) -> Option<Wrong> {
    let lines = matches!(figure.kind, FigureKind::Line | FigureKind::Slope);
    let grey = lines && !figure.highlights.is_empty();
    if grey || figure.kind == FigureKind::Heatmap {
        return None;
    }
    let fifth = figure.y.get(MAX_HUES)?;
    let message = "more than four series cannot be told apart".to_owned();
    let help = match lines {
        true => {
            "name up to four in `highlight`, draw small multiples by `facet`, or two figures"
        }
        false => "draw two figures",
    };
    Some((fifth.span, message, help))
}
