// Charts read mark by mark: by pointer, by finger, by keyboard and by ear.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { install } from "./support/audit.js";
import { session } from "./support/session.js";
import { FOLDER, SITES, pagesWithFigures } from "./support/site.js";

const DRAWN = { wide: 1280, middle: 560, narrow: 320 };

test("the script that reads charts has less than a thousand bytes", () => {
  const script = readFileSync(join(FOLDER, "assets/chart.js"));
  const { length } = gzipSync(script, { level: 9 });
  assert.ok(length < 1000, `${length} bytes`);
});

for (const folder of SITES) {
  const { visit } = session(folder);
  for (const { path, lang } of pagesWithFigures(folder)) {
    const at = `${basename(folder)}, ${path}`;

    test(`a pointer at a mark shows its words beside it, within the figure: ${at}`, () =>
      visit(path, {}, async (page) => {
        await install(page);
        for (const width of Object.values(DRAWN)) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await page.evaluate(pointAtEachMark), [], `${width} px`);
        }
      }));

    test(`arrows reach every mark, and Escape leaves: ${at}`, () =>
      visit(path, {}, async (page) => {
        const charts = await page.locator("svg.wide").all();
        assert.ok(charts.length > 0);
        for (const chart of charts) assert.deepEqual(await walk(page, chart), []);
      }));

    test(`drawings and their marks have names: ${at}`, () =>
      visit(path, {}, async (page) => {
        assert.deepEqual(await page.evaluate(namesOfDrawings, lang), []);
        assert.deepEqual(await spoken(page), []);
      }));
  }
}

const { visit } = session();

test("Tab comes to a chart once, shows its first mark, and goes on", () =>
  visit("en/index.html", {}, async (page) => {
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
  visit("en/index.html", {}, async (page) => {
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

for (const scheme of ["light", "dark"]) {
  for (const forced of ["none", "active"]) {
    test(`the ring around a mark stands out: ${scheme}, forced colours ${forced}`, () =>
      visit("kk/index.html", { scheme, forced }, async (page) => {
        await install(page);
        for (const chart of await page.locator("svg.wide").all()) {
          await chart.focus();
          await page.keyboard.press("ArrowRight");
          const ratio = await chart.evaluate((svg) => audit.ringContrast(svg));
          assert.ok(ratio >= 3, `${ratio}`);
        }
      }));
  }
}

test("a mouse that comes near a mark reads it, and leaves it when it goes", () =>
  visit("ru/index.html", {}, async (page) => {
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

/** Marks of a chart that the right arrow does not reach, and what is wrong after Escape. */
async function walk(page, chart) {
  const marks = await chart.evaluate((svg) => svg.querySelectorAll("[data-y]").length);
  await chart.focus();
  const reached = await chart.evaluate((svg, marks) => {
    const all = [...svg.querySelectorAll("[data-y]")];
    const words = [];
    const press = (key) => svg.dispatchEvent(new KeyboardEvent("keydown", { key }));
    press("Home");
    let read = 0;
    for (let at = 0; at < marks; at += 1) {
      const mark = all[at];
      const ring = svg.querySelector(".ring");
      if (ring.dataset.x === mark.dataset.x && ring.dataset.y === mark.dataset.y) read += 1;
      else words.push(`${mark.getAttribute("aria-label")} is not reached`);
      press("ArrowRight");
    }
    return words;
  }, marks);
  await page.keyboard.press("Escape");
  const left = await chart.evaluate((svg) => document.activeElement !== svg && !svg.querySelector(".ring"));
  return left ? reached : [...reached, "Escape does not leave"];
}

/** Runs in the page: drawings without a name, a description, a language or an id of their own. */
function namesOfDrawings(lang) {
  const faults = [];
  const byIds = (svg, attribute) =>
    svg.getAttribute(attribute).split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  for (const svg of document.querySelectorAll("svg.chart")) {
    const figure = svg.closest("figure");
    const title = figure.querySelector(".caption").textContent;
    if (byIds(svg, "aria-labelledby") !== title) faults.push(`${figure.id}: is not named by its title`);
    if (byIds(svg, "aria-describedby").length < 20) faults.push(`${figure.id}: is not described`);
    if (svg.lang !== lang && svg.getAttribute("lang") !== lang) faults.push(`${figure.id}: is not in ${lang}`);
    const table = figure.querySelector("details table");
    const heads = [...table.querySelectorAll("th")].filter((head) => !head.scope);
    if (!table.caption || heads.length > 0) faults.push(`${figure.id}: its table has no caption or scopes`);
    const shown = getComputedStyle(svg.parentNode).display;
    if (!svg.checkVisibility() && shown !== "none") faults.push(`${figure.id}: a hidden drawing is there to readers`);
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
  const shown = await page.evaluate(
    () => [...document.querySelectorAll("svg.chart")].filter((svg) => svg.checkVisibility()).length,
  );
  const faults = nameless.map((node) => `a ${role(node)} has no name`);
  if (drawings.length !== shown) faults.push(`${drawings.length} drawings are told of, ${shown} are shown`);
  if (parts.length < shown) faults.push(`${parts.length} marks are told of`);
  return faults;
}
