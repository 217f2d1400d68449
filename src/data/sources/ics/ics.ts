import {decodeText} from '../../client/decode-text.js';
import {defaultEnvironment} from '../../client/environment.js';
import type {PortalSource} from '../../source.js';
import {bytesReader} from '../shared/files/bytes-reader.js';
import {ForeignFile} from '../shared/files/foreign-file.js';
import type {SourceOptions} from '../shared/source-options.js';
import {parseCalendar} from './calendar.js';
import {CALENDAR_DEFAULTS, calendarRows} from './rows.js';

/** Opens a calendar file or subscription (iCalendar). */
export const open = (options: SourceOptions): PortalSource =>
  new ForeignFile(options, {
    reader: bytesReader('ics'),
    parse(body, url) {
      const calendar = parseCalendar(decodeText(body as Uint8Array), url);
      const now = (options.now ?? defaultEnvironment.now)();
      const {rows, errors} = calendarRows(calendar, 'events', now);
      return {
        rows: collection => {
          if (collection === 'programmes') return [];
          return collection === 'events' ? rows : calendarRows(calendar, collection, now).rows;
        },
        defaults: CALENDAR_DEFAULTS,
        errors: [...calendar.errors, ...errors],
      };
    },
  });
