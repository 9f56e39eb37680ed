// Elements in one line, and the stones.

/** Listens; a crash in the listener bubbles as `crash`, and whoever holds the elements hears of it. */
export function on(element, type, listener) {
  element.addEventListener(type, (event) => {
    try {
      listener(event);
    } catch (error) {
      element.dispatchEvent(new CustomEvent('crash', {bubbles: true, detail: error}));
    }
  });
}

/**
 * @param {string} name of the element, with classes: `p.fault`
 * @param {Record<string, any>} [attributes] `onclick` and the like are listeners; false and null leave an attribute out
 * @param {...(Node | string | null | undefined)} children
 * @returns {any}
 */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) {
    element.className = classes.join(' ');
  }
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      on(element, key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Of a bug, its name and the places in the code. Its message may quote what somebody wrote. */
export const placesIn = (error) => ({
  name: String(error?.name ?? typeof error),
  at: String(error?.stack).match(/[\w-]+\.js:\d+:\d+/g)?.slice(0, 10) ?? [],
});

/** Runs once, as soon as what is on the page has been painted; where nothing is painted, as in a tab behind others, soon. */
export function afterPaint(run) {
  const frame = requestAnimationFrame(() => {
    clearTimeout(unpainted);
    setTimeout(run);
  });
  const unpainted = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, 250);
}

/** A cairn: one stone for each part of the way, the last of them just being put down. Decoration, so it has no name. */
export function stones(count) {
  const svg = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 96 84');
  drawing.setAttribute('class', 'stones');
  drawing.setAttribute('aria-hidden', 'true');
  const outlines = [
    'M10 74c-3-9 8-16 36-16s42 5 40 14-14 10-38 10-36-1-38-8z',
    'M22 52c-1-8 10-13 28-13s27 6 25 13-12 8-27 8-25-1-26-8z',
    'M32 33c0-7 7-11 18-11s17 5 15 11-8 8-17 8-16-2-16-8z',
    'M40 15c0-6 4-9 10-9s9 4 8 9-5 7-10 7-8-2-8-7z',
  ];
  outlines.slice(0, count).forEach((outline) => {
    const stone = document.createElementNS(svg, 'path');
    stone.setAttribute('d', outline);
    drawing.append(stone);
  });
  return drawing;
}
