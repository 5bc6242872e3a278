// What every page does by itself: dialogs, copying, folds on small screens, and what the chat's state shows.
import {SilkdeskClock} from './silkdesk-clock.js';
import {SilkdeskOffice} from './silkdesk-office.js';

const NARROW = 760;
const SHOWN_MS = 1500;

customElements.define('silkdesk-clock', SilkdeskClock);
customElements.define('silkdesk-office', SilkdeskOffice);

/** @param {string} id */
const dialog = (id) => /** @type {HTMLDialogElement | null} */ (document.getElementById(id));

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const opener = target?.closest('[data-opens]');
  if (opener instanceof HTMLElement) dialog(opener.dataset.opens ?? '')?.showModal();
  target?.closest('[data-closes]')?.closest('dialog')?.close();
  const copy = target?.closest('[data-copy]');
  if (copy instanceof HTMLElement) copyText(copy);
});

/** @param {HTMLElement} button */
async function copyText(button) {
  const text = button.dataset.copy ?? '';
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else copyBySelection(text);
  const label = button.textContent;
  button.textContent = button.dataset.done ?? label;
  setTimeout(() => (button.textContent = label), SHOWN_MS);
}

/**
 * The clipboard is closed to pages served over plain HTTP in a school's network.
 * @param {string} text
 */
function copyBySelection(text) {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

document.addEventListener('silkdesk-finish', () => dialog('finish')?.showModal());

document.addEventListener('silkdesk-state', (event) => {
  const chat = /** @type {HTMLElement} */ (event.target);
  const state = /** @type {CustomEvent} */ (event).detail;
  if (state.status !== 'open') location.assign(`/attempts/${chat.getAttribute('attempt')}/report`);
  const texts = JSON.parse(chat.dataset.texts ?? '{}');
  showEnding(texts[state.ending]);
  if (state.mood !== null) showMood(state.mood, texts);
});

/** @param {string | undefined} text */
function showEnding(text) {
  const ended = document.getElementById('ended');
  if (!ended) return;
  ended.hidden = !text;
  const line = ended.querySelector('b');
  if (line) line.textContent = text ?? '';
}

/**
 * @param {string} band
 * @param {Record<string, string>} texts
 */
function showMood(band, texts) {
  const shown = document.getElementById('mood');
  const word = shown?.querySelector('b');
  if (!shown || !word) return;
  shown.hidden = false;
  shown.className = `mood ${band}`;
  word.textContent = texts[`mood_${band}`];
}

if (window.innerWidth <= NARROW) {
  for (const fold of document.querySelectorAll('details[data-fold]')) fold.removeAttribute('open');
}
