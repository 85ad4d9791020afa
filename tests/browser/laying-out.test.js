// A long page is shown before all of it is laid out; soon it is what it would be otherwise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled } from "./support/session.js";

const { tab, url, visit } = session();

const PAGES = ["en/index.html", "kk/index.html", "ru/index.html", "en-kk/index.html", "kk-ru/index.html"];

for (const path of PAGES) {
  for (const width of [390, 1280]) {
    const size = { width, height: 844 };
    test(`each part stands where it does without scripts: ${path}, ${width} px`, async () => {
      const [own, plain] = await Promise.all(
        [true, false].map((scripts) => visit(path, { width, scripts }, (page) => page.evaluate(places))),
      );
      assert.ok(own.length > 400, `${own.length} parts`);
      assert.deepEqual(own, plain);
    });

    test(`a link leads to its place while the rest is laid out: ${path}, ${width} px`, async () => {
      const whole = await tab(size);
      await whole.goto(url(path));
      await settled(whole);
      for (const id of ["conclusion", "migration-by-type", "ref-bns2014"]) {
        const [followed, come] = [await tab(size), await tab(size)];
        await followed.goto(url(path));
        await Promise.all([whole, followed].map((page) => page.evaluate(follow, id)));
        await come.goto(`${url(path)}#${id}`);
        const [wanted, ...tops] = await Promise.all([whole, followed, come].map((page) => topOf(page, id)));
        assert.ok(wanted > -1 && wanted < size.height / 2, `${id}: ${wanted} px`);
        for (const top of tops) assert.ok(Math.abs(top - wanted) < 2, `${id}: ${top} px, not ${wanted}`);
        await Promise.all([followed, come].map((page) => page.context().close()));
      }
      await whole.context().close();
    });

    test(`a page that is loaded again shows what was read: ${path}, ${width} px`, () =>
      visit(path, size, async (page) => {
        await page.evaluate(() => document.getElementById("conclusion").scrollIntoView());
        await page.evaluate(() => scrollBy(0, 30));
        const was = await topOf(page, "conclusion");
        await page.reload();
        const is = await topOf(page, "conclusion");
        assert.ok(Math.abs(is - was) < 2, `${is} px, not ${was}`);
      }));
  }
}

function follow(id) {
  document.querySelector(`a[href="#${id}"]`).click();
}

/** Where the element with an id stands in the window once all is laid out. */
async function topOf(page, id) {
  await settled(page);
  return page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
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
