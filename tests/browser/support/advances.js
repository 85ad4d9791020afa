// How wide the program thinks a text is: the table that it draws by.
import { readFileSync } from "node:fs";

const TABLE = new URL("../../../src/chart/advances.rs", import.meta.url);
const ENTRY = /\('\\u\{([0-9a-f]+)\}',(\d+),(\d+)\)/g;

const advances = new Map(
  [...readFileSync(TABLE, "utf8").matchAll(ENTRY)].map(([, code, regular, bold]) => [
    String.fromCodePoint(parseInt(code, 16)),
    { regular: Number(regular), bold: Number(bold) },
  ]),
);

/** The width in px of `words` in one line at `size` px. */
export function width(words, size, bold) {
  const thousandths = [...words].map((letter) => advances.get(letter)[bold ? "bold" : "regular"]);
  return (thousandths.reduce((one, other) => one + other, 0) * size) / 1000;
}
