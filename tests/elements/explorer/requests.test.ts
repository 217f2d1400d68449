import {asked, web} from '../../support/web.js';
import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassExplorer} from '../../../src/index.js';
import {all} from '../../support/element.js';
import {drawn, exploring, NARROW, open, resize, WIDE, within} from '../../support/explorer.js';
import {given} from '../../support/given.js';
import {StubServer} from '../../support/stub-server.js';
import {whole, withoutResources} from '../../support/whole.js';

web.set('/whole.json', {version: '1', ...whole});
for (const [name, items] of Object.entries(whole))
  web.set(`/api/${name}`, (asking: URLSearchParams) => ({
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
  for (const [known, body] of [...web])
    if (known.startsWith(stem)) web.set(known.replace(stem, own), body);
  return [own, ...rest].join('.');
};
const paths = () => asked.map(path => path.replace(/^\/[^/?]*-\d+/, '').replace(/&?lang=fr/, ''));

const NAMES = {cards: 'Portails', list: 'Ressources', map: 'Carte', timeline: 'Programmes'};
const FILTER = '/portals?limit=1&facets=family';
const CARDS = '/portals?limit=12';
const WHOLE_PORTALS = '/portals?limit=500';
const LIST = '/resources?limit=12&facets=commune%2Cfamily%2Csection%2Ctheme%2Ctype%2Cyear';
const PROJECTS = '/projects?limit=500';
const PROGRAMMES = '/programmes?limit=500';

describe('<spass-explorer> requests', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => (asked.length = 0));

  it('a complete document once, whatever is shown and chosen', async () => {
    const el = await exploring(
      NARROW,
      html`<spass-explorer api=${address('/whole.json')}></spass-explorer>`,
    );
    for (const name of Object.values(NAMES)) await open(el, name);
    all(within(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await resize(el, WIDE);
    expect(drawn(el).length).to.equal(4);
    expect(asked.length).to.equal(1);
    asked.length = 0;
    await el.reload();
    expect(asked.length, 'a reload asks once').to.equal(1);
  });

  it('each query once, and only for what is shown', async () => {
    const el = await exploring(
      NARROW,
      html`<spass-explorer api=${address('/api')}></spass-explorer>`,
    );
    // The facts of the cards name programmes and projects.
    expect(paths().sort()).to.deep.equal([PROGRAMMES, PROJECTS, FILTER, CARDS].sort());
    asked.length = 0;
    await open(el, 'Ressources');
    expect(paths()).to.deep.equal([LIST]);
    asked.length = 0;
    await open(el, 'Programmes');
    expect(paths(), 'known already').to.deep.equal([]);
    await open(el, 'Carte');
    expect(paths(), 'the families of the portals').to.deep.equal([WHOLE_PORTALS]);
    asked.length = 0;
    await open(el, 'Portails');
    await resize(el, WIDE);
    expect(paths(), 'nothing new is shown').to.deep.equal([]);
    all(within(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    const again = paths();
    expect(again.length, 'each once').to.equal(new Set(again).size);
    expect(again.every(path => path.includes('family=theme'))).to.equal(true);
  });

  it('all queries at once if all views are shown, none twice', async () => {
    await exploring(WIDE, html`<spass-explorer api=${address('/api')}></spass-explorer>`);
    expect(paths().sort()).to.deep.equal(
      [PROGRAMMES, PROJECTS, FILTER, CARDS, LIST, WHOLE_PORTALS].sort(),
    );
  });

  it('nothing for a hidden view, until it is shown again', async () => {
    const server = new StubServer(whole);
    const el = await exploring(
      NARROW,
      given(server, html`<spass-explorer views="list timeline"></spass-explorer>`),
    );
    await open(el, 'Programmes');
    server.questions.length = 0;
    all(within(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    expect(server.asked('resources')).to.deep.equal([]);
    await open(el, 'Ressources');
    expect(server.asked('resources').map(({family}) => family)).to.deep.equal([['theme']]);
    server.questions.length = 0;
    await open(el, 'Programmes');
    expect(server.asked('resources').length, 'and not for what is known').to.equal(0);
  });

  it('data again for a view that was hidden during a reload', async () => {
    const server = new StubServer(whole);
    const el = await exploring(
      NARROW,
      given(server, html`<spass-explorer views="list cards"></spass-explorer>`),
    );
    await open(el, 'Portails');
    await el.reload();
    server.questions.length = 0;
    await open(el, 'Ressources');
    expect(server.asked('resources').length).to.equal(1);
    await open(el, 'Portails');
    await open(el, 'Ressources');
    expect(server.asked('resources').length, 'once').to.equal(1);
  });

  it('nothing more when it is removed and added again', async () => {
    const server = new StubServer(whole);
    const el = await exploring(WIDE, given(server, html`<spass-explorer></spass-explorer>`));
    const count = server.questions.length;
    const place = el.parentElement!;
    el.remove();
    place.append(el);
    await el.loadComplete;
    expect(server.questions.length).to.equal(count);
    expect(drawn(el).length).to.equal(4);
  });
});

describe('<spass-explorer> events', () => {
  const told = (el: SpassExplorer): unknown[] => {
    const events: unknown[] = [];
    el.addEventListener('spass-load', ({total, dropped}) => events.push(['load', total, dropped]));
    el.addEventListener('spass-error', ({kind}) => events.push(kind));
    return events;
  };
  const make = (): SpassExplorer => {
    const el = document.createElement('spass-explorer');
    Object.assign(el, {items: [whole]});
    return el;
  };
  const ALL =
    whole.portals.length + whole.resources.length + whole.projects.length + whole.programmes.length;

  it('report once that everything is loaded, with the numbers, whatever the number of views', async () => {
    const el = make();
    const events = told(el);
    document.body.append(el);
    await el.loadComplete;
    await el.loadComplete;
    expect(events).to.deep.equal([['load', ALL, 0]]);
    all(within(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    await el.loadComplete;
    await el.loadComplete;
    expect(events.length).to.equal(2);
    el.remove();
  });

  it('report an error once, and the data loaded nevertheless', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    const server = new StubServer(whole);
    server.isBroken = true;
    const el = await exploring(WIDE, given(server, html`<spass-explorer></spass-explorer>`));
    const events = told(el);
    await el.reload();
    await el.loadComplete;
    expect(events).to.deep.equal(['network']);
    const partly = document.createElement('spass-explorer');
    const some = told(partly);
    await exploring(WIDE, given(withoutResources(), html`${partly}`));
    await partly.loadComplete;
    expect(some).to.deep.equal([['load', ALL - whole.resources.length, 0], 'network']);
    console.warn = warn;
  });

  it('of user actions bubble, and can be cancelled', async () => {
    const el = await exploring(WIDE);
    let filters = 0;
    const refuse = (event: Event): void => {
      filters++;
      event.preventDefault();
    };
    document.body.addEventListener('spass-filter-change', refuse);
    all(within(el, 'family-filter'), '.toggle.theme')[0]?.click();
    await el.updateComplete;
    document.body.removeEventListener('spass-filter-change', refuse);
    expect(filters).to.equal(1);
    expect(all(within(el, 'portal-cards'), '[part=link]').length > 1).to.equal(true);
  });
});
