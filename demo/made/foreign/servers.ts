import type {PortalEvent, Resource} from '../../../src/model/records.js';
import {respondOds} from './ods.js';
import {respondOgc} from './ogc.js';
import {
  respondOpenagenda,
  respondTabular,
  respondWordpress,
  toCsv,
  toGeojson,
  toIcs,
  toRss,
} from './other-servers.js';
import {flattenResources, type SimulatedResponse} from './flat-records.js';

/** Data of the simulated servers. */
export interface SimulatedData {
  readonly resources: readonly Resource[];
  readonly events: readonly PortalEvent[];
}

/** First path segments of the simulated servers. */
export const SIMULATED_SERVERS: readonly string[] = [
  'fichiers',
  'ods',
  'ogc',
  'openagenda',
  'tabular',
  'wp',
];

/** Simulated servers of each source kind, with the same data. */
export class SimulatedServers {
  readonly #records: ReturnType<typeof flattenResources>;
  readonly #events: readonly PortalEvent[];

  constructor({resources, events}: SimulatedData) {
    this.#records = flattenResources(resources);
    this.#events = events;
  }

  /**
   * Responds to a request for `/{name}{path}`.
   *
   * @param origin Origin of the server, for links.
   */
  respond(
    name: string,
    path: string,
    parameters: URLSearchParams,
    origin: string,
  ): SimulatedResponse {
    switch (name) {
      case 'ods':
        return respondOds(path, parameters, this.#records);
      case 'ogc':
        return respondOgc(path, parameters, `${origin}/ogc`, this.#records);
      case 'openagenda':
        return respondOpenagenda(path, this.#events);
      case 'tabular':
        return respondTabular(path, parameters, this.#records);
      case 'wp':
        return respondWordpress(path, parameters, this.#records);
      default:
        return this.#respondFile(path);
    }
  }

  #respondFile(path: string): SimulatedResponse {
    if (path === '/ressources.geojson') {
      const body = toGeojson(this.#records);
      return {body, headers: {'Content-Type': 'application/geo+json'}};
    }
    if (path === '/ressources.json')
      return {body: {total: this.#records.length, items: this.#records}};
    if (path === '/agenda.ics') {
      const body = toIcs(this.#events);
      return {body, headers: {'Content-Type': 'text/calendar; charset=utf-8'}};
    }
    if (path === '/actualites.xml') {
      const body = toRss(this.#records);
      return {body, headers: {'Content-Type': 'application/rss+xml; charset=utf-8'}};
    }
    if (path === '/ressources.csv') {
      const body = toCsv(this.#records);
      return {body, headers: {'Content-Type': 'text/csv; charset=utf-8'}};
    }
    return {status: 404, body: {error: 'There is no such file.'}};
  }
}
