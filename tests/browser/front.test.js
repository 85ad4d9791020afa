// The front of the study, what its first view weighs, and what is read beside the text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { session, settled } from "./support/session.js";
import { shiftsOf } from "./support/shifts.js";
import { FOLDER, LANGUAGES, SITES } from "./support/site.js";

const { tab, url, visit } = session();
const weight = (bytes) => gzipSync(bytes, { level: 9 }).length;
const file = (path) => readFileSync(join(FOLDER, path));
const WIDTHS = [1440, 1280, 1100, 768, 390, 320];

/** What stands of a page up to the end of its front. */
function frontOf(html) {
  const end = html.indexOf('<section class="narrative"');
  assert.ok(end > 0, "a text follows the front");
  return html.slice(0, end);
}

for (const lang of LANGUAGES) {
  const path = `${lang}/index.html`;

  test(`the front with its style sheet has at most 30 kB, the whole study 100 kB: ${lang}`, () => {
    const html = file(path).toString();
    const style = weight(file("assets/style.css"));
    const front = weight(frontOf(html)) + style;
    const whole = weight(html) + style;
    assert.ok(front <= 30_000, `the front has ${front} bytes`);
    assert.ok(whole <= 100_000, `the whole has ${whole} bytes`);
  });

  test(`nothing moves while the first view comes: ${lang}`, async () => {
    for (const width of WIDTHS) {
      const page = await tab({ width });
      assert.deepEqual(await shiftsOf(page, url(path)), [], `${width} px`);
      await page.context().close();
    }
  });

  test(`the front has its parts, each once: ${lang}`, () =>
    visit(path, {}, async (page) => {
      const count = (selector) => page.locator(selector).count();
      for (const part of [".keys", ".abstract", ".telling", ".imprint", ".imprint .citation"]) {
        assert.equal(await count(part), 1, part);
      }
      assert.ok((await count(".keys > div")) >= 3);
      const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((own) => own.id));
      assert.equal(new Set(ids).size, ids.length, "an id stands twice");
      const href = await page.locator(".telling .links a").getAttribute("href");
      assert.equal(await count(`.narrative figure${href}`), 1);
      assert.equal(await count(".imprint li [hreflang]"), LANGUAGES.length);
      assert.equal(await count(".imprint [aria-current]"), 1);
    }));
}

test("the script of a page has at most 10 kB", () => {
  const [, code] = file("en/index.html").toString().match(/<script>(.*?)<\/script>/s);
  const script = weight(code);
  assert.ok(script <= 10_000, `${script} bytes`);
});

test("the script that reads notes and works has less than 3 kB", () => {
  const script = weight(readFileSync(new URL("../../static/reading.js", import.meta.url)));
  assert.ok(script < 3000, `${script} bytes`);
});

test("the first view asks for the page, its style and the fonts that it has letters of", () =>
  visit("en/index.html", {}, async (page) => {
    const asked = page.requests.map((to) => to.split("/").pop()).filter((name) => !name.startsWith("svg+xml"));
    const fonts = ["noto-sans.woff2", "noto-serif-regular.woff2"];
    // The text has words in italics.
    const wanted = ["index.html", "style.css", ...fonts, "noto-serif-italic.woff2"];
    assert.deepEqual(asked.sort(), wanted.sort());
  }));

test("a letter that few names have brings a font that has it", () =>
  visit("en/index.html", {}, async (page) => {
    await page.evaluate(() => document.querySelector(".narrative p").append("Ł"));
    await page.waitForFunction(() => document.fonts.check("1rem Noto Serif", "Ł"));
    const asked = page.requests.map((to) => to.split("/").pop()).filter((name) => name.includes("extended"));
    assert.deepEqual(asked, ["noto-serif-regular-extended.woff2"]);
  }));

