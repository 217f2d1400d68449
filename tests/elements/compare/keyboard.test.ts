import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/compare.js';
import type {SpassCompare} from '../../../src/index.js';
import {goriaux} from '../../support/drawings.js';
import {queryAll} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys, tabStops} from '../../support/keyboard.js';
import {deepActiveElement} from '../../support/focus.js';

const showCompare = async (
  mode: 'slide' | 'side' = 'slide',
  items: readonly unknown[] = goriaux,
): Promise<SpassCompare> => {
  const el = await fixture<SpassCompare>(
    html`<spass-compare mode=${mode} .items=${items}></spass-compare>`,
  );
  await el.loadComplete;
  return el;
};
const handle = (el: SpassCompare) => queryAll<HTMLInputElement>(el, '.handle')[0];
const visibleShare = (el: SpassCompare) => Number(handle(el)?.value);
const pressed = (el: SpassCompare) =>
  queryAll<HTMLButtonElement>(el, '.choice button').map(({ariaPressed}) => ariaPressed);
/** The focus ring of the handle is drawn around the whole picture. */
const focusRingWidth = (el: SpassCompare) =>
  getComputedStyle(queryAll(el, '.frame')[0]!).outlineWidth;

describe('<spass-compare> by keyboard', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('A-04 has no stop if nothing can be moved, or for a single picture', async () => {
    expect(await tabStops(await showCompare('side'))).to.deep.equal([]);
    expect(await tabStops(await showCompare('slide', [goriaux[0]]))).to.deep.equal([]);
  });

  it('A-04 moves the handle by arrows, Page keys, Home and End, and keeps the focus visible on it', async () => {
    const el = await showCompare();
    await focusByKeyboard(handle(el));
    for (const [key, at] of [
      ['ArrowRight', 51],
      ['ArrowUp', 52],
      ['ArrowLeft', 51],
      ['ArrowDown', 50],
      ['PageUp', 60],
      ['PageDown', 50],
      ['End', 100],
      ['ArrowRight', 100],
      ['Home', 0],
      ['ArrowLeft', 0],
    ] as const) {
      await pressKeys(key);
      await el.updateComplete;
      expect(visibleShare(el), key).to.equal(at);
      expect(deepActiveElement() === handle(el), key).to.equal(true);
      expect(focusRingWidth(el)).to.equal('2px');
    }
    expect(handle(el)?.ariaValueText?.replace(/\s/g, ' ')).to.contain('0 %');
  });

  for (const key of ['Enter', 'Space'])
    it(`A-04 shows each picture in full with ${key}`, async () => {
      const el = await showCompare();
      await focusByKeyboard(queryAll(el, '.choice button')[0]);
      await pressKeys(key);
      await el.updateComplete;
      expect([visibleShare(el), ...pressed(el)]).to.deep.equal([100, 'true', 'false']);
      expectFocus('Avant');
      await pressKeys('Tab', key);
      await el.updateComplete;
      expect([visibleShare(el), ...pressed(el)]).to.deep.equal([0, 'false', 'true']);
      expectFocus('Après');
      await pressKeys('Shift>Tab', 'Shift>Tab', 'ArrowRight');
      await el.updateComplete;
      expect([visibleShare(el), ...pressed(el)]).to.deep.equal([1, 'false', 'false']);
    });
});
