import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {selectNearby} from '../../src/data/nearby-record-list.js';
import {
  type RecordList,
  SubsetRecordList,
  ArrayRecordList,
} from '../../src/model/collection/record-list.js';
import type {Project, Resource} from '../../src/model/records.js';
import {neverAborted} from './fake-server.js';

/** Returns a place this many metres north of the centre of Ors. */
const placeNorth = (metres: number) => ({lat: 50.101 + metres / 111_195.08, lon: 3.634});
const project = (id: string, metres?: number): Project => ({
  id,
  geo: metres === undefined ? null : placeNorth(metres),
});
const monument = (id: string, metres: number): Resource => ({
  id,
  title: id,
  geo: placeNorth(metres),
});

const projects = new ArrayRecordList([project('a', 0), project('b'), project('c', 2000), project('d', 5000)]); // prettier-ignore
const churches = new ArrayRecordList([
  monument('Saint-Martin', 320),
  monument('Saint-Vaast', 5100),
]);
const mills = new ArrayRecordList([monument('Moulin', 40), monument('Roue', 400), monument('Bief', -450), monument('Vanne', 480)]); // prettier-ignore

const describeNeighbours = (list: Awaited<ReturnType<typeof selectNearby<Project>>>) =>
  [...list].map(({id}, index) => {
    const {nearest, otherCount: others} = list.nearbyAt(index);
    const names = nearest.map(
      ({record, metres}) => `${String(record.id)} ${String(Math.round(metres))}`,
    );
    return `${String(id)}: ${names.join(', ')}${others ? ` +${String(others)}` : ''}`;
  });

describe('keepNear', () => {
  it('keeps records with a neighbour, and names the nearest of all lists', async () => {
    const near = await selectNearby(projects, [churches, mills], 500, neverAborted);
    assert.deepEqual(describeNeighbours(near), [
      'a: Moulin 40, Saint-Martin 320, Roue 400 +2',
      'd: Saint-Vaast 100',
    ]);
    assert.equal(near.nearbyAt(0).maxMetres, 500);
  });

  it('keeps nothing if there are no neighbours or no records', async () => {
    assert.equal((await selectNearby(projects, [churches], 50, neverAborted)).length, 0);
    assert.equal((await selectNearby(projects, [], 500, neverAborted)).length, 0);
  });

  it('ignores records placed at the centre of their commune', async () => {
    class Vague extends SubsetRecordList<Resource> {
      override isApproximateAt(index: number): boolean {
        return index === 0;
      }
    }
    const vague: RecordList = new Vague(churches, [0, 1]);
    assert.deepEqual(describeNeighbours(await selectNearby(projects, [vague], 500, neverAborted)), [
      'd: Saint-Vaast 100',
    ]);
  });

  it('stops on abort', async () => {
    const abort = new AbortController();
    const many = Array.from({length: 200_000}, (_, i) => project(String(i), i % 1000));
    const list = new ArrayRecordList(many);
    const running = selectNearby(list, [list], 500, abort.signal);
    abort.abort();
    await assert.rejects(running, {name: 'AbortError'});
  });
});
