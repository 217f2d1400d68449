import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {
  emulateMedia,
  resetMouse,
  sendKeys,
  sendMouse,
  setViewport,
} from '@web/test-runner-commands';
import '../../../src/define/programme-timeline.js';
import '../../../src/define/project-map.js';
import type {SpassProgrammeTimeline, SpassProjectMap} from '../../../src/index.js';
import type {FilterChangeEvent} from '../../../src/events/events.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {loadedFixture, queryAll, settled, statusText} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

/** Renders a timeline and a map that share one selection. */
async function renderLinked(
  programmes: readonly object[],
  projects: readonly object[],
): Promise<{timeline: SpassProgrammeTimeline; map: SpassProjectMap; selection: Selection}> {
  const now = new Date(2026, 10, 24);
  const timeline = await loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      group="period"
      .now=${now}
      .items=${[...programmes, ...projects]}
    ></spass-programme-timeline>`,
  );
  const map = await loadedFixture<SpassProjectMap>(
    html`<spass-project-map group="period" .items=${projects}></spass-project-map>`,
  );
  const {selection} = timeline as unknown as {selection: Selection};
  return {timeline, map, selection};
}

const PROGRAMMES = [
  {id: 4, title: 'Interreg IV', generation: 'IV', period: {start: '2007', end: '2013'}},
  {id: 6, title: 'Interreg VI', generation: 'VI', period: {start: '2021', end: '2027'}},
];
const PROJECTS = [
  {
    id: 'old',
    title: 'Ancien',
    programme: 4,
    period: {start: '2008', end: '2012'},
    geo: {lat: 50.2, lon: 2.5},
  },
  {
    id: 'new',
    title: 'Nouveau',
    programme: 6,
    period: {start: '2022', end: '2026'},
    geo: {lat: 50.9, lon: 3.4},
  },
  // Years are chosen from four dated projects on.
  {id: 'a', title: 'Vieux', programme: 4, period: {start: '2008', end: '2012'}},
  {id: 'b', title: 'Vieille', programme: 4, period: {start: '2008', end: '2012'}},
  {id: 'undated', title: 'Sans date', geo: {lat: 50.5, lon: 4.2}},
];

interface Linked {
  readonly timeline: SpassProgrammeTimeline;
  readonly map: SpassProjectMap;
  readonly selection: Selection;
}

const linked = (): Promise<Linked> => renderLinked(PROGRAMMES, PROJECTS);

const handle = (timeline: SpassProgrammeTimeline, end: 'from' | 'to') =>
  queryAll<HTMLInputElement>(timeline, `.period-${end}`)[0]!;
const markOf = (map: SpassProjectMap, name: string) =>
  queryAll(map, '.marker').find(one => one.ariaLabel?.startsWith(name))!;
const looks = (map: SpassProjectMap) =>
  Object.fromEntries(
    ['Ancien', 'Nouveau', 'Sans date'].map(name => {
      const {classList} = markOf(map, name);
      return [
        name,
        classList.contains('grown') ? 'grown' : classList.contains('faded') ? 'faded' : 'as ever',
      ];
    }),
  );
const barOf = (timeline: SpassProgrammeTimeline, name: string) =>
  queryAll(timeline, '.bar').find(one => one.textContent.includes(name))!;

/** Drags a handle to a year with the mouse; `release` false leaves the button pressed. */
async function drag(input: HTMLInputElement, year: number, release = true): Promise<void> {
  const {left, top, width, height} = input.getBoundingClientRect();
  const [min, max] = [Number(input.min), Number(input.max)];
  const at = (value: number): [number, number] => [
    Math.round(left + 12 + ((value - min) / (max - min)) * (width - 24)),
    Math.round(top + height / 2),
  ];
  await sendMouse({type: 'move', position: at(Number(input.value))});
  await sendMouse({type: 'down'});
  await sendMouse({type: 'move', position: at(year)});
  if (release) await sendMouse({type: 'up'});
}

describe('choosing a period on a <spass-programme-timeline>', () => {
  before(() => setViewport({width: 1280, height: 1400}));
  afterEach(async () => {
    await resetMouse();
    await emulateMedia({reducedMotion: 'no-preference'});
  });

  it('grows the marks of the period and fades the others while a handle is dragged, then filters', async () => {
    const {timeline, map, selection} = await linked();
    await drag(handle(timeline, 'from'), 2015, false);
    expect(looks(map)).to.deep.equal({Ancien: 'faded', Nouveau: 'grown', 'Sans date': 'faded'});
    expect(barOf(timeline, 'Ancien').classList.contains('faded')).to.equal(true);
    expect(barOf(timeline, 'Nouveau').classList.contains('faded')).to.equal(false);
    expect(queryAll(timeline, '.tinted').length, 'programmes of the period').to.equal(1);
    expect(selection.filter, 'nothing is chosen yet').to.deep.equal({});
    await sendMouse({type: 'up'});
    expect(selection.filter).to.deep.equal({from: '2015'});
    await settled(timeline);
    expect(queryAll(timeline, '.bar.faded, .tinted')).to.deep.equal([]);
    expect(handle(timeline, 'from').value).to.equal('2015');
    expect(statusText(timeline)).to.contain('1 projet');
  });

  it('keeps the period that the pointer has left, also in Firefox, which then sets the one of before', async () => {
    const {timeline, selection} = await linked();
    const from = handle(timeline, 'from');
    const first = from.value;
    const set = (value: string) => {
      from.value = value;
      from.dispatchEvent(new Event('input'));
    };
    set('2015');
    from.dispatchEvent(new PointerEvent('pointerup'));
    set(first);
    from.blur();
    await settled(timeline);
    expect([selection.filter, from.value]).to.deep.equal([{from: '2015'}, '2015']);
  });

  it('does the same by keyboard: a held key shows, its release chooses', async () => {
    const {timeline, map, selection} = await linked();
    handle(timeline, 'to').focus();
    for (let i = 0; i < 3; i++) await sendKeys({down: 'PageDown'});
    expect(selection.filter).to.deep.equal({});
    const to = Number(handle(timeline, 'to').value);
    expect(to).to.be.below(2027);
    expect(looks(map)['Sans date']).to.equal('faded');
    await sendKeys({up: 'PageDown'});
    expect(selection.filter).to.deep.equal({to: String(to)});
    expect(timeline.shadowRoot?.activeElement, 'focus stays').to.equal(handle(timeline, 'to'));
    await sendKeys({press: 'End'});
    expect(selection.filter, 'the limit is no filter').to.deep.equal({});
  });

  it('can be given up with Escape, while a key is held', async () => {
    const {timeline, map, selection} = await linked();
    handle(timeline, 'from').focus();
    await sendKeys({down: 'ArrowRight'});
    await sendKeys({press: 'Escape'});
    await sendKeys({up: 'ArrowRight'});
    expect(selection.filter).to.deep.equal({});
    expect(looks(map)).to.deep.equal({
      Ancien: 'as ever',
      Nouveau: 'as ever',
      'Sans date': 'as ever',
    });
    expect(handle(timeline, 'from').value).to.equal(handle(timeline, 'from').min);
  });

  it('does not let one handle pass the other', async () => {
    const {timeline, selection} = await linked();
    await drag(handle(timeline, 'to'), 2015);
    await settled(timeline);
    handle(timeline, 'from').focus();
    await sendKeys({press: 'End'});
    expect(selection.filter).to.deep.equal({from: '2015', to: '2015'});
    await settled(timeline);
    expect([handle(timeline, 'from').value, handle(timeline, 'to').value]).to.deep.equal([
      '2015',
      '2015',
    ]);
  });

  it('shows years that were typed, chosen elsewhere, or lie outside the data', async () => {
    const {timeline, selection} = await linked();
    selection.setFilter({from: '1957-03-25', to: '2012-06'});
    await settled(timeline);
    expect([handle(timeline, 'from').value, handle(timeline, 'to').value]).to.deep.equal([
      handle(timeline, 'from').min,
      '2012',
    ]);
  });

  it('keeps the handles where they were if the page cancels the change', async () => {
    const {timeline, map, selection} = await linked();
    timeline.addEventListener('spass-filter-change', event => {
      (event as FilterChangeEvent).preventDefault();
    });
    await drag(handle(timeline, 'from'), 2015);
    await settled(timeline);
    expect(selection.filter).to.deep.equal({});
    expect(handle(timeline, 'from').value).to.equal(handle(timeline, 'from').min);
    expect(looks(map)['Ancien']).to.equal('as ever');
  });

  it('keeps each handle at its own year, at every value and width', async () => {
    const {timeline, selection} = await linked();
    /** The handle whose thumb, the only part that takes the pointer, is at a place. */
    const thumbAt = (x: number, y: number) =>
      timeline.shadowRoot!.elementFromPoint(x, y)?.closest('.period-handle')?.ariaLabel;
    for (const width of [400, 720, 1200])
      for (const years of [{from: '2008'}, {from: '2012', to: '2015'}, {from: '2024'}]) {
        timeline.style.inlineSize = `${width}px`;
        selection.setFilter(years);
        await settled(timeline);
        const chosen = queryAll(timeline, '.period-window')[0]!.getBoundingClientRect();
        const y = (chosen.top + chosen.bottom) / 2;
        const about = `${JSON.stringify(years)} at ${width} px`;
        for (const distance of [2, 22]) {
          expect(thumbAt(chosen.left - distance, y), about).to.equal('Première année');
          expect(thumbAt(chosen.right + distance, y), about).to.equal('Dernière année');
        }
      }
  });

  it('names both handles, and passes the automatic checks', async () => {
    const {timeline} = await linked();
    expect(handle(timeline, 'from').ariaLabel).to.equal('Première année');
    expect(handle(timeline, 'to').ariaLabel).to.equal('Dernière année');
    await expect(timeline).to.be.accessible();
  });

  it('changes nothing gradually for readers who asked for less motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    const {timeline, map} = await linked();
    const durations = [barOf(timeline, 'Ancien'), markOf(map, 'Ancien')].map(
      one => getComputedStyle(one).transitionDuration,
    );
    for (const all of durations)
      expect(
        all.split(', ').every(one => one === '0s'),
        all,
      ).to.equal(true);
  });

  it('a bar and its mark answer each other, by pointer and by focus', async () => {
    const {timeline, map} = await linked();
    const name = queryAll(timeline, '.name').find(one => one.textContent === 'Ancien')!;
    const {left, top} = name.getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(left + 3), Math.round(top + 5)]});
    await waitUntil(
      () => markOf(map, 'Ancien').classList.contains('marked'),
      'the mark of the bar',
    );
    markOf(map, 'Nouveau').focus();
    await waitUntil(
      () => barOf(timeline, 'Nouveau').classList.contains('lit'),
      'the bar of the mark',
    );
  });
});
