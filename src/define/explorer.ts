import {SpassExplorer} from '../elements/explorer/explorer.js';
// What its template draws.
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
