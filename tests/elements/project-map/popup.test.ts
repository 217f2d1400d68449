import {expect, html, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {RecordSelectEvent, SpassProjectMap} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, focusedElement} from '../../support/widget-fixture.js';
import {
  button,
  renderProjectMap,
  marker,
  popup,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {villageSeries} from '../../support/drawings.js';
import {mapProjects, stackedProjects, village} from '../../support/projects.js';
import {sample} from '../../support/test-scope.js';

describe('the popup of a <spass-project-map>', () => {
  before(() => setViewport({width: 1280, height: 900}));

  for (const key of ['Enter', ' ', 'click'])
    it(`opens by ${key} with the focus in it; Escape returns it to the marker`, async () => {
      const el = await renderProjectMap(...mapProjects);
      const mark = marker(el, 'Clim@Dunes');
      mark.focus();
      if (key === 'click') mark.click();
      else await sendKeys({press: key === ' ' ? 'Space' : key});
      await mapUpdated(el);
      const dialog = popup(el)!;
      expect(dialog.role).to.equal('dialog');
      expect(dialog.hasAttribute('aria-modal'), 'the page stays in reach').to.equal(false);
      expect(queryTexts(el, '#popup-title')).to.deep.equal(['Clim@Dunes']);
      expect(dialog.getAttribute('aria-labelledby')).to.equal('popup-title');
      expect(dialog.matches(':focus-within')).to.equal(true);
      expect(mark.getAttribute('aria-expanded')).to.equal('true');
      await expect(el).to.be.accessible();
      await sendKeys({press: 'Escape'});
      await mapUpdated(el);
      expect(popup(el) === undefined, 'no popup').to.equal(true);
      expect(focusedElement(el)?.ariaLabel).to.equal('Clim@Dunes, Dunkerque, ACTEUR');
      expect(mark.getAttribute('aria-expanded')).to.equal('false');
    });

  it('shows family, place and years, and closes by its button', async () => {
    const el = await renderProjectMap(...mapProjects);
    marker(el, 'Clim@Dunes').click();
    await mapUpdated(el);
    expect(queryTexts(el, '.popup .family')).to.deep.equal(['ACTEUR']);
    expect(queryTexts(el, '.popup .small')).to.deep.equal(['Dunkerque · 2024–2029 environ']);
    expect(popup(el)?.querySelector('a')?.href).to.equal('https://example.org/dunes');
    expect(queryAll(el, '.popup :is(h2, h3, h4)').length, 'headings').to.equal(0);
    button(el, 'Fermer').click();
    await mapUpdated(el);
    expect(popup(el) === undefined, 'no popup').to.equal(true);
    expect(focusedElement(el)?.ariaLabel).to.equal('Clim@Dunes, Dunkerque, ACTEUR');
    expect(selectionOf(el).selected).to.equal(undefined);
  });

  it('has the button that closes it in its corner, also where several places are at one point', async () => {
    for (const items of [mapProjects, stackedProjects]) {
      const el = await renderProjectMap(...items);
      el.renderRoot.querySelector<HTMLElement>('.marker, .cluster')!.click();
      await mapUpdated(el);
      const [card, close] = [popup(el)!, button(el, 'Fermer')].map(one =>
        one.getBoundingClientRect(),
      );
      const distances = [card!.right - close!.right, close!.top - card!.top];
      for (const distance of distances) expect(distance).to.be.within(0, 8);
    }
  });

  it('shows a picture, the start of the text, place and years, and one link; no picture that fails', async () => {
    const geo = {lat: 50.63, lon: 3.06};
    const long = 'Une halle de bois sur la place du village. '.repeat(12);
    const layered = await renderProjectMap(
      {id: 'halle', title: 'La halle', geo, url: 'https://example.org/halle', description: {fr: long}, period: {start: '2017', end: '2022'}, portal: 'bourg'}, // prettier-ignore
    );
    layered.renderRoot.querySelector<HTMLElement>('.marker')!.click();
    await mapUpdated(layered);
    const [introduction] = queryTexts(layered, '.popup .introduction');
    expect(introduction).to.match(/^Une halle de bois sur la place du village\./);
    expect(introduction!.length).to.be.lessThan(100);
    expect(queryTexts(layered, '.popup .small')).to.deep.equal(['2017–2022']);
    expect(queryAll(layered, '.popup a')).to.have.length(1);
    expect(queryAll(layered, '.popup .picture')).to.have.length(0);
  });

  for (const width of [1280, 320])
    it(`underlines its link, and leaves the scale whole or hides it, in ${String(width)} px`, async () => {
      await setViewport({width, height: 900});
      const el = await renderProjectMap(...mapProjects);
      marker(el, 'Clim@Dunes').click();
      await mapUpdated(el);
      const [link] = queryAll(el, '.popup .title a');
      expect(getComputedStyle(link!).textDecorationLine).to.equal('underline');
      const [scale] = queryAll(el, '.scale');
      expect(getComputedStyle(scale!).visibility).to.equal(width === 320 ? 'hidden' : 'visible');
      await setViewport({width: 1280, height: 900});
    });

  for (const width of [1280, 320])
    it(`cuts no line of a text without a picture, in ${String(width)} px`, async () => {
      await setViewport({width, height: 900});
      const title = 'Réhabilitation de la halle, de la place du marché et de ses abords';
      const description = {fr: 'Un projet de la commune avec ses habitants. '.repeat(12)};
      const el = await renderProjectMap(
        {id: 'halle', title, description, family: 'projet', geo: {lat: 50.63, lon: 3.06}, url: 'https://example.org/halle', period: {start: '2017', end: '2022'}, portal: 'bourg'}, // prettier-ignore
      );
      el.renderRoot.querySelector<HTMLElement>('.marker')!.click();
      await mapUpdated(el);
      const {scrollHeight, clientHeight} = popup(el)!;
      expect(scrollHeight).to.be.at.most(clientHeight + 1);
    });

  for (const width of [1280, 320])
    it(`has a picture as wide as its frame, and cuts no line below it, in ${String(width)} px`, async () => {
      await setViewport({width, height: 900});
      const title = 'Réhabilitation de l’ancienne filature en logements et jardin partagé';
      const description = {fr: 'Un projet de la commune avec ses habitants. '.repeat(12)};
      const project = {...village, title, description, image: villageSeries[0]};
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map height="360" .items=${[project]}></spass-project-map>`,
      );
      el.renderRoot.querySelector<HTMLElement>('.marker')!.click();
      await mapUpdated(el);
      const {scrollHeight, clientHeight, clientWidth} = popup(el)!;
      expect(scrollHeight).to.be.at.most(clientHeight + 1);
      const [picture] = queryAll(el, '.popup img');
      const box = picture!.getBoundingClientRect();
      const frame = picture!.closest('.picture')!.getBoundingClientRect();
      expect(box.width).to.be.closeTo(frame.width, 1);
      if (width === 1280) expect(box.width).to.be.closeTo(clientWidth, 1);
      expect(box.height).to.be.at.least(70);
    });

  for (const width of sample([1280, 700, 360, 320]))
    it(`leaves its mark in sight, with a line to it, in ${String(width)} px`, async () => {
      await setViewport({width, height: 900});
      const long = {...village, id: 'long', title: 'Requalifier les espaces publics. '.repeat(8)};
      for (const project of [...mapProjects.slice(0, 2), long]) {
        const el = await renderProjectMap(project, ...mapProjects.slice(2, 4));
        queryAll(el, '.see')[0]!.click();
        await mapUpdated(el);
        const box = popup(el)!.getBoundingClientRect();
        const [mark] = queryAll(el, '[aria-expanded=true]');
        const {left, top, right, bottom} = mark!.getBoundingClientRect();
        const isApart =
          box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom;
        expect(isApart, mark!.ariaLabel!).to.equal(true);
        const [leader] = queryAll(el, '.leader');
        const line = leader!.getBoundingClientRect();
        expect(Math.max(line.width, line.height), 'length of the line').to.be.within(8, 24);
      }
      await setViewport({width: 1280, height: 900});
    });

  for (const width of sample([1280, 700, 360, 320]))
    it(`A-09 covers none of the controls over the map, in ${String(width)} px`, async () => {
      await setViewport({width, height: 900});
      const el = await renderProjectMap(...mapProjects);
      el.tiles = 'ign';
      await mapUpdated(el);
      for (const one of queryAll(el, '.see')) {
        one.click();
        await mapUpdated(el);
        // Every corner of the map: zoomed in on the project, then moved away.
        for (const key of ['', '-', '-', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowRight']) {
          // The popup moves with the map; the list beside it follows later.
          if (key) queryAll(el, '.map')[0]!.dispatchEvent(new KeyboardEvent('keydown', {key}));
          await el.updateComplete;
          const box = popup(el)?.getBoundingClientRect();
          if (!box) continue;
          for (const control of queryAll(el, '.controls button, .consent, .credit')) {
            const {left, top, right, bottom} = control.getBoundingClientRect();
            const isApart =
              box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom;
            expect(isApart, `${one.textContent.trim()} ${key} ${control.className}`).to.equal(true);
          }
        }
      }
      await setViewport({width: 1280, height: 900});
    });

  for (const name of ['Zoomer', 'Tout voir', 'Voir sur la carte : L’écluse d’Ors'])
    it(`A-09 closes by Escape from “${name}”, where the focus stays`, async () => {
      const el = await renderProjectMap(...mapProjects);
      marker(el, 'Clim@Dunes').click();
      await mapUpdated(el);
      button(el, name).focus();
      await sendKeys({press: 'Escape'});
      await mapUpdated(el);
      expect(popup(el) === undefined, 'no popup').to.equal(true);
      expect(focusedElement(el) === button(el, name), 'the same button').to.equal(true);
      // Without a popup, Escape is left to the page.
      let isHandled = true;
      el.addEventListener('keydown', event => (isHandled = event.defaultPrevented), {once: true});
      await sendKeys({press: 'Escape'});
      expect(isHandled).to.equal(false);
    });

  it('opens from the list, and zooms in until the marker is visible', async () => {
    const el = await renderProjectMap(...mapProjects);
    expect(queryAll(el, '.cluster').length).to.equal(1);
    button(el, 'Voir sur la carte : L’écluse d’Ors').click();
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['L’écluse d’Ors']);
    expect(marker(el, 'L’écluse').getAttribute('aria-expanded')).to.equal('true');
    expect(popup(el)?.matches(':focus-within')).to.equal(true);
  });

  it('lists projects that cannot be separated by zooming', async () => {
    const el = await renderProjectMap(...stackedProjects);
    queryAll(el, '.cluster')[0]!.click();
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['3 projets']);
    expect(queryTexts(el, '.popup li a')).to.deep.equal(['Étage 1', 'Étage 2', 'Étage 3']);
    expect(popup(el)?.matches(':focus-within')).to.equal(true);
    await expect(el).to.be.accessible();
    await sendKeys({press: 'Escape'});
    await mapUpdated(el);
    expect(focusedElement(el)?.getAttribute('part')).to.equal('cluster');
  });

  it('lists the first fifty records of one place, and more on request, with the focus on the first of them', async () => {
    const el = await renderProjectMap(
      ...Array.from({length: 120}, (_, id) => ({
        ...stackedProjects[0]!,
        id,
        title: `Étage ${String(id + 1)}`,
      })),
    );
    queryAll(el, '.cluster')[0]!.click();
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['120 projets']);
    expect(queryAll(el, '.popup li')).to.have.length(50);
    const more = () => queryAll(el, '.popup ul ~ .button:not(.close)');
    expect(more()[0]!.textContent.replaceAll('\u00a0', ' ')).to.equal('Voir plus · 50 sur 120');
    await expect(el).to.be.accessible();
    for (const shown of [100, 120]) {
      more()[0]!.click();
      await mapUpdated(el);
      expect(queryAll(el, '.popup li')).to.have.length(shown);
      const first = queryAll(el, '.popup li a')[shown === 100 ? 50 : 100];
      expect(focusedElement(el)).to.equal(first);
    }
    expect(more()).to.have.length(0);
    queryAll(el, '.close')[0]!.click();
    await mapUpdated(el);
    queryAll(el, '.cluster')[0]!.click();
    await mapUpdated(el);
    expect(queryAll(el, '.popup li'), 'opened again').to.have.length(50);
  });

  it('lets the page handle the event: if cancelled, nothing opens', async () => {
    const el = await renderProjectMap(...mapProjects);
    el.addEventListener('spass-record-select', event => event.preventDefault(), {once: true});
    const select = oneEvent<RecordSelectEvent>(el, 'spass-record-select');
    marker(el, 'Clim@Dunes').click();
    expect((await select).record.id).to.equal('dunes');
    await mapUpdated(el);
    expect(popup(el) === undefined, 'no popup').to.equal(true);
  });

  it('closes with its project, and leaves the focus on the map', async () => {
    const el = await renderProjectMap(...mapProjects);
    marker(el, 'Clim@Dunes').click();
    await mapUpdated(el);
    selectionOf(el).setFilter({family: ['theme']});
    await mapUpdated(el);
    expect(popup(el) === undefined, 'no popup').to.equal(true);
    expect(el.matches(':focus-within'), 'focus stays').to.equal(true);
  });

  it('is hidden while its marker is out of view', async () => {
    const el = await renderProjectMap(...mapProjects);
    selectionOf(el).setSelected({collection: 'projects', id: 'dunes'});
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['Clim@Dunes']);
    button(el, 'Voir sur la carte : L’écluse d’Ors').dispatchEvent(new Event('pointerenter'));
    for (let step = 0; step < 4; step++) button(el, 'Zoomer').click();
    await mapUpdated(el);
    expect(popup(el) === undefined, 'no popup').to.equal(true);
    button(el, 'Tout voir').click();
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['Clim@Dunes']);
  });

  it('opens on a map without a list', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map no-list .items=${mapProjects}></spass-project-map>`,
    );
    expect(queryAll(el, '.list, .skip').length).to.equal(0);
    marker(el, 'Clim@Dunes').click();
    await mapUpdated(el);
    expect(queryTexts(el, '#popup-title')).to.deep.equal(['Clim@Dunes']);
  });
});
