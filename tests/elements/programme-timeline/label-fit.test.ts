import {expect, html, nextFrame} from '@open-wc/testing';
import '../../../src/define/programme-timeline.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import {fixtureWithSource, StubServer} from '../../support/source-fixture.js';
import {loadedFixture, queryAll, settled} from '../../support/widget-fixture.js';
import {isComplete, sample} from '../../support/test-scope.js';
import {waitUntil} from '../../support/wait-until.js';

const TITLES = [
  'Participatieontwikkelingsplan',
  'Illiwilli im Illtal',
  'WWW MMM',
  'Landschaftspflegeverbände und Baukulturvermittlung',
  'Partons 2.0',
  'Paysages en transformation',
];
const SPANS = [
  ['2000', '2002'],
  ['2001', '2009'],
  ['2004', '2016'],
  ['2013', '2013'],
  ['2014', '2019'],
  ['2018', ''],
  ['2022', '2023'],
] as const;

/** Every title with every period, of which some have soft ends, a mark of their family or a button. */
const PROJECTS = SPANS.flatMap(([start, end], i) =>
  TITLES.map((title, j) => ({
    id: `${i}-${j}`,
    title,
    period: {start, end: end || undefined},
    family: j % 2 ? 'theme' : undefined,
    datePrecision: (i + j) % 3 ? undefined : 'circa',
    url: j % 3 ? `https://example.org/${i}-${j}` : undefined,
    // Parts of a portfolio have a smaller font, and a bracket before them.
    parent: i === 4 && j > 3 ? '4-0' : undefined,
  })),
);

const PARTS = 'spass-programme-timeline::part(link), spass-programme-timeline::part(title)';
/** Styles of a page. */
const FONTS = {
  'the font of the page': '',
  'a monospaced font': 'spass-programme-timeline {font-family: monospace}',
  'a bold, larger font': `spass-programme-timeline {font-size: 17px} ${PARTS} {font-weight: bold}`,
  'small titles': `${PARTS} {font-size: 0.8em}`,
  'narrow names of programmes': 'spass-programme-timeline {--spass-timeline-label: 6em}',
};

