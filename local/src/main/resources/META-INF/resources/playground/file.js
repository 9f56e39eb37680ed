// The definition as a file: to be read, copied, saved, or taken back.

import {$} from './dom.js';
import {save} from './export.js';

/** @param {() => void} onreset */
export function fileOf(onreset) {
  const [file, copied, reset, stale] = ['#file', '#copied', '#reset', '#stale'].map($);
  let name = '';
  const say = (text) => (copied.textContent = text);
  $('#copy').addEventListener('click', () => navigator.clipboard.writeText(file.textContent).then(
    () => say('Copied.'), () => say('This browser does not allow it; select the text instead.')));
  $('#download').addEventListener('click', () => save(file.textContent, name, 'application/json'));
  reset.addEventListener('click', onreset);
  return {
    show(text, fileName, edited) {
      file.textContent = text;
      name = fileName;
      reset.hidden = !edited;
      say('');
    },
    /** What is in the fields has faults; the file is still that of before. */
    stale: (isStale) => (stale.hidden = !isStale),
  };
}
