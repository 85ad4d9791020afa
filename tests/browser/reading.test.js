// A page is whole by itself: without scripts, and without anything from elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { session, settled, unfold } from "./support/session.js";
import { LANGUAGES, fileUrl, pages } from "./support/site.js";

const { tab, url, visit } = session();

test("pages ask nothing of other hosts, and all they ask for is there", async () => {
  const page = await tab();
  for (const path of pages()) {
    await page.goto(url(path));
    await settled(page);
  }
  assert.deepEqual(page.faults, []);
  const elsewhere = page.requests.filter((to) => !to.startsWith(url("")));
  assert.deepEqual(elsewhere.filter((to) => !to.startsWith("data:")), []);
});

for (const lang of LANGUAGES) {
  const path = `${lang}/index.html`;

  test(`without scripts the same words are shown: ${lang}`, async () => {
    const words = (page) => page.evaluate(() => document.body.innerText);
    const scripted = await visit(path, {}, words);
    const plain = await visit(path, { scripts: false }, words);
    assert.ok(plain.length > 15_000, `${plain.length} characters are shown`);
    assert.equal(plain, scripted);
  });

  test(`a page opened from its folder has its style and fonts: ${lang}`, async () => {
    const page = await tab({ scripts: false });
    await page.goto(fileUrl(path));
    await settled(page);
    assert.deepEqual(page.faults, []);
    const loaded = await loadedFamilies(page);
    for (const family of ["Noto Sans", "Noto Serif"]) assert.ok(loaded.includes(family), family);
    await page.click("footer a[href*='about']");
    assert.equal(page.url(), fileUrl(`${lang}/about.html`));
  });

  test(`every letter comes from the site's own fonts: ${lang}`, () =>
    visit(path, {}, async (page) => {
      await unfold(page);
      assert.deepEqual(await foreignLetters(page), []);
    }));
}

test("the letters of Kazakh come from the site's own fonts", () =>
  visit("kk/index.html", {}, async (page) => {
    const latin = "äğıñöşūü ÄĞİIÑÖŞŪÜ áǵńóúý ÁǴŃÓÚÝ īėʹʺ ĪĖ";
    const letters = `әғқңөұүһі ӘҒҚҢӨҰҮҺІ ₸ № « » – — − ${latin}`;
    for (const family of ["Noto Sans", "Noto Serif"]) {
      await page.evaluate(
        ([text, font]) => {
          const main = document.querySelector("main");
          main.textContent = text;
          main.style.font = `16px "${font}"`;
        },
        [letters, family],
      );
      await settled(page);
      assert.deepEqual(await foreignLetters(page, "main"), []);
    }
  }));

async function loadedFamilies(page) {
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family),
  );
  return loaded.map((name) => name.replaceAll('"', ""));
}

/** Fonts of this machine that letters of the page are drawn with, and where. */
async function foreignLetters(page, selector = "body") {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const scope = `${selector}, ${selector} :not(code, svg, desc, title, script)`;
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector: scope,
  });
  const drawn = await Promise.all(
    nodeIds.map((nodeId) => devtools.send("CSS.getPlatformFontsForNode", { nodeId })),
  );
  const foreign = drawn.flatMap(({ fonts }, at) =>
    fonts.filter((font) => !font.isCustomFont).map((font) => [font.familyName, nodeIds[at]]),
  );
  return Promise.all(
    foreign.slice(-9).map(async ([family, nodeId]) => {
      const { outerHTML } = await devtools.send("DOM.getOuterHTML", { nodeId });
      return `${family}: ${outerHTML.slice(0, 200)}`;
    }),
  );
}
