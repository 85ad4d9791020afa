// Charts, mark by mark.
document.querySelectorAll(".tip").forEach((tip) => {
  const svg = tip.previousElementSibling;
  const marks = [...svg.querySelectorAll("[data-y]")];
  const box = (mark) => mark.getBoundingClientRect();
  const same = (mark) => marks.filter((own) => own.dataset.x == mark.dataset.x);
  let now = marks[0];

  const show = (mark) => {
    svg.querySelectorAll(".ring").forEach((ring) => ring.remove());
    tip.textContent = "";
    if (!mark) return;
    now = mark;
    const { name = same(mark)[0].dataset.name, y: value, text = value } = mark.dataset;
    tip.textContent = mark.closest("g[role]").ariaLabel + "\n" + (mark.ariaLabel || name + ": " + text);
    const [at, of, own] = [mark, svg, tip].map(box);
    const x = Math.min(at.x - of.x + (at.width - own.width) / 2, of.width - own.width);
    const y = at.y - of.y - own.height - 9;
    tip.style.translate = `${Math.max(x, 0)}px ${y < 0 ? at.bottom - of.y + 9 : y}px`;
    [1, 2].forEach(() => {
      const ring = mark.cloneNode();
      ring.setAttribute("class", "ring");
      ring.ariaHidden = true;
      ring.style.scale = `${1 + 8 / (at.width || 1)} ${1 + 8 / (at.height || 1)}`;
      svg.append(ring);
    });
  };

  svg.onpointermove = svg.onpointerdown = ({ target, x, y }) => {
    const off = marks.map((mark) => {
      const at = box(mark);
      return mark == target ? -1e9 : Math.max(at.x - x, x - at.right, at.y - y, y - at.bottom);
    });
    show(marks[off.indexOf(Math.min(...off, 40))]);
  };
  svg.onmouseleave = svg.onblur = () => show();
  svg.onfocus = () => svg.matches(":focus-visible") && show(now);

  svg.onkeydown = (event) => {
    const key = event.key;
    const row = /D|U/.test(key) && same(now)[1] ? same(now) : marks;
    const step = { Right: 1, Down: 1, Left: -1, Up: -1 }[key.slice(5)];
    const mark = { Home: marks[0], End: marks.at(-1) }[key] || row[row.indexOf(now) + step];
    if (key == "Escape") svg.blur();
    if (!mark) return;
    show(mark);
    mark.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  };
  svg.tabIndex = 0;
});
