import {SpassLayer} from '../elements/layer/layer.js';

if (!customElements.get('spass-layer')) customElements.define('spass-layer', SpassLayer);

declare global {
  interface HTMLElementTagNameMap {
    'spass-layer': SpassLayer;
  }
}
