import {SpassProjectMap} from '../elements/project-map/project-map.js';
import {ProjectMapView} from '../elements/project-map/project-map-view.js';

SpassProjectMap.loadView = () => ProjectMapView;
if (!customElements.get('spass-project-map'))
  customElements.define('spass-project-map', SpassProjectMap);

declare global {
  interface HTMLElementTagNameMap {
    'spass-project-map': SpassProjectMap;
  }
}
