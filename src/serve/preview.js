"use strict";
{
  const { version } = document.currentScript.dataset;
  const memory = "baspa-preview";
  const panel = document.getElementById("baspa-preview");
  const main = document.querySelector("main") ?? document.body;

  const events = new EventSource(`/__baspa/events?page=${location.pathname}`);
  events.onmessage = (event) => {
    if (event.data === version) return;
    events.close();
    remember();
    // What the browser would restore is a number of pixels.
    history.scrollRestoration = "manual";
    location.reload();
  };

  // The part at the top of the window stays there, whatever became of what is above it.
  function remember() {
    const parts = [...main.querySelectorAll("[id]")];
    const shown = parts.filter((part) => part.getClientRects().length > 0);
    const above = shown.filter((part) => part.getBoundingClientRect().top <= 0).at(-1);
    const open = panel.open && panel.dataset.severity !== "error";
    const place = { path: location.pathname, y: scrollY, open };
    if (above) Object.assign(place, { id: above.id, top: above.getBoundingClientRect().top });
    sessionStorage.setItem(memory, JSON.stringify(place));
  }

  function restore() {
    const place = JSON.parse(sessionStorage.getItem(memory) ?? "{}");
    sessionStorage.removeItem(memory);
    if (place.path !== location.pathname) return;
    if (panel.dataset.severity !== "error") panel.open = place.open;
    const stay = () => {
      const part = place.id && document.getElementById(place.id);
      const y = part ? scrollY + part.getBoundingClientRect().top - place.top : place.y;
      scrollTo({ top: y, behavior: "instant" });
    };
    stay();
    document.fonts.ready.then(stay);
    addEventListener("load", () => {
      stay();
      // Not before the browser has done what it does of itself after this event.
      setTimeout(() => (history.scrollRestoration = "auto"), 500);
    });
  }

  // Typography writes other spaces, quotes and dashes than an author types, one for one.
  const folded = (text) =>
    text.replace(/\s/gu, " ").replace(/[“”„«»]/gu, '"').replace(/[‘’]/gu, "'").replace(/[‐-―−]/gu, "-");

  function textNodes() {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let at = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("svg, script, style, [hidden]")) continue;
      nodes.push({ node, at });
      at += node.length;
    }
    return nodes;
  }

  /** Where the text of a mark begins in `page`, or -1. */
  function find({ before, text, after }, page) {
    const [left, middle, right] = [before, text, after].map(folded);
    for (const [start, end] of [[left, right], [left, ""], ["", right]]) {
      if (!(start + end).trim()) continue;
      const at = page.indexOf(start + middle + end);
      if (at >= 0) return at + start.length;
    }
    return -1;
  }

  function markAll(marks) {
    const nodes = textNodes();
    const page = folded(nodes.map(({ node }) => node.data).join(""));
    for (const own of marks) mark(own, find(own, page), nodes);
  }

  function mark({ text, message, code, severity }, at, nodes) {
    const index = at < 0 ? -1 : nodes.findLastIndex((each) => each.at <= at);
    if (index < 0) return;
    const found = nodes[index];
    const end = at + text.length;
    if (end > found.at + found.node.length) return;
    const part = found.node.splitText(at - found.at);
    const rest = part.splitText(text.length);
    nodes.splice(index + 1, 0, { node: part, at }, { node: rest, at: end });
    const element = document.createElement("mark");
    element.title = message;
    Object.assign(element.dataset, { baspa: code, severity });
    part.replaceWith(element);
    element.append(part);
  }

  markAll(JSON.parse(document.getElementById("baspa-marks").textContent));
  for (const behind of document.querySelectorAll("main .behind")) {
    behind.parentElement.dataset.baspa = "outdated";
    behind.parentElement.title = "follows an earlier version of the original";
  }
  restore();
}
