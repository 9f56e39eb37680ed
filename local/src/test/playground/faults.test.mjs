// Each fault finds the field it is about.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {byField, doubles, fieldOf} from '../../main/resources/META-INF/resources/playground/faults.js';

const DRAFT = {
  milestones: ['P7D', 'P1Y'],
  cadences: [{name: 'weekly', period: 'P1W'}, {name: 'a/b~c', period: 'P1M'}],
  plans: [{name: 'free', cadence: ''}, {name: 'pro', cadence: 'weekly'}],
};

test('a pointer leads to a field', () => {
  for (const [pointer, field] of [
    ['/definition/milestones/1', 'milestones/1'], ['/definition/milestones', 'milestones'], ['/definition/milestones/7', 'milestones'],
    ['/definition/cadences/a~1b~0c', 'cadences/1'], ['/definition/cadences/gone', 'cadences'], ['/definition/plans/pro', 'plans/1'],
    ['/definition/plans', 'plans'], ['/definition/window', 'window'], ['/definition/announceAt', 'announceAt'],
    ['/startedOn', 'startedOn'], ['/timeZone', 'zone'], ['/plans/0/plan', 'plan'], ['/plans', 'plan'],
    ['/definition/card/title', null], ['', null], ['/elsewhere', null],
  ]) {
    assert.equal(fieldOf(pointer, DRAFT), field, pointer);
  }
});

test('faults of one field stand together, and none is lost', () => {
  const faults = byField([
    {pointer: '/definition/window', detail: 'one'}, {pointer: '/definition/window', detail: 'two'}, {pointer: '/elsewhere', detail: 'three'}, {pointer: '', detail: 'four'},
  ], DRAFT);
  assert.deepEqual([...faults], [['window', ['one', 'two']], ['', ['/elsewhere three', 'four']]]);
});

test('a name that stands twice is said at the second, for JSON would lose one', () => {
  assert.deepEqual([...doubles({...DRAFT, plans: [...DRAFT.plans, {name: 'free', cadence: ''}]}).keys()], ['plans/2']);
  assert.equal(doubles(DRAFT).size, 0);
});
