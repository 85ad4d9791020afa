// Runs in the page: whether marks are where the scale of their drawing puts their numbers.
{
  // Ends are rounded to a tenth of a px, lengths are differences of ends.
  const OFF = 0.3;
  // Between two parts of a stack, in px.
  const GAP = 1.5;
  const CLASS = /(?:^| )q(\d)(?: |$)/;
  const plain = (value) => value;
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  const spread = (numbers) => Math.max(...numbers) - Math.min(...numbers);
  const grouped = (items, key) => {
    const groups = new Map();
    for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
    return [...groups.values()];
  };
  const fewest = (fits) => fits.reduce((best, faults) => (faults.length < best.length ? faults : best));

  const measured = (mark) => {
    const inner = mark.getBBox();
    // A hollow mark ends at the outside of its line.
    const rim = mark.matches("rect.hollow") ? parseFloat(getComputedStyle(mark).strokeWidth) / 2 : 0;
    const [x, y] = [inner.x - rim, inner.y - rim];
    const [width, height] = [inner.width + 2 * rim, inner.height + 2 * rim];
    const { x: category, y: value } = mark.dataset;
    return { mark, category, value: Number(value), x, y, width, height, across: x + width / 2, down: y + height / 2 };
  };
  const misplaced = ({ mark }, px) => `${px.toFixed(1)} px off: ${audit.nameOf(mark)}`;

  /** The filled area of the stack that a mark is on. */
  const stack = (mark) => mark.closest("g[aria-label]").querySelector(":scope > path.area:not([data-y], .band)");

  /** The classes that a mark is painted by: its own, or those of the group of its like. */
  const look = (mark) => mark.closest("[class]").getAttribute("class");

  /** What shows the number of a mark: its colour, its thickness, its share of a stack, its length or its place. */
  const kind = (mark) => {
    if (CLASS.test(look(mark))) return "tile";
    if (look(mark).startsWith("area ")) return "ribbon";
    if (mark.matches("rect")) return "bar";
    return stack(mark) ? "layer" : "sign";
  };

  /** Marks that are not where one scale puts their number. */
  audit.misplaced = (svg) => {
    const all = audit.marks(svg).map(measured);
    const of = (sought) => all.filter(({ mark }) => kind(mark) === sought);
    return [
      ...outOfOrder(of("tile")),
      ...wrongLengths(of("ribbon").flatMap(edges), "height", () => ""),
      ...offStack(of("layer")),
      ...offBars(of("bar")),
      ...offScale(of("sign")),
    ];
  };

  /** Tiles of a class that a smaller number has outgrown, or that an equal one is not in. */
  const outOfOrder = (tiles) => {
    const classed = tiles.map((tile) => ({ ...tile, rank: Number(CLASS.exec(look(tile.mark))[1]) }));
    return classed
      .filter((tile) =>
        classed.some(({ value, rank }) => (value < tile.value && rank > tile.rank) || (value === tile.value && rank !== tile.rank)),
      )
      .map(({ mark, rank }) => `class ${rank}: ${audit.nameOf(mark)}`);
  };

  /** Both ends of a ribbon: `M` begin, `c` … end, `v` down, `c` … back, all from point to point. */
  const edges = (ribbon) => {
    const numbers = ribbon.mark.getAttribute("d").match(/-?[\d.]+/g).map(Number);
    const [down, right, up] = [numbers[7], numbers[8], numbers.at(-1)];
    return [down + right + up, right].map((height) => ({ ...ribbon, height }));
  };

  /** Layers of stacks: each is as high as its number, from the one under it or the base. */
  const offStack = (layers) => {
    if (layers.length === 0) return [];
    const bottoms = layers.map(({ mark }) => stack(mark).getBBox()).map(({ y, height }) => y + height);
    const base = Math.max(...bottoms);
    const heights = grouped(layers, ({ category }) => category).flatMap((column) =>
      column.map((layer, at) => ({ ...layer, height: (column[at - 1]?.down ?? base) - layer.down })),
    );
    return [...wrongLengths(heights, "height", ({ category }) => category), ...offAcross(layers)];
  };

  const offBars = (bars) => {
    const along = spread(bars.map(({ height }) => height)) < 0.2 ? "width" : "height";
    const rows = grouped(bars, ({ category }) => category);
    return wrongLengths(rows.flatMap((row) => withGaps(row, along)), along, ({ category }) => category);
  };

  /** Parts of a row as long as before the gap between two was taken from both by halves. */
  const withGaps = (row, along) => {
    const from = along === "width" ? "x" : "y";
    const aside = along === "width" ? "y" : "x";
    const gap = (one, other) => other[from] - one[from] - one[along];
    const between = (one, other) => Math.abs(one[aside] - other[aside]) < 0.2 && gap(one, other) > 0 && gap(one, other) < GAP + 0.2;
    return row.map((bar) => {
      const after = row.filter((other) => between(bar, other)).map((other) => gap(bar, other));
      const before = row.filter((other) => between(other, bar)).map((other) => gap(other, bar));
      return { ...bar, [along]: bar[along] + sum([...after, ...before]) / 2 };
    });
  };

  /** Signs: down or across, evenly or by ratios; panels share the scale, not its beginning. */
  const offScale = (signs) => {
    const panels = grouped(signs, ({ mark }) => audit.panelOf(mark));
    const fits = [plain, Math.log10].map((scale) => {
      const number = ({ value }) => scale(value);
      return [
        [...offLine(panels, number, "down"), ...offAcross(signs)],
        offLine(panels, number, "across"),
      ];
    });
    return fewest(fits.flat());
  };

  /** Where the categories are numbers, such as years, the marks stand at their places across. */
  const offAcross = (signs) => {
    if (signs.some(({ category }) => Number.isNaN(Number(category)))) return [];
    const panels = grouped(signs, ({ mark }) => audit.panelOf(mark));
    return fewest([plain, Math.log10].map((scale) => offLine(panels, ({ category }) => scale(Number(category)), "across")));
  };

  /** Signs whose place along an axis is off the line between the least and the most of their panel. */
  const offLine = (panels, number, along) => {
    const ends = (signs) => {
      const by = [...signs].sort((one, other) => number(one) - number(other));
      return [by[0], by[by.length - 1]];
    };
    const [slope] = panels
      .filter((signs) => spread(signs.map(number)) > 0)
      .map(ends)
      .map(([least, most]) => (most[along] - least[along]) / (number(most) - number(least)));
    if (slope === undefined) return [];
    return panels.flatMap((signs) => {
      const [least] = ends(signs);
      return signs.flatMap((sign) => {
        const px = Math.abs(sign[along] - least[along] - slope * (number(sign) - number(least)));
        return px <= OFF ? [] : [misplaced(sign, px)];
      });
    });
  };

  /**
   * Along a row, lengths are one multiple of the numbers; and from row to row that multiple
   * is the same, or, where shares are drawn, the length of the whole row is.
   */
  const wrongLengths = (bars, along, key) => {
    if (bars.length === 0) return [];
    const length = (bar) => (bar.value < 0 ? -bar[along] : bar[along]);
    const rows = grouped(bars, key).map((row) => {
      const whole = sum(row.map((bar) => bar[along]));
      return { row, whole, unit: whole / sum(row.map(({ value }) => Math.abs(value))) };
    });
    const off = (unit) => (bar) => {
      const px = Math.abs(length(bar) - unit * bar.value);
      return px <= OFF ? [] : [misplaced(bar, px)];
    };
    const within = rows.flatMap(({ row, unit }) => (Number.isFinite(unit) ? row.flatMap(off(unit)) : []));
    if (within.length > 0 || spread(rows.map(({ whole }) => whole)) < 0.2) return within;
    const { unit } = rows.reduce((one, other) => (other.whole > one.whole ? other : one));
    return bars.flatMap(off(unit));
  };
}
