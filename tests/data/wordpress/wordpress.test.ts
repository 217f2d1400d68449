import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../src/data/sources/wordpress.js';
import type {Query} from '../../../src/model/query.js';
import type {CollectionName, PortalEvent, Resource} from '../../../src/model/records.js';
import {FakeServer, never} from '../fake-server.js';

const POSTS = '/wp-json/wp/v2/posts';
const SITE = 'https://commune.example/';

/** A post in the shape of the REST API. */
const post = (id: number, more: object = {}) => ({
  id,
  date: '2025-01-31T10:00:00',
  date_gmt: '2025-01-31T09:00:00',
  modified_gmt: '2025-02-01T09:00:00',
  type: 'post',
  link: `https://commune.example/${id}/`,
  title: {rendered: `L&rsquo;atelier n&#8239;&#176;${id} &#8211; suite`},
  excerpt: {rendered: '<p>Un <strong>mot</strong>.</p>\n', protected: false},
  content: {rendered: '<p>Un.</p><script>alert(1)</script><p>Deux&nbsp;!</p>', protected: false},
  _embedded: {
    'wp:featuredmedia': [
      {
        source_url: 'https://commune.example/grande.jpg',
        media_details: {sizes: {medium_large: {source_url: 'https://commune.example/moyenne.jpg'}}},
      },
    ],
    'wp:term': [
      [{taxonomy: 'category', name: 'Vie &amp; cit&eacute;'}],
      [{taxonomy: 'post_tag', name: 'eau'}],
    ],
  },
  ...more,
});

function opened(answers: Record<string, object | number>, at = SITE, fields = '') {
  const server = new FakeServer(answers);
  const source = open({address: at, fields, client: server.client, tell: server.tell});
  const find = async <K extends CollectionName>(collection: K, query: Query = {}) =>
    source.find(collection, query, {signal: never});
  const lastAsked = () => new URL(server.asked.at(-1) ?? '', SITE);
  return {server, source, find, lastAsked};
}

const totalled = (posts: readonly unknown[], total?: number) =>
  Response.json(posts, total === undefined ? {} : {headers: {'X-WP-Total': String(total)}});

describe('a WordPress site', () => {
  it('gives a resource a post: words without entities or tags, names of its terms, its picture', async () => {
    const {find} = opened({[POSTS]: totalled([post(1)], 1)});
    const [resource] = [...(await find('resources')).items] as Resource[];
    assert.deepEqual(resource, {
      id: '1',
      title: 'L’atelier n\u202f°1 – suite',
      abstract: 'Un mot.',
      url: 'https://commune.example/1/',
      image: {src: 'https://commune.example/moyenne.jpg'},
      published: '2025-01-31T09:00:00Z',
      updated: '2025-02-01T09:00:00Z',
      themes: ['Vie & cité'],
      tags: ['eau'],
      type: 'post',
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
      const {find, lastAsked} = opened({[asked]: totalled([post(1)], 1)}, given);
      assert.equal((await find('resources')).total, 1);
      assert.equal(lastAsked().pathname, asked);
      assert.equal(lastAsked().searchParams.get('lang'), new URL(given).searchParams.get('lang'));
    });
  }

  it('is read by rest_route where its addresses are plain', async () => {
    const at = 'https://commune.example/?rest_route=/';
    const {find, lastAsked} = opened({'/': totalled([post(1)], 1)}, at);
    assert.equal((await find('resources')).total, 1);
    assert.equal(lastAsked().searchParams.get('rest_route'), '/wp/v2/posts');
  });

  it('is searched and sorted by date there, and gives pages by their number', async () => {
    const posts = [1, 2, 3].map(id => post(id));
    const {find, lastAsked} = opened({[POSTS]: totalled(posts, 9)});
    const {total} = await find('resources', {q: 'atelier', sort: '-date', limit: 3, page: 2});
    assert.equal(total, 9);
    const {searchParams} = lastAsked();
    assert.deepEqual(
      ['search', 'orderby', 'order', 'per_page', 'page'].map(name => searchParams.get(name)),
      ['atelier', 'date', 'desc', '3', '2'],
    );
  });

  it('is read to its end where it does not say how many there are', async () => {
    const full = Array.from({length: 100}, (_, i) => post(i + 1));
    const query = (page: number) =>
      `${POSTS}?_embed=wp%3Afeaturedmedia%2Cwp%3Aterm&per_page=100&page=${page}`;
    // A page after the last one is an error, and no end of the widget.
    const {source} = opened({[query(1)]: totalled(full), [POSTS]: 400});
    const {total, items} = await source.all('resources', {}, {signal: never});
    assert.equal(total, 100);
    assert.equal(items.length, 100);
  });

  it('keeps the words of a post behind a password to itself', async () => {
    const hidden = {
      excerpt: {rendered: '<p>Secret</p>', protected: true},
      content: {rendered: '<p>Secret</p>', protected: true},
    };
    const {find} = opened({[POSTS]: totalled([post(1, hidden)], 1)});
    const [resource] = [...(await find('resources')).items] as Resource[];
    assert.ok(resource && !('abstract' in resource));
  });

  it('gives a calendar only what its webmaster says is a time', async () => {
    const at = {acf: {debut: '2026-06-06T10:00:00'}};
    const none = opened({[POSTS]: totalled([post(1, at)], 1)});
    assert.equal((await none.find('events')).items.length, 0);
    const {find} = opened({[POSTS]: totalled([post(1, at)], 1)}, SITE, 'start: acf.debut');
    const [event] = [...(await find('events')).items] as PortalEvent[];
    assert.equal(event?.period.start, '2026-06-06T10:00:00');
  });

  it('gives a calendar the events of The Events Calendar', async () => {
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
    const {find, lastAsked} = opened({[path]: {events, total: 1}}, at);
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

  it('survives posts that are none', async () => {
    const posts = [null, 3, {}, post(1, {title: 7, _embedded: []})];
    const {find} = opened({[POSTS]: totalled(posts, 4)});
    assert.equal((await find('resources')).total, 4);
  });

  it('is refused when the answer is another one', async () => {
    const other = opened({[POSTS]: {code: 'rest_no_route'}});
    await assert.rejects(other.find('resources'), {kind: 'schema'});
    await assert.rejects(opened({[POSTS]: 401}).find('resources'), {kind: 'http'});
  });
});
