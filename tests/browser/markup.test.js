// What the Nu HTML checker sees in every page, drawing and style sheet.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, sep } from "node:path";
import { after, before, test } from "node:test";
import { check } from "./support/markup.js";
import { CASES, SITES, files } from "./support/site.js";

const KINDS = [".html", ".svg", ".css"];

/** What is planted in a file, and what must be said of it. */
const FAULTS = {
  "faulty.html": ["<!DOCTYPE html><title>A</title><p><em>one</p>", /Unclosed element “em”|seen, but there were open elements/],
  "faulty.svg": ['<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>', /Element “p” not allowed/],
  "faulty.css": ["a { colour: red }", /“colour”/],
};

// The pages of the cases are those that their tests expect.
const folders = [...SITES, ...readdirSync(CASES).map((name) => join(CASES, name, "expected"))];
const wanted = (folder) => files(folder, folder).filter((path) => KINDS.includes(extname(path))).map((path) => join(folder, path));

let planted;
let found;

before(async () => {
  planted = mkdtempSync(join(tmpdir(), "baspa-markup-"));
  for (const [name, [text]] of Object.entries(FAULTS)) writeFileSync(join(planted, name), text);
  // Java starts once for all of them.
  found = await check([...folders, planted].flatMap(wanted));
});

after(() => rmSync(planted, { recursive: true }));

const saidOf = (folder) =>
  found
    .filter(({ file }) => file?.startsWith(folder + sep))
    .map(({ file, told }) => `${file.slice(folder.length + 1)}, ${told}`);

for (const folder of folders) {
  const name = basename(folder) === "expected" ? basename(dirname(folder)) : basename(folder);
  test(`every page, drawing and style sheet is valid: ${name}`, () => {
    assert.ok(wanted(folder).length > 0, "there is something to check");
    assert.deepEqual(saidOf(folder), []);
  });
}

test("a fault that is planted in a page, a drawing or a style sheet is found", () => {
  const said = saidOf(planted);
  for (const [name, [, message]] of Object.entries(FAULTS)) {
    assert.ok(said.some((own) => own.startsWith(name) && message.test(own)), `${name}: ${said.join("\n")}`);
  }
});

test("all that is said is said of a file", () => {
  assert.deepEqual(found.filter(({ file }) => !file), []);
});
