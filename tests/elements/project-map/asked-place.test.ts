import {stubResponses} from '../../support/fetch-stub.js';
import {expect, html, nextFrame} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import '../../../src/define/agenda.js';
import '../../../src/define/directory.js';
import '../../../src/define/project-map.js';
import type {SpassAgenda, SpassDirectory, SpassProjectMap} from '../../../src/index.js';
import {now, walk} from '../../support/events.js';
import {StubGeolocation} from '../../support/geolocation.js';
import {emulateForcedColors, restoreMedia} from '../../support/media.js';
import {caue} from '../../support/organisations.js';
import {button, mapUpdated, renderProjectMap, selectionOf} from '../../support/project-map.js';
import {dunes, lock, mapProjects, trees, village} from '../../support/projects.js';
import {waitUntil} from '../../support/wait-until.js';
import {
  focusedElement,
  loadedFixture,
  queryAll,
  settled,
  statusText,
} from '../../support/widget-fixture.js';

const mapElement = (el: SpassProjectMap) => queryAll(el, '.map')[0]!;
const mark = (el: SpassProjectMap): HTMLElement | undefined => queryAll(el, '.asked')[0];

const hasMark = (el: SpassProjectMap): boolean => mark(el) !== undefined;

/** Middle of an element in the window. */
const middleOf = (element: Element): readonly [x: number, y: number] => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

/** Names the mark that is drawn in the middle of the map, in the window. Throws if none is there. */
const markInMiddle = (el: SpassProjectMap): string | null => {
  const shown = mark(el);
  if (!shown) throw new Error('no mark');
  const ring = shown.querySelector('svg')!;
  const [x, y] = middleOf(ring);
  const [mapX, mapY] = middleOf(mapElement(el));
  expect(Math.hypot(x - mapX, y - mapY), 'distance from the place').to.be.below(2);
  expect(x > 0 && x < innerWidth && y > 0 && y < innerHeight, 'in the window').to.equal(true);
  expect(ring.getBoundingClientRect().width).to.be.above(40);
  const [lower, upper] = [...ring.querySelectorAll('path')].map(path => getComputedStyle(path));
  expect(upper!.stroke).to.not.equal(lower!.stroke);
  expect(shown.role).to.equal('img');
  expect(shown.textContent).to.equal(shown.ariaLabel);
  return shown.ariaLabel;
};

/** Shows a map of a group, and a widget whose button shows a place on it. */
const linked = async <T extends SpassAgenda | SpassDirectory>(
  widget: ReturnType<typeof html>,
  items: readonly unknown[] = mapProjects,
) => {
  const el = await loadedFixture<T>(widget);
  const map = await loadedFixture<SpassProjectMap>(
    html`<spass-project-map group="asked" .items=${items}></spass-project-map>`,
  );
  await settled(el);
  return {el, map};
};
const press = async (el: Element, map: SpassProjectMap) => {
  const see = queryAll(el, 'button').find(one => one.textContent.includes('Voir sur la carte'));
  see!.focus();
  see!.click();
  await mapUpdated(map);
  // The list may have become shorter, and the map with it.
  await nextFrame();
  await nextFrame();
};
const agenda = (event: object = {...walk, geo: {lat: 50.4, lon: 3.2}}) =>
  html`<spass-agenda group="asked" .now=${now} .items=${[event]}></spass-agenda>`;
const directory = html`<spass-directory group="asked" .items=${[caue]}></spass-directory>`;

const findCommune = async (el: SpassProjectMap, name: string) => {
  const [field] = queryAll<HTMLInputElement>(el, '#commune');
  field!.focus();
  field!.value = name;
  field!.dispatchEvent(new Event('change', {bubbles: true}));
  await mapUpdated(el);
};

