import {serveArchives} from '../../support/archive-server.js';
import {expect, html} from '@open-wc/testing';
import {nothing} from 'lit';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassProjectMap} from '../../../src/index.js';
import type {WidgetView} from '../../../src/elements/base/widget-view.js';
import {startPrintSheet} from '../../../src/elements/parts/print/print-sheet.js';
import {loadedFixture, queryAll, queryTexts} from '../../support/widget-fixture.js';
import {renderProjectMap as renderMap} from '../../support/project-map.js';
import {mapProjects} from '../../support/projects.js';
import {restoreMedia} from '../../support/media.js';
import {waitUntil} from '../../support/wait-until.js';

interface WithView {
  readonly view?: {paperMap?: WidgetView['paperMap']};
}

const viewOf = (el: SpassProjectMap) => (el as unknown as WithView).view;

const openForPrint = () => dispatchEvent(new Event('beforeprint'));
const endPrint = () => dispatchEvent(new Event('afterprint'));

/** Renders a map of projects. If it has places, waits for the drawing for paper, which loads after the engine. */
async function renderProjectMap(...items: readonly unknown[]): Promise<SpassProjectMap> {
  const el = await renderMap(...items);
  await waitUntil(() => {
    const content = viewOf(el)?.paperMap?.();
    return !content || content.drawing;
  }, 'drawing for paper');
  return el;
}

/** Renders a map of many places around Lille, of which a list of five has numbers, and waits for the drawing for paper. */
async function renderMany(
  count: number,
  familyOf: (id: number) => string | undefined = () => undefined,
): Promise<SpassProjectMap> {
  const items = Array.from({length: count}, (_, id) => ({
    id,
    title: `Projet ${id}`,
    family: familyOf(id),
    geo: {lat: 50.4 + (id % 27) / 60, lon: 2.8 + (id % 31) / 60},
  }));
  const el = await loadedFixture<SpassProjectMap>(
    html`<spass-project-map page-size="5" .items=${items}></spass-project-map>`,
  );
  await waitUntil(() => viewOf(el)?.paperMap?.()?.drawing, 'drawing for paper');
  return el;
}

/** Foot of the printed page, or an element without content. */
const pageFoot = (): HTMLElement =>
  document.querySelector<HTMLElement>('.spass-foot') ?? document.createElement('div');

/** Numbers on the printed map, in the drawing for A4. */
const numbersOnMap = (el: SpassProjectMap) => queryTexts(el, '.small .plan-number').map(Number);
const numbersInList = (el: SpassProjectMap) =>
  queryTexts(el, '.key-mark text').filter(Boolean).map(Number);

