// How deep-chat looks here. Colours are the page's own variables, which reach through its shadow root.

const FONT = 'var(--font), system-ui, sans-serif';

export function look() {
  const bubble = {
    maxWidth: 'min(34rem, 82%)',
    padding: '0.65rem 0.95rem',
    marginTop: '0.5rem',
    lineHeight: '1.55',
    fontSize: '1rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    textAlign: 'start',
  };
  return {
    messageStyles: {
      default: {
        shared: {bubble},
        ai: {bubble: {backgroundColor: 'var(--bubble-buyer)', color: 'var(--ink)', borderRadius: '4px 16px 16px 16px'}},
        user: {bubble: {backgroundColor: 'var(--bubble-agent)', color: 'var(--bubble-agent-ink)', borderRadius: '16px 4px 16px 16px'}},
      },
    },
    inputAreaStyle: {backgroundColor: 'var(--surface)', borderTop: '1px solid var(--line)', padding: '0.25rem 0'},
    textInput: {
      styles: {
        container: {
          backgroundColor: 'var(--paper)',
          border: '1px solid var(--line)',
          borderRadius: '12px',
          boxShadow: 'none',
          maxHeight: '9rem',
          margin: '0.6rem 0.75rem',
          width: 'calc(100% - 1.5rem)',
        },
        text: {color: 'var(--ink)', padding: '0.65rem 3rem 0.65rem 0.9rem', fontSize: '1rem', lineHeight: '1.5'},
        focus: {border: '1px solid var(--accent)', boxShadow: '0 0 0 2px var(--accent)'},
      },
    },
    submitButtonStyles: {
      submit: {
        container: {default: {borderRadius: '9px', padding: '4px', bottom: '1rem', marginInline: '0.6rem'}, hover: {backgroundColor: 'var(--accent-soft)'}},
      },
      alwaysEnabled: true,
    },
  };
}

/**
 * @param {HTMLElement} chat
 */
export function dress(chat) {
  // A font of its own keeps deep-chat from linking one of a foreign host; set so, as the policy allows no style attribute.
  Object.assign(chat.style, {
    fontFamily: FONT,
    width: '100%',
    height: '100%',
    border: '0',
    borderRadius: '0',
    backgroundColor: 'transparent',
  });
}

/** Rules inside deep-chat's shadow root. */
export const INNER_STYLE = `
  #messages { padding: 0.25rem 0.5rem 0.75rem; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
  .input-button-svg svg, #submit-icon { filter: none !important; fill: var(--accent) !important; }
  #text-input:empty::before { color: var(--ink-soft) !important; }
  .gloss-button, .gloss { margin: 0.2rem 0 0 calc(1.25% + 12px); } /* where deep-chat's bubbles begin */
  .gloss-button {
    display: block; padding: 0.15rem 0.6rem; border: 0; border-radius: 8px; background: none;
    color: var(--ink-soft); font: inherit; font-size: 0.84rem; line-height: 1.6; cursor: pointer;
  }
  .gloss-button:hover, .gloss-button[aria-expanded="true"] { background: var(--sunk); color: var(--ink); }
  .gloss {
    box-sizing: border-box; max-width: min(34rem, 82%); padding: 0 0.6rem; border-left: 3px solid var(--line);
    color: var(--ink-soft); font-size: 0.94rem; line-height: 1.65; text-align: start; white-space: pre-wrap; overflow-wrap: anywhere;
  }
  .gloss[hidden] { display: none; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  #text-input:focus-visible { outline: none; }
`;
