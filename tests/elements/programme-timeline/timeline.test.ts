import {expect, html, nextFrame, oneEvent} from '@open-wc/testing';
import '../../../src/define/programme-timeline.js';
import type {RecordSelectEvent, SpassProgrammeTimeline} from '../../../src/index.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {
  heritage,
  landscapes,
  manyProjects,
  mixed,
  part,
  platform,
  portfolio,
  programmes,
  projects,
} from '../../support/programmes.js';
import {emulateForcedColors, restoreMedia} from '../../support/media.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

const now = new Date(2026, 10, 24);
const timeline = (items: readonly unknown[], lang = 'fr', limit = 12) =>
  loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      lang=${lang}
      limit=${limit}
      .now=${now}
      .items=${items}
    ></spass-programme-timeline>`,
  );
const row = (el: SpassProgrammeTimeline, index: number) => queryAll(el, '.generation')[index]!;
const labels = (el: Element) =>
  [...el.querySelectorAll('.bar')].map(bar => bar.textContent.replace(/\s+/g, ' ').trim());
const bar = (el: SpassProgrammeTimeline, title: string) =>
  queryAll(el, '.name').find(name => name.textContent === title)!;
/** Returns the position of a bar, in pixels. */
const barPosition = (name: Element) => {
  const box = name.closest('.bar')!.getBoundingClientRect();
  const {insetInlineStart, insetInlineEnd} = getComputedStyle(name, '::before');
  return {
    start: box.left + parseFloat(insetInlineStart),
    end: box.right - parseFloat(insetInlineEnd),
  };
};

describe('<spass-programme-timeline>', () => {
  it('lists generations, their years and programmes, and the projects of each in order', async () => {
    const el = await timeline(mixed);
    expect(queryTexts(el, 'ol > .generation h3')).to.deep.equal([
      'Interreg IV',
      'Interreg VI',
      'LEADER',
      'Autres projets',
    ]);
    expect(queryTexts(el, '.label > p')).to.deep.equal([
      '2007–2013',
      '2021–2027',
      'depuis 2014 · FEADER',
      '',
    ]);
    expect(queryTexts(el, '.label time')).to.deep.equal([
      '2007',
      '2013',
      '2021',
      '2027',
      'depuis 2014',
    ]);
    expect(
      [...row(el, 0).querySelectorAll('.programmes li')].map(li =>
        li.textContent.replace(/\s+/g, ' ').trim(),
      ),
    ).to.deep.equal([
      'Interreg IV France-Wallonie-Vlaanderen volet A, transfrontalier · 138 M€ FEDER',
      'Interreg IV A des 2 Mers transfrontalier',
    ]);
    expect(labels(row(el, 0))).to.deep.equal([
      'Paysages en transformation 2008–2013',
      'Trans-formation du patrimoine 2010–2014 environ',
    ]);
    await expect(el).to.be.accessible();
  });

  it('marks ongoing, uncertain and undated projects, and names those left out', async () => {
    const el = await timeline(mixed);
    expect(labels(row(el, 1))).to.deep.equal([
      'EUTOPIA 2024–2029',
      'Clim@Monts depuis 2024, en cours',
      'Clim@Dunes Dates inconnues',
    ]);
    expect(labels(row(el, 3))).to.deep.equal([
      'Plateforme du cadre de vie depuis 2011 environ, en cours',
    ]);
    expect(queryTexts(el, '.beyond')).to.deep.equal([
      'Hors de la frise, sans programme ni dates : Ailleurs.',
    ]);
  });

  it('gives each project one link, or none if it has no page', async () => {
    const el = await timeline(mixed);
    for (const {url} of [heritage, landscapes, portfolio, part, platform])
      expect(queryAll(el, `a[href="${url!}"]`).length).to.equal(1);
    expect(bar(el, 'Clim@Dunes').localName).to.equal('span');
  });

  it('puts the parts of a portfolio below it', async () => {
    const el = await timeline(mixed);
    const parts = bar(el, 'EUTOPIA').closest('li')!.querySelectorAll('.parts .name');
    expect([...parts].map(name => name.textContent)).to.deep.equal(['Clim@Monts', 'Clim@Dunes']);
  });

  it('draws a bar from the first to the last day of a project, in front of the programme’s years', async () => {
    const el = await timeline(mixed);
    el.style.inlineSize = '1000px';
    const ticks = queryAll(el, '.scale span').map(tick => tick.getBoundingClientRect().left);
    const years = queryTexts(el, '.scale span');
    const at = (year: number) => {
      const [first, last] = [Number(years[0]), Number(years.at(-1))];
      const share = (year - first) / (last - first);
      return ticks[0]! + share * (ticks.at(-1)! - ticks[0]!);
    };
    const {start, end} = barPosition(bar(el, heritage.title as string));
    expect(start).to.be.closeTo(at(2010), 1.5);
    expect(end).to.be.closeTo(at(2015), 1.5);
    const list = row(el, 0).querySelector('.bars')!;
    const band = getComputedStyle(list, '::before');
    expect(list.getBoundingClientRect().left + parseFloat(band.insetInlineStart)).to.be.closeTo(
      at(2007),
      1.5,
    );
    const [today] = queryAll(el, '.scale i');
    expect(today!.getBoundingClientRect().left).to.be.closeTo(at(2026.9), 2);
    expect(getComputedStyle(today!, '::before').content, 'its word').to.equal('"Aujourd’hui"');
    await waitUntil(() => queryAll(el, '.covered').length < 2, 'only years below it are left out');
    expect(today!.style.getPropertyValue('--t'), 'its word has the line in its middle').to.equal(
      '0.5',
    );
  });

  it('begins its axis with the first year that the page asks for, with earlier ends at its edge', async () => {
    const el = await timeline(mixed);
    expect(Number(queryTexts(el, '.scale span')[0])).to.be.below(2014);
    el.from = '2014';
    await settled(el);
    await waitUntil(() => Number(queryTexts(el, '.scale span')[0]) >= 2014, 'no other axis');
    const texts = queryTexts(el, '.from .years');
    expect(queryAll(el, '.cut-before').length + texts.length).to.be.above(0);
  });

  it('loses no label and lets none overlap another, at any width', async () => {
    const long = {...heritage, id: 'long', title: 'Participatieontwikkelingsplanologie'.repeat(3)};
    const el = await timeline([...mixed, long]);
    for (const width of [1200, 900, 700, 640, 320]) {
      el.style.inlineSize = `${width}px`;
      const edge = el.getBoundingClientRect();
      const boxes = queryAll(el, '.bar').map(one => {
        const range = document.createRange();
        range.selectNodeContents(one.querySelector('.name')!);
        return range.getBoundingClientRect();
      });
      for (const [index, box] of boxes.entries()) {
        expect(box.left, `${width} px`).to.be.at.least(edge.left);
        expect(box.right, `${width} px`).to.be.at.most(edge.right + 4);
        const next = boxes[index + 1];
        if (next) expect(next.top, `${width} px`).to.be.at.least(box.bottom - 2);
      }
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    }
  });

  it('draws the years of a programme on the axis of each bar in a narrow column, not behind titles', async () => {
    const el = await timeline(mixed);
    el.style.inlineSize = '320px';
    const band = queryAll(el, '.band > .bars').find(list => list.querySelector('.bar'))!;
    expect(getComputedStyle(band, '::before').content).to.equal('none');
    const axis = getComputedStyle(band.querySelector('.bar:not(.undated)')!, '::after');
    expect(axis.backgroundImage).to.contain('linear-gradient');
    expect(Number.parseFloat(axis.blockSize)).to.be.below(10);
  });

  it('draws an exact end in a programme that goes on beyond the axis, whose own band fades', async () => {
    const el = await timeline([
      {id: 1, generation: 'VI', title: 'Programme en cours', period: {start: '2014'}},
      {id: 2, programme: 1, title: 'Projet achevé', period: {start: '2016', end: '2018'}},
      {id: 3, programme: 1, title: 'Projet en cours', period: {start: '2016'}},
    ]);
    const softEnd = (element: Element) =>
      getComputedStyle(element, '::before').getPropertyValue('--_soft-end').trim();
    expect(softEnd(bar(el, 'Projet achevé'))).to.equal('0px');
    expect(softEnd(bar(el, 'Projet en cours'))).to.equal('min(3em, 50%)');
    const band = queryAll(el, '.band > .bars')[0]!;
    expect(softEnd(band)).to.equal('min(3em, 50%)');
    expect(getComputedStyle(band, '::before').maskImage).to.contain('linear-gradient');
  });

  it('writes the years of programmes without projects at the edges of the axis, which ends with the projects', async () => {
    const el = await timeline([
      ...mixed,
      {id: 'i', generation: 'I', title: 'Interreg I', period: {start: '1990', end: '1993'}},
      {id: 'x', generation: 'X', title: 'Interreg X', period: {start: '2049', end: '2055'}},
    ]);
    for (const width of [1000, 700]) {
      el.style.inlineSize = `${width}px`;
      const years = queryTexts(el, '.scale span').map(Number);
      expect(years[0], `${width} px`).to.be.at.least(2007);
      const fields = queryAll<HTMLInputElement>(el, 'input[type=number]');
      expect(fields.map(({placeholder}) => placeholder)).to.deep.equal(['2007', '2029']);
      expect(years.at(-1), `${width} px`).to.be.at.most(2030);
      const axis = queryAll(el, '.scale')[0]!.getBoundingClientRect();
      const edgeText = (text: string) => {
        const range = document.createRange();
        range.selectNodeContents(
          queryAll(el, '.label > p').find(p => p.textContent.includes(text))!,
        );
        return range.getBoundingClientRect();
      };
      const [early, late] = [edgeText('1990'), edgeText('2049')];
      expect(early.left, `${width} px`).to.be.within(axis.left - 1, axis.left + 30);
      expect(late.right, `${width} px`).to.be.within(axis.right - 40, axis.right + 1);
    }
    await expect(el).to.be.accessible();
  });

  it('has a name inside its bar where the bar is wide enough on the screen, whichever width', async () => {
    const el = await timeline([
      {id: 1, title: 'Le premier', period: {start: '2000', end: '2004'}},
      {id: 2, title: 'Destination Terrils', period: {start: '2016', end: '2022'}},
      {id: 3, title: 'Le dernier', period: {start: '2025', end: '2030'}},
    ]);
    const isInside = () => bar(el, 'Destination Terrils').closest('.within') !== null;
    for (const [width, expected] of [
      [1300, true],
      [700, false],
      [1300, true],
    ] as const) {
      el.style.inlineSize = `${width}px`;
      await waitUntil(() => isInside() === expected, `${width} px`);
    }
    dispatchEvent(new Event('beforeprint'));
    expect(isInside(), 'on a sheet of A4').to.equal(false);
    // An explorer shows its timeline only now, which then measures its axis.
    el.style.inlineSize = '1400px';
    await nextFrame();
    await nextFrame();
    expect(isInside(), 'also with a new width').to.equal(false);
    dispatchEvent(new Event('afterprint'));
    expect(isInside(), 'after it').to.equal(true);
  });

  it('has arrows to the edges of the axis only at years that are written there, in the direction of reading', async () => {
    const el = await timeline([
      ...mixed,
      {id: 'i', generation: 'I', title: 'Interreg I', period: {start: '1990', end: '1993'}},
    ]);
    el.style.inlineSize = '1000px';
    const arrowsOf = (element: Element) =>
      ['::before', '::after'].map(end => getComputedStyle(element, end).content).join();
    const years = (selector: string) => queryAll(el, `${selector} > .label > .small`).map(arrowsOf);
    expect(years('.bare.early').join()).to.contain('←');
    el.dir = 'rtl';
    await settled(el);
    queryAll(el, '.root')[0]!.dir = 'rtl';
    expect(years('.bare.early').join()).to.contain('→');
    queryAll(el, '.root')[0]!.dir = 'ltr';
    const zooms = queryAll(el, '.generation:not(.bare) .zoom');
    zooms.at(-1)!.click();
    await settled(el);
    const outside = years('.generation:is(.early, .late):not(.bare)');
    expect(outside.length, 'rows outside the axis that have projects').to.be.above(0);
    expect(outside.join()).not.to.match(/[←→]/);
  });

  it('draws a branch to each part of a portfolio, in the colour of its bars', async () => {
    const el = await timeline(mixed);
    el.style.inlineSize = '900px';
    const portfolioItem = bar(el, 'EUTOPIA').closest('li')!;
    const {backgroundColor} = getComputedStyle(bar(el, 'EUTOPIA'), '::before');
    const branches = [...portfolioItem.querySelectorAll('.parts > li')].map(
      part => getComputedStyle(part).backgroundImage,
    );
    expect(branches.length).to.be.above(0);
    for (const branch of branches) expect(branch).to.contain(backgroundColor);
    const list = portfolioItem.querySelector('.parts')!;
    const line = branches[0]!.slice(branches[0]!.lastIndexOf('linear-gradient'));
    const {backgroundImage, insetInline} = getComputedStyle(list, '::before');
    expect(insetInline, 'as wide as the branches').to.equal('0px');
    expect(backgroundImage, 'the line above them is drawn as theirs').to.contain(line);
  });

  it('A-13 draws no line between bars with forced colours, but bars, what is inside them, and the years of programmes', async () => {
    if (!(await emulateForcedColors())) return;
    try {
      const el = await timeline(mixed);
      el.style.inlineSize = '900px';
      const parts = queryAll(el, '.parts > li');
      expect(parts.length).to.be.above(0);
      const ink = getComputedStyle(el.parentElement!).color;
      for (const part of parts) {
        expect(getComputedStyle(part).borderBlockStartWidth).to.equal('0px');
        expect(getComputedStyle(part).backgroundImage, 'a branch').to.contain(ink);
      }
      const inside = queryAll(el, '.within')[0]!;
      const name = inside.querySelector('.name')!;
      expect(getComputedStyle(name, '::before').backgroundColor, 'the bar').to.equal(ink);
      expect(getComputedStyle(name).color, 'its name').not.to.equal(ink);
      expect(getComputedStyle(inside, '::before').backgroundColor, 'its mark').to.equal(
        getComputedStyle(name).color,
      );
      const bands = queryAll(el, '.band > .bars');
      expect(bands.length).to.be.above(0);
      for (const band of bands)
        expect(getComputedStyle(band, '::before').backgroundImage).to.contain('repeating');
      for (const key of ['.circa-key', '.band-key'])
        expect(getComputedStyle(queryAll(el, key)[0]!, '::before').backgroundImage).to.contain(
          'gradient',
        );
    } finally {
      await restoreMedia();
    }
  });

  it('ends each branch below the start of its bar, which may be soft', async () => {
    const period = {start: '2010', end: '2030'};
    const el = await timeline([
      {id: 1, title: 'Portefeuille', period},
      {id: 2, title: 'Partie', parent: 1, period},
      {id: 3, title: 'Plus tard', parent: 1, period: {start: '2015', end: '2028'}},
      {id: 4, title: 'Environ', parent: 1, period, datePrecision: 'circa'},
    ]);
    el.style.inlineSize = '900px';
    const distances = ['Partie', 'Plus tard', 'Environ'].map(title => {
      const item = bar(el, title).closest('li')!;
      const stops = [
        ...getComputedStyle(item).backgroundImage.matchAll(/([\d.]+)% ([+-]) ([\d.]+)px/g),
      ];
      const [percent, sign, pixels] = stops[1]!.slice(1);
      const {left, width} = item.getBoundingClientRect();
      const end = (Number(percent) / 100) * width + Number(`${sign}${pixels}`);
      return Math.round(left + end - barPosition(bar(el, title)).start);
    });
    expect(distances).to.deep.equal([7, 7, 7]);
  });

  it('has fields and handles for years from four dated projects on a long axis on, or while they are in use', async () => {
    const projects = [2002, 2010, 2012, 2014, 2016].map(year => ({
      id: year,
      title: String(year),
      period: {start: String(year), end: String(year + 2)},
    }));
    const count = (el: SpassProgrammeTimeline) =>
      queryAll(el, 'input[type=number], .period-handle').length;
    expect(count(await timeline(projects))).to.equal(4);
    const few = await timeline(projects.slice(2));
    expect(count(few)).to.equal(0);
    // All of these nine years are read at a glance.
    expect(count(await timeline(projects.slice(1)))).to.equal(0);
    (few as unknown as {selection: Selection}).selection.setFilter({from: '2014'});
    await settled(few);
    expect(count(few)).to.equal(4);
  });

  it('has in its legend only what is drawn, and one year for a programme of one', async () => {
    const projects = [2012, 2014].map(year => ({
      id: year,
      title: String(year),
      period: {start: String(year), end: '2018'},
    }));
    const keys = (el: SpassProgrammeTimeline) =>
      ['.scale i', '.legend .band-key', '.legend .circa-key'].map(key => queryAll(el, key).length);
    expect(keys(await timeline(projects))).to.deep.equal([0, 0, 0]);
    expect(keys(await timeline([{...projects[0], period: {start: '2012'}}]))).to.deep.equal([1, 0, 0]); // prettier-ignore
    const year = {id: 'p', title: 'Une année', generation: 'I', period: {start: '2014', end: '2014'}}; // prettier-ignore
    const single = await timeline([year, {...projects[1], programme: 'p'}]);
    expect(keys(single)).to.deep.equal([0, 1, 0]);
    const other = await timeline([year, {...projects[1], programme: 'p'}, {...projects[0], portal: 'x'}]); // prettier-ignore
    other.portal = 'x';
    await settled(other);
    expect(queryAll(other, '.generation')).to.have.length(1);
    expect(keys(other), 'of one portal').to.deep.equal([0, 0, 0]);
    expect(row(single, 0).textContent).to.contain('2014').and.not.to.contain('2014–2014');
  });

  it('has a legend in one size', async () => {
    const el = await timeline(mixed);
    const sizes = queryAll(el, '.legend > *').map(key => getComputedStyle(key).fontSize);
    expect(new Set(sizes).size).to.equal(1);
  });

  for (const width of [704, 1200])
    it(`S-02 stretches no row by the facts of its programmes, ${String(width)} px wide`, async () => {
      const el = await timeline(mixed);
      el.style.inlineSize = `${String(width)}px`;
      const [named, short] = [...row(el, 0).querySelectorAll<HTMLElement>('.programmes li')];
      const facts = named!.querySelector<HTMLElement>(':scope > :last-child')!;
      expect(facts.innerText.trim()).to.match(/^volet A\s· 138\sM€\sFEDER$/);
      expect(facts.clientHeight).to.be.below(30);
      const tops = [...short!.children].map(child => child.getBoundingClientRect());
      expect(tops[1]!.top, 'facts on the line of their name').to.be.below(tops[0]!.bottom);
      expect(row(el, 0).clientHeight).to.be.below(170);
    });

  it('has rows as high as their bars or a few lines: years beside the name, 28 px without projects', async () => {
    const period = {start: '2014', end: '2020'};
    const el = await timeline([
      {
        id: 'a',
        title: 'Interreg V France-Wallonie-Vlaanderen',
        generation: 'V',
        period,
        strand: 'A',
      },
      {id: 'b', title: 'Interreg V A des 2 Mers', generation: 'V', period},
      {id: 'p', title: 'Terrils', programme: 'a', period: {start: '2015', end: '2018'}},
      {id: 'q', title: 'Murailles', programme: 'b', period: {start: '2016', end: '2019'}},
      {id: 'i', generation: 'I', title: 'Interreg I', period: {start: '1990', end: '1993'}},
    ]);
    el.style.inlineSize = '1178px';
    await settled(el);
    const [bare, full] = [row(el, 0), row(el, 1)];
    expect(bare!.getBoundingClientRect().height).to.be.within(26, 30);
    const [name, years] = ['.title', 'p'].map(part =>
      full!.querySelector(`.label > ${part}`)!.getBoundingClientRect(),
    );
    expect(years!.top).to.be.below(name!.bottom);
    expect(years!.left).to.be.above(name!.right);
    const zoom = full!.querySelector('.zoom')!.getBoundingClientRect();
    expect(years!.right).to.be.at.most(zoom.left);
    expect(full!.getBoundingClientRect().height).to.be.below(110);
  });

  it('does not repeat the strand with which the name of a programme begins', async () => {
    const titles = ['Interreg III', 'Interreg III B Europe du Nord-Ouest', 'Interreg III Alpes'];
    const el = await timeline([
      ...titles.map((title, i) => ({
        id: `i${String(i)}`,
        title,
        generation: 'III',
        strand: i ? 'B' : undefined,
        period: {start: '2000', end: '2006'},
      })),
      {id: 'p', title: 'Septentrion', programme: 'i1', period: {start: '2003', end: '2007'}},
    ]);
    for (const [width, facts] of [
      ['1200px', ''],
      ['320px', 'transnational'],
    ] as const) {
      el.style.inlineSize = width;
      const lines = queryAll(el, '.programmes li > :last-child').map(({innerText}) => innerText);
      expect(lines[0]!.trim()).to.equal(facts);
      expect(lines[1]).to.match(/volet B/u);
    }
  });

  it('has no axis, nor its key, if no record has a date', async () => {
    const el = await timeline([
      {id: 'i6', title: 'Interreg VI', generation: 'VI'},
      {id: 'p', title: 'Sans date', programme: 'i6'},
    ]);
    el.style.inlineSize = '900px';
    const [frame] = queryAll(el, '.frame');
    const room = row(el, 0).getBoundingClientRect().top - frame!.getBoundingClientRect().top;
    expect(room, 'space above the first row').to.be.at.most(2);
    expect(queryTexts(el, '.legend').join()).not.to.match(/Période|Aujourd/);
  });

  it('breaks a long word of a programme, which would widen the page', async () => {
    const word = 'W'.repeat(300);
    const long = mixed.map(one => ('generation' in one ? {...one, strand: word, fund: word} : one));
    const el = await timeline(long);
    el.style.inlineSize = '900px';
    expect(queryTexts(el, '.programmes').join(' ')).to.contain(word);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
  });

  it('shows the years of a bar that is pointed at or focused, in its own row', async () => {
    const el = await timeline(mixed);
    el.style.inlineSize = '900px';
    const years = bar(el, 'EUTOPIA').parentElement!.querySelector('.years')!;
    const isShown = () => getComputedStyle(years).clipPath === 'none';
    expect(isShown()).to.equal(false);
    bar(el, 'EUTOPIA').focus();
    expect(isShown()).to.equal(true);
    const [box, edge] = [years.getBoundingClientRect(), el.getBoundingClientRect()];
    expect(box.left >= edge.left && box.right <= edge.right).to.equal(true);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
  });

  it('names twelve of the projects without a place, and counts the others', async () => {
    const lost = Array.from({length: 14}, (_, i) => ({id: `p${i}`, title: `Projet ${i}`}));
    const el = await timeline([...mixed, ...lost]);
    expect(queryTexts(el, '.beyond')[0]).to.match(
      /Ailleurs, Projet 0, .*Projet 10 et 3 autres projets\.$/,
    );
  });

  it('shows the rest on request, with the sources other than its link', async () => {
    const el = await timeline(mixed);
    // The second project has no link: its details are all that can be opened.
    expect(queryAll(el, '.info').map(({ariaLabel}) => ariaLabel)).to.deep.equal([
      'Détails\u00a0: Paysages en transformation',
      'Détails\u00a0: Clim@Dunes',
    ]);
    const button = queryAll<HTMLButtonElement>(el, '.info')[0]!;
    button.click();
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(queryTexts(el, '.facts li')).to.deep.equal([
      '1er septembre 2008 – 30 juin 2013',
      'Chef de file : PNR de l’Avesnois',
      'Budget : 3,7 M€, dont 1,8 M€ de l’Union européenne',
      'Sources : Sa fiche',
    ]);
    expect(queryAll(el, `a[href="${landscapes.url!}"]`).length).to.equal(1);
    await expect(el).to.be.accessible();
    button.click();
    expect(queryAll(el, '.facts').length).to.equal(0);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('shows each funding statement of its programmes once', async () => {
    const el = await timeline(mixed);
    expect(queryTexts(el, '[part=foot]')).to.deep.equal(['Cofinancé par l’Union européenne']);
  });

  it('begins the facts of its footer on a line below the statement', async () => {
    const server = new StubServer({programmes, projects});
    server.extra = {attribution: {text: 'CAUE du Nord', licence: 'Licence ouverte'}};
    const el = await loadedFixtureWithSource<SpassProgrammeTimeline>(
      server,
      html`<spass-programme-timeline style="inline-size: 1200px"></spass-programme-timeline>`,
    );
    const [statement, source] = [...queryAll(el, '.foot')[0]!.children].map(one =>
      one.getBoundingClientRect(),
    );
    expect(source!.top).to.be.at.least(statement!.bottom);
    expect(source!.left).to.be.closeTo(statement!.left, 1);
  });

  it('uses the reader’s language, and marks text in another', async () => {
    const el = await timeline(mixed, 'nl');
    expect(queryTexts(el, 'h3')[3]).to.equal('Andere projecten');
    expect(labels(row(el, 0))[0]).to.equal('Landschappen in verandering 2008–2013');
    expect(row(el, 0).querySelector('.programmes [lang=fr]')?.textContent).to.contain('Wallonie');
    el.lang = 'de';
    await el.loadComplete;
    await el.updateComplete;
    expect(labels(row(el, 1))[1]).to.equal('Clim@Monts seit 2024, laufend');
    expect(bar(el, 'Paysages en transformation').lang).to.equal('fr');
    await expect(el).to.be.accessible();
  });

  it('uses the given heading level for its generations', async () => {
    const el = await timeline(mixed);
    el.headingLevel = 2;
    await el.updateComplete;
    expect(queryAll(el, 'h2').length).to.equal(4);
  });

  it('lets the page handle a link, but not one opened in a new tab', async () => {
    const el = await timeline(mixed);
    const link = bar(el, 'EUTOPIA');
    el.addEventListener('spass-record-select', event => event.preventDefault());
    const select = oneEvent<RecordSelectEvent>(el, 'spass-record-select');
    const click = oneEvent<MouseEvent>(el, 'click');
    link.click();
    expect((await select).record.id).to.equal('eutopia');
    expect((await click).defaultPrevented).to.equal(true);
    let selections = 0;
    el.addEventListener('spass-record-select', () => selections++);
    el.addEventListener('click', event => event.preventDefault());
    link.dispatchEvent(
      new MouseEvent('click', {ctrlKey: true, bubbles: true, cancelable: true, composed: true}),
    );
    expect(selections).to.equal(0);
  });

  it('stays small at 586 projects: few nodes, nothing lost', async () => {
    const el = await timeline(manyProjects(586), 'fr', 500);
    queryAll(el, '[part=more]')[0]!.click();
    await settled(el);
    expect(queryAll(el, 'a').length).to.equal(586);
    const walker = document.createTreeWalker(el.shadowRoot!, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    // A list item, a link, its text, and the years with their text; and the two handles of the period, and the box whose
    // width is observed.
    expect(nodes).to.be.at.most(5 * 586 + 434);
    await expect(el).to.be.accessible();
  }).timeout(30_000);

  it('shows hostile text as text, and links to no unsafe URL', async () => {
    const warn = console.warn;
    const told: string[] = [];
    console.warn = (line: string) => told.push(line);
    const el = await timeline([
      {id: 1, generation: 'VI', title: '<img src=x onerror=alert(1)>', period: {start: '2021'}},
      {
        id: 'x',
        programme: 1,
        title: '<b>gras</b>',
        url: 'javascript:alert(1)',
        period: {start: '2022'},
      },
      {id: 'y', programme: 1, period: {start: 'hier', end: 3}},
      {
        id: 'z',
        programme: 1,
        parent: 'z',
        title: 'Soi',
        sources: [{title: 'Ici', url: 'data:text/html,1'}],
      },
    ]);
    expect(queryTexts(el, '.programmes li > span').join()).to.contain('<img src=x');
    expect(queryTexts(el, '.name').toSorted()).to.deep.equal([
      '<b>gras</b>',
      'Sans titre (y)',
      'Soi',
    ]);
    expect(queryAll(el, 'a, img').length).to.equal(0);
    await expect(el).to.be.accessible();
    await waitUntil(() => told.length > 0, 'the console tells the faults');
    console.warn = warn;
    expect(told.every(line => line.includes('invalid value'))).to.equal(true);
  });
});
