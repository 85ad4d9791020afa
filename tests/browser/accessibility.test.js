// What axe sees on every page: of the study, of one with a page for each section, and of
// several on one site.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { session, settled, unfold } from "./support/session.js";
import { CASES, FOLDER, PROGRAM, files } from "./support/site.js";

const BROAD = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 640 };
// Targets of 24 px are asked for by WCAG 2.2, which axe has to be told.
const ALL = { rules: { "target-size": { enabled: true } } };
// Another scheme has other colours, and nothing else.
const COLOURS = { runOnly: ["color-contrast", "link-in-text-block"] };
const LOOKS = [
  [BROAD, "light", ALL],
  [BROAD, "dark", COLOURS],
  [PHONE, "dark", ALL],
  [PHONE, "light", COLOURS],
];

const folder = mkdtempSync(join(tmpdir(), "baspa-accessibility-"));
after(() => rmSync(folder, { recursive: true }));

const pagesOf = (site) => files(site, site).filter((path) => path.endsWith(".html")).sort();

describe("the study", () => {
  // What a search has found is seen as well.
  look(FOLDER, [...pagesOf(FOLDER), `kk/search/index.html#q=${encodeURIComponent("көшу")}`]);
});

// Each with the path that its address ends in: 404.html names its files from there.
for (const [name, base] of [["paged", "lake"], ["several", "studies"]]) {
  describe(`the case ${name}`, () => {
    const site = join(folder, name);
    // The expected pages have no style sheet beside them.
    before(() => {
      const { status, stderr, error } = spawnSync(PROGRAM, ["build", "--draft", "--project", join(CASES, name), "--out", join(site, base)], { encoding: "utf8" });
      assert.equal(status, 0, stderr ?? String(error));
    });
    look(site, pagesOf(join(CASES, name, "expected")).map((path) => `${base}/${path}`));
  });
}

/** Tests the pages at `paths` one after another, in one tab. */
function look(site, paths) {
  const { tab, url } = session(site);
  let page;
  before(async () => (page = await tab()));

  for (const path of paths) {
    test(`axe finds nothing on ${path}`, async () => {
      // An address that differs in its end alone would open nothing.
      await page.goto("about:blank");
      await page.goto(url(path));
      await settled(page);
      if (path.includes("#q=")) await page.waitForSelector(".hits a");
      await unfold(page);
      await page.evaluate(axe.source);
      const found = [];
      for (const [size, scheme, options] of LOOKS) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: scheme });
        const at = `${size.width} px, ${scheme}`;
        found.push(...(await violations(page, options)).map((violation) => `${at}: ${violation}`));
      }
      assert.deepEqual(found, []);
    });
  }
}

async function violations(page, options) {
  const results = await page.evaluate((options) => window.axe.run({ resultTypes: ["violations"], ...options }), options);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target} ${html.slice(0, 160)}`),
  );
}
