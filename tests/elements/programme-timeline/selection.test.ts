import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../../src/define/programme-timeline.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import type {Selection} from '../../../src/controllers/selection-controller.js';
import {
  queryAll,
  loadedFixture,
  queryTexts,
  settled,
  statusText,
  waitForStatus,
} from '../../support/widget-fixture.js';
import {mixed, programmes, projects} from '../../support/programmes.js';
import {loadedFixtureWithSource, StubServer} from '../../support/source-fixture.js';

const now = new Date(2026, 10, 24);
const timeline = () =>
  loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline .now=${now} .items=${mixed}></spass-programme-timeline>`,
  );
const selectionOf = (el: SpassProgrammeTimeline) =>
  (el as unknown as {selection: Selection}).selection;
const button = (el: SpassProgrammeTimeline, name: string) =>
  queryAll<HTMLButtonElement>(el, 'button').find(
    one => (one.ariaLabel ?? one.textContent.trim()) === name,
  )!;
const yearField = (el: SpassProgrammeTimeline, at: number) =>
  queryAll<HTMLInputElement>(el, 'input')[at]!;
const names = (el: SpassProgrammeTimeline) => queryTexts(el, '.name');
const typeYear = async (el: SpassProgrammeTimeline, at: number, year: string) => {
  yearField(el, at).value = year;
  yearField(el, at).dispatchEvent(new Event('change', {bubbles: true}));
  await settled(el);
};
const hasFocus = (el: SpassProgrammeTimeline) => el.matches(':focus-within');

describe('selecting in a <spass-programme-timeline>', () => {
  it('filters to the projects of one programme, and back to all', async () => {
    const el = await timeline();
    const toggle = button(el, 'Interreg VI');
    toggle.click();
    await settled(el);
    expect(selectionOf(el).filter).to.deep.equal({programme: ['6']});
    expect(names(el)).to.deep.equal(['EUTOPIA', 'Clim@Monts', 'Clim@Dunes']);
    expect(button(el, 'Interreg VI').ariaPressed).to.equal('true');
    expect(button(el, 'Interreg IV A des 2 Mers').ariaPressed, 'still to be chosen').to.equal(
      'false',
    );
    await expect(el).to.be.accessible();
    button(el, 'Interreg VI').click();
    await settled(el);
    expect(selectionOf(el).filter).to.deep.equal({});
    expect(names(el).length).to.equal(6);
  });

  it('selects all programmes of a generation, or one of them', async () => {
    const el = await timeline();
    button(el, 'Interreg IV').click();
    await settled(el);
    expect(selectionOf(el).filter.programme).to.deep.equal(['iv-fwv', 'iv-2mers']);
    button(el, 'Interreg IV A des 2 Mers').click();
    await settled(el);
    expect(selectionOf(el).filter.programme).to.deep.equal(['iv-2mers']);
    expect(button(el, 'Interreg IV').ariaPressed).to.equal('false');
  });

  it('announces the result of a selection once, and nothing for one made elsewhere', async () => {
    const el = await timeline();
    const line = queryAll(el, '[role=status]')[0]!;
    let changes = 0;
    new MutationObserver(() => changes++).observe(line, {
      subtree: true,
      characterData: true,
      childList: true,
    });
    button(el, 'Interreg VI').click();
    await settled(el);
    expect(statusText(el)).to.equal('3 projets');
    expect(changes).to.equal(1);
    selectionOf(el).setFilter({}, undefined);
    await settled(el);
    expect(changes).to.equal(1);
  });

  it('announces the result of a selection when it is loaded, not before', async () => {
    const server = new StubServer({programmes, projects});
    const el = await loadedFixtureWithSource<SpassProgrammeTimeline>(
      server,
      html`<spass-programme-timeline></spass-programme-timeline>`,
    );
    server.isHeld = true;
    button(el, 'Interreg VI').click();
    await new Promise(requestAnimationFrame);
    expect(statusText(el)).to.equal('');
    server.queries.at(-1)?.answer();
    await settled(el);
    expect(statusText(el)).to.equal('3 projets');
    // Later changes without user action fire no event.
    let changes = 0;
    const line = queryAll(el, '[role=status]')[0]!;
    new MutationObserver(() => changes++).observe(line, {subtree: true, characterData: true});
    server.isHeld = false;
    await el.reload();
    el.lang = 'nl';
    await settled(el);
    expect(changes).to.equal(0);
  });

  it('stays unchanged if the page cancels the event', async () => {
    const el = await timeline();
    el.addEventListener('spass-filter-change', event => event.preventDefault());
    button(el, 'Interreg VI').click();
    await typeYear(el, 0, '2012');
    expect(selectionOf(el).filter).to.deep.equal({});
    expect(yearField(el, 0).value).to.equal('');
    expect(names(el).length).to.equal(6);
  });

  it('shows records between two years, and offers all again with the focus kept', async () => {
    const el = await timeline();
    expect(yearField(el, 0).placeholder).to.equal('2007');
    await typeYear(el, 1, '2009');
    expect(selectionOf(el).filter).to.deep.equal({to: '2009'});
    expect(names(el)).to.deep.equal(['Paysages en transformation']);
    expect(queryTexts(el, 'h3')).to.deep.equal(['Interreg IV']);
    await expect(el).to.be.accessible();
    button(el, 'Toutes les périodes').focus();
    button(el, 'Toutes les périodes').click();
    await settled(el);
    expect(selectionOf(el).filter).to.deep.equal({});
    expect(button(el, 'Toutes les périodes')).to.equal(undefined);
    expect(hasFocus(el), 'focus stays').to.equal(true);
  });

  it('accepts two years in either order, and ignores invalid ones', async () => {
    const el = await timeline();
    await typeYear(el, 0, '2020');
    await typeYear(el, 1, '2012');
    expect(selectionOf(el).filter).to.deep.equal({from: '2012', to: '2020'});
    expect([yearField(el, 0).value, yearField(el, 1).value]).to.deep.equal(['2012', '2020']);
    await typeYear(el, 0, '20');
    expect(selectionOf(el).filter).to.deep.equal({to: '2020'});
    expect(yearField(el, 0).value).to.equal('');
  });

  for (const year of ['1200', '3000', '20', '-5', '2015.5'])
    it(`A-04 says which years there are when “${year}” is entered`, async () => {
      const el = await timeline();
      await typeYear(el, 1, year);
      expect(selectionOf(el).filter).to.deep.equal({});
      expect(statusText(el)).to.match(/^Saisissez une année entre 2007 et 20\d\d\.$/);
      const field = yearField(el, 1);
      expect(field.ariaInvalid).to.equal('true');
      const hint = el.shadowRoot!.getElementById(field.getAttribute('aria-describedby')!);
      expect(hint?.textContent).to.equal(statusText(el));
      await expect(el).to.be.accessible();
      await typeYear(el, 1, '2012');
      expect(selectionOf(el).filter).to.deep.equal({to: '2012'});
      expect(yearField(el, 1).ariaInvalid).to.equal(null);
      expect(queryAll(el, '#year-hint').length).to.equal(0);
      // The rows left end earlier; the years that can be entered do not.
      await typeYear(el, 1, '2020');
      expect(selectionOf(el).filter).to.deep.equal({to: '2020'});
    });

  it('enlarges a generation by keyboard, announces it once, and returns with Escape', async () => {
    const el = await timeline();
    el.style.inlineSize = '900px';
    const years = queryTexts(el, '.scale span');
    button(el, 'Agrandir Interreg IV').focus();
    await sendKeys({press: 'Enter'});
    await settled(el);
    expect(queryTexts(el, '.scale span')[0]).to.equal('2007');
    expect(queryTexts(el, '.scale span').at(-1)).to.equal('2014');
    expect(statusText(el)).to.equal('Interreg IV : 2007–2014');
    expect(button(el, 'Agrandir Interreg IV').ariaPressed).to.equal('true');
    expect(names(el).length, 'nothing is lost').to.equal(6);
    const later = queryAll(el, '.name').find(one => one.textContent === 'EUTOPIA')!;
    expect(getComputedStyle(later, '::before').content, 'no bar beyond the axis').to.equal('none');
    await expect(el).to.be.accessible();
    await sendKeys({press: 'Escape'});
    await settled(el);
    expect(queryTexts(el, '.scale span')).to.deep.equal(years);
    await waitForStatus(el, 'Toutes les périodes');
    expect(hasFocus(el), 'focus stays').to.equal(true);
  });

  it('leaves Escape to the page if nothing is enlarged', async () => {
    const el = await timeline();
    let heard = 0;
    el.addEventListener('keydown', () => heard++);
    button(el, 'Agrandir Interreg IV').focus();
    await sendKeys({press: 'Escape'});
    expect(heard).to.equal(1);
  });

  it('is passed by Tab in as many steps as it has groups of controls', async () => {
    const el = await timeline();
    el.style.inlineSize = '900px';
    // Tab on the last stop of a page goes to the first one in some engines.
    el.after(document.createElement('button'));
    const controls = queryAll(el, 'a, button, input').filter(
      one => one.checkVisibility() && one.tabIndex >= 0,
    );
    yearField(el, 0).focus();
    const seen: Element[] = [];
    for (let step = 0; step <= controls.length && hasFocus(el); step++) {
      seen.push(el.shadowRoot!.activeElement!);
      await sendKeys({press: 'Tab'});
    }
    expect(hasFocus(el)).to.equal(false);
    expect(seen.map(one => controls.indexOf(one as HTMLElement))).to.deep.equal(
      controls.map((_, index) => index),
    );
  });

  it('has touch targets of sufficient size', async () => {
    const el = await timeline();
    for (const width of [900, 320]) {
      el.style.inlineSize = `${width}px`;
      for (const one of queryAll(el, 'button, input').filter(control =>
        control.checkVisibility(),
      )) {
        const {width: wide, height} = one.getBoundingClientRect();
        expect(Math.min(wide, height), one.textContent).to.be.at.least(24);
      }
    }
  });

  it('highlights the hovered record, here and elsewhere', async () => {
    const el = await timeline();
    const lit = () => queryTexts(el, '.lit .name');
    selectionOf(el).setHighlighted({collection: 'projects', id: 'eutopia'});
    await el.updateComplete;
    expect(lit()).to.deep.equal(['EUTOPIA']);
    const link = queryAll(el, 'a.name').find(one => one.textContent === 'Clim@Monts')!;
    link.focus();
    await el.updateComplete;
    expect(selectionOf(el).highlighted).to.deep.equal({collection: 'projects', id: 'clim-monts'});
    expect(lit()).to.deep.equal(['Clim@Monts']);
    link.blur();
    await el.updateComplete;
    expect(lit()).to.deep.equal([]);
  });

  it('keeps the focus on a project when all are rendered again', async () => {
    const el = await timeline();
    const link = () => queryAll(el, 'a.name').find(one => one.textContent === 'EUTOPIA')!;
    link().focus();
    selectionOf(el).setFilter({programme: ['6']});
    await settled(el);
    expect(el.shadowRoot?.activeElement === link(), 'the same project').to.equal(true);
    selectionOf(el).setFilter({programme: ['iv-fwv']});
    await settled(el);
    expect(hasFocus(el), 'it has gone, the focus has not').to.equal(true);
  });

  it('follows the selection of its group', async () => {
    const home = await fixture(
      html`<div>
        <spass-programme-timeline group="g" .items=${mixed}></spass-programme-timeline>
        <spass-programme-timeline group="g" .items=${mixed}></spass-programme-timeline>
      </div>`,
    );
    const [one, other] = [...home.querySelectorAll('spass-programme-timeline')] as [
      SpassProgrammeTimeline,
      SpassProgrammeTimeline,
    ];
    await settled(one);
    await settled(other);
    button(one, 'Interreg VI').click();
    await settled(other);
    expect(names(other)).to.deep.equal(['EUTOPIA', 'Clim@Monts', 'Clim@Dunes']);
    expect(statusText(other)).to.equal('');
  });

  it('requests the projects of the selection, and never the programmes again', async () => {
    const server = new StubServer({programmes, projects});
    const el = await loadedFixtureWithSource<SpassProgrammeTimeline>(
      server,
      html`<spass-programme-timeline family="acteur" lang="fr"></spass-programme-timeline>`,
    );
    button(el, 'Interreg IV').click();
    await settled(el);
    expect(server.queriesFor('programmes').length).to.equal(1);
    expect(server.queriesFor('portals').length).to.equal(0);
    const [first, second] = server.queriesFor('projects');
    expect(first?.family).to.deep.equal(['acteur']);
    expect(second?.programme).to.deep.equal(['iv-fwv', 'iv-2mers']);
    expect(queryTexts(el, 'h3'), 'only rows with such projects').to.deep.equal(['Interreg IV']);
  });
});
