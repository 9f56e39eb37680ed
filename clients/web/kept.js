// What this device keeps of a member: the last answer, and answers that are not stored yet.

import {listAnswers, readAnswers, readKept, writeKept} from './wire.js';

/**
 * The subject of a token, so that what is kept can be found before anything is asked. Not verified: the API does that,
 * and here it only chooses a drawer. Null for a token that is no JWT, and for a function that gets one.
 *
 * @param {unknown} token
 */
export function subjectOf(token) {
  if (typeof token !== 'string') {
    return null;
  }
  try {
    const claims = atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    const {sub} = JSON.parse(new TextDecoder().decode(Uint8Array.from(claims, (letter) => letter.charCodeAt(0))));
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}

/**
 * 106 bits that tell members apart without spelling out who they are (cyrb53, twice). It hides a subject from a glance and
 * not from somebody who can guess it; the Web's own digests are asynchronous, and the first paint waits for nothing.
 */
export function hash(text) {
  const half = (seed) => {
    let high = 0xdeadbeef ^ seed;
    let low = 0x41c6ce57 ^ seed;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
  };
  return `${half(1)}${half(2)}`;
}

export const localStorageIfAny = () => {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // Some browsers throw where cookies are blocked.
  }
};

/** A `Storage` that never throws: where there is none, or it is full, the page's memory serves. */
export function quietStorage(storage) {
  /** @type {Map<string, string>} */
  const memory = new Map();
  return {
    read(key) {
      try {
        return memory.get(key) ?? storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        storage.setItem(key, text); // Throws if there is none, too.
        memory.delete(key);
      } catch {
        memory.set(key, text);
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        storage?.removeItem(key);
      } catch {
        // There is none.
      }
    },
  };
}

/** @typedef {ReturnType<typeof drawer>} Drawer */

/**
 * One member's part of the storage.
 *
 * @param {ReturnType<typeof quietStorage>} storage
 * @param {string} name of the drawer; nothing else of the person is in its keys
 */
export function drawer(storage, name) {
  const dueKey = `${name}:due`;
  const queueKey = `${name}:queue`;
  // The same text is read once: the first paint asks for it several times.
  const reader = (key, read) => {
    let text = undefined;
    let value = null;
    return () => {
      const now = storage.read(key);
      value = now === text ? value : read(now);
      text = now;
      return value;
    };
  };
  const kept = reader(dueKey, (text) => readKept('due', text));
  const queue = reader(queueKey, readAnswers);
  /** Changes the list as it was written, so that what cannot be read today is not lost by it. */
  const change = (changed) => {
    const items = changed(listAnswers(storage.read(queueKey)));
    items.length === 0 ? storage.remove(queueKey) : storage.write(queueKey, writeKept(items));
  };

  return {
    name,
    keys: [dueKey, queueKey],
    kept,
    queue,
    keep: (value) => storage.write(dueKey, writeKept(value)),
    enqueue: (item) => change((items) => [...items.filter((one) => one?.id !== item.id), item]),
    dequeue: (id) => change((items) => items.filter((one) => one?.id !== id)),

    /** A check-in is settled or gone: its card is not shown again, and no ETag claims otherwise. */
    settle(id, snoozed = null) {
      const before = kept();
      if (before) {
        const without = before.snoozed.filter((one) => one.id !== id);
        storage.write(dueKey, writeKept({
          ...before,
          etag: null,
          due: {...before.due, due: before.due.due.filter((one) => one.id !== id)},
          snoozed: snoozed ? [...without, {id, ...snoozed}] : without,
        }));
      }
    },
    /** The last answer goes, what was not sent stays. */
    forget: () => storage.remove(dueKey),
    clear() {
      storage.remove(dueKey);
      storage.remove(queueKey);
    },
  };
}
