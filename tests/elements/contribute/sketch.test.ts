import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {API, files, submissions} from '../../support/contribution-api.js';
import {
  clickButton,
  focusedId,
  formElement,
  formSettled,
  lastSubmission,
  newProject,
  renderForm,
  resetContributionApi,
  restoreClock,
  send,
  tick,
  type,
} from '../../support/contribution-form.js';
import {communes} from '../../support/communes.js';
import {queryAll, queryTexts, statusText, waitForStatus} from '../../support/widget-fixture.js';
import type {SpassContribute} from '../../../src/index.js';
import {waitUntil} from '../../support/wait-until.js';

/** Chooses a shape, and waits for the drawing. */
async function choose(el: SpassContribute, shape: 'line' | 'area'): Promise<void> {
  await tick(el, `shape-${shape}`);
  await waitUntil(() => el.shadowRoot?.getElementById('vertex'), 'no drawing');
}

/** Types the coordinates of vertices, and adds each with the Enter key. */
async function addVertices(el: SpassContribute, ...places: readonly string[]): Promise<void> {
  for (const place of places) {
    const field = formElement(el, 'vertex-coordinates');
    field.value = place;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await el.updateComplete;
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
    await formSettled(el);
  }
}

async function select(el: SpassContribute, value: string): Promise<void> {
  const list = formElement(el, 'vertex');
  list.value = value;
  list.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
}

const waitForStatusLike = (el: SpassContribute, pattern: RegExp): Promise<void> =>
  waitUntil(() => pattern.test(statusText(el) ?? ''), `not announced: ${String(pattern)}`);

const options = (el: SpassContribute): string[] =>
  queryTexts(el, '#vertex option').map(text => text.replace(/\s+/g, ' '));
const size = (el: SpassContribute): string => queryTexts(el, '#sketch-size')[0] ?? '';
const placeError = (el: SpassContribute): string => queryTexts(el, '#geo-error')[0] ?? '';

const trySend = async (el: SpassContribute): Promise<string> => {
  if (!formElement(el, 'consent').checked) await tick(el, 'consent');
  await clickButton(el, 'Envoyer');
  return placeError(el);
};

async function clickMap(el: SpassContribute, right: number, down: number): Promise<void> {
  const map = queryAll(el, '.map')[0]!;
  const {left, top, width, height} = map.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2 + right, top + height / 2 + down];
  const target = el.shadowRoot?.elementFromPoint(clientX, clientY) ?? map;
  target.dispatchEvent(new MouseEvent('click', {clientX, clientY, bubbles: true, composed: true}));
  await formSettled(el);
}

