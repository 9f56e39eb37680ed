// <cairn-check-in>: the card. It holds the state, asks the client, and lets views.js show what there is.

import {acts} from './acts.js';
import {createCore} from './core.js';
import {afterPaint, placesIn} from './dom.js';
import {shownAfter} from './fate.js';
import {subjectOf} from './kept.js';
import {CairnError} from './requests.js';
import {forgetRoom, keepRoom, roomFor} from './room.js';
import {allSheets, firstSheets} from './style.js';
import {speaking} from './texts.js';
import {cardView, cardsOf, frame, history, refusedAnswers, stateOf, stateView} from './views.js';

export {texts} from './texts.js';

const GRACE_FOR_TOKEN = 1_500; // A page's own script often sets the token just after this one has run.
const AGAIN_AFTER_FAILURE = 30_000;
const LEAST_PAUSE = 60_000; // A device whose clock is wrong sees every answer as outdated.
const LONGEST_TIMER = 2 ** 31 - 1;
const LASTING = ['signed-out', 'erased'];

export class CairnCheckIn extends HTMLElement {
  static observedAttributes = ['base-url', 'program', 'lang', 'token', 'subject'];

  #root = this.attachShadow({mode: 'open'});
  #token = null;
  /** What time it is, in milliseconds. Pages that travel in time set it, as the playground does. */
  clock = () => Date.now();
  /** @type {ReturnType<typeof createCore> | null} */
  #client = null;
  #listening = null;
  #timer = 0;

  /** @type {import('./cairn-client.js').Due | null} */
  #due = null;
  #view = null; // A state that is more than what `#due` says: what was just done, or what went wrong.
  #with = {}; // What that state shows.
  #unseen = false; // Whether it came while nobody could look.
  #banner = null; // The name of a text.
  #reopened = null; // A card that was skipped, and is wanted after all.
  #drafts = new Map(); // What was put in and not yet saved, by check-in.

  #parts = null; // What is on the screen: the frame's parts,
  #form = null; // the card's form if there is one,
  #painted = ''; // and what it was painted from.

  constructor() {
    super();
    this.#root.adoptedStyleSheets = firstSheets();
    this.#root.addEventListener('crash', (/** @type {CustomEvent} */ event) => this.#crashed('listener', event.detail));
  }

  // ---- Attributes and properties -------------------------------------------------------------------------------------

