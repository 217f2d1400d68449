import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import '../../../src/define/compare.js';
import type {SpassCompare} from '../../../src/index.js';
import {missingDrawing, village, villageImages, villageSeries} from '../../support/drawings.js';
import {queryAll, queryTexts} from '../../support/widget-fixture.js';
import {expectFocus, focusByKeyboard, pressKeys} from '../../support/keyboard.js';
import {withSilentConsole} from '../../support/console.js';
import {withSource} from '../../support/source-provider.js';
import {StubServer} from '../../support/stub-server.js';
import {waitUntil} from '../../support/wait-until.js';

const show = async (template: unknown): Promise<SpassCompare> => {
  const el = await fixture<SpassCompare>(template as ReturnType<typeof html>);
  await el.loadComplete;
  return el;
};
const showSeries = (items: readonly unknown[] = villageSeries) =>
  show(html`<spass-compare .items=${items}></spass-compare>`);

const tiles = (el: SpassCompare) => queryAll<HTMLButtonElement>(el, '.tile');
const dates = (el: SpassCompare) => queryTexts(el, '.tile .year');
const compared = (el: SpassCompare) => queryTexts(el, '.pair .when');
const views = (el: SpassCompare) => queryAll<HTMLButtonElement>(el, '.views button');
const announced = (el: SpassCompare) => queryTexts(el, '[role=status]')[0];
const choose = async (el: SpassCompare, index: number): Promise<void> => {
  tiles(el)[index]!.click();
  await el.updateComplete;
};

