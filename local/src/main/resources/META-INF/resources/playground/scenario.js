// What is being looked at: whose journey, lived where, on which plans, and when now is. It is also what the page's
// address says, so that a look can be passed on.

import {dayOf, instantText, isDay, isZone} from './days.js';

/** The API answers for at most so many days at once, and that is as far as the path goes. */
export const HORIZON = 400;

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const END = Date.parse('2199-01-01T00:00:00Z');

/**
 * @typedef {{plan: string, since: string | null}} PlanEntry the first one's `since` is null: from the beginning
 * @typedef {{program: string, startedOn: string, zone: string, plans: PlanEntry[], at: Date | null}} Scenario
 *   `at` null: the real time
 */

const entries = (text) =>
  text.split(',').map((entry) => {
    const [plan, since = null] = entry.split('@');
    return {plan, since};
  });

const areInOrder = (plans) =>
  plans.every(({plan, since}, at) => /^[a-z][a-z0-9-]{0,31}$/.test(plan)
    && (at === 0 ? since === null : isDay(since) && (at === 1 || since >= plans[at - 1].since)));

/**
 * What an address says; what makes no sense in it is left out, and its names are listed.
 *
 * @returns {{said: Partial<Scenario>, ignored: string[]}}
 */
export function read(search) {
  const query = new URLSearchParams(search);
  const said = {};
  const ignored = [];
  const take = (name, to, sound, value = (text) => text) => {
    const text = query.get(name);
    if (text !== null) {
      sound(text) ? (said[to] = value(text)) : ignored.push(name);
    }
  };
  const isSound = (moment) => moment >= EARLIEST && moment < END;
  take('program', 'program', (text) => /^[a-z][a-z0-9-]{0,31}$/.test(text));
  take('startedOn', 'startedOn', (text) => isDay(text) && isSound(Date.parse(text)));
  take('zone', 'zone', isZone);
  take('plan', 'plans', (text) => areInOrder(entries(text)), entries);
  take('at', 'at', (text) => /Z$/.test(text) && isSound(Date.parse(text)), (text) => new Date(text));
  return {said, ignored};
}

/** The query of a scenario's address. Colons and the like may stand in a query as they are, and are easier to read. */
export function write({program, startedOn, zone, plans, at}) {
  const plan = plans.map((entry) => (entry.since === null ? entry.plan : `${entry.plan}@${entry.since}`)).join(',');
  const query = new URLSearchParams({program, startedOn, zone, plan, ...(at ? {at: instantText(at)} : {})});
  return `?${query.toString().replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
}

/**
 * A history as a member can have one: it begins with the deployment's own plan, which nothing ever replaces, so another
 * first plan is one they changed to on the day they started.
 */
export function asLived(plans, defaultPlan, startedOn) {
  const [first, ...rest] = plans;
  return first.plan === defaultPlan
    ? plans
    : [{plan: defaultPlan, since: null}, {plan: first.plan, since: startedOn}, ...rest.filter(({since}) => since >= startedOn)];
}

/** The plan on that day. A change takes effect the day after, but it is what somebody pays for from the same day on. */
export const planOn = (plans, day) => plans.findLast(({since}) => since === null || since <= day).plan;

/** The history after somebody changes to `plan` on that day: what was to come later is dropped (semantics 9). */
export function changed(plans, plan, day) {
  const before = plans.filter(({since}) => since === null || since < day);
  return before.at(-1).plan === plan ? before : [...before, {plan, since: day}];
}

/** Whether the person of `before` can live on as `after`: nothing of their past has changed, and now is no earlier. */
export function livesOn(before, after) {
  const same = ['program', 'startedOn', 'zone'].every((name) => before[name] === after[name]);
  const today = dayOf(before.at, before.zone);
  const past = ({plans}) => JSON.stringify(plans.filter(({since}) => since === null || since < today));
  return same && after.at >= before.at && past(before) === past(after);
}
