import {SpassCompare} from '../elements/compare/compare.js';
import {CompareView} from '../elements/compare/compare-view.js';

SpassCompare.loadView = () => CompareView;
if (!customElements.get('spass-compare')) customElements.define('spass-compare', SpassCompare);

declare global {
  interface HTMLElementTagNameMap {
    'spass-compare': SpassCompare;
  }
}
