import {asked, stubResponses} from '../../support/fetch-stub.js';
import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassExplorer} from '../../../src/index.js';
import {queryAll} from '../../support/widget-fixture.js';
import {
  visibleViews,
  renderExplorer,
  NARROW,
  openTab,
  resize,
  WIDE,
  widgetIn,
} from '../../support/explorer.js';
import {withSource} from '../../support/source-provider.js';
import {StubServer} from '../../support/stub-server.js';
import {portalData, serverWithoutResources} from '../../support/portal-data.js';
import {recordWarnings} from '../../support/console.js';

stubResponses.set('/whole.json', {version: '1', ...portalData});
for (const [name, items] of Object.entries(portalData))
  stubResponses.set(`/api/${name}`, (asking: URLSearchParams) => ({
    version: '1',
    total: items.length,
    items: items.slice(0, Number(asking.get('limit'))),
  }));

/** Each test has its own address: fresh responses are not requested again. */
let number = 0;
const address = (path: string): string => {
  number++;
  const [stem = '', ...rest] = path.split('.');
  const own = `${stem}-${number}`;
  for (const [known, body] of [...stubResponses])
    if (known.startsWith(stem)) stubResponses.set(known.replace(stem, own), body);
  return [own, ...rest].join('.');
};
/** Request for the places on the covers of cards, which follows when they have been shown. */
const COVERS = '/resources?portal=41&limit=200';
const paths = () =>
  asked
    .map(path => path.replace(/^\/[^/?]*-\d+/, '').replace(/&?lang=fr/, ''))
    .filter(path => path !== COVERS);
/** Returns the queries of the list for resources. */
const listQueries = (server: StubServer) =>
  server.queriesFor('resources').filter(({portal}) => !portal?.length);

const NAMES = {cards: 'Portails', list: 'Ressources', map: 'Carte', timeline: 'Programmes'};
const FILTER = '/portals?limit=1&facets=family';
const CARDS = '/portals?limit=12';
const ALL_PORTALS = '/portals?limit=500';
const LIST = '/resources?limit=12&facets=commune%2Cfamily%2Csection%2Ctheme%2Ctype%2Cyear';
const PROJECTS = '/projects?limit=500';
const PROGRAMMES = '/programmes?limit=500';

