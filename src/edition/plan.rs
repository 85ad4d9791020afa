//! Which row of its dataset each datum of a figure is: the same in every language.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::source::Spanned;
use crate::study::{Cell, Dataset, Figure, FigureKind, Order};

use super::selection::{category_id, position};

/// Which row of its dataset each datum of a figure is.
pub(super) struct Plan {
    /// The categories in the order in which they are drawn.
    pub(super) categories: Vec<Group>,
    /// The series in the order of their levels, of time, or of their first rows.
    pub(super) series: Vec<Strand>,
    /// The small multiples; one without a group where there are none.
    pub(super) panes: Vec<Pane>,
}

/// Rows that share a value.
pub(super) struct Group {
    /// The value, as authors name it.
    pub(super) id: String,
    /// The first row that has it.
    pub(super) row: usize,
}

/// A series: a variable, or those of its rows that share a value.
pub(super) struct Strand {
    /// Its id.
    pub(super) id: String,
    /// The position of the variable that is drawn.
    pub(super) variable: usize,
    /// The first row of the series, where a variable names the series.
    pub(super) row: Option<usize>,
}

/// One of the small multiples.
pub(super) struct Pane {
    /// The value that its rows share.
    pub(super) group: Option<Group>,
    /// For each series and each category the row.
    pub(super) rows: Vec<Vec<Option<usize>>>,
}

/// Two rows that would be drawn at one place.
pub(super) struct Clash {
    /// What the category is called.
    pub(super) id: String,
}

/// Positions of the variables that part the rows of a figure.
pub(super) struct Parting {
    x: usize,
    y: Vec<usize>,
    series: Option<usize>,
    facet: Option<usize>,
}

impl Parting {
    /// Those of a figure; `None` where the dataset lacks one, which was reported.
    pub(super) fn of(figure: &Figure, dataset: &Dataset) -> Option<Self> {
        let at = |name: &Spanned<String>| dataset.variable(&name.value);
        let optional = |name: &Option<Spanned<String>>| match name {
            Some(name) => at(name).map(Some),
            None => Some(None),
        };
        Some(Self {
            x: at(&figure.x)?,
            y: figure.y.iter().map(at).collect::<Option<_>>()?,
            series: optional(&figure.series)?,
            facet: optional(&figure.facet)?,
        })
    }

    /// The positions of the variables that name a row, in the order of columns.
    pub(super) fn names(&self, figure: &Figure, dataset: &Dataset) -> Vec<usize> {
        let mut names: Vec<usize> = self.facet.into_iter().collect();
        match figure.kind {
            FigureKind::Scatter => names.extend(&dataset.key),
            _ => names.push(self.x),
        }
        names.extend(self.series);
        let mut seen = BTreeSet::new();
        names.retain(|at| seen.insert(*at));
        names
    }

    /// The positions of the variables that are drawn, in the order of columns.
    pub(super) fn amounts(&self, figure: &Figure, dataset: &Dataset) -> Vec<usize> {
        let across = Some(self.x).filter(|_| figure.kind == FigureKind::Scatter);
        let ends = figure.interval.iter().flat_map(|own| [&own.low, &own.high]);
        let ends = ends.filter_map(|name| dataset.variable(&name.value));
        across.into_iter().chain(self.y.iter().copied()).chain(ends).collect()
    }
}

impl Plan {
    /// Parts the rows, all of which are drawn.
    pub(super) fn new(
        figure: &Figure,
        dataset: &Dataset,
        parting: &Parting,
        rows: &[usize],
    ) -> Result<Self, Clash> {
        let id = |row: usize| match figure.kind {
            FigureKind::Scatter => dataset.keys[row].join(", "),
            _ => category_id(&dataset.rows[row].cells[parting.x]),
        };
        let categories = match figure.kind {
            FigureKind::Heatmap | FigureKind::Sankey => {
                in_own_order(dataset, parting.x, rows)
            }
            _ => groups(rows, id),
        };
        let series = strands(figure, dataset, parting, rows);
        let panes = match parting.facet {
            None => vec![None],
            Some(at) => in_own_order(dataset, at, rows).into_iter().map(Some).collect(),
        };
        let empty = || vec![vec![None; categories.len()]; series.len()];
        let panes =
            panes.into_iter().map(|group| Pane { group, rows: empty() }).collect();
        let mut plan = Self { categories, series, panes };
        plan.place(dataset, parting, rows, id)?;
        plan.arrange(figure, dataset, parting.x);
        Ok(plan)
    }

