// White space, controls, halves of pairs, and what Unicode shows as nothing; bot/service/intake.py says the same.
const NOTHING_TO_SEE = /^[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]*$/u;

/**
 * Whether a message shows nothing to a reader, and so is none.
 * @param {string} text
 */
export function isEmpty(text) {
  return NOTHING_TO_SEE.test(text);
}
