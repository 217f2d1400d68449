import {LoadError} from '../client/errors.js';
import type {PortalSource} from '../source.js';
import {loadCsv} from './foreign/load-csv.js';
import {loadGeojson} from './foreign/load-geojson.js';
import {loadLocated} from './foreign/load-located.js';
import {loadMerged} from './foreign/load-merged.js';
import {loadOgcFeatures} from './foreign/load-ogc-features.js';
import {loadOpenagenda} from './foreign/load-openagenda.js';
import {loadOpendatasoft} from './foreign/load-opendatasoft.js';
import {loadPmtiles} from './foreign/load-pmtiles.js';
import {loadTabular} from './foreign/load-tabular.js';
import {loadWordpress} from './foreign/load-wordpress.js';
import type {
  loadCommunes as readTable,
  CommuneLocatedSource,
} from '../decorators/commune-located-source.js';
import type {SourceOptions} from './shared/source-options.js';

export {ForeignFile} from './shared/foreign-file.js';

/** Module of an adapter. */
export interface SourceModule {
  /** Opens a source of this kind. */
  open(options: SourceOptions): PortalSource;
}

/** Loaders of the adapters, by source kind. */
const SOURCE_MODULES = new Map<string, () => Promise<SourceModule>>([
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
export async function openForeignSource(
  kind: string,
  options: SourceOptions,
): Promise<PortalSource> {
  const load = SOURCE_MODULES.get(kind);
  if (!load) throw new LoadError('unsupported', options.url, `no source is called "${kind}"`);
  return (await load()).open(options);
}

/** Merges several sources into one. */
export const mergeSources = async (sources: readonly PortalSource[]): Promise<PortalSource> =>
  new (await loadMerged()).MergedSource(sources);

/** Returns the source with records placed at the centre of their commune if they have no coordinates. */
export const locateByCommune = async (
  ...parameters: ConstructorParameters<typeof CommuneLocatedSource>
): Promise<PortalSource> => new (await loadLocated()).CommuneLocatedSource(...parameters);

/**
 * Loads a table of communes and builds its index.
 *
 * @throws {LoadError}
 */
export const loadCommunes = async (
  ...parameters: Parameters<typeof readTable>
): ReturnType<typeof readTable> => (await loadLocated()).loadCommunes(...parameters);
