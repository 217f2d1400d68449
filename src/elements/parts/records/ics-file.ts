import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {sourceNameOf} from '../../../data/source.js';
import {fold} from '../../../model/fold.js';
import {formatCalendar} from '../../../model/time/ics.js';
import type {PortalEvent} from '../../../model/records.js';
import type {WidgetHost} from '../../base/widget-view.js';

/** Host of a calendar download. */
export type CalendarHost = Pick<WidgetHost, 'records' | 'status'> & {
  readonly now?: Date | undefined;
};

/**
 * Returns the host and path of the source, used to make UIDs globally unique. Without the protocol and the query, which
 * may change.
 */
function uidBase(source: string): string {
  const {host, pathname} = new URL(source, document.baseURI);
  return `${host}${pathname}`.replace(/\/+$/, '');
}

/** Creates an iCalendar file in the user's language. */
export function createIcsFile(
  {records, now = new Date()}: CalendarHost,
  i18n: LocalizeController,
  events: readonly PortalEvent[],
  name?: string,
): Blob {
  const uidSuffix = uidBase(records.sourceName);
  const entries = events.map(event => {
    const {id, title, description} = event;
    const origin = sourceNameOf(event);
    return {
      ...event,
      uid: `${String(id)}@${origin === undefined ? uidSuffix : `${origin}.${uidSuffix}`}`,
      title: i18n.text(title).value || i18n.messages.untitled(String(id)),
      description: i18n.text(description).value,
    };
  });
  return new Blob([formatCalendar(entries, {timestamp: now, name})], {
    type: 'text/calendar;charset=utf-8',
  });
}

/** Returns the file name for one event: its title in ASCII. */
export function icsFileName(title: string): string {
  const slug = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${slug || 'agenda'}.ics`;
}
