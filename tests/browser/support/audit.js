// Looks for faults in the drawings of a page, from within the page.
import { readFileSync } from "node:fs";

const PARTS = ["texts", "colours", "data", "places"];
const SOURCE = PARTS.map((part) => readFileSync(new URL(`page/${part}.js`, import.meta.url), "utf8")).join("\n");

/** Widths in px of the column that a figure stands in. */
export const COLUMNS = Array.from({ length: 18 }, (_, at) => 280 + 40 * at);

/** Gives the page its `audit`. */
export function install(page) {
  return page.evaluate(`${SOURCE}; void 0`);
}

/** The faults that the named audits find in the drawings that are shown, at each width. */
export function sweep(page, names, widths = COLUMNS) {
  return page.evaluate(
    ([names, widths]) => {
      const faults = [];
      const columns = [...document.querySelectorAll(".drawing")];
      for (const width of widths) {
        for (const column of columns) column.style.inlineSize = `${width}px`;
        const shown = audit.shown();
        if (shown.length !== columns.length) faults.push(`${width} px: ${shown.length} drawings of ${columns.length} figures`);
        for (const svg of shown) {
          const found = names.flatMap((name) => audit[name](svg));
          faults.push(...found.map((fault) => `${audit.figure(svg)} at ${width} px: ${fault}`));
        }
      }
      for (const column of columns) column.style.inlineSize = "";
      return faults;
    },
    [names, widths],
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
