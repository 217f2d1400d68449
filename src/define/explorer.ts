import {SpassExplorer} from '../elements/explorer/explorer.js';
import {ExplorerView} from '../elements/explorer/explorer-view.js';
// Elements used in its template.
import './family-filter.js';
import './portal-cards.js';
import './programme-timeline.js';
import './project-map.js';
import './resource-list.js';

SpassExplorer.loadView = () => ExplorerView;
if (!customElements.get('spass-explorer')) customElements.define('spass-explorer', SpassExplorer);

declare global {
  interface HTMLElementTagNameMap {
    'spass-explorer': SpassExplorer;
  }
}
