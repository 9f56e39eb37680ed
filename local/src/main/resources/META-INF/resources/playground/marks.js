// How a slot looks: its stones, and a mark that says its state to those who see no colours.

import {s} from './dom.js';
import {cairn} from './stones.js';

const LINES = {
  completed: 'M-.22-.02-.06.15.24-.18',
  missed: 'M-.15-.15.15.15M.15-.15-.15.15',
  expired: 'M-.15-.15.15.15M.15-.15-.15.15',
  dismissed: 'M-.2 0 .2 0',
  snoozed: 'M-.14-.17.14-.17-.14.17.14.17',
};

const scaled = (d, by, x, y) => {
  let isX = false;
  return d.replace(/-?(?:\d+(?:\.\d+)?|\.\d+)/g, (number) => {
    isX = !isX;
    return ` ${Math.round((Number(number) * by + (isX ? x : y)) * 100) / 100}`;
  });
};

/**
 * The stones of one slot, standing on (0, 0).
 *
 * @param {{kind: string, index: number, state: string, width: number}} slot
 * @returns {{nodes: SVGElement[], height: number}}
 */
export function stonesOf({kind, index, state, width}) {
  const {outlines, height, base} = cairn(kind === 'milestone' ? index + 1 : 1, width, index);
  const isOpen = state === 'open' || state === 'due';
  const middle = -base * 0.53;
  const line = LINES[state];
  return {
    height,
    nodes: [
      ...(isOpen ? [s('ellipse.halo', {cx: 0, cy: -height / 2, rx: width * 0.5 + 9, ry: height / 2 + 9})] : []),
      ...outlines.map((d) => s('path.rock', {d})),
      ...(line && width > 12 ? [s('path.mark', {d: scaled(line, Math.max(width, 18) * 0.5, 0, middle)})] : []),
      ...(isOpen && width > 12 ? [s('circle.mark.dot', {cx: 0, cy: middle, r: Math.max(2.2, width * 0.08)})] : []),
    ],
  };
}
