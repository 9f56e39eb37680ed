// Now, moved by keys: handle and field are things that events happen to.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Now} from '../../main/resources/META-INF/resources/playground/now.js';

const VIEW = {day: '2027-03-14', first: '2027-03-07', last: '2027-07-07', dayNumber: 7, days: 122, x: 40, plain: ''};

function stage() {
  const handle = Object.assign(new EventTarget(), {style: {}, setAttribute: () => {}});
  const moves = [];
  const now = new Now(handle, new EventTarget(), {move: (day) => moves.push(day), drop: () => {}, dayAt: () => VIEW.day});
  const press = (key, more = {}) => handle.dispatchEvent(Object.assign(new Event('keydown', {cancelable: true}), {key, ...more}));
  return {now, press, moves};
}

test('keys move it by days, weeks and to the ends, and not beyond', () => {
  const {now, press, moves} = stage();
  for (const [key, more] of [['ArrowRight'], ['ArrowLeft'], ['PageUp'], ['PageUp', {shiftKey: true}], ['PageDown', {shiftKey: true}], ['Home'], ['End']]) {
    now.show(VIEW);
    press(key, more);
  }
  assert.deepEqual(moves, ['2027-03-15', '2027-03-13', '2027-03-21', '2027-04-11', '2027-03-07', '2027-03-07', '2027-07-07']);
});

test('keys pressed before there is a picture do nothing', () => {
  const {press, moves} = stage();
  press('ArrowRight');
  assert.deepEqual(moves, []);
});
