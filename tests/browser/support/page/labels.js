// Runs in the page: whether a drawing names in full what its project's codebook names.
{
  // Types along whose axis of years not each has room.
  const SPARING = ["line", "area", "column", "heatmap", "big-number"];
  // A line may end after a hyphen, where a reader sees no space.
  const plain = (words) => words.replaceAll(/\s+/g, " ").replaceAll("- ", "-").trim();
  // Series in grey may be named together.
  const texts = (svg) =>
    [...svg.querySelectorAll("text")].map((text) => plain(text.textContent)).flatMap((words) => [words, ...words.split("; ")]);
  const groups = (svg) => [...svg.querySelectorAll("g[aria-label]")];

  /** The names of the panels of a drawing, and those of its series, which may begin with their panel's. */
  const names = (svg) => {
    const own = (group) => group.getAttribute("aria-label");
    const outer = groups(svg).filter((group) => group.querySelector("g[aria-label]"));
    const inner = groups(svg).filter((group) => !outer.includes(group));
    const series = inner.map((group) => {
      const panel = group.parentElement.closest("g[aria-label]");
      return panel && own(group).startsWith(`${own(panel)}, `) ? own(group).slice(own(panel).length + 2) : own(group);
    });
    return [outer.map(own), series].map((all) => [...new Set(all)]);
  };

  /** The forms of each name, and names that the codebook has not. */
  const known = (all, forms) => {
    const found = all.map((name) => [name, forms.find(([label]) => plain(label) === plain(name))]);
    return {
      wanted: found.flatMap(([, own]) => (own ? [own] : [])),
      faults: found.flatMap(([name, own]) => (own ? [] : [`not in the codebook: ${name}`])),
    };
  };

  // A year of a harvest or a school: English writes 2015/16, Kazakh and Russian 2015/2016.
  const written = (code) => (/^\d{4}\/\d{2}$/.test(code) ? [code, code.replace("/", `/${code.slice(0, 2)}`)] : [code]);

  /** The categories of the marks: by the codebook, or as numbers; of many years both ends. */
  const categories = (svg, { type, categories }) => {
    const codes = [...new Set([...svg.querySelectorAll("[data-y]")].map((mark) => mark.dataset.x))];
    if (type === "scatter") return [];
    if (Object.keys(categories).length > 0) return codes.map((code) => categories[code] ?? [`the label of ${code}`]);
    const sorted = codes.sort((one, other) => one - other);
    return (SPARING.includes(type) ? [sorted[0], sorted.at(-1)] : sorted).map(written);
  };

  /** What the figures of the page must name, by their ids; see `codebook.js`. */
  audit.codebook = {};

  /** Marks that are not called by the label of their category, in the language of the page. */
  audit.misnamed = (svg) => {
    if (audit.derived) return [];
    const { categories, type } = audit.codebook[audit.figure(svg)];
    const labels = (mark) => [categories[mark.dataset.x]?.[0] ?? written(mark.dataset.x)].flat().map(plain);
    return audit
      .marks(svg)
      .filter((mark) => type !== "scatter" && !labels(mark).some((own) => plain(audit.nameOf(mark)).includes(own)))
      .map((mark) => `misnamed: ${audit.nameOf(mark)}, not ${labels(mark)[0]}`);
  };

  /** Labels of the codebook that a drawing lacks, and names of its parts that are not from there. */
  audit.unlabelled = (svg) => {
    if (audit.derived) return [];
    const codebook = audit.codebook[audit.figure(svg)];
    const [panels, series] = names(svg);
    const [facets, strands] = [known(panels, codebook.panels), known(series, codebook.series)];
    const told = texts(svg);
    const axes = codebook.axes.map(([label]) => label);
    const lacks = [
      ...categories(svg, codebook),
      ...facets.wanted,
      ...(strands.wanted.length > 1 ? strands.wanted : []),
      ...codebook.words.map((words) => [words]),
    ].filter((forms) => !forms.some((words) => told.includes(plain(words))));
    const untold = axes.filter((label) => !told.some((words) => words.startsWith(plain(label))));
    return [
      ...facets.faults,
      ...strands.faults,
      ...[...lacks.map(([label]) => label), ...untold].map((label) => `not named: ${label}`),
    ];
  };
}
