import {expect} from '@open-wc/testing';
import {fillBox, removeMaps, labels, renderMap, type TestMap} from '../../support/map.js';
import {pointsAt} from '../../support/map-points.js';
import {waitUntil} from '../../support/wait-until.js';

const texts = ({root}: TestMap, kind: string): string[] =>
  [...root.querySelectorAll(`.towns text.${kind}`)].map(one => one.textContent.trim());

/** Returns a paint of the first element that a selector matches. */
const paint = ({root}: TestMap, selector: string, property: 'fill' | 'stroke'): string =>
  getComputedStyle(root.querySelector(selector)!)[property];

describe('the ground of the map', () => {
  afterEach(removeMaps);

  it('has waterlines, names of seas and countries, and a lighter France from afar', async () => {
    const map = renderMap([], {center: {lat: 50.4, lon: 1.2}, zoom: 7});
    expect(map.root.querySelectorAll('.waterline path').length).to.be.above(2);
    expect(texts(map, 'sea')).to.include('Manche');
    await waitUntil(() => [...texts(map, 'sea'), ...texts(map, 'strait')].includes('Mer du Nord'));
    expect(texts(map, 'area')).to.include.members(['France', 'Belgique']);
    expect(paint(map, '.outlines .home', 'fill')).not.to.equal(paint(map, '.land', 'fill'));
    expect(paint(map, '.shore', 'stroke')).not.to.equal(paint(map, '.countries', 'stroke'));
    map.view.setMessages({...labels, language: 'nl'});
    expect(texts(map, 'sea')).to.include('Het Kanaal');
    expect(texts(map, 'area')).to.include.members(['Frankrijk', 'België']);
  });

  it('is drawn once the first marks are painted, which it would delay', async () => {
    let paint = (): void => undefined;
    const painted = new Promise<void>(resolve => (paint = resolve));
    const map = renderMap([[50.6, 3.1]], {zoom: 7, afterPaint: () => painted});
    expect(map.names()).to.have.length(1);
    expect(map.root.querySelector('.outlines path, .towns text')).to.equal(null);
    paint();
    await painted;
    await Promise.resolve();
    expect(map.view.hasGround).to.equal(true);
    expect(map.root.querySelector('.outlines path')).not.to.equal(null);
    expect(texts(map, 'area')).to.include('France');
  });

  it('has few elements, and after a zoom step only those in view, until the map rests', async () => {
    const map = renderMap([], {center: {lat: 49.5, lon: 3}, zoom: 6});
    const names = () => [...map.root.querySelectorAll('.towns text')];
    const isInView = (name: Element): boolean => {
      const [box, view] = [fillBox(name), map.container.getBoundingClientRect()];
      return box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom; // prettier-ignore
    };
    for (const zoom of [7, 8, 6]) {
      map.view.moveTo({lat: 49.5, lon: 3}, zoom);
      expect(names().length, String(zoom)).to.be.above(6);
      expect(names().every(isInView), String(zoom)).to.equal(true);
      const others = map.container.querySelectorAll('*').length - names().length;
      expect(others, `elements at zoom ${String(zoom)}`).to.be.below(100);
    }
    const inView = names().map(one => one.textContent);
    await waitUntil(() => names().length > inView.length, 'no names around the view');
    const shown = names().filter(isInView);
    expect(shown.map(one => one.textContent)).to.deep.equal(inView);
    expect(map.root.querySelectorAll('.towns *:not(text)').length).to.be.below(6);
  });

  it('keeps its names and lines during a zoom step, and draws those of the view at rest', async () => {
    const map = renderMap([], {center: {lat: 49.5, lon: 3}, zoom: 6});
    const names = () => [...map.root.querySelectorAll<SVGTextElement>('.towns text')];
    const border = (): string => map.root.querySelector('.countries path')?.getAttribute('d') ?? '';
    /** Returns the width of the borders in pixels. */
    const width = (): number => {
      const {width: across, viewBox} = map.root.querySelector<SVGSVGElement>('.outlines')!;
      const units = map.root.querySelector('.countries')?.getAttribute('stroke-width');
      return (Number(units) * across.baseVal.value) / viewBox.baseVal.width;
    };
    await waitUntil(() => map.rests() === 1, 'the map does not rest');
    const [before, drawn] = [new Set(names()), border()];
    const paris = names().find(({textContent}) => textContent === 'Paris')!;
    const fromMiddle = (): number =>
      paris.getBoundingClientRect().left - map.container.getBoundingClientRect().left - 400;
    const distance = fromMiddle();
    map.view.zoomBy(1);
    expect(names().filter(one => !before.has(one))).to.deep.equal([]);
    expect(fromMiddle()).to.be.closeTo(2 * distance, 20);
    expect(border()).to.equal(drawn);
    expect(width()).to.be.closeTo(1.25, 0.01);
    await waitUntil(() => map.rests() === 2, 'the map does not rest again');
    expect(names().some(one => !before.has(one))).to.equal(true);
    expect(border()).not.to.equal(drawn);
    expect(width()).to.be.closeTo(1.25, 0.01);
    map.view.zoomBy(-1);
    expect(border(), 'drawn before').to.equal(drawn);
    expect(width()).to.be.closeTo(1.25, 0.01);
  });

  it('draws at once where nothing is drawn yet: after two zoom steps out', () => {
    const map = renderMap([], {center: {lat: 49.5, lon: 3}, zoom: 8});
    for (const zoom of [7, 6]) {
      map.view.zoomBy(-1);
      const view = map.container.getBoundingClientRect();
      const box = map.root.querySelector('.outlines')!.getBoundingClientRect();
      const isCovered = box.left <= view.left && box.right >= view.right && box.top <= view.top && box.bottom >= view.bottom; // prettier-ignore
      expect(isCovered, String(zoom)).to.equal(true);
      const land = map.root.querySelector('.home')!.getBoundingClientRect();
      expect(land.left, String(zoom)).to.be.below(view.left);
    }
  });

  it('does not rest during a drag, of which each frame only moves what is there', async () => {
    const map = renderMap([], {center: {lat: 49.5, lon: 3}, zoom: 6});
    await waitUntil(() => map.rests() === 1, 'the map does not rest');
    const {setTimeout: start, clearTimeout: end} = window;
    const pauses = new Map<number, () => void>();
    let count = 0;
    window.setTimeout = ((handler: () => void) => {
      pauses.set(++count, handler);
      return count;
    }) as typeof start;
    window.clearTimeout = id => void pauses.delete(Number(id));
    try {
      map.view.zoomBy(1);
      const names = () => [...map.root.querySelectorAll('.towns text')];
      const before = names();
      const {left, top} = map.container.getBoundingClientRect();
      const point = (type: string, x: number) =>
        map.container.dispatchEvent(
          new PointerEvent(type, {pointerId: 1, pointerType: 'mouse', buttons: 1, clientX: left + x, clientY: top + 9, bubbles: true}), // prettier-ignore
        );
      map.container.setPointerCapture = () => {};
      point('pointerdown', 400);
      for (const x of [410, 420, 430]) {
        const waiting = [...pauses.keys()];
        point('pointermove', x);
        expect(pauses.size).to.equal(1);
        expect([...pauses.keys()]).not.to.deep.equal(waiting);
      }
      expect(names().every((name, i) => name === before[i])).to.equal(true);
      point('pointerup', 430);
      expect(map.rests()).to.equal(1);
      for (const handler of pauses.values()) handler();
      expect(map.rests()).to.equal(2);
      expect(names().length).to.be.above(before.length);
    } finally {
      window.setTimeout = start;
      window.clearTimeout = end;
    }
  });

  it('has circles of distance around the highlighted record, and a small map with its region', async () => {
    const map = renderMap([[50.1085, 3.608]], {
      center: {lat: 50.1085, lon: 3.608},
      zoom: 12,
      hasSurroundings: true,
    });
    map.view.highlight(0);
    map.view.moveTo({lat: 50.1085, lon: 3.6}, 12);
    const read = (selector: string) => [...map.root.querySelectorAll(selector)];
    await waitUntil(() => read('.distances circle').length > 0, 'no circles');
    expect(read('.distances text').map(one => one.textContent)).to.deep.equal(
      [8, 6, 4, 2].map(km => `${String(km)}\u00a0km`),
    );
    const mark = map.marker('Projet 0').getBoundingClientRect();
    const circle = read('.distances circle').at(-4)!.getBoundingClientRect();
    expect(circle.left + circle.width / 2).to.be.closeTo(mark.left + mark.width / 2, 1);
    // 16 km at this latitude and zoom.
    const pixel = (40_075_017 * Math.cos((50.1085 * Math.PI) / 180)) / 2 ** 20;
    expect(circle.width).to.be.closeTo(16_000 / pixel, 3);
    expect(read('.locator .home path').length).to.equal(1);
    expect(read('.locator .towns text').map(one => one.textContent)).to.include('Lille');
    map.view.moveTo({lat: 50.1085, lon: 3.6}, 10);
    await waitUntil(() => read('.distances text').at(-1)?.textContent === '10\u00a0km');
  });

  it('writes no name below a credit that has grown', async () => {
    const credit = document.createElement('div');
    const map = renderMap([], {
      center: {lat: 50.4, lon: 3},
      zoom: 9,
      overlays: () => [credit],
    });
    Object.assign(credit.style, {position: 'absolute', insetBlockEnd: '0', insetInlineEnd: '0', blockSize: '40px', inlineSize: '10px'}); // prettier-ignore
    map.container.append(credit);
    map.view.resize();
    credit.style.inlineSize = '800px';
    const covered = (): (string | null)[] => {
      const {left, top, right, bottom} = credit.getBoundingClientRect();
      return [...map.root.querySelectorAll('.towns text')]
        .filter(name => {
          const box = name.getBoundingClientRect();
          return box.bottom > top && box.top < bottom && box.right > left && box.left < right;
        })
        .map(name => name.textContent);
    };
    await waitUntil(() => map.rests() > 0, 'the map does not rest');
    expect(covered()).to.deep.equal([]);
  });

  it('names the place below a crosshair beside it', async () => {
    const aim = document.createElement('div');
    aim.className = 'aim';
    const {root, container, view} = renderMap([], {
      center: {lat: 50.63, lon: 3.06},
      zoom: 7,
      overlays: () => [aim],
    });
    Object.assign(aim.style, {position: 'absolute', inset: '201px 376px', inlineSize: '48px'});
    container.append(aim);
    view.resize();
    const lille = [...root.querySelectorAll('.towns text')].find(
      ({textContent}) => textContent === 'Lille',
    );
    const [name, cross] = [lille, aim].map(one => one?.getBoundingClientRect());
    expect(
      name && cross && (name.left >= cross.right + 8 || name.right <= cross.left - 8),
    ).to.equal(true);
  });

  it('has rivers: as lines, from close up as pale ones, and not where all their bends would be wrong', async () => {
    const draw = async (zoom: number) => {
      const map = renderMap([], {center: {lat: 50.37, lon: 3.5}, zoom});
      await waitUntil(
        () => map.root.querySelector('.sheet .home path')?.getAttribute('d'),
        'sheet',
      );
      const drawn = (name: string) =>
        [...map.root.querySelectorAll(`.sheet .${name} path`)].filter(one => one.getAttribute('d'));
      const [river] = drawn('river');
      const {width = 0, height = 0} = river?.getBoundingClientRect() ?? {};
      return {
        isDrawn: width > 0 && height > 0,
        colour: river && getComputedStyle(river).stroke,
        districts: drawn('district').length,
      };
    };
    const [line, band, none] = [await draw(9), await draw(12), await draw(14)];
    expect([line, band, none].map(({isDrawn}) => isDrawn)).to.deep.equal([true, true, false]);
    expect(band.colour).not.to.equal(line.colour);
    expect(line.districts).to.be.above(0);
    expect(band.districts, 'borders of regions are as inexact').to.equal(0);
  });

  it('names the commune of a ring beside it, if one of its records names it', async () => {
    const map = renderMap([], {center: {lat: 50.4, lon: 3.5}, zoom: 11});
    map.view.setPoints({
      ...pointsAt([
        [50.407, 3.493],
        [50.4075, 3.4945],
      ]),
      nameAt: index => ['Raismes 2032', 'La fosse'][index] ?? '',
    });
    const own = () => map.root.querySelector('.towns .near')?.textContent;
    await waitUntil(own, 'no name at the ring');
    expect(map.root.querySelectorAll('[part=cluster]').length).to.equal(1);
    expect(own()).to.equal('Raismes');
  });

  it('has built-up areas from afar, which fade out before they are too coarse', async () => {
    const opacity = async (zoom: number) => {
      const map = renderMap([], {center: {lat: 50.55, lon: 3}, zoom});
      const find = () => map.root.querySelector('.sheet .built-up path')?.getAttribute('d');
      await waitUntil(find, 'no built-up areas');
      const area = map.root.querySelector('.sheet .built-up') as Element;
      await Promise.all(area.getAnimations().map(({finished}) => finished));
      return Number(getComputedStyle(area).opacity);
    };
    const [far, near, close] = [await opacity(8), await opacity(10), await opacity(11)];
    expect(far).to.equal(1);
    expect(near).to.be.within(0.1, 0.9);
    expect(close).to.equal(0);
  });

  it('names villages at zoom 10, each with room around it', async () => {
    const map = renderMap([], {center: {lat: 50.05, lon: 3.35}, zoom: 10});
    await waitUntil(() => texts(map, 'village').length > 8, 'no villages');
    const boxes = [...map.root.querySelectorAll('.towns text')].map(one =>
      one.getBoundingClientRect(),
    );
    const villages = [...map.root.querySelectorAll('.towns text.village')];
    for (const village of villages) {
      const {left, right, top, bottom} = village.getBoundingClientRect();
      const close = boxes.filter(
        box => box.left < right && box.right > left && box.top < bottom + 4 && box.bottom > top - 4,
      );
      expect(close.length, village.textContent).to.equal(1);
    }
  });
});
