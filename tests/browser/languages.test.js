// One study in several languages: from each page to the same place in another language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session } from "./support/session.js";
import { LANGUAGES, pages } from "./support/site.js";

const { tab, url, visit } = session();

const inside = pages().filter((path) => LANGUAGES.includes(path.split("/")[0]));
const withoutLanguage = (path) => path.replace(/^[^/]+/, "");

test("the languages have the same pages", () => {
  const english = inside.filter((path) => path.startsWith("en/")).map(withoutLanguage);
  assert.ok(english.length > 10, `${english.length} pages`);
  for (const lang of LANGUAGES) {
    const own = inside.filter((path) => path.startsWith(`${lang}/`)).map(withoutLanguage);
    assert.deepEqual(own, english);
  }
});

test("the switcher lands on the same page of the other language", async () => {
  const page = await tab();
  for (const path of inside.filter((path) => /(index|about|migration).html$/.test(path))) {
    for (const lang of LANGUAGES) {
      await page.goto(url(path));
      await page.click(`.languages a[lang="${lang}"]`);
      assert.equal(page.url(), url(lang + withoutLanguage(path)));
      assert.equal((await page.getAttribute("html", "lang")).toLowerCase(), lang);
      const current = await page.getAttribute(".languages [aria-current]", "lang");
      assert.equal(current.toLowerCase(), lang);
    }
  }
});

test("the languages have the same anchors", async () => {
  // With a dot are those that parts of a figure know each other by.
  const anchors = (lang) =>
    visit(`${lang}/index.html`, {}, (page) =>
      page.evaluate(() => [...document.querySelectorAll("main [id]:not(svg *)")].map(({ id }) => id).filter((id) => !id.includes("."))),
    );
  const own = await Promise.all(LANGUAGES.map(anchors));
  assert.ok(own[0].includes("dynamics"));
  for (const other of own.slice(1)) {
    assert.deepEqual(new Set(other), new Set(own[0]));
  }
});

test("a fragment typed into an address shows its section in each language", async () => {
  for (const lang of LANGUAGES) {
    await visit(`${lang}/index.html#dynamics`, {}, async (page) => {
      const top = await page.evaluate(
        () => document.querySelector(":target").getBoundingClientRect().top,
      );
      assert.ok(top >= 0 && top < 200, `${lang}: ${top} px from the top`);
    });
  }
});
