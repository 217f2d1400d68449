import {SpassContribute} from '../elements/contribute/contribute.js';
import {ContributeView} from '../elements/contribute/contribute-view.js';

SpassContribute.loadView = () => ContributeView;
if (!customElements.get('spass-contribute'))
  customElements.define('spass-contribute', SpassContribute);

declare global {
  interface HTMLElementTagNameMap {
    'spass-contribute': SpassContribute;
  }
}
