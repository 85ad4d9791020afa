// Pictures compared dot by dot, inside a page.

/**
 * How a browser's drawing of an SVG file and the PNG file beside it differ: their sizes, the
 * mean difference and that from a white sheet, as parts of one, and lines of text that one of
 * them lacks or writes in other letters. It is sent to the browser by itself, so it holds all
 * that it uses.
 */
export async function compare({ svg, png, markup }) {
  // Letters in another font differ by 0.2, the same letters at their edges only.
  const OTHER_LETTERS = 0.1;
  // The part of the box of a line that letters fill at least.
  const LEAST_INK = 0.03;
  // From what is around it, in steps of a channel.
  const SEEN = 64;

  const shown = async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return picture;
  };
  const [drawn, file] = [await shown(svg), await shown(png)];
  const { width, height } = file;
  const dots = (picture) => {
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  };
  const [theirs, ours] = [dots(drawn), dots(file)];
  const everywhere = { left: 0, top: 0, right: width, bottom: height };

  const colours = [0, 1, 2];
  const mean = ({ left, right, top, bottom }, off) => {
    let sum = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += off(4 * (y * width + x));
    return sum / ((right - left) * (bottom - top));
  };
  const differ = (at) => colours.reduce((sum, own) => sum + Math.abs(ours[at + own] - theirs[at + own]), 0) / 765;
  const white = (at) => colours.reduce((sum, own) => sum + 255 - ours[at + own], 0) / 765;

  /** The part of a box that is not in the colour of most of it. */
  const ink = (data, box) => {
    const counts = new Map();
    const colour = (at) => data[at] * 65536 + data[at + 1] * 256 + data[at + 2];
    mean(box, (at) => counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1).size);
    const [ground] = [...counts].sort(([, one], [, other]) => other - one)[0];
    const parts = [ground >> 16, (ground >> 8) & 255, ground & 255];
    return mean(box, (at) => Number(colours.some((own) => Math.abs(data[at + own] - parts[own]) > SEEN)));
  };

  /** The lines of text with their boxes in dots, as the page lays them out. */
  const lines = () => {
    const root = document.importNode(new DOMParser().parseFromString(markup, "image/svg+xml").documentElement, true);
    // The page has styles of its own for this class.
    root.removeAttribute("class");
    document.body.append(root);
    const { left, top, width: wide } = root.getBoundingClientRect();
    const scale = width / wide;
    const all = [...root.querySelectorAll("text")].flatMap((text) => (text.querySelector("tspan") ? [...text.children] : [text]));
    const found = all.map((line) => {
      const box = line.getBoundingClientRect();
      return {
        words: line.textContent,
        left: Math.floor((box.left - left) * scale),
        right: Math.ceil((box.right - left) * scale),
        top: Math.floor((box.top - top) * scale),
        bottom: Math.ceil((box.bottom - top) * scale),
      };
    });
    root.remove();
    return found;
  };

  const all = lines();
  const lost = all.filter((box) => {
    const blank = [theirs, ours].some((data) => ink(data, box) < LEAST_INK);
    return blank || mean(box, differ) > OTHER_LETTERS;
  });
  return {
    sizes: [[2 * drawn.naturalWidth, 2 * drawn.naturalHeight], [width, height]],
    mean: mean(everywhere, differ),
    blank: mean(everywhere, white),
    lines: all.length,
    lost: lost.map(({ words }) => words),
  };
}

/** The size of a PNG file in dots, and how far it is from a white sheet, as a part of one. */
export async function look(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const sum = data.reduce((sum, part, at) => (at % 4 === 3 ? sum : sum + 255 - part), 0);
  return { size: [width, height], blank: sum / (width * height * 765) };
}
