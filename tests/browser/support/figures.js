// The data that a site offers beside each of its figures.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the CSV files of figures say, by the ids of `wanted`: see `codebook.js`. Its labels are those of the edition
 * `original`, whose files have the same columns.
 */
export function data(folder, lang, original, wanted) {
  return Object.fromEntries(
    Object.entries(wanted).map(([id, { across, values }]) => {
      const file = (edition) => cells(readFileSync(join(folder, edition, "figures", `${id}.csv`), "utf8"));
      const [heads] = file(original);
      const [, ...rows] = file(lang);
      // The head of a column has the label in full or short, and the unit.
      const column = (forms) => heads.findIndex((head) => forms.some((own) => head === own || head.startsWith(`${own}, `)));
      const [x, ...y] = [across, ...values].map(column);
      if (x < 0 || y.includes(-1)) throw new Error(`${id}.csv: no column for ${across} or ${values}`);
      const known = y.flatMap((at) => rows.filter((row) => row[at] !== "").map((row) => ({ x: row[x], y: Number(row[at]) })));
      return [id, { rows: rows.length, places: [...new Set(rows.map((row) => row[x]))], known }];
    }),
  );
}

/** The cells of each line of a CSV file. */
function cells(text) {
  const lines = text.trim().split(/\r?\n/);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain),
  );
}
