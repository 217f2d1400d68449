import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/project-map.js';
import type {SpassProjectMap} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from '../../support/widget-fixture.js';
import {
  expectFocus,
  focusByKeyboard,
  focusByName,
  pressKeys,
  tabStops,
} from '../../support/keyboard.js';
import {
  button,
  coastShown,
  inViewText,
  renderProjectMap,
  popup,
  mapUpdated,
} from '../../support/project-map.js';
import {mapProjects} from '../../support/projects.js';
import {deepActiveElement, labelOf} from '../../support/focus.js';

describe('<spass-project-map> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 A-09 has one stop for all markers, one for the buttons on the map, and one for each record', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map tiles="ign" .items=${mapProjects}></spass-project-map>`,
    );
    const stops = await tabStops(el);
    expect(stops.filter(name => name !== 'Plein écran')).to.deep.equal([
      'Trouver une commune',
      'Autour de moi',
      'Passer la carte',
      'Carte des projets',
      'Clim@Dunes, Dunkerque, ACTEUR',
      'Zoomer',
      'Afficher le fond de carte IGN',
      'Sa politique de confidentialité',
      'Clim@Dunes',
      'Observatoire des arbres',
      'Ors, un village et son canal',
      'L’écluse d’Ors',
      '1 projet non localisé',
    ]);
  });

  it('A-04 draws the focus ring of a title above the line of its facts, and moves nothing', async () => {
    const el = await renderProjectMap(...mapProjects);
    const [link] = queryAll(el, '.entry .title a');
    const entry = link!.closest('.entry')!;
    const {height} = entry.getBoundingClientRect();
    await focusByKeyboard(link);
    const facts = entry.querySelector('p')!.getBoundingClientRect();
    expect(link!.getBoundingClientRect().bottom).to.be.at.most(facts.top);
    expect(entry.getBoundingClientRect().height).to.equal(height);
  });

  it('A-04 shows the whole map once a popup or a cluster is opened in the part that is in sight', async () => {
    await setViewport({width: 1280, height: 700});
    const el = await renderProjectMap(...mapProjects);
    const room = document.createElement('div');
    room.style.blockSize = '1400px';
    el.before(room);
    el.after(room.cloneNode());
    const stage = queryAll(el, '.stage')[0]!;
    for (const selector of ['.marker', '.cluster']) {
      const mark = queryAll(el, selector)[0]!;
      await focusByKeyboard(mark);
      // The mark is the last of the map that is in sight.
      window.scrollBy({
        top: mark.getBoundingClientRect().bottom - innerHeight,
        behavior: 'instant',
      });
      await pressKeys('Enter');
      await mapUpdated(el);
      const {top, bottom} = stage.getBoundingClientRect();
      expect([top >= 0, bottom <= innerHeight], selector).to.deep.equal([true, true]);
      await pressKeys('Escape');
      await mapUpdated(el);
    }
    window.scrollTo(0, 0);
  });

  it('A-04 has all its controls in sight, in large text on a narrow screen', async () => {
    await setViewport({width: 320, height: 900});
    const el = await renderProjectMap(...mapProjects);
    Object.assign(el.style, {display: 'block', inlineSize: '288px', fontSize: '32px'});
    const [stage] = queryAll(el, '.stage');
    const {left, right, bottom} = stage!.getBoundingClientRect();
    for (const control of queryAll(el, '.controls .button, .skip')) {
      const box = control.getBoundingClientRect();
      expect(box.left, labelOf(control)).to.be.at.least(left);
      expect(box.right, labelOf(control)).to.be.at.most(right);
      expect(box.bottom, labelOf(control)).to.be.at.most(bottom);
    }
    for (const label of queryAll(el, '.finder label'))
      expect(label.getBoundingClientRect().right, labelOf(label)).to.be.at.most(right);
  });

  it('A-04 moves with arrows, Home and End between the buttons on the map, and between those of a record', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByName(el, 'Zoomer');
    for (const [key, name] of [
      ['ArrowDown', 'Dézoomer'],
      ['ArrowRight', 'Tout voir'],
      ['ArrowUp', 'Dézoomer'],
      ['Home', 'Zoomer'],
      ['ArrowLeft', /Plein écran|Tout voir/],
      ['Home', 'Zoomer'],
      ['End', /Plein écran|Tout voir/],
    ] as const) {
      await pressKeys(key);
      expectFocus(name);
    }
    await focusByName(el, 'Clim@Dunes');
    await pressKeys('ArrowRight');
    expectFocus('Voir sur la carte : Clim@Dunes');
    await pressKeys('ArrowDown');
    expectFocus('Voir sur la carte : Clim@Dunes');
    await pressKeys('Home', 'End', 'Tab');
    expectFocus('Observatoire des arbres');
    await pressKeys('Shift>Tab');
    expectFocus('Clim@Dunes');
  });

  it('A-04 keeps a stop for a record whose button disappears while it has the focus', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByName(el, 'Clim@Dunes');
    await pressKeys('ArrowRight');
    el.items = mapProjects.map(project => ({...project, geo: null, commune: undefined}));
    await el.loadComplete;
    el.items = mapProjects;
    await el.loadComplete;
    expect(await tabStops(el)).to.include('Clim@Dunes');
  });

  it('A-09 skips the map with the first of its stops', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByKeyboard(button(el, 'Passer la carte'));
    expectFocus('Passer la carte');
    await pressKeys('Enter');
    expect(deepActiveElement().part.contains('list')).to.equal(true);
    await pressKeys('Tab');
    expectFocus('Clim@Dunes');
  });

  for (const key of ['Enter', 'Space'])
    it(`A-09 opens a marker with ${key}, moves through its popup, and returns with Escape`, async () => {
      const el = await renderProjectMap(...mapProjects);
      await focusByKeyboard(queryAll(el, '.map')[0]);
      await pressKeys('Tab');
      expectFocus(/^Clim@Dunes/);
      await pressKeys(key);
      await mapUpdated(el);
      expect(popup(el)?.matches(':focus'), deepActiveElement().outerHTML.slice(0, 99)).to.equal(
        true,
      );
      await pressKeys('Tab');
      expectFocus('Clim@Dunes');
      await pressKeys('Tab');
      expectFocus('Fermer');
      await pressKeys('Escape');
      await mapUpdated(el);
      expect(popup(el) === undefined, 'no popup').to.equal(true);
      expectFocus(/^Clim@Dunes, Dunkerque/);
      await pressKeys('ArrowDown');
      expect(deepActiveElement().classList.contains('marker')).to.equal(true);
      expectFocus(/^Observatoire/);
    });

  it('lists the records in view once the map rests after several steps', async () => {
    const el = await renderProjectMap(...mapProjects);
    const before = inViewText(el);
    for (const key of ['+', '+', 'ArrowLeft']) {
      queryAll(el, '.map')[0]!.dispatchEvent(new KeyboardEvent('keydown', {key}));
      await el.updateComplete;
      expect(inViewText(el)).to.equal(before);
    }
    await el.loadComplete;
    await el.updateComplete;
    expect(inViewText(el)).not.to.equal(before);
  });

  it('A-09 pans and zooms by keys and buttons, and the focus stays', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByKeyboard(queryAll(el, '.map')[0]);
    const before = inViewText(el);
    await pressKeys('+', '+', 'ArrowLeft');
    await mapUpdated(el);
    expect(inViewText(el)).not.to.equal(before);
    expectFocus('Carte des projets');
    await focusByKeyboard(button(el, 'Tout voir'));
    await pressKeys('Enter');
    await mapUpdated(el);
    expect(inViewText(el)).to.equal(before);
    expectFocus('Tout voir');
    await focusByKeyboard(button(el, 'Zoomer'));
    await pressKeys('Space');
    await mapUpdated(el);
    expectFocus('Zoomer');
  });

  it('A-09 zooms into a cluster with Enter, and keeps a focused marker', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByKeyboard(queryAll(el, '.map')[0]);
    await pressKeys('Tab', 'End');
    expect(
      deepActiveElement().classList.contains('cluster'),
      labelOf(deepActiveElement()),
    ).to.equal(true);
    await pressKeys('Enter');
    await mapUpdated(el);
    expect(focusedInMap(el), deepActiveElement().outerHTML.slice(0, 99)).to.equal(true);
    expect(queryAll(el, '.marker').length).to.equal(2);
  });

  it('A-04 shows a project of the list on the map, and opens the list of unlocated ones', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByKeyboard(button(el, 'Voir sur la carte : Observatoire des arbres'));
    await pressKeys('Enter');
    await mapUpdated(el);
    expect(popup(el)?.matches(':focus-within')).to.equal(true);
    await pressKeys('Escape');
    await mapUpdated(el);
    expectFocus(/^Observatoire/);
    await focusByKeyboard(queryAll(el, 'summary')[0]);
    await pressKeys('Space');
    expect(queryAll<HTMLDetailsElement>(el, 'details')[0]?.open).to.equal(true);
    expectFocus('1 projet non localisé');
  });

  it('A-04 finds a commune by typing, and announces its records', async () => {
    const el = await renderProjectMap(...mapProjects);
    await focusByKeyboard(queryAll(el, '#commune')[0]);
    await pressKeys('l', 'i', 'l', 'l', 'e', 'Enter');
    await mapUpdated(el);
    expect(queryTexts(el, '.list > ul .title')).to.deep.equal(['Observatoire des arbres']);
    expect(el.matches(':focus-within')).to.equal(true);
    expect(deepActiveElement() === document.body).to.equal(false);
  });

  it('A-04 consents to tiles and revokes it, with the focus kept', async () => {
    // No server listens there: the outlines stay.
    const tiles = 'http://127.0.0.1:9/{z}/{x}/{y}.png';
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map tiles=${tiles} .items=${mapProjects}></spass-project-map>`,
    );
    await focusByKeyboard(button(el, 'Afficher le fond de carte 127.0.0.1'));
    await pressKeys('Enter');
    await mapUpdated(el);
    expectFocus('Retirer le fond de carte');
    await pressKeys('Space');
    await mapUpdated(el);
    expectFocus('Afficher le fond de carte 127.0.0.1');
  });

  it('A-04 loads the map with a key, and moves into it', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map load="click" .items=${mapProjects}></spass-project-map>`,
    );
    // The button is hidden until the preview is drawn.
    await coastShown(el);
    await focusByKeyboard(button(el, 'Afficher la carte'));
    expectFocus('Afficher la carte');
    await pressKeys('Space');
    await mapUpdated(el);
    await el.updateComplete;
    expect(deepActiveElement() === document.body).to.equal(false);
    expectFocus('Carte des projets');
  });

  it('keeps the map that is loaded with a key in the window', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        load="click"
        style="margin-block: 200vh"
        .items=${mapProjects}
      ></spass-project-map>`,
    );
    await coastShown(el);
    const ask = button(el, 'Afficher la carte');
    ask.scrollIntoView({block: 'center'});
    await focusByKeyboard(ask);
    await pressKeys('Enter');
    await mapUpdated(el);
    await el.updateComplete;
    expectFocus('Carte des projets');
    const map = queryAll(el, '.map')[0]!.getBoundingClientRect();
    expect(map.bottom).to.be.below(innerHeight);
  });
});

const focusedInMap = (el: SpassProjectMap): boolean =>
  queryAll(el, '.map')[0]?.contains(deepActiveElement()) === true;
