// Whose journey it is: program, start, zone, plans.

import {LONG, formatDay} from './days.js';
import {$, h} from './dom.js';
import {planOn} from './scenario.js';

/**
 * @param {{propose: (change: any) => void, changePlan: (plan: string) => void, dropChange: (since: string) => void}} on
 */
export function controls(on) {
  const [program, startedOn, zone] = ['#program', '#startedOn', '#zone'].map($);
  $('#controls').addEventListener('submit', (event) => event.preventDefault());
  program.addEventListener('change', () => on.propose({program: program.value}));
  startedOn.addEventListener('change', () => on.propose({startedOn: startedOn.value}));
  zone.addEventListener('change', () => on.propose({zone: zone.value.trim()}));
  $('#zones').append(...Intl.supportedValuesOf('timeZone').map((name) => h('option', {value: name})));

  return {
    offer: (names) => program.replaceChildren(...names.map((name) => h('option', {value: name}, name))),

    /** @param {import('./scenario.js').Scenario} scenario @param {string[]} plans @param {string} today there */
    show(scenario, plans, today) {
      program.value = scenario.program;
      // What is wrong is left to be corrected.
      [startedOn, zone].filter((control) => control.getAttribute('aria-invalid') !== 'true')
        .forEach((control) => (control.value = scenario[control.id]));
      const chosen = planOn(scenario.plans, today);
      const offered = plans.includes(chosen) ? plans : [...plans, chosen];
      const shown = [...$('#plans').querySelectorAll('input')].map(({value}) => value);
      if (shown.join() !== offered.join()) {
        $('#plans').replaceChildren(...offered.map((plan) => h('label', {},
          h('input', {type: 'radio', name: 'plan', value: plan, onchange: () => on.changePlan(plan)}), h('span', {}, plan))));
      }
      $('#plans').querySelectorAll('input').forEach((input) => (input.checked = input.value === chosen));
      $('#history').replaceChildren(...(scenario.plans.length < 2 ? [] : scenario.plans).map(({plan, since}) =>
        h('li', {}, since === null ? `${plan} from the beginning` : `${plan} since ${formatDay(since, LONG)}`,
          since !== null && h('button.quiet', {type: 'button', 'aria-label': `Undo ${plan} since ${formatDay(since, LONG)}`, onclick: () => on.dropChange(since)}, 'undo'))));
    },

    /** @param {Map<string, string[]>} faults by field */
    refuse(faults) {
      for (const [field, control] of [['startedOn', startedOn], ['zone', zone], ['plan', null]]) {
        const said = (faults.get(field) ?? []).join('; ');
        $(`#${field}-fault`).textContent = said;
        control?.setAttribute('aria-invalid', String(said !== ''));
      }
    },
  };
}
