import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {type PortalRecord, titleOf} from '../../../model/records.js';
import type {LocalizedText} from '../../../model/text.js';

/** Returns the title of a record as text, with its language if that is not the user's. */
export function recordName(record: PortalRecord, i18n: LocalizeController): LocalizedText {
  const title = i18n.text(titleOf(record), (record as {lang?: string}).lang);
  return title.value ? title : {value: i18n.messages.untitled(String(record.id))};
}
