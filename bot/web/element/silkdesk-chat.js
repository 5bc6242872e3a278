import {Connection} from './connection.js';
import {isEmpty} from './empty.js';
import {Foot} from './foot.js';
import {Glosses} from './gloss.js';
import {INNER_STYLE, dress, look} from './look.js';
import {Outbox} from './outbox.js';
import {showPlainText} from './plain-text.js';

const LONGEST = 2000;
const TYPING_EVERY_MS = 1000;

/**
 * The conversation with the buyer.
 *
 * Attributes: `attempt` (id), `name` (of the buyer), `speech` (language of the conversation), `data-texts` (JSON).
 * Events, all bubbling: `silkdesk-state` (detail: how things stand, as the server tells it), `silkdesk-coach`
 * (detail: number of the coach's answer), `silkdesk-finish` (the trainee wrote that it shall end).
 * What stands inside the tag is shown until the script has run.
 */
export class SilkdeskChat extends HTMLElement {
  /** @type {Connection | undefined} */
  #connection;
  /** @type {any} */
  #chat;
  /** @type {Record<string, any> | undefined} */
  #state;
  #seen = -1;
  #shown = new Set();
  #caughtUp = false;
  #draft = '';
  #typed = 0;

  connectedCallback() {
    this.attempt = this.getAttribute('attempt') ?? '';
    this.texts = JSON.parse(this.dataset.texts ?? '{}');
    this.outbox = new Outbox(this.attempt);
    this.glosses = new Glosses(this.texts);
    this.foot = new Foot(this.texts, this.getAttribute('name') ?? '', () => this.#connection?.send({type: 'send'}));
    this.#chat = this.#makeChat();
    this.replaceChildren(this.#chat, this.foot.element);
    this.#connection = new Connection(`/attempts/${this.attempt}/talk`, {
      onOpen: () => {
        this.#caughtUp = false;
        this.#connection?.send({type: 'hello', seen: this.#seen});
      },
      onLost: () => this.#show(),
      onNews: (news) => this.#take(news),
    });
    window.addEventListener('online', this.#hurry);
  }

  disconnectedCallback() {
    window.removeEventListener('online', this.#hurry);
    this.#connection?.close();
  }

  #hurry = () => this.#connection?.hurry();

  #makeChat() {
    showPlainText();
    /** @type {any} */
    const chat = document.createElement('deep-chat');
    const styles = look();
    dress(chat);
    chat.lang = this.getAttribute('speech') ?? '';
    chat.setAttribute('aria-label', this.texts.label);
    Object.assign(chat, styles, {
      auxiliaryStyle: INNER_STYLE,
      textInput: {...styles.textInput, placeholder: {text: this.texts.placeholder, style: {color: 'var(--ink-soft)'}}},
      displayLoadingBubble: false,
      connect: {websocket: true, handler: (/** @type {any} */ _, /** @type {any} */ signals) => this.#wire(signals)},
      validateInput: (/** @type {string} */ text) => this.#mayBeSent(text ?? ''),
      onInput: (/** @type {any} */ input) => this.#onInput(input),
      onComponentRender: () => this.#start(),
    });
    // Before deep-chat hears the key, as it empties the field when it does.
    chat.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#onKey(event), {capture: true});
    return chat;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const typed = event.composedPath()[0] === this.#chat.shadowRoot.querySelector('#text-input');
    const sends = typed && event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (sends && isEmpty(this.#draft) && !this.#closed) this.foot?.notice('empty');
  }

  /** deep-chat hands over what is typed; it always may, as the outbox keeps what cannot be sent yet. */
  #wire(/** @type {any} */ signals) {
    signals.onOpen();
    signals.newUserMessage.listener = (/** @type {{messages: {text: string}[]}} */ body) => {
      const message = this.outbox?.add(body.messages[body.messages.length - 1].text.trim());
      if (!message) return;
      this.#draft = '';
      this.#shown.add(message.id);
      this.foot?.notice(null);
      this.#connection?.send({type: 'message', ...message});
      this.#show();
    };
  }

  #start() {
    if (!this.#connection?.open && this.#seen < 0 && !this.#state) this.#connection?.connect();
  }

  /** @param {string} text */
  #mayBeSent(text) {
    const length = Array.from(text.trim()).length;
    if (length > LONGEST) this.foot?.notice('too_long', {count: String(length)});
    return !isEmpty(text) && length <= LONGEST && !this.#closed;
  }

  /** @param {{content: {text?: string}, isUser: boolean}} input */
  #onInput(input) {
    if (!input.isUser) return;
    this.#draft = input.content.text ?? '';
    if (Array.from(this.#draft.trim()).length <= LONGEST) this.foot?.notice(null);
    const now = Date.now();
    if (now - this.#typed >= TYPING_EVERY_MS) {
      this.#typed = now;
      this.#connection?.send({type: 'typing'});
    }
  }

  /** @param {Record<string, any>} news */
  #take(news) {
    if (news.type === 'turn') this.#takeTurn(news);
    else if (news.type === 'state') this.#takeState(news);
    else if (news.type === 'kept') this.outbox?.remove(news.id);
    else if (news.type === 'refused') {
      this.outbox?.remove(news.id);
      this.foot?.notice(news.reason, {count: ''});
    } else if (news.type === 'coach') this.#takeCoach(news);
    else if (news.type === 'error') console.warn('silkdesk-chat:', news.error);
  }

  /** @param {Record<string, any>} turn */
  #takeTurn(turn) {
    if (turn.index <= this.#seen) return;
    this.#seen = turn.index;
    if (turn.side === 'buyer') {
      this.#chat.addMessage({text: turn.text, role: 'ai'});
      if (turn.gloss) this.glosses?.add(this.#lastMessage, turn.gloss);
      if (this.#caughtUp) this.foot?.announce(turn.text);
    } else {
      for (const message of turn.messages) this.#showOwn(message);
    }
  }

  /** @param {Record<string, any>} state */
  #takeState(state) {
    this.#state = state;
    for (const message of state.waiting) this.#showOwn(message);
    if (!this.#caughtUp) {
      this.#caughtUp = true;
      for (const message of [...(this.outbox?.messages ?? [])]) {
        this.#showOwn(message, false);
        this.#connection?.send({type: 'message', ...message});
      }
    }
    this.#show();
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
   * @param {{id: string, text: string}} message
   */
  #showOwn(message, stored = true) {
    if (stored) this.outbox?.remove(message.id);
    if (this.#shown.has(message.id)) return;
    this.#shown.add(message.id);
    this.#chat.addMessage({text: message.text, role: 'user'});
  }

  /** @returns {Element | undefined} */
  get #lastMessage() {
    return [...this.#chat.shadowRoot.querySelectorAll('.outer-message-container')].at(-1);
  }

  get #closed() {
    return Boolean(this.#state && (this.#state.ending || this.#state.status !== 'open'));
  }

  #show() {
    const unsent = this.outbox?.messages.length ?? 0;
    this.foot?.show(this.#state, this.#connection?.open ?? false, unsent > 0);
    if (this.#closed) this.#chat.setPlaceholderText(this.texts.closed_placeholder);
    this.toggleAttribute('closed', this.#closed);
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true}));
  }
}
