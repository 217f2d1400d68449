import {expect, nextFrame} from '@open-wc/testing';
import {emulateMedia, resetMouse, sendMouse} from '@web/test-runner-commands';
import {waitUntil} from '../../support/wait-until.js';
import {CENTER, CROSS, removeMaps, labels, renderMap} from '../../support/map.js';
import {pointsAt, type TestPlace} from '../../support/map-points.js';
import {latAt, worldSize, worldY} from '../../../src/model/geo/mercator.js';

/** An image of one pixel as a data URL, so that no request leaves the page. */
const PIXEL =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7#{z}/{x}/{y}';
const TILES = {template: PIXEL, maxZoom: 19, referrerPolicy: 'origin'} as const;

const waitForFrames = async (condition: () => boolean) => {
  for (let frame = 0; frame < 200 && !condition(); frame++) await nextFrame();
  expect(condition()).to.equal(true);
};

/** Returns the dots that a path consists of, in pixels of the window. */
function dotsOf(path: Element): {x: number; y: number; r: number}[] {
  const {e: left, f: top} = (path as SVGPathElement).getScreenCTM()!;
  return [...path.getAttribute('d')!.matchAll(/M(\S+) (\S+)a(\S+) /g)].map(([, x, y, r]) => ({
    x: left + Number(x) + Number(r),
    y: top + Number(y),
    r: Number(r),
  }));
}

