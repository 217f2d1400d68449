import {asked, stubResponses} from '../../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/portal.js';
import '../../../src/define/portal-cards.js';
import '../../../src/define/family-filter.js';
import type {SpassFamilyFilter, SpassPortal, SpassPortalCards} from '../../../src/index.js';
import {queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import {onePerFamily, manyPortals} from '../../support/portals.js';
import {recordWarnings} from '../../support/console.js';

stubResponses.set('/north.json', {version: '1', portals: onePerFamily});
stubResponses.set('/south.json', {version: '1', portals: manyPortals(2)});
// A folder with one file per collection, on a plain file server.
stubResponses.set('/files/portals', {
  version: '1',
  total: 3,
  complete: true,
  items: manyPortals(3),
});

const NORTH = ['Ors, un village et son canal', 'Villes fortes', 'Observatoire du cadre de vie'];
const SOUTH = ['Portail 1', 'Portail 2'];

const cardsIn = (root: Element) => root.querySelector<SpassPortalCards>('spass-portal-cards')!;
const filterIn = (root: Element) => root.querySelector<SpassFamilyFilter>('spass-family-filter')!;
const cardTitles = async (root: Element) => {
  await cardsIn(root).loadComplete;
  return queryTexts(cardsIn(root), 'a');
};
const press = async (root: Element, word: string) => {
  const toggles = queryAll<HTMLButtonElement>(filterIn(root), '[part=toggle]');
  toggles.find(toggle => toggle.textContent.includes(word))?.click();
  await cardsIn(root).loadComplete;
  await filterIn(root).loadComplete;
};
const both = html`<spass-family-filter></spass-family-filter
  ><spass-portal-cards></spass-portal-cards>`;

describe('<spass-portal>', () => {
  const lines = recordWarnings();

  it('passes its data to nested widgets at any depth, with one request', async () => {
    asked.length = 0;
    const page = await fixture<SpassPortal>(
      html`<spass-portal api="/north.json"><section>${both}</section></spass-portal>`,
    );
    expect(await cardTitles(page)).to.deep.equal(NORTH);
    await filterIn(page).loadComplete;
    expect(queryTexts(filterIn(page), '.count')).to.deep.equal(['4', '1', '1', '1']);
    expect(asked).to.deep.equal(['/north.json']);
    expect(lines).to.deep.equal([]);
  });

  it('passes them to a widget added later', async () => {
    const page = await fixture<SpassPortal>(html`<spass-portal api="/north.json"></spass-portal>`);
    page.append(document.createElement('spass-portal-cards'));
    expect(await cardTitles(page)).to.deep.equal(NORTH);
  });

  it('removes them from a widget that leaves, which gets those of its new parent', async () => {
    const home = await fixture<HTMLElement>(
      html`<div>
        <spass-portal api="/north.json" id="north">${both}</spass-portal>
        <spass-portal api="/south.json" id="south"></spass-portal>
      </div>`,
    );
    const cards = cardsIn(home);
    expect(await cardTitles(home)).to.deep.equal(NORTH);
    home.append(cards);
    await cards.loadComplete;
    expect(queryTexts(cards, '[role=alert]')).to.deep.equal([
      'Ce contenu n’est pas encore configuré.',
    ]);
    cards.api = '/north.json';
    await press(home, 'ACTEUR');
    expect(await cardTitles(home), 'the selection was the portal’s').to.deep.equal(NORTH);
    cards.api = '';
    home.querySelector('#south')?.append(cards);
    expect(await cardTitles(home)).to.deep.equal(SOUTH);
    home.querySelector('#north')?.append(cards);
    expect(await cardTitles(home)).to.deep.equal(['Villes fortes']);
  });

  it('lets a widget have its own data', async () => {
    const page = await fixture<SpassPortal>(
      html`<spass-portal api="/north.json"
        ><spass-portal-cards api="/south.json"></spass-portal-cards
      ></spass-portal>`,
    );
    expect(await cardTitles(page)).to.deep.equal(SOUTH);
  });

  it('passes other data when its api changes', async () => {
    const page = await fixture<SpassPortal>(
      html`<spass-portal api="/north.json">${both}</spass-portal>`,
    );
    expect(await cardTitles(page)).to.deep.equal(NORTH);
    page.setAttribute('api', '/south.json');
    await page.updateComplete;
    expect(await cardTitles(page)).to.deep.equal(SOUTH);
    page.setAttribute('api', '/files');
    await page.updateComplete;
    expect((await cardTitles(page)).length).to.equal(3);
  });

  it('shows that nothing is set up if its api is missing or unsafe', async () => {
    for (const api of ['', 'ftp://example.org', 'javascript:alert(1)']) {
      const page = await fixture<SpassPortal>(
        html`<spass-portal api=${api}><spass-portal-cards></spass-portal-cards></spass-portal>`,
      );
      await cardsIn(page).loadComplete;
      expect(queryTexts(cardsIn(page), '.failure p'), api).to.deep.equal([
        'Ce contenu n’est pas encore configuré.',
      ]);
    }
    expect(lines.filter(line => line.startsWith('<spass-portal>')).length).to.equal(2);
  });

  it('shares one selection: the widget in use announces it, the others follow silently', async () => {
    const page = await fixture<SpassPortal>(
      html`<spass-portal api="/north.json">${both}</spass-portal>`,
    );
    await cardTitles(page);
    await filterIn(page).loadComplete;
    // Focusing a card does not select it.
    queryAll(cardsIn(page), 'a')[0]!.focus();
    await press(page, 'THÈME');
    expect(queryTexts(cardsIn(page), 'a')).to.deep.equal(['Observatoire du cadre de vie']);
    expect(statusText(filterIn(page))).to.equal('THÈME : 1 portail');
    expect(statusText(cardsIn(page))).to.equal('');
  });

  it('shares it with widgets of its group elsewhere on the page, also when added later', async () => {
    const home = await fixture<HTMLElement>(
      html`<div>
        <spass-family-filter group="nord" api="/north.json"></spass-family-filter>
        <spass-portal api="/north.json"><spass-portal-cards></spass-portal-cards></spass-portal>
      </div>`,
    );
    const portal = home.querySelector('spass-portal')!;
    await cardTitles(home);
    await press(home, 'PROJET');
    expect(await cardTitles(home)).to.deep.equal(NORTH);
    portal.group = 'nord';
    await portal.updateComplete;
    expect(await cardTitles(home)).to.deep.equal(['Ors, un village et son canal']);
    await press(home, 'Toutes');
    expect(await cardTitles(home)).to.deep.equal(NORTH);
    portal.removeAttribute('group');
    portal.group = '';
    await portal.updateComplete;
    await press(home, 'THÈME');
    expect(await cardTitles(home)).to.deep.equal(NORTH);
  });

  it('keeps its group when it was removed and added again', async () => {
    const home = await fixture<HTMLElement>(
      html`<div>
        <spass-portal api="/north.json" group="ouest"
          ><spass-portal-cards></spass-portal-cards
        ></spass-portal>
      </div>`,
    );
    const portal = home.querySelector('spass-portal')!;
    await cardTitles(home);
    portal.remove();
    const filter = document.createElement('spass-family-filter');
    filter.group = 'ouest';
    filter.api = '/north.json';
    home.prepend(filter);
    await filter.loadComplete;
    queryAll(filter, '[part=toggle]')[1]?.click();
    home.append(portal);
    expect(await cardTitles(home)).to.deep.equal(['Villes fortes']);
  });

  it('keeps two portals of one page separate', async () => {
    const home = await fixture<HTMLElement>(
      html`<div>
        <spass-portal api="/north.json" id="a">${both}</spass-portal>
        <spass-portal api="/north.json" id="b">${both}</spass-portal>
      </div>`,
    );
    const [a, b] = ['#a', '#b'].map(id => home.querySelector(id)!);
    await cardTitles(a!);
    await press(a!, 'ACTEUR');
    expect(await cardTitles(a!)).to.deep.equal(['Villes fortes']);
    expect(await cardTitles(b!)).to.deep.equal(NORTH);
  });

  it('is the same after it was removed and added again', async () => {
    const page = await fixture<SpassPortal>(
      html`<spass-portal api="/north.json">${both}</spass-portal>`,
    );
    const home = page.parentElement!;
    await cardTitles(page);
    await press(page, 'ACTEUR');
    for (let i = 0; i < 3; i++) {
      page.remove();
      home.append(page);
    }
    expect(await cardTitles(page)).to.deep.equal(['Villes fortes']);
    await press(page, 'Toutes');
    expect(await cardTitles(page)).to.deep.equal(NORTH);
  });
});
