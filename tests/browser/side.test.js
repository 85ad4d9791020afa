// Two languages beside each other: in columns where there is room, else one above the other.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled, unfold } from "./support/session.js";
import { PAIRS, pair } from "./support/site.js";

const { visit } = session();

// A4 across, less the margins that the style sheet asks for, in CSS px.
const PAPER = { width: 971, height: 672 };

for (const languages of PAIRS) {
  const path = pair(languages);
  const [first, second] = languages;

  test(`columns are of one width, and rows begin on one line: ${path}`, () =>
    visit(path, {}, async (page) => {
      for (const width of [900, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const { rows, faults } = await page.evaluate(beside, languages);
        assert.ok(rows > 100, `${rows} rows`);
        assert.deepEqual(faults, [], `${width} px`);
      }
    }));

  test(`on a phone each paragraph is followed by its twin, with a mark of its language: ${path}`, () =>
    visit(path, {}, async (page) => {
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 800 });
        const { rows, faults } = await page.evaluate(stacked, second);
        assert.ok(rows > 100, `${rows} rows`);
        assert.deepEqual(faults, [], `${width} px`);
      }
    }));

  test(`each figure shows one drawing in each language at any width: ${path}`, () =>
    visit(path, {}, async (page) => {
      for (const width of [320, 520, 700, 800, 890, 900, 1100, 1280, 2000]) {
        await page.setViewportSize({ width, height: 900 });
        const shown = await page.evaluate(() =>
          [...document.querySelectorAll("figure.figure")].map((figure) =>
            [...figure.querySelectorAll("svg")].filter((svg) => svg.checkVisibility()).map((svg) => svg.getAttribute("lang")),
          ),
        );
        assert.ok(shown.length >= 6, `${shown.length} figures`);
        for (const own of shown) assert.deepEqual(own, languages, `${width} px`);
      }
    }));

  test(`drawings are named in their own language, and no id is given twice: ${path}`, () =>
    visit(path, {}, async (page) => assert.deepEqual(await page.evaluate(names, languages), [])));

  test(`a fragment leads to the same place as in an edition, and nothing hides it: ${path}`, async () => {
    for (const fragment of ["first-decade", "migration-by-type", "ref-bns2014"]) {
      await visit(`${path}#${fragment}`, {}, async (page) => {
        const { id, top, bar } = await page.evaluate(() => ({
          id: document.querySelector(":target").id,
          top: document.querySelector(":target").getBoundingClientRect().top,
          bar: document.querySelector(".names").getBoundingClientRect().bottom,
        }));
        assert.equal(id, fragment);
        assert.ok(top >= bar && top < bar + 200, `${fragment}: ${top} px, below ${bar} px`);
      });
    }
  });

  test(`the names of the languages stay in sight, and lead to the editions: ${path}`, () =>
    visit(path, {}, async (page) => {
      await page.evaluate(() => scrollTo(0, 5000));
      const tops = await page.evaluate(() =>
        [...document.querySelectorAll(".names a")].map((link) => link.getBoundingClientRect().top),
      );
      assert.ok(tops.length === 2 && tops.every((top) => top >= 0 && top < 30), `${tops}`);
      await page.click(`.names a[hreflang="${second}"]`);
      assert.equal(await page.getAttribute("html", "lang"), second);
      await page.click(`footer a[href*="${first}-${second}"]`);
      assert.equal(await page.getAttribute("html", "lang"), first);
    }));

  test(`without scripts the same words are shown: ${path}`, async () => {
    const words = (page) => page.evaluate(() => document.body.innerText);
    const scripted = await visit(path, {}, words);
    assert.ok(scripted.length > 40_000, `${scripted.length} characters are shown`);
    assert.equal(await visit(path, { scripts: false }, words), scripted);
  });

  test(`paper has both columns, whole, and no navigation: ${path}`, () =>
    visit(path, PAPER, async (page) => {
      await page.emulateMedia({ media: "print" });
      await settled(page);
      const { navigation, drawings, cut } = await page.evaluate(onPaper, PAPER);
      assert.deepEqual(navigation, []);
      assert.ok(drawings >= 12, `${drawings} drawings`);
      assert.deepEqual(cut, []);
      const { rows, faults } = await page.evaluate(beside, languages);
      assert.ok(rows > 100, `${rows} rows`);
      assert.deepEqual(faults, []);
    }));
}

