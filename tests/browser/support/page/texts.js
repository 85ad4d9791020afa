// Runs in the page: where the texts of drawings are.
globalThis.audit = {};
{
  const UNSEEN = 0.5;
  // Letters rarely fill the first and last fifth of their line.
  const AIR = 0.2;
  const texts = (svg) => [...svg.querySelectorAll("text")];
  // A space that nobody sees stands between two lines of a text.
  const lines = (text) => (text.querySelector("tspan") ? [...text.children] : [text]);
  audit.lines = lines;

  /** The drawings that are shown. */
  audit.shown = () => [...document.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility());

  /** The figure that a drawing is in. */
  audit.figure = (svg) => svg.closest("figure").id;

  /** Texts that leave their drawing. */
  audit.outside = (svg) => {
    const frame = svg.getBoundingClientRect();
    const leaves = (line) => {
      const { left, right, top, bottom } = line.getBoundingClientRect();
      const beyond = Math.max(frame.left - left, right - frame.right, frame.top - top, bottom - frame.bottom);
      return beyond > UNSEEN;
    };
    return texts(svg)
      .filter((text) => lines(text).some(leaves))
      .map((text) => `outside: ${text.textContent}`);
  };

  /** Pairs of texts that overlap. */
  audit.overlapping = (svg) => {
    const boxes = texts(svg).flatMap((text) =>
      lines(text).map((line) => {
        const { left, right, top, bottom, height } = line.getBoundingClientRect();
        return { text, left, right, top: top + AIR * height, bottom: bottom - AIR * height };
      }),
    );
    const overlap = (one, other) =>
      one.text !== other.text &&
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > UNSEEN &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > UNSEEN;
    return boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `overlap: ${one.text.textContent} / ${other.text.textContent}`),
    );
  };

  const POINTS = new Map();

  /** Points of a line, one each 2 px; what is drawn in several sizes is measured once. */
  const pointsOf = (line) => {
    const course = line.getAttribute("d");
    if (!POINTS.has(course)) {
      const STEP = 2;
      const count = Math.floor(line.getTotalLength() / STEP) + 1;
      POINTS.set(course, Array.from({ length: count }, (_, at) => line.getPointAtLength(at * STEP)));
    }
    return POINTS.get(course);
  };

  // From this thickness in px on a line is one of data; thinner ones are edges and grids.
  const OF_DATA = 1.5;

  /** Texts that a line of data passes through. */
  audit.crossed = (svg) => {
    const boxes = texts(svg).flatMap((text) => lines(text).map((line) => [text.textContent, line.getBBox()]));
    const inside = ({ x, y, width, height }, at) =>
      at.x > x && at.x < x + width && at.y > y + AIR * height && at.y < y + (1 - AIR) * height;
    const drawn = [...svg.querySelectorAll("g[aria-label] path.line")];
    const thick = drawn.filter((line) => parseFloat(getComputedStyle(line).strokeWidth) >= OF_DATA);
    return thick.flatMap((line) => {
      const hit = boxes.filter(([, box]) => pointsOf(line).some((point) => inside(box, point)));
      return [...new Set(hit.map(([words]) => `crossed by a line: ${words}`))];
    });
  };

  /** Texts that were cut. */
  audit.cut = (svg) =>
    texts(svg)
      .filter((text) => /…|\.\.\./.test(text.textContent))
      .map((text) => `cut: ${text.textContent}`);

  /** Whether a drawing is shown larger than it was drawn, or smaller where it would fit. */
  audit.scaled = (svg) => {
    const [shown, drawn] = [svg.getBoundingClientRect().width, svg.viewBox.baseVal.width];
    const room = svg.closest(".drawing").clientWidth;
    return Math.abs(shown - Math.min(drawn, room)) > UNSEEN ? [`drawn for ${drawn} px, shown in ${shown} px`] : [];
  };

  /** Texts in letters under 12 px. */
  audit.small = (svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return texts(svg)
      .map((text) => [parseFloat(getComputedStyle(text).fontSize) * scale, text.textContent])
      .filter(([px]) => px < 11.99)
      .map(([px, words]) => `letters of ${px.toFixed(1)} px: ${words}`);
  };

  /** Texts that a font so much wider, in em for each letter, would push off the page. */
  audit.lost = (svg, wider) => {
    const page = document.documentElement.clientWidth;
    return texts(svg).flatMap((text) => {
      text.style.letterSpacing = `${wider}em`;
      const { left, right } = text.getBoundingClientRect();
      text.style.letterSpacing = "";
      const px = Math.max(-left, right - page);
      return px > UNSEEN ? [`${px.toFixed(1)} px off the page: ${text.textContent}`] : [];
    });
  };
}
