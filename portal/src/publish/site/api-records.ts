import type {Attachment, Picture} from '../../../../src/model/records.js';
import type {JsonObject} from '../../../../src/model/schemas/schema-builder.js';
import type {Language} from '../messages/messages.js';
import {mainFile} from '../pictures/pictures.js';
import {
  FOLDER_ORIGIN,
  PAGE_COLLECTIONS,
  type PageCollection,
  type PageRecord,
} from '../source/records.js';
import {entryOf} from './record-parts.js';
import type {SiteModel} from './site-model.js';

/**
 * Returns a record as the widgets read it: its address leads to its page; pictures and documents are the site's copies.
 * Relative addresses start at `root`, so that the site works under any address.
 */
export function apiRecord(
  site: SiteModel,
  language: Language,
  root: string,
  collection: PageCollection,
  record: PageRecord,
): JsonObject {
  const page = `${root}${site.addresses.record(language, collection, record.id)}`;
  return {
    ...(convert(site, root, record) as JsonObject),
    url: site.isArchive ? `${page}index.html` : page,
    ...originalAddress(entryOf(collection, record).record),
  };
}

/** Keeps the address that the folder gives as the website of a place or an organisation. */
function originalAddress(record: PageRecord): JsonObject {
  const {url, website} = record as {readonly url?: string; readonly website?: string};
  return url !== undefined && website === undefined && !url.startsWith(FOLDER_ORIGIN)
    ? {website: url}
    : {};
}

/** Returns a value whose pictures and documents are replaced by the site's copies. */
function convert(site: SiteModel, root: string, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(one => convert(site, root, one)).filter(one => one !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const {src, url} = value as Partial<Picture & Attachment>;
  if (typeof src === 'string') return pictureRecord(site, root, value as Picture);
  if (typeof url === 'string' && url.startsWith(FOLDER_ORIGIN)) {
    const file = site.media.document(value as Attachment);
    const {url: _url, ...rest} = value as Attachment & JsonObject;
    if (!file) return Object.keys(rest).length > 1 ? convert(site, root, rest) : undefined;
    const type = file.path.split('.').at(-1) ?? '';
    return {
      ...rest,
      url: `${root}${file.path}`,
      type,
      ...(file.size === undefined ? {} : {size: file.size}),
    };
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const converted = convert(site, root, one);
      return converted === undefined ? [] : [[key, converted]];
    }),
  );
}

function pictureRecord(site: SiteModel, root: string, picture: Picture): JsonObject | undefined {
  const published = site.media.picture(picture);
  if (!published) return undefined;
  const {files} = published;
  const main = mainFile(published);
  const {src: _src, width: _width, height: _height, sources: _sources, ...described} = picture;
  return {
    src: `${root}${main.path}`,
    width: main.width,
    height: main.height,
    ...(files.length > 1 && {
      sources: files.map(({path, width}) => ({src: `${root}${path}`, width})),
    }),
    ...(published.focus && {focus: published.focus}),
    ...described,
  };
}

/** Returns what a document says of the portal itself. */
export function portalFields({config}: SiteModel): JsonObject {
  const {title, licence, contact, base} = config;
  return {
    version: '1',
    attribution: {
      text: title,
      ...(licence !== undefined && {licence}),
      ...(base !== undefined && {url: base}),
    },
    ...(contact !== undefined && {contact}),
  };
}

/** Returns the whole portal as one document, with addresses of pages in a language. */
export function portalDocument(site: SiteModel, language: Language, root = '../'): JsonObject {
  return {
    ...portalFields(site),
    ...Object.fromEntries(
      PAGE_COLLECTIONS.filter(name => site.records[name].length > 0).map(name => [
        name,
        site.records[name].map((record: PageRecord) =>
          apiRecord(site, language, root, name, record),
        ),
      ]),
    ),
  };
}
