import {closestMatch} from '../../model/collection/closest-match.js';
import {SOURCE_KINDS, type SourceName} from './registry.js';

/** Source kinds by other names of their formats. */
const OTHER_NAMES: Readonly<Record<string, SourceName>> = {
  ical: 'ics',
  icalendar: 'ics',
};

/** Returns the source kind that an unknown name means; undefined if it is far from all. */
export const suggestKind = (name: string): string | undefined =>
  OTHER_NAMES[name.toLowerCase()] ?? closestMatch(name, Object.keys(SOURCE_KINDS));
