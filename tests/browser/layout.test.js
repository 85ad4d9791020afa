// What fits on a narrow page and on a broad one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled, unfold } from "./support/session.js";
import { LANGUAGES, pages } from "./support/site.js";

const { tab, url, visit } = session();

for (const width of [320, 1280]) {
  test(`no page scrolls sideways at ${width} px`, async () => {
    const page = await tab({ width });
    const wide = [];
    for (const path of pages()) {
      await page.goto(url(path));
      await settled(page);
      await unfold(page);
      const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrolled > width) wide.push(`${path}: ${scrolled} px`);
    }
    assert.deepEqual(wide, []);
  });
}

for (const lang of LANGUAGES) {
  test(`letters have 12 px at least at 320 px: ${lang}`, () =>
    visit(`${lang}/index.html`, { width: 320 }, async (page) => {
      await unfold(page);
      assert.deepEqual(await page.evaluate(smallLetters), []);
    }));

  test(`each figure shows one drawing at any width: ${lang}`, () =>
    visit(`${lang}/index.html`, {}, async (page) => {
      for (const width of [320, 520, 700, 800, 1100, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const shown = await page.evaluate(() =>
          [...document.querySelectorAll(".drawing")].map(
            (drawing) => [...drawing.querySelectorAll("svg")].filter((svg) => svg.checkVisibility()).length,
          ),
        );
        assert.ok(shown.length >= 6, `${shown.length} figures`);
        assert.deepEqual(new Set(shown), new Set([1]), `${width} px`);
      }
    }));
}

for (const width of [390, 1280]) {
  test(`a page from right to left fits, and its charts still run from left to right: ${width} px`, () =>
    visit("en/index.html", { width }, async (page) => {
      const before = await page.evaluate(placesInCharts);
      assert.ok(before.length > 80, `${before.length} words`);
      await page.evaluate(() => document.querySelectorAll("[dir]").forEach((own) => (own.dir = "rtl")));
      assert.deepEqual(await page.evaluate(placesInCharts), before);
      const heading = await page.locator("h2").first().evaluate((own) => getComputedStyle(own).direction);
      assert.equal(heading, "rtl");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }));
}

/** Where the words of the charts that are seen stand in them, from the left. */
function placesInCharts() {
  const charts = [...document.querySelectorAll(".drawing svg, .course")].filter((own) => own.checkVisibility());
  return charts.flatMap((chart) => {
    const words = [...chart.querySelectorAll("text, svg, span")];
    const from = (words[0] ?? chart).getBoundingClientRect().left;
    return words.map((own) => [own.textContent.trim(), Math.round(own.getBoundingClientRect().left - from)]);
  });
}

// The phone and the laptop on which a page is seen first.
const SCREENS = [{ width: 390, height: 844 }, { width: 1280, height: 800 }];

for (const { width, height } of SCREENS) {
  test(`the first rows of every dataset are on the first screen of ${width} by ${height} px`, async () => {
    const page = await tab({ width, height });
    const low = [];
    for (const path of pages().filter(isDataset)) {
      await page.goto(url(path));
      await settled(page);
      const bottom = await page.evaluate(
        () => document.querySelector("tbody tr:first-child").getBoundingClientRect().bottom,
      );
      if (bottom > height) low.push(`${path}: ${bottom} px`);
    }
    assert.deepEqual(low, []);
  });
}

test("the files of a dataset stand in one line of a phone, each with its whole name", async () => {
  for (const lang of LANGUAGES) {
    await visit(`${lang}/data/migration.html`, SCREENS[0], async (page) => {
      const links = await page.evaluate(() =>
        [...document.querySelectorAll(".downloads a")].map((link) => ({
          seen: link.textContent,
          name: link.ariaLabel,
          top: link.getBoundingClientRect().top,
        })),
      );
      assert.deepEqual(links.map((link) => link.seen), ["CSV", "XLSX", "JSON"]);
      assert.equal(new Set(links.map((link) => link.top)).size, 1, lang);
      for (const { seen, name } of links) assert.match(name, new RegExp(`${seen}.+|.+${seen}`));
    });
  }
});

for (const lang of LANGUAGES) {
  test(`no line of a phone ends inside a year with its ending, a range or a pair: ${lang}`, () =>
    visit(`${lang}/index.html`, SCREENS[0], async (page) => {
      await unfold(page);
      const { seen, broken } = await page.evaluate(brokenWords);
      assert.ok(seen > 20, `${seen} signs`);
      assert.deepEqual(broken, []);
    }));
}

test("no words stand apart in a row that bends", async () => {
  const page = await tab();
  const apart = [];
  for (const path of pages()) {
    await page.goto(url(path));
    const found = await page.evaluate(() =>
      [...document.querySelectorAll(".held")]
        .map((held) => held.parentElement)
        .filter((parent) => /flex|grid/.test(getComputedStyle(parent).display))
        .map((parent) => parent.outerHTML.slice(0, 120)),
    );
    apart.push(...found.map((words) => `${path}: ${words}`));
  }
  assert.deepEqual(apart, []);
});

/** Whether a path is that of a page of a dataset. */
function isDataset(path) {
  return /\/data\/[^/]+\.html$/.test(path) && !path.endsWith("-revisions.html");
}

/**
 * Runs in the page: how many signs hold two parts together in its text, and those behind
 * which a line ends all the same.
 */
function brokenWords() {
  const joint = /(?<=\d)[-–](?=\p{L}{1,4}(?!\p{L}))|(?<=\d)–(?=\d)|(?<=көші)-(?=қон)/gu;
  const broken = [];
  let seen = 0;
  for (const line of document.querySelectorAll(":is(.narrative, .abstract) p, .narrative li, .narrative td")) {
    const letters = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.checkVisibility() || node.parentElement.closest("svg")) continue;
      for (let at = 0; at < node.length; at += 1) letters.push([node, at]);
    }
    const place = (index) => {
      const range = document.createRange();
      range.setStart(...letters[index]);
      range.setEnd(letters[index][0], letters[index][1] + 1);
      return range.getBoundingClientRect().bottom;
    };
    const text = letters.map(([node, at]) => node.data[at]).join("");
    for (const { index } of text.matchAll(joint)) {
      seen += 1;
      if (Math.abs(place(index) - place(index + 1)) > 8) broken.push(text.slice(index - 12, index + 12));
    }
  }
  return { seen, broken };
}

/** Runs in the page: elements whose own letters are drawn under 12 px, but raised signs. */
function smallLetters() {
  const scale = (element) => {
    const svg = element.closest("svg");
    return svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
  };
  const holdsText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((element) => holdsText(element) && element.checkVisibility())
    .filter((element) => !element.closest("sup, sub, .hidden"))
    .map((element) => [parseFloat(getComputedStyle(element).fontSize) * scale(element), element])
    .filter(([size]) => size < 11.99)
    .map(([size, element]) => `${size.toFixed(2)} px: ${element.outerHTML.slice(0, 120)}`);
}
