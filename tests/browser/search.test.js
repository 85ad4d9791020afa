// Search: what it finds, by keyboard, from a folder, from parts, and without a script.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { session } from "./support/session.js";
import { FOLDER, LANGUAGES } from "./support/site.js";
import { measure, results, searches } from "./support/search.js";

const { tab, visit } = session();

// What the lists reach, rounded down, in per cent.
const REACHED = {
  en: { first: 98, precision: 89, recall: 96 },
  kk: { first: 98, precision: 88, recall: 98 },
  ru: { first: 98, precision: 90, recall: 96 },
};

const pageOf = (lang) => `${lang}/search/index.html`;

async function fromFolder(folder, lang, use, query = "") {
  const page = await tab();
  await page.goto(pathToFileURL(join(folder, pageOf(lang))) + query);
  await use(page);
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

function holds(lang, found, list) {
  const { first, precision, recall, each } = measure(list, found);
  const poor = each.filter((own) => own.first < 100 || own.recall < 100);
  const told = poor.map((own) => `${own.query}: recall ${own.recall.toFixed(0)}`).join("\n");
  for (const [name, reached] of Object.entries({ first, precision, recall })) {
    assert.ok(reached >= REACHED[lang][name], `${name} ${reached.toFixed(1)}\n${told}`);
  }
}

for (const lang of Object.keys(REACHED)) {
  test(`what readers look for in ${lang} is found from a plain folder`, () =>
    fromFolder(FOLDER, lang, async (page) => {
      const list = searches(lang);
      assert.equal(list.length, 60);
      holds(lang, await results(page, list.map((own) => own.query)), list);
    }));
}

test("Kazakh in either script finds the page in either script", async () => {
  const list = searches("kk");
  const cyrillic = list.map((own) => own.query);
  const latin = cyrillic.map(inLatin);
  for (const [lang, queries] of [["kk", latin], ["kk-latn", latin], ["kk-latn", cyrillic]]) {
    await fromFolder(FOLDER, lang, async (page) => holds("kk", await results(page, queries), list));
  }
});

// The draft of 2021, by tests/fixtures/lang/translit.csv.
const LATIN = Object.fromEntries(
  "аa әä бb вv гg ғğ дd еe жj зz иi йi кk қq лl мm нn ңñ оo өö пp рr сs тt уu ұū үü фf хh һh цts чş шş ыy іı эe юiu яia"
    .split(" ")
    .map((pair) => [pair[0], pair.slice(1)]),
);
function inLatin(text) {
  return text.replace(/\p{L}/gu, (letter) => {
    const own = LATIN[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? own : own[0].toUpperCase() + own.slice(1);
  });
}

test("a number is found however its digits are grouped", () =>
  fromFolder(FOLDER, "ru", async (page) => {
    const spaces = ["", " ", "\u00a0", "\u202f", ","];
    const found = await results(page, spaces.map((space) => `431${space}262`));
    for (const own of found) {
      assert.ok(own.includes("first-decade"));
      assert.deepEqual(own, found[0]);
    }
  }));

test("a list of results has an address", () =>
  fromFolder(FOLDER, "kk", async (page) => {
    const first = page.locator(".hits a").first();
    await first.waitFor();
    assert.match(await first.getAttribute("href"), /#todaro-harris$/);
    assert.equal(await page.inputValue("#finder"), "жумыссыздык");
    const marks = await page.locator(".hits mark").allTextContents();
    assert.ok(marks.includes("Жұмыссыздық") && marks.includes("жұмыссыздыққа"), marks.join());
    assert.equal(await page.locator(".entries").isHidden(), true);
  }, `?q=${encodeURIComponent("жумыссыздык")}`));

test("the address follows what is typed, and leads back to it", () =>
  visit("en/search/index.html", {}, async (page) => {
    await page.fill("#finder", "asar");
    await page.locator(".hits a").first().waitFor();
    assert.ok(page.url().endsWith("#q=asar"));
    await page.click(".hits a");
    assert.ok(page.url().endsWith("en/index.html#asar"), page.url());
    await page.goBack();
    await page.locator(".hits a").first().waitFor();
    assert.equal(await page.inputValue("#finder"), "asar");
  }));

test("keys lead from the field through the results and back", () =>
  visit("en/search/index.html", {}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.href);
    await page.focus("#finder");
    await page.keyboard.type("health care");
    await page.locator(".hits a").first().waitFor();
    assert.match(await page.textContent(".finder [role=status]"), /^Results: \d/);
    const links = await page.$$eval(".hits a", (all) => all.map((own) => own.href));
    for (const link of links.slice(0, 2)) {
      await page.keyboard.press("ArrowDown");
      assert.equal(await focused(), link);
    }
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "finder");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#finder"), "");
    assert.equal(await page.locator(".hits a").count(), 0);
    assert.equal(await page.locator(".entries").isVisible(), true);
    await page.keyboard.type("health care");
    await page.locator(".hits a").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(links[0]);
  }));

