import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LateRelations} from '../../src/data/sources/late-relations.js';
import {CheckedList} from '../../src/data/checked-list.js';
import {never} from './fake-server.js';

describe('what records of other collections say', () => {
  it('F-03 is known to every question that waits for it, whatever else another one waits for', async () => {
    const waiting = new Map<string, () => void>();
    const relations = new LateRelations(collection => {
      const list = new CheckedList(collection, [{id: 'a', family: 'theme'}]);
      return new Promise(resolve => waiting.set(collection, () => resolve(list)));
    });
    const both = relations.need('resources', {facets: ['project']}, never);
    waiting.get('portals')!();
    await new Promise(setImmediate);
    // Portals are here, projects are not: who needs but portals need not wait, and knows them.
    await relations.need('resources', {facets: ['family']}, never);
    assert.equal(relations.portal('a')?.family, 'theme');
    waiting.get('projects')!();
    await both;
  });
});
