/**
 * A day in a person's life, `2026-03-24`: text, because it has no zone and is no moment. Compare and sort it as text;
 * `formatDay` shows it. It is never a `Date`, which would move it by a zone's offset. What is an instant is a `Date`.
 */
export type Day = string & {readonly __brand: 'Day'};

export function isDay(value: unknown): value is Day;
/** The day `count` days later; earlier if negative. */
export function plusDays(day: Day, count: number): Day;
export function daysBetween(from: Day, to: Day): number;
/** The day's own calendar date in a language, the same one whatever zone the device is in. */
export function formatDay(day: Day, locale: string, options?: Intl.DateTimeFormatOptions): string;
/** The subject of a JWT, not verified; null for anything else. */
export function subjectOf(token: string): string | null;

/** By the kind of its question: a number, a text, the id of a choice, ids of choices, or true and false. */
export type Answer = number | string | string[] | boolean;
export type Answers = Record<string, Answer>;

interface Asked {
  id: string;
  text: string;
  required: boolean;
}
export interface Option {
  id: string;
  text: string;
}
export type Question =
  | (Asked & {kind: 'scale' | 'number'; min: number; max: number})
  | (Asked & {kind: 'choice'; choices: Option[]})
  | (Asked & {kind: 'choices'; choices: Option[]; atMost: number})
  | (Asked & {kind: 'text'; maxLength: number})
  | (Asked & {kind: 'yes-no'});

/** In one language, which the API chose for the reader. */
export interface Card {
  locale: string;
  title: string;
  body: string;
  questions: Question[];
}

interface Slot {
  /** Opaque. */
  id: string;
  program: string;
  /** `day-7`, `weekly-2026-03-24` */
  slot: string;
  dueOn: Day;
  opensAt: Date;
}
export interface DueCheckIn extends Slot {
  kind: 'milestone' | 'recurring';
  /** The first day on which it is no longer open; null if it stays open. */
  closesOn: Day | null;
  openedAt: Date;
  card: Card;
}
export interface Due {
  due: DueCheckIn[];
  next: Slot[];
  /** Until when asking again can bring nothing new. */
  validUntil: Date | null;
}
export interface CheckIn extends Slot {
  run: number;
  kind: 'milestone' | 'recurring';
  closesOn: Day | null;
  state: 'open' | 'completed' | 'dismissed' | 'expired' | 'snoozed';
  openedAt: Date;
  openedBy: string;
  snoozedUntil: Date | null;
  snoozeCount: number;
  answers: Answers | null;
  answeredAt: Date | null;
  completedAt: Date | null;
  late: boolean | null;
}
export interface History {
  /** Newest first. */
  items: CheckIn[];
  /** The cursor of the next page; null on the last. */
  next: string | null;
}
export interface Journey {
  program: string;
  run: number;
  startedOn: Day;
  createdOn: Day;
  timeZone: string;
  plan: string;
  progress: {offered: number; completed: number; streak: number};
}
export interface Member {
  timeZone: string | null;
  locale: string | null;
  plan: string;
  journeys: string[];
}

/** Whatever a client throws. */
export class CairnError extends Error {
  /**
   * Stable. `offline`, `limit`, `no-token`, `signed-out`, `member-changed`, `unreadable`, `forbidden`, `not-found`,
   * `too-large`, `too-many-requests`, `unavailable`; else the last part of a problem's type, `already-completed` for one.
   */
  readonly code: string;
  /** The reply's; 0 where there was none. */
  readonly status: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Milliseconds to leave the API alone; 0 where nobody said. */
  readonly retryAfter: number;
}
export class NetworkError extends CairnError {}
export class LimitError extends CairnError {}
export class UnreadableError extends CairnError {}
export class GatewayError extends CairnError {}
/** RFC 9457. */
export class ProblemError extends CairnError {
  readonly type: string;
  /** Every fault, with a JSON Pointer into what was sent. */
  readonly faults: {pointer: string; detail: string}[];
  /** The ids of the questions whose answers are at fault. */
  readonly questions: string[];
  /** What there is instead, for some conflicts. */
  readonly stored: CheckIn | null;
}

