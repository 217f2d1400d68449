import {type FacetName, FACETS} from '../model/query.js';
import {type CheckedConverter, splitList} from './attributes.js';

/** Facets shown by default, in display order. */
const USUAL: readonly FacetName[] = ['family', 'section', 'type', 'theme', 'commune', 'year'];

const isFacet = (name: string): name is FacetName => (FACETS as readonly string[]).includes(name);

/** Facet names in display order. An empty list shows none. */
export const facetNames: CheckedConverter<readonly FacetName[]> = {
  accepts: value => splitList(value).every(isFacet),
  fromAttribute: value =>
    value !== null && facetNames.accepts(value) ? splitList(value).filter(isFacet) : USUAL,
};

/** Place where the details of a resource open. */
export type DetailWay = 'dialog' | 'inline';

/** An empty value means `dialog`. Missing or invalid: details do not open. */
export const detailWay: CheckedConverter<DetailWay | undefined> = {
  accepts: value => ['', 'dialog', 'inline'].includes(value),
  fromAttribute: value =>
    value !== null && detailWay.accepts(value) ? ((value || 'dialog') as DetailWay) : undefined,
};
