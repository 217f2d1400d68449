import {SpassProjectMap} from '../elements/project-map/project-map.js';

if (!customElements.get('spass-project-map'))
  customElements.define('spass-project-map', SpassProjectMap);

declare global {
  interface HTMLElementTagNameMap {
    'spass-project-map': SpassProjectMap;
  }
}
