// The picture as a file of its own: every look written into it, so that it needs this page no more.

import {s} from './dom.js';
import {HEIGHT} from './layout.js';
import {entries} from './legend.js';

const HEAD = 92;
const SIDE = 26;
const ROW = 44;
const PROPERTIES = [
  'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'paint-order', 'opacity',
  'font-family', 'font-size', 'font-weight', 'text-anchor',
];
const DEFAULTS = {stroke: 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-dasharray': 'none', 'paint-order': 'normal', opacity: '1'};
const PLAIN = new Set(['TITLE', 'DESC', 'title', 'desc', 'g']);

/** Copies what CSS says about `from` onto `to`, as attributes that every viewer knows. */
function dress(from, to) {
  const style = getComputedStyle(from);
  if (!PLAIN.has(from.tagName)) {
    for (const name of PROPERTIES) {
      const value = style.getPropertyValue(name);
      const ofText = /^(font|text)/.test(name) && from.tagName !== 'text';
      if (!ofText && value !== '' && value !== DEFAULTS[name]) {
        to.setAttribute(name, value.replaceAll('"', "'"));
      }
    }
    if (style.getPropertyValue('stroke') === 'none') {
      to.removeAttribute('stroke-width');
    }
  }
  // Where it will lie, not where it is on its way there.
  const [, x, y] = /translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(from.style.transform) ?? [];
  if (x !== undefined) {
    to.setAttribute('transform', `translate(${x} ${y})`);
  }
  for (const name of to.getAttributeNames()) {
    if (/^(class|style|role|tabindex|id|aria-.*|data-.*)$/.test(name)) {
      to.removeAttribute(name);
    }
  }
  [...from.children].forEach((child, at) => dress(child, to.children[at]));
  return to;
}

const dressed = (element) => dress(element, element.cloneNode(true));

/**
 * @param {SVGSVGElement} path the picture on the page
 * @param {{title: string, caption: string, now: string}} words
 * @returns {string} a document
 */
export function standalone(path, {title, caption, now}) {
  const {width} = path.viewBox.baseVal;
  // Only what is in the page has a look; so it is put there, unseen, until it was copied.
  const stage = s('svg', {width, height: 1, style: 'position: absolute; visibility: hidden'});
  const place = path.parentElement;
  stage.id = path.id;
  place.append(stage);
  const put = (element) => (stage.append(element), dressed(element));

  const perRow = Math.max(1, Math.floor((width - 2 * SIDE) / 134));
  const legend = entries().map(([name, draw], at) => {
    const [x, y] = [SIDE + (at % perRow) * ((width - 2 * SIDE) / perRow), HEAD + HEIGHT + 50 + Math.floor(at / perRow) * ROW];
    const stone = put(draw());
    return s('g', {transform: `translate(${x + 17} ${y})`}, s('g', {}, stone), put(s('text.legend-name', {x: 28, y: -5, style: 'text-anchor: start'}, name)));
  });
  const height = HEAD + HEIGHT + 40 + Math.ceil(legend.length / perRow) * ROW;
  const sky = put(s('rect', {x: 0, y: 0, width, height, style: 'fill: var(--sky)'}));
  const heading = put(s('text', {x: SIDE, y: 40, style: 'text-anchor: start; font: 500 24px var(--serif); fill: var(--ink)'}, title));
  const below = put(s('text', {x: SIDE, y: 66, style: 'text-anchor: start; font-size: 14px'}, caption));
  const nowX = Number(path.querySelector('line.now').getAttribute('x1'));
  const side = nowX < 70 ? 'start' : nowX > width - 70 ? 'end' : 'middle';
  const label = put(s('text', {x: side === 'start' ? nowX - 4 : side === 'end' ? nowX + 4 : nowX, y: 34, style: `text-anchor: ${side}; font-weight: 700; font-size: 14px; fill: var(--accent)`}, now));
  const picture = [...path.children].filter(({tagName}) => !/^(title|desc)$/.test(tagName)).map(dressed);
  stage.remove();

  const whole = s('svg', {xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-labelledby': 'title desc'},
    s('title', {id: 'title'}, path.querySelector('title').textContent),
    s('desc', {id: 'desc'}, path.querySelector('desc').textContent),
    sky, heading, below,
    s('g', {transform: `translate(0 ${HEAD})`}, label, ...picture),
    ...legend);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
}

export function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Revoked at once, some browsers have not begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
