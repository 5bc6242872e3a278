// The office clock in the page: bot/service/office.py says the same. Its wall clock is counted as if it were UTC.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const [OPENS, CLOSES] = [9, 18];
const [SUNDAY, SATURDAY] = [0, 6];

/**
 * A moment of the office's wall clock in milliseconds.
 * @param {string} iso
 */
export function parsed(iso) {
  return Date.parse(`${iso}Z`);
}

/**
 * A moment with weekday, day and time, in the language of the page.
 * @param {string | number} moment
 */
export function shown(moment) {
  const ms = typeof moment === 'number' ? moment : parsed(moment);
  const day = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return day.format(ms);
}

/**
 * What the clock shows when from `now` so much office time has passed, without nights and weekends.
 * @param {number} now in office hours
 * @param {number} passed
 */
export function later(now, passed) {
  const closes = Math.floor(now / DAY_MS) * DAY_MS + CLOSES * HOUR_MS;
  if (now + passed < closes) return now + passed;
  return later(nextOpening(closes), passed - (closes - now));
}

/** @param {number} closes */
function nextOpening(closes) {
  let opens = closes + (24 - CLOSES + OPENS) * HOUR_MS;
  while ([SUNDAY, SATURDAY].includes(new Date(opens).getUTCDay())) opens += DAY_MS;
  return opens;
}
