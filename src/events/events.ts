import type {CollectionName, Contribution, PortalRecord} from '../model/records.js';
import type {Filter} from '../model/query.js';

/** Options of the events for an act of a user, whose default action a listener may cancel. */
const CANCELABLE = {bubbles: true, composed: true, cancelable: true} as const;

/** Fired when a user changes a filter. Cancel it to keep the current filter. */
export class FilterChangeEvent extends Event {
  static readonly type = 'spass-filter-change';
  /** New filter. */
  readonly filter: Filter;

  constructor(filter: Filter) {
    super(FilterChangeEvent.type, CANCELABLE);
    this.filter = filter;
  }
}

/** Fired when a user selects a record. Cancel it to prevent the browser from following the link. */
export class RecordSelectEvent extends Event {
  static readonly type = 'spass-record-select';
  readonly record: PortalRecord;

  constructor(record: PortalRecord) {
    super(RecordSelectEvent.type, CANCELABLE);
    this.record = record;
  }
}

/** Fired when another page or more records are requested. Cancel it to stay on the page. */
export class PageChangeEvent extends Event {
  static readonly type = 'spass-page-change';
  /** Page number, from 1; with "more", the last page shown. */
  readonly page: number;

  constructor(page: number) {
    super(PageChangeEvent.type, CANCELABLE);
    this.page = page;
  }
}

/** Fired when a user requests content from a third party. Cancel it to decide elsewhere, by the `consent` attribute. */
export class ConsentRequestEvent extends Event {
  static readonly type = 'spass-consent-request';
  /** Third party that would receive the user's IP address, as shown to the user. */
  readonly provider: string;

  constructor(provider: string) {
    super(ConsentRequestEvent.type, CANCELABLE);
    this.provider = provider;
  }
}

/** Fired when a contribution is submitted. Cancel it to prevent sending; the form remains as it is. */
export class ContributionSubmitEvent extends Event {
  static readonly type = 'spass-contribution-submit';
  /** Contribution as it will be sent. */
  readonly contribution: Omit<Contribution, 'id' | 'photos' | 'state' | 'created'>;
  /** Photographs, resized and without metadata. */
  readonly photos: readonly Blob[];

  constructor(contribution: ContributionSubmitEvent['contribution'], photos: readonly Blob[]) {
    super(ContributionSubmitEvent.type, CANCELABLE);
    this.contribution = contribution;
    this.photos = photos;
  }
}

/** Numbers of records by collection. */
export type RecordCounts = Readonly<Partial<Record<CollectionName, number>>>;

/** Fired when a widget has rendered its data. Does not bubble. */
export class LoadEvent extends Event {
  static readonly type = 'spass-load';
  /** Number of matching records. */
  readonly total: number;
  /** Number of invalid records that were dropped. */
  readonly dropped: number;
  /**
   * Number of matching records by collection, added up by `<spass-explorer>`.
   *
   * @internal
   */
  readonly counts: RecordCounts;

  constructor(total: number, dropped: number, counts: RecordCounts = {}) {
    super(LoadEvent.type);
    this.total = total;
    this.dropped = dropped;
    this.counts = counts;
  }
}

/** Fired when a widget fails to load its data. Does not bubble. */
export class LoadErrorEvent extends Event {
  static readonly type = 'spass-error';
  /** `network`, `timeout`, `http`, `busy`, `schema` or `unsupported`. */
  readonly kind: string;
  /** Message for the webmaster. Never contains a response body. */
  readonly message: string;

  constructor(kind: string, message: string) {
    super(LoadErrorEvent.type);
    this.kind = kind;
    this.message = message;
  }
}

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
