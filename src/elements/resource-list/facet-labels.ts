import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {FacetName, Facets, FacetValue} from '../../model/query.js';
import {familyName} from '../parts/records/family-label.js';
import {kindName} from './row.js';

/**
 * Labels of all facet values received so far. Values keep their position, so that nothing moves under the pointer, and
 * their label, which is still needed when no record matches any more.
 */
export class FacetLabels {
  readonly #facets = new Map<FacetName, Map<string, FacetValue['label']>>();
  #added: Facets | undefined;

  add(facets: Facets): void {
    if (facets === this.#added) return;
    this.#added = facets;
    for (const [name, values] of Object.entries(facets) as [FacetName, FacetValue[]][]) {
      const known = this.#facets.get(name) ?? new Map<string, FacetValue['label']>();
      for (const {value, label} of values) known.set(value, label);
      this.#facets.set(name, known);
    }
  }

  /** Returns the values of a facet in order of first appearance. */
  values(facet: FacetName): readonly string[] {
    return [...(this.#facets.get(facet)?.keys() ?? [])];
  }

  clear(): void {
    this.#facets.clear();
    this.#added = undefined;
  }

  labelOf(facet: FacetName, value: string, i18n: LocalizeController<'resourceList'>): string {
    const label = this.#facets.get(facet)?.get(value);
    if (label !== undefined) return i18n.text(label).value || value;
    if (facet === 'family') return familyName(i18n.messages, value);
    return facet === 'section' || facet === 'type' ? kindName(i18n, value) : value;
  }
}

/** Returns the label of a facet. */
export function facetTitle(
  {messages}: LocalizeController<'resourceList'>,
  facet: FacetName,
): string {
  return messages[`facet${(facet[0] ?? '').toUpperCase()}${facet.slice(1)}` as 'facetFamily'];
}
