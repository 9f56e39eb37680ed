// What becomes of a person's answers for every reply: they are stored, they stay on the device, or their person removed them.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fateOf, shownAfter} from '../fate.js';
import {GatewayError, NetworkError, ProblemError, UnreadableError} from '../requests.js';
import {cardsOf, refusedAnswers, stateOf} from '../views.js';
import {CARD, COMPLETED, cutOff, DUE, memoryStorage, message, ok, problem, tokenOf, world} from './world.mjs';

const ANSWERS = {irritation: 3};
const LATER = Date.parse('2027-06-01T08:00:00.000Z'); // Eleven weeks after the answers were given.
const html = (status) => new Response('<html>Welcome to our hotel', {status, headers: {'content-type': 'text/html'}});
const errors = (pointer) => ({errors: [{pointer, detail: 'not an option'}]});

/** Answers that were given offline, and the next page's client. */
async function kept({replies, storage = memoryStorage(), ids = [CARD.id], ...more}) {
  for (const id of ids) {
    await world({storage, replies: [cutOff], patience: 0}).client.complete({...CARD, id}, ANSWERS);
  }
  return world({storage, replies, at: LATER, ...more});
}
const waiting = ({client}) => client.queued().map(({id, refused}) => [id, refused]);

/** Reply, what remains on the device (null: nothing), and what `complete` does where somebody is watching. */
const REPLIES = [
  ['stored', () => ok(COMPLETED), 'gone', 'sent', null],
  ['answered elsewhere, and it says with what', () => problem(409, 'already-completed', {stored: COMPLETED}), 'gone', 'answered-elsewhere', 'already-completed'],
  ['answered elsewhere, and it does not say with what', () => problem(409, 'already-completed'), 'refused', 'refused', 'already-completed'],
  ['of an earlier run or life', () => problem(409, 'superseded'), 'refused', 'refused', 'superseded'],
  ['another conflict', () => problem(409, 'closed'), 'refused', 'refused', 'closed'],
  ['erased', () => problem(410, 'erased'), 'gone', 'erased', 'erased'],
  ['a 410 of somebody else', () => message(410), 'refused', 'refused', 'unavailable'],
  ['not on the timeline', () => problem(404, 'no-such-check-in'), 'refused', 'refused', 'no-such-check-in'],
  ['an answer at fault', () => problem(422, 'invalid', errors('/answers/irritation')), 'refused', 'refused', 'invalid'],
  ['something else at fault', () => problem(422, 'invalid', errors('/answeredAt')), 'refused', 'refused', 'invalid'],
  ['malformed', () => problem(400, 'malformed'), 'refused', 'refused', 'malformed'],
  ['malformed, says the gateway', () => message(400), 'refused', 'refused', 'unavailable'],
  ['too large', () => message(413), 'refused', 'refused', 'too-large'],
  ['a status of tomorrow', () => problem(451, 'tomorrow'), 'refused', 'refused', 'tomorrow'],
  ['a problem of another shape', () => problem(422, 'invalid', {errors: 'x'}), 'refused', 'refused', 'unavailable'],
  ['no Cairn at this address', () => message(404), 'waits', null, 'queued'],
  ['a page of a hotel', () => html(200), 'waits', null, 'queued'],
  ['a reply of another shape', () => ok({thanks: true}), 'waits', null, 'queued'],
  ['signed out', () => message(401), 'waits', null, 'signed-out'],
  ['not allowed', () => message(403), 'waits', null, 'forbidden'],
  ['too slow', () => message(408), 'waits', null, 'unavailable'],
  ['too many', () => message(429), 'waits', null, 'queued'],
  ['broken', () => problem(500, 'internal'), 'waits', null, 'queued'],
  ['away', () => message(503), 'waits', null, 'queued'],
  ['no reply', cutOff, 'waits', null, 'queued'],
];

for (const [what, reply, remains, notice, thrown] of REPLIES) {
  test(`${what}: answers that waited ${remains === 'gone' ? 'leave the device' : 'stay on the device'}`, async () => {
    const page = await kept({replies: [reply]});
    await page.client.flush().catch(({code}) => assert.equal(remains, 'waits', code));
    assert.deepEqual(page.notices.map(({kind}) => kind), notice ? [notice] : []);
    assert.deepEqual(waiting(page), {gone: [], waits: [[CARD.id, null]], refused: [[CARD.id, thrown]]}[remains]);
    assert.equal(page.storage.map.size > 1, remains !== 'gone');
    assert.equal(page.notices[0]?.stored?.answers.irritation, notice === 'answered-elsewhere' ? 3 : undefined);
  });

  test(`${what}: so do answers that were just given`, async () => {
    const page = world({replies: [reply]});
    const said = await page.client.complete(CARD, ANSWERS).then(({queued}) => (queued ? 'queued' : null), ({code}) => code);
    assert.equal(said, thrown);
    assert.deepEqual(waiting(page), {gone: [], waits: [[CARD.id, null]], refused: [[CARD.id, thrown]]}[remains]);
  });
}