describe('the place that was asked for, on a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('is marked for an event', async () => {
    const {el, map} = await linked<SpassAgenda>(agenda());
    await press(el, map);
    expect(markInMiddle(map)).to.equal('Balade autour des remparts');
    expect(statusText(map)).to.equal('Balade autour des remparts – Aucun projet dans cette zone.');
    expect(focusedElement(map)?.className).to.equal('map spass-map');
    await expect(map).to.be.accessible();
  });

  it('is marked for an actor', async () => {
    const {el, map} = await linked<SpassDirectory>(directory);
    await press(el, map);
    expect(markInMiddle(map)).to.equal('CAUE du Nord');
  });

  it('is marked for an address', async () => {
    const label = '1 Rue du Lavoir 59360 Ors';
    const feature = {
      geometry: {coordinates: [3.7, 50.2]},
      properties: {label, type: 'housenumber'},
    };
    stubResponses.set('/geocodage/search', {features: [feature]});
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        .items=${mapProjects}
        geocoder="ban"
        consent="granted"
      ></spass-project-map>`,
    );
    const [field] = queryAll<HTMLInputElement>(el, '#address');
    field!.focus();
    field!.value = 'lavoir';
    await sendKeys({press: 'Enter'});
    await mapUpdated(el);
    await waitUntil(() => hasMark(el), 'mark');
    expect(markInMiddle(el)).to.equal(label);
  });

  it('is marked for a commune', async () => {
    const el = await renderProjectMap(...mapProjects);
    await findCommune(el, 'ors');
    expect(markInMiddle(el)).to.equal('Ors');
    await el.updateComplete;
    expect(statusText(el)).to.equal('Ors – Dans cette zone : 2');
  });

  it('is marked around the reader', async () => {
    const where = new StubGeolocation();
    const el = await renderProjectMap(...mapProjects);
    button(el, 'Autour de moi').click();
    await mapUpdated(el);
    where.succeed(50.4, 3.3);
    await mapUpdated(el);
    where.restore();
    expect(markInMiddle(el)).to.equal('Autour de moi');
  });

  it('is marked on a map that waits for a click', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map load="click" .items=${mapProjects}></spass-project-map>`,
    );
    selectionOf(el).showPlace({lat: 43.3, lon: 5.4, name: {value: 'Marseille'}});
    await waitUntil(() => hasMark(el), 'mark');
    expect(markInMiddle(el), 'far from the ground in detail').to.equal('Marseille');
  });

  for (const side of ['above', 'below'])
    it(`is in the window, on a map that is far ${side} and higher than the window`, async () => {
      await setViewport({width: 568, height: 320});
      const {el, map} = await linked<SpassDirectory>(directory, [
        ...mapProjects,
        ...Array.from({length: 12}, (_, id) => ({...trees, id})),
      ]);
      const gap = document.createElement('div');
      gap.style.blockSize = '3000px';
      const [first, second] = [el.parentElement!, map.parentElement!];
      if (side === 'above') first.before(second, gap);
      else second.before(gap);
      await mapUpdated(map);
      await settled(el);
      await press(el, map);
      expect(markInMiddle(map)).to.equal('CAUE du Nord');
      gap.remove();
      await setViewport({width: 1280, height: 900});
    });

  it('is one at a time, and moves with the ground', async () => {
    const el = await renderProjectMap(...mapProjects);
    await findCommune(el, 'ors');
    await findCommune(el, 'Lille');
    expect(queryAll(el, '.asked').length).to.equal(1);
    expect(markInMiddle(el)).to.equal('Lille');
    mapElement(el).focus();
    await sendKeys({press: 'ArrowRight'});
    const [x] = middleOf(mark(el)!.querySelector('svg')!);
    expect(middleOf(mapElement(el))[0] - x).to.be.closeTo(96, 2);
    button(el, 'Zoomer').click();
    await mapUpdated(el);
    const [zoomed] = middleOf(mark(el)!.querySelector('svg')!);
    expect(middleOf(mapElement(el))[0] - zoomed).to.be.closeTo(192, 3);
  });

  it('goes with “Tout voir”, with a record of the list, and with “Tout effacer”', async () => {
    const el = await renderProjectMap(...mapProjects);
    await findCommune(el, 'ors');
    button(el, 'Tout voir').click();
    await mapUpdated(el);
    expect(hasMark(el)).to.equal(false);
    await findCommune(el, 'ors');
    button(el, 'Voir sur la carte : L’écluse d’Ors').click();
    await mapUpdated(el);
    expect(hasMark(el)).to.equal(false);
    await findCommune(el, 'Lille');
    selectionOf(el).setFilter({family: ['theme']});
    await mapUpdated(el);
    // A single record is listed below the map, which becomes wider.
    await nextFrame();
    await nextFrame();
    expect(markInMiddle(el), 'with another selection').to.equal('Lille');
    selectionOf(el).setFilter({});
    await mapUpdated(el);
    expect(hasMark(el)).to.equal(false);
  });

  it('has no mark of its own if a record has one there, which stays highlighted', async () => {
    const {el, map} = await linked<SpassAgenda>(agenda({...walk, project: undefined}), [
      dunes,
      {...trees, geo: walk.geo},
      village,
      lock,
    ]);
    const [entry] = queryAll(el, '.event');
    // The focus that follows a click is not one of the keyboard.
    const [x, y] = middleOf(queryAll(el, '.place button')[0]!);
    await sendMouse({type: 'click', position: [Math.round(x), Math.round(y)]});
    await mapUpdated(map);
    await resetMouse();
    // The page has scrolled from under the pointer.
    entry!.dispatchEvent(new PointerEvent('pointerleave'));
    await mapUpdated(map);
    expect(hasMark(map)).to.equal(false);
    const focused = focusedElement(map) as HTMLElement;
    expect(focused.ariaLabel).to.contain('Observatoire des arbres');
    expect(getComputedStyle(focused).outlineStyle).to.equal('solid');
    expect(parseFloat(getComputedStyle(focused).outlineWidth)).to.equal(3);
  });

  it('is not covered by the popup of the project of an event', async () => {
    const project = {...dunes, geo: {lat: 50.43, lon: 3.25}};
    const event = {...walk, project: dunes.id, geo: {lat: 50.4, lon: 3.2}};
    const {el, map} = await linked<SpassAgenda>(agenda(event), [project, trees, village, lock]);
    await press(el, map);
    expect(markInMiddle(map)).to.equal('Balade autour des remparts');
    const popup = queryAll(map, '[part=popup]')[0]!.getBoundingClientRect();
    for (const part of mark(map)!.children) {
      const {left, right, top, bottom} = part.getBoundingClientRect();
      const isCovered =
        left < popup.right && popup.left < right && top < popup.bottom && popup.top < bottom;
      expect(isCovered, part.localName).to.equal(false);
    }
  });

  it('is marked with forced colours', async function () {
    if (!(await emulateForcedColors())) this.skip();
    const el = await renderProjectMap(...mapProjects);
    await findCommune(el, 'ors');
    expect(markInMiddle(el)).to.equal('Ors');
    await restoreMedia();
  });

  it('takes no click from a mark below it, and no stop of the Tab key', async () => {
    const el = await renderProjectMap(...mapProjects);
    await findCommune(el, 'Dunkerque');
    expect(markInMiddle(el)).to.equal('Dunkerque');
    const below = el.shadowRoot!.elementFromPoint(
      ...(middleOf(mapElement(el)) as [number, number]),
    );
    expect((below as HTMLElement).ariaLabel).to.contain('Clim@Dunes');
    expect(mark(el)!.querySelectorAll('[tabindex], button, a').length).to.equal(0);
  });
});
