import {expect, html, nextFrame} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../../src/define/programme-timeline.js';
import type {LoadEvent, SpassProgrammeTimeline} from '../../../src/index.js';
import {programmeTimeline} from '../../../src/i18n/fr/projects.js';
import {startPrintSheet} from '../../../src/elements/parts/print/print-sheet.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {manyProjects} from '../../support/programmes.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {
  focusedText,
  loadedFixture,
  queryAll,
  queryTexts,
  settled,
  statusText,
} from '../../support/widget-fixture.js';

const timeline = (items: readonly unknown[], limit?: number) =>
  loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      .now=${new Date(2026, 10, 24)}
      .items=${items}
      .limit=${limit ?? 12}
    ></spass-programme-timeline>`,
  );
const names = (el: SpassProgrammeTimeline) => queryTexts(el, '.name');
const countsPerRow = (el: SpassProgrammeTimeline) =>
  queryAll(el, '.generation').map(row => row.querySelectorAll('.bar').length);
const showMore = async (el: SpassProgrammeTimeline) => {
  queryAll(el, '[part=more]')[0]?.click();
  await settled(el);
};

/** Numbered programmes without a generation; every third has two projects. */
const programmesWithoutGeneration = (count: number) =>
  Array.from({length: count}, (_, i) => [
    {id: `p${i}`, title: `Programme ${i}`, strand: 'A', period: {start: '2014', end: '2020'}},
    ...(i % 3
      ? []
      : ['a', 'b'].map(letter => ({
          id: `${i}${letter}`,
          title: `Projet ${i}${letter}`,
          programme: `p${i}`,
          period: {start: '2015', end: '2018'},
        }))),
  ]).flat();

describe('<spass-programme-timeline> with many projects', () => {
  for (const [width, height] of [
    [1280, 900],
    [320, 640],
  ] as const)
    it(`takes at most three screens at first for 586 projects, at ${width} px`, async () => {
      await setViewport({width, height});
      const el = await timeline(manyProjects(586));
      expect(el.getBoundingClientRect().height).to.be.below(3 * height);
      expect(names(el).length).to.equal(12);
      await setViewport({width: 1280, height: 900});
    });

  it('starts with the first projects of every generation, with the total of each', async () => {
    const el = await timeline(manyProjects(586));
    expect(countsPerRow(el)).to.deep.equal([2, 2, 2, 2, 2, 2]);
    expect(queryTexts(el, '.label > p')[0]).to.equal('1990–1993 · 2 sur 98 projets');
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 12 sur 586']);
    await expect(el).to.be.accessible();
  });

  it('shows as many more at each request, announces them and focuses the first', async () => {
    const el = await timeline(manyProjects(40), 5);
    const before = names(el);
    expect(countsPerRow(el)).to.deep.equal([1, 1, 1, 1, 1, 0]);
    queryAll(el, '[part=more]')[0]?.focus();
    await sendKeys({press: 'Enter'});
    await settled(el);
    expect(names(el).length).to.equal(10);
    expect(names(el)).to.include.members(before);
    expect(statusText(el)).to.equal('5 résultats ajoutés, 10 sur 40.');
    const added = names(el).filter(name => !before.includes(name));
    expect(focusedText(el)).to.equal(added[0]);
    for (let page = 2; page < 8; page++) await showMore(el);
    expect(new Set(names(el)).size, 'each once').to.equal(40);
    expect(queryAll(el, '[part=more]').length).to.equal(0);
  });

  it('does not move the bars that are there when more are shown', async () => {
    const el = await timeline(manyProjects(200));
    const position = () => {
      const bar = queryAll(el, '.bar')[0]!;
      return [bar, bar.style.getPropertyValue('--s'), bar.style.getPropertyValue('--e')];
    };
    const before = position();
    await showMore(el);
    expect(position()).to.deep.equal(before);
  });

  it('renders only the bars near the window, and cuts nothing of one in use', async () => {
    const el = await timeline(manyProjects(586), 500);
    const links = queryAll<HTMLElement>(el, '.bars a');
    const isRendered = (link: Element) => link.checkVisibility({contentVisibilityAuto: true});
    links[0]!.scrollIntoView();
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    const [row = 0] = countsPerRow(el);
    expect(links.filter(isRendered).length).to.be.within(10, row - 1);
    const containment = (link: Element) =>
      getComputedStyle(link.closest('.bar')!).contentVisibility;
    expect(containment(links[1]!)).to.equal('auto');
    links[1]!.focus();
    expect(containment(links[1]!)).to.equal('visible');
    links[2]!.closest('.bar')!.classList.add('lit');
    expect(containment(links[2]!)).to.equal('visible');
  });

  it('starts again with the first ones for another selection, and keeps its place on a reload', async () => {
    const el = await timeline(manyProjects(586));
    await showMore(el);
    await el.reload();
    expect(names(el).length).to.equal(24);
    const {selection} = el as unknown as {selection: Selection};
    selection.setFilter({programme: ['p3']});
    await settled(el);
    expect(countsPerRow(el)).to.deep.equal([0, 0, 0, 12, 0, 0]);
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 12 sur 98']);
  });

  it('shows the first parts of a portfolio of thousands, below it', async () => {
    const parts = Array.from({length: 3000}, (_, i) => ({
      id: i,
      title: `Action ${i}`,
      parent: 'whole',
      period: {start: '2020', end: '2021'},
    }));
    const whole = {id: 'whole', title: 'Portefeuille', period: {start: '2019', end: '2023'}};
    const el = await timeline([whole, ...parts]);
    expect(names(el).slice(0, 2)).to.deep.equal(['Portefeuille', 'Action 0']);
    expect(names(el).length).to.equal(12);
    await showMore(el);
    expect(queryAll(el, '.parts .name').length).to.equal(23);
  });

  it('prints all projects with the numbers of their addresses, and shows the first ones again', async () => {
    startPrintSheet(false);
    const el = await timeline(manyProjects(60));
    expect(names(el).length).to.equal(12);
    dispatchEvent(new Event('beforeprint'));
    expect(names(el).length).to.equal(60);
    const links = queryAll<HTMLAnchorElement>(el, '.bars a[href]');
    expect(links.length).to.equal(60);
    expect(links.filter(link => !link.dataset['note'])).to.deep.equal([]);
    dispatchEvent(new Event('afterprint'));
    await settled(el);
    expect(names(el).length).to.equal(12);
  });

  it('follows its limit when that changes', async () => {
    const el = await timeline(manyProjects(60), 30);
    el.limit = 6;
    await settled(el);
    expect(countsPerRow(el)).to.deep.equal([1, 1, 1, 1, 1, 1]);
    el.setAttribute('limit', '-4');
    await settled(el);
    expect(names(el).length).to.equal(12);
  });

  it('gives a row to each programme without a generation, named as the programme', async () => {
    const el = await timeline(programmesWithoutGeneration(4));
    expect(queryTexts(el, 'h3')).to.deep.equal([
      'Programme 0',
      'Programme 1',
      'Programme 2',
      'Programme 3',
    ]);
    expect(countsPerRow(el)).to.deep.equal([2, 0, 0, 2]);
    queryAll(el, '.toggle')[3]?.click();
    await settled(el);
    expect(countsPerRow(el)).to.deep.equal([0, 0, 0, 2]);
    await expect(el).to.be.accessible();
  });

  it('collapses rows without projects', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline(programmesWithoutGeneration(4));
    const heights = queryAll(el, '.generation').map(row => row.getBoundingClientRect().height);
    expect(heights[1]).to.be.at.most(60);
    expect(heights[1]).to.be.below(heights[0]! / 1.5);
  });

  it('stays small with thousands of programmes, and leads to all of them', async () => {
    const el = await timeline(programmesWithoutGeneration(3000));
    expect(queryAll(el, '.generation').length).to.equal(12);
    expect(queryAll(el, '*').length).to.be.below(400);
    await showMore(el);
    expect(queryAll(el, '.generation').length).to.equal(24);
    const all = await timeline(programmesWithoutGeneration(30));
    for (let page = 1; page < 4; page++) await showMore(all);
    expect(queryAll(all, '.generation').length).to.equal(30);
    expect(queryAll(all, '[part=more]').length).to.equal(0);
  });

  it('lists the many programmes of one generation on request', async () => {
    const programmes = Array.from({length: 86}, (_, i) => ({
      id: i,
      title: `Interreg VI-A ${i}`,
      generation: 'VI',
      period: {start: '2021', end: '2027'},
    }));
    const el = await timeline(programmes);
    const [details] = queryAll<HTMLDetailsElement>(el, '.label details');
    expect(queryTexts(el, 'summary')).to.deep.equal(['86 programmes']);
    expect(details?.open).to.equal(false);
    queryAll(el, 'summary')[0]?.click();
    expect(queryAll(el, '.programmes .toggle').length).to.equal(86);
    await expect(el).to.be.accessible();
  });

  it('draws the rows before the long lists that are collapsed, and these one at a time', async () => {
    const generations = ['I', 'II', 'III'];
    const programmes = Array.from({length: 300}, (_, i) => ({
      id: i,
      title: `Programme ${i}`,
      generation: generations[i % 3],
      period: {start: '2021', end: '2027'},
    }));
    const el = document.createElement('spass-programme-timeline');
    const listsDrawnTogether: number[] = [];
    const observer = new MutationObserver(mutations => {
      const added = mutations.flatMap(({addedNodes}) => [...addedNodes]);
      listsDrawnTogether.push(
        added.filter(node => node instanceof Element && node.matches('ul.programmes')).length,
      );
      if (queryAll(el, '.generation').length && !rowsAlone)
        rowsAlone = queryAll(el, '.programmes').length === 0;
    });
    let rowsAlone = false;
    el.items = programmes;
    document.body.append(el);
    observer.observe(el.renderRoot, {childList: true, subtree: true});
    await settled(el);
    observer.disconnect();
    expect(rowsAlone, 'rows without their lists').to.equal(true);
    expect(Math.max(...listsDrawnTogether)).to.equal(1);
    expect(queryAll(el, '.programmes .toggle').length).to.equal(300);
    el.remove();
  });

  it('draws each row once for one load', async () => {
    const {choose} = programmeTimeline;
    const named: string[] = [];
    const countNames = (name: string) => {
      named.push(name);
      return choose(name);
    };
    Object.assign(programmeTimeline, {choose: countNames});
    try {
      const el = await timeline(manyProjects(30));
      await settled(el);
      expect(named.length).to.equal(queryAll(el, '.toggle').length);
    } finally {
      Object.assign(programmeTimeline, {choose});
    }
  });

  it('stays usable with 50,000 projects', async () => {
    const el = await timeline(manyProjects(50_000));
    expect(queryAll(el, '*').length).to.be.below(400);
    await showMore(el);
    expect(names(el).length).to.equal(24);
    expect(queryTexts(el, '[part=more]')).to.deep.equal(['Voir plus · 24 sur 50 000']);
  });

  it('reports the number of its projects, also without any programme', async () => {
    for (const [items, total] of [
      [manyProjects(529), 529],
      [manyProjects(529).slice(6), 529],
      [manyProjects(0), 6],
      [[], 0],
    ] as const) {
      const parent = document.createElement('div');
      const el = document.createElement('spass-programme-timeline');
      const totals: number[] = [];
      el.addEventListener('spass-load', event => totals.push(event.total));
      Object.assign(el, {items});
      document.body.append(parent);
      parent.append(el);
      await settled(el);
      await new Promise(requestAnimationFrame);
      expect(totals).to.deep.equal([total]);
      parent.remove();
    }
  });

  it('counts the invalid records of programmes and of projects', async () => {
    const dropped: number[] = [];
    const server = new StubServer({
      programmes: [{id: 'p', title: 'LEADER'}, {title: 'Sans identifiant'}],
      projects: [{id: 1, title: 'Halle'}, {id: 1, title: 'Encore'}, null, {title: 'Sans'}],
    });
    const el = await loadedFixtureWithSource<SpassProgrammeTimeline>(
      server,
      html`<spass-programme-timeline
        @spass-load=${(event: LoadEvent) => dropped.push(event.dropped)}
      ></spass-programme-timeline>`,
    );
    await settled(el);
    await new Promise(requestAnimationFrame);
    expect(dropped).to.deep.equal([4]);
  });
});
