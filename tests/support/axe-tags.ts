/** Axe tags for RGAA 4, EN 301 549 and WCAG 2.2 AA. */
export const AXE_TAGS = [
  'RGAAv4',
  'EN-301-549v4',
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
];
