// Questions as form fields: native controls, so that keyboards, readers and autofill know them already.

import {h, on} from './dom.js';

/** @typedef {import('./cairn-client.js').Question} Question */
/** @typedef {{answer?: import('./cairn-client.js').Answer, fault?: string}} Said */

// More steps than this do not fit a row of stones, and are typed.
const MOST_STONES = 11;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

// One row of stones, or two of nearly the same length where that is too long for a phone.
const columns = (count) => `--wide: ${count}; --narrow: ${count > 6 ? Math.ceil(count / 2) : count}`;

const separatorOf = (language) =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({type}) => type === 'decimal')?.value ?? '.';

/** A number as people type it in `language`: its decimal separator, its digits or ours. Null if it is none. */
export function parseNumber(typed, language) {
  const ascii = typed.trim().replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  const separator = separatorOf(language);
  // 1.234 is a thousand and more where the comma separates decimals; a guess would store a wrong answer.
  if (separator !== '.' && /\.\d{3}$/.test(ascii)) {
    return null;
  }
  const plain = ascii.replace(separator, '.').replace('\u066b', '.').replace('\u2212', '-');
  return /^-?\d+(\.\d{1,10})?$/.test(plain) ? Number(plain) : null;
}

/**
 * @param {Question} question
 * @param {string} id unique in the form
 * @param {ReturnType<typeof import('./texts.js').speaking>} speech
 * @param {any} draft what was put in before, as `raw` gave it, or an answer that is to be changed
 * @returns {{id: string, element: HTMLElement, raw: () => any, read: () => Said, show: (fault: string | null) => void, focus: () => void}}
 */
export function field(question, id, speech, draft) {
  const {say, number} = speech;
  const isStones = question.kind === 'scale' && question.max - question.min < MOST_STONES;
  const isTyped = question.kind === 'number' || question.kind === 'text' || (question.kind === 'scale' && !isStones);
  const fault = h('p.fault', {id: `${id}-fault`, part: 'fault', hidden: true});
  const label = question.required ? [question.text] : [question.text, ' ', h('span.optional', {lang: speech.tag}, say('optional'))];

  const made = isTyped ? typed() : chosen();
  const show = (text) => {
    fault.hidden = text === null;
    fault.textContent = text ?? '';
    made.invalid.forEach((one) => one.setAttribute('aria-invalid', String(text !== null)));
    made.element.classList.toggle('faulty', text !== null);
  };
  on(made.element, 'input', () => fault.hidden || show(read().fault ?? null));
  return {
    id: question.id,
    element: made.element,
    raw: made.raw,
    read,
    show,
    focus: () => (made.controls.find((control) => control.checked) ?? made.controls[0]).focus(),
  };

  /** The answer as the API takes it; neither answer nor fault where an optional question was passed over. */
  function read() {
    const raw = made.raw();
    if (raw === null || raw.length === 0 || (typeof raw === 'string' && raw.trim() === '')) {
      return question.required ? {fault: say('required')} : {};
    }
    switch (question.kind) {
      case 'number':
      case 'scale': {
        const value = parseNumber(raw, speech.tag);
        if (value === null || (question.kind === 'scale' && !Number.isInteger(value))) {
          return {fault: say('number')};
        }
        const {min, max} = question;
        return value >= min && value <= max ? {answer: value} : {fault: say('range', {min, max})};
      }
      case 'choices':
        return raw.length > question.atMost ? {fault: say('atMost', {n: question.atMost})} : {answer: raw};
      case 'text':
        return raw.length > question.maxLength ? {fault: say('tooLong', {n: question.maxLength})} : {answer: raw};
      case 'yes-no':
        return {answer: raw === 'true'};
      default:
        return {answer: raw};
    }
  }

  function typed() {
    const isText = question.kind === 'text';
    const left = isText ? h('p.left', {id: `${id}-left`, lang: speech.tag}) : null;
    const control = h(isText ? 'textarea' : 'input', {
      id,
      part: 'input',
      required: question.required,
      rows: isText && 3,
      dir: isText && 'auto',
      inputmode: !isText && 'decimal',
      autocomplete: 'off',
      'aria-describedby': `${id}-fault${isText ? ` ${id}-left` : ''}`,
    });
    control.value = typeof draft === 'number' ? String(draft).replace('.', separatorOf(speech.tag)) : draft ?? '';
    const count = () => {
      if (left && question.kind === 'text') {
        left.textContent = say('left', {n: Math.max(0, question.maxLength - control.value.length)});
        // Said only when it begins to matter; a counter that always counts is one more thing to read.
        left.hidden = control.value.length < question.maxLength * 0.8;
      }
    };
    on(control, 'input', count);
    count();
    return {
      element: h('div.question', {part: 'question'}, h('label', {for: id, part: 'label'}, ...label), control, left, fault),
      controls: [control],
      invalid: [control],
      raw: () => control.value,
    };
  }

  function chosen() {
    const many = question.kind === 'choices';
    const items = options();
    const controls = items.map(([value]) => {
      const control = h('input', {type: many ? 'checkbox' : 'radio', name: id, value, 'aria-describedby': many && `${id}-fault`});
      control.checked = many ? (draft ?? []).includes(value) : String(draft ?? '') === value;
      return control;
    });
    const raw = () => {
      const values = controls.filter((control) => control.checked).map((control) => control.value);
      return many ? values : (values[0] ?? null);
    };
    // Radio buttons cannot be taken back by themselves.
    const clear = question.required || many ? null : h('button.quiet.clear', {
      type: 'button',
      lang: speech.tag,
      onclick: (event) => {
        controls.forEach((control) => (control.checked = false));
        controls[0].focus();
        event.target.dispatchEvent(new Event('input', {bubbles: true}));
      },
    }, say('clear'));
    const shown = () => clear && (clear.hidden = raw() === null);
    const element = h('fieldset.question', {
      part: 'question',
      role: many ? null : 'radiogroup',
      'aria-required': many ? null : String(question.required),
      'aria-describedby': `${id}-fault`,
    },
    h('legend', {part: 'label'}, ...label),
    h(isStones ? 'div.scale' : question.kind === 'yes-no' ? 'div.pair' : 'div.options', isStones ? {style: columns(items.length)} : {},
      ...items.map(([, text], at) => h('label.option', {part: 'option'}, controls[at], h('span', {}, text)))),
    clear, fault);
    on(element, 'input', shown);
    shown();
    return {element, controls, invalid: many ? controls : [element], raw};
  }

  /** @returns {[string, string][]} value and text */
  function options() {
    switch (question.kind) {
      case 'scale':
        return Array.from({length: question.max - question.min + 1}, (_, at) => [String(question.min + at), number(question.min + at)]);
      case 'yes-no':
        return [['true', say('yes')], ['false', say('no')]];
      case 'choice':
      case 'choices':
        return question.choices.map((choice) => [choice.id, choice.text]);
      default:
        return [];
    }
  }
}

/** An answer as a person reads it. */
export function spoken(question, answer, {say, number}) {
  const textOf = (id) =>
    ('choices' in question && question.choices.find((choice) => choice.id === id)?.text) || id;
  switch (typeof answer) {
    case 'boolean':
      return say(answer ? 'yes' : 'no');
    case 'number':
      return number(answer);
    default:
      return [answer].flat().map(textOf).join(' · ');
  }
}
