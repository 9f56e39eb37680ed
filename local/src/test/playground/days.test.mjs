// Days stay days, and the zone is the person's, never this device's. Run in devices' zones either side of UTC by itself.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {dayOf, daysBetween, formatDay, isDay, isZone, LONG, momentAt, plusDays, position} from '../../main/resources/META-INF/resources/playground/days.js';

test('days are counted over leap days, year ends and nights that are an hour short', () => {
  for (const [from, count, to] of [
    ['2027-02-28', 1, '2027-03-01'], ['2028-02-28', 1, '2028-02-29'], ['2027-12-31', 1, '2028-01-01'], ['2027-03-27', 2, '2027-03-29'],
    ['2027-03-07', -7, '2027-02-28'], ['2000-01-01', 73049, '2200-01-01'],
  ]) {
    assert.equal(plusDays(from, count), to);
    assert.equal(daysBetween(from, to), count);
  }
});

test('what is no day is none', () => {
  for (const text of ['2027-02-29', '2027-13-01', '27-01-01', '', null, '2027-01-01T00:00']) {
    assert.equal(isDay(text), false, String(text));
  }
});

test('the same moment is another day elsewhere', () => {
  const moment = new Date('2027-03-13T23:00:00Z');
  for (const [zone, day] of [['UTC', '2027-03-13'], ['Europe/Berlin', '2027-03-14'], ['Pacific/Kiritimati', '2027-03-14'], ['Pacific/Pago_Pago', '2027-03-13']]) {
    assert.equal(dayOf(moment, zone), day, zone);
  }
});

test('a time on the wall is found where clocks skip it and where they show it twice, as the API finds it', () => {
  for (const [day, hour, zone, instant] of [
    ['2027-03-14', 10, 'Europe/Berlin', '2027-03-14T09:00:00.000Z'],
    ['2027-03-28', 2.5, 'Europe/Berlin', '2027-03-28T01:30:00.000Z'], // skipped: 03:30
    ['2027-10-31', 2.5, 'Europe/Berlin', '2027-10-31T00:30:00.000Z'], // twice: the first
    ['2027-01-01', 0, 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z'],
    ['2027-01-01', 10, 'Pacific/Pago_Pago', '2027-01-01T21:00:00.000Z'],
    ['2027-06-01', 10, 'Asia/Kathmandu', '2027-06-01T04:15:00.000Z'],
    ['2027-04-04', 1.75, 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z'], // half an hour twice
  ]) {
    assert.equal(momentAt(day, hour, zone).toISOString(), instant, `${day} ${hour} ${zone}`);
  }
});

test('a position is a day and what the wall shows of it', () => {
  assert.equal(position(new Date('2027-03-14T11:00:00Z'), 'Europe/Berlin', '2027-03-07'), 7.5);
  assert.equal(position(new Date('2027-03-06T23:00:00Z'), 'Europe/Berlin', '2027-03-07'), 0);
});

test('zones have names', () => {
  for (const [zone, is] of [['Europe/Berlin', true], ['UTC', true], ['Berlin', false], ['', false]]) {
    assert.equal(isZone(zone), is, zone);
  }
});

test('a day is written as itself', () => assert.equal(formatDay('2027-03-14', LONG), 'Sunday, 14 March 2027'));

if (!process.env.TZ_BESIDE) {
  for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns']) {
    test(`so it is on a device in ${TZ}`, () => {
      const run = spawnSync(process.execPath, ['--test', import.meta.filename ?? process.argv[1]], {env: {...process.env, TZ, TZ_BESIDE: 'yes', NODE_TEST_CONTEXT: ''}, encoding: 'utf8'});
      assert.equal(run.status, 0, run.stdout);
    });
  }
}
