/**
 * What the card says itself, by language and name. Change it, or add a language, before the card is shown:
 * `texts.fr = {...texts.en, save: '…'}`.
 */
export const texts: Record<string, Record<string, string>>;

export class CairnCheckIn extends HTMLElement {
  /** The member's token, or a function that gets one. Null signs out: all that is kept of the member here goes. */
  token: string | (() => string | Promise<string>) | null;
  /** What time it is, in milliseconds since 1970; `Date.now` unless a page travels in time. Set it before `token`. */
  clock: () => number;
}

interface Settled {
  id: string;
  program: string;
  slot: string;
}

/** They bubble, and cross shadow roots. None carries answers. */
export interface CairnEvents {
  'cairn-token-needed': CustomEvent<{}>;
  'cairn-completed': CustomEvent<Settled & {queued: boolean; late: boolean | null}>;
  'cairn-dismissed': CustomEvent<Settled>;
  'cairn-snoozed': CustomEvent<Settled & {until: Date}>;
  'cairn-error': CustomEvent<{action: string; code: string; status: number}>;
  'cairn-crash': CustomEvent<{where: string; name: string; at: string[]}>;
}

declare global {
  interface HTMLElementTagNameMap {
    'cairn-check-in': CairnCheckIn;
  }
  interface HTMLElementEventMap extends CairnEvents {}
  interface DocumentEventMap extends CairnEvents {}
  interface WindowEventMap extends CairnEvents {}
}
