// Two tabs at once: both answers side by side, and what was stored.

import {formatMoment} from './days.js';
import {h} from './dom.js';

const fact = (name, value) => [h('dt', {}, name), h('dd', {}, value)];

const tab = (number, {status, due, took}, program, zone) => {
  const card = due.find((one) => one.program === program);
  return h('div.tab', {role: 'group', 'aria-label': `Tab ${number}`}, h('h3', {}, `Tab ${number}`), h('dl', {},
    ...fact('answer', `${status}, after ${took} ms`),
    ...(card ? [
      ...fact('slot', card.slot),
      ...fact('check-in', h('span.id', {}, card.id)),
      ...fact('opened', `${formatMoment(new Date(card.openedAt), zone)} ${card.openedAt.slice(17, 23)} s`),
    ] : fact('card', 'none'))));
};

const idsOf = (tabs, program) => new Set(tabs.map(({due}) => due.find((card) => card.program === program)?.id ?? ''));

/**
 * @param {{tabs: {status: number, due: any[], took: number}[], rows: any[]}} outcome
 * @param {string} moved what had to be done first, in a sentence; empty if nothing
 */
export function outcome({tabs, rows}, program, zone, moved) {
  const ids = idsOf(tabs, program);
  const same = ids.size === 1 && !ids.has('');
  const stored = rows.filter(({id}) => ids.has(id)).length;
  const verdict = same && stored === 1
    ? 'The same check-in, in both tabs. Its history has one row.'
    : `Not the same: ${ids.size} answers, ${stored} rows. That is a bug; please report it.`;
  return [
    moved && h('p.help', {}, moved),
    h('div.pair', {}, ...tabs.map((one, at) => tab(at + 1, one, program, zone))),
    h('p.outcome', {'data-same': String(same), 'data-rows': String(stored)}, verdict),
  ].filter(Boolean);
}
