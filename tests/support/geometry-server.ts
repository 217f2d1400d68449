import type {QueryResult, QueryOptions} from '../../src/data/source.js';
import type {Geometry} from '../../src/model/geo/geometry.js';
import type {Query} from '../../src/model/query.js';
import {SubsetRecordList} from '../../src/model/collection/record-list.js';
import type {CollectionName, Collections, PortalRecord, Resource} from '../../src/model/records.js';
import {StubServer} from './stub-server.js';

type ResourceWithShape = Resource & {readonly shape?: Geometry};

class GeometryRecordList<R extends PortalRecord> extends SubsetRecordList<R> {
  readonly #shapes: ReadonlyMap<string, Geometry | undefined>;

  constructor(list: QueryResult<R>['items'], shapes: ReadonlyMap<string, Geometry | undefined>) {
    super(
      list,
      Array.from({length: list.length}, (_, index) => index),
    );
    this.#shapes = shapes;
  }

  override geometryAt(index: number): Geometry | undefined {
    return this.#shapes.get(String(this.at(index).id));
  }
}

/** Server whose resources have lines and areas, as in a GeoJSON file. */
export class GeometryServer extends StubServer {
  readonly #shapes: ReadonlyMap<string, Geometry | undefined>;

  constructor(resources: readonly ResourceWithShape[], projects: readonly unknown[] = []) {
    super({resources, projects});
    this.#shapes = new Map(resources.map(({id, shape}) => [String(id), shape]));
  }

  override async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const answer = await super.find(collection, query, options);
    return {...answer, items: new GeometryRecordList(answer.items, this.#shapes)};
  }
}

/** A forest, a bent canal, and a spring without a geometry. */
export const sites: readonly ResourceWithShape[] = [
  {
    id: 'forest',
    title: 'Forêt de Mormal',
    url: 'https://example.org/forest',
    geo: {lat: 50.2, lon: 3.75},
    shape: {
      type: 'Polygon',
      coordinates: [
        [
          [3.65, 50.14],
          [3.86, 50.16],
          [3.88, 50.25],
          [3.72, 50.27],
          [3.65, 50.14],
        ],
      ],
    },
  },
  {
    id: 'canal',
    title: 'Canal de la Sambre à l’Oise',
    url: 'https://example.org/canal',
    geo: {lat: 50.1, lon: 3.63},
    shape: {
      type: 'LineString',
      coordinates: [
        [3.5, 49.9],
        [3.56, 50.02],
        [3.63, 50.1],
        [3.8, 50.2],
      ],
    },
  },
  {id: 'spring', title: 'Source', url: 'https://example.org/spring', geo: {lat: 50.05, lon: 3.4}},
];
