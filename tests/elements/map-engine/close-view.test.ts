import {expect} from '@open-wc/testing';
import type {Caption} from '../../../src/map/map-view.js';
import {pointsAt, type TestPlace} from '../../support/map-points.js';
import {fillBox, removeMaps, renderMap, type TestMap} from '../../support/map.js';
import {waitUntil} from '../../support/wait-until.js';

const LE_QUESNOY = {lat: 50.2507, lon: 3.624};

const captions: readonly Caption[] = [
  {title: 'Médiathèque', note: '2004–2008'},
  {title: 'Réhabilitation de la ferme en logements et en commerces', note: ''},
  {title: 'Place du marché', note: '2012'},
  {title: 'École', note: '2013'},
];

/** Renders a map whose marks have captions. */
const renderClose = async (
  places: readonly TestPlace[],
  zoom = 14,
  options: Parameters<typeof renderMap>[1] = {},
): Promise<TestMap> => {
  const map = renderMap(places, {center: LE_QUESNOY, zoom, ...options});
  map.view.setPoints({
    ...pointsAt(places),
    captionAt: index => captions[index % captions.length]!,
  });
  await waitUntil(() => map.root.querySelector('.locator:not(.off)') !== null, 'no surroundings');
  return map;
};

const read = ({root}: TestMap, selector: string): Element[] => [...root.querySelectorAll(selector)];
const textsOf = (map: TestMap, selector: string): string[] =>
  read(map, selector).map(one => one.textContent);

/** True if two elements cover each other by more than the halo of a text. */
const overlap = (a: Element, b: Element): boolean => {
  const [one, other] = [fillBox(a), fillBox(b)];
  return one.left + 2 < other.right && other.left + 2 < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom; // prettier-ignore
};

