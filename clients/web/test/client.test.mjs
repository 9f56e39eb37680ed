// What the client does on the wire and on the device.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createClient, GatewayError, LimitError, NetworkError, ProblemError, UnreadableError} from '../cairn-client.js';
import {CARD, COMPLETED, cutOff, DUE, memoryStorage, message, notModified, ok, problem, tokenOf, world} from './world.mjs';

const EMPTY = {due: [], next: [], validUntil: null};
const ANSWERS = {irritation: 3};
const coded = (code) => (error) => error.code === code;

test('the answer is asked for by its ETag, and 304 gives the one that is kept', async () => {
  const {client, asked} = world({replies: [() => ok(DUE, {etag: '"a"'}), notModified, () => ok(EMPTY, {etag: '"b"'})]});
  assert.equal((await client.due()).due[0].id, CARD.id);
  assert.equal((await client.due()).due[0].id, CARD.id);
  assert.equal(asked[0].headers['If-None-Match'], undefined);
  assert.equal(asked[1].headers['If-None-Match'], '"a"');
  assert.equal(asked[0].url, 'https://api.example.com/v1/me/due');
  assert.equal((await client.due()).due.length, 0);
  assert.equal(client.kept().due.length, 0);
});

test('the last answer is there for a new page at once, before any request', async () => {
  const storage = memoryStorage();
  await world({storage}).client.due();
  const {client, asked} = world({storage});
  assert.equal(client.kept().due[0].dueOn, '2027-03-14');
  assert.equal(asked.length, 0);
});

test('where a token comes from a function, the subject tells whose answer to show', async () => {
  const storage = memoryStorage();
  await world({storage}).client.due();
  const token = async () => tokenOf('anna');
  assert.equal(world({storage, token}).client.kept(), null);
  assert.equal(world({storage, token, subject: 'anna'}).client.kept().due.length, 1);
});

test('somebody else is shown nothing of the first, and nothing names either of them', async () => {
  const storage = memoryStorage();
  await world({storage}).client.due();
  const ben = world({storage, token: tokenOf('ben')});
  assert.equal(ben.client.kept(), null);
  assert.deepEqual(ben.client.queued(), []);
  await ben.client.due();
  assert.equal(ben.asked[0].headers['If-None-Match'], undefined);
  assert.equal([...storage.map.keys(), ...storage.map.values()].some((text) => /anna|ben/.test(text)), false);
});

test('a token that is suddenly another person\'s takes the first one\'s answer away, and says so', async () => {
  let who = 'anna';
  const {client, notices, storage} = world({token: () => tokenOf(who)});
  await client.due();
  who = 'ben';
  await client.due();
  assert.deepEqual(notices, [{kind: 'member-changed'}]);
  assert.equal(world({storage}).client.kept(), null);
});

test('one person\'s answers are never sent as another\'s', async () => {
  let who = 'anna';
  const {client, asked, notices, storage} = world({token: () => tokenOf(who)});
  await client.due();
  who = 'ben';
  await assert.rejects(client.complete(CARD, ANSWERS), coded('member-changed'));
  assert.equal(asked.length, 1);
  assert.deepEqual(notices, [{kind: 'member-changed'}]);
  assert.deepEqual(client.queued(), []);
  assert.equal(world({storage}).client.queued().length, 1);
});

test('an answer that arrives after a sign-out is shown to nobody and kept nowhere', async () => {
  let arrive;
  const {client, storage} = world({replies: [() => new Promise((resolve) => (arrive = () => resolve(ok(DUE))))]});
  const due = client.due();
  await new Promise(setImmediate);
  client.signOut();
  arrive();
  await assert.rejects(due, coded('member-changed'));
  assert.equal([...storage.map.keys()].filter((key) => !key.startsWith('cairn:sent')).length, 0);
});

test('one request of a kind at a time: who asks meanwhile gets the same answer', async () => {
  const {client, asked} = world();
  const answers = await Promise.all([client.due(), client.due(), client.due()]);
  assert.equal(asked.length, 1);
  assert.equal(answers[0], answers[2]);
  let flying = 0;
  let most = 0;
  const pages = world({replies: [async () => {
    most = Math.max(most, (flying += 1));
    await new Promise(setImmediate);
    flying -= 1;
    return ok({items: [], next: null});
  }]});
  await Promise.all([pages.client.history('skin'), pages.client.history('hair'), pages.client.history('skin', {cursor: 'x y'})]);
  assert.equal(most, 1);
  assert.deepEqual(pages.asked.map(({url}) => url.replace(/.*journeys/, '')), [
    '/skin/check-ins?limit=20', '/hair/check-ins?limit=20', '/skin/check-ins?limit=20&cursor=x%20y',
  ]);
});

