import {Connection} from './connection.js';
import {isEmpty} from './empty.js';
import {Foot} from './foot.js';
import {Glosses} from './gloss.js';
import {Outbox} from './outbox.js';

export const LONGEST = 2000;

/**
 * A conversation with the buyer, however it looks: what came and went, what waits, how things stand.
 *
 * Attributes: `attempt` (id), `name` (of the buyer), `speech` (language of the conversation), `data-texts` (JSON).
 * Events, all bubbling: `silkdesk-state` (detail: how things stand, as the server tells it), `silkdesk-coach`
 * (detail: number of the coach's answer), `silkdesk-finish` (the trainee wrote that it shall end).
 * What stands inside the tag is shown until the script has run.
 *
 * @typedef {{id: string, text: string, subject?: string}} Message
 */
export class Talk extends HTMLElement {
  /** @type {Connection | undefined} */
  connection;
  /** @type {Record<string, any> | undefined} */
  state;
  #seen = -1;
  #shown = new Set();
  #caughtUp = false;

  connectedCallback() {
    this.attempt = this.getAttribute('attempt') ?? '';
    this.texts = JSON.parse(this.dataset.texts ?? '{}');
    this.outbox = new Outbox(this.attempt);
    this.glosses = new Glosses(this.texts);
    this.foot = new Foot(this.texts, this.getAttribute('name') ?? '', () => this.connection?.send({type: 'send'}));
    this.replaceChildren(...this.build(this.foot.element));
    this.connection = new Connection(`/attempts/${this.attempt}/talk`, {
      onOpen: () => {
        this.#caughtUp = false;
        this.connection?.send({type: 'hello', seen: this.#seen});
      },
      onLost: () => this.show(),
      onNews: (news) => this.#take(news),
    });
    window.addEventListener('online', this.#hurry);
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#hurry);
    this.connection?.close();
  }

  #hurry = () => this.connection?.hurry();

  /**
   * What stands in the element; it calls `start` once it can show turns.
   * @param {HTMLElement} foot
   * @returns {HTMLElement[]}
   */
  build(foot) {
    return [foot];
  }

  /**
   * Shows a turn of the buyer and gives the element that its gloss belongs to.
   * @param {Record<string, any>} _turn
   * @returns {Element | undefined}
   */
  addBuyers(_turn) {
    return undefined;
  }

  /**
   * Shows a message of the trainee.
   * @param {Message} _message
   */
  addOwn(_message) {}

  /** A message of the trainee became a turn. */
  sent(/** @type {Message} */ _message, /** @type {Record<string, any>} */ _turn) {}

  /** Connects, unless that is done. */
  start() {
    if (!this.connection?.open && this.#seen < 0 && !this.state) this.connection?.connect();
  }

  /**
   * Sends a message, at once or when that is possible; the outbox keeps it until then.
   * @param {string} text
   * @param {string} [subject]
   * @returns {Message | undefined}
   */
  send(text, subject) {
    const message = this.outbox?.add(text.trim(), subject);
    if (!message) return undefined;
    this.#shown.add(message.id);
    this.foot?.notice(null);
    this.connection?.send({type: 'message', ...message});
    this.show();
    return message;
  }

  /**
   * Whether a text may be sent; says so where it is too long.
   * @param {string} text
   */
  mayBeSent(text) {
    const length = Array.from(text.trim()).length;
    if (length > LONGEST) this.foot?.notice('too_long', {count: String(length)});
    return !isEmpty(text) && length <= LONGEST && !this.closed;
  }

  get closed() {
    return Boolean(this.state && (this.state.ending || this.state.status !== 'open'));
  }

  /** Shows how things stand. */
  show() {
    const unsent = this.outbox?.messages.length ?? 0;
    this.foot?.show(this.state, this.connection?.open ?? false, unsent > 0);
    this.toggleAttribute('closed', this.closed);
  }

  /** @param {Record<string, any>} news */
  #take(news) {
    if (news.type === 'turn') this.#takeTurn(news);
    else if (news.type === 'state') this.#takeState(news);
    else if (news.type === 'kept') this.outbox?.remove(news.id);
    else if (news.type === 'refused') {
      this.outbox?.remove(news.id);
      this.foot?.notice(news.reason, {count: ''});
      this.show();
    } else if (news.type === 'coach') this.#takeCoach(news);
    else if (news.type === 'error') console.warn('silkdesk:', news.error);
  }

  /** @param {Record<string, any>} turn */
  #takeTurn(turn) {
    if (turn.index <= this.#seen) return;
    this.#seen = turn.index;
    if (turn.side === 'buyer') {
      const shown = this.addBuyers(turn);
      if (turn.gloss) this.glosses?.add(shown, turn.gloss);
      if (this.#caughtUp) this.foot?.announce(turn.text);
    } else {
      for (const message of turn.messages) {
        this.#showOwn(message);
        this.sent(message, turn);
      }
    }
  }

  /** @param {Record<string, any>} state */
  #takeState(state) {
    this.state = state;
    for (const message of state.waiting) this.#showOwn(message);
    if (!this.#caughtUp) {
      this.#caughtUp = true;
      for (const message of [...(this.outbox?.messages ?? [])]) {
        this.#showOwn(message, false);
        this.connection?.send({type: 'message', ...message});
      }
    }
    this.show();
    this.#tell('silkdesk-state', state);
  }

  /** @param {Record<string, any>} news */
  #takeCoach(news) {
    for (const id of news.messages) this.outbox?.remove(id);
    if (news.exchange === null) this.#tell('silkdesk-finish', null);
    else {
      this.foot?.notice('coach');
      this.#tell('silkdesk-coach', news.exchange);
    }
  }

  /**
   * Shows a message of the trainee once, whichever way it comes.
   * @param {Message} message
   */
  #showOwn(message, stored = true) {
    if (stored) this.outbox?.remove(message.id);
    if (this.#shown.has(message.id)) return;
    this.#shown.add(message.id);
    this.addOwn(message);
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true}));
  }
}
