// A program as its operator writes it, and as rows of fields.

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const UNITS = ['year', 'month', 'week', 'day'];

/** `P2W` in words; empty for what is no period. */
export function spoken(period) {
  const counts = PERIOD.exec(period)?.slice(1) ?? [];
  return counts
    .map((count, at) => (count === undefined ? '' : `${Number(count)} ${UNITS[at]}${Number(count) === 1 ? '' : 's'}`))
    .filter(Boolean)
    .join(' ');
}

/** `P2W` is 14 days; null for what has no fixed number of them. */
export function daysOf(period) {
  const match = PERIOD.exec(period);
  return match && !match[1] && !match[2] && (match[3] || match[4]) ? Number(match[3] ?? 0) * 7 + Number(match[4] ?? 0) : null;
}

export const toDraft = ({milestones, cadences, plans, window, announceAt}) => ({
  milestones: [...milestones],
  cadences: Object.entries(cadences).map(([name, period]) => ({name, period})),
  plans: Object.entries(plans).map(([name, cadence]) => ({name, cadence: cadence ?? ''})),
  window,
  announceAt,
});

/** What a preview needs of it. */
export const toSchedule = ({milestones, cadences, plans, window, announceAt}) => ({
  milestones,
  cadences: Object.fromEntries(cadences.map(({name, period}) => [name, period])),
  plans: Object.fromEntries(plans.map(({name, cadence}) => [name, cadence === '' ? null : cadence])),
  window,
  announceAt,
});

/** Lists and objects of plain values on one line, as people write them. */
const written = (value, indent = '') => {
  const isPlain = (one) => one === null || typeof one !== 'object';
  if (isPlain(value)) {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  const name = (key) => (isList ? '' : `${JSON.stringify(key)}: `);
  const items = Object.entries(value);
  const oneLine = `${open}${items.map(([key, item]) => name(key) + JSON.stringify(item)).join(', ')}${close}`;
  if (items.every(([, item]) => isPlain(item)) && oneLine.length + indent.length < 100) {
    return oneLine;
  }
  const deeper = `${indent}  `;
  return `${open}\n${items.map(([key, item]) => deeper + name(key) + written(item, deeper)).join(',\n')}\n${indent}${close}`;
};

/** The whole file: with the card it began from, and dated, for it takes the place of the one before on that day. */
export const toFile = (draft, {card}, editedOn) => `${written({...toSchedule(draft), editedOn, card})}\n`;
