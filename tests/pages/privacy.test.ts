import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {parseBasemap} from '../../src/elements/parts/map/basemap-controller.js';
import {sample} from '../support/test-scope.js';
import {openPage, startSite} from './browser-fixture.js';
import {scrollThrough} from './demo-pages.js';
import {
  ThreeOriginSite,
  demoWidgets,
  storedData,
  NOTHING_STORED,
  TAGS,
} from './three-origin-site.js';
import type {RecordedRequest} from './recording-proxy.js';

/** Headers that a browser sends by itself with a cross-origin request. */
const USUAL_HEADERS =
  /^(?:accept|accept-encoding|accept-language|cache-control|connection|host|origin|pragma|referer|sec-ch-ua(?:-mobile|-platform)?|sec-fetch-(?:dest|mode|site|storage-access)|user-agent|if-none-match|if-modified-since|priority)$/;
/** Words of the portal API, the only ones that a request may contain. */
const API_WORDS = new Set(
  'q family portal section type theme commune programme project bbox from to sort limit page facets lang'.split(
    ' ',
  ),
);

/** Viewport that shows everything at once: a map engine loads when its map is near the screen. */
const TALL_VIEWPORT = {viewport: {width: 1280, height: 6000}} as const;

describe('visitor data sent by a page with widgets', {timeout: 120_000}, () => {
  let everything: ThreeOriginSite;
  before(async () => {
    everything = await ThreeOriginSite.start();
  });
  after(() => everything.close());

  const questions = (heard: readonly RecordedRequest[]) =>
    heard.filter(({path}) => path.startsWith('/api/'));
  /** Returns the requests as text; pictures, which load near the screen, are left out. */
  const words = (heard: readonly RecordedRequest[]) =>
    questions(heard).filter(one => !/\.svg$/.test(one.path));

  it('P-01 P-02 P-05 P-06 P-07 go to the script’s host and the portal only, are minimal, and are not stored', async () => {
    const {site, api, tiles} = everything;
    everything.publish(demoWidgets(api.url, everything.tileTemplate));
    const visit = await everything.open();
    const {page, hosts, errors} = visit;
    await page.addInitScript(() => {
      const positions: string[] = [];
      Object.assign(window, {positions});
      for (const name of ['getCurrentPosition', 'watchPosition'] as const)
        Geolocation.prototype[name] = function (): number {
          positions.push(name);
          return 0;
        };
    });
    await page.goto(site.url);
    assert.deepEqual(await storedData(page), NOTHING_STORED);
    await scrollThrough(page);
    for (const tag of TAGS)
      assert.equal(
        await page.evaluate(one => document.querySelector(one)?.matches(':defined'), tag),
        true,
        tag,
      );
    assert.deepEqual(hosts(), [api.url, site.url].sort());
    assert.deepEqual(tiles.requests, [], 'no tile before a click');
    assert.deepEqual(await storedData(page), NOTHING_STORED, 'what is kept');

    const asked = questions(api.requests);
    assert.ok(asked.length >= 8, String(asked.length));
    assert.deepEqual(
      asked.filter(({method}) => method !== 'GET'),
      [],
      'no preflight, nothing sent',
    );
    for (const {path, headers} of api.requests) {
      const own = Object.keys(headers).filter(name => !USUAL_HEADERS.test(name));
      assert.deepEqual(own, [], `headers of ${path}`);
      assert.equal(headers.cookie, undefined);
      assert.equal(headers.authorization, undefined);
    }
    for (const {path, headers} of words(api.requests)) {
      assert.equal(headers.referer, undefined, `the page is told to ${path}`);
      const names = [...new URL(path, api.url).searchParams.keys()];
      assert.deepEqual(
        names.filter(name => !API_WORDS.has(name)),
        [],
        path,
      );
    }
    assert.deepEqual(await page.evaluate('positions'), [], 'nobody was asked where they are');

    // A cookie of the portal is not sent back to it.
    await page.context().addCookies([{name: 'sid', value: '1', url: api.url}]);
    api.requests.length = 0;
    await page.evaluate(() =>
      (
        document.querySelector('spass-resource-list') as unknown as {reload(): Promise<void>}
      ).reload(),
    );
    assert.ok(api.requests.length > 0);
    assert.deepEqual(
      api.requests.filter(({headers}) => headers.cookie !== undefined),
      [],
    );

    const links = await page.evaluate(
      tags =>
        tags.flatMap(tag => {
          const roots = [...document.querySelectorAll(tag)].map(one => one.shadowRoot);
          return roots.flatMap(root =>
            [...(root?.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])') ?? [])].map(
              ({rel, referrerPolicy, target, href}) => ({rel, referrerPolicy, target, href}),
            ),
          );
        }),
      TAGS,
    );
    assert.ok(links.length > 50);
    assert.deepEqual(
      links.filter(
        ({rel, referrerPolicy}) =>
          rel !== 'noopener' || referrerPolicy !== 'strict-origin-when-cross-origin',
      ),
      [],
    );
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('P-06 are requested once if the page preloads them, and without its cookies if they are redirected to it', async () => {
    const portal = await startSite();
    const {site, browser} = everything;
    const data = JSON.stringify({version: '1', portals: [{id: 'ors', title: 'Ors'}]});
    const cookies: unknown[] = [];
    portal.responses.set('/portail.json', data);
    portal.responses.set('/ailleurs.json', response => {
      const headers = {Location: `${site.url}/portail.json`, 'Access-Control-Allow-Origin': '*'};
      response.writeHead(302, headers).end();
    });
    site.responses.set('/portail.json', (response, {headers}) => {
      cookies.push(headers.cookie);
      response.writeHead(200, {'Access-Control-Allow-Origin': '*'}).end(data);
    });
    everything.publish(
      `<link rel="preload" as="fetch" crossorigin="anonymous" referrerpolicy="no-referrer" href="${portal.url}/portail.json">
      ${[`${portal.url}/portail.json`, `${portal.url}/ailleurs.json`, '/portail.json']
        .map(api => `<spass-portal-cards api="${api}"></spass-portal-cards>`)
        .join('')}`,
    );
    const {page, errors} = await openPage(browser);
    await page.context().addCookies([{name: 'sid', value: '1', url: site.url}]);
    await page.goto(site.url);
    await page.waitForFunction(
      `[...document.querySelectorAll('spass-portal-cards')].every(one => one.shadowRoot?.querySelector('li'))`,
    );
    assert.deepEqual(portal.requestedPaths.sort(), ['/ailleurs.json', '/portail.json']);
    assert.deepEqual(cookies, [undefined, undefined]);
    assert.deepEqual(errors, []);
    await page.context().close();
    await portal.close();
  });

  it('P-05 include the site’s origin for tiles even if the page sends no referrer, but never its path', async () => {
    const {site, tiles} = everything;
    everything.publish(
      demoWidgets(everything.api.url, everything.tileTemplate).replaceAll(
        'attribution=',
        'consent="granted" attribution=',
      ),
      {'Referrer-Policy': 'no-referrer'},
    );
    const {page} = await everything.openAndScroll(TALL_VIEWPORT);
    await page.locator('spass-project-map .leaflet-tile-loaded').first().waitFor();
    assert.ok(tiles.requests.length > 0);
    assert.deepEqual(
      new Set(tiles.requests.map(({headers}) => headers.referer)),
      new Set([`${site.url}/`]),
    );
    for (const name of ['ign', 'ign-ortho', 'osm-be']) {
      const choice = parseBasemap(name, '');
      assert.ok(choice && 'template' in choice);
      assert.equal(choice.referrerPolicy, 'strict-origin-when-cross-origin', name);
    }
    const told = page.waitForRequest(request => request.url().startsWith(everything.api.url));
    await page
      .locator('spass-portal-cards a')
      .first()
      .evaluate((link: HTMLAnchorElement, url) => {
        link.href = `${url}/api/portals`;
        link.click();
      }, everything.api.url);
    assert.equal((await (await told).allHeaders())['referer'], `${site.url}/`, 'a link');
    await page.context().close();
  });

  it('P-07 include the visitor’s position only after a click on a button that names it', async () => {
    everything.publish(demoWidgets(everything.api.url));
    const {page} = await everything.openAndScroll({
      permissions: ['geolocation'],
      geolocation: {latitude: 50.4, longitude: 3.5},
    });
    await page.evaluate(() => {
      const positions: string[] = [];
      Object.assign(window, {positions});
      const {getCurrentPosition} = Geolocation.prototype;
      Geolocation.prototype.getCurrentPosition = function (...given): void {
        positions.push('asked');
        getCurrentPosition.apply(this, given);
      };
    });
    const buttons = page.getByRole('button', {name: /Autour de moi|Ma position/});
    const asked = await buttons.evaluateAll((all: HTMLElement[]) =>
      all.map(button => {
        button.click();
        return (window as unknown as {positions: string[]}).positions.length;
      }),
    );
    assert.ok(asked.length >= 2, `${String(asked.length)} buttons`);
    assert.deepEqual(
      asked,
      asked.map((_, n) => n + 1),
    );
    await page.context().close();
  });

  it('P-09 include a contribution only when sent, after an explanation', async () => {
    const {api} = everything;
    everything.publish(demoWidgets(api.url));
    const {page} = await everything.openAndScroll();
    const form = page.locator('spass-contribute');
    api.requests.length = 0;
    await form.getByLabel('Votre idée').fill('Un banc sous le tilleul');
    await form.getByText('Indiquer les coordonnées').click();
    await form.getByLabel('Latitude, longitude').fill('50.1, 3.6');
    await form.getByLabel('J’accepte').check();
    assert.deepEqual(words(api.requests), [], 'nothing before the button');
    const said = (await form.locator('#privacy, .afterwards').allInnerTexts()).join(' ');
    for (const part of ['relecture', 'La commune', 'deux ans', 'retirer', 'dpo@commune.example'])
      assert.ok(said.includes(part), `${part}: ${said}`);
    const policy = form.getByRole('link', {name: 'Politique de confidentialité'});
    assert.equal(await policy.getAttribute('href'), `${everything.site.url}/donnees`);
    const isBefore = await form.evaluate(({shadowRoot}) => {
      const [privacy, send] = ['#privacy', '.send'].map(one => shadowRoot?.querySelector(one));
      return (
        privacy && send && privacy.compareDocumentPosition(send) & Node.DOCUMENT_POSITION_FOLLOWING
      );
    });
    assert.ok(isBefore, 'before the button');

    await form.getByRole('button', {name: 'Envoyer', exact: true}).click();
    await form.getByText('bien été reçue').first().waitFor();
    const sent = api.requests.filter(({path}) => path.startsWith('/api/contributions'));
    assert.deepEqual(
      sent.map(({method}) => method),
      ['OPTIONS', 'POST'],
    );
    assert.equal(sent[0]?.headers['access-control-request-headers'], 'idempotency-key');
    assert.equal(sent[1]?.headers.cookie, undefined);
    assert.equal(sent[1]?.headers.referer, undefined);
    await page.context().close();
  });

  it('P-10 go to another tile server set by an attribute, without other changes', async () => {
    const {api, tiles} = everything;
    everything.publish(
      `<spass-project-map api="${api.url}/api" tiles="ign" consent="granted"></spass-project-map>`,
    );
    const visit = await everything.openAndScroll();
    const {page} = visit;
    assert.ok(visit.hosts().includes('https://data.geopf.fr'));
    const before = visit.urls.length;
    await page.evaluate(template => {
      document.querySelector('spass-project-map')?.setAttribute('tiles', template);
    }, `${tiles.url}/{z}/{x}/{y}.png`);
    await page.locator('spass-project-map .leaflet-tile-loaded').first().waitFor();
    assert.ok(tiles.requests.length > 0);
    // The emblem of the funding statement and code for print may come from the page's own site at any time.
    const own = [api.url, everything.site.url];
    const later = visit.urls.slice(before).map(url => new URL(url).origin);
    assert.deepEqual(
      [...new Set(later)].filter(origin => !own.includes(origin)),
      [tiles.url],
      'the blocked one is asked no more',
    );
    await page.context().close();
  });
});

/** Appearance of an attribution: its letters, and whether an element covers it. */
interface AttributionView {
  readonly text: string;
  readonly pixels: number;
  readonly contrast: number;
  readonly isSeen: boolean;
}

const attributions = (page: Page, selector = '.credit'): Promise<AttributionView[]> =>
  page.evaluate(selector => {
    const context = document.createElement('canvas').getContext('2d');
    const rgba = (colour: string): readonly number[] => {
      if (!context) return [];
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map(value => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = (element: Element | null): readonly number[] => {
      for (
        let one = element;
        one;
        one = one.parentElement ?? (one.getRootNode() as ShadowRoot).host
      ) {
        const colour = rgba(getComputedStyle(one).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return rgba('Canvas');
    };
    const within = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap(one => [
        ...(one.matches(selector) ? [one] : []),
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ]);
    return within(document).map(credit => {
      credit.scrollIntoView({block: 'center'});
      const words = credit.querySelector('a') ?? credit;
      const {left, top, width, height} = words.getBoundingClientRect();
      const root = words.getRootNode() as ShadowRoot;
      const hit = root.elementFromPoint(left + width / 2, top + height / 2);
      const [ink, paper] = [
        luminance(rgba(getComputedStyle(words).color)),
        luminance(ground(words)),
      ];
      return {
        text: credit.innerText.trim(),
        pixels: Number.parseFloat(getComputedStyle(words).fontSize),
        contrast: (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05),
        isSeen: width > 0 && words.checkVisibility() && (words === hit || words.contains(hit)),
      };
    });
  }, selector);

const MAPS = {
  map: '<spass-project-map></spass-project-map>',
  story: '<spass-story story="ors-wilfred-owen"></spass-story>',
  form: '<spass-contribute kind="place"></spass-contribute>',
  explorer: '<spass-explorer views="map"></spass-explorer>',
};

describe('the attribution of a map', {timeout: 120_000}, () => {
  let everything: ThreeOriginSite;
  let page: Page;
  before(async () => {
    everything = await ThreeOriginSite.start();
    // The page's text is small: the attribution keeps its size.
    everything.publish(`<style>:root {color-scheme: light dark; background: Canvas} body {font-size: 11px}</style>
      ${Object.values(MAPS)
        .map(map => `<spass-portal api="${everything.api.url}/api">${map}</spass-portal>`)
        .join('')}`);
    ({page} = await everything.openAndScroll(TALL_VIEWPORT));
    // The first step of the story shows a picture over its map.
    await page.locator('spass-story .contents a').nth(1).click();
  });
  after(() => everything.close());

  const plain = {colorScheme: 'light', forcedColors: 'none', media: 'screen'} as const;
  const MEDIA = [{}, {colorScheme: 'dark'}, {forcedColors: 'active'}, {media: 'print'}] as const;

  // The story is near enough for the regional sheet, which has a source of its own.
  const SHEET = '© OpenStreetMap (ODbL)\u00a0· IGN\u00a0· GeoNames';
  const OUTLINES = 'Natural Earth';
  const ATTRIBUTIONS = {
    none: OUTLINES,
    ign: '© IGN',
    'ign-ortho': '© IGN',
    'osm-be': '© OpenStreetMap, Champs-Libres',
    template: '© Fond',
  };
  for (const [preset, words] of sample(Object.entries(ATTRIBUTIONS)))
    it(`P-08 of ${preset} is legible on every map, in dark and forced colours and on paper`, async () => {
      const tiles = preset === 'template' ? everything.tileTemplate : preset;
      await page.evaluate(
        ([background, credit]) => {
          for (const map of document.querySelectorAll('spass-portal > *')) {
            map.setAttribute('tiles', background);
            map.setAttribute('consent', 'granted');
            map.setAttribute('attribution', credit);
          }
        },
        [tiles, preset === 'template' ? words : ''] as const,
      );
      await page.emulateMedia(plain);
      await scrollThrough(page);
      for (const media of MEDIA) {
        await page.emulateMedia({...plain, ...media});
        const isPrint = 'media' in media;
        // A new background may draw its credit after the page was scrolled; a form is not printed, nor its map.
        // On paper a drawing takes the place of a map, once its code has loaded.
        await page
          .locator(isPrint ? '.plan-credit' : '.credit')
          .filter(
            isPrint
              ? {visible: true}
              : {visible: true, hasText: preset === 'none' ? /Natural Earth|GeoNames/ : words},
          )
          .nth(isPrint ? 2 : 3)
          .waitFor();
        const credits = await attributions(page, isPrint ? '.credit, .plan-credit' : '.credit');
        const when = `${JSON.stringify(media)} ${JSON.stringify(credits)}`;
        const seen = credits.filter(({isSeen}) => isSeen);
        const texts = seen.map(({text}) => text);
        if (isPrint) {
          assert.equal(seen.length, 3, when);
          for (const text of texts) assert.ok([words, OUTLINES, SHEET].includes(text), when);
        } else
          assert.deepEqual(
            texts,
            Object.keys(MAPS).map(map => (preset === 'none' && map === 'story' ? SHEET : words)),
            when,
          );
        for (const {pixels, contrast} of seen) {
          // On paper 7 pt, as the scale of the map.
          assert.ok(pixels >= (isPrint ? 9 : 12), when);
          assert.ok(contrast >= 4.5, when);
        }
      }
    });

  it('P-08 of the data stands once in each portal, in the same media, and on paper once for all of them', async () => {
    const expected = await (await fetch(`${everything.api.url}/api/portals?limit=1`)).json();
    const {text} = expected.attribution as {text: {fr: string}};
    for (const media of MEDIA) {
      await page.emulateMedia({...plain, ...media});
      const isPrint = 'media' in media;
      // The foot of the page is there once the code for print has loaded.
      if (isPrint) await page.locator('.spass-foot [part=foot]').waitFor();
      const feet = await attributions(page, '[part=foot]');
      const when = `${JSON.stringify(media)} ${JSON.stringify(feet)}`;
      const credited = feet.filter(({isSeen, text: words}) => isSeen && words.includes(text.fr));
      assert.equal(credited.length, isPrint ? 1 : Object.keys(MAPS).length, when);
      for (const {pixels, contrast} of credited) {
        assert.ok(pixels >= 12, when);
        assert.ok(contrast >= 4.5, when);
      }
    }
  });
});
