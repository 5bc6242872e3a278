import {Draft} from './draft.js';
import {isEmpty} from './empty.js';
import {element} from './make.js';
import {shown} from './office.js';
import {LONGEST, Talk} from './talk.js';

const MARGIN = 16;
const IS_REPLY = /^\s*(re|aw|antw)\s*:/i;

/** The conversation as a thread of letters with a form for the next one; one letter is one turn. */
export class SilkdeskLetters extends Talk {
  #theirSubject = '';
  /** @type {Map<string, HTMLTimeElement>} */
  #moments = new Map();

  /** @param {HTMLElement} foot */
  build(foot) {
    this.draft = new Draft(this.attempt ?? '');
    this.thread = element('div', {className: 'thread', tabIndex: 0, lang: this.getAttribute('speech') ?? ''});
    this.thread.setAttribute('role', 'group');
    this.thread.setAttribute('aria-label', this.texts.label);
    this.composer = this.#makeComposer();
    queueMicrotask(() => this.start());
    return [this.thread, this.composer, foot];
  }

  /** @param {Record<string, any>} turn */
  addBuyers(turn) {
    const untouched = this.subject?.value === this.#proposed;
    this.#theirSubject = turn.subject ?? '';
    if (this.subject && untouched) this.subject.value = this.#proposed;
    const {letter, time} = this.#addLetter('buyer', this.getAttribute('name') ?? '', turn.subject ?? '', turn.text);
    stamp(time, turn.sent);
    return letter;
  }

  /** @param {import('./talk.js').Message} message */
  addOwn(message) {
    const {time} = this.#addLetter('agent', this.texts.you, message.subject ?? '', message.text);
    this.#moments.set(message.id, time);
  }

  /**
   * @param {import('./talk.js').Message} message
   * @param {Record<string, any>} turn
   */
  sent(message, turn) {
    const time = this.#moments.get(message.id);
    if (time) stamp(time, turn.sent);
  }

  show() {
    super.show();
    if (this.composer) this.composer.hidden = this.closed;
    if (this.button) this.button.disabled = this.#underway;
  }

  /** A letter of either side is on its way: letters should not cross. */
  get #underway() {
    return Boolean(this.state?.typing || this.state?.waiting.length || this.outbox?.messages.length);
  }

  get #proposed() {
    if (!this.#theirSubject) return '';
    return IS_REPLY.test(this.#theirSubject) ? this.#theirSubject : `Re: ${this.#theirSubject}`;
  }

  #makeComposer() {
    const kept = this.draft?.read();
    const speech = this.getAttribute('speech') ?? '';
    this.subject = element('input', {id: 'subject', maxLength: 200, lang: speech, value: kept?.subject ?? ''});
    this.text = element('textarea', {id: 'letter', rows: 6, lang: speech, value: kept?.text ?? ''});
    this.text.placeholder = this.texts.placeholder;
    this.subject.dataset.test = 'subject';
    this.text.dataset.test = 'letter';
    this.button = element('button', {className: 'primary', textContent: this.texts.send, title: this.texts.send_more});
    this.button.dataset.test = 'send-letter';
    const form = element('form', {className: 'composer'});
    form.append(
      element('label', {htmlFor: 'subject', textContent: this.texts.subject}),
      this.subject,
      element('label', {htmlFor: 'letter', className: 'sr', textContent: this.texts.letter}),
      this.text,
      this.button,
    );
    form.addEventListener('submit', (event) => this.#onSubmit(event));
    form.addEventListener('input', () => this.#onInput());
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#sendLetter();
    });
    return form;
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    this.#sendLetter();
  }

  #onInput() {
    const [subject, text] = [this.subject?.value ?? '', this.text?.value ?? ''];
    this.draft?.write({subject, text});
    if (Array.from(text.trim()).length <= LONGEST) this.foot?.notice(null);
  }

  #sendLetter() {
    const [subject, text] = [this.subject?.value.trim() ?? '', this.text?.value ?? ''];
    if (isEmpty(text) && !this.closed) this.foot?.notice('empty');
    if (this.#underway || !this.mayBeSent(text)) return;
    const message = this.send(text, subject);
    if (message) this.addOwn(message);
    if (this.text) this.text.value = '';
    if (this.subject) this.subject.value = this.#proposed;
    this.draft?.write({subject: '', text: ''});
  }

  /**
   * Adds a letter to the thread and scrolls to its head.
   * @param {string} side
   * @param {string} from
   * @param {string} subject
   * @param {string} text
   */
  #addLetter(side, from, subject, text) {
    const letter = element('article', {className: `letter ${side}`});
    const head = element('header', {});
    const time = element('time', {});
    head.append(element('b', {textContent: from}), time);
    letter.append(head, element('h3', {textContent: subject || this.texts.no_subject}));
    for (const paragraph of text.split(/\n{2,}/)) letter.append(element('p', {textContent: paragraph}));
    this.thread?.append(letter);
    if (this.thread) this.thread.scrollTop = letter.offsetTop - MARGIN;
    return {letter, time};
  }
}

/**
 * @param {HTMLTimeElement} time
 * @param {string} moment by the office clock
 */
function stamp(time, moment) {
  time.dateTime = moment;
  time.textContent = shown(moment);
}
