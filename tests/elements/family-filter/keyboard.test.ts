import {expect, html} from '@open-wc/testing';
import '../../../src/define/family-filter.js';
import type {SpassFamilyFilter} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys} from '../../support/keyboard.js';
import {manyPortals} from '../../support/portals.js';
import {waitUntil} from '../../support/wait-until.js';

const pressed = (el: Element): string[] => queryTexts(el, '[aria-pressed=true] .name');

describe('<spass-family-filter> by keyboard', () => {
  it('A-04 selects with Enter and with Space, and the focus stays', async () => {
    const el = await loadedFixture<SpassFamilyFilter>(
      html`<spass-family-filter multiple .items=${manyPortals(6)}></spass-family-filter>`,
    );
    await focusByKeyboard(queryAll(el, '.acteur')[0]);
    await pressKeys('Enter');
    expect(pressed(el)).to.deep.equal(['ACTEUR']);
    expectFocus(/^ACTEUR/);
    await pressKeys('Tab', 'Space');
    expect(pressed(el)).to.deep.equal(['ACTEUR', 'THÈME']);
    await waitUntil(() => queryTexts(el, '[role=status]')[0]?.includes('THÈME'));
    expectFocus(/^THÈME/);
    await pressKeys('Shift>Tab', 'Shift>Tab', 'Enter');
    expect(pressed(el)).to.deep.equal(['Toutes']);
    expectFocus(/^Toutes/);
  });
});
