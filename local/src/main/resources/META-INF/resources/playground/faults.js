// Where a fault belongs on the page: the API says where in the JSON it is, as a JSON Pointer (RFC 6901).

const parts = (pointer) => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/**
 * The name of the field that a fault is about; null if there is no such field on the page.
 *
 * @param {string} pointer into what was sent to `POST /v1/previews`
 * @param {{milestones: string[], cadences: {name: string}[], plans: {name: string}[]}} draft what is in the fields
 */
export function fieldOf(pointer, draft) {
  const [root, group, key] = parts(pointer);
  if (root !== 'definition') {
    return {startedOn: 'startedOn', timeZone: 'zone', plans: 'plan', at: 'at', program: 'program'}[root] ?? null;
  }
  if (key === undefined) {
    return ['milestones', 'cadences', 'plans', 'window', 'announceAt'].includes(group) ? group : null;
  }
  if (group === 'milestones') {
    return Number(key) < draft.milestones.length ? `milestones/${key}` : 'milestones';
  }
  if (group === 'cadences' || group === 'plans') {
    const row = draft[group].findIndex(({name}) => name === key);
    return row < 0 ? group : `${group}/${row}`;
  }
  return null;
}

/** Faults by field; under '' those that no field is responsible for. @param {{pointer: string, detail: string}[]} faults */
export function byField(faults, draft) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const {pointer, detail} of faults) {
    const field = fieldOf(pointer, draft) ?? '';
    found.set(field, [...(found.get(field) ?? []), field === '' && pointer ? `${pointer} ${detail}` : detail]);
  }
  return found;
}

/** Names that stand twice would be one in the JSON, and the other would be lost without a word: by field. */
export function doubles(draft) {
  const found = new Map();
  for (const group of ['cadences', 'plans']) {
    draft[group].forEach(({name}, row) => {
      if (draft[group].findIndex((other) => other.name === name) < row) {
        found.set(`${group}/${row}`, ['stands here twice']);
      }
    });
  }
  return found;
}
