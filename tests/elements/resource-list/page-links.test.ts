import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {queryAll, queryTexts, statusText, settled} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys} from '../../support/keyboard.js';
import {manyResources} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {navigate, currentUrl, pushCount} from '../../support/url.js';
import {recordWarnings} from '../../support/console.js';

const titles = (el: SpassResourceList) => queryTexts(el, '.list [part=link]');
const requestedQueries = (server: StubServer) =>
  server.queriesFor().map(({page, limit}) => [page ?? 1, limit] as const);
const where = (link: Element | undefined) => (link as HTMLAnchorElement | undefined)?.href ?? '';
const hrefOf = (search: string) => new URL(`${search}#ici`, location.href).href;

const initialUrl = location.href;
before(() => setViewport({width: 1280, height: 900}));
afterEach(() => history.replaceState(null, '', initialUrl));

describe('<spass-resource-list paging="pages" sync-url>', () => {
  recordWarnings();

  const list = html`<spass-resource-list limit="10" paging="pages" sync-url></spass-resource-list>`;
  const link = (el: SpassResourceList, name: string) =>
    queryAll<HTMLAnchorElement>(el, '.pages a').find(
      ({ariaLabel, textContent}) => (ariaLabel ?? textContent).trim() === name,
    );

  it('has a link to each page that a crawler can follow', async () => {
    navigate('?a=1&resource-list.theme=Eau');
    const server = new StubServer({
      resources: manyResources(95).map(one => ({...one, themes: ['Eau']})),
    });
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    const own = '?a=1&resource-list.theme=Eau';
    expect(where(link(el, 'Page 2'))).to.equal(hrefOf(`${own}&resource-list.page=2`));
    expect(where(link(el, 'Suivant'))).to.equal(where(link(el, 'Page 2')));
    expect(link(el, 'Suivant')?.rel).to.equal('next');
    expect(link(el, 'Page 1')?.getAttribute('aria-current')).to.equal('page');
    expect(link(el, 'Précédent'), 'there is none before the first').to.equal(undefined);
    await expect(el).to.be.accessible();
  });

  it('A-04 changes the page in place when a link is followed, and keeps it in the URL', async () => {
    navigate('?a=1');
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    const entries = pushCount();
    await focusByKeyboard(link(el, 'Page 2'));
    await pressKeys('Enter');
    await settled(el);
    expect(titles(el)[0]).to.equal('Fiche 11');
    expect(currentUrl()).to.equal('?a=1&resource-list.page=2#ici');
    expect(history.state).to.deep.equal({mine: 1});
    expect(pushCount()).to.equal(entries + 1);
    expect(statusText(el)).to.equal('Page 2 sur 10');
    expect(link(el, 'Précédent')?.rel).to.equal('prev');
    expect(where(link(el, 'Précédent'))).to.equal(hrefOf('?a=1'));
    link(el, 'Page 1')?.click();
    await settled(el);
    expect(currentUrl()).to.equal('?a=1#ici');
  });

  it('leaves a link to the browser if it is opened in a new tab', async () => {
    navigate('?');
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    let isPrevented = true;
    el.addEventListener('click', click => {
      isPrevented = click.defaultPrevented;
      click.preventDefault();
    });
    const click = {ctrlKey: true, bubbles: true, composed: true, cancelable: true};
    link(el, 'Page 2')?.dispatchEvent(new MouseEvent('click', click));
    await settled(el);
    expect(isPrevented).to.equal(false);
    expect(titles(el)[0]).to.equal('Fiche 1');
  });

  it('opens the page in the URL, without an announcement or the focus', async () => {
    navigate('?resource-list.page=3');
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(titles(el)[0]).to.equal('Fiche 21');
    expect(queryTexts(el, '[aria-current=page]')).to.deep.equal(['3']);
    expect(statusText(el)).to.equal('');
    expect(document.activeElement === document.body).to.equal(true);
    expect(requestedQueries(server)).to.deep.equal([
      [1, 10],
      [3, 10],
    ]);
    expect(currentUrl()).to.equal('?resource-list.page=3#ici');
  });

  it('goes to the last page for a number beyond it, and to the first for an invalid one', async () => {
    for (const [word, first] of [
      ['999', 'Fiche 91'],
      ['0', 'Fiche 1'],
      ['-2', 'Fiche 1'],
      ['2.5', 'Fiche 1'],
      ['deux', 'Fiche 1'],
    ]) {
      navigate(`?resource-list.page=${word}`);
      const server = new StubServer({resources: manyResources(95)});
      const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
      expect(titles(el)[0], word).to.equal(first);
      el.remove();
    }
  });

  it('starts over when the reader filters, in the URL too', async () => {
    navigate('?resource-list.page=3');
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    queryAll<HTMLInputElement>(el, '[data-facet=type] input')[0]?.click();
    await settled(el);
    expect(titles(el)[0]).to.equal('Fiche 1');
    expect(new URLSearchParams(location.search).has('resource-list.page')).to.equal(false);
  });

  for (const complete of [false, true])
    it(`follows the browser’s Back button, to another page and to another selection, ${complete ? 'in the browser' : 'by the server'}`, async () => {
      navigate('?resource-list.page=2');
      const server = new StubServer({resources: manyResources(95)}, complete);
      const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
      history.pushState(null, '', '?resource-list.page=3&resource-list.type=document');
      history.pushState(null, '', '?resource-list.page=4');
      history.back();
      await oneEvent(window, 'popstate');
      await settled(el);
      expect(queryTexts(el, '[aria-current=page]')).to.deep.equal(['3']);
      expect(location.search).to.equal('?resource-list.page=3&resource-list.type=document');
      if (!complete) expect(server.queriesFor().at(-1)?.type).to.deep.equal(['document']);
      history.back();
      await oneEvent(window, 'popstate');
      await settled(el);
      expect(titles(el)[0]).to.equal('Fiche 11');
    });

  it('keeps the page when another cannot be loaded, with the reason', async () => {
    navigate('?resource-list.page=2');
    const server = new StubServer({resources: manyResources(95)});
    const find = server.find.bind(server);
    Object.assign(server, {
      find: (...question: Parameters<typeof find>) => {
        server.isBroken = question[1].page === 2;
        return find(...question);
      },
    });
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(queryTexts(el, '[role=alert]').length).to.equal(1);
    expect(titles(el)[0]).to.equal('Fiche 1');
    expect(currentUrl()).to.equal('?resource-list.page=2#ici');
  });

  it('has buttons, and leaves the URL unchanged, without the attribute', async () => {
    navigate('?resource-list.page=3');
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list limit="10" paging="pages"></spass-resource-list>`,
    );
    expect(queryAll(el, '.pages a').length).to.equal(0);
    expect(titles(el)[0]).to.equal('Fiche 1');
    expect(currentUrl()).to.equal('?resource-list.page=3#ici');
  });

  it('has buttons in a second list with the same name', async () => {
    navigate('?');
    const page = await fixture<HTMLElement>(
      html`<div>
        ${[1, 2].map(
          () =>
            html`<spass-resource-list
              limit="10"
              paging="pages"
              sync-url
              .items=${manyResources(95)}
            ></spass-resource-list>`,
        )}
      </div>`,
    );
    const lists = [...page.querySelectorAll<SpassResourceList>('spass-resource-list')];
    for (const el of lists) await el.loadComplete;
    expect(lists.map(el => queryAll(el, '.pages a').length > 0)).to.deep.equal([true, false]);
  });
});

describe('<spass-resource-list sync-url> more', () => {
  const list = html`<spass-resource-list limit="10" sync-url group="g"></spass-resource-list>`;
  const more = (el: SpassResourceList) => queryAll<HTMLAnchorElement>(el, '[part=more]')[0];

  it('has a link to more, and appends records when it is followed', async () => {
    navigate('?');
    const server = new StubServer({resources: manyResources(43)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(where(more(el))).to.equal(hrefOf('?g.page=2'));
    expect(more(el)?.rel).to.equal('next');
    await focusByKeyboard(more(el));
    await pressKeys('Enter');
    await settled(el);
    expect(titles(el).length).to.equal(20);
    expectFocus('Fiche 11');
    expect(currentUrl()).to.equal('?g.page=2#ici');
    expect(where(more(el))).to.equal(hrefOf('?g.page=3'));
  });

  it('opens all records shown at a URL, with one request more', async () => {
    navigate('?g.page=3');
    const server = new StubServer({resources: manyResources(43)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(titles(el).length).to.equal(30);
    expect(titles(el).at(-1)).to.equal('Fiche 30');
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 30 sur 43']);
    expect(requestedQueries(server)).to.deep.equal([
      [1, 10],
      [1, 30],
    ]);
    more(el)?.click();
    await settled(el);
    expect(titles(el).length).to.equal(40);
  });

  it('requests page by page if a source limits its pages', async () => {
    navigate('?g.page=3');
    const server = new StubServer({resources: manyResources(43)});
    const find = server.find.bind(server);
    Object.assign(server, {
      find: (...[name, query, options]: Parameters<typeof find>) =>
        find(name, {...query, limit: Math.min(10, query.limit ?? 10)}, options),
    });
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(titles(el).length).to.equal(30);
    expect(titles(el).at(-1)).to.equal('Fiche 30');
  });

  it('never exceeds the limit of a server', async () => {
    navigate('?g.page=900');
    const server = new StubServer({resources: manyResources(2000)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(titles(el).length).to.equal(500);
    expect(requestedQueries(server).length).to.equal(2);
  });
});
