/**
 * What the buyer's messages mean in Chinese: a quiet button under each message that has a gloss. One switch for
 * all of them: who needs help unfolds every message, also those to come, for as long as the browser's tab lives.
 */

const KEY = 'silkdesk-gloss';

export class Glosses {
  #unfolded = remembered();
  /** @type {{button: HTMLButtonElement, says: HTMLElement}[]} */
  #all = [];

  /** @param {Record<string, string>} texts */
  constructor(texts) {
    this.texts = texts;
  }

  /**
   * Puts button and gloss at the end of a message.
   * @param {Element | undefined} message
   * @param {string} gloss
   */
  add(message, gloss) {
    const says = document.createElement('p');
    says.className = 'gloss';
    says.id = `gloss-${this.#all.length}`;
    says.lang = 'zh';
    says.textContent = gloss;
    const button = document.createElement('button');
    button.className = 'gloss-button';
    button.type = 'button';
    button.lang = 'zh';
    button.textContent = this.texts.gloss;
    button.title = this.texts.gloss_more;
    button.setAttribute('aria-controls', says.id);
    button.addEventListener('click', () => this.#toggle(button));
    message?.append(button, says);
    this.#all.push({button, says});
    this.#show();
  }

  /**
   * Folds or unfolds all, while the pressed button stays where it was on the screen.
   * @param {HTMLButtonElement} button
   */
  #toggle(button) {
    const before = button.getBoundingClientRect().top;
    this.#unfolded = !this.#unfolded;
    remember(this.#unfolded);
    this.#show();
    const list = button.closest('#messages, .thread');
    if (list) list.scrollTop += button.getBoundingClientRect().top - before;
  }

  #show() {
    for (const {button, says} of this.#all) {
      button.setAttribute('aria-expanded', String(this.#unfolded));
      says.hidden = !this.#unfolded;
    }
  }
}

function remembered() {
  try {
    return sessionStorage.getItem(KEY) === 'unfolded';
  } catch (reason) {
    console.warn('silkdesk-chat: what this browser remembers cannot be read', reason);
    return false;
  }
}

/** @param {boolean} unfolded */
function remember(unfolded) {
  try {
    sessionStorage.setItem(KEY, unfolded ? 'unfolded' : 'folded');
  } catch (reason) {
    console.warn('silkdesk-chat: this browser remembers nothing', reason);
  }
}
