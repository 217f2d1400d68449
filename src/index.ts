export * from './element-classes.js';

export {ContributionSubmitEvent} from './events/contribution-submit-event.js';
export {ConsentRequestEvent} from './events/consent-request-event.js';
export {LoadErrorEvent} from './events/load-error-event.js';
export {FilterChangeEvent} from './events/filter-change-event.js';
export {LoadEvent} from './events/load-event.js';
export {PageChangeEvent} from './events/page-change-event.js';
export {RecordSelectEvent} from './events/record-select-event.js';
export type {WidgetEventMap} from './events/event-map.js';

export type {Filter, Query, Sort} from './model/query.js';
export type * from './model/records.js';
export type {Text} from './model/text.js';
