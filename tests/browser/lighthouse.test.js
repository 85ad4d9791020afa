// What Lighthouse says of every kind of page. All categories but performance must have 100.
// Performance is told, not held to a mark, for it is a measure of the machine too; what does
// not depend on the machine must pass.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { failed, missed, start } from "./support/lighthouse.js";
import { CASES, FOLDER, PROGRAM, projectOf, serve } from "./support/site.js";

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
// The same with a page for each section.
const PAGED = ["kk/sections/theory.html", "ru/references.html"];
// A study with revisions and a version.
const REVISED = ["ru/versions.html", "v1/kk/index.html", "en/data/towns-revisions.html"];
const SEVERAL = ["kk/index.html", "ru/keywords/letter.html", "en/keywords/index.html"];

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
  for (const own of [FOLDER, paged(), revised(), several()]) sites.push(await serve(own));
});

after(async () => {
  await lighthouse?.close();
  for (const site of sites) await site.close();
  rmSync(folder, { recursive: true });
});

for (const [site, path] of [STUDY, PAGED, REVISED, SEVERAL].flatMap((paths, site) => paths.map((path) => [site, path]))) {
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

/** The folder of the site of the study with a page for each section. */
function paged() {
  const project = copied("paged", projectOf(FOLDER));
  appendFileSync(join(project, "content/study.yaml"), "layout: paged\n");
  return built(project);
}

/** The folder of the site of a study with a revision, frozen as a version. */
function revised() {
  const project = copied("revised", join(CASES, "revised"));
  run(project, ["version", "new", "v1"]);
  return built(project);
}

/** The folder of the site of three studies. */
function several() {
  return built(copied("several", join(CASES, "several")));
}

/** A copy of the content of a project, to be changed and built. */
function copied(name, project) {
  const copy = join(folder, name);
  cpSync(join(project, "content"), join(copy, "content"), { recursive: true });
  return copy;
}

function built(project) {
  const site = join(project, "site");
  run(project, ["build", "--out", site]);
  return site;
}

function run(project, call) {
  const { status, stderr, error } = spawnSync(PROGRAM, ["--project", project, ...call], { encoding: "utf8" });
  assert.equal(status, 0, stderr ?? String(error));
}
