import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../../src/data/sources/wordpress/wordpress.js';
import type {Query} from '../../../../src/model/query.js';
import type {CollectionName, PortalEvent, Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const POSTS = '/wp-json/wp/v2/posts';
const SITE = 'https://commune.example/';

/** Returns a post in the format of the REST API. */
const post = (id: number, more: object = {}) => ({
  id,
  date: '2025-01-31T10:00:00',
  date_gmt: '2025-01-31T09:00:00',
  modified: '2025-02-01T10:00:00',
  modified_gmt: '2025-02-01T09:00:00',
  type: 'post',
  author: 1,
  featured_media: 12,
  categories: [3],
  tags: [17],
  link: `https://commune.example/${id}/`,
  title: {rendered: `L&rsquo;atelier n&#8239;&#176;${id} &#8211; suite`},
  excerpt: {rendered: '<p>Un <strong>mot</strong>.</p>\n', protected: false},
  content: {rendered: '<p>Un.</p><script>alert(1)</script><p>Deux&nbsp;!</p>', protected: false},
  _embedded: {
    'wp:featuredmedia': [
      {
        source_url: 'http://commune.example/grande.jpg',
        alt_text: 'Un atelier',
        caption: {rendered: '<p>Photo&nbsp;: A. Ateur</p>'},
        media_details: {
          width: 5000,
          height: 3025,
          sizes: {
            medium_large: {
              source_url: 'http://commune.example/moyenne.jpg',
              width: 768,
              height: 465,
            },
          },
        },
      },
    ],
    'wp:term': [
      [
        {id: 3, taxonomy: 'category', name: 'Vie &amp; cit&eacute;', slug: 'vie-cite'},
        {id: 1, taxonomy: 'category', name: 'Non classé', slug: 'non-classe'},
      ],
      [{id: 17, taxonomy: 'post_tag', name: 'eau', slug: 'eau'}],
    ],
  },
  ...more,
});

function openSource(answers: Record<string, object | number>, at = SITE, fields = '') {
  const server = new FakeServer(answers);
  const source = open({url: at, fields, client: server.client, warn: server.warn});
  const find = async <K extends CollectionName>(collection: K, query: Query = {}) =>
    source.find(collection, query, {signal: neverAborted});
  /** Returns the last request for records; requests for the site's description are left out. */
  const lastAsked = () => {
    const asked = server.requests.filter(one => !one.includes('_fields=name'));
    return new URL(asked.at(-1) ?? '', SITE);
  };
  return {server, source, find, lastAsked};
}

const withTotalHeader = (posts: readonly unknown[], total?: number) =>
  Response.json(posts, total === undefined ? {} : {headers: {'X-WP-Total': String(total)}});

describe('a WordPress site', () => {
  it('becomes one resource per post: text without entities or tags, term names, a picture', async () => {
    const {find} = openSource({[POSTS]: withTotalHeader([post(1)], 1)});
    const [resource] = [...(await find('resources')).items] as Resource[];
    assert.deepEqual(resource, {
      id: '1',
      title: 'L’atelier n\u202f°1 – suite',
      abstract: 'Un mot.',
      url: 'https://commune.example/1/',
      image: {
        src: 'https://commune.example/moyenne.jpg',
        alt: 'Un atelier',
        credit: 'Photo\u00a0: A. Ateur',
        width: 768,
        height: 465,
      },
      // Date in the site's time zone, as the site shows it; in UTC it may differ.
      published: '2025-01-31T10:00:00',
      updated: '2025-02-01T10:00:00',
      themes: ['Vie & cité'],
      tags: ['eau'],
      type: 'actualite',
    });
  });

  for (const [given, asked] of [
    ['https://commune.example', POSTS],
    ['https://commune.example/wp-json/', POSTS],
    ['https://commune.example/site/', `/site${POSTS}`],
    ['https://commune.example/wp-json/wp/v2/pages?lang=nl', '/wp-json/wp/v2/pages'],
    ['https://commune.example/wp-json/wp/v2/demarche', '/wp-json/wp/v2/demarche'],
  ] as const) {
    it(`is read at ${given}`, async () => {
      const {find, lastAsked} = openSource({[asked]: withTotalHeader([post(1)], 1)}, given);
      assert.equal((await find('resources')).total, 1);
      assert.equal(lastAsked().pathname, asked);
      assert.equal(lastAsked().searchParams.get('lang'), new URL(given).searchParams.get('lang'));
    });
  }

  it('is read through rest_route if it has plain permalinks', async () => {
    const at = 'https://commune.example/?rest_route=/';
    const {find, lastAsked} = openSource({'/': withTotalHeader([post(1)], 1)}, at);
    assert.equal((await find('resources')).total, 1);
    assert.equal(lastAsked().searchParams.get('rest_route'), '/wp/v2/posts');
  });

  it('is searched and sorted by date by the server, and paged by number', async () => {
    const posts = [1, 2, 3].map(id => post(id));
    const {find, lastAsked} = openSource({[POSTS]: withTotalHeader(posts, 9)});
    const {total} = await find('resources', {q: 'atelier', sort: '-date', limit: 3, page: 2});
    assert.equal(total, 9);
    const {searchParams} = lastAsked();
    assert.deepEqual(
      ['search', 'orderby', 'order', 'per_page', 'page'].map(name => searchParams.get(name)),
      ['atelier', 'date', 'desc', '3', '2'],
    );
  });

  it('is filtered by category id, by days and in an order', async () => {
    const {server, find, lastAsked} = openSource({});
    server.responses = ({searchParams}) => {
      const page = searchParams.get('orderby') || searchParams.has('categories') ? 50 : 0;
      return withTotalHeader(
        [...Array(20).keys()].map(i => post(page + i)),
        4_000,
      );
    };
    await find('resources', {theme: ['Vie & cité'], from: '2025-01', to: '2025-01-31', limit: 3});
    const {searchParams} = lastAsked();
    assert.deepEqual(
      ['categories', 'after', 'before'].map(name => searchParams.get(name)),
      ['3', '2024-12-31T23:59:59', '2025-02-01T00:00:00'],
    );
    await find('resources', {sort: 'title', limit: 3});
    assert.equal(lastAsked().searchParams.get('orderby'), 'title');
    assert.equal(lastAsked().searchParams.get('order'), 'asc');
  });

  it('is not filtered by a category that no post has', async () => {
    const {find, server} = openSource({[POSTS]: withTotalHeader([post(1), post(2)], 2)});
    assert.equal((await find('resources', {theme: ['Ailleurs']})).total, 0);
    assert.ok(server.requests.every(address => !address.includes('categories=')));
  });

  it('is requested for the fields shown, and those the webmaster maps', async () => {
    const fields = 'geo: acf.lieu | meta.place; type: "document"';
    const {find, lastAsked} = openSource({[POSTS]: withTotalHeader([post(1)], 1)}, SITE, fields);
    await find('resources');
    const asked = lastAsked().searchParams.get('_fields')?.split(',') ?? [];
    for (const name of ['title', 'excerpt', '_embedded', 'acf', 'meta'])
      assert.ok(asked.includes(name), name);
    assert.ok(!asked.includes('content'));
  });

  it('provides its name, from a small request', async () => {
    const {find, server} = openSource({
      [POSTS]: withTotalHeader([post(1)], 1),
      '/wp-json/': {name: 'Ville d&#8217;Ors', home: 'https://commune.example'},
    });
    const {attribution} = await find('resources');
    assert.deepEqual(attribution, {text: 'Ville d’Ors', url: 'https://commune.example/'});
    await find('resources', {limit: 3});
    assert.equal(server.requests.filter(address => address.includes('_fields=name')).length, 1);
  });

  it('is read to its end if it reports no total', async () => {
    const {server, source, find} = openSource({});
    server.responses = ({searchParams}) => {
      const [page, size] = ['page', 'per_page'].map(name => Number(searchParams.get(name)));
      if (!page || !size) return 404;
      const ids = [...Array(200).keys()].slice((page - 1) * size, page * size);
      // A page after the last one is an error, which must not break the widget.
      return ids.length > 0 ? withTotalHeader(ids.map(id => post(id))) : 400;
    };
    const {total, items} = await source.find(
      'resources',
      {limit: Infinity},
      {signal: neverAborted},
    );
    assert.equal(total, 200);
    assert.equal(items.length, 200);
    assert.equal((await find('resources', {limit: 12, page: 2})).total, 200);
  });

  it('leaves out a password-protected post, and keeps the order of the others', async () => {
    const hidden = {
      excerpt: {rendered: '<p>Secret</p>', protected: true},
      content: {rendered: '<p>Secret</p>', protected: true},
    };
    const {server, source} = openSource({});
    server.responses = ({searchParams}) => {
      const [page, size] = ['page', 'per_page'].map(name => Number(searchParams.get(name)));
      if (!page || !size) return 404;
      const ids = [...Array(120).keys()].slice((page - 1) * size, page * size);
      return withTotalHeader(
        ids.map(id => post(id, id % 50 === 7 ? hidden : {})),
        120,
      );
    };
    const {items} = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.equal(items.length, 117);
    assert.ok(![...items].some(({abstract}) => JSON.stringify(abstract).includes('Secret')));
  });

  it('provides events only from the date fields the webmaster maps', async () => {
    const at = {acf: {debut: '2026-06-06T10:00:00'}};
    const none = openSource({[POSTS]: withTotalHeader([post(1, at)], 1)});
    assert.equal((await none.find('events')).items.length, 0);
    const {find} = openSource(
      {[POSTS]: withTotalHeader([post(1, at)], 1)},
      SITE,
      'start: acf.debut',
    );
    const [event] = [...(await find('events')).items] as PortalEvent[];
    assert.equal(event?.period.start, '2026-06-06T10:00:00');
  });

  it('provides the events of The Events Calendar', async () => {
    const path = '/wp-json/tribe/events/v1/events';
    const events = [
      {
        id: 7,
        title: 'F&ecirc;te',
        url: 'https://commune.example/fete/',
        description: '<p>Au canal</p>',
        start_date: '2026-07-14 10:00:00',
        utc_start_date: '2026-07-14 08:00:00',
        utc_end_date: '2026-07-14 20:00:00',
        timezone: 'Europe/Paris',
        venue: {venue: 'Écluse', city: 'Ors', geo_lat: 50.1, geo_lng: 3.6},
        image: {url: 'https://commune.example/fete.jpg'},
        categories: [{name: 'Été'}],
      },
    ];
    const at = `https://commune.example${path}`;
    const {find, lastAsked} = openSource({[path]: {events, total: 1}}, at);
    const [event] = [...(await find('events', {from: '2026-07-01'})).items] as PortalEvent[];
    assert.deepEqual(event, {
      id: '7',
      title: 'Fête',
      url: 'https://commune.example/fete/',
      description: 'Au canal',
      image: {src: 'https://commune.example/fete.jpg'},
      place: 'Écluse',
      geo: {lat: 50.1, lon: 3.6},
      timezone: 'Europe/Paris',
      period: {start: '2026-07-14T08:00:00Z', end: '2026-07-14T20:00:00Z'},
    });
    assert.equal(lastAsked().searchParams.get('ends_after'), '2026-07-01');
  });

  it('tolerates invalid posts', async () => {
    const posts = [null, 3, {}, post(1, {title: 7, _embedded: []})];
    const {find} = openSource({[POSTS]: withTotalHeader(posts, 4)});
    assert.equal((await find('resources')).total, 4);
  });

  it('is rejected if the response has another format', async () => {
    const other = openSource({[POSTS]: {code: 'rest_no_route'}});
    await assert.rejects(other.find('resources'), {kind: 'schema'});
    await assert.rejects(openSource({[POSTS]: 401}).find('resources'), {kind: 'http'});
  });
});
