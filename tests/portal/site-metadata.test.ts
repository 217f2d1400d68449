// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {addSiteFiles} from '../../portal/src/publish/site/site-files.js';
import {largeSite} from '../support/large-site.js';
import {PortalFolder, targetOf} from '../support/published-folder.js';

const BASE = 'https://portail.example/ville/';

interface Thing {
  readonly '@type': string;
  readonly name?: string;
  readonly url?: string;
  readonly mainEntity?: {readonly itemListElement: readonly {readonly url: string}[]};
  readonly itemListElement?: readonly {readonly item: unknown; readonly name: string}[];
}

const attributeOf = (html: string, pattern: RegExp): string | undefined =>
  pattern.exec(html)?.[1]?.replaceAll('&amp;', '&');

/** Returns the descriptions in the JSON-LD of a page. */
const thingsIn = (html: string): readonly Thing[] => {
  const json = attributeOf(html, /<script type="application\/ld\+json">([\s\S]*?)<\/script>/);
  return json === undefined
    ? []
    : (JSON.parse(json) as {readonly '@graph': readonly Thing[]})['@graph'];
};

describe('each page of a published site in two languages', () => {
  let folder: PortalFolder;
  let pages: ReadonlyMap<string, string>;
  let files: ReadonlySet<string>;
  before(async () => {
    folder = await PortalFolder.withExamples();
    const settings = await readFile(join(folder.path, 'portail.yaml'), 'utf8');
    await folder.write({
      'portail.yaml': settings.replace('langues: fr', 'langues: fr, nl'),
    });
    await folder.publish('--base', BASE);
    pages = new Map([...(await folder.pages())].filter(([path]) => path !== '404.html'));
    files = new Set(await folder.files());
  });
  after(() => folder.delete());

  /** Returns the file of an address of the site. */
  const fileOf = (address: string | undefined): string => {
    assert.ok(address !== undefined && address.startsWith(BASE), address);
    const path = address.slice(BASE.length);
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  };

  it('states its own address, and those of the same page in both languages, which state it too', () => {
    const alternatesOf = (html: string) =>
      new Map(
        [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
          ([, language = '', address = '']) => [language, address],
        ),
      );
    for (const [path, html] of pages) {
      assert.equal(fileOf(attributeOf(html, /<link rel="canonical" href="([^"]*)"/)), path);
      const alternates = alternatesOf(html);
      assert.deepEqual([...alternates.keys()], ['fr', 'nl', 'x-default'], path);
      const own = attributeOf(html, /<html lang="([^"]*)"/) ?? '';
      assert.equal(fileOf(alternates.get(own)), path);
      for (const address of alternates.values())
        assert.deepEqual(alternatesOf(pages.get(fileOf(address)) ?? ''), alternates, path);
    }
  });

  it('is reached from the home page by links alone', () => {
    const reached = new Set(['index.html']);
    for (const path of reached)
      for (const [, address = ''] of (pages.get(path) ?? '').matchAll(/<a\s[^>]*href="([^"#]+)"/g))
        if (!/^[a-z]+:/.test(address) && pages.has(targetOf(path, address)))
          reached.add(targetOf(path, address));
    assert.deepEqual([...reached].toSorted(), [...pages.keys()].toSorted());
  });

  it('is in the sitemap unless search engines are to leave it out', async () => {
    const sitemap = await folder.read('sitemap.xml');
    const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => fileOf(url));
    const wanted = [...pages]
      .filter(([, html]) => !html.includes('content="noindex"'))
      .map(([path]) => path);
    assert.deepEqual(listed.toSorted(), wanted.toSorted());
    assert.ok(!listed.includes('recherche/index.html'));
  });

  it('has a title, an address and a picture of the site for social networks', () => {
    for (const [path, html] of pages) {
      const property = (name: string) =>
        attributeOf(html, new RegExp(`<meta property="og:${name}" content="([^"]*)"`));
      assert.ok(property('title'), path);
      assert.equal(fileOf(property('url')), path);
      assert.ok(files.has(fileOf(property('image'))), path);
    }
  });

  it('describes its record to search engines, under the title that readers see', () => {
    const types: Readonly<Record<string, RegExp>> = {
      projets: /^Project$/,
      ressources: /^(?:Place|CivicStructure|CreativeWork|Article|Event)$/,
      agenda: /^Event$/,
      acteurs: /^Organization$/,
      programmes: /^Grant$/,
      recits: /^Article$/,
    };
    for (const [section, type] of Object.entries(types)) {
      const records = [...pages].filter(([path]) => new RegExp(`^${section}/[^/]+/`).test(path));
      assert.ok(records.length > 0, section);
      for (const [path, html] of records) {
        const [thing, breadcrumb] = thingsIn(html);
        assert.match(thing?.['@type'] ?? '', type, path);
        assert.equal(fileOf(thing?.url), path);
        const title = attributeOf(html, /<h1[^>]*>([^<]*)<\/h1>/);
        assert.equal(thing?.name, title?.replaceAll('&#39;', "'"), path);
        assert.deepEqual(
          breadcrumb?.itemListElement?.map(({item}) => fileOf(item as string)),
          ['index.html', `${section}/index.html`, path],
        );
      }
      const [list] = thingsIn(pages.get(`${section}/index.html`) ?? '');
      assert.equal(list?.['@type'], 'CollectionPage');
      assert.deepEqual(
        list.mainEntity?.itemListElement.map(({url}) => fileOf(url)).toSorted(),
        records.map(([path]) => path),
      );
    }
    assert.equal(thingsIn(pages.get('index.html') ?? '')[0]?.['@type'], 'WebSite');
  });

  it('describes its frame to other sites (oEmbed)', async () => {
    for (const [path, html] of pages) {
      const address = attributeOf(
        html,
        /<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]*)"/,
      );
      // The search and the legal pages have no widget.
      if (!html.includes('<details class="embed">')) assert.equal(address, undefined, path);
      else {
        const answer = JSON.parse(await folder.read(fileOf(address))) as Record<string, string>;
        assert.equal(answer['version'], '1.0');
        assert.equal(answer['type'], 'rich');
        const text = answer['html'] ?? '';
        assert.equal(fileOf(attributeOf(text, /<blockquote><a href="([^"]*)"/)), path);
        const source = new URL(attributeOf(text, /<iframe src="([^"]*)"/) ?? '');
        assert.equal(source.origin + source.pathname, `${BASE}cdn/embed.html`);
        assert.ok(files.has(fileOf(source.searchParams.get('api') ?? '')), path);
        assert.match(text, /sandbox="allow-scripts allow-popups"/);
      }
    }
  });
});

it('a sitemap of more than 50,000 pages is divided, and lists each of them', () => {
  const files = new Map<string, string>();
  const site = largeSite(10);
  const paths = Array.from({length: 120_001}, (_, i) => `p/${i}/`);
  addSiteFiles({...site, config: {...site.config, base: BASE}}, paths, (path, content) =>
    files.set(path, content),
  );
  const addresses = (name: string) =>
    [...(files.get(name) ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url);
  const parts = addresses('sitemap.xml').map(url => addresses(url.slice(BASE.length)));
  assert.deepEqual(
    parts.map(({length}) => length),
    [50_000, 50_000, 20_001],
  );
  assert.equal(new Set(parts.flat()).size, 120_001);
});
