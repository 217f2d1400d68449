import {LoadError} from '../client/errors.js';
import type {PortalSource} from '../source.js';
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
  ['geojson', () => import('./geojson/geojson.js')],
  ['csv', () => import('./csv/csv.js')],
  ['openagenda', () => import('./openagenda/openagenda.js')],
  ['opendatasoft', () => import('./opendatasoft/opendatasoft.js')],
  ['tabular', () => import('./tabular/tabular.js')],
  ['ogc-features', () => import('./ogc-features/ogc-features.js')],
  ['wordpress', () => import('./wordpress/wordpress.js')],
  ['pmtiles', () => import('./pmtiles/pmtiles.js')],
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
  new (await import('./shared/merged-source.js')).MergedSource(sources);

/** Returns the source with records placed at the centre of their commune if they have no coordinates. */
export const locateByCommune = async (
  ...parameters: ConstructorParameters<typeof CommuneLocatedSource>
): Promise<PortalSource> =>
  new (await import('../decorators/commune-located-source.js')).CommuneLocatedSource(...parameters);

/**
 * Loads a table of communes and builds its index.
 *
 * @throws {LoadError}
 */
export const loadCommunes = async (
  ...parameters: Parameters<typeof readTable>
): ReturnType<typeof readTable> =>
  (await import('../decorators/commune-located-source.js')).loadCommunes(...parameters);
