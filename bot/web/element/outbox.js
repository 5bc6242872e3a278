/**
 * Messages that the server has not yet confirmed, kept in the browser: a reload or a crash loses none.
 *
 * @typedef {{id: string, text: string, subject?: string}} Message
 */

export class Outbox {
  /** @param {string} attempt */
  constructor(attempt) {
    this.key = `silkdesk-outbox-${attempt}`;
    this.messages = this.#read();
  }

  /**
   * Keeps a text under a new id.
   * @param {string} text
   * @param {string} [subject] of a letter
   * @returns {Message}
   */
  add(text, subject) {
    const message = subject === undefined ? {id: uuid(), text} : {id: uuid(), text, subject};
    this.messages.push(message);
    this.#write();
    return message;
  }

  /** @param {string} id */
  remove(id) {
    this.messages = this.messages.filter((message) => message.id !== id);
    this.#write();
  }

  /** @returns {Message[]} */
  #read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((m) => typeof m?.id === 'string' && typeof m?.text === 'string') : [];
    } catch (reason) {
      console.warn('silkdesk-chat: the messages kept in this browser cannot be read', reason);
      return [];
    }
  }

  #write() {
    try {
      if (this.messages.length) localStorage.setItem(this.key, JSON.stringify(this.messages));
      else localStorage.removeItem(this.key);
    } catch (reason) {
      console.warn('silkdesk-chat: this browser keeps no messages', reason);
    }
  }
}

/** A random id (version 4). `crypto.randomUUID` is missing on pages served over plain HTTP in a school's network. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
