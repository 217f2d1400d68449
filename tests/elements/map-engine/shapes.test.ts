import {expect} from '@open-wc/testing';
import {resetMouse, sendMouse} from '@web/test-runner-commands';
import type {MapPoints} from '../../../src/map/map-view.js';
import type {Geometry} from '../../../src/model/geo/geometry.js';
import {removeMaps, renderMap, type TestMap} from '../../support/map.js';
import {pointsAt} from '../../support/map-points.js';
import {waitUntil} from '../../support/wait-until.js';

const park: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [2.8, 50.4],
      [3.2, 50.4],
      [3.2, 50.6],
      [2.8, 50.6],
      [2.8, 50.4],
    ],
  ],
};
const canal: Geometry = {
  type: 'LineString',
  coordinates: [
    [2.2, 50.8],
    [3.8, 50.8],
  ],
};
const CENTER = {lat: 50.5, lon: 3};

/** Returns a park, a canal and a bench. */
const shapePoints = (): MapPoints => ({
  ...pointsAt([[50.5, 3, 4], [50.8, 3, 4], [50.2, 3, 2]]), // prettier-ignore
  layers: [{fill: 'rgb(138, 36, 50)', letter: 'Z'}],
  geometryAt: index => [park, canal][index],
});

const shapes = ({root}: TestMap) => [...root.querySelectorAll<SVGPathElement>('.shapes path')];
const centreOf = (element: Element): [number, number] => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