test('a failure is tried again, later each time and never for everybody at once', async () => {
  const late = world({replies: [cutOff, () => message(503), () => message(429), () => ok(DUE)]});
  assert.equal((await late.client.due()).due.length, 1);
  assert.deepEqual(late.waits, [1_000, 2_000, 4_000]);
  const early = world({replies: [cutOff, () => problem(500, 'internal'), cutOff, () => ok(DUE)], random: () => 0});
  await early.client.due();
  assert.deepEqual(early.waits, [500, 1_000, 2_000]);
});

test('after four times it gives up, and says what it was', async () => {
  const {client, asked} = world({replies: [cutOff]});
  await assert.rejects(client.due(), (error) => error instanceof NetworkError && error.retryable);
  assert.equal(asked.length, 4);
});

test('where the browser knows it is offline, nobody waits', async () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', {value: {onLine: false}, configurable: true});
  try {
    const {client, waits} = world({replies: [cutOff]});
    assert.equal((await client.complete(CARD, ANSWERS)).queued, true);
    assert.deepEqual(waits, []);
  } finally {
    delete globalThis.navigator;
    before && Object.defineProperty(globalThis, 'navigator', before);
  }
});

test('what asking again would not change is not asked again', async () => {
  for (const [reply, kind, code] of [
    [() => problem(410, 'erased'), ProblemError, 'erased'],
    [() => problem(404, 'no-such-check-in'), ProblemError, 'no-such-check-in'],
    [() => message(403), GatewayError, 'forbidden'],
    [() => message(401), GatewayError, 'signed-out'],
    [() => problem(401, 'unauthorized'), ProblemError, 'signed-out'],
    [() => ok({due: 'x'}), UnreadableError, 'unreadable'],
    [() => new Response('<html>', {status: 200, headers: {'content-type': 'application/json'}}), UnreadableError, 'unreadable'],
    [() => new Response('<html>', {status: 400, headers: {'content-type': 'application/problem+json'}}), GatewayError, 'unavailable'],
  ]) {
    const {client, asked} = world({replies: [reply]});
    await assert.rejects(client.due(), (error) => error instanceof kind && error.code === code, code);
    assert.equal(asked.length, 1, code);
  }
});

test('Retry-After is obeyed, by the next call too', async () => {
  const {client, waits} = world({replies: [() => message(503, {'retry-after': '7'}), () => ok(DUE)]});
  await client.due();
  assert.deepEqual(waits, [7_000]);
  const long = world({replies: [() => problem(503, 'unavailable', {}, {'retry-after': '90'}), () => ok(DUE)]});
  await assert.rejects(long.client.due(), (error) => error.code === 'unavailable' && error.retryAfter === 90_000);
  await assert.rejects(long.client.due(), (error) => error instanceof LimitError && error.retryAfter === 90_000);
  assert.equal(long.asked.length, 1);
  long.clock.at += 90_000;
  await long.client.due();
  const dated = world({replies: [() => message(429, {'retry-after': 'Sun, 14 Mar 2027 08:00:05 GMT'}), () => ok(DUE)]});
  await dated.client.due();
  assert.deepEqual(dated.waits, [5_000]);
});

test('never more than twelve requests in any minute, whatever happens', async () => {
  const {client, asked, clock, storage} = world({replies: [cutOff, cutOff, () => ok(DUE)]});
  let refused = 0;
  for (let step = 0; step < 400; step += 1) {
    // A page that reloads again and again, beside one that stays.
    const asking = step % 3 === 0 ? world({storage, replies: [(...request) => (asked.push({at: clock.at}), ok(DUE))], now: () => clock.at, patience: 0}).client : client;
    await asking.due().catch(({code}) => (refused += code === 'limit' ? 1 : 0));
    clock.at += step % 7 === 0 ? 0 : 250;
  }
  const moments = asked.map(({at}) => at).sort((a, b) => a - b);
  assert.ok(refused > 0);
  assert.ok(moments.length > 12);
  moments.forEach((at, index) => index >= 12 && assert.ok(at - moments[index - 12] >= 60_000, `request ${index}`));
});

test('who asks in the same moment shares what is left of the minute', async () => {
  const storage = memoryStorage();
  const first = world({storage});
  for (let step = 0; step < 11; step += 1) {
    await first.client.due();
  }
  const cards = [1, 2, 3].map(() => world({storage, patience: 0}));
  const replies = await Promise.allSettled(cards.map(({client}) => client.due()));
  assert.equal(cards.reduce((sum, {asked}) => sum + asked.length, 0), 1);
  assert.deepEqual(replies.map(({reason}) => reason?.code), [undefined, 'limit', 'limit']);
});