describe('the printed sheet of a <spass-project-map>', () => {
  before(async () => {
    await setViewport({width: 1280, height: 900});
    startPrintSheet(false);
  });
  afterEach(async () => {
    endPrint();
    await restoreMedia();
  });

  it('has a number on the map for each place of its list, in the same order', async () => {
    const el = await renderProjectMap(...mapProjects);
    openForPrint();
    const listed = numbersInList(el);
    expect(listed.length).to.be.above(1);
    expect(listed).to.deep.equal(listed.map((_, i) => i + 1));
    expect(numbersOnMap(el).toSorted((a, b) => a - b)).to.deep.equal(listed);
    expect(queryAll(el, '.small .scale').length, 'scale').to.equal(1);
    expect(queryTexts(el, '.small .plan-name').at(-1), 'north').to.equal('N');
  });

  it('lists what has no place, and what is off the map, without a number', async () => {
    const el = await renderProjectMap(...mapProjects, {id: 'x', title: 'Atelier mobile'});
    openForPrint();
    const groups = queryAll(el, '.key-group');
    const unplaced = groups.find(
      group => group.querySelector('.key-name')?.textContent === 'Sans lieu',
    );
    expect(unplaced?.textContent).to.contain('Atelier mobile');
    expect(unplaced?.querySelector('.key-mark text')).to.equal(null);
  });

  for (const [state, prepare] of [
    ['as the browser finds it', endPrint],
    ['prepared for print', openForPrint],
  ] as const)
    it(`prints all records of a page ${state}, without controls`, async () => {
      const el = await renderProjectMap(...mapProjects);
      await emulateMedia({media: 'print'});
      // The medium prepares the page too, at a time of its own.
      prepare();
      const titles = queryAll(el, '.title :is(a, [part=title]), .key-title');
      const printed = titles.filter(one => one.checkVisibility({contentVisibilityAuto: true}));
      const texts = printed.map(one => one.textContent.trim());
      expect(queryAll(el, 'button').filter(one => one.checkVisibility())).to.deep.equal([]);
      for (const {offsetHeight, scrollHeight} of queryAll(el, '.list'))
        expect(offsetHeight).to.be.at.least(scrollHeight);
      for (const {id, title} of mapProjects) {
        const name = typeof title === 'string' ? title : (title?.fr ?? '');
        const found = texts.filter(text => text.includes(name));
        expect(found, id.toString()).to.have.length(1);
      }
    });

  it('has no empty rows below the sentence that there is nothing', async () => {
    const el = await loadedFixture(html`<spass-resource-list .items=${[]}></spass-resource-list>`);
    const heightOnPaper = () => queryAll(el, '.empty')[0]!.offsetHeight;
    await emulateMedia({media: 'print'});
    // The medium has prepared the page too.
    endPrint();
    const before = heightOnPaper();
    openForPrint();
    expect(before - heightOnPaper()).to.be.above(80);
  });

  it('has each address once as a note, with its number at every link', async () => {
    const url = 'https://example.org/forêt/';
    const el = await renderProjectMap(
      {id: 1, title: 'Une', url, geo: {lat: 50.6, lon: 3}},
      {id: 2, title: 'Deux', url, geo: {lat: 50.7, lon: 3.1}},
      {id: 3, title: 'Trois', url: 'https://example.org/3', geo: {lat: 50.8, lon: 3.1}},
    );
    openForPrint();
    expect(queryTexts(pageFoot(), '.notes li')).to.deep.equal([
      '1 example.org/forêt',
      '2 example.org/3',
    ]);
    expect(queryAll(el, '.key-title a').map(link => link.dataset['note'])).to.deep.equal([
      '1',
      '1',
      '2',
    ]);
  });

  for (const count of [5, 20, 40])
    for (const [shape, across, least] of [
      ['higher than wide', 1.2, 0.14],
      ['wider than high', 2.4, 0.3],
      ['a band', 4, 0.5],
    ] as const)
      it(`fills both sides of its frame with ${count} places whose region is ${shape}`, async () => {
        const el = await renderProjectMap(
          ...Array.from({length: count}, (_, id) => ({
            id,
            title: `Projet ${id}`,
            geo: {lat: 50 + id / count, lon: 2 + (((id * 3) % count) / count) * across},
          })),
        );
        openForPrint();
        for (const size of ['.small', '.large']) {
          const [frame] = queryAll(el, `${size} .plan-frame`);
          const numbers = queryAll(el, `${size} .plan-number`);
          for (const [side, start] of [
            ['width', 'x'],
            ['height', 'y'],
          ] as const) {
            const places = numbers.map(one => Number(one.getAttribute(start)));
            const share =
              (Math.max(...places) - Math.min(...places)) / Number(frame!.getAttribute(side));
            expect(share, `${size} ${side}`).to.be.above(least);
          }
        }
      });

  for (const [width, count, columns, isBelow] of [
    [703, 4, 1, false],
    [703, 20, 3, true],
    [1497, 4, 1, false],
    [1497, 20, 2, false],
    [1497, 60, 6, true],
  ] as const)
    it(`has ${count} entries ${isBelow ? `in ${columns} columns below a map of the whole width` : `beside a map of two thirds, in ${columns} columns`}, read from top to bottom, on a sheet ${width} px wide`, async () => {
      const items = Array.from({length: count}, (_, id) => ({
        id,
        title: `Projet ${id}`,
        geo: {lat: 50 + id / 50, lon: 3 + (id % 5) / 5},
      }));
      const el = await renderProjectMap(...items);
      el.style.inlineSize = `${width}px`;
      await emulateMedia({media: 'print'});
      openForPrint();
      const boxesOf = (selector: string) =>
        queryAll(el, selector).map(one => one.getBoundingClientRect());
      const [map] = boxesOf('.plans');
      const entries = boxesOf('.key-entry');
      const share = map!.width / width;
      if (isBelow) expect(share, 'width of the map').to.be.above(0.98);
      else expect(share, 'width of the map').to.be.within(0.64, 0.68);
      for (const {left, top} of entries)
        if (isBelow) expect(top, 'below the map').to.be.at.least(map!.bottom);
        else expect(left, 'beside the map').to.be.above(map!.right);
      expect(new Set(entries.map(({left}) => Math.round(left))).size, 'columns').to.equal(columns);
      entries.slice(1).forEach(({left, top}, i) => {
        const before = entries[i]!;
        if (left < before.left + 1) expect(top, `entry ${i + 2}`).to.be.above(before.top);
        else expect(top, `entry ${i + 2}`).to.be.closeTo(entries[0]!.top, 1);
      });
    });

  it('has a grid of 6 × 5 squares at least, if its marks are many', async () => {
    const items = Array.from({length: 20}, (_, id) => ({
      id,
      title: `Projet ${id}`,
      geo: {lat: 50 + id / 50, lon: 3 + (id % 5) / 5},
    }));
    const el = await renderProjectMap(...items);
    openForPrint();
    for (const size of ['.small', '.large']) {
      const names = queryTexts(el, `${size} .plan > .plan-name`);
      expect(names, size).to.include.members(['A', 'F', '1', '5']);
    }
    expect(new Set(queryTexts(el, '.key-square.small')).size).to.be.above(6);
  });

  it('states the places of its records with the title of the page, if they are few and all known', async () => {
    const placeOf = async (...communes: readonly (string | undefined)[]) => {
      await renderProjectMap(
        ...communes.map((name, id) => ({
          id,
          title: `Projet ${id}`,
          geo: {lat: 50 + id / 50, lon: 3},
          ...(name ? {commune: {name}} : {}),
        })),
      );
      openForPrint();
      const [term, place] = queryTexts(pageFoot(), '.cartouche :is(dt, dd)');
      endPrint();
      document.body.querySelector('spass-project-map')!.parentElement!.replaceChildren();
      return term === 'Lieu' ? place : undefined;
    };
    expect(await placeOf('Ors', 'Raismes', 'Ors')).to.equal('Ors et Raismes');
    expect(await placeOf('Ors', undefined)).to.equal(undefined);
    expect(await placeOf('Ors', 'Raismes', 'Lille', 'Bergues')).to.equal(undefined);
  });

  it('has each address whole as a note that begins a line, in columns, and is broken after a slash', async () => {
    const long = `https://example.org/documents/${'un-titre-fort-long/'.repeat(4)}`;
    await renderProjectMap(
      ...Array.from({length: 20}, (_, id) => ({
        id,
        title: `Projet ${id}`,
        url: `${long}${id}`,
        geo: {lat: 50 + id / 50, lon: 3},
      })),
    );
    for (const [width, columns] of [
      [720, 2],
      [1500, 3],
    ] as const) {
      await setViewport({width, height: 900});
      await emulateMedia({media: 'print'});
      openForPrint();
      const notes = queryAll(pageFoot(), '.notes li');
      const lefts = notes.map(one => Math.round(one.getBoundingClientRect().left));
      expect(new Set(lefts).size, `columns at ${width}`).to.equal(columns);
      for (const [id, note] of notes.entries()) {
        expect(note.textContent).to.equal(`${id + 1}\u00a0${long.slice('https://'.length)}${id}`);
        expect(note.scrollWidth, 'within its column').to.be.at.most(note.clientWidth);
      }
    }
    await setViewport({width: 1280, height: 900});
  });

  for (const width of [703, 1497])
    it(`has its credit small below the frame, which ends at the edges of a sheet ${width} px wide`, async () => {
      const el = await renderProjectMap(...mapProjects.slice(0, 2));
      el.style.inlineSize = `${width}px`;
      await emulateMedia({media: 'print'});
      openForPrint();
      const shown = (selector: string) =>
        queryAll(el, selector).find(one => one.checkVisibility()) as HTMLElement;
      const boxOf = (selector: string) => shown(selector).getBoundingClientRect();
      const [paper, frame, credit] = ['.paper', '.plan-frame', '.plan-credit'].map(boxOf);
      const arrow = boxOf('.plan-arrow:not(.open)');
      expect(frame!.left - paper!.left, 'room of the numbers').to.be.within(4, 9);
      expect(credit!.left, 'credit beside the arrow').to.be.above(arrow.right + 4);
      expect(credit!.right, 'credit within the frame').to.be.at.most(frame!.right + 1.5);
      expect(credit!.top, 'credit below the frame').to.be.at.least(frame!.bottom);
      expect(parseFloat(getComputedStyle(shown('.plan-credit')).fontSize)).to.be.below(10);
    });

  it('never leaves the mark of a record without a place at the end of a line', async () => {
    const titles = ['La charte des villes', 'Clim@Villes', 'FAI-RE', 'Archirès', 'Flandria Rhei'];
    const el = await renderProjectMap(
      ...mapProjects,
      ...[...titles, ...titles].map((title, id) => ({id: `s${id}`, title})),
    );
    await emulateMedia({media: 'print'});
    openForPrint();
    for (let width = 300; width < 760; width += 9) {
      el.style.inlineSize = `${width}px`;
      for (const entry of queryAll(el, '.unnumbered .key-entry')) {
        const mark = entry.querySelector('.key-mark')!.getBoundingClientRect();
        const [title] = entry.querySelector('.key-title')!.firstElementChild!.getClientRects();
        expect(mark.right, `${entry.textContent} at ${width}`).to.be.closeTo(title!.left, 8);
        expect(mark.top, `${entry.textContent} at ${width}`).to.be.closeTo(title!.top, 8);
      }
    }
  });

  it('names a lone place far from the others as off the map, which shows these large', async () => {
    const near = Array.from({length: 12}, (_, id) => ({
      id,
      title: `Projet ${id}`,
      geo: {lat: 50.2 + (id % 4) / 5, lon: 2 + Math.floor(id / 4) / 2},
    }));
    const el = await renderProjectMap(...near, {
      id: 'p',
      title: 'À Paris',
      geo: {lat: 48.86, lon: 2.35},
    });
    openForPrint();
    const off = queryAll(el, '.key-group').find(one =>
      one.textContent.includes('Hors de la carte'),
    );
    expect(off?.querySelector('.key-title')?.textContent.trim()).to.equal('À Paris');
    expect(numbersOnMap(el)).to.have.length(12);
  });

  it('fills the height of its frame with the places, but keeps the part that the page has chosen', async () => {
    const items = [...Array(12).keys()].map(id => ({
      id,
      title: `Projet ${id}`,
      geo: {lat: id ? 50.2 + (id % 4) / 8 : 44, lon: 2.5 + (id % 3) / 4},
    }));
    const shareOf = async (el: SpassProjectMap): Promise<number> => {
      await waitUntil(() => viewOf(el)?.paperMap?.()?.drawing, 'drawing for paper');
      openForPrint();
      const tops = queryAll(el, '.small .plan-number').map(one => Number(one.getAttribute('y')));
      const height = Number(queryAll(el, '.small .plan-frame')[0]!.getAttribute('height'));
      endPrint();
      return (Math.max(...tops) - Math.min(...tops)) / height;
    };
    const map = (zoom: number | undefined) =>
      html`<spass-project-map
        center=${zoom ? '50.4,2.75' : nothing}
        zoom=${zoom ?? nothing}
        fit=${zoom ? 'none' : 'data'}
        .items=${items}
      ></spass-project-map>`;
    expect(await shareOf(await loadedFixture<SpassProjectMap>(map(undefined)))).to.be.above(0.55);
    expect(await shareOf(await loadedFixture<SpassProjectMap>(map(7)))).to.be.below(0.4);
  });

  it('has one mark with the first and last number of many projects in the same town', async () => {
    const towns = [
      [50.63, 3.06],
      [50.37, 3.08],
      [51.03, 2.38],
    ] as const;
    const items = Array.from({length: 60}, (_, id) => {
      const [lat, lon] = towns[id % 3]!;
      return {id, title: `Projet ${id}`, geo: {lat: lat + (id % 5) / 1000, lon}};
    });
    const el = await renderProjectMap(...items);
    openForPrint();
    expect(queryTexts(el, '.large .plan-number')).to.deep.equal(['1–20', '21–40', '41–60']);
    const entries = queryAll(el, '.key-entry');
    expect(numbersInList(el)).to.deep.equal(items.map((_, i) => i + 1));
    const squares = entries.map(one => one.querySelector('.key-square.large')?.textContent);
    for (const start of [0, 20, 40])
      expect(new Set(squares.slice(start, start + 20)).size, `from ${start + 1}`).to.equal(1);
  });

  it('shows places near to each other apart, on a map of two thirds of the sheet', async () => {
    const el = await renderProjectMap(
      ...Array.from({length: 5}, (_, id) => ({id, title: `Projet ${id}`, geo: {lat: 50.38 + id / 200, lon: 3.47 + id / 100}})), // prettier-ignore
    );
    el.style.inlineSize = '1497px';
    await emulateMedia({media: 'print'});
    openForPrint();
    const frame = queryAll(el, '.large .plan-frame')[0]!.getBoundingClientRect();
    const marks = queryAll(el, '.large .plan-number').map(one => one.getBoundingClientRect().left);
    expect(frame.width).to.be.below(1000);
    expect(Math.max(...marks) - Math.min(...marks)).to.be.above(frame.width / 11);
  });

  it('has no more names of villages on a close map than can be read', async () => {
    const el = await renderProjectMap(
      {id: 1, title: 'Un', geo: {lat: 50.25, lon: 3.2}},
      {id: 2, title: 'Deux', geo: {lat: 50.45, lon: 3.7}},
      {id: 3, title: 'Trois', geo: {lat: 50.3, lon: 3.4}},
      {id: 4, title: 'Quatre', geo: {lat: 50.4, lon: 3.5}},
    );
    openForPrint();
    const frame = queryAll(el, '.large .plan-frame')[0]!;
    const area = Number(frame.getAttribute('width')) * Number(frame.getAttribute('height'));
    // 25 × 20 mm for each.
    expect(queryAll(el, '.large .towns text').length).to.be.within(8, area / (94 * 75));
  });

  it('keeps the last addresses of a long list in one block with the title of the page', async () => {
    const items = Array.from({length: 70}, (_, i) => ({
      id: i,
      title: `Projet ${i}`,
      url: `https://example.org/${i}`,
      geo: {lat: 51 - i / 100, lon: 3},
    }));
    await renderProjectMap(...items);
    openForPrint();
    const addresses = items.map(({url}, i) => `${i + 1} ${url.replace('https://', '')}`);
    const textsOf = (list: Iterable<Element>) =>
      [...list].map(({textContent}) => textContent.trim().replace('\u00a0', ' '));
    expect(textsOf(queryAll(pageFoot(), '.notes li'))).to.deep.equal(addresses);
    const kept = textsOf(queryAll(pageFoot(), '.foot-end li'));
    expect(kept.length).to.be.within(6, 11);
    expect(kept).to.deep.equal(addresses.slice(-kept.length));
    expect(queryAll(pageFoot(), '.foot-end .cartouche').length).to.equal(1);
  });

  it('states once what all entries of the map share', async () => {
    const period = {start: '2020', end: '2022'};
    const items = [1, 2, 3].map(id => ({
      id,
      title: `Projet ${id}`,
      commune: {name: `Commune ${id}`},
      period,
      geo: {lat: 50 + id / 100, lon: 3},
    }));
    const el = await renderProjectMap(...items);
    openForPrint();
    expect(queryTexts(el, '.key-shared')).to.deep.equal(['2020–2022']);
    expect(queryTexts(el, '.key-facts')).to.deep.equal(['Commune 1', 'Commune 2', 'Commune 3']);
    endPrint();
    Object.assign(el, {items: [...items, {...items[0], id: 4, period: {start: '2024'}}]});
    await el.loadComplete;
    openForPrint();
    expect(queryTexts(el, '.key-shared')).to.deep.equal([]);
  });

  it('gives the title of an entry the width above its grid square', async () => {
    const el = await renderProjectMap(...mapProjects);
    await emulateMedia({media: 'print'});
    openForPrint();
    const entry = queryAll(el, '.key-entry').find(
      one => one.querySelector('.key-facts')?.textContent && one.querySelector('.key-square'),
    );
    const title = entry!.querySelector('.key-title')!.getBoundingClientRect();
    const squares = [...entry!.querySelectorAll<HTMLElement>('.key-square')];
    const shown = squares.filter(one => one.checkVisibility());
    expect(shown, 'that of one map').to.have.length(1);
    const square = shown[0]!.getBoundingClientRect();
    expect(title.right).to.be.closeTo(square.right, 1);
    expect(square.top).to.be.at.least(title.bottom - 1);
  });

  it('ends with the title of the page, the day, the address and its QR code', async () => {
    await renderProjectMap(...mapProjects);
    openForPrint();
    const [sheet] = queryAll(pageFoot(), '.cartouche');
    expect(sheet?.textContent).to.contain(location.host);
    expect(sheet?.querySelector('.qr-code')?.ariaLabel).to.contain(location.href);
  });

  it('has the title of the page, and leaves a form with that name where it is', async () => {
    const form = Object.assign(document.createElement('form'), {name: 'title'});
    const title = document.createElement('title');
    title.textContent = 'Ma commune';
    document.body.append(form);
    document.head.append(title);
    await renderProjectMap(...mapProjects);
    await emulateMedia({media: 'print'});
    openForPrint();
    const parent = form.parentElement;
    form.remove();
    title.remove();
    expect(parent).to.equal(document.body);
    expect(queryTexts(pageFoot(), '.cartouche-title')).to.deep.equal(['Ma commune']);
  });

  it('has its title large and bold without a font of the page, in the language of the page', async () => {
    const {lang} = document.documentElement;
    document.documentElement.lang = 'fr';
    await renderProjectMap(...mapProjects);
    await loadedFixture<SpassProjectMap>(
      html`<spass-project-map lang="nl" .items=${mapProjects}></spass-project-map>`,
    );
    await emulateMedia({media: 'print'});
    openForPrint();
    const [foot] = queryAll(pageFoot(), '.print-foot');
    expect(foot?.lang).to.equal('fr');
    expect(foot?.textContent).to.contain('Imprimé le');
    const [title] = queryAll(pageFoot(), '.cartouche-title');
    const {fontWeight, fontSize} = getComputedStyle(title!);
    expect([fontWeight, fontSize]).to.deep.equal(['650', '16.6667px']);
    document.documentElement.lang = lang;
  });

  it('leaves nothing on the screen, before and after', async () => {
    const el = await renderProjectMap(...mapProjects);
    const before = el.shadowRoot?.querySelector('.root')?.className;
    openForPrint();
    for (const part of [...queryAll(el, '.paper'), ...queryAll(pageFoot(), '.print-foot')])
      expect(part.checkVisibility(), part.className).to.equal(false);
    expect(pageFoot().offsetHeight).to.equal(0);
    endPrint();
    expect(queryAll(el, '.paper, [data-note]')).to.deep.equal([]);
    expect(document.querySelector('.spass-foot')).to.equal(null);
    expect(el.shadowRoot?.querySelector('.root')?.className).to.equal(before);
  });

  it('keeps the list of the screen if there are too many places for numbers, with those of its entries on the map', async () => {
    const items = Array.from({length: 120}, (_, i) => ({
      id: i,
      title: `Projet ${i}`,
      family: [undefined, 'acteur', 'theme', 'projet'][i % 4],
      geo: {lat: 50 + (i % 12) / 20, lon: 3 + Math.floor(i / 12) / 20},
    }));
    const el = await renderProjectMap(...items);
    await emulateMedia({media: 'print'});
    openForPrint();
    expect(queryAll(el, '.small .plan-mark').length).to.equal(120);
    expect(queryAll(el, '.has-plan')).to.deep.equal([]);
    const listed = numbersInList(el);
    expect(listed).to.deep.equal(listed.map((_, i) => i + 1));
    expect(numbersOnMap(el).toSorted((a, b) => a - b)).to.deep.equal(listed);
    // The same corners, of which the first is above the middle or not, in the same colour.
    const shapeOf = (mark: Element) => {
      const path = mark.getAttribute('d')!;
      const {x, width} = (mark as SVGPathElement).getBBox();
      const isAbove = Math.abs(parseFloat(path.slice(1)) - x - width / 2) < 1;
      return `${path.replace(/[\d. -]+/g, ' ')} ${String(isAbove)} ${getComputedStyle(mark).fill}`;
    };
    for (const text of queryAll(el, '.large .plan-number')) {
      const entry = queryAll(el, '.entry').find(
        one => one.querySelector('.key-mark text')?.textContent === text.textContent,
      );
      expect(shapeOf(entry!.querySelector('.key-mark path')!), text.textContent).to.deep.equal(
        shapeOf(text.previousElementSibling!),
      );
    }
    expect(new Set(queryAll(el, '.key-mark path').map(shapeOf)).size).to.equal(4);
  });

  it('has no mark that the edge of its list cuts', async () => {
    const items = Array.from({length: 120}, (_, i) => ({
      id: i,
      title: `Projet ${i}`,
      geo: {lat: 50 + (i % 12) / 20, lon: 3 + Math.floor(i / 12) / 20},
    }));
    const el = await renderProjectMap(...items, {id: 's', title: 'Sans lieu'});
    await emulateMedia({media: 'print'});
    openForPrint();
    const marks = queryAll(el, '.entry :is(svg, .shape)').filter(one => one.checkVisibility());
    expect(marks.length).to.be.above(10);
    for (const mark of marks) {
      const {left} = mark.getBoundingClientRect();
      for (let box = mark.parentElement; box; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible')
          expect(left, box.className).to.be.at.least(box.getBoundingClientRect().left);
    }
  });

  it('prints the first of hundreds of records without a place, and says how many there are more', async () => {
    const placed = Array.from({length: 120}, (_, i) => ({
      id: i,
      title: `Projet ${i}`,
      geo: {lat: 50 + (i % 12) / 20, lon: 3 + Math.floor(i / 12) / 20},
    }));
    const others = Array.from({length: 244}, (_, i) => ({
      id: `s${i}`,
      title: `Sans lieu ${i}`,
      url: `https://example.org/${i}`,
    }));
    const el = await renderProjectMap(...placed, ...others);
    openForPrint();
    await emulateMedia({media: 'print'});
    const [list] = queryAll(el, 'details');
    const printed = [...list!.querySelectorAll<HTMLElement>('.entry')].filter(
      one => getComputedStyle(one).display !== 'none',
    );
    expect(printed.length).to.equal(12);
    expect(queryTexts(el, '.rest').at(-1)).to.match(/\(232 de plus\)$/);
    expect(pageFoot().shadowRoot!.querySelectorAll('.notes li').length).to.equal(12);
    endPrint();
    expect(queryAll(el, '.omitted, .rest')).to.deep.equal([]);
  });

  it('has no name of a town across the marks of many records', async () => {
    // Nowhere is there room for a name, except beside Lille.
    const items = Array.from({length: 280}, (_, id) => ({
      id,
      title: `Projet ${id}`,
      geo: {lat: 50.55 + Math.floor(id / 20) / 90, lon: 2.9 + (id % 20) / 60},
    })).filter(({geo: {lat, lon}}) => Math.abs(lat - 50.63) > 0.03 || Math.abs(lon - 3.1) > 0.1);
    const el = await renderProjectMap(...items);
    openForPrint();
    await emulateMedia({media: 'print'});
    await waitUntil(() => queryAll(el, '.large .towns text').length > 0, 'names of towns');
    const texts = queryAll(el, '.large .towns text');
    expect(texts.map(({textContent}) => textContent)).to.include('Lille');
    const marks = queryAll(el, '.large .plan-mark').map(one => one.getBoundingClientRect());
    const crossed = texts.filter(text => {
      const {left, right, top, bottom} = text.getBoundingClientRect();
      // Its line is higher than its letters.
      return marks.some(
        one => one.left < right && left < one.right && one.top < bottom - 4 && top + 4 < one.bottom,
      );
    });
    expect(crossed.map(({textContent}) => textContent)).to.deep.equal([]);
  });

  it('counts the records of groups, beside the marks with numbers, where there are too many', async () => {
    const el = await renderMany(700);
    await emulateMedia({media: 'print'});
    openForPrint();
    const groups = queryAll(el, '.large .plan-group');
    expect(groups.length).to.be.above(1);
    const counts = groups.map(({nextElementSibling: text}) => Number(text?.textContent));
    const single = queryAll(el, '.large .plan-mark').length;
    expect(counts.reduce((sum, count) => sum + count, single)).to.equal(700);
    expect(queryTexts(el, '.plan-legend')).to.deep.equal([
      'Un cercle est un groupe de fiches, avec leur nombre.',
    ]);
    const middles = (selector: string) =>
      queryAll(el, selector).map(one => {
        const {x, y, width, height} = one.getBoundingClientRect();
        return {x: x + width / 2, y: y + height / 2, radius: width / 2};
      });
    const numbers = middles('.large .plan-mark:has(+ .plan-number)');
    expect(numbers.length).to.be.above(1);
    for (const a of numbers)
      for (const b of middles('.large .plan-group'))
        expect(Math.hypot(a.x - b.x, a.y - b.y), 'distance').to.be.above(b.radius);
  });

  it('numbers all records of a part that the reader has chosen, and counts those outside', async () => {
    const el = await renderMany(120);
    const content = viewOf(el)!.paperMap!()!;
    viewOf(el)!.paperMap = () => ({...content, area: [2.8, 50.4, 3.2, 50.7]});
    openForPrint();
    const inside = numbersInList(el).length;
    expect(inside).to.be.within(50, 99);
    expect(queryTexts(el, '.small .plan-number').length).to.equal(inside);
    const dots = queryAll(el, '.small .plan-mark').length - inside;
    expect(dots, 'without a number, between the part and the frame').to.be.below(6);
    expect(queryTexts(el, '.plan-legend').at(-1)?.replace('\u00a0', ' ')).to.equal(
      `${120 - inside - dots} autres fiches hors de la carte`,
    );
  });

  it('names the marks of a layer with many records once, and numbers those of the map', async () => {
    const el = await renderMany(120, id => (id % 2 ? 'projet' : 'theme'));
    const content = viewOf(el)!.paperMap!()!;
    const {points} = content;
    const layer = {
      family: Uint8Array.from(points.family, (_, i) => (i < 40 ? 2 : 4)),
      nameSuffixAt: (index: number) => (index < 40 ? undefined : 'Monuments'),
      layers: [{}],
    };
    const withLayer = Object.assign(Object.create(points) as typeof points, layer);
    viewOf(el)!.paperMap = () => ({...content, points: withLayer});
    openForPrint();
    expect(numbersInList(el)).to.deep.equal([...Array(40).keys()].map(i => i + 1));
    expect(queryTexts(el, '.plan-legend')).to.deep.equal(['Monuments']);
  });

  it('says that a record with a place’s name only has no exact position', async () => {
    const el = await renderProjectMap(
      ...mapProjects,
      {id: 'a', title: 'Sans coordonnées', commune: {name: 'Haubourdin'}},
      {id: 'b', title: 'Une charte'},
    );
    openForPrint();
    const groups = queryAll(el, '.key-rest .key-group').map(group =>
      [...group.querySelectorAll('.key-name, .key-title')].map(one => one.textContent.trim()),
    );
    expect(groups).to.deep.include(['Sans position exacte', 'Sans coordonnées']);
    expect(groups.at(-1)).to.include.members(['Sans lieu', 'Une charte']);
  });

  it('cuts no small mark at its frame', async () => {
    const el = await renderMany(240);
    const content = viewOf(el)!.paperMap!()!;
    // Its edges are at places.
    viewOf(el)!.paperMap = () => ({...content, area: [2.8, 50.4, 3.2, 50.7]});
    await emulateMedia({media: 'print'});
    openForPrint();
    const frame = queryAll(el, '.large .plan-frame')[0]!.getBoundingClientRect();
    const marks = queryAll(el, '.large .plan-mark:not(:has(+ .plan-number))').map(one =>
      one.getBoundingClientRect(),
    );
    expect(marks.length).to.be.above(20);
    for (const {left, right, top, bottom} of marks) {
      expect(left).to.be.at.least(frame.left);
      expect(right).to.be.at.most(frame.right);
      expect(top).to.be.at.least(frame.top);
      expect(bottom).to.be.at.most(frame.bottom);
    }
  });

  it('says what the marks without a number are', async () => {
    const el = await renderMany(120, id => (id % 2 ? 'projet' : 'theme'));
    await emulateMedia({media: 'print'});
    openForPrint();
    expect(queryTexts(el, '.plan-legend')[0]).to.match(
      /^sans numéro\s: autres fiches de la carte$/,
    );
    expect(queryAll(el, '.plan-legend .key-mark').length, 'a mark of each family').to.equal(2);
  });

  it('has no words of the screen above the list that is printed', async () => {
    const items = Array.from({length: 120}, (_, i) => ({
      id: i,
      title: `Projet ${i}`,
      geo: i ? {lat: 50 + (i % 12) / 20, lon: 3 + Math.floor(i / 12) / 20} : undefined,
    }));
    const el = await renderProjectMap(...items);
    await emulateMedia({media: 'print'});
    openForPrint();
    expect(queryAll(el, '.in-view')[0]!.checkVisibility()).to.equal(false);
    const [summary] = queryAll(el, 'summary');
    const {listStyleType, textDecorationLine} = getComputedStyle(summary!);
    expect([listStyleType, textDecorationLine]).to.deep.equal(['none', 'none']);
  });

  for (const [where, items, isDrawn] of [
    ['in the region of the sheet', mapProjects.slice(0, 1), true],
    ['elsewhere', [{id: 1, title: 'Une île', geo: {lat: 47, lon: -5.6}}], false],
  ] as const)
    it(`draws a map with a background of vector tiles that do not come, ${where}: ${isDrawn ? 'yes' : 'no'}`, async () => {
      const {url} = await serveArchives();
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map tiles=${url('nothing')} .items=${items}></spass-project-map>`,
      );
      await waitUntil(() => viewOf(el)?.paperMap?.()?.drawing, 'drawing for paper');
      await emulateMedia({media: 'print'});
      openForPrint();
      expect(queryAll(el, '.plan').length > 0).to.equal(isDrawn);
      expect(queryAll(el, '.layout .entry')[0]!.checkVisibility()).to.equal(!isDrawn);
    });

  it('draws the tiles of a background that is on the screen, in the colours of print', async () => {
    const {url} = await serveArchives();
    const items = [
      {id: 'a', title: 'La halle', family: 'projet', geo: {lat: 47.0085, lon: -5.6125}},
      {id: 'b', title: 'Le quai', family: 'projet', geo: {lat: 47.0135, lon: -5.6165}},
    ];
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        tiles=${url('ile')}
        attribution="© La commune"
        style="color-scheme: dark; color: #eee"
        .items=${items}
      ></spass-project-map>`,
    );
    const isDrawn = () => viewOf(el)?.paperMap?.()?.basemap !== undefined;
    await waitUntil(isDrawn, 'no tile');
    await waitUntil(() => viewOf(el)?.paperMap?.()?.drawing, 'drawing for paper');
    await emulateMedia({media: 'print'});
    openForPrint();
    for (const canvas of queryAll<HTMLCanvasElement>(el, '.plan-tiles')) {
      const {width, height} = canvas;
      const {data} = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const colours = new Set<number>();
      let lightness = 0;
      for (let i = 0; i < data.length; i += 4) {
        colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
        lightness += data[i + 1]!;
      }
      expect(colours.size, 'land, water, roads').to.be.above(4);
      expect(lightness / (data.length / 4), 'lightness').to.be.above(180);
    }
    const [frame] = queryAll(el, '.small .plan-frame');
    const [tiles] = queryAll(el, '.small .plan-tiles');
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(tiles!.getBoundingClientRect()[side], side).to.be.closeTo(
        frame!.getBoundingClientRect()[side],
        2,
      );
    expect(queryTexts(el, '.plan-credit')[0]).to.equal('© La commune');
    expect(numbersOnMap(el).sort()).to.deep.equal([1, 2]);
    expect(queryAll(el, '.small .towns text').length, 'names of the archive').to.be.above(0);
  });

  it('draws the outlines of a background of vector tiles from afar, until its tiles have come', async () => {
    const {url} = await serveArchives();
    const items = [48, 43].map((lat, id) => ({id, title: `Projet ${id}`, geo: {lat, lon: 3}}));
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map tiles=${url('nothing')} .items=${items}></spass-project-map>`,
    );
    await waitUntil(() => viewOf(el)?.paperMap?.()?.drawing, 'drawing for paper');
    openForPrint();
    expect(numbersOnMap(el)).to.deep.equal([1, 2]);
  });

  it('has its list alone if no record has a place', async () => {
    const el = await renderProjectMap({id: 1, title: 'Sans lieu'});
    openForPrint();
    expect(queryAll(el, '.paper')).to.deep.equal([]);
    expect(queryAll(pageFoot(), '.cartouche').length).to.equal(1);
  });

  it('has one foot for a page of several widgets, at its end', async () => {
    await renderProjectMap(...mapProjects);
    await renderProjectMap(...mapProjects);
    openForPrint();
    expect(queryAll(pageFoot(), '.cartouche').length).to.equal(1);
    expect(document.querySelectorAll('.spass-foot').length).to.equal(1);
    expect(document.body.lastElementChild).to.equal(pageFoot());
  });

  for (const [display, parent] of [
    ['block', 'BODY'],
    ['flex', 'HTML'],
    ['grid', 'HTML'],
  ] as const)
    it(`has its foot below the widgets on a page whose body is laid out as ${display}`, async () => {
      const el = await renderProjectMap(...mapProjects);
      document.body.style.display = display;
      await emulateMedia({media: 'print'});
      openForPrint();
      const place = pageFoot().parentElement?.tagName;
      const {top, left} = pageFoot().getBoundingClientRect();
      const {bottom} = el.getBoundingClientRect();
      const {left: start} = document.body.getBoundingClientRect();
      document.body.style.display = '';
      expect(place).to.equal(parent);
      expect(top).to.be.at.least(bottom);
      expect(left).to.be.closeTo(start, 10);
    });

  it('has its foot in the fonts of its widgets, which a page may set for them alone', async () => {
    const el = await renderProjectMap(...mapProjects);
    el.style.setProperty('--spass-font', 'monospace');
    el.style.setProperty('--spass-heading-font', 'cursive');
    await emulateMedia({media: 'print'});
    openForPrint();
    const fontOf = (selector: string) =>
      getComputedStyle(queryAll(pageFoot(), selector)[0]!).fontFamily;
    expect(fontOf('.cartouche dd')).to.equal('monospace');
    expect(fontOf('.cartouche-title')).to.equal('cursive');
  });
});
