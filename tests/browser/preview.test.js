// The preview that an author works with.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { freePort } from "./support/port.js";
import { session, settled } from "./support/session.js";
import { PROGRAM } from "./support/site.js";

const { tab } = session();

/** The section that is changed, and its text as it was made. */
let section;
let good;
let folder;
let server;
let address;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "baspa-preview-"));
  const made = spawnSync(PROGRAM, ["new", folder], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr ?? String(made.error));
  section = join(folder, "content/sections/10-comparison/en.md");
  good = readFileSync(section, "utf8");
  const port = String(await freePort());
  server = spawn(PROGRAM, ["--project", folder, "serve", "--port", port]);
  address = await served(server);
});

afterEach(() => writeFileSync(section, good));

after(() => {
  server?.kill();
  if (folder) rmSync(folder, { recursive: true });
});

test("the page follows each change, and stays through a broken one", { timeout: 90_000 }, async () => {
  const shows = (page, text) => page.waitForSelector(`text=${text}`, { timeout: 20_000 });

  const page = await tab();
  await page.goto(`${address}en/index.html`);
  await shows(page, "English is written with");

  writeFileSync(section, good.replace("English is written", "English is typed"));
  await shows(page, "English is typed with");
  assert.equal(await severity(page), "none");

  writeFileSync(section, `${good}\nSee [@nobody].\n`);
  await page.waitForSelector("#baspa-preview[open]", { timeout: 20_000 });
  const problems = await page.innerText("#baspa-preview");
  assert.match(problems, /1 problem/);
  assert.match(problems, /nobody/);
  assert.match(problems, /sections\/10-comparison\/en\.md/);
  assert.match(await page.innerText("main"), /English is typed with/);

  writeFileSync(section, good);
  await shows(page, "English is written with");
  // The page comes before it is known what else is wrong.
  await page.waitForSelector("#baspa-preview[data-severity='none']", { timeout: 20_000 });
  // Each reload ends the stream of news.
  assert.deepEqual(page.faults.filter((fault) => !fault.includes("/__baspa/events?")), []);
});

test("a number that is bound to nothing is marked where it stands", { timeout: 90_000 }, async () => {
  const page = await tab();
  await page.goto(`${address}en/index.html`);
  writeFileSync(section, `${good}\nSome “quoted” words,\n14 towns — and *more*.\n`);
  const mark = await page.waitForSelector("mark[data-baspa='unbound-number']", { timeout: 20_000 });
  assert.equal(await mark.innerText(), "14");
  assert.match(await mark.getAttribute("title"), /comes from no dataset \(.*10-comparison\/en\.md:\d+\)/);
  assert.equal(await mark.getAttribute("lang"), null, "its words are the author's");
  assert.equal(await page.locator("mark[data-baspa='unbound-number']").count(), 1);
  const before = await mark.evaluate((element) => element.closest("p").innerText);
  assert.match(before, /^Some “quoted” words,\s14 towns — and more\./);
  await page.goto(`${address}kk/index.html`);
  assert.equal(await page.locator("mark").count(), 0, "the Kazakh page has no such words");
});

test("a number of an alt text is marked where the text is shown", { timeout: 90_000 }, async () => {
  const figure = join(folder, "content/figures/alphabet-sizes.yaml");
  const own = readFileSync(figure, "utf8");
  const page = await tab();
  await page.goto(`${address}en/index.html`);
  writeFileSync(figure, own.replace("Bar chart.", "Bar chart of 14 towns."));
  const mark = await page.waitForSelector("mark[data-baspa='unbound-number']", { state: "attached", timeout: 20_000 });
  assert.equal(await mark.textContent(), "14");
  assert.ok(await mark.evaluate((element) => element.closest("details.words")), "it stands below the drawing");
  writeFileSync(figure, own);
  await page.waitForFunction(() => !document.querySelector("mark"), { timeout: 20_000 });
});

test("an edition's state and its stale passages are shown", { timeout: 90_000 }, async () => {
  const accepted = spawnSync(PROGRAM, ["--project", folder, "status", "--accept", "all", "kk", "ru"], { encoding: "utf8" });
  assert.equal(accepted.status, 0, accepted.stderr);
  const page = await tab();
  await page.goto(`${address}kk/index.html`);
  assert.equal(await page.locator("[data-baspa='outdated']").count(), 0);

  writeFileSync(section, good.replace("English is written", "English is typed on paper"));
  await page.waitForSelector("[data-baspa='outdated']", { timeout: 20_000 });
  // The page is shown before the whole study is read, and how that stands a little later.
  const row = page.locator("#baspa-preview tr", { has: page.locator("a[href='/kk/index.html']") });
  await row.filter({ hasText: "1 outdated" }).waitFor({ state: "attached", timeout: 20_000 });
  await page.click("#baspa-preview summary");
  assert.match(await row.innerText(), /1 outdated\s+1\s/);
  await page.click("#baspa-preview a[href='/ru/index.html']");
  await page.waitForSelector("[data-baspa='outdated']", { timeout: 20_000 });
  writeFileSync(section, good);
  await page.waitForFunction(() => !document.querySelector("[data-baspa='outdated']"), { timeout: 20_000 });
});

test("a change above leaves the reader where they were", { timeout: 90_000 }, async () => {
  const page = await tab({ width: 800, height: 400 });
  await page.goto(`${address}en/index.html`);
  await settled(page);
  await page.locator("main h2").last().evaluate((heading) => heading.scrollIntoView());
  const top = () => page.locator("main h2").last().evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  const before = await top();
  const lines = Array.from({ length: 12 }, () => "A paragraph more.\n").join("\n");
  writeFileSync(section, good.replace("\n\n", `\n\n${lines}\n`));
  await page.waitForSelector("text=A paragraph more.", { state: "attached", timeout: 20_000 });
  await page.waitForFunction((was) => {
    const heading = [...document.querySelectorAll("main h2")].at(-1);
    return Math.abs(heading.getBoundingClientRect().top - was) <= 2;
  }, before, { timeout: 20_000 });
});

function severity(page) {
  return page.getAttribute("#baspa-preview", "data-severity");
}

/** The address that the program says it serves. */
function served(program) {
  return new Promise((found, failed) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const match = said.match(/http:\/\/[^\s]+/);
      if (match) found(match[0]);
    };
    program.stdout.on("data", listen);
    program.stderr.on("data", listen);
    program.on("exit", (code) => failed(new Error(`the preview ended with ${code}: ${said}`)));
    program.on("error", failed);
  });
}
