import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LoadError} from '../../../../src/data/client/errors.js';
import {open} from '../../../../src/data/sources/rss/rss.js';
import type {CollectionName, PortalEvent, Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const address = 'https://commune.example/feed';

type Body = string | Uint8Array | number;

async function readRecords(
  body: Body | ((url: URL) => Body),
  {collection = 'resources', fields = ''}: {collection?: CollectionName; fields?: string} = {},
) {
  const server = new FakeServer(url => (typeof body === 'function' ? body(url) : body));
  const source = open({url: address, fields, client: server.client, warn: server.warn});
  const {items, total, attribution, cappedAt} = await source.find(
    collection,
    {limit: Infinity},
    {signal: neverAborted},
  );
  return {records: [...items] as Resource[], items, total, attribution, cappedAt, server};
}

const rss = (items: string, channel = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>La commune</title>
  <link>https://commune.example/</link>${channel}${items}</channel></rss>`;

const titles = async (body: Parameters<typeof readRecords>[0]) =>
  (await readRecords(body)).records.map(({title}) => title);

describe('a feed', () => {
  it('has pages without a host on the site, wherever the feed is', async () => {
    const {records} = await readRecords(
      `<rss version="2.0"><channel><title>Ors</title><link>http://ors.example/</link>
        <item><title>A</title><link>/actu/1</link></item>
        <item><title>B</title><link>https://ors.example/2</link></item></channel></rss>`,
    );
    assert.deepEqual(
      records.map(({url}) => url),
      ['http://ors.example/actu/1', 'https://ors.example/2'],
    );
  });

  it('may be RSS 2.0, as WordPress writes it', async () => {
    const {records, attribution, server} = await readRecords(
      rss(
        `<item>
          <title>Travaux &amp; circulation : rue de l&#8217;Église</title>
          <link>https://commune.example/travaux</link>
          <dc:creator><![CDATA[Mairie]]></dc:creator>
          <pubDate>Mon, 01 Jun 2026 08:30:00 +0200</pubDate>
          <category><![CDATA[Voirie]]></category><category>Travaux</category>
          <guid isPermaLink="false">https://commune.example/?p=7</guid>
          <description><![CDATA[<p>La rue est <b>fermée</b>.</p> <script>alert(1)</script>]]></description>
          <content:encoded><![CDATA[<p>La rue est fermée.</p><ul><li>lundi</li></ul>]]></content:encoded>
          <enclosure url="https://commune.example/plan.pdf" type="application/pdf" length="1200"/>
          <enclosure url="https://commune.example/rue.jpg" type="image/jpeg" length="9"/>
        </item>`,
        '<copyright>Licence ouverte</copyright>',
      ),
    );
    assert.deepEqual(records, [
      {
        id: 'https://commune.example/?p=7',
        title: 'Travaux & circulation : rue de l’Église',
        abstract: 'La rue est fermée.',
        body: 'La rue est fermée.\nlundi',
        url: 'https://commune.example/travaux',
        themes: ['Voirie', 'Travaux'],
        image: {src: 'https://commune.example/rue.jpg'},
        attachments: [
          {url: 'https://commune.example/plan.pdf', type: 'application/pdf', size: 1200},
        ],
        authors: ['Mairie'],
        published: '2026-06-01T06:30:00Z',
      },
    ]);
    assert.deepEqual(attribution, {
      text: 'La commune',
      url: 'https://commune.example/',
      licence: 'Licence ouverte',
    });
    assert.deepEqual(server.warnings, []);
  });

  it('may be Atom, with texts of each type', async () => {
    const {records, items} = await readRecords(`<?xml version="1.0"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">
        <title>Actualités</title><link rel="self" href="/feed"/><link href="https://commune.example"/>
        <entry>
          <id>urn:1</id><title type="html">Fête du &lt;em&gt;canal&lt;/em&gt;</title>
          <link rel="enclosure" href="/affiche.png" type="image/png"/>
          <link rel="alternate" href="/fete"/>
          <published>2026-06-01T08:00:00Z</published><updated>2026-06-02T08:00:00Z</updated>
          <author><name>Service culture</name><email>culture@commune.example</email></author>
          <category term="fete" label="Fêtes"/>
          <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Deux.</p></div></summary>
          <georss:point>50.1 3.63</georss:point>
        </entry>
        <entry><id>urn:2</id><title>1 &lt; 2</title></entry>
      </feed>`);
    assert.deepEqual(records[0], {
      id: 'urn:1',
      title: 'Fête du canal',
      abstract: 'Un.\nDeux.',
      url: 'https://commune.example/fete',
      themes: ['Fêtes'],
      image: {src: 'https://commune.example/affiche.png'},
      authors: ['Service culture'],
      published: '2026-06-01T08:00:00Z',
      updated: '2026-06-02T08:00:00Z',
      geo: {lat: 50.1, lon: 3.63},
    });
    assert.equal(records[1]?.title, '1 < 2');
    assert.deepEqual(items.geoAt(0), {lat: 50.1, lon: 3.63});
  });

  it('may be a channel of videos or of podcasts, with pictures and texts in groups of media', async () => {
    const {records} = await readRecords(`<feed xmlns="http://www.w3.org/2005/Atom"
        xmlns:media="http://search.yahoo.com/mrss/"><title>Vidéos</title>
      <entry><id>v1</id><title>Le chaume</title>
        <link rel="alternate" href="https://v.example/watch?v=1"/>
        <published>2026-02-03T10:00:00+00:00</published>
        <media:group>
          <media:content url="https://v.example/v/1" type="application/x-shockwave-flash"/>
          <media:thumbnail url="https://v.example/1.jpg" width="480" height="360"/>
          <media:description>Chez un couvreur.</media:description>
        </media:group></entry></feed>`);
    assert.deepEqual(records, [
      {
        id: 'v1',
        title: 'Le chaume',
        abstract: 'Chez un couvreur.',
        url: 'https://v.example/watch?v=1',
        image: {src: 'https://v.example/1.jpg'},
        published: '2026-02-03T10:00:00+00:00',
      },
    ]);
  });

  it('may be JSON Feed', async () => {
    const {records} = await readRecords(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'La commune',
        items: [
          {
            id: '7',
            url: 'https://commune.example/7',
            title: 'Travaux',
            content_html: '<p>La rue est <b>fermée</b>.</p>',
            date_published: '2026-06-01T08:00:00+02:00',
            authors: [{name: 'Mairie'}],
            tags: ['Voirie'],
            attachments: [{url: '/plan.pdf', mime_type: 'application/pdf', size_in_bytes: 5}],
          },
        ],
      }),
    );
    assert.deepEqual(records, [
      {
        id: '7',
        title: 'Travaux',
        abstract: 'La rue est fermée.',
        url: 'https://commune.example/7',
        themes: ['Voirie'],
        attachments: [{url: 'https://commune.example/plan.pdf', type: 'application/pdf', size: 5}],
        authors: ['Mairie'],
        published: '2026-06-01T08:00:00+02:00',
      },
    ]);
  });

  it('may be RSS 1.0, with its entries beside the channel', async () =>
    assert.deepEqual(
      await titles(`<rdf:RDF xmlns:rdf="x"><channel rdf:about="a"><title>Fil</title></channel>
        <item rdf:about="https://a.example/1"><title>Un</title></item></rdf:RDF>`),
      ['Un'],
    ));

  it('shows no address of its authors', async () => {
    const {records} = await readRecords(
      rss(
        '<item><author>a@b.example (Ève)</author></item><item><author>a@b.example</author></item>',
      ),
    );
    assert.deepEqual(
      records.map(({authors}) => authors),
      [['Ève'], undefined],
    );
  });

  it('is an agenda by the dates of its events, else of publication', async () => {
    const {records} = await readRecords(
      rss(
        `<item><guid>a</guid><title>Visite</title><pubDate>Mon, 01 Jun 2026 08:30:00 GMT</pubDate>
          <ev:startdate>2026-06-06T10:00:00+02:00</ev:startdate>
          <ev:enddate>2026-06-06T12:00:00+02:00</ev:enddate><ev:location>Ors</ev:location></item>
        <item><guid>b</guid><title>Avis</title><pubDate>Mon, 01 Jun 2026 08:30:00 GMT</pubDate></item>`,
      ),
      {collection: 'events'},
    );
    assert.deepEqual(
      (records as unknown as PortalEvent[]).map(({id, period, place}) => [id, period, place]),
      [
        ['a', {start: '2026-06-06T10:00:00+02:00', end: '2026-06-06T12:00:00+02:00'}, 'Ors'],
        ['b', {start: '2026-06-01T08:30:00Z'}, undefined],
      ],
    );
  });

  it('may be in windows-1252, and name its letters as HTML does', async () => {
    const text = rss('<item><title>Fête &eacute;t&eacute; &agrave; No&#235;l</title></item>');
    assert.deepEqual(await titles(Uint8Array.from(text, c => c.charCodeAt(0))), [
      'Fête été à Noël',
    ]);
  });

  it('has further pages behind its link, each read once', async () => {
    const page = (n: number, next: boolean) =>
      `<feed><title>x</title>${next ? `<link rel="next" href="?page=${n + 1}"/>` : ''}
        <entry><id>${n}</id><title>Page ${n}</title></entry></feed>`;
    const {records, server} = await readRecords(({searchParams}) => {
      const n = Number(searchParams.get('page') ?? 1);
      return page(n, n < 4);
    });
    assert.deepEqual(
      records.map(({title}) => title),
      ['Page 1', 'Page 2', 'Page 3', 'Page 4'],
    );
    assert.equal(server.requests.length, 4);
    const endless = await readRecords(({searchParams}) =>
      page(Number(searchParams.get('page') ?? 1), true),
    );
    assert.deepEqual([endless.total, endless.cappedAt], [50, 50]);
  });
});

