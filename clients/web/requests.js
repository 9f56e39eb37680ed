// How requests leave: one at a time of a kind, few a minute, and patiently; and what can go wrong with them.

import {readProblem} from './wire.js';

// ---- Errors: classes to catch, codes to switch on. No message holds an answer, an id or a token. ------------------------

/** Whatever this client throws. `code` is stable; the message is for logs and never for people. */
export class CairnError extends Error {
  /**
   * @param {string} code
   * @param {{message?: string, status?: number, retryable?: boolean, retryAfter?: number}} [more]
   */
  constructor(code, {message = code, status = 0, retryable = false, retryAfter = 0} = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    /** The reply's; 0 where there was none. */
    this.status = status;
    /** Whether the same request may succeed later. */
    this.retryable = retryable;
    /** Milliseconds to leave the API alone, if it or the limit said so; else 0. */
    this.retryAfter = retryAfter;
  }
}

/** No reply: offline, refused, cut off, or too slow. */
export class NetworkError extends CairnError {
  constructor() {
    super('offline', {retryable: true});
  }
}

/** The limit of requests a minute, or a wait the API asked for, forbids one now. */
export class LimitError extends CairnError {
  constructor(retryAfter) {
    super('limit', {retryable: true, retryAfter});
  }
}

/** A reply of a shape this client does not know. */
export class UnreadableError extends CairnError {
  constructor(status, message = '') {
    super('unreadable', {status, message, retryable: status >= 500});
  }
}

/** A function said no: RFC 9457. `code` is the last part of its type, `already-completed` for one. */
export class ProblemError extends CairnError {
  /**
   * @param {number} status
   * @param {{type: string, title: string, errors: any[] | null, stored: any}} problem
   * @param {number} retryAfter
   */
  constructor(status, {type, title, errors, stored}, retryAfter) {
    const code = status === 401 ? 'signed-out' : type.slice(type.lastIndexOf(':') + 1);
    super(code, {message: title, status, retryAfter, retryable: status === 429 || status >= 500});
    this.type = type;
    /** @type {{pointer: string, detail: string}[]} Every fault, with a JSON Pointer into what was sent. */
    this.faults = errors ?? [];
    /** @type {import('./cairn-client.js').CheckIn | null} What there is instead. */
    this.stored = stored;
  }

  /** The ids of the questions whose answers are at fault. */
  get questions() {
    const at = this.faults.map(({pointer}) => pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')));
    return at.filter(([, root, id]) => root === 'answers' && id).map(([, , id]) => id);
  }
}

const GATEWAY_CODES = new Map([
  [401, 'signed-out'], [403, 'forbidden'], [404, 'not-found'], [413, 'too-large'], [429, 'too-many-requests'],
]);

/** The gateway in front of the functions said no: `{"message": …}`. */
export class GatewayError extends CairnError {
  constructor(status, retryAfter) {
    super(GATEWAY_CODES.get(status) ?? 'unavailable', {status, retryAfter, retryable: status === 429 || status >= 500});
  }
}

// ---- Requests ----------------------------------------------------------------------------------------------------------

const MINUTE = 60_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;
const MOST_ATTEMPTS = 4;

/**
 * At most `most` requests in any minute, counted, whoever asks and whyever; and none while the API wants to be left alone.
 * Both are kept on the device too, so that neither a second tab nor a page that crashes and reloads in a loop starts
 * again from nothing.
 *
 * @param {{read: (key: string) => string | null, write: (key: string, text: string) => void}} storage
 * @param {() => number} now
 */
export function minuteLimit(storage, key, now, most = 12) {
  const restKey = `${key}:rest`;
  /** @type {number[]} */
  let mine = [];
  /** @returns {number[]} */
  const read = (name) => {
    try {
      return [JSON.parse(storage.read(name) ?? '[]')].flat();
    } catch {
      return []; // Unreadable: the page's own count stands.
    }
  };
  const recent = () =>
    // A moment ahead of the clock comes from a clock that was set back, and would block for as long.
    [...new Set([...mine, ...read(key)])].filter((at) => at > now() - MINUTE && at <= now() + most).sort((a, b) => a - b);
  return {
    /** Milliseconds until one more is allowed; 0 for now. */
    pause() {
      const sent = recent();
      const [since, until] = read(restKey);
      // A clock that was set back ends the rest too.
      return Math.max(sent.length < most ? 0 : sent[sent.length - most] + MINUTE - now(), now() >= since ? until - now() : 0, 0);
    },
    count() {
      const sent = recent();
      let at = now();
      while (sent.includes(at)) {
        at += 1; // Two in one millisecond are two.
      }
      mine = [...sent, at].slice(-most);
      storage.write(key, JSON.stringify(mine));
    },
    rest: (millis) => storage.write(restKey, JSON.stringify([now(), now() + millis])),
  };
}

/** One to read and one to write at a time in a page, whichever client they come from. @type {Map<string, Promise<any>>} */
const lanes = new Map();
const inTurn = (method, run) => {
  const turn = (lanes.get(method) ?? Promise.resolve()).then(run);
  lanes.set(method, turn.catch(() => {}));
  return turn;
};

/** One run of a kind at a time. The same one asked for meanwhile is the same promise; another waits its turn. */
export function singleFlight() {
  /** @type {Map<string, {key: string, promise: Promise<any>}>} */
  const flying = new Map();
  /**
   * @template T
   * @param {string} kind
   * @param {string} key
   * @param {() => Promise<T>} run
   * @returns {Promise<T>}
   */
  return (kind, key, run) => {
    const last = flying.get(kind);
    if (last?.key === key) {
      return last.promise;
    }
    const flight = {key, promise: last ? last.promise.then(run, run) : run()};
    flying.set(kind, flight);
    const landed = () => flying.get(kind) === flight && flying.delete(kind);
    flight.promise.then(landed, landed);
    return flight.promise;
  };
}

/** Twice as long each time, and never the same for two devices (half of it is left to chance). */
const backoff = (attempt, random) =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random() / 2);

