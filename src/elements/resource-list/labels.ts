import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatPeriod} from '../../controllers/format-period.js';
import type {FacetName, Facets, FacetValue, Filter} from '../../model/query.js';
import {familyName} from '../parts/family-label.js';

const KNOWN_KINDS = [
  'observatoire',
  'mediatheque',
  'actualite',
  'missions',
  'action',
  'apropos',
  'marqueur',
  'demarche',
  'document',
  'site',
  'mission',
] as const;

const isKnownKind = (value: string): value is (typeof KNOWN_KINDS)[number] =>
  (KNOWN_KINDS as readonly string[]).includes(value);

/** Returns the label of a section or type. Unknown ones are returned unchanged. */
export function kindName({messages}: LocalizeController<'resourceList'>, kind: string): string {
  // As a type, `projet` is an ordinary label, not the name of the family.
  if (kind === 'projet') return messages.facetProject;
  return isKnownKind(kind) ? messages[kind] : kind;
}

/** Returns the label of a facet. */
export function facetTitle(
  {messages}: LocalizeController<'resourceList'>,
  facet: FacetName,
): string {
  return messages[`facet${(facet[0] ?? '').toUpperCase()}${facet.slice(1)}` as 'facetFamily'];
}

type LabelsByValue = Map<string, FacetValue['label']>;

/**
 * Labels of all facet values received so far. Values keep their position, so that nothing moves under the pointer, and
 * their label, which is still needed when no record matches any more.
 */
export class FacetLabels {
  readonly #facets = new Map<FacetName, LabelsByValue>();

  add(facets: Facets): void {
    for (const [name, values] of Object.entries(facets) as [FacetName, FacetValue[]][]) {
      const known = this.#facets.get(name) ?? new Map();
      for (const {value, label} of values) known.set(value, label);
      this.#facets.set(name, known as LabelsByValue);
    }
  }

  /** Returns the values of a facet in order of first appearance. */
  values(facet: FacetName): readonly string[] {
    return [...(this.#facets.get(facet)?.keys() ?? [])];
  }

  labelOf(facet: FacetName, value: string, i18n: LocalizeController<'resourceList'>): string {
    const label = this.#facets.get(facet)?.get(value);
    if (label !== undefined) return i18n.text(label).value || value;
    if (facet === 'family') return familyName(i18n.messages, value);
    return facet === 'section' || facet === 'type' ? kindName(i18n, value) : value;
  }
}

/** Formats the selected dates: `2016`, `2003–2007`. Empty if none. */
export const formatDateFilter = (
  {from, to}: Filter,
  i18n: LocalizeController<'resourceList'>,
): string => formatPeriod(i18n, {start: from, end: to});
