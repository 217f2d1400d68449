import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {apiResponses, pageOf} from '../pages/all-widgets.js';
import {openPage} from '../pages/browser-fixture.js';
import {manyResources} from '../support/resources.js';
import {useSite} from '../pages/use-site.js';

const DATA = JSON.stringify({version: '1', resources: manyResources(45)});

/** Server that answers queries about 45 resources: one of each pair is a document, 10 are on a page. */
const list = (attributes: string): string =>
  `<spass-resource-list api="/data.json" facets="type,theme" limit="10" ${attributes}></spass-resource-list>`;

/** Page that changes its own part of the URL and shows its own views, as single-page applications do. */
const ROUTER = `<nav><a href="/app?view=home" data-view="home">Accueil</a> <a href="/app?view=map" data-view="map">Carte</a></nav>
  <h1 id="view"></h1>
  <script>
    const show = () => {
      view.textContent = (history.state?.view ?? 'home') + ' ' + (history.state?.visit ?? 0);
    };
    let visit = 0;
    document.querySelector('nav').addEventListener('click', event => {
      event.preventDefault();
      const url = new URL(location.href);
      url.searchParams.set('view', event.target.dataset.view);
      history.pushState({view: event.target.dataset.view, visit: ++visit}, '', url);
      show();
    });
    addEventListener('popstate', show);
    show();
  </script>`;

