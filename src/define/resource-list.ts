import {SpassResourceList} from '../elements/resource-list/resource-list.js';

if (!customElements.get('spass-resource-list'))
  customElements.define('spass-resource-list', SpassResourceList);

declare global {
  interface HTMLElementTagNameMap {
    'spass-resource-list': SpassResourceList;
  }
}
