import {SpassResourceList} from '../elements/resource-list/resource-list.js';
import {ResourceListView} from '../elements/resource-list/resource-list-view.js';

SpassResourceList.loadView = () => ResourceListView;
if (!customElements.get('spass-resource-list'))
  customElements.define('spass-resource-list', SpassResourceList);

declare global {
  interface HTMLElementTagNameMap {
    'spass-resource-list': SpassResourceList;
  }
}
