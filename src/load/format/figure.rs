//! What authors may write of a figure.

use rust_decimal::Decimal;

use super::VariableFile;
use crate::expr::Expression;
use crate::load::decode::{
    Chapter, Decode, Decoder, Key, Named, OneOrMore, authored, authored_choice, key_of,
    not_offered, title_of,
};
use crate::load::yaml::Node;
use crate::source::Spanned;
use crate::study::Texts;

authored! {
    /// `content/figures/ID.yaml`: a figure. Its id is the file's name: `[a-z][a-z0-9-]*`. docs/charts.md shows each type.
    struct FigureFile {
        /// The id of the dataset.
        dataset: Spanned<String>,
        /// How it is drawn.
        r#type: Spanned<FigureTypeFile>,
        /// The variable along the axis, or whose values name the bars, points, rows, regions or origins.
        x: Spanned<String>,
        /// The variable that is drawn, or the variables, one series each, all in one unit.
        y: OneOrMore<Spanned<String>>,
        /// For data in long form: the variable whose values are the series, one each; `y` is then one variable.
        series: Option<Spanned<String>>,
        /// The variable whose values have a small chart of their own each, all on one scale.
        facet: Option<Spanned<String>>,
        /// How far the true value may lie from the drawn one.
        interval: Option<IntervalFile>,
        /// Variables that only this figure needs: each has a `formula`.
        variables: Named<VariableFile>,
        /// Which rows are drawn: a condition over `row`.
        r#where: Option<Expression>,
        /// For `stacked` and `area`: each bar, or each year, is drawn as a hundred per cent.
        share: Option<Spanned<bool>>,
        /// The order of bars, points and rows: as the rows of the dataset, or by the value of the first series.
        order: Option<Spanned<OrderFile>>,
        /// The axis of the values.
        scale: Option<AxisFile>,
        /// The form of the numbers.
        number: Option<NumberFile>,
        /// Ids of the series, or of the values of `x`, that the title speaks of: the others are drawn in grey.
        highlight: Option<OneOrMore<Spanned<String>>>,
        /// Words at a point of the chart.
        annotations: Option<Vec<AnnotationFile>>,
        /// Lines at a value or at a place of the axis.
        reference_lines: Option<Vec<ReferenceLineFile>>,
        /// Spans of values or of the axis.
        reference_bands: Option<Vec<ReferenceBandFile>>,
        /// The finding, in at most ten words.
        title: Texts,
        /// Measure, unit, place and period.
        subtitle: Texts,
        /// What is to be seen, with the values that matter, for those who do not see it.
        alt: Texts,
        /// What the data say, in one sentence. If it is not given, it is made of the data: the largest and the smallest value, the first and the last, and the change.
        summary: Option<Texts>,
        /// Notes on what is drawn.
        notes: Option<Texts>,
        /// Where the data come from, if not where the dataset does.
        source: Option<Texts>,
    }
    refused {
        "y2" => TWO_SCALES,
        "y-right" => TWO_SCALES,
        "right" => TWO_SCALES,
        "secondary" => TWO_SCALES,
        "secondary-axis" => TWO_SCALES,
        "z" => DEPTH,
        "depth" => DEPTH,
    }
}

const TWO_SCALES: &str = "two scales in one chart make lines cross where the author wants: draw two figures, or an index of both";
const DEPTH: &str = "depth hides marks and distorts lengths: draw `grouped`, `heatmap` or small multiples by `facet`";
const ANGLES: &str = "angles are read badly: draw `bar`, or `stacked` with `share: true` for two or three parts of a whole";

authored_choice! {
    /// How a figure is drawn.
    enum FigureTypeFile {
        "line" => Line,
        "area" => Area,
        "bar" => Bar,
        "column" => Column,
        "grouped" => Grouped,
        "stacked" => Stacked,
        "dot" => Dot,
        "lollipop" => Lollipop,
        "slope" => Slope,
        "scatter" => Scatter,
        "heatmap" => Heatmap,
        "pyramid" => Pyramid,
        "tile-map" => TileMap,
        "choropleth" => Choropleth,
        "sankey" => Sankey,
        "big-number" => BigNumber,
    }
    refused {
        "pie" => ANGLES,
        "donut" => ANGLES,
        "doughnut" => ANGLES,
        "radar" => ANGLES,
        "gauge" => ANGLES,
        "3d" => DEPTH,
        "bar-3d" => DEPTH,
        "pie-3d" => DEPTH,
        "surface" => DEPTH,
        "dual-axis" => TWO_SCALES,
    }
}

authored_choice! {
    /// The order of bars.
    enum OrderFile {
        "given" => Given,
        "ascending" => Ascending,
        "descending" => Descending,
    }
}

authored! {
    /// The interval of a figure: how far the true value may lie from the drawn one.
    struct IntervalFile {
        /// The variable with the lower end.
        low: Spanned<String>,
        /// The variable with the upper end.
        high: Spanned<String>,
        /// What it is, such as `95% confidence interval`.
        label: Texts,
    }
}

authored! {
    /// The axis of the values of a figure. Bars and areas begin at zero always.
    struct AxisFile {
        /// Whether the axis begins at zero; it does if this is not given.
        zero: Option<Spanned<bool>>,
        /// Whether equal ratios are equal lengths, for `line`, `dot`, `slope` and `scatter`.
        log: Option<Spanned<bool>>,
        /// An amount that the axis reaches down to, though the data do not.
        from: Option<Spanned<Decimal>>,
        /// An amount that the axis reaches up to, though the data do not.
        to: Option<Spanned<Decimal>>,
    }
}

authored! {
    /// The form of the numbers of a figure.
    struct NumberFile {
        /// The power of a thousand that they are shown in.
        r#in: Option<Spanned<PowerFile>>,
        /// How many decimals they have.
        decimals: Option<u32>,
    }
}

authored_choice! {
    /// A power of a thousand.
    enum PowerFile {
        "thousands" => Thousands,
        "millions" => Millions,
        "billions" => Billions,
    }
}

authored! {
    /// Words at a point of a figure.
    struct AnnotationFile {
        /// The value of `x`: a year, or the id of a level.
        x: Spanned<String>,
        /// The id of the series, if there are several.
        series: Option<Spanned<String>>,
        /// The value of `facet`, if there are small multiples.
        facet: Option<Spanned<String>>,
        /// The words.
        text: Texts,
    }
}

authored! {
    /// A line in a figure: it has `x` or `y`.
    struct ReferenceLineFile {
        /// A place on the axis, such as a year.
        x: Option<Spanned<Decimal>>,
        /// An amount, in the unit of the variable.
        y: Option<Spanned<Decimal>>,
        /// What it stands for.
        text: Texts,
    }
}

authored! {
    /// A span in a figure: it has `x` or `y`.
    struct ReferenceBandFile {
        /// Two places on the axis, such as years.
        x: Option<Spanned<Vec<Decimal>>>,
        /// Two amounts, in the unit of the variable.
        y: Option<Spanned<Vec<Decimal>>>,
        /// What it stands for.
        text: Texts,
    }
}
