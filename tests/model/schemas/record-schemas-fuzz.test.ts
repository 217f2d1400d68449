import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {LazyRecordList, parseEnvelope, parseRecord} from '../../../src/data/validation.js';
import {RECORD_SCHEMAS} from '../../../src/model/schemas/record-schemas.js';
import {COLLECTIONS, type CollectionName} from '../../../src/model/records.js';

const BASE = 'https://api.example/projects';
const parse = (collection: CollectionName, raw: unknown) => parseRecord(collection, raw, BASE);

describe('parsing', () => {
  const fields = [
    ...new Set(COLLECTIONS.flatMap(name => Object.keys(RECORD_SCHEMAS[name].properties))),
  ];
  const anyRecord = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), {maxKeys: 12});
  const almostRecord = fc.record(
    {
      id: fc.oneof(fc.integer(), fc.string()),
      title: fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.jsonValue())),
      period: fc.record({start: fc.jsonValue(), end: fc.jsonValue()}, {requiredKeys: []}),
      geo: fc.record({lat: fc.double(), lon: fc.double()}, {requiredKeys: []}),
      partners: fc.array(fc.record({name: fc.jsonValue(), geo: fc.jsonValue()})),
      name: fc.jsonValue(),
      kind: fc.string(),
    },
    {requiredKeys: []},
  );

  it('never throws, and reports no error when its result is parsed again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COLLECTIONS),
        fc.oneof(fc.jsonValue(), anyRecord, almostRecord),
        (name, raw) => {
          const {value} = parse(name, raw);
          if (value === undefined) return;
          const again = parse(name, value);
          assert.deepEqual([again.value, again.errors], [value, []]);
        },
      ),
      {numRuns: 3000},
    );
  });

  it('reports everything it drops', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLLECTIONS), anyRecord, (name, raw) => {
        const {value, errors: faults} = parse(name, {...raw, id: 1});
        if (value === undefined) return;
        for (const field of Object.keys(RECORD_SCHEMAS[name].properties)) {
          if (Object.hasOwn(value, field) || !Object.hasOwn(raw, field) || field === 'id') continue;
          assert.ok(
            faults.some(fault => fault.startsWith(field)),
            `${field} went without a word`,
          );
        }
      }),
    );
  });

  it('leaves Object.prototype unchanged', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const raw: unknown = JSON.parse(
      '{"id":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":{"__proto__":"x","constructor":"y"}}',
    );
    const {value} = parse('resources', raw);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(({} as {polluted?: unknown}).polluted, undefined);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
  });

  it('reads no inherited field, and creates none', () => {
    Object.defineProperty(Object.prototype, 'url', {
      value: 'https://evil.example',
      configurable: true,
    });
    try {
      const read = (raw: unknown) => (parse('resources', raw).value as {url?: string}).url;
      assert.equal(read({id: 1}), undefined);
      assert.equal(read({id: 1, url: 'javascript:1'}), undefined);
      assert.equal(read({id: 1, url: 'https://a.example/'}), 'https://a.example/');
      Object.assign(Object.prototype, {geo: {lat: 1, lon: 2}, family: 'acteur'});
      const list = new LazyRecordList('resources', [{id: 1}]);
      assert.deepEqual([list.geoAt(0), list.familyAt(0)], [undefined, undefined]);
    } finally {
      for (const name of ['url', 'geo', 'family']) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

describe('list metadata', () => {
  it('are read in part if a part is invalid', () => {
    const {value, errors: faults} = parseEnvelope(
      {
        total: '12',
        complete: 'yes',
        next: null,
        facets: {theme: [{value: 'eau', count: 2}, {value: 'sol'}, {value: 3, count: 1}]},
        attribution: {text: 'CAUE', url: 'javascript:1', updated: '2026'},
        contact: 'mailto:a@example.org',
      },
      BASE,
    );
    assert.deepEqual(value, {
      next: null,
      facets: {theme: [{value: 'eau', count: 2}]},
      attribution: {text: 'CAUE', updated: '2026'},
      contact: 'mailto:a@example.org',
    });
    assert.equal(faults.length, 5);
  });
});
