// Where things lie in the picture, and what each slot is.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {daysOf, spoken, toDraft, toFile, toSchedule} from '../../main/resources/META-INF/resources/playground/definition.js';
import {follow, scale, stones, ticks, windows} from '../../main/resources/META-INF/resources/playground/layout.js';
import {eras, shownSlots} from '../../main/resources/META-INF/resources/playground/slots.js';
import {cairn} from '../../main/resources/META-INF/resources/playground/stones.js';

const slot = (key, dueOn) => ({slot: key, dueOn, opensAt: `${dueOn}T00:00:00.000Z`});
const SLOTS = [slot('day-7', '2027-03-14'), slot('day-15', '2027-03-22'), slot('day-30', '2027-04-06'), slot('monthly-2027-05-06', '2027-05-06')];
const preview = (today, current) => ({slots: SLOTS, today, current});
const states = (shown) => shown.map(({state}) => state).join(' ');
const VIEW = {from: '2027-03-04', days: 70, width: 752};

test('what nobody came for is missed, what is open now is due, the rest is to come', () => {
  const shown = shownSlots(preview('2027-03-23', {slot: 'day-15', open: true}), [], 'none', true);
  assert.equal(states(shown), 'missed due upcoming upcoming');
  assert.equal(states(shownSlots(preview('2027-03-30', {slot: 'day-15', open: false}), [], 'P5D', true)), 'missed missed upcoming upcoming');
});

test('what became of a slot stays, as long as its person lives on', () => {
  const lived = [
    {slot: 'day-7', closesOn: '2027-03-22', state: 'completed'}, {slot: 'day-15', closesOn: '2027-04-06', state: 'open'}, {slot: 'day-30', closesOn: '2027-05-06', state: 'upcoming'},
  ];
  assert.equal(states(shownSlots(preview('2027-03-23', {slot: 'day-15', open: true}), lived, 'none', true)), 'completed open upcoming upcoming');
  assert.equal(states(shownSlots(preview('2027-04-10', {slot: 'day-30', open: true}), lived, 'none', true)), 'completed expired due upcoming');
});

test('a slot closes with the next one, or with its window if that is sooner', () => {
  const closes = (window, goesOn) => shownSlots(preview('2027-03-01', null), [], window, goesOn).map(({closesOn}) => closesOn);
  assert.deepEqual(closes('none', true), ['2027-03-22', '2027-04-06', '2027-05-06', undefined]);
  assert.deepEqual(closes('none', false), ['2027-03-22', '2027-04-06', '2027-05-06', null]);
  assert.deepEqual(closes('P5D', true), ['2027-03-19', '2027-03-27', '2027-04-11', '2027-05-11']);
  assert.deepEqual(closes('P2W', true), ['2027-03-22', '2027-04-05', '2027-04-20', '2027-05-20']);
});

test('stones stand on their days, in order, and none on another', () => {
  const shown = shownSlots(preview('2027-03-01', null), [], 'none', true);
  const placed = stones(shown, VIEW, '2027-03-07');
  assert.deepEqual(placed.map(({x}) => x), [126, 206, 356, 656]);
  for (const width of [320, 390, 1280]) {
    const beside = stones(shown, {...VIEW, width}, '2027-03-07');
    beside.slice(1).forEach((stone, at) => assert.ok(stone.x - beside[at].x >= (stone.width + beside[at].width) / 2, `${width} ${stone.key}`));
  }
});

test('a day has its place on the ground wherever the view begins', () => {
  const shown = shownSlots(preview('2027-03-01', null), [], 'none', true);
  const [here] = stones(shown, VIEW, '2027-03-07');
  const [there] = stones(shown, {...VIEW, from: '2027-03-10'}, '2027-03-07');
  assert.equal(Math.round(here.y * 100), Math.round(there.y * 100));
  assert.equal(Math.round(here.x - there.x), 60);
});

test('windows are as long as slots are open, and end with the picture', () => {
  const bars = windows(shownSlots(preview('2027-03-01', null), [], 'P5D', true), VIEW);
  assert.deepEqual(bars.map(({width}) => Math.round(width)), [48, 48, 48, 48]);
  const [, , , last] = windows(shownSlots(preview('2027-03-01', null), [], 'none', true), VIEW);
  assert.equal(last.x + last.width + 2, scale(VIEW).x(70));
});

test('ticks name days and months, not too close', () => {
  const {days, months} = ticks(VIEW);
  assert.deepEqual(months.map(({day}) => day), ['2027-03-04', '2027-04-01', '2027-05-01']);
  assert.deepEqual(days.slice(0, 3).map(({day}) => day), ['2027-03-08', '2027-03-15', '2027-03-22']);
});

test('the view follows now, and stays where now is well inside', () => {
  const first = follow('2000-01-01', 70, '2027-03-07', '2027-03-07', 400);
  assert.equal(first, '2027-03-04');
  assert.equal(follow(first, 70, '2027-04-10', '2027-03-07', 400), first);
  assert.equal(follow(first, 70, '2027-05-20', '2027-03-07', 400), '2027-04-25');
  assert.equal(follow(first, 70, '2028-04-09', '2027-03-07', 400), '2028-02-02');
  assert.equal(follow('2028-02-02', 70, '2027-03-07', '2027-03-07', 400), first);
});

test('eras are what a history makes of the days', () => {
  const definition = {plans: {free: 'monthly', pro: 'weekly'}};
  const plans = [{plan: 'free', since: null}, {plan: 'pro', since: '2027-03-24'}, {plan: 'gone', since: '2028-01-01'}];
  assert.deepEqual(eras(plans, definition, '2027-03-04', 70), [
    {plan: 'free', cadence: 'monthly', from: 0, to: 20}, {plan: 'pro', cadence: 'weekly', from: 20, to: 70},
  ]);
});

test('a cairn grows with the way, up to five stones, and never says what is no number', () => {
  const heights = [1, 2, 3, 4, 5, 6].map((layers) => cairn(layers, 40, 2).height);
  assert.ok(heights.slice(1, 5).every((height, at) => height > heights[at]));
  assert.equal(heights[5], heights[4]);
  assert.doesNotMatch(cairn(5, 33.3, 7).outlines.join(), /NaN|undefined/);
});

test('periods are read as people say them', () => {
  assert.deepEqual(['P7D', 'P2W', 'P1M', 'P1Y', 'P1W2D', '7', 'P'].map(daysOf), [7, 14, null, null, 9, null, null]);
  assert.deepEqual(['P1D', 'P2W', 'P1Y', 'soon'].map(spoken), ['1 day', '2 weeks', '1 year', '']);
});

test('a definition goes into fields and comes out the same, and its file is the one it began from', () => {
  const definition = {
    milestones: ['P7D'], cadences: {weekly: 'P1W'}, plans: {free: null, pro: 'weekly'}, window: 'none', announceAt: '09:00',
    editedOn: '2026-11-22', card: {defaultLocale: 'en', title: {en: 'How?'}, questions: []},
  };
  const {editedOn, card, ...schedule} = definition;
  assert.deepEqual(toSchedule(toDraft(definition)), schedule);
  const text = toFile(toDraft(definition), definition, editedOn);
  assert.deepEqual(JSON.parse(text), definition);
  assert.match(text, /^ {2}"milestones": \["P7D"\],$/m);
});
