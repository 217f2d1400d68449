import {SpassContribute} from '../elements/contribute/contribute.js';

if (!customElements.get('spass-contribute'))
  customElements.define('spass-contribute', SpassContribute);

declare global {
  interface HTMLElementTagNameMap {
    'spass-contribute': SpassContribute;
  }
}
