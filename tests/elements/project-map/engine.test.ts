import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import type {Geo} from '../../../src/model/geo/geo.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {MapEngineController} from '../../../src/controllers/map-engine-controller.js';
import {queryAll, loadedFixture, queryTexts, focusedElement} from '../../support/widget-fixture.js';
import {
  button,
  coastShown,
  facadePlaces,
  listedTitles,
  renderProjectMap,
  marker,
  mapUpdated,
} from '../../support/project-map.js';
import {labels} from '../../support/map.js';
import {pointsAt} from '../../support/map-points.js';
import {dunes, mapProjects, trees} from '../../support/projects.js';
import {waitUntil} from '../../support/wait-until.js';

const loadEngine = () => import('../../../src/map/engine.js');

/** Host with only a map. */
class TestHost extends LitElement {
  isHere = true;
  load = loadEngine;
  readonly points = pointsAt([[50.5, 3, 0]]);
  readonly engine = new MapEngineController(
    this,
    () => ({
      container: this.renderRoot.querySelector<HTMLElement>('.map'),
      points: this.points,
      labels,
      tiles: undefined,
      center: undefined,
      zoom: undefined,
      fit: 'data',
      load: 'immediate',
    }),
    {onActivate() {}, onHighlight() {}, onStackActivate() {}, onViewChange() {}},
    () => this.load(),
  );

  override render() {
    return this.isHere ? html`<div class="map" style="block-size: 300px"></div>` : '';
  }
}
customElements.define('test-map-host', TestHost);
const hostWith = async (load: typeof loadEngine) => {
  const host = new TestHost();
  host.load = load;
  document.body.append(host);
  await host.updateComplete;
  return host;
};

describe('the engine of a map', () => {
  afterEach(() => document.querySelectorAll('test-map-host').forEach(host => host.remove()));

  it('can fail, and be loaded again', async () => {
    let calls = 0;
    const host = await hostWith(() =>
      ++calls === 1 ? Promise.reject(new Error('no')) : loadEngine(),
    );
    await Promise.all(host.engine.pending);
    expect(host.engine.status).to.equal('failed');
    host.requestUpdate();
    await host.updateComplete;
    expect(calls, 'not by itself').to.equal(1);
    host.engine.retry();
    await host.updateComplete;
    await Promise.all(host.engine.pending);
    expect(host.engine.status).to.equal('ready');
    expect(queryAll(host, '.marker').length).to.equal(1);
  });

  it('is not created for a host that was removed or lost its container while it loaded', async () => {
    for (const leave of [
      (host: TestHost) => host.remove(),
      (host: TestHost) => {
        host.isHere = false;
        host.requestUpdate();
      },
    ]) {
      let come = (): void => {};
      const late = new Promise<void>(resolve => (come = resolve));
      const host = await hostWith(() => late.then(loadEngine));
      const {pending} = host.engine;
      leave(host);
      await host.updateComplete;
      come();
      await Promise.all([...pending, ...host.engine.pending]);
      expect(host.engine.view).to.equal(undefined);
    }
  });

  it('goes to a place requested before it was loaded', async () => {
    let come = (): void => {};
    const late = new Promise<void>(resolve => (come = resolve));
    const host = await hostWith(() => late.then(loadEngine));
    host.engine.moveTo({lat: 10, lon: 10}, 12);
    come();
    await Promise.all(host.engine.pending);
    expect(host.engine.visibleIndices(host.points)?.length).to.equal(0);
    host.engine.view?.fitAll();
    expect(host.engine.visibleIndices(host.points)?.length).to.equal(1);
  });
});

