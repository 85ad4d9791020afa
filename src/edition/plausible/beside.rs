//! Whether what stands beside the data stands at something that is drawn.

use rust_decimal::Decimal;

use crate::diag::{Code, Diagnostic};
use crate::source::Spanned;
use crate::study::{Along, Annotation, FigureKind, ReferenceMark};

use super::super::selection::position;
use super::{Own, wrong};

impl Own<'_> {
    /// What is highlighted has a colour of its own: a series, or the mark of a place.
    pub(super) fn highlights(&self) -> Option<Diagnostic> {
        let known = self.ids();
        let unknown = self
            .figure
            .highlights
            .iter()
            .find(|own| !known.contains(&own.value.as_str()))?;
        let message = match self.has_marks_of_places() {
            true => format!("there is no series and no `x` called `{}`", unknown.value),
            false => format!("there is no series called `{}`", unknown.value),
        };
        let unknown_id = Diagnostic::new(Code::UnknownReference, unknown.span, message);
        Some(unknown_id.suggest(&unknown.value, known.iter().copied()))
    }

    /// The ids of what can be highlighted.
    fn ids(&self) -> Vec<&str> {
        let series = self.plan.series.iter().map(|own| own.id.as_str());
        let places = self.plan.categories.iter().filter(|_| self.has_marks_of_places());
        series.chain(places.map(|own| own.id.as_str())).collect()
    }

    /// Whether each place has a mark of its own, and is no point of a line.
    fn has_marks_of_places(&self) -> bool {
        !matches!(
            self.figure.kind,
            FigureKind::Line | FigureKind::Area { .. } | FigureKind::Slope
        )
    }

    /// Words stand at points that are drawn.
    pub(super) fn annotations(&self) -> Option<Diagnostic> {
        self.figure.annotations.iter().find_map(|own| self.annotation(own).err())
    }

    fn annotation(&self, own: &Annotation) -> Result<(), Diagnostic> {
        let strands: Vec<&str> = self.plan.series.iter().map(|s| s.id.as_str()).collect();
        let groups = self.plan.categories.iter();
        let places: Vec<&str> = groups.map(|group| group.id.as_str()).collect();
        let groups = self.plan.panes.iter().filter_map(|pane| pane.group.as_ref());
        let panes: Vec<&str> = groups.map(|group| group.id.as_str()).collect();
        let unnamed = |message: &str, help: &str| {
            let message = format!("the point is not named: there are {message}");
            Err(wrong(own.x.span, message, help))
        };
        let at = place(&own.x, &places, "`x`")?;
        let strand = match (&own.series, strands.len()) {
            (Some(name), _) => place(name, &strands, "series")?,
            (None, 1) => 0,
            (None, _) => return unnamed("several series", "add `series`"),
        };
        let pane = match (&own.facet, panes.len()) {
            (Some(name), _) => place(name, &panes, "`facet`")?,
            (None, 0) => 0,
            (None, _) => return unnamed("small multiples", "add `facet`"),
        };
        let row = self.plan.panes[pane].rows[strand][at];
        match row.and_then(|row| self.number(row, self.plan.series[strand].variable)) {
            Some(_) => Ok(()),
            None => {
                let message = format!("`{}` has no value", own.x.value);
                Err(wrong(own.x.span, message, "a word stands at a point that is drawn"))
            }
        }
    }

    /// Lines and spans stand on an axis.
    pub(super) fn references(&self) -> Option<Diagnostic> {
        self.figure.references.iter().find_map(|own| match own.along {
            Along::X => self.along_places(own),
            Along::Y => self.along_amounts(own),
        })
    }

    fn along_places(&self, own: &ReferenceMark) -> Option<Diagnostic> {
        if !self.is_measured() {
            let message =
                format!("`{}` is no axis of numbers or years", self.figure.x.value);
            return Some(wrong(own.span, message, "measure it along `y`"));
        }
        let x = self.x()?;
        let rows = self.plan.categories.iter().map(|group| group.row);
        let places = rows.filter_map(|row| position(&self.dataset.rows[row].cells[x]));
        let places: Vec<Decimal> = places.collect();
        let (low, high) = places.iter().min().zip(places.iter().max())?;
        let message =
            format!("the axis runs from {} to {}", low.normalize(), high.normalize());
        let beyond = own.from > *high || own.to < *low;
        beyond.then(|| wrong(own.span, message, "choose a place on it"))
    }

    fn along_amounts(&self, own: &ReferenceMark) -> Option<Diagnostic> {
        if self.figure.axis.log && own.from <= Decimal::ZERO {
            let message = "no ratio leads to zero or below".to_owned();
            return Some(wrong(own.span, message, "remove it, or `log`"));
        }
        let first = self.plan.series.first()?.variable;
        let shown = |amount| self.dataset.variables[first].shown(amount);
        let whole = Decimal::ZERO..=Decimal::ONE_HUNDRED;
        let within = [own.from, own.to].map(shown).iter().all(|end| whole.contains(end));
        let message = "the axis runs from 0 to 100 per cent".to_owned();
        (self.figure.kind.is_share() && !within)
            .then(|| wrong(own.span, message, "choose an amount on it"))
    }
}

/// The position of a name among others, or what is wrong with it.
fn place(
    name: &Spanned<String>,
    among: &[&str],
    what: &str,
) -> Result<usize, Diagnostic> {
    let found = among.iter().position(|own| *own == name.value);
    found.ok_or_else(|| {
        let message = format!("there is no {what} `{}` in the figure", name.value);
        Diagnostic::new(Code::UnknownReference, name.span, message)
            .suggest(&name.value, among.iter().copied())
    })
}
