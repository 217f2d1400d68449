import {expect, html} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import '../../../src/define/programme-timeline.js';
import {startPrintSheet} from '../../../src/elements/parts/print/print-sheet.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import {restoreMedia} from '../../support/media.js';
import {loadedFixture, queryAll, queryTexts} from '../../support/widget-fixture.js';

const projects = [
  {id: 'a', title: 'Portefeuille', family: 'acteur', period: {start: '2016', end: '2022'}},
  {id: 'b', title: 'Même année', parent: 'a', period: {start: '2016', end: '2018'}},
  {id: 'c', title: 'Commence avant', parent: 'a', period: {start: '2012', end: '2014'}},
  {id: 'd', title: 'Commence loin', parent: 'a', period: {start: '2026', end: '2028'}},
  {id: 'e', title: 'Sans fin', family: 'theme', datePrecision: 'circa', period: {start: '2020'}},
  {id: 'f', title: 'Sans date', family: 'projet'},
];

describe('the printed <spass-programme-timeline>', () => {
  before(() => startPrintSheet(false));
  afterEach(async () => {
    dispatchEvent(new Event('afterprint'));
    await restoreMedia();
  });

  const show = async (items: readonly unknown[] = projects) => {
    const el = await loadedFixture<SpassProgrammeTimeline>(
      html`<spass-programme-timeline
        lang="fr"
        style="inline-size: 1200px"
        .now=${new Date(2026, 10, 24)}
        .items=${items}
      ></spass-programme-timeline>`,
    );
    dispatchEvent(new Event('beforeprint'));
    return el;
  };

  it('has the date of today on its line, and a key of what it draws, with the projects without a date', async () => {
    const el = await show();
    expect(queryTexts(el, '.scale-head i')).to.deep.equal(['24 nov. 2026']);
    const keys = queryTexts(el, '.scale-key .legend > span');
    expect(keys).to.include.members(['Dates approchées', 'sans date de fin']);
    expect(keys).not.to.include('Aujourd’hui');
    expect(queryTexts(el, '.generation:last-child > .scale-key > .beyond')[0]).to.contain(
      'Sans date',
    );
    dispatchEvent(new Event('afterprint'));
    expect(queryAll(el, '.scale-key, .scale-head, .beyond.omitted')).to.have.length(0);
  });

  it('has bars as wide as the axis, also of the programme above its key', async () => {
    const el = await show();
    await emulateMedia({media: 'print'});
    const axis = queryAll(el, '.scale-head > .scale')[0]!.getBoundingClientRect();
    const lists = queryAll(el, '.bars').map(one => one.getBoundingClientRect());
    expect(lists.length).to.be.above(0);
    for (const {left, right} of lists) {
      expect(left).to.be.closeTo(axis.left, 1);
      expect(right).to.be.closeTo(axis.right, 1);
    }
  });

  it('has whole years at its edge, before which the lines end, and whole lines beside them', async () => {
    const early = {
      id: 'i',
      generation: 'I',
      title: 'Interreg I',
      period: {start: '1990', end: '1993'},
    };
    const el = await show([...projects, early]);
    await emulateMedia({media: 'print'});
    const [years] = queryAll(el, '.bare.early > .label > .small');
    const {backgroundColor, webkitTextStrokeWidth} = getComputedStyle(years!);
    expect([backgroundColor, webkitTextStrokeWidth]).to.deep.equal(['rgb(255, 255, 255)', '0px']);
    const letters = document.createRange();
    letters.selectNodeContents(years!);
    const {width} = letters.getBoundingClientRect();
    expect(years!.getBoundingClientRect().width).to.be.within(width, width + 24);
  });

  it('has names in the middle of their bars', async () => {
    await emulateMedia({media: 'print'});
    const el = await show();
    const [name] = queryAll(el, '.bar.within .name');
    const text = document.createRange();
    text.selectNodeContents(name!);
    const bar = name!.closest('.bar')!.getBoundingClientRect();
    const {top, bottom} = text.getBoundingClientRect();
    expect((top + bottom) / 2).to.be.closeTo((bar.top + bar.bottom) / 2, 0.6);
  });

  it('has lines from a portfolio to all of its parts, or to none if one begins before it, or years after it', async () => {
    const linesOf = async (some: typeof projects) => {
      // First: the change back to the screen after the last test would end this sheet.
      await emulateMedia({media: 'print'});
      const el = await show(some);
      const [list] = queryAll(el, '.parts');
      return [getComputedStyle(list!, '::before').content, ...queryAll(el, '.parts > li').map(li => getComputedStyle(li).backgroundImage)]; // prettier-ignore
    };
    expect((await linesOf(projects)).join()).to.match(/^(none,?)+$/);
    const near = await linesOf(projects.filter(({title}) => !title.startsWith('Commence')));
    expect(near.length).to.be.above(1);
    expect(near).not.to.include('none');
  });
});
