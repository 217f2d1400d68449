import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import {closed, isOpen, listOf, openers, settled} from '../../support/detail.js';
import {all} from '../../support/element.js';
import {expectFocus, focused, goTo, nameOf, press, tabStops} from '../../support/keyboard.js';
import {few, full} from '../../support/resources.js';

describe('<spass-resource-list detail> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 has a stop for each button, after its title', async () => {
    const el = await listOf('', ...few);
    expect((await tabStops(el)).slice(2, -1)).to.deep.equal([
      'Atlas de Flandre',
      'Atlas de Flandre, PDF, 2,4 Mo (en néerlandais)',
      'Fiche détaillée : Atlas de Flandre',
      'Murailles et jardins',
      'Fiche détaillée : Murailles et jardins',
      'Un lavoir',
      'Fiche détaillée : Un lavoir',
    ]);
  });

  for (const width of [1280, 320])
    it(`A-04 opens with Enter, traps the Tab key, and closes with Escape, at ${width} px`, async () => {
      await setViewport({width, height: 600});
      const el = await listOf('', ...few, full);
      await goTo(openers(el, 'full')[0]);
      await press('Enter');
      await settled(el);
      expectFocus('Fermer');
      const stops = [nameOf(focused())];
      for (let n = 0; n < 3; n++) {
        await press('Tab');
        stops.push(nameOf(focused()));
      }
      expect(stops).to.deep.equal([
        'Fermer',
        'Le plan, PDF, 1,2 Mo',
        'De gids, PDF, 300 ko (en néerlandais)',
        'Voir la fiche d’origine (example.org)',
      ]);
      // Tab on the last stop moves to the browser's own controls, or nowhere.
      openers(el, 'full')[0]?.focus();
      expect(nameOf(focused())).to.equal(stops.at(-1));
      const gone = closed(el);
      await press('Escape');
      await gone;
      await settled(el);
      expect(isOpen(el)).to.equal(false);
      expectFocus('Fiche détaillée : Une place rendue aux piétons');
    });

  it('A-04 opens in its row with Space, and moves on to the content', async () => {
    const el = await listOf('inline', full);
    await goTo(openers(el, 'full')[0]);
    await press('Space');
    await settled(el);
    expectFocus(/^Fiche détaillée/);
    await press('Tab');
    expectFocus('Le plan, PDF, 1,2 Mo');
    await press('Shift>Tab', 'Space');
    await settled(el);
    expect(all(el, '.sheet').length).to.equal(0);
    expectFocus(/^Fiche détaillée/);
  });
});
