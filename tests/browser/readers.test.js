// What readers set, hold and hear: spaced text, the focus, names in the language of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { session, settled, unfold } from "./support/session.js";
import { LANGUAGES, pageKinds } from "./support/site.js";

const { visit } = session();
const audits = readFileSync(new URL("support/page/readers.js", import.meta.url), "utf8");
const look = (page, call) => page.evaluate(`(() => { ${audits}; return ${call}; })()`);

for (const path of pageKinds()) {
  test(`nothing is cut, covered or pushed out when a reader spaces the text out: ${path}`, () =>
    visit(path, {}, async (page) => {
      await unfold(page);
      await look(page, "spaceOut()");
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        assert.deepEqual(await look(page, "[...wide(), ...cut(), ...overlapping()]"), [], `${width} px`);
      }
    }));
}

for (const path of ["en/index.html", "en-kk/index.html", "kk/data/migration.html", "ru/search/index.html"]) {
  test(`nothing lies over what has the focus, forwards and backwards: ${path}`, () =>
    visit(path, { height: 700 }, async (page) => {
      await unfold(page);
      const stops = await look(page, "countStops()");
      const covered = new Set();
      for (const key of ["Tab", "Shift+Tab"]) {
        for (let press = 0; press <= stops; press += 1) {
          await page.keyboard.press(key);
          const found = await look(page, "covered()");
          if (found) covered.add(`${key}: ${found}`);
        }
      }
      assert.deepEqual([...covered], []);
    }));
}

// Words in letters of another alphabet, but names and formats.
const FOREIGN = {
  kk: /(?!ORCID|CSV|JSON|XLSX|PNG|SVG)\b[A-Za-z]{3,}/,
  "kk-latn": /\p{Script=Cyrillic}{3,}/u,
  ru: /(?!ORCID|CSV|JSON|XLSX|PNG|SVG)\b[A-Za-z]{3,}/,
};

for (const lang of LANGUAGES.filter((lang) => FOREIGN[lang])) {
  test(`those who hear a page hear names in its language: ${lang}`, async () => {
    for (const path of pageKinds().filter((path) => path.startsWith(`${lang}/`))) {
      const names = await visit(path, {}, (page) => look(page, "names()"));
      assert.ok(names.length >= 1, `${path}: ${names.length} names`);
      assert.deepEqual(names.filter((name) => FOREIGN[lang].test(name)), [], path);
    }
  });
}

test("the looks find a text that is cut, one that is covered, and a stop under something else", () =>
  visit("en/about.html", { width: 360 }, async (page) => {
    await page.evaluate(() => {
      const [, two] = ["A line of words that is cut", "Another line"].map((text) => {
        const line = document.createElement("p");
        line.className = "planted";
        line.textContent = text;
        line.style.cssText = "white-space: nowrap; inline-size: 4rem; overflow: hidden; margin: 0; padding: 0";
        document.querySelector("main").prepend(line);
        return line;
      });
      two.style.position = "relative";
      two.style.insetBlockStart = "1.4rem";
    });
    assert.ok((await look(page, "cut()")).some((own) => own.includes("planted")));
    const overlaps = await look(page, "overlapping()");
    assert.ok(overlaps.some((own) => own.includes("planted")), overlaps.join("\n"));
    await page.evaluate(() => {
      const lid = document.createElement("div");
      lid.style.cssText = "position: fixed; inset: 0; z-index: 9; background: #fff";
      document.body.append(lid);
      document.querySelector(".to-search a").focus();
    });
    assert.ok(await look(page, "covered()"));
  }));
