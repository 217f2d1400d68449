import type {ConsentRequestEvent} from './consent-request-event.js';
import type {ContributionSubmitEvent} from './contribution-submit-event.js';
import type {FilterChangeEvent} from './filter-change-event.js';
import type {LoadErrorEvent} from './load-error-event.js';
import type {LoadEvent} from './load-event.js';
import type {PageChangeEvent} from './page-change-event.js';
import type {RecordSelectEvent} from './record-select-event.js';

/** Events of the widgets by name. */
export interface WidgetEventMap {
  'spass-consent-request': ConsentRequestEvent;
  'spass-contribution-submit': ContributionSubmitEvent;
  'spass-error': LoadErrorEvent;
  'spass-filter-change': FilterChangeEvent;
  'spass-load': LoadEvent;
  'spass-page-change': PageChangeEvent;
  'spass-record-select': RecordSelectEvent;
}

declare global {
  // Base of the event maps of elements, of `document` and of `window`.
  interface GlobalEventHandlersEventMap extends WidgetEventMap {}
}
