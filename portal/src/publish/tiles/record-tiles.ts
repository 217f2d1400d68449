import {propertiesOf} from '../api/exports.js';
import type {Language} from '../messages/messages.js';
import {entryOf, placeOf} from '../site/record-parts.js';
import type {SiteModel} from '../site/site-model.js';
import type {PageCollection, PageRecord} from '../source/records.js';
import {pmtilesArchive} from './pmtiles-archive.js';
import {PointPyramid} from './point-tiles.js';

/** Number of located records from which maps of the site read tiles. */
export const MIN_TILED = 5000;

/** Returns the records of a collection that have a place. */
const located = ({records}: SiteModel, collection: PageCollection): readonly PageRecord[] =>
  (records[collection] as readonly PageRecord[]).filter(
    record => placeOf(entryOf(collection, record)) !== undefined,
  );

/** Returns true if a collection has too many places for one file of a map. */
export const isTiled = (site: SiteModel, collection: PageCollection): boolean =>
  site.records[collection].length >= MIN_TILED && located(site, collection).length >= MIN_TILED;

/** Returns the located records of a collection as tiles in one file (PMTiles). */
export function recordTiles(
  site: SiteModel,
  language: Language,
  collection: PageCollection,
): Uint8Array {
  const records = located(site, collection);
  const places = records.map(record => placeOf(entryOf(collection, record)));
  const fieldsAt = (position: number): Readonly<Record<string, string>> => {
    const record = records[position];
    if (!record) return {};
    const {id, title, type, themes, commune, url} = propertiesOf(
      site,
      language,
      collection,
      record,
    );
    return {
      id: String(id),
      title,
      ...(type !== undefined && {type}),
      ...(themes !== undefined && themes.length > 0 && {themes: themes.join(' ; ')}),
      ...(commune !== undefined && {commune}),
      url,
    };
  };
  const pyramid = new PointPyramid(
    {
      lon: Float64Array.from(places, place => place?.lon ?? 0),
      lat: Float64Array.from(places, place => place?.lat ?? 0),
      fieldsAt,
    },
    collection,
  );
  const {maxZoom, bounds} = pyramid;
  const fields = {id: 'String', title: 'String', type: 'String', themes: 'String', url: 'String'};
  const metadata = {
    name: collection,
    vector_layers: [{id: collection, minzoom: 0, maxzoom: maxZoom, fields}],
    // The number of records, as tippecanoe writes it.
    tilestats: {
      layerCount: 1,
      layers: [{layer: collection, count: records.length, geometry: 'Point'}],
    },
  };
  return pmtilesArchive(pyramid.tiles(), {minZoom: 0, maxZoom, bounds, metadata});
}
