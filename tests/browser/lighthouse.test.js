// What Lighthouse says of every kind of page. All categories but performance must have 100.
// Performance is told, not held to a mark, for it is a measure of the machine too; what does
// not depend on the machine must pass.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { failed, missed, start } from "./support/lighthouse.js";
import { CASES, FOLDER, PROGRAM, serve } from "./support/site.js";

const STUDY = [
  "index.html",
  "404.html",
  "en/index.html",
  "kk/index.html",
  "ru/index.html",
  "kk-latn/about.html",
  "kk/data/migration.html",
  "ru/search/index.html",
  "en-kk/index.html",
];
// A study with revisions and a version.
const REVISED = ["ru/versions.html", "v1/kk/index.html", "en/data/towns-revisions.html"];

const STEADY = [
  "cumulative-layout-shift",
  "font-display",
  "legacy-javascript",
  "redirects",
  "total-byte-weight",
  "unminified-css",
  "unminified-javascript",
  "unused-css-rules",
  "unused-javascript",
  "uses-text-compression",
];

let lighthouse;
let folder;
const sites = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "baspa-lighthouse-"));
  lighthouse = await start();
  for (const own of [FOLDER, revised()]) sites.push(await serve(own));
});

after(async () => {
  await lighthouse?.close();
  for (const site of sites) await site.close();
  rmSync(folder, { recursive: true });
});

for (const [site, path] of [...STUDY.map((path) => [0, path]), ...REVISED.map((path) => [1, path])]) {
  test(`Lighthouse has nothing to say against ${path}`, async (t) => {
    const report = await lighthouse.report(sites[site].origin + path);
    assert.equal(report.runtimeError, undefined);
    const score = (id) => Math.round(100 * report.categories[id].score);
    t.diagnostic(`${path}: performance ${score("performance")}`);
    for (const category of ["accessibility", "best-practices", "seo"]) {
      assert.deepEqual(failed(report, category), [], category);
      assert.equal(score(category), 100, category);
    }
    assert.deepEqual(missed(report, STEADY), []);
    assert.equal(report.audits["cumulative-layout-shift"].numericValue, 0);
  });
}

/** Builds a project with a revision, frozen as a version, and gives the folder of its site. */
function revised() {
  const [project, site] = ["project", "site"].map((name) => join(folder, name));
  cpSync(join(CASES, "revised"), project, { recursive: true });
  for (const call of [["version", "new", "v1"], ["build", "--out", site]]) {
    const { status, stderr, error } = spawnSync(PROGRAM, ["--project", project, ...call], { encoding: "utf8" });
    assert.equal(status, 0, stderr ?? String(error));
  }
  return site;
}
