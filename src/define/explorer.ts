import {SpassExplorer} from '../elements/explorer/explorer.js';
// Elements used in its template.
import './family-filter.js';
import './portal-cards.js';
import './programme-timeline.js';
import './project-map.js';
import './resource-list.js';

if (!customElements.get('spass-explorer')) customElements.define('spass-explorer', SpassExplorer);

declare global {
  interface HTMLElementTagNameMap {
    'spass-explorer': SpassExplorer;
  }
}
