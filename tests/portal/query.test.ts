import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {Client} from '../../src/data/client/client.js';
import type {PortalSource} from '../../src/data/source.js';
import {ApiSource} from '../../src/data/sources/portal/portal.js';
import {WarningSource} from '../data/fake-server.js';
import {DocumentSource, ItemsSource} from '../../src/data/sources/document/document.js';
import type {Facets, Query} from '../../src/model/query.js';
import type {Id} from '../../src/model/records.js';
import {QUERY_CASES, type QueryCase} from '../support/query-cases.js';
import {smallPortal} from '../support/small-portal.js';

interface QueryOutcome {
  readonly items: Iterable<{readonly id: Id}>;
  readonly total: number;
  readonly facets?: Facets;
}

let server: DemoServer;
before(async () => {
  server = await startServer({data: smallPortal});
});
after(() => server.close());

const failOnWarning = (line: string): never => assert.fail(`a word to the webmaster: ${line}`);

/** Builds the URL of a query from the API documentation, independently of the tested code. */
function address({collection, query}: QueryCase): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (name === 'bbox' || name === 'facets') parameters.set(name, String(value));
    else for (const one of [value].flat()) parameters.append(name, String(one));
  }
  return `${server.url}api/${collection}?${parameters.toString()}`;
}

async function overHttp(asked: QueryCase): Promise<QueryOutcome> {
  const response = await fetch(address(asked));
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as QueryOutcome;
}

const find =
  (open: () => PortalSource) =>
  ({
    collection,
    query,
  }: {
    collection: QueryCase['collection'];
    query: Query;
  }): Promise<QueryOutcome> =>
    open().find(collection, query, {signal: new AbortController().signal});

const IMPLEMENTATIONS: Readonly<Record<string, (asked: QueryCase) => Promise<QueryOutcome>>> = {
  'the server': overHttp,
  'the API source': find(
    () => new WarningSource(new ApiSource(`${server.url}api`, new Client()), failOnWarning),
  ),
  'the document source': find(
    () =>
      new WarningSource(
        new DocumentSource(`${server.url}data/portail.json`, new Client()),
        failOnWarning,
      ),
  ),
  'records in memory': find(() => new ItemsSource(smallPortal, failOnWarning)),
};

for (const [way, ask] of Object.entries(IMPLEMENTATIONS)) {
  describe(way, () => {
    for (const asked of QUERY_CASES) {
      it(asked.name, async () => {
        const {items, total, facets = {}} = await ask(asked);
        assert.deepEqual(
          [...items].map(({id}) => id),
          asked.ids,
        );
        assert.equal(total, asked.total ?? asked.ids.length);
        assert.deepEqual(counts(facets), asked.facets ?? {});
        const labels = Object.values(facets).flatMap(values => values.map(v => [v.value, v.label]));
        for (const [value, label] of Object.entries(asked.labels ?? {}))
          assert.deepEqual(Object.fromEntries(labels)[value], label);
      });
    }
  });
}

const counts = (facets: Facets): unknown =>
  Object.fromEntries(
    Object.entries(facets).map(([name, values]) => [
      name,
      Object.fromEntries(values.map(({value, count}) => [value, count])),
    ]),
  );