test('a clock that was set back does not silence the page', async () => {
  const {client, clock} = world();
  for (let step = 0; step < 12; step += 1) {
    await client.due();
  }
  clock.at -= 86_400_000;
  await client.due();
});

test('nor does it make a wait longer', async () => {
  const {client, clock} = world({replies: [() => message(503, {'retry-after': '90'}), () => ok(DUE)]});
  await assert.rejects(client.due());
  clock.at -= 86_400_000;
  await client.due();
});

test('each call has its place', async () => {
  const journey = {program: 'skin', run: 1, startedOn: '2027-03-07', createdOn: '2027-03-07', timeZone: 'Europe/Berlin', plan: 'free', progress: {offered: 1, completed: 0, streak: 0}};
  const {client, asked} = world({language: 'de', replies: [
    () => ok({timeZone: null, locale: null, plan: 'free', journeys: []}), () => ok(journey), () => ok({...COMPLETED, state: 'dismissed', answers: null, late: null}),
  ]});
  assert.equal((await client.member()).timeZone, null);
  assert.equal((await client.journey('skin')).startedOn, '2027-03-07');
  assert.equal((await client.dismiss(CARD)).state, 'dismissed');
  assert.deepEqual(asked.map(({method, url}) => `${method} ${url.slice('https://api.example.com'.length)}`), [
    'GET /v1/me', 'GET /v1/me/journeys/skin', `PUT /v1/me/check-ins/${CARD.id}/dismissal`,
  ]);
  assert.deepEqual(asked[2].headers, {Authorization: `Bearer ${tokenOf('anna')}`, 'Accept-Language': 'de'});
  assert.equal(asked[2].body, null);
});

test('a completion is sent once, and its card is gone from what is kept', async () => {
  const {client, asked} = world({replies: [() => ok(DUE, {etag: '"a"'}), () => ok(COMPLETED)]});
  await client.due();
  const done = await Promise.all([client.complete(CARD, ANSWERS), client.complete(CARD, ANSWERS)]);
  assert.equal(asked.length, 2);
  assert.equal(done[0].checkIn.completedAt.toISOString(), COMPLETED.completedAt);
  assert.deepEqual(asked[1].body, {answers: ANSWERS});
  assert.equal(asked[1].url, `https://api.example.com/v1/me/check-ins/${CARD.id}/completion`);
  assert.deepEqual(client.kept().due, []);
  assert.deepEqual(client.queued(), []);
  assert.deepEqual(client.card('skin').questions.map(({id}) => id), ['irritation', 'areas']);
  await client.due().catch(() => {});
  assert.equal(asked[2].headers['If-None-Match'], undefined);
});

test('an answer from before a completion does not bring the card back', async () => {
  let arrive;
  const {client, asked} = world({replies: [
    () => new Promise((resolve) => (arrive = () => resolve(ok(DUE)))), () => ok(COMPLETED), () => ok(EMPTY),
  ]});
  const due = client.due();
  await client.complete(CARD, ANSWERS);
  arrive();
  assert.deepEqual((await due).due, []);
  assert.equal(asked.length, 3);
});

test('an answer given offline waits, and goes out later with the moment it was given', async () => {
  const storage = memoryStorage();
  const offline = world({storage, replies: [() => ok(DUE), cutOff]});
  await offline.client.due();
  assert.deepEqual(await offline.client.complete(CARD, ANSWERS), {queued: true, checkIn: null});
  assert.deepEqual(offline.client.queued().map(({id, answeredAt}) => [id, answeredAt.toISOString()]), [[CARD.id, '2027-03-14T08:00:00.000Z']]);
  const later = world({storage, replies: [() => ok(COMPLETED)], at: Date.parse('2027-03-15T08:00:00.000Z')});
  await later.client.flush();
  assert.deepEqual(later.asked[0].body, {answers: ANSWERS, answeredAt: '2027-03-14T08:00:00.000Z'});
  assert.equal(later.notices[0].kind, 'sent');
  assert.deepEqual(later.client.queued(), []);
  await later.client.flush();
  assert.equal(later.asked.length, 1);
});

test('each member has a queue of their own', async () => {
  const storage = memoryStorage();
  await world({storage, replies: [cutOff]}).client.complete(CARD, ANSWERS);
  const ben = world({storage, token: tokenOf('ben')});
  await ben.client.flush();
  assert.equal(ben.asked.length, 0);
  assert.equal(world({storage}).client.queued().length, 1);
});

