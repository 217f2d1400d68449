import {html, oneEvent} from '@open-wc/testing';
import '../../../src/define/portal-cards.js';
import type {SpassPortalCards} from '../../../src/index.js';
import {queryAll, loadedFixture} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys} from '../../support/keyboard.js';
import {manyPortals} from '../../support/portals.js';

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
});
