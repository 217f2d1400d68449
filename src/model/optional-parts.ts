/** Parts around the records of a widget that a page can leave out with `hide`. */
export const OPTIONAL_PARTS = [
  'search',
  'sort',
  'export',
  'commune',
  'facets',
  'count',
  'foot-details',
] as const;
export type OptionalPart = (typeof OPTIONAL_PARTS)[number];
