import {expect, html} from '@open-wc/testing';
import '../../../src/define/programme-timeline.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import {loadedFixture, queryAll, queryTexts, settled} from '../../support/widget-fixture.js';

const LONG =
  'Un très long titre de projet de territoire qui dit tout ce que la commune, ses habitants, ses associations et ses partenaires transfrontaliers ont entrepris ensemble depuis des années';
const url = 'https://example.org/';

const timeline = async (inlineSize: string, items: readonly unknown[]) => {
  const el = await loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      lang="fr"
      style="font: 16px/1.5 monospace"
      .now=${new Date(2026, 10, 24)}
      .items=${items}
    ></spass-programme-timeline>`,
  );
  el.style.inlineSize = inlineSize;
  await settled(el);
  return el;
};
const box = (root: Element, selector: string) =>
  root.querySelector(selector)!.getBoundingClientRect();

describe('<spass-programme-timeline> labels', () => {
  const short = [
    {id: 1, title: 'Avec lien', family: 'acteur', url, period: {start: '2016', end: '2022'}},
    {id: 2, title: 'Sans lien', family: 'acteur', period: {start: '2016', end: '2022'}},
  ];

  it('take the same room with and without a link in a narrow column', async () => {
    const el = await timeline('320px', short);
    const [linked, unlinked] = queryAll(el, '.bar');
    expect(linked!.clientHeight).to.equal(unlinked!.clientHeight);
    expect(box(linked!, 'a').height).to.be.at.least(24);
  });

  it('have the shape of their family in the middle of their first line in a narrow column', async () => {
    const el = await timeline('320px', [
      {id: 1, title: LONG, family: 'theme', url, period: {start: '2016', end: '2022'}},
    ]);
    const [bar] = queryAll(el, '.bar');
    const {top, blockSize} = getComputedStyle(bar!, '::before');
    const [line] = bar!.querySelector('a')!.getClientRects();
    const range = document.createRange();
    range.selectNodeContents(bar!.querySelector('a')!);
    const [text] = range.getClientRects();
    const shape = bar!.getBoundingClientRect().top + parseFloat(top) + parseFloat(blockSize) / 2;
    expect(line!.width).to.be.greaterThan(200);
    expect(shape).to.be.closeTo((text!.top + text!.bottom) / 2, 1);
  });

  it('stay on one line with the years of a bar that begins before the axis', async () => {
    const period = (start: string, end: string) => ({period: {start, end}});
    const el = await timeline('900px', [
      {id: 1, title: 'Un projet', url, ...period('2014', '2030')},
      {id: 2, title: 'Flandria Rhei – Faire ensemble', url, ...period('2010', '2018')},
      {id: 3, title: 'Paysages', ...period('2009', '2016')},
    ]);
    el.from = '2014';
    await settled(el);
    const bars = queryAll(el, '.bar');
    expect(queryAll(el, '.cut-before').length).to.equal(2);
    expect(new Set(bars.map(({offsetHeight}) => offsetHeight)).size).to.equal(1);
  });

  it('have their button after the last word of years on two lines', async () => {
    const el = await timeline('300px', [
      {
        id: 1,
        title: 'Long cours',
        family: 'theme',
        lead: 'CAUE du Nord',
        datePrecision: 'circa',
        period: {start: '2011'},
      },
    ]);
    const [bar] = queryAll(el, '.bar');
    const range = document.createRange();
    range.selectNodeContents(bar!.querySelector('.years')!);
    const lines = [...range.getClientRects()].filter(({width}) => width > 8);
    expect(lines.length).to.be.greaterThan(1);
    expect(box(bar!, '.info').left).to.be.closeTo(lines.at(-1)!.right, 2);
  });

  it('start with the years at the edge of an axis that does not have them', async () => {
    const recent = [1, 2, 3, 4].map(id => ({
      id,
      title: `Projet ${id}`,
      period: {start: '2010', end: '2020'},
    }));
    const old = {
      id: 5,
      title: 'Le fort',
      family: 'projet',
      url,
      period: {start: '1667', end: '1707'},
    };
    const el = await timeline('1000px', [...recent, old]);
    const fort = queryAll(el, '.bar').find(bar => bar.querySelector('a'))!;
    expect(box(fort, '.years').right + 8).to.be.lessThan(box(fort, 'a').left);
    expect(getComputedStyle(fort.querySelector('.years')!, '::before').content).to.contain('←');
  });

  it('are below the quarters of an axis of one year or two, and years otherwise', async () => {
    const periods = (end: string) => [{id: 1, title: 'Projet', period: {start: '2024-02', end}}];
    const labelsUntil = async (end: string) =>
      queryTexts(await timeline('1000px', periods(end)), '.scale span');
    expect(await labelsUntil('2024-06')).to.deep.equal(['2024', 'avr.', 'juil.', 'oct.']);
    expect(await labelsUntil('2025')).to.have.length(8);
    expect(await labelsUntil('2026')).to.deep.equal(['2024', '2025', '2026']);
  });
});
