// The site under a keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, unfold } from "./support/session.js";

const { visit } = session();

test("the first stop skips to the content", () =>
  visit("kk/index.html", {}, async (page) => {
    await page.keyboard.press("Tab");
    const skip = await page.evaluate(() => {
      const { left, top, width } = document.activeElement.getBoundingClientRect();
      return { href: document.activeElement.getAttribute("href"), left, top, width };
    });
    assert.equal(skip.href, "#main");
    assert.ok(skip.left >= 0 && skip.top >= 0 && skip.width > 40, JSON.stringify(skip));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inMain = await page.evaluate(
      () => document.querySelector("main").contains(document.activeElement),
    );
    assert.ok(inMain, "the next stop is in the content");
  }));

for (const [path, width] of [
  ["index.html", 1280],
  ["ru/index.html", 1280],
  ["kk/index.html", 360],
  ["en/data/migration.html", 360],
]) {
  test(`each stop is reached, and seen: ${path} at ${width} px`, () =>
    visit(path, { width }, async (page) => {
      await unfold(page);
      const stops = await page.evaluate(numberStops);
      assert.ok(stops >= 3, `${stops} stops`);
      const reached = new Set();
      for (let press = 0; press < stops; press += 1) {
        await page.keyboard.press("Tab");
        const { stop, hidden } = await page.evaluate(focused);
        assert.ok(!hidden, hidden);
        reached.add(stop);
      }
      assert.equal(reached.size, stops);
    }));
}

/** Runs in the page: how many elements a keyboard should reach. */
function numberStops() {
  const stops = [...document.querySelectorAll("a[href], summary, button, input, [tabindex='0']")];
  const shown = stops.filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
  shown.forEach((stop, at) => (stop.dataset.stop = at));
  return shown.length;
}

/** Runs in the page: the stop that has the focus, and what keeps a reader from seeing it. */
function focused() {
  const stop = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  const { left, right, top, bottom } = stop.getBoundingClientRect();
  const seen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const marked = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const hidden = seen && marked ? undefined : `${stop.outerHTML.slice(0, 120)} is not seen`;
  return { stop: stop.dataset.stop, hidden };
}
