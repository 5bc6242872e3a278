import {isEmpty} from './empty.js';
import {INNER_STYLE, dress, look} from './look.js';
import {showPlainText} from './plain-text.js';
import {LONGEST, Talk} from './talk.js';

const TYPING_EVERY_MS = 1000;

/** The conversation as a chat, by deep-chat. */
export class SilkdeskChat extends Talk {
  /** @type {any} */
  #chat;
  #draft = '';
  #typed = 0;

  /** @param {HTMLElement} foot */
  build(foot) {
    this.#chat = this.#makeChat();
    return [this.#chat, foot];
  }

  /** @param {Record<string, any>} turn */
  addBuyers(turn) {
    this.#chat.addMessage({text: turn.text, role: 'ai'});
    return [...this.#chat.shadowRoot.querySelectorAll('.outer-message-container')].at(-1);
  }

  /** @param {import('./talk.js').Message} message */
  addOwn(message) {
    this.#chat.addMessage({text: message.text, role: 'user'});
  }

  show() {
    super.show();
    if (this.closed) this.#chat.setPlaceholderText(this.texts.closed_placeholder);
  }

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
      validateInput: (/** @type {string} */ text) => this.mayBeSent(text ?? ''),
      onInput: (/** @type {any} */ input) => this.#onInput(input),
      onComponentRender: () => this.start(),
    });
    // Before deep-chat hears the key, as it empties the field when it does.
    chat.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#onKey(event), {capture: true});
    return chat;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const typed = event.composedPath()[0] === this.#chat.shadowRoot.querySelector('#text-input');
    const sends = typed && event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (sends && isEmpty(this.#draft) && !this.closed) this.foot?.notice('empty');
  }

  /** deep-chat hands over what is typed; it always may, as the outbox keeps what cannot be sent yet. */
  #wire(/** @type {any} */ signals) {
    signals.onOpen();
    signals.newUserMessage.listener = (/** @type {{messages: {text: string}[]}} */ body) => {
      this.#draft = '';
      this.send(body.messages[body.messages.length - 1].text);
    };
  }

  /** @param {{content: {text?: string}, isUser: boolean}} input */
  #onInput(input) {
    if (!input.isUser) return;
    this.#draft = input.content.text ?? '';
    if (Array.from(this.#draft.trim()).length <= LONGEST) this.foot?.notice(null);
    const now = Date.now();
    if (now - this.#typed >= TYPING_EVERY_MS) {
      this.#typed = now;
      this.connection?.send({type: 'typing'});
    }
  }
}
