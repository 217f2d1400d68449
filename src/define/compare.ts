import {SpassCompare} from '../elements/compare/compare.js';

if (!customElements.get('spass-compare')) customElements.define('spass-compare', SpassCompare);

declare global {
  interface HTMLElementTagNameMap {
    'spass-compare': SpassCompare;
  }
}
