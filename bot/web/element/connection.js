/**
 * A WebSocket that comes back: after 0.5 s, then twice as long each time up to 15 s, with some chance in it,
 * so that a class does not return all at once.
 */

const FIRST_MS = 500;
const LONGEST_MS = 15_000;
const REFUSED = 4000;

/**
 * @typedef {object} Handlers
 * @property {() => void} onOpen
 * @property {() => void} onLost
 * @property {(news: Record<string, any>) => void} onNews
 */

export class Connection {
  /** @type {WebSocket | undefined} */
  #socket;
  #failures = 0;
  #closed = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {string} path
   * @param {Handlers} handlers
   */
  constructor(path, handlers) {
    this.url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`;
    this.handlers = handlers;
  }

  get open() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  connect() {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#failures = 0;
      this.handlers.onOpen();
    });
    socket.addEventListener('message', (event) => this.handlers.onNews(JSON.parse(event.data)));
    socket.addEventListener('close', (event) => {
      if (this.#socket !== socket || this.#closed) return;
      this.handlers.onLost();
      if (event.code < REFUSED) this.#again();
    });
  }

  /**
   * Sends if there is a connection; what must not be lost is in the outbox and sent after `onOpen`.
   * @param {Record<string, unknown>} message
   */
  send(message) {
    if (this.open) this.#socket?.send(JSON.stringify(message));
  }

  /** The network came back: no need to wait any longer. */
  hurry() {
    if (!this.#closed && this.#timer !== undefined && !this.open) this.connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #again() {
    const wait = Math.min(FIRST_MS * 2 ** this.#failures, LONGEST_MS);
    this.#failures += 1;
    this.#timer = window.setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
  }
}
