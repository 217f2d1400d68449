import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {openPage, pageWith, STRICT_POLICY} from './browser-fixture.js';
import {useSite} from './use-site.js';

const DATA = JSON.stringify({
  version: '1',
  portals: [{id: 'p', title: 'Ors', family: 'projet', url: 'https://example.org/p'}],
  resources: ['Abris', 'Berges', 'Canal'].map((title, id) => ({
    id,
    title,
    url: `https://example.org/${id}`,
  })),
});

describe('widgets if custom tags are not allowed', {timeout: 60_000}, () => {
  const fixture = useSite({'/data.json': DATA});
  beforeEach(() => {
    fixture.site.requestedPaths.length = 0;
  });

  const open = (html: string) => {
    fixture.site.responses.set('/', {
      body: html,
      headers: {'Content-Security-Policy': STRICT_POLICY},
    });
    return openPage(fixture.browser, `${fixture.site.url}/`);
  };

  describe('a placeholder', () => {
    it('becomes the named widget, with its attributes and content', async () => {
      const {page, errors, console} = await open(
        pageWith(`<div class="cms" data-spass="resource-list" data-api="/data.json" data-limit="2"
          data-heading-level="4" data-onclick="alert(1)"><a href="/liste">La liste</a></div>`),
      );
      const widget = page.locator('div.cms > spass-resource-list');
      await widget.locator('a[part=link]').first().waitFor();
      assert.deepEqual(await widget.locator('h4').allTextContents(), ['Abris', 'Berges']);
      assert.equal(await widget.getAttribute('onclick'), null);
      assert.equal(await widget.locator('a[href="/liste"]').count(), 1);
      assert.deepEqual(errors, []);
      assert.deepEqual(console, []);
    });

    it('has the colours it names, and no other style, even with a skin', async () => {
      const {page, errors, console} = await open(
        pageWith(`<div data-spass="resource-list" data-api="/data.json" data-skin="caue"
          data-colours="link: #00aa11; --spass-ink: url(//evil.example); display: none"></div>`),
      );
      const link = page.locator('spass-resource-list a[part=link]').first();
      await link.waitFor();
      assert.equal(await link.evaluate(a => getComputedStyle(a).color), 'rgb(0, 170, 17)');
      assert.equal(
        await page.locator('spass-resource-list').getAttribute('style'),
        '--spass-link: #00aa11;',
      );
      assert.deepEqual([...errors, ...console], []);
    });

    it('is found when it is added later, and follows changes', async () => {
      const {page} = await open(pageWith('<main></main>'));
      await page.evaluate(() => {
        const late = document.createElement('p');
        late.setAttribute('data-spass', 'portal-cards');
        const section = document.createElement('section');
        section.append(late);
        document.querySelector('main')?.append(section);
      });
      const widget = page.locator('p > spass-portal-cards');
      await widget.waitFor({state: 'attached'});
      await page.evaluate(() =>
        document.querySelector('[data-spass]')?.setAttribute('data-api', '/data.json'),
      );
      await widget.locator('a[part=link]').waitFor();
      await page.evaluate(() =>
        document.querySelector('[data-spass]')?.removeAttribute('data-api'),
      );
      await widget.locator('a[part=link]').waitFor({state: 'detached'});
    });

    it('shows one widget in a page that Turbo or htmx restores from a copy, and follows changes', async () => {
      const {page, errors, console} = await open(
        pageWith(
          `<div data-spass="resource-list" data-api="/data.json"><a href="/liste">La liste</a></div>`,
        ),
      );
      const first = page.locator('div > spass-resource-list a[part=link]').first();
      for (const restore of [
        () => document.body.replaceWith(document.body.cloneNode(true)),
        () =>
          document.body.replaceChildren(
            ...[...document.body.childNodes].map(n => n.cloneNode(true)),
          ),
      ]) {
        await first.waitFor();
        await page.evaluate(restore);
      }
      await first.waitFor();
      assert.equal(await page.locator('spass-resource-list').count(), 1);
      await page.locator('[data-spass]').evaluate(el => el.setAttribute('data-limit', '1'));
      await page.locator('spass-resource-list[limit="1"]').waitFor();
      assert.equal(await page.locator('spass-resource-list a[part=link]').count(), 1);
      assert.deepEqual([...errors, ...console], []);
    });

    it('that names no widget is left unchanged, with a warning', async () => {
      const {page, console} = await open(
        pageWith(
          '<div data-spass="carte"><p>Ce qui était là</p></div><div data-spass="><img"></div>',
        ),
      );
      await page.waitForFunction(() => customElements.get('spass-portal'));
      assert.equal(await page.locator('div > p').textContent(), 'Ce qui était là');
      assert.deepEqual(console, [
        '[spass-widgets] <… data-spass="carte"> names no widget.',
        '[spass-widgets] <… data-spass="><img"> names no widget.',
      ]);
    });
  });

  describe('an iframe', () => {
    const frame = (query: string, more = '') =>
      `<iframe title="Ressources" src="/cdn/embed.html?${query}" ${more}></iframe>`;
    const host = (body: string) =>
      pageWith(body, '<script defer src="/cdn/spass-iframe.js"></script>');
    const openHost = (body: string) => {
      fixture.site.responses.set('/', host(body));
      return openPage(fixture.browser, `${fixture.site.url}/`);
    };
    const query = 'widget=resource-list&api=/data.json&limit=2&lang=nl&onload=alert(1)';

    for (const [how, sandbox] of [
      ['unrestricted', ''],
      ['in a sandbox that only allows scripts', 'sandbox="allow-scripts"'],
    ] as const) {
      it(`S-14 shows one widget and adapts its height, ${how}`, async () => {
        const {page} = await openHost(`${frame(query, sandbox)}${frame(query, sandbox)}`);
        for (const nth of [0, 1]) {
          const inside = page.locator('iframe').nth(nth).contentFrame();
          await inside.locator('spass-resource-list a[part=link]').first().waitFor();
          assert.equal(await inside.locator('html').getAttribute('lang'), 'nl');
          const element = page.locator('iframe').nth(nth);
          await page.waitForFunction(
            node => (node as HTMLIFrameElement).offsetHeight > 250,
            await element.elementHandle(),
          );
          const difference = async () =>
            (await element.evaluate(node => node.clientHeight)) -
            (await inside.locator('html').evaluate(node => node.getBoundingClientRect().height));
          // The frame follows its content, part of which is drawn late.
          while (Math.abs(await difference()) > 1)
            await page.evaluate(() => new Promise(requestAnimationFrame));
        }
      });
    }

    it('S-14 has the colours of its address, and no other style', async () => {
      const colours = encodeURIComponent('link: #00aa11; ink: url(//evil.example)');
      const {page} = await openHost(
        frame(`${query}&colours=${colours}`, 'sandbox="allow-scripts"'),
      );
      const inside = page.frameLocator('iframe');
      const link = inside.locator('spass-resource-list a[part=link]').first();
      await link.waitFor();
      assert.equal(await link.evaluate(a => getComputedStyle(a).color), 'rgb(0, 170, 17)');
      assert.equal(
        await inside.locator('spass-resource-list').getAttribute('style'),
        '--spass-link: #00aa11;',
      );
    });

    it('S-14 shows no data from addresses outside embed.json', async () => {
      const {page} = await openHost(frame('widget=resource-list&api=https://example.org/api'));
      const inside = page.frameLocator('iframe');
      await inside.getByText('Ce cadre ne peut pas afficher ces données').waitFor();
      assert.equal(await inside.locator('spass-resource-list').count(), 0);
    });

    it('S-14 with an invalid name shows an error', async () => {
      const {page} = await openHost(frame('widget=%3Cimg%20src=x%20onerror=alert(1)%3E'));
      await page.frameLocator('iframe').getByText('Aucun composant ne s’appelle').waitFor();
    });

    it('S-14 ignores the height sent by another window', async () => {
      const {page} = await openHost(frame(query));
      await page.frameLocator('iframe').locator('a[part=link]').first().waitFor();
      await page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 250);
      const height = () =>
        page.locator('iframe').evaluate(node => (node as HTMLElement).offsetHeight);
      await page.evaluate(
        () =>
          new Promise<void>(resolve => {
            addEventListener('message', () => resolve());
            postMessage({type: 'spass-height', height: 9_999}, '*');
          }),
      );
      // The frame may still grow with what loads late in it.
      assert.ok((await height()) < 900);
    });

    it('S-14 ignores messages of another format or from another iframe', async () => {
      fixture.site.responses.set('/other.html', '<!doctype html><title>Other</title>');
      const {page, errors} = await openHost(
        `${frame(query)}<iframe id="other" title="Autre" src="/other.html"></iframe>`,
      );
      await page.locator('iframe').first().contentFrame().locator('a[part=link]').first().waitFor();
      await page.waitForFunction(() => (document.querySelector('iframe')?.offsetHeight ?? 0) > 250);
      const heights = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('iframe')].map(node => node.offsetHeight),
        );
      const [, before] = await heights();
      const send = (index: number, messages: readonly unknown[]) =>
        page.frames()[index]?.evaluate(all => {
          for (const message of all) parent.postMessage(message, '*');
        }, messages);
      const heard = page.evaluate(
        () =>
          new Promise<void>(resolve => {
            addEventListener('message', ({data}) => {
              if (data === 'the last') resolve();
            });
          }),
      );
      const shapes = [null, 1, 'spass-height', [], {}, {height: 9}, {type: 'spass-height'}];
      const heightsOf = ['900', -1, 0, null, {}, [900], true].map(height => ({
        type: 'spass-height',
        height,
      }));
      await send(1, [...shapes, ...heightsOf, {type: 'spass-height ', height: 900}]);
      await send(2, [{type: 'spass-height', height: 900}, 'the last']);
      await heard;
      const [height = 0, other] = await heights();
      assert.ok(height > 250 && height < 900, `${height} px`);
      assert.equal(other, before);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  });
});
