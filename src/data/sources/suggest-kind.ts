import {closestMatch} from '../../model/collection/closest-match.js';
import {SOURCE_KINDS} from './registry.js';

/** Returns the source kind that an unknown name means, also `iCal` and `iCalendar`; undefined if it is far from all. */
export const suggestKind = (name: string): string | undefined =>
  /^ical/i.test(name) ? 'ics' : closestMatch(name, Object.keys(SOURCE_KINDS));
