import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LazyRelations} from '../../../../../src/data/sources/shared/files/lazy-relations.js';
import {LazyRecordList} from '../../../../../src/data/validation.js';
import {neverAborted} from '../../../fake-server.js';

describe('related collections', () => {
  it('F-03 are available to each query that waits for them, whatever another query waits for', async () => {
    const waiting = new Map<string, () => void>();
    const relations = new LazyRelations(collection => {
      const list = new LazyRecordList(collection, [{id: 'a', family: 'theme'}]);
      return new Promise(resolve => waiting.set(collection, () => resolve(list)));
    });
    const both = relations.ensureLoaded('resources', {facets: ['project']}, {signal: neverAborted});
    waiting.get('portals')!();
    await new Promise(setImmediate);
    // Portals are loaded, projects are not: a query that needs only portals does not wait.
    await relations.ensureLoaded('resources', {facets: ['family']}, {signal: neverAborted});
    assert.equal(relations.portal('a')?.family, 'theme');
    waiting.get('projects')!();
    await both;
  });
});
