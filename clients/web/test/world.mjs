// A server made of a list of replies, a clock that runs when somebody waits, and a storage to look into.

import {createClient} from '../cairn-client.js';

const part = (claims) => Buffer.from(JSON.stringify(claims)).toString('base64url');
export const tokenOf = (sub) => `${part({alg: 'none'})}.${part({sub})}.signature`;

export const SKIN = {
  locale: 'en',
  title: 'How is your skin today?',
  body: 'A minute for your skin.',
  questions: [
    {id: 'irritation', kind: 'scale', text: 'How irritated?', required: true, min: 0, max: 10},
    {id: 'areas', kind: 'choices', text: 'Where?', required: false, choices: [{id: 'nose', text: 'Nose'}], atMost: 1},
  ],
};
export const CARD = {
  id: 'MSNza2luIzEjZGF5LTc', program: 'skin', slot: 'day-7', kind: 'milestone', dueOn: '2027-03-14',
  opensAt: '2027-03-13T23:00:00.000Z', closesOn: '2027-03-22', openedAt: '2027-03-14T07:00:00.123Z', card: SKIN,
};
export const NEXT = {id: 'next', program: 'skin', slot: 'day-15', dueOn: '2027-03-22', opensAt: '2027-03-21T23:00:00.000Z'};
export const DUE = {due: [CARD], next: [NEXT], validUntil: '2027-03-21T23:00:00.000Z'};
const {card: _, ...slot} = CARD;
export const COMPLETED = {
  ...slot, run: 1, state: 'completed', openedBy: 'visit', snoozedUntil: null, snoozeCount: 0,
  answers: {irritation: 3}, answeredAt: '2027-03-14T08:00:00.000Z', completedAt: '2027-03-14T08:00:00.000Z', late: false,
};

export const ok = (body, headers = {}) => new Response(JSON.stringify(body), {status: 200, headers: {'content-type': 'application/json', ...headers}});
export const problem = (status, name, more = {}, headers = {}) =>
  new Response(JSON.stringify({type: `urn:cairn:problem:${name}`, title: name, status, ...more}), {status, headers: {'content-type': 'application/problem+json', ...headers}});
export const message = (status, headers = {}) => new Response('{"message":"No"}', {status, headers: {'content-type': 'application/json', ...headers}});
export const notModified = () => new Response(null, {status: 304});
export const cutOff = () => {
  throw new TypeError('Failed to fetch');
};

export function memoryStorage() {
  const map = new Map();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

/** Replies in their order, the last one for ever. Each is a Response maker or gets the request. */
export function world({replies = [() => ok(DUE)], storage = memoryStorage(), at = Date.parse('2027-03-14T08:00:00.000Z'), ...options} = {}) {
  const asked = [];
  const notices = [];
  const waits = [];
  const clock = {at};
  const fetch = async (url, init) => {
    asked.push({url, method: init.method, headers: init.headers, body: init.body === undefined ? null : JSON.parse(init.body), at: clock.at});
    return replies[Math.min(asked.length, replies.length) - 1](url, init);
  };
  const client = createClient({
    baseUrl: 'https://api.example.com/',
    token: tokenOf('anna'),
    fetch,
    storage,
    locks: null,
    now: () => clock.at,
    wait: async (millis) => {
      waits.push(millis);
      clock.at += millis;
    },
    random: () => 1,
    onNotice: (notice) => notices.push(notice),
    ...options,
  });
  return {client, asked, notices, waits, clock, storage};
}
