import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';
import {PMTiles} from 'pmtiles';
import {pmtilesArchive} from '../../portal/src/publish/tiles/pmtiles-archive.js';
import {PointPyramid} from '../../portal/src/publish/tiles/point-tiles.js';
import {homeContent} from '../../portal/src/publish/pages/home.js';
import {Addresses} from '../../portal/src/publish/pages/addresses.js';
import {type SiteModel, SitePage} from '../../portal/src/publish/site/site-model.js';
import {MIN_TILED, recordTiles} from '../../portal/src/publish/tiles/record-tiles.js';
import {open} from '../../src/data/sources/pmtiles/pmtiles.js';
import type {Query} from '../../src/model/query.js';
import type {Resource} from '../../src/model/records.js';
import {largeSite} from '../support/large-site.js';
import type {Client} from '../../src/data/client/client.js';
import type {BodyReader} from '../../src/data/client/request.js';

/** Returns a client that answers requests for parts of one file, and counts them. */
function rangeClient(file: Uint8Array<ArrayBuffer>) {
  const read = {requests: 0, bytes: 0};
  const client = {
    async get(url: string, _signal: AbortSignal, _reload: boolean, reader: BodyReader) {
      const range = new Headers(reader.headers).get('range') ?? '';
      const [first = 0, last = 0] = range.replace('bytes=', '').split('-').map(Number);
      const part = file.slice(first, last + 1);
      read.requests++;
      read.bytes += part.length;
      return {body: (await reader.read(new Response(part, {status: 206}), url)).value};
    },
  } as unknown as Client;
  return {client, read};
}

type Place = readonly [lon: number, lat: number];

/** Returns a seeded random number generator, from 0 to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const random = createRandom(59);
const inFrance = (count: number): Place[] =>
  Array.from({length: count}, () => [-4 + 12 * random(), 43 + 8 * random()]);
const anywhere = (count: number): Place[] =>
  Array.from({length: count}, () => [-180 + 360 * random(), -80 + 160 * random()]);

const pyramidOf = (places: readonly Place[]): PointPyramid =>
  new PointPyramid(
    {
      lon: places.map(([lon]) => lon),
      lat: places.map(([, lat]) => lat),
      fieldsAt: position => ({id: `p${position}`, title: `Lieu ${position}`}),
    },
    'places',
  );

function archiveOf(places: readonly Place[]): Uint8Array<ArrayBuffer> {
  const pyramid = pyramidOf(places);
  const {maxZoom, bounds} = pyramid;
  const metadata = {tilestats: {layers: [{layer: 'places', count: places.length}]}};
  return Uint8Array.from(pmtilesArchive(pyramid.tiles(), {minZoom: 0, maxZoom, bounds, metadata}));
}

/** Opens an archive as the widgets do. */
function widgetSource(bytes: Uint8Array<ArrayBuffer>) {
  const {client, read} = rangeClient(bytes);
  const warnings: string[] = [];
  const url = 'https://portail.example/api/lieux.pmtiles';
  const source = open({url, fields: '', warn: line => warnings.push(line), client});
  const find = (query: Query) =>
    source.find('resources', query, {signal: new AbortController().signal});
  return {find, read, warnings};
}

/** Opens an archive with the reader of its authors. */
const reader = (bytes: Uint8Array<ArrayBuffer>): PMTiles =>
  new PMTiles({
    getKey: () => 'archive',
    getBytes: (offset, length) =>
      Promise.resolve({data: bytes.slice(offset, offset + length).buffer}),
  });

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const countsIn = (bytes: Uint8Array): number[] => {
  const layer = new VectorTile(new PbfReader(bytes)).layers['places'];
  return Array.from({length: layer?.length ?? 0}, (_, i) =>
    Number(layer?.feature(i).properties['point_count'] ?? 1),
  );
};

const SETS: Readonly<Record<string, () => readonly Place[]>> = {
  'one point': () => [[3.1, 50.2]],
  'scattered points': () => inFrance(6_000),
  'points of the whole world': () => anywhere(5_000),
  'thousands at one address': () => [
    ...Array.from({length: 3_000}, (): Place => [3.0573, 50.6292]),
    ...inFrance(500),
  ],
  'points at the edges of the map and of tiles': () => [
    [180, 0],
    [-180, 0],
    [0, 0],
    [0, 90],
    [0, -90],
    [180, 85.06],
    [-180, -85.06],
    [90, 66.513_260_443_111_86],
    [5.625, 48.922_499_263_758_255],
    [5.624_999_999_999_999, 48.922_499_263_758_255],
  ],
};

