// The playground: what is looked at, who lives it, and what happens when somebody moves *now* or changes anything.

import * as api from './api.js';
import {cardFrame} from './card.js';
import {controls} from './controls.js';
import {toDraft, toFile, toSchedule} from './definition.js';
import {LONG, SHORT, dayOf, formatDay, formatMoment, isDay, isZone, momentAt, plusDays} from './days.js';
import {$, h} from './dom.js';
import {save, standalone} from './export.js';
import {fileOf} from './file.js';
import {byField, doubles} from './faults.js';
import {showLegend} from './legend.js';
import {newest} from './look.js';
import {Now} from './now.js';
import {MORNING, Person} from './person.js';
import {outcome} from './race.js';
import * as scenarios from './scenario.js';
import {banner, button, guarding} from './trouble.js';
import {Tryout} from './tryout.js';
import {View} from './view.js';
import {reasons} from './why.js';

const APART = 90_000; // The clock was set by somebody else if it is so far from where it was left.

/** Definitions by name, as they are deployed. @type {Map<string, any>} */
const deployed = new Map();
let viewer = ''; // A token to ask for previews with.
let defaultPlan = '';
/** @type {import('./scenario.js').Scenario} */
let scenario;
let draft = null; // A program that is being tried, in fields.
let trial = 0;
let preview = null;
/** @type {Person | null} */
let person = null;
let people = 0;
let lived = []; // The person's timeline as it was read last,
let arrived = 0; // when they came to where they are.
let moving = false;

const guard = guarding({
  refuse(error) {
    moving = false;
    refuse(byField(error.faults, error.draft ?? draft ?? toDraft(deployed.get(scenario.program))));
  },
  async resume() {
    person = null; // It may have forgotten them.
    moving = false;
    if (scenario) {
      await enter();
      await propose(scenario);
    } else {
      await begin();
    }
  },
});
const view = new View(() => draw());
const card = cardFrame($('#card'), () => guard(told));
const shown = controls({
  propose: (change) => guard(() => propose({...scenario, ...change})),
  changePlan: (plan) => changePlan(plan),
  dropChange: (since) => dropChange(since),
});
const tryout = new Tryout($('#draft'), $('.picture'), (changed) => guard(() => tryOut(changed)));
const file = fileOf(() => {
  tryout.show(toDraft(deployed.get(scenario.program)));
  guard(() => tryOut(toDraft(deployed.get(scenario.program))));
});
const now = new Now($('#now'), $('#stage'), {move, drop: () => guard(arriveHere), dayAt: view.dayAt});

// ---- What is known ---------------------------------------------------------------------------------------------------

const definition = () => (draft ? toSchedule(draft) : deployed.get(scenario.program));
const realNow = () => new Date();
/** Where now is: chosen, or the real one. */
const here = () => scenario.at ?? realNow();
/** The deployment's clock goes on from where it was set. */
const theirNow = () => (person?.lived ? person.lived.at.getTime() + performance.now() - arrived : Date.now());
const morningOf = (day, zone) => momentAt(day, MORNING, zone);

/** As a member can live it, and with now on the path. */
function sound(candidate) {
  if (!isDay(candidate.startedOn) || !isZone(candidate.zone)) {
    return candidate; // The API will say so.
  }
  const plans = scenarios.asLived(candidate.plans, defaultPlan, candidate.startedOn);
  const day = dayOf(candidate.at ?? realNow(), candidate.zone);
  const last = plusDays(candidate.startedOn, scenarios.HORIZON - 1);
  const at = day < candidate.startedOn ? morningOf(candidate.startedOn, candidate.zone)
    : day > last ? morningOf(last, candidate.zone) : candidate.at;
  return {...candidate, plans, at};
}

const ask = newest(({scenario: {program, startedOn, zone, plans, at}, schedule}) => api.preview(viewer, {
  ...(schedule ? {definition: schedule} : {program}),
  startedOn,
  timeZone: zone,
  plans: plans.map(({plan, since}) => (since === null ? {plan} : {plan, since})),
  at: (at ?? realNow()).toISOString(),
  ...(isDay(startedOn) ? {from: startedOn, to: plusDays(startedOn, scenarios.HORIZON - 1)} : {}),
}));

// ---- Showing -----------------------------------------------------------------------------------------------------------

function draw() {
  if (!preview) {
    return;
  }
  const at = here();
  const lives = person?.lived && !draft && scenarios.livesOn(person.lived, {...scenario, at});
  const name = draft ? `${scenario.program}, edited` : scenario.program;
  const drawn = view.draw({scenario, at, definition: definition(), preview, lived: lives ? lived : [], name, still: moving});
  $('#stage').classList.toggle('dragging', moving);
  now.show(drawn.handle);
  shown.show(scenario, Object.keys(definition().plans), drawn.handle.day);
  $('#real').hidden = scenario.at === null;
  return drawn;
}

function refuse(faults) {
  shown.refuse(faults);
  tryout.refuse(faults);
  file.stale(faults.size > 0);
  const rest = faults.get('') ?? [];
  rest.length > 0 ? banner(rest.join('; ')) : banner('');
}

