// Lighthouse, on the machine's own Chromium, as a phone on a slow network sees a page.
import lighthouse from "lighthouse";
import { launch } from "./chromium.js";
import { freePort } from "./port.js";

/** Starts a browser for Lighthouse: `report` of an address, and `close`. */
export async function start() {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  // No picture of the whole page: it shows people where a fault is.
  const options = { port, logLevel: "error", disableFullPageScreenshot: true };
  return {
    report: async (address) => (await lighthouse(address, options)).lhr,
    close: () => browser.close(),
  };
}

/** The audits of a category that count and are not passed: `id: what they say`. */
export function failed({ categories, audits }, category) {
  return categories[category].auditRefs
    .filter(({ weight, id }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => tell(audits[id]));
}

/** The audits of these ids that are not passed. */
export function missed({ audits }, ids) {
  return ids.map((id) => audits[id]).filter(({ score }) => score !== null && score < 1).map(tell);
}

function tell({ id, displayValue, explanation, details }) {
  const items = JSON.stringify(details?.items ?? []).slice(0, 300);
  return `${id}: ${[displayValue, explanation, items].filter(Boolean).join(", ")}`;
}
