// What the path shows of each slot: a preview knows when slots come, the person's own timeline what became of them.

import {daysOf} from './definition.js';
import {daysBetween, plusDays} from './days.js';

/**
 * @typedef {{key: string, kind: 'milestone' | 'recurring', index: number, dueOn: string, opensAt: string,
 *   closesOn: string | null | undefined, state: string}} Shown
 *   `closesOn` null: stays open; undefined: with the next slot, which lies beyond the path
 */

/** When a slot closes: with the next one, or with its window if that is sooner (semantics 5). */
function closeOf(slot, next, window, goesOn) {
  const days = daysOf(window);
  const byWindow = days === null ? null : plusDays(slot.dueOn, days);
  if (next) {
    return byWindow !== null && byWindow < next.dueOn ? byWindow : next.dueOn;
  }
  return byWindow ?? (goesOn ? undefined : null);
}

/** What becomes of a slot that nobody has come for: it opens for who asks while it is open, and then it is missed. */
function unopened(slot, today, current) {
  if (slot.dueOn > today) {
    return 'upcoming';
  }
  return current?.slot === slot.slot && current.open ? 'due' : 'missed';
}

/**
 * @param {{slots: any[], current: any, today: string}} preview
 * @param {{slot: string, closesOn: string | null, state: string}[]} lived the timeline of whoever lives it; may be empty
 * @param {string} window of the program
 * @param {boolean} goesOn whether the last plan has a cadence
 * @returns {Shown[]}
 */
export function shownSlots({slots, current, today}, lived, window, goesOn) {
  const known = new Map(lived.map((slot) => [slot.slot, slot]));
  const counts = {milestone: 0, recurring: 0};
  return slots.map((slot, at) => {
    const own = known.get(slot.slot);
    const kind = /^day-\d+$/.test(slot.slot) ? 'milestone' : 'recurring';
    // A timeline was read at one moment, and now may have moved on since.
    const isNews = own && own.state !== 'upcoming' && own.state !== 'missed';
    // What is still to come, a later change of plan may close earlier than the person's timeline knows of now.
    const closesOn = isNews ? own.closesOn : closeOf(slot, slots.at(at + 1), window, goesOn);
    const closed = Boolean(closesOn) && closesOn <= today;
    const state = isNews ? aged(own.state, closed) : unopened(slot, today, current);
    return {key: slot.slot, kind, index: counts[kind]++, dueOn: slot.dueOn, opensAt: slot.opensAt, closesOn, state};
  });
}

const aged = (state, closed) => (closed && (state === 'open' || state === 'snoozed') ? 'expired' : state);

export const STATES = {
  completed: 'done',
  due: 'due, opens when asked',
  open: 'open',
  snoozed: 'put off',
  dismissed: 'skipped',
  expired: 'not answered',
  missed: 'missed',
  before: 'before the journey began',
  upcoming: 'to come',
};

/** The part of a history that falls into the days of the picture. */
export function eras(plans, definition, from, days) {
  return plans.map(({plan, since}, at) => {
    const until = plans[at + 1]?.since;
    return {
      plan,
      cadence: definition.plans[plan] ?? null,
      from: since === null ? 0 : Math.max(0, daysBetween(from, since)),
      to: until ? Math.min(days, daysBetween(from, until)) : days,
    };
  }).filter((era) => era.to > era.from);
}
