// Charts read mark by mark: by pointer, by finger, by keyboard and by ear.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { install } from "./support/audit.js";
import { session } from "./support/session.js";
import { SITES, pagesWithFigures } from "./support/site.js";

// A screen for each of the drawings of a figure.
const DRAWN = { wide: 1200, broad: 720, middle: 620, modest: 500, slim: 400, slender: 360, narrow: 320 };

/** The faults that `look` finds in the page on each of these screens. */
async function onEachScreen(page, look) {
  const faults = [];
  for (const [drawing, width] of Object.entries(DRAWN)) {
    await page.setViewportSize({ width, height: 900 });
    assert.ok(await page.evaluate((own) => document.querySelector(`svg.chart.${own}`).checkVisibility(), drawing), drawing);
    faults.push(...(await look()).map((fault) => `${drawing}: ${fault}`));
  }
  return faults;
}

test("the script that reads charts has less than a thousand bytes", () => {
  const script = readFileSync(new URL("../../static/chart.js", import.meta.url));
  const { length } = gzipSync(script, { level: 9 });
  assert.ok(length < 1000, `${length} bytes`);
});

for (const folder of SITES) {
  const { visit } = session(folder);
  for (const { path, lang } of pagesWithFigures(folder)) {
    const at = `${basename(folder)}, ${path}`;

    test(`a pointer at a mark shows its words beside it, within the figure: ${at}`, () =>
      visit(path, {}, async (page) => {
        await install(page, folder, lang);
        assert.deepEqual(await onEachScreen(page, () => page.evaluate(pointAtEachMark)), []);
      }));

    test(`arrows reach every mark, and Escape leaves: ${at}`, () =>
      visit(path, {}, async (page) => {
        assert.deepEqual(await onEachScreen(page, () => page.evaluate(walk)), []);
      }));

    test(`drawings and their marks have names: ${at}`, () =>
      visit(path, {}, async (page) => {
        assert.deepEqual(await page.evaluate(namesOfDrawings, lang), []);
        assert.deepEqual(await onEachScreen(page, () => spoken(page)), []);
      }));
  }

  for (const scheme of ["light", "dark"]) {
    for (const forced of ["none", "active"]) {
      test(`the ring around a mark stands out: ${basename(folder)}, ${scheme}, forced colours ${forced}`, () =>
        visit("kk/index.html", { scheme, forced }, async (page) => {
          await install(page, folder, "kk");
          const ratios = await page.evaluate(() =>
            audit.shown().map((svg) => {
              svg.focus();
              svg.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
              return audit.ringContrast(svg);
            }),
          );
          assert.ok(ratios.length >= 6, `${ratios.length} drawings`);
          assert.deepEqual(ratios.filter((ratio) => !(ratio >= 3)), []);
        }));
    }
  }
}

const { visit } = session();

test("Tab comes to a chart once, shows its first mark, and goes on", () =>
  visit("en/index.html", { width: 1200 }, async (page) => {
    const first = page.locator("#migration-by-type");
    await first.locator("svg.wide").evaluate((svg) => {
      const before = document.createElement("button");
      svg.closest("figure").before(before);
      before.focus();
    });
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.matches("#migration-by-type svg.wide")), true);
    assert.equal(await first.locator(".tip").first().textContent(), "Internal migration\n1991: 431,262");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
    assert.equal(await first.locator(".ring").count(), 0);
  }));

test("arrows go along a series and between series, Home and End to the first mark and the last", () =>
  visit("en/index.html", { width: 1200 }, async (page) => {
    const figure = page.locator("#migration-by-type");
    await figure.locator("svg.wide").focus();
    const said = [];
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowUp", "End", "Home"]) {
      await page.keyboard.press(key);
      said.push(await figure.locator(".tip").first().textContent());
    }
    assert.deepEqual(said, [
      "Internal migration\n1992: 361,356",
      "Interregional migration\n1992: 136,094",
      "Intraregional migration\n1992: 225,262",
      "Intraregional migration\n1991: 275,496",
      "Interregional migration\n1991: 155,766",
      "Intraregional migration\n2013: 191,110",
      "Internal migration\n1991: 431,262",
    ]);
  }));

test("a mouse that comes near a mark reads it, and leaves it when it goes", () =>
  visit("ru/index.html", { width: 1200 }, async (page) => {
    const figure = page.locator("#survey-motives");
    await figure.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await figure.locator("svg.wide [data-x='job']").boundingBox();
    const tip = figure.locator(".tip").first();
    await page.mouse.move(x + width + 12, y + height / 2);
    assert.match(await tip.textContent(), /^Доля опрошенных\nпоиск работы: 35,8\s%$/);
    await page.mouse.move(x, 5);
    assert.equal(await tip.textContent(), "");
  }));

test("a tap reads a mark, and the words stay", () =>
  visit("kk/index.html", { width: 360, touch: true }, async (page) => {
    const figure = page.locator("#institutions-almaty");
    await figure.locator("svg.slender [data-y]").first().tap();
    const tip = figure.locator(".slender .tip");
    assert.match(await tip.textContent(), /\n2010: 149$/);
    await page.waitForTimeout(50);
    assert.match(await tip.textContent(), /149/);
    await page.touchscreen.tap(180, 5);
    assert.equal(await tip.textContent(), "");
  }));

