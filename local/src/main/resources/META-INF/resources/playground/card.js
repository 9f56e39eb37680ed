// The card a person would see: the element that apps use, signed in as that person.

import {h} from './dom.js';

/** @param {HTMLElement} frame @param {() => void} onaction after something was done with the card */
export function cardFrame(frame, onaction) {
  /** @type {any} */
  let shown = null;
  let subject = '';
  for (const event of ['cairn-completed', 'cairn-dismissed', 'cairn-snoozed']) {
    frame.addEventListener(event, onaction);
  }
  return {
    /** Somebody opens the app at that moment. @param {import('./person.js').Person} person @param {() => number} clock */
    visit(person, program, clock) {
      if (shown && subject !== person.subject) {
        shown.token = null; // What the device keeps of the one before goes with them.
      }
      subject = person.subject;
      shown = h('cairn-check-in', {'base-url': '/', program});
      shown.clock = clock;
      shown.token = person.token;
      frame.replaceChildren(shown);
    },
    vacate(title, words) {
      if (shown) {
        shown.token = null;
      }
      shown = null;
      frame.replaceChildren(h('div.vacant', {}, h('b', {}, title), h('span', {}, words)));
    },
    busy: (isBusy) => frame.setAttribute('aria-busy', String(isBusy)),
  };
}
