/**
 * A new element with these properties.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
