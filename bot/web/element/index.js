// Registers the chat. The class stands apart, so that another page may choose its own name for it.
import 'deep-chat';
import {SilkdeskChat} from './silkdesk-chat.js';

customElements.define('silkdesk-chat', SilkdeskChat);
