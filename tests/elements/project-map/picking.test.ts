import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {Geo} from '../../../src/model/geo.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {all} from '../../support/element.js';
import {button, focused, mapOf, popup, selectionOf, settled} from '../../support/project-map.js';
import {mapped} from '../../support/projects.js';

/** Requests a place on a map, as a form that shares its selection does. */
async function ask(el: SpassProjectMap): Promise<(Geo | undefined)[]> {
  const answers: (Geo | undefined)[] = [];
  selectionOf(el).ask(place => answers.push(place));
  await settled(el);
  return answers;
}

const map = (el: SpassProjectMap): HTMLElement => all(el, '.map')[0]!;

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
    const el = await mapOf(...mapped);
    const answers = await ask(el);
    selectionOf(el).show({lat: 50.1, lon: 3.6});
    await settled(el);
    clickAt(el, 0, 0);
    expect(answers).to.have.length(1);
    expect(answers[0]?.lat).to.be.closeTo(50.1, 0.001);
    expect(answers[0]?.lon).to.be.closeTo(3.6, 0.001);
  });

  it('is north of it when the click is above', async () => {
    const el = await mapOf(...mapped);
    const first = await ask(el);
    clickAt(el, 0, 0);
    const second = await ask(el);
    clickAt(el, 50, -50);
    expect(second[0]!.lat).to.be.greaterThan(first[0]!.lat);
    expect(second[0]!.lon).to.be.greaterThan(first[0]!.lon);
  });

  it('is the centre, which keys move', async () => {
    const el = await mapOf(...mapped);
    const first = await ask(el);
    expect(focused(el)).to.equal(map(el));
    await expect(el).to.be.accessible();
    button(el, 'Choisir le centre').click();
    const second = await ask(el);
    press(el, 'ArrowRight');
    button(el, 'Choisir le centre').click();
    expect(second[0]!.lon).to.be.greaterThan(first[0]!.lon);
    expect(second[0]!.lat).to.be.closeTo(first[0]!.lat, 0.01);
  });

  it('is none when the reader cancels: by a button, by Escape, or when the map is removed', async () => {
    const el = await mapOf(...mapped);
    const byButton = await ask(el);
    button(el, 'Annuler').click();
    const byKey = await ask(el);
    press(el, 'Escape');
    const byRemoval = await ask(el);
    el.remove();
    for (const answers of [byButton, byKey, byRemoval]) expect(answers).to.deep.equal([undefined]);
  });

  it('is requested once: a later click picks nothing, and the map is as before', async () => {
    const el = await mapOf(...mapped);
    const answers = await ask(el);
    clickAt(el, 0, 0);
    await settled(el);
    clickAt(el, 10, 10);
    expect(answers).to.have.length(1);
    expect(all(el, '.picking').length).to.equal(0);
    expect(popup(el) === undefined, 'no popup').to.equal(true);
  });

  it('is not set by a drag', async () => {
    const el = await mapOf(...mapped);
    const answers = await ask(el);
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
