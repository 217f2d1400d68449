import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/story.js';
import type {SpassStory} from '../../../src/index.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {
  expectFocus,
  focusByKeyboard,
  pressKeys,
  tabStops,
  focusByName,
} from '../../support/keyboard.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {library, longStory} from '../../support/story.js';
import {deepActiveElement, labelOf} from '../../support/focus.js';
import {waitUntil} from '../../support/wait-until.js';

const showStory = async (
  template = html`<spass-story no-map></spass-story>`,
  server = new StubServer(library),
): Promise<SpassStory> => {
  const el = await loadedFixtureWithSource<SpassStory>(server, template);
  await el.loadComplete;
  await el.updateComplete;
  return el;
};
/** Waits until intersection observers have reported the last scroll. */
const waitForIntersections = (target: Element): Promise<void> =>
  new Promise(resolve => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(target);
  });
const progress = (el: SpassStory) => queryTexts(el, '.progress p')[0];
const waitForProgress = (el: SpassStory, words: string): Promise<void> =>
  waitUntil(() => progress(el) === words, `never at ${words}`);
const waitForFocus = (name: string): Promise<void> =>
  waitUntil(() => labelOf(deepActiveElement()) === name, `never at ${name}`);

describe('<spass-story> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('A-04 goes to a step by its link in the contents, and continues from its heading', async () => {
    const el = await showStory();
    await focusByName(el, 'Avant, après');
    await pressKeys('Enter');
    await waitForProgress(el, 'Étape 2 sur 5');
    expectFocus('Avant, après');
    expect(deepActiveElement().matches('.title'), deepActiveElement().outerHTML).to.equal(true);
    await pressKeys('Tab');
    expect(deepActiveElement().matches('.handle'), deepActiveElement().outerHTML).to.equal(true);
    await pressKeys('End');
    await el.updateComplete;
    await pressKeys('Tab');
    expectFocus('Avant');
    expect(deepActiveElement().ariaPressed).to.equal('true');
  });

  for (const [key, layout, template] of [
    ['Enter', 'without a map', undefined],
    ['Space', 'without a map', undefined],
    ['Enter', 'beside a map', html`<spass-story></spass-story>`],
  ] as const)
    it(`A-04 goes from step to step with ${key} ${layout}, with the focus on the button, to the end and back`, async () => {
      const {steps = [], ...story} = longStory(3);
      const placed = steps.map((step, index) => ({...step, geo: {lat: 50 + index / 10, lon: 3}}));
      const el = await showStory(template, new StubServer({stories: [{...story, steps: placed}]}));
      expect(queryAll(el, '.has-stage').length).to.equal(template ? 1 : 0);
      await focusByName(el, 'Étape suivante');
      for (const at of [2, 3]) {
        await pressKeys(key);
        await waitForProgress(el, `Étape ${at} sur 3`);
        expectFocus('Étape suivante');
      }
      expect(deepActiveElement().ariaDisabled).to.equal('true');
      // A second activation does nothing: Back then leads to the step before.
      await pressKeys(key);
      await el.updateComplete;
      expectFocus('Étape suivante');
      await pressKeys('Shift>Tab', key);
      await waitForProgress(el, 'Étape 2 sur 3');
      expectFocus('Étape précédente');
    });

  it('A-04 shows the place of a step on the map, which has the focus then', async () => {
    // A map beside or above the text stays in view; in a low window it scrolls away.
    await setViewport({width: 400, height: 470});
    const el = await showStory(html`<spass-story></spass-story>`);
    expect(await tabStops(el)).to.include('Carte du récit');
    await focusByName(el, 'Voir sur la carte : Plus loin');
    await pressKeys('Enter');
    const marked = () => queryAll(el, '.marked').map(labelOf).join();
    await waitUntil(() => marked() === 'Étape 4 : Plus loin', 'no mark');
    expectFocus('Carte du récit');
    // Other steps have come into the window with the map.
    await waitForIntersections(queryAll(el, '.step')[0]!);
    expect(marked()).to.equal('Étape 4 : Plus loin');
    expect(progress(el)).to.equal('Étape 4 sur 5');
    window.scrollBy(0, 3000);
    await waitForProgress(el, 'Étape 5 sur 5');
  });

  it('A-04 leaves no link under the stage on a phone, in sections of the page, forwards and backwards', async () => {
    await setViewport({width: 320, height: 640});
    const el = await fixture<SpassStory>(
      html`<spass-story
        >${Array.from(
          {length: 8},
          (_, i) =>
            html`<section data-geo="50.${i + 1},3.5">
              <h3>Étape ${i}</h3>
              <p>
                <a href="#a">Lien ${i}</a> ${'Encore des mots. '.repeat(4 + 2 * i)}
                <a href="#b">Autre lien ${i}</a> ${'Un long paragraphe. '.repeat(5 + i)}
              </p>
            </section>`,
        )}</spass-story
      >`,
    );
    await el.loadComplete;
    const stage = queryAll(el, '.beside')[0]!;
    expect(getComputedStyle(stage).position).to.equal('sticky');
    const links = [...el.querySelectorAll('a')];
    links[0]!.focus();
    const covered: string[] = [];
    for (const key of [...links.map(() => 'Tab'), ...links.map(() => 'Shift>Tab')]) {
      await pressKeys(key);
      const focused = deepActiveElement();
      const isLink = links.some(link => link === focused);
      if (isLink && focused.getBoundingClientRect().top < stage.getBoundingClientRect().bottom - 1)
        covered.push(`${key} ${labelOf(focused)}`);
    }
    expect(covered).to.deep.equal([]);
  });

  it('A-04 goes from a marker to its step, and focuses the heading', async () => {
    const el = await showStory(html`<spass-story></spass-story>`);
    await focusByName(el, 'Dézoomer');
    // Zoomed out until both places are in view.
    await pressKeys('Space', 'Space', 'Space', 'Space');
    const mark = () => queryAll(el, '.marker').find(one => labelOf(one).includes('Plus loin'));
    await waitUntil(mark, 'no mark');
    expectFocus('Dézoomer');
    await focusByKeyboard(mark());
    await pressKeys('Enter');
    await waitForFocus('Plus loin');
    expect(deepActiveElement().matches('.title'), deepActiveElement().outerHTML).to.equal(true);
  });
});