describe('a hostile or broken feed', () => {
  it('expands no entity of its document type', async () => {
    const levels = [...Array(9).keys()].map(n => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE rss [<!ENTITY a0 "lol">${levels.join('')}
      <!ENTITY file SYSTEM "file:///etc/passwd"> <!ENTITY % dtd SYSTEM "https://x.example/x.dtd"> %dtd;]>`;
    const {records, server} = await readRecords(
      `<?xml version="1.0"?>${doctype}${rss('<item><title>&a9; &file;</title></item>').slice(38)}`,
    );
    assert.equal(records[0]?.title, '&a9; &file;');
    assert.equal(server.requests.length, 1);
  });

  it('runs and links nothing', async () => {
    const {records, attribution} = await readRecords(
      rss(
        `<item><title>&lt;img src=x onerror=alert(1)&gt;A</title><link>javascript:alert(1)</link>
          <enclosure url="javascript:alert(1)" type="image/png"/></item>`,
        '',
      ).replace('https://commune.example/', 'javascript:alert(1)'),
    );
    const [first] = records;
    assert.deepEqual([first?.title, first?.url, first?.image], ['A', undefined, undefined]);
    assert.deepEqual(attribution, {text: 'La commune'});
  });

  it('is read as far as it goes', async () => {
    assert.deepEqual(await titles(rss('<item><title>Un</title></item><item><title>Deux')), [
      'Un',
      'Deux',
    ]);
    assert.deepEqual(await titles(rss('<item><title>a & b</title></item></item></p>')), ['a & b']);
    assert.deepEqual(await titles(`\ufeff\n ${rss('<item><title>Un</title></item>')}`), ['Un']);
    assert.deepEqual(await titles(rss('')), []);
  });

  it('is bounded in entries and depth', async () => {
    const {total} = await readRecords(rss('<item><title>a</title></item>'.repeat(3_000)));
    assert.equal(total, 2_000);
    assert.deepEqual(
      await titles(rss(`${'<x>'.repeat(100_000)}</item><item><title>Un</title></item>`)),
      [],
    );
    assert.deepEqual(
      await titles(rss(`${'<x>'.repeat(100)}${'</x>'.repeat(100)}<item><title>Un</title></item>`)),
      ['Un'],
    );
  });

  for (const [name, body, reason] of [
    ['a page of HTML', '<!doctype html><html><title>404</title></html>', /is HTML$/],
    ['another XML', '<?xml version="1.0"?><urlset><url/></urlset>', /is XML$/],
    ['nothing', ' ', /empty/],
    ['JSON of another kind', '{"items":{}}', /is JSON: source="json" reads it/],
    ['half of an answer in JSON', '{"items":[{', /is JSON/],
  ] as const)
    it(`fails with a reason: ${name}`, async () =>
      assert.rejects(
        readRecords(body),
        (error: Error) => error instanceof LoadError && reason.test(error.message),
      ));
});
