// What the page's address says, and whose life goes on when something changes.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {asLived, changed, livesOn, planOn, read, write} from '../../main/resources/META-INF/resources/playground/scenario.js';

const ANNA = {
  program: 'skin', startedOn: '2027-03-07', zone: 'America/Argentina/Buenos_Aires',
  plans: [{plan: 'free', since: null}, {plan: 'pro', since: '2027-04-20'}], at: new Date('2027-04-25T08:00:00Z'),
};

test('an address says a scenario and nothing is lost on the way', () => {
  assert.equal(write(ANNA), '?program=skin&startedOn=2027-03-07&zone=America/Argentina/Buenos_Aires&plan=free,pro@2027-04-20&at=2027-04-25T08:00:00Z');
  assert.deepEqual(read(write(ANNA)), {said: ANNA, ignored: []});
  const {at, ...present} = ANNA;
  assert.deepEqual(read(write({...present, at: null})), {said: present, ignored: []});
});

test('what makes no sense in an address is left out and named', () => {
  for (const [query, name] of [
    ['?program=../x', 'program'], ['?startedOn=2027-02-30', 'startedOn'], ['?zone=Berlin', 'zone'], ['?plan=free@2027-01-01', 'plan'],
    ['?plan=free,pro@soon', 'plan'], ['?plan=free,pro@2027-02-02,free@2027-02-01', 'plan'], ['?at=2027-04-25', 'at'], ['?at=NaNZ', 'at'],
    ['?at=1999-12-31T23:59:59Z', 'at'],
  ]) {
    assert.deepEqual(read(query), {said: {}, ignored: [name]}, query);
  }
});

test('a first plan of its own is one that was changed to at the start', () => {
  assert.deepEqual(asLived([{plan: 'pro', since: null}], 'free', '2027-03-07'), [{plan: 'free', since: null}, {plan: 'pro', since: '2027-03-07'}]);
  assert.deepEqual(asLived(ANNA.plans, 'free', '2027-03-07'), ANNA.plans);
});

test('a change drops what was to come later, and flips within a day leave one', () => {
  const pro = changed(ANNA.plans, 'pro', '2027-04-01');
  assert.deepEqual(pro, [{plan: 'free', since: null}, {plan: 'pro', since: '2027-04-01'}]);
  assert.deepEqual(changed(pro, 'free', '2027-04-01'), [{plan: 'free', since: null}]);
  assert.deepEqual(changed(pro, 'paused', '2027-04-01'), [{plan: 'free', since: null}, {plan: 'paused', since: '2027-04-01'}]);
});

test('a plan counts from its day on', () => {
  assert.equal(planOn(ANNA.plans, '2027-04-19'), 'free');
  assert.equal(planOn(ANNA.plans, '2027-04-20'), 'pro');
});

test('somebody lives on into the future, and another past is another person', () => {
  const later = {...ANNA, at: new Date('2027-04-26T08:00:00Z')};
  assert.equal(livesOn(ANNA, later), true);
  assert.equal(livesOn(ANNA, {...later, plans: changed(ANNA.plans, 'free', '2027-04-25')}), true);
  assert.equal(livesOn(later, ANNA), false);
  for (const other of [{program: 'strength'}, {startedOn: '2027-03-08'}, {zone: 'UTC'}, {plans: [{plan: 'free', since: null}]}]) {
    assert.equal(livesOn(ANNA, {...later, ...other}), false, JSON.stringify(other));
  }
});
