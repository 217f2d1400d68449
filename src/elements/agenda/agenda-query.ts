import {type Filter, intersectFilters, type Query} from '../../model/query.js';
import {dateSpan} from '../../model/time/period.js';

/** Restricts a query to further limits; undefined if no record can match both. */
export function narrowQuery(query: Query | undefined, limits: Filter): Query | undefined {
  const filter = query && intersectFilters(query, limits);
  const [first, last] = [dateSpan(filter?.from)?.first, dateSpan(filter?.to)?.last];
  if (first !== undefined && last !== undefined && first > last) return undefined;
  return filter && {...query, ...filter};
}
