/** Link to the next page. */
export interface PageLink {
  readonly url: string;
  /** Position of the first row of the page among all rows of the query. */
  readonly position: number;
  /** Number of rows on the previous page, as an estimate for this one. */
  readonly pageLength: number;
}

/**
 * Returns the link with the nearest position at or before `start`. Undefined if fewer requests are needed from the first
 * page on.
 */
export function nearestLink(
  links: ReadonlyMap<number, PageLink>,
  start: number,
  maxRows: number,
  maxPageSize: number,
): PageLink | undefined {
  let nearest: PageLink | undefined;
  for (const link of links.values())
    if (link.position <= start && link.position > (nearest?.position ?? 0)) nearest = link;
  if (!nearest) return undefined;
  const end = start + maxRows;
  const pages = Math.ceil((end - nearest.position) / nearest.pageLength);
  return pages <= Math.ceil(end / Math.min(end, maxPageSize)) ? nearest : undefined;
}
