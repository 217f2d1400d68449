import {type FacetName, FACETS} from '../model/query.js';
import {type CheckedConverter, splitList} from './attributes.js';

/** The facets that are shown when a page doesn't say, in their order. */
const USUAL: readonly FacetName[] = ['family', 'section', 'type', 'theme', 'commune', 'year'];

const isFacet = (name: string): name is FacetName => (FACETS as readonly string[]).includes(name);

/** Names of facets in the order in which they are to be shown; an empty list is none. */
export const facetNames: CheckedConverter<readonly FacetName[]> = {
  accepts: value => splitList(value).every(isFacet),
  fromAttribute: value =>
    value !== null && facetNames.accepts(value) ? splitList(value).filter(isFacet) : USUAL,
};

/** How a resource opens in place. */
export type DetailWay = 'dialog' | 'inline';

/** The attribute alone is a dialog; none, or a word that makes no sense: nothing opens in place. */
export const detailWay: CheckedConverter<DetailWay | undefined> = {
  accepts: value => ['', 'dialog', 'inline'].includes(value),
  fromAttribute: value =>
    value !== null && detailWay.accepts(value) ? ((value || 'dialog') as DetailWay) : undefined,
};
