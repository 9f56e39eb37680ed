// What goes wrong, said calmly, and in its place where it has one.

import {Refused, Stopped, clock} from './api.js';
import {$, h} from './dom.js';

const AGAIN = 1_500;

export const button = (text, onclick) => h('button.secondary', {type: 'button', onclick}, text);

/** Says something above everything else; nothing for ''. */
export function banner(text, ...buttons) {
  $('#banner').hidden = text === '';
  $('#banner').replaceChildren(text, ...buttons);
}

/**
 * Runs what may fail.
 *
 * @param {{refuse: (error: Refused & {draft?: any}) => void, resume: () => Promise<void>}} on
 *   `refuse`: the API lists faults; `resume`: the deployment answers again
 */
export function guarding({refuse, resume}) {
  let stopped = false;

  /** It was stopped, or is starting: the page goes on by itself. */
  const waitForIt = async () => {
    if (stopped) {
      return;
    }
    stopped = true;
    banner('Cairn does not answer. Start it with mvn -P local; this page goes on by itself.');
    for (let running = false; !running;) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      running = await clock.read().then(() => true, () => false);
    }
    stopped = false;
    banner('');
    guard(resume);
  };

  /** @param {() => any} run */
  async function guard(run) {
    try {
      await run();
    } catch (error) {
      if (error instanceof Stopped) {
        waitForIt();
      } else if (error instanceof Refused && error.faults.length > 0) {
        refuse(error);
      } else if (error instanceof Refused) {
        banner(error.message);
      } else {
        banner(`Something went wrong on this page: ${error.message}`);
        throw error;
      }
    }
  }
  return guard;
}
