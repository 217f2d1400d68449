import type {DownloadController, DownloadFile} from '../../../controllers/download-controller.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import type {PortalEvent} from '../../../model/records.js';
import type * as IcsFile from './ics-file.js';

/** Creates an iCalendar file in the user's language. The code for it is loaded on first use. */
export const createCalendar = async (
  ...args: Parameters<typeof IcsFile.createIcsFile>
): Promise<Blob> => (await import('./ics-file.js')).createIcsFile(...args);

/** Downloads the calendar file of one event. */
export async function saveEvent(
  host: IcsFile.CalendarHost,
  i18n: LocalizeController<'events'>,
  download: Pick<DownloadController<DownloadFile>, 'save'>,
  event: PortalEvent,
): Promise<void> {
  try {
    const {createIcsFile, icsFileName} = await import('./ics-file.js');
    const name = icsFileName(i18n.text(event.title).value);
    download.save({name, file: createIcsFile(host, i18n, [event])});
    host.status.announce(i18n.messages.calendarReady(name));
  } catch {
    host.status.announce(i18n.messages.calendarFailed);
  }
}
