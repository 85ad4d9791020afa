// Runs in the page: which colours are painted where, and how far they stand from each other.
{
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  /** The contrast of two colours as WCAG 2.2 defines it. */
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const over = (ground, [red, green, blue, opacity = 1]) =>
    [red, green, blue].map((own, at) => opacity * own + (1 - opacity) * ground[at]);

  /** Layers from the topmost down, seen upon the ground of the last. */
  const blend = (layers, ground) => layers.reduceRight(over, ground);

  /** A colour of a style with its opacity, where it is one colour. */
  const plain = (style, paint) => {
    if (!style[paint].startsWith("rgb")) return [];
    const [red, green, blue, opacity = 1] = parts(style[paint]);
    return [[red, green, blue, opacity * Number(style[`${paint}Opacity`]) * Number(style.opacity)]];
  };

  /** The colours of the lines of a hatch. */
  const hatch = (style) => {
    const id = /^url\("?#([^")]+)/.exec(style.fill)?.[1];
    const lines = id ? [...document.getElementById(id).children] : [];
    return lines.flatMap((line) => plain(getComputedStyle(line), "stroke"));
  };

  /** The ground of the page. */
  const page = () => {
    const ground = parts(getComputedStyle(document.documentElement).backgroundColor);
    return over([255, 255, 255], ground);
  };

  /** A place of a drawing in px of the window. */
  const place = (svg, point) => point.matrixTransform(svg.getScreenCTM());

  /** What an element paints at a place in px of the window: its line above its filling. */
  const layersAt = (element, at) => {
    const style = getComputedStyle(element);
    if (!(element instanceof SVGGeometryElement)) {
      return element instanceof SVGElement ? [] : [parts(style.backgroundColor)];
    }
    const point = new DOMPoint(at.x, at.y).matrixTransform(element.getScreenCTM().inverse());
    const stroke = plain(style, "stroke");
    const drawn = stroke.length > 0 && element.isPointInStroke(point) ? stroke : [];
    const filled = style.fill !== "none" && element.isPointInFill(point);
    return [...drawn, ...(filled ? plain(style, "fill") : [])];
  };

  /** Whether a hatch is painted at a place. */
  const hatchedAt = (element, at) => {
    if (!(element instanceof SVGGeometryElement) || hatch(getComputedStyle(element)).length === 0) return false;
    return element.isPointInFill(new DOMPoint(at.x, at.y).matrixTransform(element.getScreenCTM().inverse()));
  };

  /** The elements at a place that is scrolled to, from the topmost down. */
  const stackAt = (at) => document.elementsFromPoint(at.x, at.y);

  /** The colour that these elements make at a place. */
  const colourOf = (elements, at) =>
    blend(elements.flatMap((element) => layersAt(element, at)), [255, 255, 255]);

  audit.paint = { parts, contrast, over, plain, hatch, page, place, layersAt, hatchedAt, stackAt, colourOf };
}
