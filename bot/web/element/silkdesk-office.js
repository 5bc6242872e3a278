import {later, parsed, shown} from './office.js';

const TICK_MS = 1000;
const MINUTE_MS = 60_000;

/**
 * The office clock, from the `silkdesk-state` events: weekday and time, and how long the letter may still wait.
 * Attributes: `data-texts` (JSON); `data-told`, where no conversation tells the time (JSON as in the events).
 * Without a `span` inside only the time is shown. Class `waiting` while a letter waits, `late` when its time is over.
 */
export class SilkdeskOffice extends HTMLElement {
  /** @type {{now: string, due: string | null, speed: number} | undefined} */
  #told;
  #toldAt = 0;
  /** @type {number | undefined} */
  #timer;

  connectedCallback() {
    this.texts = JSON.parse(this.dataset.texts ?? '{}');
    document.addEventListener('silkdesk-state', this.#onState);
    this.#timer = window.setInterval(() => this.#show(), TICK_MS);
    if (this.dataset.told) this.#take(JSON.parse(this.dataset.told));
  }

  disconnectedCallback() {
    document.removeEventListener('silkdesk-state', this.#onState);
    clearInterval(this.#timer);
  }

  /** @param {Event} event */
  #onState = (event) => {
    this.#take(/** @type {CustomEvent} */ (event).detail.office);
  };

  /** @param {{now: string, due: string | null, speed: number}} told */
  #take(told) {
    this.#told = told;
    this.#toldAt = Date.now();
    this.#show();
  }

  #show() {
    const [line, clock] = [this.querySelector('span'), this.querySelector('b')];
    if (!clock || !this.#told) return;
    const now = later(parsed(this.#told.now), (Date.now() - this.#toldAt) * this.#told.speed);
    const left = this.#told.due === null ? null : parsed(this.#told.due) - now;
    this.classList.toggle('waiting', left !== null);
    this.classList.toggle('late', left !== null && left <= 0);
    clock.textContent = shown(now);
    if (line) line.textContent = this.#deadline(left);
  }

  /** @param {number | null} left milliseconds of the office clock */
  #deadline(left) {
    if (left === null) return this.texts.idle;
    if (left <= 0) return this.texts.late;
    const minutes = Math.floor(left / MINUTE_MS);
    const parts = {hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60)};
    return this.texts.left.replace('{hours}', parts.hours).replace('{minutes}', parts.minutes);
  }
}
