import {asked, stubResponses} from '../../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/portal.js';
import '../../../src/define/portal-cards.js';
import '../../../src/define/family-filter.js';
import type {SpassFamilyFilter, SpassPortal, SpassPortalCards} from '../../../src/index.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {manyPortals} from '../../support/portals.js';
import {navigate, pushCount} from '../../support/url.js';
import {recordWarnings} from '../../support/console.js';

stubResponses.set('/few.json', {version: '1', portals: manyPortals(3)});
stubResponses.set('/api/portals', {version: '1', total: 1, items: manyPortals(1)});

const page = html`<spass-portal api="/few.json" sync-url
  ><spass-family-filter></spass-family-filter><spass-portal-cards></spass-portal-cards
></spass-portal>`;
const cardTitles = async (el: Element) => {
  const cards = el.querySelector<SpassPortalCards>('spass-portal-cards')!;
  const filter = el.querySelector<SpassFamilyFilter>('spass-family-filter')!;
  await cards.loadComplete;
  await filter.loadComplete;
  return queryTexts(cards, 'a');
};
const press = async (el: Element, index: number) => {
  queryAll(el.querySelector('spass-family-filter')!, '[part=toggle]')[index]?.click();
  return cardTitles(el);
};
const address = () => location.search + location.hash;

describe('<spass-portal sync-url>', () => {
  const lines = recordWarnings();

  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('keeps the selection in the URL, and changes nothing else there', async () => {
    navigate('?a=1&portal.autre=x&b=%20');
    const el = await fixture<SpassPortal>(page);
    await cardTitles(el);
    expect(address()).to.equal('?a=1&portal.autre=x&b=%20#ici');
    const entries = pushCount();
    await press(el, 2);
    const kept = new URLSearchParams(location.search);
    expect([...kept]).to.deep.equal([
      ['a', '1'],
      ['portal.autre', 'x'],
      ['b', ' '],
      ['portal.family', 'theme'],
    ]);
    expect(location.hash).to.equal('#ici');
    expect(history.state).to.deep.equal({mine: 1});
    await press(el, 0);
    expect(new URLSearchParams(location.search).has('portal.family')).to.equal(false);
    expect(pushCount(), 'a choice can be undone').to.be.above(entries);
  });

  it('starts with the selection in the URL, before any request', async () => {
    navigate('?portal.family=projet&portal.from=jamais');
    const el = await fixture<SpassPortal>(page);
    expect(await cardTitles(el)).to.deep.equal(['Portail 3']);
    const filter = el.querySelector('spass-family-filter')!;
    expect(queryTexts(filter, '[aria-pressed=true] .name')).to.deep.equal(['PROJET']);
    expect(queryTexts(filter, '[role=status]'), 'nobody did anything').to.deep.equal(['']);
    asked.length = 0;
    const server = await fixture<SpassPortal>(
      html`<spass-portal api="/api" sync-url group="s"
        ><spass-portal-cards></spass-portal-cards
      ></spass-portal>`,
    );
    await server.querySelector('spass-portal-cards')?.loadComplete;
    expect(asked).to.deep.equal(['/api/portals?limit=12&lang=fr']);
    server.remove();
    asked.length = 0;
    navigate('?s.family=acteur');
    const again = await fixture<SpassPortal>(
      html`<spass-portal api="/api" sync-url group="s"
        ><spass-portal-cards></spass-portal-cards
      ></spass-portal>`,
    );
    await again.querySelector('spass-portal-cards')?.loadComplete;
    expect(asked).to.deep.equal(['/api/portals?family=acteur&limit=12&lang=fr']);
  });

  // The browser's Back button is tested in tests/pages/back-button.test.ts: here it would leave the test page.
  it('follows a changed URL', async () => {
    navigate('?');
    const el = await fixture<SpassPortal>(page);
    await cardTitles(el);
    await press(el, 1);
    for (const [family, title] of [
      ['theme', 'Portail 2'],
      ['projet', 'Portail 3'],
      ['acteur', 'Portail 1'],
    ]) {
      history.replaceState(null, '', `?portal.family=${family}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
      expect(await cardTitles(el)).to.deep.equal([title]);
    }
  });

  it('leaves the URL unchanged without the attribute, and once it is removed', async () => {
    navigate('?x=1');
    const el = await fixture<SpassPortal>(page);
    await cardTitles(el);
    el.removeAttribute('sync-url');
    await press(el, 1);
    expect(address()).to.equal('?x=1#ici');
    el.setAttribute('sync-url', '');
    await el.updateComplete;
    el.remove();
    navigate('?portal.family=theme');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(address()).to.equal('?portal.family=theme#ici');
  });

  it('warns when two portals use the same parameter, and gives it to the first', async () => {
    navigate('?');
    const home = await fixture<HTMLElement>(html`<div>${page}${page}</div>`);
    const [first, second] = home.querySelectorAll<SpassPortal>('spass-portal');
    await cardTitles(first!);
    await cardTitles(second!);
    await press(second!, 1);
    expect(new URLSearchParams(location.search).has('portal.family')).to.equal(false);
    await press(first!, 2);
    expect(new URLSearchParams(location.search).get('portal.family')).to.equal('theme');
    expect(lines.length).to.equal(1);
    expect(lines[0]).to.contain('<spass-portal>');
  });
});
