import {SpassDirectory} from '../elements/directory/directory.js';
import {DirectoryView} from '../elements/directory/directory-view.js';

SpassDirectory.loadView = () => DirectoryView;
if (!customElements.get('spass-directory'))
  customElements.define('spass-directory', SpassDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'spass-directory': SpassDirectory;
  }
}
