const TICK_MS = 1000;

/**
 * Shows how long the buyer has waited for an answer, from the chat's `silkdesk-state` events.
 * Attributes: `data-waiting`, `data-idle` (the words beside the time). Class `waiting` while somebody waits.
 */
export class SilkdeskClock extends HTMLElement {
  /** @type {number | null} */
  #since = null;
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    document.addEventListener('silkdesk-state', this.#onState);
    this.#timer = window.setInterval(() => this.#show(), TICK_MS);
    this.#show();
  }

  disconnectedCallback() {
    document.removeEventListener('silkdesk-state', this.#onState);
    clearInterval(this.#timer);
  }

  /** @param {Event} event */
  #onState = (event) => {
    const seconds = /** @type {CustomEvent} */ (event).detail.unanswered;
    this.#since = seconds === null ? null : Date.now() - seconds * 1000;
    this.#show();
  };

  #show() {
    const [label, time] = [this.querySelector('span'), this.querySelector('b')];
    if (!label || !time) return;
    const waiting = this.#since !== null;
    const seconds = this.#since === null ? 0 : Math.max(0, Math.floor((Date.now() - this.#since) / 1000));
    this.classList.toggle('waiting', waiting);
    label.textContent = (waiting ? this.dataset.waiting : this.dataset.idle) ?? '';
    time.textContent = waiting ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '–';
  }
}