describe('<spass-compare> with a series', () => {
  before(() => setViewport({width: 1280, height: 900}));

  it('sorts the pictures by date, and compares the first with the last', async () => {
    const el = await showSeries();
    expect(dates(el)).to.deep.equal([
      'années 1900',
      'vers 1936',
      '1958',
      'juin 1978',
      '2004',
      '12 mai 2026',
    ]);
    expect(compared(el)).to.deep.equal(['années 1900', '12 mai 2026']);
    expect(queryTexts(el, '.series > .small')).to.deep.equal(['6 images, 1900–2026']);
  });

  it('takes the images of the page as well, with each credit and licence', async () => {
    const el = await show(html`<spass-compare>${villageImages}</spass-compare>`);
    expect(dates(el)[0]).to.equal('années 1900');
    expect(queryTexts(el, '.pair figcaption span')).to.deep.equal([
      'années 1900 : Carte postale, collection particulière · domaine public',
      '12 mai 2026 : Croquis · CC BY 4.0',
    ]);
    expect(queryAll(el, 'slot[name^=view]').length, 'each image is shown once').to.equal(0);
  });

  it('compares any two pictures, the earlier one first, and announces them', async () => {
    const el = await showSeries();
    await choose(el, 3);
    expect(compared(el)).to.deep.equal(['juin 1978', '12 mai 2026']);
    await choose(el, 1);
    expect(compared(el)).to.deep.equal(['vers 1936', 'juin 1978']);
    expect(announced(el)).to.equal('Comparaison : vers 1936 et juin 1978.');
    expect(tiles(el).map(tile => tile.ariaPressed)).to.deep.equal(
      [false, true, false, true, false, false].map(String),
    );
  });

  it('is used by keyboard alone: one stop for the filmstrip, arrows, Enter and Space', async () => {
    const el = await showSeries();
    await focusByKeyboard(tiles(el)[0]);
    await pressKeys('ArrowRight', 'Enter');
    await el.updateComplete;
    expect(compared(el)).to.deep.equal(['vers 1936', '12 mai 2026']);
    await pressKeys('End', 'ArrowLeft', 'Space');
    await el.updateComplete;
    expect(compared(el)).to.deep.equal(['vers 1936', '2004']);
    await pressKeys('Shift>Tab');
    expectFocus('Après');
  });

  it('lets one picture show through the other', async () => {
    const el = await showSeries();
    views(el)[1]!.click();
    await el.updateComplete;
    const range = queryAll<HTMLInputElement>(el, '.opacity input')[0]!;
    const opacity = () => getComputedStyle(queryAll(el, '.before img')[0]!).opacity;
    await Promise.all(el.shadowRoot!.getAnimations().map(one => one.finished));
    expect(opacity()).to.equal('0.5');
    await focusByKeyboard(range);
    await pressKeys('End');
    await el.updateComplete;
    await Promise.all(el.shadowRoot!.getAnimations().map(one => one.finished));
    expect(opacity()).to.equal('1');
    expect(range.ariaValueText?.replace(/\s/g, ' ')).to.equal(
      'années 1900 : 100 %, 12 mai 2026 : 0 %',
    );
  });

  it('shows all pictures, each with its date, credit and licence', async () => {
    const el = await showSeries();
    expect(queryAll(el, '.all').filter(one => one.checkVisibility())).to.deep.equal([]);
    views(el)[3]!.click();
    await el.updateComplete;
    expect(queryAll(el, '.all li').filter(one => one.checkVisibility()).length).to.equal(6);
    expect(queryTexts(el, '.all figcaption')[0]).to.equal(
      'années 1900 Carte postale, collection particulière · domaine public',
    );
    expect(queryAll(el, '.pair').length).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('requests the pictures that are looked at, and no others', async () => {
    const heavy = villageSeries.map(({sources: _small, ...picture}, i) => ({
      ...picture,
      src: `${String(picture['src'])}?heavy${i}`,
    }));
    const requested = () =>
      new Set(
        performance
          .getEntriesByType('resource')
          .map(({name}) => /\?heavy\d/.exec(name)?.[0])
          .filter(Boolean),
      ).size;
    const el = await showSeries(heavy);
    const expectRequests = async (count: number) => {
      const images = queryAll<HTMLImageElement>(el, '.pair img');
      await waitUntil(() => requested() >= count && images.every(({complete}) => complete));
      expect(requested()).to.equal(count);
    };
    await expectRequests(2);
    await choose(el, 2);
    await expectRequests(3);
  });

  it('shows the place of two pictures as well, without a filmstrip', async () => {
    const el = await show(
      html`<spass-compare geo="50.1,3.63" .items=${villageSeries.slice(0, 2)}></spass-compare>`,
    );
    expect(compared(el)).to.have.length(2);
    expect(queryTexts(el, '.place figcaption')).to.deep.equal(['Lieu : 50,1 ; 3,63']);
    expect(queryAll(el, '.place svg, .tile').length, 'the drawing alone').to.equal(1);
    el.style.inlineSize = '1180px';
    const [picture, place] = queryAll(el, '.frame, .place').map(one => one.getBoundingClientRect());
    expect(place!.left, 'beside the pictures if there is room').to.be.above(picture!.right);
    expect(place!.top).to.be.closeTo(picture!.top, 1);
    expect(picture!.width, 'in all the room beside it').to.be.above(800);
    const [map, caption] = queryAll(el, '.place .cover, .place figcaption').map(one =>
      one.getBoundingClientRect(),
    );
    expect(map!.width / map!.height, 'not as high as the pictures').to.be.closeTo(2, 0.05);
    expect(caption!.top - map!.bottom, 'its words right below it').to.be.below(16);
  });

  it('prints a sheet of all pictures instead of the comparison', async () => {
    const el = await showSeries();
    await emulateMedia({media: 'print'});
    const printed = queryAll(el, '.all img').filter(one => one.checkVisibility());
    const others = queryAll(el, 'button, input, .pair').filter(one => one.checkVisibility());
    await emulateMedia({media: 'screen'});
    expect([printed.length, others.length]).to.deep.equal([6, 0]);
  });

  it('prints a credit that all pictures share once, and others below each picture', async () => {
    const shared = villageSeries.map(picture => ({...picture, credit: 'Croquis', licence: 'MIT'}));
    const [same, mixed] = [await showSeries(shared), await showSeries()];
    const printed = (el: SpassCompare) =>
      queryAll(el, '.credit')
        .filter(one => one.checkVisibility())
        .map(({textContent}) => textContent?.replace(/\s/g, ' ').trim());
    expect(printed(same), 'on the screen').to.deep.equal([]);
    await emulateMedia({media: 'print'});
    const texts = [printed(same), printed(mixed)];
    await emulateMedia({media: 'screen'});
    expect(texts[0]).to.deep.equal(['· Croquis · MIT']);
    expect(texts[1]).to.have.length(6);
  });

  it('prints the map of a place in the row of two pictures, as high as they are', async () => {
    const el = await show(
      html`<spass-compare geo="50.1,3.63" .items=${villageSeries.slice(0, 2)}></spass-compare>`,
    );
    await emulateMedia({media: 'print'});
    const boxes = queryAll(el, '.all img, .place > .cover').map(one => one.getBoundingClientRect());
    await emulateMedia({media: 'screen'});
    const [first, , map] = boxes;
    expect(boxes).to.have.length(3);
    for (const box of boxes) {
      expect(box.top).to.be.closeTo(first!.top, 1);
      expect(box.height / first!.height).to.be.closeTo(1, 0.1);
    }
    expect(map!.right, 'to the end of the row').to.be.closeTo(el.getBoundingClientRect().right, 20);
  });

  it('F-23 numbers pictures of one date, and puts undated ones last', async () => {
    const [one, two, three, four] = villageSeries;
    const el = await showSeries([
      {...one, date: undefined},
      {...two, date: '1958', datePrecision: undefined},
      {...three, date: '1958', datePrecision: undefined},
      {...four, date: undefined, year: 'avant 1914'},
    ]);
    expect(dates(el)).to.deep.equal(['avant 1914', '1958 (1)', '1958 (2)', 'Sans date']);
    expect(queryTexts(el, '.pair .when'), 'the first and the last date').to.deep.equal([
      'avant 1914',
      '1958 (2)',
    ]);
    expect(queryTexts(el, '.series > .small')).to.deep.equal(['4 images, 1914–1958']);
  });

  it('shows a series without any date in the given order', async () => {
    const el = await showSeries(
      villageSeries.slice(0, 3).map(picture => ({...picture, date: undefined})),
    );
    expect(dates(el)).to.deep.equal(['Sans date (1)', 'Sans date (2)', 'Sans date (3)']);
    expect(queryTexts(el, '.series > .small')).to.deep.equal(['3 images']);
    expect(queryAll<HTMLImageElement>(el, '.pair img').map(({alt}) => alt)).to.deep.equal([
      'La place sans voitures, de jeunes arbres',
      'Des peupliers et des poteaux',
    ]);
  });

  it('F-23 keeps the oldest picture and the nineteen most recent of twenty-one, and warns the webmaster', async () => {
    const years = Array.from({length: 21}, (_, index) => ({
      ...villageSeries[0],
      date: String(1906 + 6 * index),
    }));
    await withSilentConsole(async lines => {
      const el = await showSeries(years);
      expect([dates(el)[0], dates(el)[1], dates(el).at(-1), dates(el).length]).to.deep.equal([
        '1906',
        '1918',
        '2026',
        20,
      ]);
      expect(lines.join()).to.contain('at most 20 pictures are shown, and there are 21');
    });
  });

  it('F-23 reports a picture that fails to load, and shows the others', async () => {
    const el = await showSeries(
      villageSeries.map((picture, index) =>
        index === 0 ? {...picture, src: missingDrawing, sources: []} : picture,
      ),
    );
    const image = queryAll<HTMLImageElement>(el, '.after img')[0]!;
    if (!image.complete)
      await new Promise(resolve => image.addEventListener('error', resolve, {once: true}));
    await el.updateComplete;
    expect(queryTexts(el, '.notice')).to.deep.equal([
      'L’image d’après n’a pas pu être chargée : La place sans voitures, de jeunes arbres',
    ]);
    await choose(el, 4);
    expect(compared(el)).to.deep.equal(['2004', '12 mai 2026']);
    await choose(el, 3);
    expect(queryTexts(el, '.notice')).to.deep.equal([]);
  });

  it('shows what is left of a series whose records are invalid', async () => {
    await withSilentConsole(async () => {
      const el = await showSeries([{src: 'javascript:0'}, villageSeries[0], null]);
      expect(queryAll<HTMLImageElement>(el, '.pair img').length).to.equal(1);
    });
  });

  const showRecord = async (server: StubServer, id = 'place') => {
    const wrap = await fixture(
      withSource(server, html`<spass-compare record=${id}></spass-compare>`),
    );
    const el = wrap.querySelector('spass-compare')!;
    await el.loadComplete;
    return el;
  };

  it('shows the pictures of a resource of the portal, with their place and source', async () => {
    const server = new StubServer({resources: [village]}, true);
    server.extra = {attribution: {text: 'CAUE du Nord', licence: 'Licence Ouverte'}};
    const el = await showRecord(server);
    expect(dates(el).length).to.equal(6);
    expect(queryTexts(el, '.place figcaption')).to.deep.equal(['Lieu : Ors · 50,1 ; 3,63']);
    expect(queryAll(el, '.place svg').length, 'the drawing of the place').to.equal(1);
    expect(queryTexts(el, '[part=foot] > span')).to.deep.equal([
      'Source : CAUE du Nord',
      'Licence : Licence Ouverte',
    ]);
  });

  it('names no town on the drawing whose mark the edge cuts', async () => {
    const places = [
      {lat: 50.1, lon: 3.63},
      {lat: 50.1085, lon: 3.49},
    ].map((geo, id) => ({...village, id, geo}));
    const server = new StubServer({resources: places}, true);
    const names = async (id: string) => queryTexts(await showRecord(server, id), '.place text');
    expect(await names('0')).to.deep.equal(['Avesnes-sur-Helpe']);
    expect(await names('1')).to.deep.equal(['Cambrai', 'Le Cateau-Cambrésis']);
  });

  it('says that the portal cannot be reached, and tries again', async () => {
    await withSilentConsole(async () => {
      const server = new StubServer({resources: [village]}, true);
      server.isBroken = true;
      const el = await showRecord(server);
      expect(queryTexts(el, '[role=alert]')).to.deep.equal([
        'Ces données ne sont pas accessibles pour le moment.',
      ]);
      server.isBroken = false;
      queryAll<HTMLButtonElement>(el, '.failure button')[0]!.click();
      await el.updateComplete;
      await el.loadComplete;
      expect(dates(el).length).to.equal(6);
    });
  });

  it('says that there is nothing for a resource without pictures, and for one that is missing', async () => {
    await withSilentConsole(async () => {
      const server = new StubServer({resources: [{...village, pictures: []}]}, true);
      for (const id of ['place', 'nowhere'])
        expect(queryTexts(await showRecord(server, id), '.notice')).to.deep.equal([
          'Aucun contenu pour le moment.',
        ]);
    });
  });
});
