import {SpassProjectProgress} from '../elements/project-progress/project-progress.js';
import {ProjectProgressView} from '../elements/project-progress/project-progress-view.js';

SpassProjectProgress.loadView = () => ProjectProgressView;
if (!customElements.get('spass-project-progress'))
  customElements.define('spass-project-progress', SpassProjectProgress);

declare global {
  interface HTMLElementTagNameMap {
    'spass-project-progress': SpassProjectProgress;
  }
}
