// The built site: its pages, and a server for its folder.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of the site under test. */
export const FOLDER = resolve(process.env.BASPA_SITE ?? join(ROOT, "public"));

/** Every folder of pages with figures: the study's site, and that of the gallery of charts. */
export const SITES = [FOLDER, process.env.BASPA_GALLERY].filter(Boolean).map((folder) => resolve(folder));

/** The folder of the project that a site is made of. */
export function projectOf(folder) {
  return folder === FOLDER ? ROOT : join(ROOT, "tests/gallery");
}

/** The folder of small projects, each with the pages that are expected of it. */
export const CASES = join(ROOT, "tests/sites");

/** The program under test. */
export const PROGRAM = resolve(process.env.BASPA_PROGRAM ?? join(ROOT, "target/release/baspa"));

/** The folders of the editions: their tags in small letters. */
export const LANGUAGES = ["en", "kk", "kk-latn", "ru"];

/** The editions of a site: all of them in the study's, those that it has in the gallery's. */
export function editionsOf(folder) {
  return folder === FOLDER ? LANGUAGES : LANGUAGES.filter((lang) => existsSync(join(folder, lang)));
}

/** The languages that stand beside each other. */
export const PAIRS = [["en", "kk"], ["en", "ru"], ["kk", "ru"]];

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** The paths of all pages, as in the address: `en/index.html`. */
export function pages() {
  return files(FOLDER, FOLDER).filter((path) => path.endsWith(".html")).sort();
}

/** The paths of the editions of a site that show figures, each with its language. */
export function pagesWithFigures(folder) {
  return files(folder, folder)
    .filter((path) => path.endsWith(".html") && LANGUAGES.includes(path.split("/")[0]))
    .filter((path) => readFileSync(join(folder, path), "utf8").includes('class="drawing"'))
    .map((path) => ({ path, lang: path.split("/")[0] }));
}

/** One page of every kind, in every language that it is in. */
export function pageKinds() {
  const datasets = ["migration", "dated_events"];
  const inside = LANGUAGES.flatMap((lang) => [
    `${lang}/index.html`,
    `${lang}/about.html`,
    `${lang}/search/index.html`,
    ...datasets.map((id) => `${lang}/data/${id}.html`),
  ]);
  return ["index.html", "404.html", ...inside, ...PAIRS.map(pair)];
}

/** The path of the page of two languages. */
export function pair(languages) {
  return `${languages.join("-")}/index.html`;
}

/** The paths of the figures of one language of a site as files of this ending. */
export function figures(lang, ending, folder = FOLDER) {
  return files(join(folder, lang, "figures"), folder)
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** The bytes of a file of a site. */
export function read(path, folder = FOLDER) {
  return readFileSync(join(folder, path));
}

/** The address of a page in the folder itself. */
export function fileUrl(path) {
  return pathToFileURL(join(FOLDER, path)).href;
}

/** The paths from `root` of all files in a folder and below it. */
export function files(folder, root) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? files(path, root)
      : [relative(root, path).split(sep).join("/")];
  });
}

// What is packed already is sent as it is.
const PACKED = [".png", ".woff2"];

// How hosts pack what they send, the best first. They pack while they send: with Brotli at
// about the middle of its scale.
const PACKINGS = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => gzipSync(bytes),
};

/** Serves a folder on a free port of this machine, as a host of files would. */
export async function serve(folder = FOLDER) {
  const known = new Set(files(folder, folder));
  const sent = new Map();
  const packed = (file, packing) => {
    const key = `${packing} ${file}`;
    if (!sent.has(key)) sent.set(key, PACKINGS[packing](readFileSync(join(folder, file))));
    return sent.get(key);
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname).slice(1);
    const file = known.has(path) ? path : `${path}index.html`;
    const found = known.has(file) ? file : "404.html";
    const accepted = PACKED.includes(extname(found)) ? [] : request.headers["accept-encoding"].split(/[ ,]+/);
    const packing = Object.keys(PACKINGS).find((own) => accepted.includes(own));
    response.writeHead(found === file ? 200 : 404, {
      "content-type": TYPES[extname(found)] ?? "text/html",
      ...(packing && { "content-encoding": packing }),
    });
    response.end(packing ? packed(found, packing) : readFileSync(join(folder, found)));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
