// The parts of a page that the server renders anew, and what is shown where it cannot be reached.
import htmx from 'htmx.org';

const answer = () => document.getElementById('coach-answer');

document.addEventListener('silkdesk-coach', (event) => {
  const target = answer();
  if (target) htmx.ajax('get', `${target.dataset.source}${/** @type {CustomEvent} */ (event).detail}`, {target, swap: 'innerHTML'});
});

for (const failure of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.addEventListener(failure, () => {
    const target = answer();
    if (!target) return;
    const line = document.createElement('p');
    line.className = 'notice';
    line.textContent = target.dataset.down ?? '';
    target.replaceChildren(line);
  });
}