    /// Puts each row, which `id` names the category of, where it is drawn.
    fn place(
        &mut self,
        dataset: &Dataset,
        parting: &Parting,
        rows: &[usize],
        id: impl Fn(usize) -> String,
    ) -> Result<(), Clash> {
        let names = self.categories.iter().map(|group| group.id.as_str());
        let places: BTreeMap<&str, usize> = names.zip(0..).collect();
        for row in rows {
            let name = id(*row);
            let Some(place) = places.get(name.as_str()) else { continue };
            let here = |at: Option<usize>, own: &str| {
                at.is_none_or(|at| category_id(&dataset.rows[*row].cells[at]) == own)
            };
            for pane in &mut self.panes {
                let own = pane.group.as_ref().map_or("", |group| &group.id);
                if !here(parting.facet, own) {
                    continue;
                }
                for (strand, cells) in self.series.iter().zip(&mut pane.rows) {
                    if here(parting.series, &strand.id)
                        && cells[*place].replace(*row).is_some()
                    {
                        return Err(Clash { id: name });
                    }
                }
            }
        }
        Ok(())
    }

    /// Orders the categories: along time where they are drawn so, else as the figure says,
    /// by the first series; equal ones and those without a value as they are given.
    fn arrange(&mut self, figure: &Figure, dataset: &Dataset, x: usize) {
        let value = |at: usize| {
            let cell = self.panes.first()?.rows.first()?.get(at).copied().flatten();
            match dataset.rows[cell?].cells[self.series.first()?.variable] {
                Cell::Number { value, .. } => Some(value),
                _ => None,
            }
        };
        let time = |at: usize| position(&dataset.rows[self.categories[at].row].cells[x]);
        let mut order: Vec<usize> = (0..self.categories.len()).collect();
        if figure.order == Order::Given && runs_through_time(figure.kind) {
            order.sort_by_key(|at| time(*at));
        } else {
            order.sort_by(|a, b| match (value(*a), value(*b), figure.order) {
                (_, _, Order::Given) => Ordering::Equal,
                (Some(a), Some(b), Order::Ascending) => a.cmp(&b),
                (Some(a), Some(b), Order::Descending) => b.cmp(&a),
                (a, b, _) => a.is_none().cmp(&b.is_none()),
            });
        }
        for cells in self.panes.iter_mut().flat_map(|pane| &mut pane.rows) {
            *cells = order.iter().map(|at| cells[*at]).collect();
        }
        let mut old: Vec<_> = self.categories.drain(..).map(Some).collect();
        self.categories = order.iter().filter_map(|at| old[*at].take()).collect();
    }

    /// All rows in the order in which they are drawn, each once.
    pub(super) fn rows(&self) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut seen = BTreeSet::new();
        for pane in &self.panes {
            for at in 0..self.categories.len() {
                let here = pane.rows.iter().filter_map(|cells| cells[at]);
                rows.extend(here.filter(|row| seen.insert(*row)));
            }
        }
        rows
    }
}

/// Whether categories stand in the order of time, if they are of time.
fn runs_through_time(kind: FigureKind) -> bool {
    kind.is_over_time()
        || matches!(kind, FigureKind::Column | FigureKind::Slope | FigureKind::Heatmap)
}

/// The distinct values of rows in the order of the rows.
fn groups(rows: &[usize], id: impl Fn(usize) -> String) -> Vec<Group> {
    let mut seen = BTreeSet::new();
    let mut groups = Vec::new();
    for row in rows {
        let id = id(*row);
        if seen.insert(id.clone()) {
            groups.push(Group { id, row: *row });
        }
    }
    groups
}

/// The distinct values of a variable: of a category in the order of its levels, of years
/// and dates in that of time.
fn in_own_order(dataset: &Dataset, at: usize, rows: &[usize]) -> Vec<Group> {
    let mut groups = groups(rows, |row| category_id(&dataset.rows[row].cells[at]));
    let levels = &dataset.variables[at].levels;
    let place = |group: &Group| levels.iter().position(|level| level.id == group.id);
    let time = |group: &Group| position(&dataset.rows[group.row].cells[at]);
    groups.sort_by_key(|group| (place(group), time(group)));
    groups
}

fn strands(
    figure: &Figure,
    dataset: &Dataset,
    parting: &Parting,
    rows: &[usize],
) -> Vec<Strand> {
    match (parting.series, parting.y.as_slice()) {
        (Some(at), [variable, ..]) => in_own_order(dataset, at, rows)
            .into_iter()
            .map(|group| Strand {
                id: group.id,
                variable: *variable,
                row: Some(group.row),
            })
            .collect(),
        _ => figure
            .y
            .iter()
            .zip(&parting.y)
            .map(|(name, at)| Strand { id: name.value.clone(), variable: *at, row: None })
            .collect(),
    }
}
