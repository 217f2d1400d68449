import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {LazyRecordList, parseRecord} from '../../../src/data/validation.js';
import {isAbortError} from '../../../src/data/client/errors.js';
import {runInSlices} from '../../../src/data/scheduling.js';

const ids = (list: Iterable<{id: unknown}>) => [...list].map(({id}) => id);

describe('a list of records', () => {
  it('shows 999 of 1000 when one is invalid, and reports it', async () => {
    const raws: unknown[] = Array.from({length: 1000}, (_, id) => ({id}));
    raws[500] = {title: 'no id'};
    const list = new LazyRecordList('projects', raws);
    await list.validateAll();
    assert.deepEqual([list.length, list.report.dropped], [999, 1]);
    assert.deepEqual(list.report.errors, [
      'projects[500].id: expected a string or a whole number, got nothing',
    ]);
  });

  it('drops invalid records, and reports the reason', () => {
    const raws = [
      null,
      'x',
      [],
      {id: ''},
      {id: 1.5},
      {id: 'a'},
      {id: 'a'},
      {id: 7},
      {id: '7'},
      {id: {}},
    ];
    const list = new LazyRecordList('projects', raws);
    assert.deepEqual(ids(list), ['a', 7]);
    assert.equal(list.report.dropped, 8);
    assert.deepEqual(list.report.errors, [
      'projects[0]: expected an object, got null',
      'projects[1]: expected an object, got "x"',
      'projects[2]: expected an object, got a list',
      'projects[3].id: expected a string or a whole number, got ""',
      'projects[4].id: expected a string or a whole number, got 1.5',
      'projects[6].id: "a" is taken by an earlier record',
      'projects[8].id: "7" is taken by an earlier record',
      'projects[9].id: expected a string or a whole number, got an object',
    ]);
  });

  it('keeps the first record of each id, in whatever order the ids are', () => {
    const orders = [
      ['p8', 'p9', 'p10', 'p9', 'p11'],
      ['b', 'a', 'b', 'c', 'a'],
      [9, '10', 9, 10, 11],
      ['a', 'a', 'a'],
      ['10', '9', '9', '10'],
    ];
    for (const order of orders) {
      const list = new LazyRecordList('projects', [null, ...order.map(id => ({id}))]);
      const unique = [
        ...new Map(order.map(id => [String(id), id] as const).reverse()).values(),
      ].reverse();
      assert.deepEqual(ids(list).map(String).toSorted(), unique.map(String).toSorted());
      assert.equal(list.report.dropped, 1 + order.length - unique.length);
    }
  });

  it('drops records immediately that lack more than an id', () => {
    const raws = [{id: 1}, {id: 1, name: 'A', url: 'x:y'}, {id: 2, name: 3}];
    const list = new LazyRecordList('organisations', raws);
    assert.deepEqual([ids(list), list.report.dropped], [[1], 2]);
    assert.ok(list.report.errors.includes('organisations[0].name: expected a string, got nothing'));
    assert.ok(list.report.errors.some(fault => fault.startsWith('organisations[1].url')));
  });

  it('leaves the other fields of organisations and events unread until a record is shown', () => {
    const read: string[] = [];
    const watched = (raw: object) =>
      new Proxy(raw, {get: (fields, name) => (read.push(String(name)), Reflect.get(fields, name))});
    const organisation = watched({id: 1, name: 'A', url: 'x:y'});
    const event = watched({id: 1, period: {start: '2026'}, title: 5});
    const organisations = new LazyRecordList('organisations', [organisation]);
    const events = new LazyRecordList('events', [event]);
    assert.deepEqual([...new Set(read)].toSorted(), ['id', 'name', 'period']);
    assert.deepEqual([organisations.report.errorCount, events.report.errorCount], [0, 0]);
    assert.deepEqual(organisations.at(0), {id: 1, name: 'A'});
    assert.equal(events.at(0).title, undefined);
    assert.deepEqual([organisations.report.errorCount, events.report.errorCount], [1, 1]);
  });

  it('reports an error once with its path in the response, however often the record is read', () => {
    const raws = [{}, {id: 1}, {id: 2}, {id: 3, geo: {lat: '3,1', lon: 3}}];
    const list = new LazyRecordList('projects', raws);
    for (let times = 0; times < 3; times++) for (const record of list) assert.ok(record);
    assert.equal(list.report.errors[1], 'projects[3].geo.lat: expected a number, got "3,1"');
    assert.deepEqual([list.report.errorCount, list.report.dropped], [2, 1]);
  });

  it('counts all errors and keeps the first ones', () => {
    const raws = Array.from({length: 100}, (_, id) => ({id, title: 5}));
    const list = new LazyRecordList('resources', raws);
    assert.equal(ids(list).length, 100);
    assert.deepEqual([list.report.errorCount, list.report.errors.length], [100, 20]);
  });

  it('reads ids and portals without validating the rest, also if some are dropped', () => {
    const raws = [
      {id: 'a', portal: 'p'},
      null,
      {id: 7, portal: {}},
      {id: 'a'},
      {id: 'b', title: 5},
    ];
    const list = new LazyRecordList('projects', raws);
    const heads = [0, 1, 2].map(index => [list.idAt(index), list.portalAt(index)]);
    assert.deepEqual(heads, [
      ['a', 'p'],
      [7, undefined],
      ['b', undefined],
    ]);
    assert.deepEqual(ids(list), ['a', 7, 'b']);
    assert.ok(list.report.errors.some(fault => fault.startsWith('projects[4].title')));
  });

  it('returns the same object each time', () => {
    const list = new LazyRecordList('projects', [{id: 1, title: 5}]);
    assert.equal(list.at(0), list.at(0));
  });

  it('reads a place and a family without validating the rest', () => {
    const geo = {lat: 50, lon: 3};
    const raws = [
      {id: 1, geo, family: 'theme', title: 5},
      {id: 2, geo: null, family: 4},
    ];
    const list = new LazyRecordList('resources', raws);
    assert.deepEqual([list.geoAt(0), list.familyAt(0)], [geo, 'theme']);
    assert.deepEqual([list.geoAt(1), list.familyAt(1)], [undefined, undefined]);
    assert.equal(list.report.errorCount, 0);
  });

  it('reads the same place before and after full validation, and as the schema does', () => {
    const degree = fc.oneof(
      fc.double(),
      fc.constantFrom(-90, 90, -180, 180, 90.0001, '3', null),
      fc.double({min: -200, max: 200}),
    );
    const geo = fc.oneof(
      fc.record({lat: degree, lon: degree, more: fc.anything()}, {requiredKeys: []}),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(geo, given => {
        const raw = {id: 1, geo: given};
        const list = new LazyRecordList('resources', [raw]);
        const before = list.geoAt(0);
        const known = before && {lat: before.lat, lon: before.lon};
        assert.deepEqual(known, parseRecord('resources', raw).value?.geo ?? undefined);
        list.at(0);
        assert.deepEqual(list.geoAt(0), known);
      }),
      {numRuns: 2000},
    );
  });
});