/** Answers that are not stored yet. */
export interface KeptAnswers {
  id: string;
  program: string;
  answers: Answers;
  answeredAt: Date;
  /** Why the API refused them when this client sent them: `superseded`, `invalid` …; null while they wait to be sent. */
  refused: string | null;
  /** The card that was answered; null if `complete` did not get all of it. */
  checkIn: DueCheckIn | null;
}

/** What became of what was kept here, told when nobody was asking. */
export type Notice =
  | {kind: 'sent'; id: string; program: string; checkIn: CheckIn}
  | {kind: 'answered-elsewhere'; id: string; program: string; stored: CheckIn | null}
  /** Still kept, and sent again by the next client: when the page is opened again, say. */
  | {kind: 'refused'; id: string; program: string; code: string; status: number}
  | {kind: 'erased'; id: string; program: string}
  | {kind: 'member-changed'};

export interface ClientOptions {
  /** Where the API is, without `/v1`; '' for the page's own origin. */
  baseUrl: string;
  /** The member's token, or a function that gets one; asked before each request, and again once after a 401. */
  token: string | (() => string | Promise<string>);
  /**
   * Who the token will be about, if the app knows before the token is there (or if it is no JWT): then what is kept of them
   * can be shown at once. It chooses what is read on this device and nothing else.
   */
  subject?: string | null;
  /** Sent as Accept-Language; the browser's own otherwise. The member's stored locale comes before it. */
  language?: string | null;
  fetch?: typeof globalThis.fetch;
  /** Null keeps nothing. */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  locks?: Pick<LockManager, 'request'> | null;
  /** Milliseconds since 1970. */
  now?: () => number;
  wait?: (millis: number) => Promise<void>;
  random?: () => number;
  /** How long one call goes on trying, in milliseconds. */
  patience?: number;
  /** How long one request may take, in milliseconds. */
  timeout?: number;
  onNotice?: (notice: Notice) => void;
}

export interface Client {
  /** What this person should see now. Opens what has come due. */
  due(): Promise<Due>;
  member(): Promise<Member>;
  journey(program: string): Promise<Journey>;
  history(program: string, page?: {limit?: number; cursor?: string | null}): Promise<History>;
  /**
   * Keeps the answers, sends them, and says whether they arrived or wait. Throws if the API refuses them; they are still
   * kept then, unless other answers are stored (`already-completed`) or the member is erased.
   */
  complete(checkIn: DueCheckIn | {id: string; program: string}, answers: Answers): Promise<{queued: false; checkIn: CheckIn} | {queued: true; checkIn: null}>;
  dismiss(checkIn: {id: string}): Promise<CheckIn>;
  snooze(checkIn: {id: string}, until: Date): Promise<CheckIn>;
  /** Sends what waits, oldest first; `onNotice` hears what became of each. Throws if it has to go on waiting. */
  flush(): Promise<void>;
  /** Removes answers from this device without sending them: for the person who gave them, and nobody else, to decide. */
  discard(id: string): void;

  /** Finds out who the token is about, without a request of its own. */
  identify(): Promise<void>;
  /** The last answer, if the member is known by now. */
  kept(): Due | null;
  /** The last card seen of a program: history holds answers and not their questions. */
  card(program: string): Card | null;
  /** What was put off on this device: the answer to `due` does not list it. */
  snoozed(): {id: string; program: string; until: Date}[];
  /** All that is not stored yet, oldest first, refused or not. */
  queued(): KeptAnswers[];
  /** Whether a storage event, by its key, is about what is kept of the member: another tab did something. */
  isKeptAt(key: string | null): boolean;
  /** Removes the last answer, and leaves what was not sent: for somebody else who signs in. */
  forget(): void;
  /** Asks nothing any more, for nobody waits for it. What was answered still arrives, or is kept. */
  close(): void;
  /** Removes all that is kept of the member here, what was not sent too. What is on its way is shown to nobody. */
  signOut(): void;
}

export function createClient(options: ClientOptions): Client;
