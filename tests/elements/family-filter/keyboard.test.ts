import {expect, html} from '@open-wc/testing';
import '../../../src/define/family-filter.js';
import type {SpassFamilyFilter} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {manyPortals} from '../../support/portals.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const pressed = (el: Element): string[] => queryTexts(el, '[aria-pressed=true] .name');

describe('<spass-family-filter> by keyboard', () => {
  it('A-04 has a stop for each toggle and each control below, in order', async () => {
    const server = new StubServer({portals: manyPortals(6)});
    server.extra = {
      attribution: {text: 'CAUE', url: 'https://caue.example/'},
      contact: 'mailto:a@example.org',
    };
    const el = await loadedFixtureWithSource<SpassFamilyFilter>(
      server,
      html`<spass-family-filter sync-url></spass-family-filter>`,
    );
    expect(await tabStops(el)).to.deep.equal([
      'Toutes 6 6 portails',
      'ACTEUR En réseau, par métier ou fonction 2 2 portails',
      'THÈME Ensemble, autour d’un sujet commun 2 2 portails',
      'PROJET À plusieurs, sur un projet concret 2 2 portails',
      'CAUE',
      'Signaler une erreur',
      'Copier le lien de cette sélection',
    ]);
  });

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
    expect(queryTexts(el, '[role=status]')[0]).to.contain('THÈME');
    expectFocus(/^THÈME/);
    await pressKeys('Shift>Tab', 'Shift>Tab', 'Enter');
    expect(pressed(el)).to.deep.equal(['Toutes']);
    expectFocus(/^Toutes/);
  });
});