describe('full validation', () => {
  const rawRecords = Array.from({length: 5000}, (_, id) => ({
    id,
    title: 'x'.repeat(200),
    url: 'y:z',
  }));

  it('yields to the main thread between slices', async () => {
    const list = new LazyRecordList('resources', rawRecords);
    let steps = 0;
    let isDone = false;
    const count = (): void => {
      steps++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const slow = Date.now;
    let clock = 0;
    Date.now = () => (clock += 7);
    try {
      await list.validateAll();
    } finally {
      Date.now = slow;
      isDone = true;
    }
    assert.equal(list.report.errorCount, 5000);
    assert.ok(steps > 20, `${steps} other tasks had their turn`);
  });

  it('stops between slices when its caller has aborted', async () => {
    const asker = new AbortController();
    const real = Date.now;
    Date.now = () => (asker.abort(), real() * 1e6);
    let steps = 0;
    try {
      const running = runInSlices(5000, () => steps++, asker.signal);
      await assert.rejects(running, error => isAbortError(error));
    } finally {
      Date.now = real;
    }
    assert.ok(steps < 5000);
  });

  it('keeps no copy of records that were not accessed', async () => {
    const list = new LazyRecordList('resources', rawRecords);
    const asked = list.at(7);
    await list.validateAll();
    assert.equal(list.at(7), asked);
    assert.equal(list.report.errorCount, 5000);
    // Parsed again on each access, reported once.
    const changing = {id: 1, title: 'old'};
    const other = new LazyRecordList('resources', [changing]);
    await other.validateAll();
    changing.title = 'new';
    assert.equal(other.at(0).title, 'new');
    assert.equal(list.at(8).title, 'x'.repeat(200));
    assert.equal(list.report.errorCount, 5000);
    const kept = [...list];
    assert.ok([...list].every((record, index) => record === kept[index]));
    assert.equal(list.report.errorCount, 5000);
  });

  it('reports each error once, however often it validates', async () => {
    const list = new LazyRecordList('resources', rawRecords);
    await Promise.all([list.validateAll(), list.validateAll()]);
    await list.validateAll();
    assert.equal(list.report.errorCount, 5000);
  });
});
