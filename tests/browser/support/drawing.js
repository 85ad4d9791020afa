// What is measured inside a page on its charts. Each function is sent to the browser by
// itself, so it holds all that it uses.

/** Texts that leave their drawing, and pairs of texts that overlap. */
export function textsApart() {
  const UNSEEN = 0.5;
  // Letters rarely fill the first and last fifth of their line.
  const letters = (text) => {
    const box = text.getBoundingClientRect();
    const air = 0.2 * box.height;
    return { text: text.textContent, left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air };
  };
  const leaves = (box, frame) =>
    box.left < frame.left - UNSEEN ||
    box.right > frame.right + UNSEEN ||
    box.top < frame.top - UNSEEN ||
    box.bottom > frame.bottom + UNSEEN;
  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > UNSEEN &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > UNSEEN;
  const faults = [];
  for (const svg of document.querySelectorAll("svg.chart")) {
    if (!svg.checkVisibility()) continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")];
    for (const text of texts) {
      if (leaves(text.getBoundingClientRect(), frame)) faults.push(`outside: ${text.textContent}`);
    }
    const boxes = texts.map(letters);
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (overlap(one, other)) faults.push(`overlap: ${one.text} / ${other.text}`);
      }
    });
  }
  return faults;
}

/** Texts that a line of data passes through. */
export function crossedTexts() {
  const STEP = 2;
  const faults = [];
  for (const svg of document.querySelectorAll("svg.chart")) {
    if (!svg.checkVisibility()) continue;
    const boxes = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()]);
    for (const line of svg.querySelectorAll("g[role] path.line:not(.grid, .axis, .leader)")) {
      const length = line.getTotalLength();
      for (let at = 0; at <= length; at += STEP) {
        const { x, y } = line.getPointAtLength(at);
        const hit = boxes.find(
          ([, box]) =>
            x > box.x &&
            x < box.x + box.width &&
            y > box.y + 0.2 * box.height &&
            y < box.y + 0.8 * box.height,
        );
        if (hit) {
          faults.push(`a line crosses: ${hit[0]}`);
          break;
        }
      }
    }
  }
  return faults;
}

/** Texts with a contrast under 4.5 to the colour behind their centre. */
export function unreadable() {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const filled = (element) => {
    const { fill } = getComputedStyle(element);
    return fill.startsWith("rgb(") ? fill : undefined;
  };
  const behind = (text) => {
    const box = text.getBoundingClientRect();
    const stack = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const shape = stack.find((one) => one.matches("svg.chart :is(rect, path, circle)") && filled(one));
    return shape ? filled(shape) : getComputedStyle(document.documentElement).backgroundColor;
  };
  const faults = [];
  for (const svg of document.querySelectorAll("svg.chart")) {
    if (!svg.checkVisibility()) continue;
    for (const text of svg.querySelectorAll("text")) {
      text.scrollIntoView({ block: "center", behavior: "instant" });
      const [ink, ground] = [getComputedStyle(text).fill, behind(text)];
      const ratio = contrast(ink, ground);
      if (ratio < 4.5) faults.push(`${ratio.toFixed(2)}: ${text.textContent}, ${ink} on ${ground}`);
    }
  }
  return faults;
}

/** The marks of every drawing, shown or not: their numbers and where they are. */
export function marks() {
  const figureOf = (svg) => svg.closest("figure");
  // What is not shown has no geometry: show all drawings while they are measured.
  for (const variant of document.querySelectorAll(".drawing > *")) variant.style.display = "block";
  const drawings = [...document.querySelectorAll("svg.chart")].map((svg) => {
    const data = [...svg.querySelectorAll("[data-y]")];
    const measured = data.map((mark) => {
      const { y, width, height } = mark.getBBox();
      const middle = y + height / 2;
      const [x, value] = [mark.dataset.x, Number(mark.dataset.y)];
      return { x, value, bar: mark.matches("rect"), y: middle, width, height };
    });
    const series = (mark) => mark.closest("g[aria-label]").getAttribute("aria-label");
    return {
      name: svg.querySelector("title").id,
      figure: figureOf(svg).id,
      bars: measured.filter((mark) => mark.bar),
      points: measured.filter((mark) => !mark.bar),
      data: data.map((mark) => [series(mark), mark.dataset.x, mark.dataset.y].join(" ")).sort(),
      cells: figureOf(svg).querySelectorAll("tbody td.n:not(.m)").length,
    };
  });
  for (const variant of document.querySelectorAll(".drawing > *")) variant.style.display = "";
  return drawings;
}
