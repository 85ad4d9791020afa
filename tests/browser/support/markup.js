// The Nu HTML checker, over files.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const JAR = String(createRequire(import.meta.url)("vnu-jar"));

// Charts have roles of the Graphics module of ARIA, each with a role of ARIA itself behind it
// for those who do not know the module, as the module advises. It is said of every mark.
const FALLBACK_ROLE = "Discarding superfluous token “(img|group|document)” from value of attribute “role”.*";

// What is said though nothing is wrong: the message, and where it is said.
const UNFOUNDED = [
  // A file has no origin for the checker, so nothing is 'self' to its page. What the policy of
  // a served page blocks a browser reports, which the other tests take for a fault.
  [/^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “[^“”:]*assets\//, /./],
  // Structured data do not run, and no policy blocks them. Of a script of several lines it reckons
  // another hash than browsers do; tests/html holds the script to its policy.
  [/^Inline script violates Content Security Policy/, /<script( type="application\/ld\+json")?>/],
  // Kazakh in Latin letters is not among the languages that it tells apart.
  [/appears to be written in Turkish but the “html” start tag has “lang="kk-Latn"”/, /./],
  // Its checker of style sheets has yet to learn container queries with their units, timelines
  // of scrolling, and the properties of drawings that SVG 2 adds.
  [/^CSS: Unrecognized at-rule “@container”/, /./],
  [/^CSS: “(container-type|animation-timeline|paint-order|vector-effect)”: Property .* doesn't exist/, /./],
  [/^CSS: .*: Unknown dimension\./, /\dcqi[;}]/],
];

/** What the checker says of HTML, SVG and CSS files, warnings too, each with its `file`. */
export async function check(files) {
  const form = ["--format", "json", "--stdout", "--exit-zero-always"];
  const kinds = ["--also-check-css", "--also-check-svg"];
  // Drawings are nested deeper than the usual stack of Java is high.
  const checker = ["-Xss4m", "-jar", JAR, ...form, ...kinds, "--filterpattern", FALLBACK_ROLE];
  const { stdout } = await promisify(execFile)("java", [...checker, ...files], { maxBuffer: Infinity });
  return JSON.parse(stdout)
    .messages.filter(({ type, subType }) => type !== "info" || subType === "warning")
    .filter(({ message, extract }) => !isUnfounded(message, extract ?? ""))
    .map(({ url, lastLine, message, extract }) => ({
      file: url && fileURLToPath(url),
      told: `line ${lastLine}: ${message} ${extract ?? ""}`,
    }));
}

function isUnfounded(message, extract) {
  return UNFOUNDED.some(([said, where]) => said.test(message) && where.test(extract));
}