function remember() {
  history.replaceState(null, '', scenarios.write(scenario));
}

function showFile() {
  const base = deployed.get(scenario.program);
  const text = draft ? toFile(draft, base, dayOf(realNow(), 'UTC')) : toFile(toDraft(base), base, base.editedOn);
  file.show(text, `${scenario.program}.json`, draft !== null);
}

// ---- Changing what is looked at ------------------------------------------------------------------------------------------

/** Adopts it if the API has nothing against it; otherwise its faults are shown where they were made. */
async function propose(wanted, schedule = draft ? toSchedule(draft) : null) {
  const candidate = sound(wanted);
  if (candidate.program !== scenario.program) {
    return switchProgram(candidate);
  }
  const answer = await ask({scenario: candidate, schedule});
  if (answer) {
    scenario = candidate;
    preview = answer;
    refuse(new Map());
    await arriveHere();
  }
}

/** @param {import('./scenario.js').Scenario} wanted */
async function switchProgram({program, ...rest}) {
  const known = deployed.get(program).plans;
  draft = null;
  scenario = {...rest, program, plans: rest.plans.filter(({plan, since}) => since === null || plan in known)};
  tryout.show(toDraft(deployed.get(program)));
  showFile();
  await propose(scenario);
}

/** A moment on that day: in the morning, or where they are if that is their day already. */
function hourOn(day) {
  const theirs = new Date(theirNow());
  return person?.lived && dayOf(theirs, scenario.zone) === day ? theirs : morningOf(day, scenario.zone);
}

function move(day) {
  moving = true;
  $('#stage').classList.add('touched');
  scenario = {...scenario, at: hourOn(day)};
  draw();
  guard(async () => {
    const answer = await ask({scenario, schedule: draft ? toSchedule(draft) : null});
    if (answer) {
      preview = answer;
      draw();
    }
  });
}

/** What happens on a day that they have lived already happens later on that day. */
const withPlans = (plans) => guard(() => propose({...scenario, plans, at: scenario.at && hourOn(dayOf(scenario.at, scenario.zone))}));

const changePlan = (plan) => withPlans(scenarios.changed(scenario.plans, plan, dayOf(here(), scenario.zone)));

const dropChange = (since) => withPlans(scenario.plans.filter((entry) => entry.since !== since));

async function tryOut(changed) {
  const mine = (trial += 1);
  const base = toDraft(deployed.get(scenario.program));
  const twice = doubles(changed);
  const wanted = JSON.stringify(changed) === JSON.stringify(base) ? null : changed;
  if (twice.size > 0) {
    refuse(twice);
    return;
  }
  const answer = await ask({scenario, schedule: toSchedule(changed)}).catch((error) => {
    throw Object.assign(error, {draft: changed});
  });
  // What was put in meanwhile has faults of its own, perhaps.
  if (answer && mine === trial) {
    draft = wanted;
    preview = answer;
    refuse(new Map());
    showFile();
    await arriveHere();
  }
}

// ---- Living it -----------------------------------------------------------------------------------------------------------

/** Now has come to rest: whoever lives this comes along, or somebody new begins; and they look at their card. */
const arrive = newest(async ({fresh, racing}) => {
  const target = {...scenario, at: here()};
  const real = scenario.at === null;
  moving = false;
  banner('');
  remember();
  if (draft) {
    vacant();
    return null;
  }
  card.busy(true);
  try {
    const before = person;
    if (person?.lived && !fresh && scenarios.livesOn(person.lived, target)) {
      await person.liveOn(target);
    } else {
      person = await Person.begin(target);
      people += 1;
      before?.api.erase();
    }
    arrived = performance.now();
    if (real) {
      await api.clock.giveBack();
    }
    const raced = racing ? await person.race() : (await person.api.due(), null);
    lived = await person.timeline();
    card.visit(person, target.program, theirNow);
    introduce(before !== null && before !== person);
    await explain();
    return {raced};
  } finally {
    card.busy(false);
  }
});

async function arriveHere(how = {}) {
  draw();
  const came = await arrive(how);
  const drawn = draw();
  $('#live').textContent = `It is ${formatDay(drawn.handle.day, LONG)}. ${drawn.plain}.`;
  return came;
}

/** Something was done with the card. */
async function told() {
  lived = await person.timeline();
  draw();
  await explain();
}

function introduce(isAnother) {
  $('#who').replaceChildren('A real member of this deployment, ', h('span.id', {}, person.subject), isAnother && people > 1
    ? '. Somebody new: what was opened for the one before stays opened, so another past needs another person.'
    : '. Moving on in time keeps them; going back, another start or another zone begins somebody new.');
}

function vacant() {
  const {current, next} = preview;
  const title = current?.open ? `${current.slot} would be shown` : 'Nothing would be shown';
  card.vacate(title, `${next ? `Next would be ${next.slot}, on ${formatDay(next.dueOn, SHORT)}. ` : ''}An edited program has no card to show yet: `
    + 'put its file into programs/ and start Cairn again.');
  $('#who').textContent = '';
  $('#reasons').replaceChildren(h('p', {}, 'Rules are explained for programs that are deployed.'));
  tryout.keepInView();
}

