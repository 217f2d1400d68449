import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CheckedList} from '../../src/data/checked-list.js';
import {glancesOf} from '../../src/data/glance.js';
import {RECORDS} from '../../src/data/schema.js';
import {Filtering} from '../../src/data/sources/filtering.js';
import {strangers} from '../../src/data/sources/foreign/file.js';
import {COLLECTIONS} from '../../src/model/records.js';
import {oddPortal} from '../support/odd-records.js';
import {never} from './fake-server.js';

describe('a glance at a record', () => {
  it('F-04 sees in each field what the whole check leaves there, however odd the record', () => {
    const portal = oddPortal();
    for (const collection of COLLECTIONS) {
      const list = new CheckedList(
        collection,
        portal[collection],
        'https://api.example/portal.json',
      );
      const glance = glancesOf(list);
      for (let index = 0; index < list.length; index++) {
        const whole = list.at(index) as unknown as Readonly<Record<string, unknown>>;
        const seen = glance(index) as unknown as Readonly<Record<string, unknown>>;
        for (const key of Object.keys(RECORDS[collection].shapes))
          assert.deepEqual(seen[key], whole[key], `${collection}[${index}].${key}`);
      }
    }
  });

  it('checks no field that nobody looks at', () => {
    const record = {
      id: 1,
      title: 'Écluse',
      get abstract(): string {
        throw new Error('looked at');
      },
    };
    const seen = glancesOf(new CheckedList('resources', [record]))(0);
    assert.equal(seen.title, 'Écluse');
    assert.throws(() => seen.abstract, /looked at/);
  });
});

describe('a question to very many records', () => {
  const resources = Array.from({length: 5000}, (_, id) => ({
    id,
    title: `Étape ${(id * 7919) % 5000}`,
    type: `t${id % 9}`,
  }));
  const filtering = () => new Filtering(new CheckedList('resources', resources), strangers);
  const having = (digits: string) => resources.filter(({title}) => title.includes(digits)).length;
  /** As on a machine on which each look at the clock finds a slice used up. */
  async function withSlowClock<T>(run: () => Promise<T>): Promise<T> {
    const real = performance.now;
    let clock = 0;
    performance.now = () => (clock += 20);
    try {
      return await run();
    } finally {
      performance.now = real;
    }
  }

  it('lets the page breathe while it looks, counts and sorts', async () => {
    const records = filtering();
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
      const {total, items} = await withSlowClock(() => records.find(query, {signal: never}));
      assert.equal(total, having('1'));
      assert.equal([...items][0]?.title, 'Étape 1');
      // A breath each sixteen records, and each sixteen runs of 512 that are sorted.
      assert.ok(breaths > 5000 / 16, String(breaths));
    } finally {
      globalThis.MessageChannel = real;
    }
  });

  it('goes on looking for the next who asks when the first no longer waits', async () => {
    const records = filtering();
    const first = new AbortController();
    const left = records.find({q: 'etape'}, {signal: first.signal});
    first.abort();
    await assert.rejects(left, {name: 'AbortError'});
    const {total} = await records.find({q: 'etape 42'}, {signal: never});
    assert.equal(total, having('42'));
  });
});
