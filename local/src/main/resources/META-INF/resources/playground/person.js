// Somebody who lives the journey that the page shows: a real member of the deployment, with a past that really happened.

import {clock, member, send, tokenFor} from './api.js';
import {dayOf, momentAt, plusDays} from './days.js';
import {HORIZON, asLived, planOn} from './scenario.js';

export const MORNING = 10; // When people here do things on days whose hour nobody has chosen.
const PATIENCE = 10_000;

const newSubject = () => `playground-${Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(36).padStart(2, '0')).join('')}`;

export class Person {
  /** @param {string} subject @param {string} token */
  constructor(subject, token) {
    this.subject = subject;
    this.token = token;
    this.api = member(token);
    this.plan = '';
    /** The last that they lived. @type {import('./scenario.js').Scenario | null} */
    this.lived = null;
  }

  /**
   * Begins a life: at its start the journey is created, then plans change on their days, and in the end it is `at`.
   *
   * @param {import('./scenario.js').Scenario & {at: Date}} scenario
   */
  static async begin(scenario) {
    const subject = newSubject();
    const person = new Person(subject, await tokenFor(subject));
    person.plan = (await person.api.read()).plan;
    const {program, startedOn, zone, at} = scenario;
    const morning = momentAt(startedOn, MORNING, zone);
    await clock.travelTo(morning < at ? morning : at);
    await person.api.start(program, startedOn, zone);
    await person.liveOn({...scenario, plans: asLived(scenario.plans, person.plan, startedOn)});
    return person;
  }

  /** Goes on to `scenario.at`, through the changes of plan on the way there. */
  async liveOn(scenario) {
    const {plans, startedOn, zone, at} = scenario;
    const since = this.lived ? dayOf(this.lived.at, zone) : startedOn;
    const today = dayOf(at, zone);
    const changes = [since, ...plans.map((entry) => entry.since).filter((day) => day !== null && day > since && day <= today)];
    for (const day of changes) {
      const plan = planOn(plans, day);
      if (plan !== this.plan) {
        await this.#change(plan, day === today ? at : this.#hourOn(day, zone));
      }
    }
    await clock.travelTo(at);
    this.lived = scenario;
  }

  /** The morning of that day; on the day until which they have lived, a moment later. */
  #hourOn(day, zone) {
    const morning = momentAt(day, MORNING, zone);
    const later = this.lived ? new Date(this.lived.at.getTime() + 1000) : morning;
    return later > morning ? later : morning;
  }

  /** Billing says so, and the intake takes it from the bus. */
  async #change(plan, moment) {
    const {now} = await clock.travelTo(moment);
    await send('PlanChanged', {memberId: this.subject, plan, changedAt: now});
    const deadline = performance.now() + PATIENCE;
    while ((await this.api.read()).plan !== plan) {
      if (performance.now() > deadline) {
        throw new Error(`The event that changes the plan to ${plan} was not taken up. GET /local/dead-letters may say why.`);
      }
    }
    this.plan = plan;
  }

  timeline() {
    const {program, startedOn} = this.lived;
    return this.api.timeline(program, startedOn, plusDays(startedOn, HORIZON - 1));
  }

  /** Two at once, as from two tabs. */
  async race() {
    const tab = async () => {
      const began = performance.now();
      const {status, json} = await this.api.due();
      return {status, due: json.due, took: Math.round(performance.now() - began)};
    };
    const tabs = await Promise.all([tab(), tab()]);
    return {tabs, rows: await this.api.history(this.lived.program)};
  }
}