const timeline = (items: readonly unknown[] = PROJECTS) =>
  loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      lang="fr"
      limit="60"
      .now=${new Date(2026, 10, 24)}
      .items=${items}
    ></spass-programme-timeline>`,
  );

const textBoxes = (bar: Element) => {
  const range = document.createRange();
  range.selectNodeContents(bar.querySelector('.name')!);
  return [...range.getClientRects()];
};

/**
 * Sides on which a label has room on one line, by its computed distances, with the pixel that the timeline spares for
 * rounded widths. Changes the classes of the bar.
 */
const sidesWithRoom = (bar: HTMLElement): string[] => {
  const {className} = bar;
  const {style} = bar.querySelector<HTMLElement>('.name')!;
  style.paddingInlineEnd = '1px';
  const sides = ['within', 'after', 'before'].filter(side => {
    bar.classList.remove('within', 'after', 'before');
    bar.classList.add(side);
    return textBoxes(bar).length === 1 && bar.scrollWidth <= bar.clientWidth;
  });
  bar.className = className;
  style.paddingInlineEnd = '';
  return sides;
};

/** In WebKit, texts that are not laid out yet have no boxes. */
const laidOut = new CSSStyleSheet();
laidOut.replaceSync('.long, .bar {content-visibility: visible !important}');

/** Labels that are on several lines, or beside their bar, without need. */
const misfits = (el: SpassProgrammeTimeline): string[] => {
  const {adoptedStyleSheets} = el.shadowRoot!;
  adoptedStyleSheets.push(laidOut);
  const bars = queryAll(el, '.bar').map(bar => ({
    bar,
    lines: textBoxes(bar).length,
    room: sidesWithRoom(bar),
    isBefore: bar.classList.contains('before'),
    item: bar.closest('li')!,
  }));
  adoptedStyleSheets.pop();
  return bars.flatMap(({bar, lines, room, isBefore, item}) => {
    const title = `${bar.querySelector('.name')!.textContent} (${bar.className})`;
    if (lines > 1 && room.length) return [`${title} on ${lines} lines, room ${room.join()}`];
    const isAligned =
      isBefore &&
      bars.some(
        other =>
          other.isBefore &&
          !other.room.includes('within') &&
          other.item.parentElement === item.parentElement &&
          other.item.style.cssText === item.style.cssText,
      );
    const isWithin = bar.classList.contains('within');
    return room.includes('within') && !isWithin && !isAligned ? [`${title} beside its bar`] : [];
  });
};

/** Waits until the labels have been fitted to the width: in the next frame after it has changed. */
const fitted = async () => {
  for (let i = 0; i < 4; i++) await nextFrame();
};

const sheet = document.createElement('style');
const addPageStyle = (text: string): void => {
  sheet.textContent = text;
  document.head.append(sheet);
};

describe('labels of the timeline', () => {
  afterEach(() => sheet.remove());

  for (const [name, style] of sample(Object.entries(FONTS)))
    it(`are on one line where there is room, and inside bars that hold them, with ${name}`, async () => {
      addPageStyle(style);
      const el = await timeline();
      for (const width of [700, 768, 1280, 1600]) {
        el.style.inlineSize = `${width}px`;
        await fitted();
        expect(misfits(el), `${width} px`).to.deep.equal([]);
      }
    });

  it('of bars of the same years are on the same side', async () => {
    const titles = ['Clim@Villes', 'Clim@TouVert', 'Clim@Monts', 'Clim@YserAa'];
    const period = {start: '2024', end: '2029'};
    const el = await timeline([
      {id: 1, title: 'Le premier', period: {start: '2000', end: '2030'}},
      {id: 2, title: 'EUTOPIA', period},
      ...titles.map((title, i) => ({id: 3 + i, title, parent: 2, period, datePrecision: 'circa'})),
    ]);
    const found = new Set<string>();
    for (let width = 700; width <= 1600; width += isComplete ? 20 : 60) {
      el.style.inlineSize = `${width}px`;
      await fitted();
      const sides = queryAll(el, '.parts .bar').map(({classList}) =>
        ['within', 'after', 'before'].find(side => classList.contains(side)),
      );
      expect(new Set(sides).size, `${width} px: ${sides.join()}`).to.equal(1);
      found.add(String(sides[0]));
    }
    expect([...found]).to.deep.equal(['before', 'within']);
  });

  it('have lines of similar length, if they need several', async () => {
    const title = 'FAI-RE : former, accompagner, inspirer la rénovation efficiente';
    const el = await timeline([
      {id: 1, title: 'Le premier', period: {start: '2000', end: '2030'}},
      {id: 2, title, period: {start: '2015', end: '2018'}},
    ]);
    for (let width = 960; width <= 1200; width += 40) {
      el.style.inlineSize = `${width}px`;
      await fitted();
      const lines = textBoxes(queryAll(el, '.bar')[1]!).map(box => box.width);
      if (lines.length !== 2) continue;
      expect(Math.min(...lines), `${width} px`).to.be.above(Math.max(...lines) / 2);
    }
  });

  it('end before their dash where they would need several lines, for the eye alone', async () => {
    const title = 'FAI-RE – Former, accompagner, inspirer – la rénovation efficiente';
    const el = await timeline([
      {id: 1, title: 'Le premier', period: {start: '2000', end: '2030'}},
      {id: 2, title, period: {start: '2015', end: '2018'}, url: 'https://example.org/'},
    ]);
    const name = queryAll(el, '.name')[1]!;
    for (const [width, isWhole] of [
      [700, false],
      [1100, false],
      [2000, true],
      [320, true],
    ] as const) {
      el.style.inlineSize = `${width}px`;
      await fitted();
      const {clipPath} = getComputedStyle(name.querySelector('.rest')!);
      expect(clipPath === 'none', `${width} px`).to.equal(isWhole);
      expect(name.textContent).to.equal(title);
      if (width > 320) expect(name.getClientRects(), `lines at ${width} px`).to.have.length(1);
    }
    await expect(el).to.be.accessible();
  });

  it('end before their dash where they are then inside their bar, not before it', async () => {
    const title = 'Partons 2.0 – Développement participatif du territoire';
    const el = await timeline([
      {id: 1, title: 'Le premier', period: {start: '2000', end: '2030'}},
      {id: 2, title, period: {start: '2018', end: '2023'}},
    ]);
    el.style.inlineSize = '1200px';
    await fitted();
    expect([...queryAll(el, '.bar')[1]!.classList]).to.include.members(['within', 'short']);
  });

  it('are fitted before the first frame, whatever the share of the names of programmes', async () => {
    const el = await timeline();
    expect(misfits(el)).to.deep.equal([]);
  });

  it('are placed once', async () => {
    const el = await timeline();
    const changed: string[] = [];
    const observer = new MutationObserver(records =>
      changed.push(...records.map(({target}) => (target as Element).className)),
    );
    observer.observe(el.shadowRoot!, {subtree: true, attributeFilter: ['class', 'style']});
    await fitted();
    observer.disconnect();
    expect(changed).to.deep.equal([]);
  });

  it('are measured without a movement of the page', async () => {
    const server = new StubServer({projects: PROJECTS, programmes: []});
    server.isHeld = true;
    const el = await fixtureWithSource<SpassProgrammeTimeline>(
      server,
      html`<spass-programme-timeline
        limit="60"
        style="margin-block-start: 2000px"
      ></spass-programme-timeline>`,
    );
    await nextFrame();
    scrollTo(0, 1e6);
    const {scrollY} = globalThis;
    expect(scrollY).to.be.above(1000);
    for (const query of server.queries) query.answer();
    await settled(el);
    await fitted();
    expect(globalThis.scrollY).to.equal(scrollY);
    scrollTo(0, 0);
  });

  it('neither overlap nor are cut with a wide font, at any width', async () => {
    const el = await timeline();
    el.shadowRoot!.adoptedStyleSheets.push(laidOut);
    for (const width of [320, 768, 1280]) {
      el.style.cssText = `font-family: monospace; letter-spacing: 0.1em; inline-size: ${width}px`;
      await fitted();
      const edge = el.getBoundingClientRect();
      let bottom = 0;
      for (const bar of queryAll(el, '.bar')) {
        const boxes = textBoxes(bar);
        const name = `${width} px: ${bar.querySelector('.name')!.textContent}`;
        for (const box of boxes) {
          expect(box.left, name).to.be.at.least(edge.left);
          expect(box.right, name).to.be.at.most(edge.right);
        }
        expect(boxes[0]!.top, name).to.be.at.least(bottom - 2);
        bottom = boxes.at(-1)!.bottom;
      }
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    }
  });

  it('are measured again once a font of the page has loaded', async () => {
    const el = await timeline();
    el.style.cssText = 'inline-size: 1280px; font-family: "Late", sans-serif';
    await fitted();
    const within = () => queryAll(el, '.bar.within').length;
    const before = within();
    addPageStyle(
      '@font-face {font-family: Late; src: local("DejaVu Sans Mono"), local("Liberation Mono"); size-adjust: 150%}',
    );
    await document.fonts.load('16px Late');
    await waitUntil(() => within() < before, 'fewer labels fit');
  });

  it('measure each text once for a font, whatever the number of widths', async () => {
    const el = await timeline();
    const {measureText} = CanvasRenderingContext2D.prototype;
    const measured: string[] = [];
    CanvasRenderingContext2D.prototype.measureText = function (text) {
      measured.push(text);
      return measureText.call(this, text);
    };
    for (const width of [700, 900, 1100]) {
      el.style.cssText = `font-family: monospace; inline-size: ${width}px`;
      await fitted();
    }
    CanvasRenderingContext2D.prototype.measureText = measureText;
    // The font is smaller in a narrow column.
    expect(measured.length).to.be.at.most(2 * TITLES.length);
    expect(measured.length).to.be.at.least(TITLES.length);
  });

  it('has the years of its bar on the line of the bar, clear of both', async () => {
    const years = [2000, 2003, 2008, 2012, 2016, 2020, 2024, 2026];
    const el = await timeline(
      years.map((year, i) => ({
        id: `p${i}`,
        title: i % 2 ? 'Partons 2.0 – Développement participatif' : 'Clim@Villes',
        url: 'https://example.org/',
        period: {start: String(year), end: String(year + (i % 3) * 2)},
      })),
    );
    el.style.inlineSize = '1280px';
    await fitted();
    // After the last ones there is no room: their years are above them.
    const bars = queryAll(el, '.bar.dated').slice(0, -2);
    expect(bars.length).to.equal(years.length - 2);
    for (const bar of bars) {
      const name = bar.querySelector<HTMLElement>('.name')!;
      name.focus();
      const [line, shown] = [bar, bar.querySelector('.years')!].map(one =>
        one.getBoundingClientRect(),
      ) as [DOMRect, DOMRect];
      const about = `${name.textContent} (${bar.className})`;
      expect(shown.top >= line.top - 1 && shown.bottom <= line.bottom + 1, about).to.equal(true);
      const {insetInlineStart, insetInlineEnd} = getComputedStyle(name, '::before');
      const drawn = {
        left: line.left + parseFloat(insetInlineStart),
        right: line.right - parseFloat(insetInlineEnd),
      };
      for (const {left, right} of [drawn, ...textBoxes(bar)])
        expect(shown.right <= left || shown.left >= right, about).to.equal(true);
    }
  });

  it('leaves the button of each label clear of the years of its bar', async () => {
    const el = await timeline(PROJECTS.map(project => ({...project, description: 'Un texte.'})));
    const buttons = queryAll(el, '.dated .info');
    expect(buttons.length).to.be.above(0);
    for (const button of buttons) {
      button.scrollIntoView({block: 'center'});
      button.focus();
      await nextFrame();
      const {left, top, width, height} = button.getBoundingClientRect();
      const found = el.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
      expect(found?.closest('.info'), button.parentElement!.textContent).to.equal(button);
    }
  });
});
