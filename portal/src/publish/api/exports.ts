import Papa from 'papaparse';
import {withoutFormula} from '../../../../src/elements/parts/records/csv-file.js';
import {titleOf} from '../../../../src/model/records.js';
import {pickText, placeNames, type Text} from '../../../../src/model/text.js';
import type {Language} from '../messages/messages.js';
import {entryOf, leadOf, placeOf} from '../site/record-parts.js';
import type {SiteModel} from '../site/site-model.js';
import type {PageCollection, PageRecord} from '../source/records.js';

/** Returns the located records of a collection as GeoJSON (RFC 7946). */
export function geoJsonOf(
  site: SiteModel,
  language: Language,
  collection: PageCollection,
): object | undefined {
  const records: readonly PageRecord[] = site.records[collection];
  const features = records.flatMap(record => {
    const place = placeOf(entryOf(collection, record));
    if (!place) return [];
    const properties = propertiesOf(site, language, collection, record);
    return [
      {
        type: 'Feature',
        id: record.id,
        geometry: {type: 'Point', coordinates: [place.lon, place.lat]},
        properties,
      },
    ];
  });
  return features.length > 0 ? {type: 'FeatureCollection', features} : undefined;
}

/** Returns the fields of a record that exports contain, with the address of its page as seen from `api/`. */
export function propertiesOf(
  site: SiteModel,
  language: Language,
  collection: PageCollection,
  record: PageRecord,
) {
  const entry = entryOf(collection, record);
  const {type, themes, commune} = record as {
    readonly type?: string;
    readonly themes?: readonly string[];
    readonly commune?: {readonly name?: Text};
  };
  const place = placeNames(commune?.name, language);
  return {
    id: record.id,
    title: pickText(titleOf(record), language).value,
    description: pickText(leadOf(entry), language).value,
    ...(type !== undefined && {type}),
    ...(themes !== undefined && {themes}),
    ...(place !== '' && {commune: place}),
    url: `../${site.addresses.record(language, collection, record.id)}`,
  };
}

/** Returns the text of a cell that a spreadsheet does not execute (OWASP, CSV injection); numbers remain numbers. */
const safeCell = (text: string): string =>
  /^-?\d+(?:[.,]\d+)?$/.test(text) ? text : withoutFormula(text);

/** Returns a collection as CSV for spreadsheets: semicolons, and a mark that says UTF-8. */
export function csvOf(site: SiteModel, language: Language, collection: PageCollection): string {
  const records: readonly PageRecord[] = site.records[collection];
  const rows = records.map(record => {
    const place = placeOf(entryOf(collection, record));
    const {title, description, ...rest} = propertiesOf(site, language, collection, record);
    const {period} = record as {
      readonly period?: {readonly start?: string; readonly end?: string | null};
    };
    return {
      ...rest,
      id: safeCell(String(rest.id)),
      title: safeCell(title),
      description: safeCell(description),
      type: safeCell(rest.type ?? ''),
      themes: safeCell((rest.themes ?? []).join(' ; ')),
      commune: safeCell(rest.commune ?? ''),
      start: period?.start ?? '',
      end: period?.end ?? '',
      lat: place?.lat ?? '',
      lon: place?.lon ?? '',
      url: `${site.config.base ?? ''}${rest.url.replace(/^\.\.\//, site.config.base === undefined ? '../' : '')}`,
    };
  });
  const fields = [
    'id',
    'title',
    'description',
    'type',
    'themes',
    'commune',
    'start',
    'end',
    'lat',
    'lon',
    'url',
  ];
  return `\uFEFF${Papa.unparse({fields, data: rows}, {delimiter: ';'})}\r\n`;
}
