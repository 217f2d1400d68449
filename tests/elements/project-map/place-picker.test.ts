import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {Geo} from '../../../src/model/geo/geo.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {queryAll, focusedElement} from '../../support/widget-fixture.js';
import {
  button,
  renderProjectMap,
  popup,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {mapProjects} from '../../support/projects.js';

/** Requests a place on a map, as a form that shares its selection does. */
async function requestPlace(el: SpassProjectMap): Promise<(Geo | undefined)[]> {
  const answers: (Geo | undefined)[] = [];
  selectionOf(el).pickPlace(place => answers.push(place));
  await mapUpdated(el);
  return answers;
}

const map = (el: SpassProjectMap): HTMLElement => queryAll(el, '.map')[0]!;

/** Clicks this many pixels from the centre of the map. */
function clickAt(el: SpassProjectMap, right: number, down: number): void {
  const {left, top, width, height} = map(el).getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2 + right, top + height / 2 + down];
  map(el).dispatchEvent(new MouseEvent('click', {clientX, clientY, bubbles: true}));
}

const press = (el: SpassProjectMap, key: string): void => {
  map(el).dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
};

describe('a place picked on a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('is the point that the reader clicks', async () => {
    const el = await renderProjectMap(...mapProjects);
    const answers = await requestPlace(el);
    selectionOf(el).showPlace({lat: 50.1, lon: 3.6});
    await mapUpdated(el);
    clickAt(el, 0, 0);
    expect(answers).to.have.length(1);
    expect(answers[0]?.lat).to.be.closeTo(50.1, 0.001);
    expect(answers[0]?.lon).to.be.closeTo(3.6, 0.001);
  });

  it('is north of it when the click is above', async () => {
    const el = await renderProjectMap(...mapProjects);
    const first = await requestPlace(el);
    clickAt(el, 0, 0);
    const second = await requestPlace(el);
    clickAt(el, 50, -50);
    expect(second[0]!.lat).to.be.greaterThan(first[0]!.lat);
    expect(second[0]!.lon).to.be.greaterThan(first[0]!.lon);
  });

  it('is the centre, which keys move', async () => {
    const el = await renderProjectMap(...mapProjects);
    const first = await requestPlace(el);
    expect(focusedElement(el)).to.equal(map(el));
    await expect(el).to.be.accessible();
    button(el, 'Choisir le centre').click();
    const second = await requestPlace(el);
    press(el, 'ArrowRight');
    button(el, 'Choisir le centre').click();
    expect(second[0]!.lon).to.be.greaterThan(first[0]!.lon);
    expect(second[0]!.lat).to.be.closeTo(first[0]!.lat, 0.01);
  });

  it('is none when the reader cancels: by a button, by Escape, or when the map is removed', async () => {
    const el = await renderProjectMap(...mapProjects);
    const byButton = await requestPlace(el);
    button(el, 'Annuler').click();
    const byKey = await requestPlace(el);
    press(el, 'Escape');
    const byRemoval = await requestPlace(el);
    el.remove();
    for (const answers of [byButton, byKey, byRemoval]) expect(answers).to.deep.equal([undefined]);
  });

  it('is requested once: a later click picks nothing, and the map is as before', async () => {
    const el = await renderProjectMap(...mapProjects);
    const answers = await requestPlace(el);
    clickAt(el, 0, 0);
    await mapUpdated(el);
    clickAt(el, 10, 10);
    expect(answers).to.have.length(1);
    expect(queryAll(el, '.picking').length).to.equal(0);
    expect(popup(el) === undefined, 'no popup').to.equal(true);
  });

  it('is not set by a drag', async () => {
    const el = await renderProjectMap(...mapProjects);
    const answers = await requestPlace(el);
    const {left, top, width, height} = map(el).getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const act = (type: string, clientX: number, buttons: number): void => {
      const pointer = {pointerId: 1, pointerType: 'mouse', clientX, clientY: y, buttons};
      map(el).dispatchEvent(new PointerEvent(type, {...pointer, bubbles: true}));
    };
    // setPointerCapture fails for a synthetic pointer.
    map(el).setPointerCapture = () => {};
    act('pointerdown', x, 1);
    act('pointermove', x + 60, 1);
    act('pointerup', x + 60, 0);
    clickAt(el, 60, 0);
    expect(answers).to.deep.equal([]);
    act('pointerdown', x, 1);
    act('pointerup', x, 0);
    clickAt(el, 0, 0);
    expect(answers).to.have.length(1);
  });
});
