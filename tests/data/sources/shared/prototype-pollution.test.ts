import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openForeignSource} from '../../../../src/data/sources/registry.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const NAMES = [
  '__proto__',
  '__proto__.polluted',
  'title.__proto__.polluted',
  'constructor',
  'constructor.polluted',
  'constructor.prototype.polluted',
  'toString',
  'valueOf.polluted',
  'hasOwnProperty',
];

const keysOf = () =>
  [Object, Array, Function, String].map(({prototype}) => Reflect.ownKeys(prototype).length);

describe('a name in "fields"', () => {
  for (const name of NAMES)
    it(`S-08 reaches no prototype and breaks nothing: ${name}`, async () => {
      const server = new FakeServer({'/a.csv': 'nom,x\nÉtang,1\nHalle,2\n'});
      const before = keysOf();
      const source = await openForeignSource('csv', {
        url: 'https://a.example/a.csv',
        fields: `title: nom; ${name}: x`,
        client: server.client,
        warn: line => server.warnings.push(line),
      });
      const {items} = await source.find('resources', {}, {signal: neverAborted});
      assert.deepEqual(
        [...items].map(({title}) => title),
        ['Étang', 'Halle'],
      );
      assert.equal(({} as {polluted?: unknown}).polluted, undefined);
      assert.deepEqual(keysOf(), before);
      if (name.includes('__proto__')) assert.match(server.warnings.join(), /__proto__/);
    });
});
