export * from './element-classes.js';

export {
  ContributionSubmitEvent,
  ConsentRequestEvent,
  LoadErrorEvent,
  FilterChangeEvent,
  LoadEvent,
  PageChangeEvent,
  RecordSelectEvent,
  type WidgetEventMap,
} from './events/events.js';

export type {Filter, Query, Sort} from './model/query.js';
export type * from './model/records.js';
export type {Text} from './model/text.js';
