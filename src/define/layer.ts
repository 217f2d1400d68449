import {SpassLayer} from '../elements/layer/layer.js';
import {LayerView} from '../elements/layer/layer-view.js';

SpassLayer.loadView = () => LayerView;
if (!customElements.get('spass-layer')) customElements.define('spass-layer', SpassLayer);

declare global {
  interface HTMLElementTagNameMap {
    'spass-layer': SpassLayer;
  }
}
