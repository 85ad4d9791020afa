// Charts as a reader has them: in the browser's own measures, in columns of many widths.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import { width as measured } from "./support/advances.js";
import { everywhere, install, sweep } from "./support/audit.js";
import { session } from "./support/session.js";
import { SITES, pagesWithFigures } from "./support/site.js";

const PLACES = ["outside", "overlapping", "crossed", "cut"];
// DejaVu Sans, the widest of the fonts that stand in, in em for each letter.
const WIDER = 0.075;
const COLOURS = ["pale", "faint", "merging"];
// One column for each of the drawings of a figure: more show the same again.
const EACH_DRAWING = [280, 320, 350, 430, 540, 640, 720];

for (const folder of SITES) {
  const { visit } = session(folder);
  for (const { path, lang } of pagesWithFigures(folder)) {
    const at = `${basename(folder)}, ${path}`;
    const open = (options, use) =>
      visit(path, options, async (page) => {
        await install(page);
        return use(page);
      });

    test(`texts of charts stay inside and apart, whole, and no line crosses them: ${at}`, () =>
      open({}, async (page) => assert.deepEqual(await sweep(page, [...PLACES, "small", "scaled"]), [])));

    test(`texts and marks stand out from what is behind them: ${at}`, () =>
      open({}, async (page) => {
        for (const scheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme: scheme });
          assert.deepEqual(await sweep(page, COLOURS, EACH_DRAWING), [], scheme);
        }
      }));

    test(`charts are whole and readable on paper: ${at}`, () =>
      open({}, async (page) => {
        await page.emulateMedia({ media: "print" });
        assert.deepEqual(await sweep(page, [...PLACES, "pale"], [612, 720]), []);
      }));

    test(`a wider font in place of the site's own leaves every text on the page: ${at}`, () =>
      open({ width: 320 }, async (page) => {
        for (const width of [320, 560, 800, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const lost = await page.evaluate((wider) => audit.shown().flatMap((svg) => audit.lost(svg, wider)), WIDER);
          assert.deepEqual(lost, [], `${width} px`);
        }
      }));

    test(`letters are as wide as they were measured to be: ${at}`, () =>
      open({}, async (page) => {
        const lines = await page.evaluate(() => (audit.unveil(), audit.widths()));
        assert.ok(lines.length > 50, `${lines.length} lines`);
        const off = lines.filter(({ words, size, bold, width }) => {
          const due = measured(words, size, bold);
          return Math.abs(width - due) > 0.005 * due;
        });
        assert.deepEqual(off, []);
      }));

    test(`marks are where one scale puts their numbers: ${at}`, () =>
      open({}, async (page) => assert.deepEqual(await everywhere(page, ["misplaced"]), [])));

    test(`the drawings of a figure hold the numbers of its table, without scripts: ${at}`, () =>
      open({ scripts: false }, async (page) => {
        assert.deepEqual(await everywhere(page, ["missing", "wrong"]), []);
        const unequal = await page.evaluate(() =>
          [...document.querySelectorAll("figure")].flatMap((figure) =>
            audit.unequal(figure).map((fault) => `${figure.id}: ${fault}`),
          ),
        );
        assert.deepEqual(unequal, []);
      }));
  }
}
