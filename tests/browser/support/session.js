// One browser and one served site for a file of tests.
import { after, before } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./site.js";

// What a browser says where it may not fetch a font ahead of the style sheet.
const HINT = /^(Access to font|A preload for|failed: file:.*woff2$|Failed to load resource: net::ERR_FAILED)/;

/** Starts both before the tests of a file, and ends them after; the site is the study's. */
export function session(folder) {
  const running = {};
  before(async () => {
    running.browser = await launch();
    running.site = await serve(folder);
  });
  after(async () => {
    await running.browser?.close();
    await running.site?.close();
  });
  return {
    /** The address of a page of the served site. */
    url: (path) => running.site.origin + path,
    /** An empty tab that notes what goes wrong in it. */
    tab: (options = {}) => tab(running.browser, options),
    /** Runs `use` on a tab that shows the page at `path`, its fonts loaded. */
    async visit(path, options, use) {
      const page = await tab(running.browser, options);
      await page.goto(running.site.origin + path);
      await settled(page);
      try {
        return await use(page);
      } finally {
        await page.context().close();
      }
    },
  };
}

/** Until the fonts are there, what they move has moved, and the page is laid out whole. */
export async function settled(page) {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  if (page.scripts) await page.waitForFunction(isWhole);
}

function isWhole() {
  const parts = [...document.querySelectorAll("body *")];
  return parts.every((part) => getComputedStyle(part).contentVisibility === "visible");
}

/** What is folded is read too. */
export function unfold(page) {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function tab(browser, { width = 1280, height = 900, scale = 1, scheme = "light", scripts = true, forced = "none", touch = false }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    forcedColors: forced,
    hasTouch: touch,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.scripts = scripts;
  page.requests = [];
  page.faults = [];
  // From a folder a font cannot be asked for ahead of the style sheet, which is no harm.
  const isHint = (text) => page.url().startsWith("file:") && HINT.test(text);
  const fault = (text) => isHint(text) || page.faults.push(text);
  page.on("request", (request) => page.requests.push(request.url()));
  page.on("requestfailed", (request) => fault(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) fault(`${response.status()}: ${response.url()}`);
  });
  page.on("pageerror", (error) => fault(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) fault(message.text());
  });
  return page;
}
