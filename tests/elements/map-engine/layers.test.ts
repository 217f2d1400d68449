import {expect} from '@open-wc/testing';
import type {LayerStyle, MapPoints} from '../../../src/map/map-view.js';
import {pseudoElementContent} from '../../support/widget-fixture.js';
import {CENTER, removeMaps, labels, renderMap, ringOf} from '../../support/map.js';
import {pointsAt, type TestPlace} from '../../support/map-points.js';

const layers: readonly LayerStyle[] = [
  {fill: 'rgb(138, 36, 50)', letter: 'M'},
  {fill: 'rgb(10, 90, 80)', letter: 'J'},
];
const withLayers = (places: readonly TestPlace[], more: Partial<MapPoints> = {}): MapPoints => ({
  ...pointsAt(places),
  layers,
  ...more,
});

describe('layers of the map', () => {
  afterEach(removeMaps);

  it('have markers of their own shape, colour and letter', () => {
    const {view, marker: mark} = renderMap([], {center: CENTER, zoom: 8});
    view.setPoints(withLayers([[50.5, 2, 3], [50.5, 3, 4], [50.5, 4, 5]])); // prettier-ignore
    const look = (name: string) => {
      const {clipPath, backgroundColor} = getComputedStyle(mark(name), '::after');
      return {clipPath, content: pseudoElementContent(mark(name), '::after'), backgroundColor};
    };
    const [other, first, second] = ['Projet 0', 'Projet 1', 'Projet 2'].map(look);
    expect(first?.content).to.equal('"M"');
    expect(first?.backgroundColor).to.equal('rgb(138, 36, 50)');
    expect(second?.content).to.equal('"J"');
    expect(second?.backgroundColor).to.equal('rgb(10, 90, 80)');
    expect(first?.clipPath).not.to.equal(other?.clipPath);
  });

  it('share clusters, whose rings and names include each layer', () => {
    const {view, marker: mark} = renderMap([], {
      center: CENTER,
      zoom: 8,
      messages: {
        ...labels,
        clusterName: (count, families) => `${String(count)}: ${families.join()}`,
      },
    });
    view.setPoints(withLayers([[50.5, 3, 2], [50.5, 3, 4], [50.5, 3, 4], [50.5, 3, 5]])); // prettier-ignore
    const ring = ringOf(mark('4: 0,0,1,0,2,1'));
    expect(ring.map(([, share]) => share)).to.deep.equal([24, 49, 24]);
    expect(ring[1]?.[0]).to.equal('rgb(138, 36, 50)');
    expect(ring[2]?.[0]).to.equal('rgb(10, 90, 80)');
  });

  it('do not move the view away from the main records', () => {
    const {view, views} = renderMap([]);
    const far: readonly TestPlace[] = [[50.5, 3], [50.6, 3.1], [43.3, 5.4, 4]]; // prettier-ignore
    view.setPoints(withLayers(far, {autoFitCount: 2}));
    expect([...(views.at(-1)?.indices ?? [])]).to.deep.equal([0, 1]);
    view.setPoints(withLayers(far, {autoFitCount: 0}));
    expect([...(views.at(-1)?.indices ?? [])]).to.deep.equal([0, 1, 2]);
  });
});
