/** The line under the conversation: what is going on, what went wrong, and "send now"; and the live region. */

export class Foot {
  /** @type {string | null} */
  #notice = null;
  #line = '';
  #tone = '';

  /**
   * @param {Record<string, string>} texts
   * @param {string} name
   * @param {() => void} sendAll
   */
  constructor(texts, name, sendAll) {
    this.texts = texts;
    this.name = name;
    this.element = document.createElement('div');
    this.element.className = 'chat-foot';
    this.dot = this.#add('span', 'line-dot');
    this.dot.setAttribute('role', 'img');
    this.says = this.#add('p', 'says');
    this.says.setAttribute('role', 'status');
    this.says.dataset.test = 'chat-status';
    this.button = /** @type {HTMLButtonElement} */ (this.#add('button', 'quiet'));
    this.button.type = 'button';
    this.button.textContent = texts.send_all;
    this.button.dataset.test = 'send-all';
    this.button.hidden = true;
    this.button.addEventListener('click', sendAll);
    this.live = this.#add('div', 'sr');
    this.live.setAttribute('role', 'log');
    this.live.setAttribute('aria-live', 'polite');
    this.live.dataset.test = 'chat-live';
    this.show(undefined, false, false);
  }

  /**
   * What is to be said about one message; stays until the trainee goes on writing (null).
   * @param {string | null} key
   * @param {Record<string, string>} values
   */
  notice(key, values = {}) {
    this.#notice = key === null ? null : fill(this.texts[key] ?? key, values);
    this.#render();
  }

  /**
   * How things stand. `state` is undefined until the server has told it.
   * @param {Record<string, any> | undefined} state
   * @param {boolean} connected
   * @param {boolean} unsent
   */
  show(state, connected, unsent) {
    const [key, tone] = situation(state, connected);
    this.#line = fill(this.texts[key], {name: this.name});
    if (tone === 'warn' && this.#tone !== 'warn') this.#notice = null;
    this.#tone = tone;
    this.dot.classList.toggle('off', !connected || state?.bot === 'retrying');
    this.dot.setAttribute('aria-label', connected ? this.texts.connected : this.texts.reconnecting);
    this.button.hidden = !this.texts.send_all || !connected || !(unsent || state?.waiting.length) || Boolean(state?.ending);
    this.#render();
  }

  /**
   * Reads a new message of the buyer to those who do not see it.
   * @param {string} text
   */
  announce(text) {
    const line = document.createElement('p');
    line.textContent = fill(this.texts.new_message, {name: this.name, text});
    this.live.append(line);
  }

  #render() {
    this.says.textContent = this.#notice ?? this.#line;
    this.says.className = `says ${this.#notice ? 'bad' : this.#tone}`;
  }

  /**
   * @param {string} tag
   * @param {string} name
   */
  #add(tag, name) {
    const part = document.createElement(tag);
    part.className = name;
    this.element.append(part);
    return part;
  }
}

/**
 * The text and tone of the line.
 * @param {Record<string, any> | undefined} state
 * @param {boolean} connected
 * @returns {[string, string]}
 */
function situation(state, connected) {
  if (!connected) return state ? ['reconnecting', 'warn'] : ['connecting', ''];
  if (!state) return ['connecting', ''];
  if (state.bot === 'retrying') return ['retrying', 'warn'];
  if (!state.opened) return ['calling', ''];
  if (state.ending) return [state.ending, ''];
  if (state.typing) return ['typing', 'typing'];
  return [state.waiting.length ? 'gathering' : 'connected', ''];
}

/**
 * Fills {placeholders}.
 * @param {string} text
 * @param {Record<string, string>} values
 */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
