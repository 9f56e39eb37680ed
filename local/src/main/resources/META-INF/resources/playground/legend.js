// What the stones mean: drawn as they are drawn in the picture.

import {h, s} from './dom.js';
import {stonesOf} from './marks.js';
import {STATES} from './slots.js';

const LISTED = ['completed', 'open', 'snoozed', 'dismissed', 'expired', 'missed'];

const stone = (state, kind = 'recurring', index = 0) => s(`g.${state}`, {}, ...stonesOf({kind, index, state, width: 28}).nodes);

export const entries = () => [
  ['milestone', () => s('g.upcoming', {}, ...stonesOf({kind: 'milestone', index: 2, state: 'upcoming', width: 24}).nodes)],
  ['recurring', () => stone('upcoming')],
  ...LISTED.map((state) => [STATES[state], () => stone(state)]),
  ['time it is open', () => s('rect.window.upcoming', {x: -15, y: -12, width: 30, height: 10, rx: 5})],
];

export const showLegend = (list) => list.replaceChildren(...entries().map(([name, draw]) =>
  h('li', {}, s('svg', {viewBox: '-17 -22 34 28', 'aria-hidden': 'true'}, draw()), name)));
