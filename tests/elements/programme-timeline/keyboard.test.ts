import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/programme-timeline.js';
import type {SpassProgrammeTimeline} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {expectFocus, pressKeys, tabStops, focusByName} from '../../support/keyboard.js';
import {mixed} from '../../support/programmes.js';
import {deepActiveElement} from '../../support/focus.js';

const timeline = (): Promise<SpassProgrammeTimeline> =>
  loadedFixture<SpassProgrammeTimeline>(
    html`<spass-programme-timeline
      .now=${new Date(2026, 10, 24)}
      .items=${mixed}
    ></spass-programme-timeline>`,
  );

describe('<spass-programme-timeline> by keyboard', () => {
  for (const width of [1280, 320])
    it(`A-04 has a stop for each row with its programmes, and for each project, at ${width} px`, async () => {
      await setViewport({width, height: 900});
      expect(await tabStops(await timeline())).to.deep.equal([
        'De',
        'à',
        'Première année',
        'Dernière année',
        'Interreg IV',
        'Paysages en transformation',
        'Trans-formation du patrimoine',
        'Interreg VI',
        'EUTOPIA',
        'Clim@Monts',
        'Détails : Clim@Dunes',
        'LEADER',
        'Plateforme du cadre de vie',
      ]);
    });

  it('A-04 moves with arrows, Home and End between the controls of a row with its programmes, and of a project', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline();
    for (const [first, ...others] of [
      [
        'Interreg IV',
        'Agrandir Interreg IV',
        'Interreg IV France-Wallonie-Vlaanderen',
        'Interreg IV A des 2 Mers',
      ],
      ['Paysages en transformation', 'Détails : Paysages en transformation'],
    ] as const) {
      await focusByName(el, first);
      for (const name of [...others, first]) {
        await pressKeys('ArrowRight');
        expectFocus(name);
      }
      await pressKeys('ArrowLeft');
      expectFocus(others.at(-1)!);
      await pressKeys('Home');
      expectFocus(first);
      await pressKeys('End');
      expectFocus(others.at(-1)!);
      await pressKeys('Alt>ArrowLeft', 'Shift>ArrowLeft', 'ArrowDown', 'a');
      expectFocus(others.at(-1)!);
    }
  });

  it('A-04 begins again with the first control of a project, once the focus has left it', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline();
    await focusByName(el, 'Paysages en transformation');
    await pressKeys('ArrowRight', 'Tab');
    expectFocus('Trans-formation du patrimoine');
    await pressKeys('Shift>Tab');
    expectFocus('Paysages en transformation');
  });

  it('A-04 has a stop for a project of which only the name is known', async () => {
    const el = await loadedFixture<SpassProgrammeTimeline>(
      html`<spass-programme-timeline
        .items=${[
          {id: 'p', title: 'Programme', generation: 'VI', period: {start: '2021', end: '2027'}},
          {id: 1, title: 'Sans page', programme: 'p'},
          {
            id: 2,
            title: 'Avec un lieu',
            programme: 'p',
            commune: {name: 'Ors'},
            description: 'Un quai.',
          },
        ]}
      ></spass-programme-timeline>`,
    );
    await focusByName(el, 'Détails : Sans page');
    await pressKeys('Enter');
    expect(queryTexts(el, '.facts')).to.deep.equal(['Dates inconnues']);
    await pressKeys('Tab', 'Enter');
    expectFocus('Détails : Avec un lieu');
    expect(queryTexts(el, '.facts > *')).to.deep.equal(['Dates inconnues', 'Un quai.', 'Ors']);
  });

  it('A-04 selects a programme with Enter and Space, and shows all again', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline();
    await focusByName(el, 'Interreg VI');
    await pressKeys('Enter');
    await settled(el);
    expect(queryTexts(el, '.toggle[aria-pressed=true]')).to.deep.equal(['Interreg VI']);
    expectFocus('Interreg VI');
    await pressKeys('Space');
    await settled(el);
    expect(queryAll(el, '.toggle[aria-pressed=true]').length).to.equal(0);
    expectFocus('Interreg VI');
    await pressKeys('Enter');
    await settled(el);
    await focusByName(el, 'Toutes les périodes');
    await pressKeys('Enter');
    await settled(el);
    expect(queryAll(el, '.toggle[aria-pressed=true]').length).to.equal(0);
    expect(deepActiveElement().matches('[role=status]'), deepActiveElement().outerHTML).to.equal(
      true,
    );
    // Into the new rows.
    await pressKeys('Tab');
    expectFocus('De');
  });

  it('A-04 closes the details of a bar with Escape, and goes back to their button', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline();
    await focusByName(el, 'Paysages en transformation');
    await pressKeys('ArrowRight', 'Enter', 'Tab');
    expect(queryAll(el, '.facts').length).to.equal(1);
    expectFocus('Sa fiche');
    await pressKeys('Escape');
    expect(queryAll(el, '.facts').length).to.equal(0);
    expectFocus('Détails : Paysages en transformation');
  });

  it('A-04 goes to a generation with Enter and back with Escape', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline();
    await focusByName(el, 'Agrandir Interreg IV');
    await pressKeys('Enter');
    await settled(el);
    expect(queryTexts(el, '.scale span')).to.include('2008');
    expectFocus('Agrandir Interreg IV');
    await pressKeys('Escape');
    await settled(el);
    expect(queryTexts(el, '.scale span')).not.to.include('2008');
    expectFocus('Agrandir Interreg IV');
  });

  it('A-04 filters years by typing and Enter, shows details of a project, follows its link', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await timeline();
    await focusByName(el, 'De');
    await pressKeys('2', '0', '2', '0', 'Enter');
    await settled(el);
    expect(queryTexts(el, '.bars .name')).not.to.include('Paysages en transformation');
    expectFocus('De');
    await pressKeys('Backspace', 'Backspace', 'Backspace', 'Backspace', 'Enter');
    await settled(el);
    await focusByName(el, 'Détails : Paysages en transformation');
    await pressKeys('Space');
    expect(queryAll(el, '.facts').length).to.equal(1);
    expectFocus('Détails : Paysages en transformation');
    await pressKeys('Tab');
    expectFocus('Sa fiche');
    await pressKeys('Shift>Tab', 'Enter');
    expect(queryAll(el, '.facts').length).to.equal(0);
    expectFocus('Détails : Paysages en transformation');
    el.addEventListener('spass-record-select', event => event.preventDefault());
    const select = oneEvent(el, 'spass-record-select');
    await pressKeys('ArrowLeft', 'Enter');
    await select;
    expectFocus('Paysages en transformation');
  });
});
