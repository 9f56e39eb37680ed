// What the card looks like in each of its states: a view in, elements out. Nothing here asks or stores anything.

import {h, stones} from './dom.js';
import {field, spoken} from './questions.js';
import {directionOf} from './texts.js';
import {daysBetween, formatDay, plusDays} from './wire.js';

/** @typedef {ReturnType<typeof import('./texts.js').speaking>} Speech */

const HOUR = 3_600_000;
const MORNING = 8;
const PAGE = 10;

/** A moment in the device's own zone, as people say it. */
const formatMoment = (at, {tag}) =>
  new Intl.DateTimeFormat(tag, {weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit'}).format(at);

/**
 * Moments to put a card off until, those after its close left out. The API says on which day a card closes where the
 * person lives, and `opensAt` tells when days begin there; clocks may change in between, hence the hours to spare.
 *
 * @param {import('./cairn-client.js').DueCheckIn} card
 * @param {Date} now
 * @returns {[string, Date][]} name of a text, and the moment
 */
export function snoozes({dueOn, opensAt, closesOn}, now) {
  const morning = (days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const inFour = new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours() + 4);
  const close = closesOn === null ? Infinity : opensAt.getTime() + (daysBetween(dueOn, closesOn) * 24 - 2) * HOUR;
  /** @type {[string, Date][]} */
  const all = [['tomorrow', morning(1)], ['inThreeDays', morning(3)]];
  if (inFour.getDate() === now.getDate()) {
    all.unshift(['laterToday', inFour]);
  }
  return all.filter(([, at]) => at.getTime() < close);
}

const heading = (text) => h('h2', {part: 'title', tabindex: '-1'}, text);
const words = (text) => h('p.words', {part: 'body'}, text);
const button = (text, onclick, kind = 'primary', more = {}) =>
  h(`button.${kind}`, {type: 'button', part: `button ${kind}`, onclick, ...more}, text);

/** @param {Record<string, any>} answers @param {any} card */
function answerList(answers, card, speech) {
  const known = (card?.questions ?? []).filter(({id}) => id in answers);
  return known.length === 0 ? null : h('dl.answers', {part: 'answers', lang: card?.locale, dir: directionOf(card?.locale ?? '')},
    ...known.flatMap((question) =>
      [h('dt', {}, question.text), h('dd', {}, h('bdi', {}, spoken(question, answers[question.id], speech)))]));
}

function menu(moments, {say}, onsnooze) {
  const items = moments.map(([name, until]) =>
    h('button', {
      type: 'button', role: 'menuitem', tabindex: '-1', part: 'menu-item', onclick: () => (open(false), onsnooze(until)),
    }, say(name)));
  const popup = h('div.menu', {role: 'menu', id: 'menu', part: 'menu', 'aria-labelledby': 'later', hidden: true}, ...items);
  const opener = button(say('later'), () => open(popup.hidden), 'secondary',
    {id: 'later', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': 'menu'});
  const open = (shown, focused = shown ? items[0] : opener) => {
    popup.hidden = !shown;
    opener.setAttribute('aria-expanded', String(shown));
    focused?.focus();
  };
  const whole = h('div.later', {
    onkeydown(event) {
      const at = items.indexOf(event.target);
      const to = {ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1 + items.length, Home: 0, End: -1}[event.key];
      if (to !== undefined) {
        event.preventDefault();
        open(true, items.at(to % items.length));
      } else if (event.key === 'Escape' && !popup.hidden) {
        event.stopPropagation(); // It closes the menu, and not the dialog the card may be in.
        open(false);
      }
    },
    onfocusout: ({relatedTarget}) => popup.hidden || whole.contains(relatedTarget) || open(false, null),
  }, opener, popup);
  return whole;
}

/** Around whatever is shown: what happened, the earlier check-ins once it is completed, and what screen readers are to say. */
export function frame(speech, past) {
  const banner = h('p.banner', {part: 'banner', hidden: true});
  const content = h('div', {part: 'content'});
  const live = h('p.hidden', {role: 'status'});
  const card = h('section.card', {part: 'card', lang: speech.tag, dir: speech.dir}, banner, content, live);
  const parts = {
    speech,
    card,
    content,
    banner,
    live,
    program: '',
    /** @type {ReturnType<typeof history> | null} */
    history: null,
    /** What nobody looks at first. */
    complete() {
      if (!parts.history) {
        parts.history = past();
        live.before(parts.history.element);
      }
      parts.history.show(parts.program);
      card.style.minBlockSize = '';
    },
  };
  return parts;
}

/** The card itself: its questions, and what can be done with it. With `room`, only the beginning of it until it is completed. */
export function cardView({card: due, room, draft, now, onsave, onskip, onsnooze, ondraft}, speech) {
  const {say, tag} = speech;
  const {card, closesOn, dueOn} = due;
  const ui = {lang: tag, dir: speech.dir};
  /** @type {any} */
  const fields = []; // As far as they are in the form.
  const faults = h('p.summary', {role: 'alert', part: 'fault'});
  const show = (wrong) => {
    fields.forEach((one) => one.show(wrong.get(one.id) ?? null));
    faults.textContent = wrong.size === 0 ? '' : say('faults', {n: wrong.size});
    fields.find((one) => wrong.has(one.id))?.focus();
  };
  const save = h('button.primary', {part: 'button primary'}, say('save'));
  const form = h('form', {
    novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      complete();
      const said = fields.map((one) => [one.id, one.read()]);
      const wrong = said.filter(([, {fault}]) => fault !== undefined).map(([id, {fault}]) => [id, fault]);
      show(new Map(wrong));
      if (wrong.length === 0) {
        onsave(Object.fromEntries(said.filter(([, {answer}]) => answer !== undefined).map(([id, {answer}]) => [id, answer])));
      }
    },
    oninput: () => ondraft({...draft, ...Object.fromEntries(fields.map((one) => [one.id, one.raw()]))}),
  });
  const ask = (question) => {
    const one = field(question, `q${fields.length}`, speech, draft[question.id]);
    fields.push(one);
    form.append(one.element);
  };
  const when = h('p.when', {part: 'date', ...ui});
  let isWhole = false;
  const complete = () => {
    if (isWhole) {
      return;
    }
    isWhole = true;
    when.style.minBlockSize = '';
    const lastDay = closesOn === null ? '' : say('openUntil', {day: formatDay(plusDays(closesOn, -1), tag)});
    when.append(h('span', {}, formatDay(dueOn, tag)), lastDay && h('span', {}, lastDay));
    card.questions.slice(fields.length).forEach(ask);
    const moments = onsnooze ? snoozes(due, now) : [];
    form.append(
      h('div.actions', {part: 'actions', ...ui}, save,
        moments.length > 0 ? menu(moments, speech, onsnooze) : null,
        onskip ? button(say('skip'), onskip, 'quiet') : null),
      h('div', ui, faults));
  };
  if (room) {
    when.style.minBlockSize = `${room.days}px`;
    card.questions.slice(0, 1).forEach(ask);
  } else {
    complete();
  }
  return {
    element: h('div', {lang: card.locale, dir: directionOf(card.locale)}, h('header', {}, when, heading(card.title), words(card.body)), form),
    /** Where its days stand, or will. */
    days: when,
    /** Whether it begins with only the title and the first question, */
    isPartly: room !== null,
    /** how high all of it will be, */
    minBlockSize: room ? `${room.height}px` : '',
    /** and puts in the rest. */
    complete,
    /** Faults the API found, by question; it speaks to developers, so people get our words. */
    refuse: (ids) => show(new Map(ids.map((id) => [id, say('check')]))),
    busy(busy) {
      // Kept in reach of the keyboard: a disabled button would throw the focus away.
      form.querySelectorAll('button').forEach((one) => one.setAttribute('aria-disabled', String(busy)));
      save.textContent = say(busy ? 'saving' : 'save');
    },
  };
}

/** Any state without questions: stones, a heading, sentences, perhaps something to press. */
const calmView = (count, title, sentences, actions = []) =>
  h('div.calm', {}, stones(count), heading(title),
    ...sentences.map((one) => (typeof one === 'string' ? words(one) : one)),
    actions.length > 0 ? h('div.actions', {part: 'actions'}, ...actions) : null);

/** @returns {string} when the next card comes, of those programs that are shown */
const nextSentence = (next, {say, tag}) =>
  next.length === 0 ? say('nonePlanned') : say('next', {day: formatDay(next.map(({dueOn}) => dueOn).sort()[0], tag)});

const loadingView = ({say}) => h('div.skeleton', {},
  h('p.hidden', {}, say('loading')), ...['short', 'title', 'long', 'row', 'row'].map((name) => h(`span.${name}`, {'aria-hidden': 'true'})));

const keptAnswers = (client, ofId, isRefused) =>
  client?.queued().find(({id, refused}) => id === ofId && Boolean(refused) === isRefused);

/** What the API refused of a check-in, and this device still keeps. */
export const refusedAnswers = (id, client) => keptAnswers(client, id, true);

/** The cards to show. What waits to be sent is not asked again; what was refused is, with its answers filled in. */
export function cardsOf(all, ofProgram, reopened, client) {
  const due = (all?.due ?? []).filter(({id, program}) =>
    (!ofProgram || program === ofProgram) && id !== reopened?.id && !keptAnswers(client, id, false));
  return reopened ? [reopened, ...due] : due;
}

/**
 * Which state to show, from what was just done, else from what is due.
 *
 * @param {string | null} told what was just done, or went wrong, or that nothing is known yet
 * @param {Record<string, any>} more what that shows
 * @param {import('./cairn-client.js').DueCheckIn | undefined} card the first that is due
 * @param {Pick<import('./cairn-client.js').Client, 'queued' | 'snoozed'> | null} client knows what waits on this device, and what was put off
 */
export function stateOf(told, more, card, client) {
  const kept = client?.queued() ?? [];
  const refused = kept.find((one) => one.refused);
  const [snoozed] = client?.snoozed() ?? [];
  const isDealtWith = told === 'refused' && !refused; // In another tab.
  return told && !isDealtWith ? {view: told, waiting: kept.length > 0, ...(told === 'refused' ? {refused} : more)}
    : card ? {view: 'card'}
      : refused ? {view: 'refused', refused}
        : kept.length > 0 ? {view: 'queued'}
          : snoozed ? {view: 'snoozed', until: snoozed.until}
            : {view: 'idle'};
}

/** @param {string} view which state, with what it needs in the next argument */
export function stateView(view, {next, until = null, stored = null, card = null, more = false, waiting = false, refused = null}, speech, on) {
  const {say} = speech;
  const ahead = nextSentence(next, speech);
  const another = more ? [button(say('another'), on.another)] : [];
  switch (view) {
    case 'loading':
      return loadingView(speech);
    case 'done':
      return calmView(4, say('thanks'), [say('saved'), more ? null : ahead], another);
    case 'queued':
      return calmView(3, say('waiting'), [say('queued'), more ? null : ahead], another);
    case 'skipped':
      return calmView(2, say('skipped'), [more ? null : ahead], [...another, button(say('afterAll'), on.afterAll, 'secondary')]);
    case 'snoozed':
      return calmView(2, say('snoozed'), [say('backAt', {day: formatMoment(until, speech)})], another);
    case 'elsewhere':
      return calmView(3, say('elsewhere'), [say('stored'), answerList(stored?.answers ?? {}, card, speech)], another);
    case 'refused':
      return calmView(1, say('failed'), [
        refused.refused === 'superseded' ? say('gone') : null,
        say('refusedText'),
        answerList(refused.answers, refused.checkIn?.card ?? {questions: Object.keys(refused.answers).map((id) => ({id, text: id}))}, speech),
      ], [
        refused.refused === 'superseded' ? null
          : button(say('retry'), () => (refused.checkIn ? on.change(refused.checkIn) : on.retry())),
        button(say('remove'), () => on.remove(refused.id), 'secondary'),
        ...another,
      ]);
    case 'gone':
      return calmView(2, say('gone'), [more ? null : ahead], another);
    case 'erased':
      return calmView(0, say('erased'), [say('erasedText')]);
    case 'signed-out':
      return calmView(1, say('signedOut'), [say('signedOutText'), waiting ? say('waiting') : null], [button(say('signIn'), on.signIn)]);
    case 'error':
      return calmView(1, say('failed'), [say('failedText')], [button(say('retry'), on.retry)]);
    default:
      return calmView(3, say('nothing'), [ahead]);
  }
}

/** Earlier check-ins, newest first; each can be opened where its questions are known. */
function historyItems(items, card, speech) {
  const {say, tag} = speech;
  return items.map(({dueOn, state, late, answers}) => {
    const name = state === 'completed' && late ? 'late' : state === 'snoozed' ? 'snoozedState' : state;
    const line = [
      h('span', {}, formatDay(dueOn, tag, {day: 'numeric', month: 'long', year: 'numeric'})),
      h(`span.state.${state}`, {part: 'state'}, say(name)),
    ];
    const said = answers && answerList(answers, card, speech);
    return h('li', {part: 'history-item'},
      said ? h('details', {}, h('summary', {}, ...line), said) : h('div.line', {tabindex: '-1'}, ...line));
  });
}

/**
 * The list of them, asked for when somebody opens it, a page at a time.
 *
 * @param {ReturnType<typeof import('./texts.js').speaking>} speech
 * @param {(program: string, page: {cursor: string | null, limit: number}) => Promise<import('./cairn-client.js').History>} ask
 * @param {(program: string) => import('./cairn-client.js').Card | null} cardOf with the questions, as far as they are known
 * @param {(error: unknown) => void} failed
 */
export function history(speech, ask, cardOf, failed) {
  const {say} = speech;
  const list = h('ul');
  const note = h('p.words', {role: 'status'});
  const more = h('button.quiet', {type: 'button', part: 'button quiet', hidden: true, onclick: () => load()}, say('more'));
  const element = h('details.history', {part: 'history', ontoggle: () => element.open && list.childElementCount === 0 && load()},
    h('summary', {part: 'history-summary'}, say('history')), list, note, more);
  let program = '';
  let cursor = null;
  let asked = 0; // A page that comes after something else was asked for is not shown.

  const load = async () => {
    const mine = (asked += 1);
    note.textContent = say('loading');
    try {
      const {items, next} = await ask(program, {cursor, limit: PAGE});
      if (mine !== asked) {
        return;
      }
      cursor = next;
      const added = historyItems(items, cardOf(program), speech);
      list.append(...added);
      note.textContent = list.childElementCount === 0 ? say('none') : '';
      // The button may go, and the focus with it; what it brought is where to go on reading.
      if (more.matches(':focus')) {
        added[0]?.querySelector('summary, .line').focus();
      }
      more.hidden = next === null;
    } catch (error) {
      if (mine === asked) {
        note.textContent = say('failedText');
        more.hidden = false;
        failed(error);
      }
    }
  };
  const reset = () => {
    asked += 1;
    cursor = null;
    list.replaceChildren();
    more.hidden = true;
    if (element.open) {
      load();
    }
  };
  return {
    element,
    /** Something was answered: what is listed is no longer all. */
    reset,
    /** Whose history it is; that of none is not shown. */
    show(shown) {
      element.hidden = shown === '';
      if (shown !== '' && shown !== program) {
        program = shown;
        reset();
      }
    },
  };
}