test('what was refused is kept with its card, is not sent again by this page, and is by the next one', async () => {
  const page = await kept({replies: [() => problem(404, 'no-such-check-in')]});
  await page.client.flush();
  await page.client.flush();
  assert.equal(page.asked.length, 1);
  const [{answers, answeredAt, checkIn}] = page.client.queued();
  assert.deepEqual(answers, ANSWERS);
  assert.equal(answeredAt.toISOString(), '2027-03-14T08:00:00.000Z');
  assert.deepEqual(checkIn.card.questions, CARD.card.questions);
  const next = world({storage: page.storage, at: LATER, replies: [() => ok(COMPLETED)]});
  await next.client.flush();
  assert.deepEqual(next.asked[0].body, {answers: ANSWERS, answeredAt: '2027-03-14T08:00:00.000Z'});
  assert.deepEqual(next.client.queued(), []);
});

test('answers that were changed are sent at once, and take the place of the refused ones', async () => {
  const page = await kept({replies: [() => problem(422, 'invalid', errors('/answers/irritation')), () => ok(COMPLETED)]});
  await page.client.flush();
  assert.equal((await page.client.complete(CARD, {irritation: 4})).queued, false);
  assert.deepEqual(page.asked[1].body, {answers: {irritation: 4}});
  assert.deepEqual(page.client.queued(), []);
});

test('only their person removes them', async () => {
  const page = await kept({replies: [() => problem(409, 'superseded')], ids: ['a', 'b']});
  await page.client.flush();
  assert.deepEqual(waiting(page), [['a', 'superseded'], ['b', 'superseded']]);
  page.client.discard('a');
  assert.deepEqual(waiting(page), [['b', 'superseded']]);
  assert.equal(waiting(world({storage: page.storage})).length, 1);
});

test('what its person deletes while others are sent is not sent', async () => {
  /** @type {any} */
  const page = await kept({ids: ['a', 'b'], replies: [() => (page.client.discard('b'), ok(COMPLETED))]});
  await page.client.flush();
  assert.deepEqual(page.asked.map(({url}) => url.includes('/b/')), [false]);
  assert.deepEqual(page.client.queued(), []);
});

test('answers given in another tab while those before them are sent stay until they are stored', async () => {
  /** @type {any} */
  let given;
  /** @type {any} */
  const page = await kept({replies: [async () => {
    const other = world({storage: page.storage, at: LATER, replies: [cutOff]});
    await other.client.identify();
    given = other.client.complete(CARD, {irritation: 4});
    return ok(COMPLETED);
  }]});
  await page.client.flush();
  assert.deepEqual(page.client.queued().map(({answers}) => answers), [{irritation: 4}]);
  assert.equal((await given).queued, true);
  assert.deepEqual(page.client.queued().map(({answers}) => answers), [{irritation: 4}]);
});

test('an answer that nobody understood does not hold up the others', async () => {
  const page = await kept({ids: ['a', 'b', 'c'], replies: [() => html(200), () => problem(404, 'no-such-check-in'), () => ok(COMPLETED)]});
  await page.client.flush();
  assert.deepEqual(waiting(page), [['a', null], ['b', 'no-such-check-in']]);
});

test('however late, answers go out with the moment at which they were given', async () => {
  const years = await kept({at: Date.parse('2029-03-14T08:00:00.000Z'), replies: [() => ok({...COMPLETED, late: true})]});
  await years.client.flush();
  assert.equal(years.asked[0].body.answeredAt, '2027-03-14T08:00:00.000Z');
  assert.deepEqual(years.client.queued(), []);
});

test('a clock that says 1970 is sent as it is: the API draws it in', async () => {
  const storage = memoryStorage();
  await world({storage, replies: [cutOff], at: 0, patience: 0}).client.complete(CARD, ANSWERS);
  const page = world({storage, at: 100_000, replies: [() => ok(COMPLETED)]});
  await page.client.flush();
  assert.deepEqual(page.asked[0].body, {answers: ANSWERS, answeredAt: '1970-01-01T00:00:00.000Z'});
  assert.deepEqual(page.client.queued(), []);
});

test('a bug on the way costs no answers', async () => {
  const broken = await kept({replies: [() => ok(COMPLETED)], token: () => {
    throw new Error('no token');
  }});
  await assert.rejects(broken.client.flush());
  const {storage} = broken;
  await assert.rejects(world({storage, at: LATER, random: () => {
    throw new RangeError('a bug');
  }, replies: [cutOff]}).client.flush(), RangeError);
  assert.deepEqual(waiting(world({storage})), [[CARD.id, null]]);
});

const rewrite = ({storage}, change) => {
  const [key] = [...storage.map.keys()].filter((name) => name.endsWith(':queue'));
  const list = JSON.parse(storage.map.get(key));
  change(list);
  storage.map.set(key, JSON.stringify(list));
  return key;
};

test('what an older or a newer version of this client kept is sent too', async () => {
  const page = await kept({replies: [() => ok(COMPLETED)]});
  rewrite(page, (list) => {
    list.schema = 99;
    delete list.value[0].checkIn;
  });
  await page.client.flush();
  assert.deepEqual(page.asked[0].body.answers, ANSWERS);
});

