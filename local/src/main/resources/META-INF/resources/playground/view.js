// The picture and the words around it, from what is known.

import {LONG, SHORT, dayOf, formatDay, formatMoment, daysBetween, plusDays, position} from './days.js';
import {$, h} from './dom.js';
import {follow, scale} from './layout.js';
import {Path} from './path.js';
import {HORIZON} from './scenario.js';
import {STATES, eras, shownSlots} from './slots.js';

const PHONE = 640;

function summary(slots) {
  const counts = new Map();
  for (const {state} of slots.filter(({state: one}) => one !== 'upcoming')) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].map(([state, count]) => `${count} ${STATES[state]}`).join(', ');
}

export class View {
  #stage = $('#stage');
  #tip = $('#tip');
  #path;
  #from = '';
  #startedOn = '';
  #span = 0;

  /** @param {() => void} onview another part of the path, or another width of it, is to be drawn */
  constructor(onview) {
    this.#path = new Path($('#path'), (said, node) => this.#point(said, node));
    const span = $('#span');
    let chosen = false;
    const fit = () => {
      if (!chosen) {
        span.value = this.#stage.clientWidth < PHONE ? '70' : '120';
      }
      if (this.#span !== Number(span.value)) {
        this.#span = Number(span.value);
        this.#from = '';
      }
    };
    span.addEventListener('change', () => {
      chosen = true;
      fit();
      onview();
    });
    fit();
    new ResizeObserver(() => {
      // Another width is no movement in time.
      this.#stage.classList.remove('settled');
      fit();
      onview();
    }).observe(this.#stage);
  }

  get #view() {
    return {from: this.#from, days: this.#span, width: Math.max(280, this.#stage.clientWidth)};
  }

  /** The day under a pixel of the stage. */
  dayAt = (pixel) => plusDays(this.#from, Math.floor(scale(this.#view).positionAt(pixel)));

  /**
   * @param {{scenario: any, at: Date, definition: any, preview: any, lived: any[], name: string, still: boolean}} known
   *   `still`: the view stays where it is while something is dragged along it
   * @returns {{slots: any[], title: string, plain: string, handle: any}} what was drawn, and where *now* is
   */
  draw(known) {
    const {scenario, at, definition, preview, lived, name, still} = known;
    const {startedOn, zone, plans} = scenario;
    const today = dayOf(at, zone);
    const lastPlan = plans.at(-1).plan;
    const slots = shownSlots({...preview, today}, lived, definition.window, Boolean(definition.plans[lastPlan]));
    if (!still || !this.#from) {
      // Another start is another path: it is seen from its beginning.
      this.#from = follow((startedOn === this.#startedOn && this.#from) || '2000-01-01', this.#span, today, startedOn, HORIZON);
      this.#startedOn = startedOn;
    }
    const view = this.#view;
    const now = position(at, zone, view.from);
    const day = daysBetween(startedOn, today);
    const current = slots.findLast(({dueOn}) => dueOn <= today);
    const plain = current ? `${current.key} is ${STATES[current.state]}` : 'nothing has come yet';
    const title = `${name}, from ${formatDay(startedOn, {day: 'numeric', month: 'long', year: 'numeric'})}`;
    const next = slots.find(({dueOn}) => dueOn > today);
    const desc = `A path of check-ins on a time axis, in days of ${zone}. Now is ${formatDay(today, LONG)}, day ${day}; ${plain}. `
      + `So far: ${summary(slots) || 'nothing'}. ${next ? `Next: ${next.key} on ${formatDay(next.dueOn, SHORT)}.` : 'Nothing comes after it.'}`;
    this.#path.draw({slots, eras: eras(plans, definition, view.from, view.days), view, startedOn, zone, now, title, desc});
    $('#picture-title').textContent = title;
    $('#when').textContent = `${formatMoment(at, zone)} in ${zone} · day ${day}`;
    const x = scale(view).x(now);
    $('#now b').textContent = formatDay(today, SHORT);
    const lean = x < 72 ? -((x - 4) / 132) * 100 : x > view.width - 72 ? -(1 - (view.width - x - 4) / 132) * 100 : -50;
    $('#now b').style.setProperty('--lean', `${lean.toFixed(0)}%`);
    // The first drawing is where things are, not where they move to.
    requestAnimationFrame(() => this.#stage.classList.add('settled'));
    return {slots, title, plain, handle: {
      day: today, first: startedOn, last: plusDays(startedOn, HORIZON - 1), dayNumber: day, days: HORIZON - 1, x, plain,
    }};
  }

  #point(said, node) {
    this.#tip.hidden = !said;
    if (said) {
      const {name, due, opens, until, state} = said;
      this.#tip.replaceChildren(h('b', {}, name, ' ', h('i', {}, state)), `Due on ${due}`, h('br'), `Opens ${opens}`, h('br'), `Until ${until}`);
      const stone = node.getBoundingClientRect();
      const stage = this.#stage.getBoundingClientRect();
      const left = stone.left + stone.width / 2 - stage.left - this.#tip.offsetWidth / 2;
      const x = Math.max(8, Math.min(left, stage.width - this.#tip.offsetWidth - 8));
      this.#tip.style.transform = `translate(${x}px, ${stone.bottom - stage.top + 12}px)`;
    }
  }
}
