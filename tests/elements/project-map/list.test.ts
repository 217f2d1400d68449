import {expect, html} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import fc from 'fast-check';
import type {SpassProjectMap} from '../../../src/index.js';
import type {Project} from '../../../src/model/records.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  statusText,
  focusedElement,
} from '../../support/widget-fixture.js';
import {
  button,
  inViewText,
  listedTitles,
  renderProjectMap,
  marker,
  selectionOf,
  mapUpdated,
} from '../../support/project-map.js';
import {village} from '../../support/drawings.js';
import {layerTemplate} from '../../support/layers.js';
import {dunes, manyMapProjects, mapProjects, network, trees} from '../../support/projects.js';
import {isComplete} from '../../support/test-scope.js';
import {waitUntil} from '../../support/wait-until.js';
import {recordWarnings} from '../../support/console.js';

/** Returns the number of records that the markers stand for. */
const countInMarkers = (el: SpassProjectMap) =>
  queryAll(el, '.marker').length +
  queryAll(el, '.cluster').reduce((sum, one) => sum + Number(one.textContent), 0);

/** Returns all pages of the list, as name, facts and link. */
async function allPages(el: SpassProjectMap): Promise<string[]> {
  const more = () => queryAll(el, '.list > button')[0];
  for (let next = more(); next; next = more()) {
    next.click();
    await mapUpdated(el);
  }
  return queryAll(el, '.list > ul .entry').map(entry =>
    [
      entry.querySelector('.title')?.textContent.trim(),
      entry.querySelector('.small')?.lastChild?.previousSibling?.textContent?.trim(),
      entry.querySelector('a')?.href,
    ].join('|'),
  );
}

