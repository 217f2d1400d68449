import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassProjectMap} from '../../../src/index.js';
import {queryAll, loadedFixture} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {layerTemplate, layersIn, listOutline, layerToggles} from '../../support/layers.js';
import {monuments} from '../../support/monuments.js';
import {popup, mapUpdated} from '../../support/project-map.js';
import {dunes, lock} from '../../support/projects.js';
import {deepActiveElement, labelOf} from '../../support/focus.js';

const layered = (): Promise<SpassProjectMap> =>
  loadedFixture<SpassProjectMap>(
    html`<spass-project-map .items=${[dunes, lock]}
      >${layerTemplate(monuments)}${layerTemplate([], 'Arbres')}</spass-project-map
    >`,
  );
const toggle = (el: SpassProjectMap, name: string) =>
  queryAll(el, '.legend button').find(one => one.textContent.includes(name));

describe('a <spass-layer> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 has a toggle in the legend, and a stop for each entry in its list', async () => {
    const el = await layered();
    const stops = await tabStops(el);
    const legend = stops.indexOf('M Monuments 4');
    expect(stops.slice(legend, legend + 2)).to.deep.equal(['M Monuments 4', 'A Arbres 0']);
    expect(stops.slice(stops.indexOf('L’écluse d’Ors') + 1)).to.deep.equal([
      'Église Saint-Martin',
      'Maison forestière',
      'Moulin',
      '1 fiche non localisée',
    ]);
  });

  for (const key of ['Enter', 'Space'])
    it(`A-04 is switched off and on with ${key}, and the focus stays on its toggle`, async () => {
      const el = await layered();
      await focusByKeyboard(toggle(el, 'Monuments'));
      await pressKeys(key);
      await mapUpdated(el);
      expect(layerToggles(el)[0]).to.match(/^off/);
      expect(layersIn(el)[0]?.hidden).to.equal(true);
      expect(listOutline(el)).not.to.include('Moulin');
      expectFocus('M Monuments 4');
      await pressKeys(key);
      await mapUpdated(el);
      expect(layerToggles(el)[0]).to.match(/^on/);
      expect(listOutline(el)).to.include('Moulin');
      expectFocus('M Monuments 4');
      await pressKeys('Tab');
      expectFocus('A Arbres 0');
    });

  it('A-04 opens a record on the map from the list, and returns with Escape', async () => {
    const el = await layered();
    const see = queryAll(el, 'button').find(one => labelOf(one) === 'Voir sur la carte : Moulin');
    await focusByKeyboard(see);
    await pressKeys('Enter');
    await mapUpdated(el);
    expect(popup(el)?.matches(':focus-within')).to.equal(true);
    await pressKeys('Tab');
    expectFocus('Moulin');
    await pressKeys('Escape');
    await mapUpdated(el);
    expect(popup(el)).to.equal(undefined);
    expect(
      deepActiveElement().classList.contains('marker'),
      deepActiveElement().outerHTML.slice(0, 99),
    ).to.equal(true);
    expectFocus(/^Moulin/);
  });
});
