// Runs in the page: what stands out from what is behind it.
{
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const over = (ground, [red, green, blue], part) =>
    [red, green, blue].map((own, at) => part * own + (1 - part) * ground[at]);
  const page = () => parts(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
  const middle = (element) => {
    const { x, y, width, height } = element.getBBox();
    return new DOMPoint(x + width / 2, y + height / 2);
  };
  const named = (element) => element.getAttribute("aria-label") ?? element.textContent ?? "";
  const before = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

  /** The colour at a point of a drawing behind `front`. */
  const behind = (svg, point, front) => {
    const shapes = [...svg.querySelectorAll("rect, path, circle")].filter((shape) => before(shape, front));
    return shapes.reduce((ground, shape) => {
      const { fill, fillOpacity } = getComputedStyle(shape);
      const filled = fill.startsWith("rgb(") && shape.isPointInFill(point);
      return filled ? over(ground, parts(fill), Number(fillOpacity)) : ground;
    }, page());
  };

  /** Texts with a contrast under 4.5 to what is behind their middle, or around their letters. */
  audit.pale = (svg) =>
    [...svg.querySelectorAll("text")].flatMap((text) => {
      const { fill, stroke, paintOrder } = getComputedStyle(text);
      const haloed = stroke !== "none" && paintOrder.startsWith("stroke");
      const ground = haloed ? parts(stroke) : behind(svg, middle(text), text);
      const ratio = contrast(parts(fill), ground);
      return ratio < 4.5 ? [`pale, ${ratio.toFixed(2)}: ${text.textContent}`] : [];
    });

  /** Marks of series and lines with a contrast under 3 to the page, classes under 1.3; grids are neither. */
  audit.faint = (svg) => {
    const ground = page();
    const marks = [...svg.querySelectorAll("[data-y]:not(.hit), g[aria-label] .line:not(.casing)")];
    const data = marks.filter((mark) => !mark.closest("[aria-hidden=true]"));
    return data.flatMap((mark) => {
      const { fill, stroke, fillOpacity } = getComputedStyle(mark);
      const edged = fill === "none" || fillOpacity !== "1" || mark.matches(".line, .none");
      const paint = edged ? stroke : fill;
      if (!paint.startsWith("rgb(")) return [];
      const ratio = contrast(parts(paint), ground);
      const least = mark.closest(".q1, .q2, .q3") ? 1.3 : 3;
      return ratio < least ? [`faint, ${ratio.toFixed(2)}: ${named(mark)}`] : [];
    });
  };

  /** Filled marks side by side or one on another, with neither a contrast of 3 nor 1.5 px between them. */
  audit.merging = (svg) => {
    const bars = [...svg.querySelectorAll("rect[data-y]:not([class*=q], [class*=q] > *)")].map((mark) => {
      const { fill, strokeWidth, stroke } = getComputedStyle(mark);
      const apart = stroke === "none" ? 0 : parseFloat(strokeWidth);
      return { mark, fill, apart, box: mark.getBBox() };
    });
    const across = ({ x, width }) => [x, x + width];
    const down = ({ y, height }) => [y, y + height];
    const overlap = ([from, to], [begin, end]) => from < end && begin < to;
    const gap = ({ box: one }, { box: other }) => {
      if (overlap(down(one), down(other))) return across(other)[0] - across(one)[1];
      return overlap(across(one), across(other)) ? down(other)[0] - down(one)[1] : Infinity;
    };
    const merge = (one, other) => {
      const between = gap(one, other);
      return between > -0.2 && between + Math.min(one.apart, other.apart) < 1.45;
    };
    return bars.flatMap((one) =>
      bars
        .filter((other) => other !== one && merge(one, other))
        .filter((other) => one.fill.startsWith("rgb(") && other.fill.startsWith("rgb("))
        .filter((other) => contrast(parts(one.fill), parts(other.fill)) < 3)
        .map((other) => `not apart: ${named(one.mark)} / ${named(other.mark)}`),
    );
  };

  /** The contrast of the two strokes of the ring around the mark that is read. */
  audit.ringContrast = (svg) => {
    const [casing, ring] = [...svg.querySelectorAll(".ring")].map((line) => parts(getComputedStyle(line).stroke));
    return contrast(casing, ring);
  };
}
