import {DEFAULT_FACETS, FACETS, type ShownFacet, splitList} from '../../model/query.js';
import type {CheckedConverter} from './attribute-converters.js';

const isFacet = (name: string): name is ShownFacet =>
  (FACETS as readonly string[]).includes(name) || name === 'date';

/** Facet names in display order. An empty list shows none. */
export const facetNames: CheckedConverter<readonly ShownFacet[]> = {
  accepts: value => splitList(value).every(isFacet),
  fromAttribute: value =>
    value !== null && facetNames.accepts(value) ? splitList(value).filter(isFacet) : DEFAULT_FACETS,
};

/** Names in display order, separated by commas. */
export const nameList: CheckedConverter<readonly string[]> = {
  accepts: () => true,
  fromAttribute: value => [...new Set(splitList(value ?? ''))],
};

/** Place where the details of a resource open. */
export type DetailMode = 'dialog' | 'inline';

/** An empty value means `dialog`. Missing or invalid: details do not open. */
export const detailMode: CheckedConverter<DetailMode | undefined> = {
  accepts: value => ['', 'dialog', 'inline'].includes(value),
  fromAttribute: value =>
    value !== null && detailMode.accepts(value) ? ((value || 'dialog') as DetailMode) : undefined,
};
