// The study with a page for each section.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, test } from "node:test";
import axe from "axe-core";
import { session, settled, unfold } from "./support/session.js";
import { shiftsOf } from "./support/shifts.js";
import { FOLDER, LANGUAGES, PROGRAM, projectOf } from "./support/site.js";

const folder = mkdtempSync(join(tmpdir(), "baspa-paged-"));
const site = join(folder, "public");
cpSync(join(projectOf(FOLDER), "content"), join(folder, "content"), { recursive: true });
const study = join(folder, "content/study.yaml");
writeFileSync(study, `${readFileSync(study, "utf8")}layout: paged\n`);
const built = spawnSync(PROGRAM, ["build", "--project", folder], { encoding: "utf8" });
assert.equal(built.status, 0, built.stderr ?? String(built.error));
after(() => rmSync(folder, { recursive: true }));

const { tab, url, visit } = session(site);

const SECTIONS = ["introduction", "literature", "theory", "methods", "dynamics", "reasons", "coping", "conclusion"];

// A small one, whose sections speak of each other's figures and have footnotes.
const lake = join(folder, "lake");
const project = fileURLToPath(new URL("../sites/paged", import.meta.url));
const small = spawnSync(PROGRAM, ["build", "--draft", "--project", project, "--out", lake], { encoding: "utf8" });
assert.equal(small.status, 0, small.stderr ?? String(small.error));
const { tab: lakeTab, visit: visitLake } = session(lake);

for (const path of [...SECTIONS.map((name) => `kk/sections/${name}.html`), "kk/references.html", "ru/references.html"]) {
  test(`nothing moves while the first view comes: ${path}`, async () => {
    for (const width of [1280, 768, 412]) {
      const page = await tab({ width });
      assert.deepEqual(await shiftsOf(page, url(path)), [], `${width} px`);
      await page.context().close();
    }
  });
}

for (const lang of LANGUAGES) {
  test(`the way on leads through all sections to the references, and back: ${lang}`, () =>
    visit(`${lang}/index.html`, {}, async (page) => {
      const path = () => new URL(page.url()).pathname;
      const seen = [path()];
      while (await page.locator(".pager [rel=next]").count()) {
        await follow(page, "next");
        seen.push(path());
      }
      assert.equal(seen.length, 10);
      assert.equal(seen.at(-1), `/${lang}/references.html`);
      for (const before of seen.slice(0, -1).reverse()) {
        await follow(page, "prev");
        assert.equal(path(), before);
      }
      assert.deepEqual(page.faults, []);
    }));

  test(`the languages lead to the same section: ${lang}`, () =>
    visit(`${lang}/sections/theory.html`, {}, async (page) => {
      for (const other of LANGUAGES) {
        await page.click(`.languages [hreflang="${other === "kk-latn" ? "kk-Latn" : other}"]`);
        assert.equal(new URL(page.url()).pathname, `/${other}/sections/theory.html`);
      }
    }));

  test(`a section is right for axe, at any width and in the dark: ${lang}`, async () => {
    for (const options of [{ width: 320 }, { width: 1280 }, { width: 1280, scheme: "dark" }]) {
      await visit(`${lang}/sections/dynamics.html`, options, async (page) => {
        await unfold(page);
        await page.evaluate(axe.source);
        assert.deepEqual(await page.evaluate(violations), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} px too wide`);
      });
    }
  });
}

test("the contents mark the page, and beneath it what is read", () =>
  visit("en/sections/dynamics.html", {}, async (page) => {
    const current = (kind) => page.locator(`nav.contents [aria-current="${kind}"]`);
    assert.equal(await current("page").innerText().then((own) => own.replace(/\s+/g, " ")), "5 The dynamics of internal migration in Kazakhstan");
    await page.evaluate(() => document.querySelectorAll(".narrative h2")[2].scrollIntoView());
    await current("true").waitFor();
    assert.equal(await current("true").innerText(), "The recent decline and the pandemic");
    assert.equal(await current("page").count(), 1);
  }));

test("works, notes, and figures of other pages are shown where they are mentioned", () =>
  visitLake("en/sections/shore.html", { width: 1000 }, async (page) => {
    const box = page.locator("#preview");
    const shows = async (mention, words) => {
      await page.locator(mention).hover();
      await box.locator(`text=${words}`).first().waitFor({ state: "visible" });
      assert.equal(await page.locator(mention).getAttribute("aria-describedby"), "preview");
      await page.keyboard.press("Escape");
      await page.mouse.move(0, 0);
    };
    assert.equal(await page.locator("#level-by-year").count(), 0);
    await shows('.narrative a[href="#ref-shore"]', "The shore");
    await shows('.narrative [role="doc-noteref"]', "As others say");
    await shows('a.xref[href="water.html#level-by-year"]', "The lake falls");
    assert.deepEqual(page.faults, []);
  }));

test("from a plain folder a figure of another page is not shown, and nothing else is lost", async () => {
  const page = await lakeTab({ width: 1000 });
  await page.goto(pathToFileURL(join(lake, "en/sections/shore.html")).href);
  await settled(page);
  const box = page.locator("#preview");
  await page.locator('a.xref[href="water.html#level-by-year"]').hover();
  await page.locator('.narrative a[href="#ref-shore"]').hover();
  await box.locator("text=The shore").first().waitFor({ state: "visible" });
  assert.equal(await box.locator(".caption").count(), 0);
});

test("an address of the study on one page leads to the page that has the place", async () => {
  for (const [anchor, section] of [["migration-by-type", "dynamics"], ["theory", "theory"]]) {
    const page = await tab();
    await page.goto(url(`en/index.html#${anchor}`));
    await page.waitForURL(url(`en/sections/${section}.html#${anchor}`));
    await page.context().close();
  }
  const page = await tab({ scripts: false, width: 390 });
  await page.goto(url("en/index.html#migration-by-type"));
  const top = await page.evaluate(() => document.querySelector(":target").getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 900, `the contents stand at ${top} px`);
});

test("a section on paper has its text and works, and no navigation", () =>
  visit("en/sections/dynamics.html", { width: 612, height: 971 }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await settled(page);
    const shown = (selector) => page.locator(selector).evaluateAll((all) => all.filter((own) => own.checkVisibility()).length);
    assert.equal(await shown("nav, .skip, .contents-fold"), 0);
    assert.equal(await shown("h1"), 1);
    assert.ok((await shown(".references li")) > 0);
  }));

/** Runs in the page: what axe finds. */
async function violations() {
  const { violations } = await window.axe.run({ resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target}`));
}

/** Follows a link of the pager, until the page that it leads to is there. */
function follow(page, rel) {
  return Promise.all([page.waitForEvent("load"), page.click(`.pager [rel=${rel}]`)]);
}