describe('a close view without a background', () => {
  afterEach(removeMaps);

  it('has the titles and dates of its marks beside them, and none over another or over a mark', async () => {
    const map = await renderClose([
      [50.2507, 3.624],
      [50.2525, 3.612],
      [50.248, 3.63],
      [50.2479, 3.6318],
      // The place of the text "500 m".
      [50.2552, 3.624],
    ]);
    expect(textsOf(map, '.distances text')).to.include('500\u00a0m');
    expect(textsOf(map, '.captions .name')).to.include.members([
      'Médiathèque',
      'Réhabilitation de la ferme',
      'en logements et en…',
    ]);
    expect(textsOf(map, '.captions .note')).to.include('2004–2008');
    const written = read(map, '.captions text, .distances text, .marker, .directions span');
    const names = [...written, ...read(map, '.towns text')];
    for (const one of written)
      for (const other of names)
        if (one !== other)
          expect(overlap(one, other), `${one.textContent} and ${other.textContent}`).to.equal(
            false,
          );
    const [caption] = read(map, '.captions text');
    const distance = caption!.getBoundingClientRect().left - read(map, '.marker')[0]!.getBoundingClientRect().right; // prettier-ignore
    expect(Math.abs(distance)).to.be.below(200);
  });

  it('names each record of a mark of two, and none of a mark of many', async () => {
    const two = await renderClose([
      [50.2507, 3.624],
      [50.2507, 3.624],
    ]);
    expect(textsOf(two, '.captions .name')).to.deep.equal([
      'Médiathèque',
      'Réhabilitation de la ferme…',
    ]);
    removeMaps();
    const many = await renderClose(new Array<TestPlace>(40).fill([50.2507, 3.624]));
    expect(read(many, '.cluster')).to.have.length(1);
    expect(read(many, '.captions text')).to.have.length(0);
    expect(textsOf(many, '.distances text')).to.include('500\u00a0m');
  });

  it('names single records alone in a view of many marks, 8 px apart at least', async () => {
    const places = new Array(14).fill(0).map((_, i): TestPlace => [50.24 + Math.floor(i / 4) * 0.004, 3.6 + (i % 4) * 0.013]); // prettier-ignore
    const map = await renderClose([...places, places[0]!]);
    const boxes = read(map, '.captions text').map(one => one.getBoundingClientRect());
    expect(boxes.length).to.be.above(3);
    for (const one of boxes)
      for (const other of boxes)
        if (one !== other)
          expect(
            one.left - other.right >= 7 ||
              other.left - one.right >= 7 ||
              one.top - other.bottom >= 3 ||
              other.top - one.bottom >= 3,
          ).to.equal(true);
    expect(read(map, '.cluster')).to.have.length(1);
    expect(textsOf(map, '.captions text').filter(text => /Médiathèque.+Place/.test(text))).to.deep.equal([]); // prettier-ignore
  });

  it('divides a title into even lines, and counts kilometres from the first on', async () => {
    const map = renderMap([[50.2507, 3.624]], {center: LE_QUESNOY, zoom: 14});
    map.view.setPoints({
      ...pointsAt([[50.2507, 3.624]]),
      captionAt: () => ({title: 'Ors : observer le cadre de vie', note: ''}),
    });
    await waitUntil(() => read(map, '.captions text').length > 0, 'captions');
    expect(textsOf(map, '.captions .name')).to.deep.equal(['Ors : observer', 'le cadre de vie']);
    expect(textsOf(map, '.distances text')).to.include.members(['500\u00a0m', '1\u00a0km']);
    const distances = textsOf(map, '.distances text');
    expect(distances.filter(one => /\d{4}|\d\D\d{3}/.test(one))).to.deep.equal([]);
    expect(new Set(distances).size, 'each once').to.equal(distances.length);
  });

  it('has circles of distance around its mark, which stay as long as the mark is in view', async () => {
    const map = await renderClose([
      [50.2507, 3.624],
      [50.2507, 3.65],
    ]);
    const middle = (): number => {
      const {left, right} = read(map, '.distances circle')[0]!.getBoundingClientRect();
      const mark = map.marker('Projet 0').getBoundingClientRect();
      return (left + right) / 2 - (mark.left + mark.right) / 2;
    };
    expect(middle()).to.be.closeTo(0, 1);
    map.view.moveTo({lat: 50.2507, lon: 3.64}, 14);
    expect(middle()).to.be.closeTo(0, 1);
    map.view.moveTo({lat: 51.6, lon: 2.5}, 14);
    await waitUntil(() => read(map, '.distances circle').length === 0, 'circles without a mark');
  });

  it('has circles around the nearest town if it has no mark', async () => {
    const map = await renderClose([[50.2507, 3.624]], 13);
    map.view.moveTo({lat: 50.63, lon: 3.055}, 13);
    // The dot of the town is beside its name.
    await waitUntil(() => {
      const name = read(map, '.towns .city').find(one => one.textContent === 'Lille');
      const circle = read(map, '.distances circle').at(-1);
      if (!name || !circle) return false;
      const [box, {left, right, top, bottom}] = [name, circle].map(one => one.getBoundingClientRect()) as [DOMRect, DOMRect]; // prettier-ignore
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return Math.abs(y - (box.top + box.bottom) / 2) < 24 && x > box.left - 24 && x < box.right + 24; // prettier-ignore
    }, 'no circles around Lille');
  });

  it('has the towns beyond its edges with their distances, within the map and beside its controls', async () => {
    const controls = document.createElement('div');
    const map = await renderClose([[50.2507, 3.624]], 14, {overlays: () => [controls]});
    Object.assign(controls.style, {position: 'absolute', inset: '0 auto auto 0', blockSize: '200px', inlineSize: '60px'}); // prettier-ignore
    map.container.append(controls);
    map.view.resize();
    map.view.moveTo({lat: 50.2507, lon: 3.6241}, 14);
    await waitUntil(
      () =>
        textsOf(map, '.directions bdi').includes('Valenciennes 14\u00a0km') &&
        !read(map, '.directions span').some(one => overlap(one, controls)),
    );
    const view = map.container.getBoundingClientRect();
    for (const name of read(map, '.directions span')) {
      const box = name.getBoundingClientRect();
      expect(box.left >= view.left && box.right <= view.right, name.textContent).to.equal(true);
      expect(box.top >= view.top && box.bottom <= view.bottom, name.textContent).to.equal(true);
      expect(overlap(name, controls), name.textContent).to.equal(false);
    }
  });

  it('says nothing more to the keyboard and to screen readers than another view', async () => {
    const map = await renderClose([[50.2507, 3.624]]);
    for (const selector of ['.captions', '.distances', '.directions', '.locator'])
      expect(read(map, selector)[0]!.getAttribute('aria-hidden'), selector).to.equal('true');
    const focusable = read(map, 'a, button, input, [tabindex]');
    expect(focusable.every(one => one === map.container || one.matches('.marker'))).to.equal(true);
  });

  it('leaves a view from farther, or with a background, as it is', async () => {
    const map = await renderClose([[50.2507, 3.624]]);
    const isShown = (): boolean =>
      read(map, '.captions, .distances, .directions, .locator').some(
        one => getComputedStyle(one).display !== 'none',
      );
    expect(isShown()).to.equal(true);
    map.view.moveTo(LE_QUESNOY, 11);
    expect(isShown()).to.equal(false);
    map.view.moveTo(LE_QUESNOY, 14);
    await waitUntil(isShown, 'not shown again');
    map.view.setBasemap({template: 'data:,{z}{x}{y}', maxZoom: 18, referrerPolicy: ''});
    map.view.moveTo(LE_QUESNOY, 15);
    expect(isShown()).to.equal(false);
  });

  it('measures no text at a zoom step, and writes beside its marks once it rests', async () => {
    const map = await renderClose([
      [50.2507, 3.624],
      [50.2525, 3.612],
    ]);
    const shown = (): number =>
      read(map, '.captions text').filter(one => one.getBoundingClientRect().width > 0).length;
    expect(shown()).to.equal(2);
    map.view.zoomBy(-1);
    expect(shown()).to.equal(0);
    await waitUntil(() => shown() === 2, 'no captions');
    // A movement at the same zoom moves them with their marks.
    map.view.moveTo({lat: 50.251, lon: 3.623}, 13);
    expect(shown()).to.equal(2);
  });

  it('moves the small map away from a mark below it', async () => {
    const map = await renderClose([[50.2507, 3.624]]);
    const [locator, mark] = [read(map, '.locator')[0]!, map.marker('Projet 0')];
    const {clientWidth: width, clientHeight: height} = map.container;
    const pixel = 360 / (256 * 2 ** 14);
    // The mark is in the upper right corner.
    map.view.moveTo({lat: 50.2507 - (height / 2 - 60) * pixel * 0.64, lon: 3.624 - (width / 2 - 60) * pixel}, 14); // prettier-ignore
    await waitUntil(() => !overlap(locator, mark), 'the small map covers the mark');
    expect(mark.getBoundingClientRect().right).to.be.above(locator.getBoundingClientRect().left);
  });
});
