// What of the card can be told without a browser: numbers as people type them, moments to put off until, texts.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {parseNumber} from '../questions.js';
import {speaking, texts} from '../texts.js';
import {snoozes, stateOf} from '../views.js';

test('a number is read as people of the language write it', () => {
  for (const [typed, language, value] of [
    ['12.5', 'en', 12.5], ['12,5', 'de', 12.5], ['12.5', 'de', 12.5], ['-3', 'en', -3], ['−3', 'en', -3], [' 7 ', 'ja', 7],
    ['１２．５'.replace('．', '.'), 'ja', 12.5], ['٨٢٫٥', 'ar', 82.5], ['۸۲', 'ar', 82], ['0.1234567890', 'en', 0.123456789],
  ]) {
    assert.equal(parseNumber(typed, language), value, `${typed} in ${language}`);
  }
});

test('what could be two numbers is none', () => {
  for (const [typed, language] of [['1,234', 'en'], ['1.234', 'de'], ['1.2.3', 'en'], ['', 'en'], ['seven', 'en'], ['1e3', 'en'], ['.5', 'en'], ['0.12345678901', 'en']]) {
    assert.equal(parseNumber(typed, language), null, `${typed} in ${language}`);
  }
});

test('a card is put off to moments before it closes, and to none after', () => {
  const names = (closesOn, hours) => {
    const now = new Date(2027, 2, 14, hours, 20);
    const opensAt = new Date(2027, 2, 14);
    return snoozes({dueOn: '2027-03-14', opensAt, closesOn}, now).map(([name]) => name);
  };
  assert.deepEqual(names(null, 9), ['laterToday', 'tomorrow', 'inThreeDays']);
  assert.deepEqual(names('2027-03-16', 9), ['laterToday', 'tomorrow']);
  assert.deepEqual(names('2027-03-15', 9), ['laterToday']);
  assert.deepEqual(names('2027-03-15', 19), []);
  assert.deepEqual(names(null, 22), ['tomorrow', 'inThreeDays']);
  const [[, later], [, tomorrow], [, inThreeDays]] = snoozes({dueOn: '2027-12-30', opensAt: new Date(2027, 11, 30), closesOn: null}, new Date(2027, 11, 30, 9, 20));
  assert.deepEqual([later, tomorrow, inThreeDays], [new Date(2027, 11, 30, 13), new Date(2027, 11, 31, 8), new Date(2028, 0, 2, 8)]);
});

test('what was just done is shown before what is due, and that before what waits', () => {
  const client = (queued, snoozed) => ({queued: () => queued, snoozed: () => snoozed});
  const card = {id: 'a'};
  const until = new Date(0);
  for (const [told, due, queued, snoozed, shown] of [
    ['done', card, [{}], [{until}], {view: 'done', waiting: true, stored: 1}],
    ['loading', undefined, [], [], {view: 'loading', waiting: false, stored: 1}],
    [null, card, [{}], [{until}], {view: 'card'}],
    [null, undefined, [{}], [{until}], {view: 'queued'}],
    [null, undefined, [], [{until}], {view: 'snoozed', until}],
    [null, undefined, [], [], {view: 'idle'}],
  ]) {
    assert.deepEqual(stateOf(told, {stored: 1}, due, client(queued, snoozed)), shown);
  }
  assert.equal(stateOf('signed-out', {}, undefined, null).waiting, false);
});

test('every language says everything, and fills the same holes', () => {
  const holes = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  for (const [language, said] of Object.entries(texts)) {
    assert.deepEqual(Object.keys(said), Object.keys(texts.en), language);
    Object.entries(said).forEach(([name, text]) => assert.equal(holes(text), holes(texts.en[name]), `${language} ${name}`));
  }
});

test('an unknown or ill-formed language is no reason to fail', () => {
  assert.equal(speaking('de_DE').say('yes'), 'Ja');
  assert.equal(speaking('de-AT').tag, 'de-AT');
  assert.equal(speaking('tlh').say('yes'), 'Yes');
  assert.equal(speaking('').tag, 'en');
  assert.equal(speaking('ar-EG').dir, 'rtl');
  assert.equal(speaking('ar-EG').say('left', {n: 12}).includes('١٢'), true);
});

test('a number is written as Intl writes it, whether it is asked or not', () => {
  const numbers = [...Array(1_001).keys(), -1, 0.5, 1_234_567.25];
  for (const language of ['en', 'en-GB', 'de', 'de-AT', 'ja', 'ja-JP', 'ar', 'ar-EG', 'en-u-nu-deva']) {
    const intl = new Intl.NumberFormat(language, {maximumFractionDigits: 10});
    const {number} = speaking(language);
    numbers.forEach((one) => assert.equal(number(one), intl.format(one), `${one} in ${language}`));
  }
});

test('the height of a card below a banner is not kept, for the banner will be gone', async () => {
  Object.assign(globalThis, {location: {pathname: '/'}, innerWidth: 390, matchMedia: () => ({matches: true})});
  const {keepRoom, roomFor} = await import('../room.js');
  const keep = (height, hidden) =>
    keepRoom({id: 'a', days: {offsetHeight: 20}}, {card: {offsetHeight: height}, banner: {hidden}, speech: {tag: 'en'}});

  keep(700, false);
  assert.equal(roomFor('a', 'en'), null);
  keep(640, true);
  assert.equal(roomFor('a', 'en').height, 640);
  assert.equal(roomFor('a', 'de'), null);
});

test('the page in the README is the demo, of ten lines', () => {
  const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  assert.equal(read('demo.html').trimEnd().split('\n').length, 10);
  assert.ok(read('README.md').includes(read('demo.html')));
});
