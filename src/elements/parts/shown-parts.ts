import type {WidgetHost} from '../base/widget-view.js';

/** Parts around the records of a widget that a page can leave out. */
export type OptionalPart = 'search' | 'sort' | 'export' | 'commune' | 'facets' | 'count';

/** Returns true if a part around the records is shown. A single record has none of them. */
export const showsPart = ({record}: Pick<WidgetHost, 'record'>, _part: OptionalPart): boolean =>
  !record;
