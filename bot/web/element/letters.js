// Registers the letters, which a page loads instead of the chat.
import {SilkdeskLetters} from './silkdesk-letters.js';

customElements.define('silkdesk-letters', SilkdeskLetters);
