// Runs in the page: whether marks that touch can be told from each other. Lengths are in px
// of the drawing, which a screen shows at its size or larger.
{
  const { parts, contrast, over, plain, page, place, layersAt, hatchedAt, stackAt, colourOf } = audit.paint;
  // What has to part two marks of similar colours, less what rounding to a tenth takes.
  const APART = 1.5 - 0.15;
  // From one place along an outline or a line to the next; a bar has two at each of its sides.
  const PACE = 12;
  const named = (element) => element.getAttribute("aria-label") ?? element.dataset.name ?? element.getAttribute("class");

  /**
   * Marks that fill an area of their own. Ribbons do not: others are seen through them, and
   * the lines along them stand out.
   */
  const fills = (svg) =>
    [...svg.querySelectorAll("rect, path")].filter((shape) => {
      const filled = shape.matches("rect") || shape.closest("[class]").matches(".area");
      return filled && !shape.closest(".band, .hit, .ring") && getComputedStyle(shape).fillOpacity === "1";
    });
  const colour = (shape) => over(page(), plain(getComputedStyle(shape), "fill")[0] ?? [0, 0, 0, 0]);
  const alike = (one, other) => contrast(colour(one), colour(other)) < 3;

  /** How far along a shape it is looked at. */
  const stops = (shape) => {
    if (shape.matches("rect")) {
      const { width, height } = shape.getBBox();
      const [right, down, left] = [width, width + height, 2 * width + height];
      const sides = [[0, width], [right, height], [down, width], [left, height]];
      return sides.flatMap(([from, long]) => [from + long / 4, from + (3 * long) / 4]);
    }
    const length = shape.getTotalLength();
    const count = Math.ceil(length / PACE);
    return Array.from({ length: count }, (_, at) => ((at + 0.5) / count) * length);
  };

  /** Points along a shape with the direction to its right. */
  const along = (shape) =>
    stops(shape).map((far) => {
      const [before, here, after] = [far - 0.2, far, far + 0.2].map((own) => shape.getPointAtLength(own));
      const [dx, dy] = [after.x - before.x, after.y - before.y];
      const long = Math.hypot(dx, dy) || 1;
      return { x: here.x, y: here.y, across: { x: -dy / long, y: dx / long } };
    });
  const moved = ({ x, y, across }, by) => new DOMPoint(x + by * across.x, y + by * across.y);

  /** The marks of colours like that of a mark whose boxes reach within a separator of its own. */
  const besides = (shape, all) => {
    const box = ({ x, y, width, height }) => [x, x + width, y, y + height];
    const [left, right, top, bottom] = box(shape.getBBox());
    const meets = (other) => {
      const [from, to, above, below] = box(other.getBBox());
      return Math.max(from - right, left - to, above - bottom, top - below) < APART + 1;
    };
    return [...all].filter((other) => other !== shape && meets(other) && alike(shape, other));
  };

  /** The mark whose filling is seen at a point of a drawing: no line is painted there. */
  const seen = (svg, all, point) => {
    const at = place(svg, point);
    const top = stackAt(at).find((element) => layersAt(element, at).length > 0 || hatchedAt(element, at));
    const lined = top && getComputedStyle(top).stroke !== "none";
    return all.has(top) && !(lined && top.isPointInStroke(point)) ? top : undefined;
  };

  /** The mark that begins at a point where `shape` ends, nearer than a separator is wide. */
  const beyond = (svg, shape, point, near, all) => {
    const out = shape.isPointInFill(moved(point, 0.5)) ? -1 : 1;
    for (const from of [-1, -0.75, -0.5, -0.25, 0]) {
      const [inner, outer] = [moved(point, out * from), moved(point, out * (from + APART))];
      const other = near.find((own) => own.isPointInFill(outer) && !own.isPointInFill(inner));
      if (!other || shape.isPointInFill(outer)) continue;
      if (seen(svg, all, outer) === other && seen(svg, all, inner) === shape) return other;
    }
    return undefined;
  };

  /** Marks that go along a mark; those that only meet it at a corner, or cross it, do not. */
  const touching = (svg, shape, all) => {
    const near = besides(shape, all);
    if (near.length === 0) return [];
    const aside = ({ x, y, across }, by) => ({ x: x + by * across.y, y: y - by * across.x, across });
    return along(shape).flatMap((point) => {
      const [here, before, after] = [0, -1, 1].map((by) => () => beyond(svg, shape, aside(point, by), near, all));
      const other = here();
      return other && before() === other && after() === other ? [other] : [];
    });
  };

  const show = (svg) => {
    const { top, bottom } = svg.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) svg.scrollIntoView({ block: "start", behavior: "instant" });
  };

  /** Marks side by side with neither a contrast of 3 nor 1.5 px of something else between them. */
  audit.merging = (svg) => {
    show(svg);
    const all = new Set(fills(svg));
    return [...all].flatMap((one) =>
      [...new Set(touching(svg, one, all))].map((other) => `not apart: ${named(one)} / ${named(other)}`),
    );
  };

  /** Lines of intervals with a contrast under 3 to what is beside them: a mark, its casing, or the page. */
  audit.unclear = (svg) => {
    show(svg);
    const lines = [...svg.querySelectorAll("path")].filter((line) => line.closest(".interval"));
    return lines.flatMap((line) => {
      const { strokeWidth, stroke } = getComputedStyle(line);
      const own = over(page(), parts(stroke));
      const beside = parseFloat(strokeWidth) / 2 + 0.6;
      const ratios = along(line).flatMap((point) => {
        const at = place(svg, new DOMPoint(point.x, point.y));
        if (stackAt(at)[0] !== line) return [];
        return [-beside, beside].map((by) => {
          const there = place(svg, moved(point, by));
          return contrast(own, colourOf(stackAt(there).filter((element) => element !== line), there));
        });
      });
      const least = Math.min(...ratios);
      return least < 3 ? [`unclear, ${least.toFixed(2)}: an interval`] : [];
    });
  };
}
