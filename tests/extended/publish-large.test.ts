import assert from 'node:assert/strict';
import {it} from 'node:test';
import {publishedShards} from '../support/published-shards.js';

const COUNT = 100_000;

it('the first page of a filter of 100,000 published records takes 5 requests and 300 kB at most', async () => {
  const shards = publishedShards(COUNT);
  const options = {signal: new AbortController().signal};
  const facets = ['type', 'theme', 'commune'] as const;
  for (const filter of [{}, {theme: ['Eau']}, {type: ['document']}, {commune: ['59012']}]) {
    const {total} = await shards.open().find('resources', {...filter, facets, limit: 24}, options);
    assert.ok(total > 0);
    const {requests, bytes} = shards.read;
    assert.ok(
      requests <= 5 && bytes <= 300_000,
      `${JSON.stringify(filter)}: ${requests}, ${bytes}`,
    );
  }
});