async function explain() {
  if (person && !draft && $('#why').getAttribute('aria-expanded') === 'true') {
    const {program, zone} = person.lived;
    const why = await person.api.explanation(program, new Date(theirNow()));
    $('#reasons').replaceChildren(...reasons(why, zone));
  }
}

async function race() {
  const {current, next} = preview;
  if (draft || (!current?.open && !next)) {
    $('#tabs').replaceChildren(h('p.help', {}, draft
      ? 'Only a program that is deployed opens anything. Take it as it is deployed first.'
      : 'No slot comes any more, so there is nothing to open. Move now back, or choose another plan.'));
    return;
  }
  let moved = 'Somebody new, for whom nothing is open yet.';
  if (!current?.open) {
    moved = `Nothing is open on ${formatDay(dayOf(here(), scenario.zone), SHORT)}: moved on to ${formatDay(next.dueOn, SHORT)}, when ${next.slot} opens. ${moved}`;
    scenario = {...scenario, at: morningOf(next.dueOn, scenario.zone)};
    preview = (await ask({scenario, schedule: null})) ?? preview;
  }
  $('#race').setAttribute('aria-disabled', 'true');
  try {
    const came = await arriveHere({fresh: true, racing: true});
    came && $('#tabs').replaceChildren(...outcome(came.raced, scenario.program, scenario.zone, moved));
  } finally {
    $('#race').removeAttribute('aria-disabled');
  }
}

// ---- The clock -------------------------------------------------------------------------------------------------------------

async function backToReal() {
  await api.clock.giveBack();
  const {startedOn, zone, plans} = scenario;
  const today = dayOf(realNow(), zone);
  const isOnPath = today >= startedOn && today < plusDays(startedOn, scenarios.HORIZON);
  await propose({...scenario, at: null, ...(isOnPath ? {} : {startedOn: today, plans: plans.slice(0, 1)})});
}

/** Somebody else may have set it meanwhile: another page, or a shell. */
async function checkClock() {
  const {now: theirs} = await api.clock.read();
  if (person?.lived && Math.abs(Date.parse(theirs) - theirNow()) > APART) {
    banner(`The clock was set elsewhere: it is ${formatMoment(new Date(theirs), scenario.zone)} now.`,
      button('Go there', () => guard(() => (banner(''), propose({...scenario, at: new Date(theirs)})))),
      button('Set it back', () => guard(() => (banner(''), arriveHere()))));
  }
}

// ---- Beginning -----------------------------------------------------------------------------------------------------------

async function enter() {
  for (const {name, definition: known} of await api.programs()) {
    deployed.set(name, known);
  }
  viewer = await api.tokenFor('playground');
  defaultPlan = (await api.member(viewer).read()).plan;
  shown.offer([...deployed.keys()]);
}

async function begin() {
  await enter();
  const {said, ignored} = scenarios.read(location.search);
  const clock = await api.clock.read();
  const at = said.at ?? (clock.travelled ? new Date(clock.now) : null);
  const zone = said.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const program = deployed.has(said.program) ? said.program : [...deployed.keys()][0];
  scenario = sound({program, zone, at, startedOn: said.startedOn ?? dayOf(at ?? realNow(), zone), plans: said.plans ?? [{plan: defaultPlan, since: null}]});
  tryout.show(toDraft(deployed.get(program)));
  showFile();
  preview = await ask({scenario, schedule: null});
  await arriveHere();
  if (said.program && said.program !== program) {
    ignored.push('program');
  }
  if (ignored.length > 0) {
    banner(`Not understood in the address, and left out: ${ignored.join(', ')}.`);
  } else if (clock.travelled && !said.at) {
    banner(`The deployment's clock had been set before, to ${formatMoment(new Date(clock.now), zone)}; here it goes on.`,
      button('Back to real time', () => guard(() => (banner(''), backToReal()))));
  }
}

$('#real').addEventListener('click', () => guard(backToReal));
$('#race').addEventListener('click', () => guard(race));
const expand = (isOpen) => {
  $('#why').setAttribute('aria-expanded', String(isOpen));
  $('#reasons').hidden = !isOpen;
};
$('#why').addEventListener('click', () => {
  expand($('#why').getAttribute('aria-expanded') !== 'true');
  guard(explain);
});
$('#export').addEventListener('click', () => {
  const {zone, plans} = scenario;
  const caption = `${plans.map(({plan, since}) => (since ? `${plan} since ${formatDay(since, SHORT)}` : plan)).join(', ')} · days of ${zone}`;
  const text = standalone($('#path'), {title: $('#picture-title').textContent, caption, now: formatDay(dayOf(here(), zone), SHORT)});
  save(text, `cairn-${scenario.program}-${scenario.startedOn}.svg`, 'image/svg+xml');
});
document.addEventListener('visibilitychange', () => document.hidden || guard(checkClock));
addEventListener('pagehide', () => {
  person?.api.erase();
  scenario?.at && api.clock.giveBackWhileLeaving();
});
addEventListener('pageshow', ({persisted}) => persisted && location.reload());

showLegend($('#legend'));
expand(matchMedia('(min-width: 60rem)').matches);
guard(begin);
