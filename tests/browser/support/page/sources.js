// Runs in the page: whether drawings hold the very numbers of the data beside their figure.
{
  const { marks, nameOf } = audit;
  const near = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

  /** What the data of the figures of the page say, by their ids; see `figures.js`. */
  audit.data = {};

  const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

  /** Numbers of the data without a mark of their own, and marks that are not in the data. */
  audit.inexact = (svg) => {
    const { known } = audit.data[audit.figure(svg)];
    const [drawn, due] = [sorted(marks(svg).map((mark) => Number(mark.dataset.y))), sorted(known.map(({ y }) => y))];
    const off = due.findIndex((number, at) => !near(drawn[at] ?? Infinity, number));
    if (off >= 0) return [`inexact: ${due[off]} is drawn as ${drawn[off]}`];
    return drawn.length > due.length ? [`inexact: ${drawn.length} marks of ${due.length} numbers`] : [];
  };

  const middle = (mark) => {
    const { x, width } = mark.getBBox();
    return x + width / 2;
  };

  /** The places across of the points of each run of a line of straight pieces. */
  const runs = (line) => {
    const found = [];
    let x = 0;
    for (const [, command, rest] of line.getAttribute("d").matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
      const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
      const across = /[HhVv]/.test(command) ? numbers : numbers.filter((_, at) => at % 2 === 0);
      if (command === "M") found.push([]);
      for (const own of /[Vv]/.test(command) ? across.map(() => 0) : across) {
        x = /[MLH]/.test(command) ? own : x + own;
        found.at(-1).push(x);
      }
    }
    return found;
  };

  /** The places across of each two points that a line joins. */
  const joints = (line) => runs(line).flatMap((run) => run.slice(1).map((x, at) => [run[at], x]));

  /** Lines that go on where a value is missing, or that break where none is. */
  audit.bridged = (svg) => {
    const { places } = audit.data[audit.figure(svg)];
    return [...svg.querySelectorAll("g[aria-label] > path.line:not(.edge, .interval)")].flatMap((line) => {
      const own = marks(line.parentElement);
      const joined = joints(line);
      if (own.length < 2 || joined.length < 1 || own.some((mark) => !places.includes(mark.dataset.x))) return [];
      const at = (mark) => places.indexOf(mark.dataset.x);
      const ordered = own.sort((one, other) => at(one) - at(other));
      return ordered.slice(1).flatMap((mark, index) => {
        const before = ordered[index];
        const ends = [before, mark].map(middle).sort((one, other) => one - other);
        const is = joined.some((pair) => pair.every((x, end) => Math.abs(x - ends[end]) < 0.2));
        const due = at(mark) === at(before) + 1;
        return is === due ? [] : [`${due ? "broken" : "bridged"}: ${nameOf(before)} / ${nameOf(mark)}`];
      });
    });
  };

  /** A table with another number of rows than the data of its figure. */
  audit.rows = (svg) => {
    const { rows } = audit.data[audit.figure(svg)];
    const own = svg.closest("figure").querySelector("details table").tBodies[0].rows.length;
    return own === rows ? [] : [`${own} rows of ${rows}`];
  };
}
