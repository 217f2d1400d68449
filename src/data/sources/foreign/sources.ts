import {LoadError} from '../../errors.js';
import type {PortalSource} from '../../source.js';
import {loadCsv} from './load-csv.js';
import {loadGeojson} from './load-geojson.js';
import {loadPmtiles} from './load-pmtiles.js';
import {MergedSource} from './merged.js';
import type {Opening} from './opening.js';

export {ForeignFile} from './file.js';
export {ForeignServer} from './server.js';
export {LocatedSource} from './located.js';

/** What the module of an adapter gives. */
export interface Adapter {
  /** A source of this kind. */
  open(opening: Opening): PortalSource;
}

/** Each kind of source, and its adapter. */
const ADAPTERS = new Map<string, () => Promise<Adapter>>([
  ['geojson', loadGeojson],
  ['csv', loadCsv],
  ['pmtiles', loadPmtiles],
]);

/** Opens a foreign source. @throws {LoadError} when its adapter can't be had. */
export async function foreign(kind: string, opening: Opening): Promise<PortalSource> {
  const load = ADAPTERS.get(kind);
  if (!load) throw new LoadError('unsupported', opening.address, `no source is called "${kind}"`);
  return (await load()).open(opening);
}

/** Several sources as one. */
export const merged = (sources: readonly PortalSource[]): PortalSource => new MergedSource(sources);
