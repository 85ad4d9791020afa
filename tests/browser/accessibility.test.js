// What axe sees on every kind of page.
import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { session, unfold } from "./support/session.js";
import { pageKinds } from "./support/site.js";

const { visit } = session();

const BROAD = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 640 };
// The study's page differs most from look to look.
const LOOKS = [
  [BROAD, "light"],
  [PHONE, "dark"],
];
const ALL_LOOKS = [...LOOKS, [BROAD, "dark"], [PHONE, "light"]];

// What a search has found is seen as well.
for (const path of [...pageKinds(), `kk/search/index.html#q=${encodeURIComponent("көшу")}`]) {
  test(`axe finds nothing on ${path}`, () =>
    visit(path, {}, async (page) => {
      await unfold(page);
      await page.evaluate(axe.source);
      const found = [];
      const looks = /^..\/index.html$/.test(path) ? ALL_LOOKS : LOOKS;
      for (const [size, scheme] of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: scheme });
        const at = `${size.width} px, ${scheme}`;
        found.push(...(await violations(page)).map((violation) => `${at}: ${violation}`));
      }
      assert.deepEqual(found, []);
    }));
}

async function violations(page) {
  // Targets of 24 px are asked for by WCAG 2.2, which axe has to be told.
  const rules = { "target-size": { enabled: true } };
  const results = await page.evaluate((rules) => window.axe.run({ resultTypes: ["violations"], rules }), rules);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target} ${html.slice(0, 160)}`),
  );
}
