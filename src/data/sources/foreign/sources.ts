import {LoadError} from '../../errors.js';
import type {PortalSource} from '../../source.js';
import {loadCsv} from './load-csv.js';
import {loadGeojson} from './load-geojson.js';
import {loadLocated} from './load-located.js';
import {loadMerged} from './load-merged.js';
import {loadOgcFeatures} from './load-ogc-features.js';
import {loadOpenagenda} from './load-openagenda.js';
import {loadOpendatasoft} from './load-opendatasoft.js';
import {loadPmtiles} from './load-pmtiles.js';
import {loadTabular} from './load-tabular.js';
import {loadWordpress} from './load-wordpress.js';
import type {communesAt as readTable, LocatedSource} from './located.js';
import type {Opening} from './opening.js';

export {ForeignFile} from './file.js';

/** Module of an adapter. */
export interface Adapter {
  /** Opens a source of this kind. */
  open(opening: Opening): PortalSource;
}

/** Loaders of the adapters, by source kind. */
const ADAPTERS = new Map<string, () => Promise<Adapter>>([
  ['geojson', loadGeojson],
  ['csv', loadCsv],
  ['openagenda', loadOpenagenda],
  ['opendatasoft', loadOpendatasoft],
  ['tabular', loadTabular],
  ['ogc-features', loadOgcFeatures],
  ['wordpress', loadWordpress],
  ['pmtiles', loadPmtiles],
]);

/**
 * Opens a foreign source.
 *
 * @throws {LoadError} if the kind is unknown.
 */
export async function foreign(kind: string, opening: Opening): Promise<PortalSource> {
  const load = ADAPTERS.get(kind);
  if (!load) throw new LoadError('unsupported', opening.address, `no source is called "${kind}"`);
  return (await load()).open(opening);
}

/** Merges several sources into one. */
export const merged = async (sources: readonly PortalSource[]): Promise<PortalSource> =>
  new (await loadMerged()).MergedSource(sources);

/** Returns the source with records placed at the centre of their commune if they have no coordinates. */
export const located = async (
  ...given: ConstructorParameters<typeof LocatedSource>
): Promise<PortalSource> => new (await loadLocated()).LocatedSource(...given);

/**
 * Loads a table of communes and builds its index.
 *
 * @throws {LoadError}
 */
export const communesAt = async (
  ...given: Parameters<typeof readTable>
): ReturnType<typeof readTable> => (await loadLocated()).communesAt(...given);
