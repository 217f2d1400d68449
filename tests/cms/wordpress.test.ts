import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {findWordPress} from '../../scripts/setup.mjs';
import {Client} from '../../src/data/client/client.js';
import type {PortalSource} from '../../src/data/source.js';
import {open} from '../../src/data/sources/wordpress/wordpress.js';
import type {Query} from '../../src/model/query.js';
import type {Resource} from '../../src/model/records.js';
import {startWordPress, type WordPressSite} from './wordpress-site.js';
import {neverAborted} from '../data/fake-server.js';

const skip = findWordPress()
  ? false
  : "WordPress is missing: install Debian's wordpress, php-cli and mariadb-server-core.";

describe('a real WordPress', {skip}, () => {
  let site: WordPressSite;
  const warnings: string[] = [];
  const at = (path: string, fields = ''): PortalSource =>
    open({
      url: site.url + path,
      fields,
      client: new Client(),
      warn: line => void warnings.push(line),
    });
  const find = async (source: PortalSource, query: Query) => {
    const answer = await source.find('resources', query, {signal: neverAborted});
    return {...answer, titles: [...answer.items].map(({title}) => title)};
  };

  before(async () => {
    site = await startWordPress();
  });
  after(() => site.stop());

  it('provides all public posts', async () => {
    const {items, total, cappedAt} = await at('/').find(
      'resources',
      {limit: Infinity},
      {signal: neverAborted},
    );
    const titles = [...items].map(({title}) => title);
    assert.equal(total, 128);
    assert.equal(new Set(titles).size, 128);
    assert.equal(cappedAt, undefined);
    assert.ok(!/habitants|Brouillon/.test(JSON.stringify(titles)));
  });

  it('provides the text, terms, picture and date of a post', async () => {
    const {items, attribution} = await find(at('/wp-json/wp/v2/posts'), {q: 'écluse', limit: 3});
    assert.equal(items.length, 1);
    const {id, url, updated, ...resource} = items.at(0);
    assert.deepEqual(resource, {
      title: 'L’écluse & le « pont » neuf',
      type: 'actualite',
      abstract: 'Ouvert dès 8 h… Entrée\u00a0libre !',
      image: {
        src: `${site.url}/wp-content/uploads/2025/02/pont-768x384.jpg`,
        alt: 'Le pont neuf',
        credit: 'Photo : A. Ateur',
        width: 768,
        height: 384,
      },
      published: '2025-02-01T00:30:00',
      themes: ['Eau', 'Vie & cité'],
      tags: ['canal', 'été'],
    } satisfies Partial<Resource>);
    assert.match(String(id), /^\d+$/);
    assert.equal(url, `${site.url}/lecluse-le-pont-neuf/`);
    assert.ok(updated);
    assert.deepEqual(attribution, {text: "Ville d'Ors & alentours", url: `${site.url}/`});
  });

  it('is queried by category name, days, order and page', async () => {
    const source = at('/');
    const water = await find(source, {theme: ['Eau'], limit: 100});
    assert.equal(water.total, 43);
    const spring = await find(source, {from: '2024-03', to: '2024-05-15', limit: 100});
    assert.equal(spring.total, 33);
    const february = await find(source, {from: '2025-02-01', to: '2025-02-01'});
    assert.equal(february.titles.length, 1);
  });

  it('shows each post once on the pages of a list, though one post asks for a password', async () => {
    // The site counts that post, and sorts it ahead of the others.
    const ofPages = async (...pages: number[]): Promise<unknown[]> => {
      const source = at('/');
      const titles: unknown[] = [];
      for (const page of pages)
        titles.push(...(await find(source, {sort: '-title', limit: 5, page})).titles);
      return titles;
    };
    const expected = [
      'L’écluse & le « pont » neuf',
      ...[127, 126, 125, 124, 123, 122, 121].map(number => `Atelier ${number}`),
    ];
    assert.deepEqual((await ofPages(1, 2)).slice(0, 8), expected);
    assert.deepEqual((await ofPages(2, 1)).toSorted().slice(-8), expected.toSorted());
  });

  it('has its facets counted in the browser', async () => {
    const {facets} = await find(at('/'), {facets: ['theme', 'year'], theme: ['Eau'], limit: 3});
    assert.deepEqual(
      facets.theme?.map(({value, count}) => [value, count]),
      [
        ['Vie & cité', 86],
        ['Eau', 43],
      ],
    );
  });

  it('provides its pages, and its custom types', async () => {
    const pages = await find(at('/wp-json/wp/v2/pages'), {});
    assert.ok(pages.titles.includes('La commune'));
    const own = await find(at('/wp-json/wp/v2/demarche'), {});
    assert.deepEqual(own.titles, ['Plan du bourg']);
    assert.equal(own.items.at(0).type, 'demarche');
  });

  it('is read by a query parameter if it has plain permalinks', async () => {
    const {titles, total} = await find(at('/?rest_route=/wp/v2/posts'), {
      q: 'Atelier 12',
      limit: 3,
    });
    assert.equal(titles.length, 3);
    assert.equal(total, 10);
  });

  it('rejects unknown resources', async () => {
    await assert.rejects(find(at('/wp-json/wp/v2/rien'), {}), {kind: 'http'});
    await assert.rejects(find(at('/autre/'), {}), /expected JSON|answered 404/);
  });

  it('caused no warning', () => assert.deepEqual(warnings, []));
});
