// A program in fields: what is put in is asked about at once, and each fault is shown where it was made.

import {daysOf, spoken} from './definition.js';
import {h} from './dom.js';

const idOf = (field) => `draft-${field.replaceAll('/', '-')}`;
const labelled = (label, control) => [h('label', {for: control.id}, label), control];

export class Tryout {
  #form;
  #picture;
  #onchange;
  #draft;

  /** @param {HTMLFormElement} form @param {HTMLElement} picture that stays in sight @param {(draft: any) => void} onchange */
  constructor(form, picture, onchange) {
    this.#form = form;
    this.#picture = picture;
    this.#onchange = onchange;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('focusin', () => requestAnimationFrame(() => this.keepInView()));
  }

  /** The field somebody writes in is not to hide behind the picture, nor to move away with what stands above it. */
  keepInView() {
    if (this.#form.contains(document.activeElement)) {
      document.documentElement.style.setProperty('--picture', `${this.#picture.offsetHeight}px`);
      document.activeElement?.scrollIntoView({block: 'nearest'});
    }
  }

  /** @param {ReturnType<typeof import('./definition.js').toDraft>} draft */
  show(draft) {
    this.#draft = structuredClone(draft);
    this.#build();
  }

  /** @param {Map<string, string[]>} faults by field */
  refuse(faults) {
    for (const place of this.#all('.fault')) {
      const field = place.dataset.field;
      const said = (faults.get(field) ?? []).join('; ');
      place.textContent = said;
      this.#form.querySelector(`[id="${idOf(field)}"]`)?.setAttribute('aria-invalid', String(said !== ''));
    }
  }

  /** @returns {NodeListOf<HTMLElement>} */
  #all(selector) {
    return this.#form.querySelectorAll(selector);
  }

  #changed(rebuild = '') {
    if (rebuild) {
      this.#build();
      this.#all(`[id="${idOf(rebuild)}"]`)[0]?.focus();
    }
    this.#all('.spoken').forEach((place) => {
      place.textContent = this.#speak(place.dataset.field);
    });
    this.#onchange(structuredClone(this.#draft));
  }

  #speak(field) {
    const [group, row] = field.split('/');
    const draft = this.#draft;
    if (group === 'milestones') {
      const days = daysOf(draft.milestones[row]);
      return days === null ? '' : `day ${days}`;
    }
    if (group === 'cadences') {
      const words = spoken(draft.cadences[row].period);
      return words && `every ${words.replace(/^1 /, '')}`;
    }
    return draft.window === 'none' ? 'until the next slot' : spoken(draft.window) && `${spoken(draft.window)}, or until the next slot`;
  }

  #input(field, label, value, onvalue, more = {}) {
    return h('input', {
      id: idOf(field), value, 'aria-label': label, 'aria-describedby': `${idOf(field)}-fault`, autocomplete: 'off', spellcheck: 'false',
      oninput: ({target}) => (onvalue(target.value), this.#changed()), ...more,
    });
  }

  #fault = (field) => h('span.fault', {id: `${idOf(field)}-fault`, 'data-field': field});
  #spoken = (field) => h('span.spoken', {'data-field': field}, this.#speak(field));

  #remover(label, group, row) {
    return h('button.remove', {type: 'button', 'aria-label': `Remove ${label}`, onclick: () => {
      this.#draft[group].splice(row, 1);
      this.#changed(`${group}/${Math.max(0, row - 1)}`);
    }}, '×');
  }

  #adder(text, group, make) {
    return h('button.secondary', {type: 'button', onclick: () => {
      this.#draft[group].push(make());
      this.#changed(`${group}/${this.#draft[group].length - 1}`);
    }}, text);
  }

  #build() {
    const draft = this.#draft;
    const milestones = draft.milestones.map((period, row) => {
      const field = `milestones/${row}`;
      return h('div.row.single', {},
        this.#input(field, `Milestone ${row + 1}`, period, (value) => (draft.milestones[row] = value)),
        this.#remover(`milestone ${row + 1}`, 'milestones', row), this.#spoken(field), this.#fault(field));
    });
    const cadences = draft.cadences.map(({name, period}, row) => {
      const field = `cadences/${row}`;
      return h('div.row', {},
        this.#input(field, `Name of cadence ${row + 1}`, name, (value) => this.#rename(row, value)),
        this.#input(`${field}/period`, `Period of cadence ${row + 1}`, period, (value) => (draft.cadences[row].period = value), {'aria-describedby': `${idOf(field)}-fault`}),
        this.#remover(`cadence ${row + 1}`, 'cadences', row), this.#spoken(field), this.#fault(field));
    });
    const plans = draft.plans.map(({name, cadence}, row) => {
      const field = `plans/${row}`;
      return h('div.row', {},
        this.#input(field, `Name of plan ${row + 1}`, name, (value) => (draft.plans[row].name = value)),
        this.#cadenceOf(row, cadence),
        this.#remover(`plan ${row + 1}`, 'plans', row), this.#fault(field));
    });
    this.#form.replaceChildren(
      h('fieldset', {}, h('legend', {}, 'Milestones, after the start'), h('div.milestones', {}, ...milestones), this.#fault('milestones'),
        this.#adder('Add a milestone', 'milestones', () => this.#nextMilestone())),
      h('fieldset', {}, h('legend', {}, 'Cadences, after the last milestone'), ...cadences, this.#fault('cadences'),
        this.#adder('Add a cadence', 'cadences', () => ({name: '', period: 'P1M'}))),
      h('fieldset', {}, h('legend', {}, 'Plans, and the cadence of each'), ...plans, this.#fault('plans'),
        this.#adder('Add a plan', 'plans', () => ({name: '', cadence: draft.cadences[0]?.name ?? ''}))),
      h('div.two', {},
        h('div', {}, ...labelled('Window', this.#input('window', null, draft.window, (value) => (draft.window = value))),
          this.#spoken('window'), this.#fault('window')),
        h('div', {}, ...labelled('Announced at', this.#input('announceAt', null, draft.announceAt, (value) => (draft.announceAt = value))),
          this.#fault('announceAt'))));
  }

  #nextMilestone() {
    const days = this.#draft.milestones.map(daysOf).filter((day) => day !== null);
    return `P${Math.max(0, ...days) + 7}D`;
  }

  /** Plans follow a cadence by its name, and go on to follow it when it gets another. */
  #rename(row, name) {
    const before = this.#draft.cadences[row].name;
    this.#draft.cadences[row].name = name;
    this.#draft.plans.filter(({cadence}) => before !== '' && cadence === before).forEach((plan) => (plan.cadence = name));
    this.#draft.plans.forEach((plan, at) => this.#form.querySelector(`[id="${idOf(`plans/${at}/cadence`)}"]`)?.replaceWith(this.#cadenceOf(at, plan.cadence)));
  }

  #cadenceOf(row, cadence) {
    const names = [...new Set([...this.#draft.cadences.map(({name}) => name), cadence])].filter(Boolean);
    return h('select', {
      id: idOf(`plans/${row}/cadence`), 'aria-label': `Cadence of plan ${row + 1}`, 'aria-describedby': `${idOf(`plans/${row}`)}-fault`,
      onchange: ({target}) => ((this.#draft.plans[row].cadence = target.value), this.#changed()),
    }, h('option', {value: '', selected: cadence === ''}, 'milestones only'),
    ...names.map((name) => h('option', {value: name, selected: name === cadence}, name)));
  }
}
