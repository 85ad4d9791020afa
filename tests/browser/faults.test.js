// The audits of charts find what they look for: a fault is planted in a clean drawing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./support/audit.js";
import { session } from "./support/session.js";

const { visit } = session();

// What is wrong, in which figure, which audit says so, and what it says.
const FAULTS = {
  "a text made longer": ["survey-motives", "outside", /^outside: .*longer/, (svg) => {
    svg.querySelector("text").textContent += " and much longer".repeat(9);
  }],
  "two labels moved together": ["survey-motives", "overlapping", /^overlap: /, (svg) => {
    const [one, other] = svg.querySelectorAll("text");
    for (const at of ["x", "y"]) other.setAttribute(at, one.getAttribute(at));
  }],
  "a label moved onto a line": ["migration-by-type", "crossed", /^crossed by a line: /, (svg) => {
    const { x, y } = svg.querySelector("path.line.s1").getPointAtLength(40);
    const label = [...svg.querySelectorAll("text")].at(-1);
    label.setAttribute("x", x - 10);
    label.setAttribute("y", y + 4);
  }],
  "a label cut": ["survey-motives", "cut", /^cut: /, (svg) => {
    svg.querySelector("text").textContent = "search for…";
  }],
  "small letters": ["survey-motives", "small", /^letters of 10.0 px/, (svg) => {
    svg.querySelector("text").style.fontSize = "10px";
  }],
  "pale letters": ["survey-motives", "pale", /^pale, 1\./, (svg) => {
    svg.querySelector("text").style.fill = "#d0d0d0";
  }],
  "pale letters on a bar": ["population-urban-rural", "pale", /^pale, 1\./, (svg) => {
    svg.querySelector("text.on1").style.fill = "#1a1a1a";
  }],
  "a faint bar": ["survey-motives", "faint", /^faint, 1\./, (svg) => {
    svg.querySelector("[data-y]").style.fill = "#e0e0e0";
  }],
  "a faint line": ["migration-by-type", "faint", /^faint, 1\./, (svg) => {
    svg.querySelector("path.line.s1").style.stroke = "#e0e0e0";
  }],
  "two parts of one colour without a gap": ["population-urban-rural", "merging", /^not apart: /, (svg) => {
    for (const part of svg.querySelectorAll("[data-y]")) {
      part.style.fill = "#0e2e94";
      part.style.strokeWidth = "1px";
    }
  }],
  "a point removed": ["migration-by-type", "missing", /^missing: 361356$/, (svg) => {
    svg.querySelector("[data-x='1992']").remove();
  }],
  "a point too many": ["migration-by-type", "missing", /^not in the table: 1992: /, (svg) => {
    const point = svg.querySelector("[data-x='1992']");
    point.after(point.cloneNode());
  }],
  "a wrong number": ["migration-by-type", "missing", /^missing: 361356$/, (svg) => {
    svg.querySelector("[data-x='1992']").dataset.y = "360000";
  }],
  "two numbers exchanged": ["migration-by-type", "wrong", /^wrong: .*1993/, (svg) => {
    const [one, other] = ["1992", "1993"].map((year) => svg.querySelector(`[data-x='${year}']`).dataset);
    [one.y, other.y] = [other.y, one.y];
  }],
  "a point out of place": ["migration-by-type", "misplaced", /^1.0 px off: 1992/, (svg) => {
    const point = svg.querySelector("[data-x='1992']");
    point.setAttribute("cy", Number(point.getAttribute("cy")) + 1);
  }],
  "a bar too long": ["survey-motives", "misplaced", /^1.0 px off: /, (svg) => {
    const bar = [...svg.querySelectorAll("[data-y]")].at(-1);
    bar.setAttribute("width", Number(bar.getAttribute("width")) + 1);
  }],
  "a share too long": ["population-urban-rural", "misplaced", /^\d+\.\d px off: /, (svg) => {
    const part = svg.querySelector("[data-y]");
    part.setAttribute("width", Number(part.getAttribute("width")) + 3);
  }],
};

test("the audits find planted faults, each its own", (t) =>
  visit("en/index.html", {}, async (page) => {
    await install(page);
    for (const [fault, [figure, audit, says, plant]] of Object.entries(FAULTS)) {
      await t.test(fault, async () => {
        const drawing = page.locator(`#${figure} svg.wide`);
        const look = () => drawing.evaluate((svg, audit) => globalThis.audit[audit](svg), audit);
        assert.deepEqual(await look(), []);
        await drawing.evaluate((svg) => (globalThis.clean = svg.cloneNode(true)));
        await drawing.evaluate(plant);
        const found = await look();
        await drawing.evaluate((svg) => svg.replaceWith(globalThis.clean));
        assert.ok(found.some((said) => says.test(said)), JSON.stringify(found));
      });
    }
  }));
