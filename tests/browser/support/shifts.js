// What moves while a page comes.
import assert from "node:assert/strict";
import { settled } from "./session.js";

/** What has moved in an empty tab once a page has come to it, and how far. Its style sheet is
 * held back until the fonts are there that it asks for ahead of it, as on a connection that
 * brings them together. */
export async function shiftsOf(page, address) {
  const html = await (await fetch(address)).text();
  let missing = html.split('as="font"').length - 1;
  assert.ok(missing >= 2, `${address} asks for ${missing} fonts`);
  let come;
  const there = new Promise((done) => (come = done));
  page.on("requestfinished", (request) => {
    if (request.url().endsWith(".woff2") && --missing === 0) setTimeout(come, 100);
  });
  await page.route("**/style.css", (route) => there.then(() => route.continue()));
  await page.goto(address);
  await settled(page);
  return page.evaluate(shifts);
}

/** Runs in the page: what has moved since it was opened, and how far. */
function shifts() {
  return new Promise((done) => {
    const found = [];
    const note = (list) => list.getEntries().forEach(({ value, sources }) => found.push(`${value}: ${sources[0]?.node?.nodeName}`));
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(found), 300);
  });
}
