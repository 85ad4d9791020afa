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
    .filter((element) => !element.closest("sup, sub, .hidden, svg > title, svg > desc"))
    .map((element) => [parseFloat(getComputedStyle(element).fontSize) * scale(element), element])
    .filter(([size]) => size < 11.99)
    .map(([size, element]) => `${size.toFixed(2)} px: ${element.outerHTML.slice(0, 120)}`);
}
