import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {yieldToMain} from '../../../src/data/scheduling.js';
import '../../../src/define/resource-list.js';
import type {PortalSource} from '../../../src/data/source.js';
import type {SpassResourceList} from '../../../src/index.js';
import type {Query} from '../../../src/model/query.js';
import {FakeTimers} from '../../support/fake-timers.js';
import {
  focusedElement,
  loadedFixture,
  queryAll,
  queryTexts,
  settled,
  statusText,
} from '../../support/widget-fixture.js';
import {waitUntil} from '../../support/wait-until.js';

/** Resources of as many communes as the départements around have, with themes, authors’ years and odd names. */
const resources = (count: number) =>
  Array.from({length: count}, (_, i) => ({
    id: i,
    title: `Fiche ${i}`,
    url: `https://example.org/${i}`,
    section: i % 2 ? 'mediatheque' : 'observatoire',
    themes: [i === 7 ? 'Eaux (rivières & étangs) [*' : `Thème ${i % 169}`],
    commune: {name: `Saint-Étienne-${i}`, insee: String(10000 + i)},
    published: String(1000 + (i % 1020)),
  }));

const show = (items: readonly unknown[], facets?: string) =>
  loadedFixture<SpassResourceList>(
    html`<spass-resource-list
      .items=${items}
      facets=${facets ?? 'section,theme,commune,year'}
    ></spass-resource-list>`,
  );
const values = (el: SpassResourceList, name: string) =>
  queryTexts(el, `[data-facet=${name}] .values label > span:first-of-type`);
const button = (el: SpassResourceList, facet: string, text: string) =>
  queryAll<HTMLButtonElement>(el, `[data-facet=${facet}] button`).find(one =>
    one.textContent.includes(text),
  )!;
const expand = async (el: SpassResourceList, facet: string) => {
  button(el, facet, 'autres…').click();
  await settled(el);
  return focusedElement(el) as HTMLInputElement;
};
const type = async (el: SpassResourceList, field: HTMLInputElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertText'}));
  await settled(el);
};
const suggestions = (el: SpassResourceList) =>
  queryAll<HTMLOptionElement>(el, 'datalist option').map(({value}) => value);
const sourceOf = (el: SpassResourceList) => el.records.source as PortalSource;
const countElements = (el: SpassResourceList) => queryAll(el, '*').length;

