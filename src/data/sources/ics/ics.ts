import {decodeText} from '../../client/decode-text.js';
import {defaultEnvironment} from '../../client/request.js';
import type {PortalSource} from '../../source.js';
import {bytesReader} from '../shared/files/bytes-reader.js';
import {type FileContent, ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {parseCalendar} from './calendar.js';
import {CALENDAR_DEFAULTS, calendarRows} from './rows.js';

/**
 * Returns the content of a calendar.
 *
 * @param now Milliseconds since 1970; recurring events are expanded around it.
 */
export function calendarContent(text: string, url: string, now: number): FileContent {
  const calendar = parseCalendar(text, url);
  const {rows, errors} = calendarRows(calendar, 'events', now);
  return {
    rows: collection => {
      if (collection === 'programmes') return [];
      return collection === 'events' ? rows : calendarRows(calendar, collection, now).rows;
    },
    defaults: CALENDAR_DEFAULTS,
    errors: [...calendar.errors, ...errors],
  };
}

/** Opens a calendar file or subscription (iCalendar). */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {
    reader: bytesReader('ics'),
    parse: (body, url) => {
      const now = options.now?.() ?? defaultEnvironment.now();
      return calendarContent(decodeText(body as Uint8Array), url, now);
    },
  });
