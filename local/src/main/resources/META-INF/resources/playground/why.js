// The explanation, rule by rule.

import {LONG, formatDay, formatMoment, isDay} from './days.js';
import {h} from './dom.js';

const RULES = {
  today: 'Which day is it there?',
  plan: 'Which cadence does the plan give?',
  timeline: 'Which slot is it?',
  order: 'Does it come after all that was opened?',
  window: 'Is it still open?',
  card: 'What has become of it?',
  snooze: 'Was it put off?',
};

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Inputs come as text, whatever they are. */
function spoken(value, zone) {
  if (value === 'null' || value === '') {
    return 'none';
  }
  return isDay(value) ? formatDay(value, LONG) : INSTANT.test(value) ? formatMoment(new Date(value), zone) : value.replace(/^\[(.*)\]$/, '$1');
}

const words = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const rule = ({rule: name, inputs, verdict}, zone) => h('li', {'data-rule': name},
  h('h3', {}, RULES[name] ?? name),
  h('p.verdict', {}, verdict),
  h('dl.inputs', {}, ...Object.entries(inputs).map(([input, value]) =>
    h('div', {}, h('dt', {}, words(input)), h('dd', {}, spoken(value, zone))))));

/** @param {{due: boolean, steps: any[], ahead: {at: string, what: string}[]}} explanation */
export const reasons = ({due, steps, ahead}, zone) => [
  h('ol.rules', {}, ...steps.map((step) => rule(step, zone))),
  h('div.outcome', {},
    h('p', {}, h('b', {}, due ? 'So there is a card.' : 'So there is no card.'),
      ahead.length > 0 ? ' What will change it:' : ' Nothing will change it by itself.'),
    ahead.length > 0 && h('ul.ahead', {}, ...ahead.map(({at, what}) => h('li', {}, `${formatMoment(new Date(at), zone)}: ${what}`)))),
];
