// Days and moments, and the zone that stands between them. A day is text, a moment is a Date; the zone of this device
// never comes into it.

const DAY = /^\d{4}-\d\d-\d\d$/;
const HOUR = 3_600_000;
const DAY_MILLIS = 24 * HOUR;

// Days are counted at UTC midnight, where every one of them has 24 hours.
const midnight = (day) => Date.parse(`${day}T00:00:00.000Z`);
const dayAt = (millis) => new Date(millis).toISOString().slice(0, 10);

export const isDay = (value) =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(midnight(value)) && dayAt(midnight(value)) === value;

export const plusDays = (day, count) => dayAt(midnight(day) + count * DAY_MILLIS);

export const daysBetween = (from, to) => (midnight(to) - midnight(from)) / DAY_MILLIS;

export const dayOfMonth = (day) => Number(day.slice(8));

export const formatDay = (day, options) =>
  new Intl.DateTimeFormat('en-GB', {...options, calendar: 'gregory', timeZone: 'UTC'}).format(midnight(day));

export const LONG = {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'};
export const SHORT = {weekday: 'short', day: 'numeric', month: 'short'};

export const isZone = (zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: zone}));
  } catch {
    return false;
  }
};

const clocks = new Map();
const clockOf = (zone) => {
  if (!clocks.has(zone)) {
    clocks.set(zone, new Intl.DateTimeFormat('en-US', {
      timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    }));
  }
  return clocks.get(zone);
};

/** Which day it is there at that moment, and what the clock on the wall shows, in milliseconds since 00:00. */
export function wallTime(moment, zone) {
  const part = Object.fromEntries(clockOf(zone).formatToParts(moment).map(({type, value}) => [type, value]));
  const seconds = Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second);
  return {day: `${part.year.padStart(4, '0')}-${part.month}-${part.day}`, millis: seconds * 1000};
}

export const dayOf = (moment, zone) => wallTime(moment, zone).day;

/** How far that moment is after the start of day `from`, in days as the wall counts them: 1.5 is noon of the next one. */
export function position(moment, zone, from) {
  const {day, millis} = wallTime(moment, zone);
  return daysBetween(from, day) + millis / DAY_MILLIS;
}

/**
 * The moment when clocks there show that time. Where they skip it, as much later as they skip; where they show it twice,
 * the first time: as the API does it (semantics 1).
 */
export function momentAt(day, hour, zone) {
  const wanted = midnight(day) + hour * HOUR;
  const offsetAt = (millis) => {
    const there = wallTime(new Date(millis), zone);
    return midnight(there.day) + there.millis - Math.floor(millis / 1000) * 1000;
  };
  const [before, after] = [offsetAt(wanted - DAY_MILLIS), offsetAt(wanted + DAY_MILLIS)];
  const fitting = [wanted - Math.max(before, after), wanted - Math.min(before, after)].filter((at) => at + offsetAt(at) === wanted);
  return new Date(fitting[0] ?? wanted - before);
}

export const formatMoment = (moment, zone) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    timeZone: zone,
  }).format(moment);

/** As the API writes it, without the milliseconds. */
export const instantText = (moment) => moment.toISOString().replace(/\.\d+Z$/, 'Z');
