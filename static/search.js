// Searches an edition from any folder: what it searches are scripts that call `baspaIndex`.
(() => {
  const finder = document.querySelector(".finder");
  const field = finder.querySelector("input");
  const list = finder.querySelector(".hits");
  const count = finder.querySelector(".count");
  const entries = document.querySelector(".entries");
  const SHOWN = 30;

  // Parts of the index: each is asked for once, when it is needed.
  const parts = new Map();
  const place = (name) => {
    if (!parts.has(name)) {
      const own = {};
      own.promise = new Promise((give) => (own.give = give));
      parts.set(name, own);
    }
    return parts.get(name);
  };
  window.baspaIndex = (name, data) => {
    place(name).asked = true;
    place(name).give(data);
  };
  const part = (name) => {
    const own = place(name);
    if (!own.asked) {
      own.asked = true;
      const script = document.createElement("script");
      script.src = `${finder.dataset.index}${name}.js`;
      document.head.append(script);
    }
    return own.promise;
  };

  // Words, as src/search/words.rs reads them.
  const LETTERS = /^\p{Alphabetic}/u;
  const WORD =
    /[1-9]\d{0,2}(?:[ ,\u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|\p{Alphabetic}[\p{Alphabetic}\u0300-\u036f\u00ad]*/gu;
  const words = (text) =>
    [...text.matchAll(WORD)].filter(([own]) => !LETTERS.test(own) || [...own].length > 1);
  const number = (own) => own.replace(/[ ,\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, "").replace(",", ".");

  // Rules of the language, as src/search/grammar.rs applies them.
  let head;
  const fold = (word) => {
    if (!LETTERS.test(word)) return number(word);
    let own = word.toLowerCase().replace(/\u00ad/g, "").normalize();
    for (const pairs of head.folds) own = own.replace(pairs.pattern, (found) => pairs.map.get(found));
    own = own.normalize("NFD").replace(/([a-z])[\u0300-\u036f]+/g, "$1");
    return own.normalize().replace(/[\u0300-\u036f]/g, "");
  };
  const once = (word, [first, never, rules]) => {
    for (const [ending, instead, after, stay] of rules) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, word.length - ending.length);
      if (after && !(rest && after.includes(rest.at(-1)))) continue;
      const short = stay < 4 && rest.length === 2 && first.includes(rest[0]) && !never.includes(rest[1]);
      if (instead || rest.length >= stay || short) return rest + instead;
    }
    return word;
  };
  const stems = new Map();
  const stem = (word) => {
    if (!stems.has(word)) {
      let own = fold(word);
      if (LETTERS.test(word)) {
        for (const strip of head.endings) {
          for (let i = 0, before; i < 12 && before !== own; i++) own = once((before = own), strip);
        }
      }
      stems.set(word, own);
    }
    return stems.get(word);
  };
  const prepare = (data) => {
    for (const pairs of data.folds) {
      pairs.map = new Map(pairs);
      pairs.pattern = new RegExp([...pairs.map.keys()].join("|"), "gu");
    }
    head = data;
  };

  // Stems that begin so, each with its postings.
  const lines = new Map();
  const beginning = async (start) => {
    const { stems } = head;
    const found = [];
    for (let at = Math.max(stems.findLastIndex((own) => own <= start), 0); at < stems.length && (stems[at] <= start || stems[at].startsWith(start)); at++) {
      if (!lines.has(at)) lines.set(at, (await part(`t${at}`)).split("\n"));
      found.push(...lines.get(at).filter((line) => line.startsWith(start)));
    }
    return found.map((line) => line.split(" "));
  };
  // What a word of the query stands for: its stem, what goes on as the last word does, or,
  // where there is none, what has its beginning in common.
  const meant = async (word, isLast) => {
    const own = stem(word);
    const found = await beginning(own);
    const exact = found.filter(([other]) => other === own);
    const typed = fold(word);
    if (isLast && typed.length > 1) {
      exact.push(...(await beginning(typed)).filter(([other]) => other !== own));
      if (own !== typed && own.length > 3) {
        exact.push(...found.filter(([other]) => other !== own && typed.startsWith(other)));
      }
    }
    if (exact.length || !LETTERS.test(word)) return [exact, own];
    for (let length = own.length; length >= Math.max(4, own.length * 0.7); length--) {
      const near = await beginning(own.slice(0, length));
      if (near.length) return [near, own];
    }
    return [[], own];
  };

  const search = async (query) => {
    const asked = words(query).map(([own]) => own);
    const scores = new Map();
    const hits = new Set();
    let all = 0;
    for (const [at, word] of asked.entries()) {
      const [found, own] = await meant(word, at === asked.length - 1 && !/\s$/.test(query));
      const best = new Map();
      for (const [other, ...numbers] of found) {
        hits.add(other);
        let entry = 0;
        for (const written of numbers) {
          const value = parseInt(written, 36);
          entry += Math.floor(value / head.weights);
          const weight = (value % head.weights) * (other === own ? 1 : 0.5);
          best.set(entry, Math.max(weight, best.get(entry) ?? 0));
        }
      }
      const rare = Math.log(1 + head.count / (best.size || 0.5));
      all += rare;
      for (const [entry, weight] of best) {
        const score = scores.get(entry) ?? { entry, sum: 0, part: 0 };
        score.sum += weight * rare;
        score.part += rare;
        scores.set(entry, score);
      }
    }
    const ranked = [...scores.values()];
    for (const own of ranked) own.rank = own.sum * (own.part / all) ** 2;
    const most = Math.max(...ranked.map((own) => own.part));
    const near = ranked.filter((own) => own.part >= most * 0.4);
    near.sort((one, other) => other.rank - one.rank || one.entry - other.entry);
    return [near.map((own) => own.entry), hits];
  };

  const entry = async (at) => (await part(`r${Math.floor(at / head.size)}`))[at % head.size];

  // Text with the words that were found marked, from a little before the first.
  const marked = (text, hits, length) => {
    const found = words(text).filter(([own]) => hits.has(stem(own)));
    const span = document.createElement("span");
    let most = 0;
    let start = 0;
    found.forEach(({ index }, at) => {
      const within = new Set();
      for (const own of found.slice(at)) if (own.index < index + length * 0.8) within.add(stem(own[0]));
      if (within.size > most) [most, start] = [within.size, index];
    });
    start = start < length / 3 ? 0 : text.indexOf(" ", start - length / 4) + 1;
    let end = start + length < text.length ? text.lastIndexOf(" ", start + length) : text.length;
    if (end <= start) end = text.length;
    let at = start;
    if (start) span.append("… ");
    for (const { 0: own, index } of found) {
      if (index < start || index + own.length > end) continue;
      const mark = document.createElement("mark");
      mark.textContent = own;
      span.append(text.slice(at, index), mark);
      at = index + own.length;
    }
    span.append(text.slice(at, end), end < text.length ? " …" : "");
    return span;
  };
  const hit = ([href, label, title, text, lang], hits) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    const add = (name, content, kind) => {
      const own = document.createElement(name);
      if (kind) own.className = kind;
      if (lang && kind !== "what") own.lang = lang;
      own.append(...content);
      link.append(own, " ");
    };
    if (label) add("span", [label], "what");
    add("b", marked(title, hits, Infinity).childNodes);
    if (text) add("span", marked(text, hits, 220).childNodes, "words");
    item.append(link);
    return item;
  };

  let turn = 0;
  const show = async () => {
    const own = ++turn;
    const query = field.value.normalize();
    const address = query.trim() ? `#q=${encodeURIComponent(query.trim())}` : "#";
    history.replaceState(null, "", address);
    prepare.done ??= part("head").then(prepare);
    await prepare.done;
    const [found, hits] = words(query).length ? await search(query) : [[], new Set()];
    const shown = await Promise.all(found.slice(0, SHOWN).map(entry));
    if (own !== turn) return;
    list.replaceChildren(...shown.map((row) => hit(row, hits)));
    entries.hidden = found.length > 0;
    const { results, best, none } = finder.dataset;
    const said = found.length > SHOWN ? best : found.length ? results : query.trim() ? none : "";
    count.textContent = said.replace("{n}", found.length).replace("{shown}", SHOWN);
  };

  const ask = () => {
    const { hash, search: after } = location;
    const asked = new URLSearchParams(hash.startsWith("#q=") ? hash.slice(1) : after).get("q");
    if (asked === null) return;
    field.value = asked;
    show();
  };
  finder.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && links.length) (links[at + step] ?? (at + step < 0 ? field : links[at])).focus();
    else if (event.key === "Escape") {
      field.value = "";
      field.focus();
      show();
    } else if (event.key === "Enter" && at < 0 && links.length) links[0].click();
    else return;
    event.preventDefault();
  });
  field.addEventListener("input", show);
  addEventListener("hashchange", ask);
  finder.hidden = false;
  part("head");
  ask();
})();
