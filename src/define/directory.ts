import {SpassDirectory} from '../elements/directory/directory.js';

if (!customElements.get('spass-directory'))
  customElements.define('spass-directory', SpassDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'spass-directory': SpassDirectory;
  }
}
