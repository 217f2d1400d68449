import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {decorateSource} from '../../../src/data/open-source.js';
import {ItemsSource} from '../../../src/data/sources/document/document.js';
import {createLinkFilterSource} from '../../../src/data/decorators/link-filter-source.js';
import {setSourceName, sourceNameOf} from '../../../src/data/source.js';
import {RECORD_SCHEMAS} from '../../../src/model/schemas/record-schemas.js';
import {COLLECTIONS} from '../../../src/model/records.js';
import {hostilePortal} from '../../hostile/hostile-portal.js';
import {corpus} from '../../hostile/payloads.js';
import {neverAborted} from '../fake-server.js';

const ALLOWED_ORIGIN = 'https://portail.example';
const resources = [
  {
    id: 1,
    title: 'Étang',
    url: `${ALLOWED_ORIGIN}/1`,
    website: 'https://leak.example/',
    attachments: [{url: `${ALLOWED_ORIGIN}/a.pdf`}, {url: 'https://leak.example/b.pdf'}],
    image: {src: 'https://photos.example/a.jpg'},
    extra: {site: 'https://leak.example/', lieux: ['Halle', ' HTTPS://leak.example/', 'http:']},
  },
  {id: 2, title: 'Halle', url: 'https://leak.example/'},
  {id: 3, title: 'Digue', url: 'https://portail.example.leak.example/'},
  {id: 4, title: 'Gué', url: 'http://portail.example/4'},
  {id: 5, title: 'Port', url: 'mailto:a@leak.example'},
];
const projects = [
  {
    id: 1,
    sources: [{title: 'Étude', url: 'https://leak.example/'}, {url: `${ALLOWED_ORIGIN}/s`}],
    participate: {label: 'Ici', url: 'https://leak.example/'},
  },
];
const document = {
  resources,
  projects,
  attribution: {text: 'CAUE', url: 'https://leak.example/'},
  contact: 'https://leak.example/',
};

const warnings: string[] = [];
const source = (origins = ALLOWED_ORIGIN) =>
  decorateSource(new ItemsSource(document, () => {}), {
    linkOrigin: origins,
    warn: line => warnings.push(line),
  });
const all = async (origins?: string) => [
  ...(await source(origins).find('resources', {limit: Infinity}, {signal: neverAborted})).items,
];

describe('records of a page that limits the origins of links', () => {
  it('S-16 keep links to these origins; other records have none', async () => {
    assert.deepEqual(
      (await all()).map(({url}) => url),
      [`${ALLOWED_ORIGIN}/1`, undefined, undefined, undefined, 'mailto:a@leak.example'],
    );
    assert.deepEqual(
      (await all(`${ALLOWED_ORIGIN}/anything https://leak.example`)).map(({url}) => url),
      [
        `${ALLOWED_ORIGIN}/1`,
        'https://leak.example/',
        undefined,
        undefined,
        'mailto:a@leak.example',
      ],
    );
  });

  it('S-16 have no other link inside a record, nor in the attribution', async () => {
    const [first] = await all();
    assert.ok(first);
    assert.deepEqual(first.attachments, [{url: `${ALLOWED_ORIGIN}/a.pdf`}]);
    assert.equal(first.website, undefined);
    assert.deepEqual(first.extra, {lieux: ['Halle', 'http:']});
    assert.equal(first.image?.src, 'https://photos.example/a.jpg');
    const answer = await source().find('projects', {}, {signal: neverAborted});
    const project = answer.items.at(0);
    assert.deepEqual(project.sources, [{title: 'Étude'}, {url: `${ALLOWED_ORIGIN}/s`}]);
    assert.deepEqual(project.participate, {label: 'Ici'});
    assert.deepEqual(answer.attribution, {text: 'CAUE'});
    assert.equal(answer.contact, undefined);
  });

  it('S-16 have no link if the attribute is not a URL, with a warning', async () => {
    warnings.length = 0;
    const urls = (await all('portail.example')).map(({url}) => url);
    assert.deepEqual(urls, [undefined, undefined, undefined, undefined, 'mailto:a@leak.example']);
    assert.match(warnings.join(), /link-origin: "portail\.example" is no address/);
  });

  it('S-16 are unchanged without the attribute', async () => {
    assert.deepEqual(
      (await all('')).map(({url}) => url),
      resources.map(({url}) => url),
    );
  });

  it('keep object identity and attribution', async () => {
    const inner = new ItemsSource(document, () => {});
    const {items} = await inner.find('resources', {}, {signal: neverAborted});
    setSourceName(items.at(1), 'Un autre');
    const kept = await createLinkFilterSource(inner, ALLOWED_ORIGIN, () => {}).find(
      'resources',
      {},
      {signal: neverAborted},
    );
    assert.equal(kept.items.at(1), kept.items.at(1));
    assert.equal(sourceNameOf(kept.items.at(1)), 'Un autre');
  });

  it('S-16 have no other link in any record of any kind', async () => {
    const anyPortal = fc
      .array(fc.constantFrom(...corpus, ...resources.map(({url}) => url)), {
        minLength: 1,
        maxLength: 4,
      })
      .map(hostilePortal);
    await fc.assert(
      fc.asyncProperty(anyPortal, fc.constantFrom(...COLLECTIONS), async (portal, name) => {
        const inner = new ItemsSource(portal, () => {});
        const {items} = await createLinkFilterSource(inner, ALLOWED_ORIGIN, () => {}).find(
          name,
          {limit: Infinity},
          {signal: neverAborted},
        );
        const walk = (value: unknown, key: string): void => {
          if (value !== null && typeof value === 'object')
            for (const [inside, one] of Object.entries(value)) walk(one, inside);
          else if (/^(?:url|website)$/.test(key))
            assert.match(String(value), /^(?:https:\/\/portail\.example\/|mailto:|tel:)/);
        };
        for (const record of items) {
          walk(record, '');
          for (const need of RECORD_SCHEMAS[name].required) assert.ok(need in record);
        }
      }),
      {numRuns: 300, seed: 1},
    );
  });
});