describe('tiles of points', () => {
  for (const [name, make] of Object.entries(SETS))
    it(`count each point once at each zoom: ${name}`, () => {
      const places = make();
      const pyramid = pyramidOf(places);
      const zooms = new Map<number, number>();
      let last = -1;
      for (const {id, bytes} of pyramid.tiles()) {
        assert.ok(id > last, 'in the order of their ids');
        last = id;
        const zoom = Math.floor(Math.log2(3 * id + 1) / 2);
        const counts = countsIn(bytes);
        zooms.set(zoom, (zooms.get(zoom) ?? 0) + sumOf(counts));
        if (zoom < pyramid.maxZoom) assert.ok(counts.length <= 1024);
        else assert.ok(counts.every(one => one === 1));
      }
      assert.equal(zooms.size, pyramid.maxZoom + 1);
      for (const [zoom, count] of zooms) assert.equal(count, places.length, `zoom ${zoom}`);
    });

  it('have in each area the points that a search of all finds there', async () => {
    const places = inFrance(6_000);
    const {find} = widgetSource(archiveOf(places));
    for (let i = 0; i < 40; i++) {
      const [west, south] = [-4 + 11 * random(), 43 + 7 * random()];
      const bbox = [west, south, west + 0.3 * random(), south + 0.2 * random()] as const;
      const expected = places.flatMap(([lon, lat], position) =>
        lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3]
          ? [`p${position}`]
          : [],
      );
      const {items, total, thinned} = await find({bbox, limit: Infinity});
      assert.equal(thinned, undefined);
      assert.equal(total, expected.length);
      assert.deepEqual([...items].map(({id}) => id).sort(), expected.sort());
    }
  });
});

describe('a PMTiles file', () => {
  it('with leaf directories is read by the reader of its authors', async () => {
    const places = anywhere(20_000);
    const bytes = archiveOf(places);
    const archive = reader(bytes);
    const header = await archive.getHeader();
    assert.ok(header.leafDirectoryLength! > 0);
    assert.equal(header.clustered, true);
    assert.equal(
      header.tileDataOffset + header.tileDataLength!,
      bytes.length,
      'nothing after the tiles',
    );
    let [tiles, count] = [0, 0];
    const size = 2 ** 4;
    for (let x = 0; x < size; x++)
      for (let y = 0; y < size; y++) {
        const tile = await archive.getZxy(4, x, y);
        if (!tile) continue;
        tiles++;
        count += sumOf(countsIn(new Uint8Array(tile.data)));
      }
    assert.ok(tiles > 100);
    assert.equal(count, places.length);
    const [lon, lat] = places[0]!;
    const deepest = 2 ** header.maxZoom;
    const row =
      (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * deepest;
    const tile = await archive.getZxy(
      header.maxZoom,
      Math.floor(((lon + 180) / 360) * deepest),
      Math.floor(row),
    );
    const layer = new VectorTile(new PbfReader(tile!.data)).layers['places'];
    const titles = Array.from(
      {length: layer?.length ?? 0},
      (_, i) => layer?.feature(i).properties['title'],
    );
    assert.ok(titles.includes('Lieu 0'), titles.join());
    assert.equal(await archive.getZxy(header.maxZoom, 0, 0), undefined);
  });

  it('has the same bytes when it is made again', () => {
    const places = inFrance(2_000);
    assert.deepEqual(archiveOf(places), archiveOf(places));
  });
});

describe('a site with many places', () => {
  const site = largeSite(MIN_TILED);

  it('shows them on the map of its home page from a few parts of one file', async () => {
    const bytes = Uint8Array.from(recordTiles(site, 'fr', 'resources'));
    const {find, read, warnings} = widgetSource(bytes);
    const {items, total} = await find({limit: Infinity});
    assert.equal(total, MIN_TILED);
    let marked = 0;
    for (let i = 0; i < items.length; i++) marked += items.countAt?.(i) ?? 1;
    assert.equal(marked, MIN_TILED);
    assert.ok(read.requests <= 12 && read.bytes < 200_000, `${read.requests}, ${read.bytes}`);
    const {lat, lon} = site.records.resources[7]!.geo!;
    const near = await find({bbox: [lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001]});
    const found = ([...near.items] as Resource[]).find(({id}) => id === 'fiche-7');
    assert.equal(found?.url, 'https://portail.example/ressources/fiche-7/');
    assert.deepEqual(found.themes, site.records.resources[7]!.themes);
    assert.deepEqual(warnings, []);
  });

  it('names that file on its home page', () => {
    const {source} = homeContent(new SitePage(site, 'fr', ''));
    assert.match(
      source,
      /<spass-project-map[^>]* api="api\/resources\.pmtiles"[^>]* source="pmtiles"/,
    );
    const project = {id: 'p', title: 'Le canal', geo: {lat: 50, lon: 3}};
    const records = {...site.records, projects: [project]} as unknown as SiteModel['records'];
    const addresses = new Addresses(['fr'], records);
    const both = homeContent(new SitePage({...site, records, addresses}, 'fr', ''));
    assert.match(both.source, /<spass-layer api="api\/resources\.pmtiles" source="pmtiles"/);
    assert.match(both.source, /<spass-portal api="api\/fiches\/manifeste\.json"/);
    assert.match(both.source, /<spass-project-map skin/);
    const few = homeContent(new SitePage(largeSite(MIN_TILED - 1), 'fr', ''));
    assert.match(few.source, /api="api\/resources\.geojson"/);
  });
});
