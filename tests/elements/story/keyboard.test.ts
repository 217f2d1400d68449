import {expect, html, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/story.js';
import type {SpassStory} from '../../../src/index.js';
import {all, texts} from '../../support/element.js';
import {
  expectFocus,
  focused,
  goTo,
  nameOf,
  press,
  retry,
  tabStops,
} from '../../support/keyboard.js';
import {shownUnder, StubServer} from '../../support/sources.js';
import {library, longStory} from '../../support/story.js';

const told = async (
  template = html`<spass-story no-map></spass-story>`,
  server = new StubServer(library),
): Promise<SpassStory> => {
  const el = await shownUnder<SpassStory>(server, template);
  await el.loadComplete;
  await el.updateComplete;
  return el;
};
/** Longer timeout for a background page, such as one of two pages in a browser, which renders few frames. */
const LATE = {timeout: 8000};
const progress = (el: SpassStory) => texts(el, '.progress p')[0];
const reach = (el: SpassStory, words: string): Promise<void> =>
  waitUntil(() => progress(el) === words, `never at ${words}`, LATE);
const focusComes = (name: string): Promise<void> =>
  waitUntil(() => nameOf(focused()) === name, `never at ${name}`, LATE);
const focus = (el: Element, name: string): Promise<void> =>
  goTo(all(el, 'a, button').find(one => nameOf(one) === name));

describe('<spass-story> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('A-04 has a stop for each entry of its contents, each control of a step, and the Back and Next buttons', async () => {
    expect(await tabStops(await told())).to.deep.equal([
      'On creuse',
      'Avant, après',
      'Une maison',
      'Plus loin',
      'Étape 5',
      'L’écluse d’Ors',
      'Part de l’image d’avant',
      'Avant',
      'Après',
      'Étape précédente',
      'Étape suivante',
    ]);
  });

  it('A-04 goes to a step by its link in the contents, and continues from its heading', async () => {
    const el = await told();
    await focus(el, 'Avant, après');
    await press('Enter');
    await reach(el, 'Étape 2 sur 5');
    expectFocus('Avant, après');
    expect(focused().matches('.title'), focused().outerHTML).to.equal(true);
    await press('Tab');
    expect(focused().matches('.handle'), focused().outerHTML).to.equal(true);
    await press('End');
    await el.updateComplete;
    await press('Tab');
    expectFocus('Avant');
    expect(focused().ariaPressed).to.equal('true');
  });

  for (const key of ['Enter', 'Space'])
    it(`A-04 goes from step to step with ${key}, with the focus on the button, to the end and back`, async () => {
      const el = await told(undefined, new StubServer({stories: [longStory(3)]}));
      await focus(el, 'Étape suivante');
      for (const at of [2, 3]) {
        await press(key);
        await reach(el, `Étape ${at} sur 3`);
        expectFocus('Étape suivante');
      }
      expect(focused().ariaDisabled).to.equal('true');
      // A second activation does nothing: Back then leads to the step before.
      await press(key);
      await el.updateComplete;
      expectFocus('Étape suivante');
      await press('Shift>Tab', key);
      await reach(el, 'Étape 2 sur 3');
      expectFocus('Étape précédente');
    });

  it('A-04 shows the place of a step on the map, and the focus stays', async () => {
    // Where the map is beside the text, it follows by itself.
    await setViewport({width: 400, height: 700});
    const el = await told(html`<spass-story></spass-story>`);
    expect(await tabStops(el)).to.include('Carte du récit');
    await focus(el, 'Voir sur la carte : Plus loin');
    await press('Enter');
    const marked = () => all(el, '.marked').map(nameOf).join();
    await waitUntil(() => marked() === 'Étape 4 : Plus loin', 'no mark', LATE);
    expect(nameOf(focused())).to.equal('Voir sur la carte : Plus loin');
  });

  it('A-04 goes from a marker to its step, and focuses the heading', async () => {
    const el = await told(html`<spass-story></spass-story>`);
    await focus(el, 'Dézoomer');
    // Zoomed out until both places are in view.
    await press('Space', 'Space', 'Space', 'Space');
    const mark = () => all(el, '.marker').find(one => nameOf(one).includes('Plus loin'));
    await waitUntil(mark, 'no mark', LATE);
    expectFocus('Dézoomer');
    await goTo(mark());
    await press('Enter');
    await focusComes('Plus loin');
    expect(focused().matches('.title'), focused().outerHTML).to.equal(true);
  });

  it('A-04 reaches the retry button', async () => {
    const server = new StubServer(library);
    server.isBroken = true;
    const {warn} = console;
    console.warn = () => undefined;
    const el = await told(undefined, server);
    console.warn = warn;
    await retry(el, server);
    await press('Tab');
    expectFocus('On creuse');
  });
});
