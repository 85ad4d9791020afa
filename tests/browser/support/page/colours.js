// Runs in the page: what stands out from what is behind it.
{
  const { parts, contrast, over, plain, hatch, page, layersAt, hatchedAt, stackAt, colourOf } = audit.paint;
  const { lines } = audit;
  const named = (element) => element.getAttribute("aria-label") ?? element.dataset.name ?? element.getAttribute("class");
  const middle = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

  /** Where the middle of a line of text is in the window, which is scrolled to show it. */
  const shownMiddle = (line) => {
    const box = line.getBoundingClientRect();
    if (box.top >= 0 && box.bottom <= innerHeight) return middle(box);
    line.scrollIntoView({ block: "center", behavior: "instant" });
    return middle(line.getBoundingClientRect());
  };

  /** Whether letters have a ground of their own around them. */
  const haloed = ({ stroke, strokeWidth, paintOrder }) =>
    stroke !== "none" && parseFloat(strokeWidth) >= 2 && paintOrder.startsWith("stroke");

  /** Texts with a contrast under 4.5 to what is painted behind the middle of a line. */
  audit.pale = (svg) =>
    [...svg.querySelectorAll("text")].flatMap((text) => {
      const style = getComputedStyle(text);
      const faults = lines(text).map((line) => {
        const at = shownMiddle(line);
        const stack = stackAt(at);
        const own = stack.findIndex((element) => text.contains(element));
        const upon = stack.slice(0, Math.max(own, 0)).filter((element) => svg.contains(element));
        if (upon.some((element) => layersAt(element, at).length > 0)) return "covered";
        const below = stack.slice(own + 1);
        if (!haloed(style) && below.some((element) => hatchedAt(element, at))) return "upon a hatch";
        const ground = haloed(style) ? over(colourOf(below, at), plain(style, "stroke")[0]) : colourOf(below, at);
        const ratio = contrast(over(ground, plain(style, "fill")[0]), ground);
        return ratio < 4.5 ? `pale, ${ratio.toFixed(2)}` : "";
      });
      const fault = faults.find(Boolean);
      return fault ? [`${fault}: ${text.textContent}`] : [];
    });

  /** Shapes that say nothing, or that nobody is to see. */
  const SCENERY = ".grid, .band, .casing, .hit, .ring";

  /** The shape that draws the edge of a mark, where it is not the mark's own. */
  const edge = (mark) => (mark.nextElementSibling?.matches(".edge") ? [mark.nextElementSibling] : []);

  /** Marks, lines and swatches with a contrast under 3 to the page in every colour that they have. */
  audit.faint = (svg) => {
    const ground = page();
    const colours = (shape) => {
      const style = getComputedStyle(shape);
      return [...plain(style, "fill"), ...plain(style, "stroke"), ...hatch(style)].filter(([, , , opacity]) => opacity > 0);
    };
    return [...svg.querySelectorAll("rect, path, circle")]
      .filter((shape) => !shape.closest(SCENERY))
      .flatMap((shape) => {
        const painted = [shape, ...edge(shape)].flatMap(colours);
        if (painted.length === 0) return [];
        const ratio = Math.max(...painted.map((colour) => contrast(over(ground, colour), ground)));
        return ratio < 3 ? [`faint, ${ratio.toFixed(2)}: ${named(shape)}`] : [];
      });
  };

  /** The contrast of the two strokes of the ring around the mark that is read. */
  audit.ringContrast = (svg) => {
    const [casing, ring] = [...svg.querySelectorAll(".ring")].map((line) => parts(getComputedStyle(line).stroke));
    return contrast(casing, ring);
  };
}
