import {expect} from '@open-wc/testing';
import {CENTER, CROSS, removeMaps, renderMap} from '../../support/map.js';
import {pointsAt} from '../../support/map-points.js';

const TILES = {
  template: 'data:text/plain,#{z}/{x}/{y}',
  maxZoom: 19,
  referrerPolicy: 'origin',
} as const;

/** Runs a function while a method of an object is replaced. */
function withReplacedMethod<T extends object, K extends keyof T>(
  object: T,
  key: K,
  method: (own: T[K]) => T[K],
  body: () => void,
): void {
  const own = object[key];
  object[key] = method(own);
  try {
    body();
  } finally {
    object[key] = own;
  }
}

/** Performs every action of a user and a widget on a map. */
function exerciseMap() {
  const map = renderMap([...CROSS, [50.5, 4.01]], {center: CENTER, zoom: 8});
  const {container, marker: mark, view} = map;
  view.setPopup(document.createElement('p'), 2);
  view.highlight(1);
  view.zoomBy(1);
  view.setBasemap(TILES);
  view.moveTo(CENTER, 7);
  mark('Projet 1').focus();
  mark('Projet 1').click();
  mark('2 projets, zoomer').click();
  view.showRecord(0, true);
  container.style.inlineSize = '500px';
  view.resize();
  view.setPoints(pointsAt(CROSS));
  view.fitAll();
  return map;
}

describe('the map inside a page', () => {
  afterEach(removeMaps);

  it('restores its container, and can be created again', () => {
    const {container, root, view} = exerciseMap();
    container.className = 'map spass-map';
    const sheets = root.adoptedStyleSheets.length;
    container.style.cssText = '';
    view.destroy();
    expect(container.getAttributeNames().filter(name => name !== 'style')).to.deep.equal(['class']);
    expect(container.className).to.equal('map');
    expect(container.childNodes).to.have.length(0);
    const again = renderMap(CROSS, {root});
    expect(again.names()).to.have.length(5);
    expect(root.adoptedStyleSheets).to.have.length(sheets);
  });

  it('adds no listener to window or document, and leaves the body unchanged', () => {
    const heard: string[] = [];
    const classes = document.body.className;
    withReplacedMethod(
      EventTarget.prototype,
      'addEventListener',
      own =>
        function (this: EventTarget, ...args) {
          if (this === window || this === document || this === document.body) heard.push(args[0]);
          own.apply(this, args);
        },
      () => exerciseMap(),
    );
    expect(heard).to.deep.equal([]);
    expect(document.body.className).to.equal(classes);
  });

  it('has no interval or frame, and no pending timer once it is removed', () => {
    const waits = new Set<string>();
    let count = 0;
    const wait = (name: string) => () => {
      waits.add(`${name} ${String(++count)}`);
      return count;
    };
    const replacements: readonly [keyof Window, unknown][] = [
      ['setTimeout', wait('timeout')],
      ['clearTimeout', (id: number) => waits.delete(`timeout ${String(id)}`)],
      ['setInterval', wait('interval')],
      ['requestAnimationFrame', wait('frame')],
    ];
    const exercise = replacements.reduce(
      (body, [name, method]) =>
        () =>
          withReplacedMethod(window, name as 'stop', () => method as () => void, body),
      () => exerciseMap().view.destroy(),
    );
    exercise();
    expect(count, 'timers').to.be.above(0);
    expect([...waits]).to.deep.equal([]);
  });

  it('writes no markup, and shows names that look like markup as text', () => {
    const written: unknown[] = [];
    const own = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    Object.defineProperty(Element.prototype, 'innerHTML', {
      configurable: true,
      set: (markup: unknown) => {
        written.push(markup);
      },
    });
    const {view, root, names} = exerciseMap();
    const markup = '<img src=x onerror=alert(1)>';
    view.setPoints({...pointsAt([[50.5, 3]]), nameAt: () => markup});
    if (own) Object.defineProperty(Element.prototype, 'innerHTML', own);
    expect(written).to.deep.equal([]);
    expect(names()).to.deep.equal([markup]);
    expect(root.querySelector('img[src=x]')).to.equal(null);
  });

  it('works if a page has extended Array.prototype', () => {
    const polluted = Array.prototype as unknown as Record<string, unknown>;
    polluted['each'] = () => {
      throw new Error('not ours');
    };
    try {
      const {names, view} = exerciseMap();
      expect(names()).to.have.length(5);
      view.destroy();
    } finally {
      delete polluted['each'];
    }
  });

  it('adds no global', () => {
    exerciseMap();
    expect('L' in window).to.equal(false);
  });

  it('works beside other maps on a page', () => {
    const maps = [renderMap(CROSS), renderMap(CROSS), renderMap(CROSS)];
    const helps = maps.map(({container}) => container.getAttribute('aria-describedby'));
    expect(new Set(helps).size).to.equal(3);
    maps[0]?.view.zoomBy(2);
    expect(maps[1]?.names()).to.have.length(5);
  });
});
