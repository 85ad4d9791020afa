// Dots of pictures, compared inside a page.

/**
 * Both sizes, the mean difference of two PNG files and that of the first from a white sheet,
 * as parts of one. It is sent to the browser by itself, so it holds all that it uses.
 */
export async function difference([one, other]) {
  const dots = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const mean = (data, due) => {
    let sum = 0;
    let count = 0;
    for (let at = 0; at < data.length; at++) {
      if (at % 4 === 3) continue;
      sum += Math.abs(data[at] - due(at));
      count++;
    }
    return sum / count / 255;
  };
  const [first, second] = [await dots(one), await dots(other)];
  return {
    size: [first.width, first.height],
    other: [second.width, second.height],
    mean: mean(first.data, (at) => second.data[at]),
    blank: mean(first.data, () => 255),
  };
}
