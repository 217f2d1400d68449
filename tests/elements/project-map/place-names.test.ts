import {expect, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/project-map.js';
import type {WidgetView} from '../../../src/elements/base/widget-view.js';
import {startPrintSheet} from '../../../src/elements/parts/print/print-sheet.js';
import type {Organisation, Project, SpassProjectMap} from '../../../src/index.js';
import type {PaneBox} from '../../../src/map/labels/label-position.js';
import {restoreMedia} from '../../support/media.js';
import {waitUntil} from '../../support/wait-until.js';
import {loadedFixture, queryAll} from '../../support/widget-fixture.js';

const readDemo = async <T>(name: string): Promise<readonly T[]> =>
  (await (await fetch(`/demo/data/${name}.json`)).json()) as readonly T[];

let projects: readonly Project[];
let organisations: readonly Organisation[];
const named = (places: readonly {readonly name: unknown; readonly geo?: unknown}[]) =>
  places.map(({name, geo}, id) => ({id, title: name, geo}));
const partnersOf = (id: string) => named(projects.find(one => one.id === id)?.partners ?? []);
const some = (...ids: string[]) => projects.filter(({id}) => ids.includes(String(id)));

/** Places of the maps of the demo. */
const MAPS: Readonly<Record<string, () => readonly unknown[]>> = {
  'of all projects': () => projects,
  'of all partners': () => named(organisations),
  'of Septentrion': () => partnersOf('septentrion'),
  'of Partons': () => partnersOf('partons-2-0'),
  'of Clim@Monts': () => partnersOf('clim-monts'),
  'of three communes': () => some('ors', 'villers-outreaux', 'raismes-2032'),
  'of two communes': () => some('ors', 'poix-du-nord'),
};

const distance = (a: PaneBox, b: PaneBox): number =>
  Math.hypot(
    Math.max(0, a.left - b.right, b.left - a.right),
    Math.max(0, a.top - b.bottom, b.top - a.bottom),
  );

/** Returns the boxes of the dots of a drawing, whose path has a subpath for each. */
const dotsOf = (root: SVGElement): PaneBox[] =>
  [...root.querySelectorAll<SVGPathElement>('.rings, .dots, .specks')].flatMap(path => {
    const {a, d, e, f} = path.getScreenCTM() as DOMMatrix;
    return [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+?)a(\S+)/g)].map(found => {
      const [x, y, r] = found.slice(1).map(Number) as [number, number, number];
      const [left, top] = [x * a + e, (y - r) * d + f];
      return {left, top, right: left + 2 * r * a, bottom: top + 2 * r * d};
    });
  });

/** Returns the positions of the villages without a name. */
const villagesOf = (drawing: Element): DOMPoint[] =>
  [...drawing.querySelectorAll<SVGPathElement>('.villages path')].flatMap(path => {
    const matrix = path.getScreenCTM() as DOMMatrix;
    return [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) (\S+?)l/g)].map(([, x, y]) =>
      new DOMPoint(Number(x), Number(y)).matrixTransform(matrix),
    );
  });

/** Expects that every name of a town is nearest to one dot or mark, that it is beside it, and within the frame. */
function expectClearNames(drawing: Element, marks: readonly Element[], frame: DOMRect): void {
  const root = drawing.querySelector<SVGElement>('.towns')!;
  const scale = (root.firstElementChild as SVGPathElement).getScreenCTM()!.a;
  const anchors = [...dotsOf(root), ...marks.map(one => one.getBoundingClientRect())];
  const names = [...root.querySelectorAll('text:is(.city, .town, .village)')];
  expect(names.length, 'names').to.be.above(2);
  const villages = villagesOf(drawing);
  for (const name of names) {
    const {left, top, right, bottom, height} = name.getBoundingClientRect();
    // Beyond the edges there are names for a drag.
    const isAround = right < frame.left || left > frame.right || bottom < frame.top || top > frame.bottom; // prettier-ignore
    if (isAround) continue;
    // Without the room of ascenders and descenders.
    const box = {left, top: top + height / 5, right, bottom: bottom - height / 5};
    const isWithin = ({x, y}: DOMPoint) =>
      x > left + 2 && x < right - 2 && y > box.top && y < box.bottom;
    expect(villages.filter(isWithin).length, `dots in ${name.textContent}`).to.equal(0);
    const [own = NaN, next = NaN] = anchors
      .map(anchor => distance(anchor, box) / scale)
      .sort((a, b) => a - b);
    expect(own, `distance of ${name.textContent}`).to.be.below(14);
    expect(next, `next to ${name.textContent}`).to.be.above(own + 1.5);
    expect(left, `${name.textContent} in the frame`).to.be.above(frame.left);
    expect(right, `${name.textContent} in the frame`).to.be.below(frame.right);
  }
}

describe('the names of towns on a map', () => {
  before(async () => {
    await setViewport({width: 1280, height: 900});
    startPrintSheet(false);
    projects = await readDemo('projects');
    organisations = await readDemo('organisations');
  });
  afterEach(async () => {
    dispatchEvent(new Event('afterprint'));
    await restoreMedia();
  });

  for (const [title, items] of Object.entries(MAPS)) {
    it(`${title} are those of the nearest dot or mark, on paper`, async () => {
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map .items=${items()}></spass-project-map>`,
      );
      const {view} = el as unknown as {view?: Pick<WidgetView, 'paperMap'>};
      await waitUntil(() => view?.paperMap?.()?.drawing, 'drawing for paper');
      dispatchEvent(new Event('beforeprint'));
      await emulateMedia({media: 'print'});
      for (const drawing of queryAll(el, '.plan')) {
        const frame = drawing.querySelector('.plan-frame')!.getBoundingClientRect();
        if (frame.width > 0)
          expectClearNames(drawing, [...drawing.querySelectorAll('.plan-mark')], frame);
      }
    });

    it(`${title} are those of the nearest dot or mark, on the screen`, async () => {
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map .items=${items()}></spass-project-map>`,
      );
      await waitUntil(() => queryAll(el, '.towns .city').length > 2, 'names');
      const [map] = queryAll(el, '.map');
      expectClearNames(map!, queryAll(el, '.marker, .cluster'), map!.getBoundingClientRect());
    });
  }
});
