import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {pageNumbers} from '../../../src/elements/resource-list/pagination.js';
import {queryAll, queryTexts, statusText, focusedText} from '../../support/widget-fixture.js';
import {manyResources} from '../../support/resources.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const titles = (el: SpassResourceList) => queryTexts(el, '[part=link]');
const more = (el: SpassResourceList) => queryAll(el, '[part=more]')[0]!;
const requestedQueries = (server: StubServer) => server.queriesFor().map(({page}) => page ?? 1);
/** Checks the first type as a pointer does, which moves the focus there first. */
const checkFirstType = (el: SpassResourceList): void => {
  const [box] = queryAll<HTMLInputElement>(el, '[data-facet=type] input');
  box?.focus();
  box?.click();
};
const press = async (el: SpassResourceList, name: string) => {
  const buttons = queryAll(el, '.pages button');
  buttons
    .find(button => (button.ariaLabel ?? button.textContent).replace(/\s/g, ' ').trim() === name)
    ?.click();
  await el.loadComplete;
};

// Wide enough for the facets beside the list.
before(() => setViewport({width: 1280, height: 900}));

describe('<spass-resource-list> more', () => {
  const list = html`<spass-resource-list limit="10"></spass-resource-list>`;

  it('appends a page, announces the number of new records, and focuses the first', async () => {
    const server = new StubServer({resources: manyResources(23)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 10 sur 23']);
    more(el).focus();
    more(el).click();
    await el.loadComplete;
    await el.updateComplete;
    expect(titles(el).length).to.equal(20);
    expect(statusText(el)).to.equal('10 résultats ajoutés, 20 sur 23.');
    expect(focusedText(el)).to.equal('Fiche 11');
    more(el).click();
    await el.loadComplete;
    await el.updateComplete;
    expect(titles(el).at(-1)).to.equal('Fiche 23');
    expect(focusedText(el)).to.equal('Fiche 21');
    expect(queryAll(el, '[part=more]').length).to.equal(0);
    expect(requestedQueries(server)).to.deep.equal([1, 2, 3]);
  });

  it('focuses the first new record also if it has no link, where a reader sees it', async () => {
    const resources = manyResources(40).map(({url: _url, ...others}) => others);
    const el = await loadedFixtureWithSource<SpassResourceList>(
      new StubServer({resources}),
      html`<spass-resource-list limit="20"></spass-resource-list>`,
    );
    more(el).focus();
    more(el).click();
    await el.loadComplete;
    await el.updateComplete;
    const focused = el.shadowRoot?.activeElement;
    expect(focused).to.equal(queryAll(el, '.row')[20]);
    const {top, bottom} = focused!.getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
  });

  it('requests a page once, however often the button is pressed', async () => {
    const server = new StubServer({resources: manyResources(23)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isHeld = true;
    more(el).click();
    more(el).click();
    await el.updateComplete;
    more(el).click();
    await el.updateComplete;
    server.queries.at(-1)?.answer();
    await el.loadComplete;
    expect(requestedQueries(server)).to.deep.equal([1, 2]);
    expect(titles(el).length).to.equal(20);
  });

  it('ends at the end of a source, with a message', async () => {
    const server = new StubServer({resources: manyResources(43)});
    server.extra = {cappedAt: 20};
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
    more(el).click();
    await el.loadComplete;
    await el.updateComplete;
    expect(queryAll(el, '[part=more]').length).to.equal(0);
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'Affichage limité aux 20 premières fiches : utilisez la recherche ou les filtres pour trouver les autres.',
    ]);
    await expect(el).to.be.accessible();
  });

  it('reports immediately when only a part was searched', async () => {
    const server = new StubServer({resources: manyResources(8)});
    server.extra = {cappedAt: 5_000};
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    expect(queryTexts(el, '.notice')[0]).to.contain('5 000 premières fiches');
  });

  it('returns to the first page when a filter changes', async () => {
    const server = new StubServer({resources: manyResources(60)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    more(el).click();
    await el.loadComplete;
    await el.updateComplete;
    checkFirstType(el);
    await el.loadComplete;
    expect(titles(el).length).to.equal(10);
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 10 sur 30']);
    expect(requestedQueries(server)).to.deep.equal([1, 2, 1]);
  });

  it('aborts a page that is loading when a filter changes', async () => {
    const server = new StubServer({resources: manyResources(60)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isHeld = true;
    more(el).click();
    await el.updateComplete;
    checkFirstType(el);
    await el.updateComplete;
    expect(server.queries[1]?.signal.aborted).to.equal(true);
    server.queries[2]?.answer();
    await el.loadComplete;
    server.queries[1]?.answer();
    await el.updateComplete;
    expect(requestedQueries(server)).to.deep.equal([1, 2, 1]);
    expect(titles(el).length).to.equal(10);
  });

  it('loads no more of a list that is about to be replaced', async () => {
    const server = new StubServer({resources: manyResources(60)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isHeld = true;
    checkFirstType(el);
    await el.updateComplete;
    more(el).click();
    await el.updateComplete;
    expect(requestedQueries(server)).to.deep.equal([1, 1]);
  });

  it('shows why a page failed, and requests it again on the next press', async () => {
    const server = new StubServer({resources: manyResources(23)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isBroken = true;
    more(el).focus();
    more(el).click();
    await el.loadComplete;
    expect(queryAll(el, '[role=alert]').length).to.equal(1);
    expect(titles(el).length).to.equal(10);
    expect(focusedText(el)).to.contain('Voir plus');
    server.isBroken = false;
    more(el).click();
    await el.loadComplete;
    expect(titles(el).length).to.equal(20);
    expect(queryAll(el, '[role=alert]').length).to.equal(0);
  });

  it('stays unchanged if the page cancels the event', async () => {
    const server = new StubServer({resources: manyResources(23)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    const pages: number[] = [];
    el.addEventListener('spass-page-change', change => {
      pages.push(change.page);
      change.preventDefault();
    });
    more(el).click();
    await el.loadComplete;
    expect(pages).to.deep.equal([2]);
    expect(requestedQueries(server)).to.deep.equal([1]);
  });

  it('requests a page again that was loading when it was moved', async () => {
    const server = new StubServer({resources: manyResources(23)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    server.isHeld = true;
    more(el).click();
    await el.updateComplete;
    const home = el.parentElement!;
    el.remove();
    expect(server.queries[1]?.signal.aborted).to.equal(true);
    server.isHeld = false;
    home.append(el);
    await el.loadComplete;
    expect(titles(el).length).to.equal(20);
  });

  it('shows a record only once that has moved to a later page', async () => {
    const moved = manyResources(20).map((one, i) => (i === 12 ? {...one, id: 3} : one));
    const server = new StubServer({resources: manyResources(20)});
    const find = server.find.bind(server);
    const later = new StubServer({resources: moved.filter((_, i) => i > 9)});
    server.find = async (collection, query, options) =>
      query.page === 2
        ? {...(await later.find(collection, {...query, page: 1}, options)), total: 20}
        : find(collection, query, options);
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    more(el).click();
    await el.loadComplete;
    expect(titles(el).length).to.equal(19);
    expect(queryAll(el, '[part=more]').length).to.equal(0);
  });
});

describe('<spass-resource-list paging="pages">', () => {
  const list = html`<spass-resource-list limit="10" paging="pages"></spass-resource-list>`;

  it('changes the page, announces it, and moves to the top of the list', async () => {
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    await press(el, 'Page 2');
    expect(statusText(el)).to.equal('Page 2 sur 10');
    await press(el, 'Page 3');
    expect(titles(el)[0]).to.equal('Fiche 21');
    expect(el.shadowRoot?.activeElement?.className).to.equal('list');
    expect(queryTexts(el, '[aria-current=page]')).to.deep.equal(['3']);
    await press(el, 'Suivant');
    expect(titles(el)[0]).to.equal('Fiche 31');
    await press(el, 'Page 10');
    expect(titles(el).length).to.equal(5);
    expect(queryAll<HTMLButtonElement>(el, '.pages button').at(-1)?.disabled).to.equal(true);
  });

  it('takes one line on a phone: the current page, between the step back and forward', async () => {
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    await press(el, 'Page 2');
    el.style.inlineSize = '300px';
    const entries = queryAll(el, '.pages li').filter(one => one.checkVisibility());
    const texts = entries.map(one => one.innerText.replace(/\s+/g, ' '));
    expect(texts).to.deep.equal(['Précédent', '2', 'Suivant']);
    expect(new Set(entries.map(one => one.offsetTop)).size).to.equal(1);
    el.style.inlineSize = '900px';
    expect(queryAll(el, '.pages li').every(one => one.checkVisibility())).to.equal(true);
  });

  it('shows the start of a page that is higher than the window', async () => {
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(
      server,
      html`<spass-resource-list limit="40" paging="pages"></spass-resource-list>`,
    );
    const [rows] = queryAll(el, '.list');
    expect(rows?.offsetHeight).to.be.above(innerHeight);
    queryAll(el, '.pages button').at(-1)?.focus();
    await press(el, 'Suivant');
    expect(rows?.getBoundingClientRect().top).to.be.within(0, innerHeight / 2);
  });

  it('never requests the same page twice', async () => {
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    for (const page of ['Page 2', 'Page 1', 'Suivant', 'Page 3', 'Précédent', 'Page 3'])
      await press(el, page);
    expect(requestedQueries(server)).to.deep.equal([1, 2, 3]);
    expect(titles(el)[0]).to.equal('Fiche 21');
  });

  it('returns to the first page after a filter', async () => {
    const server = new StubServer({resources: manyResources(95)});
    const el = await loadedFixtureWithSource<SpassResourceList>(server, list);
    await press(el, 'Page 2');
    checkFirstType(el);
    await el.loadComplete;
    expect(queryTexts(el, '[aria-current=page]')).to.deep.equal(['1']);
    expect(titles(el)[0]).to.equal('Fiche 1');
  });

  it('shows the first page, the last, and those around the current one', () => {
    expect(pageNumbers(1, 1)).to.deep.equal([1]);
    expect(pageNumbers(1, 5)).to.deep.equal([1, 2, 0, 5]);
    expect(pageNumbers(10, 20)).to.deep.equal([1, 0, 9, 10, 11, 0, 20]);
    expect(pageNumbers(20, 20)).to.deep.equal([1, 0, 19, 20]);
  });
});
