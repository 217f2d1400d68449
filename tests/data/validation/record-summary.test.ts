import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LazyRecordList} from '../../../src/data/validation.js';
import {
  createSummaryReader,
  QueryRunner,
} from '../../../src/data/sources/shared/files/query-runner.js';
import {RECORD_SCHEMAS} from '../../../src/model/schemas/record-schemas.js';
import {loadNoRelations} from '../../../src/data/source.js';
import {COLLECTIONS} from '../../../src/model/records.js';
import {oddPortal} from '../../support/odd-records.js';
import {neverAborted} from '../fake-server.js';

describe('a record summary', () => {
  it('F-04 has the same fields as full validation, however unusual the record', () => {
    const portal = oddPortal();
    for (const collection of COLLECTIONS) {
      const list = new LazyRecordList(
        collection,
        portal[collection],
        'https://api.example/portal.json',
      );
      const glance = createSummaryReader(list);
      for (let index = 0; index < list.length; index++) {
        const whole = list.at(index) as unknown as Readonly<Record<string, unknown>>;
        const seen = glance(index) as unknown as Readonly<Record<string, unknown>>;
        for (const key of Object.keys(RECORD_SCHEMAS[collection].properties))
          assert.deepEqual(seen[key], whole[key], `${collection}[${index}].${key}`);
      }
    }
  });

  it('validates no field that is not read', () => {
    const record = {
      id: 1,
      title: 'Écluse',
      get abstract(): string {
        throw new Error('looked at');
      },
    };
    const seen = createSummaryReader(new LazyRecordList('resources', [record]))(0);
    assert.equal(seen.title, 'Écluse');
    assert.throws(() => seen.abstract, /looked at/);
  });
});

describe('a query to a large number of records', () => {
  const resources = Array.from({length: 5000}, (_, id) => ({
    id,
    title: `Étape ${(id * 7919) % 5000}`,
    type: `t${id % 9}`,
  }));
  const createQueryRunner = () =>
    new QueryRunner(new LazyRecordList('resources', resources), loadNoRelations);
  const having = (digits: string) => resources.filter(({title}) => title.includes(digits)).length;
  /** Runs with a clock on which every reading uses up a slice, as on a very slow machine. */
  async function withSlowClock<T>(run: () => Promise<T>): Promise<T> {
    const real = Date.now;
    let clock = 0;
    Date.now = () => (clock += 20);
    try {
      return await run();
    } finally {
      Date.now = real;
    }
  }

  it('yields to the main thread while it filters, counts and sorts', async () => {
    const records = createQueryRunner();
    let breaths = 0;
    const real = globalThis.MessageChannel;
    globalThis.MessageChannel = class extends real {
      constructor() {
        super();
        breaths++;
      }
    };
    try {
      const query = {q: 'etape 1', facets: ['type'], sort: 'title'} as const;
      const {total, items} = await withSlowClock(() => records.find(query, {signal: neverAborted}));
      assert.equal(total, having('1'));
      assert.equal([...items][0]?.title, 'Étape 1');
      // One yield per 16 records, and per 16 sorted runs of 512.
      assert.ok(breaths > 5000 / 16, String(breaths));
    } finally {
      globalThis.MessageChannel = real;
    }
  });

  it('continues for the next caller when the first one aborts', async () => {
    const records = createQueryRunner();
    const first = new AbortController();
    const left = records.find({q: 'etape'}, {signal: first.signal});
    first.abort();
    await assert.rejects(left, {name: 'AbortError'});
    const {total} = await records.find({q: 'etape 42'}, {signal: neverAborted});
    assert.equal(total, having('42'));
  });
});
