// Runs in the page: whether drawings hold the numbers of their table, and where.
{
  const OFF = 0.3;
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  const spread = (numbers) => Math.max(...numbers) - Math.min(...numbers);
  const grouped = (items, key) => {
    const groups = new Map();
    for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
    return [...groups.values()];
  };
  const words = (text) => text.replaceAll(/\s+/g, " ").trim();
  const series = (mark) => mark.closest("g[aria-label]");
  const nameOf = (mark) => mark.getAttribute("aria-label") ?? mark.dataset.name ?? "";

  /** All drawings of the page at once: what is not shown has no geometry. */
  audit.unveil = () => {
    for (const variant of document.querySelectorAll(".drawing > *")) variant.style.display = "block";
  };

  /** The marks that stand for a number. */
  const marks = (svg) => [...svg.querySelectorAll("[data-y]")].filter((mark) => mark.dataset.y !== "");

  /** A number as a table writes it, with the size of its last digit. */
  const cell = (element) => {
    const decimal = document.documentElement.lang === "en" ? "." : ",";
    const text = element.textContent.replaceAll("−", "-");
    const plain = [...text].filter((sign) => /[-\d]/.test(sign) || sign === decimal).join("").replace(",", ".");
    const [, fraction = ""] = plain.split(".");
    return { value: Number(plain), last: 10 ** -fraction.length };
  };
  const written = (value, { value: shown, last }) => Math.abs(value - shown) <= last * 0.5001;

  /** The columns of numbers in the table of a figure. */
  const columns = (table) => {
    const rows = [...table.tBodies[0].rows];
    return [...table.tHead.rows[0].cells]
      .map((head, at) => rows.map((row) => row.cells[at]).filter((own) => own.matches("td.n:not(.m)")))
      .filter((cells) => cells.length > 0)
      .map((cells) => cells.map(cell));
  };

  /**
   * Numbers of the table that have no mark, and marks that the table has not. A column of
   * which less than half is drawn, such as the ends of intervals, is not for marks.
   */
  audit.missing = (svg) => {
    let left = marks(svg);
    const take = (number) => {
      const at = left.findIndex((mark) => written(Number(mark.dataset.y), number));
      if (at >= 0) left = left.filter((_, own) => own !== at);
      return at >= 0;
    };
    const faults = columns(svg.closest("figure").querySelector("table")).flatMap((numbers) => {
      const all = left;
      const lost = numbers.filter((number) => !take(number));
      if (lost.length * 2 <= numbers.length) return lost.map(({ value }) => `missing: ${value}`);
      left = all;
      return [];
    });
    return [...faults, ...left.map((mark) => `not in the table: ${nameOf(mark)}, ${mark.dataset.y}`)];
  };

  /** Marks whose category and number do not stand in one row of the table, or column. */
  audit.wrong = (svg) => {
    const table = svg.closest("figure").querySelector("table");
    const lines = [...table.tBodies[0].rows].map((row) => [...row.cells]);
    const heads = [...table.tHead.rows[0].cells];
    lines.push(...heads.map((head, at) => [head, ...lines.map((line) => line[at])]));
    const stands = (mark) => {
      const [name, value] = [nameOf(mark), Number(mark.dataset.y)];
      return lines.some(
        (line) =>
          line.some((own) => name.startsWith(`${words(own.textContent)}: `)) &&
          line.some((own) => own.matches("td.n") && written(value, cell(own))),
      );
    };
    return marks(svg)
      .filter((mark) => !stands(mark))
      .map((mark) => `wrong: ${series(mark).getAttribute("aria-label")}, ${nameOf(mark)}, ${mark.dataset.y}`);
  };

  /** Drawings of one figure that do not hold the same marks. */
  audit.unequal = (figure) => {
    const held = [...figure.querySelectorAll("svg.chart")].map((svg) =>
      JSON.stringify(marks(svg).map((mark) => [series(mark).getAttribute("aria-label"), nameOf(mark), mark.dataset.x, mark.dataset.y]).sort()),
    );
    return new Set(held).size > 1 ? ["the drawings hold different marks"] : [];
  };

  const measured = (mark) => {
    const { x, y, width, height } = mark.getBBox();
    return { mark, value: Number(mark.dataset.y), x, width, height, across: x + width / 2, down: y + height / 2 };
  };
  const misplaced = ({ mark }, px) => `${px.toFixed(1)} px off: ${nameOf(mark)}`;

  /** Marks that are not where one scale puts their number. */
  audit.misplaced = (svg) => {
    const placed = marks(svg).filter((mark) => !mark.matches(".area, .none, [class*=q]"));
    return [
      ...offScale(placed.filter((mark) => !mark.matches("rect, .line")).map(measured)),
      ...wrongLengths(placed.filter((mark) => mark.matches("rect")).map(measured)),
    ];
  };

  /** Signs: down or across, evenly or by ratios; panels share the scale, not its beginning. */
  const offScale = (signs) => {
    if (signs.length === 0) return [];
    const panels = grouped(signs, ({ mark }) => series(mark));
    const plain = (value) => value;
    const fits = [plain, Math.log10].flatMap((scale) =>
      ["down", "across"].flatMap((along) => [panelFaults([signs], scale, along), panelFaults(panels, scale, along)]),
    );
    return fits.reduce((best, faults) => (faults.length < best.length ? faults : best));
  };
  const panelFaults = (panels, scale, along) => {
    const slopes = panels
      .filter((signs) => spread(signs.map(({ value }) => value)) > 0)
      .map((signs) => {
        const [least, most] = ends(signs);
        return (most[along] - least[along]) / (scale(most.value) - scale(least.value));
      });
    if (slopes.length === 0) return [];
    const slope = slopes[0];
    return panels.flatMap((signs) => {
      const [least] = ends(signs);
      return signs.flatMap((sign) => {
        const due = least[along] + slope * (scale(sign.value) - scale(least.value));
        const px = Math.abs(sign[along] - due);
        return px <= OFF ? [] : [misplaced(sign, px)];
      });
    });
  };
  const ends = (signs) => {
    const by = [...signs].sort((one, other) => one.value - other.value);
    return [by[0], by[by.length - 1]];
  };

  /**
   * Along a row, lengths are one multiple of the numbers; and from row to row that multiple
   * is the same, or, where shares are drawn, the length of the whole row is.
   */
  const wrongLengths = (bars) => {
    if (bars.length === 0) return [];
    const along = spread(bars.map(({ height }) => height)) < 0.2 ? "width" : "height";
    const length = (bar) => (bar.value < 0 ? -bar[along] : bar[along]);
    const rows = grouped(bars, ({ mark }) => mark.dataset.x).map((row) => {
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

  /** The words and faces of all texts, and their widths as drawn. */
  audit.widths = () =>
    [...document.querySelectorAll("svg.chart text")].flatMap((text) => {
      const lines = text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text];
      return lines.map((line) => {
        const { fontSize, fontWeight } = getComputedStyle(line);
        return { words: line.textContent, size: parseFloat(fontSize), bold: Number(fontWeight) >= 600, width: line.getComputedTextLength() };
      });
    });
}
