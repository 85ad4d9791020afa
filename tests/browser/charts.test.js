// Charts as a reader has them: in the browser's own measures, at many widths.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled } from "./support/session.js";
import { LANGUAGES } from "./support/site.js";
import { crossedTexts, marks, textsApart, unreadable } from "./support/drawing.js";

const { visit } = session();

const WIDTHS = [320, 360, 420, 500, 560, 640, 720, 780, 860, 960, 1100, 1280];

for (const lang of LANGUAGES) {
  const path = `${lang}/index.html`;

  test(`texts of charts stay inside and apart, and no line crosses them: ${lang}`, () =>
    visit(path, {}, async (page) => {
      const found = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        const faults = [...(await page.evaluate(textsApart)), ...(await page.evaluate(crossedTexts))];
        found.push(...faults.map((fault) => `${width} px: ${fault}`));
      }
      assert.deepEqual(found, []);
    }));

  for (const scheme of ["light", "dark"]) {
    test(`texts of charts stand out from what is behind them: ${lang}, ${scheme}`, () =>
      visit(path, { scheme }, async (page) => {
        for (const width of [320, 560, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await page.evaluate(unreadable), [], `${width} px`);
        }
      }));
  }

  test(`marks are where their numbers say: ${lang}`, () =>
    visit(path, {}, async (page) => {
      const drawings = await page.evaluate(marks);
      assert.ok(drawings.length >= 18, `${drawings.length} drawings`);
      for (const { name, bars, points } of drawings) {
        assert.ok(bars.length + points.length > 0, `${name} has no marks`);
        barsAreProportional(name, bars);
        pointsAreAffine(name, points);
      }
    }));

  test(`the drawings of a figure and its table hold the same numbers: ${lang}`, () =>
    visit(path, {}, async (page) => {
      const drawings = await page.evaluate(marks);
      for (const variants of grouped(drawings, (drawing) => drawing.figure)) {
        const [{ figure, cells }] = variants;
        const [first, ...others] = variants.map(({ data }) => data);
        for (const other of others) assert.deepEqual(other, first, figure);
        assert.equal(first.length, cells, `${figure}: cells of its table`);
      }
    }));
}

/**
 * Along a row, lengths are one multiple of the numbers; and from row to row that multiple is
 * the same, or, where shares are drawn, the length of the whole row is.
 */
function barsAreProportional(name, bars) {
  if (bars.length === 0) return;
  const along = sameForAll(bars.map((bar) => bar.height)) ? "width" : "height";
  const rows = grouped(bars, (bar) => bar.x).map((row) => {
    const length = sum(row.map((bar) => bar[along]));
    return { row, length, unit: length / sum(row.map((bar) => bar.value)) };
  });
  for (const { row, unit } of rows) {
    for (const bar of row) isAt(name, bar.value, bar[along], unit * bar.value);
  }
  if (sameForAll(rows.map(({ length }) => length))) return;
  const { unit } = rows.reduce((one, other) => (other.length > one.length ? other : one));
  for (const bar of bars) isAt(name, bar.value, bar[along], unit * bar.value);
}

/** Heights are one affine map of the numbers, the higher the greater. */
function pointsAreAffine(name, points) {
  if (points.length === 0) return;
  const by = [...points].sort((one, other) => one.value - other.value);
  const [least, most] = [by[0], by[by.length - 1]];
  const slope = (most.y - least.y) / (most.value - least.value);
  assert.ok(slope < 0, `${name}: greater numbers are higher`);
  for (const { value, y } of points) {
    isAt(name, value, y, least.y + slope * (value - least.value));
  }
}

function isAt(name, value, place, due) {
  const off = Math.abs(place - due);
  assert.ok(off <= 0.3, `${name}: the mark of ${value} is ${off.toFixed(2)} px off`);
}

function sameForAll(numbers) {
  return Math.max(...numbers) - Math.min(...numbers) < 0.2;
}

function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}
