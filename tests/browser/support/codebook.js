// What a figure must name, in the words of its project: the codebook of its dataset, and the
// words that its own file adds. Read from the project, not from the site under test.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "./yaml.js";

/** What each figure of a project must name, by its id, in one language. */
export function wanted(project, lang) {
  const folder = join(project, "content/figures");
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(
    files.map((name) => {
      const figure = read(join(folder, name));
      const { variables } = read(join(project, "content/data", `${figure.dataset}.yaml`));
      return [name.replace(/\.yaml$/, ""), named(figure, { ...variables, ...figure.variables }, lang)];
    }),
  );
}

const read = (file) => parse(readFileSync(file, "utf8"));

function named(figure, variables, lang) {
  const forms = ({ label, short, ...own }) => [label ?? own, short].filter(Boolean).map((words) => words[lang]);
  const levels = (id) => Object.entries(variables[id]?.levels ?? {}).map(([code, own]) => [code, forms(own)]);
  const drawn = [figure.y].flat();
  const { type } = figure;
  return {
    type,
    /** By code: the categories that have names. Numbers, such as years, name themselves. */
    categories: Object.fromEntries(levels(figure.x)),
    /** Label first, then the shorter one: the variables, series, and panels. */
    across: forms(variables[figure.x]),
    values: drawn.map((id) => forms(variables[id])),
    series: figure.series ? levels(figure.series).map(([, own]) => own) : drawn.map((id) => forms(variables[id])),
    panels: figure.facet ? levels(figure.facet).map(([, own]) => own) : [],
    /** The variables along both axes, where points have two numbers. */
    axes: type === "scatter" ? [figure.x, ...drawn].map((id) => forms(variables[id])) : [],
    /** The words that the figure's own file puts upon the drawing. */
    words: texts(figure).map((words) => words[lang]),
  };
}

/** The words at points, lines and spans, and of the interval. */
function texts({ annotations = [], interval, ...figure }) {
  const marked = [annotations, figure["reference-lines"] ?? [], figure["reference-bands"] ?? []].flat();
  return [...marked.map(({ text }) => text), interval?.label].filter(Boolean);
}
