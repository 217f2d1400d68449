import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LazyRecordList} from '../../../../../src/data/validation.js';
import {
  computeRepresentativePoints,
  ForeignRows,
  type Row,
} from '../../../../../src/data/sources/shared/rows/foreign-rows.js';
import {neverAborted} from '../../../fake-server.js';

/** Returns a round polygon with this number of corners. */
const roundPolygon = (corners: number): {type: string; coordinates: unknown} => ({
  type: 'Polygon',
  coordinates: [
    [...Array(corners).keys()].map(n => {
      const angle = (n / corners) * 2 * Math.PI;
      return [3 + Math.cos(angle), 50 + Math.sin(angle)];
    }),
  ],
});
const listOf = (rows: readonly Row[]) =>
  new LazyRecordList('resources', new ForeignRows(rows, []), 'https://a.example/');

describe('the middle of an area', () => {
  it('is computed once, for any number of callers', async () => {
    const geometry = roundPolygon(30_000);
    const rows = [{fields: {}, geometry}];
    await computeRepresentativePoints(rows, neverAborted);
    Object.defineProperty(geometry, 'coordinates', {
      get: () => assert.fail('its corners are read again'),
    });
    for (const list of [listOf(rows), listOf(rows)]) {
      const {lat, lon} = list.geoAt(0) ?? {};
      assert.deepEqual([lat?.toFixed(3), lon?.toFixed(3)], ['50.000', '3.000']);
    }
  });

  it('is computed without blocking the page', async () => {
    const rows = [...Array(60).keys()].map(() => ({fields: {}, geometry: roundPolygon(30_000)}));
    let turns = 0;
    let isDone = false as boolean;
    const turn = (): void => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await computeRepresentativePoints(rows, neverAborted);
    isDone = true;
    assert.ok(turns > 1, 'nothing else had a turn');
  });

  it('is no longer computed when every caller has aborted', async () => {
    const rows = [...Array(60).keys()].map(() => ({fields: {}, geometry: roundPolygon(30_000)}));
    const asker = new AbortController();
    const found = computeRepresentativePoints(rows, asker.signal);
    asker.abort();
    await assert.rejects(found, {name: 'AbortError'});
  });

  it('is undefined for an invalid area, reported once', async () => {
    const geometry = {type: 'Polygon', coordinates: [[[3, 50]]]};
    const rows = [{fields: {titre: 'A'}, geometry}];
    await computeRepresentativePoints(rows, neverAborted);
    const list = listOf(rows);
    assert.equal(list.geoAt(0), undefined);
    await list.validateAll();
    assert.equal(list.report.dropped, 0);
    assert.equal(list.report.errorCount, 1);
  });
});
