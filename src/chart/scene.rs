//! What a drawing is made of, as plain data in px: what layouts make, what checks look
//! at and what is painted.

use super::metrics::{ASCENT, DESCENT, LEADING, Weight, width};

/// A drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// From back to front.
    pub groups: Vec<Group>,
    /// The texts for which there is no room.
    pub overflow: Vec<Overflow>,
}

impl Scene {
    /// All marks from back to front.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.items().filter_map(|item| match item {
            Item::Mark(mark) => Some(mark),
            Item::Text(_) => None,
        })
    }

    /// All texts from back to front.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items().filter_map(|item| match item {
            Item::Text(text) => Some(text),
            Item::Mark(_) => None,
        })
    }

    fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}

/// A text for which a chart has no room at its width.
#[derive(Debug, Clone, PartialEq)]
pub struct Overflow {
    /// The text.
    pub text: String,
    /// How many px it is too wide.
    pub px: f64,
}

/// Items that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What the items are.
    pub role: GroupRole,
    /// The label of the panel that they belong to, among small multiples.
    pub panel: Option<String>,
    /// From back to front.
    pub items: Vec<Item>,
}

/// What a group is to a reader who does not see it.
#[derive(Debug, Clone, PartialEq)]
pub enum GroupRole {
    /// Grid, axes and labels: said by the marks already.
    Scenery,
    /// A series, by its name, which begins with that of its panel.
    Series(String),
}

/// One thing of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A shape.
    Mark(Mark),
    /// A text.
    Text(Text),
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its outline.
    pub shape: Shape,
    /// What it is painted with.
    pub paint: Paint,
    /// What it stands for.
    pub datum: Option<Datum>,
}

/// What a mark stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// The label of its category, such as `1991`, or where it flows from.
    pub label: String,
    /// Where it flows to, if it does.
    pub to: Option<String>,
    /// Its value as it is written, such as `431,262`, or why there is none.
    pub written: String,
    /// The category: a position on the axis or a code.
    pub x: String,
    /// The value in full.
    pub y: String,
}

impl Datum {
    /// Its name, such as `1991: 431,262`.
    pub fn name(&self) -> String {
        match &self.to {
            Some(to) => format!("{} – {to}: {}", self.label, self.written),
            None => format!("{}: {}", self.label, self.written),
        }
    }
}

/// An outline.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Rule(Point, Point),
    /// A line through points; each run stands apart from the next.
    Path(Vec<Vec<Point>>),
    /// A filled rectangle.
    Bar(Rect),
    /// A filled rectangle of a bar of several.
    Segment {
        /// From where to where its value goes.
        rect: Rect,
        /// Whether another touches its left side and its right side: there a gap parts
        /// them.
        joined: (bool, bool),
    },
    /// A filled area within closed rings; a ring inside another is a hole.
    Region(Vec<Vec<Point>>),
    /// A band from one upright edge to another, curved between.
    Flow {
        /// The edge on the left: its upper and its lower end.
        from: (Point, Point),
        /// The edge on the right.
        to: (Point, Point),
    },
    /// A filled sign around a point.
    Sign {
        /// Its form.
        form: Form,
        /// Its centre.
        at: Point,
        /// Half its height in px.
        radius: f64,
    },
}

/// The form of a sign: tells series apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// ●
    Circle,
    /// ■
    Square,
    /// ◆
    Diamond,
    /// ▲
    Triangle,
}

/// What a mark or text is painted with; the colours are in the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Lines behind the data.
    Grid,
    /// The line at zero.
    Axis,
    /// A line from a mark to its label.
    Leader,
    /// A series.
    Series(Hue),
    /// The edge of a mark of a series whose value is flagged.
    Hollow(Hue),
    /// The line of a series that is read first.
    Lead(Hue),
    /// A sign of a series that is seen only where there are no colours.
    Quiet(Hue),
    /// What flows from a series, with its edge.
    Flow(Hue),
    /// The space between the ends of a series' intervals.
    Ribbon(Hue),
    /// The edge of such a space.
    Edge(Hue),
    /// The interval of one value.
    Interval,
    /// The ground around such an interval, where it stands upon a mark.
    Casing,
    /// A step of a scale of colours, from 0 for the smallest to 4.
    Level(usize),
    /// Where there are no data.
    NoData,
    /// A line around what is highlighted.
    Frame,
    /// A line that data are compared with.
    Reference,
    /// A span that data are compared with.
    Band,
    /// Nothing to be seen: a place that answers to a pointer.
    Hidden,
    /// Text that is read first.
    Ink,
    /// Text that is read last.
    Mute,
    /// Text upon a filled mark of a series.
    On(Hue),
    /// Text beside a mark of a series: in its colour where that is dark enough for letters,
    /// with the ground around them.
    Name(Hue),
    /// Text upon a step of a scale of colours.
    OnLevel(usize),
    /// Text upon lines and grid, with the ground around its letters.
    Note,
}

/// The colour of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hue {
    /// The only series, or the only one that is highlighted.
    Solo,
    /// One of several, counted from 0; the palette repeats after the fourth.
    Nth(usize),
    /// Grey beside one that is highlighted.
    Muted,
}

impl Hue {
    /// The form of the signs of this series: a series that shares its colour with an
    /// earlier one has another form.
    pub fn form(self) -> Form {
        match self {
            Self::Solo | Self::Muted => Form::Circle,
            Self::Nth(index) => match (index + index / 4) % 4 {
                0 => Form::Circle,
                1 => Form::Square,
                2 => Form::Diamond,
                _ => Form::Triangle,
            },
        }
    }
}

/// One or more lines of text, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The lines from top to bottom.
    pub lines: Vec<String>,
    /// Where the baseline of the first line is anchored.
    pub at: Point,
    /// Which point of each line is at `at`.
    pub anchor: Anchor,
    /// Size in px.
    pub size: f64,
    /// The face.
    pub weight: Weight,
    /// What it is painted with.
    pub paint: Paint,
    /// What it is to the chart.
    pub role: TextRole,
    /// What it says to a reader who does not see it, where no mark says it.
    pub name: Option<String>,
}

impl Text {
    /// The box of all lines.
    pub fn rect(&self) -> Rect {
        let wide = |line: &String| width(line, self.size, self.weight);
        let wide = self.lines.iter().map(wide).fold(0.0, f64::max);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - wide / 2.0,
            Anchor::End => self.at.x - wide,
        };
        let further = self.lines.len().saturating_sub(1) as f64;
        Rect {
            left,
            top: self.at.y - ASCENT * self.size,
            right: left + wide,
            bottom: self.at.y + (further * LEADING + DESCENT) * self.size,
        }
    }
}

/// Which point of a line of text is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a text is to the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRole {
    /// An amount at an axis.
    Tick,
    /// A category.
    Category,
    /// The name of a series.
    Series,
    /// A value at its mark.
    Value,
    /// Why a value is missing.
    Missing,
    /// The unit of an axis.
    Unit,
    /// Words at a point.
    Note,
    /// What a line or span stands for.
    Reference,
    /// The title of one of the small multiples.
    Panel,
    /// A value in large digits.
    Big,
    /// Words beside the drawing, such as its title.
    Beside,
}

/// A place in px from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A box in px from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}
