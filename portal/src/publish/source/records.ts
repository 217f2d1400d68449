import type {CollectionName, Collections} from '../../../../src/model/records.js';
import {decodeUrlPart} from '../../../../src/model/url-parts.js';

/** Collections that have pages, in the order of the navigation. */
export const PAGE_COLLECTIONS = [
  'portals',
  'projects',
  'resources',
  'events',
  'organisations',
  'programmes',
  'stories',
] as const satisfies readonly CollectionName[];
export type PageCollection = (typeof PAGE_COLLECTIONS)[number];
export type PageRecord = Collections[PageCollection];

/** Validated records, by collection. */
export type PortalRecords = {readonly [K in PageCollection]: readonly Collections[K][]};

/** Base of relative addresses while a folder is read: it shows which addresses name files of the folder. */
export const FOLDER_ORIGIN = 'https://folder.invalid/';

/** Returns the path of a file in the folder, if an address names one. */
export const folderPath = (address: string | undefined): string | undefined =>
  address?.startsWith(FOLDER_ORIGIN)
    ? decodeUrlPart(address.slice(FOLDER_ORIGIN.length).replace(/[?#].*$/, ''))
    : undefined;
