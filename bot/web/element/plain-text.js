// deep-chat shows messages as Markdown and sets what comes out as HTML. Here a message is what was typed.

/** @param {string} text */
export function escaped(text) {
  const holder = document.createElement('span');
  holder.textContent = text;
  return holder.innerHTML;
}

/** Makes every renderer that deep-chat creates from now on show plain text. */
export function showPlainText() {
  /** @param {{render: (text: string) => string}} renderer */
  const plugin = (renderer) => {
    renderer.render = escaped;
  };
  Object.assign(globalThis, {remarkable_plugins: [{plugin}]});
}
