import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassProjectMap} from '../../../src/index.js';
import {all, shown} from '../../support/element.js';
import {expectFocus, focused, goTo, nameOf, press, tabStops} from '../../support/keyboard.js';
import {layerOf, layersIn, outline, switches} from '../../support/layers.js';
import {monuments} from '../../support/monuments.js';
import {popup, settled} from '../../support/project-map.js';
import {dunes, lock} from '../../support/projects.js';

const layered = (): Promise<SpassProjectMap> =>
  shown<SpassProjectMap>(
    html`<spass-project-map .items=${[dunes, lock]}
      >${layerOf(monuments)}${layerOf([], 'Arbres')}</spass-project-map
    >`,
  );
const toggle = (el: SpassProjectMap, name: string) =>
  all(el, '.legend button').find(one => one.textContent.includes(name));

describe('a <spass-layer> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 has a toggle in the legend, and a stop for each entry in its list', async () => {
    const el = await layered();
    const stops = await tabStops(el);
    const legend = stops.indexOf('M Monuments 4');
    expect(stops.slice(legend, legend + 2)).to.deep.equal(['M Monuments 4', 'A Arbres 0']);
    expect(stops.slice(stops.indexOf('L’écluse d’Ors') + 2)).to.deep.equal([
      'Église Saint-Martin',
      'Voir sur la carte : Église Saint-Martin',
      'Maison forestière',
      'Voir sur la carte : Maison forestière',
      'Moulin',
      'Voir sur la carte : Moulin',
      '1 fiche non localisée',
    ]);
  });

  for (const key of ['Enter', 'Space'])
    it(`A-04 is switched off and on with ${key}, and the focus stays on its toggle`, async () => {
      const el = await layered();
      await goTo(toggle(el, 'Monuments'));
      await press(key);
      await settled(el);
      expect(switches(el)[0]).to.match(/^off/);
      expect(layersIn(el)[0]?.hidden).to.equal(true);
      expect(outline(el)).not.to.include('Moulin');
      expectFocus('M Monuments 4');
      await press(key);
      await settled(el);
      expect(switches(el)[0]).to.match(/^on/);
      expect(outline(el)).to.include('Moulin');
      expectFocus('M Monuments 4');
      await press('Tab');
      expectFocus('A Arbres 0');
    });

  it('A-04 opens a record on the map from the list, and returns with Escape', async () => {
    const el = await layered();
    const see = all(el, 'button').find(one => nameOf(one) === 'Voir sur la carte : Moulin');
    await goTo(see);
    await press('Enter');
    await settled(el);
    expect(popup(el)?.matches(':focus-within')).to.equal(true);
    await press('Tab');
    expectFocus('Moulin');
    await press('Escape');
    await settled(el);
    expect(popup(el)).to.equal(undefined);
    expect(focused().classList.contains('marker'), focused().outerHTML.slice(0, 99)).to.equal(true);
    expectFocus(/^Moulin/);
  });
});
