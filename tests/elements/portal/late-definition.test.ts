import {stubResponses} from '../../support/fetch-stub.js';
import {expect, fixture, html} from '@open-wc/testing';
import type {SpassPortalCards} from '../../../src/index.js';
import {queryTexts} from '../../support/widget-fixture.js';
import {manyPortals} from '../../support/portals.js';

stubResponses.set('/few.json', {version: '1', portals: manyPortals(3)});

describe('<spass-portal> defined after its widgets', () => {
  it('still passes its data and its selection to them', async () => {
    await import('../../../src/define/portal-cards.js');
    const page = await fixture<HTMLElement>(
      html`<spass-portal api="/few.json"
        ><p>Du texte de la page</p>
        <spass-portal-cards></spass-portal-cards
        ><spass-portal-cards group="autre"></spass-portal-cards
      ></spass-portal>`,
    );
    const [cards, others] = page.querySelectorAll<SpassPortalCards>('spass-portal-cards');
    await cards!.updateComplete;
    expect(queryTexts(cards!, 'a, [role=alert]')).to.deep.equal([]);
    expect(page.querySelector('p')?.checkVisibility()).to.equal(true);
    await import('../../../src/define/portal.js');
    await import('../../../src/define/family-filter.js');
    const filter = document.createElement('spass-family-filter');
    page.prepend(filter);
    await filter.loadComplete;
    await cards!.loadComplete;
    expect(queryTexts(cards!, 'a').length).to.equal(3);
    filter.shadowRoot?.querySelectorAll<HTMLElement>('[part=toggle]')[1]?.click();
    await cards!.loadComplete;
    await others!.loadComplete;
    expect(queryTexts(cards!, 'a')).to.deep.equal(['Portail 1']);
    expect(queryTexts(others!, 'a').length).to.equal(3);
  });
});
