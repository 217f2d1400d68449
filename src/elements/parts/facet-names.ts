import {type FacetName, isOwnField, type OwnField, type ShownFacet} from '../../model/query.js';
import type {WidgetHost} from '../base/widget-view.js';
import {showsPart} from './shown-parts.js';

export interface FacetHost extends WidgetHost {
  /** Facets in display order. */
  readonly facets: readonly ShownFacet[];
  /** Names of own fields, `modèle` or `extra.modèle`, shown as facets after the others. */
  readonly facetFields: readonly string[];
}

/** Returns all facets of a list in display order. */
export function facetsOf(host: FacetHost): readonly ShownFacet[] {
  if (!showsPart(host, 'facets')) return [];
  const ownFields = host.facetFields.map((name): OwnField =>
    isOwnField(name) ? name : `extra.${name}`,
  );
  return [...host.facets, ...ownFields].filter(
    name => name !== 'commune' || showsPart(host, 'commune'),
  );
}

/** Facets whose values are identifiers, with the title of a record as their label. */
const TITLED = ['portal', 'project', 'programme', 'commune'] as const;

/** Returns the facets of a list whose values are counted: those shown, and those that label a selected identifier. */
export function countedFacetsOf(host: FacetHost): readonly FacetName[] {
  const {filter} = host.selection;
  const shown: readonly FacetName[] = facetsOf(host).filter(name => name !== 'date');
  return [...shown, ...TITLED.filter(name => filter[name]?.length && !shown.includes(name))];
}