test("the contents mark what is read, and follow the reader", () =>
  visit("en/index.html", { height: 700 }, async (page) => {
    const marked = () => page.locator('.contents [aria-current="true"]').getAttribute("href");
    for (const id of ["reasons", "introduction", "conclusion"]) {
      const place = page.locator(`.narrative h2[id*="${id}"]`).first();
      const own = await place.getAttribute("id");
      await place.evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
      await page.waitForFunction((href) => document.querySelector('.contents [aria-current="true"]')?.getAttribute("href") === href, `#${own}`);
      assert.equal(await marked(), `#${own}`);
      const seen = await page.evaluate(() => {
        const at = document.querySelector('.contents [aria-current="true"]').getBoundingClientRect();
        return at.top >= 0 && at.bottom <= innerHeight;
      });
      assert.ok(seen, `${own} is in view in the contents`);
    }
  }));

test("the contents are folded on a phone, and open without a script", () =>
  visit("ru/index.html", { width: 390, scripts: false }, async (page) => {
    assert.ok(!(await page.locator("nav.contents").isVisible()));
    const entry = page.locator(".contents-fold a").first();
    assert.ok(!(await entry.isVisible()));
    await page.locator(".contents-fold summary").click();
    assert.ok(await entry.isVisible());
  }));

test("a mention shows what it leads to while it has the focus, and Escape takes it away", () =>
  visit("kk/index.html", {}, async (page) => {
    const box = page.locator("#preview");
    for (const selector of [".narrative a.xref", ".narrative .cite a"]) {
      const mention = page.locator(selector).first();
      await focusByKeyboard(page, mention);
      await box.waitFor({ state: "visible" });
      assert.equal(await mention.getAttribute("aria-describedby"), "preview");
      assert.ok((await box.innerText()).length > 10);
      assert.equal(await box.locator("[id], a, [tabindex]").count(), 0);
      await page.keyboard.press("Escape");
      await box.waitFor({ state: "hidden" });
      assert.ok(await mention.evaluate((own) => own === document.activeElement), "the focus stays");
      assert.equal(await mention.getAttribute("aria-describedby"), null);
    }
  }));

test("what a pointer shows stays while the pointer is on it, and goes with it", () =>
  visit("en/index.html", {}, async (page) => {
    const box = page.locator("#preview");
    await page.locator(".narrative a.xref").first().hover();
    await box.waitFor({ state: "visible" });
    await box.hover();
    await page.waitForTimeout(500);
    assert.ok(await box.isVisible());
    await page.mouse.move(2, 2);
    await box.waitFor({ state: "hidden" });
  }));

if (SITES[1]) {
  const gallery = session(SITES[1]);

  for (const lang of ["en", "kk", "ru"]) {
    test(`a footnote stands beside its place where there is a margin, below the one before: ${lang}`, () =>
      gallery.visit(`${lang}/index.html`, { width: 1440 }, async (page) => {
        const [text, first, second, figure] = await boxes(page, [".narrative p", ".aside >> nth=0", ".aside >> nth=1", ".narrative .figure"]);
        assert.ok(first.x > text.x + text.width, "it stands in the margin");
        assert.ok(second.y >= first.y + first.height, "no note covers another");
        assert.ok(figure.y >= second.y + second.height, "no note covers a figure");
        assert.ok(second.x + second.width <= 1440);
      }));

    test(`those who hear the page have each footnote once: ${lang}`, () =>
      gallery.visit(`${lang}/index.html`, { width: 1440 }, async (page) => {
        const { length } = await page.locator(".aside").all();
        assert.equal(length, 2);
        assert.equal(await page.locator('.aside[aria-hidden="true"]:not(:has(a, [id], [tabindex]))').count(), length);
        assert.equal(await page.locator(".notes > li").count(), length);
      }));
  }

  test("a footnote stands at the end alone where there is no margin", () =>
    gallery.visit("en/index.html", { width: 390 }, async (page) => {
      assert.ok(!(await page.locator(".aside").first().isVisible()));
      const mention = page.locator('[role="doc-noteref"]').first();
      await focusByKeyboard(page, mention);
      await page.locator("#preview").waitFor({ state: "visible" });
    }));
}

/** Gives an element the focus as the Tab key does. */
async function focusByKeyboard(page, element) {
  await element.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
}

const boxes = (page, selectors) => Promise.all(selectors.map((selector) => page.locator(selector).first().boundingBox()));