describe('lines and areas on the map', () => {
  afterEach(async () => {
    removeMaps();
    await resetMouse();
  });

  it('are drawn at their place, in the colour of their layer, below the markers', () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints(shapePoints());
    const [area, line, ...others] = shapes(map);
    expect(others.length).to.equal(0);
    expect(getComputedStyle(area!).fill).to.equal('rgb(138, 36, 50)');
    expect(getComputedStyle(line!).fill).to.equal('none');
    const mark = map.marker('Projet 0').getBoundingClientRect();
    const [x, y] = centreOf(area!);
    expect(Math.abs(x - mark.left - mark.width / 2)).to.be.below(2);
    // The midpoint of two parallels is not the midpoint on the map (Mercator).
    expect(Math.abs(y - mark.top - mark.height / 2)).to.be.below(4);
    const {width} = area!.getBoundingClientRect();
    expect(width).to.be.closeTo((0.4 / 360) * 256 * 2 ** 9, 4);
    expect(map.root.elementFromPoint(...centreOf(map.marker('Projet 0')))?.localName).to.equal('button'); // prettier-ignore
  });

  it('open their record, and are highlighted with it', async () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints(shapePoints());
    const [area] = shapes(map);
    const {left, bottom} = area!.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + 8), Math.round(bottom - 8)];
    // Drawn below the pointer, it would let the browser report that the pointer left and came back.
    await waitUntil(() => map.root.querySelector('.sheet'), 'no regional sheet');
    await sendMouse({type: 'move', position});
    expect(map.calls).to.deep.equal(['pointed 0']);
    await sendMouse({type: 'click', position});
    expect(map.calls).to.include('activated 0');
    map.view.highlight(0);
    expect(area!.classList.contains('marked')).to.equal(true);
    map.view.highlight(1);
    expect(area!.classList.contains('marked')).to.equal(false);
  });

  it('do not obstruct dragging', async () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints(shapePoints());
    const [x, y] = centreOf(shapes(map)[0]!);
    await sendMouse({type: 'move', position: [x + 40, y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [x + 90, y]});
    await sendMouse({type: 'up'});
    expect(centreOf(shapes(map)[0]!)[0]).to.be.closeTo(x + 50, 2);
    expect(map.calls.filter(line => line.startsWith('activated'))).to.deep.equal([]);
  });

  it('keep a marker in view, for the keyboard, as long as any part is', () => {
    const map = renderMap([]);
    map.view.setPoints(shapePoints());
    map.view.moveTo({lat: 50.45, lon: 3.17}, 13);
    expect(map.names()).to.deep.equal(['Projet 0']);
    expect([...(map.views.at(-1)?.indices ?? [])]).to.deep.equal([0]);
    const box = map.container.getBoundingClientRect();
    const [x, y] = centreOf(map.marker('Projet 0'));
    expect(x > box.left && x < box.right && y > box.top && y < box.bottom).to.equal(true);
    map.view.moveTo({lat: 50.7, lon: 3.1}, 13);
    expect(map.names()).to.deep.equal([]);
    expect(shapes(map).length, 'out of sight').to.equal(0);
    map.view.moveTo(CENTER, 9);
    expect(centreOf(map.marker('Projet 0'))[0]).to.be.closeTo(centreOf(map.container)[0], 2);
  });

  it('are entirely in view when the map fits its data', () => {
    const map = renderMap([]);
    map.view.setPoints(shapePoints());
    const box = map.container.getBoundingClientRect();
    for (const shape of shapes(map)) {
      const {left, right, top, bottom} = shape.getBoundingClientRect();
      const isInside = left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom; // prettier-ignore
      expect(isInside).to.equal(true);
    }
    expect(shapes(map).length).to.equal(2);
  });

  it('follow when the records change, and disappear with the map', () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints(shapePoints());
    map.view.setPoints({...shapePoints(), geometryAt: index => [undefined, canal][index]});
    expect(shapes(map).map(shape => shape.getAttribute('class'))).to.deep.equal(['line']);
    map.view.setPoints(pointsAt([[50.5, 3]]));
    expect(shapes(map).length).to.equal(0);
    map.view.destroy();
    expect(map.root.querySelectorAll('svg').length).to.equal(0);
  });

  it('of many records appear slightly after their markers', async () => {
    const many = Array.from({length: 5000}, (_, i): [number, number, number] => [
      50 + i / 6000,
      3,
      4,
    ]);
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints({
      ...pointsAt(many),
      layers: shapePoints().layers ?? [],
      geometryAt: index => (index === 4990 ? park : undefined),
    });
    expect(map.root.querySelectorAll('[part]').length).to.be.greaterThan(0);
    await new Promise<void>(resolve => {
      const observer = new MutationObserver(() => {
        if (shapes(map).length === 0) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(map.container, {subtree: true, childList: true});
      if (shapes(map).length > 0) resolve();
    });
    expect(shapes(map).length).to.equal(1);
  });

  it('stand without a mark on request, are opened by a click and are among the records in view', async () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints({...shapePoints(), shapeModeAt: () => 'outline'});
    expect(map.names()).to.deep.equal(['Projet 2']);
    expect(shapes(map).length).to.equal(2);
    expect([...(map.views.at(-1)?.indices ?? [])]).to.deep.equal([0, 1, 2]);
    const position = centreOf(shapes(map)[0]!);
    await sendMouse({type: 'click', position});
    expect(map.calls).to.include('activated 0');
    map.view.moveTo({lat: 50.2, lon: 3}, 14);
    expect([...(map.views.at(-1)?.indices ?? [])], 'out of view').to.deep.equal([2]);
    map.view.showRecord(0, true);
    expect([...(map.views.at(-1)?.indices ?? [])]).to.include(0);
  });

  it('stay visible without a mark, however small they are', () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    map.view.setPoints({...shapePoints(), shapeModeAt: () => 'outline'});
    map.view.moveTo(CENTER, 2);
    expect(shapes(map).length).to.equal(2);
    map.view.setPoints(shapePoints());
    expect(shapes(map).length, 'represented by their marks').to.equal(1);
  });

  it('have no marks by default if there are more than 500 of a layer; points keep theirs', () => {
    const map = renderMap([], {center: CENTER, zoom: 9});
    const show = (areas: number, shapeMode: '' | 'both') =>
      map.view.setPoints({
        ...pointsAt([
          ...Array.from({length: areas}, (_, i): [number, number, number] => [
            50.2 + (i % 25) / 50,
            2.6 + Math.floor(i / 25) / 30,
            4,
          ]),
          [50.1, 3, 2],
        ]),
        layers: [{fill: 'rgb(138, 36, 50)', letter: 'Z'}],
        geometryAt: index => (index < areas ? park : undefined),
        shapeModeAt: () => shapeMode,
      });
    show(501, '');
    expect(map.names()).to.deep.equal(['Projet 501']);
    expect(shapes(map).length).to.equal(501);
    expect(map.views.at(-1)?.indices.length).to.equal(502);
    for (const [areas, mode] of [
      [500, ''],
      [501, 'both'],
    ] as const) {
      show(areas, mode);
      expect(map.names().length).to.be.greaterThan(10);
    }
  });
});
