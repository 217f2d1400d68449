import type {PortalEvent, Resource} from '../../../src/model/records.js';
import {answerOds} from './ods.js';
import {answerOgc} from './ogc.js';
import {answerOpenagenda, answerTabular, answerWordpress, csvFile, geojsonFile} from './others.js';
import {flat, type MadeAnswer} from './records.js';

/** Data of the simulated servers. */
export interface Stock {
  readonly resources: readonly Resource[];
  readonly events: readonly PortalEvent[];
}

/** First path segments of the simulated servers. */
export const MADE_SERVERS: readonly string[] = [
  'fichiers',
  'ods',
  'ogc',
  'openagenda',
  'tabular',
  'wp',
];

/** Simulated servers of each source kind, with the same data. */
export class MadeServers {
  readonly #records: ReturnType<typeof flat>;
  readonly #events: readonly PortalEvent[];

  constructor({resources, events}: Stock) {
    this.#records = flat(resources);
    this.#events = events;
  }

  /**
   * Responds to a request for `/{name}{path}`.
   *
   * @param origin Origin of the server, for links.
   */
  answer(name: string, path: string, parameters: URLSearchParams, origin: string): MadeAnswer {
    switch (name) {
      case 'ods':
        return answerOds(path, parameters, this.#records);
      case 'ogc':
        return answerOgc(path, parameters, `${origin}/ogc`, this.#records);
      case 'openagenda':
        return answerOpenagenda(path, this.#events);
      case 'tabular':
        return answerTabular(path, parameters, this.#records);
      case 'wp':
        return answerWordpress(path, parameters, this.#records);
      default:
        return this.#file(path);
    }
  }

  #file(path: string): MadeAnswer {
    if (path === '/ressources.geojson') {
      const body = geojsonFile(this.#records);
      return {body, headers: {'Content-Type': 'application/geo+json'}};
    }
    if (path === '/ressources.csv') {
      const body = csvFile(this.#records);
      return {body, headers: {'Content-Type': 'text/csv; charset=utf-8'}};
    }
    return {status: 404, body: {error: 'There is no such file.'}};
  }
}
