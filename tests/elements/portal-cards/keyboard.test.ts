import {expect, html, oneEvent} from '@open-wc/testing';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import type {Selection} from '../../../src/model/selection.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {manyPortals} from '../../support/portals.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

describe('<spass-portal-cards> by keyboard', () => {
  it('A-04 loads more with Enter and focuses the first new card', async () => {
    const el = await loadedFixture<SpassPortalCards>(
      html`<spass-portal-cards limit="3" .items=${manyPortals(5)}></spass-portal-cards>`,
    );
    await focusByKeyboard(queryAll(el, '[part=more]')[0]);
    await pressKeys('Space');
    await el.loadComplete;
    await el.updateComplete;
    expectFocus('Portail 4');
    const select = oneEvent(el, 'spass-record-select');
    el.addEventListener('spass-record-select', event => event.preventDefault());
    await pressKeys('Enter');
    await select;
    expectFocus('Portail 4');
  });

  it('A-04 reaches the reset button of an empty selection', async () => {
    const server = new StubServer({portals: manyPortals(2)});
    const el = await loadedFixtureWithSource<SpassPortalCards>(
      server,
      html`<spass-portal-cards></spass-portal-cards>`,
    );
    (el as unknown as {selection: Selection}).selection.setFilter({q: 'rien'});
    await el.loadComplete;
    await el.updateComplete;
    expect(await tabStops(el)).to.deep.equal(['Tout effacer']);
    await focusByKeyboard(queryAll(el, '.empty button')[0]);
    await pressKeys('Enter');
    await el.loadComplete;
    expect(queryTexts(el, '[part=link]').length).to.equal(2);
    expect(el.matches(':focus-within')).to.equal(true);
    // Into the new cards.
    await pressKeys('Tab');
    expectFocus('Portail 1');
  });
});
