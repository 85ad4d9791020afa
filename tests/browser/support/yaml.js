// The part of YAML that codebooks and figures are written in: maps by indentation, maps and
// lists in one line, plain and quoted words. What is a list by indentation has its items in
// one line each.

/** A map with the maps, lists and words in it. */
export function parse(text) {
  const lines = text.split("\n").filter((line) => /\S/.test(line) && !/^\s*#/.test(line));
  return map(lines);
}

const depth = (line) => line.search(/\S/);

function map(lines) {
  const own = {};
  for (let at = 0; at < lines.length; ) {
    const [, key, rest] = /^\s*([^:]+?):(?: (.*))?$/.exec(lines[at]) ?? fail(lines[at]);
    const next = lines.findIndex((line, other) => other > at && depth(line) <= depth(lines[at]) && !isItemOf(lines[at], line));
    const inner = lines.slice(at + 1, next < 0 ? lines.length : next);
    own[unquoted(key)] = rest === undefined ? block(inner) : flow(rest);
    at += inner.length + 1;
  }
  return own;
}

/** A list may stand as deep as its key. */
const isItemOf = (key, line) => line.trimStart().startsWith("- ") && depth(line) === depth(key);

function block(lines) {
  if (lines.length === 0) return "";
  if (!lines[0].trimStart().startsWith("- ")) return map(lines);
  return lines.map((line) => flow(line.trim().slice(2)));
}

/** What stands in one line. */
function flow(text) {
  const signs = { text, at: 0 };
  return /^[[{]/.test(text) ? value(signs) : unquoted(text);
}

function value(signs) {
  const first = signs.text[signs.at];
  if (first === "{") return items(signs, "}", ({ key, own }, all) => ({ ...all, [key]: own }), {});
  if (first === "[") return items(signs, "]", ({ own }, all) => [...all, own], []);
  return word(signs, /[,\]}]/);
}

function items(signs, end, add, none) {
  let all = none;
  signs.at += 1;
  for (;;) {
    skip(signs, /[\s,]/);
    if (signs.at >= signs.text.length) fail(signs.text);
    if (signs.text[signs.at] === end) break;
    const key = end === "}" ? word(signs, /:/) : undefined;
    if (key !== undefined) skip(signs, /[:\s]/);
    all = add({ key, own: value(signs) }, all);
  }
  signs.at += 1;
  return all;
}

function word(signs, end) {
  const quote = /["']/.test(signs.text[signs.at]) ? signs.text[signs.at] : undefined;
  const begin = signs.at;
  if (quote) {
    signs.at = signs.text.indexOf(quote, begin + 1) + 1;
    if (signs.at === 0) fail(signs.text);
  } else {
    skip(signs, { test: (sign) => !end.test(sign) });
  }
  return unquoted(signs.text.slice(begin, signs.at).trim());
}

function skip(signs, signsToSkip) {
  while (signs.at < signs.text.length && signsToSkip.test(signs.text[signs.at])) signs.at += 1;
}

const unquoted = (text) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

function fail(line) {
  throw new Error(`cannot be read: ${line}`);
}
