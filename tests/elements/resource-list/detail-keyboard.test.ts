import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import {
  dialogClosed,
  isOpen,
  renderList,
  detailButtons,
  listUpdated,
} from '../../support/detail.js';
import {queryAll} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {threeResources, completeResource} from '../../support/resources.js';
import {deepActiveElement, labelOf} from '../../support/focus.js';

describe('<spass-resource-list detail> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 has a stop for each button, after its title', async () => {
    const el = await renderList('', ...threeResources);
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
      const el = await renderList('', ...threeResources, completeResource);
      await focusByKeyboard(detailButtons(el, 'full')[0]);
      await pressKeys('Enter');
      await listUpdated(el);
      expectFocus('Fermer');
      const stops = [labelOf(deepActiveElement())];
      for (let n = 0; n < 3; n++) {
        await pressKeys('Tab');
        stops.push(labelOf(deepActiveElement()));
      }
      expect(stops).to.deep.equal([
        'Fermer',
        'Le plan, PDF, 1,2 Mo',
        'De gids, PDF, 300 ko (en néerlandais)',
        'Voir la fiche d’origine (example.org)',
      ]);
      // Tab on the last stop moves to the browser's own controls, or nowhere.
      detailButtons(el, 'full')[0]?.focus();
      expect(labelOf(deepActiveElement())).to.equal(stops.at(-1));
      const gone = dialogClosed(el);
      await pressKeys('Escape');
      await gone;
      await listUpdated(el);
      expect(isOpen(el)).to.equal(false);
      expectFocus('Fiche détaillée : Une place rendue aux piétons');
    });

  it('A-04 opens in its row with Space, and moves on to the content', async () => {
    const el = await renderList('inline', completeResource);
    await focusByKeyboard(detailButtons(el, 'full')[0]);
    await pressKeys('Space');
    await listUpdated(el);
    expectFocus(/^Fiche détaillée/);
    await pressKeys('Tab');
    expectFocus('Le plan, PDF, 1,2 Mo');
    await pressKeys('Shift>Tab', 'Space');
    await listUpdated(el);
    expect(queryAll(el, '.sheet').length).to.equal(0);
    expectFocus(/^Fiche détaillée/);
  });
});
