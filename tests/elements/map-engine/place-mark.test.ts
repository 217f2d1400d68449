import {expect} from '@open-wc/testing';
import {CENTER, CROSS, removeMaps, renderMap, type TestMap} from '../../support/map.js';

const name = {value: 'Salle des fêtes'};
const mark = ({root}: TestMap) => root.querySelector<HTMLElement>('.asked');
const boxOf = (element: Element | null | undefined): DOMRect => element!.getBoundingClientRect();
const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the mark of a place on the map', () => {
  afterEach(removeMaps);

  it('has the name of the place in its language, and is absent without one', () => {
    const map = renderMap(CROSS);
    map.view.moveTo({lat: 50.3, lon: 2.5, name: {value: 'Feestzaal', lang: 'nl'}}, 12);
    expect([mark(map)?.ariaLabel, mark(map)?.lang]).to.deep.equal(['Feestzaal', 'nl']);
    map.view.moveTo(CENTER, 12);
    expect(mark(map) === null).to.equal(true);
    map.view.moveTo({...CENTER, name}, 12);
    expect(mark(map)?.hasAttribute('lang')).to.equal(false);
    map.view.clearPlace();
    expect(mark(map) === null).to.equal(true);
  });

  it('writes the name where it covers no other mark', () => {
    const map = renderMap([[50.4, 3], ...CROSS]);
    map.view.moveTo({lat: 50.4, lon: 3, name}, 12);
    const ring = () => boxOf(mark(map)?.querySelector('svg'));
    const text = () => boxOf(mark(map)?.querySelector('span'));
    expect(text().top, 'below').to.be.above(ring().bottom);
    // A record 45 pixels further south: below the ring.
    map.view.moveTo({lat: 50.4098, lon: 3, name}, 12);
    expect(text().bottom, 'above').to.be.below(ring().top);
    expect(map.names().length).to.be.above(0);
    for (const one of map.root.querySelectorAll('.marker'))
      expect(overlap(boxOf(one), text())).to.equal(false);
  });

  it('is not covered by the names of towns', () => {
    const map = renderMap(CROSS);
    const covered = () =>
      [...map.root.querySelectorAll('.towns text')].filter(one =>
        [...mark(map)!.children].some(part => overlap(boxOf(part), boxOf(one))),
      );
    // The last one has the dot of Lille below its name.
    for (const lat of [50.63, 50.64, 50.655]) {
      map.view.moveTo({lat, lon: 3.06, name}, 11);
      expect(covered().length, String(lat)).to.equal(0);
    }
  });

  it('is in the middle of the view also across the date line', () => {
    const map = renderMap(CROSS);
    map.view.moveTo({lat: -17, lon: -179.99, name}, 9);
    const [ring, view] = [boxOf(mark(map)?.querySelector('svg')), boxOf(map.container)];
    expect(ring.left + ring.width / 2).to.be.closeTo(view.left + view.width / 2, 2);
    map.view.zoomBy(-1);
    expect(boxOf(mark(map)?.querySelector('svg')).left).to.be.closeTo(ring.left, 2);
  });
});
