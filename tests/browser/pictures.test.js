// Figures as files: the browser and the program draw the same.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import { compare, look } from "./support/dots.js";
import { session, settled } from "./support/session.js";
import { LANGUAGES, SITES, editionsOf, figures, read } from "./support/site.js";

// Mean over all dots and colours. Two renderers differ at the edges of letters and lines, by
// half a per cent; with letters of another font it is three.
const MOST = 0.01;

for (const folder of SITES) {
  const { visit } = session(folder);
  for (const lang of editionsOf(folder)) {
    test(`a PNG shows what a browser shows of the SVG, each text too: ${basename(folder)}, ${lang}`, () =>
      visit(`${lang}/about.html`, {}, async (page) => {
        await page.evaluate(() => Promise.all(["", "bold "].map((face) => document.fonts.load(`${face}13px "Noto Sans"`))));
        const paths = figures(lang, ".svg", folder);
        assert.ok(paths.length >= 6, `${paths.length} figures`);
        for (const path of paths) {
          const [svg, png] = [`/${path}`, `/${path.replace(/svg$/, "png")}`];
          const seen = await page.evaluate(compare, { svg, png, markup: read(path, folder).toString() });
          assert.deepEqual(seen.sizes[0], seen.sizes[1], `${path}: dots`);
          assert.ok(seen.blank > 5 * seen.mean, `${path}: ${seen.blank} from a white sheet`);
          assert.ok(seen.mean < MOST, `${path}: ${(100 * seen.mean).toFixed(2)} % apart`);
          assert.ok(seen.lines >= 5, `${path}: ${seen.lines} lines of text`);
          assert.deepEqual(seen.lost, [], `${path}: texts that are not the same in both`);
        }
      }));
  }
}

const { visit } = session();

for (const lang of LANGUAGES) {
  test(`an SVG file asks for nothing else and brings its letters along: ${lang}`, async () => {
    for (const path of figures(lang, ".svg")) {
      await visit(path, { width: 800, height: 1200 }, async (page) => {
        await settled(page);
        const fonts = await page.evaluate(() =>
          [...document.fonts].map(({ family, weight, status }) => `${family.replaceAll('"', "")} ${weight} ${status}`),
        );
        assert.deepEqual(fonts, ["Noto Sans 400 loaded", "Noto Sans 700 loaded"], path);
        const asked = page.requests.filter((address) => address.startsWith("http"));
        const requests = asked.map((address) => new URL(address).pathname.slice(1));
        assert.deepEqual(requests.filter((own) => own !== "favicon.ico"), [path]);
      });
    }
  });
}

test("a social network finds a card of its size for every page of the study", async () => {
  for (const lang of LANGUAGES) {
    await visit(`${lang}/index.html`, {}, async (page) => {
      const address = await page.getAttribute('meta[property="og:image"]', "content");
      const path = new URL(address).pathname.slice(1);
      const png = read(path).toString("base64");
      const { size, blank } = await page.context().newPage().then((tab) => tab.evaluate(look, png));
      assert.deepEqual(size, [1200, 630]);
      assert.ok(blank > 0.02, `${path}: ${blank} from a white sheet`);
    });
  }
});
