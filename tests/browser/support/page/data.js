// Runs in the page: whether drawings hold the numbers of their table.
{
  const words = (text) => text.replaceAll(/\s+/g, " ").trim();
  // Between the names of a panel, a series and a category, and of a place and the next.
  const BETWEEN = [", ", " – "];

  /** The marks of a drawing that stand for a number. */
  audit.marks = (svg) => [...svg.querySelectorAll("[data-y]")].filter((mark) => mark.dataset.y !== "");

  const series = (mark) => mark.closest("g[aria-label]");

  /** The panel of small multiples that a mark is in, or the whole drawing. */
  audit.panelOf = (mark) => series(mark).parentElement.closest("g[aria-label], svg");

  /** What is said of a mark: its own name, or one of parts that are written once. */
  audit.wordsOf = (mark) => {
    const { x, y, text = y } = mark.dataset;
    const first = [...mark.closest("svg").querySelectorAll("[data-y]")].find((own) => own.dataset.x === x);
    return mark.getAttribute("aria-label") ?? `${mark.dataset.name ?? first.dataset.name}: ${text}`;
  };

  /** What a mark is called, with its panel. */
  audit.nameOf = (mark) => [audit.panelOf(mark).getAttribute("aria-label"), audit.wordsOf(mark)].filter(Boolean).join(", ");

  const { marks, nameOf } = audit;

  /** All drawings of the page at once: what is not shown has no geometry. */
  audit.unveil = () => {
    for (const variant of document.querySelectorAll(".drawing > *")) variant.style.display = "block";
  };

  /** The words of a cell without the flags behind its number. */
  const unflagged = (element) => {
    const own = element.cloneNode(true);
    own.querySelectorAll(".flag").forEach((flag) => flag.remove());
    return own.textContent;
  };

  /** A number as a table writes it, with the size of its last digit. */
  const cell = (element) => {
    const decimal = document.documentElement.lang === "en" ? "." : ",";
    const own = unflagged(element);
    const text = own.replaceAll("−", "-");
    const plain = [...text].filter((sign) => /[-\d]/.test(sign) || sign === decimal).join("").replace(",", ".");
    const [, fraction = ""] = plain.split(".");
    return { value: Number(plain), last: 10 ** -fraction.length, text: words(own) };
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

  /** What follows in a name that begins with texts of cells, one after another, and a colon. */
  const rest = (name, texts) => {
    for (const [at, text] of texts.entries()) {
      if (name.startsWith(`${text}: `)) return name.slice(text.length + 2);
      for (const between of BETWEEN) {
        const own = name.startsWith(text + between) ? rest(name.slice((text + between).length), texts.slice(at + 1)) : undefined;
        if (own !== undefined) return own;
      }
    }
    return undefined;
  };

  /** Whether one of the amounts of a name is written as a cell writes it; a unit may follow. */
  const says = (amounts, text) =>
    amounts.split(/; | \(/).some((own) => own.startsWith(text) && !/^[.,\s]?\d/.test(own.slice(text.length)));

  /** Marks whose names and numbers do not stand in one row of the table, or column. */
  audit.wrong = (svg) => {
    const table = svg.closest("figure").querySelector("table");
    const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
    const columns = [...table.tHead.rows[0].cells].map((head, at) => [head, ...rows.map((row) => row[at])]);
    const lines = [...rows, ...columns].map((cells) => ({
      texts: cells.map((own) => words(own.textContent)),
      all: cells.map(cell),
      numbers: cells.filter((own) => own.matches("td.n")).map(cell),
    }));
    const stands = (mark) => {
      const [value, across] = [Number(mark.dataset.y), Number(mark.dataset.x)];
      return lines.some(({ texts, all, numbers }) => {
        const amounts = rest(words(nameOf(mark)), texts);
        return (
          amounts !== undefined &&
          numbers.some((number) => written(value, number) && says(amounts, number.text)) &&
          (Number.isNaN(across) || all.some((number) => written(across, number)))
        );
      });
    };
    return marks(svg)
      .filter((mark) => !stands(mark))
      .map((mark) => `wrong: ${series(mark).getAttribute("aria-label")}, ${nameOf(mark)}, ${mark.dataset.y}`);
  };

  /** Drawings of the figure of a drawing that do not hold the same marks. */
  audit.unequal = (drawing) => {
    const held = [...drawing.closest("figure").querySelectorAll("svg.chart")].map((svg) =>
      JSON.stringify(marks(svg).map((mark) => [series(mark).getAttribute("aria-label"), nameOf(mark), mark.dataset.x, mark.dataset.y]).sort()),
    );
    return new Set(held).size > 1 ? ["the drawings hold different marks"] : [];
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