test("what is not there is said, and the index stays", () =>
  visit("ru/search/index.html", {}, async (page) => {
    await page.fill("#finder", "жираф");
    await page.waitForFunction(() => document.querySelector(".count").textContent);
    assert.equal(await page.textContent(".count"), "Ничего не найдено. Полный указатель приведён ниже.");
    assert.equal(await page.locator(".entries").isVisible(), true);
  }));

test("an index in parts is asked for the parts that a search needs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "search-"));
  cpSync(join(FOLDER, "kk/search"), join(folder, "kk/search"), { recursive: true });
  cpSync(join(FOLDER, "assets"), join(folder, "assets"), { recursive: true });
  const head = join(folder, "kk/search/head.js");
  const [first, ...parts] = readFileSync(head, "utf8").trim().split("\n");
  writeFileSync(head, first);
  for (const part of parts) writeFileSync(join(folder, `kk/search/${/"(\w+)"/.exec(part)[1]}.js`), part);
  const list = searches("kk");
  const queries = list.map((own) => own.query);
  let whole;
  await fromFolder(FOLDER, "kk", async (page) => (whole = await results(page, queries)));
  await fromFolder(folder, "kk", async (page) => {
    await page.fill("#finder", "асар");
    await page.locator(".hits a").first().waitFor();
    const asked = page.requests.filter((own) => /search\/\w+\.js/.test(own)).map((own) => own.replace(/.*\//, ""));
    assert.deepEqual(asked.sort(), ["head.js", "r1.js", "t0.js"]);
    // Once for the parts to be asked for, and once when they are there.
    await results(page, queries);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(await results(page, queries), whole);
  });
  rmSync(folder, { recursive: true });
});

for (const lang of LANGUAGES) {
  test(`without a script the page of search in ${lang} is the index`, () =>
    visit(pageOf(lang), { scripts: false, width: 360 }, async (page) => {
      assert.equal(await page.locator(".finder").isVisible(), false);
      const links = await page.$$eval(".entries a", (all) => all.map((own) => own.getAttribute("href")));
      for (const wanted of ["#introduction", "#clashes", "#migration-by-type", "#migration-1991-2003", "data/migration.html"]) {
        assert.ok(links.some((link) => link.endsWith(wanted)), wanted);
      }
      const small = await page.$$eval(".entries a", (all) =>
        all.filter((own) => own.getBoundingClientRect().height < 24).map((own) => own.textContent),
      );
      assert.deepEqual(small, []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
    }));
}

test("every page leads to search in its own language, and no page but that one loads the index", () =>
  visit("kk/data/migration.html", {}, async (page) => {
    assert.ok(page.requests.every((own) => !own.includes("search")));
    await page.click(".to-search a");
    assert.ok(page.url().endsWith("kk/search/index.html"));
    assert.equal(await page.textContent("h1"), "Іздеу");
  }));