describe('a <spass-project-map> and its engine', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('waits for no frame if another map has loaded it', async () => {
    await renderProjectMap(dunes);
    const known = window.IntersectionObserver;
    // Reports nothing.
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    } as unknown as typeof known;
    try {
      const el = await renderProjectMap(trees);
      expect(queryAll(el, '.marker').length).to.equal(1);
    } finally {
      window.IntersectionObserver = known;
    }
  });

  it('loads when the map approaches the screen', async () => {
    const space = document.createElement('div');
    space.style.blockSize = '3000px';
    document.body.append(space);
    const el = await renderProjectMap(...mapProjects);
    expect(queryAll(el, '.marker').length, 'far away').to.equal(0);
    expect(listedTitles(el).length, 'its list').to.equal(4);
    el.scrollIntoView();
    await new Promise<void>(resolve => {
      const {root} = {root: el.shadowRoot!};
      const observer = new MutationObserver(() => {
        if (queryAll(el, '.marker').length === 0) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, {subtree: true, childList: true});
    });
    expect(queryAll(el, '.marker').length).to.equal(2);
    space.remove();
    window.scrollTo(0, 0);
  });

  for (const [name, attributes, width] of [
    ['', {}, 1000],
    ['on a phone', {}, 320],
    ['with a centre and a zoom', {center: {lat: 50.5, lon: 3}, zoom: 8}, 700],
  ] as const)
    it(`shows the places where the map shows them, and the coast ${name}`, async () => {
      const spread = [
        {id: 'a', title: 'Lille', geo: {lat: 50.63, lon: 3.06}, family: 'projet'},
        {id: 'b', title: 'Dunkerque', geo: {lat: 51.03, lon: 2.37}, family: 'projet'},
        {id: 'c', title: 'Namur', geo: {lat: 50.46, lon: 4.86}, family: 'projet'},
        {id: 'd', title: 'Saint-Denis', geo: {lat: -20.88, lon: 55.45}, family: 'projet'},
      ];
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map
          load="click"
          style="inline-size: ${width}px"
          .items=${spread}
          .center=${(attributes as {center?: Geo}).center}
          .zoom=${(attributes as {zoom?: number}).zoom}
        ></spass-project-map>`,
      );
      await coastShown(el);
      const dots = facadePlaces(el);
      const stage = queryAll(el, '.stage')[0]!.getBoundingClientRect();
      const isWithin = ([x = NaN, y = NaN]: number[]) =>
        x > 0 && x < stage.width && y > 0 && y < stage.height;
      // Around its middle, a map draws more than its preview.
      const middleOf = (selector: string) => {
        const box = queryAll(el, selector)[0]!.getAttribute('viewBox')!.split(' ').map(Number);
        return [0, 1].map(i => Math.round((box[i] ?? NaN) + (box[i + 2] ?? NaN) / 2));
      };
      const coast = middleOf('.facade .outlines');
      button(el, 'Afficher la carte').click();
      await mapUpdated(el);
      const marks = queryAll(el, '.marker').map(one => {
        const box = one.getBoundingClientRect();
        return [(box.left + box.right) / 2 - stage.left, (box.top + box.bottom) / 2 - stage.top];
      });
      expect(marks.length).to.be.at.least(2);
      const shown = dots.filter(isWithin);
      expect(shown).to.have.length(marks.filter(isWithin).length);
      // A pixel: Leaflet rounds its origin.
      for (const [x = NaN, y = NaN] of shown)
        expect(
          marks.some(
            ([left = NaN, top = NaN]) => Math.abs(left - x) <= 1 && Math.abs(top - y) <= 1,
          ),
          `${String(x)} ${String(y)}`,
        ).to.equal(true);
      expect(middleOf('.map .outlines')).to.deep.equal(coast);
    });

  it('has its scale bar above the credit, also in a narrow column', async () => {
    const el = await renderProjectMap(dunes);
    await mapUpdated(el);
    const [credit] = queryAll(el, '.credit');
    await waitUntil(() => credit!.textContent.includes('OpenStreetMap'), 'credit');
    for (const width of [200, 240, 272, 288, 320, 400, 900]) {
      el.style.inlineSize = `${String(width)}px`;
      const box = credit!.getBoundingClientRect();
      const scale = queryAll(el, '.scale')[0]!.getBoundingClientRect();
      const isClear = scale.bottom <= box.top + 1 || scale.right <= box.left;
      expect(isClear, String(width)).to.equal(true);
    }
  });

  it('counts the places of each ring of its preview, as its clusters do', async () => {
    const at = (id: number, lat: number, lon: number) => ({
      id,
      title: `Lieu ${id}`,
      geo: {lat, lon},
    });
    const items = [...new Array(1070).keys()].map(i =>
      i < 1000 ? at(i, 50.6 + (i % 10) / 1000, 3.05) : at(i, 50.1, 2.2 + (i % 7) / 1000),
    );
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map lang="fr" load="click" .items=${items}></spass-project-map>`,
    );
    await waitUntil(() => queryAll(el, '.facade .towns .near').length > 0, 'numbers');
    expect(queryTexts(el, '.facade .towns .near')).to.have.members(['1 000', '70']);
  });

  it('says that its ground is simplified where that shows, on a narrow map above its credit', async () => {
    for (const [width, zoom, says] of [
      [900, 14, true],
      [900, 10, false],
      [320, 14, true],
    ] as const) {
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map
          style=${`inline-size: ${String(width)}px`}
          center="50.25,3.62"
          zoom=${zoom}
          .items=${[dunes]}
        ></spass-project-map>`,
      );
      await waitUntil(() => /OpenStreetMap/.test(queryTexts(el, '.credit')[0] ?? ''), 'credit');
      const [credit] = queryAll(el, '.credit');
      expect(credit!.innerText.includes('tracé simplifié'), String(width)).to.equal(says);
      expect(credit!.offsetHeight, 'one line').to.be.below(30);
      const [note] = queryAll(el, '.credit .note');
      if (!note) continue;
      const [text, line] = [note, credit!].map(one => one.getBoundingClientRect());
      const scale = queryAll(el, '.scale')[0]!.getBoundingClientRect();
      expect(text!.right).to.be.at.most(line!.right);
      expect(text!.left, 'beside the scale').to.be.above(scale.right);
      if (width === 320) expect(text!.bottom).to.be.closeTo(line!.top, 1);
    }
  });

  it('keeps its marks off the scale bar on a phone', async () => {
    await setViewport({width: 320, height: 800});
    const corners = [
      [50.1, 2.4],
      [50.9, 3.4],
    ].map(([lat, lon], id) => ({...dunes, id, geo: {lat, lon}}));
    const el = await renderProjectMap(...corners);
    await mapUpdated(el);
    const scale = queryAll(el, '.scale')[0]!.getBoundingClientRect();
    const boxes = queryAll(el, '.marker').map(one => one.getBoundingClientRect());
    expect(boxes.length).to.equal(2);
    for (const {left, bottom} of boxes)
      expect(bottom <= scale.top || left >= scale.right, 'off the scale bar').to.equal(true);
    await setViewport({width: 1280, height: 900});
  });

  it('waits for a click behind a preview of the places', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map load="click" .items=${mapProjects}></spass-project-map>`,
    );
    expect(queryAll(el, '[part=marker]').length).to.equal(0);
    expect(queryTexts(el, '.in-view')).to.deep.equal(['4 projets']);
    await coastShown(el);
    const looks = (selector: string) =>
      queryAll(el, `${selector} .marker`).map(mark => [mark.className, mark.dataset['letter']]);
    const arcs = (selector: string) =>
      queryAll(el, `${selector} .clusters path`).flatMap(path => {
        const {length} = path.getAttribute('d')?.match(/M/g) ?? [];
        return length ? [[getComputedStyle(path).stroke, length]] : [];
      });
    const preview = [looks('.facade'), arcs('.facade')];
    await expect(el).to.be.accessible();
    const show = button(el, 'Afficher la carte');
    show.focus();
    show.click();
    await mapUpdated(el);
    // As in the preview: two near places are a ring, with an arc for the family of each.
    expect(arcs('.map').length).to.be.above(1);
    expect([looks('.map').sort(), arcs('.map')]).to.deep.equal([preview[0]?.sort(), preview[1]]);
    expect(queryAll(el, '.marker').length).to.equal(2);
    expect(queryAll(el, '.cluster').length).to.equal(1);
    expect(queryAll(el, '.facade').length).to.equal(0);
    expect(focusedElement(el)?.getAttribute('part')).to.equal('map');
  });

  it('starts at the given view, and follows changes of it', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        center="50.65,3.05"
        zoom="12"
        .items=${mapProjects}
      ></spass-project-map>`,
    );
    expect(listedTitles(el)).to.deep.equal(['Observatoire des arbres']);
    el.setAttribute('center', '51.05,2.4');
    await mapUpdated(el);
    expect(listedTitles(el)).to.deep.equal(['Clim@Dunes']);
    el.removeAttribute('center');
    el.removeAttribute('zoom');
    await mapUpdated(el);
    expect(listedTitles(el).length).to.equal(4);
  });

  it('keeps the view if all records are in it', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        fit="none"
        center="50.65,3.05"
        zoom="12"
        .items=${[trees]}
      ></spass-project-map>`,
    );
    el.items = [dunes];
    await mapUpdated(el);
    expect(listedTitles(el)).to.deep.equal([]);
  });

  it('has the given height', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map height="300" .items=${mapProjects}></spass-project-map>`,
    );
    const height = () => queryAll(el, '.map')[0]!.getBoundingClientRect().height;
    expect(height()).to.equal(300);
    el.setAttribute('height', '20em');
    await mapUpdated(el);
    expect(height()).to.equal(320);
    const {warn} = console;
    console.warn = () => {};
    el.setAttribute('height', '1px;position:fixed');
    console.warn = warn;
    await mapUpdated(el);
    expect(height()).to.equal(512);
  });

  it('is the same when it is moved, removed and added again', async () => {
    const el = await renderProjectMap(...mapProjects);
    const home = el.parentElement!;
    const elsewhere = await fixture<HTMLElement>(html`<div></div>`);
    for (const parent of [elsewhere, home]) {
      parent.append(el);
      await mapUpdated(el);
      expect(queryAll(el, '.marker, .cluster').length).to.equal(3);
      expect(queryAll(el, '.leaflet-map-pane').length).to.equal(1);
    }
    el.remove();
    await mapUpdated(el);
    expect(queryAll(el, '.leaflet-map-pane').length).to.equal(0);
    home.append(el);
    await mapUpdated(el);
    marker(el, 'Clim@Dunes').click();
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['Clim@Dunes']);
    expect(listedTitles(el).length).to.equal(4);
  });

  it('leaves the wheel to the page', async () => {
    const el = await renderProjectMap(...mapProjects);
    const wheel = new WheelEvent('wheel', {deltaY: 100, bubbles: true, cancelable: true});
    queryAll(el, '.map')[0]!.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(false);
  });
});
