import {SpassProjectProgress} from '../elements/project-progress/project-progress.js';

if (!customElements.get('spass-project-progress'))
  customElements.define('spass-project-progress', SpassProjectProgress);

declare global {
  interface HTMLElementTagNameMap {
    'spass-project-progress': SpassProjectProgress;
  }
}
