import ICAL from 'ical.js';
import {SchemaError} from '../../client/errors.js';
import {FormatError} from '../shared/files/file-reader.js';

/** Maximum length of a calendar, in characters. Parsing a longer one would freeze the page. */
const MAX_LENGTH = 10_000_000;
/** Maximum number of events read of a calendar. */
const MAX_EVENTS = 10_000;

/** Events of an iCalendar file (RFC 5545), unexpanded. */
export interface Calendar {
  readonly events: readonly ICAL.Component[];
  /** Time zone that the calendar names for itself (`X-WR-TIMEZONE`). */
  readonly timeZone: string | undefined;
  readonly errors: readonly string[];
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 100);

/** Date without the parameter `VALUE=DATE`, as some programs write it. */
const UNDECLARED_DAY =
  /^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)((?:;(?!VALUE=)[^:;\r\n]*)*):(\d{8}[ \t]*\r?)$/gim;

/** Line breaks before a line that is neither a property nor a continuation: those of a text, not escaped. */
const UNFOLDED_LINE = /(?:\r?\n)+(?=[^\r\n])(?![\w-]+[;:]|[ \t])/g;

/** Returns the texts of the time zones and events. */
function blocksIn(text: string): readonly string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, edge, name] = /^(BEGIN|END):(VTIMEZONE|VEVENT)\s*$/i.exec(line) ?? [];
    if (edge?.toUpperCase() === 'BEGIN') block = [];
    block.push(line);
    if (
      edge?.toUpperCase() === 'END' &&
      block[0]?.toUpperCase().includes(name?.toUpperCase() ?? '')
    )
      blocks.push(block.join('\r\n'));
  }
  return blocks;
}

/** Parses each event separately, so that a malformed one does not hide the others. */
function parseEventsApart(text: string, errors: string[]): readonly ICAL.Component[] {
  const parse = (block: string): ICAL.Component[] => {
    try {
      return [new ICAL.Component(ICAL.parse(block) as unknown[])];
    } catch (error) {
      errors.push(`an event is malformed, and left out: ${reasonOf(error)}`);
      return [];
    }
  };
  const calendar = new ICAL.Component('vcalendar');
  const components = blocksIn(text).slice(0, MAX_EVENTS).flatMap(parse);
  for (const component of components) calendar.addSubcomponent(component);
  return [calendar];
}

function parseCalendars(text: string, errors: string[]): readonly ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    // Several calendars in one file are a list of them.
    const all = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
    return all.map(calendar => new ICAL.Component(calendar));
  } catch {
    return parseEventsApart(text.replace(UNFOLDED_LINE, '\\n'), errors);
  }
}

/**
 * Parses an iCalendar file.
 *
 * @throws {SchemaError} if the text is none, or too long.
 */
export function parseCalendar(text: string, url: string): Calendar {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new FormatError(url, 'expected iCalendar', text);
  if (text.length > MAX_LENGTH)
    throw new SchemaError(url, `${text.length} characters are too many for a calendar`);
  const errors: string[] = [];
  const calendars = parseCalendars(text.replace(UNDECLARED_DAY, '$1$2;VALUE=DATE:$3'), errors);
  const events = calendars.flatMap(calendar => calendar.getAllSubcomponents('vevent'));
  if (events.length > MAX_EVENTS)
    errors.push(`only the first ${MAX_EVENTS} of ${events.length} events are read`);
  const zone: unknown = calendars[0]?.getFirstPropertyValue('x-wr-timezone');
  return {
    events: events.slice(0, MAX_EVENTS),
    timeZone: typeof zone === 'string' ? zone : undefined,
    errors,
  };
}