describe('the browser’s Back and Forward buttons', {timeout: 120_000}, () => {
  const fixture = useSite({
    '/data.json': DATA,
    ...apiResponses('/api'),
    '/list': pageOf(list('sync-url paging="pages" detail')),
    '/more': pageOf(list('sync-url')),
    '/inline': pageOf(list('sync-url detail="inline"')),
    '/plain': pageOf(list('paging="pages" detail')),
    '/two': pageOf(
      `<div id="a">${list('sync-url group="a"')}</div><div id="b">${list('sync-url group="b"')}</div>`,
    ),
    '/group': pageOf(
      `<spass-family-filter api="/api" group="g" sync-url></spass-family-filter>
        <spass-portal-cards api="/api" group="g" sync-url></spass-portal-cards>`,
    ),
    '/explorer': pageOf('<spass-explorer api="/api" sync-url></spass-explorer>'),
    '/links': pageOf(`<a href="#bas">Plus bas</a>${list('sync-url detail paging="pages"')}
        <p id="bas" style="margin-top: 3000px">Bas de page</p>`),
    '/app': pageOf(`${ROUTER}${list('sync-url detail')}`),
    '/frame': pageOf('<h1>Accueil</h1><iframe src="/list" width="900" height="900"></iframe>'),
    '/start':
      '<!doctype html><html lang="fr"><title>Avant</title><link rel="icon" href="data:,"><h1>Avant</h1></html>',
  });

  /** Opens a page after another one, with a clock that the test sets. */
  const open = async (path: string) => {
    const opened = await openPage(fixture.browser, undefined, {
      viewport: {width: 1280, height: 900},
    });
    const {page} = opened;
    page.setDefaultTimeout(8000);
    await page.clock.install();
    await page.goto(`${fixture.site.url}/start`);
    await page.goto(fixture.site.url + path);
    await page.locator('[part=foot], .list, .tabs, iframe').first().waitFor();
    const entries = () => page.evaluate(() => history.length);
    const atStart = await entries();
    return {
      ...opened,
      /** Number of entries that the page has added. */
      added: async () => (await entries()) - atStart,
      /** Lets more than a second pass: the next change is another choice. */
      wait: () => page.clock.fastForward(1100),
      done: async () => {
        assert.deepEqual(opened.errors, []);
        await page.context().close();
      },
    };
  };
  type Scope = Pick<Page, 'locator'>;
  const count = async (scope: Scope, text: string) =>
    scope.locator('.count', {hasText: new RegExp(`^\\s*${text}\\s*$`)}).waitFor();
  const currentPage = async (page: Scope, number: number) =>
    page.locator(`[aria-current=page]`, {hasText: new RegExp(`^\\s*${number}\\s*$`)}).waitFor();
  const facet = (scope: Scope, value: string) =>
    scope.locator('[part=facets] label', {hasText: value}).first();
  const dialog = (page: Page) => page.getByRole('dialog');
  const query = (page: Page) => page.evaluate(() => decodeURIComponent(location.search));

  it('F-11 undo each choice and redo it', async () => {
    const {page, added, wait, done} = await open('/list');
    await count(page, '45 résultats');
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await wait();
    await facet(page, 'Thème 2').click();
    await count(page, '3 résultats');
    assert.equal(await added(), 2);
    const chosen = await query(page);
    await page.goBack({waitUntil: 'commit'});
    await count(page, '22 résultats');
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    assert.equal(await query(page), '');
    await page.goForward({waitUntil: 'commit'});
    await count(page, '22 résultats');
    await page.goForward({waitUntil: 'commit'});
    await count(page, '3 résultats');
    assert.equal(await query(page), chosen);
    assert.equal(await added(), 2, 'Back and Forward add nothing');
    await done();
  });

  it('F-11 treat choices within a second as one', async () => {
    const {page, added, wait, done} = await open('/list');
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await facet(page, 'Document').click();
    await facet(page, 'Thème 2').click();
    await count(page, '3 résultats');
    await page.clock.runFor(900);
    await facet(page, 'Thème 4').click();
    await count(page, '6 résultats');
    assert.equal(await added(), 1);
    await wait();
    await facet(page, 'Thème 4').click();
    await count(page, '3 résultats');
    assert.equal(await added(), 2);
    await page.goBack({waitUntil: 'commit'});
    await count(page, '6 résultats');
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    await done();
  });

  it('F-11 do not undo typing letter by letter', async () => {
    const {page, added, wait, done} = await open('/list');
    await page.getByRole('searchbox').pressSequentially('Fiche');
    await wait();
    await page.getByRole('searchbox').pressSequentially(' 12');
    await count(page, '2 résultats');
    assert.equal(await added(), 0);
    assert.match(await query(page), /q=Fiche\+12/);
    await wait();
    await facet(page, 'Document').click();
    await page.locator('.chip').waitFor();
    await page.goBack({waitUntil: 'commit'});
    await count(page, '2 résultats');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'Fiche 12');
    await page.goBack({waitUntil: 'commit'});
    await page.getByRole('heading', {name: 'Avant'}).waitFor();
    await done();
  });

  it('F-11 A-07 say what they have restored', async () => {
    const {page, wait, done} = await open('/list');
    const says = (text: string) => page.locator('[role=status]', {hasText: text}).waitFor();
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await wait();
    await page.getByRole('link', {name: 'Page 2'}).click();
    await says('Page 2 sur 3');
    await wait();
    await page.goBack({waitUntil: 'commit'});
    await says('Page 1 sur 3');
    await wait();
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    await wait();
    await says('45 ressources');
    await page.goForward({waitUntil: 'commit'});
    await count(page, '22 résultats');
    await wait();
    await says('22 ressources');
    await done();
  });

  it('F-11 return to the previous page of results', async () => {
    const {page, added, wait, done} = await open('/list');
    await page.getByRole('link', {name: 'Page 2'}).click();
    await currentPage(page, 2);
    await wait();
    await page.getByRole('link', {name: 'Page 3'}).click();
    await currentPage(page, 3);
    await wait();
    // Another selection starts at its first page: one choice, one entry.
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await currentPage(page, 1);
    assert.equal(await added(), 3);
    await page.goBack({waitUntil: 'commit'});
    await currentPage(page, 3);
    await count(page, '45 résultats');
    await page.goBack({waitUntil: 'commit'});
    await currentPage(page, 2);
    await page.goBack({waitUntil: 'commit'});
    await currentPage(page, 1);
    await page.goForward({waitUntil: 'commit'});
    await currentPage(page, 2);
    await done();
  });

  it('F-11 take back what “Voir plus” has added', async () => {
    const {page, added, done} = await open('/more');
    await page.locator('[part=more]').press('Enter');
    await page.getByText('Voir plus · 20 sur 45').waitFor();
    assert.equal(await added(), 1);
    await page.goBack({waitUntil: 'commit'});
    await page.getByText('Voir plus · 10 sur 45').waitFor();
    const place = await page.evaluate(() => document.activeElement?.localName);
    assert.equal(place, 'spass-resource-list', 'the focus stays in the list');
    await page.goForward({waitUntil: 'commit'});
    await page.getByText('Voir plus · 20 sur 45').waitFor();
    await done();
  });

  it('F-11 close a dialog, then undo the choice', async () => {
    const {page, added, wait, done} = await open('/list');
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    // At once: a dialog is never part of the choice before it.
    await page.getByRole('button', {name: 'Fiche détaillée : Fiche 4'}).press('Enter');
    await dialog(page).waitFor();
    assert.equal(await added(), 2);
    await page.goBack({waitUntil: 'commit'});
    await dialog(page).waitFor({state: 'hidden'});
    await count(page, '22 résultats');
    assert.match(
      (await page.locator(':focus').last().textContent()) ?? '',
      /Fiche 4/,
      'the focus returns to the button',
    );
    await page.goForward({waitUntil: 'commit'});
    await page.getByRole('dialog', {name: 'Fiche 4'}).waitFor();
    await page.goBack({waitUntil: 'commit'});
    await dialog(page).waitFor({state: 'hidden'});
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    await wait();
    await done();
  });

  it('F-11 undo the choice after a dialog that the visitor has closed', async () => {
    for (const close of ['Escape', 'button']) {
      const {page, wait, done} = await open('/list');
      await facet(page, 'Document').click();
      await count(page, '22 résultats');
      const chosen = await query(page);
      await wait();
      await page.getByRole('button', {name: 'Fiche détaillée : Fiche 4'}).click();
      await dialog(page).waitFor();
      if (close === 'Escape') await page.keyboard.press('Escape');
      else await page.getByRole('button', {name: 'Fermer'}).click();
      await dialog(page).waitFor({state: 'hidden'});
      await page.waitForFunction(
        expected => decodeURIComponent(location.search) === expected,
        chosen,
      );
      await page.goBack({waitUntil: 'commit'});
      await count(page, '45 résultats');
      assert.equal(await query(page), '', close);
      await done();
    }
  });

  it('F-11 open and close a dialog many times without filling the history', async () => {
    const {page, added, done} = await open('/list');
    for (let i = 0; i < 5; i++) {
      await page.getByRole('button', {name: 'Fiche détaillée : Fiche 3'}).click();
      await dialog(page).waitFor();
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({state: 'hidden'});
      // The widget goes back by itself, which the browser does later.
      await page.waitForFunction(() => !location.search.includes('detail'));
    }
    assert.equal(await added(), 1);
    await page.goBack({waitUntil: 'commit'});
    await page.getByRole('heading', {name: 'Avant'}).waitFor();
    await done();
  });

  it('F-11 close details opened in their row', async () => {
    const {page, added, wait, done} = await open('/inline');
    await page.getByRole('button', {name: 'Fiche détaillée : Fiche 4'}).click();
    await page.locator('#detail').waitFor();
    await wait();
    await page.getByRole('button', {name: 'Fiche détaillée : Fiche 5'}).click();
    await page.locator('.row:has-text("Fiche 5") #detail').waitFor();
    assert.equal(await added(), 2);
    await page.goBack({waitUntil: 'commit'});
    await page.locator('.row:has-text("Fiche 4") #detail').waitFor();
    await page.goBack({waitUntil: 'commit'});
    await page.locator('#detail').waitFor({state: 'detached'});
    await done();
  });

  it('F-11 leave the page at once without sync-url', async () => {
    const {page, added, wait, done} = await open('/plain');
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await wait();
    await page.getByRole('button', {name: 'Page 2'}).click();
    await currentPage(page, 2);
    await page.locator('.opener').first().click();
    await dialog(page).waitFor();
    assert.deepEqual([await added(), await query(page)], [0, '']);
    await page.goBack({waitUntil: 'commit'});
    await page.getByRole('heading', {name: 'Avant'}).waitFor();
    await done();
  });

  it('F-11 undo the choices of two lists in turn', async () => {
    const {page, wait, done} = await open('/two');
    const [a, b] = [page.locator('#a'), page.locator('#b')];
    await facet(a, 'Document').click();
    await count(a, '22 résultats');
    await wait();
    await facet(b, 'Thème 1').click();
    await count(b, '3 résultats');
    await page.goBack({waitUntil: 'commit'});
    await count(b, '45 résultats');
    await count(a, '22 résultats');
    await page.goBack({waitUntil: 'commit'});
    await count(a, '45 résultats');
    await page.goForward({waitUntil: 'commit'});
    await count(a, '22 résultats');
    await count(b, '45 résultats');
    await done();
  });

  it('F-11 undo a choice of linked widgets once', async () => {
    const {page, added, wait, done} = await open('/group');
    const cards = (number: number) =>
      page.waitForFunction(
        expected =>
          document.querySelector('spass-portal-cards')?.shadowRoot?.querySelectorAll('.card')
            .length === expected,
        number,
      );
    await page.locator('.card').first().waitFor();
    const all = await page.locator('.card').count();
    await page.getByRole('button', {name: /THÈME/}).click();
    await cards(1);
    assert.equal(await added(), 1);
    await wait();
    await page.getByRole('button', {name: /PROJET/}).click();
    await page.locator('.card', {hasText: 'Écluses'}).waitFor();
    assert.equal(await added(), 2);
    await page.goBack({waitUntil: 'commit'});
    await page.locator('.card', {hasText: 'Villes'}).waitFor();
    await page.goBack({waitUntil: 'commit'});
    await cards(all);
    await done();
  });

  it('F-11 return to the previous tab of the explorer', async () => {
    const {page, added, wait, done} = await open('/explorer');
    await page.setViewportSize({width: 400, height: 900});
    const tab = (name: string) => page.getByRole('tab', {name});
    await tab('Carte').click();
    await page.locator('[role=tab][aria-selected=true]', {hasText: 'Carte'}).waitFor();
    await wait();
    await tab('Ressources').click();
    await page.locator('[role=tab][aria-selected=true]', {hasText: 'Ressources'}).waitFor();
    assert.equal(await added(), 2);
    await page.goBack({waitUntil: 'commit'});
    await page.locator('[role=tab][aria-selected=true]', {hasText: 'Carte'}).waitFor();
    await page.goBack({waitUntil: 'commit'});
    await page.locator('[role=tab][aria-selected=true]', {hasText: 'Portails'}).waitFor();
    await done();
  });

  it('F-11 follow links within the page in the order in which they were used', async () => {
    const {page, wait, done} = await open('/links');
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await page.getByRole('link', {name: 'Plus bas'}).click();
    await facet(page, 'Thème 2').click();
    await count(page, '3 résultats');
    assert.equal(await page.evaluate(() => location.hash), '#bas');
    await page.goBack({waitUntil: 'commit'});
    await count(page, '22 résultats');
    assert.equal(await page.evaluate(() => location.hash), '#bas');
    await page.goBack({waitUntil: 'commit'});
    assert.equal(await page.evaluate(() => location.hash), '');
    await count(page, '22 résultats');
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    await wait();
    await done();
  });

  it('F-11 keep the entries and the state of a page that has a router', async () => {
    const {page, wait, done} = await open('/app');
    const view = (text: string) => page.locator('#view', {hasText: text}).waitFor();
    await page.getByRole('link', {name: 'Carte'}).click();
    await view('map 1');
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await page.getByRole('link', {name: 'Accueil'}).click();
    await view('home 2');
    await page.locator('.opener').first().click();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({state: 'hidden'});
    // The widget goes back by itself, which the browser does later.
    await page.waitForFunction(() => !location.search.includes('detail'));
    await page.goBack({waitUntil: 'commit'});
    await view('map 1');
    await count(page, '22 résultats');
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    await view('map 1');
    await page.goBack({waitUntil: 'commit'});
    await view('home 0');
    await wait();
    await done();
  });

  it('F-11 undo a choice in a page shown by an iframe', async () => {
    const {page, wait, done} = await open('/frame');
    const frame = page.frameLocator('iframe');
    await count(frame, '45 résultats');
    await facet(frame, 'Document').click();
    await count(frame, '22 résultats');
    await wait();
    await frame.locator('.opener').first().click();
    await frame.getByRole('dialog').waitFor();
    await page.evaluate(() => history.back());
    await frame.getByRole('dialog').waitFor({state: 'hidden'});
    await page.evaluate(() => history.back());
    await count(frame, '45 résultats');
    await page.getByRole('heading', {name: 'Accueil'}).waitFor();
    await done();
  });

  it('F-11 undo a choice after another page was visited', async () => {
    const {page, wait, done} = await open('/list');
    await facet(page, 'Document').click();
    await count(page, '22 résultats');
    await wait();
    await page.getByRole('link', {name: 'Page 2'}).click();
    await currentPage(page, 2);
    await page.evaluate(() => (location.href = '/start'));
    await page.getByRole('heading', {name: 'Avant'}).waitFor();
    await page.goBack({waitUntil: 'commit'});
    await count(page, '22 résultats');
    await currentPage(page, 2);
    await page.goBack({waitUntil: 'commit'});
    await currentPage(page, 1);
    await page.goBack({waitUntil: 'commit'});
    await count(page, '45 résultats');
    await done();
  });
});
