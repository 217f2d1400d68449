import {SpassFamilyFilter} from '../elements/family-filter/family-filter.js';
import {FamilyFilterView} from '../elements/family-filter/family-filter-view.js';

SpassFamilyFilter.loadView = () => FamilyFilterView;
if (!customElements.get('spass-family-filter'))
  customElements.define('spass-family-filter', SpassFamilyFilter);

declare global {
  interface HTMLElementTagNameMap {
    'spass-family-filter': SpassFamilyFilter;
  }
}
