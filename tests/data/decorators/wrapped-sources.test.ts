import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {decorateSource, openSource} from '../../../src/data/open-source.js';
import type {QueryResult, PortalSource} from '../../../src/data/source.js';
import {sharedClient} from '../../../src/data/client/client.js';
import {CommuneLocatedSource} from '../../../src/data/decorators/commune-located-source.js';
import {MergedSource} from '../../../src/data/sources/shared/merged-source.js';
import {SourceDecorator} from '../../../src/data/decorators/source-decorator.js';
import {createLinkFilterSource} from '../../../src/data/decorators/link-filter-source.js';
import {SingleRecordSource} from '../../../src/data/decorators/single-record-source.js';
import {TerritorialSource} from '../../../src/data/decorators/territorial-source.js';
import {SharedSource} from '../../../src/elements/explorer/shared-source.js';
import {ArrayRecordList} from '../../../src/model/collection/record-list.js';
import type {Collections} from '../../../src/model/records.js';
import {neverAborted} from '../fake-server.js';

const PLACES = 'https://portal.example/communes.json';
const ORIGINS = 'https://portal.example';
const ignore = (): void => {};

type Optional = {
  [K in keyof PortalSource]-?: object extends Pick<PortalSource, K> ? K : never;
}[keyof PortalSource];

const record = {id: 7, title: 'Atlas'} as Collections['resources'];
const answer: QueryResult = {
  items: new ArrayRecordList([record]),
  total: 1,
  facets: {},
  report: {dropped: 0, errors: [], errorCount: 0},
};

/** A server that has everything that a source may have. */
class Inner implements Required<PortalSource> {
  readonly name = 'https://portal.example/api';
  readonly isForeign = true;
  readonly contributionsUrl = 'https://portal.example/contributions';
  readonly asked: unknown[] = [];
  isComplete = () => false;
  find = () => Promise.resolve(answer as never);
  one: Required<PortalSource>['one'] = (collection, id, {signal}) => {
    this.asked.push([collection, id, signal]);
    return Promise.resolve(record as never);
  };
}

/** Each source that is made around another, by the class or by what widgets call. */
const WRAPPERS: Readonly<Record<string, (source: PortalSource) => PortalSource>> = {
  SourceDecorator: source => new SourceDecorator(source, () => Promise.resolve(source)),
  CommuneLocatedSource: source => new CommuneLocatedSource(source, PLACES, sharedClient, ignore),
  MergedSource: source => new MergedSource([source]),
  LinkFilterSource: source => createLinkFilterSource(source, ORIGINS, ignore),
  SingleRecordSource: source => new SingleRecordSource(source, 'resources', '7'),
  SharedSource: source => new SharedSource(source, ignore, ignore),
  TerritorialSource: source => new TerritorialSource(source, PLACES, sharedClient, ignore),
  'link-origin': source => decorateSource(source, {linkOrigin: ORIGINS, warn: ignore}),
  places: source => decorateSource(source, {places: PLACES, warn: ignore}),
  record: source => decorateSource(source, {record: '7', warn: ignore}),
  'epci, departement, region': source => decorateSource(source, {warn: ignore}, true),
  'all of these attributes': source =>
    decorateSource(source, {linkOrigin: ORIGINS, places: PLACES, warn: ignore}, true),
};

/** Expectation for each optional member: a new one has to be added here. */
const EXPECTED: Readonly<Record<Optional, (outer: PortalSource, inner: Inner) => unknown>> = {
  isForeign: (outer, {isForeign}) => assert.equal(outer.isForeign, isForeign),
  contributionsUrl: (outer, {contributionsUrl}) =>
    assert.equal(outer.contributionsUrl, contributionsUrl),
  one: async (outer, {asked}) => {
    const found = await outer.one?.('resources', 7, {signal: neverAborted});
    assert.deepEqual(found, record);
    // Several sources as one look the record up in what all of them give.
    if (!(outer instanceof MergedSource)) assert.deepEqual(asked, [['resources', 7, neverAborted]]);
  },
};

describe('a source around another', () => {
  for (const [name, wrap] of Object.entries(WRAPPERS))
    for (const [member, check] of Object.entries(EXPECTED))
      it(`passes on "${member}" (${name})`, async () => {
        const inner = new Inner();
        await check(wrap(inner), inner);
      });

  for (const [name, wrap] of Object.entries(WRAPPERS))
    it(`offers no request for one record if the source has none (${name})`, async () => {
      const {name: api, isComplete} = new Inner();
      const none = {...answer, items: new ArrayRecordList<never>([]), total: 0};
      const find = () => Promise.resolve(none as never);
      const outer = wrap({name: api, isComplete, find});
      assert.equal(await outer.one?.('resources', 7, {signal: neverAborted}), undefined);
    });

  it('is one of those tested here', () => {
    const folder = new URL('../../../src/', import.meta.url);
    const found = readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(file => file.endsWith('.ts'))
      .map(file => readFileSync(new URL(file, folder), 'utf8'))
      .flatMap(text => [...text.matchAll(/class (\w+) extends SourceDecorator/g)])
      .map(([, name]) => name!);
    assert.ok(found.length > 0);
    assert.deepEqual(
      found.filter(name => !Object.hasOwn(WRAPPERS, name)),
      [],
    );
  });
});

describe('several addresses in one api attribute', () => {
  const kindOf = (source: string) =>
    openSource({api: 'https://a.example/a https://b.example/b', source})?.isForeign;

  it('are foreign where all of them are', () => {
    assert.equal(kindOf('geojson csv'), true);
    assert.equal(kindOf('portal geojson'), false);
    assert.equal(kindOf('portal'), false);
  });
});
