import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LateRelations} from '../../src/data/sources/late-relations.js';
import {CheckedList} from '../../src/data/checked-list.js';
import {never} from './fake-server.js';

describe('related collections', () => {
  it('F-03 are available to each query that waits for them, whatever another query waits for', async () => {
    const waiting = new Map<string, () => void>();
    const relations = new LateRelations(collection => {
      const list = new CheckedList(collection, [{id: 'a', family: 'theme'}]);
      return new Promise(resolve => waiting.set(collection, () => resolve(list)));
    });
    const both = relations.need('resources', {facets: ['project']}, never);
    waiting.get('portals')!();
    await new Promise(setImmediate);
    // Portals are loaded, projects are not: a query that needs only portals does not wait.
    await relations.need('resources', {facets: ['family']}, never);
    assert.equal(relations.portal('a')?.family, 'theme');
    waiting.get('projects')!();
    await both;
  });
});
