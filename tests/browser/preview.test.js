// The preview that an author works with.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort } from "./support/port.js";
import { session } from "./support/session.js";
import { PROGRAM } from "./support/site.js";

const { tab } = session();

let folder;
let server;
let address;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "baspa-preview-"));
  const made = spawnSync(PROGRAM, ["new", folder], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr ?? String(made.error));
  const port = String(await freePort());
  server = spawn(PROGRAM, ["--project", folder, "serve", "--port", port]);
  address = await served(server);
});

after(() => {
  server?.kill();
  if (folder) rmSync(folder, { recursive: true });
});

test("the page follows each change, and stays through a broken one", { timeout: 90_000 }, async () => {
  const section = join(folder, "content/sections/10-comparison/en.md");
  const good = readFileSync(section, "utf8");
  const shows = (page, text) => page.waitForSelector(`text=${text}`, { timeout: 20_000 });

  const page = await tab();
  await page.goto(`${address}en/index.html`);
  await shows(page, "English is written with");

  writeFileSync(section, good.replace("English is written", "English is typed"));
  await shows(page, "English is typed with");
  assert.equal(await page.locator("#baspa-preview").count(), 0);

  writeFileSync(section, `${good}\nSee [@nobody].\n`);
  await page.waitForSelector("#baspa-preview[open]", { timeout: 20_000 });
  const problems = await page.innerText("#baspa-preview");
  assert.match(problems, /1 problem/);
  assert.match(problems, /nobody/);
  assert.match(problems, /sections\/10-comparison\/en\.md/);
  assert.match(await page.innerText("main"), /English is typed with/);

  writeFileSync(section, good);
  await shows(page, "English is written with");
  assert.equal(await page.locator("#baspa-preview").count(), 0);
  // Each reload ends the stream of news.
  assert.deepEqual(page.faults.filter((fault) => !fault.includes("/__baspa/events?")), []);
});

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
