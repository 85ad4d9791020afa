// Figures as files: the browser and the program draw the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled } from "./support/session.js";
import { LANGUAGES, figures, read } from "./support/site.js";
import { difference } from "./support/dots.js";

const { visit } = session();

// Mean over all dots and colours. Two renderers differ at the edges of letters and lines, by
// half a per cent; with letters of another font it is three.
const MOST = 0.01;

for (const lang of LANGUAGES) {
  test(`a PNG shows what a browser shows of the SVG: ${lang}`, async () => {
    const paths = figures(lang, ".svg");
    assert.ok(paths.length >= 6, `${paths.length} figures`);
    for (const path of paths) {
      const ours = read(path.replace(/svg$/, "png"));
      const theirs = await drawn(path);
      assert.deepEqual(theirs.requests, [path], "nothing else is asked for");
      assert.deepEqual(theirs.fonts, ["Noto Sans 400 loaded", "Noto Sans 700 loaded"], path);
      const { size, other, mean, blank } = await visit("index.html", {}, (page) =>
        page.evaluate(difference, [ours, theirs.png].map((png) => png.toString("base64"))),
      );
      assert.deepEqual(size, other, `${path}: dots`);
      assert.ok(blank > 5 * mean, `${path}: ${blank} from a white sheet`);
      assert.ok(mean < MOST, `${path}: ${(100 * mean).toFixed(2)} % apart`);
    }
  });
}

test("a social network finds a card of its size for every page of the study", async () => {
  for (const lang of LANGUAGES) {
    await visit(`${lang}/index.html`, {}, async (page) => {
      const address = await page.getAttribute('meta[property="og:image"]', "content");
      const path = new URL(address).pathname.slice(1);
      const png = read(path).toString("base64");
      const { size, blank } = await page.context().newPage().then((tab) => tab.evaluate(difference, [png, png]));
      assert.deepEqual(size, [1200, 630]);
      assert.ok(blank > 0.02, `${path}: ${blank} from a white sheet`);
    });
  }
});

/** A figure as the browser draws it, at two dots for each px, and the fonts it did it with. */
function drawn(path) {
  return visit(path, { width: 800, height: 1200, scale: 2 }, async (page) => {
    await settled(page);
    const fonts = await page.evaluate(() =>
      [...document.fonts].map(({ family, weight, status }) => `${family.replaceAll('"', "")} ${weight} ${status}`),
    );
    const [width, height] = await page.evaluate(() => {
      const { width, height } = document.documentElement.getBoundingClientRect();
      return [width, height];
    });
    const png = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
    const asked = page.requests.filter((address) => address.startsWith("http"));
    const requests = asked.map((address) => new URL(address).pathname.slice(1));
    return { png, fonts, requests: requests.filter((own) => own !== "favicon.ico") };
  });
}
