// The audits of charts find what they look for: a fault is planted in a clean drawing.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";
import { install } from "./support/audit.js";
import { session } from "./support/session.js";
import { SITES } from "./support/site.js";

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
    const label = [...svg.querySelectorAll("text")].filter((text) => !text.closest(".note")).at(-1);
    label.setAttribute("x", x);
    label.setAttribute("y", y + 4);
  }],
  "a label cut": ["survey-motives", "cut", /^cut: /, (svg) => {
    svg.querySelector("text").textContent = "search for…";
  }],
  "a label gone": ["survey-motives", "unlabelled", /^not named: search for a job$/, (svg) => {
    svg.querySelector("text").remove();
  }],
  "a label shortened": ["survey-motives", "unlabelled", /^not named: search for a job$/, (svg) => {
    svg.querySelector("text").textContent = "search for a";
  }],
  "a series without its name": ["migration-by-type", "unlabelled", /^not named: Interregional migration$/, (svg) => {
    [...svg.querySelectorAll("text")].find((text) => text.textContent === "Interregional migration").remove();
  }],
  "a series in words of another language": ["migration-by-type", "unlabelled", /^not in the codebook: Ішкі көші-қон$/, (svg) => {
    svg.querySelector("g[aria-label='Internal migration']").setAttribute("aria-label", "Ішкі көші-қон");
  }],
  "the last year without its name": ["migration-by-type", "unlabelled", /^not named: 2013$/, (svg) => {
    [...svg.querySelectorAll("text")].find((text) => text.textContent === "2013").remove();
  }],
  "a mark by the name of another": ["survey-motives", "misnamed", /^misnamed: family: 35.8%, not search for a job$/, (svg) => {
    svg.querySelector("[data-x='job']").setAttribute("aria-label", "family: 35.8%");
  }],
  "small letters": ["survey-motives", "small", /^letters of 10.0 px/, (svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    svg.querySelector("text").style.fontSize = `${10 / scale}px`;
  }],
  "a drawing made larger": ["survey-motives", "scaled", /^drawn for 720 px, shown in 730 px$/, (svg) => {
    svg.style.inlineSize = "730px";
  }],
  "pale letters": ["survey-motives", "pale", /^pale, 1\./, (svg) => {
    svg.querySelector("text").style.fill = "#d0d0d0";
  }],
  "pale letters on a bar": ["population-urban-rural", "pale", /^pale, 1\./, (svg) => {
    svg.querySelector("text.on1, .on1 text").style.fill = "#1a1a1a";
  }],
  "letters under a bar": ["population-urban-rural", "pale", /^covered: /, (svg) => {
    const bar = svg.querySelector("rect.s1");
    bar.parentElement.parentElement.append(bar.cloneNode());
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
      part.setAttribute("width", Number(part.getAttribute("width")) + 1);
    }
  }],
  "two parts moved together": ["population-urban-rural", "merging", /^not apart: /, (svg) => {
    const [one, other] = ["s1", "s2"].map((series) => svg.querySelector(`rect.${series}[data-x='1991']`));
    other.style.fill = getComputedStyle(one).fill;
    other.setAttribute("x", Number(one.getAttribute("x")) + Number(one.getAttribute("width")) + 1);
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
  "a number that is rounded": ["migration-by-type", "inexact", /^inexact: 361356 is drawn as 361356.4$/, (svg) => {
    svg.querySelector("[data-x='1992']").dataset.y = "361356.4";
  }],
  "a number in other digits than its table's": ["migration-by-type", "wrong", /^wrong: .*1992: 361 356/, (svg) => {
    svg.querySelector("[data-x='1992']").setAttribute("aria-label", "1992: 361 356");
  }],
  "a drawing with another number": ["migration-by-type", "unequal", /^the drawings hold different marks$/, (svg) => {
    svg.querySelector("[data-x='1992']").dataset.y = "361357";
  }],
  "a row gone from a table": ["migration-by-type", "rows", /^22 rows of 23$/, (svg) => {
    svg.closest("figure").querySelector("tbody tr").remove();
  }],
  "a line that breaks": ["migration-by-type", "bridged", /^broken: 1992: 361,356 \/ 1993: /, (svg) => {
    const points = [...svg.querySelectorAll("g[aria-label='Internal migration'] [data-y]")].map((mark) => {
      const { x, y, width, height } = mark.getBBox();
      return `${x + width / 2} ${y + height / 2}`;
    });
    const [first, second, ...others] = points;
    svg.querySelector("path.line.s1").setAttribute("d", `M${first}L${second}M${others.join("L")}`);
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

// The same, of the charts that only the gallery has.
const GALLERY_FAULTS = {
  "a line over a gap": ["line-interval", "bridged", /^bridged: 2013: .* \/ 2016: /, (svg) => {
    const points = [...svg.querySelectorAll("[data-y]")].map((mark) => {
      const { x, y, width, height } = mark.getBBox();
      return `${x + width / 2} ${y + height / 2}`;
    });
    svg.querySelector("path.line.solo:not(.edge)").setAttribute("d", `M${points.join("L")}`);
  }],
  "a panel without its name": ["panels-line", "unlabelled", /^not named: Lake town$/, (svg) => {
    [...svg.querySelectorAll("text")].find((text) => text.textContent === "Lake town").remove();
  }],
  "words of an interval gone": ["dot", "unlabelled", /^not named: 95% confidence interval$/, (svg) => {
    [...svg.querySelectorAll("text")].find((text) => text.textContent.startsWith("95%")).remove();
  }],
  "an axis without its name": ["scatter", "unlabelled", /^not named: Monthly rent$/, (svg) => {
    [...svg.querySelectorAll("text")].find((text) => text.textContent.startsWith("Monthly rent")).remove();
  }],
  "a pale interval": ["dot", "unclear", /^unclear, 1\.\d+: an interval$/, (svg) => {
    svg.querySelector("path.interval").style.stroke = "#d8d8d8";
  }],
  "an interval upon a dark bar": ["dot", "unclear", /^unclear, [12]\.\d+: an interval$/, (svg) => {
    const line = svg.querySelector("path.interval");
    const { x, y, width, height } = line.getBBox();
    line.insertAdjacentHTML("beforebegin", `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#2f2f2f"/>`);
  }],
  "letters upon a hatch": ["tile-map", "pale", /^upon a hatch: Astana/, (svg) => {
    [...svg.querySelectorAll("text")].find((text) => text.textContent.startsWith("Astana")).style.stroke = "none";
  }],
  "a pale tile without its outline": ["tile-map", "faint", /^faint, 1\.\d+: /, (svg) => {
    svg.querySelector(".q1[data-y]").style.stroke = "none";
  }],
  "two regions without a line between": ["choropleth", "merging", /^not apart: /, (svg) => {
    for (const region of svg.querySelectorAll("path.area")) region.style.stroke = "none";
  }],
  "two tiles moved together": ["heatmap", "merging", /^not apart: /, (svg) => {
    const tile = svg.querySelector(".q2[data-y]");
    tile.style.stroke = "none";
    tile.setAttribute("width", Number(tile.getAttribute("width")) + 2);
  }],
  "flows without lines along them": ["sankey", "faint", /^faint, 1\.\d+: South – North: 3,900$/, (svg) => {
    for (const line of svg.querySelectorAll(".edge")) line.remove();
    for (const flow of svg.querySelectorAll("path[data-y]")) flow.style.stroke = "none";
  }],
  "a layer out of place": ["area", "misplaced", /^\d+\.\d px off: 1992/, (svg) => {
    const layer = svg.querySelector("[data-x='1992']");
    layer.setAttribute("cy", Number(layer.getAttribute("cy")) + 1);
  }],
  "a layer of a share out of place": ["area-share", "misplaced", /^\d+\.\d px off: 1992/, (svg) => {
    const layer = svg.querySelector("[data-x='1992']");
    layer.setAttribute("cy", Number(layer.getAttribute("cy")) + 1);
  }],
  "a point out of place across": ["scatter", "misplaced", /^1\.0 px off: B: /, (svg) => {
    const point = svg.querySelector("[data-x='4']");
    point.setAttribute("cx", Number(point.getAttribute("cx")) + 1);
  }],
  "a point at another number across": ["scatter", "wrong", /^wrong: .*B: /, (svg) => {
    svg.querySelector("[data-x='4']").dataset.x = "9";
  }],
  "a point of logarithms out of place": ["line-log", "misplaced", /^1\.0 px off: 2012/, (svg) => {
    const point = svg.querySelector("[data-x='2012']");
    point.setAttribute("cy", Number(point.getAttribute("cy")) + 1);
  }],
  "a point of a panel out of place": ["panels-line", "misplaced", /^1\.0 px off: Lake town, 2012/, (svg) => {
    const point = svg.querySelector("[data-x='2012']");
    point.setAttribute("cy", Number(point.getAttribute("cy")) + 1);
  }],
  "a point in the name of another panel": ["panels-line", "wrong", /^wrong: .*Steppe town, 2012/, (svg) => {
    audit.panelOf(svg.querySelector("[data-x='2012']")).setAttribute("aria-label", "Steppe town");
  }],
  "a bar of a pyramid too long": ["pyramid", "misplaced", /^\d+\.\d px off: /, (svg) => {
    const bar = svg.querySelector("[data-y]");
    bar.setAttribute("width", Number(bar.getAttribute("width")) + 1);
  }],
  "a tile of another class": ["heatmap", "misplaced", /^class \d: /, (svg) => {
    svg.querySelector(".q3[data-y], .q3 > [data-y]").setAttribute("class", "q5");
  }],
  "a region of another class": ["choropleth", "misplaced", /^class \d: /, (svg) => {
    svg.querySelector(".q5[data-y]").classList.replace("q5", "q1");
  }],
  "a ribbon too thick": ["sankey", "misplaced", /^\d+\.\d px off: South – North/, (svg) => {
    const ribbon = svg.querySelector("path[data-x='south']");
    ribbon.setAttribute("d", ribbon.getAttribute("d").replace(/v([\d.]+)/, (_, down) => `v${Number(down) + 1}`));
  }],
  "a ribbon the other way": ["sankey", "wrong", /^wrong: .*North – South: 3,900/, (svg) => {
    svg.querySelector("path[data-x='south']").setAttribute("aria-label", "North – South: 3,900");
  }],
};

const PLANTED = [FAULTS, GALLERY_FAULTS];
for (const [at, folder] of SITES.entries()) {
  const { visit } = session(folder);
  test(`the audits find planted faults, each its own: ${basename(folder)}`, (t) =>
    visit("en/index.html", { width: 1200 }, async (page) => {
      await install(page, folder, "en");
      for (const [fault, [figure, audit, says, plant]] of Object.entries(PLANTED[at])) {
        await t.test(fault, async () => {
          const drawing = page.locator(`#${figure} svg.wide`);
          const look = () => drawing.evaluate((svg, audit) => globalThis.audit[audit](svg), audit);
          assert.deepEqual(await look(), []);
          await drawing.evaluate((svg) => (globalThis.clean = svg.closest("figure").cloneNode(true)));
          await drawing.evaluate(plant);
          const found = await look();
          await drawing.evaluate((svg) => svg.closest("figure").replaceWith(globalThis.clean));
          assert.ok(found.some((said) => says.test(said)), JSON.stringify(found));
        });
      }
    }));
}
