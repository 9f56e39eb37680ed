// The deployment, as this page asks it: real requests, and what can go wrong with them.

/** No answer at all: nothing is listening there. */
export class Stopped extends Error {}

/** An answer that is a no. `faults` are the API's own, each with a JSON Pointer; empty if it lists none. */
export class Refused extends Error {
  /** @param {number} status @param {{title?: string, message?: string, errors?: any[]}} body a problem, or what the gateway says */
  constructor(status, {title, message, errors = []}) {
    super(title ?? message ?? `The deployment answered ${status}.`);
    this.status = status;
    this.faults = errors;
  }
}

/** @param {string} method @param {string} path @param {{body?: any, token?: string, signal?: AbortSignal, keepalive?: boolean}} [more] */
async function ask(method, path, {body, token, signal, keepalive = false} = {}) {
  let response;
  let text;
  try {
    response = await fetch(path, {
      method, signal, keepalive,
      cache: 'no-store', // Two equal requests at once are two.
      headers: {
        ...(token ? {Authorization: `Bearer ${token}`} : {}),
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    text = await response.text();
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Stopped();
  }
  let json = null;
  try {
    json = text === '' ? null : JSON.parse(text);
  } catch {
    throw new Refused(response.status, {});
  }
  if (!response.ok) {
    throw new Refused(response.status, json ?? {});
  }
  return {status: response.status, json};
}

/** @param {Parameters<typeof ask>} request */
const answer = async (...request) => (await ask(...request)).json;

export const programs = async () => (await answer('GET', '/local/programs')).items;

export const clock = {
  /** @returns {Promise<{now: string, travelled: boolean}>} */
  read: () => answer('GET', '/local/clock'),
  travelTo: (moment) => answer('PUT', '/local/clock', {body: {now: moment.toISOString()}}),
  giveBack: () => answer('DELETE', '/local/clock'),
  /** While the page goes away, nobody waits for an answer. */
  giveBackWhileLeaving: () => void fetch('/local/clock', {method: 'DELETE', keepalive: true}).catch(() => {}),
};

export const tokenFor = async (subject) => (await answer('POST', '/local/tokens', {body: {sub: subject}})).token;

export const send = (detailType, detail) =>
  answer('POST', '/local/events', {body: {Entries: [{Source: 'app', DetailType: detailType, Detail: JSON.stringify(detail)}]}});

/** A preview asks who is asking, and for nothing of theirs. */
export const preview = (token, body, signal) => answer('POST', '/v1/previews', {token, body, signal});

/** What a member asks for themselves. */
export const member = (token) => ({
  read: () => answer('GET', '/v1/me', {token}),
  start: (program, startedOn, timeZone) => answer('PUT', `/v1/me/journeys/${program}`, {token, body: {startedOn, timeZone}}),
  due: () => ask('GET', '/v1/me/due', {token}),
  explanation: (program, at) => answer('GET', `/v1/me/journeys/${program}/explanation?at=${at.toISOString()}`, {token}),
  history: async (program) => (await answer('GET', `/v1/me/journeys/${program}/check-ins?limit=100`, {token})).items,
  erase: () => void fetch('/v1/me', {method: 'DELETE', keepalive: true, headers: {Authorization: `Bearer ${token}`}}).catch(() => {}),
  async timeline(program, from, to) {
    const items = [];
    for (let day = from; day; ) {
      const page = await answer('GET', `/v1/me/journeys/${program}/timeline?from=${day}&to=${to}`, {token});
      items.push(...page.items);
      day = page.next;
    }
    return items;
  },
});
