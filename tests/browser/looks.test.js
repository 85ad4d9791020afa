// On paper and in the dark.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled } from "./support/session.js";
import { LANGUAGES } from "./support/site.js";

const { visit } = session();

// A4 less the margins that the style sheet asks for, in CSS px.
const PAPER = { width: 612, height: 971 };

for (const lang of LANGUAGES) {
  test(`paper has the study, whole, and no navigation: ${lang}`, () =>
    visit(`${lang}/index.html`, PAPER, async (page) => {
      await page.emulateMedia({ media: "print" });
      await settled(page);
      const { navigation, drawings, cut } = await page.evaluate(onPaper, PAPER);
      assert.deepEqual(navigation, []);
      assert.ok(drawings >= 6, `${drawings} drawings`);
      assert.deepEqual(cut, []);
    }));
}

test("the dark look is dark, on the screen alone", () =>
  visit("en/index.html", { scheme: "dark" }, async (page) => {
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const brightest = (colour) => Math.max(...colour.match(/\d+/g).slice(0, 3).map(Number));
    assert.ok(brightest(await ground()) < 48);
    await page.emulateMedia({ media: "print" });
    assert.equal(brightest(await ground()), 255);
  }));

/** Runs in the page: what should not be on paper, and what paper would cut. */
function onPaper({ width, height }) {
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const name = (element) => element.outerHTML.slice(0, 120);
  const drawings = shown("svg.chart");
  const tooWide = [...drawings, ...shown("table, p, h1, h2, h3, li")].filter(
    (element) => element.getBoundingClientRect().right > width + 0.5,
  );
  const tooHigh = shown(".drawing").filter(
    (element) =>
      element.getBoundingClientRect().height > height ||
      getComputedStyle(element).breakInside !== "avoid",
  );
  return {
    navigation: shown("nav, .skip, .contents-fold, .downloads").map(name),
    drawings: drawings.length,
    cut: [...tooWide, ...tooHigh].map(name),
  };
}
