// The typed client of the member's API. cairn-client.d.ts says what goes in and comes out.

import {createCore} from './core.js';
import {readJourney, readMember} from './wire.js';

export {CairnError, GatewayError, LimitError, NetworkError, ProblemError, UnreadableError} from './requests.js';
export {subjectOf} from './kept.js';
export {daysBetween, formatDay, isDay, plusDays} from './wire.js';

/** @type {typeof import('./cairn-client.js').createClient} */
export function createClient(options) {
  const {get, journeyPath, ...client} = createCore(options);
  return {
    ...client,
    member: () => get('member', '/v1/me', readMember),
    journey: (program) => get('journey', journeyPath(program), readJourney),
  };
}