/** Runs in the page: what is wrong with the words of each mark that a pointer comes to. */
function pointAtEachMark() {
  const faults = [];
  for (const svg of document.querySelectorAll("svg.chart")) {
    if (!svg.checkVisibility()) continue;
    const figure = svg.closest("figure").getBoundingClientRect();
    const tip = svg.nextElementSibling;
    for (const mark of svg.querySelectorAll("[data-y]:not(.ring)")) {
      const box = mark.getBoundingClientRect();
      const [clientX, clientY] = [box.x + box.width / 2, box.y + box.height / 2];
      mark.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, bubbles: true }));
      const name = audit.wordsOf(mark);
      const words = `${mark.closest("g[aria-label]").getAttribute("aria-label")}\n${name}`;
      const own = tip.getBoundingClientRect();
      const covers = own.left < box.right && own.right > box.left && own.top < box.bottom && own.bottom > box.top;
      const leaves = Math.max(figure.left - own.left, own.right - figure.right, figure.top - own.top, own.bottom - figure.bottom);
      const rings = svg.querySelectorAll(".ring").length;
      if (/undefined/.test(name) || tip.textContent !== words) faults.push(`${words}: says ${tip.textContent}`);
      if (covers) faults.push(`${words}: covered`);
      if (leaves > 0.5) faults.push(`${words}: ${leaves} px out of the figure`);
      if (rings !== 2) faults.push(`${words}: ${rings} rings`);
    }
    svg.dispatchEvent(new MouseEvent("mouseleave"));
    if (tip.textContent || svg.querySelector(".ring")) faults.push("a mark is still read");
  }
  return faults;
}

/** Runs in the page: marks that the right arrow does not reach, and charts that Escape does not leave. */
function walk() {
  const press = (svg, key) => svg.dispatchEvent(new KeyboardEvent("keydown", { key }));
  const shown = [...document.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility());
  return shown.flatMap((svg) => {
    const faults = [];
    svg.focus();
    press(svg, "Home");
    for (const mark of svg.querySelectorAll("[data-y]:not(.ring)")) {
      const ring = svg.querySelector(".ring");
      const read = ring && ring.dataset.x === mark.dataset.x && ring.dataset.y === mark.dataset.y;
      if (!read) faults.push(`${mark.getAttribute("aria-label") ?? mark.dataset.name} is not reached`);
      press(svg, "ArrowRight");
    }
    if (document.activeElement !== svg) faults.push("the focus is elsewhere");
    press(svg, "Escape");
    if (document.activeElement === svg || svg.querySelector(".ring")) faults.push("Escape does not leave");
    return faults.map((fault) => `${svg.closest("figure").id}: ${fault}`);
  });
}

/** Runs in the page: drawings without a name, a description or a language, and ids given twice. */
function namesOfDrawings(lang) {
  const faults = [];
  const byIds = (svg, attribute) =>
    svg.getAttribute(attribute).split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  for (const svg of document.querySelectorAll("svg.chart")) {
    const figure = svg.closest("figure");
    const title = figure.querySelector(".caption").textContent;
    if (byIds(svg, "aria-labelledby") !== title) faults.push(`${figure.id}: is not named by its title`);
    if (byIds(svg, "aria-describedby").length < 20) faults.push(`${figure.id}: is not described`);
    if ((svg.lang || svg.getAttribute("lang")).toLowerCase() !== lang) faults.push(`${figure.id}: is not in ${lang}`);
    for (const mark of svg.querySelectorAll("[data-y]")) {
      // Of many marks the series is told of as one; a pointer finds the words of each.
      const told = mark.closest("[role='graphics-symbol img']");
      if (!told?.getAttribute("aria-label")) faults.push(`${figure.id}: ${mark.dataset.x} has no name`);
    }
    const shown = getComputedStyle(svg.parentNode).display;
    if (!svg.checkVisibility() && shown !== "none") faults.push(`${figure.id}: a hidden drawing is there to readers`);
    // The front draws a figure a second time, whose table stands with the first.
    if (figure.matches(".telling")) continue;
    const table = figure.querySelector("details table");
    const heads = [...table.querySelectorAll("th")].filter((head) => !head.scope);
    if (!table.caption || heads.length > 0) faults.push(`${figure.id}: its table has no caption or scopes`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [...faults, ...twice.map((id) => `two elements with the id ${id}`)];
}

/** What a screen reader is told of the drawings that is wrong: marks and series without names. */
async function spoken(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const role = (node) => node.role?.value;
  const drawings = nodes.filter((node) => role(node) === "graphics-document" && !node.ignored);
  const parts = nodes.filter((node) => ["graphics-object", "graphics-symbol"].includes(role(node)) && !node.ignored);
  const nameless = [...drawings, ...parts].filter((node) => !node.name?.value);
  const undescribed = drawings.filter((node) => !(node.description?.value.length > 20));
  const shown = await page.evaluate(
    () => [...document.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility()).length,
  );
  const faults = nameless.map((node) => `a ${role(node)} has no name`);
  faults.push(...undescribed.map((node) => `${node.name?.value} is not described`));
  if (drawings.length !== shown) faults.push(`${drawings.length} drawings are told of, ${shown} are shown`);
  if (parts.length < shown) faults.push(`${parts.length} marks are told of`);
  return faults;
}
