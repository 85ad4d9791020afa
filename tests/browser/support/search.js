// What readers look for, and how well a page of search finds it.
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../fixtures/search/", import.meta.url);
/** How many results a reader looks through. */
const LOOKED_THROUGH = 10;
/** How many results precision speaks of at most. */
const FIRST = 5;

/** The searches in a language: what is typed, what is wanted, what answers too. */
export function searches(lang) {
  const [, ...lines] = readFileSync(new URL(`${lang}.csv`, FOLDER), "utf8").trim().split("\n");
  return lines.map((line) => {
    const [, quoted, bare, wanted, also] = /^(?:"(.*)"|([^,]*)),([^,]*),(.*)$/.exec(line);
    const list = (own) => own.split(" ").filter(Boolean);
    return { query: quoted ?? bare, wanted: list(wanted), also: list(also) };
  });
}

/** What a page of search finds for each query, in its order, named as in the lists. */
export function results(page, queries) {
  return page.evaluate(async (queries) => {
    const field = document.querySelector(".finder input");
    const name = (href) => href.replace(/^.*\/index\.html#/, "").replace(/^.*\/(data\/.*|about)\.html$/, "$1");
    const found = [];
    for (const query of queries) {
      field.value = query;
      field.dispatchEvent(new Event("input"));
      await new Promise((done) => setTimeout(done));
      found.push([...document.querySelectorAll(".hits a")].map((own) => name(own.href)));
    }
    return found;
  }, queries);
}

/** First, precision and recall as tests/fixtures/search/README.md defines them, in per cent. */
export function measure(searches, found) {
  const share = (part, whole) => (100 * part) / whole;
  const each = searches.map(({ query, wanted, also }, at) => {
    const good = [...wanted, ...also];
    const all = found[at];
    const first = all.slice(0, Math.min(good.length, FIRST));
    return {
      query,
      first: share(Number(good.includes(all[0])), 1),
      precision: share(first.filter((own) => good.includes(own)).length, first.length || 1),
      recall: share(wanted.filter((own) => all.slice(0, LOOKED_THROUGH).includes(own)).length, wanted.length),
    };
  });
  const mean = (key) => each.reduce((sum, own) => sum + own[key], 0) / each.length;
  return { first: mean("first"), precision: mean("precision"), recall: mean("recall"), each };
}