test('what cannot be read stays where it is, whatever happens around it', async () => {
  const page = await kept({ids: ['a', 'b'], replies: [() => ok(COMPLETED)]});
  const key = rewrite(page, (list) => (list.value[0].answers = [['irritation', 3]]));
  await page.client.flush();
  await page.client.complete({...CARD, id: 'c'}, ANSWERS);
  assert.equal(page.asked.length, 2);
  assert.deepEqual(JSON.parse(page.storage.map.get(key)).value.map(({id}) => id), ['a']);
});

test('a refusal that comes after a sign-out brings nothing back', async () => {
  let arrive;
  const page = world({replies: [() => new Promise((resolve) => (arrive = () => resolve(problem(422, 'invalid'))))]});
  const completion = page.client.complete(CARD, ANSWERS);
  await new Promise(setImmediate);
  page.client.signOut();
  arrive();
  await assert.rejects(completion);
  assert.deepEqual([...page.storage.map.keys()].filter((key) => !key.startsWith('cairn:sent')), []);
});

test('refused answers are their own person\'s', async () => {
  const page = await kept({replies: [() => problem(404, 'no-such-check-in')]});
  await page.client.flush();
  assert.deepEqual(world({storage: page.storage, token: tokenOf('ben')}).client.queued(), []);
});

test('the gateway\'s 404 does not hide a card, and the API\'s does', async () => {
  for (const [reply, cards] of [[() => message(404), 1], [() => problem(404, 'no-such-check-in'), 0]]) {
    const {client} = world({replies: [() => ok(DUE), reply]});
    await client.due();
    await client.dismiss(CARD).catch(() => {});
    assert.equal(client.kept().due.length, cards);
  }
});

test('whatever is thrown has a fate', () => {
  for (const error of [new TypeError('x'), new NetworkError(), {}]) {
    assert.equal(fateOf(error), 'later');
  }
  assert.equal(fateOf(new UnreadableError(502)), 'later');
});

// ---- What the card shows -------------------------------------------------------------------------------------------

const said = (status, name, more = {}) => new ProblemError(status, {type: `urn:x:${name}`, title: '', errors: null, stored: null, ...more}, 0);

test('after each failure the card says what is so', () => {
  for (const [error, action, hasCard, isEmpty, shown] of [
    [said(422, 'invalid', {errors: [{pointer: '/answers/a', detail: ''}]}), 'completed', true, false, {faults: ['a']}],
    [said(422, 'invalid', {errors: [{pointer: '/answeredAt', detail: ''}]}), 'completed', true, false, {banner: 'refusedText'}],
    [said(400, 'malformed'), 'completed', true, false, {banner: 'refusedText'}],
    [new GatewayError(413, 0), 'completed', true, false, {banner: 'refusedText'}],
    [said(422, 'invalid', {errors: [{pointer: '/until', detail: ''}]}), 'snoozed', true, false, {banner: 'failedText'}],
    [said(404, 'no-such-check-in'), 'completed', true, false, {settled: 'refused'}],
    [said(409, 'superseded'), 'completed', true, false, {settled: 'refused'}],
    [said(409, 'already-completed', {stored: COMPLETED}), 'completed', true, false, {settled: 'elsewhere'}],
    [said(409, 'already-completed', {stored: COMPLETED}), 'dismissed', true, false, {settled: 'elsewhere'}],
    [said(404, 'no-such-check-in'), 'dismissed', true, false, {settled: 'gone'}],
    [new GatewayError(404, 0), 'dismissed', true, false, {banner: 'failedText'}],
    [new GatewayError(401, 0), 'completed', true, false, {view: 'signed-out'}],
    [new GatewayError(403, 0), 'due', false, true, {view: 'signed-out'}],
    [said(410, 'erased'), 'completed', true, false, {view: 'erased'}],
    [new NetworkError(), 'due', false, true, {view: 'error'}],
    [new NetworkError(), 'due', false, false, {banner: 'offline'}],
    [new NetworkError(), 'history', false, false, {}],
  ]) {
    assert.deepEqual(shownAfter(error, action, hasCard, isEmpty), shown, `${error.code} ${action}`);
  }
});

test('a card whose answers wait is not asked again, and one whose answers were refused is', () => {
  const client = (refused) => ({queued: () => [{id: CARD.id, refused}], snoozed: () => []});
  assert.deepEqual(cardsOf(DUE, null, null, client(null)), []);
  assert.deepEqual(cardsOf(DUE, null, null, client('invalid')), DUE.due);
  assert.deepEqual(cardsOf(DUE, 'hair', null, client('invalid')), []);
  assert.deepEqual(cardsOf(DUE, null, CARD, client('invalid')), [CARD]);
  assert.equal(refusedAnswers(CARD.id, client('invalid')).refused, 'invalid');
  assert.equal(refusedAnswers(CARD.id, client(null)), undefined);
  assert.equal(stateOf(null, {}, undefined, client('invalid')).view, 'refused');
  assert.equal(stateOf('refused', {}, CARD, client('invalid')).refused.id, CARD.id);
  assert.equal(stateOf('refused', {}, CARD, client(null)).view, 'card');
  assert.equal(stateOf('refused', {}, undefined, null).view, 'idle');
});
