// A page in TypeScript that uses all there is. It is compiled and never run: what it must not do is marked as an error,
// and the compiler complains if it is none.

import {texts} from '../cairn-check-in.js';
import {
  CairnError, GatewayError, LimitError, NetworkError, ProblemError, UnreadableError,
  createClient, daysBetween, formatDay, isDay, plusDays, subjectOf,
} from '../cairn-client.js';
import type {Answers, CheckIn, Day, Due, DueCheckIn, History, Notice, Question} from '../cairn-client.js';

// ---- The card -----------------------------------------------------------------------------------------------------

const card = document.querySelector('cairn-check-in')!;
card.token = 'a.b.c';
card.token = async () => 'a.b.c';
card.token = null;
card.clock = () => Date.now();
// @ts-expect-error A clock gives milliseconds.
card.clock = () => new Date();
card.addEventListener('cairn-completed', ({detail}) => told(detail.slot, detail.queued, detail.late));
card.addEventListener('cairn-snoozed', ({detail}) => told(detail.until.getTime()));
card.addEventListener('cairn-crash', ({detail}) => told(detail.where, ...detail.at));
document.addEventListener('cairn-error', ({detail}) => told(detail.code, detail.status));
addEventListener('cairn-token-needed', () => (card.token = 'd.e.f'));
// @ts-expect-error No event carries answers.
card.addEventListener('cairn-completed', ({detail}) => told(detail.answers));
texts.fr = {...texts.en, save: 'Enregistrer'};

// ---- The client ---------------------------------------------------------------------------------------------------

const client = createClient({baseUrl: '/', token: () => 'a.b.c', subject: subjectOf('a.b.c'), onNotice});
// @ts-expect-error It needs to know where the API is.
createClient({token: () => 'a.b.c'});

const due: Due = await client.due();
const first: DueCheckIn | undefined = due.due[0];
if (first) {
  const on: Day = first.dueOn;
  const from: Date = first.opensAt;
  // @ts-expect-error A day is no moment,
  const moment: Date = first.dueOn;
  // @ts-expect-error and a moment no day,
  const day: Day = first.opensAt;
  // @ts-expect-error and not every text is a day,
  const text: Day = 'tomorrow';
  // @ts-expect-error and a card may stay open.
  const close: Day = first.closesOn;
  told(formatDay(plusDays(on, 1), 'en'), daysBetween(on, first.closesOn ?? on), from.getTime(), moment, day, text, close);

  const answers: Answers = Object.fromEntries(first.card.questions.map((question) => [question.id, guess(question)]));
  const {queued, checkIn} = await client.complete(first, answers);
  told(queued, checkIn?.completedAt?.getTime());
  // @ts-expect-error What is kept on the device has no check-in yet.
  told(checkIn.id);
  await client.dismiss(first);
  const {snoozedUntil} = await client.snooze(first, new Date());
  told(snoozedUntil?.getTime());
}
const earlier: History = await client.history('skin', {cursor: null, limit: 10});
told(...earlier.items.map(({dueOn, state}: CheckIn) => `${dueOn} ${state}`), earlier.next);

function guess(question: Question) {
  switch (question.kind) {
    case 'scale':
    case 'number':
      return question.min;
    case 'choice':
      return question.choices[0]!.id;
    case 'choices':
      return question.choices.slice(0, question.atMost).map(({id}) => id);
    case 'text':
      return ''.padEnd(question.maxLength, 'a');
    case 'yes-no':
      return true;
  }
}

function onNotice(notice: Notice) {
  if (notice.kind === 'sent') {
    told(notice.checkIn.id);
  }
  // @ts-expect-error Not every notice has one.
  told(notice.checkIn);
}

try {
  await client.due();
} catch (error) {
  if (error instanceof ProblemError) {
    told(error.type, ...error.questions, error.stored?.answers);
  } else if (error instanceof CairnError) {
    told(error.code, error.retryable, error.retryAfter, error instanceof NetworkError || error instanceof LimitError);
    told(error instanceof GatewayError || error instanceof UnreadableError);
  }
}
told(isDay('2027-03-14'));

function told(...whatever: unknown[]) {
  console.log(...whatever);
}
