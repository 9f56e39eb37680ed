// Stones: outlines drawn by hand, in a box one wide and standing on the line y = 0.

const OUTLINES = [
  'M-.48-.16C-.5-.36-.3-.5-.02-.52.26-.53.47-.4.49-.2.5-.05.34 0 .02 0-.3.01-.46-.03-.48-.16z',
  'M-.49-.2C-.47-.4-.24-.48.04-.47.32-.46.5-.34.48-.15.46-.02.26.01-.04 0-.34 0-.5-.06-.49-.2z',
  'M-.47-.22C-.45-.45-.18-.55.1-.52.36-.49.5-.33.47-.15.44-.02.22.01-.06 0-.34 0-.49-.06-.47-.22z',
  'M-.48-.14C-.5-.3-.36-.44-.1-.49.2-.54.46-.42.49-.22.5-.06.32.01.02 0-.28 0-.47-.02-.48-.14z',
];
const HEIGHTS = [0.52, 0.475, 0.525, 0.5];

const round = (number) => Math.round(number * 100) / 100;

/** The outline, `width` wide, its foot at (x, y). Only numbers change: no transform, so that line widths stay true. */
function outline(which, width, x, y) {
  let isX = false;
  return OUTLINES[which].replace(/-?(?:\d+(?:\.\d+)?|\.\d+)/g, (number) => {
    isX = !isX;
    const at = Number(number) * width + (isX ? x : y);
    return `${at < 0 ? '' : ' '}${round(at)}`;
  });
}

const MOST_LAYERS = 5;

/**
 * A cairn of so many stones: the way so far, one stone for each milestone up to this one.
 *
 * @returns {{outlines: string[], height: number, base: number}} `base`: the height of the lowest stone
 */
export function cairn(layers, width, seed) {
  const outlines = [];
  let height = 0;
  let base = 0;
  for (let layer = 0; layer < Math.min(layers, MOST_LAYERS); layer += 1) {
    const which = (seed + layer) % OUTLINES.length;
    const wide = width * (1 - layer * 0.17);
    const lean = layer === 0 ? 0 : (((seed + layer * 3) % 5) - 2) * width * 0.03;
    outlines.push(outline(which, wide, lean, -height));
    height += HEIGHTS[which] * wide * 0.94;
    base ||= height;
  }
  return {outlines, height, base};
}