  /** The member's token, or a function that gets one. Null signs out: all that is kept of the member here goes. */
  get token() {
    return this.#token;
  }
  set token(token) {
    const before = this.#token;
    this.#token = token || null;
    if (!token && before) {
      this.#client?.signOut();
    }
    // A fresh token of the same person, or another function to get one, changes nothing on the screen. If the function
    // gets somebody else's, the client notices.
    const running = this.#client && !LASTING.includes(this.#view);
    const same = typeof token === 'function'
      ? running && typeof before === 'function'
      : subjectOf(token) !== null && subjectOf(token) === subjectOf(before);
    if (!same) {
      this.#client?.forget();
      this.#drafts.clear();
    }
    if (!same || !running) {
      this.#restart(Boolean(before));
    }
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'token') {
      this.token = value;
    } else if (before !== value) {
      this.#restart();
    }
  }

  connectedCallback() {
    if (Object.hasOwn(this, 'token')) {
      this.#token = this.token; // Set before this element was defined, and hiding the property.
      delete this.token;
    }
    const {signal} = (this.#listening = new AbortController());
    afterPaint(() => {
      addEventListener('online', () => this.#refresh(), {signal});
      document.addEventListener('visibilitychange', () => document.hidden || this.#visit(), {signal});
      // Another tab answered, or signed out.
      addEventListener('storage', ({key}) => {
        this.#client?.isKeptAt(key) && this.#guard('storage', () => this.#accept(this.#client.kept()));
      }, {signal});
    });
    this.#restart();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#listening?.abort();
    this.#client?.close();
    this.#client = null;
  }

  // ---- Asking --------------------------------------------------------------------------------------------------------

  /** With another member, place or language everything begins again, and nothing of before is shown. */
  #restart(wasSignedIn = false) {
    if (!this.#listening || this.#listening.signal.aborted) {
      return; // Attributes are set before the element is in the page.
    }
    clearTimeout(this.#timer);
    this.#client?.close();
    this.#client = this.#due = this.#view = this.#banner = this.#reopened = this.#form = null;
    this.#with = {};
    this.#guard('start', () => {
      const speech = speaking(this.#language);
      this.#parts = frame(speech, () => history(speech, (program, page) => this.#client.history(program, page),
        (program) => this.#client.card(program), (error) => this.#guard('history', () => this.#failed(error, 'history'))));
      this.#root.replaceChildren(this.#parts.card);
      this.#painted = '';
      if (!this.#token) {
        this.#show(wasSignedIn ? 'signed-out' : null);
        this.#timer = setTimeout(() => this.#guard('start', () => this.#show('signed-out')), GRACE_FOR_TOKEN);
        this.#tell('token-needed');
        return;
      }
      const client = createCore({
        baseUrl: this.getAttribute('base-url') ?? '',
        token: () => (typeof this.#token === 'function' ? this.#token() : this.#token),
        subject: this.getAttribute('subject') ?? subjectOf(this.#token),
        language: this.#language,
        now: () => this.clock(),
        onNotice: (notice) => client === this.#client && this.#guard('notice', () => this.#notice(notice)),
      });
      this.#client = client;
      // Before anything is awaited: what was here last is the first thing painted. The rest would only delay that paint.
      this.#accept(client.kept(), true);
      const rest = () => client === this.#client && this.#guard('start', () => (this.#complete(), this.#refresh()));
      this.#form ? afterPaint(rest) : rest();
    });
  }

  /** Somebody comes back: what was done before they left is no news any more, but what came of it behind them is. */
  #visit() {
    if (!LASTING.includes(this.#view)) {
      this.#view = this.#unseen || this.#view === 'error' ? this.#view : null;
      this.#unseen = false;
      this.#refresh();
    }
  }

  #refresh() {
    const client = this.#client;
    client && this.#guard('refresh', async () => {
      try {
        await client.identify();
        this.#due ?? (client === this.#client && this.#accept(client.kept()));
        await client.flush();
        const due = await client.due();
        if (client === this.#client) {
          this.#banner = this.#banner === 'offline' ? null : this.#banner;
          this.#accept(due);
          this.#refreshAt(due.validUntil, LEAST_PAUSE);
        }
      } catch (error) {
        client === this.#client && this.#failed(error, 'due');
      }
    });
  }

  #refreshAt(at, least) {
    clearTimeout(this.#timer);
    // Midnight comes to many people at once; not all of them ask in the same second.
    const pause = Math.max((at?.getTime() ?? Infinity) - this.clock(), least) + Math.random() * 30_000;
    this.#timer = setTimeout(() => this.#refresh(), Math.min(pause, LONGEST_TIMER));
  }

  /** @param {any} error @param {any} [due] the card that something was done with @param {any} [form] and its form */
  #failed(error, action, due = null, form = null) {
    if (!(error instanceof CairnError)) {
      throw error;
    }
    if (error.code === 'member-changed') {
      return; // The notice of it has begun again already.
    }
    this.#tell('error', {action, code: error.code, status: error.status});
    const {faults, settled, view, banner} = shownAfter(error, action, due !== null, this.#due === null);
    if (faults) {
      form.refuse(faults);
    } else if (settled) {
      this.#settled(due, settled, {stored: /** @type {any} */ (error).stored, card: due.card});
      this.#refresh();
    } else if (view) {
      view === 'erased' && this.#client?.signOut();
      this.#show(view);
      view === 'signed-out' && this.#tell('token-needed');
    } else if (banner) {
      this.#banner = banner;
      this.#paint();
    }
    if (action === 'due' && error.retryable) {
      this.#refreshAt(new Date(this.clock()), Math.max(AGAIN_AFTER_FAILURE, error.retryAfter));
    }
  }

  /** What became of answers that were kept on this device. */
  #notice({kind, program = '', stored = null, code = '', status = 0}) {
    if (kind === 'member-changed') {
      this.#drafts.clear();
      this.#restart();
    } else if (kind === 'answered-elsewhere') {
      this.#show('elsewhere', {stored, card: this.#client?.card(program)});
    } else if (kind === 'erased') {
      this.#client?.signOut();
      this.#show('erased');
    } else if (kind === 'refused') {
      this.#tell('error', {action: 'sent', code, status});
      this.#show('refused');
    } else {
      this.#banner = kind; // `sent`
      this.#show(this.#view === 'queued' ? null : this.#view, this.#with);
    }
  }

  // ---- Doing ---------------------------------------------------------------------------------------------------------

  /**
   * @param {'completed' | 'dismissed' | 'snoozed'} name of the event that tells of it
   * @param {any} due the card
   * @param {any} [given] the answers, or the moment
   */
  #act(name, due, given) {
    const client = this.#client;
    const form = this.#form;
    if (form.acting) {
      return;
    }
    form.acting = true;
    this.#guard(name, async () => {
      form.busy(true);
      try {
        const {view, more, told} = await acts[name](client, due, given);
        if (client === this.#client) {
          this.#settled(due, view, more);
          this.#tell(name, {id: due.id, program: due.program, slot: due.slot, ...told});
          this.#refresh();
        }
      } catch (error) {
        if (client === this.#client) {
          form.acting = false;
          form.busy(false);
          this.#failed(error, name, due, form);
        }
      }
    });
  }

  #settled(due, view, more = {}) {
    this.#drafts.delete(due.id);
    this.#banner = this.#reopened = null;
    this.#due = this.#due && {...this.#due, due: this.#due.due.filter(({id}) => id !== due.id)};
    this.#parts.history?.reset();
    this.#show(view, more);
  }

  // ---- Showing -------------------------------------------------------------------------------------------------------

  get #language() {
    return this.closest('[lang]')?.getAttribute('lang') || navigator.language;
  }

  get #cards() {
    return cardsOf(this.#due, this.getAttribute('program'), this.#reopened, this.#client);
  }

  #accept(due, isFirst = false) {
    this.#due = due ?? this.#due;
    this.#view = this.#view === 'error' ? null : this.#view;
    this.#paint(isFirst);
  }

  #show(view, more = {}) {
    LASTING.includes(view) && forgetRoom(); // Nobody is signed in now.
    this.#view = view;
    this.#unseen = document.hidden;
    this.#with = more;
    this.#paint();
  }

  #paint(isFirst = false) {
    const {speech, card, content, banner, live, history: past} = this.#parts;
    const program = this.getAttribute('program');
    const [due] = this.#cards;
    const next = (this.#due?.next ?? []).filter((one) => !program || one.program === program);
    const told = this.#view ?? (this.#due ? null : 'loading');
    /** @type {any} */
    const state = {...stateOf(told, this.#with, due, this.#client), next, more: due !== undefined};
    const said = this.#banner ?? (state.view === 'card' && refusedAnswers(due.id, this.#client) ? 'refusedText' : null);
    const text = said ? speech.say(said) : '';
    banner.textContent = text;
    banner.hidden = text === '';
    card.setAttribute('aria-busy', String(state.view === 'loading'));
    // The program of the card stays, when the card is done with.
    const shown = program ?? (state.view === 'card' ? due.program : this.#parts.program || next[0]?.program);
    this.#parts.program = ['loading', 'error', ...LASTING].includes(state.view) ? '' : shown ?? '';
    past?.show(this.#parts.program);

    // Somebody is answering: news from behind do not take the form away from under their hands.
    const isWriting = !this.#view && this.#form && this.#drafts.has(this.#form.id) && due?.id !== this.#form.id;
    const painting = JSON.stringify(state.view === 'card' ? due : state);
    if (isWriting || painting === this.#painted) {
      live.textContent = text;
      return;
    }
    const isNews = this.#painted !== '';
    const hadFocus = content.contains(this.#root.activeElement);
    this.#painted = painting;
    this.#form = state.view === 'card' ? this.#cardForm(due, speech, isFirst ? roomFor(due.id, speech.tag) : null) : null;
    card.style.minBlockSize = this.#form?.minBlockSize ?? '';
    content.replaceChildren(this.#form?.element ?? stateView(state.view, state, speech, {
      another: () => this.#show(null),
      retry: () => this.#restart(),
      signIn: () => this.#tell('token-needed'),
      afterAll: () => this.#reopen(state.skipped),
      change: (answered) => this.#reopen(answered),
      remove: (id) => (this.#client?.discard(id), this.#show(null)),
    }));
    this.#form?.isPartly || this.#complete();
    const title = content.querySelector('h2');
    hadFocus && title?.focus();
    live.textContent = [text, isNews && !hadFocus ? title?.textContent : ''].filter(Boolean).join(' ');
  }

  #reopen(due) {
    this.#reopened = due;
    this.#show(null);
  }

  /** All of the card, and what anything looks like that may become of it. */
  #complete() {
    this.#root.adoptedStyleSheets = allSheets();
    this.#form?.complete();
    this.#parts.complete();
    afterPaint(() => this.#guard('room', () => this.#form && keepRoom(this.#form, this.#parts)));
  }

  #cardForm(due, speech, room) {
    const {id, program} = due;
    const putOff = due !== this.#reopened; // What was skipped can be answered, and neither skipped nor put off any more.
    const view = cardView({
      card: due,
      room,
      draft: this.#drafts.get(id) ?? refusedAnswers(id, this.#client)?.answers ?? {},
      now: new Date(this.clock()),
      ondraft: (draft) => this.#drafts.set(id, draft),
      onsave: (answers) => this.#act('completed', due, answers),
      onskip: putOff && (() => this.#act('dismissed', due)),
      onsnooze: putOff && ((moment) => this.#act('snoozed', due, moment)),
    }, speech);
    return {...view, id, program, acting: false};
  }

  // ---- Telling -------------------------------------------------------------------------------------------------------

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(`cairn-${name}`, {bubbles: true, composed: true, detail}));
  }

  /** Whatever fails in the card stays in the card. @param {() => any} run */
  #guard(where, run) {
    try {
      const running = run();
      running?.catch?.((error) => this.#crashed(where, error));
    } catch (error) {
      this.#crashed(where, error);
    }
  }

  #crashed(where, error) {
    this.#painted = '';
    this.#form = null;
    (this.#parts?.content ?? this.#root).replaceChildren(
      stateView('error', {next: []}, speaking(navigator.language), {retry: () => this.#restart()}));
    this.#root.adoptedStyleSheets = allSheets();
    this.#tell('crash', {where, ...placesIn(error)});
  }
}

customElements.get('cairn-check-in') ?? customElements.define('cairn-check-in', CairnCheckIn);