describe('<spass-resource-list> with thousands of facet values', () => {
  let clock: FakeTimers;
  before(() => setViewport({width: 1280, height: 900}));
  beforeEach(() => (clock = new FakeTimers()));
  afterEach(() => clock.restore());

  it('keeps the page small, its facets closed or open', async () => {
    const el = await show(resources(16_265), 'family,section,type,theme,commune,year');
    expect(countElements(el), 'closed').to.be.below(500);
    await expand(el, 'commune');
    await expand(el, 'theme');
    expect(values(el, 'commune').length).to.equal(50);
    expect(countElements(el), 'open').to.be.below(800);
    expect(queryTexts(el, '[data-facet=commune] p')).to.deep.equal([
      '50 sur 16 265. Précisez la recherche pour voir les autres.',
    ]);
    clock.restore();
    await expect(el).to.be.accessible();
  });

  it('shows its first rows before its facets are counted, and moves none of them', async () => {
    const el = await fixture<SpassResourceList>(
      html`<spass-resource-list .items=${resources(16_265)}></spass-resource-list>`,
    );
    await waitUntil(() => queryAll(el, '.row').length === 12);
    const whereIs = (selector: string) => queryAll(el, selector)[0]!.getBoundingClientRect();
    const [row, total] = [whereIs('.row'), queryTexts(el, '.count')];
    expect(queryTexts(el, '[data-facet] label'), 'counted').to.deep.equal([]);
    expect(whereIs('.facets').height, 'room of the facets').to.be.above(300);
    await settled(el);
    expect(values(el, 'section')).to.deep.equal(['Observatoire', 'Médiathèque']);
    expect(whereIs('.row')).to.deep.equal(row);
    expect(queryTexts(el, '.count')).to.deep.equal(total);
  });

  it('counts the records found, and all again when the search is cleared', async () => {
    const el = await show(resources(1000), 'section');
    const labels = () => queryTexts(el, '[data-facet=section] label');
    expect(labels()).to.deep.equal(['Médiathèque 500', 'Observatoire 500']);
    const [field] = queryAll<HTMLInputElement>(el, '#q');
    field!.focus();
    await sendKeys({type: 'Fiche 777'});
    await settled(el);
    expect(labels()).to.deep.equal(['Médiathèque 1']);
    await type(el, field!, '');
    expect(labels()).to.deep.equal(['Médiathèque 500', 'Observatoire 500']);
  });

  it('shows what is found before it is counted, and the former counts until then', async () => {
    const el = await show(resources(1000), 'section');
    const labels = () => queryTexts(el, '[data-facet=section] label');
    const counts: string[] = [];
    for (const text of ['Fiche 777', 'nulle part', '']) {
      const [field] = queryAll<HTMLInputElement>(el, '#q');
      const [former, total] = [labels(), queryTexts(el, '.count').join()];
      field!.value = text;
      field!.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertText'}));
      while (queryTexts(el, '.count').join() === total) await yieldToMain();
      expect(labels(), `“${text}” before it is counted`).to.deep.equal(former);
      await settled(el);
      counts.push(labels().join());
    }
    expect(counts).to.deep.equal(['Médiathèque 1', '', 'Médiathèque 500,Observatoire 500']);
  });

  it('counts what its rows show while a later search takes long', async () => {
    const el = await show(resources(1000), 'section');
    const [field] = queryAll<HTMLInputElement>(el, '#q');
    const search = async (text: string) => {
      field!.value = text;
      field!.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertText'}));
      await el.updateComplete;
    };
    const source = sourceOf(el);
    const find = source.find.bind(source);
    let release: (() => void) | undefined;
    const held = new Promise<void>(resolve => (release = resolve));
    source.find = async (name, query, options) => {
      if (query.q === 'nulle part' && query.facets?.length === 0) await held;
      return find(name, query, options);
    };
    await search('Fiche 777');
    while (queryTexts(el, '.count').join() !== '1 résultat') await yieldToMain();
    await search('nulle part');
    while (queryTexts(el, '[data-facet=section] label').length > 1) await nextFrame();
    expect(queryTexts(el, '[data-facet=section] label')).to.deep.equal(['Médiathèque 1']);
    release?.();
    await settled(el);
    expect(queryTexts(el, '[data-facet=section] label')).to.deep.equal([]);
  });

  it('counts nothing while nothing can be found, and all again afterwards', async () => {
    const el = await show(resources(1000), 'section,type,theme');
    const themes = () => values(el, 'theme').length;
    queryAll(el, '[data-facet=section] input')[0]!.click();
    await settled(el);
    const shown = themes();
    expect(shown).to.be.above(0);
    el.section = 'observatoire';
    await settled(el);
    expect([queryTexts(el, '.count').join(), themes()]).to.deep.equal(['0 résultat', 0]);
    el.section = '';
    await settled(el);
    expect([queryTexts(el, '.count').join(), themes()]).to.deep.equal(['500 résultats', shown]);
  });

  it('counts nothing again when only the order of the rows changes', async () => {
    const el = await show(resources(1000), 'section');
    const source = sourceOf(el);
    const find = source.find.bind(source);
    const queries: Query[] = [];
    source.find = (name, query, options) => {
      queries.push(query);
      return find(name, query, options);
    };
    const [select] = queryAll<HTMLSelectElement>(el, '.sort select');
    select!.value = '-title';
    select!.dispatchEvent(new Event('change'));
    await settled(el);
    expect(queryTexts(el, '[part=link]')[0]).to.equal('Fiche 999');
    expect(queries.map(({facets}) => facets)).to.deep.equal([[]]);
  });

  it('counts the records of another source, and offers no value of the former one', async () => {
    const el = await show(
      resources(1000).map(item => ({...item, themes: ['Ancien thème']})),
      'section,theme',
    );
    el.items = resources(20);
    const shown = new Set<string>();
    const whenDrawn = async () => {
      await el.updateComplete;
      if (queryTexts(el, '.count').join() === '20 résultats')
        for (const value of values(el, 'theme')) shown.add(value);
    };
    for (let turn = 0; turn < 10; turn++) await whenDrawn().then(yieldToMain);
    await settled(el);
    await whenDrawn();
    expect([...shown])
      .to.include('Thème 0')
      .and.not.to.include('Ancien thème');
    expect(queryTexts(el, '[data-facet=section] label')).to.deep.equal([
      'Médiathèque 10',
      'Observatoire 10',
    ]);
  });

  it('finds a value beyond those shown, keeps the focus in the field, and announces the number once', async () => {
    const el = await show(resources(400));
    const field = await expand(el, 'theme');
    expect(field.ariaLabel).to.equal('Chercher dans Thème');
    await sendKeys({type: 'thème 16'});
    await settled(el);
    expect(values(el, 'theme')).to.include('Thème 168').and.to.have.length(10);
    expect(focusedElement(el) === field).to.equal(true);
    expect(statusText(el)).to.equal('');
    clock.advance(500);
    await settled(el);
    expect(statusText(el)).to.equal('10 valeurs trouvées');
    expect(queryTexts(el, '[data-facet=theme] p')).to.deep.equal(['']);
  });

  it('searches for the very characters that are typed', async () => {
    const el = await show(resources(400));
    const field = await expand(el, 'theme');
    await type(el, field, '& étangs) [*');
    expect(values(el, 'theme')).to.deep.equal(['Eaux (rivières & étangs) [*']);
  });

  it('announces that nothing matches, in the facet and to screen readers', async () => {
    const el = await show(resources(400));
    const field = await expand(el, 'theme');
    await type(el, field, 'zzz');
    expect(queryTexts(el, '[data-facet=theme] p')).to.deep.equal(['Aucune valeur trouvée.']);
    clock.advance(500);
    await settled(el);
    expect(statusText(el)).to.equal('Aucune valeur trouvée.');
    clock.restore();
    await expect(el).to.be.accessible();
  });

  it('goes back to the first values, with the focus on the button that shows them all again', async () => {
    const el = await show(resources(400));
    const field = await expand(el, 'theme');
    await type(el, field, 'thème 16');
    button(el, 'theme', 'Réduire').focus();
    await sendKeys({press: 'Enter'});
    await settled(el);
    expect(values(el, 'theme').length).to.equal(8);
    expect(focusedElement(el)?.textContent.trim()).to.equal('162 autres…');
    await sendKeys({press: 'Enter'});
    await settled(el);
    expect((focusedElement(el) as HTMLInputElement).value, 'an empty field').to.equal('');
    expect(values(el, 'theme').length).to.equal(50);
  });

  it('always shows what is chosen: closed, open, and when the field excludes it', async () => {
    const el = await show(resources(400));
    const field = await expand(el, 'theme');
    await type(el, field, 'Thème 168');
    queryAll(el, '[data-facet=theme] .values input')[0]?.click();
    await settled(el);
    for (const text of ['zzz', '']) {
      await type(el, field, text);
      expect(values(el, 'theme'), text).to.include('Thème 168');
    }
    expect(values(el, 'theme').length).to.equal(51);
    button(el, 'theme', 'Réduire').click();
    await settled(el);
    expect(values(el, 'theme').at(-1)).to.equal('Thème 168');
    expect(values(el, 'theme').length).to.equal(9);
  });

  it('suggests the communes that match what is typed, at most fifty, whatever the accents', async () => {
    const el = await show(resources(16_265));
    const [field] = queryAll<HTMLInputElement>(el, '#commune');
    expect(suggestions(el), 'nothing typed').to.deep.equal([]);
    await type(el, field!, 'SAINT');
    expect(suggestions(el).length).to.equal(50);
    await type(el, field!, 'saint etienne 1626');
    expect(suggestions(el)).to.deep.equal([]);
    await type(el, field!, 'etienne-1626');
    expect(suggestions(el)).to.deep.equal([
      'Saint-Étienne-1626',
      'Saint-Étienne-16260',
      'Saint-Étienne-16261',
      'Saint-Étienne-16262',
      'Saint-Étienne-16263',
      'Saint-Étienne-16264',
    ]);
    field!.value = 'saint-etienne-16264';
    field!.dispatchEvent(new Event('change', {bubbles: true}));
    await settled(el);
    expect(queryTexts(el, '[part=link]')).to.deep.equal(['Fiche 16264']);
    expect([field!.value, queryTexts(el, '.chip')[0]]).to.deep.equal(['', 'Saint-Étienne-16264']);
  });

  it('groups a thousand years into decades or centuries, each of which can be chosen', async () => {
    const el = await show(resources(1020), 'year');
    const years = queryTexts(el, '#year option');
    expect(years.length).to.be.at.most(51);
    expect(years.slice(0, 3)).to.deep.equal(['Toutes', '2000–2099', '1900–1999']);
    const [select] = queryAll<HTMLSelectElement>(el, '#year');
    select!.value = '1900–1999';
    select!.dispatchEvent(new Event('change'));
    await settled(el);
    expect(statusText(el)).to.equal('100 résultats');
    expect([select!.value, queryTexts(el, '.chip')[0]]).to.deep.equal(['1900–1999', '1900–1999']);
  });
});
