import type {Geo} from '../../../../src/model/geo/geo.js';
import type {
  Collections,
  Picture,
  PortalEvent,
  Programme,
  Project,
  Resource,
} from '../../../../src/model/records.js';
import {type Text, placeNames} from '../../../../src/model/text.js';
import type {Period} from '../../../../src/model/time/period.js';
import type {PageCollection, PageRecord} from '../source/records.js';
import {formatEvent, formatPeriod, formatDate, sortDate} from './dates.js';
import type {SitePage} from './site-model.js';

/** Record with its collection. */
export type RecordEntry = {
  readonly [K in PageCollection]: {readonly collection: K; readonly record: Collections[K]};
}[PageCollection];

export const entryOf = (collection: PageCollection, record: PageRecord): RecordEntry =>
  ({collection, record}) as RecordEntry;

/** Text that introduces a record. */
export function leadOf({collection, record}: RecordEntry): Text | undefined {
  if (collection === 'resources') return record.abstract;
  if (collection === 'stories') return record.intro;
  if (collection === 'organisations') return record.role;
  if (collection === 'programmes') return record.funding?.text;
  return record.description;
}

export function pictureOf({collection, record}: RecordEntry): Picture | undefined {
  if (collection === 'resources' || collection === 'events' || collection === 'projects')
    return record.image;
  if (collection === 'portals') return record.cover ?? record.logo;
  if (collection === 'organisations') return record.logo;
  if (collection === 'stories') return record.steps?.find(({image}) => image)?.image;
  return undefined;
}

export function placeOf({record}: RecordEntry): Geo | undefined {
  return (record as {readonly geo?: Geo | null}).geo ?? undefined;
}

const periodOf = ({record}: RecordEntry): Period | undefined => (record as Project).period;

/** Formats the dates of a record. */
export function datesOf(page: SitePage, entry: RecordEntry): string {
  const {language, messages} = page;
  if (entry.collection === 'events') return formatEvent(language, entry.record.period);
  if (entry.collection === 'resources') {
    const {event, period, published} = entry.record;
    if (event) return formatEvent(language, event);
    return (
      formatPeriod(language, messages, period) || (published ? formatDate(language, published) : '')
    );
  }
  return formatPeriod(language, messages, periodOf(entry));
}

/** Returns the name of the place of a record. */
export function placeNameOf(page: SitePage, {collection, record}: RecordEntry): string {
  if (collection === 'events') return record.place ?? '';
  if (collection === 'portals') return placeNames(record.territory?.name, page.language);
  if (collection === 'resources' || collection === 'projects')
    return placeNames(record.commune?.name, page.language);
  if (collection === 'programmes') return page.plain(record.area);
  return collection === 'organisations' ? (record.country ?? '') : '';
}

/** Returns the day from which a record is new, for lists of the latest. */
export function newsDay({collection, record}: RecordEntry): number {
  if (collection === 'resources')
    return Math.max(sortDate(record.published), sortDate(record.created), sortDate(record.updated));
  if (collection === 'portals') return sortDate(record.updated);
  return sortDate((record as PortalEvent | Programme | Project).period?.start);
}

/** Returns the type of a resource or an organisation, as the data name it. */
export const typeOf = ({record}: RecordEntry): string => (record as Resource).type ?? '';
