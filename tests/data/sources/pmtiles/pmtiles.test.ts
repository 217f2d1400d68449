import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {Client} from '../../../../src/data/client/client.js';
import {open} from '../../../../src/data/sources/pmtiles/pmtiles.js';
import type {Query} from '../../../../src/model/query.js';
import type {Resource} from '../../../../src/model/records.js';
import {neverAborted} from '../../fake-server.js';

const fileOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`tiles/${name}.pmtiles`, import.meta.url)));
const address = 'https://static.example/arbres.pmtiles';

/** Web server with one file, which records the requested byte ranges. */
class RangeServer {
  readonly ranges: string[] = [];
  readonly warnings: string[] = [];
  /** True if every request is answered with the whole file. */
  ignoresRanges = false;
  bodiesRead = 0;
  file: Uint8Array<ArrayBuffer>;

  constructor(file: Uint8Array<ArrayBuffer>) {
    this.file = file;
  }

  readonly source = () =>
    open({
      url: address,
      fields: '',
      warn: line => this.warnings.push(line),
      client: new Client({
        fetch: async (_url, init) => this.#answer(new Headers(init.headers).get('range') ?? ''),
        now: () => 0,
        random: () => 0,
        setTimer: (ms, callback) => {
          if (ms === 0) queueMicrotask(callback);
          return () => {};
        },
      }),
    });

  #answer(range: string): Response {
    this.ranges.push(range);
    if (this.ignoresRanges) {
      const body = new ReadableStream(
        {
          pull: () => {
            this.bodiesRead++;
          },
        },
        {highWaterMark: 0},
      );
      return new Response(body, {status: 200});
    }
    const [first = 0, last = 0] = range.replace('bytes=', '').split('-').map(Number);
    return new Response(this.file.slice(first, last + 1), {status: 206});
  }
}

const query = async (
  server: RangeServer,
  query: Query = {limit: Infinity},
  source = server.source(),
) => source.find('resources', query, {signal: neverAborted});

/** Area around one group of trees. */
const zoomedIn: Query = {bbox: [2.49, 49.99, 2.61, 50.11], limit: Infinity};

describe('a PMTiles file', () => {
  it('shows the whole area by points that stand for all records', async () => {
    const {items, thinned} = await query(new RangeServer(fileOf('arbres')));
    assert.equal(thinned, 2_000);
    assert.ok(items.length < 200, `${items.length} marks`);
    let sum = 0;
    for (let i = 0; i < items.length; i++) sum += items.countAt?.(i) ?? 1;
    assert.equal(sum, 2_000, 'none is lost or counted twice');
    assert.ok(items.geoAt(0));
  });

  it('returns the records themselves when zoomed in, with their fields, to search, count and sort', async () => {
    const server = new RangeServer(fileOf('arbres'));
    const source = server.source();
    const {items, thinned, total} = await query(server, zoomedIn, source);
    assert.equal(thinned, undefined);
    assert.ok(total > 100 && total === items.length);
    const [first] = [...items] as Resource[];
    assert.match(first?.title as string, /^Arbre \d+$/);
    const {bbox} = zoomedIn;
    const one = await query(server, {bbox, q: first?.title as string}, source);
    assert.ok(([...one.items] as Resource[]).some(({id}) => id === first?.id));
    const sorted = await query(server, {bbox, sort: 'title', limit: 1}, source);
    assert.equal(sorted.total, total);
  });

  it('fetches only the tiles in view, each once', async () => {
    const server = new RangeServer(fileOf('arbres'));
    const source = server.source();
    await query(server, zoomedIn, source);
    const {length} = server.ranges;
    assert.ok(length <= 12, `${length} requests`);
    await query(server, zoomedIn, source);
    assert.equal(server.ranges.length, length);
  });

  it('is rejected before its body is read if the server does not support ranges', async () => {
    const server = new RangeServer(fileOf('arbres'));
    server.ignoresRanges = true;
    await assert.rejects(query(server), {
      kind: 'schema',
      message: `${address}: this server gives no parts of a file (HTTP ranges)`,
    });
    assert.equal(server.bodiesRead, 0);
  });

  it('shows the available part of a truncated file, and reports the missing part', async () => {
    const whole = fileOf('arbres');
    const server = new RangeServer(whole.slice(0, Math.floor(whole.length * 0.3)));
    const {failedSources: missing, items} = await query(server, {
      bbox: [2.45, 50.05, 2.95, 50.35],
      limit: Infinity,
    });
    assert.deepEqual(missing, ['static.example']);
    assert.ok(items.length > 0);
    assert.match(
      server.warnings.join('\n'),
      /tile \d+\/\d+\/\d+ could not be read: https:.*: the file ends at byte \d+/,
    );
    const cut = new RangeServer(whole.slice(0, 3_000));
    await assert.rejects(query(cut, zoomedIn), {kind: 'schema'});
  });

  for (const [what, file] of [
    ['HTML', new TextEncoder().encode(`<!doctype html>${' '.repeat(200)}`)],
    ['empty', new Uint8Array()],
    ['noise', Uint8Array.from({length: 500}, (_, i) => (i * 37) % 256)],
  ] as const) {
    it(`is rejected if it is ${what}`, () =>
      assert.rejects(query(new RangeServer(file)), {kind: 'schema'}));
  }

  it('reports left-out records, and how to make a file with their number', async () => {
    const server = new RangeServer(fileOf('clairsemes'));
    const source = server.source();
    const wide: Query = {bbox: [2.3, 49.8, 4.3, 51.2], limit: Infinity};
    const {isSample, thinned = 0} = await query(server, wide, source);
    assert.equal(isSample, true);
    assert.ok(thinned > 0 && thinned < 1_990, `${thinned} drawn`);
    assert.equal(server.warnings.length, 1);
    assert.match(server.warnings[0] ?? '', /records were dropped at zooms 0, .*--cluster-distance/);
    // The total stands in the metadata of the file.
    const all = await query(server, {limit: Infinity}, source);
    assert.deepEqual([all.isSample, all.thinned], [false, 2_000]);
    const here = await query(server, zoomedIn, source);
    assert.deepEqual(
      [here.isSample, here.thinned, here.cappedAt],
      [undefined, undefined, undefined],
    );
    const kept = await query(new RangeServer(fileOf('arbres')), wide);
    assert.equal(kept.isSample, false);
  });

  it('joins the pieces of an area across tiles', async () => {
    const {items, thinned} = await query(new RangeServer(fileOf('zones')), {
      bbox: [2, 50, 4.6, 51],
      limit: Infinity,
    });
    assert.equal(thinned, undefined);
    const areas = [...items] as Resource[];
    assert.deepEqual(areas.map(({title}) => title).toSorted(), ['Grande', 'Petite']);
    const large = areas.findIndex(({title}) => title === 'Grande');
    assert.equal(items.geometryAt?.(large)?.type, 'MultiPolygon');
  });
});