describe('<spass-explorer> requests', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => (asked.length = 0));

  it('a complete document once, whatever is shown and chosen', async () => {
    const el = await renderExplorer(
      NARROW,
      html`<spass-explorer api=${address('/whole.json')}></spass-explorer>`,
    );
    for (const name of Object.values(NAMES)) await openTab(el, name);
    queryAll(widgetIn(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await resize(el, WIDE);
    expect(visibleViews(el).length).to.equal(4);
    expect(asked.length).to.equal(1);
    asked.length = 0;
    await el.reload();
    expect(asked.length, 'a reload asks once').to.equal(1);
  });

  it('each query once, and only for the records shown', async () => {
    const el = await renderExplorer(
      NARROW,
      html`<spass-explorer api=${address('/api')}></spass-explorer>`,
    );
    // The facts of the cards name programmes and projects.
    expect(paths().sort()).to.deep.equal([PROGRAMMES, PROJECTS, FILTER, CARDS].sort());
    asked.length = 0;
    await openTab(el, 'Ressources');
    expect(paths()).to.deep.equal([LIST]);
    asked.length = 0;
    await openTab(el, 'Programmes');
    expect(paths(), 'known already').to.deep.equal([]);
    await openTab(el, 'Carte');
    expect(paths(), 'the families of the portals').to.deep.equal([ALL_PORTALS]);
    asked.length = 0;
    await openTab(el, 'Portails');
    await resize(el, WIDE);
    expect(paths(), 'nothing new is shown').to.deep.equal([]);
    queryAll(widgetIn(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    const again = paths();
    expect(again.length, 'each once').to.equal(new Set(again).size);
    expect(again.every(path => path.includes('family=theme'))).to.equal(true);
  });

  it('all queries at once if all views are shown, none twice', async () => {
    await renderExplorer(WIDE, html`<spass-explorer api=${address('/api')}></spass-explorer>`);
    expect(paths().sort()).to.deep.equal(
      [PROGRAMMES, PROJECTS, FILTER, CARDS, LIST, ALL_PORTALS].sort(),
    );
  });

  it('nothing for a hidden view, until it is shown again', async () => {
    const server = new StubServer(portalData);
    const el = await renderExplorer(
      NARROW,
      withSource(server, html`<spass-explorer views="list timeline"></spass-explorer>`),
    );
    await openTab(el, 'Programmes');
    server.queries.length = 0;
    queryAll(widgetIn(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    expect(server.queriesFor('resources')).to.deep.equal([]);
    await openTab(el, 'Ressources');
    expect(server.queriesFor('resources').map(({family}) => family)).to.deep.equal([['theme']]);
    server.queries.length = 0;
    await openTab(el, 'Programmes');
    expect(server.queriesFor('resources').length, 'and not for what is known').to.equal(0);
  });

  it('data again for a view that was hidden during a reload', async () => {
    const server = new StubServer(portalData);
    const el = await renderExplorer(
      NARROW,
      withSource(server, html`<spass-explorer views="list cards"></spass-explorer>`),
    );
    await openTab(el, 'Portails');
    await el.reload();
    server.queries.length = 0;
    await openTab(el, 'Ressources');
    expect(listQueries(server).length).to.equal(1);
    await openTab(el, 'Portails');
    await openTab(el, 'Ressources');
    expect(listQueries(server).length, 'once').to.equal(1);
  });
});

describe('<spass-explorer> events', () => {
  recordWarnings();

  const recordEvents = (el: SpassExplorer): unknown[] => {
    const events: unknown[] = [];
    el.addEventListener('spass-load', ({total, dropped}) => events.push(['load', total, dropped]));
    el.addEventListener('spass-error', ({kind}) => events.push(kind));
    return events;
  };
  const createExplorer = (): SpassExplorer => {
    const el = document.createElement('spass-explorer');
    Object.assign(el, {items: [portalData]});
    return el;
  };
  const ALL =
    portalData.portals.length +
    portalData.resources.length +
    portalData.projects.length +
    portalData.programmes.length;

  it('report once that everything is loaded, with the numbers, whatever the number of views', async () => {
    const el = createExplorer();
    const events = recordEvents(el);
    document.body.append(el);
    await el.loadComplete;
    await el.loadComplete;
    expect(events).to.deep.equal([['load', ALL, 0]]);
    queryAll(widgetIn(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    await el.loadComplete;
    expect(events.length).to.equal(2);
    el.remove();
  });

  it('report an error once, and the data loaded nevertheless', async () => {
    const server = new StubServer(portalData);
    server.isBroken = true;
    const el = await renderExplorer(
      WIDE,
      withSource(server, html`<spass-explorer></spass-explorer>`),
    );
    const events = recordEvents(el);
    await el.reload();
    await el.loadComplete;
    expect(events).to.deep.equal(['network']);
    const partly = document.createElement('spass-explorer');
    const some = recordEvents(partly);
    await renderExplorer(WIDE, withSource(serverWithoutResources(), html`${partly}`));
    await partly.loadComplete;
    expect(some).to.deep.equal([['load', ALL - portalData.resources.length, 0], 'network']);
  });

  it('of user actions bubble, and can be cancelled', async () => {
    const el = await renderExplorer(WIDE);
    let filters = 0;
    const refuse = (event: Event): void => {
      filters++;
      event.preventDefault();
    };
    document.body.addEventListener('spass-filter-change', refuse);
    queryAll(widgetIn(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    document.body.removeEventListener('spass-filter-change', refuse);
    expect(filters).to.equal(1);
    expect(queryAll(widgetIn(el, 'portal-cards'), '[part=link]').length > 1).to.equal(true);
  });
});
