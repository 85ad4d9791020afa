// Looks for faults in the drawings of a page, from within the page.
import { readFileSync } from "node:fs";
import { wanted } from "./codebook.js";
import { data } from "./figures.js";
import { projectOf } from "./site.js";

const PARTS = ["texts", "labels", "paint", "colours", "neighbours", "data", "sources", "places"];
const SOURCE = PARTS.map((part) => readFileSync(new URL(`page/${part}.js`, import.meta.url), "utf8")).join("\n");

/** Widths in px of the column that a figure stands in. */
export const COLUMNS = Array.from({ length: 18 }, (_, at) => 280 + 40 * at);

const DERIVED = { "kk-latn": "kk" };

/** Gives a page of a site in a language its `audit`, with what it should find. */
export async function install(page, folder, lang) {
  await page.evaluate(`${SOURCE}; void 0`);
  // The front draws a figure of the text a second time, from the same drawing.
  await page.evaluate(() => document.querySelector(".telling")?.remove());
  // An edition in other letters has the labels of the one that it was made of.
  const original = DERIVED[lang] ?? lang;
  const codebook = wanted(projectOf(folder), original);
  const own = { codebook, data: data(folder, lang, original, codebook), derived: original !== lang };
  await page.evaluate((own) => Object.assign(audit, own), own);
}

// These are measured in px of the drawing, and find the same at each size of it.
const UNSCALED = ["crossed", "cut", "faint", "merging", "unclear", "unlabelled"];

/** The faults that the named audits find in the drawings that are shown, at each width. */
export function sweep(page, names, widths = COLUMNS) {
  return page.evaluate(
    ([names, widths, unscaled]) => {
      const faults = [];
      const columns = [...document.querySelectorAll(".drawing")];
      const judged = new Set();
      // A drawing that was judged at this size, because a column before was as wide for it.
      const again = (svg, name) => {
        const size = unscaled.includes(name) ? "" : svg.getBoundingClientRect().width;
        const own = `${svg.getAttribute("aria-labelledby")} ${svg.getAttribute("width")} ${name} ${size}`;
        return judged.has(own) || !judged.add(own);
      };
      for (const width of widths) {
        for (const column of columns) column.style.inlineSize = `${width}px`;
        const shown = audit.shown();
        if (shown.length !== columns.length) faults.push(`${width} px: ${shown.length} drawings of ${columns.length} figures`);
        for (const svg of shown) {
          const found = names.filter((name) => !again(svg, name)).flatMap((name) => audit[name](svg));
          faults.push(...found.map((fault) => `${audit.figure(svg)} at ${width} px: ${fault}`));
        }
      }
      for (const column of columns) column.style.inlineSize = "";
      return faults;
    },
    [names, widths, UNSCALED],
  );
}

/** The faults that the named audits find in all drawings, shown or not. */
export function everywhere(page, names) {
  return page.evaluate((names) => {
    audit.unveil();
    return [...document.querySelectorAll("svg.chart")].flatMap((svg) =>
      names
        .flatMap((name) => audit[name](svg))
        .map((fault) => `${audit.figure(svg)}, ${svg.viewBox.baseVal.width} px: ${fault}`),
    );
  }, names);
}
