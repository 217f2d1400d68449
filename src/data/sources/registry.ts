import {closestMatch} from '../../model/collection/closest-match.js';
import type {PortalSource} from '../source.js';
import type {ServerFilters} from './shared/servers/server-adapter.js';
import type {SourceOptions} from './shared/source-options.js';
import {LoadError} from '../client/errors.js';
import type {CommuneLocatedSource} from '../decorators/commune-located-source.js';
import type {ShardsSource} from './document/shards-source.js';

interface SourceModule {
  /**
   * Opens a source of this kind.
   *
   * @throws {LoadError} if the URL does not belong to this kind.
   */
  open(options: SourceOptions): PortalSource;
  /** Parts of a query that the server can apply, if its fields allow it. Absent if all run in the browser. */
  readonly filters?: ServerFilters;
}

/** Kind of source, as the attribute `source` names it. */
export interface SourceKind {
  /** `file`: loaded completely. `tiles`: file of which only parts are loaded. `server`: receives queries. */
  readonly access: 'file' | 'tiles' | 'server';
  /** Loads the module. Absent for the kinds of the portal API, which are always loaded and need no field mapping. */
  readonly load?: () => Promise<SourceModule>;
}

/**
 * All source kinds. A new one needs a folder here and a line in this list: command line, configurator, editor data and
 * tests read it.
 */
const KINDS = {
  portal: {access: 'server'},
  document: {access: 'file'},
  geojson: {access: 'file', load: () => import('./geojson/geojson.js')},
  json: {access: 'file', load: () => import('./json/json.js')},
  ics: {access: 'file', load: () => import('./ics/ics.js')},
  rss: {access: 'file', load: () => import('./rss/rss.js')},
  csv: {access: 'file', load: () => import('./csv/csv.js')},
  opendatasoft: {access: 'server', load: () => import('./opendatasoft/opendatasoft.js')},
  tabular: {access: 'server', load: () => import('./tabular/tabular.js')},
  wordpress: {access: 'server', load: () => import('./wordpress/wordpress.js')},
  openagenda: {access: 'server', load: () => import('./openagenda/openagenda.js')},
  'ogc-features': {access: 'server', load: () => import('./ogc-features/ogc-features.js')},
  pmtiles: {access: 'tiles', load: () => import('./pmtiles/pmtiles.js')},
} as const satisfies Readonly<Record<string, SourceKind>>;
export type SourceName = keyof typeof KINDS;
export const SOURCE_KINDS: Readonly<Record<string, SourceKind>> = KINDS;

/** Returns the source kind that an unknown name means, also `iCal` and `iCalendar`; undefined if it is far from all. */
export const suggestKind = (name: string): string | undefined =>
  /^ical/i.test(name) ? 'ics' : closestMatch(name, Object.keys(KINDS));

// Opens the sources that few pages need, after loading their code. One module, so that the first script of the CDN
// contains the hash of one file instead of three.

/**
 * Opens a foreign source.
 *
 * @throws {LoadError} if the kind is unknown. The message lists all kinds and suggests the closest.
 */
export async function openForeignSource(
  kind: string,
  options: SourceOptions,
): Promise<PortalSource> {
  const load = Object.hasOwn(SOURCE_KINDS, kind) ? SOURCE_KINDS[kind]?.load : undefined;
  if (!load) throw new LoadError('unsupported', options.url, unknownKindMessage(kind.slice(0, 40)));
  return (await load()).open(options);
}

function unknownKindMessage(kind: string): string {
  const names = Object.keys(SOURCE_KINDS);
  const suggestion = suggestKind(kind);
  const question = suggestion === undefined ? '.' : `: did you mean "${suggestion}"?`;
  return `no source is called "${kind}"${question} The kinds are ${names.join(', ')}`;
}

/** Opens the collections that a manifest lists. */
export const openShards = async (
  ...parameters: ConstructorParameters<typeof ShardsSource>
): Promise<PortalSource> =>
  (await import('./document/shards-source.js')).shardsSourceOf(...parameters);

/** Merges several sources into one. */
export const mergeSources = async (sources: readonly PortalSource[]): Promise<PortalSource> =>
  new (await import('./shared/merged-source.js')).MergedSource(sources);

/** Returns the source with records placed at the centre of their commune if they have no coordinates. */
export const locateByCommune = async (
  ...parameters: ConstructorParameters<typeof CommuneLocatedSource>
): Promise<PortalSource> =>
  new (await import('../decorators/commune-located-source.js')).CommuneLocatedSource(...parameters);
