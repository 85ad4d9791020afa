// A long page is shown before all of it is laid out; soon it is what it would be otherwise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled } from "./support/session.js";

const { tab, url, visit } = session();

const PAGES = ["en/index.html", "kk/index.html", "ru/index.html", "en-kk/index.html", "kk-ru/index.html"];

for (const path of PAGES) {
  for (const width of [390, 1280]) {
    test(`each part stands where it does without scripts: ${path}, ${width} px`, async () => {
      const [own, plain] = await Promise.all(
        [true, false].map((scripts) => visit(path, { width, scripts }, (page) => page.evaluate(places))),
      );
      assert.ok(own.length > 400, `${own.length} parts`);
      assert.deepEqual(own, plain);
    });

    test(`a link leads to its place while the rest is laid out: ${path}, ${width} px`, async () => {
      for (const id of ["conclusion", "migration-by-type", "ref-bns2014"]) {
        const page = await tab({ width, height: 844 });
        await page.goto(url(path));
        await page.evaluate((id) => document.querySelector(`a[href="#${id}"]`).click(), id);
        await settled(page);
        const top = await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
        assert.ok(top > -1 && top < 844 / 2, `${id}: ${top} px`);
        await page.context().close();
      }
    });
  }
}

/** Every part of the text that is shown, and where it stands. */
function places() {
  const round = (length) => Math.round(length * 10) / 10;
  const parts = [...document.querySelectorAll(".text :is(h2, h3, p, li, td, th, figure, .drawing)")];
  return parts.filter((part) => part.checkVisibility()).map((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    return [part.localName, part.className, round(left), round(top + scrollY), round(width), round(height)].join(" ");
  });
}
