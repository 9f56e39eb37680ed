// What becomes of answers that the API did not take. What a person wrote leaves the device when it is stored, when
// somebody deletes it, signs out or is erased, and for no other reply. README.md has the table.

import {GatewayError, ProblemError} from './requests.js';

/** These say nothing about the answers: sign in again, or wait. */
const LATER = [401, 403, 408, 425, 429];

/**
 * - `answered-elsewhere`: other answers are stored, and the error says which;
 * - `erased`: nothing is kept of an erased person;
 * - `refused`: they stay on the device and are shown to their person, who can change, resend or delete them;
 * - `unclear`: nobody who knows the check-in has spoken; these answers wait, others may go out;
 * - `later`: they wait, and so do those behind them.
 *
 * @param {any} error whatever sending them has thrown
 * @returns {'answered-elsewhere' | 'erased' | 'refused' | 'unclear' | 'later'}
 */
export function fateOf(error) {
  const {code, status} = error;
  if (error instanceof ProblemError && code === 'erased') {
    return code;
  }
  if (error instanceof ProblemError && code === 'already-completed' && error.stored) {
    return 'answered-elsewhere';
  }
  // A page of a hotel's network instead of a reply, or an address where no Cairn is.
  if ((code === 'unreadable' && status < 500) || (error instanceof GatewayError && status === 404)) {
    return 'unclear';
  }
  return status >= 400 && status < 500 && !LATER.includes(status) ? 'refused' : 'later';
}

/**
 * What the card shows when the API said no, or nothing.
 *
 * @param {any} error
 * @param {string} action `due`, `history`, `completed`, `dismissed` or `snoozed`
 * @param {boolean} hasCard whether it was done with a card
 * @param {boolean} isEmpty whether nothing is known of what is due
 * @returns {{faults?: string[], settled?: string, view?: string, banner?: string}} faults in its form; the view that takes the
 *   card's place; another view; or a line above what is there
 */
export function shownAfter(error, action, hasCard, isEmpty) {
  const {code, status, questions = []} = error;
  const fate = fateOf(error);
  const isAnswer = action === 'completed';
  if (questions.length > 0) {
    return {faults: questions};
  }
  if (fate === 'erased') {
    return {view: fate};
  }
  if (code === 'signed-out' || code === 'forbidden') {
    return {view: 'signed-out'};
  }
  if (hasCard && error instanceof ProblemError && [404, 409].includes(status)) {
    return {settled: fate === 'answered-elsewhere' ? 'elsewhere' : isAnswer ? 'refused' : 'gone'};
  }
  if (action === 'due' && isEmpty) {
    return {view: 'error'};
  }
  return action === 'history' ? {} : {banner: action === 'due' ? 'offline' : isAnswer ? 'refusedText' : 'failedText'};
}
