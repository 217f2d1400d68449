import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../../src/define/resource-list.js';
import type {SpassResourceList} from '../../../src/index.js';
import {queryAll, loadedFixture, queryTexts, settled} from '../../support/widget-fixture.js';
import {
  expectFocus,
  focusByKeyboard,
  focusByName,
  pressKeys,
  tabStops,
} from '../../support/keyboard.js';
import {threeResources, manyResources} from '../../support/resources.js';
import {deepActiveElement} from '../../support/focus.js';
import {waitUntil} from '../../support/wait-until.js';

const listOf = (...items: readonly unknown[]): Promise<SpassResourceList> =>
  loadedFixture<SpassResourceList>(
    html`<spass-resource-list .items=${items}></spass-resource-list>`,
  );
const count = (el: SpassResourceList): string | undefined => queryTexts(el, '.count')[0];

describe('<spass-resource-list> by keyboard', () => {
  beforeEach(() => setViewport({width: 1280, height: 900}));

  it('A-04 has a stop for every control, in the order of the page', async () => {
    const el = await listOf(...threeResources);
    expect(await tabStops(el)).to.deep.equal([
      'Rechercher',
      'Passer les filtres',
      'Médiathèque 2',
      'Observatoire 1',
      'Document 1',
      'Marqueur 1',
      'Site 1',
      'Patrimoine 2',
      'Eau 1',
      'Paysage 1',
      'Urbanisme 1',
      'Autour de moi',
      'Trouver une commune',
      'Ors 1',
      'Ieper 1',
      'Année',
      'Trier par',
      'Atlas de Flandre',
      'Atlas de Flandre, PDF, 2,4 Mo (en néerlandais)',
      'Murailles et jardins',
      'Un lavoir',
      'Exporter en CSV',
    ]);
  });

  it('A-04 searches while typing, checks a facet with Space and removes it with Enter', async () => {
    const el = await listOf(...threeResources, ...manyResources(20));
    await focusByKeyboard(queryAll(el, '#q')[0]);
    await pressKeys('l', 'a', 'v');
    await settled(el);
    expect(count(el)).to.equal('1 résultat');
    expectFocus('Rechercher');
    await pressKeys('Backspace', 'Backspace', 'Backspace');
    await settled(el);
    expect(count(el)).to.equal('23 résultats');
    await pressKeys('Tab', 'Tab', 'Space');
    await settled(el);
    expect(count(el)).to.equal('12 résultats');
    expectFocus(/^Médiathèque/);
    await focusByKeyboard(queryAll(el, '.chip')[0]);
    await pressKeys('Enter');
    await settled(el);
    expect(count(el)).to.equal('23 résultats');
    expect(deepActiveElement().className, 'the number that has changed').to.equal('count');
  });

  it('A-04 draws the focus ring of a title around its text, clear of the line below', async () => {
    const el = await listOf(...threeResources);
    const [link] = queryAll(el, '.row .title a');
    await focusByKeyboard(link);
    const text = document.createRange();
    text.selectNodeContents(link!);
    expect(link!.getBoundingClientRect().height).to.equal(text.getBoundingClientRect().height);
  });

  it('A-04 skips the filters, and goes on with the results', async () => {
    const el = await listOf(...threeResources);
    await focusByName(el, 'Passer les filtres');
    await pressKeys('Enter');
    expectFocus('3 résultats');
    await pressKeys('Tab', 'Tab');
    expectFocus('Atlas de Flandre');
  });

  it('A-04 keeps the focus in the chips while they are removed', async () => {
    const el = await listOf(...threeResources);
    for (const label of ['Médiathèque', 'Site']) {
      await focusByKeyboard(
        queryAll<HTMLInputElement>(el, 'input[type=checkbox]').find(box =>
          box.labels?.[0]?.textContent.includes(label),
        ),
      );
      await pressKeys('Space');
      await settled(el);
    }
    await focusByKeyboard(queryAll(el, '.chip')[0]);
    await pressKeys('Space');
    await settled(el);
    expectFocus('Retirer le filtre Site');
  });

  it('A-04 opens more values of a facet, and closes them, without losing the focus', async () => {
    const el = await listOf(...manyResources(40));
    const themes = queryAll(el, '[data-facet=theme]')[0];
    await focusByKeyboard(themes?.querySelector('button') ?? undefined);
    await pressKeys('Enter');
    await settled(el);
    expect(el.matches(':focus-within')).to.equal(true);
    expect(deepActiveElement() === document.body).to.equal(false);
    await pressKeys('Tab');
    expect(themes?.contains(deepActiveElement()), deepActiveElement().outerHTML).to.equal(true);
  });

  it('A-04 selects a year and a sort order by arrows', async () => {
    const el = await listOf(...threeResources);
    await focusByKeyboard(queryAll(el, '.year select')[0]);
    await pressKeys('ArrowDown');
    await settled(el);
    expect(count(el)).to.equal('1 résultat');
    expectFocus('Année');
    await pressKeys('ArrowUp');
    await settled(el);
    await focusByKeyboard(queryAll(el, '.sort select')[0]);
    await pressKeys('ArrowDown');
    await settled(el);
    expect(queryTexts(el, '.list .title')).to.deep.equal([
      'Atlas de Flandre',
      'Murailles et jardins',
      'Un lavoir',
    ]);
    expectFocus(/^Trier par/);
  });

  it('A-04 loads more, and moves from page to page', async () => {
    const el = await loadedFixture<SpassResourceList>(
      html`<spass-resource-list limit="5" .items=${manyResources(12)}></spass-resource-list>`,
    );
    await focusByKeyboard(queryAll(el, '[part=more]')[0]);
    await pressKeys('Enter');
    await settled(el);
    expectFocus('Fiche 6');
    el.paging = 'pages';
    await settled(el);
    const next = () => queryAll<HTMLButtonElement>(el, '.pages button').at(-1);
    await focusByKeyboard(next());
    await pressKeys('Enter');
    await settled(el);
    await waitUntil(() => queryTexts(el, '[role=status]')[0]?.includes('sur 3'));
    expect(
      deepActiveElement().part.contains('list'),
      deepActiveElement().outerHTML.slice(0, 99),
    ).to.equal(true);
    await pressKeys('Tab');
    expectFocus(/^Fiche/);
  });

  it('A-04 opens the facets when there is little space', async () => {
    await setViewport({width: 320, height: 900});
    const el = await listOf(...threeResources);
    const stops = await tabStops(el);
    expect(stops.slice(0, 3)).to.deep.equal(['Rechercher', 'Filtrer', 'Trier par']);
    await focusByKeyboard(queryAll(el, '.fold')[0]);
    await pressKeys('Enter');
    await settled(el);
    expectFocus('Filtrer');
    await pressKeys('Tab', 'Space');
    await settled(el);
    expect(count(el)).to.equal('2 résultats');
    expectFocus(/^Médiathèque/);
  });

  it('A-04 finds a commune by typing and Enter', async () => {
    const el = await listOf(...threeResources);
    await focusByKeyboard(queryAll(el, '#commune')[0]);
    await pressKeys('o', 'r', 's', 'Enter');
    await settled(el);
    expect(count(el)).to.equal('1 résultat');
    expect(el.matches(':focus-within')).to.equal(true);
    expect(deepActiveElement() === document.body).to.equal(false);
  });
});