test("letters have 12 px at least at 320 px, marks of languages too", () =>
  visit(pair(PAIRS[0]), { width: 320 }, async (page) => {
    await unfold(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(".twin")]
        .map((twin) => parseFloat(getComputedStyle(twin, "::before").fontSize))
        .filter((size) => size < 11.99),
    );
    assert.deepEqual(small, []);
  }));

/** Runs in the page: rows whose cells are not in two equal columns, or not on one line. */
function beside(languages) {
  const faults = [];
  const shown = [...document.querySelectorAll(".pair")].filter((row) => row.checkVisibility());
  const line = (cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const [box] = range.getClientRects();
      if (walker.currentNode.data.trim() && box?.height > 0) return box.bottom;
    }
    return undefined;
  };
  for (const row of shown) {
    const cells = [...row.children];
    const name = row.textContent.trim().slice(0, 60);
    const langs = cells.map((cell) => cell.lang);
    if (`${langs}` !== `${languages}`) faults.push(`${name}: ${langs}`);
    const [one, other] = cells.map((cell) => cell.getBoundingClientRect());
    if (Math.abs(one.width - other.width) > 0.5) faults.push(`${name}: ${one.width} and ${other.width} px wide`);
    if (other.left < one.right + 16) faults.push(`${name}: ${other.left - one.right} px apart`);
    if (row.classList.contains("tables") || row.querySelector("svg")) continue;
    const off = line(cells[0]) - line(cells[1]);
    if (Math.abs(off) > 1) faults.push(`${name}: ${off} px off`);
  }
  return { rows: shown.length, faults };
}

/** Runs in the page: twins that do not follow their paragraph at once, or have no mark. */
function stacked(lang) {
  const faults = [];
  const rows = [...document.querySelectorAll(".text .pair")].filter((row) => row.checkVisibility());
  for (const row of rows) {
    const [one, other] = row.children;
    const name = row.textContent.trim().slice(0, 60);
    const [above, below] = [one, other].map((cell) => cell.getBoundingClientRect());
    const gap = below.top - above.bottom;
    if (gap < 0 || gap > 24) faults.push(`${name}: ${gap} px between`);
    if (Math.abs(above.left - below.left) > 0.5 || below.right > innerWidth) faults.push(`${name}: not in one column`);
    const mark = getComputedStyle(other, "::before");
    if (!mark.content.includes(lang) || mark.display === "none") faults.push(`${name}: no mark, ${mark.content}`);
    if (getComputedStyle(one, "::before").content !== "none") faults.push(`${name}: a mark of the first language`);
  }
  return { rows: rows.length, faults };
}

/** Runs in the page: drawings that are not named in their own language, and ids given twice. */
function names(languages) {
  const faults = [];
  for (const svg of document.querySelectorAll("svg.chart")) {
    const at = languages.indexOf(svg.getAttribute("lang"));
    const figure = svg.closest("figure");
    const title = figure.querySelectorAll("figcaption .caption")[at];
    const description = svg.closest(".drawing").querySelector(":scope > [hidden]");
    const alt = figure.querySelectorAll(".alt:has(> .what) > span:last-child")[at];
    if (svg.getAttribute("aria-labelledby") !== title.id) faults.push(`${figure.id}: not named by ${title.textContent}`);
    if (svg.getAttribute("aria-describedby") !== description.id) faults.push(`${figure.id}: not told by ${description.textContent}`);
    if (!description.textContent.startsWith(alt.textContent)) faults.push(`${figure.id}: told by ${description.textContent}`);
    if (svg.closest(".pair > *").lang !== languages[at]) faults.push(`${figure.id}: stands in the other language`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return [...faults, ...ids.filter((id, at) => ids.indexOf(id) !== at)];
}

/** Runs in the page: what should not be on paper, and what paper would cut. */
function onPaper({ width, height }) {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const name = (element) => element.outerHTML.slice(0, 120);
  const drawings = shown("svg.chart");
  const tooWide = [...drawings, ...shown("table, p, h1, h2, h3, li")].filter(
    (element) => element.getBoundingClientRect().right > width + 0.5,
  );
  const tooHigh = shown(".drawing").filter((element) => element.getBoundingClientRect().height > height);
  return {
    navigation: shown("nav, .skip, .contents-fold, .downloads").map(name),
    drawings: drawings.length,
    cut: [...tooWide, ...tooHigh].map(name),
  };
}
