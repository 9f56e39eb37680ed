// Where everything lies in the picture. Numbers in, numbers out: days and slots, then pixels.

import {dayOfMonth, daysBetween, plusDays} from './days.js';

export const HEIGHT = 340;
const SIDE = 26;
const GROUND = 176;
const SWELL = 11;
const WAVE = 118;
export const LANES = {windows: 226, plans: 260, axis: 290, days: 310, months: 330};

const WIDEST = {milestone: 54, recurring: 36};
const NARROWEST = 7;

/**
 * @param {{from: string, days: number, width: number}} view the first day, how many there are, and how wide that is
 */
export function scale({from, days, width}) {
  const perDay = (width - 2 * SIDE) / days;
  const x = (position) => SIDE + position * perDay;
  return {
    perDay,
    x,
    /** Rolling country, the same place for the same day wherever the view begins. */
    ground: (position, offset = 0) => {
      const along = (position + offset) * perDay;
      return GROUND + SWELL * Math.sin(along / WAVE) + SWELL * 0.5 * Math.sin(along / (WAVE * 0.43) + 1);
    },
    positionAt: (pixel) => (pixel - SIDE) / perDay,
    of: (day) => daysBetween(from, day),
  };
}

/** How wide stones may be without lying on each other. */
function widths(slots, perDay) {
  const gaps = slots.slice(1).map((slot, at) => daysBetween(slots[at].dueOn, slot.dueOn) * perDay);
  const room = Math.min(...gaps, Infinity) * 0.92;
  const fit = (widest) => Math.max(NARROWEST, Math.min(widest, room));
  return {milestone: fit(WIDEST.milestone), recurring: fit(WIDEST.recurring)};
}

/**
 * Stones and their windows.
 *
 * @param {import('./slots.js').Shown[]} slots in date order
 * @param {string} startedOn
 */
export function stones(slots, view, startedOn) {
  const {x, ground, of, perDay} = scale(view);
  const offset = daysBetween(startedOn, view.from);
  const inView = slots.filter(({dueOn}) => of(dueOn) >= -1 && of(dueOn) <= view.days);
  const width = widths(inView, perDay);
  let labelled = -Infinity;
  return inView.map((slot) => {
    const at = x(of(slot.dueOn));
    const label = slot.kind === 'milestone' && at - labelled > 44;
    labelled = label ? at : labelled;
    return {...slot, x: at, y: ground(of(slot.dueOn), offset), width: width[slot.kind], label};
  });
}

export function windows(slots, view) {
  const {x, of} = scale(view);
  const end = x(view.days);
  return slots
    .filter(({dueOn, closesOn}) => of(dueOn) < view.days && (!closesOn || of(closesOn) > 0))
    .map(({key, kind, index, dueOn, closesOn, state}) => {
      const from = Math.max(x(of(dueOn)), x(0));
      const to = closesOn ? Math.min(x(of(closesOn)), end) : end;
      return {key, kind, index, state, x: from, width: Math.max(1.5, to - from - 2), goesOn: !closesOn || of(closesOn) > view.days};
    });
}

const STRIDE = 8;

const across = (width, heightAt) => {
  const points = [];
  for (let pixel = 0; pixel <= width + STRIDE; pixel += STRIDE) {
    points.push([pixel, Math.round(heightAt(pixel) * 10) / 10]);
  }
  return points;
};

/** The line of the ground, from the left edge to the right one. */
export function groundLine(view, startedOn) {
  const {ground, positionAt} = scale(view);
  const offset = daysBetween(startedOn, view.from);
  return across(view.width, (pixel) => ground(positionAt(pixel), offset));
}

/** Hills far behind it, which move less than what is near. */
export function hillLine(view, startedOn) {
  const behind = daysBetween(startedOn, view.from) * scale(view).perDay * 0.4;
  return across(view.width, (pixel) => {
    const along = pixel + behind;
    return GROUND - 36 + 24 * Math.sin(along / 210 + 2) + 9 * Math.sin(along / 67);
  });
}

const STEPS = [1, 2, 7, 14, 28];

/** Days with a number under them, and the beginnings of months. */
export function ticks(view) {
  const {x, perDay} = scale(view);
  const step = STEPS.find((days) => days * perDay >= 30) ?? Infinity;
  const days = [];
  const months = [];
  for (let at = 0; at < view.days; at += 1) {
    const day = plusDays(view.from, at);
    if (dayOfMonth(day) === 1) {
      months.push({x: x(at), day});
    }
    // Counted from a Monday long ago, so that the days that are named stay the same as the view moves.
    if (daysBetween('2001-01-01', day) % step === 0) {
      days.push({x: x(at), day, dayOfMonth: dayOfMonth(day)});
    }
  }
  if (months.length === 0 || months[0].x > x(0) + 64) {
    months.unshift({x: x(0), day: view.from});
  }
  return {days, months: months.filter((month, at) => at === 0 || month.x - months[at - 1].x > 34)};
}

/** Where a view begins so that now is well inside of it; `from` itself if it is already. */
export function follow(from, days, now, startedOn, horizon) {
  const at = daysBetween(from, now);
  const margin = Math.ceil(days * 0.06);
  if (at >= margin && at <= days - margin) {
    return from;
  }
  const first = plusDays(startedOn, -Math.max(2, Math.round(days * 0.04)));
  if (daysBetween(first, now) <= days - margin) {
    return first;
  }
  const last = plusDays(startedOn, horizon - days + 2);
  const wanted = plusDays(now, -Math.round(days * (at < margin ? 0.5 : 0.35)));
  const latest = last < first ? first : last;
  return wanted < first ? first : wanted > latest ? latest : wanted;
}
