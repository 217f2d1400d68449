import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/story.js';
import type {SpassStory} from '../../../src/index.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {labelOf as named} from '../../support/focus.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {canal, library} from '../../support/story.js';
import {waitUntil} from '../../support/wait-until.js';

const showStory = async (template = html`<spass-story></spass-story>`, records: object = {}) => {
  const el = await loadedFixtureWithSource<SpassStory>(
    new StubServer({...library, ...records}),
    template,
  );
  await el.loadComplete;
  await el.updateComplete;
  return el;
};
const markers = (el: SpassStory) => queryAll(el, '.marker');
/** Returns the marker of the current place, and its distance from the centre of the map. */
const currentMarker = (el: SpassStory) => {
  const marked = queryAll(el, '.marked')[0];
  const map = queryAll(el, '.map')[0]!.getBoundingClientRect();
  const {left, top, width, height} = marked!.getBoundingClientRect();
  return {
    name: named(marked!),
    x: left + width / 2 - (map.left + map.width / 2),
    y: top + height / 2 - (map.top + map.height / 2),
  };
};
const flights = (el: SpassStory) =>
  el.shadowRoot!.getAnimations().filter(({effect}) => effect!.getTiming().duration === 600);
/** Waits for the end of the flight of the map. */
const flown = (el: SpassStory) => Promise.all(flights(el).map(({finished}) => finished));
const scrollHandled = async (el: SpassStory) => {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  await el.updateComplete;
  await flown(el);
};

