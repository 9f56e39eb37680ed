// *Now*, to be dragged along the path or moved by keys. While it is on the way `onmove` hears of it, and `ondrop` when it
// has come to rest.

import {LONG, formatDay, plusDays} from './days.js';

const SLACK = 6; // Pixels that a finger may waver.
const REST = 450; // Keys are pressed one after the other; the way has ended when none has come for so long.

export class Now {
  #handle;
  #field;
  #on;
  #view = null;
  #timer = 0;
  #dragging = false;
  #moved = false;
  #held = 0; // How far from the line, in pixels.
  /** Where a finger went down: to scroll the page, to tap, or to drag. @type {PointerEvent | null} */
  #finger = null;

  /**
   * @param {HTMLElement} handle
   * @param {HTMLElement} field the picture, anywhere on which a drag can begin
   * @param {{move: (day: string) => void, drop: (day: string) => void, dayAt: (pixel: number) => string}} on
   */
  constructor(handle, field, on) {
    this.#handle = handle;
    this.#field = field;
    this.#on = on;
    handle.addEventListener('keydown', (event) => this.#key(event));
    handle.addEventListener('blur', () => this.#settle());
    field.addEventListener('pointerdown', (event) => this.#press(event));
    field.addEventListener('pointermove', (event) => this.#drag(event));
    field.addEventListener('pointerup', (event) => this.#release(event));
    field.addEventListener('pointercancel', (event) => this.#release(event));
  }

  /** @param {{day: string, first: string, last: string, dayNumber: number, days: number, x: number, plain: string}} view */
  show(view) {
    this.#view = view;
    const {day, dayNumber, days, x, plain} = view;
    this.#handle.style.transform = `translateX(${x.toFixed(1)}px)`;
    this.#handle.setAttribute('aria-valuemin', '0');
    this.#handle.setAttribute('aria-valuemax', String(days));
    this.#handle.setAttribute('aria-valuenow', String(dayNumber));
    this.#handle.setAttribute('aria-valuetext', `${formatDay(day, LONG)}, day ${dayNumber}${plain ? `, ${plain}` : ''}`);
  }

  #dayUnder(event) {
    const stone = event.type === 'pointermove' ? null : event.target.closest('.stone');
    return this.#clamped(stone?.dataset.day ?? this.#on.dayAt(this.#pixel(event) - this.#held));
  }

  #pixel(event) {
    return event.clientX - this.#field.getBoundingClientRect().left;
  }

  #clamped(day) {
    const {first, last} = this.#view;
    return day < first ? first : day > last ? last : day;
  }

  #press(event) {
    if (event.button !== 0 || !this.#view) {
      return;
    }
    if (event.pointerType === 'touch' && !this.#handle.contains(event.target)) {
      this.#finger = event;
    } else {
      this.#begin(event);
    }
  }

  #begin(event) {
    this.#dragging = true;
    this.#field.setPointerCapture(event.pointerId);
    // Whoever takes the handle has not moved it yet, and holds it where they took it.
    const isHeld = this.#handle.contains(event.target);
    this.#held = isHeld ? this.#pixel(event) - this.#view.x : 0;
    if (!isHeld) {
      this.#to(this.#dayUnder(event));
    }
  }

  #drag(event) {
    if (this.#finger && Math.abs(event.clientX - this.#finger.clientX) > SLACK) {
      this.#finger = null;
      this.#begin(event);
    } else if (this.#dragging) {
      this.#to(this.#dayUnder(event));
    }
  }

  #release(event) {
    if (this.#finger && event.type === 'pointerup') {
      this.#to(this.#dayUnder(this.#finger));
      this.#drop();
    } else if (this.#dragging) {
      this.#dragging = false;
      this.#drop();
    }
    this.#finger = null;
  }

  #key(event) {
    if (!this.#view) {
      return;
    }
    const {day, first, last} = this.#view;
    const page = event.shiftKey ? 28 : 7;
    const to = {
      ArrowRight: plusDays(day, 1), ArrowUp: plusDays(day, 1), ArrowLeft: plusDays(day, -1), ArrowDown: plusDays(day, -1),
      PageUp: plusDays(day, page), PageDown: plusDays(day, -page), Home: first, End: last,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#to(this.#clamped(to));
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#settle(), REST);
    } else if (event.key === 'Enter') {
      this.#settle();
    }
  }

  #to(day) {
    if (day !== this.#view.day) {
      this.#moved = true;
      this.#on.move(day);
    }
  }

  #settle() {
    clearTimeout(this.#timer);
    !this.#dragging && this.#drop();
  }

  #drop() {
    if (this.#moved) {
      this.#moved = false;
      this.#on.drop(this.#view.day);
    }
  }
}