const retryAfter = (response, now) => {
  const said = response.headers.get('retry-after');
  if (!said) {
    return 0;
  }
  const millis = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now();
  return millis > 0 ? millis : 0;
};

/** What a reply says, or the error it is. */
function read(response, text, pause) {
  const {status, headers} = response;
  const type = headers.get('content-type') ?? '';
  try {
    const json = type.includes('json') ? JSON.parse(text) : null;
    if (status < 400) {
      return {status, etag: headers.get('etag'), json};
    }
    return type.includes('problem+json') ? new ProblemError(status, readProblem(json), pause) : new GatewayError(status, pause);
  } catch {
    // A gateway that says no in something unreadable still says no.
    return status < 400 ? new UnreadableError(status, 'no JSON') : new GatewayError(status, pause);
  }
}

/**
 * @param {{fetch: typeof fetch, now: () => number, wait: (millis: number) => Promise<void>, random: () => number,
 *   limit: ReturnType<typeof minuteLimit>, patience: number, timeout: number, closed: AbortSignal}} how
 */
export function sender({fetch, now, wait, random, limit, patience, timeout, closed}) {
  const attempt = async (url, init) => {
    let response, text;
    try {
      init.method === 'GET' && closed.throwIfAborted(); // Who is gone needs no answer; what they answered is to arrive.
      if (limit.pause() > 0) {
        return null; // Others have asked meanwhile.
      }
      limit.count();
      // Never through the browser's own cache: what is kept of a person is kept in one place, where a sign-out reaches it.
      response = await fetch(url, {...init, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(timeout)});
      text = response.status === 304 ? '' : await response.text();
    } catch {
      throw new NetworkError(); // A reply cut off after its head counts as none.
    }
    const said = read(response, text, retryAfter(response, now));
    if (said instanceof Error) {
      throw said;
    }
    return said;
  };

  /**
   * Tries until there is a reply that trying again would not change, or until the next try would come after
   * `patience`. Safe for every request here: each is a GET, or a PUT that the API answers the same way twice.
   */
  return async (url, init) => {
    const deadline = now() + patience;
    for (let tried = 0; ; ) {
      const held = limit.pause();
      if (held > 0) {
        if (now() + held > deadline) {
          throw new LimitError(held);
        }
        await wait(held);
        continue;
      }
      try {
        const said = await inTurn(init.method, () => attempt(url, init));
        if (said) {
          return said;
        }
      } catch (error) {
        tried += 1;
        if (error.retryAfter > 0) {
          limit.rest(error.retryAfter);
        }
        const pause = Math.max(backoff(tried - 1, random), error.retryAfter);
        // Where the browser knows that there is no network, nobody has to wait to hear it.
        const isOffline = error instanceof NetworkError && globalThis.navigator?.onLine === false;
        if (!error.retryable || isOffline || closed.aborted || tried === MOST_ATTEMPTS || now() + pause > deadline) {
          throw error;
        }
        await wait(pause);
      }
    }
  };
}
