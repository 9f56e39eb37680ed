// Days stay days and instants stay instants, in any zone. `node --test` runs this in zones either side of UTC by itself.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {daysBetween, formatDay, isDay, plusDays} from '../cairn-client.js';
import {readAnswers, readCheckIn, readDue, readHistory, readJourney, readKept, readMember, ShapeError, writeKept} from '../wire.js';
import {COMPLETED, DUE, SKIN} from './world.mjs';

const due = () => readDue(structuredClone(DUE));

test('a day is text and an instant is a date', () => {
  const [card] = due().due;
  assert.equal(card.dueOn, '2027-03-14');
  assert.equal(card.closesOn, '2027-03-22');
  assert.ok(card.opensAt instanceof Date);
  assert.equal(card.openedAt.toISOString(), '2027-03-14T07:00:00.123Z');
});

test('what is kept comes back equal, milliseconds, year ends and all', () => {
  const odd = structuredClone(DUE);
  odd.due[0].dueOn = '2027-12-31';
  odd.due[0].closesOn = null;
  odd.due[0].openedAt = '2027-12-31T23:59:59.999Z';
  odd.validUntil = null;
  for (const body of [DUE, odd]) {
    const kept = {etag: '"1"', due: readDue(body), cards: {skin: SKIN}, snoozed: [{id: 'x', program: 'skin', until: new Date('2028-02-29T00:00:00.001Z')}]};
    assert.deepEqual(readKept('due', writeKept(kept)), kept);
    assert.equal(JSON.stringify(readDue(body)), JSON.stringify(readDue(JSON.parse(JSON.stringify(readDue(body))))));
  }
  const queue = [{id: 'x', program: 'skin', answers: {a: 1.5, b: 'x', c: ['y'], d: false}, answeredAt: new Date('2027-01-01T00:00:00.000Z'), checkIn: due().due[0]}];
  assert.deepEqual(readAnswers(writeKept(queue)), queue);
});

test('what was kept in another shape is dropped whole', () => {
  const kept = {etag: null, due: due(), cards: {}, snoozed: []};
  const text = writeKept(kept);
  const changed = (from, to) => {
    assert.ok(text.includes(from), from);
    return readKept('due', text.replace(from, to));
  };
  assert.deepEqual(readKept('due', text), kept);
  assert.equal(changed('"schema":1', '"schema":0'), null);
  assert.equal(changed('"2027-03-14"', '[2027,3,14]'), null);
  assert.equal(changed('"2027-03-22"', '"2027-03-22T00:00:00.000Z"'), null);
  assert.equal(changed('"2027-03-13T23:00:00.000Z"', '1805065200000'), null);
  assert.equal(changed('"kind":"scale"', '"kind":"slider"'), null);
  for (const nothing of [null, '', '{', '[]', 'null', '{"schema":1}']) {
    assert.equal(readKept('due', nothing), null);
  }
});

test('a reply that is not of its shape is refused with the place and never the value', () => {
  const wrong = structuredClone(DUE);
  wrong.due[0].dueOn = '2027-02-30';
  assert.throws(() => readDue(wrong), (error) => error instanceof ShapeError && error.message === '/due/0/dueOn is to be a day');
  for (const instant of ['2027-03-14T07:00:00Z', '2027-03-14T08:00:00.000+01:00', '2027-02-30T00:00:00.000Z', 0, null]) {
    const body = structuredClone(DUE);
    body.next[0].opensAt = instant;
    assert.throws(() => readDue(body), ShapeError, String(instant));
  }
});

test('a field it does not know breaks nothing, and is left out', () => {
  const more = {...structuredClone(DUE), streak: 3};
  assert.deepEqual(readDue(more), due());
});

test('every reply has its reader', () => {
  assert.equal(readCheckIn(COMPLETED).completedAt.getTime(), Date.parse(COMPLETED.completedAt));
  assert.deepEqual(readHistory({items: [], next: null}), {items: [], next: null});
  const journey = {program: 'skin', run: 1, startedOn: '2027-03-07', createdOn: '2027-03-07', timeZone: 'Europe/Berlin', plan: 'free', progress: {offered: 0, completed: 0, streak: 0}};
  assert.deepEqual(readJourney(journey), journey);
  assert.deepEqual(readMember({timeZone: null, locale: null, plan: 'free', journeys: []}), {timeZone: null, locale: null, plan: 'free', journeys: []});
});

test('days are counted and shown by the calendar alone', () => {
  assert.equal(plusDays('2027-03-01', -1), '2027-02-28');
  assert.equal(plusDays('2028-02-28', 1), '2028-02-29');
  assert.equal(daysBetween('2027-03-14', '2027-03-29'), 15); // Over a change of clocks in Europe.
  assert.equal(isDay('2027-02-29'), false);
  assert.equal(isDay('2027-3-1'), false);
  assert.match(formatDay('2027-12-31', 'en'), /December 31/);
  assert.match(formatDay('2027-01-01', 'en'), /January 1/);
  assert.match(formatDay('2027-01-01', 'ar-SA', {year: 'numeric'}), /2027|٢٠٢٧/);
});

// Once more in zones where a day begins long before it does in UTC, and long after.
if (!process.env.CAIRN_ZONE_RUN) {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns']) {
    test(`all of it in ${zone}`, () => {
      const {NODE_TEST_CONTEXT: _, ...env} = process.env;
      const run = spawnSync(process.execPath, ['--test', new URL(import.meta.url).pathname], {env: {...env, TZ: zone, CAIRN_ZONE_RUN: '1'}, encoding: 'utf8'});
      assert.equal(run.status, 0, run.stdout);
    });
  }
}
