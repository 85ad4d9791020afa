// What the style sheet leaves for later, laid out in parts that are too small to be noticed, once
// the letters are there: those that come late have all that is laid out done again.
{
  const later = ".drawing > * > svg, section.narrative ~ section > div > :is(p, .finding), section.narrative ~ .matter .references > li, .side .text div.pair";
  const parts = [...document.querySelectorAll(later)];
  const show = (part) => (part.style.contentVisibility = "visible");
  const showAll = () => parts.splice(0).forEach(show);
  // A place in the middle is where it is only once all is laid out: for those who come to one,
  // or come back, and for those who follow a link.
  const { name, type } = performance.getEntriesByType("navigation")[0] ?? {};
  if (type != "navigate" || (location + name).includes("#")) showAll();
  addEventListener("click", ({ target }) => target.closest?.("a") && showAll(), true);

  const layOut = () => {
    const end = performance.now() + 6;
    while (parts.length > 0 && performance.now() < end) {
      // What is above the window is laid out at once, and what is read stays where it is.
      const below = parts.findIndex((part) => part.getBoundingClientRect().top > 0);
      const read = parts[below] ?? document.body.lastElementChild;
      const was = read.getBoundingClientRect().top;
      const some = parts.splice(0, (below < 0 ? parts.length : below) + Math.ceil(parts.length / 128));
      some.forEach(show);
      // To ask is to have it laid out.
      const moved = read.getBoundingClientRect().top - was;
      if (moved) scrollBy({ top: moved, behavior: "instant" });
    }
    if (parts.length > 0) setTimeout(layOut);
  };
  const letters = ["em", "strong"].map((name) => {
    const part = document.querySelector(".text " + name);
    return part && document.fonts.load(getComputedStyle(part).font, part.textContent);
  });
  Promise.allSettled(letters).then(() => requestAnimationFrame(() => setTimeout(layOut)));
}

// The part of the text that is read, in the contents beside it.
{
  const nav = document.querySelector(".contents");
  const entries = [...(nav?.querySelectorAll('a[href^="#"]') ?? [])];
  const places = entries.map((entry) => document.getElementById(entry.hash.slice(1))).filter(Boolean);
  let now;
  const mark = () => {
    const read = places.findLast((place) => place.getBoundingClientRect().top < innerHeight / 3);
    const entry = read && entries.find((entry) => entry.hash == "#" + read.id);
    if (entry == now) return;
    now?.removeAttribute("aria-current");
    now = entry;
    now?.setAttribute("aria-current", "true");
    // Only the list is moved, and never the page.
    const at = now ? now.offsetTop - nav.clientHeight / 2 : 0;
    nav.scrollTo({ top: at, behavior: "instant" });
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "9999999px 0px -66% 0px" });
  places.forEach((place) => observer.observe(place));
}

// A place that the contents name leads to the page that has it.
{
  const move = () => {
    const entry = document.getElementById(location.hash.slice(1))?.parentElement;
    if (entry?.matches(".toc li")) location.replace(entry.querySelector("a").href + location.hash);
  };
  addEventListener("hashchange", move);
  move();
}

// Notes, works, figures and tables, shown where they are mentioned.
{
  const box = document.createElement("div");
  box.id = "preview";
  box.role = "tooltip";
  box.className = "preview";
  box.popover = "manual";
  let wanted;
  let link;
  let wait;

  const hide = () => {
    clearTimeout(wait);
    wanted = undefined;
    link?.removeAttribute("aria-describedby");
    if (link) box.hidePopover();
    link = undefined;
  };

  // What the link leads to, without what leads elsewhere or has a name on the page.
  const content = (target) => {
    const parts = target.matches("li")
      ? [...target.childNodes]
      : [target.querySelector("figcaption, caption > span"), target.querySelector(".drawing > .slim > svg")];
    const own = document.createElement("div");
    own.lang = target.closest("[lang]").lang;
    own.append(...parts.filter(Boolean).map((part) => part.cloneNode(true)));
    own.querySelectorAll(".backs, .tip").forEach((part) => part.remove());
    own.querySelectorAll("*").forEach((part) => {
      ["id", "tabindex", "aria-labelledby", "aria-describedby"].forEach((name) => part.removeAttribute(name));
    });
    own.querySelectorAll("a").forEach((part) => part.replaceWith(...part.childNodes));
    own.querySelectorAll("svg").forEach((part) => (part.ariaHidden = true));
    return own;
  };

  // The page that a link leads to. Another page of the text is asked for once; where it does
  // not come, as from a plain folder, nothing is shown.
  const pages = {};
  const read = async (path) => new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  const page = ({ pathname: path }) => (path == location.pathname ? document : (pages[path] ??= read(path).catch(() => undefined)));

  const show = async (own) => {
    hide();
    wanted = own;
    const target = (await page(own))?.getElementById(own.hash.slice(1));
    if (own != wanted) return;
    // A note that stands beside its place is read there.
    const beside = own.closest("sup")?.nextElementSibling;
    if (!target?.matches("li, figure") || (beside?.matches(".aside") && beside.checkVisibility?.())) return;
    link = own;
    box.replaceChildren(content(target));
    link.setAttribute("aria-describedby", box.id);
    box.showPopover();
    const [at, size] = [link, box].map((part) => part.getBoundingClientRect());
    const edge = document.documentElement.clientWidth - size.width - 8;
    const x = Math.max(8, Math.min(at.left + at.width / 2 - size.width / 2, edge));
    const below = at.bottom + 4;
    const y = below + size.height < innerHeight || at.top < size.height ? below : at.top - size.height - 4;
    box.style.translate = `${x}px ${y}px`;
  };

  const later = (work, time) => {
    clearTimeout(wait);
    wait = setTimeout(work, time);
  };
  // A text of one page has all that it mentions.
  const near = document.querySelector(".pager") ? "" : '[href^="#"]';
  const mentions = document.querySelectorAll(`:is(.cite a, a.xref, [role="doc-noteref"])${near}`);
  mentions.forEach((own) => {
    own.onpointerenter = (event) => event.pointerType == "mouse" && later(() => show(own), 150);
    own.onpointerleave = box.onpointerleave = () => later(hide, 250);
    own.onfocus = () => own.matches(":focus-visible") && show(own);
    own.onblur = hide;
  });
  box.onpointerenter = () => clearTimeout(wait);
  addEventListener("keydown", (event) => event.key == "Escape" && hide());
  // A page that is left for another place on it has nothing to show.
  addEventListener("hashchange", hide);
  if (mentions.length) document.body.append(box);
}