test('what cannot be sent yet goes on waiting, in its order', async () => {
  const storage = memoryStorage();
  const offline = world({storage, replies: [cutOff], patience: 0}).client;
  await offline.complete(CARD, ANSWERS);
  await offline.complete({...CARD, id: 'second'}, ANSWERS);
  for (const reply of [cutOff, () => message(401), () => message(503)]) {
    await assert.rejects(world({storage, replies: [reply], at: Date.parse('2027-03-15T08:00:00.000Z')}).client.flush());
  }
  assert.deepEqual(offline.queued().map(({id}) => id), [CARD.id, 'second']);
});

test('one tab at a time sends what waits', async () => {
  const storage = memoryStorage();
  await world({storage, replies: [cutOff], patience: 0}).client.complete(CARD, ANSWERS);
  const held = new Set();
  const locks = {
    async request(name, {ifAvailable}, run) {
      if (held.has(name) && ifAvailable) {
        return run(null);
      }
      held.add(name);
      return Promise.resolve(run({name})).finally(() => held.delete(name));
    },
  };
  const at = Date.parse('2027-03-15T08:00:00.000Z');
  const tabs = [1, 2, 3].map(() => world({storage, locks, at, replies: [() => ok(COMPLETED)]}));
  await Promise.all(tabs.map(({client}) => client.flush()));
  assert.equal(tabs.reduce((sum, {asked}) => sum + asked.length, 0), 1);
});

test('answers the API refuses come back with every fault, and stay on the device', async () => {
  const errors = [{pointer: '/answers/irritation', detail: 'is to be a whole number'}, {pointer: '/answers/a~1b', detail: 'x'}];
  const {client} = world({replies: [() => problem(422, 'invalid', {errors})]});
  await assert.rejects(client.complete(CARD, ANSWERS), (error) => error instanceof ProblemError && error.faults.length === 2 && error.questions.join() === 'irritation,a/b');
  assert.deepEqual(client.queued().map(({refused}) => refused), ['invalid']);
});

test('what was put off is remembered until it comes back', async () => {
  const until = new Date('2027-03-15T07:00:00.000Z');
  const {client, asked, clock} = world({replies: [
    () => ok(DUE), () => ok({...COMPLETED, state: 'snoozed', answers: null, completedAt: null, answeredAt: null, late: null, snoozedUntil: until.toISOString()}), () => ok(EMPTY),
  ]});
  await client.due();
  await client.snooze(CARD, until);
  assert.deepEqual(asked[1].body, {until: '2027-03-15T07:00:00.000Z'});
  await client.due();
  assert.deepEqual(client.snoozed(), [{id: CARD.id, program: 'skin', until}]);
  clock.at = until.getTime();
  assert.deepEqual(client.snoozed(), []);
});

test('a token that ran out is asked for again, once', async () => {
  const tokens = [tokenOf('anna'), `${tokenOf('anna')}2`];
  const {client, asked} = world({token: () => tokens[0], replies: [() => (tokens.shift(), message(401)), () => ok(DUE)]});
  await client.due();
  assert.equal(asked[1].headers.Authorization, `Bearer ${tokenOf('anna')}2`);
  const stale = world({token: async () => tokenOf('anna'), replies: [() => message(401)]});
  await assert.rejects(stale.client.due(), coded('signed-out'));
  assert.equal(stale.asked.length, 1);
});

test('a sign-out clears what is kept and what waits', async () => {
  const storage = memoryStorage();
  const {client} = world({storage, replies: [() => ok(DUE), cutOff]});
  await client.due();
  await client.complete(CARD, ANSWERS);
  client.signOut();
  assert.equal([...storage.map.keys()].filter((key) => !key.startsWith('cairn:sent')).length, 0);
});

test('a storage that fails costs the memory and nothing else', async () => {
  const broken = {getItem: cutOff, setItem: cutOff, removeItem: cutOff};
  const {client} = world({storage: broken, replies: [() => ok(DUE), cutOff, cutOff, cutOff, cutOff, () => ok(COMPLETED)]});
  await client.due();
  assert.equal((await client.complete(CARD, ANSWERS)).queued, true);
  await client.flush();
  assert.deepEqual(client.queued(), []);
});

test('without a subject nothing outlives the client', async () => {
  const storage = memoryStorage();
  await world({storage, token: 'opaque'}).client.due();
  assert.equal(world({storage, token: 'opaque'}).client.kept(), null);
  assert.deepEqual([...storage.map.keys()].filter((key) => !key.startsWith('cairn:sent')), []);
  assert.equal(typeof createClient({baseUrl: '', token: ''}).due, 'function');
});
