// What crosses a boundary, and the one place where it is read: the API's replies, and what this device kept of them.
// A reader gives back days and instants as what they are, or throws: nothing is ever half read.

/** @typedef {import('./cairn-client.js').Day} Day */

/**
 * Goes up whenever a kept shape changes. What was kept under another number is dropped whole, except answers that are not
 * stored yet: see {@link readAnswers}.
 */
export const SCHEMA = 1;

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MILLIS = 86_400_000;

/** Something that was read is not of the shape it should be. The message names the place and never the value. */
export class ShapeError extends Error {
  constructor(path, wanted) {
    super(`${path || 'the whole'} is to be ${wanted}`);
    this.name = 'ShapeError';
  }
}

// Days are counted at UTC midnight, where every day has 24 hours. The device's own zone never comes into it.
const midnight = (day) => Date.parse(`${day}T00:00:00.000Z`);
const dayAt = (millis) => /** @type {Day} */ (new Date(millis).toISOString().slice(0, 10));

/** @returns {value is Day} */
export const isDay = (value) =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(midnight(value)) && dayAt(midnight(value)) === value;

/** The day `count` days later; earlier if negative. */
export const plusDays = (day, count) => dayAt(midnight(day) + count * DAY_MILLIS);

export const daysBetween = (from, to) => (midnight(to) - midnight(from)) / DAY_MILLIS;

/**
 * The day's own calendar date in a language, the same one whatever zone the device is in.
 *
 * @type {typeof import('./cairn-client.js').formatDay}
 */
export const formatDay = (day, locale, options = {weekday: 'long', day: 'numeric', month: 'long'}) => {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, {...options, calendar: 'gregory', timeZone: 'UTC'});
  formats.set(key, format);
  return format.format(midnight(day));
};
/** Making one takes longer than all the rest of a first paint's dates. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

// ---- Readers: (value, path) => what it is, or a ShapeError -------------------------------------------------------------

/** @template T @typedef {(value: any, path?: string) => T} Reader */

/** @returns {Reader<any>} */
const where = (test, wanted) => (value, path = '') => {
  if (!test(value)) {
    throw new ShapeError(path, wanted);
  }
  return value;
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');

const text = where((value) => typeof value === 'string', 'a text');
const number = where(Number.isFinite, 'a number');
const flag = where((value) => typeof value === 'boolean', 'true or false');
const day = where(isDay, 'a day');
const object = where(isObject, 'an object');
const answer = where((value) => ['string', 'number', 'boolean'].includes(typeof value) || isTexts(value), 'an answer');

/** @type {Reader<Date>} */
const instant = (value, path = '') => {
  const date = new Date(value);
  // The comparison refuses what `Date` would bend into shape, the 30th of February for one.
  if (date.toJSON() !== value) {
    throw new ShapeError(path, 'an instant');
  }
  return date;
};

// A field that is not there is as good as null.
const nullable = (read) => (value, path = '') =>
  value === null || value === undefined ? null : read(value, path);

const list = (read) => (value, path = '') =>
  where(Array.isArray, 'a list')(value, path).map((item, at) => read(item, `${path}/${at}`));

const byName = (read) => (value, path = '') =>
  Object.fromEntries(Object.entries(object(value, path)).map(([name, item]) => [name, read(item, `${path}/${name}`)]));

/** Fields it does not know are left out, so that an API that says more breaks nobody. @returns {Reader<any>} */
// @__NO_SIDE_EFFECTS__ so that a bundle leaves out what it does not read.
const shape = (fields) => (value, path = '') => {
  object(value, path);
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read(value[name], `${path}/${name}`)]));
};

const options = list(shape({id: text, text}));
const asked = {id: text, kind: text, text, required: flag};
const kinds = new Map([
  ['scale', shape({...asked, min: number, max: number})],
  ['number', shape({...asked, min: number, max: number})],
  ['choice', shape({...asked, choices: options})],
  ['choices', shape({...asked, choices: options, atMost: number})],
  ['text', shape({...asked, maxLength: number})],
  ['yes-no', shape(asked)],
]);
/** @type {Reader<any>} */
const question = (value, path = '') => {
  const read = kinds.get(value?.kind);
  if (!read) {
    throw new ShapeError(`${path}/kind`, `one of ${[...kinds.keys()]}`);
  }
  return read(value, path);
};
const card = shape({locale: text, title: text, body: text, questions: list(question)});
const slot = {id: text, program: text, slot: text, dueOn: day, opensAt: instant};

const dueCheckIn = shape({...slot, kind: text, closesOn: nullable(day), openedAt: instant, card});

/** @type {Reader<import('./cairn-client.js').Due>} */
export const readDue = shape({
  due: list(dueCheckIn),
  next: list(shape(slot)),
  validUntil: nullable(instant),
});

/** @type {Reader<import('./cairn-client.js').CheckIn>} */
export const readCheckIn = shape({
  ...slot,
  run: number,
  kind: text,
  closesOn: nullable(day),
  state: text,
  openedAt: instant,
  openedBy: text,
  snoozedUntil: nullable(instant),
  snoozeCount: number,
  answers: nullable(byName(answer)),
  answeredAt: nullable(instant),
  completedAt: nullable(instant),
  late: nullable(flag),
});

/** @type {Reader<import('./cairn-client.js').History>} */
export const readHistory = shape({items: list(readCheckIn), next: nullable(text)});

/** @type {Reader<import('./cairn-client.js').Journey>} */
export const readJourney = shape({
  program: text,
  run: number,
  startedOn: day,
  createdOn: day,
  timeZone: text,
  plan: text,
  progress: shape({offered: number, completed: number, streak: number}),
});

/** @type {Reader<import('./cairn-client.js').Member>} */
export const readMember = shape({timeZone: nullable(text), locale: nullable(text), plan: text, journeys: list(text)});

/** RFC 9457, with this API's two extensions. */
export const readProblem = shape({
  type: text,
  title: text,
  errors: nullable(list(shape({pointer: text, detail: text}))),
  stored: nullable(readCheckIn),
});

// ---- What is kept: the same readers, for a Date is written as exactly the instant it was read from ----------------------

const keptShapes = {
  due: shape({
    etag: nullable(text),
    due: readDue,
    cards: byName(card),
    snoozed: list(shape({id: text, program: text, until: instant})),
  }),
  room: shape({place: text, width: number, height: number, days: number}),
};

/** @param {any} value as {@link readKept} will give it back */
export const writeKept = (value) => JSON.stringify({schema: SCHEMA, value});

const keptAnswers = shape({
  id: text, program: text, answers: byName(answer), answeredAt: instant, checkIn: nullable(dueCheckIn),
});

/** Answers that are not stored yet, as they were written, whatever the schema number. @returns {any[]} */
export const listAnswers = (written) => {
  try {
    return list((item) => item)(JSON.parse(written).value);
  } catch {
    return [];
  }
};

/**
 * Those of today's shape, each read by itself. One that cannot be read stays in the list for a version of this client
 * that can: what a person wrote is never dropped because of its shape.
 *
 * @returns {any[]}
 */
export const readAnswers = (written) => listAnswers(written).flatMap((item) => {
  try {
    return [keptAnswers(item)];
  } catch {
    return [];
  }
});

/**
 * @param {'due' | 'room'} name
 * @param {string | null} written
 * @returns {any} null unless all of it is of today's shape
 */
export const readKept = (name, written) => {
  try {
    const {schema, value} = JSON.parse(written ?? '{}');
    return schema === SCHEMA ? keptShapes[name](value) : null;
  } catch {
    return null;
  }
};
