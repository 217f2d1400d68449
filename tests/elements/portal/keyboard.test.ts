import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/portal.js';
import '../../../src/define/family-filter.js';
import '../../../src/define/portal-cards.js';
import type {SpassPortal} from '../../../src/index.js';
import {queryTexts} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {manyPortals} from '../../support/portals.js';

describe('<spass-portal> by keyboard', () => {
  it('A-04 has the stops of its widgets, and a selection in one changes the other', async () => {
    const items = manyPortals(6);
    const portal = await fixture<SpassPortal>(html`
      <spass-portal>
        <spass-family-filter .items=${items}></spass-family-filter>
        <a href="#x">A link of the page</a>
        <spass-portal-cards .items=${items}></spass-portal-cards>
      </spass-portal>
    `);
    const cards = portal.querySelector('spass-portal-cards')!;
    const filter = portal.querySelector('spass-family-filter')!;
    await Promise.all([filter.loadComplete, cards.loadComplete]);
    const stops = await tabStops(portal);
    expect(stops.slice(4, 7)).to.deep.equal(['A link of the page', 'Portail 1', 'Portail 2']);
    await focusByKeyboard(filter.shadowRoot?.querySelector<HTMLElement>('.theme') ?? undefined);
    await pressKeys('Enter');
    await cards.updateComplete;
    await cards.loadComplete;
    expect(queryTexts(cards, '[part=link]')).to.deep.equal(['Portail 2', 'Portail 5']);
    expectFocus(/^THÈME/);
    await pressKeys('Tab', 'Tab', 'Tab');
    expectFocus('Portail 2');
  });
});
