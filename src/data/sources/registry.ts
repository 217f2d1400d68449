import {closestMatch} from '../../model/collection/closest-match.js';
import type {PortalSource} from '../source.js';
import type {ServerFilters} from './shared/servers/server-adapter.js';
import type {SourceOptions} from './shared/source-options.js';

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