describe('the line or area of a contribution', () => {
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(resetContributionApi);
  afterEach(restoreClock);

  it('is typed point by point with the keyboard alone, measured, and sent', async () => {
    const el = await renderForm();
    formElement(el, 'shape-point').focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => el.shadowRoot?.getElementById('vertex'), 'no drawing');
    expect(size(el)).to.equal('Aucun point placé');
    formElement(el, 'vertex-coordinates').focus();
    await sendKeys({type: '50.1, 3.63'});
    await sendKeys({press: 'Enter'});
    await waitForStatus(el, 'Point 1 ajouté. 1 point.');
    await sendKeys({type: '50.11, 3.64'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await waitForStatus(el, 'Point 2 ajouté. 2 points, longueur : 1,3 km.');
    expect(focusedId(el)).to.equal('vertex-coordinates');
    await type(el, 'text', 'Un sentier');
    await expect(el).to.be.accessible();
    await tick(el, 'consent');
    await send(el);
    expect(lastSubmission().contribution['geometry']).to.deep.equal({
      type: 'LineString',
      coordinates: [
        [3.63, 50.1],
        [3.64, 50.11],
      ],
    });
    expect(lastSubmission().contribution).not.to.have.property('geo');
  });

  it('is drawn by clicks on the map, also inside the area, and by the centre of the map', async () => {
    const el = await renderForm({kind: 'tree'});
    await type(el, 'coordinates', '50.391, 3.487');
    await el.loadComplete;
    await choose(el, 'area');
    expect(options(el)).to.deep.equal(['Nouveau point', 'Point 1 : 50.39100, 3.48700']);
    await clickMap(el, 150, 0);
    await clickMap(el, 150, 120);
    await clickMap(el, 0, 120);
    await waitForStatusLike(el, /^Point 4 ajouté\. 4 points, surface : \d/);
    await clickMap(el, 60, 60);
    const map = queryAll(el, '.map')[0]!;
    map.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', bubbles: true}));
    await clickButton(el, 'Ajouter le centre de la carte');
    expect(options(el)).to.have.length(7);
    const marks = queryAll(el, '[part=marker]').map(mark => mark.ariaLabel);
    expect(marks).to.deep.equal(['Point 6 du tracé']);
    expect(queryAll(el, '.shapes .area')).to.have.length(1);
    await tick(el, 'consent');
    await send(el);
    const {geometry, geo} = lastSubmission().contribution as {
      geometry: {type: string; coordinates: readonly (readonly number[])[][]};
      geo: {lat: number; lon: number};
    };
    expect(geometry.type).to.equal('Polygon');
    expect(geometry.coordinates[0]).to.have.length(7);
    expect(geometry.coordinates[0]?.[0]).to.deep.equal(geometry.coordinates[0]?.at(-1));
    // A tree needs a place.
    expect(geometry.coordinates[0]).to.deep.include([geo.lon, geo.lat]);
  });

  it('has points that can be moved, deleted and brought back', async () => {
    const el = await renderForm();
    await choose(el, 'line');
    await addVertices(el, '50.1, 3.63', '50.2, 3.63', '50.3, 3.63');
    await select(el, '1');
    expect(queryTexts(el, 'button')).to.include('Supprimer le point 2');
    await addVertices(el, '50.25, 3.63');
    await waitForStatusLike(el, /Point 2 déplacé\./);
    expect(options(el)[2]).to.contain('50.25000');
    await select(el, '0');
    await clickButton(el, 'Supprimer le point 1');
    await waitForStatusLike(el, /^Point 1 supprimé\. 2 points/);
    expect(focusedId(el)).to.equal('vertex');
    await clickButton(el, 'Effacer le tracé');
    await waitForStatus(el, 'Aucun point placé.');
    for (let actions = 6; actions > 0; actions--) {
      await clickButton(el, 'Annuler la dernière action');
    }
    await waitForStatus(el, 'Dernière action annulée. Aucun point placé.');
    expect(options(el)).to.deep.equal(['Nouveau point']);
    expect(queryTexts(el, 'button')).not.to.include('Annuler la dernière action');
    expect(focusedId(el)).to.equal('vertex');
  });

  it('takes a point between two others, by keyboard, and by a click on the drawn line', async () => {
    const el = await renderForm();
    await el.loadComplete;
    await choose(el, 'line');
    await addVertices(el, '50.39, 3.48', '50.39, 3.49');
    await select(el, '0');
    const button = queryAll(el, 'button').find(one => /Insérer/.test(one.textContent))!;
    expect(button.textContent.trim()).to.equal('Insérer un point après le point 1');
    button.focus();
    await sendKeys({press: 'Enter'});
    await waitForStatusLike(el, /^Point 2 inséré\. 3 points, longueur : \d/);
    expect(options(el)[2]).to.contain('50.39000, 3.48500');
    expect(formElement(el, 'vertex').value, 'the new point can be moved').to.equal('1');
    expect(el.shadowRoot?.activeElement).to.equal(button);
    await addVertices(el, '50.392, 3.485');
    await waitForStatusLike(el, /^Point 2 déplacé\./);
    await addVertices(el, '50.39, 3.486');
    // The map shows the point that was moved or added last in its middle; a line leaves it to the west.
    await clickButton(el, 'Annuler la dernière action');
    await clickButton(el, 'Annuler la dernière action');
    await clickMap(el, -60, 2);
    await waitForStatusLike(el, /^Point [23] inséré\. 4 points/);
    await clickMap(el, -60, 60);
    await waitForStatusLike(el, /^Point 5 ajouté\. 5 points/);
    await clickButton(el, 'Annuler la dernière action');
    await clickButton(el, 'Annuler la dernière action');
    await waitForStatusLike(el, /^Dernière action annulée\. 3 points/);
  });

  it('has no point to insert after the last one of a line; an area has a side there', async () => {
    const el = await renderForm();
    await choose(el, 'line');
    await addVertices(el, '50, 3.5', '51, 4.5', '50, 4.5');
    await select(el, '2');
    expect(queryTexts(el, 'button').join()).not.to.contain('Insérer');
    await tick(el, 'shape-area');
    await clickButton(el, 'Insérer un point après le point 3');
    await waitForStatusLike(el, /^Point 4 inséré\. 4 points, surface/);
    expect(options(el)[4]).to.contain('50.00000, 4.00000');
  });

  for (const [what, shape, places, sentence] of [
    ['a line of one point', 'line', ['50, 3.5'], 'Une ligne a au moins deux points différents'],
    ['an area of two points', 'area', ['50, 3.5', '51, 3.5'], 'au moins trois points différents'],
    ['an area on one line', 'area', ['50, 3.5', '51, 3.5', '52, 3.5'], 'sont alignés'],
    [
      'an area whose sides cross',
      'area',
      ['50, 3.5', '51, 4.5', '50, 4.5', '51, 3.5'],
      'Les côtés 1–2 et 3–4 de la surface se croisent',
    ],
    ['a line over the 180th meridian', 'line', ['-16.5, 179.5', '-16.5, -179.5'], '180e méridien'],
  ] as const)
    it(`is not sent, with a sentence: ${what}`, async () => {
      const el = await renderForm();
      await type(el, 'text', 'Ici');
      await choose(el, shape);
      await addVertices(el, ...places);
      expect(await trySend(el)).to.contain(sentence);
      expect(queryTexts(el, '.summary button')[0]).to.equal(placeError(el));
      expect(submissions).to.deep.equal([]);
      await tick(el, 'shape-point');
      expect(placeError(el)).to.equal('');
    });

  it('takes neither the same point three times, nor coordinates that make no sense', async () => {
    const el = await renderForm();
    await type(el, 'text', 'Ici');
    await choose(el, 'area');
    await addVertices(el, '50, 3.5', '50, 3.5');
    await waitForStatus(el, 'Un point voisin du tracé est déjà à cette place.');
    expect(options(el)).to.have.length(2);
    await addVertices(el, 'Ors');
    expect(queryTexts(el, '#vertex-coordinates-error')[0]).to.contain('pas lisibles');
    expect(await trySend(el)).to.contain('saisi sans être ajouté');
    await addVertices(el, '');
    expect(await trySend(el)).to.contain('trois points');
  });

  it('has 500 points at most, however often the map is clicked', async () => {
    const el = await renderForm();
    await el.loadComplete;
    await choose(el, 'line');
    const map = queryAll(el, '.map')[0]!;
    const {left, top} = map.getBoundingClientRect();
    for (let i = 0; i < 1000; i++) {
      const at = {clientX: left + 20 + (i % 40) * 9, clientY: top + 20 + Math.floor(i / 40) * 9};
      map.dispatchEvent(new MouseEvent('click', {...at, bubbles: true}));
    }
    await waitUntil(() => options(el).length === 501, 'no 500 points');
    await waitForStatus(el, 'Un tracé a 500 points au maximum.');
    await type(el, 'text', 'Beaucoup');
    await tick(el, 'consent');
    await send(el);
    const {coordinates} = lastSubmission().contribution['geometry'] as {coordinates: unknown[]};
    expect(coordinates).to.have.length(500);
  });

  it('stays in the draft, also on the device, until the page is opened again', async () => {
    const project = newProject();
    const first = await renderForm({project, draft: 'device'});
    await tick(first, 'keep');
    await choose(first, 'line');
    await addVertices(first, '50.1, 3.63', '50.2, 3.63');
    await first.loadComplete;
    first.remove();
    const second = await renderForm({project, draft: 'device'});
    await waitUntil(() => second.shadowRoot?.getElementById('vertex'), 'no drawing');
    expect(formElement(second, 'shape-line').checked).to.equal(true);
    expect(options(second)).to.have.length(3);
    expect(queryTexts(second, 'button')).not.to.include('Annuler la dernière action');
    expect(queryTexts(second, '.summary')[0]).to.contain('brouillon a été rétabli');
  });

  it('is also made of communes, and needs no map', async () => {
    const table = `${API}/communes.json`;
    files.set(table, communes);
    const el = await renderForm({places: table});
    await choose(el, 'line');
    await type(el, 'commune', 'Ors');
    await waitForStatusLike(el, /Point 1 ajouté\./);
    expect(options(el)).to.have.length(2);
  });

  it('fits a screen of 320 pixels', async () => {
    await setViewport({width: 320, height: 640});
    const el = await renderForm();
    await choose(el, 'area');
    await addVertices(el, '50, 3.5', '51, 4.5', '50, 4.5');
    await select(el, '1');
    for (const part of queryAll(el, '#geo :is(button, select, input, p, label, legend)'))
      expect(part.getBoundingClientRect().right, part.outerHTML.slice(0, 80)).to.be.at.most(320);
    for (const control of queryAll(el, '#geo :is(button, select, input)')) {
      const {width, height} = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML.slice(0, 80)).to.be.at.least(24);
    }
    await setViewport({width: 1280, height: 900});
  });
});
