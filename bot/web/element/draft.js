/**
 * The letter that is being written, kept in the browser: a reload or a look elsewhere loses none of it.
 *
 * @typedef {{subject: string, text: string}} Letter
 */

export class Draft {
  /** @param {string} attempt */
  constructor(attempt) {
    this.key = `silkdesk-draft-${attempt}`;
  }

  /** @returns {Letter | undefined} */
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return typeof kept?.subject === 'string' && typeof kept?.text === 'string' ? kept : undefined;
    } catch (reason) {
      console.warn('silkdesk-letters: the letter kept in this browser cannot be read', reason);
      return undefined;
    }
  }

  /** @param {Letter} letter an empty text is forgotten */
  write(letter) {
    try {
      if (letter.text) localStorage.setItem(this.key, JSON.stringify(letter));
      else localStorage.removeItem(this.key);
    } catch (reason) {
      console.warn('silkdesk-letters: this browser keeps no letters', reason);
    }
  }
}