describe('the view of the map', () => {
  afterEach(removeMaps);

  it('fits the data, without an outlier, and fits new data', () => {
    const {view, views} = renderMap([...CROSS, [-21, 55.5]]);
    expect(views).to.have.length(1);
    expect([...(views[0]?.indices ?? [])]).to.deep.equal([0, 1, 2, 3, 4]);
    const [west, south, east, north] = views[0]?.bbox ?? [];
    expect([west, south, east, north].map(degrees => Math.round(degrees ?? NaN))).to.deep.equal([
      1, 50, 5, 51,
    ]);
    view.setPoints(pointsAt([[43.3, 5.4]]));
    expect(views.at(-1)?.center.lat).to.be.closeTo(43.3, 0.01);
    expect(views.at(-1)?.zoom, 'with the towns around it').to.equal(8);
    view.setBasemap(TILES);
    view.fitAll();
    expect(views.at(-1)?.zoom, 'nearer over a background').to.equal(11);
  });

  it('names no place within it whose dot is beyond its edge', async () => {
    const lille = worldY(50.63);
    for (const pixels of [-18, -5, 5, 18]) {
      const middle = {lat: latAt(lille - (225 + pixels) / worldSize(7)), lon: 3.06};
      const {container, root} = renderMap([], {center: middle, zoom: 7});
      const edges = container.getBoundingClientRect();
      const names = () => [...root.querySelectorAll('.towns :is(.city, .town)')];
      const count = names().length;
      await waitUntil(() => names().length > count, 'no names around the view');
      const within = names().filter(name => {
        const {left, right, top, bottom} = name.getBoundingClientRect();
        return top < edges.bottom && bottom > edges.top && left < edges.right && right > edges.left;
      });
      expect(within.length).to.be.above(3);
      const dots = [...root.querySelectorAll('.towns :is(.rings, .dots)')].flatMap(dotsOf);
      const whole = dots.filter(
        ({x, y, r}) =>
          x - r >= edges.left &&
          x + r <= edges.right &&
          y - r >= edges.top &&
          y + r <= edges.bottom,
      );
      expect(whole.length, `dots at ${String(pixels)}`).to.equal(within.length);
      removeMaps();
    }
  });

  it('names no place below a control or the scale bar', async () => {
    const control = document.createElement('div');
    const {container, root, view} = renderMap(CROSS, {overlays: () => [control]});
    const named = () =>
      [...root.querySelectorAll<SVGTextElement>('.towns text')].filter(({textContent}) =>
        ['Lille', 'Valenciennes'].includes(textContent),
      );
    const [place] = named();
    if (!place) throw new Error('no town');
    const {left, top, width, height} = place.getBoundingClientRect();
    const box = container.getBoundingClientRect();
    Object.assign(control.style, {
      position: 'absolute',
      left: `${String(left - box.left)}px`,
      top: `${String(top - box.top)}px`,
      inlineSize: `${String(width)}px`,
      blockSize: `${String(height)}px`,
    });
    container.append(control);
    view.resize();
    const covers = (one: Element, other: Element) => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    };
    expect(named().filter(text => covers(text, control))).to.deep.equal([]);
    const [scale] = root.querySelectorAll('.scale');
    if (!scale) throw new Error('no scale bar');
    expect(
      [...root.querySelectorAll('.towns text')].filter(text => covers(text, scale)),
    ).to.deep.equal([]);
  });

  it('reports the records in view once, and again only when these change', () => {
    // Its pixels begin between those of the screen.
    const {container, view, views} = renderMap(CROSS, {
      center: {lat: 50.4321, lon: 3.0123},
      zoom: 8,
    });
    expect(views).to.have.length(1);
    view.resize();
    view.setMessages({...labels, language: 'nl'});
    view.highlight(2);
    view.setPopup(document.createElement('div'), 2);
    container.dispatchEvent(new PointerEvent('pointerover'));
    expect(views).to.have.length(1);
    view.setPoints(pointsAt(CROSS));
    expect(views).to.have.length(2);
  });

  it('stays where a user has moved it, until all are requested', () => {
    const {view, views} = renderMap(CROSS);
    view.zoomBy(1);
    const {center, zoom} = views.at(-1) ?? {};
    view.setPoints(pointsAt([[43.3, 5.4]]));
    expect(views.at(-1)?.center).to.deep.equal(center);
    expect(views.at(-1)?.zoom).to.equal(zoom);
    expect(views.at(-1)?.indices).to.have.length(0);
    view.fitAll();
    expect(views.at(-1)?.center.lat).to.be.closeTo(43.3, 0.01);
  });

  it('stays where the page has set it, and ignores data with `fit="none"`', () => {
    const fixed = renderMap(CROSS, {center: {lat: 48, lon: 2}, zoom: 7});
    expect(fixed.views.at(-1)?.center.lat).to.be.closeTo(48, 0.01);
    expect(fixed.views.at(-1)?.zoom).to.equal(7);
    const still = renderMap(CROSS, {fit: 'none'});
    const {center} = still.views.at(-1) ?? {};
    expect(center?.lat).to.be.closeTo(50.5, 0.1);
    still.view.setPoints(pointsAt([[43.3, 5.4]]));
    expect(still.views.at(-1)?.center).to.deep.equal(center);
  });

  it('starts where the page sets it, and fits other data later', () => {
    const start = {center: {lat: 48, lon: 2}, zoom: 7};
    const {view, views} = renderMap(CROSS, start);
    const center = () => views.at(-1)?.center.lat;
    view.setPoints({...pointsAt(CROSS), nameAt: () => 'renamed'});
    expect(center(), 'the same places').to.be.closeTo(48, 0.01);
    view.setPoints(pointsAt([[43.3, 5.4]]));
    expect(center(), 'others').to.be.closeTo(43.3, 0.01);
    view.setPoints(pointsAt([]));
    expect(center(), 'none').to.be.closeTo(43.3, 0.01);
    const still = renderMap(CROSS, {...start, fit: 'none'});
    still.view.setPoints(pointsAt([[43.3, 5.4]]));
    expect(still.views.at(-1)?.center.lat).to.be.closeTo(48, 0.01);
  });

  it('fits the data beside the controls on the map, if there is space', () => {
    const one: readonly TestPlace[] = [[50.5, 3]];
    const across = (places: readonly TestPlace[], style: string) => {
      const {container, marker: mark} = renderMap(places, {}, style);
      const map = container.getBoundingClientRect();
      const {left, top, width, height} = mark('Projet 0').getBoundingClientRect();
      return [left + width / 2 - map.left, top + height / 2 - map.top].map(Math.round);
    };
    expect(across(one, '')).to.deep.equal([400, 225]);
    expect(across(one, 'scroll-padding-left: 100px')).to.deep.equal([450, 225]);
    expect(across(one, 'scroll-padding: 100px 0 0')).to.deep.equal([400, 275]);
    // The zoom level stays, and nothing is pushed over the opposite edge.
    const before = renderMap(CROSS);
    const beside = renderMap(CROSS, {}, 'scroll-padding-left: 500px');
    expect(beside.views.at(-1)?.zoom).to.equal(before.views.at(-1)?.zoom);
    expect(beside.names()).to.deep.equal(before.names());
    // Rows of controls would cover the data: they take up to half the height.
    const below = renderMap(CROSS, {}, 'scroll-padding: 150px 0 100px');
    expect(below.views.at(-1)?.zoom).to.equal(7);
  });

  it('shows the home country, not its continent, when there is no data', () => {
    const {views, container} = renderMap([]);
    const {center, zoom} = views.at(-1)!;
    expect(zoom).to.equal(5);
    expect(center.lat).to.be.within(45, 48);
    expect(center.lon).to.be.within(0, 4);
    expect(container.querySelector('.outlines path')?.getAttribute('d')).to.match(/^M[\d -]+l/);
  });

  it('waits for a size, and then fits the data', () => {
    const {container, names, view, views} = renderMap(CROSS, {}, 'display: none');
    expect(names()).to.deep.equal([]);
    expect(views).to.deep.equal([]);
    container.style.display = 'block';
    view.resize();
    expect(names()).to.have.length(5);
    expect(views.at(-1)?.indices).to.have.length(5);
  });

  it('keeps its centre on resize once it was moved', () => {
    const {container, view, views} = renderMap(CROSS, {center: CENTER, zoom: 8});
    container.style.inlineSize = '400px';
    view.resize();
    expect(views.at(-1)?.center.lon).to.be.closeTo(3, 0.02);
    const count = views.length;
    view.resize();
    expect(views).to.have.length(count);
  });

  it('never leaves the world, and wraps around it', () => {
    const {view, views, names} = renderMap([
      [0, 179],
      [80, 0],
    ]);
    view.moveTo({lat: 89.9, lon: 0}, 4);
    expect(views.at(-1)?.bbox[3]).to.be.closeTo(85.05, 0.01);
    view.moveTo({lat: 0, lon: -179}, 5);
    expect(names()).to.deep.equal(['Projet 0']);
    const [west, , east] = views.at(-1)?.bbox ?? [0, 0, 0, 0];
    expect(west).to.be.above(east);
    view.moveTo({lat: 0, lon: 0}, 30);
    expect(views.at(-1)?.zoom).to.equal(14);
    view.moveTo({lat: 0, lon: 0}, -3);
    expect(views.at(-1)?.zoom).to.equal(2);
  });

  it('labels towns in the reader’s language, hidden from screen readers', () => {
    const {container, view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const towns = () => [...container.querySelectorAll('text')].map(text => text.textContent);
    expect(towns()).to.include.members(['Lille', 'Bruges']);
    const dutch = {
      language: 'nl-BE',
      map: '',
      help: '',
      letters: [],
      clusterName: String,
      formatNumber: String,
    };
    view.setMessages(dutch);
    expect(towns()).to.include.members(['Rijsel', 'Brugge']);
    expect(container.querySelector('.towns')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('is dragged by mouse, and a drag that ends on a marker does not open it', async () => {
    const {marker: mark, calls: told, views} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const {left, top} = mark('Projet 2').getBoundingClientRect();
    const [x, y] = [Math.round(left) + 14, Math.round(top) + 14];
    await sendMouse({type: 'move', position: [x, y]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [x + 40, y + 10]});
    await sendMouse({type: 'move', position: [x + 100, y + 20]});
    expect(views).to.have.length(1);
    await sendMouse({type: 'up'});
    await resetMouse();
    expect(views).to.have.length(2);
    expect(views.at(-1)?.center.lon).to.be.closeTo(3 - (100 / 65536) * 360, 0.01);
    expect(told.filter(line => line.startsWith('activated'))).to.deep.equal([]);
    const moved = mark('Projet 2').getBoundingClientRect();
    expect(Math.round(moved.left - left)).to.equal(100);
  });

  it('leaves the wheel to the page, but zooms at the pointer with Ctrl', () => {
    const {container, views} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const wheel = (init: WheelEventInit) => {
      const {left, top} = container.getBoundingClientRect();
      const event = new WheelEvent('wheel', {
        deltaY: -120,
        clientX: left + 600,
        clientY: top + 225,
        bubbles: true,
        cancelable: true,
        ...init,
      });
      container.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel({})).to.equal(false);
    expect(views).to.have.length(1);
    expect(wheel({ctrlKey: true})).to.equal(true);
    expect(views.at(-1)?.zoom).to.equal(9);
    // The place under the pointer, 200 pixels right of the centre, has not moved.
    expect(views.at(-1)?.center.lon).to.be.closeTo(3 + (100 / 65536) * 360, 0.01);
    expect(getComputedStyle(container).touchAction).to.equal('pan-x pan-y');
  });

  it('moves nothing without an action of the user, with or without reduced motion', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await emulateMedia({reducedMotion});
      const {view, views, root} = renderMap(CROSS);
      const before = views.length;
      view.zoomBy(1);
      view.showRecord(2, true);
      expect(views.length).to.equal(before + 2);
      expect(root.getAnimations()).to.deep.equal([]);
      expect(document.getAnimations()).to.deep.equal([]);
    }
  });

  it('loads tiles only once they are set, few of them, and shows its outlines again without them', async () => {
    const {container, view, views, marker: mark, root} = renderMap(CROSS);
    const tiles = () => [...container.querySelectorAll('img')];
    expect(tiles()).to.have.length(0);
    view.setBasemap(TILES);
    const outlines = () =>
      [...container.querySelectorAll('.outlines, .towns')].map(
        layer => getComputedStyle(layer).display,
      );
    expect(outlines()).not.to.include('none');
    await waitForFrames(() => outlines().every(display => display === 'none'));
    expect(tiles().length).to.be.within(1, 20);
    for (const tile of tiles()) {
      expect(tile.src).to.match(/#\d+\/\d+\/\d+$/);
      expect(tile.referrerPolicy).to.equal('origin');
      expect(tile.alt).to.equal('');
      // With pointer events on the tile, hit testing shows the element on top.
      tile.style.pointerEvents = 'auto';
    }
    const {left, top, width, height} = mark('Projet 2').getBoundingClientRect();
    const onTop = root.elementFromPoint(left + width / 2, top + height / 2);
    expect(onTop === mark('Projet 2'), 'marks lie on the tiles').to.equal(true);
    view.moveTo(CENTER, 19);
    expect(views.at(-1)?.zoom).to.equal(19);
    view.setBasemap(undefined);
    expect(tiles()).to.have.length(0);
    expect(outlines()).not.to.include('none');
    expect(views.at(-1)?.zoom).to.equal(14);
  });

  it('keeps its outlines when no tile loads', async () => {
    const {container, view} = renderMap(CROSS);
    view.setBasemap({...TILES, template: 'data:text/plain,#{z}/{x}/{y}'});
    await waitForFrames(() => [...container.querySelectorAll('img')].every(tile => tile.complete));
    const outlines = container.querySelector('.outlines');
    expect(outlines && getComputedStyle(outlines).display).not.to.equal('none');
  });
});
