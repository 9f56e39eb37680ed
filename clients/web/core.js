// The client as far as the card needs it; cairn-client.js adds the rest, which a page with the card does not load.

import {fateOf} from './fate.js';
import {drawer, hash, localStorageIfAny, quietStorage, subjectOf} from './kept.js';
import {CairnError, minuteLimit, ProblemError, sender, singleFlight, UnreadableError} from './requests.js';
import {readCheckIn, readDue, readHistory, ShapeError} from './wire.js';

/**
 * @param {import('./cairn-client.js').ClientOptions} options
 */
export function createCore({
  baseUrl,
  token,
  subject: expected = null,
  language = null,
  fetch = (at, request) => globalThis.fetch(at, request),
  storage: given = localStorageIfAny(),
  locks = globalThis.navigator?.locks ?? null,
  now = Date.now,
  wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  random = Math.random,
  patience = 20_000,
  timeout = 10_000,
  onNotice = () => {},
}) {
  const base = baseUrl.replace(/\/+$/, '');
  const storage = quietStorage(given);
  const limit = minuteLimit(storage, `cairn:sent:${hash(base)}`, now);
  const closing = new AbortController();
  const send = sender({fetch, now, wait, random, limit, patience, timeout, closed: closing.signal});
  const flight = singleFlight();

  // ---- Who is asking -------------------------------------------------------------------------------------------------

  /** @type {import('./kept.js').Drawer | null} */
  let store = null;
  let changes = 0; // Counts what people did, so that an answer from before is known for one.

  const open = (subject) => {
    // Without a subject there is nothing to tell members apart by, so nothing outlives this client.
    const name = subject === null ? `cairn:${hash(base)}:unknown` : `cairn:${hash(`${base} ${subject}`)}`;
    if (store?.name !== name) {
      const before = store;
      store = drawer(subject === null ? quietStorage(null) : storage, name);
      if (before) {
        before.forget();
        onNotice({kind: 'member-changed'});
      }
    }
    return store;
  };

  const enter = (value) => {
    if (!value) {
      throw new CairnError('signed-out', {status: 401});
    }
    return {token: value, store: open(subjectOf(value) ?? expected)};
  };

  const ask = () => (typeof token === 'function' ? token() : token);

  const session = async () => {
    let value;
    try {
      value = await ask();
    } catch {
      throw new CairnError('no-token', {retryable: true}); // The app could not get one now; its identity provider may be out of reach.
    }
    return enter(value);
  };

  // As far as it can be known without waiting: for what is shown first.
  const drawerNow = () => {
    if (!store) {
      const subject = subjectOf(token) ?? expected;
      return subject === null ? null : open(subject);
    }
    return store;
  };

  // ---- Requests ------------------------------------------------------------------------------------------------------

  /**
   * @template T
   * @param {string} method
   * @param {string} path
   * @param {(json: any) => T} read
   * @param {{body?: unknown, headers?: (kept: any) => Record<string, string>}} [more]
   */
  const call = async (method, path, read, {body = undefined, headers = () => ({})} = {}) => {
    const before = store;
    let {token: bearer, store: mine} = await session();
    if (before && before !== mine && method !== 'GET') {
      throw new CairnError('member-changed'); // One person's answer is never sent as another's.
    }
    const kept = mine.kept();
    const attempt = () => send(base + path, {
      method,
      headers: {
        Authorization: `Bearer ${bearer}`,
        ...(language ? {'Accept-Language': language} : {}),
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
        ...headers(kept),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    let reply;
    try {
      reply = await attempt();
    } catch (error) {
      // A token that ran out on the way: a function may have a fresh one, and is asked once.
      const fresh = error.code === 'signed-out' && typeof token === 'function' ? await session() : null;
      if (!fresh || fresh.token === bearer || fresh.store !== mine) {
        throw error;
      }
      bearer = fresh.token;
      reply = await attempt();
    }
    if (store !== mine) {
      throw new CairnError('member-changed'); // Signed out, or somebody else, while this was on its way: it is shown to nobody.
    }
    try {
      return {value: reply.status === 304 ? null : read(reply.json), etag: reply.etag, store: mine, kept};
    } catch (error) {
      throw error instanceof ShapeError ? new UnreadableError(reply.status, error.message) : error;
    }
  };

  const act = (id, verb, body) =>
    flight('action', `${id} ${verb} ${JSON.stringify(body)}`, async () => {
      try {
        const {value: checkIn, store: mine} = await call('PUT', `/v1/me/check-ins/${encodeURIComponent(id)}/${verb}`, readCheckIn, {body});
        changes += 1;
        mine.settle(id, verb === 'snooze' && checkIn.snoozedUntil ? {program: checkIn.program, until: checkIn.snoozedUntil} : null);
        return checkIn;
      } catch (error) {
        if (error instanceof ProblemError && [404, 409, 410].includes(error.status)) {
          changes += 1;
          store?.settle(id); // What is kept shows a card that is no longer to be had.
        }
        throw error;
      }
    });

  /** @returns {Promise<import('./cairn-client.js').Due>} */
  const askDue = async () => {
    const before = changes;
    const {value, etag, store: mine, kept} = await call('GET', '/v1/me/due', readDue, {
      headers: (old) => (old?.etag ? {'If-None-Match': old.etag} : {}),
    });
    if (changes !== before) {
      return askDue(); // Something was answered meanwhile, and this may be from before it.
    }
    const due = value ?? kept.due;
    mine.keep({
      due,
      etag: value ? etag : kept.etag,
      cards: {...kept?.cards, ...Object.fromEntries(due.due.map((one) => [one.program, one.card]))},
      snoozed: (kept?.snoozed ?? []).filter((one) => one.until > now() && !due.due.some((card) => card.id === one.id)),
    });
    return due;
  };

  // ---- The queue -----------------------------------------------------------------------------------------------------

  /**
   * One tab at a time. Where the browser has no locks two tabs may send the same answer, and the API says the same to both.
   *
   * @template T
   * @param {string} name
   * @param {boolean} ifFree
   * @param {() => Promise<T>} run
   * @returns {Promise<T | undefined>}
   */
  const alone = async (name, ifFree, run) =>
    locks ? locks.request(`${name}:queue`, {ifAvailable: ifFree}, (lock) => (lock ? run() : undefined)) : run();

  /** Why answers were refused, by check-in: they are not sent again before another client begins, on another page say. */
  const refused = new Map();
  const queued = () => (drawerNow()?.queue() ?? []).map((item) => ({...item, refused: refused.get(item.id) ?? null}));

  /** What becomes of kept answers that were not taken. */
  const judge = (mine, id, error) => {
    const fate = fateOf(error);
    if (fate === 'refused') {
      refused.set(id, error.code);
    } else if (fate === 'answered-elsewhere' || fate === 'erased') {
      mine.dequeue(id);
    }
    return fate;
  };

  const flush = () => flight('flush', '', async () => {
    const {store: mine} = await session();
    await alone(mine.name, true, async () => {
      for (const {id, program, answers, answeredAt} of mine.queue().filter((item) => !refused.has(item.id))) {
        // Their person may delete them, or give others in another tab, while those before them are sent.
        const areKept = () => mine.queue().some((item) => item.id === id && +item.answeredAt === +answeredAt);
        if (!areKept()) {
          continue;
        }
        /** @type {any} */
        let notice;
        try {
          const checkIn = await act(id, 'completion', {answers, answeredAt});
          areKept() && mine.dequeue(id);
          notice = {kind: 'sent', checkIn};
        } catch (error) {
          const kind = judge(mine, id, error);
          if (kind === 'later') {
            throw error;
          }
          const {code, status, stored} = error;
          notice = {kind, code, status, stored};
        }
        notice.kind === 'unclear' || onNotice({id, program, ...notice});
      }
    });
  });

  /**
   * @template T
   * @param {string} kind one at a time of each
   * @param {string} path
   * @param {(json: any) => T} read
   * @returns {Promise<T>}
   */
  const get = (kind, path, read) => flight(kind, path, async () => /** @type {T} */ ((await call('GET', path, read)).value));
  const journeyPath = (program) => `/v1/me/journeys/${encodeURIComponent(program)}`;

  return {
    get,
    journeyPath,
    due: () => flight('due', '', askDue),
    /** @type {import('./cairn-client.js').Client['history']} */
    history: (program, {limit: most = 20, cursor = null} = {}) => get('history',
      `${journeyPath(program)}/check-ins?limit=${most}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, readHistory),

    /** @param {any} due @param {import('./cairn-client.js').Answers} answers @returns {Promise<any>} */
    async complete(due, answers) {
      drawerNow() ?? (await session());
      const mine = /** @type {import('./kept.js').Drawer} */ (store);
      const {id, program} = due;
      // With its questions, if there are any: what is refused weeks later can still be shown, and changed.
      // Kept before it is sent: a tab that closes on the way loses nothing.
      mine.enqueue({id, program, answers, answeredAt: new Date(now()), checkIn: due.card ? due : null});
      refused.delete(id);
      try {
        const checkIn = await alone(mine.name, false, () => act(id, 'completion', {answers}));
        mine.dequeue(id);
        return {queued: false, checkIn};
      } catch (error) {
        if (judge(mine, id, error) === 'unclear' || error.retryable) {
          return {queued: true, checkIn: null};
        }
        throw error;
      }
    },
    discard: (id) => drawerNow()?.dequeue(id),
    dismiss: ({id}) => act(id, 'dismissal', undefined),
    snooze: ({id}, until) => act(id, 'snooze', {until}),
    flush,

    identify: async () => void (await session()),
    kept: () => drawerNow()?.kept()?.due ?? null,
    card: (program) => drawerNow()?.kept()?.cards[program] ?? null,
    snoozed: () => (drawerNow()?.kept()?.snoozed ?? []).filter((one) => one.until > now()),
    queued,
    isKeptAt: (key) => key === null || Boolean(drawerNow()?.keys.includes(key)),
    forget: () => drawerNow()?.forget(),
    close: () => closing.abort(),
    signOut() {
      drawerNow()?.clear();
      store = null;
    },
  };
}