describe('the list of a <spass-project-map>', () => {
  recordWarnings();
  before(() => setViewport({width: 1280, height: 900}));

  it('has a title without facts in the middle of its row, beside the button of its place', async () => {
    const el = await renderProjectMap({id: 'a', title: 'La halle', geo: {lat: 50.1, lon: 3.6}});
    const [row] = queryAll(el, '.list .entry');
    const middle = (selector: string) => {
      const {top, bottom} = row!.querySelector(selector)!.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const {top, bottom} = row!.getBoundingClientRect();
    expect(middle('.title')).to.be.closeTo((top + bottom) / 2, 3);
    expect(middle('.see')).to.be.closeTo(middle('.title'), 3);
    const list = queryAll(el, '.list')[0]!.getBoundingClientRect();
    expect(row!.getBoundingClientRect().right, 'the only row ends').to.be.closeTo(list.right, 2);
  });

  it('sets a title of a whole sentence like the others, as wide as the row on a phone; search in one row', async () => {
    await setViewport({width: 320, height: 800});
    const title = 'Étude pour la requalification paysagère du centre-bourg, de ses espaces publics, des berges du canal et des anciens sites industriels'; // prettier-ignore
    const commune = {insee: '59491', name: 'Raismes'};
    const el = await renderProjectMap(
      {...dunes, title, commune},
      {...dunes, id: 'b', title: 'Ors', commune: {insee: '59450', name: 'Ors'}, geo: {lat: 50.1, lon: 3.6}}, // prettier-ignore
    );
    const boxOf = (selector: string, i = 0) => queryAll(el, selector)[i]!.getBoundingClientRect();
    const [long, short] = [0, 1].map(i => queryAll(el, '.list .title')[i]!);
    for (const property of ['fontWeight', 'fontFamily'] as const)
      expect(getComputedStyle(long!)[property]).to.equal(getComputedStyle(short!)[property]);
    expect(boxOf('.list .title').width - boxOf('.list .title', 1).width).to.be.above(24);
    const [pin, line] = [boxOf('.see'), boxOf('.list .small:not(.in-view)')];
    expect(Math.abs((pin.top + pin.bottom) / 2 - (line.top + line.bottom) / 2)).to.be.below(6);
    expect(boxOf('.tools > .button').bottom).to.equal(boxOf('.finder').bottom);
    await setViewport({width: 1280, height: 900});
  });
  afterEach(() => resetMouse());

  it('has all facts of a project whose place has years too', async () => {
    const el = await renderProjectMap({
      id: 1,
      title: 'Un quartier',
      geo: {lat: 50, lon: 3},
      commune: {name: 'Site 2014–2020, Ors'},
      period: {start: '2018', end: '2021'},
    });
    const [facts] = queryAll(el, '.entry p.small');
    expect(facts?.textContent.replace(/\s+/g, ' ')).to.contain('Site 2014–2020, Ors · 2018–2021');
  });

  it('does not end a line within a range of years', async () => {
    const el = await renderProjectMap(
      ...Array.from({length: 6}, (_, id) => ({
        id,
        title: `Projet ${id}`,
        geo: {lat: 50 + id / 100, lon: 3},
        commune: {name: `Saint-${'Aubin'.repeat(id)}-sur-Scarpe`},
        period: {start: '2018', end: '2020'},
      })),
    );
    for (const width of [300, 250, 220]) {
      el.style.inlineSize = `${width}px`;
      for (const line of queryAll(el, '.entry p.small')) {
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const {data} = texts.currentNode as Text;
          const start = data.indexOf('2018');
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(texts.currentNode, start);
          range.setEnd(texts.currentNode, data.indexOf('2020') + 4);
          const tops = new Set([...range.getClientRects()].map(({top}) => top));
          expect(tops.size, `${width} px: ${data}`).to.equal(1);
        }
      }
    }
  });

  it('aligns the mark, the title and the facts of a row, with and without a link', async () => {
    const el = await renderProjectMap(dunes, {...dunes, id: 'plain', url: undefined});
    const heights = queryAll(el, '.list > ul > .entry').map(row => {
      const [title, mark] = ['.title', '.shape'].map(part =>
        row.querySelector(part)!.getBoundingClientRect(),
      );
      const middle = ({top, height}: DOMRect): number => top + height / 2;
      expect(Math.abs(middle(title!) - middle(mark!))).to.be.below(3);
      return Math.round(row.getBoundingClientRect().height);
    });
    expect(heights.length).to.equal(2);
    expect(heights[0]).to.equal(heights[1]);
  });

  it('starts everything of the list on one line, with and without layers', async () => {
    const unlocated = {...dunes, id: 'nowhere', geo: undefined, commune: undefined};
    const items = [...manyMapProjects(30), unlocated];
    for (const inside of ['', layerTemplate([trees])]) {
      const el = await loadedFixture<SpassProjectMap>(
        html`<spass-project-map limit="6" .items=${items}>${inside}</spass-project-map>`,
      );
      const start = (one: Element): number => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return one.matches('.button, .shape')
          ? one.getBoundingClientRect().left
          : range.getBoundingClientRect().left;
      };
      const parts = ['.in-view', '.list > .title', '.entry > .shape', '.list > .button'];
      const starts = parts.flatMap(part => queryAll(el, part).map(start));
      expect(starts.length).to.be.at.least(3);
      expect(Math.max(...starts) - Math.min(...starts), String(starts)).to.be.at.most(2);
    }
  });

  it('does not repeat a title as its place, and marks a record without a family as the map does', async () => {
    const el = await renderProjectMap(
      {...dunes, title: 'Dunkerque'},
      {...trees, family: undefined},
    );
    expect(queryTexts(el, '.entry > .small')).to.deep.equal([
      'ACTEUR 2024–2029 environ',
      'Lille · depuis 2016',
    ]);
    expect(marker(el, 'Dunkerque').ariaLabel).to.equal('Dunkerque, ACTEUR');
    for (const entry of queryAll(el, '.entry')) {
      const symbols = entry.querySelectorAll('.shape, .swatch');
      expect(symbols.length).to.equal(1);
      const [symbol, title] = [symbols[0]!, entry.querySelector('.title')!].map(one =>
        one.getBoundingClientRect(),
      );
      expect(symbol!.top + symbol!.bottom, 'the middle of the line').to.be.closeTo(
        title!.top + title!.bottom,
        2,
      );
    }
    for (const label of queryAll(el, 'label'))
      expect(getComputedStyle(label).fontWeight).to.equal('600');
  });

  it('is a column beside the map, or below it with two records at most, at the same height', async () => {
    const boxesOf = async (count: number) => {
      const el = await renderProjectMap(...manyMapProjects(count));
      await mapUpdated(el);
      const [layout, stage, list] = ['.layout', '.stage', '.list'].map(part =>
        queryAll(el, part)[0]!.getBoundingClientRect(),
      );
      return {layout: layout!, stage: stage!, list: list!};
    };
    const [few, many] = [await boxesOf(2), await boxesOf(3)];
    expect(few.list.top).to.be.at.least(few.stage.bottom);
    expect(few.stage.height).to.be.above(300);
    expect(many.list.left).to.be.at.least(many.stage.right);
    expect(few.layout.height).to.be.closeTo(many.layout.height, 3);
  });

  it('says how many pictures a place of a layer has, and from which years', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map .items=${[]}>${layerTemplate([village])}</spass-project-map>`,
    );
    await mapUpdated(el);
    expect(queryTexts(el, '.entry .small')).to.deep.equal(['Ors · 6 images, 1900–2026']);
  });

  it('shows the number in view, each with its place and years', async () => {
    const el = await renderProjectMap(...mapProjects);
    expect(inViewText(el)).to.equal('Dans cette zone : 4');
    expect(queryTexts(el, '.list > ul .entry')).to.deep.equal([
      'Clim@Dunes ACTEUR Dunkerque · 2024–2029 environ Voir sur la carte : Clim@Dunes',
      'Observatoire des arbres THÈME Lille · depuis 2016 Voir sur la carte : Observatoire des arbres',
      'Ors, un village et son canal Voir sur la carte : Ors, un village et son canal',
      'L’écluse d’Ors PROJET Voir sur la carte : L’écluse d’Ors',
    ]);
    for (const {url} of mapProjects.filter(({url}) => url))
      expect(queryAll(el, `a[href="${String(url)}"]`).length, url).to.equal(1);
  });

  it('follows the map', async () => {
    const el = await renderProjectMap(...mapProjects);
    queryAll(el, '.cluster')[0]!.click();
    await mapUpdated(el);
    expect(inViewText(el)).to.equal('Dans cette zone : 2');
    expect(listedTitles(el)).to.deep.equal(['Ors, un village et son canal', 'L’écluse d’Ors']);
    button(el, 'Tout voir').click();
    await mapUpdated(el);
    expect(listedTitles(el).length).to.equal(4);
  });

  it('says how many places are outside the view, and shows them too', async () => {
    const overseas = {id: 'run', title: 'Observatoire', geo: {lat: -21.1, lon: 55.5}};
    const el = await renderProjectMap(...mapProjects, overseas);
    await mapUpdated(el);
    const outside = () => queryTexts(el, '.outside')[0];
    expect(inViewText(el), 'the default view leaves a far place out').to.equal(
      'Dans cette zone : 4',
    );
    expect(outside()).to.equal('1 lieu hors de la vue Voir tous les lieux');
    // After a load of more than a second, the number of projects comes first.
    await waitUntil(() => statusText(el)?.endsWith('1 lieu hors de la vue'), 'not announced');
    button(el, 'Voir tous les lieux').click();
    await mapUpdated(el);
    expect(inViewText(el)).to.equal('Dans cette zone : 5');
    expect(outside()).to.equal(undefined);
    expect(el.shadowRoot?.activeElement?.role, 'focus').to.equal('status');
    button(el, 'Tout voir').click();
    await mapUpdated(el);
    expect(outside(), 'the default view again').to.contain('1 lieu hors de la vue');
  });

  it('says below a map without a list how many places are outside, in the language of the page', async () => {
    const el = await renderProjectMap(...mapProjects, {
      id: 'run',
      title: 'Observatoire',
      geo: {lat: -21.1, lon: 55.5},
    });
    el.noList = true;
    el.lang = 'de';
    await mapUpdated(el);
    expect(queryTexts(el, '.outside')).to.deep.equal([
      '1 Ort außerhalb des Ausschnitts Alle Orte anzeigen',
    ]);
  });

  it('counts unlocated records, and lists them', async () => {
    const el = await renderProjectMap(...mapProjects, {
      id: 'x',
      title: 'Ailleurs',
      geo: {lat: 91, lon: 0},
    });
    expect(queryTexts(el, 'summary')).to.deep.equal(['2 projets non localisés']);
    expect(queryTexts(el, 'details .title')).to.deep.equal(['Un réseau sans lieu', 'Ailleurs']);
    expect(queryAll(el, 'details')[0]!.hasAttribute('open')).to.equal(false);
    expect(queryAll(el, 'details .see').length, 'ways to the map').to.equal(0);
  });

  it('begins with the way back where the map shows none, and leaves unlocated records closed', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map
        center="48.4,-4.5"
        zoom="9"
        .items=${mapProjects}
      ></spass-project-map>`,
    );
    expect(inViewText(el)).to.equal('Dans cette zone : 0');
    expect(queryTexts(el, '.list button, .list summary')).to.deep.equal([
      'Voir tous les projets',
      '1 projet non localisé',
    ]);
    expect(queryAll<HTMLDetailsElement>(el, 'details')[0]!.open).to.equal(false);
  });

  it('opens the unlocated records if there are no others', async () => {
    const el = await renderProjectMap(network);
    expect(inViewText(el)).to.equal('Dans cette zone : 0');
    expect(queryAll(el, 'details')[0]!.hasAttribute('open')).to.equal(true);
  });

  it('shows more, focuses the first new one, and announces it', async () => {
    const el = await renderProjectMap(...manyMapProjects(30));
    expect(listedTitles(el).length).to.equal(12);
    button(el, 'Voir plus · 12 sur 30').click();
    await mapUpdated(el);
    expect(listedTitles(el).length).to.equal(24);
    expect(focusedElement(el)?.textContent.trim()).to.equal('Projet 13');
    expect(statusText(el)).to.equal('12 résultats ajoutés, 24 sur 30.');
    button(el, 'Zoomer').click();
    await mapUpdated(el);
    expect(listedTitles(el).length, 'another view begins at the top').to.be.at.most(12);
  });

  it('highlights the marker of an entry, and the entry of a marker', async () => {
    const el = await renderProjectMap(...mapProjects);
    const lit = () => queryTexts(el, '.lit .title');
    const [first] = queryAll(el, '.list > ul a');
    first!.focus();
    await mapUpdated(el);
    expect(lit()).to.deep.equal(['Clim@Dunes']);
    expect(marker(el, 'Clim@Dunes').classList.contains('marked')).to.equal(true);
    first!.blur();
    await mapUpdated(el);
    expect(lit()).to.deep.equal([]);
    const {left, top} = marker(el, 'Observatoire').getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.ceil(left) + 9, Math.ceil(top) + 9]});
    await mapUpdated(el);
    expect(lit()).to.deep.equal(['Observatoire des arbres']);
    expect(selectionOf(el).highlighted).to.deep.equal({collection: 'projects', id: 'arbres'});
    marker(el, 'Clim@Dunes').click();
    await mapUpdated(el);
    expect(lit(), 'that of the open popup too').to.deep.equal([
      'Clim@Dunes',
      'Observatoire des arbres',
    ]);
    el.remove();
    expect(selectionOf(el).highlighted).to.equal(undefined);
  });

  it('scrolls the entry of a marker into view without scrolling the page', async () => {
    const far = {...dunes, id: 'far', title: 'Au loin', geo: {lat: 50.3, lon: 2.9}};
    const long = manyMapProjects(11).map(one => ({...one, title: 'a '.repeat(300)}));
    const el = await renderProjectMap(...long, far);
    const [list] = queryAll(el, '.list');
    marker(el, 'Au loin').focus();
    await mapUpdated(el);
    const {top, bottom} = queryAll(el, '.lit')[0]!.getBoundingClientRect();
    const box = list!.getBoundingClientRect();
    expect(list!.scrollTop, 'it was out of sight').to.be.greaterThan(0);
    expect(bottom <= box.bottom + 1 && top >= box.top - 1).to.equal(true);
    expect(window.scrollY).to.equal(0);
  });

  it('receives the focus when a reader skips the map', async () => {
    const el = await renderProjectMap(...mapProjects);
    const skip = button(el, 'Passer la carte');
    skip.focus();
    await sendKeys({press: 'Enter'});
    expect(focusedElement(el)?.getAttribute('part')).to.equal('list');
  });

  it('shows its start then, on a phone too, where it is higher than the window', async () => {
    await setViewport({width: 320, height: 300});
    const el = await renderProjectMap(...manyMapProjects(11));
    const [list] = queryAll(el, '.list');
    button(el, 'Passer la carte').focus();
    expect(list?.getBoundingClientRect().top, 'out of sight').to.be.above(300);
    await sendKeys({press: 'Enter'});
    expect(list?.getBoundingClientRect().top).to.be.within(0, 150);
    await setViewport({width: 1280, height: 900});
  });

  it('has headings of the given level', async () => {
    const el = await loadedFixture<SpassProjectMap>(
      html`<spass-project-map heading-level="4" .items=${mapProjects}></spass-project-map>`,
    );
    expect(queryTexts(el, '.list > ul h4').length).to.equal(4);
  });

  it('shows markup as text, and no unsafe URL', async () => {
    const el = await renderProjectMap({
      ...dunes,
      title: '<img src=x onerror=alert(1)>',
      url: 'javascript:1',
    });
    expect(listedTitles(el)).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(queryAll(el, '.list > ul a, img').length).to.equal(0);
    expect(marker(el, '<img').ariaLabel).to.equal(
      '<img src=x onerror=alert(1)>, Dunkerque, ACTEUR',
    );
  });

  it('lists all records of the markers in view, and nothing else, for any view', async () => {
    const place = fc.record({
      lat: fc.double({min: -80, max: 80, noNaN: true}),
      lon: fc.double({min: -180, max: 180, noNaN: true}),
    });
    const near = fc.record({
      lat: fc.double({min: 50, max: 50.4, noNaN: true}),
      lon: fc.double({min: 3, max: 3.5, noNaN: true}),
    });
    const project = fc.record({
      title: fc.string({minLength: 1, maxLength: 12}).map(words => `P ${words.trim()} p`),
      family: fc.constantFrom('acteur', 'theme', 'projet', undefined),
      geo: fc.oneof({weight: 5, arbitrary: near}, {weight: 2, arbitrary: place}, fc.constant(null)),
    });
    const el = await renderProjectMap();
    await fc.assert(
      fc.asyncProperty(
        fc.array(project, {maxLength: 60}),
        fc.array(fc.constantFrom('Zoomer', 'Dézoomer', 'Tout voir', 'acteur'), {maxLength: 4}),
        async (some, acts) => {
          const items = some.map((one, id) => ({
            ...one,
            id,
            url: `https://example.org/${id}`,
          })) as Project[];
          selectionOf(el).setFilter({});
          el.items = items;
          await mapUpdated(el);
          for (const act of acts) {
            if (act === 'acteur') selectionOf(el).setFilter({family: ['acteur']});
            else button(el, act).click();
            await mapUpdated(el);
          }
          const isActor = Object.keys(selectionOf(el).filter).length > 0;
          const asked = items.filter(({family}) => !isActor || family === 'acteur');
          const rows = await allPages(el);
          expect(rows.length).to.equal(countInMarkers(el));
          expect(inViewText(el)).to.equal(`Dans cette zone : ${rows.length}`);
          expect(new Set(rows).size).to.equal(rows.length);
          // Each marker has an entry with the same name and URL; its own name ends with the family.
          const links = queryAll<HTMLAnchorElement>(el, '.list > ul a');
          const names = links.map(link => link.textContent.replace(/\s+/g, ' ').trim());
          for (const mark of queryAll(el, '.marker'))
            expect(names).to.include(
              mark.ariaLabel
                ?.replace(/, (ACTEUR|THÈME|PROJET)$/, '')
                .replace(/\s+/g, ' ')
                .trim(),
            );
          const ids = links.map(({href}) => Number(href.split('/').at(-1)));
          for (const id of ids) expect(asked.some(one => one.id === id && one.geo)).to.equal(true);
          const lost = asked.filter(({geo}) => !geo).length;
          expect(queryAll(el, 'details .entry').length).to.equal(lost);
        },
      ),
      {numRuns: isComplete ? 30 : 10, seed: 7},
    );
  }).timeout(60_000);
});
