import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {SpassExplorer} from '../../../src/index.js';
import {all} from '../../support/element.js';
import {
  drawn,
  exploring,
  NARROW,
  open,
  resize,
  selected,
  tab,
  WIDE,
  within,
} from '../../support/explorer.js';
import {expectFocus, focused, goTo, press, tabStops} from '../../support/keyboard.js';

const settled = async (el: SpassExplorer): Promise<void> => {
  await el.updateComplete;
  await el.loadComplete;
};

describe('<spass-explorer> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 goes from tab to tab with arrows, Home and End, and opens each', async () => {
    const el = await exploring(NARROW);
    await goTo(tab(el, 'Portails'));
    for (const [key, name] of [
      ['ArrowRight', 'Ressources'],
      ['ArrowRight', 'Carte'],
      ['ArrowLeft', 'Ressources'],
      ['End', 'Programmes'],
      ['ArrowRight', 'Portails'],
      ['ArrowLeft', 'Programmes'],
      ['Home', 'Portails'],
    ] as const) {
      await press(key);
      await settled(el);
      expectFocus(name);
      expect(selected(el)).to.deep.equal([name]);
      const [panel] = all(el, '[role=tabpanel]:not([hidden])');
      expect(panel?.id).to.equal(focused().getAttribute('aria-controls'));
      expect(panel?.getAttribute('aria-labelledby')).to.equal(focused().id);
    }
    expect(all(el, '[role=tab][tabindex="0"]').length, 'one stop for all').to.equal(1);
  });

  it('A-04 leaves the keys alone that are the browser’s own', async () => {
    const el = await exploring(NARROW);
    await goTo(tab(el, 'Portails'));
    await press('ArrowDown', 'Control>ArrowRight');
    await settled(el);
    expect(selected(el)).to.deep.equal(['Portails']);
  });

  it('A-04 has the tabs as one stop, before what they open', async () => {
    const el = await exploring(NARROW);
    const stops = await tabStops(el);
    expect(stops.slice(0, 5).map(name => name.split(' ')[0])).to.deep.equal([
      'Toutes',
      'ACTEUR',
      'THÈME',
      'PROJET',
      'Portails',
    ]);
    expect(stops).not.to.include('Ressources');
    expect(stops.length > 5).to.equal(true);
  });

  it('A-04 keeps the focus where it is when all views find room, and when they lose it', async () => {
    const el = await exploring(NARROW);
    await open(el, 'Ressources');
    const link = all(within(el, 'resource-list'), '[part=link]')[1]!;
    await goTo(link);
    await resize(el, WIDE);
    expect(focused() === link, 'the same link').to.equal(true);
    const project = all(within(el, 'programme-timeline'), 'a')[0]!;
    await goTo(project);
    await resize(el, NARROW);
    expect(drawn(el)).to.deep.equal(['programme-timeline']);
    expect(focused() === project, 'the view that has the focus stays').to.equal(true);
  });

  it('A-04 goes on to the name of a view when its tab goes', async () => {
    const el = await exploring(NARROW);
    await open(el, 'Carte');
    await goTo(tab(el, 'Carte'));
    await resize(el, WIDE);
    expectFocus('Carte');
    expect(focused().id).to.equal('name-map');
  });
});