describe('the map of a <spass-story>', () => {
  before(() => setViewport({width: 1280, height: 900}));
  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
  });

  it('shows the place of the current step, beside it', async () => {
    const el = await showStory();
    expect(currentMarker(el).name).to.equal('Étape 1 : On creuse');
    expect(Math.hypot(currentMarker(el).x, currentMarker(el).y)).to.be.below(3);
    const words = queryAll(el, '.steps')[0]!.getBoundingClientRect();
    expect(queryAll(el, '.map')[0]!.getBoundingClientRect().left >= words.right).to.equal(true);
    // A caption would be read while it fades in.
    const still = new CSSStyleSheet();
    still.replaceSync('* {transition: none !important}');
    el.shadowRoot!.adoptedStyleSheets.push(still);
    await expect(el).to.be.accessible();
  });

  it('moves to the next place while reading, and stays if a step has none', async () => {
    const el = await showStory();
    await el.show(3);
    await scrollHandled(el);
    expect(currentMarker(el).name).to.equal('Étape 1 : On creuse');
    await el.show(4);
    await scrollHandled(el);
    expect(currentMarker(el).name).to.equal('Étape 4 : Plus loin');
    expect(Math.hypot(currentMarker(el).x, currentMarker(el).y)).to.be.below(3);
    const map = queryAll(el, '.map')[0]!.getBoundingClientRect();
    expect(map.top >= 0 && map.bottom <= window.innerHeight, 'in view').to.equal(true);
  });

  it('flies to the next place, from where it was in the view before', async () => {
    const el = await showStory();
    expect(flights(el).length, 'at the start').to.equal(0);
    await el.show(4);
    await waitUntil(() => flights(el).length === 2);
    for (const flight of flights(el)) flight.pause();
    for (const flight of flights(el)) flight.currentTime = 0;
    // The copy is where the view before was, and the new view has its scale.
    const [frame, copy] = queryAll(el, '.map > .frame');
    const map = queryAll(el, '.map')[0]!.getBoundingClientRect();
    expect(copy!.getBoundingClientRect().left).to.be.closeTo(map.left, 2);
    expect(copy!.getBoundingClientRect().width).to.be.closeTo(map.width, 4);
    expect(Math.abs(frame!.getBoundingClientRect().width - map.width)).to.be.above(100);
    expect(copy!.inert && copy!.ariaHidden).to.equal('true');
    for (const flight of flights(el)) flight.play();
    await flown(el);
    await waitUntil(() => queryAll(el, '.map > .frame').length === 1);
  });

  it('shows the next place at once if the reader prefers reduced motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    try {
      const el = await showStory();
      await el.show(4);
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      expect(currentMarker(el).name).to.equal('Étape 4 : Plus loin');
      expect(flights(el).length + queryAll(el, '.map > .frame').length).to.equal(1);
    } finally {
      await emulateMedia({reducedMotion: 'no-preference'});
    }
  });

  it('links each marker to its step', async () => {
    const el = await showStory();
    // Zoomed out until the two places are in view.
    for (let step = 0; step < 4; step++) queryAll(el, '.controls button')[1]!.click();
    await scrollHandled(el);
    const mark = markers(el).find(({ariaLabel}) => ariaLabel?.includes('Plus loin'));
    expect(mark?.getAttribute('aria-haspopup')).to.equal(null);
    mark!.focus();
    mark!.click();
    await scrollHandled(el);
    expect(el.shadowRoot!.activeElement?.textContent).to.contain('Plus loin');
    expect(queryTexts(el, '.progress p')).to.deep.equal(['Étape 4 sur 5']);
  });

  it('has one marker for several steps at one place, with all their names', async () => {
    const steps = [1, 2, 3].map(number => ({title: `Fois ${number}`, geo: {lat: 50.4, lon: 3.5}}));
    const el = await showStory(html`<spass-story></spass-story>`, {stories: [{...canal, steps}]});
    expect(markers(el).map(named)).to.deep.equal([
      'Étape 1 : Fois 1, Étape 2 : Fois 2 et Étape 3 : Fois 3',
    ]);
    const letter = () => markers(el)[0]!.dataset['letter'];
    expect(letter()).to.equal('1');
    await el.show(2);
    await scrollHandled(el);
    expect(letter(), 'the step that is read').to.equal('2');
    expect(currentMarker(el).name).to.contain('Fois 2');
  });

  for (const [lats, text] of [
    [[50.4, 50.4003], '1·2'],
    [[50.4, 50.4003, 50.4006], '1–3'],
    [[50.4, 52, 50.4003, 50.4006], '1·3·4'],
    [[50.4, 52, 50.4003, 50.4006, 50.4009], '1–5'],
  ] as const)
    it(`has the numbers of its steps in a cluster, no count, which would look like one: ${text}`, async () => {
      const steps = lats.map(lat => ({title: `À ${lat}`, zoom: 9, geo: {lat, lon: 3.5}}));
      const el = await showStory(html`<spass-story></spass-story>`, {stories: [{...canal, steps}]});
      expect(queryTexts(el, '.cluster')).to.deep.equal([text]);
      const [name] = queryAll(el, '.cluster').map(named);
      expect(name).to.equal(
        `${text}, ${String(lats.filter(lat => lat < 51).length)} lieux, zoomer`,
      );
    });

  it('can be skipped, and shows a place on request if it is not beside the text', async () => {
    await setViewport({width: 400, height: 700});
    const el = await showStory();
    queryAll(el, '.skip')[0]!.click();
    await scrollHandled(el);
    expect(el.shadowRoot!.activeElement?.textContent).to.contain('On creuse');
    const see = queryAll(el, '.place button');
    expect(named(see[1]!)).to.equal('Voir sur la carte : Plus loin');
    see[1]!.click();
    await scrollHandled(el);
    expect(currentMarker(el).name).to.equal('Étape 4 : Plus loin');
    const map = queryAll(el, '.map')[0]!.getBoundingClientRect();
    expect(map.bottom > 0 && map.top < 700, 'in view').to.equal(true);
    await setViewport({width: 1280, height: 900});
  });

  it('is absent if no step has a place, or if the page omits it', async () => {
    const steps = [{title: 'Sans lieu'}, {title: 'Non plus'}];
    const without = await showStory(html`<spass-story></spass-story>`, {
      stories: [{...canal, steps}],
    });
    expect(queryAll(without, '.map').length).to.equal(0);
    const left = await showStory(html`<spass-story no-map></spass-story>`);
    expect(queryAll(left, '.map, .place button').length).to.equal(0);
    expect(queryTexts(left, '.place').length, 'the places are told').to.equal(2);
    left.noMap = false;
    await left.loadComplete;
    expect(queryAll(left, '.map').length).to.equal(1);
  });

  it('asks for consent to a third party’s background, and only then zooms in as far as a step sets', async () => {
    const el = await showStory(html`<spass-story tiles="ign"></spass-story>`);
    expect(queryTexts(el, '.consent button')).to.deep.equal(['Afficher le fond de carte IGN']);
    const asked: string[] = [];
    el.addEventListener('spass-consent-request', event => {
      asked.push(event.provider);
      event.preventDefault();
    });
    queryAll(el, '.consent button')[0]!.click();
    await scrollHandled(el);
    expect(asked).to.deep.equal(['IGN']);
    expect(queryAll(el, '.leaflet-tile').length).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('is removed with the story, and loaded again with it', async () => {
    const el = await showStory();
    const home = el.parentElement!;
    el.remove();
    expect(markers(el).length).to.equal(0);
    home.append(el);
    await el.loadComplete;
    await scrollHandled(el);
    expect(currentMarker(el).name).to.equal('Étape 1 : On creuse');
  });
});
