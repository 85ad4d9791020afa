// What keeps a reader from a text, a stop of the keyboard, or a name.

const tell = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);

/** The least that WCAG 1.4.12 lets a reader set. Drawings keep theirs, as pictures do: their
 * labels are placed letter by letter, and the data stand beside them in a table. */
function spaceOut() {
  const own = ":not(svg, svg *)";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    ${own} { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}

/** Texts that are seen: each node with the boxes of its lines. */
function lines() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest("svg, sup, sub, .hidden, .skip, .tip, script")) continue;
    if (!holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) found.push({ node, holder, box });
  }
  return found;
}

/** Whether the page is wider than the window. */
function wide() {
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
}

/** Texts that run out of an element that hides what runs out of it, and does not scroll. */
function cut() {
  const found = new Set();
  for (const { holder, box } of lines()) {
    for (let around = holder; around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const edge = around.getBoundingClientRect();
      const hides = (overflow) => ["hidden", "clip"].includes(overflow);
      const x = hides(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1);
      const y = hides(overflowY) && (box.top < edge.top - 3 || box.bottom > edge.bottom + 3);
      if (x || y) found.add(`cut: ${tell(holder)}`);
      // What scrolls sideways or down shows it there.
      if (overflowX === "auto" || overflowY === "auto") break;
    }
  }
  return [...found];
}

/** Texts that lie on one another. What stays while the page scrolls passes over the rest. */
function overlapping() {
  const found = new Set();
  const still = lines().filter(({ holder }) => !holder.closest(".contents, .names"));
  still.sort((one, other) => one.box.top - other.box.top);
  still.forEach(({ node, holder, box }, at) => {
    for (const other of still.slice(at + 1)) {
      if (other.box.top > box.bottom) break;
      if (other.node === node) continue;
      const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (x > 2 && y > 0.4 * Math.min(box.height, other.box.height)) {
        found.add(`overlap: ${tell(holder)} and ${tell(other.holder)}`);
      }
    }
  });
  return [...found];
}

/** How many elements a keyboard should reach. */
function countStops() {
  const stops = [...document.querySelectorAll("a[href], summary, button, input, [tabindex='0']")];
  return stops.filter((stop) => stop.checkVisibility({ visibilityProperty: true })).length;
}

/** What has the focus, if something else lies over a corner or the middle of it. */
function covered() {
  const stop = document.activeElement;
  if (stop === document.body) return undefined;
  const over = [...stop.getClientRects()].flatMap(({ left, right, top, bottom }) => {
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
    return points
      .filter(([x, y]) => x > 0 && x < innerWidth && y > 0 && y < innerHeight)
      .map(([x, y]) => document.elementFromPoint(x, y))
      // What is around it shows through where its own corner is empty.
      .filter((seen) => seen && !stop.contains(seen) && !seen.contains(stop));
  });
  return over.length ? `${tell(stop)} under ${tell(over[0])}` : undefined;
}

/** The names that are heard and not seen, but those in another language than the page. */
function names() {
  const own = document.documentElement.lang;
  const attributes = ["aria-label", "aria-description", "aria-roledescription", "title", "alt"];
  const inPage = (element) => element.closest("[lang]").lang === own;
  const named = attributes.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].filter(inPage).map((element) => element.getAttribute(name)),
  );
  const drawn = [...document.querySelectorAll(".drawing > [hidden], .hidden")].filter(inPage);
  return [...named, ...drawn.map(({ textContent }) => textContent)];
}
