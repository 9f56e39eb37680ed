// How high a card was when it was last seen, and the line of its days. Where that is known, its first paint needs only the
// beginning of the card: the room for the rest is kept free, and nothing in it or after it on the page is moved.

import {hash, localStorageIfAny, quietStorage} from './kept.js';
import {readKept, writeKept} from './wire.js';

const KEY = 'cairn:room'; // Of one card: the next one that is seen takes its place.

const storage = quietStorage(localStorageIfAny());
const place = (id, language) => hash(`${id} ${language} ${location.pathname}`);

/** In CSS pixels. Null for another card, in another language, on another page, or in a window of another width. */
export function roomFor(id, language) {
  const kept = readKept('room', storage.read(KEY));
  // The width may be a fraction, and `innerWidth` is none. On phones it also takes a layout to tell.
  return kept?.place === place(id, language) && matchMedia(`(${kept.width - 1}px < width < ${kept.width + 1}px)`).matches ? kept : null;
}

/** Of a card that is shown, for one that is not has no height, and with nothing above it that will be gone the next time. */
export const keepRoom = ({id, days}, {card, banner, speech}) => card.offsetHeight > 0 && banner.hidden
  && storage.write(KEY, writeKept({place: place(id, speech.tag), width: innerWidth, height: card.offsetHeight, days: days.offsetHeight}));

export const forgetRoom = () => storage.remove(KEY);
