// Charts as a reader has them: in the browser's own measures, in columns of many widths.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import { width as measured } from "./support/advances.js";
import { everywhere, install, sweep } from "./support/audit.js";
import { session } from "./support/session.js";
import { SITES, pagesWithFigures } from "./support/site.js";

const LOOKS = {
  light: { colorScheme: "light", media: "screen" },
  dark: { colorScheme: "dark", media: "screen" },
  paper: { colorScheme: "light", media: "print" },
};
// Each has a test for every look.
const AUDITS = {
  "texts of charts stay inside and apart, whole, and no line crosses them": ["outside", "overlapping", "crossed", "cut", "small", "scaled"],
  "every label of the codebook is there in full": ["unlabelled"],
  "texts stand out from what is behind them": ["pale"],
  "marks stand out from the page and from their neighbours, intervals from both": ["faint", "merging", "unclear"],
};
const VIEWPORTS = Array.from({ length: 13 }, (_, at) => 320 + 80 * at);
// DejaVu Sans, the widest of the fonts that stand in, in em for each letter.
const WIDER = 0.075;

for (const folder of SITES) {
  const { visit } = session(folder);
  for (const { path, lang } of pagesWithFigures(folder)) {
    const at = `${basename(folder)}, ${path}`;
    const open = (options, use) =>
      visit(path, options, async (page) => {
        await install(page, folder, lang);
        return use(page);
      });

    test(`charts at every width: ${at}`, (t) =>
      open({}, async (page) => {
        for (const [look, media] of Object.entries(LOOKS)) {
          await page.emulateMedia(media);
          for (const [holds, audits] of Object.entries(AUDITS)) {
            await t.test(`${holds}: ${at}, ${look}`, async () => assert.deepEqual(await sweep(page, audits), []));
          }
        }
      }));

    test(`letters have 12 px and nothing scrolls sideways on any screen from 320 px: ${at}`, () =>
      open({}, async (page) => {
        for (const width of VIEWPORTS) {
          await page.setViewportSize({ width, height: 900 });
          const { small, scrolled } = await page.evaluate(() => ({
            small: audit.shown().flatMap(audit.small),
            scrolled: document.documentElement.scrollWidth,
          }));
          assert.deepEqual(small, [], `${width} px`);
          assert.ok(scrolled <= width, `${scrolled} px on a screen of ${width}`);
        }
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

    test(`marks are where one scale puts their numbers, and lines break where one is missing: ${at}`, () =>
      open({}, async (page) => assert.deepEqual(await everywhere(page, ["misplaced", "bridged"]), [])));

    test(`the drawings of a figure hold the numbers of its data and say those of its table, without scripts: ${at}`, () =>
      open({ scripts: false }, async (page) => {
        assert.deepEqual(await everywhere(page, ["inexact", "missing", "wrong", "misnamed", "rows", "unequal"]), []);
      }));
  }
}
